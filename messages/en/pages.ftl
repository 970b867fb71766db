# What `rihla check` finds on the built pages and only a look at all of them can tell.

# An address that is no page and no file of the site.
link-target = “{ $address }” leads to no page and no file of the site
    .hint = write the address of a page that exists; in a text, the path of its file or "/" and its id

# `#contact` of a page that has no such part.
link-fragment = the page “{ $page }” has no part “#{ $fragment }”
    .hint = write one that it has, such as “#{ $nearest }”
    .hint-2 = leave out what stands after the page’s address, or give the heading meant there its name

# A style sheet, a script or an image that the site does not have.
resource-missing = “{ $address }” is not among the files of the site
    .hint = put the file there, or take its address out of the template

# Two pages of one language with the same title.
title-unique = two pages of one language are called “{ $title }”: this one and { $other }
    .hint = say in each title what sets its page apart

# `hreflang` that does not answer back, or is not whole.
alternate-reciprocal = { $what ->
    [relative] the address of the page in another language, “{ $address }”, is not whole
    [self] the page does not name itself among its languages
    [default] the page names its languages, and no x-default among them
    [missing] “{ $address }” is named as this page in another language, and is no page of the site
    [none] the page is there in several languages, and names none of them
   *[back] “{ $address }” is named as this page in another language, and does not name it in return
}
    .hint = in the template: a link with rel="alternate" and hreflang for each of translations(), for the page itself and for x-default

# A canonical address that is another page's.
canonical-self = { $what ->
    [noindex] search engines are asked to leave the page out, and are given a canonical address
   *[other] the canonical address is “{ $address }” and the page stands elsewhere
}
    .hint = in the template: link rel="canonical" with the address of the page, and none where the page is noindex

# A text in another language than its page says.
text-language = what stands here is in { $found } and the page says that it is in { $language }
    .hint = write it in the language of the page, or say in which language it is

# Links to help that stand elsewhere than on other pages.
help-place = the link to help “{ $address }” stands elsewhere than on the page { $other }
    .hint = in the template, put the links to help in the same order and at the same place on every page: who has found them once looks for them there

# More than `weight_limits` allow.
page-weight = { $what ->
    [html] the page weighs { $size } kB, more than the { $limit } kB that it should
    [styles] the style sheets of the page weigh { $size } kB, more than the { $limit } kB that they should
    [scripts] the scripts of the page weigh { $size } kB, more than the { $limit } kB that they should
   *[page] the page weighs { $size } kB with its files, more than the { $limit } kB that it should
}
    .hint = begin with the heaviest of its files, { $file } ({ $weight } kB): on a slow connection each 100 kB are a second of waiting; weight_limits in site.yaml says what is too much
    .hint-2 = make it lighter: on a slow connection each 100 kB are a second of waiting; weight_limits in site.yaml says what is too much

# More files than `weight_limits` allow.
page-requests = the page asks for { $count } files, more than the { $limit } that it should
    .hint = put style sheets together, leave out a script, show fewer pictures

# A PDF without a title.
pdf-title = the document “{ $file }” has no title
    .hint = give it one where it was written (in Word: File, Info, Title) and export it again

# A PDF that does not say in which language it is.
pdf-language = the document “{ $file }” does not say in which language it is
    .hint = set the language of the text where it was written, and export it again as a tagged PDF

# A PDF whose parts are not marked as what they are.
pdf-tags = the parts of the document “{ $file }” are not marked as headings, lists and tables
    .hint = export it again with tags (in Word: Options, “Document structure tags for accessibility”), or put the same text on a page

# A document with comments, tracked changes, or whatever else its readers do not see.
document-hidden-data = { $what ->
    [comments] the document “{ $file }” still holds comments
    [changes] the document “{ $file }” still holds tracked changes: what was deleted can be read
    [notes] the slides of “{ $file }” still have the notes of who speaks
    [sheets] a part of “{ $file }” is hidden, and whoever opens it can show it
   *[files] there are other files within the document “{ $file }”, for instance the whole table behind a chart
}
    .hint = take them out in a copy and publish that (in Word, Excel and PowerPoint: File, Info, Check for Issues, Inspect Document); if they are meant to be read, silence the rule for this file in `content/site.yaml`, with the reason

# A document that names who wrote it.
document-author = the properties of “{ $file }” name who wrote or changed it: { $people }
    .hint = if these people did not agree to be named in public, take the names out (in Office: File, Info, Inspect Document; in LibreOffice: File, Properties) and put the file in again

# A silence of `site.yaml` that silences nothing.
rule-silence-unused = { $what ->
    [nowhere] the site has no page and no file “{ $where }”: nothing is silenced here
   *[nothing] nothing is to be silenced here any more
}
    .hint = take these lines out, or write an address such as /fr/contact/ or the path of a file; * stands for whatever there is in its place

# The other page of two.
page-other = the other one

# The line of a template.
page-drawn-here = drawn here
