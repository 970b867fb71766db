# A text or table in a form that is not read.
file-not-read = this file is not read, and nothing links to it: what is in it appears nowhere on the site
    .hint = is it what { $place } means? Then write its name there
    .hint-2 = for a text of the site, rename it to { $wanted }; to offer the file itself, link to it; else take it out of the folder content
    .hint-3 = texts are written in Markdown (index.fr.md), lists in entries.yaml; to offer the file itself, link to it; else take it out of the folder content

# A file that nothing uses.
file-unused = nothing shows this file or links to it, so it is not published
    .hint = is it what { $place } means? Then write its name there
    .hint-2 = use it in a text of the same folder, or remove it

# A file of a theme where none is looked for.
theme-file-unused = no part of a theme is looked for here, so this file does nothing
    .hint = a theme has the folders templates, components, assets and strings, and the file theme.yaml

# A theme beside that of the site.
theme-unused = the site uses the theme “{ $theme }”: nothing in this folder does anything
    .hint = name it in “theme:” of content/site.yaml, or remove it

# A file of strings whose name is no language.
strings-file = the name of this file of strings is not a language, so it is not read
    .hint = name it after the tag of its language, as in fr.yaml

# A drawing that cannot be read.
drawing-damaged = “{ $file }” is not a drawing in SVG that can be read: it is damaged, or something else
    .hint = export it again as SVG, or as PNG

# A drawing that did more than draw.
drawing-cleaned = the drawing “{ $file }” is published without { $removed }, which a drawing on a web page must not contain
    .hint = look at the page; if something is missing, export the drawing as “plain SVG”, with texts turned into paths and without linked or embedded pictures

# Two pages or files with one address.
address-taken = the address { $address } is wanted twice
    .hint = give one of the two another “slug:”

# An alias has the address of something else than a page of an entry.
alias-of-file = the alias { $address } is the address of something that the site shows already
    .hint = remove the alias

# A part of an address is longer than a name on a disk may be.
address-too-long = “{ $name }” has { $count } bytes, and no disk takes a name of more than { $limit }
    .hint = write a shorter one; a letter with an accent counts twice

# A file that Rihla writes has the address of another.
address-of-rihla = { $address } is a file that Rihla writes itself
    .hint = rename or remove this one

# A file is copied into the folder whose files are kept for good.
folder-of-rihla = browsers keep what lies in /assets/ for a year without asking again: who has read this file sees no later version of it
    .hint = put it into another folder of static, such as static/files, and write its new address where it is linked

# Two addresses that differ only in case or Unicode form, or a file where a folder is needed.
address-alike = the addresses { $address } and { $other } cannot both exist on every server
    .hint = give one of the two another “slug:” or file name

# A theme without a template that every site needs.
template-missing = the theme { $theme } has no template { $template }
    .hint = add the file themes/{ $theme }/templates/{ $template }

# A font without the signs that the typography of a language puts into texts.
font-signs = this font has no sign for { $characters }, which texts need in these languages: { $languages }
    .hint = take a version of the font that has them: browsers draw what is missing with another font

# A file that is named like a font and cannot be read as one.
font-unreadable = this file cannot be read as a font
    .hint = take the file once more from where the font comes from; fonts are .woff2, .woff, .ttf or .otf

# `url()` of a style sheet leads nowhere.
style-url = the style sheet names “{ $value }”, which is not an asset of the theme
    .hint = did you mean “{ $nearest }”?

# Style sheets that import each other.
style-loop = the style sheet “{ $value }” imports itself

# The other place of a collision.
plan-taken = it is taken by this

# An activity of IATI without what each must say.
iati-missing = the activity “{ $entry }” does not say { $what }, which IATI asks of each
    .hint = write, in the field “{ $field }”: { $example }
    .hint-2 = declare a field for it in collection.yaml, and name it under “open_data”, “iati”, “fields”: { $role }
iati-status = its status
iati-description = what it is, in a text
iati-start = when it begins, planned or real
iati-participant = which organisation takes part in it
iati-sector = a sector (a code of DAC with five digits, or three)
iati-country = a country or region (two letters, as in MA; or the number of a region of DAC)
iati-region = a region of DAC
iati-organisation-type = a type of organisation (code list OrganisationType)
iati-activity-identifier = an identifier of an activity
iati-organisation-identifier = an identifier of an organisation

# A value that is not of the form that IATI has for it.
iati-value = “{ $value }” in “{ $field }” is not of the form that IATI has for { $what }
    .hint = write it as in: { $example }

# The identifier of an activity does not begin with that of who reports it.
iati-prefix = the identifier “{ $value }” does not begin with that of the organisation that reports
    .hint = write it as in: { $example }

# Two activities with one identifier.
iati-twice = the identifier “{ $value }” stands twice: IATI would take the two activities for one
    .hint = give one of them its own

# Shares of an activity that do not make up the whole.
iati-shares = the shares of { $codes } in the activity “{ $entry }” do not make 100 per cent
    .hint = write in “{ $field }”, beside each code, how much of the activity it is

# A day on which something happened that is still to come.
iati-future = “{ $field }” says { $value }, which is still to come: IATI takes only what has happened for real
    .hint = write it as the planned day

# An end before its start.
iati-order = the activity “{ $entry }” begins on { $start }, and ends before, on { $end }
    .hint = correct one of the two days

# A budget that is not of a year at most.
iati-budget = the budget { $value } is not in the file for IATI, which asks for budgets of at most a year, each with its first and its last day
    .hint = make “{ $field }” a list with an amount, a start and an end for each year, and name them under “open_data”, “iati”, “fields”: budget, budget_start, budget_end

# Where the value stands of which an activity speaks.
iati-written = it stands here
