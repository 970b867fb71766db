//! What writers call fields and directives, in French and in other words of English, where these have a
//! name of their own.

use super::{LanguageError, looks_like_language, replaced, slug, tags};

/// The names of fields that a word may be meant for, the likeliest first; `slug` takes capitals and accents
/// from it. Which of them there is, the collection tells.
pub fn fields_meant(word: &str) -> &'static [&'static str] {
    let word = slug(word);
    let found = FIELDS.iter().find(|(words, _)| words.contains(&&*word));
    found.map_or(&[], |(_, names)| names)
}

/// The directive that a word is meant for.
pub fn directive_meant(word: &str) -> Option<&'static str> {
    let word = slug(word);
    let found = DIRECTIVES.iter().find(|(words, _)| words.contains(&&*word));
    found.map(|(_, name)| *name)
}

/// The tag of a language that is called by its name: in French, in English, or in its own words.
pub fn language_called(word: &str) -> Option<&'static str> {
    let word = slug(word);
    let found = LANGUAGES.iter().find(|(_, names)| names.contains(&&*word));
    found.map(|(tag, _)| *tag)
}

/// The tag that is to be written for a language in the place of a word, of capitals, or of a code that
/// is replaced by another. `None` where nothing is to be replaced, or no language is known so.
pub fn tag_meant(text: &str) -> Option<String> {
    if let Some(tag) = language_called(text) {
        return Some(tag.to_owned());
    }
    let meant = match tags::parse(text) {
        Ok(_) => replaced(text),
        Err(LanguageError::NotATag { suggestion, .. }) => suggestion,
        Err(LanguageError::NotCanonical { canonical, .. }) => Some(canonical),
        Err(_) => None,
    };
    meant.filter(|tag| looks_like_language(tag))
}

/// Whether a text is a tag in its canonical form; it may be that of a language which few know.
pub fn is_tag(text: &str) -> bool {
    tags::parse(text).is_ok()
}

/// Tags, and what their languages are called, as slugs.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("fr", &["francais", "francaise", "french"]),
    ("en", &["anglais", "anglaise", "english"]),
    ("ar", &["arabe", "arabic"]),
    ("es", &["espagnol", "espagnole", "spanish", "espanol"]),
    (
        "pt",
        &["portugais", "portugaise", "portuguese", "portugues"],
    ),
    ("de", &["allemand", "allemande", "german", "deutsch"]),
    ("it", &["italien", "italienne", "italian", "italiano"]),
    ("nl", &["neerlandais", "dutch", "nederlands"]),
    ("ru", &["russe", "russian"]),
    ("tr", &["turc", "turkish"]),
    ("zh", &["chinois", "chinese"]),
    ("zgh", &["amazighe", "amazigh", "tamazight"]),
];

/// Words as slugs, and what they may mean.
const FIELDS: &[(&[&str], &[&str])] = &[
    (&["titre", "intitule", "nom", "name"], &["title", "name"]),
    (
        &["resume", "chapeau", "chapo", "extrait", "accroche"],
        &["summary"],
    ),
    (
        &["lieu", "lieux", "endroit", "ville", "location", "venue"],
        &["place", "location"],
    ),
    (
        &["partenaire", "partenaires", "partner"],
        &["partners", "partner"],
    ),
    (&["brouillon"], &["draft"]),
    (&["legende"], &["caption"]),
    (
        &["fichier", "piece-jointe", "document"],
        &["file", "document", "report"],
    ),
    (&["documents", "fichiers"], &["documents", "files"]),
    (
        &["photo", "photographie", "illustration", "picture"],
        &["image", "photo"],
    ),
    (
        &[
            "auteur", "auteure", "autrice", "auteurs", "author", "byline",
        ],
        &["author", "authors"],
    ),
    (&["langue", "langues"], &["languages", "language"]),
    (&["jour", "date-de-l-evenement"], &["date", "day"]),
    (
        &[
            "echeance",
            "date-limite",
            "cloture",
            "date-de-cloture",
            "closing-date",
        ],
        &["deadline"],
    ),
    (&["debut", "date-de-debut"], &["start", "from"]),
    (&["fin", "date-de-fin"], &["end", "until"]),
    (&["credits"], &["credit"]),
    (
        &["texte-alternatif", "alternative", "description-de-l-image"],
        &["alt"],
    ),
    (
        &["lien", "site", "site-web", "site-internet"],
        &["website", "url", "link"],
    ),
    (
        &["genre", "categorie", "rubrique", "type", "nature"],
        &["kind", "type"],
    ),
    (&["montant", "somme"], &["amount", "budget"]),
    (&["devise", "monnaie"], &["currency"]),
    (&["fonction", "poste", "role"], &["role"]),
    (&["telephone", "tel"], &["phone"]),
    (
        &["courriel", "mail", "e-mail", "adresse-electronique"],
        &["email"],
    ),
    (&["objectif", "objectifs"], &["goals", "goal"]),
    (
        &["programme", "projet", "projets"],
        &["programmes", "programme", "projects"],
    ),
    (&["axe"], &["axes"]),
    (&["sigle", "acronyme"], &["acronym"]),
    (
        &["date-de-publication", "publier-le", "publie-le"],
        &["publish_at"],
    ),
    (&["retirer-le", "date-de-retrait"], &["unpublish_at"]),
    (&["modele", "gabarit"], &["template"]),
    (&["poids", "ordre"], &["weight"]),
    (&["archive", "archivee"], &["archived"]),
    (&["anciennes-adresses", "ancienne-adresse"], &["aliases"]),
    (&["mise-a-jour", "mis-a-jour"], &["updated"]),
    (&["etapes", "etape"], &["steps"]),
    (&["rapport"], &["report"]),
    (&["nombre"], &["count"]),
    (&["contact"], &["contacts"]),
    (&["traduction"], &["translation"]),
];

/// Words as slugs, and the directives that they mean.
const DIRECTIVES: &[(&[&str], &str)] = &[
    (
        &["image", "photo", "illustration", "picture", "img"],
        "figure",
    ),
    (
        &[
            "galerie",
            "photos",
            "images",
            "diaporama",
            "carousel",
            "slideshow",
        ],
        "gallery",
    ),
    (
        &[
            "encadre",
            "remarque",
            "attention",
            "important",
            "avertissement",
            "info",
            "information",
            "conseil",
            "warning",
            "tip",
            "callout",
            "box",
            "aside",
            "alert",
            "alerte",
        ],
        "note",
    ),
    (&["citation", "temoignage", "blockquote"], "quote"),
    (
        &[
            "chiffres-cles",
            "chiffres",
            "chiffre-cle",
            "figures",
            "keyfigures",
            "key-figure",
            "stats",
        ],
        "key-figures",
    ),
    (
        &[
            "personnes",
            "equipe",
            "contacts",
            "contact",
            "team",
            "person",
        ],
        "people",
    ),
    (
        &[
            "telechargement",
            "telecharger",
            "document",
            "fichier",
            "file",
        ],
        "download",
    ),
    (&["graphique", "diagramme", "courbe", "graph"], "chart"),
    (&["langue", "language"], "lang"),
];
