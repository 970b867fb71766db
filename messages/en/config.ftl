# `glossary:` names no collection.
glossary-unknown = “glossary:” names the collection “{ $value }”, which there is not
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the collections are: { $known }

notices-unknown = “notices:” names the collection “{ $value }”, which there is not
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the collections are: { $known }

# Results are to be filtered by a collection that does not exist.
search-filter-unknown = “search:” filters by the collection “{ $value }”, which there is not
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the collections are: { $known }

# Search is on, and there is no page for what is found.
search-page-missing = “search:” is on, and the site has no page “{ $id }” on which to show what is found
    .hint = write the file { $file } with a title and the line “template: search”

definitions-glossary = “definitions:” is to explain the terms of the glossary, and nothing says what they mean
    .hint = below “fields” in { $file }, add definition: { "{" }type: text, localized: true{ "}" }, and a definition to the terms that readers may not know
    .hint-2 = name the collection of the terms: glossary: glossary

definitions-collection-unknown = “definitions:” names the collection “{ $value }”, which there is not
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the collections are: { $known }

# `gone:` holds something that is no path.
gone-form = “{ $value }” is not the path of a page
    .hint = write: { $suggested }
    .hint-2 = take this line away: “{ $kept }” is no part of the path of a page
    .hint-3 = write it from the first slash, as in /fr/actualites/2017/exemple/

# There is no `content/site.yaml`.
site-missing = there is no content/site.yaml here, so this folder is not a site
    .hint = run the command in the folder of the site, or name it with --site DIR

# `site.yml`, `collection.yml`.
configuration-ending = “{ $name }” is not read under this name
    .hint = rename it to { $wanted }
    .hint-2 = { $other } says it already: remove this file, or move its lines there

# A file is not a map of keys.
not-a-map = { $what } must be a list of lines “key: value”

# A key that no part of the program knows.
unknown-key = “{ $key }” is not a known key here
    .hint = it is called “{ $taken }” here, which stands there already: keep one of the two
    .hint-2 = did you mean “{ $nearest }”?
    .hint-3 = the known keys are: { $known }

# A key that must be there is not.
missing-key = “{ $key }” is missing
    .hint = add a line: { $example }

# A setting that is written and says nothing.
setting-empty = “{ $key }” has no value, so it does nothing
    .hint = write a value, or take this line away

# A setting of pages, where there are none.
setting-without-pages = “{ $key }” does nothing here: with “pages: false”, the collection has no pages
    .hint = take this line away, or “pages: false”

# A setting beside another one that outranks it.
setting-beside = “{ $key }” does nothing beside “{ $other }”
    .hint = keep one of the two

# A rule of `rihla check` that there is not.
unknown-rule = no rule of “rihla check” is called “{ $rule }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the code of a finding is its rule: what stands in brackets, as in warning[link-words]

# `lists` by a field that refers to nothing.
list-field = there is no list by “{ $value }”: visitors cannot choose by what this field says
    .hint = lists are made by year, or by a field that is a choice, a date or a reference: { $known }
    .hint-2 = lists are made by year, or by a field of the type choice, date, datetime or reference

# `calendar` with a field that is no date.
calendar-field = the calendar cannot tell from “{ $value }” when something is: that field is no date
    .hint = these fields are dates: { $known }
    .hint-2 = declare a field of the type date or datetime, and name it here

# Two lists by the same.
list-twice = the list by “{ $value }” is asked for twice
    .hint = keep one of the two

# A value of another kind than wanted.
wrong-kind = “{ $key }” must be { $expected }
    .hint = for example: { $example }

# A setting that needs a part of the program which was left out when it was built.
feature-missing = “{ $key }” needs the feature “{ $feature }”, and this program was built without it
    .hint = remove the line, or build the program with: cargo build --release --features { $feature }

# A value that is not one of a closed set.
unknown-value = “{ $value }” is not a possible value of “{ $key }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = possible values: { $known }

# An edition of the future.
unknown-edition = this site was written for edition { $edition }, which this version of Rihla does not know
    .hint = in content/site.yaml, write: edition: { $known }
    .hint-2 = install a newer version of Rihla

# A base URL that is not one.
base-url = “{ $value }” is not the address of a site: { $why }
    .hint = write: { $suggested }
    .hint-2 = write the whole address, with a slash at the end: https://morocco.example.org/

# A part of an address that is wrong.
base-url-scheme-missing = “https://” is missing at its beginning

# A part of an address that is wrong.
base-url-scheme-other = it begins neither with “https://” nor with “http://”

# A part of an address that is wrong.
base-url-space = there is a space in it

# A part of an address that is wrong.
base-url-sign = there is a sign in it that addresses do not have

# A part of an address that is wrong.
base-url-query = there is a “?” in it

# A part of an address that is wrong.
base-url-fragment = there is a “#” in it

# A part of an address that is wrong.
base-url-user = there is the name of a user in it, before the “@”

# A part of an address that is wrong.
base-url-port = what follows the “:” is not the number of a port

# A part of an address that is wrong.
base-url-host = the name of the server cannot be one

# A part of an address that is wrong.
base-url-path = a part of its path is empty, is “.” or “..”, or cannot stand in an address

# A time zone that is not in the database.
unknown-time-zone = “{ $value }” is not a time zone
    .hint = write a continent and a city, such as Africa/Casablanca

# A language tag that is not one.
language-tag = “{ $value }” is not the code of a language
    .hint = write { $wanted }
    .hint-2 = write a code of two or three letters, such as fr, en or ar

# A subtag that CLDR replaces by another.
language-tag-replaced = browsers and search engines do not know the code “{ $value }”
    .hint = write { $better }
    .hint-2 = call the language { $tag }, here and wherever it is named: in the names of files, in fields, in the theme
    .hint-3 = there is no region “{ $region }”: write the code of a country (ISO 3166), such as MA, or leave it out

# The fallback of a partial language is no whole language of the site.
language-fallback = “{ $value }” cannot lend its words to a partial language
    .hint = write after fallback: the code of a language of the site that is not partial: { $known }
    .hint-2 = a site needs a language that is not partial: remove “partial: true” from one

# A fallback without `partial: true`.
language-fallback-alone = only a partial language borrows words from another
    .hint = add “partial: true” to the language, or remove “fallback”

# A variant of another language.
language-variant = “{ $value }” is no variety of the language “{ $language }”
    .hint = write { $wanted }
    .hint-2 = write a code that begins with “{ $language }-”, or leave the line out

# A tradition of typography that the language does not have.
unknown-typography = “{ $value }” is not a way to set texts in the language “{ $language }”
    .hint = the known ones are: { $known }
    .hint-2 = there are none for this language, whose texts stay as they are written: take the key away

# Two languages with the same tag or prefix.
language-twice = “{ $value }” is given to two languages
    .hint = write another “{ $key }:” for one of the two

# The other place of [`LANGUAGE_TWICE`].
no-languages = the site has no language
    .hint = add to site.yaml: languages: [{"{"}tag: fr, name: "Français", prefix: fr{"}"}]

# A name of a language that is no single line.
language-name-form = the name of the language “{ $tag }” has a line break or an invisible character in it
    .hint = write it on one line, as in: name: "Français"

# A URL prefix that cannot be one.
language-prefix = “{ $value }” cannot be the first part of an address
    .hint = /{ $own }/ is where Rihla puts files of its own: choose another one, such as the tag of the language
    .hint-2 = use lower-case letters, digits and hyphens

# A map from language to text names a language that the site does not have.
unknown-language = the site has no language “{ $value }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = its languages are: { $known }

# A localized text lacks a language.
language-missing = “{ $key }” has no text in { $language }
    .hint = write it after “{ $empty }:”, on the same line
    .hint-2 = add under “{ $key }” a line: { $tag }: "…"

# A colour of the theme that is not read where it stands.
token-contrast = the colour “{ $value }” is not read well enough { $dark ->
        [true] in dark
       *[other] on the page
    }: its contrast is { $ratio } to 1, and { $wanted } is needed (WCAG 2.2)
    .hint = the nearest colour that is read: "{ $suggested }"
    .hint-2 = write a colour for dark pages too: { $key }: {"{"}light: "…", dark: "…"{"}"}

# Tokens of a theme that does not read them.
tokens-unused = the theme “{ $theme }” does not extend the default one, so “tokens” has no effect
    .hint = add to themes/{ $theme }/theme.yaml a line: extends: default

# A drawing that the theme is to show, and that there is not.
token-drawing-missing = there is no drawing “{ $value }” in the site
    .hint = did you mean “{ $nearest }”?

# A place for images that no template names.
theme-place-unused = no file of the theme names the place for images “{ $name }”, so it has no effect
    .hint = name it where a template shows an image, or take it away

# A theme that does not exist.
unknown-theme = there is no theme “{ $value }” in the folder themes
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the themes are: { $known }

# A slug with characters that an address does not have.
collection-slug-form = “{ $value }” cannot be part of an address
    .hint = write: { $slug }

# A placeholder of `address:` that does not exist.
address-pattern = “{ $value }” is not a possible form of an address
    .hint = use {"{"}slug{"}"} once and, if wanted, {"{"}year{"}"}, {"{"}month{"}"} or {"{"}day{"}"} before it, with slashes between them

# `order`, `lists` or a rule names a field that the collection does not declare.
unknown-field-name = the collection declares no field “{ $value }”
    .hint = did you mean “{ $nearest }”?

# A collection with pages whose entries have no `title`.
no-title-field = a collection with pages needs a field “title”
    .hint = add under “fields”: title: {"{"}type: text, localized: true, required: true{"}"}

# A reference to a collection that does not exist.
unknown-collection = there is no collection “{ $value }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the collections are: { $known }

# A string of the theme is there in one language and not in another.
string-missing = { $count ->
        [one] the string “{ $key }” of the theme has no text in { $language }
       *[other] { $count } strings of the theme have no text in { $language }: { $key }
    }
    .hint = { $count ->
        [one] add it to { $file }
       *[other] add them to { $file }
    }

# A string that is in one language alone, and is called nearly as one that the language lacks.
string-unknown = no other language has a string “{ $key }”
    .hint = did you mean “{ $nearest }”?

# A string without a placeholder that it has in another language.
string-value-missing = “{ $key }” does not say { $missing }: what should stand there is left out in { $language }
    .hint = write { $missing } where it belongs, as in: { $example }

# A string with a placeholder that it does not have in another language.
string-value-unknown = nothing is put in the place of { $strange } in “{ $key }”: a page would show these signs
    .hint = the values of this string are: { $known }
    .hint-2 = this string has no values: leave it out

# A plural form that the language needs and a string lacks.
plural-missing = “{ $key }” lacks plural forms that are needed in { $language }: { $forms }
    .hint = add a line for each below “{ $key }”; in brackets stands a number that takes the form

# A plural form that is not one.
plural-form = “{ $value }” is not a plural form
    .hint = the forms are zero, one, two, few, many and other
token-ratio = { $whole }.{ $tenth }

# A folder that is not in that of the site.
folder-outside = “{ $folder }” is not a folder of the site
    .hint = write a path from the folder of the site, such as spelling/
