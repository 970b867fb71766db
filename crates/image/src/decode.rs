//! Files become pixels.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{DynamicImage, ImageDecoder, Limits};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use crate::ImageKind;
use crate::make::{Problem, Source};
use rihla_media::strip::jpeg;

/// What a pixel is made of, a byte each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    Rgb,
    Rgba,
    /// Inks, as files hold them: 255 is none.
    Cmyk,
    /// As [`Layout::Cmyk`], the three colours in the form of video.
    Ycck,
}

impl Layout {
    /// Bytes for each pixel.
    pub fn bytes(self) -> usize {
        match self {
            Self::Rgb => 3,
            _ => 4,
        }
    }
}

/// An image in memory, as it is stored in its file: not turned, in its own colours.
pub struct Pixels {
    pub data: Vec<u8>,
    pub layout: Layout,
    pub width: u32,
    pub height: u32,
    /// What its numbers mean (ICC.1), where the file says so.
    pub profile: Option<Vec<u8>>,
}

/// Decodes an image that must be as large as its header said.
pub fn decode(source: &Source) -> Result<Pixels, Problem> {
    let pixels = match source.kind {
        ImageKind::Jpeg => of_jpeg(source),
        ImageKind::Png => {
            let cursor = Cursor::new(source.bytes);
            raster(
                source,
                PngDecoder::with_limits(cursor, limits(source)).map_err(damaged)?,
            )
        }
        ImageKind::Gif => raster(
            source,
            GifDecoder::new(Cursor::new(source.bytes)).map_err(damaged)?,
        ),
        ImageKind::WebP => raster(
            source,
            WebPDecoder::new(Cursor::new(source.bytes)).map_err(damaged)?,
        ),
    }?;
    let expected = pixels.width as usize * pixels.height as usize * pixels.layout.bytes();
    match pixels.data.len() == expected {
        true => Ok(pixels),
        false => Err(Problem::Damaged),
    }
}

fn limits(source: &Source) -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(source.width);
    limits.max_image_height = Some(source.height);
    limits.max_alloc = Some(source.memory);
    limits
}

/// Whatever a decoder says: a reader is told that the file is damaged, and can do no more with
/// the words of a library.
fn damaged<E>(_: E) -> Problem {
    Problem::Damaged
}

fn raster(source: &Source, mut decoder: impl ImageDecoder) -> Result<Pixels, Problem> {
    if decoder.dimensions() != (source.width, source.height) {
        return Err(Problem::Damaged);
    }
    decoder.set_limits(limits(source)).map_err(damaged)?;
    let profile = decoder.icc_profile().ok().flatten();
    let has_alpha = decoder.color_type().has_alpha();
    let image = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    let (layout, data) = match has_alpha {
        true => (Layout::Rgba, image.into_rgba8().into_raw()),
        false => (Layout::Rgb, image.into_rgb8().into_raw()),
    };
    Ok(Pixels {
        data,
        layout,
        width: source.width,
        height: source.height,
        profile,
    })
}

fn of_jpeg(source: &Source) -> Result<Pixels, Problem> {
    // The decoder fills what is missing with grey, and calls it an image.
    if !jpeg::is_complete(source.bytes) {
        return Err(Problem::Damaged);
    }
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(source.width as usize)
        .set_max_height(source.height as usize);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(source.bytes), options);
    decoder.decode_headers().map_err(damaged)?;
    let size = (source.width as usize, source.height as usize);
    if decoder.dimensions() != Some(size) {
        return Err(Problem::Damaged);
    }
    // A kind of colours is asked for that needs no conversion where there are four: ours knows
    // the profile.
    let (wanted, layout) = match decoder.input_colorspace() {
        Some(ColorSpace::CMYK) => (ColorSpace::CMYK, Layout::Cmyk),
        Some(ColorSpace::YCCK) => (ColorSpace::YCCK, Layout::Ycck),
        _ => (ColorSpace::RGB, Layout::Rgb),
    };
    decoder.set_options(decoder.options().jpeg_set_out_colorspace(wanted));
    let profile = decoder.icc_profile();
    let data = decoder.decode().map_err(damaged)?;
    Ok(Pixels {
        data,
        layout,
        width: source.width,
        height: source.height,
        profile,
    })
}
