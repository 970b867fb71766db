//! What is wrong with a collection's declaration or with a field's value.

use crate::Text;

messages! {
    // ------------------------------------------------------------ values

    /// A key that is no field of the entry or of the object.
    FIELD_UNKNOWN: Error "field-unknown";

    /// A field that another generator has.
    FIELD_FOREIGN: Error "field-foreign";

    /// `"C:\temp"`: a sign after a backslash that was not meant to be one.
    ESCAPE_MEANT: Advice "field-escape";

    /// A value of another shape than the field's: a list, a map, a text.
    WRONG_KIND: Error "field-type";

    /// A field without a value that was to keep the entry offline.
    GUARD_EMPTY: Error "field-empty";

    /// A field without a value that changes nothing so.
    SETTING_EMPTY: Warning "field-empty-setting";

    /// An item of such a field that is nothing.
    ITEM_EMPTY: Warning "field-empty-item";

    /// A list where one value is wanted.
    ONE_VALUE_WANTED: Error "field-one-value";

    /// A single value where a list is wanted.
    LIST_WANTED: Error "field-list";

    /// One item of a list that looks like several.
    LIST_MEANT: Warning "field-list-meant";

    /// A key of a language map that is no language of the site.
    LANGUAGE_UNKNOWN: Error "field-language-unknown";

    /// Languages that are not moved in below their field.
    LANGUAGE_INDENT: Error "field-language-indent";

    /// A part of a picture, of an amount or of a group in the column of its field.
    PART_INDENT: Error "field-part-indent";

    /// A map of languages in a file that is in one language.
    LANGUAGE_MAP: Error "field-language-map";

    /// A map of languages for a field that has one value for all.
    NOT_LOCALIZED: Error "field-not-localized";

    /// Words after `#` on the line of a text that has no quotation marks.
    TEXT_COMMENT: Warning "field-comment";

    /// `…` where words are to stand.
    PLACEHOLDER: Error "text-placeholder";

    /// A text longer than the field allows.
    TOO_LONG: Error "field-too-long";

    /// More items than the field allows.
    TOO_MANY: Error "field-too-many";

    /// A text that is no date.
    DATE_FORM: Error "date-form";

    /// A text that is neither a date nor a moment.
    DATETIME_FORM: Error "datetime-form";

    /// A date outside what can be counted in every time zone.
    DATE_RANGE: Error "date-out-of-range";

    /// A day that no month has.
    DATE_IMPOSSIBLE: Error "date-impossible";

    /// A date whose day of the week is another one.
    DATE_WEEKDAY: Error "date-weekday";

    /// A date without its year.
    DATE_YEAR: Error "date-without-year";

    /// A month where a day is wanted.
    DATE_DAY: Error "date-without-day";

    /// An hour where only the day is kept.
    DATE_HOUR: Warning "date-hour";

    /// A text that is no number.
    NUMBER_FORM: Error "number-form";

    /// More digits than a number may have.
    NUMBER_LONG: Error "number-long";

    /// A text that is neither true nor false.
    BOOLEAN_FORM: Error "boolean-form";

    /// An amount that is no map of amount and currency.
    MONEY_FORM: Error "money-form";

    /// An amount with three decimals, which hardly any currency has.
    MONEY_POINT: Warning "money-point";

    /// A currency that ISO 4217 does not have.
    CURRENCY_UNKNOWN: Error "currency-unknown";

    /// A key that the choice does not have.
    CHOICE_UNKNOWN: Error "choice-unknown";

    /// A tag that is no language of the site.
    TAG_UNKNOWN: Error "language-tag-unknown";

    /// A text that is no address of electronic mail.
    EMAIL_FORM: Error "email-form";

    /// A text that is no number to call.
    PHONE_FORM: Error "phone-form";

    /// A text that is no link.
    LINK_FORM: Error "link-form";

    /// A link that would run a script or carry data.
    LINK_REFUSED: Error "link-refused";

    /// A text that is no name of a file.
    FILE_FORM: Error "file-form";

    /// A text that is no id of an entry.
    REFERENCE_FORM: Error "reference-form";

    /// A slug with other characters than small letters, digits and hyphens.
    SLUG_FORM: Error "slug-form";

    /// An alias with a query.
    ADDRESS_QUERY: Error "alias-query";
    /// An alias with a per cent sign that no code follows.
    ADDRESS_PERCENT: Error "alias-percent";
    /// An alias that is no path.
    ADDRESS_FORM: Error "alias-form";

    /// A picture without its file.
    IMAGE_FILE: Error "image-file";

    /// A focus that is no point of the picture.
    FOCUS_FORM: Error "image-focus";

    /// A picture without an alternative text in a language of the entry.
    IMAGE_ALT_MISSING: Error "image-alt-missing";

    /// The same words in two languages.
    SAME_TEXT: Warning "same-text";

    /// A summary that says what the title says.
    SUMMARY_REPEATS: Advice "summary-repeats-title";

    /// A shared field that two files give different values.
    SHARED_CONFLICT: Error "shared-field-conflict";

    /// More findings in one file than anyone would read.
    TOO_MANY_FINDINGS: Error "field-more";

    // ------------------------------------------------------------ rules

    /// Two dates or numbers in the wrong order.
    RULE_BEFORE: Error "rule-before";

    /// A date that has passed, although a rule with `today` says otherwise.
    RULE_TODAY: Warning "rule-before-today";

    /// The same, where the rule has no condition.
    RULE_PASSED: Warning "rule-passed";

    /// A date that should have come by today, according to a rule with `today`.
    RULE_TO_COME: Warning "rule-to-come";
    /// A date has passed up to which somebody answered for an entry.
    RULE_EXPIRED: Error "rule-expired";
    /// Nothing says until when somebody answers for an entry.
    RULE_UNDATED: Error "rule-undated";

    /// A date after the day of the build.
    RULE_NOT_FUTURE: Error "rule-not-future";

    /// Numbers that do not add up.
    RULE_SUM: Error "rule-sum";

    /// A value that begins with none of the values of another field.
    RULE_PREFIX: Error "rule-prefix-of";

    /// A number that is zero or below.
    RULE_POSITIVE: Error "rule-positive";

    /// Two totals that differ.
    RULE_SAME_TOTAL: Error "rule-same-total";

    /// Amounts in several currencies, which cannot be added.
    RULE_CURRENCIES: Error "rule-currencies";

    // ------------------------------------------------------------ declarations

    /// A part of a declaration that has another shape.
    DECLARATION_FORM: Error "declaration-form";

    /// A type that does not exist.
    TYPE_UNKNOWN: Error "type-unknown";

    /// A declaration without a type.
    TYPE_MISSING: Error "type-missing";

    /// A key that a declaration does not have.
    OPTION_UNKNOWN: Error "field-option-unknown";

    /// The same, where the type is not known either.
    OPTION_UNKNOWN_ANYWHERE: Error "declaration-key-unknown";

    /// What can be said of a whole list, said of its items.
    ITEM_OPTION: Error "field-option-of-item";

    /// A localized field in what belongs to one language already.
    LOCALIZED_TWICE: Error "field-localized-twice";

    /// Lists and objects in each other without end.
    TOO_DEEP: Error "field-too-deep";

    /// A declaration that lacks what its type needs.
    OPTION_MISSING: Error "field-option-missing";

    /// A field that every entry has already.
    NAME_TAKEN: Error "field-name-taken";

    /// A name that a template could not use.
    NAME_FORM: Error "field-name-form";

    /// Words for visitors or for a form in some languages only.
    LABEL_MISSING: Error "label-missing";

    /// A key that a list of choices has already.
    CHOICE_TWICE: Error "choice-twice";

    /// A rule that does not exist.
    RULE_UNKNOWN: Error "rule-unknown";

    /// A rule of another shape.
    RULE_FORM: Error "rule-form";

    /// Two rules in one.
    RULE_SEVERAL: Error "rule-several";

    /// Dates and numbers in one order.
    RULE_MIXED: Error "rule-mixed";

    /// A path that goes on where there are no fields.
    RULE_NO_FIELDS: Error "rule-no-fields";

    /// A rule about a field that does not exist.
    RULE_FIELD: Error "rule-field-unknown";

    /// A rule about a field of a type for which it means nothing.
    RULE_KIND: Error "rule-field-type";
}

/// What stands at the other place of a conflict.
pub static LABEL_IMAGE: Text = Text("schema-label-picture");

/// What stands at the place of another value.
pub static LABEL_OTHER_VALUE: Text = Text("schema-label-other-value");

/// What stands at the place of the earlier of two values.
pub static LABEL_EARLIER: Text = Text("schema-label-earlier");

/// What stands at the place of the second total.
pub static LABEL_SECOND_TOTAL: Text = Text("schema-label-second-total");

/// What stands at the place of the same text in the other language.
pub static LABEL_SAME_TEXT: Text = Text("schema-label-same-text");

/// What stands where an amount in another currency is.
pub static LABEL_OTHER_CURRENCY: Text = Text("schema-label-other-currency");

/// What stands where the beginnings are.
pub static LABEL_OTHERS: Text = Text("schema-label-others");

/// What stands at the value that a condition is about.
pub static LABEL_CONDITION: Text = Text("schema-label-condition");

/// The days of the week, from Monday on.
pub static WEEKDAYS: [crate::Text; 7] = [
    Text("schema-monday"),
    Text("schema-tuesday"),
    Text("schema-wednesday"),
    Text("schema-thursday"),
    Text("schema-friday"),
    Text("schema-saturday"),
    Text("schema-sunday"),
];

/// What a sign after a backslash becomes: the letter behind it, and what it is.
pub static ESCAPES: [(char, crate::Text); 2] = [
    ('t', Text("schema-escape-tab")),
    ('n', Text("schema-escape-newline")),
];
/// What any other sign becomes.
pub static ESCAPE: Text = Text("schema-escape");
