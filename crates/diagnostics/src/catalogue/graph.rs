//! What is wrong between files: fields that differ, references, languages, links.

use crate::Text;

messages! {
    /// Two files describe the same entry in the same language.
    TWICE: Error "entry-twice";
    /// A required field has no value.
    REQUIRED: Error "field-required";
    /// A required localized field of an all-YAML entry lacks a language that other fields have.
    REQUIRED_IN: Error "field-required-in-language";
    /// The fields of an entry stand in a file beside which there is no text, and say nothing in any
    /// language.
    NOTHING_SAID: Error "entry-without-text";
    /// The collection requires every language.
    TRANSLATION_REQUIRED: Error "translation-required";
    /// The entry says `languages: [fr]` and has a text in another one.
    NOT_MEANT: Warning "language-not-meant";
    /// A reference to nothing.
    REFERENCE: Error "unknown-reference";
    /// Several entries in one text.
    TOGETHER: Error "references-together";
    /// A text in a folder that is called as visitors read the name of a collection.
    FOLDER_CALLED: Warning "folder-of-no-collection";
    /// A text whose name begins with a date, outside what has dates.
    DATED_OUTSIDE: Warning "dated-outside";
    /// Two texts of one day, each in one language.
    PAIR: Advice "names-of-a-pair";
    /// `unpublish_at` that is not after `publish_at`.
    NEVER_ONLINE: Error "never-online";
    /// A date long past.
    PAST_DATE: Advice "date-long-past";
    /// A deadline that has passed before its text was online.
    PAST_DEADLINE: Advice "deadline-passed";
    /// What takes place, and does not say when.
    EVENT_UNDATED: Advice "event-undated";
    /// What is to take place, and does not say to a feed when it was published.
    EVENT_UNANNOUNCED: Advice "event-unannounced";
    /// A translation in the words of its source, all of it.
    SAME_TEXT: Warning "text-untranslated";
    /// A date far ahead, of what is online at once.
    FAR_DATE: Warning "date-far";
    /// What is written like a date in the name of a file, and is none.
    NAME_DATE: Error "name-date";
    /// A reference without date that fits several entries.
    AMBIGUOUS: Error "ambiguous-reference";
    /// A link inside the site that leads nowhere.
    LINK: Error "broken-link";
    /// `![words](https://…)`
    IMAGE_ELSEWHERE: Error "picture-elsewhere";
    /// `[words]()`
    LINK_EMPTY: Error "link-empty";
    /// An address with a no-break space at its end, or with a character that takes no space.
    ADDRESS_UNSEEN: Error "address-unseen";
    /// A link to an entry that has no page.
    LINK_NO_PAGE: Error "link-without-page";
    /// A link to a file that holds several entries.
    LINK_SEVERAL: Error "link-several";
    /// A link to a text that is not online.
    LINK_HIDDEN: Warning "link-not-online";
    /// A fragment that does not exist.
    FRAGMENT: Error "broken-fragment";
    /// `C:\Users\a\x.jpg`
    ON_COMPUTER: Error "file-on-computer";
    /// A link that leads out of the site's folders.
    OUTSIDE: Error "path-outside";
    /// A picture or file that does not exist.
    FILE: Error "missing-file";
    /// A text or the data of the site as a file to download.
    SOURCE_FILE: Error "source-as-file";
    /// A picture that is not one.
    NOT_AN_IMAGE: Error "not-a-picture";
    /// A picture that is published as it is, and from which metadata cannot be taken.
    METADATA: Error "picture-metadata";
    /// As [`METADATA`], of a file that cannot be followed.
    METADATA_STUCK: Error "picture-metadata-stuck";
    /// Terms are explained, and there is no page that lists them.
    DEFINITIONS_PAGE: Error "definitions-page-missing";
    /// A guide beneath which there is no page.
    GUIDE_WITHOUT_PARTS: Warning "guide-without-parts";
    /// An entry with photographs that does not say whether they show people, where the site asks for it.
    PEOPLE_UNSAID: Error "people-unsaid";
    /// Photographs that show people, without a word on their consent, where the site asks for it.
    CONSENT_MISSING: Error "consent-missing";
    /// A picture without a size.
    IMAGE_DAMAGED: Error "picture-unreadable";
    /// A picture that takes more memory than there is for it.
    IMAGE_TOO_LARGE: Error "picture-too-large";
    /// A picture that is heavier than any page needs.
    IMAGE_HEAVY: Warning "picture-heavy";
    /// A picture that is published as it is, and is heavy.
    IMAGE_AS_IT_IS: Warning "picture-heavy-as-it-is";
    /// A picture that could not be written.
    IMAGE_UNWRITTEN: Error "picture-not-made";
    /// A picture that stays heavy whatever is done.
    IMAGE_OVER: Warning "picture-over-limit";
    /// A language that the theme cannot name.
    LANGUAGE_NAME: Error "language-name";
    /// A fact that does not exist.
    FACT: Error "unknown-fact";
    /// A block that does not exist.
    BLOCK: Error "unknown-block";
    /// A block without a text.
    BLOCK_TEXT: Error "block-without-text";
    /// A block that is not online in any language.
    BLOCK_OFFLINE: Warning "block-offline";
    /// A block that stands in a text in another language than that of the text.
    BLOCK_LANGUAGE: Warning "block-in-other-language";
    /// A block that stands in itself.
    BLOCK_CIRCLE: Error "block-circle";
    /// Too many blocks in one.
    BLOCK_DEEP: Error "block-too-deep";
    /// A menu line that leads to nothing.
    MENU: Error "unknown-menu-target";
    /// `feed: true` where no entry has a date.
    FEED_EMPTY: Warning "feed-empty";
    /// An entry without a date in a collection with a feed.
    FEED_UNDATED: Advice "feed-undated";
    /// `no_referrer` names something that has no page.
    NO_REFERRER: Error "unknown-no-referrer";
    /// No text for the home page.
    HOME: Error "home-missing";
    /// No text of any page in a partial language.
    LANGUAGE_WITHOUT_PAGE: Error "language-without-page";
    /// `template:` names nothing.
    TEMPLATE: Error "unknown-template";
}

/// The text from which another was to be made.
pub static SOURCE_TEXT: Text = Text("graph-source-text");

/// The other of two moments.
pub static GOES_ONLINE: Text = Text("graph-goes-online");
/// The other place of a finding about two places.
pub static OTHER: Text = Text("graph-other");

/// Another place where a picture stands.
pub static ALSO_SHOWN: Text = Text("graph-also-shown");
