//! What the name and the style of an element say of the words in it.

use super::tree::Element;

/// How words look, and how their spaces are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) is_struck: bool,
    pub(super) is_code: bool,
    pub(super) script: Script,
    pub(super) is_underlined: bool,
    pub(super) is_coloured: bool,
    /// In half points; 0 where nothing says it.
    pub(super) size: u16,
    /// Whether the end of a line in the HTML is one that is seen.
    pub(super) keeps_lines: bool,
}

/// Where words stand to the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Script {
    #[default]
    Line,
    Above,
    Below,
}

/// How an element takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    /// As its name says.
    Own,
    Block,
    Inline,
    /// It is not seen.
    None,
}

/// What is said of an element besides how its words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place<'e> {
    pub(super) display: Display,
    /// The level of Word's list in which it stands.
    pub(super) list: Option<usize>,
    /// Whether it is what Word writes in the place of a bullet or a number.
    pub(super) is_marker: bool,
    /// The level of the heading that Word takes it for.
    pub(super) outline: Option<u8>,
    /// What Word says that it is: `footnote`, `comment-list`.
    pub(super) part: &'e str,
    /// How far it is set in, in points.
    pub(super) margin: u16,
}

/// The declarations of a `style`, with names and values in the letters in which they are written.
fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        Some((name.trim(), value.trim()))
    })
}

impl Place<'_> {
    /// What an element says.
    pub(super) fn of(element: &Element) -> Place<'_> {
        let mut place = Place {
            display: Display::Own,
            list: None,
            is_marker: false,
            outline: None,
            part: "",
            margin: 0,
        };
        if element.attribute("hidden").is_some() {
            place.display = Display::None;
        }
        for (name, value) in declarations(element.attribute("style").unwrap_or_default()) {
            let first = value.split_ascii_whitespace().next().unwrap_or_default();
            let first = first.to_ascii_lowercase();
            match &*name.to_ascii_lowercase() {
                "display" => {
                    place.display = match &*first {
                        "none" => Display::None,
                        "inline" | "inline-block" | "inline-flex" | "contents" => Display::Inline,
                        "block" | "flex" | "grid" | "list-item" | "flow-root" => Display::Block,
                        _ => place.display,
                    }
                }
                "visibility" if first == "hidden" => place.display = Display::None,
                "mso-hide" if first == "all" => place.display = Display::None,
                "mso-list" if first == "ignore" => place.is_marker = true,
                "mso-list" => {
                    let mut words = value.split_ascii_whitespace();
                    place.list = words.find_map(|word| word.strip_prefix("level")?.parse().ok());
                }
                "mso-outline-level" => {
                    place.outline = first.parse().ok().filter(|level| (1..=6).contains(level));
                }
                "mso-element" => place.part = value,
                "margin-left" => place.margin = half_points(&first).unwrap_or(0) / 2,
                "margin" => {
                    let left = value.split_ascii_whitespace().nth(3);
                    place.margin = left.and_then(half_points).unwrap_or(0) / 2;
                }
                _ => {}
            }
        }
        place
    }
}

impl Style {
    /// How words look in an element, where they look so around it.
    pub(super) fn inside(self, element: &Element) -> Self {
        let mut style = self;
        match element.name() {
            "b" | "strong" => style.is_bold = true,
            "i" | "em" | "cite" | "dfn" | "var" => style.is_italic = true,
            "s" | "strike" => style.is_struck = true,
            "code" | "kbd" | "samp" | "tt" => style.is_code = true,
            "sup" => style.script = Script::Above,
            "sub" => style.script = Script::Below,
            "u" => style.is_underlined = true,
            "mark" => style.is_coloured = true,
            // Their names say it.
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" => style.is_bold = false,
            _ => {}
        }
        if let Some(colour) = element.attribute("color") {
            style.is_coloured = is_colour(colour);
        }
        // What stands behind a cell or a page is none of the words'.
        let is_of_words = matches!(element.name(), "span" | "font" | "mark" | "a" | "b" | "i");
        for (name, value) in declarations(element.attribute("style").unwrap_or_default()) {
            let value = value.to_ascii_lowercase();
            match &*name.to_ascii_lowercase() {
                "font-weight" => style.is_bold = weight(&value).unwrap_or(style.is_bold),
                "font-style" if value.starts_with("italic") || value.starts_with("oblique") => {
                    style.is_italic = true;
                }
                "font-style" if value.starts_with("normal") => style.is_italic = false,
                "font" => {
                    style.is_bold |= value.contains("bold");
                    style.is_italic |= value.contains("italic");
                }
                "text-decoration" | "text-decoration-line" => {
                    style.is_struck |= value.contains("line-through");
                    style.is_underlined |= value.contains("underline");
                    if value.starts_with("none") {
                        (style.is_struck, style.is_underlined) = (false, false);
                    }
                }
                "vertical-align" => match &*value {
                    "super" => style.script = Script::Above,
                    "sub" => style.script = Script::Below,
                    "baseline" => style.script = Script::Line,
                    _ => {}
                },
                "color" => style.is_coloured = is_colour(&value),
                "background" | "background-color" | "mso-highlight" if is_of_words => {
                    style.is_coloured |= is_colour(&value);
                }
                "font-size" => style.size = half_points(&value).unwrap_or(style.size),
                "white-space" => {
                    style.keeps_lines =
                        value.starts_with("pre") || value.starts_with("break-spaces");
                }
                _ => {}
            }
        }
        style
    }
}

/// Whether a weight is a bold one.
fn weight(value: &str) -> Option<bool> {
    match value.split_ascii_whitespace().next()? {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse().ok().map(|number: u16| number >= 600),
    }
}

/// A length in half points, where it is absolute (CSS Values 4, section 6.2).
fn half_points(value: &str) -> Option<u16> {
    let end = value.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let number: f32 = value[..end].parse().ok()?;
    let points = match &value[end..] {
        "pt" => number,
        "px" => number * 0.75,
        "in" => number * 72.0,
        "cm" => number * 72.0 / 2.54,
        "mm" => number * 72.0 / 25.4,
        _ => return None,
    };
    // Nothing on a page is so large; what is not a number becomes 0.
    Some((points * 2.0).round().clamp(0.0, 10_000.0) as u16)
}

/// Whether a colour is neither black nor white nor grey, nor that of the words around.
fn is_colour(value: &str) -> bool {
    const NONE: [&str; 12] = [
        "auto",
        "black",
        "currentcolor",
        "inherit",
        "initial",
        "none",
        "transparent",
        "unset",
        "white",
        "windowtext",
        "gray",
        "grey",
    ];
    let value = value.trim().to_ascii_lowercase();
    let value = value.trim_end_matches("!important").trim_end();
    if value.is_empty() || NONE.contains(&value) || value.starts_with("var(") {
        return false;
    }
    let channels: Vec<u16> = match value.strip_prefix('#') {
        Some(hex) if hex.is_ascii() && hex.len() >= 6 => (0..3)
            .filter_map(|at| u16::from_str_radix(&hex[2 * at..2 * at + 2], 16).ok())
            .collect(),
        Some(hex) => hex
            .chars()
            .take(3)
            .filter_map(|c| c.to_digit(16))
            .filter_map(|digit| u16::try_from(digit * 17).ok())
            .collect(),
        None if value.starts_with("rgb") => value
            .split(|c: char| !c.is_ascii_digit() && c != '.')
            .filter(|number| !number.is_empty())
            .take(4)
            .filter_map(|number| number.split('.').next()?.parse().ok())
            .collect(),
        // `red`, `hsl(…)`
        None => return !value.contains(['/', ' ']) || value.starts_with("hsl"),
    };
    let is_clear = value.starts_with("rgba") && channels.get(3) == Some(&0);
    let [red, green, blue, ..] = channels[..] else {
        return false;
    };
    let most = red.max(green).max(blue);
    let least = red.min(green).min(blue);
    // Word's grey is one of blue.
    !is_clear && most - least > 40
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_told_from_black_and_grey() {
        for value in [
            "red",
            "#C00000",
            "rgb(192, 0, 0)",
            "#f00",
            "hsl(10 50% 50%)",
            "yellow",
        ] {
            assert!(is_colour(value), "{value}");
        }
        for value in [
            "black",
            "windowtext",
            "#202122",
            "rgb(32, 33, 34)",
            "#fff",
            "rgba(255, 0, 0, 0)",
            "transparent",
            "inherit",
            "",
            "#é€",
        ] {
            assert!(!is_colour(value), "{value}");
        }
    }

    #[test]
    fn lengths_are_half_points() {
        for (value, wanted) in [
            ("11.0pt", Some(22)),
            ("16px", Some(24)),
            (".5in", Some(72)),
            ("1em", None),
            ("large", None),
            ("99999999pt", Some(10_000)),
        ] {
            assert_eq!(half_points(value), wanted, "{value}");
        }
    }
}
