use proptest::prelude::*;
use rihla_diagnostics::testing::messages;

use super::*;

fn tongue(tag: &str) -> Tongue {
    Tongue {
        profile: Profile::of_tag(tag),
        spelling: Spelling::of_tag(tag),
    }
}

fn found(text: &str, tag: &str, is_prose: bool, names: &Names) -> Vec<Correction> {
    let tongue = tongue(tag);
    let is_of_computers = || {
        let spelling = tongue.spelling;
        spelling.is_some_and(|spelling| speaks_of_computers(text, spelling))
    };
    let setting = Setting {
        tongue,
        is_prose,
        names,
        is_of_computers: &is_of_computers,
    };
    find(text, &setting)
}

/// A line with its corrections made.
fn corrected(text: &str, tag: &str, is_prose: bool) -> String {
    let mut out = String::new();
    let mut done = 0;
    for correction in found(text, tag, is_prose, &Names::default()) {
        for (range, with) in correction.edits {
            out.push_str(&text[done..range.start]);
            out.push_str(&with);
            done = range.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

fn all_are(tag: &str, cases: &[(&str, &str)]) {
    for (wrong, right) in cases {
        assert_eq!(corrected(wrong, tag, true), *right, "{wrong}");
        assert_eq!(corrected(right, tag, true), *right, "again: {right}");
    }
}

/// Slips of each kind, one after the other in each order.
#[test]
fn slips_beside_each_other_are_corrected_in_order() {
    const SLIPS: [(&str, &str); 6] = [
        ("2 Juin", "2 juin"),
        ("le 01 Mai", "le 1er mai"),
        ("lâ€™eau", "l’eau"),
        ("2ème", "2e"),
        ("un  mot", "un mot"),
        ("Etat", "État"),
    ];
    for one in SLIPS {
        for two in SLIPS {
            for three in SLIPS {
                let text = format!("Voici {}, {} et {}.", one.0, two.0, three.0);
                let right = format!("Voici {}, {} et {}.", one.1, two.1, three.1);
                assert_eq!(corrected(&text, "fr", true), right, "{text}");
                for correction in found(&text, "fr", true, &Names::default()) {
                    correction.diagnostic(&text);
                }
            }
        }
    }
}

#[test]
fn french_is_corrected() {
    all_are(
        "fr",
        &[
            // The rewrite tier of the typography.
            ("Vendredi 2 Juin 2017", "Vendredi 2 juin 2017"),
            ("le 1 juin 2017", "le 1er juin 2017"),
            ("le 01 Juin 2017", "le 1er juin 2017"),
            ("le 09 décembre 2016", "le 9 décembre 2016"),
            (
                "la 2ème édition et la 1ère phase",
                "la 2e édition et la 1re phase",
            ),
            // Capitals with their accents.
            ("L'Etat et les Etats-Unis", "L'État et les États-Unis"),
            ("Secrétaire d’Etat", "Secrétaire d’État"),
            (
                "ETAT CIVIL, ECOLE ET EGALITE",
                "ÉTAT CIVIL, ÉCOLE ET ÉGALITÉ",
            ),
            (
                "Ecole, Equipe, Ile, Eté, Etre, Evénement",
                "École, Équipe, Île, Été, Être, Événement",
            ),
            (
                "le ministère de l'Education nationale",
                "le ministère de l'Éducation nationale",
            ),
            ("Etudes sur la migration", "Études sur la migration"),
            ("A l'occasion de la journée", "À l'occasion de la journée"),
            ("Fin. A partir de juin", "Fin. À partir de juin"),
            ("« A la suite »", "« À la suite »"),
            ("A d’autres", "À d’autres"),
            // Two letters that are one.
            (
                "Les oeuvres et la main-d'oeuvre",
                "Les œuvres et la main-d'œuvre",
            ),
            ("Oeuvre, OEUVRE", "Œuvre, ŒUVRE"),
            // Whoever bears a name knows how it is spelt.
            (
                "M. Boeuf et Mme Soeur, Dr. Coeur, à l’église du Sacré-Coeur. Boeuf",
                "M. Boeuf et Mme Soeur, Dr. Coeur, à l’église du Sacré-Coeur. Bœuf",
            ),
            (
                "soeurs, voeux, noeud, oeil, manoeuvre",
                "sœurs, vœux, nœud, œil, manœuvre",
            ),
            // Titles.
            ("Mr Mohammed et Mr. Swing", "M. Mohammed et M. Swing"),
            // Spaces.
            ("deux  espaces   ou plus", "deux espaces ou plus"),
            ("lâ€™eau dâ€™un cafÃ©", "l’eau d’un café"),
        ],
    );
}

#[test]
fn french_that_is_right_stays() {
    for text in [
        "Elle, Entre, Ethnique, Emploi, Europe",
        "Global Partnership for Education",
        "Education for All",
        "Il y a la mer. Plan A la mer",
        "la vitamine A l'emporte",
        "Le groupe A le sait",
        "A Coruña",
        "coefficient, coexister, moelle, poêle",
        "https://etat.ma/Etat, Etat.pdf, @Etat, #Etat",
        "MR et MrX, un Mr",
        "2 juin, 1er juin, 2e, 10 %",
        "le 02/06 et 2017-06-02",
        "un\n  deux",
        "50% et IOM' office, program, organisation",
    ] {
        assert_eq!(corrected(text, "fr", true), text);
    }
}

#[test]
fn english_is_corrected_as_its_variant_spells() {
    all_are(
        "en-GB-oxendict",
        &[
            ("to organise and recognised", "to organize and recognized"),
            ("Recognising this, it ended", "Recognizing this, it ended"),
            (
                "End. Mobilisation of resources",
                "End. Mobilization of resources",
            ),
            ("an organisational matter", "an organizational matter"),
            (
                "the program and its programs",
                "the programme and its programmes",
            ),
            ("Programs are many", "Programmes are many"),
            (
                "in all, some 45% of people",
                "in all, some 45 per cent of people",
            ),
            (
                "in all, some 4.5 % of it (or 5%).",
                "in all, some 4.5 per cent of it (or 5 per cent).",
            ),
            (
                "IOM' office and UNHCR’ staff",
                "IOM's office and UNHCR’s staff",
            ),
            ("two  spaces", "two spaces"),
        ],
    );
    assert_eq!(
        corrected("organise a program, 45% of all the people", "en-GB", true),
        "organise a programme, 45 per cent of all the people"
    );
    let general = "organise a program, 45% of all the people";
    assert_eq!(corrected(general, "en", true), general);
    assert_eq!(corrected("IOM' office", "en", true), "IOM's office");
    assert_eq!(corrected("IOM' office", "ar", true), "IOM' office");
    let heading = "Some 45% of all the people";
    assert_eq!(corrected(heading, "en-GB-oxendict", false), heading);
}

#[test]
fn english_that_is_right_stays() {
    for text in [
        "advise, comprise, enterprise, exercise, promise, supervise, surprise, analyse, wise",
        "Organisation for Economic Co-operation and Development",
        "the World Health Organisation, the ORGANISATION",
        "the Fulbright Program",
        "Program for Results",
        "*capitalisation du travail*, sur la mobilisation, Organisation internationale du Travail",
        "the event “Organisation et réalisation”",
        "a computer program",
        "It loads no font, picture, video or program from another website",
        "to program the machine",
        "45%",
        "Women: 45%, men: 55%",
        "100%-funded and 20%x in all of the cases",
        "https://x.org/a%20b in all of the cases",
        "the so-called 'IOM' list and IOM' office",
        "the NGOs' work and UNAIDS' work",
        "colour-organise.pdf",
        "Etat, oeuvre",
    ] {
        assert_eq!(corrected(text, "en-GB-oxendict", true), text);
    }
}

#[test]
fn names_are_never_corrected() {
    let names = Names::new(["Secrétariat d'Etat", "Oeuvre"]);
    let of = |text: &str| {
        let found = found(text, "fr", true, &names);
        found
            .iter()
            .map(|found| found.right(text))
            .collect::<Vec<_>>()
    };
    assert_eq!(of("Le Secrétariat d’Etat et l'Etat"), ["État"]);
    assert_eq!(of("Oeuvre et oeuvre"), ["œuvre"]);
    assert_eq!(of("une  Oeuvre"), ["une Oeuvre"]);
}

#[test]
fn what_is_said_names_both() {
    let text = "le 01 Juin  2017, l'Etat";
    let said = found(text, "fr", true, &Names::default());
    let said: Vec<String> = said
        .iter()
        .map(|found| found.diagnostic(text).text(messages("en")))
        .collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(
        said[0].starts_with("“01 Juin” is written “1er juin”"),
        "{said:?}"
    );
    assert!(said[1].contains("between “Juin” and “2017,”"), "{said:?}");
    assert!(said[2].starts_with("“Etat” is written “État”"), "{said:?}");
}

proptest! {
    #[test]
    fn corrections_are_apart_and_end(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "Etat", "A", "l'", "la", "oeuvre", "Mr", "Mr.", "1", "01", "09", "Juin", "juin",
                "2ème", "1ère", "program", "organise", "Organisation", "45%", "45 %", "IOM'", "’",
                " ", "  ", ".", ". ", "\n", "\u{fffc}", "\u{2028}", "\u{a0}", "é", "'", "-", "of",
                "computer", "Etudes", "sur", "D", "XXème", "%", "#", "www.", "lâ€™eau", "â€™",
            ]),
            0..24,
        ),
        tag in prop::sample::select(vec!["fr", "en", "en-GB-oxendict", "ar"]),
    ) {
        let text = words.concat();
        let found = found(&text, tag, true, &Names::default());
        let mut end = 0;
        for correction in &found {
            prop_assert!(correction.words.end <= text.len());
            for (range, with) in &correction.edits {
                prop_assert!(end <= range.start && range.start <= range.end);
                prop_assert!(correction.words.start <= range.start && range.end <= correction.words.end);
                prop_assert!(with.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '’')), "{with}");
                end = range.end;
            }
            prop_assert!(correction.right(&text) != text[correction.words.clone()]);
        }
        // What is corrected is soon right.
        let mut now = text.clone();
        for _ in 0..3 {
            now = corrected(&now, tag, true);
        }
        prop_assert_eq!(corrected(&now, tag, true), now);
    }
}
