//! Pictures: what is shown where, and what has to be made for it.
//!
//! Both follow from the query and the site alone, so that whoever holds the queries of a
//! page knows what must be there for it, whether the page was rendered or cached.

use std::sync::Arc;

use tera::Value;

use super::value::{map, plain};
use super::{Query, Site};
use crate::site::picture::{self, Derivative, Derivatives, Focus};
use crate::site::plan::{Page, PageKind};
use crate::site::source::Body;

/// A file that has to be made for a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Request {
    /// A smaller picture.
    Picture(Derivative),
    /// The title of a page, drawn.
    Sharing(Sharing),
}

impl Request {
    /// The file in the output. Its name tells what is in it.
    pub fn output(&self) -> &Arc<str> {
        match self {
            Self::Picture(derivative) => &derivative.output,
            Self::Sharing(sharing) => &sharing.output,
        }
    }
}

/// What a picture for sharing shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sharing {
    /// The file in the output.
    pub output: Arc<str>,
    /// The address of the page, without the base.
    pub page: Arc<str>,
    /// The title, as the page's language sets it.
    pub title: Arc<str>,
    /// The name of the site.
    pub site: Arc<str>,
    /// What the page belongs to: the title of its collection; empty where it has none.
    pub section: Arc<str>,
    /// The number of the page's language.
    pub language: usize,
}

/// The template of pictures for sharing that a theme may have.
pub const SHARING_TEMPLATE: &str = "sharing.svg";
/// The one of every theme that has none.
pub const SHARING_BUILTIN: &str = include_str!("../../builtin/sharing.svg");

impl Site {
    /// What has to be made so that the answer to a query holds.
    pub fn requests(&self, query: &Query) -> Vec<Request> {
        match query {
            Query::Picture { file, place, focus } => {
                let Some(derivatives) = self.derivatives(file, place, *focus) else {
                    return Vec::new();
                };
                let choices = derivatives.choices.into_iter();
                choices
                    .flat_map(|(_, files)| files)
                    .chain([derivatives.fallback])
                    .map(Request::Picture)
                    .collect()
            }
            Query::Sharing(address) => {
                let sharing = self.sharing(address);
                sharing.into_iter().map(Request::Sharing).collect()
            }
            _ => Vec::new(),
        }
    }

    fn derivatives(&self, path: &str, place: &str, focus: Option<Focus>) -> Option<Derivatives> {
        let file = self.snapshot.get(path)?;
        let place = self.config.theme.place(place)?;
        let is_brief = self.plan.brief.contains(path);
        picture::derivatives(file, place, focus, &self.config.site.pictures, is_brief)
    }

    /// `{src, width, height, sizes, sources: [{type, srcset}]}`; without `sizes` and `sources`
    /// where the picture is published as it is; none where there is no such picture.
    pub(super) fn picture(&self, path: &str, place: &str, focus: Option<Focus>) -> Value {
        let Some(derivatives) = self.derivatives(path, place, focus) else {
            return self.as_it_is(path);
        };
        let sources: Vec<Value> = derivatives
            .choices
            .iter()
            .map(|(format, files)| {
                let candidates: Vec<String> = files
                    .iter()
                    .map(|file| {
                        let address = self.routes.url(&file.output);
                        format!("{address} {}w", file.target.width)
                    })
                    .collect();
                map([
                    ("type", Value::from(format.mime())),
                    ("srcset", Value::from(candidates.join(", "))),
                ])
            })
            .collect();
        let sizes = self.config.theme.place(place).map(|place| &place.sizes);
        map([
            (
                "src",
                Value::from(self.routes.url(&derivatives.fallback.output)),
            ),
            ("width", Value::from(derivatives.width)),
            ("height", Value::from(derivatives.height)),
            ("sizes", plain(sizes)),
            ("sources", Value::from(sources)),
        ])
    }

    /// A drawing, an animation: `{src, width, height, sizes: none, sources: []}`.
    fn as_it_is(&self, path: &str) -> Value {
        let file = self.file(path);
        let Some(file) = file.as_map() else {
            return Value::none();
        };
        let mut value = file.clone();
        value.insert("sizes".into(), Value::none());
        value.insert("sources".into(), Value::from(Vec::<Value>::new()));
        Value::from(value)
    }

    /// The size of a published file, in pixels, as it is seen.
    pub(super) fn size_of(&self, path: &str) -> Option<(u32, u32)> {
        match self.snapshot.get(path).map(|file| &file.body) {
            Some(Body::Blob(blob)) => blob.header.size(),
            _ => self.plan.assets.of_file(path).and_then(|asset| asset.size),
        }
    }

    /// `{src, width, height, alt}`, the address with scheme and host: the picture that other
    /// sites show of a page; none where it has none.
    pub(super) fn sharing_value(&self, address: &str) -> Value {
        let Some(sharing) = self.sharing(address) else {
            return Value::none();
        };
        let alt = match *sharing.title == *sharing.site {
            true => sharing.title.to_string(),
            false => format!("{} – {}", sharing.title, sharing.site),
        };
        map([
            ("src", Value::from(self.routes.absolute(&sharing.output))),
            ("width", Value::from(rihla_image::sharing::WIDTH)),
            ("height", Value::from(rihla_image::sharing::HEIGHT)),
            ("type", Value::from("image/png")),
            ("alt", Value::from(alt)),
        ])
    }

    /// What is drawn for the page at an address. Only what a reader may come to by a link that
    /// is passed on has a picture: home pages, entries, and the first page of a list.
    fn sharing(&self, address: &str) -> Option<Sharing> {
        if !self.config.site.pictures.sharing {
            return None;
        }
        let page = self.plan.page(address)?;
        let is_shared = matches!(
            page.kind,
            PageKind::Home(_) | PageKind::Entry(_) | PageKind::List(_, 1)
        );
        if !is_shared || self.is_noindex(page) {
            return None;
        }
        let title = self.title_of(page)?;
        if !rihla_image::sharing::can_set(&title) {
            return None;
        }
        let language = &self.config.site.languages[page.language];
        let site = self.config.site.title.get(&language.tag).cloned()?;
        let section = self.section_of(page).unwrap_or_default();
        let template = self.snapshot.text(&format!(
            "themes/{}/templates/{SHARING_TEMPLATE}",
            self.config.theme.name
        ));
        let mut hasher = blake3::Hasher::new();
        hasher.update(&rihla_image::VERSION.to_le_bytes());
        for text in [
            template.map_or(SHARING_BUILTIN, |text| text),
            &*title,
            &*site,
            &*section,
            &*language.tag,
            language.direction.as_str(),
        ] {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        }
        let digest = hasher.finalize().to_hex();
        Some(Sharing {
            output: format!("assets/sharing-{}.{}.png", language.prefix, &digest[..16]).into(),
            page: page.address.clone(),
            title,
            site,
            section,
            language: page.language,
        })
    }

    /// The title of the collection of an entry.
    fn section_of(&self, page: &Page) -> Option<Arc<str>> {
        let PageKind::Entry(number) = page.kind else {
            return None;
        };
        let collection = &self.config.collections[self.graph.entries[number].collection];
        let tag = &self.config.site.languages[page.language].tag;
        match collection.builtin {
            true => None,
            false => collection.title.get(tag).cloned(),
        }
    }
}
