# An id that names nothing.
unknown-entry = there is no entry “{ $value }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = “rihla status --all” lists them all

# An id that names several entries.
ambiguous-entry = “{ $value }” may be one of several entries: { $candidates }
    .hint = write the whole of its name

# A command without an entry.
entry-needed = say which entry is to be { $done }
    .hint = write it like this: { $example }

# A command with more entries than it takes.
entries-too-many = the command { $command } takes one entry at a time, and { $count } are named: { $values }
    .hint = run the command once for each

# A language that the site does not have.
no-such-language = the site has no language “{ $value }”
    .hint = it has these: { $known }; to add “{ $value }”, write under “languages:” in content/site.yaml: { $row }
    .hint-2 = it has these: { $known }

# A language that several could be.
which-language = { $id } can be translated into several languages: { $known }
    .hint = say which: --to { $example }

# A collection that does not exist.
no-such-collection = the site has no collection “{ $value }”
    .hint = it has these: { $known }

# A state that does not exist.
no-such-state = “{ $value }” is no state of a translation
    .hint = the states are: { $known }

# A text that is not there.
no-text-in-language = { $id } has no text in { $language }
    .hint = “rihla translate { $id } --to { $tag }” begins one

# A translation into the language that it is from.
same-language = { $id } is the original in { $language }: it cannot be its own translation

# A translation whose source is not there.
translation-orphan = { $id }: the text from which the translation in { $language } was made is not there
    .hint = say from which language it is made now: rihla accept { $id } --to { $tag } --from LANGUAGE; or remove “translation”, and it is the original

# A translation that was said to be right before its source changed.
translation-left = { $id }: the source has changed since the translation in { $language } was said to be right; it is left as it is
    .hint = read it again, then: rihla accept { $id } --to { $tag }; in a browser, empty the field “revision”

# A translation that is not finished.
translation-unfinished = { $id }: the translation in { $language } is not ready (see above; in all: { $count })
    .hint = complete or correct it, then again; where all of it is meant: rihla accept { $id } --to { $tag } --as-is (of figures, “rihla check” goes on telling until a comment in the text says why: <!-- rihla: same figures: the reason -->)

# The same, among many.
translation-left-unfinished = { $id }: the translation in { $language } lacks something, has other figures than its source, or still has its words; it is not noted as right
    .hint = “rihla accept { $id } --to { $tag }” shows where

# A file whose fields cannot be read.
editorial-unreadable = { $path } has mistakes in its fields, and was left as it is
    .hint = “rihla build” shows them; mend them first

# A file into which a record cannot be written without changing more.
editorial-stuck = nothing can be written into { $path } without changing more than that; it was left as it is
    .hint = write each field on a line of its own, then try again

# Nothing is kept of the text from which a translation was made.
no-past-text = { $id }: nothing is kept of the text in { $source } from which the version in { $language } was made
    .hint = read both, then “rihla accept { $id }”: from then on, changes can be shown

# What `rihla accept` does.
editorial-term-accepted = accepted

# What `rihla diff` does.
editorial-term-compared = compared

# What `rihla remove` does.
editorial-term-removed = removed

# What `rihla translate` does.
editorial-term-translated = translated

# A file that the default theme does not have.
theme-file-unknown = the default theme has no file “{ $value }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = “rihla theme --list” names them all

# A name that several files of the default theme have.
theme-file-several = the default theme has several files called “{ $value }”
    .hint = name one with its folder: { $known }

# A file that the site has already.
theme-file-there = { $path } is there already, and is not written over
    .hint = rename it first, if you want the original beside it

# A theme that does not extend the default one.
theme-alone = the theme “{ $theme }” stands alone: it takes no file from the default theme
    .hint = add to themes/{ $theme }/theme.yaml a line: extends: { $default }

# A title of which no name can be made.
new-title = the title has no letter and no digit
    .hint = write it in quotation marks: { $example }

# An entry that is there already.
new-there = there is an entry { $id } already
    .hint = choose another title, or open the one that exists

# A site begun in a folder that is not empty.
init-folder = { $path } is not empty: it holds “{ $name }”
    .hint = name a folder that is not there yet

# A site begun in a language that there is not.
init-language = “{ $value }” is not the code of a language that Rihla can begin with
    .hint = codes are those of BCP 47, as in: { $example }

# A site begun for a purpose that is not known.
init-purpose = there is no site for “{ $value }” to begin with
    .hint = the kinds are: { $known }

# A site begun for an address that is none.
init-address = “{ $value }” is not the address of a site
    .hint = write it from https://, as in https://www.example.org/

# A site begun inside another one.
init-inside = { $path } is a site already, and a site does not lie in another one
    .hint = name a folder beside it

# A site begun with a name that is no title.
init-name = the name has { $count } characters, and a title has { $most } at most
    .hint = give a shorter one; the long one has its place in the text about the organization

# A title that the collection does not take.
new-long = the title has { $count } characters, and at most { $most } are allowed here
    .hint = shorten it
