//! Files that are published under a name that changes with their content.
//!
//! `style.css` becomes `assets/style.<digest>.css`, so that a browser may keep it for a year.
//! The addresses in a style sheet (`url()`, `@import`, CSS Values 4 section 4.5) follow.

use std::collections::BTreeMap;
use std::sync::Arc;

use cssparser::{ParseError, Parser, ParserInput, Token};

use crate::config::{Config, DEFAULT_ROOT, OWN_STYLE, STYLE, Theme};
use crate::source::{Body, File, Snapshot};
use rihla_diagnostics::catalogue::plan as say;
use rihla_diagnostics::{Diagnostic, Span, nearest};
use rihla_text::language::slug;
use rihla_text::url::{decoded, encoded};

/// How many hexadecimal digits of the digest a name carries.
const DIGITS: usize = 12;

/// A file with a fingerprint.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The file in the output.
    pub output: Arc<str>,
    /// The file in the site.
    pub source: Arc<str>,
    /// What is written.
    pub content: AssetContent,
    /// Of a drawing, its size in pixels, where it has one.
    pub size: Option<(u32, u32)>,
}

/// What an asset holds.
#[derive(Clone, Debug)]
pub enum AssetContent {
    /// The file as it is.
    Copy,
    /// A style sheet whose addresses were replaced, or a drawing that was cleaned.
    Text(Arc<str>),
}

/// All files with a fingerprint, by source.
#[derive(Debug, Default)]
pub struct Assets {
    by_source: BTreeMap<Arc<str>, Asset>,
    /// Those of the theme: name below `assets/`, and source.
    of_theme: BTreeMap<Arc<str>, Arc<str>>,
}

impl Assets {
    /// The assets of the theme, and the given files of the content.
    pub fn new(
        snapshot: &Snapshot,
        config: &Config,
        content: &[&Arc<str>],
    ) -> (Self, Vec<Diagnostic>) {
        let mut assets = Self {
            by_source: BTreeMap::new(),
            of_theme: config.theme.assets.iter().cloned().collect(),
        };
        let mut diagnostics = Vec::new();
        for path in content {
            if let Some(file) = snapshot.get(path) {
                if let Body::Text(text) = &file.body
                    && is_drawing(path)
                {
                    assets.drawing(file, text, &mut diagnostics);
                    continue;
                }
                let name = path.rsplit('/').next().unwrap_or(path);
                assets.add(
                    file,
                    output_name(name, &file.digest.short(DIGITS)),
                    AssetContent::Copy,
                );
            }
        }
        let theme = &config.theme;
        let theirs = theme.assets.iter();
        let theirs: Vec<(&str, &File)> = theirs
            .filter_map(|(name, path)| Some((&**name, theme.file(snapshot, path)?)))
            .collect();
        for (name, file) in theirs.iter().filter(|(name, _)| !name.ends_with(".css")) {
            let is_own = is_of_a_theme(&file.path);
            match &file.body {
                // What a token names lies among the texts or the files, and is held to what they are.
                Body::Text(text) if !is_own => assets.drawing(file, text, &mut diagnostics),
                // The files of the default theme are on no disk.
                Body::Text(text) if file.path.starts_with(DEFAULT_ROOT) => {
                    let content = AssetContent::Text(text.clone());
                    assets.add_own(name, file, &file.digest.short(DIGITS), content);
                }
                _ => {
                    let digest = file.digest.short(DIGITS);
                    assets.add_own(name, file, &digest, AssetContent::Copy);
                }
            }
        }
        let sheets = theirs.iter().filter(|(name, _)| name.ends_with(".css"));
        for (name, _) in sheets.filter(|(name, _)| !theme.extends() || *name != OWN_STYLE) {
            assets.style(snapshot, theme, name, &mut Vec::new(), &mut diagnostics);
        }
        (assets, diagnostics)
    }

    /// An asset of the theme by its name below `assets/`.
    pub fn of_theme(&self, name: &str) -> Option<&Asset> {
        self.by_source.get(self.of_theme.get(name)?)
    }

    /// A published file by its path in the site.
    pub fn of_file(&self, path: &str) -> Option<&Asset> {
        self.by_source.get(path)
    }

    /// The names of the theme's assets.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.of_theme.iter();
        let names = names.filter(|(_, path)| self.by_source.contains_key(*path));
        names.map(|(name, _)| &**name)
    }

    /// All assets, each output once, ordered by source.
    pub fn iter(&self) -> impl Iterator<Item = &Asset> {
        let mut outputs = std::collections::BTreeSet::new();
        self.by_source
            .values()
            .filter(move |asset| outputs.insert(asset.output.clone()))
    }

    fn add(&mut self, file: &File, output: String, content: AssetContent) {
        self.by_source.insert(
            file.path.clone(),
            Asset {
                output: output.into(),
                source: file.path.clone(),
                content,
                size: None,
            },
        );
    }

    /// A drawing of the content, without what does more than draw.
    fn drawing(&mut self, file: &File, text: &str, diagnostics: &mut Vec<Diagnostic>) {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        let Some(drawing) = rihla_media::svg::clean(text) else {
            diagnostics.push(
                Diagnostic::on_file(&say::DRAWING_DAMAGED, file.path.clone()).with("file", name),
            );
            return;
        };
        if !drawing.removed.is_empty() {
            let removed: Vec<&str> = drawing.removed.iter().map(|name| &**name).collect();
            diagnostics.push(
                Diagnostic::on_file(&say::DRAWING_CLEANED, file.path.clone())
                    .with("file", name)
                    .with("removed", removed.join(", ")),
            );
        }
        let digest = blake3::hash(drawing.text.as_bytes()).to_hex();
        let asset = Asset {
            output: output_name(name, &digest[..DIGITS]).into(),
            source: file.path.clone(),
            content: AssetContent::Text(drawing.text.into()),
            size: drawing.size,
        };
        self.by_source.insert(file.path.clone(), asset);
    }

    fn add_own(&mut self, name: &str, file: &File, digest: &str, content: AssetContent) {
        let output = match name.rsplit_once('/') {
            Some((folder, name)) => {
                let name = output_name(name, digest);
                format!("assets/{folder}/{}", name.trim_start_matches("assets/"))
            }
            None => output_name(name, digest),
        };
        self.add(file, output, content);
    }

    /// A style sheet of the theme, after those that it imports.
    ///
    /// To that of the default theme is added what the tokens say, and what the theme that extends it says
    /// in a file of its own: a page asks for one file.
    fn style(
        &mut self,
        snapshot: &Snapshot,
        theme: &Theme,
        name: &str,
        open: &mut Vec<Arc<str>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let find = |name: &str| theme.file(snapshot, theme.asset(name)?);
        let Some(file) = find(name) else {
            return;
        };
        if self.by_source.contains_key(&file.path) {
            return;
        }
        let Some(text) = file.text() else {
            return;
        };
        open.push(file.path.clone());
        let sheet = Sheet { file, name };
        let mut out = self.with_addresses(snapshot, theme, sheet, text, open, diagnostics);
        if theme.extends() && name == STYLE {
            let tokens = theme.tokens.css();
            out += &self.with_addresses(snapshot, theme, sheet, &tokens, open, diagnostics);
            if let Some(own) = find(OWN_STYLE)
                && let Some(text) = own.text()
            {
                let sheet = Sheet {
                    file: own,
                    name: OWN_STYLE,
                };
                out += &self.with_addresses(snapshot, theme, sheet, text, open, diagnostics);
            }
        }
        open.pop();
        let digest = blake3::hash(out.as_bytes()).to_hex();
        self.add_own(
            name,
            file,
            &digest[..DIGITS],
            AssetContent::Text(out.into()),
        );
    }

    /// A text of a style sheet with the addresses that its files have in the site.
    fn with_addresses(
        &mut self,
        snapshot: &Snapshot,
        theme: &Theme,
        sheet: Sheet,
        text: &str,
        open: &mut Vec<Arc<str>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> String {
        let Sheet { file, name } = sheet;
        let folder = crate::graph::folder_of(&file.path);
        let own_folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let depth = own_folder
            .split('/')
            .filter(|part| !part.is_empty())
            .count();
        let mut out = String::with_capacity(text.len() + 64);
        let mut copied = 0;
        for (span, address) in addresses(text) {
            let path = address.split(['?', '#']).next().unwrap_or_default();
            let is_elsewhere = path.is_empty() || path.contains(':') || path.starts_with('/');
            if is_elsewhere {
                continue;
            }
            let wanted = decoded(path);
            // A file of the theme, whichever theme has it; else one of the site.
            let wanted_name = crate::graph::relative(own_folder, &wanted);
            let known = wanted_name.filter(|name| theme.asset(name).is_some());
            let target = match &known {
                Some(name) => theme.asset(name).cloned(),
                None => crate::graph::relative(folder, &wanted).map(Arc::from),
            };
            if let (Some(name), Some(target)) = (&known, &target)
                && name.ends_with(".css")
            {
                if open.contains(target) {
                    diagnostics.push(
                        Diagnostic::at(&say::STYLE_LOOP, file.path.clone(), span)
                            .with("value", &address),
                    );
                    continue;
                }
                self.style(snapshot, theme, name, open, diagnostics);
            }
            let Some(asset) = target.and_then(|path| self.by_source.get(&path)) else {
                let near = nearest(path, self.names()).map(str::to_owned);
                diagnostics.push(
                    Diagnostic::at(&say::STYLE_URL, file.path.clone(), span)
                        .with("value", &address)
                        .with_some("nearest", near),
                );
                continue;
            };
            out.push_str(&text[copied..span.start]);
            out.push_str("url(\"");
            out.push_str(&"../".repeat(depth));
            let output = asset.output.strip_prefix("assets/");
            out.push_str(&encoded(output.unwrap_or(&asset.output)));
            out.push_str(&address[path.len()..]);
            out.push_str("\")");
            copied = span.end;
        }
        out.push_str(&text[copied..]);
        out
    }
}

/// A style sheet of a theme: its file, and its name below `assets/`.
#[derive(Clone, Copy)]
struct Sheet<'f> {
    file: &'f File,
    name: &'f str,
}

/// Whether a file lies in a theme: one of the site, or that of the program.
fn is_of_a_theme(path: &str) -> bool {
    path.starts_with("themes/") || path.starts_with(DEFAULT_ROOT)
}

/// Whether a file is a drawing in SVG, by its name: its bytes are text.
fn is_drawing(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("svg"))
}

/// `assets/<name>.<digest>.<ext>`, in characters that every host takes.
fn output_name(name: &str, digest: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => {
            let stem = slug(stem);
            let stem = if stem.is_empty() { "file" } else { &stem };
            format!("assets/{stem}.{digest}.{}", extension.to_lowercase())
        }
        None => format!("assets/{}.{digest}", slug(name)),
    }
}

/// The addresses of a style sheet: the range of the whole `url(…)` or string, and the address.
fn addresses(text: &str) -> Vec<(Span, String)> {
    let mut input = ParserInput::new(text);
    let mut parser = Parser::new(&mut input);
    let mut found = Vec::new();
    collect(&mut parser, &mut found);
    found
}

fn collect(parser: &mut Parser, found: &mut Vec<(Span, String)>) {
    let mut importing = false;
    loop {
        let start = parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else {
            break;
        };
        let end = parser.position().byte_index();
        match token {
            Token::AtKeyword(name) => importing = name.eq_ignore_ascii_case("import"),
            Token::UnquotedUrl(address) => found.push((Span::new(start, end), address.to_string())),
            Token::QuotedString(address) if importing => {
                found.push((Span::new(start, end), address.to_string()));
                importing = false;
            }
            Token::Function(name) if name.eq_ignore_ascii_case("url") => {
                let address: Result<String, ParseError<()>> = parser.parse_nested_block(|inner| {
                    let address = inner.expect_string()?.to_string();
                    while inner.next().is_ok() {}
                    Ok(address)
                });
                if let Ok(address) = address {
                    found.push((Span::new(start, parser.position().byte_index()), address));
                }
            }
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => {
                importing = false;
                let _: Result<(), ParseError<()>> = parser.parse_nested_block(|inner| {
                    collect(inner, found);
                    Ok(())
                });
            }
            Token::Semicolon => importing = false,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_a_style_sheet() {
        let css = "@import \"a.css\" layer(x);\n@media print { b { background: url(c.svg) } }\n\
                   @font-face { src: url('d.woff2') format(\"woff2\") } e::before { content: \"url(f)\" } /* url(g) */";
        let found: Vec<String> = addresses(css)
            .into_iter()
            .map(|(span, address)| format!("{} <- {address}", &css[span.start..span.end]))
            .collect();
        assert_eq!(
            found,
            [
                "\"a.css\" <- a.css",
                "url(c.svg) <- c.svg",
                "url('d.woff2') <- d.woff2"
            ]
        );
    }
}
