//! How images are made: `pictures:` in `site.yaml`, and the slots that a theme has for them.

use std::sync::Arc;

use rihla_image::Format;

use super::reader::{Reader, expected, size};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Span};
use rihla_text::yaml::{Map, Node, Value};

/// What `site.yaml` says of images.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageSettings {
    /// Whether images are made in AVIF too, which takes seconds for each.
    pub avif: bool,
    /// How many bytes of memory the making of images may take.
    pub memory: u64,
    /// How many bytes an image should have at most when it is published.
    pub budget: u64,
    /// Whether photographs that show people stay in caches for minutes only, so that they can be
    /// taken back.
    pub people_brief: bool,
    /// Whether an entry with photographs says if they show people, and where the consent of those is kept.
    pub people_consent: bool,
    /// Whether each page has an image of its title, for other sites to show.
    pub social_cards: bool,
}

impl Default for ImageSettings {
    fn default() -> Self {
        Self {
            avif: false,
            memory: 512_000_000,
            budget: 300_000,
            people_brief: false,
            people_consent: false,
            social_cards: true,
        }
    }
}

impl ImageSettings {
    /// Reads `pictures:`, `sharing:`, and the part of `weight_limits:` that is about images.
    pub(super) fn read(reader: &mut Reader, site: &Map) -> Self {
        let mut images = Self::default();
        if let Some(map) = site
            .get("pictures")
            .and_then(|node| reader.map("pictures", node))
        {
            reader.only(map, &["avif", "memory", "people_brief", "people_consent"]);
            images.avif = avif(reader, map, Format::Avif.is_built_in());
            images.people_brief = reader.boolean_of(map, "people_brief").unwrap_or(false);
            images.people_consent = reader.boolean_of(map, "people_consent").unwrap_or(false);
            if let Some(node) = map.get("memory")
                && let Some(memory) = reader.size("memory", node)
            {
                images.memory = memory;
            }
        }
        if let Some(Value::Map(limits)) = site.get("weight_limits").map(|node| &node.value)
            && let Some(Value::Scalar(scalar)) = limits.get("image").map(|node| &node.value)
            // What is wrong with it is told with the other limits.
            && let Some(budget) = size(&scalar.text)
        {
            images.budget = budget;
        }
        images.social_cards = reader.boolean_of(site, "sharing").unwrap_or(true);
        images
    }
}

/// Reads `avif:`, which only a program that was built with the encoder can follow.
fn avif(reader: &mut Reader, map: &Map, is_built_in: bool) -> bool {
    let is_wanted = reader.boolean_of(map, "avif").unwrap_or(false);
    if is_wanted
        && !is_built_in
        && let Some(node) = map.get("avif")
    {
        let finding = Diagnostic::new(&say::FEATURE_MISSING)
            .with("key", "avif")
            .with("feature", "avif");
        reader.report(finding, node.span);
    }
    is_wanted && is_built_in
}

/// A slot for images in the pages of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageSlot {
    /// What templates call it.
    pub name: Arc<str>,
    /// The widths in which an image is made for it, in pixels, the smallest first.
    pub widths: Vec<u32>,
    /// How wide it is on which screen: the attribute `sizes` (HTML, section 4.8.4.2.2).
    pub sizes: Arc<str>,
    /// Width and height of the part that is shown; the whole image where there is none.
    pub ratio: Option<(u32, u32)>,
}

/// The slot of an image in a text.
pub const CONTENT_SLOT: &str = "content";

/// The slots of every theme: name, widths, sizes, ratio.
type Row = (
    &'static str,
    &'static [u32],
    &'static str,
    Option<(u32, u32)>,
);
const SLOTS: &[Row] = &[
    (
        "card",
        &[320, 480, 640, 960],
        "(min-width: 60rem) 22rem, (min-width: 40rem) 50vw, 100vw",
        Some((3, 2)),
    ),
    (
        CONTENT_SLOT,
        &[400, 800, 1_200],
        "(min-width: 48rem) 44rem, 100vw",
        None,
    ),
    ("hero", &[640, 1_024, 1_600, 2_000], "100vw", Some((2, 1))),
    ("thumbnail", &[96, 192, 288], "6rem", Some((1, 1))),
    (
        "wide",
        &[480, 800, 1_200, 1_600],
        "(min-width: 72rem) 70rem, 100vw",
        None,
    ),
];

/// Whether each theme has a slot of this name.
pub(super) fn is_of_every_theme(name: &str) -> bool {
    SLOTS.iter().any(|(known, ..)| *known == name)
}

/// The widest image that a slot may ask for, in pixels.
const WIDEST: u32 = 8_000;

/// The slots of a theme: those of every theme, with what `theme.yaml` says in their stead and
/// beside them. Ordered by name.
pub(super) fn slots(reader: &mut Reader, theme: Option<&Map>) -> Vec<ImageSlot> {
    let mut slots: Vec<ImageSlot> = SLOTS
        .iter()
        .map(|(name, widths, sizes, ratio)| ImageSlot {
            name: (*name).into(),
            widths: widths.to_vec(),
            sizes: (*sizes).into(),
            ratio: *ratio,
        })
        .collect();
    let Some(map) = theme else {
        return slots;
    };
    let declared = map
        .get("places")
        .and_then(|node| reader.map("places", node));
    for (key, node) in declared.into_iter().flat_map(Map::iter) {
        let Some(slot) = slot(reader, &key.name, node) else {
            continue;
        };
        match slots.iter_mut().find(|known| known.name == slot.name) {
            Some(known) => *known = slot,
            None => slots.push(slot),
        }
    }
    slots.sort_by(|a, b| a.name.cmp(&b.name));
    slots
}

fn slot(reader: &mut Reader, name: &str, node: &Node) -> Option<ImageSlot> {
    let map = reader.map(name, node)?;
    reader.only(map, &["widths", "sizes", "ratio"]);
    let mut widths: Vec<u32> = Vec::new();
    for item in map
        .get("widths")
        .map_or(&[][..], |node| reader.list("widths", node))
    {
        let width = match &item.value {
            Value::Scalar(scalar) => scalar.text.parse().ok(),
            _ => None,
        };
        match width.filter(|width| (1..=WIDEST).contains(width)) {
            Some(width) => widths.push(width),
            None => wrong(reader, "widths", expected::WIDTH, item.span),
        }
    }
    widths.sort_unstable();
    widths.dedup();
    if widths.is_empty() {
        reader.missing("widths", "widths: [400, 800]", node.span);
        return None;
    }
    let sizes = reader
        .text_of(map, "sizes")
        .unwrap_or_else(|| "100vw".into());
    let ratio = reader.text_of(map, "ratio").and_then(|text| {
        let ratio = ratio(&text);
        if ratio.is_none() {
            let span = map.get("ratio").map_or(node.span, |node| node.span);
            wrong(reader, "ratio", expected::RATIO, span);
        }
        ratio
    });
    Some(ImageSlot {
        name: name.into(),
        widths,
        sizes,
        ratio,
    })
}

fn wrong(reader: &mut Reader, key: &str, wanted: rihla_diagnostics::Text, span: Span) {
    reader.report(
        Diagnostic::new(&say::WRONG_KIND)
            .with("key", key)
            .with("expected", wanted),
        span,
    );
}

/// `3/2`: width and height, each from 1 to 100.
fn ratio(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once(['/', ':'])?;
    let side = |text: &str| {
        let side = text.trim().parse().ok()?;
        (1..=100).contains(&side).then_some(side)
    };
    Some((side(width)?, side(height)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slots_of_every_theme_are_in_order() {
        assert!(SLOTS.is_sorted_by_key(|row| row.0));
        for (name, widths, ..) in SLOTS {
            assert!(widths.is_sorted() && !widths.is_empty(), "{name}");
        }
    }

    #[test]
    fn avif_needs_its_encoder() {
        for (is_built_in, codes) in [(true, &[][..]), (false, &["feature-missing"])] {
            let (path, text) = (Arc::from("content/site.yaml"), "avif: true\n");
            let (node, _) = rihla_text::yaml::parse(&path, text, Span::new(0, text.len()));
            let Some(Value::Map(map)) = node.map(|node| node.value) else {
                panic!("a map");
            };
            let mut reader = Reader::new(&path, Vec::new());
            assert_eq!(avif(&mut reader, &map, is_built_in), is_built_in);
            let found: Vec<_> = reader
                .diagnostics
                .iter()
                .map(|found| found.message.code)
                .collect();
            assert_eq!(found, codes);
        }
    }

    #[test]
    fn ratios() {
        assert_eq!(ratio("3/2"), Some((3, 2)));
        assert_eq!(ratio("16 : 9"), Some((16, 9)));
        for wrong in ["", "3", "0/1", "a/b", "1/1000", "1.5/1"] {
            assert_eq!(ratio(wrong), None, "{wrong}");
        }
    }
}
