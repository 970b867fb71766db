//! `rihla check`: what was found, and how many.

use std::io::{self, Write};
use std::path::{Component, Path};
use std::sync::Arc;

use jiff::Zoned;
use jiff::tz::TimeZone;

use super::{Common, MACHINE, NoTexts, code_of, count, found, out, print_all, shown};
use rihla_build::query;
use rihla_build::{Options, Outcome};
use rihla_diagnostics::print::{self, Checked, Document, Format, Report};
use rihla_diagnostics::{Messages, Severity, Text, Texts};
use rihla_editorial::changes::{Before, Request};
use rihla_editorial::check;
use rihla_site::config::{Config, Site, Weight};
use rihla_site::source::Snapshot;
use rihla_text::language::Language;

/// What is looked at where somebody asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Whether addresses of other sites are asked whether they answer.
    #[cfg(feature = "external")]
    pub is_external: bool,
    /// That words are looked up, and the home of whoever asks.
    #[cfg(feature = "spelling")]
    pub spelling: Option<Option<std::path::PathBuf>>,
}

/// Checks the site, says what was found, and gives the exit code. With an earlier state, what concerns a page or a file
/// that is another since.
pub(super) fn run(
    common: &Common,
    options: &Options,
    since: Option<&Request>,
    document: Option<Document>,
    further: &Asked,
) -> u8 {
    // Without a feature, nobody can ask for it.
    let Asked {
        #[cfg(feature = "external")]
        is_external,
        #[cfg(feature = "spelling")]
            spelling: home,
    } = further;
    let before =
        since.map(|since| super::with_progress(common, |progress| Before::read(since, progress)));
    let before = match before.transpose() {
        Ok(before) => before,
        Err(failure) => {
            print_all(common, &[failure.diagnostic], &NoTexts);
            return code_of(Some(failure.cause), true);
        }
    };
    #[cfg(feature = "external")]
    let client = (*is_external).then(|| check::client(env!("CARGO_PKG_VERSION")));
    let further = check::Further {
        #[cfg(feature = "external")]
        external: client.as_ref(),
        #[cfg(feature = "spelling")]
        spelling: home.as_ref().map(Option::as_deref),
        before: before.as_ref(),
    };
    let outcome = super::with_progress(common, |progress| {
        check::check_further(options, further, progress)
    });
    let drawn = outcome.site.as_ref().map(|site| Drawn(site));
    let texts: &dyn Texts = match (&drawn, &outcome.snapshot) {
        (Some(drawn), _) => drawn,
        (None, Some(snapshot)) => &**snapshot,
        (None, None) => &NoTexts,
    };
    match document {
        Some(document) => put(document, common, options, &outcome, texts),
        None => print_all(common, &outcome.diagnostics, texts),
    }
    let errors = count(&outcome.diagnostics, Severity::Error);
    let warnings = count(&outcome.diagnostics, Severity::Warning);
    // Beside a document, which goes to a file, this line is all that is said.
    if common.format == Format::Human && !(common.quiet && errors + warnings == 0) {
        let found = found(&outcome.diagnostics);
        let found = ("found", found);
        let line = match checked(&outcome) {
            Some(checked) => {
                let [entries, pages, rules] = checked.values();
                let values = [entries, pages, rules, found];
                let line = Text("check-done").with(common.messages, &values);
                line + "\n" + &Text("check-person").with(common.messages, &[])
            }
            // What has errors cannot be put together, so nothing was compared.
            None => Text("check-not-done").with(common.messages, &[found]),
        };
        let _ = io::stderr().write_all((line + "\n").as_bytes());
    }
    code_of(
        outcome.failed,
        errors > 0 || options.deny_warnings && warnings > 0,
    )
}

/// How much was checked, where everything was.
fn checked(outcome: &Outcome) -> Option<Checked> {
    let site = outcome.site.as_ref().filter(|_| outcome.failed.is_none())?;
    let checks = &site.config.site.checks;
    Some(Checked {
        entries: site.graph.entries.len(),
        pages: site.plan.pages.len(),
        rules: check::rules()
            .filter(|rule| checks.weight(rule.message.code) != Some(Weight::Off))
            .count(),
    })
}

/// Prints a page of each kind: its whole address, or an object a line.
pub(super) fn sample(common: &Common, options: &Options) -> u8 {
    let snapshot = match Snapshot::read(&options.site) {
        Ok((snapshot, _)) => Arc::new(snapshot),
        Err(failure) => {
            print_all(common, &[failure.diagnostic], &NoTexts);
            return MACHINE;
        }
    };
    let (mut found, mut failed) = (Vec::new(), None);
    let site = rihla_build::load(&snapshot, options, &|_| {}, &mut found, &mut failed);
    let Some(site) = site else {
        print_all(common, &found, &*snapshot);
        return code_of(failed, true);
    };
    for sampled in check::sample(&site) {
        let page = sampled.page;
        let address = site.routes.absolute(&page.address);
        let line = match common.format {
            Format::Json => serde_json::json!({
                "address": address,
                "template": &*page.template,
                "language": &*site.config.site.languages[page.language].tag,
                "state": sampled.state,
            })
            .to_string(),
            Format::Human | Format::Github => address,
        };
        out::put(&format!("{line}\n"));
    }
    code_of(None, false)
}

/// Prints a document of what was found.
fn put(
    document: Document,
    common: &Common,
    options: &Options,
    outcome: &Outcome,
    texts: &dyn Texts,
) {
    let messages = common.messages;
    let site = outcome.site.as_deref();
    // What has errors has a name and languages all the same.
    let read = match (site, &outcome.snapshot) {
        (None, Some(snapshot)) => {
            let base_url = options.base_url.as_deref();
            Config::read(snapshot, base_url, options.program.builtin).0
        }
        _ => None,
    };
    let config = site.map(|site| &site.config).or(read.as_ref());
    let config = config.map(|config| &config.site);
    let name = title(config, messages).unwrap_or_else(|| folder(&options.site));
    let zone = config.map(|config| config.time_zone.clone());
    let zone = zone.unwrap_or_else(TimeZone::system);
    let moment = options.now.to_zoned(zone);
    let when = said(config, messages, &moment);
    let languages = config.iter().flat_map(|config| config.languages.iter());
    let languages: Vec<&str> = languages.map(|language| &*language.tag).collect();
    let report = Report {
        messages,
        version: env!("CARGO_PKG_VERSION"),
        site: &name,
        root: &root(&options.site),
        languages: &languages,
        checked: checked(outcome),
        when: &when,
        moment: &moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        is_done: outcome.failed.is_none(),
        all: common.all,
    };
    let diagnostics = shown(common, &outcome.diagnostics);
    let mut out = io::BufWriter::new(out::Out);
    // What cannot be written is noted by the output itself.
    let _ = print::report(document, &diagnostics, texts, &report, &mut out);
}

/// What a site is called in the language of the messages, else in its own first one.
fn title(site: Option<&Site>, messages: Messages) -> Option<String> {
    let site = site?;
    let own = site.title.get(messages.tag());
    let first = site.languages.iter().next();
    let title = own.or_else(|| site.title.get(&first?.tag))?;
    Some(title.to_string())
}

/// A moment in the language of the messages, as the site writes that language where it is one of its own.
fn said(site: Option<&Site>, messages: Messages, moment: &Zoned) -> String {
    let mut languages = site.iter().flat_map(|site| site.languages.iter());
    let own = languages.find(|language| messages.of_tag(&language.tag) == Some(messages));
    if let Some(language) = own {
        return language.date_time(moment);
    }
    match Language::new(messages.tag(), "", messages.tag(), None) {
        Ok(language) => language.date_time(moment),
        Err(_) => moment.strftime("%Y-%m-%d %H:%M").to_string(),
    }
}

/// The name of a folder.
fn folder(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let name = whole.file_name().unwrap_or(whole.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The path of a site's folder from the one in which the program was started, with `/` at its end; nothing where
/// they are the same, or the site does not lie below it.
fn root(site: &Path) -> String {
    let mut root = String::new();
    for part in site.components() {
        match part {
            Component::CurDir => {}
            Component::Normal(name) => {
                root.push_str(&name.to_string_lossy());
                root.push('/');
            }
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                return String::new();
            }
        }
    }
    root
}

/// The texts of a site, with those of the theme that the program brings with it.
struct Drawn<'s>(&'s query::Site);

impl Texts for Drawn<'_> {
    fn text(&self, path: &str) -> Option<&str> {
        let Self(site) = self;
        let theme = || site.config.theme.text(&site.snapshot, path);
        let text = site.snapshot.text(path).or_else(theme);
        text.map(|text| &**text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_from_where_the_program_was_started() {
        for (site, expected) in [
            (".", ""),
            ("docs/site", "docs/site/"),
            ("./docs/site/", "docs/site/"),
            ("../site", ""),
            ("/srv/site", ""),
        ] {
            assert_eq!(root(Path::new(site)), expected, "{site}");
        }
    }
}
