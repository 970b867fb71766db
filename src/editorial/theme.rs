//! `rihla theme`: which files of the default theme a site replaces, and copies of those that it is to
//! change.
//!
//! A copy is noted in `ejected.yaml` of the theme with the digest of what it was copied from, so that it
//! can be told when the program has a newer one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Desk, Refused};
use rihla_build::Options;
use rihla_build::write::{self, Sources};
use rihla_diagnostics::catalogue::editorial as say;
use rihla_diagnostics::{Diagnostic, Span, nearest};
use rihla_site::config::{DEFAULT_THEME, EJECTED, Layer};
use rihla_site::source::Digest;
use rihla_text::yaml::Value;

/// How many hexadecimal digits of a digest are noted.
const DIGITS: usize = 16;

/// Where a file of the default theme is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program.
    Program,
    /// The site, which has a copy of what the program has.
    Same,
    /// The site, whose file was copied from what the program has.
    Replaced,
    /// The site, whose file was copied from what the program had before.
    Behind,
    /// The site, whose file was not copied by this command.
    Unknown,
    /// The site, since it is added to what the program has: strings, settings.
    Merged,
}

impl Origin {
    /// As it is printed for programs, and the end of the id of its words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Same => "same",
            Self::Replaced => "replaced",
            Self::Behind => "behind",
            Self::Unknown => "unknown",
            Self::Merged => "merged",
        }
    }
}

/// The files of the default theme, each with where it is taken from; by path below the theme.
#[derive(Debug)]
pub struct Listed {
    /// The theme of the site.
    pub theme: Arc<str>,
    /// The files.
    pub files: Vec<(String, Origin)>,
}

/// Where a site has each file of the default theme from.
///
/// # Errors
///
/// Where the site cannot be read, or its theme stands alone.
pub fn list(options: &Options) -> Result<Listed, Refused> {
    list_of(&Desk::open(options)?)
}

/// The same of a site that was read.
///
/// # Errors
///
/// Where its theme stands alone.
pub(super) fn list_of(desk: &Desk) -> Result<Listed, Refused> {
    let (theme, base) = of(desk)?;
    let noted = noted(desk, &theme);
    let files = names(base).map(|(name, original)| {
        let own = desk.snapshot.get(&format!("themes/{theme}/{name}"));
        let origin = match own {
            None => Origin::Program,
            Some(own) if own.digest == original => Origin::Same,
            Some(_) if name == "theme.yaml" || name.starts_with("strings/") => Origin::Merged,
            Some(_) => match noted.get(&name) {
                Some(noted) if *noted == original.short(DIGITS) => Origin::Replaced,
                Some(_) => Origin::Behind,
                None => Origin::Unknown,
            },
        };
        (name, origin)
    });
    let files = files.collect();
    Ok(Listed { theme, files })
}

/// Copies files of the default theme into the theme of a site, where they then replace those of the
/// program; all of them where none is named. Gives the paths of those that were written.
///
/// # Errors
///
/// Where a name is of no such file, a file is there already, or something cannot be read or written.
pub fn eject(options: &Options, wanted: &[String]) -> Result<Vec<String>, Refused> {
    write::resume(&options.site)?;
    let desk = Desk::open(options)?;
    let (theme, base) = of(&desk)?;
    let all: BTreeMap<String, Digest> = names(base).collect();
    let mut chosen = Vec::new();
    let mut problems = Vec::new();
    for name in wanted {
        let given = name.replace('\\', "/");
        let inside = format!("themes/{theme}/");
        let given = given.strip_prefix(&inside).unwrap_or(&given);
        let is_meant = |known: &&String| *known == given || known.rsplit('/').next() == Some(given);
        let found: Vec<&String> = all.keys().filter(is_meant).collect();
        match found[..] {
            [one] => chosen.push(one.clone()),
            [] => problems.push(
                Diagnostic::new(&say::THEME_FILE_UNKNOWN)
                    .with("value", name)
                    .with_some("nearest", near(given, &all)),
            ),
            _ => {
                let known: Vec<&str> = found.iter().map(|name| &***name).collect();
                let several = Diagnostic::new(&say::THEME_FILE_SEVERAL).with("value", name);
                problems.push(several.with("known", known.join(", ")));
            }
        }
    }
    let is_there = |name: &String| {
        desk.snapshot
            .get(&format!("themes/{theme}/{name}"))
            .is_some()
    };
    for name in chosen.iter().filter(|name| is_there(name)) {
        problems.push(
            Diagnostic::new(&say::THEME_FILE_THERE).with("path", format!("themes/{theme}/{name}")),
        );
    }
    if !problems.is_empty() {
        return Err(Refused {
            diagnostics: problems,
            ..Refused::because(Diagnostic::new(&say::THEME_FILE_UNKNOWN))
        });
    }
    if wanted.is_empty() {
        chosen = all.keys().filter(|name| !is_there(name)).cloned().collect();
    }
    chosen.sort();
    chosen.dedup();
    let mut sources = Sources::begin(&options.site)?;
    let mut written = Vec::new();
    let mut noted = noted(&desk, &theme);
    for name in &chosen {
        let path = format!("themes/{theme}/{name}");
        let file = base.get(&format!("{}/{name}", rihla_site::config::DEFAULT_ROOT));
        let Some(text) = file.and_then(|file| file.text()) else {
            continue;
        };
        sources.add(&path, text.as_bytes())?;
        if let Some(original) = all.get(name) {
            noted.insert(name.clone(), original.short(DIGITS));
        }
        written.push(path);
    }
    if !written.is_empty() {
        let path = format!("themes/{theme}/{EJECTED}");
        let lines = noted
            .iter()
            .map(|(name, digest)| format!("{name}: \"{digest}\"\n"));
        let text = NOTE.to_owned() + &lines.collect::<String>();
        match desk.snapshot.get(&path) {
            Some(known) => sources.replace(&path, &known.digest, text.as_bytes())?,
            None => sources.add(&path, text.as_bytes())?,
        }
        sources.commit("")?;
    }
    Ok(written)
}

/// The file that is perhaps meant, by its path or by its name alone.
fn near<'f>(given: &str, all: &'f BTreeMap<String, Digest>) -> Option<&'f str> {
    let last = |path: &'f str| path.rsplit('/').next().unwrap_or(path);
    let paths = || all.keys().map(|path| &**path);
    nearest(given, paths()).or_else(|| {
        let name = nearest(given, paths().map(last))?;
        paths().find(|path| last(path) == name)
    })
}

/// At the head of `ejected.yaml`.
const NOTE: &str = "\
# Written by `rihla theme eject`: what each copied file was copied from. `rihla theme --list` says which
# originals have changed since.
";

/// The name of the site's theme, and the default one below it, which it must be or extend.
fn of(desk: &Desk) -> Result<(Arc<str>, &Layer), Refused> {
    let theme = &desk.config().theme;
    match theme.base() {
        Some(base) => Ok((theme.name.clone(), base)),
        None => Err(Refused::because(
            Diagnostic::new(&say::THEME_ALONE)
                .with("theme", &theme.name)
                .with("default", DEFAULT_THEME),
        )),
    }
}

/// The files of the default theme: path below it, and digest.
fn names(base: &Layer) -> impl Iterator<Item = (String, Digest)> {
    base.iter()
        .map(|(name, file)| (name.to_owned(), file.digest))
}

/// What each copied file was copied from.
fn noted(desk: &Desk, theme: &str) -> BTreeMap<String, String> {
    let path: Arc<str> = format!("themes/{theme}/{EJECTED}").into();
    let node = desk
        .snapshot
        .text(&path)
        .and_then(|text| rihla_text::yaml::parse(&path, text, Span::new(0, text.len())).0);
    let Some(Value::Map(map)) = node.map(|node| node.value) else {
        return BTreeMap::new();
    };
    let rows = map.iter().filter_map(|(key, node)| match &node.value {
        Value::Scalar(scalar) => Some((key.name.clone(), scalar.text.clone())),
        _ => None,
    });
    rows.collect()
}
