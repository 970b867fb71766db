//! What holds of every text.

use proptest::prelude::*;

use super::*;

/// Text of the characters, spaces, numbers and words that the engine looks at.
fn text() -> impl Strategy<Value = String> {
    let pieces: &[&str] = &[
        " ",
        " ",
        " ",
        "\u{a0}",
        "\u{202f}",
        "\u{2009}",
        "\n",
        "\t",
        ":",
        ";",
        "!",
        "?",
        "\"",
        "\"",
        "'",
        "'",
        "«",
        "»",
        "“",
        "”",
        "‘",
        "’",
        "´",
        "…",
        "...",
        ".",
        ".",
        ",",
        "(",
        ")",
        "[",
        "]",
        "-",
        "–",
        "—",
        "/",
        "%",
        "‰",
        "$",
        "€",
        "°",
        "§",
        "#",
        "@",
        "&",
        "*",
        "_",
        "+",
        "=",
        "0",
        "1",
        "2",
        "12",
        "09",
        "200",
        "000",
        "2017",
        "174",
        "14h30",
        "h",
        "30",
        "km",
        "MAD",
        "DH",
        "juin",
        "Juin",
        "June",
        "n°",
        "No.",
        "p.",
        "pp.",
        "art.",
        "ODD",
        "M.",
        "Mme",
        "Dr",
        "J.",
        "XX",
        "XXe",
        "Ier",
        "V",
        "VI",
        "e",
        "er",
        "ème",
        "ère",
        "l'",
        "OIM",
        "OIM's",
        "mot",
        "Mot",
        "é",
        "É",
        "\u{301}",
        "s",
        "'90s",
        "n",
        "https://a.b/c",
        "a@b.c",
        "::",
        ":-)",
        ";)",
        "\u{fffc}",
        "\u{2028}",
        "\u{2029}",
        "漢",
        "😀",
        "٣",
        "º",
        "²",
        "{n}",
        "Le",
        "+212",
    ];
    let piece = prop_oneof![
        20 => prop::sample::select(pieces).prop_map(str::to_owned),
        1 => "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The same with markup between.
fn html() -> impl Strategy<Value = String> {
    let pieces: &[&str] = &[
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<sup>",
        "</sup>",
        "<code>",
        "</code>",
        "<br>",
        "<p>",
        "</p>",
        "<span lang=\"en\">",
        "<span lang=fr>",
        "</span>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<pre>",
        "</pre>",
        "<img alt='Quoi !'>",
        "<a title=\"x : y\" href=a>",
        "</a>",
        "<",
        ">",
        "<x",
        "&",
        "&nbsp;",
        "&quot;",
        "&laquo;",
        "&raquo;",
        "&#39;",
        "&amp;",
        "&eacute;",
        "`",
        "``",
        "<!x>",
    ];
    let piece = prop_oneof![
        2 => text(),
        3 => prop::sample::select(pieces).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

fn profiles() -> impl Strategy<Value = &'static Profile> {
    prop::sample::select(Profile::all().iter().collect::<Vec<_>>())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn set_html(text: &str, profile: &'static Profile, rewrites: bool) -> String {
    let mut html = Html::new(Some(profile), &Profile::of_tag).with_backticks();
    if rewrites {
        html = html.rewriting();
    }
    let mut out = String::new();
    html.line(text, &mut out);
    out
}

/// A text with its corrections.
fn corrected(text: &str, profile: &Profile) -> String {
    let mut out = String::new();
    let mut done = 0;
    for correction in corrections(text, profile) {
        out.push_str(&text[done..correction.start]);
        out.push_str(correction.with);
        done = correction.end;
    }
    out + &text[done..]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_letter_and_no_figure_changes(text in text(), profile in profiles()) {
        let set = plain(&text, profile);
        prop_assert_eq!(letters(&set), letters(&text), "{:?}", set);
    }

    #[test]
    fn once_is_enough(text in text(), profile in profiles()) {
        let once = plain(&text, profile).into_owned();
        let twice = plain(&once, profile);
        prop_assert_eq!(&*twice, &*once, "{:?}", text);
        let once = corrected(&text, profile);
        prop_assert_eq!(corrected(&once, profile), once, "{:?}", text);
    }

    #[test]
    fn once_is_enough_with_markup(text in html(), profile in profiles(), rewrites: bool) {
        let once = set_html(&text, profile, rewrites);
        let twice = set_html(&once, profile, rewrites);
        prop_assert_eq!(&twice, &once, "{:?}", text);
    }

    /// Markup changes nothing but where `<sup>` is added, which the letters between it survive.
    #[test]
    fn letters_survive_markup(text in html(), profile in profiles()) {
        let set = set_html(&text, profile, false).replace("<sup>", "").replace("</sup>", "");
        let text = text.replace("<sup>", "").replace("</sup>", "");
        prop_assert_eq!(letters(&set), letters(&text), "{:?}", text);
    }

    #[test]
    fn edits_are_in_order(text in text(), profile in profiles()) {
        let mut edits = Vec::new();
        Engine::default().find(&text, profile, &mut edits);
        let mut done = 0;
        for edit in &edits {
            prop_assert!(done <= edit.start && edit.start <= edit.end, "{:?}", edits);
            prop_assert!(text.get(edit.start..edit.end).is_some(), "{:?}", edits);
            done = edit.end;
        }
    }

    #[test]
    fn any_text_is_set(text in "\\PC{0,200}", profile in profiles()) {
        let set = plain(&text, profile);
        prop_assert_eq!(letters(&set), letters(&text));
        set_html(&text, profile, true);
        corrections(&text, profile);
        phrase(&text, profile);
    }

    #[test]
    fn words_alone_are_as_they_were(text in "([a-zé]{1,8} ){0,20}[a-zé]{0,8}", profile in profiles()) {
        let set = plain(&text, profile);
        prop_assert!(matches!(set, Cow::Borrowed(same) if same == text), "{set:?}");
    }
}

#[test]
fn places_of_a_phrase_are_words() {
    let french = Profile::of_tag("fr").expect("French");
    for (written, set) in [
        ("Page {n} : {titre} !", "Page {n}\u{a0}: {titre}\u{202f}!"),
        ("{n} %", "{n}\u{a0}%"),
        ("l'{name}", "l’{name}"),
        ("\"{name}\"", "«\u{a0}{name}\u{a0}»"),
        ("{n : x}", "{n\u{a0}: x}"),
        ("{", "{"),
        ("", ""),
    ] {
        assert_eq!(phrase(written, french), set);
    }
}

#[test]
fn paragraphs_of_a_text_are_set_each_for_itself() {
    let french = Profile::of_tag("fr").expect("French");
    assert_eq!(
        plain("Un \"mot\n\nautre\" mot !", french),
        "Un \"mot\n\nautre\" mot\u{202f}!"
    );
}

#[test]
fn corrections_are_letters_and_their_places() {
    let french = Profile::of_tag("fr").expect("French");
    let text = "le 1 Juin, la 2ème";
    let told: Vec<_> = corrections(text, french)
        .into_iter()
        .map(|correction| (&text[correction.start..correction.end], correction.with))
        .collect();
    assert_eq!(told, [("", "er"), ("J", "j"), ("ème", "e")]);
}

#[test]
fn every_title_begins_with_a_letter_that_is_looked_at() {
    for profile in Profile::all() {
        for title in profile.titles {
            assert!(
                super::scan::is_looked_at(title.word.as_bytes()[0]),
                "{}",
                title.word
            );
        }
    }
}
