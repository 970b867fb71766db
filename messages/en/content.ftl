# A sign that nobody sees, and that another program has left.
sign-unseen = there is a sign here that nobody sees and that most programs cannot show: { $sign }
    .hint = put a space in the place of { $broken }
    .hint-2 = remove { $useless }
    .hint-3 = remove the sign { $sign }, or write what it was to show

# A text without fields, of an entry that has none elsewhere.
front-matter-missing = this text does not say its title
    .hint = begin the file with three lines: --- then title: "…" then ---

# Fields at the head of a text, without the lines around them.
front-matter-unframed = the lines of hyphens around the fields are missing, so that they are read as text
    .hint = put a line of three hyphens, ---, above “{ $first }”, and another one below “{ $last }”

# A Markdown file whose name has no language.
file-language = the name of this file does not say its language
    .hint = rename it to { $wanted }, or to { $others }, whichever its language is
    .hint-2 = rename it to { $wanted }

# `x.fr.fr.md`.
file-language-twice = the name “{ $name }” says its language twice
    .hint = rename it to { $wanted }

# A source with an ending that is not read.
file-ending = “{ $name }” is not read, because of the end of its name
    .hint = rename it to { $wanted }, or to { $others }, whichever its language is
    .hint-2 = rename it to { $wanted } (Windows hides the end of names: in the Explorer, show “file name extensions”)

# A name with a meaning, in capitals.
file-capitals = “{ $name }” has capitals: a file of this name means something in small letters alone
    .hint = rename it to { $wanted }

# Two files that would be one entry, if they were spelled alike.
entries-alike = “{ $name }” and “{ $other }” are two entries, since they are not written alike: languages are paired by the name of the file
    .hint = rename this one to { $wanted }
    .hint-2 = give one of the two another name

# Entries in a table.
entries-form = “{ $name }” is not read: the entries of a collection are not taken from a file of the kind { $extension }
    .hint = write them in entries.yaml, a list whose items begin with “- id: …”

# A Markdown file in a language that the site does not have.
file-language-unknown = the site has no language “{ $language }”
    .hint = if the site is to have it, add “tag: { $meant }” to the languages in content/site.yaml; those it has are: { $known }
    .hint-2 = did you mean { $nearest }? Then rename the file to { $wanted }
    .hint-3 = its languages are: { $known }

# A text in the folder of an entry that is not a text of the entry.
stray-text = this text belongs to no entry: the folder { $folder } is one entry, and its texts are called index
    .hint = rename it to { $wanted }, or move it out of the folder

# `_index` outside the top of a collection.
stray-index = _index is the text of the home page or of a collection’s list; here it belongs to nothing
    .hint = rename it to { $wanted }

# An item of `entries.yaml` without `id`.
entry-id = every item of entries.yaml needs an “id”
    .hint = add as its first line: id: { $example }

# An id that cannot be one.
entry-id-form = “{ $value }” cannot be an id
    .hint = use lower-case letters, digits and hyphens: { $example }

# `entries.yaml` that is not a list.
entries-not-a-list = entries.yaml must be a list: each item begins with “- id: …”

# The file of an entry that is not a map.
entry-not-a-map = this must be lines “key: value”

# A folder of the content that looks like a collection but declares none.
collection-undeclared = entries.yaml stands in the folder { $folder }, which declares no collection
    .hint = add the file { $wanted }
