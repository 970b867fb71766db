# What the parser had to mend.
markup-error = browsers have to correct the HTML here: { $what }
    .hint = in the template, or in the HTML of the text, write it as the standard has it: what browsers make of it may not be what you meant
markup-attribute = an attribute stands twice in { $tag }
markup-character = a sign stands where it cannot; to show one, write &lt; for < and &amp; for &
markup-closes-nothing = { $tag } closes nothing that is open
markup-closes-paragraph = </p> closes nothing: a paragraph ends by itself before <div>, <ul>, <table> and other blocks, none of which it can hold
markup-crossed = { $tag } comes while { $open } is still open
markup-crossed-any = another element is still open
markup-doctype = the page does not begin with <!doctype html>
markup-end = { $tag } has attributes or a slash at its end, as no end tag has
markup-ends-early = the page ends inside of something
markup-ends-in = the page ends while { $open } is still open
markup-place = { $tag } cannot stand here
markup-place-in = { $tag } cannot stand here, in { $open }
markup-words-in = words cannot stand here, in { $open }
markup-reference = what stands after the sign & is no character that a page can have
markup-slash = a slash does not close { $tag }

# `<html>` without a language.
html-has-lang = this page does not say which language it is in
    .hint = in the template, write for example: <html lang="en">

# `<html lang="français">`
html-lang-valid = “{ $lang }” is no language that a browser knows
    .hint = write the short tag of the language, such as fr, ar or en-GB

# `<q lang="en_GB">`
valid-lang = the language of this passage, “{ $lang }”, is none that a browser knows
    .hint = write the short tag of the language, such as fr, ar or en-GB

# A page without a title.
document-title = this page has no title
    .hint = in the head of the template, write between <title> and </title> what the page is about, then the name of the site

# `<img>` without `alt`.
image-alt = this image has no text for people who do not see it: { $src }
    .hint = say in alt="…" what it shows; where it shows nothing that the words do not say, write alt=""

# `<svg role="img">` without a name.
svg-img-alt = this drawing has no text for people who do not see it
    .hint = say in aria-label="…" what it shows; where it shows nothing of its own, write aria-hidden="true" instead of role="img"

# `<object>` without a name.
object-alt = this object has no text for people who do not see it: { $src }
    .hint = say in aria-label="…" what it shows

# `<input type="image">` without a name.
input-image-alt = this button is an image, and nothing says what it does: { $src }
    .hint = say it in alt="…"

# `alt="IMG_2043.jpg"`, `alt="Photo de …"`, the caption again.
image-alt-words = the text for people who do not see the image, “{ $alt }”, { $what }
    .hint = say what the image shows, as one would on the telephone
image-alt-file = is the name of a file
image-alt-opening = begins by saying that it is an image, which readers of screens say already
image-alt-caption = is the caption again: it is heard twice

# A link without words.
link-name = this link has no words: nobody hears where it leads ({ $address })
    .hint = write words in the link, or give the image in it a text

# A button without words.
button-name = this button has no words: nobody hears what it does
    .hint = write words in the button, or say in aria-label="…" what it does

# A field of a form without a label.
label = this field has no label (name="{ $name }")
    .hint = put the field into <label> with its words, or write <label for="…"> with the id of the field; an example in the field is no label

# `<iframe>` without a title.
frame-title = this frame does not say what is in it: { $src }
    .hint = say it in title="…"

# No link to the main part at the top, or one that leads nowhere.
skip-link = the link that skips to the main part of this page is missing, or leads nowhere: { $what }
    .hint = write the id of <main> instead of “{ $target }”
    .hint-2 = as the first link of the template, write <a href="#main">…</a>, and <main id="main">: whoever uses the keyboard does not pass the whole menu on each page
skip-link-none = no link at the top leads there
skip-link-target = nothing on the page has the id “{ $target }”

# Text outside every landmark.
region = this text stands in no part of the page that has a name: “{ $words }”
    .hint = in the template, put it into <header>, <nav>, <main>, <aside> or <footer>

# No `<main>`, or two.
landmark-one-main = { $count ->
        [0] this page has no main part
       *[other] this page has { $count } main parts
    }
    .hint = in the template, put what the page is for into one <main>, and nothing else

# Two `<nav>` of one name.
landmark-unique = another part of this page cannot be told from this <{ $element }>
    .hint = two parts are called “{ $name }”: give each a name of its own in aria-label="…"
    .hint-2 = say in aria-label="…" what is in each of the two

# No `<h1>`, or two.
page-has-heading-one = { $count ->
        [0] this page has no heading of the first level
       *[other] this page has { $count } headings of the first level
    }
    .hint = one <h1> says what the page is about; begin the headings of the text with ##

# `<h4>` after `<h2>`.
heading-order = “{ $words }” is a heading of level { $level } directly after one of level { $before }
    .hint = go down by one level at a time: the level says what belongs to what, not how large the words are

# `<h2></h2>`
empty-heading = this heading has no words
    .hint = write its words, or remove it

# `<ul><p>`
list = “{ $other }” stands directly in this <{ $list }>, where only <li> may stand
    .hint = put it into a <li>, or before or after the list

# `<li>` outside a list.
listitem = this <li> is not directly in a list
    .hint = put it directly into <ul> or <ol>

# `<dl><p>`, `<dt>` outside a list.
definition-list = a term or its description is not where a list has it
    .hint = put this <{ $item }> directly into <dl>
    .hint-2 = “{ $other }” stands directly in <dl>: only <dt>, <dd>, and <div> around them may
    .hint-3 = write each <dt> before its <dd>

# `<td headers="x">` without a header of that id.
td-headers-attr = this cell names a header, “{ $id }”, that its table does not have
    .hint = write the ids of headers of the same table, or leave headers="…" out

# `<th scope="column">`, `<td scope="row">`
scope-attr-valid = scope="{ $value }" says nothing here
    .hint = only <th> has a scope: write <th> where this <{ $cell }> is a header, or leave scope="…" out
    .hint-2 = write scope="col" for the header of a column, scope="row" for that of a row

# A header of no cell.
th-has-data-cells = this header is that of no cell
    .hint = write the cells below or beside it, or write <td> where it is no header

# `<th></th>`
empty-table-header = this header of a table has no words
    .hint = write its words; in a corner that is the header of nothing, write <td>

# A table of data without a caption.
table-caption = this table has no title
    .hint = say in <caption> what its figures are

# An id that two elements have.
duplicate-id = another element before this one has the id “{ $id }” too: links and labels find only the first
    .hint = give each its own

# `role="carousel"`
aria-roles = “{ $value }” is no role
    .hint = write a role of ARIA, or leave role="…" out: most elements have the right one

# `aria-labeledby`
aria-valid-attr = there is no attribute “{ $name }”
    .hint = write it as ARIA does, such as aria-label or aria-labelledby

# `aria-hidden="oui"`, `aria-controls` of an id that there is not.
aria-valid-attr-value = “{ $name }” cannot have this value
    .hint = nothing on this page has the id “{ $id }”
    .hint-2 = instead of “{ $value }”, write a value that ARIA has for it

# A link within `aria-hidden="true"`.
aria-hidden-focus = the keyboard comes to this <{ $element }>, and aria-hidden="true" hides it from people who hear the page
    .hint = remove aria-hidden="true", or write hidden where nobody is to come there

# A button in a link.
nested-interactive = this stands in a <{ $outer }> that is clicked itself
    .hint = put them beside each other

# A page that goes elsewhere after a time.
meta-refresh = this page changes by itself after { $seconds } s, while people may still read it
    .hint = write a link, or lead there at once with 0

# `user-scalable=no`
meta-viewport = “{ $setting }” keeps people from making the page larger
    .hint = write content="width=device-width, initial-scale=1"

# A video without captions.
video-caption = this video has no captions for people who do not hear it
    .hint = put into it <track kind="captions" src="….vtt" srclang="en" label="English">

# Sound that begins by itself.
no-autoplay-audio = sound begins here by itself, and nobody can stop it
    .hint = leave autoplay out; or write controls, or muted

# `<a aria-label="Lire">Douze puits</a>`
label-content-name-mismatch = “{ $words }” is what one sees, and aria-label says something else: “{ $label }”
    .hint = begin aria-label with the words that are seen: whoever speaks to the computer says those; or leave it out

# A link to a file that says neither format nor size.
file-link = this link does not say that it leads to a file of which format and size: { $file }
    .hint = write both in the link, such as: Annual report (PDF, 1.2 MB)

# `<p><strong>Calendrier</strong></p>`
bold-heading = “{ $words }” is a paragraph in bold that stands for a heading
    .hint = write it as a heading, with ## before it: people who hear the page go from heading to heading

# `<p>- un</p><p>- deux</p>`
fake-list = these lines are set as a list and are none: “{ $words }”
    .hint = write them as a list, each on its line after - or 1., with an empty line before the first

# `LES SERVICES SONT GRATUITS`
capitals = these words are in capitals: “{ $words }”
    .hint = write them in small letters: they are easier to read, and some readers of screens spell capitals out

# `<script>…</script>`, `onclick`, `javascript:`
inline-script = a script stands in the page: the site’s policy keeps browsers from running it
    .hint = put what “{ $attribute }” does into a file of the theme that <script src="…"> names
    .hint-2 = put it into a file of the theme, and write <script src="…">

# `<style>`, `style="…"`
inline-style = a style stands in the page: the site’s policy keeps browsers from using it
    .hint = instead of { $attribute }="…", write a class, and what it looks like in the theme’s style sheet
    .hint-2 = put it into the theme’s style sheet

# `<img src="https://cdn.example.net/…">`
other-origin = this page asks another site for something: { $address }
    .hint = put the file into the site: the other one learns who reads this page, and the site’s policy blocks it

# Data for search engines that they cannot read.
json-ld = search engines cannot use this data: { $what }
    .hint = in the template, give “{ $key }” what it needs, or leave it out where there is nothing
    .hint-2 = in the template, look for a comma too many, or a quotation mark inside a text without a backslash before it
json-ld-syntax = it is no JSON
json-ld-missing = “{ $key }” is missing
json-ld-empty = “{ $key }” is empty
json-ld-relative = “{ $key }” is no whole address

# `tabindex="1"`
tabindex = tabindex="{ $value }" takes this out of the order in which people go through the page
    .hint = leave it out, and put the element where it belongs in the page

# `target="_blank"`, and no word of it.
target-blank-words = “{ $words }” opens a window, and does not say so
    .hint = leave target="_blank" out, or write in the link: (new window)
