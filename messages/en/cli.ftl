# A command that does not exist.
unknown-command = there is no command “{ $value }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = “rihla --help” lists them

# An option that does not exist.
unknown-option = there is no option “{ $value }” here
    .hint = did you mean “{ $nearest }”?
    .hint-2 = “rihla --help” lists them

# A word behind a command that takes none.
unknown-operand = “{ $value }” is one word too many: this command takes no path or name, and looks at the whole site
    .hint = write the command without it

# An option with a value that it cannot take.
option-value = “{ $value }” is not a value of the option { $option }
    .hint = possible values: { $known }
    .hint-2 = write it like this: { $example }

# An option without its value.
option-without-value = the option { $option } needs a value

# A command without an option that it cannot do without.
option-needed = the command { $command } needs the option { $option }
    .hint = write it like this: { $example }

# Two options that contradict each other.
options-together = the options { $option } and { $other } cannot be given together
    .hint = { $option } records the addresses that are published; leave out one of the two

# A language of which the command `typeset` knows nothing.
typeset-language = “{ $value }” is no language that can be set
    .hint = these have rules: { $known }; any other language is left as it is written

# Bytes on standard input that are no text.
input-text = line { $line } of the input is not text in UTF-8
    .hint = save the text in UTF-8 and try again

# Standard input that fails.
input-output = the text cannot be read: { $detail }

# Standard output that fails.
output = what was to be printed could not be written: { $reason }
    .hint = make room, or send it elsewhere, and run the command again

# Anything else that the command line gets wrong.
command-line = the command line is not right: { $detail }
    .hint = “rihla --help” explains it

# `--out a --out b`.
option-twice = “{ $option }” is written more than once
    .hint = write it once, with the value that is meant to count

# `rihla new` without its two words.
new-needs = the command new needs a collection and a title
    .hint = write it like this: { $example }

# `rihla new` with a title that is not in quotation marks.
new-quotes = the title has several words, and must be between quotation marks
    .hint = write: { $example }

# `rihla init` without a folder.
init-needs = the command init needs the folder in which the site is begun
    .hint = write it like this: { $example }
