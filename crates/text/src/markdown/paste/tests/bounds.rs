//! However much is pasted, and however it is nested, it takes no more than in proportion to its length.

use std::time::{Duration, Instant};

use crate::markdown::paste::tree::Tree;
use crate::markdown::paste::{LeftOut, Pasted, paste, read};

/// Far more than is needed where nothing grows faster than its length, on a slow and busy machine.
const LONG: Duration = Duration::from_secs(30);

fn quick(name: &str, html: &str) -> Pasted {
    let start = Instant::now();
    let pasted = paste(html);
    println!("{name}: {} bytes, {:?}", html.len(), start.elapsed());
    assert!(start.elapsed() < LONG, "{name} took {:?}", start.elapsed());
    pasted
}

#[test]
fn nesting_is_bounded_and_loses_no_words() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<blockquote>", "</blockquote>"),
        ("<ul><li>", "</li></ul>"),
        ("<b>", "</b>"),
        ("<font color=red>", "</font>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<span>", "</span>"),
        ("<svg>", "</svg>"),
        ("<q>", ""),
        ("<a href='https://e.org'>", ""),
    ] {
        let html = format!(
            "{}dedans{} après",
            open.repeat(10_000),
            close.repeat(10_000)
        );
        let pasted = quick(open, &html);
        assert!(
            open == "<svg>" || pasted.markdown.contains("dedans"),
            "{open}"
        );
        assert!(pasted.markdown.contains("après"), "{open}");
        let marks = pasted.markdown.matches("> ").count();
        assert!(marks < 40, "{open}");
    }
    // What is closed is not deep any more.
    let html = format!(
        "{}a{}<p><b>gras</b></p>",
        "<div>".repeat(9_000),
        "</div>".repeat(9_000)
    );
    assert_eq!(paste(&html).markdown, "a\n\n**gras**\n");
}

#[test]
fn length_is_bounded() {
    let many = |html: &str, bytes: usize| html.repeat(bytes / html.len());
    // Debug builds are a tenth as fast.
    let size = 1 << 18;
    for html in [
        "<p>Un <b>mot</b> de plus.</p>",
        "<p><b a=1><i>x",
        "<p>x<font style='a:b'>",
        "</p>",
        "<table><tr><td>x",
        "<td colspan=999 rowspan=999>x</td>",
        "<tr><td colspan=999 rowspan=999>x</td></tr>",
        "x",
        "* ",
        "[",
        "](",
        "<b>*</b> ",
        "<b> </b><i> </i>",
        "<br>",
        "`<br>",
        "<a href='#_ftn1'>1</a><a name=_ftn1>",
        "<li>x",
        "<ol><li>x</ol>",
        "<p style='mso-list:l0 level1 lfo1'>x<p style='mso-list:l0 level2 lfo1'>y",
        "<sup>x</sup>",
        "# ",
        "#",
        "<h1>#",
        "=\"",
        "<!-- a",
        "<script>a<b x=\"</script><p a b c>",
        "__/__/20__",
        "____ ",
        "<!--[if",
        "<a href='https://www.google.com/url?q=https://e.org'>x</a>",
        "&nbsp; ",
        "<a><p>",
    ] {
        let html = match html.starts_with("<t") {
            true => format!("<table>{}", many(html, size)),
            false => many(html, size),
        };
        // The same in a heading.
        if !html.starts_with('<') {
            quick("heading", &format!("<h1>{html}"));
        }
        quick(html.get(..40).unwrap_or_default(), &html);
    }
}

#[test]
fn attributes_and_notes_are_bounded() {
    let names: String = (0..60_000).map(|number| format!(" a{number}")).collect();
    let quoted: String = (0..60_000)
        .map(|number| format!(" a{number}='>'"))
        .collect();
    for html in [
        format!("<p{names}>mot</p>"),
        format!("<p{quoted}>mot</p>"),
        format!("<p =\"{names}>mot</p>"),
        format!("<script>a<b x=\"</script><p{names} \">mot</p>"),
        format!("<!--{names}{quoted}-->mot"),
    ] {
        // What follows the mark at which a tag was cut may be words.
        let pasted = quick("attributes", &html);
        assert!(pasted.markdown.trim_end().ends_with("mot"));
    }
    let marks = "<a href='#_ftn1'>1</a>".repeat(20_000);
    let pasted = quick(
        "notes",
        &format!("<p>mot{marks}</p><p><a name=_ftn1></a>note</p>"),
    );
    assert!(pasted.markdown.starts_with("mot[^1][^1]"));
    // A long attribute in a tag, and one after it, are read as they stand.
    let long = format!(
        "<p title='{}' class=MsoTitle>mot</p>",
        "un mot ".repeat(200)
    );
    assert_eq!(paste(&long).markdown, "## mot\n");
}

#[test]
fn what_is_too_long_is_told() {
    for (longest, most) in [(60, 1_000), (1_000, 10)] {
        let tree = Tree::within_bounds(&"<p>é<b>mot</b></p>".repeat(20), longest, most);
        assert!(tree.is_cut);
        let read = read::read(&tree);
        assert_eq!(read.left_out.get(&LeftOut::Rest), Some(&1));
        assert!(read.blocks.len() < 8, "{:?}", read.blocks);
    }
    assert!(!Tree::read("<p>mot").is_cut);
}
