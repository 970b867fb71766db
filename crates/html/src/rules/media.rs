//! Images, drawings, frames, films and sound.

use super::{Found, Page, RuleId, quoted};
use crate::document::Element;
use crate::names::{self, plain};
use rihla_diagnostics::{Text, texts};

texts! {
    NAME_OF_FILE = "image-alt-file";
    SAYS_IMAGE = "image-alt-opening";
    CAPTION_AGAIN = "image-alt-caption";
}

/// Looks at an element that people meet.
pub(super) fn element<'d>(page: &Page<'d>, element: Element<'d>, found: &mut Found) {
    let is_unnamed = || !names::has_label(page.document, element);
    let is_meant = || !names::is_for_show(element) && is_unnamed();
    let is_html = element.is_html();
    let (rule, address) = match element.name() {
        "img" => return image(page, element, found),
        "video" => return video(element, found),
        "svg" if is_picture(element) && !is_titled(element) && is_unnamed() => {
            found.add(RuleId::SvgImgAlt, element);
            return;
        }
        "object" if is_html && element.filled("data").is_some() && is_meant() => {
            (RuleId::ObjectAlt, "data")
        }
        "iframe" | "frame" if is_html && is_meant() => (RuleId::FrameTitle, "src"),
        "input"
            if names::kind_of(element) == "image"
                && element.filled("alt").is_none()
                && is_unnamed() =>
        {
            (RuleId::InputImageAlt, "src")
        }
        _ => return,
    };
    let address = element.attribute(address).unwrap_or_default();
    found.add(rule, element).with("src", address);
}

/// Whether a drawing has a title of its own.
fn is_titled(element: Element) -> bool {
    let mut titles = element.children().filter(|child| child.name() == "title");
    titles.any(|title| !title.text().trim().is_empty())
}

/// The roles of a drawing that is a picture (ARIA; Graphics-ARIA).
fn is_picture(element: Element) -> bool {
    matches!(
        element.role(),
        Some("img" | "image" | "graphics-document" | "graphics-symbol")
    )
}

fn image<'d>(page: &Page<'d>, element: Element<'d>, found: &mut Found) {
    let alt = element.attribute("alt");
    // White space alone is read out as nothing, and is no sign that nothing is meant.
    let is_missing = alt.is_none_or(|alt| !alt.is_empty() && alt.trim().is_empty());
    if is_missing {
        if !names::is_for_show(element) && !names::has_label(page.document, element) {
            let src = element.attribute("src").unwrap_or_default();
            found.add(RuleId::ImageAlt, element).with("src", src);
        }
        return;
    }
    let alt = alt.unwrap_or_default();
    if let Some(kind) = odd_words(element, alt) {
        let finding = found.add(RuleId::ImageAltWords, element);
        finding.with("alt", quoted(alt)).with("what", kind);
    }
}

/// Endings of files of images.
const ENDINGS: &[&str] = &[
    "avif", "bmp", "gif", "heic", "jpeg", "jpg", "pdf", "png", "svg", "tif", "tiff", "webp",
];

/// Words by which a text says that it stands for an image, before what the image shows: in each language.
const OPENINGS: &[&str] = &[
    "a photo of ",
    "a photograph of ",
    "a picture of ",
    "an image of ",
    "image d ",
    "image de ",
    "image des ",
    "image du ",
    "image of ",
    "photo d ",
    "photo de ",
    "photo des ",
    "photo du ",
    "photo of ",
    "photograph of ",
    "photographie d ",
    "photographie de ",
    "photographie des ",
    "photographie du ",
    "picture of ",
    "une image de ",
    "une photo d ",
    "une photo de ",
    "foto de ",
    "imagen de ",
    "صورة ل ",
    "صورة من ",
];

/// What is wrong with the words in the place of an image.
fn odd_words(element: Element, alt: &str) -> Option<Text> {
    let alt = alt.trim();
    if alt.is_empty() {
        return None;
    }
    let ending = alt
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    if ending.is_some_and(|ending| ENDINGS.contains(&&*ending)) {
        return Some(NAME_OF_FILE);
    }
    let words = plain(alt);
    if OPENINGS.iter().any(|opening| words.starts_with(opening)) {
        return Some(SAYS_IMAGE);
    }
    let figure = element.around().find(|element| element.is("figure"))?;
    let caption = figure.children().find(|child| child.is("figcaption"))?;
    (plain(&names::visible(caption)) == words).then_some(CAPTION_AGAIN)
}

fn video(element: Element, found: &mut Found) {
    let has = |name: &str| element.attribute(name).is_some();
    // Nobody can turn on its sound.
    if has("muted") && !has("controls") {
        return;
    }
    let is_captions = |track: &Element| {
        let kind = track.attribute("kind").unwrap_or_default();
        track.is("track") && kind.trim().eq_ignore_ascii_case("captions")
    };
    if !element.children().any(|child| is_captions(&child)) {
        found.add(RuleId::VideoCaption, element);
    }
}

/// How long sound may play by itself, in seconds (WCAG 2.2, 1.4.2).
const SHORT: f64 = 3.0;

/// Looks whether an element begins to sound by itself, which it does hidden too.
pub(super) fn sound(element: Element, found: &mut Found) {
    let has = |name: &str| element.attribute(name).is_some();
    let plays = matches!(element.name(), "audio" | "video") && has("autoplay");
    if !plays || has("muted") || has("controls") {
        return;
    }
    let src = element.attribute("src").unwrap_or_default();
    let is_short = !has("loop") && seconds(src).is_some_and(|seconds| seconds <= SHORT);
    if !is_short {
        found.add(RuleId::NoAutoplayAudio, element);
    }
}

/// How long a part of a file is, where the address says it: `#t=0,3` (Media Fragments URI 1.0).
fn seconds(address: &str) -> Option<f64> {
    let (_, range) = address.split_once("#t=")?;
    let (from, to) = range.split_once(',')?;
    let from = match from.is_empty() {
        true => 0.0,
        false => from.parse::<f64>().ok()?,
    };
    Some(to.parse::<f64>().ok()? - from)
}
