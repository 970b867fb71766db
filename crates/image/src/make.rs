//! One source, many targets.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::pixels::{U8x3, U8x4};
use fast_image_resize::{FilterType, PixelTrait, PixelType, ResizeAlg, ResizeOptions, Resizer};

use crate::color;
use crate::decode::{Layout, Pixels, decode};
use crate::encode::encode;
use crate::{Format, ImageKind};

/// An image's file.
#[derive(Clone, Copy, Debug)]
pub struct Source<'b> {
    /// What it holds.
    pub bytes: &'b [u8],
    /// What it is.
    pub kind: ImageKind,
    /// In pixels, as stored.
    pub width: u32,
    /// In pixels, as stored.
    pub height: u32,
    /// How it is turned to be seen: 1 to 8, as Exif 2.32 numbers it (tag 274); 1 is as stored.
    pub orientation: u8,
    /// How many bytes of memory it may take to decode it.
    pub memory: u64,
}

/// A part of an image, in pixels from its upper left corner, as it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Crop {
    /// Pixels to the left of it.
    pub x: u32,
    /// Pixels above it.
    pub y: u32,
    /// At least 1.
    pub width: u32,
    /// At least 1.
    pub height: u32,
}

/// What is to be made of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The part that is shown.
    pub crop: Crop,
    /// In pixels; at most that of the crop.
    pub width: u32,
    /// In pixels; at most that of the crop.
    pub height: u32,
    pub format: Format,
    /// How many bytes it should have at most: quality gives way first.
    pub budget: u64,
}

/// The outcome of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// Whether it has more bytes than it should: less quality would be none.
    pub is_over: bool,
}

/// Why nothing can be made of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is cut off, broken, or not what its header says.
    Damaged,
    /// A format could not be written: its library gave up.
    Unwritten,
}

/// Pixels that are ready to be written: in sRGB, turned, cropped and of their final size.
pub struct Raster {
    pub data: Vec<u8>,
    /// [`Layout::Rgb`] or [`Layout::Rgba`].
    pub layout: Layout,
    pub width: u32,
    pub height: u32,
    /// Whether the source may hold few colours and sharp edges, as drawings do.
    pub is_drawn: bool,
}

/// Makes every target of an image, in any order, and hands each over with its place in
/// `targets` as soon as it is there.
///
/// # Errors
/// At the first thing that fails; what was handed over until then is good.
pub fn make(
    source: &Source,
    targets: &[Target],
    done: &mut dyn FnMut(usize, Made),
) -> Result<(), Problem> {
    // A library that gives up on a file must not take the whole build with it.
    let decoded = catch_unwind(AssertUnwindSafe(|| decode(source)));
    let pixels = decoded.unwrap_or(Err(Problem::Damaged))?;
    let mut sizes: BTreeMap<(Crop, u32, u32), Vec<usize>> = BTreeMap::new();
    for (number, target) in targets.iter().enumerate() {
        let size = (target.crop, target.width, target.height);
        sizes.entry(size).or_default().push(number);
    }
    let mut resizer = Resizer::new();
    for ((crop, width, height), numbers) in sizes {
        let raster = raster(source, &pixels, crop, (width, height), &mut resizer)?;
        for number in numbers {
            let target = &targets[number];
            let encoded = catch_unwind(AssertUnwindSafe(|| {
                encode(&raster, target.format, target.budget)
            }));
            done(number, encoded.unwrap_or(Err(Problem::Unwritten))?);
        }
    }
    Ok(())
}

fn raster(
    source: &Source,
    pixels: &Pixels,
    crop: Crop,
    (width, height): (u32, u32),
    resizer: &mut Resizer,
) -> Result<Raster, Problem> {
    let turn = Turn::of(source.orientation);
    let seen = turn.seen((pixels.width, pixels.height));
    let is_inside = crop
        .x
        .checked_add(crop.width)
        .is_some_and(|end| end <= seen.0)
        && crop
            .y
            .checked_add(crop.height)
            .is_some_and(|end| end <= seen.1);
    if !is_inside || width == 0 || height == 0 || width > crop.width || height > crop.height {
        return Err(Problem::Damaged);
    }
    let stored = turn.stored_crop(crop, seen);
    let (stored_width, stored_height) = turn.seen((width, height));
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom))
        .use_alpha(pixels.layout == Layout::Rgba)
        .crop(
            f64::from(stored.x),
            f64::from(stored.y),
            f64::from(stored.width),
            f64::from(stored.height),
        );
    let size = (stored_width, stored_height);
    let small = match pixels.layout {
        Layout::Rgb => resized::<U8x3>(pixels, PixelType::U8x3, size, &options, resizer),
        _ => resized::<U8x4>(pixels, PixelType::U8x4, size, &options, resizer),
    }
    .ok_or(Problem::Damaged)?;
    let (data, layout) = color::to_srgb(small, pixels.layout, pixels.profile.as_deref());
    let data = turn.apply(data, layout.bytes(), (stored_width, stored_height));
    Ok(Raster {
        data,
        layout,
        width,
        height,
        is_drawn: matches!(source.kind, ImageKind::Png | ImageKind::Gif),
    })
}

/// Resizes pixels of a known form. The library's own function for any form would be compiled with
/// all thirteen of them.
fn resized<P: PixelTrait>(
    pixels: &Pixels,
    form: PixelType,
    (width, height): (u32, u32),
    options: &ResizeOptions,
    resizer: &mut Resizer,
) -> Option<Vec<u8>> {
    let view = ImageRef::new(pixels.width, pixels.height, &pixels.data, form).ok()?;
    let mut small = Image::new(width, height, form);
    let (from, mut to) = (view.typed_image::<P>()?, small.typed_image_mut::<P>()?);
    resizer.resize_typed(&from, &mut to, options).ok()?;
    Some(small.into_vec())
}

/// How stored pixels become those that are seen: turned over first, then mirrored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    /// Rows become columns: the upper left corner stays.
    transpose: bool,
    /// Left and right change places, after that.
    horizontal: bool,
    /// Up and down change places, after that.
    vertical: bool,
}

impl Turn {
    /// By the number of Exif (tag 274).
    fn of(orientation: u8) -> Self {
        let (transpose, horizontal, vertical) = match orientation {
            2 => (false, true, false),
            3 => (false, true, true),
            4 => (false, false, true),
            5 => (true, false, false),
            6 => (true, true, false),
            7 => (true, true, true),
            8 => (true, false, true),
            _ => (false, false, false),
        };
        Self {
            transpose,
            horizontal,
            vertical,
        }
    }

    /// The size of what is seen, of the size of what is stored; and the other way round.
    fn seen(self, (width, height): (u32, u32)) -> (u32, u32) {
        match self.transpose {
            true => (height, width),
            false => (width, height),
        }
    }

    /// Where a part that is seen is stored; `seen` is the size of the whole as it is seen.
    fn stored_crop(self, crop: Crop, seen: (u32, u32)) -> Crop {
        let Crop {
            mut x,
            mut y,
            width,
            height,
        } = crop;
        if self.horizontal {
            x = seen.0 - x - width;
        }
        if self.vertical {
            y = seen.1 - y - height;
        }
        match self.transpose {
            true => Crop {
                x: y,
                y: x,
                width: height,
                height: width,
            },
            false => Crop {
                x,
                y,
                width,
                height,
            },
        }
    }

    /// Turns pixels of `bytes` bytes each, stored in rows of the given size.
    fn apply(self, data: Vec<u8>, bytes: usize, stored: (u32, u32)) -> Vec<u8> {
        if self == Self::of(1) {
            return data;
        }
        let (width, height) = self.seen(stored);
        let (width, height) = (width as usize, height as usize);
        let row = stored.0 as usize;
        let mut out = Vec::with_capacity(data.len());
        for y in 0..height {
            for x in 0..width {
                let x = if self.horizontal { width - 1 - x } else { x };
                let y = if self.vertical { height - 1 - y } else { y };
                let (x, y) = if self.transpose { (y, x) } else { (x, y) };
                let at = (y * row + x) * bytes;
                out.extend_from_slice(&data[at..at + bytes]);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letter F, of which no two turns look alike, as Exif numbers them.
    const TURNED: [(u8, [&str; 5]); 8] = [
        (1, ["##", "# ", "##", "# ", "# "]),
        (2, ["##", " #", "##", " #", " #"]),
        (3, [" #", " #", "##", " #", "##"]),
        (4, ["# ", "# ", "##", "# ", "##"]),
        (5, ["#####", "# #  ", "", "", ""]),
        (6, ["# #  ", "#####", "", "", ""]),
        (7, ["  # #", "#####", "", "", ""]),
        (8, ["#####", "  # #", "", "", ""]),
    ];

    #[test]
    fn every_orientation_shows_the_same() {
        for (orientation, stored) in TURNED {
            let rows: Vec<&[u8]> = stored
                .iter()
                .filter(|row| !row.is_empty())
                .map(|row| row.as_bytes())
                .collect();
            let size = (rows[0].len() as u32, rows.len() as u32);
            let turn = Turn::of(orientation);
            let seen = turn.apply(rows.concat(), 1, size);
            assert_eq!(turn.seen(size), (2, 5), "{orientation}");
            assert_eq!(
                String::from_utf8(seen).expect("ASCII"),
                "### ### # ",
                "{orientation}"
            );
        }
    }

    #[test]
    fn a_part_that_is_seen_is_found_where_it_is_stored() {
        // The second row of the letter is one character and one space, whichever way it is stored.
        let crop = Crop {
            x: 0,
            y: 1,
            width: 2,
            height: 1,
        };
        for (orientation, stored) in TURNED {
            let turn = Turn::of(orientation);
            let found = turn.stored_crop(crop, (2, 5));
            let mut characters = Vec::new();
            for row in &stored[found.y as usize..(found.y + found.height) as usize] {
                let row = row.as_bytes();
                characters
                    .extend_from_slice(&row[found.x as usize..(found.x + found.width) as usize]);
            }
            let seen = turn.apply(characters, 1, (found.width, found.height));
            assert_eq!(seen, b"# ", "{orientation}");
        }
    }
}
