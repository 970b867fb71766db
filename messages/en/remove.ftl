# An id that no entry has.
remove-unknown = there is no entry “{ $value }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = an entry is named by its path in content, without language and extension, for instance news/2017-06-02-caritas

# The home page, the text of a list.
remove-part = “{ $value }” is the text of a home page or of a list, which the site cannot do without

# What leads to the entry.
remove-named = this leads to “{ $value }”, which was to be removed
    .hint = take it out here, or put in its place what the reader is to find instead

# Other entries need it.
remove-needed = “{ $value }” was not removed: the site still needs it (errors without it: { $count })
    .hint = put these places right first, then run the command again
