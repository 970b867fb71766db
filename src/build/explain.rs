//! Why a page was rendered, in words.

use super::cache::Reason;
use crate::build::query::Query;
use rihla_diagnostics::{Bilingual, Messages};

/// The sentence, without a full stop.
pub fn sentence(reason: &Reason, messages: Messages) -> String {
    macro_rules! say {
        ($en:literal, $fr:literal $(, $name:literal = $value:expr)*) => {{
            let text = Bilingual { en: $en, fr: $fr }.get(messages).to_owned();
            $(let text = text.replace(concat!("{", $name, "}"), $value);)*
            text
        }};
    }
    let query = match reason {
        Reason::Off => return say!("nothing is remembered", "rien n’est gardé en mémoire"),
        Reason::First => {
            return say!(
                "there is no memory of this folder yet",
                "il n’y a pas encore de mémoire de ce dossier"
            );
        }
        Reason::Odd => {
            return say!(
                "the memory of this folder cannot be understood",
                "la mémoire de ce dossier est illisible"
            );
        }
        Reason::Version => {
            return say!(
                "the memory was left by another version of Rihla",
                "la mémoire vient d’une autre version de Rihla"
            );
        }
        Reason::Configuration => {
            return say!(
                "content/site.yaml or the address of the site has changed",
                "content/site.yaml ou l’adresse du site a changé"
            );
        }
        Reason::New => return say!("the page is new", "la page est nouvelle"),
        Reason::File => {
            return say!(
                "its file is not what the last build wrote",
                "son fichier n’est pas celui que la dernière construction a écrit"
            );
        }
        Reason::Answer(query) => query,
    };
    match &**query {
        Query::Page(_) => say!(
            "its own text, fields or list have changed",
            "son texte, ses champs ou sa liste ont changé"
        ),
        Query::DrawnBy(_) => say!("another template draws it", "un autre modèle la dessine"),
        Query::Template(name) => say!(
            "the template {name}, or one that it uses, has changed",
            "le modèle {name}, ou un modèle qu’il emploie, a changé",
            "name" = name
        ),
        Query::Site(_) => say!(
            "what the site says of itself has changed",
            "ce que le site dit de lui-même a changé"
        ),
        Query::Entry { id, .. } => say!("{id} has changed", "{id} a changé", "id" = id),
        Query::Entries(list) => match &list.collection {
            Some(name) => say!(
                "the list of {name} that it shows has changed",
                "la liste de {name} qu’elle montre a changé",
                "name" = name
            ),
            None => say!(
                "a list that it shows has changed",
                "une liste qu’elle montre a changé"
            ),
        },
        Query::Fields(name) => say!(
            "the fields of {name} have changed",
            "les champs de {name} ont changé",
            "name" = name
        ),
        Query::Backlinks { id, .. } => say!(
            "what refers to {id} has changed",
            "ce qui renvoie à {id} a changé",
            "id" = id
        ),
        Query::Related { .. } => say!(
            "the entries related to it have changed",
            "les éléments qui lui sont liés ont changé"
        ),
        Query::Neighbours { .. } => say!(
            "the entries before and after it have changed",
            "l’élément précédent ou suivant a changé"
        ),
        Query::Children { .. } => say!(
            "the pages beneath it have changed",
            "les pages qui en dépendent ont changé"
        ),
        Query::Url { to, .. } => say!(
            "the address of {to} has changed",
            "l’adresse de {to} a changé",
            "to" = to
        ),
        Query::Translations(_) | Query::Alternates(_) => say!(
            "the same page in other languages has changed",
            "la même page dans d’autres langues a changé"
        ),
        Query::Languages => say!(
            "the languages of the site have changed",
            "les langues du site ont changé"
        ),
        Query::Menu { name, .. } => say!(
            "the menu “{name}” has changed",
            "le menu « {name} » a changé",
            "name" = name
        ),
        Query::Breadcrumbs(_) => say!(
            "the pages above it have changed",
            "les pages dont elle dépend ont changé"
        ),
        Query::Feeds { .. } => say!("the feeds have changed", "les flux ont changé"),
        Query::Asset(name) => say!(
            "the file {name} of the theme has changed",
            "le fichier {name} du thème a changé",
            "name" = name
        ),
        Query::File(path) => say!(
            "the file {path} has changed",
            "le fichier {path} a changé",
            "path" = path
        ),
        Query::Data { path, .. } => say!(
            "the figures in {path} have changed",
            "les chiffres de {path} ont changé",
            "path" = path
        ),
        Query::Tally(tally) => say!(
            "the entries of {name} that it counts have changed",
            "les éléments de {name} qu’elle compte ont changé",
            "name" = &tally.collection
        ),
        Query::Download(path) => say!(
            "the file {path} that it offers has changed",
            "le fichier {path} qu’elle propose a changé",
            "path" = path
        ),
        Query::Slot(name) => say!(
            "the place “{name}” for pictures has changed",
            "l’emplacement d’images « {name} » a changé",
            "name" = name
        ),
        Query::Image { file, .. } => say!(
            "the picture {file}, or what is made of it, has changed",
            "l’image {file}, ou ce qui en est tiré, a changé",
            "file" = file
        ),
        Query::SocialCard(_) => say!(
            "the picture that other sites show of it has changed",
            "l’image que d’autres sites en montrent a changé"
        ),
        Query::Link { destination, .. } => say!(
            "its link {destination} leads elsewhere",
            "son lien {destination} mène ailleurs",
            "destination" = destination
        ),
        Query::Phrase { key, .. } => say!(
            "the string “{key}” of the theme has changed",
            "la chaîne « {key} » du thème a changé",
            "key" = key
        ),
        Query::Fact { id, .. } => say!(
            "the fact {id} has changed",
            "le fait chiffré {id} a changé",
            "id" = id
        ),
        Query::Past(_) | Query::Passed(_) | Query::Year => {
            say!("time has passed", "le temps a passé")
        }
    }
}
