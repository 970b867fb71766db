//! Fields of other generators (Hugo, Jekyll, Eleventy, WordPress exports), and what they are here.

use rihla_diagnostics::Text;

/// What is to be done with a field of another generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    /// It has another name, the first of these that the collection has.
    Called(&'static [&'static str]),
    /// It has no use here and can be taken out.
    Useless(Text),
    /// A person has to decide.
    Otherwise(Text),
}

use Foreign::{Called, Otherwise, Useless};

/// The field of another generator with a name, in whatever letters and joints it is written.
pub(super) fn foreign(name: &str) -> Option<Foreign> {
    let joined: String = name
        .chars()
        .filter(|c| !matches!(c, '_' | '-' | ' '))
        .flat_map(char::to_lowercase)
        .collect();
    FOREIGN
        .iter()
        .find(|(names, _)| names.contains(&joined.as_str()))
        .map(|(_, foreign)| *foreign)
}

/// Names in lower case without joints, and what they are.
const FOREIGN: &[(&[&str], Foreign)] = &[
    (
        &[
            "description",
            "excerpt",
            "abstract",
            "lead",
            "intro",
            "teaser",
        ],
        Called(&["summary"]),
    ),
    (
        &[
            "lastmod",
            "lastmodified",
            "lastmodifiedat",
            "lastupdated",
            "updatedat",
            "modified",
            "dateupdated",
        ],
        Called(&["updated"]),
    ),
    (
        &[
            "publishdate",
            "pubdate",
            "publishedat",
            "publishedon",
            "releasedate",
        ],
        Called(&["publish_at"]),
    ),
    (
        &[
            "expirydate",
            "expirationdate",
            "expires",
            "expiresat",
            "unpublishdate",
        ],
        Called(&["unpublish_at"]),
    ),
    (&["posttitle", "headline", "heading"], Called(&["title"])),
    (
        &["postdate", "dateposted", "created", "createdat"],
        Called(&["date"]),
    ),
    (&["postname", "urlslug"], Called(&["slug"])),
    (
        &["redirectfrom", "redirects", "oldurls"],
        Called(&["aliases"]),
    ),
    (
        &["order", "navorder", "position", "menuorder"],
        Called(&["weight"]),
    ),
    (&["isdraft"], Called(&["draft"])),
    (
        &[
            "thumbnail",
            "cover",
            "coverimage",
            "featuredimage",
            "featureimage",
            "hero",
            "heroimage",
            "banner",
            "images",
            "ogimage",
        ],
        Otherwise(IMAGE),
    ),
    (&["translationkey", "translationid", "ref"], Useless(PAIRED)),
    (&["lang", "language", "locale"], Useless(TAGGED)),
    (&["layout", "type", "eleventycomputed"], Otherwise(LAYOUT)),
    (&["permalink", "url", "path"], Otherwise(ADDRESS)),
    (&["published", "poststatus", "status"], Otherwise(PUBLISHED)),
    (
        &[
            "tags",
            "tag",
            "categories",
            "category",
            "series",
            "topics",
            "keywords",
            "taxonomies",
        ],
        Otherwise(REFERENCE),
    ),
    (
        &[
            "author", "authors", "byline", "date", "subtitle", "location",
        ],
        Otherwise(DECLARE),
    ),
    (
        &[
            "menu",
            "menus",
            "linktitle",
            "navtitle",
            "menutitle",
            "eleventynavigation",
            "parent",
        ],
        Otherwise(MENU),
    ),
    (
        &[
            "toc",
            "comments",
            "math",
            "guid",
            "uuid",
            "postid",
            "cascade",
            "outputs",
            "markup",
            "eleventyexcludefromcollections",
        ],
        Otherwise(NOTHING),
    ),
    (
        &["sitemap", "robots", "robotsnoindex", "searchexclude"],
        Otherwise(SEARCHED),
    ),
    (&["headless", "build"], Otherwise(PAGELESS)),
];

static IMAGE: Text = Text("foreign-image");
static PAIRED: Text = Text("foreign-paired");
static TAGGED: Text = Text("foreign-tagged");
static LAYOUT: Text = Text("foreign-layout");
static ADDRESS: Text = Text("foreign-address");
static PUBLISHED: Text = Text("foreign-published");
static REFERENCE: Text = Text("foreign-reference");
static DECLARE: Text = Text("foreign-declare");
static MENU: Text = Text("foreign-menu");
static SEARCHED: Text = Text("foreign-searched");
static PAGELESS: Text = Text("foreign-pageless");
static NOTHING: Text = Text("foreign-nothing");
