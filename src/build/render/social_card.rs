//! The images that other sites show of a page: its title, set and drawn.

use tera::{Context, Tera, Value};

use crate::query::{SOCIAL_CARD_TEMPLATE, SocialCard, map};
use crate::trace::Tracked;
use rihla_diagnostics::catalogue::template as say;
use rihla_diagnostics::{Diagnostic, Location};
use rihla_text::language::Direction;

use super::bounded::{self, Out, Woven, bounded};
use rihla_image::social_card::{HEIGHT, WIDTH, draw, wrap};

/// The sizes of the font that are tried for a title, in pixels.
const SIZES: &[u32] = &[76, 68, 60, 52, 46, 40];
/// How many lines a title has at most.
const LINES: usize = 4;
/// What is free on the left and on the right, in pixels.
const MARGIN: u32 = 80;
/// Around which height the lines stand, in pixels from above.
const MIDDLE: f64 = 320.0;

/// Draws social cards by the theme's template, or by the one of every theme.
///
/// The template is given what stands in [`SocialCard`] and nothing else: there are no functions in
/// it, so that its image follows from what its name was made from.
pub struct Drawer {
    tera: Tera,
    site: Tracked,
    /// Of the template; the built-in one has none.
    place: Option<Location>,
}

impl Drawer {
    /// Reads the template.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(site: &Tracked) -> Result<Self, Box<Diagnostic>> {
        let own = site
            .templates()
            .find(|(name, ..)| ***name == *SOCIAL_CARD_TEMPLATE)
            .and_then(|(_, path, text)| Some((path, text?)));
        let mut drawer = Self {
            tera: Tera::new(),
            site: site.clone(),
            place: own.map(|(path, _)| Location::file(path.clone())),
        };
        drawer.tera.autoescape_on(vec![".svg"]);
        bounded::register(&mut drawer.tera);
        let text = own.map_or_else(|| site.builtin().social_card(), |(_, text)| text);
        let counted = Woven::new(text).text;
        // What is wrong is told of the template as it is written.
        let mut add = |text| drawer.tera.add_raw_template(SOCIAL_CARD_TEMPLATE, text);
        match add(text).and_then(|()| add(&counted)) {
            Ok(()) => Ok(drawer),
            Err(error) => Err(drawer.wrong(&error.to_string())),
        }
    }

    fn wrong(&self, detail: &str) -> Box<Diagnostic> {
        let detail = detail.lines().next().unwrap_or_default().to_owned();
        let mut diagnostic = Diagnostic::new(&say::SOCIAL_CARD).with("detail", detail);
        diagnostic.place = self.place.clone();
        Box::new(diagnostic)
    }

    /// The image, as PNG.
    ///
    /// # Errors
    /// What is wrong with the template, or with the drawing that it makes.
    pub fn draw(&self, social_card: &SocialCard) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut svg = Vec::new();
        let context = context(&self.site, social_card);
        let out = Out(&mut svg);
        bounded(|| self.tera.render_to(SOCIAL_CARD_TEMPLATE, &context, out)).map_err(|error| {
            let limit = bounded::exceeded().map(|limit| limit.to_string());
            self.wrong(&limit.unwrap_or_else(|| error.to_string()))
        })?;
        let svg = String::from_utf8_lossy(&svg);
        draw(&svg).map_err(|detail| self.wrong(&detail))
    }
}

fn context(site: &Tracked, social_card: &SocialCard) -> Context {
    let language = &site.settings().languages[social_card.language];
    let is_left = language.direction == Direction::Ltr;
    // The drawing takes every line to run from the left; a line that does not says so itself
    // (UAX #9, RLE and PDF).
    let set = |text: &str| match is_left {
        true => text.to_owned(),
        false => format!("\u{202b}{text}\u{202c}"),
    };
    let wrapped = wrap(&social_card.title, WIDTH - 2 * MARGIN, SIZES, LINES);
    let (size, lines) = wrapped.map_or((40, Vec::new()), |wrapped| (wrapped.size, wrapped.lines));
    let height = f64::from(size) * 1.22;
    let top = MIDDLE - height * lines.len() as f64 / 2.0 + f64::from(size) * 0.86;
    let lines: Vec<Value> = lines
        .iter()
        .enumerate()
        .map(|(number, line)| {
            map([
                ("text", Value::from(set(line))),
                (
                    "y",
                    Value::from((top + height * number as f64).round() as u64),
                ),
            ])
        })
        .collect();
    let mut context = Context::new();
    for (name, value) in [
        ("title", Value::from(&*social_card.title)),
        ("lines", Value::from(lines)),
        ("size", Value::from(size)),
        ("site", Value::from(set(&social_card.site))),
        (
            "section",
            Value::from(match social_card.section.is_empty() {
                true => String::new(),
                false => set(&social_card.section),
            }),
        ),
        ("language", Value::from(&*language.tag)),
        ("direction", Value::from(language.direction.as_str())),
        ("anchor", Value::from(if is_left { "start" } else { "end" })),
        (
            "start",
            Value::from(if is_left { MARGIN } else { WIDTH - MARGIN }),
        ),
        ("width", Value::from(WIDTH)),
        ("height", Value::from(HEIGHT)),
    ] {
        context.insert_value(name, value);
    }
    context
}
