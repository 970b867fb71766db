# Two files describe the same entry in the same language.
entry-twice = the entry “{ $id }” is described twice
    .hint = rename or remove one of the two

# A required field has no value.
field-required = “{ $field }” is required and has no value
    .hint = after a space, “#” begins a comment: if “{ $lost }” is the value, put it in double quotes
    .hint-2 = write it after “{ $empty }:”, on the same line
    .hint-3 = add a line: { $line }
    .hint-4 = add a line: { $key }: "…"

# A required localized field of an all-YAML entry lacks a language that other fields have.
field-required-in-language = “{ $field }” has no value in { $language }, a language in which this page exists
    .hint = after a space, “#” begins a comment: if “{ $lost }” is the value, put it in double quotes
    .hint-2 = write it after “{ $empty }:”, on the same line
    .hint-3 = write the same lines in { $wanted }, with the words of that language
    .hint-4 = add a line: { $line }
    .hint-5 = add under “{ $key }” a line: { $tag }: "…"

# The fields of an entry stand in a file beside which there is no text, and say nothing in any language.
entry-without-text = nothing is published of this file: no text stands beside it, and it has no “{ $field }”
    .hint = write the text in { $wanted }, or remove this file

# The collection requires every language.
translation-required = this entry does not exist in { $language }, which its collection requires
    .hint = write the file { $wanted }

# The entry says `languages: [fr]` and has a text in another one.
language-not-meant = this text is not published: the entry says that it exists only in these languages: { $languages }

# A reference to nothing.
unknown-reference = there is no entry “{ $value }” in the collection { $collection }
    .hint = did you mean “{ $nearest }”?
    .hint-2 = create it in content/{ $collection }, or correct the name

# Several entries in one text.
references-together = “{ $value }” names several entries, and each is an item of its own in “{ $field }”
    .hint = put commas between them, in square brackets: [{ $ids }]

# A text in a folder that is called as visitors read the name of a collection.
folder-of-no-collection = this text is in no list and no feed: the folder { $folder } is no collection
    .hint = the files of this collection are in content/{ $collection }: move the text there; if it is a page of its own, give the folder another name, or a line in a menu to the text

# A text whose name begins with a date, outside what has dates.
dated-outside = the name of this text begins with a date, and the text is in no list and no feed
    .hint = move it to content/{ $collections }; if it is a page of its own, take the date from its name, or give it a line in a menu

# Two texts of one day, each in one language.
names-of-a-pair = { $name } exists only in { $own_language }, and { $other }, of the same day, only in { $language }
    .hint = where they are one text in two languages, give both the same name up to the language

# `unpublish_at` that is not after `publish_at`.
never-online = this text would be taken offline before it goes online, and would never be shown
    .hint = “unpublish_at” must come after “publish_at”: correct one of the two

# A date long past.
date-long-past = this is dated { $date }, more than fifty years ago
    .hint = correct the date at the head of the name { $name }, if the year is a slip
    .hint-2 = correct it, if the year is a slip

# A deadline that has passed before its text was online.
deadline-passed = this deadline ({ $date }) comes before the text goes online for the first time
    .hint = correct it, if the day, the hour or the year is a slip

# What takes place, and does not say when.
event-undated = this has no { $field }: it is in no calendar, and in no list of what is to come
    .hint = write the line { $field }: with its day; where each entry of the collection must have one, that field says required: true

# What is to take place, and does not say to a feed when it was published.
event-unannounced = the feed does not announce this before its day ({ $date }): nothing says when the text was published
    .hint = write the line publish_at: with the day on which the text is published

# A translation in the words of its source, all of it.
text-untranslated = the whole text has the same words in { $first } and in { $second }: it has not been translated
    .hint = translate it, or write state: draft in its translation until then; where it is meant: rihla accept { $id } --to { $tag } --as-is

# A date far ahead, of what is online at once.
date-far = this is dated { $date }, more than ten months from now, and goes online at once
    .hint = correct the date at the head of the name { $name }; or, where it is to appear later, add a line: publish_at: { $date }
    .hint-2 = correct the date; or, where it is to appear later, add a line: publish_at: { $date }

# What is written like a date in the name of a file, and is none.
name-date = the name { $name } begins with { $value }, which is no day of the calendar
    .hint = if the day and the month were exchanged, call it { $wanted }
    .hint-2 = rename the files of this text: the year, the month and the day come first, as in 2026-02-09

# A reference without date that fits several entries.
ambiguous-reference = “{ $value }” may be several entries: { $candidates }
    .hint = write the whole name, with its date

# A link inside the site that leads nowhere.
broken-link = this link leads nowhere: there is no “{ $target }”
    .hint = did you mean { $nearest }?
    .hint-2 = put the file beside the text, in { $folder }
    .hint-3 = write the path of a text, such as { $example }, or / and an id
    .hint-4 = write the path of a text of this site, or / and an id

# `![words](https://…)`
picture-elsewhere = the picture “{ $value }” is on another site: whoever reads the page would be known there, and it may go at any time
    .hint = if you may use it, put the file beside the text and write its name

# `[words]()`
link-empty = this link has no address
    .hint = write it between the round brackets, as in [the report](report.pdf)

# `[words](https://example.org/ )` with a no-break space at its end.
address-unseen = this address holds a character that nobody sees ({ $invisible }): it does not lead where it seems to
    .hint = remove that character

# A link to an entry that has no page.
link-without-page = “{ $target }” has no page to link to

# A link to a file that holds several entries.
link-several = “{ $target }” holds several entries, each with a page of its own: this link does not say which is meant
    .hint = name the entry, for instance: { $example }

# A link to a text that is not online.
link-not-online = this link leads to “{ $target }”, which is not online; the words stay, without a link

# A fragment that does not exist.
broken-fragment = “{ $target }” has no heading “#{ $fragment }”
    .hint = did you mean #{ $nearest }?
    .hint-2 = its headings are: { $known }
    .hint-3 = “{ $bare }” has no headings: link to it without “#{ $fragment }”, or write the heading

# `C:\Users\a\x.jpg`
file-on-computer = “{ $value }” is a file of one computer: a page cannot show it to anyone else
    .hint = the file stands beside the text: write { $nearest }
    .hint-2 = put the file into the folder of this text, “{ $folder }”, and write its name alone: { $name }

# A link that leads out of the site's folders.
path-outside = “{ $value }” leads out of the site’s folders

# A picture or file that does not exist.
missing-file = there is no file “{ $value }”
    .hint = did you mean { $nearest }?
    .hint-2 = put the file in { $folder }

# A text or the data of the site as a file to download.
source-as-file = “{ $file }” is a source of the site, which is not published as it is
    .hint = link to its page: [words of the link]({ $file })

# A picture that is not one.
not-a-picture = “{ $file }” is not a picture that a browser shows
    .hint = use JPEG, PNG, WebP, AVIF, GIF or SVG

# A picture that is published as it is, and from which metadata cannot be taken.
picture-metadata = the picture “{ $file }” carries hidden data ({ $kinds }), which may tell where and by whom it was taken, and which cannot be taken out of a file of this kind
    .hint = export it again as JPEG or PNG

# As [`METADATA`], of a file that cannot be followed.
picture-metadata-stuck = the picture “{ $file }” carries hidden data that cannot be taken out, since the file is damaged
    .hint = export it again as JPEG or PNG

definitions-page-missing = “definitions:” is on, and the site has no page “{ $id }” on which to list the terms
    .hint = did you mean “{ $nearest }”?
    .hint-2 = write the file { $file } with a title and the line “template: definitions”

guide-without-parts = this guide has no parts: no page stands beneath it
    .hint = put each part into the folder content/{ $id }, as in content/{ $id }/first.{ $language }.md; or remove in_parts: true
    .hint-2 = the parts of a guide are the pages beneath it, and “{ $collection }” has none: make it a page of its own below content, or remove in_parts: true

# A picture without a size.
people-unsaid = nothing says whether the pictures of this text show people who can be recognised, here “{ $file }”
    .hint = write shows_people: false, or shows_people: true and, under consent, where their consent is kept

consent-missing = these pictures show people, and nothing says that they agree
    .hint = write where their consent is kept, without a name: consent: "Signed forms, file 2026-12"

picture-unreadable = the picture “{ $file }” cannot be read: it is cut off or damaged
    .hint = open it; if it looks right, export it again, otherwise put back the original

# A picture that takes more memory than there is for it.
picture-too-large = the picture “{ $file }” has { $width } × { $height } pixels: to make smaller ones of it takes { $needed } MB of memory, and at most { $limit } MB may be used
    .hint = make it smaller: no page shows more than 4,000 pixels on the longer side; or raise “memory” under “pictures” in content/site.yaml

# A picture that is heavier than any page needs.
picture-heavy = this picture weighs { $size } MB; visitors get small ones made of it, but everyone who works on the site has to copy it
    .hint = reduce it to 4,000 pixels on the longer side and keep the original elsewhere

# A picture that is published as it is, and is heavy.
picture-heavy-as-it-is = the picture “{ $file }” is published as it is, since no smaller ones can be made of it (it moves, or is AVIF), and each visitor loads { $size } kB
    .hint = use a still JPEG or PNG; what moves is better a video that the reader starts

# A picture that could not be written.
picture-not-made = no smaller pictures could be made of “{ $file }”
    .hint = export it again as JPEG or PNG

# A picture that stays heavy whatever is done.
picture-over-limit = the picture “{ $file }” still weighs { $size } kB when it is made as small as it may be, more than the { $limit } kB that a picture should have
    .hint = choose a calmer picture, or a part of it; or raise “image” under “weight_limits” in content/site.yaml

# A language that the theme cannot name.
language-name = the theme has no words for “in” the language “{ $tag }”
    .hint = add to themes/{ $theme }/strings/{ $language }.yaml a line such as: in-language-{ $tag }: "in …"

# A fact that does not exist.
unknown-fact = there is no fact “{ $value }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = add it to content/facts/entries.yaml

unknown-block = there is no text “{ $value }” in the collection “blocks”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the texts that other texts include are the entries of a collection of that name: write { $collection } with “pages: false” in it, and the text in { $wanted }
    .hint-3 = write the text in { $wanted }, or the name of one that is there

block-without-text = “{ $id }” has no text that could stand here: it is written in YAML alone
    .hint = write the text in a file .md beside it

block-offline = nothing stands here: “{ $id }” is not online
    .hint = take “draft: true” or the day out of “{ $id }”, or take this directive out

block-in-other-language = “{ $id }” does not exist in { $language }: it stands here in { $shown }, and the page says so
    .hint = begin its translation: rihla translate { $id } --to { $wanted }

block-circle = “{ $id }” would stand in itself: { $way }
    .hint = take this directive out, here or in one of the texts on the way back

block-too-deep = too many texts stand in “{ $id }”: they may stand { $deep } deep in each other, and { $many } in one
    .hint = write here what stands in “{ $id }”, or include fewer texts

# A menu line that leads to nothing.
unknown-menu-target = the menu names “{ $value }”, which is neither an entry nor a collection
    .hint = did you mean “{ $nearest }”?
    .hint-2 = write the id of an entry or the name of a collection, such as: { $known }

# `feed: true` where no entry has a date.
feed-empty = the feed of “{ $collection }” stays empty: none of its entries has a date
    .hint = add { $field } below “fields”, and a date to each entry; or remove the feed
    .hint-2 = add a date to the entries, such as date: 2026-11-29, or remove the feed

# An entry without a date in a collection with a feed.
feed-undated = this entry has no date: it is not in the feed of “{ $collection }”
    .hint = add a date, such as date: 2026-11-29, if those who follow the feed are to be told of it

# `no_referrer` names something that has no page.
unknown-no-referrer = “no_referrer” names “{ $value }”, which is not a page of the site
    .hint = did you mean “{ $nearest }”?
    .hint-2 = write the name of an entry, such as about or news/2017-06-02-caritas, or of a collection

# No text for the home page.
home-missing = the home page has no text in { $language }
    .hint = write the file { $wanted }

# No text of any page in a partial language.
language-without-page = no page of the site has a text in { $language }
    .hint = write one, such as { $wanted }, or remove the language until there is one

# `template:` names nothing.
unknown-template = the theme has no template “{ $value }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = its templates are: { $known }

# The text from which another was to be made.
graph-source-text = the same text in { $first }

# The other of two moments.
graph-goes-online = goes online here

# The other place of a finding about two places.
graph-other = the other one is here

# Another place where a picture stands.
graph-also-shown = it is shown here too
