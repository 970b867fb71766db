# What the rules over built pages look at, whom a fault keeps out, and how it is put right.

rule-markup-error-name = Markup without errors
rule-markup-error-what = The page is read by the parser that the HTML standard describes, and every place where that parser has to mend the markup is reported: a tag that closes nothing, an element that is never closed, an attribute written twice.
rule-markup-error-why = A browser mends the page without knowing what was meant. Where `</ul>` is missing, the paragraphs that follow become part of the list, and a blind visitor is told all the way down that she is still in it.
rule-markup-error-how = In a template: close first the element that was opened last, and write each attribute once. A `<p>` holds no `<div>`, `<ul>` or `<table>`: close it before them. In a text: write Markdown rather than HTML.

rule-html-has-lang-name = Language of the page
rule-html-has-lang-what = The element `<html>` has an attribute `lang`. The rule `text-language` checks whether the page is written in that language.
rule-html-has-lang-why = Without it, a screen reader speaks the language of the computer: on a French one, a page in English is read with French sounds, and a page in Arabic is spelled out or passed over. Automatic translation has to guess.
rule-html-has-lang-how = In `base.html`: `<html lang="{"{{"} page.language.tag {"}}"}" dir="{"{{"} page.language.direction {"}}"}">`. Writers have nothing to do.

rule-html-lang-valid-name = Code of the page’s language
rule-html-lang-valid-what = The `lang` of `<html>` is a language tag of BCP 47, such as `fr`, `en-GB` or `zgh`. `fr_FR` and `français` are not.
rule-html-lang-valid-why = A screen reader that does not know the code behaves as if there were none: a page in Portuguese is read by the French voice of the computer, and nobody who speaks Portuguese understands it.
rule-html-lang-valid-how = In `content/site.yaml`, under `languages`, write the code: `tag: pt`. In a template, take `lang` from `page.language.tag`.

rule-valid-lang-name = Codes of passages in another language
rule-valid-lang-what = Every other `lang` on the page is a language tag of BCP 47. Whether the passage is in that language is not checked here.
rule-valid-lang-why = The screen reader changes its voice for a passage only where it knows the code. With `lang="anglais"`, the French voice reads on, and a listener does not recognize the English words.
rule-valid-lang-how = In a text: `:lang{"{"}en "soft skills"{"}"}` within a line, `:::lang{"{"}ar{"}"}` before a passage and `:::` after it. In a template: the `tag` and the `direction` that functions give with each entry, `lang="{"{{"} item.language.tag {"}}"}" dir="{"{{"} item.language.direction {"}}"}"`.

rule-document-title-name = Title of the document
rule-document-title-what = The page has an element `<title>`, and there are words in it. What they say is not judged.
rule-document-title-why = It is the first thing that a screen reader says of a page, and all that shows in a tab or a bookmark. Without it, a person with ten tabs open hears or sees ten addresses.
rule-document-title-how = In the head of the text: `title: "Forum of associations"`. In `base.html`: `<title>{"{{"} page.title {"}}"} – {"{{"} site.title {"}}"}</title>`.

rule-image-alt-name = Alternative text of pictures
rule-image-alt-what = Each `<img>` has an attribute `alt`, another name such as `aria-label`, or says that it only decorates (`alt=""`, `role="presentation"`). The rule `image-alt-words` looks at what the words say.
rule-image-alt-why = Where there is no `alt`, a screen reader reads the name of the file: “I M G underscore 2034 dot J P G”. A blind reader learns neither what is shown nor whether it mattered.
rule-image-alt-how = In a text: `![Two women sign a document.](signature.jpg)`; for a picture that only decorates, `:::figure{"{"}file=border.svg alt=""{"}"}` and `:::` below; in a field, the line `alt`. In a template: `<img alt="{"{{"} image.alt {"}}"}" …>`, or the component `picture`, which writes it.

rule-svg-img-alt-name = Names of drawings
rule-svg-img-alt-what = A drawing that is an image for screen readers, `<svg role="img">`, has a name: a `<title>` in it, `aria-label` or `aria-labelledby`.
rule-svg-img-alt-why = Without one, a screen reader says “image” and no more. A blind reader knows that there is a map, and not what it shows.
rule-svg-img-alt-how = In a template: `<svg role="img" aria-label="{"{{"} t(key="map") {"}}"}">` with a string of the theme; where the drawing repeats the words beside it, `aria-hidden="true"` in place of `role`. In a text, a drawing is a picture: `![The twelve regions.](map.svg)`.

rule-object-alt-name = Names of embedded objects
rule-object-alt-what = Each `<object>` has a name: `aria-label`, `aria-labelledby` or `title`.
rule-object-alt-why = A screen reader says “object”, or nothing, where others see a map. A listener does not know that something is missing.
rule-object-alt-how = In a template: `<object aria-label="…">`; better, a picture with its `alt`, and a link to the document. In a text, where `<object>` is removed: `![The twelve regions.](map.svg)`, or `:::download` for a document.

rule-input-image-alt-name = Names of buttons that are pictures
rule-input-image-alt-what = Each button made of a picture, `<input type="image">`, has a name: `alt`, `aria-label`, `aria-labelledby` or `title`.
rule-input-image-alt-why = A blind visitor who has filled in the form reaches a button called “btn2 dot P N G”. She cannot tell whether it sends what she wrote or clears it.
rule-input-image-alt-how = In a template: `<input type="image" src="…" alt="{"{{"} t(key="send") {"}}"}">` with a string of the theme, or a `<button>` with words in it. A text cannot hold such a button.

rule-image-alt-words-name = Words of alternative texts
rule-image-alt-words-what = The alternative text of a picture is not the name of a file, does not begin with “image of” or “photo of”, and is not the caption again, word for word. Whether it says what the picture shows, only a person can tell.
rule-image-alt-words-why = Screen readers say “image” by themselves: “image, photo of two women” says it twice. Where the caption stands in both places, a blind reader hears one sentence twice, and nothing of what is to be seen.
rule-image-alt-words-how = Say what can be seen, and leave the rest to the caption: `![Two women sign a document at a table.](signature.jpg "The agreement is signed.")`. In a field, the same in the lines `alt` and `caption`.

rule-link-name-name = Names of links
rule-link-name-what = Each link has a name: the words in it, the alternative text of a picture in it, or `aria-label`. The rule `link-words` looks at whether the name says where the link leads.
rule-link-name-why = A screen reader says “link” and reads the address, character by character. In the list of links of the page, there is nothing by which a blind reader could know this one.
rule-link-name-how = In a text: `[the report of 2026](report.pdf)`; for a picture that is a link, its alternative text says where the link leads: `[![Ministry of Health](logo.png)](https://www.example.org/)`. In a template: words beside the drawing, which has `aria-hidden="true"`, or `aria-label` on the link.

rule-button-name-name = Names of buttons
rule-button-name-what = Each button has a name: the words in it, the alternative text of a picture in it, the `value` of an `<input>`, or `aria-label`.
rule-button-name-why = For a screen reader, the three bars of the menu are “button” and no more: a blind visitor does not find the menu on her telephone. Somebody who speaks to the computer has no word to say for it.
rule-button-name-how = In a template: `<button type="button">{"{{"} <icon name="menu" /> {"}}"}<span>{"{{"} t(key="menu") {"}}"}</span></button>`; the drawing has `aria-hidden="true"`. A text cannot hold a button.

rule-label-name = Labels of form fields
rule-label-what = Each field of a form (`<input>`, `<textarea>`, `<select>`) has a label: `<label>`, `aria-label` or `aria-labelledby`. Buttons and hidden fields are left out.
rule-label-why = A blind visitor reaches the field and hears “edit, blank”: a name, a telephone number, a search? Somebody whose hand shakes cannot click on the word to get into the field.
rule-label-how = In a template: `<label for="search">{"{{"} t(key="search") {"}}"}</label> <input id="search" type="search">`, with a string of the theme. The grey words of `placeholder` vanish with the first letter that is typed: they are not enough. A text cannot hold a form.

rule-frame-title-name = Titles of frames
rule-frame-title-what = Each `<iframe>` has a title (`title`), or another name such as `aria-label`.
rule-frame-title-why = A screen reader says “frame” and goes in. A listener has to go through it to learn whether it is a map, a film or an advertisement.
rule-frame-title-how = In a template: `<iframe title="{"{{"} t(key="map") {"}}"}" …>`, with a string of the theme. In a text, where `<iframe>` is removed, `:::video` puts a picture and a link in its place.

rule-skip-link-name = Link to the main part
rule-skip-link-what = One of the first links of the page leads to its main part, and its target is on the page. Whether the link can be seen when it is reached is not checked.
rule-skip-link-why = Somebody who cannot use a mouse goes from link to link with a key. Without this one, it takes her thirty presses, on every page, to pass the header and the menu.
rule-skip-link-how = In `base.html`, first of all in `<body>`: `<a class="skip" href="#main">{"{{"} t(key="skip") {"}}"}</a>`, and further down `<main id="main" tabindex="-1">`. The style sheet may hide the link until it has the focus.

rule-region-name = Text outside the parts of the page
rule-region-what = All visible text stands in a landmark: `<header>`, `<nav>`, `<main>`, `<aside>`, `<footer>`, or a `<section>` with a name. Links to the main part may stand outside.
rule-region-why = People who use screen readers jump from landmark to landmark. What lies between two of them, such as an urgent notice above the header, they do not meet.
rule-region-how = In a template: put these words into the landmark to which they belong, or give them one of their own, `<section aria-label="{"{{"} t(key="urgent") {"}}"}">`. Texts stand in `<main>` by themselves.

rule-landmark-one-main-name = One main part
rule-landmark-one-main-what = The page has one `<main>`, and no more than one.
rule-landmark-one-main-why = One key of the screen reader leads to the main part. Without `<main>` the key does nothing; with two, a blind reader may take the first for the whole page.
rule-landmark-one-main-how = In `base.html`: one `<main id="main">` around the block that other templates fill. These write `<section>` or `<article>` inside it, and no `<main>` of their own.

rule-landmark-unique-name = Names of the parts of the page
rule-landmark-unique-what = Where a page has several landmarks of one kind (two `<nav>`, two `<aside>`), each has a name that the others do not have.
rule-landmark-unique-why = The list of landmarks says “navigation, navigation, navigation”. A reader of Arabic who looks for the choice of languages has to go into each of them.
rule-landmark-unique-how = In a template: `<nav aria-label="{"{{"} t(key="languages") {"}}"}">`, with a string of its own for each. Leave out the word “navigation”: the screen reader says it.

rule-page-has-heading-one-name = One heading of the first level
rule-page-has-heading-one-what = The page has one `<h1>`, and no more than one.
rule-page-has-heading-one-why = Many blind readers go straight to the heading of the first level, with one key, and begin there. Where there is none, they land nowhere; where there are three, they do not know which is the title.
rule-page-has-heading-one-how = In a template: `<h1>{"{{"} page.title {"}}"}</h1>`, once; other parts of the page begin with `<h2>`. In a text, the title is the field `title`, and no heading of the text becomes an `<h1>`.

rule-heading-order-name = Levels of headings
rule-heading-order-what = From one heading to the next, no level is left out on the way down: after `<h2>` comes `<h3>`, not `<h4>`. To go back from `<h4>` to `<h2>` is right.
rule-heading-order-why = The list of headings is the table of contents of those who cannot see the page. An `<h4>` below an `<h2>` sends them looking for a part in between that does not exist.
rule-heading-order-how = In a template: choose the level by the place of the heading, and its size in the style sheet. A component that is used in several places can be given its level. In a text, Rihla sets the levels from the number of `#`, and leaves none out.

rule-empty-heading-name = Headings with words
rule-empty-heading-what = Each heading has words, or a picture with an alternative text.
rule-empty-heading-why = A screen reader stops there and says “heading level 2”, then nothing. A blind reader who goes from heading to heading does not know what she is missing.
rule-empty-heading-how = In a text: write the words after `##`, or remove the line. In a template, write the heading only where there is something to say: `{"{"}% if page.fields?.place %{"}"}<h2>{"{{"} page.fields.place {"}}"}</h2>{"{"}% endif %{"}"}`.

rule-list-name = What a list holds
rule-list-what = `<ul>` and `<ol>` hold nothing but `<li>`, besides `<script>` and `<template>`.
rule-list-why = A screen reader says “list, five items”. Where something else stands in it, the number is wrong or is not said, and a blind reader does not know whether she has heard all the documents to bring.
rule-list-how = In a template: each item in its `<li>`; a heading or a paragraph goes before the list, or into an item. In a text: `- one`, `- two`, in Markdown.

rule-listitem-name = Items outside a list
rule-listitem-what = Each `<li>` stands directly in a `<ul>`, an `<ol>` or a `<menu>`.
rule-listitem-why = Without its list, an item is read as a sentence among others. A blind reader hears neither how many there are nor where they end.
rule-listitem-how = In a template: put `<ul>` and `</ul>` around the loop, not inside it: `<ul>{"{"}% for item in items %{"}"}<li>…</li>{"{"}% endfor %{"}"}</ul>`. In a text: `- one`, `- two`, in Markdown.

rule-definition-list-name = Lists of terms
rule-definition-list-what = A `<dl>` holds `<dt>`, each followed by its `<dd>`, or such groups in a `<div>`; no `<dt>` or `<dd>` stands elsewhere.
rule-definition-list-why = A screen reader joins each term to what is said of it. Where the markup is wrong, the key figures of a page are heard as a row of numbers, apart from the words that say what they count.
rule-definition-list-how = In a template: `<dl><div><dt>People assisted</dt><dd>1,240</dd></div></dl>`. In a text, for key figures: the directive `:::key-figures`.

rule-td-headers-attr-name = Cells and their headers
rule-td-headers-attr-what = The `headers` of a cell name header cells (`<th>`) of the same table, by their `id`, and not the cell itself.
rule-td-headers-attr-why = In a table with two rows of headers, a blind reader should hear at each figure what it counts: “2026, women”. Where a name is wrong, she hears the figure alone.
rule-td-headers-attr-how = In a template: `<th id="women">`, and in the cells `headers="y2026 women"`, letter for letter. In a text, where `id` is not kept, make two simple tables of one with several rows of headers.

rule-scope-attr-valid-name = Scope of header cells
rule-scope-attr-valid-what = `scope` stands on `<th>` alone, and is `col`, `row`, `colgroup` or `rowgroup`.
rule-scope-attr-valid-why = `scope` tells a screen reader to which cells a header applies. Where it is wrong, a blind reader who goes down a column of figures no longer hears which region they are from.
rule-scope-attr-valid-how = In a template, or in HTML: `<th scope="col">` at the head of a column, `<th scope="row">` at the beginning of a row. A table in Markdown has it already.

rule-th-has-data-cells-name = Header cells without cells
rule-th-has-data-cells-what = Each header cell (`<th>`) applies to some cells, in its column or its row.
rule-th-has-data-cells-why = A screen reader reads each figure with its header. Where a header applies to no cell, the figures beside it are read without what they count.
rule-th-has-data-cells-how = In a template, or in HTML: make a `<td>` of what is no header, and look whether `scope="row"` and `scope="col"` are exchanged. A table that only puts things side by side has no `<th>`.

rule-empty-table-header-name = Header cells with words
rule-empty-table-header-what = Each header cell (`<th>`) has words. An empty corner of the table is an ordinary cell (`<td>`).
rule-empty-table-header-why = A blind reader who goes along a row hears a figure and no word for it, and has to count the columns to know what it is.
rule-empty-table-header-how = In a text: a word at the head of each column, `| Region | Women | Men |`; where it is left empty, Rihla makes an ordinary cell. In a template, or in HTML: words in `<th>`, or `<td>` in its place.

rule-table-caption-name = Names of tables
rule-table-caption-what = A table of data has a name: `<caption>`, `aria-label` or `aria-labelledby`. Tables that only place things are left out.
rule-table-caption-why = The list of tables of a screen reader says “table, table, table”. A blind reader who looks for the figures of her region has to go into each.
rule-table-caption-how = In a text, a heading above the table: the first table below it has its words as a name. In a template, or in HTML: `<table><caption>Visits by region</caption>`.

rule-duplicate-id-name = Identifiers that stand twice
rule-duplicate-id-what = No `id` stands twice on a page.
rule-duplicate-id-why = A link to `#contact` leads to the first of the two only. A field may be given the label of another one: a blind visitor hears “name” where the telephone number is asked for.
rule-duplicate-id-how = In a text, change one of the two identifiers that you gave to headings: `## Contact {"{"}#contact-rabat{"}"}`. In a template, a component that is drawn several times has no fixed `id`: those of directives are given one, `id`, that nothing else on the page has.

rule-aria-roles-name = Roles that exist
rule-aria-roles-what = Each `role` is one that WAI-ARIA defines.
rule-aria-roles-why = A browser ignores a role that it does not know. `<div role="buton">` is plain text for a screen reader: a blind visitor does not learn that it can be pressed.
rule-aria-roles-how = In a template: correct the word or, better, write the element that is meant: `<button>` in place of `<div role="button">`, `<nav>` in place of `<div role="navigation">`. A text cannot set a role.

rule-aria-valid-attr-name = ARIA attributes that exist
rule-aria-valid-attr-what = Each attribute that begins with `aria-` is one that WAI-ARIA defines.
rule-aria-valid-attr-why = Nothing on the screen shows the slip: `aria-lable` names nothing, and the button that it should have named is “button” for a blind visitor.
rule-aria-valid-attr-how = In a template: correct the spelling, as in `aria-label`, `aria-labelledby`, `aria-describedby`, `aria-current`. A text cannot set such attributes.

rule-aria-valid-attr-value-name = Values of ARIA attributes
rule-aria-valid-attr-value-what = The value of each `aria-` attribute is one that it can have, and each `id` that it names is on the page.
rule-aria-valid-attr-value-why = With `aria-expanded="open"`, a screen reader does not say whether the menu is open. With `aria-labelledby="titel"`, and no such `id`, that part of the page has no name in the list of its parts.
rule-aria-valid-attr-value-how = In a template: write a value that WAI-ARIA lists, such as `true` or `false`. Compare the spelling of the `id` in both places, and look whether an `{"{"}% if %{"}"}` leaves out the element that bears it.

rule-aria-hidden-focus-name = Focus on what is hidden
rule-aria-hidden-focus-what = Nothing inside `aria-hidden="true"` takes the focus: no link, no button, no field.
rule-aria-hidden-focus-why = With the Tab key, a blind visitor comes to a link of which the screen reader says nothing. She does not know where she is, nor what happens if she presses Enter.
rule-aria-hidden-focus-how = In a template: take `aria-hidden` away or, where the part is not shown yet, give it `hidden` or `inert` instead. `aria-hidden` is for drawings that repeat the words beside them.

rule-nested-interactive-name = Links and buttons inside each other
rule-nested-interactive-what = No link and no button stands inside another link, a button or a `<summary>`.
rule-nested-interactive-why = A screen reader often announces the outer one alone: in a card that is one large link, a blind reader never hears of the small link “PDF”. A finger on a telephone hits either.
rule-nested-interactive-how = In a template: put them side by side. For a card that can be clicked all over, the title alone is the link, and the style sheet spreads it: `.card {"{"} position: relative {"}"}`, `.card h3 a::after {"{"} content: ""; position: absolute; inset: 0 {"}"}`.

rule-meta-refresh-name = Pages that reload by themselves
rule-meta-refresh-what = No `<meta http-equiv="refresh">` reloads the page or leads elsewhere after some time. To lead elsewhere at once (`content="0; …"`) is allowed.
rule-meta-refresh-why = Somebody who reads slowly, or listens, is sent back to the top before the end of the sentence, again and again.
rule-meta-refresh-how = In a template: remove it. Where a page has moved, write its former address under `aliases` at the head of the new text: Rihla leads readers there.

rule-meta-viewport-name = Enlarging the page
rule-meta-viewport-what = `<meta name="viewport">` does not forbid readers to enlarge the page: it has no `user-scalable=no` and no `maximum-scale=1`.
rule-meta-viewport-why = A person with poor sight spreads two fingers on her telephone, and nothing happens: the letters stay as small as they are.
rule-meta-viewport-how = In `base.html`: `<meta name="viewport" content="width=device-width, initial-scale=1">`, and nothing else in it.

rule-video-caption-name = Captions of videos
rule-video-caption-what = Each `<video>` has a track of captions: `<track kind="captions">`. Whether they say what is heard, and in time, only a person can tell.
rule-video-caption-why = A deaf visitor sees lips that move, and so does somebody on a bus without earphones. A visitor who knows the language better in writing has nothing to read.
rule-video-caption-how = In a template: `<track kind="captions" src="film.vtt" srclang="fr" label="Français">` inside `<video>`. In a text, `:::video` leads to the film, and must say the languages of its `captions` or give a transcript.

rule-no-autoplay-audio-name = Sound that starts by itself
rule-no-autoplay-audio-what = No `<audio>` or `<video>` begins to play by itself with sound.
rule-no-autoplay-audio-why = The sound covers the voice of the screen reader: a blind visitor no longer hears the page, and so cannot find the button that would stop it.
rule-no-autoplay-audio-how = In a template: remove `autoplay`, and leave `controls`; a film that needs no sound has `muted`. In a text, `:::video` starts nothing.

rule-label-content-name-mismatch-name = Names that hold the visible words
rule-label-content-name-mismatch-what = Where a link, a button or a field has an `aria-label`, this holds the words that are seen on it.
rule-label-content-name-mismatch-why = Somebody who speaks to the computer, because she cannot use her hands, says the word on the screen: “click Contact”. The button is called “Write to us”, and nothing happens.
rule-label-content-name-mismatch-how = In a template: begin with the visible words, `aria-label="Contact: write to the mission"`, or leave `aria-label` out. A text cannot set one.

rule-link-words-name = Words of links
rule-link-words-what = The whole name of a link is not “click here”, “read more” or the like, in the language of the link. Longer names in which these words stand, and links of which `aria-label` says more, are left alone.
rule-link-words-why = A blind reader asks for the links of the page and hears “read more, read more, read more”. A reader who enlarges the page sees the link, and not the sentence around it.
rule-link-words-how = In a text: `The [report of 2026](report.pdf) is out.` in place of `For the report, [click here](report.pdf).` In a template: make the title the link, or add it to a string of the theme, `aria-label="{"{{"} t(key="read-more") {"}}"}: {"{{"} item.title {"}}"}"`.

rule-file-link-name = Links to files
rule-file-link-what = A link to a file (PDF, DOCX, XLSX, CSV, ODT, ZIP, ICS…) says in its name of which format it is and how large. Its language is not asked for.
rule-file-link-why = Somebody whose telephone has 500 MB a month opens a report without knowing that it has 30. A blind reader finds herself in another program and does not know why.
rule-file-link-how = In a text: `:::download{"{"}file=report.pdf title="Annual report 2026" language=en{"}"}` and `:::` below, whose link says both by itself; in a sentence, `[the report of 2026 (PDF, 2 MB)](report.pdf)`. In a template, inside the link: `({"{{"} file.format {"}}"}, {"{{"} file.bytes | file_size {"}}"})`.

rule-bold-heading-name = Bold paragraphs in the place of headings
rule-bold-heading-what = A short paragraph that is bold throughout, does not end as a sentence and has text below it is taken for a heading. A sentence in bold is left alone.
rule-bold-heading-why = It is a heading to the eye alone. A blind reader who goes from heading to heading passes over it, and over the whole part that it begins.
rule-bold-heading-how = In a text: `## Documents to bring` in place of `**Documents to bring**`. In a template: `<h2>` or `<h3>`, whose look is set by the style sheet.

rule-fake-list-name = Lists made of signs
rule-fake-list-what = Two paragraphs or lines in a row that begin with a hyphen, a bullet or a number are taken for a list. A dialogue with em dashes (—) is none.
rule-fake-list-why = A screen reader reads on without a pause and does not say how many items there are. On a narrow screen, the second line of each begins below its hyphen, and items can no longer be told apart.
rule-fake-list-how = In a text: an empty line, then `- passport` and `- two photographs`, each on its own line; for steps, `1. register` and `2. come`. In a template: `<ul>` or `<ol>`, with an `<li>` for each item.

rule-capitals-name = Words in capitals
rule-capitals-what = More than three words in a row are in capitals. Acronyms alone do not count.
rule-capitals-why = Words in capitals all have the same outline: a person with dyslexia reads them letter by letter. Some screen readers take a word in capitals for an acronym, and spell it.
rule-capitals-how = In a text: write small letters, and stress the words that matter with `**…**`; for what nobody should miss, `:::note{"{"}kind=important{"}"}`. In a template: the same in the strings of the theme.

rule-inline-script-name = Scripts within the page
rule-inline-script-what = No program stands in the page itself: no `<script>` with a program in it, no attribute such as `onclick`, no address that begins with `javascript:`. Data in JSON or JSON-LD may stand there.
rule-inline-script-why = The security policy of the pages blocks it: for every visitor, the button does nothing. Without that policy, a program that somebody slipped into a page could watch who reads the pages of help.
rule-inline-script-how = In a template: put the program into a file of the theme, `<script type="module" src="{"{{"} asset(path="page.js") {"}}"}"></script>`, and write `addEventListener` there in place of `onclick`. What it has to know stands in `data-…` attributes.

rule-inline-style-name = Styles within the page
rule-inline-style-what = No style stands in the page itself: no element `<style>`, no attribute `style`.
rule-inline-style-why = The security policy of the pages blocks it: what it should have coloured, placed or hidden is shown without it, and a reader may find dark words on a dark background.
rule-inline-style-how = In a template: give the element a `class`, and write the style in the style sheet of the theme; for a theme that extends that of the program, in `assets/own.css`. In a text, `style` is removed, and the theme says how words look.

rule-other-origin-name = Files from other sites
rule-other-origin-what = The page takes nothing from another site: no picture, style sheet, font, script or frame, and it sends no form there. Links to other sites are allowed.
rule-other-origin-why = Each file from elsewhere tells a stranger who read which page, and when: a woman who looks up where to find help does not know that a company has learned of it. Where that site is slow or blocked, she waits.
rule-other-origin-how = In a text: put the picture beside the text, and its name alone, `![The harbour.](harbour.jpg)`; a film is a link, with `:::video`. In a template: put the font, the style or the script into `assets/`, and write `asset(path="…")`.

rule-json-ld-name = Data for search engines
rule-json-ld-what = What the page says to search engines in JSON-LD is well-formed JSON, has `@context` and `@type`, no empty text, and whole addresses. Whether it is true is not checked.
rule-json-ld-why = A search engine that cannot read it leaves out the date or the deadline: somebody who looks for a post sees the notice without learning that it closed last week.
rule-json-ld-how = In a template: leave a line out where its field has no value, `{"{"}% if page.fields?.summary %{"}"}…{"{"}% endif %{"}"}`; write addresses with `{"{{"} page.address | absolute {"}}"}`; and look in `public` at what was written: a comma before a closing brace is one too many.

rule-tabindex-name = Order of the keyboard
rule-tabindex-what = No element has a `tabindex` above 0.
rule-tabindex-why = The Tab key goes there before anything else on the page. Somebody who uses the keyboard is thrown into the middle, then back to the top, and loses her place.
rule-tabindex-how = In a template: remove the number, and write elements in the order in which they are read. `tabindex="0"` is for a part that scrolls, `tabindex="-1"` for the target of a link.

rule-target-blank-words-name = Links that open a window
rule-target-blank-words-what = A link that opens a new window (`target="_blank"`) says so in its name.
rule-target-blank-words-why = In the new window, the Back button does nothing. A blind reader, or one to whom computers are strange, does not see that there are two windows, and does not find the first page again.
rule-target-blank-words-how = In a template: leave `target` out; whoever wants a new window can ask the browser for it. Where it has to be, say it in the link, with a string of the theme: `<span>({"{{"} t(key="new-window") {"}}"})</span>`. In a text, links have no `target`.

rule-link-target-name = Links within the site
rule-link-target-what = Each address on a page that stays within the site leads to a page or a file that exists, whether it comes from a text, a field or a template. Links to other sites are not followed.
rule-link-target-why = Whoever follows the link reads “page not found”. Somebody who looks for the number to call has to begin again from the home page, and may give up.
rule-link-target-how = In a text: name the file, `[our work](../about/index.en.md)`, and the link is right wherever the page is. In a template: ask for the address, `{"{"}% set contact = link(to="contact") %{"}"}`, rather than writing it. Where a page has moved: its former address under `aliases`.

rule-link-fragment-name = Links to a part of a page
rule-link-fragment-what = What stands after `#` in an address is the `id` of something on the page to which it leads.
rule-link-fragment-why = The page opens at its top. A reader who was promised “the documents to bring” has to look for them, over ten screens of a telephone.
rule-link-fragment-how = In a text: give the heading a name, `## Documents to bring {"{"}#documents{"}"}`, and name it in the link, `[the documents](visa.en.md#documents)`. In a template: an `id` there and, in `theme.yaml`, a line that lets texts lead to it, `anchors: [main, contacts]`.

rule-resource-missing-name = Files that pages need
rule-resource-missing-what = Each picture, style sheet and script that a page names is among the files of the site.
rule-resource-missing-why = Without the picture, readers see the sign of a broken one; without the style sheet, a bare page, on which the menu covers the first screens. On a slow connection they wait for the answer that there is nothing.
rule-resource-missing-how = In a text: put the file beside it, and write its name exactly; `Photo.JPG` is not `photo.jpg`. In a template: `asset(path="style.css")` for what lies in `assets/`, `image(file="static/map.svg")` for a picture.

rule-title-unique-name = Unique titles
rule-title-unique-what = In one language, no two pages have the same `<title>`.
rule-title-unique-why = In the results of a search, in tabs and in bookmarks, two lines are alike. A blind reader who has both pages open cannot tell by ear which is which.
rule-title-unique-how = In the head of the text, say what is particular to it, such as the year or the place: `title: "Forum of associations 2026"`. In a template, on the pages of a list, add the number: `{"{{"} list.number {"}}"}`.

rule-alternate-reciprocal-name = Versions in other languages
rule-alternate-reciprocal-what = Each page names its versions in other languages (`<link rel="alternate" hreflang>`) by whole addresses, itself and `x-default` among them, and each version names it in return.
rule-alternate-reciprocal-why = A search engine drops what is not answered: somebody who searches in Arabic is shown the French page, though there is an Arabic one.
rule-alternate-reciprocal-how = In `base.html`, and nowhere by hand: `{"{"}% for row in alternates() %{"}"}<link rel="alternate" hreflang="{"{{"} row.hreflang {"}}"}" href="{"{{"} row.absolute {"}}"}">{"{"}% endfor %{"}"}`.

rule-canonical-self-name = The address that counts
rule-canonical-self-what = `<link rel="canonical">` names the page itself. A page that search engines are asked to leave out has none.
rule-canonical-self-why = A search engine believes it: if the English page says that the French one counts, those who search in English are shown the French. Beside `noindex`, the two contradict each other, and the engine chooses.
rule-canonical-self-how = In `base.html`: `{"{"}% if page.canonical %{"}"}<link rel="canonical" href="{"{{"} page.canonical {"}}"}">{"{"}% endif %{"}"}`.

rule-text-language-name = Text in the language that it says
rule-text-language-what = The text of a page is in the language that `lang` says, judged by its small words (“the”, “of”, “and”) in French and English, and by the letters that follow each other in 70 languages. Names, titles and short passages are left alone.
rule-text-language-why = A French voice reads English words with French sounds, and nobody understands them. Search engines and automatic translation offer the text to those who cannot read it.
rule-text-language-how = In a text: translate the passage, or say in which language it is, `:lang{"{"}en "…"{"}"}` within a line, `:::lang{"{"}ar{"}"}` before a longer one and `:::` after it. A text in the file of another language: rename the file, `page.fr.md`. In a template: the strings of the theme, `strings/fr.yaml`.

rule-help-place-name = Help in one place
rule-help-place-what = The links of the menu `help` of `content/site.yaml` stand in the same order and on the same side of the main part on every page of a language. Links in the main part belong to the text, and a page without them is left alone.
rule-help-place-why = Somebody who has trouble remembering, or who is in a hurry, looks for help where it was on the page before. Where it has moved, they believe that there is none.
rule-help-place-how = In a template: draw the menu once, in `base.html`, with `menu(name="help")`, and let no template change its order.

rule-page-weight-name = Weight of the page
rule-page-weight-what = The HTML, the style sheets, the scripts and the images of a page weigh no more than `weight_limits` in `content/site.yaml` allows. Files are weighed as they are sent, compressed; those to download, and pictures for sharing, do not count. Where nothing is written there, 20 kB of HTML, 15 of style sheets, 5 of scripts and 250 of all together are allowed; what is more is a warning, and an error above 60, 40, 30 and 600. A limit of your own moves both. What weighs too much on many pages is told once, with the heaviest file.
rule-page-weight-why = At 50 kB a second, as at the edge of a network, 2 MB take forty seconds, and many do not wait. A visitor who pays by the megabyte pays for each visit.
rule-page-weight-how = In a text: fewer pictures, or two pages; Rihla makes them small by itself. In a template: no picture larger than it is shown (`places` in `theme.yaml`), nothing in the style sheet or the script that no page uses; and shorter lists, `per_page` in `collection.yaml`.

rule-page-requests-name = Number of files of a page
rule-page-requests-what = A page needs no more files than the limit allows: style sheets, scripts, fonts and pictures. Where nothing is written, more than 15 are a warning and more than 30 an error.
rule-page-requests-why = On a bad connection each file is asked for, and waited for, on its own. With sixty of them, the page is still moving under the finger of the reader half a minute later.
rule-page-requests-how = In a template: one style sheet and one script; icons drawn in the page (`<svg>`) rather than as files; no font that readers have already. In a text: fewer pictures on a page.

rule-rule-silence-unused-name = Unused silences
rule-rule-silence-unused-what = Each silence in `content/site.yaml` silences something. One whose rule no longer finds anything there is reported.
rule-rule-silence-unused-why = It would hide the next mistake of that kind: a picture without words for those who cannot see it would go online, and nobody would be told.
rule-rule-silence-unused-how = Remove the silence from `content/site.yaml`. Where it names a page that has moved, correct the name.

rule-pdf-title-name = Title of a PDF
rule-pdf-title-what = A PDF that the site publishes has a title in its properties.
rule-pdf-title-why = Without it, a screen reader and the tab of the browser say the name of the file, “report v7 final 2”. Somebody with three documents open does not know which one she is in.
rule-pdf-title-how = Before you export it: in Word, File, Info, Title; in LibreOffice, File, Properties, Description, Title. In Acrobat, on the PDF itself: File, Properties, Description.

rule-pdf-language-name = Language of a PDF
rule-pdf-language-what = A PDF that the site publishes says in which language it is (`/Lang`). Whether it is that of the text is not checked.
rule-pdf-language-why = Without it, a screen reader takes the voice of the computer: an English report is read with French sounds, and cannot be followed.
rule-pdf-language-how = Before you export it, for the whole text: in Word, Review, Language, Set Proofing Language; in LibreOffice, Tools, Language, For All Text. In Acrobat: the properties of the document, Reading Options, Language.

rule-pdf-tags-name = Tags of a PDF
rule-pdf-tags-what = A PDF that the site publishes has tags, which say what is a heading, a list, a table or a picture. Whether they are right, only a person can tell.
rule-pdf-tags-why = Without them, a screen reader reads what lies side by side as one line, across two columns, and the figures of a table without what they count. A page that was only scanned is silent.
rule-pdf-tags-how = In Word: use the styles for headings, then save as PDF with the option “Document structure tags for accessibility”. In LibreOffice: export as PDF, “Tagged PDF”. For a scan: recognize the text first. Better still, make the text a page of the site.

rule-document-hidden-data-name = Hidden data of a document
rule-document-hidden-data-what = No document that the site publishes (PDF, Word, Excel, PowerPoint, OpenDocument) holds comments, tracked changes, notes of who speaks, hidden sheets or slides, or files within it.
rule-document-hidden-data-why = Whoever downloads the report can read the sentence that the partner had taken out, or open the sheet with the names of the people who were helped, which stands whole behind a chart.
rule-document-hidden-data-how = In Word, Excel and PowerPoint: accept or reject all changes, then File, Info, Check for Issues, Inspect Document, and save a copy. In LibreOffice: Edit, Track Changes, Manage; delete the comments. Paste charts as pictures. Better still, publish a PDF made from the clean copy.

rule-document-author-name = Who wrote a document
rule-document-author-what = Documents that the site publishes name nobody in their properties. Whether a name may be there, only a person can tell; that of the institution may.
rule-document-author-why = Office writes the name of whoever was at the computer into each file. A colleague who works with people under protection may not want to be found by it.
rule-document-author-how = In Word, Excel and PowerPoint: File, Info, Check for Issues, Inspect Document, and remove the document properties; or write the institution’s name in File, Info, Author. In LibreOffice: File, Properties, without “Apply user data”. In Acrobat: File, Properties, Description. If the names are meant to be there, silence the rule for the file, with the reason.

rule-external-link-name = Links to other sites
rule-external-link-what = With `--external`, each address of another site to which a page leads is asked whether it answers, at most two of a server at a time. What answered is believed for six to nine days; what does not is advice on the first day, and an error when it still does not on a later one. The certificate is part of it.
rule-external-link-why = Pages of others move and vanish. Whoever follows a source and reaches an error page can no longer check what the text says, and thinks the less of the site that sent them there.
rule-external-link-how = Look for the page where it stands now, and write that address; where there is none, take the link away and name the source in words. A server that refuses programs alone goes under `links: skip:` in `site.yaml`, with the reason.

rule-external-moved-name = Addresses that have moved for good
rule-external-moved-what = With `--external`: the address leads on to another one, and each step says that it is for good (301 or 308). The new address is offered as the correction, with the part after `#`. What leads on for now is not told.
rule-external-moved-why = Former addresses are kept for a time, and not for ever. Until then, each visitor on a slow network waits twice.
rule-external-moved-how = Write the address that is offered, having looked at what stands there.

rule-external-fragment-name = Parts of other sites’ pages
rule-external-fragment-what = With `--external`: the address has a part after `#`, and the page, which was read, has no element of that name. Pages longer than 2 MB, and what a script makes of the address, are not judged.
rule-external-fragment-why = The page opens at its top, and what is meant has to be looked for.
rule-external-fragment-how = Open the page; a heading that was renamed has another name now. Where a script puts the part there, leave the address as it is, and silence the finding.

rule-external-unknown-name = Addresses that cannot be checked
rule-external-unknown-what = With `--external`: the server answers, but not to a program (401, 403, 999), asks to be left alone (429, 503, `Retry-After`), or wants cookies. That is no fault of the page.
rule-external-unknown-why = A program cannot tell whether the page is there. Somebody should look now and then.
rule-external-unknown-how = Open it in a browser. What never answers programs goes under `links: skip:` in `site.yaml`, with the reason.

rule-external-inside-name = Addresses of inner networks
rule-external-inside-what = With `--external`: the address, or what its name leads to, is of this machine or an inner network (`localhost`, `10.…`, `192.168.…`, names without a dot). It is not asked.
rule-external-inside-why = It works in the office, and nowhere else. It also tells strangers what machines of the office are called.
rule-external-inside-how = Put the document on the site itself, or write the address under which everybody reaches it.

rule-external-form-name = Addresses of mail and telephone numbers
rule-external-form-what = With `--external`: what stands after `mailto:` is an address of mail, and after `tel:` a telephone number. Nobody is written to or called.
rule-external-form-why = On a telephone, somebody who touches the number to call for help gets an error, or nothing.
rule-external-form-how = `mailto:contact@example.org`, `tel:+212537000000`, without spaces; the words of the link may have them.

rule-spelling-name = Spelling
rule-spelling-what = With `--spelling`, each word of the texts is looked up in the Hunspell dictionary of its language; a passage marked as another language, in that one. Passed over are code, addresses, figures, acronyms, names that the site has elsewhere, what the glossary has, and the list `spelling: words:` of `site.yaml`.
rule-spelling-why = A misspelt word makes a reader doubt the figures beside it. A screen reader reads it letter by letter, or as another word; a search does not find it.
rule-spelling-how = Correct the word, or, where it is right, add it under `spelling: words:` in `site.yaml`. A word of another language is marked as such: `:lang{"{"}en "soft skills"{"}"}`.
