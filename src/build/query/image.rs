//! Images: what is shown where, and what has to be made for it.
//!
//! Both follow from the query and the site alone, so that whoever holds the queries of a
//! page knows what must be there for it, whether the page was rendered or cached.

use std::sync::Arc;

use tera::Value;

use super::value::{map, plain};
use super::{Query, Site};
use rihla_site::ids::LanguageId;
use rihla_site::plan::{Page, PageKind};
use rihla_site::source::Body;
use rihla_site::variant::{self, Focus, ImageVariant, ImageVariants};

/// A file that has to be made for a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Request {
    /// A variant of an image.
    Image(ImageVariant),
    /// The title of a page, drawn.
    SocialCard(SocialCard),
}

impl Request {
    /// The file in the output. Its name tells what is in it.
    pub fn output(&self) -> &Arc<str> {
        match self {
            Self::Image(variant) => &variant.output,
            Self::SocialCard(social_card) => &social_card.output,
        }
    }
}

/// What a social card shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SocialCard {
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
    pub language: LanguageId,
}

/// The template of social cards that a theme may have.
pub const SOCIAL_CARD_TEMPLATE: &str = "sharing.svg";

impl Site {
    /// What has to be made so that the answer to a query holds.
    pub fn requests(&self, query: &Query) -> Vec<Request> {
        match query {
            Query::Image { file, slot, focus } => {
                let Some(variants) = self.variants(file, slot, *focus) else {
                    return Vec::new();
                };
                let choices = variants.choices.into_iter();
                choices
                    .flat_map(|(_, files)| files)
                    .chain([variants.fallback])
                    .map(Request::Image)
                    .collect()
            }
            Query::SocialCard(address) => {
                let social_card = self.social_card(address);
                social_card.into_iter().map(Request::SocialCard).collect()
            }
            _ => Vec::new(),
        }
    }

    fn variants(&self, path: &str, slot: &str, focus: Option<Focus>) -> Option<ImageVariants> {
        let file = self.snapshot.get(path)?;
        let slot = self.config.theme.slot(slot)?;
        let is_brief = self.plan.brief.contains(path);
        variant::variants(file, slot, focus, &self.config.site.images, is_brief)
    }

    /// `{src, width, height, sizes, sources: [{type, srcset}]}`; without `sizes` and `sources`
    /// where the image is published as it is; none where there is no such image.
    pub(super) fn image(&self, path: &str, slot: &str, focus: Option<Focus>) -> Value {
        let Some(variants) = self.variants(path, slot, focus) else {
            return self.as_it_is(path);
        };
        let sources: Vec<Value> = variants
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
        let sizes = self.config.theme.slot(slot).map(|slot| &slot.sizes);
        map([
            (
                "src",
                Value::from(self.routes.url(&variants.fallback.output)),
            ),
            ("width", Value::from(variants.width)),
            ("height", Value::from(variants.height)),
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

    /// `{src, width, height, alt}`, the address with scheme and host: the image that other
    /// sites show of a page; none where it has none.
    pub(super) fn social_card_value(&self, address: &str) -> Value {
        let Some(social_card) = self.social_card(address) else {
            return Value::none();
        };
        let alt = match *social_card.title == *social_card.site {
            true => social_card.title.to_string(),
            false => format!("{} – {}", social_card.title, social_card.site),
        };
        map([
            (
                "src",
                Value::from(self.routes.absolute(&social_card.output)),
            ),
            ("width", Value::from(rihla_image::social_card::WIDTH)),
            ("height", Value::from(rihla_image::social_card::HEIGHT)),
            ("type", Value::from("image/png")),
            ("alt", Value::from(alt)),
        ])
    }

    /// What is drawn for the page at an address. Only what a reader may come to by a link that
    /// is passed on has an image: home pages, entries, and the first page of a list.
    fn social_card(&self, address: &str) -> Option<SocialCard> {
        if !self.config.site.images.social_cards {
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
        if !rihla_image::social_card::can_set(&title) {
            return None;
        }
        let language = &self.config.site.languages[page.language];
        let site = self.config.site.title.get(&language.tag).cloned()?;
        let section = self.section_of(page).unwrap_or_default();
        let theme = &self.config.theme;
        let mut templates = theme.templates.iter();
        let template = templates.find(|(name, _)| **name == *SOCIAL_CARD_TEMPLATE);
        let template = template.and_then(|(_, path)| theme.text(&self.snapshot, path));
        let mut hasher = blake3::Hasher::new();
        hasher.update(&rihla_image::VERSION.to_le_bytes());
        for text in [
            template.map_or_else(|| self.config.theme.builtin.social_card(), |text| &**text),
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
        Some(SocialCard {
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
