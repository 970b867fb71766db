//! Fields of other generators (Hugo, Jekyll, Eleventy, WordPress exports), and what they are here.

use rihla_diagnostics::Bilingual;

/// What is to be done with a field of another generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    /// It has another name, the first of these that the collection has.
    Called(&'static [&'static str]),
    /// It has no use here and can be taken out.
    Useless(&'static Bilingual),
    /// A person has to decide.
    Otherwise(&'static Bilingual),
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
        Otherwise(&IMAGE),
    ),
    (
        &["translationkey", "translationid", "ref"],
        Useless(&PAIRED),
    ),
    (&["lang", "language", "locale"], Useless(&TAGGED)),
    (&["layout", "type", "eleventycomputed"], Otherwise(&LAYOUT)),
    (&["permalink", "url", "path"], Otherwise(&ADDRESS)),
    (
        &["published", "poststatus", "status"],
        Otherwise(&PUBLISHED),
    ),
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
        Otherwise(&REFERENCE),
    ),
    (
        &[
            "author", "authors", "byline", "date", "subtitle", "location",
        ],
        Otherwise(&DECLARE),
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
        Otherwise(&MENU),
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
        Otherwise(&NOTHING),
    ),
    (
        &["sitemap", "robots", "robotsnoindex", "searchexclude"],
        Otherwise(&SEARCHED),
    ),
    (&["headless", "build"], Otherwise(&PAGELESS)),
];

static IMAGE: Bilingual = Bilingual {
    en: "a picture is written here as “image:” with, moved in below it, “file:” and “alt:”",
    fr: "une image s’écrit ici « image: » avec, décalés dessous, « file: » et « alt: »",
};
static PAIRED: Bilingual = Bilingual {
    en: "leave it out: texts of one name are translations of each other (news.fr.md, news.en.md)",
    fr: "enlevez-le : les textes de même nom sont traduits l’un de l’autre (article.fr.md, article.en.md)",
};
static TAGGED: Bilingual = Bilingual {
    en: "leave it out: the name of the file tells the language (news.fr.md)",
    fr: "enlevez-le : le nom du fichier dit la langue (article.fr.md)",
};
static LAYOUT: Bilingual = Bilingual {
    en: "leave it out: the collection decides how its pages look; “template:” names another template of the theme",
    fr: "enlevez-le : la collection décide de l’apparence de ses pages ; « template: » nomme un autre modèle du thème",
};
static ADDRESS: Bilingual = Bilingual {
    en: "the address comes from the title; “slug:” gives its last part, and “aliases:” the former addresses",
    fr: "l’adresse vient du titre ; « slug: » en donne la dernière partie, et « aliases: » les anciennes adresses",
};
static PUBLISHED: Bilingual = Bilingual {
    en: "what is not to be published yet says “draft: true”; leave this out elsewhere",
    fr: "ce qui ne doit pas encore être publié dit « draft: true » ; enlevez ceci ailleurs",
};
static REFERENCE: Bilingual = Bilingual {
    en: "declare it in collection.yaml as a field of type “reference” to a collection of subjects, or leave it out",
    fr: "déclarez-le dans collection.yaml comme champ de type « reference » vers une collection de thèmes, ou enlevez-le",
};
static DECLARE: Bilingual = Bilingual {
    en: "declare it among the fields in collection.yaml, or leave it out",
    fr: "déclarez-le parmi les champs dans collection.yaml, ou enlevez-le",
};
static MENU: Bilingual = Bilingual {
    en: "menus are written in content/site.yaml, under “menus:”; leave it out here",
    fr: "les menus s’écrivent dans content/site.yaml, sous « menus: » ; enlevez-le ici",
};
static SEARCHED: Bilingual = Bilingual {
    en: "the map of the site is made by itself; what search engines are not to show says “noindex: true”",
    fr: "le plan du site se fait tout seul ; ce que les moteurs de recherche ne doivent pas montrer dit « noindex: true »",
};
static PAGELESS: Bilingual = Bilingual {
    en: "leave it out: “pages: false” in collection.yaml is for a collection whose entries have no page",
    fr: "enlevez-le : « pages: false » dans collection.yaml vaut pour une collection dont les éléments n’ont pas de page",
};
static NOTHING: Bilingual = Bilingual {
    en: "nothing here uses it: leave it out",
    fr: "rien ne s’en sert ici : enlevez-le",
};
