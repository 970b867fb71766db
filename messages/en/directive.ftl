# `:::name` that is not one of the set.
directive-unknown = “:::{ $name }” is not known
    .hint = did you mean “:::{ $nearest }”?
    .hint-2 = these are known: { $known }

# An opening without its closing.
directive-unclosed = “:::{ $name }” is never closed
    .hint = write ::: alone on the line where it ends, before the next “:::{ $other }”, which cannot stand in it
    .hint-2 = write ::: alone on the line where it ends

# `::: fin`.
directive-closes-words = the line that ends a directive holds “:::” alone, and not “{ $word }” as well
    .hint = remove “{ $word }”

# A closing without its opening.
directive-closes-nothing = this “:::” closes nothing
    .hint = remove the line, or write where it begins: :::note

# An opening in a list whose closing stands outside of it, and the like.
directive-crosses = “:::{ $name }” begins inside a list item and does not end in it
    .hint = give all its lines the same indentation as its first one

# `:::name` in a quotation, a table or after the bullet of a list.
directive-place = “:::{ $name }” does not stand at the beginning of a line of its own
    .hint = put it on a line of its own, outside of quotations (>) and tables, with an empty line before it

# `1O0 | personnes`
figure-letter = “{ $figure }” has a letter among its digits
    .hint = write { $right }

# Words after `:::name{…}`.
directive-after = “{ $words }” cannot stand here, after “:::{ $name }”
    .hint = parameters stand in braces: { $example }

# `{` without `}`.
directive-brace = the brace after “:::{ $name }” is never closed
    .hint = write {"}"} after the last parameter; a value that contains spaces stands in double quotes

# A parameter that the directive does not have.
directive-parameter = “:::{ $name }” has no parameter “{ $parameter }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = write it on the line below “{ $below }”
    .hint-3 = its parameters are: { $known }
    .hint-4 = it has no parameters

# A word in the braces that belongs to no parameter.
directive-word = “{ $word }” is the value of no parameter
    .hint = name its parameter: { $wanted }
    .hint-2 = a value that contains spaces stands in double quotes: { $example }; inside them, write “ ” for quotation marks

# Words in the braces of which too many are none of its parameters.
directive-words-more = in these braces, “:::{ $name }” has no parameter for { $count ->
    [one] { $count } more word
   *[other] { $count } more words
    }

# A parameter twice.
directive-parameter-twice = the parameter “{ $parameter }” is given twice

# A required parameter that is missing.
directive-parameter-missing = “:::{ $name }” needs the parameter “{ $parameter }”
    .hint = write for example: { $example }

# A value of another type.
directive-value = “{ $parameter }” must be { $wanted }, and “{ $value }” is not
    .hint = did you mean “{ $nearest }”?
    .hint-2 = one of these can stand here: { $known }
    .hint-3 = write, for example: { $parameter }={ $example }

# A text between the fences where there must be none.
directive-body = nothing can stand between “:::{ $name }” and its “:::”
    .hint = move this text after the line with :::

# Nothing between the fences where there must be something.
directive-empty = there is nothing between “:::{ $name }” and its “:::”
    .hint = write on the lines between them: { $example }

# Something else than lines of cells.
directive-lines = “:::{ $name }” holds lines only, and this is none
    .hint = write each on a line of its own: { $example }

# A line that lacks a cell.
directive-cell-missing = this line has no { $cell }
    .hint = separate its parts with |: { $example }

# A line with too many cells.
directive-cells = this line has { $count } parts, and at most { $most } are possible
    .hint = the parts are, in this order: { $example }

# `Ali; Head of mission` without a bar.
directive-cell-signs = nothing parts this line into its cells: it is shown as it stands
    .hint = put | between them: { $example }

# `Ali | ali@iom.int | Head of mission`
directive-contact-place = the address or number of this line stands in another part than that of the contact
    .hint = the parts are, in this order: { $example }

# `[Write](mailto:ali@iom.int)` in the place of a contact.
directive-contact = a contact is an e-mail address, a number or a web address, and nothing else
    .hint = write: { $right }

# A film that some visitors could not follow.
video-captions = this video has neither captions nor a transcript, so that people who cannot hear it are left out
    .hint = say in which languages it has captions, captions="en,fr", or give the transcript: transcript=transcript.en.md, or write it between :::video and :::

# A picture with a caption and no text in its place.
figure-alternative-caption = this picture has a caption, but no text for those who cannot see it
    .hint = say what it shows, alt="…"; or alt="" where the caption says it all

# A picture with neither.
figure-alternative = this picture has no text for those who cannot see it
    .hint = say what it shows, alt="…"; or alt="" where it only decorates

directive-term-text = a text

directive-term-alternative = a text, or nothing between the quotes

directive-term-picture = a picture beside the text

directive-term-file = a file beside the text

directive-term-data = a file of data beside the text (.csv or .yaml), or a collection

directive-term-address = an address that begins with https://

directive-term-link = a text or a file of the site, or an address

directive-term-language = the tag of a language, such as fr

directive-term-languages = tags of languages with commas between them

directive-term-block = the name of an entry of the collection “blocks”
directive-term-count = a whole number

directive-term-date = a day, a month or a year, such as 2024-12-31, 2024-12 or 2024

directive-term-duration = minutes and seconds, such as 3:25

directive-term-name = the name of a field

directive-term-choice = one of the words listed

directive-term-columns = names of columns with commas between them, each with the words to show: "women: Women, men: Men"

directive-term-contact = an e-mail address, a telephone number or a web address
