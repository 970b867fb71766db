//! Colours become those of sRGB (IEC 61966-2-1), which browsers assume where a file says nothing.

use moxcms::{ColorProfile, DataColorSpace, Layout as Channels, RenderingIntent, TransformOptions};

use crate::decode::Layout;

/// Converts pixels to sRGB: those with four inks become [`Layout::Rgb`], others keep their
/// layout. A profile that cannot be used, or is meant for other channels, counts as none.
pub fn to_srgb(mut data: Vec<u8>, layout: Layout, profile: Option<&[u8]>) -> (Vec<u8>, Layout) {
    if layout == Layout::Ycck {
        data.chunks_exact_mut(4).for_each(ycck_to_cmyk);
    }
    let profile = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok());
    let fits = |space| {
        profile
            .as_ref()
            .filter(|profile| profile.color_space == space)
    };
    match layout {
        Layout::Cmyk | Layout::Ycck => {
            let inks = |profile| {
                // A profile counts ink; the file counts its absence.
                let ink: Vec<u8> = data.iter().map(|value| 255 - value).collect();
                converted(&ink, profile, Channels::Rgba, Channels::Rgb, 3)
            };
            let known = fits(DataColorSpace::Cmyk).and_then(inks);
            let data = known.unwrap_or_else(|| {
                let pixels = data.chunks_exact(4);
                pixels
                    .flat_map(|pixel| {
                        let black = u16::from(pixel[3]);
                        [0, 1, 2].map(|at| (u16::from(pixel[at]) * black / 255) as u8)
                    })
                    .collect()
            });
            (data, Layout::Rgb)
        }
        Layout::Rgb | Layout::Rgba => {
            let channels = match layout {
                Layout::Rgba => Channels::Rgba,
                _ => Channels::Rgb,
            };
            let known = fits(DataColorSpace::Rgb)
                .and_then(|profile| converted(&data, profile, channels, channels, layout.bytes()));
            (known.unwrap_or(data), layout)
        }
    }
}

fn converted(
    data: &[u8],
    profile: &ColorProfile,
    from: Channels,
    to: Channels,
    bytes: usize,
) -> Option<Vec<u8>> {
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions {
        rendering_intent: RenderingIntent::RelativeColorimetric,
        ..TransformOptions::default()
    };
    let transform = profile
        .create_transform_8bit(from, &srgb, to, options)
        .ok()?;
    let pixels = data.len() / from.channels();
    let mut out = vec![0; pixels * bytes];
    transform.transform(data, &mut out).ok()?;
    Some(out)
}

/// JFIF's colours of video (ITU-T T.871), of inks that the file counts by their absence.
fn ycck_to_cmyk(pixel: &mut [u8]) {
    let [y, cb, cr] = [pixel[0], pixel[1], pixel[2]].map(f32::from);
    let (cb, cr) = (cb - 128.0, cr - 128.0);
    let byte = |value: f32| 255 - value.round().clamp(0.0, 255.0) as u8;
    // The three are the inks themselves: what the file would hold is their absence.
    pixel[0] = byte(y + 1.402 * cr);
    pixel[1] = byte(y - 0.344_136 * cb - 0.714_136 * cr);
    pixel[2] = byte(y + 1.772 * cb);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wider_space_is_narrowed() {
        let p3 = ColorProfile::new_display_p3().encode().expect("a profile");
        let (data, layout) = to_srgb(vec![200, 60, 40, 128, 128, 128], Layout::Rgb, Some(&p3));
        assert_eq!(layout, Layout::Rgb);
        // The same red has a larger red and smaller others in sRGB; grey stays grey.
        assert!(data[0] > 205 && data[1] < 60 && data[2] < 40, "{data:?}");
        assert!(
            data[3..].iter().all(|value| value.abs_diff(128) <= 1),
            "{data:?}"
        );
    }

    #[test]
    fn inks_without_a_profile() {
        // No ink is white, all black is black, cyan alone is cyan; 255 is no ink.
        let inks = vec![255, 255, 255, 255, 255, 255, 255, 0, 0, 255, 255, 255];
        let (data, layout) = to_srgb(inks, Layout::Cmyk, None);
        assert_eq!(layout, Layout::Rgb);
        assert_eq!(data, [255, 255, 255, 0, 0, 0, 0, 255, 255]);
    }

    #[test]
    fn a_profile_for_other_channels_is_left_aside() {
        let p3 = ColorProfile::new_display_p3().encode().expect("a profile");
        let (data, _) = to_srgb(vec![255, 255, 255, 255], Layout::Cmyk, Some(&p3));
        assert_eq!(data, [255, 255, 255]);
        let (data, _) = to_srgb(vec![1, 2, 3], Layout::Rgb, Some(b"no profile"));
        assert_eq!(data, [1, 2, 3]);
    }
}
