//! Templates and components of the theme that draw nothing.

use crate::query::{SOCIAL_CARD_TEMPLATE, Site};
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::template as say;
use rihla_site::plan::WHOLE_GUIDE;

/// The templates that are looked for in every theme.
const ALWAYS: [&str; 7] = [
    "404.html",
    "entry.html",
    "home.html",
    "languages.html",
    "list.html",
    WHOLE_GUIDE,
    SOCIAL_CARD_TEMPLATE,
];

/// Templates and components whose names are never looked for: those of no collection, named by no
/// entry, in the place of none of the program's own, and mentioned by none of the others.
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let mut names: Vec<String> = ALWAYS.map(str::to_owned).to_vec();
    for collection in &site.config.collections {
        names.push(format!("{}.html", collection.name));
        names.push(format!("{}-list.html", collection.name));
    }
    let versions = site.graph.entries.iter().flat_map(|entry| &entry.versions);
    let named = versions
        .flatten()
        .filter_map(|version| version.text("template"));
    names.extend(named.map(|name| format!("{}.html", name.trim_end_matches(".html"))));
    let own = site.config.theme.builtin.components();
    names.extend(own.map(|(name, _)| format!("components/{name}.html")));
    // What replaces a file of the default theme is as much in use as that.
    names.extend(site.config.theme.below().map(str::to_owned));
    let unused = site.unreached(&names).into_iter();
    // What the default theme has for other sites is not this one's affair.
    let unused = unused.filter(|path| site.snapshot.get(path).is_some());
    unused
        .map(|path| Diagnostic::on_file(&say::UNUSED, path))
        .collect()
}
