# Raw HTML that is not on the list.
html-removed = “<{ $tag }>” is removed from the text
    .hint = write instead, with the address at which it is watched and the languages of its captions: { $directive }, then a line :::
    .hint-2 = write it in Markdown: { $instead }
    .hint-3 = write it in Markdown, or leave it out

# `<Nom du ministre>`: words that are read as HTML.
html-words = “<{ $tag }>” is read as HTML: the page does not show these words
    .hint = quotation marks are written like this: { $quotes }
    .hint-2 = to show these signs in the text, write: { $signs }
    .hint-3 = write these words elsewhere, or put a backslash before the sign <: \<

# `<object>mots</object>`: HTML that is removed with the words in it.
html-words-removed = “<{ $tag }>” is removed from the text, and the words in it too
    .hint = write these words without “<{ $tag }>”, or a drawing as a picture: ![…](….svg)

# HTML that Markdown can say.
html-markdown = this HTML is read as the Markdown that says the same
    .hint = “{ $fmt }” writes it
    .hint-2 = write it in Markdown

# Markdown directly below HTML.
html-below = this line is directly below HTML: it is read as if an empty line stood between
    .hint = put an empty line before it; “{ $fmt }” writes it
    .hint-2 = put an empty line before it

# `<st1:place>`, `<![if !supportLists]>`: what a word processor writes around words.
word-tags = “{ $tags }” is left over from a word processor: the page does not show it
    .hint = remove these signs, and keep the words between them; “{ $fmt }” does it
    .hint-2 = remove these signs, and keep the words between them

# `&nbsp;` alone between empty lines, `<p></p>`.
paragraph-empty = this paragraph has no words: the page does not show it
    .hint = remove it; “{ $fmt }” does it
    .hint-2 = remove it

# A raw closing tag that closes nothing.
html-closing = “</{ $tag }>” closes nothing and is removed
    .hint = to show these signs in the text, write: { $signs }

# An attribute of raw HTML that is not on the list.
html-attribute-removed = “{ $attribute }” of “<{ $tag }>” is removed
    .hint = the theme says how a text looks; write the words alone

# `javascript:`, `data:` and everything else that is not on the list.
link-scheme = a link cannot begin with “{ $scheme }”
    .hint = write { $right }
    .hint-2 = a link is a file beside the text, a path from “/”, or begins with https:, http:, mailto: or tel:

# A picture without a text in its place.
picture-alternative = this picture has no text for those who cannot see it
    .hint = say between the square brackets what it shows: ![…]({ $destination })

# `![…](photo.jpg "legend")` that does not stand alone.
picture-caption = the page does not show this caption below the picture, which does not stand alone: “{ $caption }”
    .hint = { $place } a picture has no caption: write these words beside it, in the text
    .hint-2 = put the picture on a line of its own, with an empty line before it and after it

# `[^2]` without a note.
footnote-missing = there is no footnote “{ $label }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = write, on a line of its own: [^{ $label }]: the text of the note

# `[^1] : text`.
footnote-space = this footnote is not read as one: there is a space before its colon
    .hint = write, on a line of its own after an empty one: [^{ $label }]: the text of the note

# A note that nothing refers to.
footnote-unused = nothing refers to the footnote “{ $label }”: nobody will read it
    .hint = write [^{ $label }] where it belongs in the text

# Two notes with one label.
footnote-twice = there are two footnotes “{ $label }”
    .hint = give each a label of its own

# `{#id}` twice.
anchor-twice = two headings have the identifier “{ $id }”

# `{#un titre}`.
anchor-form = “{ $id }” cannot be the identifier of a heading
    .hint = write {"{"}#{ $slug }{"}"}

# `:fact{` or `:lang{` without an end.
directive-open = “:{ $name }{"{"}” is never closed by “{"}"}”
    .hint = write { $meant }
    .hint-2 = write for example { $example }

# `:fact{a b}`, `:lang{en}`.
directive-form = “:{ $name }” is not written this way
    .hint = write { $meant }
    .hint-2 = write for example { $example }

# Quotes, lists or emphasis inside each other.
markdown-too-deep = more than { $limit } quotes, lists or emphases inside each other

# A row with more cells than columns.
table-cells = this cell has no column: the first row of the table has { $columns }, and what stands further right is lost
    .hint = write \| for a bar that belongs to the words, or add a column to the first two lines of the table

# `` `a|b` `` in a table.
table-code = in a table, a bar ends the cell, even between grave accents
    .hint = write \| for a bar that belongs to the code

# Rows without a line of hyphens.
table-signs = these lines are no table: the line of hyphens below the first one is missing, or does not have a part for each column
    .hint = write { $hyphens } below the first line
    .hint-2 = the first line has { $columns } cells, and one below it has { $parts }: write what is missing into the first line, between bars

# Rows below an empty line.
table-parted = an empty line ends a table: what follows it is shown as text, with its bars
    .hint = take the empty lines between the rows away, and write { $hyphens } below the first one
    .hint-2 = take the empty lines between the rows away

# `[words](two words.pdf)`
link-signs = this is no link: it is shown with its brackets
    .hint = inside a caption, a straight quotation mark needs a backslash before it: { $title }
    .hint-2 = write [words](address), without a space between the brackets; an address with spaces stands between < and >

# `![words](two words.png)`
picture-signs = this is no picture: it is shown as text, with its brackets
    .hint = inside a caption, a straight quotation mark needs a backslash before it: { $title }
    .hint-2 = write ![what it shows](picture.jpg); a name with spaces stands between < and >

# `[words][label]`
link-undefined = this is no link: nothing says what “{ $label }” leads to
    .hint = write the address in round brackets, [words](address), or on a line of its own: [{ $label }]: address

# `[label]: address` to which nothing refers.
link-definition-unused = this line says what “{ $label }” leads to, but no link uses it: nobody will see it
    .hint = use it, [words][{ $label }], or remove it; with a backslash before [ the line is text

# `[label]: address` a second time.
link-definition-twice = a line further up says already what “{ $label }” leads to: this one does nothing
    .hint = remove it, or give it a label of its own

# A fence that is not closed.
fence-open = “{ $fence }” is never closed: everything after it is shown as code
    .hint = write { $fence } on a line of its own where the code ends

# `**« Espoir »**commence`
emphasis-signs = “{ $signs }” is shown as it stands here: it stresses nothing
    .hint = as many signs stand before the words as behind them: { $right }
    .hint-2 = to stress words, write { $stressed }
    .hint-3 = the signs touch the words between them, and no letter outside them: { $signs }words{ $signs }

# `5*3 et 4*2`
emphasis-inside = “{ $signs }” is not shown here: it stresses “{ $words }”
    .hint = to show the signs, put a backslash before each: { $right }
    .hint-2 = it is a name: write { $code }

# `` l`eau ``
grave-accent = a grave accent is shown as it stands here
    .hint = close the code with a second one, or write an apostrophe

# `## Titre\`
backslash-end = the backslash at the end is shown as it stands
    .hint = remove it

# `##Titre`
heading-signs = this line is no heading: “{ $signs }” is shown as it stands
    .hint = put one plain space after { $signs }

# `####### Titre`
heading-depth = “{ $signs }” is shown as it stands: a heading has six # at most
    .hint = write { $right }

# `##`
heading-empty = this heading has no words
    .hint = write its words after { $signs }, or remove the line

# `## Deux {#deux} suite`
anchor-place = “{ $signs }” is shown as it stands: it names no heading here
    .hint = put it at the end of the heading

# `• un`
list-signs = this is no list: “{ $signs }” is shown as it stands
    .hint = in a list, begin each item with “{ $right }” and a plain space; where people speak, leave an empty line before each “{ $reply }”
    .hint-2 = begin each item with “{ $right }” and a plain space

# `+ de 50 personnes`
list-counted = “{ $words }” is shown as a list of one item, without its “+”
    .hint = write: { $right }

# `a) un`, with `b) deux` directly below it.
list-letters = these lines are shown as one sentence: “{ $signs }” begins no item of a list
    .hint = write “- ” before “{ $signs }”, at the head of each line

# U+200B before `##`.
invisible-sign = a sign that nobody sees ({ $invisible }) keeps this line from being what it is meant to be
    .hint = remove it

# `> [!NOTE]`
note-signs = “{ $signs }” is shown as it stands: a note is written differently here
    .hint = write :::note{ $kind } on a line before it, and ::: on a line after it

# Rows with tabs between their cells.
table-tabs = these lines are shown as one sentence: tabs make no table
    .hint = put | between the cells, and a line of hyphens below the first one

# Words directly below a table.
table-below = this line is directly below a table: it is shown as its last row
    .hint = put an empty line before it

# `mot[1]`
note-mark = “[{ $number }]” is shown as it stands: it leads to no footnote
    .hint = write [^{ $number }] here and, on a line of its own: [^{ $number }]: the text of the note

# `mot¹`, and below it `¹ Source`.
note-by-hand = “{ $signs }” is shown as it stands: it begins no footnote, and leads nobody from the text to these words
    .hint = write [^{ $number }] in the text and, at the head of this line: [^{ $number }]: the text of the note

# `-` with nothing behind it.
item-empty = this item of a list has no words
    .hint = write its words, or remove the line

# `fact{x}`
directive-signs = “{ $signs }” is shown as it stands: it is not written this way
    .hint = write { $right }

# `Texte :::note{…} mots :::`
directive-in-line = “:::{ $name }” is shown as it stands: it does not begin a line
    .hint = put :::{ $name } on a line of its own with an empty line before it, its words on the lines below, and ::: alone on the last

# `[](https://e.org)`
link-without-words = nobody sees this link: it has no words
    .hint = say between the square brackets what is found there: [the report]({ $destination })

# `https://e.org` without the brackets of a link.
address-text = “{ $address }” is shown as text: nobody can click on it
    .hint = write { $right }, or [words](address)
    .hint-2 = write [words](address)

# Prose that begins with four spaces.
code-indented = these words are shown as code, because the line begins with four spaces or a tab
    .hint = begin the line at the margin; for code, write ``` on a line before it and on a line after it

# `Une phrase.` with `---` directly below it.
heading-hyphens = the hyphens directly below make a heading of these words
    .hint = for a line across the page, put an empty line before the hyphens, three of them at least; for a heading, write ## before the words

# `<!--` without `-->`.
comment-open = this remark is never closed: nothing of what follows is shown
    .hint = write --> where the remark ends

# `<?php` without `?>`.
program-open = “{ $signs }” is never closed: nothing of what follows is shown
    .hint = remove it; to show these signs, write \{ $signs }

# `<td>**mot**</td>` in HTML that stays HTML.
html-signs = “{ $signs }” is shown as it stands: inside HTML nothing is read as Markdown
    .hint = write: { $right }
    .hint-2 = write all of it in Markdown, or these words without their signs

# `10000 Rabat`, with `Tél. : 05 37 65 28 81` directly below it.
lines-joined = these lines run on in one: the page breaks no line of an address by itself
    .hint = end each of them but the last with a backslash: \

# `<< Bonjour >>`
quote-signs = “<<” and “>>” are shown as they stand: they are no quotation marks
    .hint = write: { $right }

# `title: Le « plan`
quote-open = the quotation mark { $open } is never closed
    .hint = write { $close } where the quotation ends, or remove { $open }

# `title: Le plan ”`
quote-close = nothing opens the quotation that { $close } closes
    .hint = write { $open } where the quotation begins, or remove { $close }

# `summary: "**gras**"`
field-markup = “{ $signs }” is shown as it stands: “{ $field }” is plain text
    .hint = write the words alone: { $right }

# `![IMG_2034.jpg](…)`
alternative-words = “{ $words }” does not say what the picture shows
    .hint = write what a person who cannot see it should know

# `[page ](…)ici`
link-space = the link “{ $words }” ends with a space
    .hint = “{ $fmt }” puts it outside

# `H~2~O`, `[TOC]`, `{: .class}`
foreign-signs = “{ $signs }” is shown as it stands here: it is markup of another program
    .hint = write { $right }; “{ $fmt }” does it
    .hint-2 = write { $right }
    .hint-3 = remove “{ $contents }”: a table of contents is made from the headings; “{ $fmt }” does it
    .hint-4 = write the words out where the abbreviation stands first: { $words }
    .hint-5 = remove it; “{ $fmt }” does it
    .hint-6 = remove it

# `[cliquez ici](…)`
link-words = “{ $words }” does not say where the link leads
    .hint = name what is found there: people who go from link to link hear these words alone

# `http://localhost/`
address-local = “{ $address }” leads to the computer, or the office, of the person who reads the page
    .hint = write the address at which everybody finds it, or a path from “/” for a page of this site

# `[words](“https://e.org”)`
address-quoted = this address stands in quotation marks: it leads nowhere
    .hint = write the address alone: { $right }

# `https://`, `https://iom`, `https:/www.iom.int`, `mailto:ali@iom`
address-host = “{ $address }” is no whole address: it leads nowhere
    .hint = write { $right }
    .hint-2 = write the whole address, such as https://www.iom.int/ or mailto:name@example.org

# `ﬁn`, and `é` in two signs
letters-apart = “{ $words }” has signs that a search does not find: an accent apart from its letter, or several letters in one sign
    .hint = type the word again: { $right }; “{ $fmt }” does it
    .hint-2 = type the word again: { $right }

# `lundi 24 novembre 2026`, which is a Tuesday
weekday-of-date = “{ $words }”: { $date } is a { $day }
    .hint = look up which of the two is right, the day of the week or the date, and correct the other

# `31 novembre 2026`
date-of-no-calendar = “{ $words }” does not exist: the month ends on day { $last }
    .hint = look up the date, and correct the day, the month or the year

# `lâ€™eau`
damaged-sign = “{ $signs }” is what a program has left of another sign
    .hint = write “{ $right }”
    .hint-2 = write the sign that was meant
