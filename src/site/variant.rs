//! What is made of each image, before any pixel is looked at: sizes, formats, and names that
//! follow from the digest of the source and from what is asked.
//!
//! A page names the files that it shows while it is rendered; the files are made afterwards,
//! from nothing but what stands here.

use std::sync::Arc;

use rihla_image::{Crop, Format, Target, VERSION};

use crate::config::{ImageSettings, ImageSlot};
use crate::source::{Blob, Body, Digest, File};
use rihla_media::{FileKind, Header};
use rihla_text::language::slug;

pub use rihla_image::Format as ImageFormat;

/// How many hexadecimal digits of the digest a name carries.
const DIGITS: usize = 12;
/// The width of the one image for browsers that show neither AVIF nor WebP, in pixels: the
/// next that the slot has.
const OLD_BROWSERS: u32 = 800;

/// What must stay visible of an image that is cropped: thousandths of its width and height as
/// it is seen, each up to 1,000.
pub type Focus = (u16, u16);

/// The folder of what browsers and networks may keep for good.
const FOR_GOOD: &str = "assets";
/// The folder of what they may keep for minutes only, as any file that is no asset.
pub const BRIEFLY: &str = "photographs";

/// The middle.
const MIDDLE: Focus = (500, 500);

/// A file that is made of an image.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImageVariant {
    /// The file in the output.
    pub output: Arc<str>,
    /// The image's path in the site.
    pub source: Arc<str>,
    /// What is made of it.
    pub target: Target,
}

/// All files that are made of an image for a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageVariants {
    /// The size of the largest, in pixels.
    pub width: u32,
    /// See `width`.
    pub height: u32,
    /// In each format that browsers may choose from, the better first, the smallest first.
    pub choices: Vec<(Format, Vec<ImageVariant>)>,
    /// What the others are shown.
    pub fallback: ImageVariant,
}

/// The kind of an image of which variants are made.
///
/// `None` for what is published as it is: animations, AVIF, which no library here decodes, and
/// what has no size. A drawing in SVG is a text.
pub fn kind_of(header: &Header) -> Option<rihla_image::ImageKind> {
    header.size()?;
    if header.animated {
        return None;
    }
    match header.kind {
        FileKind::Jpeg => Some(rihla_image::ImageKind::Jpeg),
        FileKind::Png => Some(rihla_image::ImageKind::Png),
        FileKind::Gif => Some(rihla_image::ImageKind::Gif),
        FileKind::WebP => Some(rihla_image::ImageKind::WebP),
        _ => None,
    }
}

/// Whether variants are made of a file, so that it is not published itself.
pub fn is_made(file: &File) -> bool {
    matches!(&file.body, Body::Blob(blob) if kind_of(&blob.header).is_some())
}

/// How many bytes of memory it takes to make images of a file.
pub fn memory(blob: &Blob) -> u64 {
    let pixels = blob.header.memory().unwrap_or(0);
    pixels.saturating_add(blob.length)
}

/// What is made of an image for a slot; `None` where it is published as it is. What `is_brief` is
/// published where caches do not keep it.
pub fn variants(
    file: &File,
    slot: &ImageSlot,
    focus: Option<Focus>,
    images: &ImageSettings,
    is_brief: bool,
) -> Option<ImageVariants> {
    let Body::Blob(blob) = &file.body else {
        return None;
    };
    kind_of(&blob.header)?;
    let size = blob.header.size()?;
    let crop = crop(size, slot.ratio, focus.unwrap_or(MIDDLE));
    let widths = widths(&slot.widths, crop.width);
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let stem = slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let of = |width: u32, format: Format| {
        let target = Target {
            crop,
            width,
            height: height(crop, width),
            format,
            budget: images.budget,
        };
        ImageVariant {
            output: output(is_brief, &stem, &file.digest, &target).into(),
            source: file.path.clone(),
            target,
        }
    };
    let formats = [Format::Avif, Format::WebP];
    let choices = formats
        .into_iter()
        .filter(|format| *format != Format::Avif || images.avif)
        .map(|format| {
            let files = widths.iter().map(|width| of(*width, format)).collect();
            (format, files)
        })
        // Smaller ones alone would be shown enlarged.
        .filter(|(format, files): &(Format, Vec<ImageVariant>)| {
            let mut targets = files.iter().map(|file| &file.target);
            targets.all(|target| target.width.max(target.height) <= longest_side(*format))
        })
        .collect();
    let largest = widths.last().copied().unwrap_or(crop.width);
    let fallback = widths.iter().copied().find(|width| *width >= OLD_BROWSERS);
    let format = match blob.header.alpha {
        true => Format::Png,
        false => Format::Jpeg,
    };
    Some(ImageVariants {
        width: largest,
        height: height(crop, largest),
        choices,
        fallback: of(fallback.unwrap_or(largest), format),
    })
}

/// The longest side that a format can write, in pixels: VP8 counts in 14 bits, JPEG and AV1 in 16.
const fn longest_side(format: Format) -> u32 {
    match format {
        Format::WebP => 16_383,
        Format::Avif => 65_536,
        Format::Jpeg => 65_535,
        Format::Png => u32::MAX,
    }
}

/// The largest part of an image with a ratio of width and height, as near to the middle of what
/// must stay visible as its edges allow.
fn crop((width, height): (u32, u32), ratio: Option<(u32, u32)>, focus: Focus) -> Crop {
    let whole = Crop {
        x: 0,
        y: 0,
        width,
        height,
    };
    let Some((across, down)) = ratio else {
        return whole;
    };
    // In 64 bits nothing here overflows.
    let wide = u64::from(height) * u64::from(across) / u64::from(down);
    let high = u64::from(width) * u64::from(down) / u64::from(across);
    let part = |whole: u32, part: u64| u32::try_from(part).map_or(whole, |part| part.min(whole));
    let (part_width, part_height) = (part(width, wide).max(1), part(height, high).max(1));
    let start = |whole: u32, part: u32, focus: u16| {
        let middle = u64::from(whole) * u64::from(focus.min(1_000)) / 1_000;
        let start = middle.saturating_sub(u64::from(part / 2));
        u32::try_from(start).unwrap_or(0).min(whole - part)
    };
    Crop {
        x: start(width, part_width, focus.0),
        y: start(height, part_height, focus.1),
        width: part_width,
        height: part_height,
    }
}

/// The widths of a slot that an image has; where it is smaller than the largest, its own too.
fn widths(wanted: &[u32], own: u32) -> Vec<u32> {
    let mut widths: Vec<u32> = wanted
        .iter()
        .copied()
        .filter(|width| *width < own)
        .collect();
    if wanted.last().is_some_and(|largest| *largest >= own) {
        widths.push(own);
    }
    widths
}

/// The height that a width has, rounded; at least 1, at most that of the part.
fn height(crop: Crop, width: u32) -> u32 {
    let exact = u64::from(crop.height) * u64::from(width);
    let rounded = (exact + u64::from(crop.width / 2)) / u64::from(crop.width);
    u32::try_from(rounded)
        .unwrap_or(crop.height)
        .clamp(1, crop.height)
}

/// `assets/<name>-<width>.<digest>.<ext>`, or the same in [`BRIEFLY`].
fn output(is_brief: bool, stem: &str, source: &Digest, target: &Target) -> String {
    let Target {
        crop,
        width,
        height,
        format,
        budget,
    } = target;
    let mut hasher = blake3::Hasher::new();
    hasher.update(source.bytes());
    for number in [
        VERSION,
        crop.x,
        crop.y,
        crop.width,
        crop.height,
        *width,
        *height,
    ] {
        hasher.update(&number.to_le_bytes());
    }
    hasher.update(&budget.to_le_bytes());
    hasher.update(format.extension().as_bytes());
    let digest = hasher.finalize().to_hex();
    let stem = if stem.is_empty() { "picture" } else { stem };
    let folder = if is_brief { BRIEFLY } else { FOR_GOOD };
    format!(
        "{folder}/{stem}-{width}.{}.{}",
        &digest[..DIGITS],
        format.extension()
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_crop_holds_what_must_stay_visible(
            size in (1_u32..70_000, 1_u32..70_000),
            ratio in (1_u32..=100, 1_u32..=100),
            focus in (0_u16..=1_000, 0_u16..=1_000),
        ) {
            let crop = crop(size, Some(ratio), focus);
            prop_assert!(crop.width >= 1 && crop.height >= 1);
            prop_assert!(crop.x + crop.width <= size.0 && crop.y + crop.height <= size.1);
            // One side is whole, or as near to it as whole pixels allow.
            prop_assert!(crop.width == size.0 || crop.height == size.1);
            let at = |whole: u32, focus: u16| u64::from(whole) * u64::from(focus) / 1_000;
            let holds = |start: u32, part: u32, point: u64| {
                u64::from(start) <= point && point <= u64::from(start + part)
            };
            prop_assert!(holds(crop.x, crop.width, at(size.0, focus.0)));
            prop_assert!(holds(crop.y, crop.height, at(size.1, focus.1)));
        }

        #[test]
        fn nothing_is_enlarged(
            size in (1_u32..70_000, 1_u32..70_000),
            wanted in proptest::collection::btree_set(1_u32..8_000, 1..6),
        ) {
            let wanted: Vec<u32> = wanted.into_iter().collect();
            let crop = crop(size, None, MIDDLE);
            let widths = widths(&wanted, crop.width);
            prop_assert!(!widths.is_empty() && widths.is_sorted());
            for width in widths {
                let height = height(crop, width);
                prop_assert!(width <= size.0 && (1..=size.1).contains(&height));
            }
        }
    }

    #[test]
    fn a_format_that_cannot_hold_an_image_is_left_out() {
        let formats = |height: u32| {
            // The head of a GIF says its size.
            let mut gif = b"GIF89a".to_vec();
            gif.extend(1_080_u16.to_le_bytes());
            gif.extend((height as u16).to_le_bytes());
            gif.extend([0, 0, 0, b';']);
            let files = [("content/a.gif".to_owned(), gif)];
            let (snapshot, _) = crate::source::Snapshot::from_memory(files);
            let file = snapshot.get("content/a.gif").unwrap();
            let slot = ImageSlot {
                name: "x".into(),
                widths: vec![400, 1_080],
                sizes: "".into(),
                ratio: None,
            };
            let made = variants(file, &slot, None, &ImageSettings::default(), false).unwrap();
            let formats: Vec<Format> = made.choices.iter().map(|(format, _)| *format).collect();
            formats
        };
        assert_eq!(formats(16_383), [Format::WebP]);
        assert_eq!(formats(17_000), []);
    }

    #[test]
    fn widths_of_a_small_image() {
        assert_eq!(widths(&[400, 800, 1_200], 4_000), [400, 800, 1_200]);
        assert_eq!(widths(&[400, 800, 1_200], 1_200), [400, 800, 1_200]);
        assert_eq!(widths(&[400, 800, 1_200], 900), [400, 800, 900]);
        assert_eq!(widths(&[400, 800, 1_200], 300), [300]);
    }

    #[test]
    fn crops() {
        let of = |size, focus| {
            let crop = crop(size, Some((3, 2)), focus);
            (crop.x, crop.y, crop.width, crop.height)
        };
        assert_eq!(of((4_000, 3_000), MIDDLE), (0, 167, 4_000, 2_666));
        assert_eq!(of((4_000, 3_000), (0, 0)), (0, 0, 4_000, 2_666));
        assert_eq!(of((4_000, 3_000), (900, 1_000)), (0, 334, 4_000, 2_666));
        assert_eq!(of((4_000, 1_000), (250, 500)), (250, 0, 1_500, 1_000));
    }
}
