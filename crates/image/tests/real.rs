//! Files as cameras and programs write them, made here or kept beside this file, and what becomes
//! of them.

use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ExtendedColorType, Frame, ImageEncoder, RgbImage, RgbaImage};
use proptest::prelude::*;
use rihla_image::{Crop, Format, ImageKind, Made, Problem, Source, Target, make};
use rihla_media::strip;

const BUDGET: u64 = 300_000;

/// A gradient with a red square in its upper left corner and some noise.
fn photograph(width: u32, height: u32) -> RgbImage {
    let mut noise = 1_u32;
    RgbImage::from_fn(width, height, |x, y| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (noise >> 28) as u8;
        match x < width / 4 && y < height / 4 {
            true => image::Rgb([220, 20, 20]),
            false => image::Rgb([
                40 + grain,
                (x * 200 / width) as u8 + grain,
                (y * 200 / height) as u8 + grain,
            ]),
        }
    })
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 92)
        .write_image(
            image,
            image.width(),
            image.height(),
            ExtendedColorType::Rgb8,
        )
        .expect("memory");
    bytes
}

/// A JPEG with a segment after its beginning.
fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8, 0xff, marker];
    bytes.extend((content.len() as u16 + 2).to_be_bytes());
    bytes.extend_from_slice(content);
    bytes.extend_from_slice(&jpeg[2..]);
    bytes
}

fn written(image: &DynamicImage, format: image::ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("memory");
    bytes.into_inner()
}

fn source(bytes: &[u8], kind: ImageKind, size: (u32, u32)) -> Source<'_> {
    Source {
        bytes,
        kind,
        width: size.0,
        height: size.1,
        orientation: 1,
        memory: 100_000_000,
    }
}

fn target(crop: (u32, u32, u32, u32), size: (u32, u32), format: Format) -> Target {
    let (x, y, width, height) = crop;
    Target {
        crop: Crop {
            x,
            y,
            width,
            height,
        },
        width: size.0,
        height: size.1,
        format,
        budget: BUDGET,
    }
}

fn whole(size: (u32, u32), to: (u32, u32), format: Format) -> Target {
    target((0, 0, size.0, size.1), to, format)
}

fn made(source: &Source, targets: &[Target]) -> Result<Vec<Made>, Problem> {
    let mut all = vec![None; targets.len()];
    make(source, targets, &mut |number, made| {
        all[number] = Some(made)
    })?;
    Ok(all
        .into_iter()
        .map(|made| made.expect("each target"))
        .collect())
}

fn read(made: &Made) -> RgbaImage {
    image::load_from_memory(&made.bytes)
        .expect("a picture")
        .into_rgba8()
}

/// Whether a colour is near another.
fn near(found: [u8; 4], wanted: [u8; 4]) -> bool {
    found.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) <= 12)
}

/// The names of the chunks of a WebP.
fn chunks(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 12;
    while let (Some(name), Some(length)) = (bytes.get(at..at + 4), bytes.get(at + 4..at + 8)) {
        found.push(String::from_utf8_lossy(name).into_owned());
        let length = u32::from_le_bytes(length.try_into().expect("four bytes"));
        at += 8 + (length + length % 2) as usize;
    }
    found
}

/// A file holds pixels and nothing else.
fn holds_only_pixels(made: &Made, format: Format) {
    let bytes = &made.bytes;
    match format {
        Format::WebP => {
            let known = ["VP8X", "VP8 ", "VP8L", "ALPH"];
            assert!(
                chunks(bytes)
                    .iter()
                    .all(|name| known.contains(&name.as_str())),
                "{:?}",
                chunks(bytes)
            );
        }
        Format::Jpeg | Format::Png => {
            assert_eq!(strip(bytes).as_ref(), Some(bytes), "nothing to take out");
            let has = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
            assert!(!has(b"ICC_PROFILE") && !has(b"iCCP") && !has(b"Exif"));
        }
        Format::Avif => {
            let has = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
            assert!(has(b"ftypavif") && !has(b"Exif") && !has(b"xml") && !has(b"prof"));
        }
    }
}

const EVERY: [Format; 3] = [Format::WebP, Format::Jpeg, Format::Png];

#[test]
fn a_photograph_in_every_format() {
    let size = (640, 480);
    let bytes = jpeg(&photograph(640, 480));
    let targets = EVERY.map(|format| whole(size, (160, 120), format));
    let all = made(&source(&bytes, ImageKind::Jpeg, size), &targets).expect("pictures");
    for (made, target) in all.iter().zip(&targets) {
        holds_only_pixels(made, target.format);
        assert!(!made.is_over && made.bytes.len() < 40_000);
        let image = read(made);
        assert_eq!(image.dimensions(), (160, 120));
        assert!(
            near(image.get_pixel(10, 10).0, [220, 20, 20, 255]),
            "{:?}",
            target.format
        );
        assert!(
            near(image.get_pixel(150, 110).0, [47, 194, 190, 255]),
            "{:?}",
            target.format
        );
    }
}

#[cfg(feature = "avif")]
#[test]
fn avif_where_it_is_asked_for() {
    let bytes = jpeg(&photograph(64, 48));
    let target = whole((64, 48), (32, 24), Format::Avif);
    let all = made(&source(&bytes, ImageKind::Jpeg, (64, 48)), &[target]).expect("a picture");
    holds_only_pixels(&all[0], Format::Avif);
}

#[test]
fn every_orientation_looks_the_same() {
    let seen = DynamicImage::ImageRgb8(photograph(96, 64));
    // What a camera stores when it is held in each of the eight ways.
    let stored = [
        seen.clone(),
        seen.fliph(),
        seen.rotate180(),
        seen.flipv(),
        seen.rotate90().fliph(),
        seen.rotate270(),
        seen.rotate90().flipv(),
        seen.rotate90(),
    ];
    for (number, stored) in stored.into_iter().enumerate() {
        let orientation = number as u8 + 1;
        let image = stored.into_rgb8();
        let size = image.dimensions();
        let bytes = jpeg(&image);
        let source = Source {
            orientation,
            ..source(&bytes, ImageKind::Jpeg, size)
        };
        // The whole, and the upper left quarter alone.
        let targets = [
            target((0, 0, 96, 64), (48, 32), Format::Png),
            target((0, 0, 24, 16), (24, 16), Format::Png),
        ];
        let all = made(&source, &targets).expect("pictures");
        let whole = read(&all[0]);
        assert_eq!(whole.dimensions(), (48, 32), "{orientation}");
        assert!(
            near(whole.get_pixel(4, 4).0, [220, 20, 20, 255]),
            "{orientation}"
        );
        assert!(
            !near(whole.get_pixel(40, 28).0, [220, 20, 20, 255]),
            "{orientation}"
        );
        let corner = read(&all[1]);
        assert!(
            near(corner.get_pixel(11, 7).0, [220, 20, 20, 255]),
            "{orientation}"
        );
    }
}

#[test]
fn a_profile_is_applied_and_left_out() {
    let image = RgbImage::from_pixel(32, 32, image::Rgb([200, 60, 40]));
    let profile = moxcms::ColorProfile::new_display_p3()
        .encode()
        .expect("a profile");
    let content = [b"ICC_PROFILE\0\x01\x01".as_slice(), &profile].concat();
    let bytes = with_segment(&jpeg(&image), 0xe2, &content);
    let targets = EVERY.map(|format| whole((32, 32), (16, 16), format));
    for (made, target) in made(&source(&bytes, ImageKind::Jpeg, (32, 32)), &targets)
        .expect("pictures")
        .iter()
        .zip(&targets)
    {
        holds_only_pixels(made, target.format);
        let [red, green, blue, _] = read(made).get_pixel(8, 8).0;
        assert!(
            red > 208 && green < 56 && blue < 36,
            "{:?} {red} {green} {blue}",
            target.format
        );
    }
}

#[test]
fn inks_become_light() {
    let files: [&[u8]; 2] = [
        include_bytes!("files/cmyk.jpg"),
        include_bytes!("files/ycck.jpg"),
    ];
    for (number, bytes) in files.into_iter().enumerate() {
        let target = whole((32, 16), (32, 16), Format::Png);
        let all = made(&source(bytes, ImageKind::Jpeg, (32, 16)), &[target]).expect("a picture");
        let image = read(&all[0]);
        assert!(
            near(image.get_pixel(4, 8).0, [255, 255, 255, 255]),
            "{number}: {:?}",
            image.get_pixel(4, 8)
        );
        assert!(
            near(image.get_pixel(28, 8).0, [0, 255, 255, 255]),
            "{number}: {:?}",
            image.get_pixel(28, 8)
        );
    }
}

#[test]
fn sixteen_bits_and_opacity() {
    let deep = image::ImageBuffer::from_fn(20, 20, |x, _| {
        image::Rgba([40_000_u16, 20_000, 10_000, if x < 10 { 0 } else { 65_535 }])
    });
    let bytes = written(&DynamicImage::ImageRgba16(deep), image::ImageFormat::Png);
    let targets = EVERY.map(|format| whole((20, 20), (10, 10), format));
    let all = made(&source(&bytes, ImageKind::Png, (20, 20)), &targets).expect("pictures");
    for (made, target) in all.iter().zip(&targets) {
        let image = read(made);
        assert!(
            near(image.get_pixel(8, 5).0, [156, 78, 39, 255]),
            "{:?}",
            target.format
        );
        match target.format {
            // What lets the background through is white where it cannot.
            Format::Jpeg => assert!(near(image.get_pixel(1, 5).0, [255; 4])),
            _ => assert_eq!(image.get_pixel(1, 5).0[3], 0, "{:?}", target.format),
        }
    }
}

#[test]
fn of_an_animation_the_first_image() {
    let mut bytes = Vec::new();
    {
        let mut encoder = GifEncoder::new(&mut bytes);
        for colour in [[255, 0, 0, 255], [0, 255, 0, 255]] {
            let image = RgbaImage::from_pixel(8, 8, image::Rgba(colour));
            encoder.encode_frame(Frame::new(image)).expect("memory");
        }
    }
    let target = whole((8, 8), (8, 8), Format::Png);
    let all = made(&source(&bytes, ImageKind::Gif, (8, 8)), &[target]).expect("a picture");
    assert_eq!(read(&all[0]).get_pixel(4, 4).0, [255, 0, 0, 255]);
}

#[test]
fn a_drawing_is_exact() {
    let drawing = RgbImage::from_fn(200, 100, |x, y| match (x / 20 + y / 20) % 2 {
        0 => image::Rgb([18, 57, 74]),
        _ => image::Rgb([232, 183, 90]),
    });
    let bytes = written(
        &DynamicImage::ImageRgb8(drawing.clone()),
        image::ImageFormat::Png,
    );
    let target = whole((200, 100), (200, 100), Format::WebP);
    let all = made(&source(&bytes, ImageKind::Png, (200, 100)), &[target]).expect("a picture");
    assert_eq!(DynamicImage::ImageRgba8(read(&all[0])).into_rgb8(), drawing);
}

#[test]
fn a_restless_photograph_keeps_the_budget() {
    let mut noise = 7_u32;
    let image = RgbImage::from_fn(900, 600, |_, _| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        image::Rgb([
            (noise >> 24) as u8,
            (noise >> 16) as u8,
            (noise >> 20) as u8,
        ])
    });
    let bytes = jpeg(&image);
    let mut targets = EVERY.map(|format| whole((900, 600), (900, 600), format));
    targets
        .iter_mut()
        .for_each(|target| target.budget = 250_000);
    let all = made(&source(&bytes, ImageKind::Jpeg, (900, 600)), &targets).expect("pictures");
    for (made, target) in all.iter().zip(&targets) {
        assert_eq!(
            made.is_over,
            made.bytes.len() > 250_000,
            "{:?}",
            target.format
        );
    }
    assert!(!all[0].is_over, "{}", all[0].bytes.len());
    targets.iter_mut().for_each(|target| target.budget = 10);
    let all = made(&source(&bytes, ImageKind::Jpeg, (900, 600)), &targets).expect("pictures");
    assert!(all.iter().all(|made| made.is_over));
}

#[test]
fn what_is_cut_off_or_lies_is_damaged() {
    let image = photograph(200, 150);
    let dynamic = DynamicImage::ImageRgb8(image.clone());
    let files = [
        (ImageKind::Jpeg, jpeg(&image)),
        (ImageKind::Png, written(&dynamic, image::ImageFormat::Png)),
        (ImageKind::Gif, written(&dynamic, image::ImageFormat::Gif)),
        (ImageKind::WebP, written(&dynamic, image::ImageFormat::WebP)),
    ];
    for (kind, bytes) in files {
        let all = |bytes: &[u8], kind, size: (u32, u32)| {
            made(
                &source(bytes, kind, size),
                &[whole(size, (50, 37), Format::WebP)],
            )
        };
        assert!(all(&bytes, kind, (200, 150)).is_ok(), "{kind:?}");
        for part in [2, 3, 10] {
            let cut = &bytes[..bytes.len() * (part - 1) / part];
            assert_eq!(
                all(cut, kind, (200, 150)),
                Err(Problem::Damaged),
                "{kind:?} {part}"
            );
        }
        for size in [(200, 149), (100, 75), (40_000, 40_000)] {
            assert_eq!(
                all(&bytes, kind, size),
                Err(Problem::Damaged),
                "{kind:?} {size:?}"
            );
        }
        let other = if kind == ImageKind::Jpeg {
            ImageKind::Png
        } else {
            ImageKind::Jpeg
        };
        assert_eq!(
            all(&bytes, other, (200, 150)),
            Err(Problem::Damaged),
            "{kind:?}"
        );
    }
}

#[test]
fn a_bomb_does_not_go_off() {
    // A PNG of 40,000 × 40,000 pixels in a few bytes: it claims more than there may be.
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 40_000, 40_000);
    encoder.set_color(png::ColorType::Rgba);
    let writer = encoder.write_header().expect("memory");
    drop(writer);
    let target = whole((40_000, 40_000), (400, 400), Format::WebP);
    let all = made(&source(&bytes, ImageKind::Png, (40_000, 40_000)), &[target]);
    assert_eq!(all, Err(Problem::Damaged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever part and size are asked for, the file has that size, and nothing is enlarged.
    #[test]
    fn every_target_has_its_size(
        size in (1_u32..60, 1_u32..60),
        from in (0.0_f64..1.0, 0.0_f64..1.0),
        part in (0.0_f64..1.0, 0.0_f64..1.0),
        scale in 0.05_f64..1.0,
        orientation in 1_u8..=8,
        format in 0_usize..3,
    ) {
        let bytes = jpeg(&photograph(size.0, size.1));
        let seen = if orientation > 4 { (size.1, size.0) } else { size };
        let cut = |whole: u32, from: f64, part: f64| {
            let start = (f64::from(whole - 1) * from) as u32;
            (start, 1 + (f64::from(whole - start - 1) * part) as u32)
        };
        let (x, width) = cut(seen.0, from.0, part.0);
        let (y, height) = cut(seen.1, from.1, part.1);
        let small = |side: u32| ((f64::from(side) * scale) as u32).max(1);
        let target = target((x, y, width, height), (small(width), small(height)), EVERY[format]);
        let source = Source { orientation, ..source(&bytes, ImageKind::Jpeg, size) };
        let all = made(&source, &[target]).expect("a picture");
        holds_only_pixels(&all[0], target.format);
        let image = read(&all[0]);
        prop_assert_eq!(image.dimensions(), (target.width, target.height));
        // What is larger than the part is refused.
        let larger = Target { width: width + 1, ..target };
        prop_assert_eq!(made(&source, &[larger]), Err(Problem::Damaged));
    }

    /// No bytes make it fail in another way.
    #[test]
    fn bent_files_are_damaged_or_images(
        at in 0.0_f64..1.0,
        byte in any::<u8>(),
        kind in 0_usize..4,
    ) {
        let image = photograph(24, 16);
        let dynamic = DynamicImage::ImageRgb8(image.clone());
        let (kind, mut bytes) = match kind {
            0 => (ImageKind::Jpeg, jpeg(&image)),
            1 => (ImageKind::Png, written(&dynamic, image::ImageFormat::Png)),
            2 => (ImageKind::Gif, written(&dynamic, image::ImageFormat::Gif)),
            _ => (ImageKind::WebP, written(&dynamic, image::ImageFormat::WebP)),
        };
        let at = (bytes.len() as f64 * at) as usize;
        bytes[at] = byte;
        let target = whole((24, 16), (12, 8), Format::WebP);
        match made(&source(&bytes, kind, (24, 16)), &[target]) {
            Ok(all) => prop_assert_eq!(read(&all[0]).dimensions(), (12, 8)),
            Err(problem) => prop_assert_eq!(problem, Problem::Damaged),
        }
        let _ = strip(&bytes);
    }
}
