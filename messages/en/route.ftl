# There is nothing to make a slug of.
entry-without-slug = no address can be made from the title “{ $title }”
    .hint = add a line: slug: …

# The form of the address needs a date, and the entry has none.
address-without-date = the addresses of the collection { $collection } contain a date, and this entry has none
    .hint = the folder { $folder } is to be one entry: call this text index instead of { $name }
    .hint-2 = a name begins with the year, the month and the day: call it { $wanted } instead of { $name }
    .hint-3 = add a line with its date, like this one: date: 2017-06-02

# A line of the ledger is not one.
ledger-line = this line of the ledger cannot be read
    .hint = a line is an address, a language and an entry, with spaces between them; restore the file from version control

# Marks of a merge in the ledger.
ledger-conflict = this line was left by a merge that is not finished
    .hint = keep the lines of both sides and remove the marks

# One address, two entries.
ledger-twice = the ledger gives the address { $address } to two entries
    .hint = keep the line of the entry that has this address

# An address that was published answers no more.
address-vanished = the address { $address } was published, and nothing answers there any more
    .hint = in { $file }, add: aliases: [{ $address }]
    .hint-2 = put the file { $missing } back; to take the page away for good, leave its title in it and write gone: true
    .hint-3 = if the text is now { $renamed }, add there: aliases: [{ $address }]; if it is no more, write the address in “gone:” of content/site.yaml
    .hint-4 = write it in “aliases:” of the entry that replaces it, or in “gone:” of content/site.yaml

# An entry says itself what takes offline what was published.
address-withdrawn = this would take offline what has been published: { $addresses }
    .hint = write { $draft }, and prepare a new text in another place; to take the page away for good, write gone: true instead
    .hint-2 = remove the line “{ $key }”: the page is online already; to take it away for good, write gone: true instead
    .hint-3 = add { $tag } to this list; to take that page away for good, write gone: true in its text
    .hint-4 = put the text of this file back; to take the page away for good, leave its { $title } and write gone: true
    .hint-5 = write { $field } with the name of who has reviewed the text; on a demonstration (demonstration: true in content/site.yaml) none is needed

# An address that was published for one entry shows another.
address-reused = the address { $address } was published for “{ $entry }”, which still exists
    .hint = give this entry another “slug:”, so that links to the other one stay right

# An alias is the address of a page.
alias-taken = the alias { $address } is the address of a page
    .hint = remove the alias, or give the page another address

# An alias is the address of its own page.
alias-self = the alias { $address } leads to itself: it is the address of this very page
    .hint = remove it

# Two entries have the same alias.
alias-twice = the alias { $address } leads to two pages
    .hint = keep it in one of the two

# An alias of what has no page.
alias-nowhere = the alias { $address } leads nowhere: entries of this collection have no pages

# An address that is gone is the address of a page.
gone-taken = { $address } is said to be gone, and a page has this address
    .hint = remove it from “gone:”

# An address that is gone leads to a page.
gone-alias = { $address } is said to be gone, and an alias leads from there to a page
    .hint = remove it from “gone:”, or remove the alias

# The earlier of two equal lines.
route-ledger-first = the other line

# The page that has an address.
route-page = this page

# The alias of an address that is gone.
route-alias = the alias

# The other of two aliases.
route-other-alias = the other alias

# What the ledger says of an address.
route-ledger-says = the ledger says so
