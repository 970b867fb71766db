# A version without a text, beside one that has one.
text-lacking = this page has no text in { $language }, and one in { $other }
    .hint = write it below the second line of hyphens

# A field with a value in some languages alone.
field-lacking = “{ $field }” is said in { $other } and not in { $language }
    .hint = “rihla translate { $id } --to { $tag }” adds it; where it is meant, add to the entry: same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]

# `2017` in one language and `2018` in its place.
figures-differ = “{ $first }” ({ $language }) and “{ $second }” ({ $other }): the two languages do not say the same
    .hint = the two languages write numbers differently, so that “{ $alike }” does not say the same in them: in French, a space separates thousands and a comma decimals; in English, a comma thousands and a point decimals
    .hint-2 = correct one of them; where both are right, add to the entry: same: [{"{"}field: "{ $field }", reason: "…"{"}"}]
    .hint-3 = correct one of them; where both are right, write above this passage: <!-- rihla: { $silence }: the reason -->
    .hint-4 = correct one of them

# A figure that one language does not have.
figure-missing = “{ $first }” ({ $language }) has no equal in the other language ({ $other })
    .hint = correct one of them; where both are right, add to the entry: same: [{"{"}field: "{ $field }", reason: "…"{"}"}]
    .hint-2 = correct one of them; where both are right, write above this passage: <!-- rihla: { $silence }: the reason -->
    .hint-3 = correct one of them

# Three headings in one language, two in the other.
structure-differs = { $what }: { $count } in one language ({ $language }), { $others } in the other ({ $other })
    .hint = bring the two texts together; where both are right, write above the first paragraph: <!-- rihla: { $silence }: the reason -->
    .hint-2 = bring the two texts together; where both are right, add to the entry: same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]

# As many, and one is another one.
structure-unlike = { $what }: “{ $first }” in one language ({ $language }), “{ $second }” in the other ({ $other })
    .hint = bring the two texts together; where both are right, write above the first paragraph: <!-- rihla: { $silence }: the reason -->
    .hint-2 = bring the two texts together; where both are right, add to the entry: same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]

# An address of a directive that is another one in the other language.
value-differs = :::{ $name }, { $part }: “{ $first }” in one language ({ $language }), “{ $second }” in the other ({ $other })
    .hint = correct one of them; where both are right, add to the entry: same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]
    .hint-2 = correct one of them; where it is another one in each language, say so ({ $own }=…), or write above the first paragraph: <!-- rihla: { $silence }: the reason -->
    .hint-3 = correct one of them; where both are right, write above the first paragraph: <!-- rihla: { $silence }: the reason -->

# One that the other language does not have.
value-missing = :::{ $name }, { $part }: “{ $first }” in one language ({ $language }), nothing in the other ({ $other })
    .hint = write it there too; where it is meant, add to the entry: same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]
    .hint-2 = write it there too; where it is meant, write above the first paragraph: <!-- rihla: { $silence }: the reason -->

# A paragraph of the translation in the words of its source.
passage-untranslated = this passage has the same words in { $first } and in { $second }; it may not have been translated
    .hint = translate it; where it is meant, add to the entry: same: [{"{"}field: "{ $field }", what: text, reason: "…"{"}"}]
    .hint-2 = translate it; where it is meant, write above it: <!-- rihla: { $silence }: the reason -->
    .hint-3 = translate it

# A paragraph in French in an English text.
passage-in-another-language = { $count ->
        [one] this passage is in { $first }, in the text in { $second }
       *[other] this passage and what follows it ({ $count } passages) are in { $first }, in the text in { $second }
    }
    .hint = translate it; where it is meant, put it between “:::lang{"{"}tag={ $block }{"}"}” and “:::”
    .hint-2 = translate it; where it is meant, write “:lang{"{"}{ $tag } "…"{"}"}”

# A text in French, all of it, in the file of the English one.
text-in-another-language = this text is in { $first }, and stands in the place of the one in { $second }
    .hint = translate it, or put it into the file of its language; where it is meant, put it between “:::lang{"{"}tag={ $tag }{"}"}” and “:::”

# The French text in the file of the English one, and the English text in that of the French one.
texts-exchanged = the texts in { $first } and in { $second } stand in each other’s place
    .hint = put each in the place of its language

# A French title of an English text.
field-in-another-language = what “{ $name }” says in { $second } is in { $first }
    .hint = translate it; where it is meant, add to the entry: same: [{"{"}field: "{ $field }", what: text, reason: "…"{"}"}]
    .hint-2 = translate it

# `<!-- rihla: same figures -->`
silence-without-reason = this silences a check and does not say why
    .hint = write the reason: after a colon in a comment (<!-- rihla: same figures: the reason -->), as reason: in a field

# `<!-- rihla: figures: … -->`
silence-unknown = “{ $value }” is no check that can be silenced
    .hint = write one of these: same figures, same structure, same text, terms

# A silence about something that is right.
silence-unused = there is nothing to silence here any more
    .hint = take it out

# `Convention mondiale` for the Global Compact.
term-variant = “{ $value }” is not the official term
    .hint = write “{ $instead }”

# `IOM` in French.
term-of-another-language = “{ $value }” is the acronym in another language ({ $other })
    .hint = write “{ $instead }”

# An acronym without its expansion.
acronym-not-expanded = the page uses the acronym “{ $value }” and never says what it stands for
    .hint = where it first stands, write for instance: { $instead } ({ $value })

# The other place.
check-other = the text in the other language ({ $other })

# What stands before a passage that is missing.
check-after = in the other language ({ $other }), this passage would come after this

# What stands after a passage that is missing.
check-before = in the other language ({ $other }), this passage would come before this

check-term-headings = headings

check-term-lists = lists and their items

check-term-tables = tables (rows × columns)

check-term-pictures = pictures

check-term-links = links

check-term-directives = blocks (:::)

check-term-paragraphs = paragraphs

check-term-rows = rows of blocks (:::)

check-term-captions = captions of pictures

check-term-same-figures = same figures

check-term-same-structure = same structure

check-term-same-text = same text
