//! The tokens of the default theme: the values by which a site that uses it has a look of its own.
//!
//! Each colour is judged in light and in dark before a page is drawn with it, so that no choice makes
//! a text unreadable (WCAG 2.2, 1.4.3 and 1.4.11).

use std::fmt::Write;
use std::sync::Arc;

use super::reader::{Reader, expected};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span, nearest};
use rihla_text::yaml::{Map, Node, Value};

/// The tokens.
pub const TOKEN_KEYS: &[&str] = &[
    "accent", "band", "focus", "font", "headings", "radius", "logo", "pattern",
];

/// The stacks of fonts: no font is loaded, each is one that readers have.
const FONTS: &[(&str, &str)] = &[
    (
        "system",
        "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif",
    ),
    (
        "humanist",
        "Seravek,\"Gill Sans Nova\",Ubuntu,Calibri,\"DejaVu Sans\",source-sans-pro,sans-serif",
    ),
    (
        "geometric",
        "Avenir,Montserrat,Corbel,\"URW Gothic\",source-sans-pro,sans-serif",
    ),
    (
        "serif",
        "Charter,\"Bitstream Charter\",\"Sitka Text\",Cambria,\"Noto Serif\",serif",
    ),
    (
        "classical",
        "Optima,Candara,\"Noto Sans\",source-sans-pro,sans-serif",
    ),
];

/// The grounds on which the default theme sets text: the page and boxes, in light and in dark.
const LIGHT: [Colour; 2] = [Colour([0xff, 0xff, 0xff]), Colour([0xef, 0xf3, 0xf2])];
const DARK: [Colour; 2] = [Colour([0x11, 0x16, 0x18]), Colour([0x1a, 0x21, 0x23])];
/// What is set on coloured grounds.
const WHITE: Colour = Colour([0xff; 3]);
const BLACK: Colour = Colour([0x0b, 0x0f, 0x19]);

/// What WCAG 2.2 asks of text (1.4.3), and of what is no text (1.4.11).
const TEXT: f64 = 4.5;
const SIGN: f64 = 3.0;

/// The most that corners are rounded, in pixels.
const ROUNDEST: usize = 24;

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Colour([u8; 3]);

impl Colour {
    /// `#0a7` or `#00aa77`.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let one = |at: usize, length: usize| {
            let part = digits.get(at * length..(at + 1) * length)?;
            let value = u8::from_str_radix(part, 16).ok()?;
            Some(if length == 1 { value * 17 } else { value })
        };
        let length = match digits.len() {
            3 => 1,
            6 => 2,
            _ => return None,
        };
        let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_hexadecimal.then_some(())?;
        Some(Self([one(0, length)?, one(1, length)?, one(2, length)?]))
    }

    /// The relative luminance of WCAG 2.2, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            match part <= 0.04045 {
                true => part / 12.92,
                false => ((part + 0.055) / 1.055).powf(2.4),
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The least contrast with some grounds.
    fn on(self, grounds: &[Self]) -> f64 {
        let ratios = grounds.iter().map(|ground| self.contrast(*ground));
        ratios.fold(21.0, f64::min)
    }

    /// This much of another colour in it, from 0 to 1.
    fn mixed(self, other: Self, part: f64) -> Self {
        let mut mixed = self.0;
        for (own, other) in mixed.iter_mut().zip(other.0) {
            let value = f64::from(*own) * (1.0 - part) + f64::from(other) * part;
            *own = value.round() as u8;
        }
        Self(mixed)
    }

    /// The first colour on the way to another that has a contrast with some grounds.
    fn towards(self, other: Self, grounds: &[Self], wanted: f64) -> Self {
        let steps = (0..=100).map(|step| self.mixed(other, f64::from(step) / 100.0));
        let mut steps = steps.filter(|colour| colour.on(grounds) >= wanted);
        steps.next().unwrap_or(other)
    }

    /// White or black, whichever is read better on it.
    fn ink(self) -> Self {
        match self.contrast(WHITE) >= TEXT {
            true => WHITE,
            // Where white does not do, black does (4.58 at least), and near black need not.
            false => Self([0; 3]),
        }
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A colour in light and in dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair {
    light: Colour,
    dark: Colour,
}

/// What a site says of the look of its theme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tokens {
    accent: Option<Pair>,
    band: Option<Pair>,
    focus: Option<Colour>,
    font: Option<&'static str>,
    headings: Option<&'static str>,
    radius: Option<usize>,
    /// The drawing of the site, by its path in it, and where it is named.
    pub logo: Option<(Arc<str>, Span)>,
    /// The drawing behind the title of the home page, likewise.
    pub pattern: Option<(Arc<str>, Span)>,
    /// The file that says so.
    pub path: Option<Arc<str>>,
}

impl Tokens {
    /// Reads `tokens:` of a map.
    pub(super) fn read(reader: &mut Reader, map: &Map) -> Self {
        let mut tokens = Self::default();
        let Some(map) = map
            .get("tokens")
            .and_then(|node| reader.map("tokens", node))
        else {
            return tokens;
        };
        reader.only(map, TOKEN_KEYS);
        tokens.path = Some(reader.path.clone());
        tokens.accent = pair(reader, map, "accent", |light, is_dark| match is_dark {
            true => light.towards(WHITE, &DARK, 7.0),
            false => light,
        });
        if let (Some(accent), Some(node)) = (tokens.accent, map.get("accent")) {
            readable(
                reader,
                "accent",
                accent.light,
                part(node, "light"),
                false,
                TEXT,
            );
            readable(
                reader,
                "accent",
                accent.dark,
                part(node, "dark"),
                true,
                TEXT,
            );
        }
        tokens.band = pair(reader, map, "band", |light, is_dark| match is_dark {
            true => light.towards(BLACK, &[WHITE], 11.0),
            false => light,
        });
        let focus = pair(reader, map, "focus", |light, _| light);
        if let (Some(focus), Some(node)) = (focus, map.get("focus")) {
            // It is the light one of two rings: what it is read on is the dark one.
            if focus.light.contrast(BLACK) < SIGN {
                let suggested = focus.light.towards(WHITE, &[BLACK], SIGN);
                unreadable(
                    reader,
                    "focus",
                    focus.light,
                    node,
                    true,
                    (SIGN, suggested),
                    &[BLACK],
                );
            }
            tokens.focus = Some(focus.light);
        }
        tokens.font = reader.choice_of(map, "font", FONTS);
        tokens.headings = reader.choice_of(map, "headings", FONTS);
        tokens.radius = reader.count_of(map, "radius").filter(|radius| {
            let fits = *radius <= ROUNDEST;
            if !fits && let Some(node) = map.get("radius") {
                wrong(reader, "radius", expected::RADIUS, node.span);
            }
            fits
        });
        tokens.logo = drawing(reader, map, "logo");
        tokens.pattern = drawing(reader, map, "pattern");
        tokens
    }

    /// These, and those of a theme where the site says nothing.
    #[must_use]
    pub(super) fn over(&self, theme: Self) -> Self {
        Self {
            accent: self.accent.or(theme.accent),
            band: self.band.or(theme.band),
            focus: self.focus.or(theme.focus),
            font: self.font.or(theme.font),
            headings: self.headings.or(theme.headings),
            radius: self.radius.or(theme.radius),
            logo: self.logo.clone().or(theme.logo),
            pattern: self.pattern.clone().or(theme.pattern),
            path: self.path.clone().or(theme.path),
        }
    }

    /// What stands in the style sheet after that of the theme; empty where nothing is said. The address of
    /// the pattern is that of the asset `pattern.svg`.
    pub fn css(&self) -> String {
        let mut rules: Vec<(&str, String, String)> = Vec::new();
        let mut pair = |name: &'static str, light: Colour, dark: Colour| {
            rules.push((name, light.to_string(), dark.to_string()));
        };
        if let Some(Pair { light, dark }) = self.accent {
            pair("accent", light, dark);
            pair(
                "accent-strong",
                light.mixed(BLACK, 0.3),
                dark.mixed(WHITE, 0.4),
            );
            pair("on-accent", light.ink(), dark.ink());
        }
        if let Some(Pair { light, dark }) = self.band {
            pair("band", light, dark);
            pair("on-band", light.ink(), dark.ink());
        }
        let mut same = |name: &'static str, value: String| rules.push((name, value.clone(), value));
        if let Some(focus) = self.focus {
            same("focus", focus.to_string());
        }
        if let Some(font) = self.font {
            same("font", font.to_owned());
        }
        if let Some(font) = self.headings.or(self.font) {
            same("font-heading", font.to_owned());
        }
        if let Some(radius) = self.radius {
            same("radius", format!("{radius}px"));
        }
        if self.pattern.is_some() {
            same("pattern", "url(\"pattern.svg\")".to_owned());
        }
        let mut css = String::new();
        if rules.is_empty() {
            return css;
        }
        // Writing to a text does not fail.
        css.push_str("\n:root{");
        for (name, light, _) in &rules {
            let _ = write!(css, "--{name}:{light};");
        }
        css.push('}');
        let in_dark: Vec<_> = rules
            .iter()
            .filter(|(_, light, dark)| light != dark)
            .collect();
        if !in_dark.is_empty() {
            css.push_str("@supports (color:light-dark(#000,#fff)){:root{");
            for (name, light, dark) in in_dark {
                let _ = write!(css, "--{name}:light-dark({light},{dark});");
            }
            css.push_str("}}");
        }
        css.push('\n');
        css
    }
}

/// A colour, or one for light and one for dark; what is not said follows from the other.
fn pair(
    reader: &mut Reader,
    map: &Map,
    key: &str,
    derived: impl Fn(Colour, bool) -> Colour,
) -> Option<Pair> {
    let node = map.get(key)?;
    let Value::Map(map) = &node.value else {
        let light = colour(reader, key, node)?;
        return Some(Pair {
            light: derived(light, false),
            dark: derived(light, true),
        });
    };
    reader.only(map, &["light", "dark"]);
    let Some(node) = map.get("light") else {
        reader.missing("light", "light: \"#0b5563\"", node.span);
        return None;
    };
    let light = colour(reader, "light", node)?;
    let dark = match map.get("dark") {
        Some(node) => colour(reader, "dark", node)?,
        None => derived(light, true),
    };
    Some(Pair { light, dark })
}

fn colour(reader: &mut Reader, key: &str, node: &Node) -> Option<Colour> {
    let text = match &node.value {
        Value::Scalar(scalar) => scalar.text.trim(),
        _ => "",
    };
    let colour = Colour::parse(text);
    if colour.is_none() {
        wrong(reader, key, expected::COLOUR, node.span);
    }
    colour
}

/// The part of a pair that says a colour, or all of it.
fn part<'n>(node: &'n Node, key: &str) -> &'n Node {
    match &node.value {
        Value::Map(map) => map.get(key).unwrap_or(node),
        _ => node,
    }
}

/// Tells a colour that is not read on the page.
fn readable(
    reader: &mut Reader,
    key: &str,
    colour: Colour,
    node: &Node,
    is_dark: bool,
    wanted: f64,
) {
    let (grounds, away) = match is_dark {
        true => (&DARK, WHITE),
        false => (&LIGHT, BLACK),
    };
    if colour.on(grounds) >= wanted {
        return;
    }
    let suggested = colour.towards(away, grounds, wanted);
    unreadable(
        reader,
        key,
        colour,
        node,
        is_dark,
        (wanted, suggested),
        grounds,
    );
}

fn unreadable(
    reader: &mut Reader,
    key: &str,
    colour: Colour,
    node: &Node,
    is_dark: bool,
    (wanted, suggested): (f64, Colour),
    grounds: &[Colour],
) {
    // A ratio is from 1 to 21, and one that is too low is not rounded up to one that would do.
    let tenths = |ratio: f64| {
        let tenths = (ratio * 10.0).floor() as usize;
        let parts = [
            ("whole", (tenths / 10).into()),
            ("tenth", (tenths % 10).into()),
        ];
        rihla_diagnostics::Value::phrase(rihla_diagnostics::Text("token-ratio"), parts)
    };
    let finding = Diagnostic::new(&say::CONTRAST)
        .with("key", key)
        .with("value", colour.to_string())
        .with("ratio", tenths(colour.on(grounds)))
        .with("wanted", tenths(wanted))
        .with_some("dark", is_dark.then_some(true.to_string()));
    let finding = match &node.value {
        Value::Scalar(_) => finding
            .with("suggested", suggested.to_string())
            .replace(node.span, format!("\"{suggested}\"")),
        _ => finding,
    };
    reader.report(finding, node.span);
}

/// The path of a drawing: `static/logo.svg`.
fn drawing(reader: &mut Reader, map: &Map, key: &str) -> Option<(Arc<str>, Span)> {
    let path = reader.text_of(map, key)?;
    let node = map.get(key)?;
    let inside = path.trim_start_matches('/');
    let is_drawing = inside.to_lowercase().ends_with(".svg");
    let is_here = ["static/", "content/"]
        .iter()
        .any(|top| inside.starts_with(top));
    if !is_drawing || !is_here || inside.split('/').any(|name| name == "..") {
        wrong(reader, key, expected::DRAWING, node.span);
        return None;
    }
    Some((inside.into(), node.span))
}

fn wrong(reader: &mut Reader, key: &str, expected: rihla_diagnostics::Text, span: Span) {
    let finding = Diagnostic::new(&say::WRONG_KIND);
    reader.report(finding.with("key", key).with("expected", expected), span);
}

/// What is wrong with a drawing that there is not.
pub(super) fn missing<'f>(
    path: &Arc<str>,
    (drawing, span): &(Arc<str>, Span),
    known: impl Iterator<Item = &'f str>,
) -> Diagnostic {
    Diagnostic::at(&say::DRAWING_MISSING, path.clone(), *span)
        .with("value", drawing)
        .meant(*span, nearest(drawing, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_of_the_specification() {
        // Known values: white on black, and the grey that just passes on white.
        assert_eq!(WHITE.contrast(Colour([0; 3])), 21.0);
        assert!((Colour([0x76; 3]).contrast(WHITE) - 4.54).abs() < 0.01);
        assert!((Colour([0x77; 3]).contrast(WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn colours() {
        assert_eq!(Colour::parse("#0a7"), Some(Colour([0, 0xaa, 0x77])));
        assert_eq!(Colour::parse("#00AA77"), Some(Colour([0, 0xaa, 0x77])));
        for wrong in ["", "0a7", "#0a", "#0a7b", "#+12345", "#é1", "red"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_derived_is_read() {
        for red in (0..=255).step_by(17) {
            for green in (0..=255).step_by(17) {
                for blue in (0..=255).step_by(17) {
                    let colour = Colour([red, green, blue]);
                    assert!(colour.ink().contrast(colour) >= TEXT, "{colour}");
                    assert!(
                        colour.towards(WHITE, &DARK, 7.0).on(&DARK) >= TEXT,
                        "{colour}"
                    );
                    assert!(
                        colour.towards(BLACK, &LIGHT, TEXT).on(&LIGHT) >= TEXT,
                        "{colour}"
                    );
                }
            }
        }
    }
}
