//! Pixels become files without anything but pixels.

use std::collections::BTreeSet;

use color_quant::NeuQuant;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use webp::{PixelLayout, WebPConfig};

use crate::Format;
use crate::decode::Layout;
use crate::make::{Made, Problem, Raster};

/// The qualities that are tried, of 100, until the budget is kept. Of a photograph the first is
/// hardly told from the original at the size at which it is seen; the last is rough.
const QUALITIES: [f32; 6] = [76.0, 64.0, 52.0, 40.0, 28.0, 18.0];
/// More colours than these are no drawing: to write them without loss takes long and is larger.
const FEW: usize = 2_048;

pub fn encode(raster: &Raster, format: Format, budget: u64) -> Result<Made, Problem> {
    let fits = |bytes: &Vec<u8>| bytes.len() as u64 <= budget;
    let lossy = |encode: &dyn Fn(f32) -> Result<Vec<u8>, Problem>| {
        let mut last = Vec::new();
        for quality in QUALITIES {
            last = encode(quality)?;
            if fits(&last) {
                break;
            }
        }
        Ok(last)
    };
    let bytes = match format {
        Format::Avif => lossy(&|quality| avif(raster, quality))?,
        Format::WebP => {
            let bytes = lossy(&|quality| webp(raster, Some(quality)))?;
            match raster.is_drawn && has_few_colours(raster) {
                true => {
                    let exact = webp(raster, None)?;
                    if exact.len() <= bytes.len() {
                        exact
                    } else {
                        bytes
                    }
                }
                false => bytes,
            }
        }
        Format::Jpeg => {
            let flat = opaque(raster);
            lossy(&|quality| jpeg(&flat, raster, quality))?
        }
        Format::Png => {
            let exact = png(raster)?;
            match fits(&exact) {
                true => exact,
                false => indexed_png(raster)?,
            }
        }
    };
    Ok(Made {
        is_over: !fits(&bytes),
        bytes,
    })
}

fn unwritten<E>(_: E) -> Problem {
    Problem::Unwritten
}

fn has_few_colours(raster: &Raster) -> bool {
    let mut seen = BTreeSet::new();
    for pixel in raster.data.chunks_exact(raster.layout.bytes()) {
        if seen.insert(pixel) && seen.len() > FEW {
            return false;
        }
    }
    true
}

/// `None` is without loss.
fn webp(raster: &Raster, quality: Option<f32>) -> Result<Vec<u8>, Problem> {
    let layout = match raster.layout {
        Layout::Rgba => PixelLayout::Rgba,
        _ => PixelLayout::Rgb,
    };
    let mut config = WebPConfig::new().map_err(unwritten)?;
    config.method = 4;
    match quality {
        Some(quality) => config.quality = quality,
        None => {
            config.lossless = 1;
            config.quality = 60.0;
        }
    }
    let encoder = webp::Encoder::new(&raster.data, layout, raster.width, raster.height);
    let memory = encoder.encode_advanced(&config).map_err(unwritten)?;
    Ok(memory.to_vec())
}

#[cfg(not(feature = "avif"))]
fn avif(_: &Raster, _: f32) -> Result<Vec<u8>, Problem> {
    Err(Problem::Unwritten)
}

#[cfg(feature = "avif")]
fn avif(raster: &Raster, quality: f32) -> Result<Vec<u8>, Problem> {
    use ravif::{Img, RGB8, RGBA8};

    // AVIF says more with a lower number.
    let encoder = ravif::Encoder::new()
        .with_quality(quality * 0.8)
        .with_alpha_quality(quality)
        .with_speed(7)
        .with_num_threads(Some(1));
    let (width, height) = (raster.width as usize, raster.height as usize);
    let encoded = match raster.layout {
        Layout::Rgba => {
            let pixels = raster.data.chunks_exact(4);
            let pixels: Vec<RGBA8> = pixels
                .map(|pixel| RGBA8::new(pixel[0], pixel[1], pixel[2], pixel[3]))
                .collect();
            encoder.encode_rgba(Img::new(&pixels[..], width, height))
        }
        _ => {
            let pixels = raster.data.chunks_exact(3);
            let pixels: Vec<RGB8> = pixels
                .map(|pixel| RGB8::new(pixel[0], pixel[1], pixel[2]))
                .collect();
            encoder.encode_rgb(Img::new(&pixels[..], width, height))
        }
    };
    Ok(encoded.map_err(unwritten)?.avif_file)
}

/// On white, where the background showed through.
fn opaque(raster: &Raster) -> Vec<u8> {
    if raster.layout == Layout::Rgb {
        return raster.data.clone();
    }
    let pixels = raster.data.chunks_exact(4);
    pixels
        .flat_map(|pixel| {
            let alpha = u16::from(pixel[3]);
            [pixel[0], pixel[1], pixel[2]]
                .map(|value| ((u16::from(value) * alpha + 255 * (255 - alpha)) / 255) as u8)
        })
        .collect()
}

fn jpeg(rgb: &[u8], raster: &Raster, quality: f32) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality as u8)
        .write_image(rgb, raster.width, raster.height, ExtendedColorType::Rgb8)
        .map_err(unwritten)?;
    Ok(bytes)
}

fn png(raster: &Raster) -> Result<Vec<u8>, Problem> {
    let color = match raster.layout {
        Layout::Rgba => png::ColorType::Rgba,
        _ => png::ColorType::Rgb,
    };
    write_png(raster.width, raster.height, &raster.data, color, |_| {})
}

/// With 256 colours at most.
fn indexed_png(raster: &Raster) -> Result<Vec<u8>, Problem> {
    let rgba: Vec<u8> = match raster.layout {
        Layout::Rgba => raster.data.clone(),
        _ => {
            let pixels = raster.data.chunks_exact(3);
            pixels
                .flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 255])
                .collect()
        }
    };
    let colours = NeuQuant::new(10, 256, &rgba);
    let table = colours.color_map_rgba();
    let pixels: Vec<u8> = rgba
        .chunks_exact(4)
        .map(|pixel| colours.index_of(pixel) as u8)
        .collect();
    let entries = table.chunks_exact(4);
    let palette: Vec<u8> = entries
        .clone()
        .flat_map(|entry| [entry[0], entry[1], entry[2]])
        .collect();
    let alpha: Vec<u8> = entries.map(|entry| entry[3]).collect();
    write_png(
        raster.width,
        raster.height,
        &pixels,
        png::ColorType::Indexed,
        |encoder| {
            encoder.set_palette(palette);
            encoder.set_trns(alpha);
        },
    )
}

/// Writes a PNG of eight bits a channel, as small as it gets in a moment.
pub fn write_png(
    width: u32,
    height: u32,
    data: &[u8],
    color: png::ColorType,
    more: impl FnOnce(&mut png::Encoder<&mut Vec<u8>>),
) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    more(&mut encoder);
    let mut writer = encoder.write_header().map_err(unwritten)?;
    writer.write_image_data(data).map_err(unwritten)?;
    writer.finish().map_err(unwritten)?;
    Ok(bytes)
}
