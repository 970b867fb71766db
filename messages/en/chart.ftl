# A file that is neither CSV nor YAML, or has an encoding of its own.
chart-file = “{ $file }” is no file of data that can be read
    .hint = use a file .csv, saved as “CSV UTF-8”, or .yaml

# A file without a row of figures.
chart-empty = there are no figures in these data
    .hint = the first line names the columns, and each further line is a row

# A quotation mark that is not closed.
chart-quote = this quotation mark is never closed
    .hint = write it twice where it belongs to the text: ""

# A column without name, or two of one name.
chart-column-name = two columns are called “{ $column }”
    .hint = give each a name of its own in the first line

# `Title of the table;;` above the line with the names.
chart-title-row = the first line is to name the columns, and this one names no column: “{ $words }”
    .hint = remove this line; a title is written in the page: title="…"

# More cells than columns.
chart-cells = this row has more cells than the first line names columns ({ $count })
    .hint = put a text that contains { $separator } in double quotes
    .hint-2 = remove what is too much, or name the column in the first line

# A first line that names no column.
chart-head = the first line has figures, and is taken for the names of the columns
    .hint = write a line with a name for each column above it, such as: year{ $separator }people

# Fewer cells than columns.
chart-cells-missing = this row has no cell for “{ $column }”, so that no figure is shown
    .hint = write what is missing; where there is no figure, the separator “{ $separator }” is enough

# Two rows of one name.
chart-row-twice = “{ $row }” is the name of two rows: both are shown
    .hint = give each a name of its own, or remove one of them

# A column that the data lack.
chart-column = these data have no column “{ $column }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the columns are: { $known }

# A cell that is no number.
chart-number = “{ $value }” is not a number
    .hint = write { $suggested }
    .hint-2 = write digits only; leave the cell empty where there is no figure

# A cell that is one of two numbers.
chart-number-readings = “{ $value }” can be read as two different numbers
    .hint = write { $suggested } or { $other }, whichever is meant

# A part of a whole below nothing.
chart-negative = { $value } cannot be a part of a whole
    .hint = correct the figure, or draw bars: kind=bar

# A whole that is nothing.
chart-whole = the parts of “{ $row }” add up to nothing
    .hint = leave its cells empty where there are no figures, or draw bars: kind=bar

# More than can be told apart.
chart-series = { $count } series cannot be told apart in one chart; at most { $most } can
    .hint = name fewer columns in y="…", or make several charts

# More parts than can be told apart.
chart-parts = { $count } parts of one whole cannot be told apart; at most { $most } can
    .hint = add the smallest up in one row, or draw bars: kind=bar

# More rows than anybody reads.
chart-rows = { $count } rows are too many for a chart of this kind; at most { $most } can be read
    .hint = keep those that matter, or draw lines: kind={ $kind }
    .hint-2 = keep those that matter

# A list of YAML whose items are no maps of plain values.
chart-yaml = the data of a chart are a list of rows, and this is none of them
    .hint = write each row as: - {"{"}year: 2024, people: 28604{"}"}

# `by` without a collection of that name.
chart-collection = there is no collection “{ $collection }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the collections are: { $known }

# A collection without `by`.
chart-by = “{ $collection }” is a collection, and nothing says what its entries are counted by
    .hint = write, for example: by=year

# `by` or `value` with the name of no field that serves.
chart-field = the collection “{ $collection }” has no field “{ $field }” { $wanted }
    .hint = did you mean “{ $nearest }”?
    .hint-2 = these can be used: { $known }

# Amounts that do not add up.
chart-currencies = amounts in { $one } and in { $other } cannot be added up
    .hint = count the entries instead, value=count, or put the figures in a file of data

# The line in which a table names its columns.
chart-columns-here = the columns are named here

# An entry whose amount is in another currency.
chart-amount-here = this one is in { $other }

# What `by` needs.
chart-to-count-by = by which entries can be counted

# What `value` needs.
chart-to-add-up = that can be added up
