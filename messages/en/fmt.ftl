# `2 Juin`.
fmt-month = “{ $before }” is written “{ $after }”: the name of a month begins with a small letter

# `1 juin`, `09 décembre`.
fmt-day = “{ $before }” is written “{ $after }”: the first of a month is an ordinal, and no zero stands before a day

# `2ème`.
fmt-ordinal = “{ $before }” is written “{ $after }”: this is how an ordinal is abbreviated

# `Etat`, `A l'occasion`.
fmt-accent = “{ $before }” is written “{ $after }”: a capital keeps its accent

# `oeuvre`.
fmt-ligature = “{ $before }” is written “{ $after }”: o and e are one letter in this word

# `Mr`.
fmt-title = “{ $before }” is written “{ $after }”: this is how the title is abbreviated

# `organisation` in Oxford spelling.
fmt-ize = “{ $before }” is written “{ $after }”: the spelling of this site has -ize

# `program` in British spelling.
fmt-word = “{ $before }” is written “{ $after }”, unless a computer runs it

# `lâ€™eau`.
fmt-damaged = “{ $before }” is written “{ $after }”: a program had read the letters in the wrong encoding

# `ﬁn`, and `é` in two signs.
fmt-letters = “{ $before }” is written “{ $after }”, with plain letters: a search does not find the other signs

# `45%` in running text.
fmt-per-cent = “{ $before }” is written “{ $after }” in running text; the sign is for tables and titles

# `IOM' office`.
fmt-possessive = “{ $before }” is written “{ $after }”: only a plural in s has the apostrophe alone

# Two spaces.
fmt-spaces = one space is enough between “{ $left }” and “{ $right }”

# A picture that says where it was taken.
fmt-hidden = the position, and everything else that is hidden in this picture, is taken out; what it shows stays as it is

# A file whose correction would change something else.
fmt-kept = this file was left as it is: its corrections would change more than what they say
    .hint = make them by hand, and report the file, so that the program can be mended

# A file that would have an error once it is corrected.
fmt-worse = this file was left as it is: once corrected, it would have an error that it does not have now, such as a title that is too long
    .hint = make the corrections by hand, and shorten what becomes too long

# A path on the command line that names nothing.
fmt-path = “{ $path }” is no file or folder of the content of this site
    .hint = name files or folders below content, for instance { $example }
