# A key that is no field of the entry or of the object.
field-unknown = there is no field “{ $key }” here
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the fields here are: { $allowed }

# A field that another generator has.
field-foreign = there is no field “{ $key }” here
    .hint = here it is called “{ $name }”
    .hint-2 = here it is called “{ $taken }”, which this file has already: keep one of the two
    .hint-3 = here it is called “{ $undeclared }”: declare it among the fields in collection.yaml, or leave this out
    .hint-4 = { $advice }

# `"C:\temp"`: a sign after a backslash that was not meant to be one.
field-escape = between double quotation marks, “{ $written }” is read as { $sign }

# A value of another shape than the field's: a list, a map, a text.
field-type = “{ $field }” must be { $wanted }, and this is { $found }
    .hint = write: { $meant }
    .hint-2 = write: { $field }: { $example }

# A field without a value that was to keep the entry offline.
field-empty =
    { $field ->
        [withdrawn] “{ $field }” has no value: nothing says that this text is withdrawn
       *[other] “{ $field }” has no value: nothing says when this text is to be online
    }
    .hint = write its value after “{ $key }:”, or remove the line

# A field without a value that changes nothing so.
field-empty-setting = “{ $field }” has no value, so it does nothing
    .hint = write its value after “{ $key }:”, or remove the line

# An item of such a field that is nothing.
field-empty-item = this item of “{ $field }” is empty, so it does nothing
    .hint = write it, or remove it

# A list where one value is wanted.
field-one-value = “{ $field }” holds one value, and this is a list of { $count }
    .hint = it is one text: write it as { $example }
    .hint-2 = keep one of them, without the square brackets or the hyphen

# A single value where a list is wanted.
field-list = “{ $field }” is a list
    .hint = begin each item with a hyphen and a space: { $dash }
    .hint-2 = write: { $field }: { $several }, or: { $field }: { $example }, if it is one item
    .hint-3 = write: { $field }: { $example }
    .hint-4 = put each of its items on lines of its own, the first one after a hyphen

# One item of a list that looks like several.
field-list-meant = “{ $value }” is one item of the list “{ $field }”
    .hint = write { $several }, if they are several items, or { $one }, if it is one

# A key of a language map that is no language of the site.
field-language-unknown = “{ $key }” is not a language of this site, so “{ $field }” cannot have a value for it
    .hint = did you mean “{ $nearest }”?
    .hint-2 = a comma ends a value: put the whole text in double quotes if “{ $empty }” belongs to it
    .hint-3 = the languages of this site are: { $allowed }

# Languages that are not moved in below their field.
field-language-indent = “{ $key }” is to be a language of “{ $field }”, and stands as far to the left as it
    .hint = begin the lines of the languages with two spaces

# A part of a picture, of an amount or of a group in the column of its field.
field-part-indent = “{ $key }” is to be a part of “{ $field }”, and stands as far to the left as it
    .hint = begin the lines of its parts with two spaces

# A map of languages in a file that is in one language.
field-language-map = this file is in one language ({ $language }), so “{ $field }” is written plainly, without a list of languages
    .hint = keep the text for { $language } only; each other language has its own file

# A map of languages for a field that has one value for all.
field-not-localized = “{ $field }” has one value for all languages
    .hint = write one value; or, in collection.yaml, give the field “localized: true”

# Words after `#` on the line of a text that has no quotation marks.
field-comment = “{ $lost }” is no part of “{ $field }”: after a space, “#” begins a comment
    .hint = put the whole text in double quotes; if it is a remark that nobody is to read on the site, put it on the line above

# `…` where words are to stand.
text-placeholder = “{ $value }” holds the place of a text that is still to be written
    .hint = write the text of “{ $field }” here

# A text longer than the field allows.
field-too-long = “{ $field }” has { $count } characters, and at most { $max } are allowed
    .hint = shorten it by { $over }

# More items than the field allows.
field-too-many = “{ $field }” has { $count } items, and at most { $max } are allowed

# A text that is no date.
date-form = “{ $value }” is not a date in the form year-month-day
    .hint = “{ $field }” keeps the day alone: write { $suggested } here, and { $hour } in the text
    .hint-2 = write: { $suggested }, or: { $other }, whichever is meant
    .hint-3 = write: { $suggested }
    .hint-4 = a date is written like 2017-06-02

# A text that is neither a date nor a moment.
datetime-form = “{ $value }” is neither a date nor a date with a time
    .hint = write: { $suggested }, or: { $other }, whichever is meant
    .hint-2 = write: { $suggested }
    .hint-3 = it is written like 2017-06-02, or like 2017-06-02 14:30

# A date outside what can be counted in every time zone.
date-out-of-range = the date { $value } is too far away: dates go from the year 1 to the year 9998
    .hint = if no date is known, leave out “{ $field }”; a text that is not to be published yet has the line draft: true

# A day that no month has.
date-impossible = there is no such day as { $value }
    .hint = the last day of that month is { $last }; with its hour: { $whole }
    .hint-2 = the last day of that month is { $last }
    .hint-3 = a date is the year, then the month, then the day: 2017-06-02 is the 2nd of June

# A date whose day of the week is another one.
date-weekday = in “{ $value }”, the day of the week is not that of the date: { $date } is a { $day }
    .hint = look up which of the two is right, and write the date without the day of the week

# A date without its year.
date-without-year = “{ $value }” does not say of which year
    .hint = write the year before it: { $example }

# A month where a day is wanted.
date-without-day = “{ $value }” does not say which day
    .hint = write the day behind it: { $example }

# An hour where only the day is kept.
date-hour = “{ $field }” keeps the day alone: { $hour } is shown nowhere
    .hint = write { $suggested }, the day on this site at that hour, or { $other }, the day as it is written, whichever is meant; and the hour in the text
    .hint-2 = write { $suggested } here, and the hour in the text

# A text that is no number.
number-form = “{ $value }” is not a number in the form that is read here
    .hint = write: { $suggested }
    .hint-2 = write only digits, with a point before the decimals: 1200 or 1.5

# More digits than a number may have.
number-long = the number “{ $value }” is too long: at most 18 digits before the point and 12 after it

# A text that is neither true nor false.
boolean-form = “{ $field }” is either true or false, and this is “{ $value }”
    .hint = write: { $suggested }

# An amount that is no map of amount and currency.
money-form = “{ $field }” needs an amount and a currency
    .hint = write: { $field }: { $suggested }
    .hint-2 = write { $field }: { $first }, or { $field }: { $second }, whichever is meant
    .hint-3 = write for example: { $field }: { $example }

# An amount with three decimals, which hardly any currency has.
money-point = “{ $value }” is read with decimals: a point does not part thousands
    .hint = write { $whole }, or { $fewer }, whichever is meant
    .hint-2 = write { $whole }, if that is meant

# A currency that ISO 4217 does not have.
currency-unknown = “{ $value }” is not the code of a currency
    .hint = did you mean { $nearest }?
    .hint-2 = a currency is written with its three letters, like MAD, EUR or USD

# A key that the choice does not have.
choice-unknown = “{ $value }” is not one of the choices for “{ $field }” ({ $allowed })
    .hint = did you mean “{ $nearest }”?

# A tag that is no language of the site.
language-tag-unknown = “{ $value }” is not a language of this site ({ $allowed })
    .hint = did you mean “{ $nearest }”?

# A text that is no address of electronic mail.
email-form = “{ $value }” is not an e-mail address
    .hint = write: { $suggested }
    .hint-2 = no address has a “{ $letter }”: write it with letters without accents
    .hint-3 = an address is written like name@example.org, one in each field

# A text that is no number to call.
phone-form = “{ $value }” is not a telephone number
    .hint = write: { $suggested }
    .hint-2 = a number to call has no “{ $letter }”: it is written like +212 5 00 00 00 00 or 19, one in each field
    .hint-3 = a number is written like +212 5 00 00 00 00 or 19, one in each field

# A text that is no link.
link-form = “{ $value }” is not a link that a page may have
    .hint = write: { $suggested }
    .hint-2 = a link begins with https://, http://, mailto: or tel:, or with / for a page of this site

# A link that would run a script or carry data.
link-refused = a link that begins with “{ $scheme }:” is refused, because it can do harm to a reader
    .hint = link to a page (https://…) or to a file of this site

# A text that is no name of a file.
file-form = “{ $value }” is not the name of a file of this site
    .hint = write: { $suggested }
    .hint-2 = put the file beside the text and write its name here

# A text that is no id of an entry.
reference-form = “{ $value }” is not the id of an entry
    .hint = write: { $suggested }
    .hint-2 = an id is the entry’s path without language and extension, like { $collection }/name

# A slug with other characters than small letters, digits and hyphens.
slug-form = the end of the address (slug), “{ $value }”, may only have small letters (without accents, where they are Latin), digits, and hyphens between them
    .hint = write: { $suggested }

# An alias with a query.
alias-query = “{ $value }” has a “?”, and what follows it is no part of the path of a page: a site of files answers the same whatever stands there
    .hint = take this alias away, and ask whoever runs the server to redirect such addresses

# An alias with a per cent sign that no code follows.
alias-percent = in the address “{ $value }”, a “%” is not followed by the code of a letter
    .hint = copy the address again from a browser, or take it away; the sign itself is written %25

# An alias that is no path.
alias-form = “{ $value }” is not the path of a page of this site
    .hint = write: { $suggested }
    .hint-2 = write the part of the former address that follows the name of the site, from the first /

# A picture without its file.
image-file = the picture “{ $field }” does not say which file it is
    .hint = add: file: photo.jpg

# A focus that is no point of the picture.
image-focus = the focus of a picture is two numbers from 0 to 1: how far from the left, how far from the top
    .hint = write: focus: { $suggested }
    .hint-2 = write for example: focus: [0.5, 0.35]

# A picture without an alternative text in a language of the entry.
image-alt-missing = the picture “{ $file }” has no alternative text ({ $languages })
    .hint = say what it shows, for those who do not see it: { $example }; for a mere ornament: alt: ""

# The same words in two languages.
same-text = “{ $field }” has the same text in { $first } and in { $second }; it may not have been translated
    .hint = translate it; if it is a name, in a file for all languages, write it once, without languages: { $field }: { $example }
    .hint-2 = translate it, if it is not a name

# A summary that says what the title says.
summary-repeats-title = “{ $summary }” says the same as “{ $title }”
    .hint = say in a sentence what the title does not say, or take “{ $summary }” away

# A shared field that two files give different values.
shared-field-conflict = “{ $field }” holds for all languages, and two files give it different values
    .hint = the number of items is { $here } here and { $there } in the other file: give each item in both, with its words in each language
    .hint-2 = write it once, in { $shared }, or the same in each file
    .hint-3 = write it in one of the two files alone, or the same in both

# More findings in one file than anyone would read.
field-more = { $count } more things are wrong with the fields of this file; mend the first ones, then look again

# Two dates or numbers in the wrong order.
rule-before = “{ $later }” ({ $later_value }) comes before “{ $earlier }” ({ $earlier_value })
    .hint = “{ $earlier }” must not be after “{ $later }”: correct one of the two

# A date that has passed, although a rule with `today` says otherwise.
rule-before-today = “{ $field }” is { $value }, which is past, although “{ $condition }”
    .hint = correct the date, or what it depends on

# The same, where the rule has no condition.
rule-passed = “{ $field }” is { $value }, which is past
    .hint = correct the date

# A date that should have come by today, according to a rule with `today`.
rule-to-come = “{ $field }” is { $value }, which has not come yet
    .hint = correct the date, or what it depends on (“{ $condition }”)
    .hint-2 = correct the date

# A rule “valid_until”: the date has passed, or is missing.
rule-expired = “{ $field }” is { $value }, which is past: what this entry says is to be verified again
    .hint = verify what the entry says, and write the day until which it holds

rule-undated = “{ $field }” is missing: it says until which day what this entry says holds
    .hint = verify what the entry says, and write the day until which it holds: { $field }: YYYY-MM-DD

# A date after the day of the build.
rule-not-future = “{ $field }” cannot lie in the future, and it is { $value }
    .hint = correct the date; what is only planned has a field of its own, or is left out

# Numbers that do not add up.
rule-sum = the values of “{ $field }” add up to { $total }, and not to { $wanted }
    .hint = correct them; the difference is { $difference }

# A value that begins with none of the values of another field.
rule-prefix-of = “{ $value }” in “{ $field }” belongs to none of “{ $others }” ({ $allowed })
    .hint = add what it belongs to in “{ $others }”, or correct “{ $value }”

# A number that is zero or below.
rule-positive = “{ $field }” must be above zero, and it is { $value }
    .hint = correct it, or leave “{ $field }” out where there is nothing to say

# Two totals that differ.
rule-same-total = “{ $first }” adds up to { $first_total }, and “{ $second }” to { $second_total }
    .hint = the two must be the same; the difference is { $difference }

# Amounts in several currencies, which cannot be added.
rule-currencies = “{ $field }” is in { $currency }, and another amount that is added or compared is in { $other }
    .hint = write all of them in the same currency

# A part of a declaration that has another shape.
declaration-form = “{ $key }” cannot be written like this
    .hint = write for example: { $example }

# A type that does not exist.
type-unknown = there is no type “{ $value }” for a field
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the types are: { $allowed }

# A declaration without a type.
type-missing = the field “{ $field }” does not say its type
    .hint = for a group of fields, write: { $field }: { $example }
    .hint-2 = add: type: text (or one of: { $allowed })

# A key that a declaration does not have.
field-option-unknown = “{ $key }” says nothing about a field of type { $type }
    .hint = did you mean “{ $nearest }”?
    .hint-2 = what can be said of it: { $allowed }

# The same, where the type is not known either.
declaration-key-unknown = “{ $key }” says nothing about a field
    .hint = did you mean “{ $nearest }”?
    .hint-2 = what can be said of it: type, { $allowed }

# What can be said of a whole list, said of its items.
field-option-of-item = “{ $key }” is said of a whole list, and not of what is in it
    .hint = move it beside “type: list”, or leave it out

# A localized field in what belongs to one language already.
field-localized-twice = “{ $field }” is part of “{ $outer }”, which has a value for each language already
    .hint = take “localized” away from one of the two

# Lists and objects in each other without end.
field-too-deep = “{ $field }” lies too deep: at most { $max } lists and groups may stand in each other
    .hint = make a collection of the inner fields, and refer to it: {"{"}type: reference, to: …{"}"}

# A declaration that lacks what its type needs.
field-option-missing = the field “{ $field }” of type { $type } lacks “{ $option }”
    .hint = write for example: { $field }: { $example }

# A field that every entry has already.
field-name-taken = every entry has a field “{ $field }” already, without declaration
    .hint = give this one another name

# A name that a template could not use.
field-name-form = the name “{ $field }” may only have small letters without accents, digits and _, and begins with a letter
    .hint = write: { $suggested }

# Words for visitors or for a form in some languages only.
label-missing = “{ $key }” has words in other languages, but none in “{ $language }”
    .hint = add: { $language }: "…"

# A key that a list of choices has already.
choice-twice = the choice “{ $key }” is listed twice
    .hint = keep one of them

# A rule that does not exist.
rule-unknown = there is no rule “{ $key }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the rules are: { $allowed }

# A rule of another shape.
rule-form = the rule “{ $key }” cannot be written like this
    .hint = write for example: { $example }

# Two rules in one.
rule-several = “{ $key }” is a second rule in the same place
    .hint = write it on a line of its own, after a hyphen: a “when” then holds for each by itself

# Dates and numbers in one order.
rule-mixed = the rule “{ $rule }” compares dates with dates, or numbers with numbers, and this mixes them
    .hint = write one rule for the dates and another for the numbers

# A path that goes on where there are no fields.
rule-no-fields = the rule names “{ $path }”, but “{ $key }” is { $found } and has no fields of its own
    .hint = write: { $key }

# A rule about a field that does not exist.
rule-field-unknown = the rule names the field “{ $path }”, and there is no “{ $key }”
    .hint = did you mean “{ $nearest }”?
    .hint-2 = the fields there are: { $allowed }

# A rule about a field of a type for which it means nothing.
rule-field-type = the rule “{ $rule }” means nothing for “{ $path }”, which is { $found }
    .hint = “{ $rule }” is for { $wanted }

# What stands at the other place of a conflict.
schema-label-picture = the picture

# What stands at the place of another value.
schema-label-other-value = the other value

# What stands at the place of the earlier of two values.
schema-label-earlier = “{ $earlier }” is here

# What stands at the place of the second total.
schema-label-second-total = “{ $second }” is here

# What stands at the place of the same text in the other language.
schema-label-same-text = the same text in “{ $second }”

# What stands where an amount in another currency is.
schema-label-other-currency = this one is in { $other }

# What stands where the beginnings are.
schema-label-others = “{ $others }” is here

# What stands at the value that a condition is about.
schema-label-condition = the condition is met here

# What any other sign becomes.
schema-escape = a sign that nobody sees

schema-monday = Monday

schema-tuesday = Tuesday

schema-wednesday = Wednesday

schema-thursday = Thursday

schema-friday = Friday

schema-saturday = Saturday

schema-sunday = Sunday

schema-escape-tab = a tab

schema-escape-newline = the end of a line
