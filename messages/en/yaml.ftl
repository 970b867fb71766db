# A plain value holds `: `.
yaml-colon = a value that contains “: ” must be in double quotes
    .hint = the quotation marks delimit the value, or { $mark } is part of its text

# A plain value is cut by ` #`.
yaml-hash = “{ $lost }” is lost: after a space, “#” begins a comment
    .hint = put the whole value in double quotes; for a comment, write “# ” with a space

# `'L'OIM'`.
yaml-apostrophe = an apostrophe ends a text in single quotes
    .hint = use double quotes around the text

# `"Santé" et emploi`, `[Maroc] Convention`.
yaml-text-after = there are words after the closing { $sign }
    .hint = begin a new line before “{ $next }:”
    .hint-2 = put the whole value in double quotes, and write \" for a quotation mark inside it

# `"Une",`.
yaml-sign-after = “{ $sign }” stands after the closing { $closing }, where the value ends
    .hint = remove “{ $sign }”

# `@oim`, `* note`, `- tiret`, `% de femmes`.
yaml-sign = a value that begins with “{ $sign }” must be in double quotes

# `"A\B"`.
yaml-backslash = inside double quotes, “\” begins a sign that is written otherwise
    .hint = write \\ for a backslash, or put the text between single quotes ' '

# `axes: - sante`.
yaml-item = on the line of its key, a value cannot begin with a hyphen
    .hint = put a text in double quotes; write a list as [{ $items }]

# `axes: - [sante]`, `place: - "Rabat"`.
yaml-hyphen = a hyphen stands before the value, on the line of its key
    .hint = remove the hyphen

# `fr: |` above lines at the left.
yaml-block-indent = the lines of a text that “{ $sign }” announces stand further to the right than its key
    .hint = begin each of them with two spaces more

# A line of a text below `fr: |` that is less far to the right than its first.
yaml-block-margin = this line ends the text that “{ $sign }” announces: it stands less far to the right than the first
    .hint = begin each line of the text in the column of the first

# A quotation mark opens and nothing closes.
yaml-unclosed-quote = this quotation mark is never closed
    .hint = put { $closing } at the end of the text as well
    .hint-2 = the quotation marks delimit the value, or { $mark } is part of its text

# A bracket opens and nothing closes.
yaml-unclosed-bracket = “{ $sign }” is never closed
    .hint = close it with “{ $closing }”; if it is part of a text, put the text in double quotes

# `{fr: Santé, hébergement, en: Health}`.
yaml-comma = inside {"{"} {"}"}, a comma separates: “{ $key }” has become a key of its own
    .hint = put each text in double quotes, or write one language on each line

# A tab or a no-break space at the head of a line.
yaml-indent-sign = this line begins with { $sign }; lines are moved in with ordinary spaces only

# A sign such as U+000B.
yaml-control-sign = there is a sign here that nobody sees and that cannot stand in YAML: { $sign }
    .hint = write a space in the place of { $space }
    .hint-2 = this line has { $count } such signs: write a space in the place of each that stands between two words, and remove the others
    .hint-3 = remove the sign { $sign }

# A line stands at a depth that fits nothing.
yaml-indentation = this line does not stand under the ones before it
    .hint = lines of one group begin in the same column

# A key below a value.
yaml-nested = “{ $key }” cannot stand below a line that has a value already
    .hint = move “{ $key }” to the left; if it belongs to “{ $above }”, put the value of “{ $above }” on a line of its own too, below a key of its own
    .hint-2 = move “{ $key }” to the left

# `title:Texte`.
yaml-no-space = there must be a space after the “:” of “{ $key }”

# `title Texte`.
yaml-no-colon = there must be a “:” and a space after “{ $key }”

# `title = "Texte"`.
yaml-separator = after “{ $key }” stands “{ $sign }”, and not a colon and a space

# `-date: 2026-01-02`.
yaml-item-space = there must be a space after the hyphen that begins an item of a list

# `* a` where an item of a list begins.
yaml-item-sign = an item of a list begins with a hyphen and a space, and not with “{ $sign }”

# A space before the first key.
yaml-first-indent = this line stands further to the right than the lines that follow it
    .hint = begin it in the same column as the others

# A line that is no `key: value`.
yaml-stray-line = this line is not of the form “key: value”
    .hint = where it goes on with the line above, write both as one: { $joined }
    .hint-2 = where it goes on with the line above, write it at the end of that line; else write a key before it

# Anything else that the parser refuses.
yaml-syntax = this cannot be read as YAML
    .hint = put the value in double quotes, or compare the line with one that works

# The same key twice in one map.
yaml-duplicate-key = “{ $key }” stands here twice
    .hint = keep one of the two

# A list or a map as a key.
yaml-complex-key = a key must be a word

# `---` in the middle of a file.
yaml-second-document = a file of YAML holds one document: what follows this line is not read
    .hint = remove the line

# Nested too deeply.
yaml-too-deep = more than { $limit } levels inside each other

# Too many values, or too many bytes.
yaml-too-large = the file is too large to be read as YAML
    .hint = split it into several entries

# `NO`, `14:30`, `010`.
yaml-ambiguous = other programs read “{ $value }” without quotes as { $meaning }; here it is text

# `14:30`, `010`, `1_000`.
yaml-ambiguous-number = other programs read “{ $value }” without quotes as the number { $number }; here it is text

# `“Convention”`.
yaml-curly-quotes = curly quotation marks are part of the text; YAML uses straight ones

# `“Convention'`.
yaml-quote-pair = the quotation mark { $open } opens this value and { $close } closes it: they are no pair
    .hint = the quotation marks delimit the value, or { $mark } is part of its text

# A text begins with keys, but without `---`.
front-matter-opening = the line “---” is missing above the fields of this text
    .hint = write “---” alone on line { $line }

# Fields in TOML.
front-matter-toml = these fields are written in TOML, between lines “+++”; here they are YAML, between lines “---”
    .hint = write each as “key: value”

# Fields in JSON.
front-matter-json = these fields are written in JSON; here they are YAML, between lines “---”
    .hint = write each as “key: value”

# The fields open with `---` and do not close.
front-matter-closing = the fields begin here with “---”, but no line “---” ends them
    .hint = write “---” alone on line { $line }, before the text

# Dashes, but not three hyphens.
front-matter-dashes = this line must be three hyphens: ---

# What the earlier of two equal keys is.
yaml-first = the first “{ $key }”

# `no`.
yaml-meaning-false = false

# `yes`.
yaml-meaning-true = true

# U+0009.
yaml-sign-tab = a tab

# U+00A0 and its kind.
yaml-sign-no-break-space = a no-break space

# `"`.
yaml-sign-quote = quotation mark

# `]` or `}`.
yaml-sign-bracket = bracket
