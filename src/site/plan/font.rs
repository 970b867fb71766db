//! Fonts that the site serves itself: whether they have the characters that typography puts into texts.
//!
//! A character that a font lacks is drawn with another font, which shows: U+202F above all, before every
//! French `;`, is missing in many.

use std::io::Read;

use rayon::prelude::*;
use ttf_parser::Face;

use crate::config::Config;
use crate::source::Snapshot;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::plan as say;
use rihla_text::language::Language;
use rihla_text::language::names;

/// What the names of fonts end with.
const EXTENSIONS: &[&str] = &["woff2", "woff", "ttf", "otf"];

/// More than a table of any font holds, unpacked, in bytes.
const LARGEST: usize = 64 << 20;

/// Checks every font among the assets of the theme.
///
/// Fonts of `static` are not checked: what is copied as it is may be part of a document, of a page of
/// its own or of an application, whose texts are not set here. A font without the letter *e* is not
/// for texts: it holds icons, or part of a script.
pub(super) fn check(snapshot: &Snapshot, config: &Config) -> Vec<Diagnostic> {
    let languages: Vec<&Language> = config.site.languages.iter().map(|row| &**row).collect();
    if languages
        .iter()
        .all(|language| language.typography.is_none())
    {
        return Vec::new();
    }
    let assets = config.theme.assets.iter();
    let paths: Vec<&str> = assets
        .map(|(_, path)| &**path)
        .filter(|path| {
            let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
            EXTENSIONS
                .iter()
                .any(|known| known.eq_ignore_ascii_case(extension))
        })
        .collect();
    paths
        .into_par_iter()
        .filter_map(|path| {
            // A file that can no longer be read is told by who copies it.
            let bytes = snapshot.read_blob(path).ok()?;
            judge(path, &bytes, &languages)
        })
        .collect()
}

fn judge(path: &str, bytes: &[u8], languages: &[&Language]) -> Option<Diagnostic> {
    let unpacked = unpack(bytes);
    let face = unpacked
        .as_deref()
        .and_then(|bytes| Face::parse(bytes, 0).ok());
    let Some(face) = face else {
        return Some(Diagnostic::on_file(&say::FONT, path));
    };
    let has = |character: char| {
        face.glyph_index(character)
            .is_some_and(|glyph| glyph.0 != 0)
    };
    if !has('e') {
        return None;
    }
    let mut missing: Vec<char> = Vec::new();
    let mut of: Vec<(&str, &str)> = Vec::new();
    for language in languages {
        let needed = language.typography.map_or("", |profile| profile.glyphs);
        let lacking: Vec<char> = needed
            .chars()
            .filter(|character| !has(*character))
            .collect();
        if !lacking.is_empty() {
            of.push((&language.tag, &language.name));
            missing.extend(lacking);
        }
    }
    missing.sort_unstable();
    missing.dedup();
    let shown = |character: &char| match character.is_whitespace() {
        true => format!("U+{:04X}", u32::from(*character)),
        false => character.to_string(),
    };
    (!missing.is_empty()).then(|| {
        Diagnostic::on_file(&say::FONT_SIGNS, path)
            .with(
                "characters",
                missing.iter().map(shown).collect::<Vec<_>>().join(" "),
            )
            .with("languages", names::all_said(of.into_iter()))
    })
}

/// The tables of a font as OpenType has them (ISO/IEC 14496-22), whatever it is packed in: WOFF
/// 1.0 or 2.0 of the W3C, or nothing.
fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    match bytes.get(..4)? {
        b"wOF2" => wuff::decompress_woff2_with_custom_brotli(bytes, &mut |packed, length| {
            read(brotli::Decompressor::new(packed, 4096), length)
        })
        .ok(),
        b"wOFF" => wuff::decompress_woff1_with_custom_z(bytes, &mut |packed, length| {
            read(flate2::read::ZlibDecoder::new(packed), length)
        })
        .ok(),
        _ => Some(bytes.to_vec()),
    }
}

/// Reads as many bytes as a font says that there are.
fn read(packed: impl Read, length: usize) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut out = Vec::new();
    packed
        .take(length.min(LARGEST) as u64)
        .read_to_end(&mut out)?;
    match out.len() == length {
        true => Ok(out),
        false => Err("a table has another length than it says".into()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FONTS: [&[u8]; 3] = [
        include_bytes!("../../../tests/sites/fonts/themes/plain/assets/lacking.woff2"),
        include_bytes!("../../../tests/sites/fonts/themes/plain/assets/lacking.woff"),
        include_bytes!("../../../tests/sites/fonts/themes/plain/assets/lacking.ttf"),
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]
        /// Whatever is in a file that is named like a font, it is judged.
        #[test]
        fn no_mutation_panics(
            font in 0..FONTS.len(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
            length in any::<prop::sample::Index>(),
            cuts: bool,
        ) {
            let mut bytes = FONTS[font].to_vec();
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if cuts {
                bytes.truncate(length.index(bytes.len()));
            }
            let french = Language::new("fr", "Français", "fr", None).unwrap();
            judge("font", &bytes, &[&french]);
        }
    }

    #[test]
    fn what_fonts_are_packed_in_makes_no_difference() {
        let french = Language::new("fr", "Français", "fr", None).unwrap();
        for font in FONTS {
            let told = judge("font", font, &[&french]).unwrap();
            assert_eq!(told.message.code, "font-signs");
        }
    }
}
