//! What languages are called in the languages of the messages (names of CLDR).

use rihla_diagnostics::{Messages, Value};

/// A language: its tag, its name in English and in French, and what a French *version* in it is.
type Row = (&'static str, &'static str, &'static str, &'static str);

const ROWS: &[Row] = &[
    ("am", "Amharic", "amharique", "amharique"),
    ("ar", "Arabic", "arabe", "arabe"),
    ("bg", "Bulgarian", "bulgare", "bulgare"),
    ("bm", "Bambara", "bambara", "bambara"),
    ("bn", "Bangla", "bengali", "bengalie"),
    ("ca", "Catalan", "catalan", "catalane"),
    ("cs", "Czech", "tchèque", "tchèque"),
    ("da", "Danish", "danois", "danoise"),
    ("de", "German", "allemand", "allemande"),
    ("el", "Greek", "grec", "grecque"),
    ("en", "English", "anglais", "anglaise"),
    ("es", "Spanish", "espagnol", "espagnole"),
    ("et", "Estonian", "estonien", "estonienne"),
    ("eu", "Basque", "basque", "basque"),
    ("fa", "Persian", "persan", "persane"),
    ("ff", "Fula", "peul", "peule"),
    ("fi", "Finnish", "finnois", "finnoise"),
    ("fr", "French", "français", "française"),
    ("ga", "Irish", "irlandais", "irlandaise"),
    ("ha", "Hausa", "haoussa", "haoussa"),
    ("he", "Hebrew", "hébreu", "hébraïque"),
    ("hi", "Hindi", "hindi", "hindi"),
    ("hr", "Croatian", "croate", "croate"),
    ("hu", "Hungarian", "hongrois", "hongroise"),
    ("hy", "Armenian", "arménien", "arménienne"),
    ("id", "Indonesian", "indonésien", "indonésienne"),
    ("it", "Italian", "italien", "italienne"),
    ("ja", "Japanese", "japonais", "japonaise"),
    ("ka", "Georgian", "géorgien", "géorgienne"),
    ("ko", "Korean", "coréen", "coréenne"),
    ("ku", "Kurdish", "kurde", "kurde"),
    ("ln", "Lingala", "lingala", "lingala"),
    ("lt", "Lithuanian", "lituanien", "lituanienne"),
    ("lv", "Latvian", "letton", "lettonne"),
    ("mk", "Macedonian", "macédonien", "macédonienne"),
    ("mt", "Maltese", "maltais", "maltaise"),
    ("nb", "Norwegian Bokmål", "norvégien bokmål", "norvégienne"),
    ("nl", "Dutch", "néerlandais", "néerlandaise"),
    ("no", "Norwegian", "norvégien", "norvégienne"),
    ("pl", "Polish", "polonais", "polonaise"),
    ("ps", "Pashto", "pachto", "pachto"),
    ("pt", "Portuguese", "portugais", "portugaise"),
    ("ro", "Romanian", "roumain", "roumaine"),
    ("ru", "Russian", "russe", "russe"),
    ("sk", "Slovak", "slovaque", "slovaque"),
    ("sl", "Slovenian", "slovène", "slovène"),
    ("so", "Somali", "somali", "somalie"),
    ("sq", "Albanian", "albanais", "albanaise"),
    ("sr", "Serbian", "serbe", "serbe"),
    ("sv", "Swedish", "suédois", "suédoise"),
    ("sw", "Swahili", "swahili", "swahilie"),
    ("ti", "Tigrinya", "tigrigna", "tigrigna"),
    ("tr", "Turkish", "turc", "turque"),
    ("uk", "Ukrainian", "ukrainien", "ukrainienne"),
    ("ur", "Urdu", "ourdou", "ourdoue"),
    ("vi", "Vietnamese", "vietnamien", "vietnamienne"),
    ("wo", "Wolof", "wolof", "wolof"),
    ("zgh", "Standard Moroccan Tamazight", "amazighe", "amazighe"),
    ("zh", "Chinese", "chinois", "chinoise"),
];

/// The name of the language of a tag as it stands in a sentence, after “in”: *in French*, *en
/// français*; `own`, its name in itself, where it is not known.
pub fn name(tag: &str, own: &str, messages: Messages) -> String {
    match (row(tag), messages) {
        (Some((_, en, _, _)), Messages::En) => of_region(en, tag),
        (Some((_, _, fr, _)), Messages::Fr) => of_region(fr, tag),
        (None, _) => own.to_owned(),
    }
}

/// What a version in it is called: *the French version*, *la version française*.
pub fn adjective(tag: &str, own: &str, messages: Messages) -> String {
    match (row(tag), messages) {
        (Some((_, _, _, feminine)), Messages::Fr) => of_region(feminine, tag),
        _ => name(tag, own, messages),
    }
}

/// The [name] as a value of a message.
pub fn said(tag: &str, own: &str) -> Value {
    Value::Both([Messages::En, Messages::Fr].map(|messages| name(tag, own, messages)))
}

/// The names of several languages, with commas between them.
pub fn all_said<'t>(languages: impl Iterator<Item = (&'t str, &'t str)>) -> Value {
    let languages: Vec<(&str, &str)> = languages.collect();
    Value::Both([Messages::En, Messages::Fr].map(|messages| {
        let names = languages.iter().map(|(tag, own)| name(tag, own, messages));
        names.collect::<Vec<_>>().join(", ")
    }))
}

fn row(tag: &str) -> Option<&'static Row> {
    let language = tag.split('-').next().unwrap_or_default();
    ROWS.iter().find(|row| row.0 == language)
}

/// A site may have two varieties of one language.
fn of_region(name: &str, tag: &str) -> String {
    match tag.split_once('-') {
        Some((_, region)) => format!("{name} ({region})"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_message() {
        for (tag, en, fr, feminine) in [
            ("fr", "French", "français", "française"),
            ("en", "English", "anglais", "anglaise"),
            (
                "pt-BR",
                "Portuguese (BR)",
                "portugais (BR)",
                "portugaise (BR)",
            ),
            ("tlh", "tlhIngan", "tlhIngan", "tlhIngan"),
        ] {
            let own = "tlhIngan";
            assert_eq!(name(tag, own, Messages::En), en);
            assert_eq!(name(tag, own, Messages::Fr), fr);
            assert_eq!(adjective(tag, own, Messages::En), en);
            assert_eq!(adjective(tag, own, Messages::Fr), feminine);
        }
        assert!(ROWS.windows(2).all(|rows| rows[0].0 < rows[1].0));
        assert!(ROWS.iter().all(|row| row.2 == row.2.to_lowercase()));
    }
}
