use super::*;

/// The passages, each with its pieces in brackets.
fn shown(text: &str) -> Vec<String> {
    let passages = words(text, Span::new(0, text.len()));
    let shown = passages.iter().map(|passage| {
        let mut out = format!("{:?} ", passage.kind);
        if let Some(language) = &passage.language {
            out.push_str(&format!("({language}) "));
        }
        let mut done = 0;
        for (from, span) in passage.pieces.iter() {
            let piece = &text[span.start..span.end];
            assert_eq!(passage.text.get(*from..from + piece.len()), Some(piece));
            out.push_str(&passage.text[done..*from]);
            out.push_str(&format!("[{piece}]"));
            done = from + piece.len();
        }
        out.push_str(&passage.text[done..]);
        out.replace('\u{fffc}', "•")
            .replace('\u{2028}', "⏎")
            .replace('\n', "↵")
    });
    shown.collect()
}

#[test]
fn words_have_places_and_nothing_else_has() {
    for (text, expected) in [
        ("Un **mot** et `code`.", vec!["Prose [Un ][mot][ et ]•[.]"]),
        (
            "# Titre {#id}\n\nTexte",
            vec!["Heading [Titre ]•", "Prose [Texte]"],
        ),
        ("> un\n> deux  \n> trois", vec!["Prose [un]↵[deux]⏎[trois]"]),
        (
            "- un\n- deux\n  - trois",
            vec!["Prose [un]", "Prose [deux]", "Prose [trois]"],
        ),
        (
            "| a | b |\n|---|---|\n| c | d |",
            vec!["Cell [a]", "Cell [b]", "Cell [c]", "Cell [d]"],
        ),
        (
            "Voir [le lien](a.md \"Son titre\").",
            vec!["Label [Son titre]", "Prose [Voir ][le lien][.]"],
        ),
        (
            "Une ![photo *vive*](a.jpg 'Légende') ici",
            vec![
                "Label [photo ][vive]",
                "Label [Légende]",
                "Prose [Une ]•[ ici]",
            ],
        ),
        ("<https://etat.ma> et Etat", vec!["Prose •[ et Etat]"]),
        ("pr&eacute;cis \\*", vec!["Prose [pr]é[cis ][*]"]),
        (
            "a <kbd>Etat</kbd> <b>Etat</b>",
            vec!["Prose [a ]•[ ][Etat]"],
        ),
        (
            "a <span lang=en>Etat</span> b<br>c",
            vec!["Prose [a ]•[ b]⏎[c]"],
        ),
        ("<div>\nEtat\n</div>\n\nTexte", vec!["Prose [Texte]"]),
        (
            "<div lang=en>\n\nEtat\n\n</div>\n\nTexte",
            vec!["Prose [Texte]"],
        ),
        ("    code\n\n```\ncode\n```", vec![]),
        (
            "Les :lang{en \"soft skills\"} et :fact{etats}, a:fact{x}.",
            vec![
                "Prose [Les ]•[ et ]•[, a:fact{x}.]",
                "Prose (en) [soft skills]",
            ],
        ),
        (
            "[lien](x):fact{etats} **b**:fact{etats}",
            vec!["Prose [lien]•[ ][b]•"],
        ),
        (
            "\\:fact{etats} et[^n] [^m]\n\n[^m]: Note",
            vec!["Prose [:fact{etats} et]•[ ]•", "Prose [Note]"],
        ),
        (
            ":::key-figures{title=\"Etat\"}\n174 | États\n:::\n\nTexte",
            vec!["Directive •↵[174 | États]↵•", "Prose [Texte]"],
        ),
        (
            ":::note\n\nTexte\n\n  :::\n\nTexte",
            vec!["Directive [Texte]", "Prose [Texte]"],
        ),
        (
            "Avant.\n\nTerme\n\n: Une phrase",
            vec!["Prose [Avant.]", "Prose [Terme]", "Prose [Une phrase]"],
        ),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn a_frame_holds_all_but_words() {
    let frame = |text: &str| frame(text, Span::new(0, text.len()));
    assert_eq!(frame("Un *mot* `c`"), frame("Deux *mots* `c`"));
    for (a, b) in [
        ("Un *mot*", "Un mot"),
        ("`a`", "`b`"),
        ("[a](b)", "[a](c)"),
        ("    a", "    b"),
        ("# a", "## a"),
        ("<b>a", "<i>a"),
        ("a[^b]\n\n[^b]: c", "a[^c]\n\n[^c]: c"),
    ] {
        assert_ne!(frame(a), frame(b), "{a}");
    }
}
