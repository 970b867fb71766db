//! Titles that are set and drawn, for the image that other sites show of a page.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, LazyLock, RwLock};

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use crate::encode::write_png;
use crate::make::Problem;

/// In pixels.
pub const WIDTH: u32 = 1_200;
/// In pixels.
pub const HEIGHT: u32 = 630;
/// The family of the bundled font, for a drawing.
pub const FAMILY: &str = "Noto Sans";

/// Latin with what French, English and Amazigh need, and Arabic, in bold. One font for both: where
/// a line holds both, a fallback from one to the other loses letters that are joined.
static FONT: &[u8] = include_bytes!("../fonts/NotoSansLatinArabic-Bold.ttf");

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// A font that measures.
struct Face {
    font: FontRef<'static>,
    data: ShaperData,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        Some(Self {
            data: ShaperData::new(&font),
            font,
        })
    }

    /// How wide words are, in thousandths of the size; `None` where a character is missing.
    fn advance(&self, words: &str) -> Option<f32> {
        let shaper = self.data.shaper(&self.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words);
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        if shaped.glyph_infos().iter().any(|glyph| glyph.glyph_id == 0) {
            return None;
        }
        let units: i32 = shaped
            .glyph_positions()
            .iter()
            .map(|glyph| glyph.x_advance)
            .sum();
        Some(units as f32 * 1_000.0 / shaper.units_per_em() as f32)
    }
}

static FACE: LazyLock<Option<Face>> = LazyLock::new(|| Face::new(FONT));

/// How wide words are, in thousandths of the size of the font. `None` where the font lacks a
/// character.
fn advance(words: &str) -> Option<f32> {
    let face = FACE.as_ref()?;
    if let Some(advance) = face.advance(words) {
        return Some(advance);
    }
    // Words in two scripts, of which only the first was shaped: character by character.
    let characters = words
        .chars()
        .map(|c| face.advance(c.encode_utf8(&mut [0; 4])));
    characters.sum()
}

/// The characters that were looked for in the font, and whether they are there.
static CHARACTERS: RwLock<BTreeMap<char, bool>> = RwLock::new(BTreeMap::new());

/// Whether the bundled font has every character of a text, and there is something to set.
pub fn can_set(text: &str) -> bool {
    let has = |c: char| {
        let known = CHARACTERS
            .read()
            .ok()
            .and_then(|characters| characters.get(&c).copied());
        known.unwrap_or_else(|| {
            let has = advance(c.encode_utf8(&mut [0; 4])).is_some();
            if let Ok(mut characters) = CHARACTERS.write() {
                characters.insert(c, has);
            }
            has
        })
    };
    let mut characters = text.chars().filter(|c| !c.is_whitespace()).peekable();
    characters.peek().is_some() && characters.all(has)
}

/// A text that was divided into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// The size of the font, in pixels.
    pub size: u32,
    /// At least one.
    pub lines: Vec<String>,
}

/// Divides a text into lines of at most `width` pixels: in the largest of the `sizes` in which it
/// fits into so many lines; where it fits in none, in the last, cut with an ellipsis.
///
/// A line ends at an ordinary space alone, and not where a character would stand apart from its word,
/// as a French colon does. `None` where the bundled font lacks a character of it, or where there is
/// nothing to set.
pub fn wrap(text: &str, width: u32, sizes: &[u32], lines: usize) -> Option<Wrapped> {
    let words = units(text);
    let advances = words
        .iter()
        .map(|word| advance(word))
        .collect::<Option<Vec<f32>>>()?;
    let space = advance(" ")?;
    let mut last = None;
    for size in sizes {
        let em = *size as f32 / 1_000.0;
        let mut found: Vec<String> = Vec::new();
        let mut used = f32::INFINITY;
        let mut fits = true;
        for (word, advance) in words.iter().zip(&advances) {
            fits &= advance * em <= width as f32;
            match found.last_mut() {
                Some(line) if (used + space + advance) * em <= width as f32 => {
                    line.push(' ');
                    line.push_str(word);
                    used += space + advance;
                }
                _ => {
                    found.push(word.clone());
                    used = *advance;
                }
            }
        }
        let wrapped = Wrapped {
            size: *size,
            lines: found,
        };
        if fits && wrapped.lines.len() <= lines && !wrapped.lines.is_empty() {
            return Some(balanced(wrapped, &words, &advances, space));
        }
        last = Some(wrapped);
    }
    let mut cut = last.filter(|wrapped| !wrapped.lines.is_empty())?;
    if cut.lines.len() > lines {
        cut.lines.truncate(lines.max(1));
        if let Some(line) = cut.lines.last_mut() {
            // Room for the ellipsis, where there is a word to give for it.
            if let Some(at) = line.rfind(' ') {
                line.truncate(at);
            }
            line.push('…');
        }
    }
    Some(cut)
}

/// The words of a text, with characters that may not begin or end a line bound to theirs by a space
/// that does not break.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for word in text
        .split([' ', '\n', '\t', '\r'])
        .filter(|word| !word.is_empty())
    {
        let follows = word.chars().all(|c| ":;!?»%–—".contains(c));
        let leads = units.last().is_some_and(|unit| unit.ends_with('«'));
        match units.last_mut() {
            Some(unit) if follows || leads => {
                unit.push('\u{a0}');
                unit.push_str(word);
            }
            _ => units.push(word.to_owned()),
        }
    }
    units
}

/// The same number of lines, of lengths as alike as can be: the narrowest width that gives them.
fn balanced(wrapped: Wrapped, words: &[String], advances: &[f32], space: f32) -> Wrapped {
    let wrap = |width: f32| {
        let mut lines: Vec<String> = Vec::new();
        let mut used = f32::INFINITY;
        for (word, advance) in words.iter().zip(advances) {
            match lines.last_mut() {
                Some(line) if used + space + advance <= width => {
                    line.push(' ');
                    line.push_str(word);
                    used += space + advance;
                }
                _ => {
                    lines.push(word.clone());
                    used = *advance;
                }
            }
        }
        lines
    };
    let whole: f32 = advances.iter().sum::<f32>() + space * advances.len() as f32;
    let (mut low, mut high) = (advances.iter().copied().fold(0.0, f32::max), whole);
    for _ in 0..16 {
        let middle = (low + high) / 2.0;
        match wrap(middle).len() <= wrapped.lines.len() {
            true => high = middle,
            false => low = middle,
        }
    }
    Wrapped {
        lines: wrap(high),
        ..wrapped
    }
}

/// Draws an image in SVG of [`WIDTH`] × [`HEIGHT`] as a PNG, with the bundled font alone.
/// Nothing is fetched.
///
/// # Errors
/// What is wrong with the drawing, in the words of its reader.
pub fn draw(svg: &str) -> Result<Vec<u8>, String> {
    crate::parts::check(svg)?;
    let options = Options {
        fontdb: FONTS.clone(),
        font_family: FAMILY.to_owned(),
        ..Options::default()
    };
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
        let mut pixmap = Pixmap::new(WIDTH, HEIGHT).ok_or("no memory")?;
        let size = tree.size();
        let scale =
            Transform::from_scale(WIDTH as f32 / size.width(), HEIGHT as f32 / size.height());
        resvg::render(&tree, scale, &mut pixmap.as_mut());
        // Other sites show no transparency alike: what was not painted is white.
        let rgb: Vec<u8> = pixmap
            .pixels()
            .iter()
            .flat_map(|pixel| {
                let rest = 255 - pixel.alpha();
                [pixel.red(), pixel.green(), pixel.blue()].map(|value| value.saturating_add(rest))
            })
            .collect();
        write_png(WIDTH, HEIGHT, &rgb, png::ColorType::Rgb, |_| {})
            .map_err(|_: Problem| "PNG".to_owned())
    }));
    drawn.unwrap_or_else(|_| Err("resvg".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: &[u32] = &[72, 60, 48];

    #[test]
    fn characters_of_french_stay_with_their_words() {
        let text = "Trois axes : protection, gouvernance et « jeunes » ! Où ? À Rabat ; à Oujda";
        let wrapped = wrap(text, 500, SIZES, 8).expect("lines");
        assert!(wrapped.lines.len() > 2);
        for line in &wrapped.lines {
            assert!(!line.starts_with([':', ';', '!', '?', '»']), "{line}");
            assert!(!line.ends_with('«'), "{line}");
        }
        let together = wrapped.lines.join(" ").replace('\u{a0}', " ");
        assert_eq!(together, text);
    }

    #[test]
    fn a_space_that_does_not_break_does_not() {
        let wrapped = wrap("aaaa\u{202f}% bbbb\u{a0}cccc", 10, SIZES, 8).expect("lines");
        assert_eq!(wrapped.lines, ["aaaa\u{202f}%", "bbbb\u{a0}cccc"]);
    }

    #[test]
    fn the_largest_size_that_fits() {
        let short = wrap("L’OIM au Maroc", 1_040, SIZES, 3).expect("lines");
        assert_eq!((short.size, short.lines.len()), (72, 1));
        let long = wrap(&"Œuvre commune ".repeat(5), 1_040, SIZES, 3).expect("lines");
        assert_eq!((long.size, long.lines.len()), (60, 3));
        let cut = wrap(&"Œuvre commune ".repeat(30), 1_040, SIZES, 3).expect("lines");
        assert_eq!((cut.size, cut.lines.len()), (48, 3));
        assert!(cut.lines[2].ends_with('…'));
    }

    #[test]
    fn lines_are_alike() {
        let wrapped = wrap("aaaa aaaa aaaa aaaa a", 780, &[72], 3).expect("lines");
        assert_eq!(wrapped.lines, ["aaaa aaaa", "aaaa aaaa a"]);
    }

    #[test]
    fn characters_that_the_fonts_have_and_lack() {
        for text in [
            "éàçœŒÉ ’«»…–— 1\u{202f}234 €",
            "المنظمة الدولية للهجرة، ٢٠٢٦؟",
            "Tamaziɣt d Tqbaylit ḍḥṣ",
            "OIM المغرب",
        ] {
            assert!(
                can_set(text) && wrap(text, 900, SIZES, 3).is_some(),
                "{text}"
            );
        }
        for text in ["ⵜⴰⵎⴰⵣⵉⵖⵜ", "中文", "🙂", "", "  "] {
            assert!(!can_set(text), "{text}");
            assert_eq!(wrap(text, 900, SIZES, 3), None, "{text}");
        }
    }

    #[test]
    fn arabic_letters_are_joined() {
        // Apart, each letter takes its isolated form, which is wider.
        let joined = advance("للهجرة").expect("a width");
        let apart: f32 = "للهجرة"
            .chars()
            .filter_map(|c| advance(&c.to_string()))
            .sum();
        assert!(joined < apart * 0.8, "{joined} {apart}");
    }

    #[test]
    fn a_line_in_two_scripts_loses_no_letter() {
        let dark = |text: &str| {
            let svg = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 630'>\
                 <text x='80' y='400' font-size='72' font-family='Noto Sans'>{text}</text></svg>"
            );
            let image = image::load_from_memory(&draw(&svg).expect("a drawing")).expect("a PNG");
            let pixels = image.into_rgb8();
            pixels.pixels().filter(|pixel| pixel.0[0] < 99).count()
        };
        let (arabic, latin) = (dark("للهجرة"), dark("IOM: (2026)"));
        let both = dark("للهجرة IOM: (2026)");
        assert!(arabic > 1_000 && latin > 1_000);
        assert!(
            both.abs_diff(arabic + latin) < both / 20,
            "{both} {arabic} {latin}"
        );
    }

    #[test]
    fn a_drawing_becomes_a_png() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 630'>\
                   <rect width='1200' height='315' fill='#0033a0'/>\
                   <text x='80' y='500' font-size='72' font-family='Noto Sans'>Été à Œ</text></svg>";
        let png = draw(svg).expect("a drawing");
        let image = image::load_from_memory(&png).expect("a PNG").into_rgb8();
        assert_eq!(image.dimensions(), (1_200, 630));
        assert_eq!(image.get_pixel(10, 10).0, [0, 0x33, 0xa0]);
        assert_eq!(image.get_pixel(10, 620).0, [255; 3]);
        let dark = image
            .enumerate_pixels()
            .filter(|(_, y, pixel)| *y > 400 && pixel.0[0] < 99);
        assert!(dark.count() > 2_000, "the words are drawn");
        assert_eq!(draw(svg).expect("again"), png, "the same each time");
        assert!(draw("<svg").is_err());
    }
}
