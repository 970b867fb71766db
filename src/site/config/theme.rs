//! What a theme holds besides its templates' texts: its strings, and which templates there are.

mod strings;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::builtin::{BuiltinTheme, DEFAULT_ROOT, DEFAULT_THEME, Layer};
use super::images::{self, ImageSlot};
use super::reader::{Reader, expected};
use super::site::Site;
use super::tokens::{self, Tokens};
use crate::ids::{ByLanguage, LanguageId};
use crate::source::{File, Snapshot};
use rihla_diagnostics::catalogue::config as say;
use rihla_diagnostics::{Diagnostic, Location, Span, nearest};
use rihla_text::yaml::{Map, Node, Value};

pub use strings::{Phrase, places_in};
use strings::{fallbacks, strings};

/// The settings of a `theme.yaml`.
pub const THEME_KEYS: &[&str] = &["extends", "tokens", "places", "anchors"];

/// What `extends:` may name.
pub(super) const EXTENDS: &[(&str, ())] = &[(DEFAULT_THEME, ())];

/// The style sheet of the default theme.
pub const STYLE: &str = "style.css";
/// What a theme that extends it adds to that, in the same file.
pub const OWN_STYLE: &str = "own.css";
/// The drawings that tokens put in the place of those of the theme.
const LOGO: &str = "logo.svg";
const PATTERN: &str = "pattern.svg";

/// A theme of the site.
#[derive(Debug)]
pub struct Theme {
    /// The name of its folder below `themes/`.
    pub name: Arc<str>,
    /// The strings, for each language of the site in its order.
    strings: ByLanguage<BTreeMap<Arc<str>, Phrase>>,
    /// The keys of those that the program has in each language.
    lent: ByLanguage<BTreeSet<Arc<str>>>,
    /// For each language, that whose strings stand in for those it lacks.
    fallbacks: ByLanguage<Option<LanguageId>>,
    /// The templates: name as templates call it (`news.html`), and file.
    pub templates: Vec<(Arc<str>, Arc<str>)>,
    /// The components: name (`components/card.html`), and file.
    pub components: Vec<(Arc<str>, Arc<str>)>,
    /// The assets: name below `assets/` (`style.css`), and file.
    pub assets: Vec<(Arc<str>, Arc<str>)>,
    /// The slots for images, by name.
    pub slots: Vec<ImageSlot>,
    /// The identifiers that its templates give to parts of pages, to which a text may lead.
    pub anchors: Vec<Arc<str>>,
    /// What stands below it.
    pub builtin: BuiltinTheme,
    /// The default theme, where this one is or extends it: a file that it lacks is there.
    base: Option<Layer>,
    /// How the site, and the theme itself, change its look.
    pub tokens: Tokens,
}

impl Theme {
    /// Reads the theme that the site names.
    pub fn read(
        snapshot: &Snapshot,
        site: &Site,
        builtin: BuiltinTheme,
    ) -> (Option<Self>, Vec<Diagnostic>) {
        let themes: BTreeSet<&str> = snapshot
            .under("themes")
            .filter_map(|file| file.path.split('/').nth(1))
            .collect();
        let is_default = *site.theme == *DEFAULT_THEME;
        if !is_default && !themes.contains(&*site.theme) {
            let known: BTreeSet<&str> = themes.into_iter().chain([DEFAULT_THEME]).collect();
            let known: Vec<&str> = known.into_iter().collect();
            let diagnostic = Diagnostic::new(&say::UNKNOWN_THEME)
                .with("value", &site.theme)
                .meant(site.theme_span, nearest(&site.theme, known.iter().copied()))
                .with("known", known.join(", "))
                .placed(Location::new(super::SITE, site.theme_span));
            return (None, vec![diagnostic]);
        }
        let settings = Settings::read(snapshot, site, builtin, is_default);
        let Settings {
            base,
            slots,
            anchors,
            tokens,
            mut diagnostics,
        } = settings;
        let (strings, lent, problems) = strings(snapshot, site, builtin, base.as_ref());
        diagnostics.extend(problems);
        let files = |folder: &str| files(snapshot, &site.theme, base.as_ref(), folder);
        let components = files("components").into_iter();
        let components = components.map(|(name, path)| (format!("components/{name}").into(), path));
        let mut assets = files("assets");
        for (name, drawing) in [(LOGO, &tokens.logo), (PATTERN, &tokens.pattern)] {
            let Some(drawing) = drawing else { continue };
            let path = &drawing.0;
            if snapshot.get(path).is_none() {
                let file = tokens.path.clone().unwrap_or_else(|| super::SITE.into());
                let drawings = snapshot.iter().map(|file| &*file.path);
                let drawings = drawings.filter(|path| path.ends_with(".svg"));
                diagnostics.push(tokens::missing(&file, drawing, drawings));
                continue;
            }
            assets.retain(|(known, _)| **known != *name);
            assets.push((name.into(), path.clone()));
        }
        assets.sort();
        let theme = Self {
            name: site.theme.clone(),
            strings,
            lent,
            fallbacks: fallbacks(site),
            templates: files("templates"),
            components: components.collect(),
            assets,
            slots,
            anchors,
            builtin,
            base,
            tokens,
        };
        (Some(theme), diagnostics)
    }

    /// A file of the theme by its path, as [`Theme::templates`] and the others have it: one of the site,
    /// or of the default theme.
    pub fn file<'f>(&'f self, snapshot: &'f Snapshot, path: &str) -> Option<&'f File> {
        let base = || self.base.as_ref()?.get(path);
        snapshot.get(path).or_else(base)
    }

    /// The text of such a file.
    pub fn text<'f>(&'f self, snapshot: &'f Snapshot, path: &str) -> Option<&'f Arc<str>> {
        self.file(snapshot, path)?.text()
    }

    /// Whether it is, or extends, the default theme.
    pub fn extends(&self) -> bool {
        self.base.is_some()
    }

    /// The default theme, where this one is or extends it.
    pub fn base(&self) -> Option<&Layer> {
        self.base.as_ref()
    }

    /// The names of the templates and components that the theme below it has.
    pub fn below(&self) -> impl Iterator<Item = &str> {
        let files = self.base.iter().flat_map(Layer::iter);
        files.filter_map(|(name, _)| match name.split_once('/') {
            Some(("components", _)) => Some(name),
            Some(("templates", inside)) => Some(inside),
            _ => None,
        })
    }

    /// The path of an asset, by its name below `assets/`.
    pub fn asset(&self, name: &str) -> Option<&Arc<str>> {
        let found = self.assets.iter().find(|(known, _)| **known == *name);
        found.map(|(_, path)| path)
    }

    /// A string for readers of a language, and the language in which it is: another one where a
    /// partial language borrows it.
    pub fn phrase(&self, language: LanguageId, key: &str) -> Option<(&Phrase, LanguageId)> {
        let languages = [
            Some(language),
            self.fallbacks.get(language).copied().flatten(),
        ];
        languages
            .into_iter()
            .flatten()
            .find_map(|language| Some((self.strings.get(language)?.get(key)?, language)))
    }

    /// Whether the program has a string in a language, whatever the site says.
    pub fn lends(&self, language: LanguageId, key: &str) -> bool {
        self.lent
            .get(language)
            .is_some_and(|keys| keys.contains(key))
    }

    /// The keys of all strings for readers of a language, in order.
    pub fn keys(&self, language: LanguageId) -> impl Iterator<Item = &str> {
        let languages = [
            Some(language),
            self.fallbacks.get(language).copied().flatten(),
        ];
        let strings = languages.into_iter().flatten();
        let strings = strings.filter_map(|language| self.strings.get(language));
        let keys: BTreeSet<&str> = strings
            .flat_map(|strings| strings.keys().map(|key| &**key))
            .collect();
        keys.into_iter()
    }

    /// The slot for images with a name.
    pub fn slot(&self, name: &str) -> Option<&ImageSlot> {
        self.slots.iter().find(|slot| *slot.name == *name)
    }

    /// Whether a part of its pages has an identifier.
    pub fn has_anchor(&self, id: &str) -> bool {
        self.anchors.iter().any(|known| **known == *id)
    }

    /// Whether the theme has a template of this name.
    pub fn has_template(&self, name: &str) -> bool {
        self.templates.iter().any(|(known, _)| **known == *name)
    }
}

/// The files of a theme below one of its folders, by name: name, and path. One of the site's folder
/// goes before that of the theme below.
fn files(
    snapshot: &Snapshot,
    theme: &str,
    base: Option<&Layer>,
    folder: &str,
) -> Vec<(Arc<str>, Arc<str>)> {
    let root = format!("themes/{theme}/{folder}");
    let below = base.into_iter().flat_map(|base| base.under(folder));
    let below = below.map(|(name, path)| (Arc::from(name), path.clone()));
    let own = snapshot.under(&root).map(|file| {
        let name = file.path[root.len()..].trim_start_matches('/');
        (Arc::from(name), file.path.clone())
    });
    let all: BTreeMap<Arc<str>, Arc<str>> = below.chain(own).collect();
    all.into_iter().collect()
}

/// What `theme.yaml` says: that of the theme, over that of the default theme where it extends this.
struct Settings {
    base: Option<Layer>,
    slots: Vec<ImageSlot>,
    anchors: Vec<Arc<str>>,
    tokens: Tokens,
    diagnostics: Vec<Diagnostic>,
}

impl Settings {
    fn read(snapshot: &Snapshot, site: &Site, builtin: BuiltinTheme, is_default: bool) -> Self {
        let path: Arc<str> = format!("themes/{}/theme.yaml", site.theme).into();
        let mut reader = Reader::new(&path, Vec::new());
        let node = snapshot.text(&path).and_then(|text| {
            let (node, problems) = rihla_text::yaml::parse(&path, text, Span::new(0, text.len()));
            reader.diagnostics.extend(problems);
            node
        });
        // A file of comments alone says nothing.
        let said = node
            .as_ref()
            .filter(|node| !matches!(node.value, Value::Null));
        let map = said.and_then(|node| reader.map("theme.yaml", node));
        let mut extends = is_default || site.extends;
        let mut tokens = Tokens::default();
        if let Some(map) = map {
            reader.only(map, THEME_KEYS);
            extends |= reader.choice_of(map, "extends", EXTENDS).is_some();
            tokens = Tokens::read(&mut reader, map);
        }
        let tokens = site.tokens.over(tokens);
        let mut slots = images::slots(&mut reader, map);
        let mut anchors = anchors(&mut reader, map);
        unused_slots(&mut reader, map, &slots, snapshot, site);
        let mut diagnostics = reader.diagnostics;
        let base = extends.then(|| builtin.default_theme());
        if let Some(base) = &base {
            let path: Arc<str> = format!("{DEFAULT_ROOT}/theme.yaml").into();
            let mut reader = Reader::new(&path, Vec::new());
            let node = base
                .get(&path)
                .and_then(File::text)
                .and_then(|text| rihla_text::yaml::parse(&path, text, Span::new(0, text.len())).0);
            let below = match node.as_ref().map(|node| &node.value) {
                Some(Value::Map(map)) => Some(map),
                _ => None,
            };
            let is_own = |name: &str| {
                let places = map.and_then(|map| map.get("places"));
                matches!(places.map(|node| &node.value), Some(Value::Map(own)) if own.get(name).is_some())
            };
            let own = std::mem::replace(&mut slots, images::slots(&mut reader, below));
            for slot in own {
                match slots.iter_mut().find(|known| known.name == slot.name) {
                    Some(known) if is_own(&slot.name) => *known = slot,
                    Some(_) => {}
                    None => slots.push(slot),
                }
            }
            slots.sort_by(|a, b| a.name.cmp(&b.name));
            anchors.extend(self::anchors(&mut reader, below));
            debug_assert!(reader.diagnostics.is_empty(), "{:?}", reader.diagnostics);
        } else if tokens != Tokens::default() {
            // Nothing reads them.
            let file = tokens.path.clone().unwrap_or_else(|| path.clone());
            diagnostics
                .push(Diagnostic::on_file(&say::TOKENS_UNUSED, file).with("theme", &site.theme));
        }
        Self {
            base,
            slots,
            anchors,
            tokens,
            diagnostics,
        }
    }
}

/// The anchors that a `theme.yaml` declares.
fn anchors(reader: &mut Reader, map: Option<&Map>) -> Vec<Arc<str>> {
    let anchors = map.and_then(|map| map.get("anchors"));
    let anchors = anchors.map_or(&[][..], |node| reader.list("anchors", node));
    let anchors = anchors.iter();
    anchors.filter_map(|node| anchor(reader, node)).collect()
}

/// Tells the places for images that the theme declares and no file of it names.
fn unused_slots(
    reader: &mut Reader,
    map: Option<&Map>,
    slots: &[ImageSlot],
    snapshot: &Snapshot,
    site: &Site,
) {
    let declared = map.and_then(|map| map.get("places"));
    let Some(Value::Map(declared)) = declared.map(|node| &node.value) else {
        return;
    };
    let root = format!("themes/{}", site.theme);
    let is_template = |path: &str| path.ends_with(".html") || path.ends_with(".xml");
    for (key, _) in declared.iter() {
        let name = &key.name;
        let mut texts = snapshot
            .under(&root)
            .filter(|file| is_template(&file.path))
            .filter_map(|file| snapshot.text(&file.path));
        let is_named = |text: &Arc<str>| {
            ['"', '\'', '`']
                .iter()
                .any(|mark| text.contains(&format!("{mark}{name}{mark}")))
        };
        // Of a place that is wrong something was told.
        let is_read = slots.iter().any(|slot| *slot.name == **name);
        if is_read && !images::is_of_every_theme(name) && !texts.any(is_named) {
            let finding = Diagnostic::new(&say::PLACE_UNUSED).with("name", name);
            reader.report(finding, key.span);
        }
    }
}

/// The identifier of a part of a page (HTML, section 3.2.6: no space in it).
fn anchor(reader: &mut Reader, node: &Node) -> Option<Arc<str>> {
    let text = reader.text("anchors", node).unwrap_or_default();
    let is_id = |id: &str| !id.is_empty() && !id.contains(char::is_whitespace);
    if is_id(&text) && !text.starts_with('#') {
        return Some(text);
    }
    let meant = Some(text.trim_start_matches('#')).filter(|id| is_id(id));
    let finding = Diagnostic::new(&say::WRONG_KIND)
        .with("key", "anchors")
        .with("expected", expected::ANCHOR)
        .with_some("example", meant);
    let finding = match meant {
        Some(meant) => finding.replace(node.span, meant),
        None => finding,
    };
    reader.report(finding, node.span);
    None
}
