//! What holds for every chart.

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::Span;

fn language(tag: &str) -> Language {
    Language::new(tag, tag, tag, None).expect("a language")
}

fn request(kind: ChartKind) -> Request {
    Request {
        kind,
        data: Named {
            name: "data.csv".into(),
            span: Span::new(0, 8),
        },
        x: None,
        y: Vec::new(),
        by: None,
        value: None,
    }
}

fn read(csv: &str, kind: ChartKind, language: &Language) -> (Data, Vec<Diagnostic>) {
    let (table, mut problems) = Table::read(&"data.csv".into(), csv, "fr").expect("a table");
    let (data, more) = select(&table, &request(kind), "text.md", language);
    problems.extend(more);
    (data, problems)
}

fn look<'l>(language: &'l Language, id: &'l str) -> Look<'l> {
    Look {
        language,
        id,
        title: "Un titre <et> \"plus\"",
        description: "Une description & plus",
        unit: None,
    }
}

/// Reads a drawing as XML; gives its texts, and every identifier and every reference to one.
fn checked(svg: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let mut reader = Reader::from_str(svg);
    let (mut open, mut texts) = (Vec::new(), Vec::new());
    let (mut ids, mut used) = (Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().expect("a drawing is XML");
        let element = match &event {
            Event::Eof => break,
            Event::Start(element) => {
                open.push(element.name().as_ref().to_vec());
                element
            }
            Event::Empty(element) => element,
            Event::End(element) => {
                assert_eq!(open.pop().as_deref(), Some(element.name().as_ref()));
                continue;
            }
            Event::Text(text) => {
                texts.push(text.xml10_content().expect("UTF-8").into_owned());
                continue;
            }
            _ => continue,
        };
        for attribute in element.attributes() {
            let attribute = attribute.expect("an attribute");
            let value = attribute.unescape_value().expect("a value").into_owned();
            match attribute.key.as_ref() {
                b"id" => ids.push(value),
                b"href" => used.push(value.trim_start_matches('#').to_owned()),
                b"fill" => used.extend(
                    value
                        .strip_prefix("url(#")
                        .and_then(|value| value.strip_suffix(')'))
                        .map(str::to_owned),
                ),
                b"aria-labelledby" => used.extend(value.split(' ').map(str::to_owned)),
                b"style" => panic!("a style in place: {value}"),
                b"x" | b"x1" | b"x2" | b"width" | b"y" | b"y1" | b"y2" | b"height" => {
                    let number = value.trim_end_matches('%');
                    let number: f64 = number.parse().expect("a number");
                    assert!(number.is_finite());
                }
                _ => {}
            }
        }
    }
    assert!(open.is_empty(), "{open:?} is not closed");
    (texts, ids, used)
}

const KINDS: [ChartKind; 3] = [ChartKind::Bar, ChartKind::Line, ChartKind::Share];

#[test]
fn every_kind_is_drawn_in_every_direction() {
    let csv = "an;femmes;hommes\n2015;320;410\n2016;380,5;\n2018;410;460\n2024;1 200;930\n";
    for tag in ["fr", "en", "ar"] {
        let language = language(tag);
        for kind in KINDS {
            let (data, problems) = read(csv, kind, &language);
            assert!(problems.is_empty(), "{problems:?}");
            let svg = draw(&data, kind, &look(&language, "c:1"));
            let (_, ids, used) = checked(&svg);
            for id in &used {
                assert!(ids.contains(id), "{id} is not there: {svg}");
            }
            let direction = language.direction.as_str();
            assert!(svg.contains(&format!("direction=\"{direction}\"")));
            for name in ["femmes", "hommes"] {
                assert!(svg.contains(&format!(">{name}</text>")), "{kind:?} {name}");
            }
        }
    }
}

#[test]
fn figures_are_written_as_the_language_does() {
    let csv = "an,n\n2023,1234.5\n2024,28604\n";
    for (tag, wanted) in [("fr", "28\u{202f}604"), ("en", "28,604")] {
        let language = language(tag);
        let (data, _) = read(csv, ChartKind::Bar, &language);
        let svg = draw(&data, ChartKind::Bar, &look(&language, "c"));
        assert!(svg.contains(&format!(">{wanted}</text>")), "{svg}");
    }
}

#[test]
fn a_missing_figure_breaks_the_line_and_is_shown() {
    let csv = "an,n\n2019,1\n2020,2\n2021,\n2022,4\n2023,5\n";
    let language = language("fr");
    let (data, _) = read(csv, ChartKind::Line, &language);
    let svg = draw(&data, ChartKind::Line, &look(&language, "c"));
    assert_eq!(svg.matches("stroke-linecap").count(), 2);
    let (data, _) = read(csv, ChartKind::Bar, &language);
    let svg = draw(&data, ChartKind::Bar, &look(&language, "c"));
    assert_eq!(svg.matches(">–</text>").count(), 1);
}

#[test]
fn negative_figures_lie_on_the_other_side() {
    let language = language("fr");
    let csv = "région,n\nune région au nom assez long,-10\nune autre région encore,10\n";
    let (data, _) = read(csv, ChartKind::Bar, &language);
    let scene = bars::scene(&data, &look(&language, "c"));
    let bars: Vec<(f64, f64)> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            scene::Mark::Bar {
                x,
                length: scene::Length::Part(length),
                ..
            } => Some((x.part, *length)),
            _ => None,
        })
        .collect();
    let [(left, length), (right, _)] = bars.as_slice() else {
        panic!("{bars:?}");
    };
    assert!((left + length - right).abs() < 1e-9, "{bars:?}");
}

/// The left and right ends of the bars of a drawing, in hundredths of its width.
fn bars_of(svg: &str) -> Vec<(f64, f64)> {
    let value = |element: &str, name: &str| -> Option<f64> {
        let (_, rest) = element.split_once(&format!(" {name}=\""))?;
        rest.split_once("%\"")?.0.parse().ok()
    };
    let elements = svg.split("<rect ").skip(1);
    elements
        .filter_map(|element| {
            let element = format!(" {}", element.split_once("/>")?.0);
            let left = value(&element, "x")?;
            Some((left, left + value(&element, "width")?))
        })
        .collect()
}

#[test]
fn from_right_to_left_is_the_mirror() {
    let (fr, ar) = (language("fr"), language("ar"));
    for kind in KINDS {
        let csv = "x;a;b\nun nom assez long pour sa ligne;10;20\nr;30;5\n";
        let (data, _) = read(csv, kind, &fr);
        let left = bars_of(&draw(&data, kind, &look(&fr, "c")));
        let right = bars_of(&draw(&data, kind, &look(&ar, "c")));
        assert_eq!(left.is_empty(), kind == ChartKind::Line);
        assert_eq!(left.len(), right.len());
        for ((from, to), (mirrored_from, mirrored_to)) in left.iter().zip(&right) {
            let is_mirror = (100.0 - to - mirrored_from).abs() < 0.05
                && (100.0 - from - mirrored_to).abs() < 0.05;
            assert!(
                is_mirror,
                "{kind:?}: {from}..{to}, {mirrored_from}..{mirrored_to}"
            );
        }
    }
    let (data, _) = read("an;n\n2020;1\n2021;2\n", ChartKind::Line, &fr);
    let svg = draw(&data, ChartKind::Line, &look(&ar, "c"));
    let places: Vec<f64> = svg
        .split("<use ")
        .skip(1)
        .filter_map(|dot| dot.split_once(" x=\"")?.1.split_once('%')?.0.parse().ok())
        .collect();
    assert!(places.len() == 2 && places[0] > places[1], "{places:?}");
}

#[test]
fn years_that_are_missing_keep_their_place() {
    let language = language("fr");
    let (data, _) = read("an,n\n2020,1\n2022,3\n", ChartKind::Bar, &language);
    let look = look(&language, "c");
    assert!(columns::fit(&data, &look));
    let (texts, ..) = checked(&draw(&data, ChartKind::Bar, &look));
    assert!(texts.iter().any(|text| text == "2021"), "{texts:?}");
}

#[test]
fn parts_are_hundredths_of_their_whole() {
    let language = language("fr");
    let shown = |csv: &str| -> Vec<Vec<String>> {
        let (data, _) = read(csv, ChartKind::Share, &language);
        parts(&data)
            .iter()
            .map(|row| {
                row.iter()
                    .map(|part| part.as_ref().map_or("-".into(), ToString::to_string))
                    .collect()
            })
            .collect()
    };
    assert_eq!(shown("x,a,b\nr,62,38\ns,1,\n"), [["62", "38"], ["-", "-"]]);
    assert_eq!(shown("x,n\na,1\nb,95\nc,8\n"), [["1.0"], ["91.3"], ["7.7"]]);
}

fn codes(csv: &str, kind: ChartKind) -> Vec<&'static str> {
    let (_, problems) = read(csv, kind, &language("fr"));
    problems
        .iter()
        .map(|problem| problem.message.code)
        .collect()
}

#[test]
fn what_cannot_be_shown_is_said() {
    let wide = "x,a,b,c,d,e,f,g\nr,1,1,1,1,1,1,1\n";
    assert_eq!(codes(wide, ChartKind::Bar), ["chart-series"]);
    let rows: String = (0..41).map(|n| format!("r{n},1\n")).collect();
    assert_eq!(
        codes(&format!("x,n\n{rows}"), ChartKind::Bar),
        ["chart-rows"]
    );
    assert!(codes(&format!("x,n\n{rows}"), ChartKind::Line).is_empty());
    assert_eq!(
        codes(&format!("x,n\n{rows}"), ChartKind::Share),
        ["chart-parts"]
    );
    assert_eq!(
        codes("x,a,b\nr,-1,2\n", ChartKind::Share),
        ["chart-negative"]
    );
    assert!(codes("x,a,b\nr,-1,2\n", ChartKind::Bar).is_empty());
    assert_eq!(codes("x,a,b\nr,0,0\n", ChartKind::Share), ["chart-whole"]);
    assert_eq!(codes("x,a\nr,\n", ChartKind::Bar), ["chart-empty"]);
    assert_eq!(codes("x,a\n", ChartKind::Bar), ["chart-empty"]);
    assert_eq!(codes("", ChartKind::Bar), ["chart-empty"]);
    assert_eq!(codes("x,a\nr,n/a\n", ChartKind::Bar), ["chart-number"]);
    assert_eq!(
        codes("x,a,a\nr,1,2\n", ChartKind::Bar),
        ["chart-column-name"]
    );
    assert_eq!(codes("x,a\nr,1,2\n", ChartKind::Bar), ["chart-cells"]);
    assert_eq!(codes("x,a\nr,\"1\n", ChartKind::Bar)[0], "chart-quote");
}

/// The relative luminance of a colour (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
        let value = f64::from(value) / 255.0;
        match value {
            value if value <= 0.040_45 => value / 12.92,
            value => ((value + 0.055) / 1.055).powf(2.4),
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[test]
fn colours_can_be_told_from_light_and_dark_pages() {
    for colour in svg::COLOURS {
        for page in ["#ffffff", "#12151c"] {
            let (a, b) = (luminance(colour), luminance(page));
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            assert!(contrast >= 3.0, "{colour} on {page}: {contrast:.2}");
        }
    }
}

/// The left and right ends of a mark in a drawing of the narrowest width.
fn ends(mark: &scene::Mark) -> Option<(f64, f64)> {
    use scene::{Anchor, Length, Mark};
    let place = |at: &scene::At| at.part / 100.0 * NARROWEST + at.pixels;
    Some(match mark {
        Mark::Bar { x, length, .. } => {
            let length = match length {
                Length::Part(part) => part / 100.0 * NARROWEST,
                Length::Pixels(pixels) => *pixels,
            };
            (place(x), place(x) + length)
        }
        Mark::Words {
            x,
            anchor,
            size,
            text,
            ..
        } => {
            let (x, wide) = (place(x), words::width(text, *size));
            match anchor {
                Anchor::Start => (x, x + wide),
                Anchor::Middle => (x - wide / 2.0, x + wide / 2.0),
                Anchor::End => (x - wide, x),
            }
        }
        _ => return None,
    })
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => (-100_000i64..1_000_000).prop_map(|n| n.to_string()),
        3 => (0i64..10_000).prop_map(|n| format!("{}.{}", n / 10, n % 10)),
        1 => Just(String::new()),
        1 => "[0-9]{1,30}",
        1 => "[\\PC;\"\n]{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever stands in a table, reading and drawing it comes to an end, and the drawing is
    /// well-formed.
    #[test]
    fn no_table_panics(
        names in prop::collection::vec("[\\PC]{0,40}", 1..6),
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..6), 0..9),
        years in any::<bool>(),
        kind in prop::sample::select(&KINDS[..]),
        tag in prop::sample::select(vec!["fr", "en", "ar"]),
    ) {
        let mut csv = names.join(";");
        for (at, row) in rows.iter().enumerate() {
            let name = if years { (2000 + 3 * at).to_string() } else { format!("Une rangée {at}") };
            csv.push_str(&format!("\n{name};{}", row.join(";")));
        }
        let language = language(tag);
        let (data, _) = read(&csv, kind, &language);
        checked(&draw(&data, kind, &look(&language, "c")));
    }

    /// Words and bars of a chart that is accepted stay inside a drawing of the narrowest width.
    #[test]
    fn nothing_is_cut_off_on_a_telephone(
        names in prop::collection::vec("[a-zA-Zéè’ ]{1,60}", 1..5),
        figures in prop::collection::vec(prop::collection::vec(-50_000i64..2_000_000, 4), 1..8),
        years in any::<bool>(),
        kind in prop::sample::select(&KINDS[..]),
        tag in prop::sample::select(vec!["fr", "en"]),
    ) {
        let mut csv = "x".to_owned();
        for (at, name) in names.iter().enumerate() {
            csv.push_str(&format!(";{name} {at}"));
        }
        for (at, row) in figures.iter().enumerate() {
            let name = if years { (2000 + at).to_string() } else { names[at % names.len()].clone() };
            csv.push_str(&format!("\n{name} "));
            for figure in row.iter().take(names.len()) {
                let figure = if kind == ChartKind::Share { figure.abs() } else { *figure };
                csv.push_str(&format!(";{figure}"));
            }
        }
        let language = language(tag);
        let (data, problems) = read(&csv, kind, &language);
        if !problems.is_empty() {
            return Ok(());
        }
        let look = look(&language, "c");
        let scene = match kind {
            ChartKind::Bar if columns::fit(&data, &look) => columns::scene(&data, &look),
            ChartKind::Bar => bars::scene(&data, &look),
            ChartKind::Line => lines::scene(&data, &look),
            ChartKind::Share => share::scene(&data, &look),
        };
        for mark in &scene.marks {
            if let Some((left, right)) = ends(mark) {
                prop_assert!(left >= -1.0 && right <= NARROWEST + 1.0, "{mark:?}: {left}..{right}");
            }
        }
    }
}
