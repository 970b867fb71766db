//! What is wrong with `site.yaml`, `collection.yaml` or the strings of a theme.

messages! {
    /// `glossary:` names no collection.
    GLOSSARY: Error "glossary-unknown";
    /// The collection of notices does not exist.
    NOTICES: Error "notices-unknown";
    /// Results are to be filtered by a collection that does not exist.
    SEARCH_FILTER: Error "search-filter-unknown";
    /// Search is on, and there is no page for what is found.
    SEARCH_PAGE: Error "search-page-missing";
    /// Terms are to be explained, and there is no glossary that does.
    DEFINITIONS_GLOSSARY: Error "definitions-glossary";
    /// Terms are to be explained in a collection that there is not.
    DEFINITIONS_COLLECTION: Error "definitions-collection-unknown";
    /// `gone:` holds something that is no path.
    GONE_FORM: Error "gone-form";
    /// There is no `content/site.yaml`.
    NO_SITE: Error "site-missing";
    /// `site.yml`, `collection.yml`.
    OTHER_ENDING: Error "configuration-ending";
    /// A file is not a map of keys.
    NOT_A_MAP: Error "not-a-map";
    /// A key that no part of the program knows.
    UNKNOWN_KEY: Error "unknown-key";
    /// A key that must be there is not.
    MISSING_KEY: Error "missing-key";
    /// A setting that is written and says nothing.
    EMPTY: Error "setting-empty";
    /// A setting of pages, where there are none.
    WITHOUT_PAGES: Error "setting-without-pages";
    /// A setting beside another one that outranks it.
    BESIDE: Error "setting-beside";
    /// A rule of `rihla check` that there is not.
    UNKNOWN_RULE: Error "unknown-rule";
    /// A folder that is not in that of the site.
    FOLDER_OUTSIDE: Error "folder-outside";
    /// `lists` by a field of a type that there is no list by.
    LIST_FIELD: Error "list-field";
    /// `calendar` with a field that is no date.
    CALENDAR_FIELD: Error "calendar-field";
    /// Two lists by the same.
    LIST_TWICE: Error "list-twice";
    /// A value of another kind than wanted.
    WRONG_KIND: Error "wrong-kind";
    /// A setting that needs a part of the program which was left out when it was built.
    FEATURE_MISSING: Error "feature-missing";
    /// A value that is not one of a closed set.
    UNKNOWN_VALUE: Error "unknown-value";
    /// An edition of the future.
    EDITION: Error "unknown-edition";
    /// A base URL that is not one.
    BASE_URL: Error "base-url";
    /// A time zone that is not in the database.
    TIME_ZONE: Error "unknown-time-zone";
    /// A language tag that is not one.
    LANGUAGE_TAG: Error "language-tag";
    /// A subtag that CLDR replaces by another.
    TAG_REPLACED: Warning "language-tag-replaced";
    /// The fallback of a partial language is no whole language of the site.
    FALLBACK: Error "language-fallback";
    /// A fallback without `partial: true`.
    FALLBACK_ALONE: Error "language-fallback-alone";
    /// A variant of another language.
    VARIANT: Error "language-variant";
    /// A tradition of typography that the language does not have.
    TYPOGRAPHY: Error "unknown-typography";
    /// Two languages with the same tag or prefix.
    LANGUAGE_TWICE: Error "language-twice";
    /// The other place of [`LANGUAGE_TWICE`].
    NO_LANGUAGES: Error "no-languages";
    /// A name of a language that is no single line.
    LANGUAGE_NAME: Error "language-name-form";
    /// A URL prefix that cannot be one.
    PREFIX: Error "language-prefix";
    /// A map from language to text names a language that the site does not have.
    UNKNOWN_LANGUAGE: Error "unknown-language";
    /// A localized text lacks a language.
    LANGUAGE_MISSING: Error "language-missing";
    /// A theme that does not exist.
    UNKNOWN_THEME: Error "unknown-theme";
    /// A colour of the theme that is not read where it stands.
    CONTRAST: Error "token-contrast";
    /// Tokens of a theme that does not read them.
    TOKENS_UNUSED: Warning "tokens-unused";
    /// A drawing that the theme is to show, and that there is not.
    DRAWING_MISSING: Error "token-drawing-missing";
    /// A place for images that no template names.
    PLACE_UNUSED: Error "theme-place-unused";
    /// A slug with characters that an address does not have.
    SLUG: Error "collection-slug-form";
    /// A placeholder of `address:` that does not exist.
    ADDRESS: Error "address-pattern";
    /// `order`, `lists` or a rule names a field that the collection does not declare.
    UNKNOWN_FIELD_NAME: Error "unknown-field-name";
    /// A collection with pages whose entries have no `title`.
    NO_TITLE_FIELD: Error "no-title-field";
    /// A reference to a collection that does not exist.
    UNKNOWN_COLLECTION: Error "unknown-collection";
    /// A string of the theme is there in one language and not in another.
    STRING_MISSING: Error "string-missing";
    /// A string that is in one language alone, and is called nearly as one that the language lacks.
    STRING_UNKNOWN: Error "string-unknown";
    /// A string without a placeholder that it has in another language.
    STRING_LACKS: Warning "string-value-missing";
    /// A string with a placeholder that it does not have in another language.
    STRING_STRANGE: Error "string-value-unknown";
    /// A plural form that the language needs and a string lacks.
    PLURAL_MISSING: Warning "plural-missing";
    /// A plural form that is not one.
    PLURAL: Error "plural-form";
}
