//! How large a drawing is (SVG 2, section 8.2; CSS Values 4, section 6.2).

use quick_xml::events::BytesStart;

/// The size in pixels of CSS, rounded; what is missing follows from the view box. `None` where
/// there is none, or it is larger than any drawing.
pub(super) fn of(root: &BytesStart) -> Option<(u32, u32)> {
    let value = |name: &str| {
        let attribute = root.try_get_attribute(name).ok()??;
        Some(attribute.unescape_value().ok()?.into_owned())
    };
    let side = |name| value(name).and_then(|text| length(&text));
    let view = value("viewBox").and_then(|text| view_box(&text));
    let (width, height) = match (side("width"), side("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(view)) => view,
        _ => return None,
    };
    let pixels = |side: f64| {
        let side = side.round();
        (1.0..=65_535.0).contains(&side).then_some(side as u32)
    };
    Some((pixels(width)?, pixels(height)?))
}

fn view_box(text: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = text
        .split([' ', ',', '\t', '\n', '\r'])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match numbers[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    }
}

/// A length in an absolute unit; a percentage says nothing of the drawing itself.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    let number: f64 = text[..text.len() - unit.len()].parse().ok()?;
    let pixels = match unit {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    (number > 0.0).then_some(number * pixels)
}
