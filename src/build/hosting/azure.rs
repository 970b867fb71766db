//! `staticwebapp.config.json`, of Azure Static Web Apps.
//!
//! The first route that fits an address is the only one that counts, so the more specific stand
//! first, and each says all that differs from `globalHeaders`. A `*` stands at the end of a
//! route, but for an extension, and does not stand for `index.html`.

use serde_json::{Map, Value, json};

use super::gone;
use super::headers::{DATA, Header, NO_TRACE, OPEN, ResourceKind, common, no_referrer};
use super::types::{TYPES, with_charset};
use crate::query::Site;

/// How many bytes Azure reads.
pub(super) const LIMIT: usize = 20_000;

/// The text of the file.
pub(super) fn text(site: &Site) -> String {
    let at = |path: &str| site.routes.url(path);
    let base = at("/");
    let mut routes: Vec<Value> = Vec::new();
    for redirect in &site.routes.redirects {
        routes.push(json!({
            "route": at(&redirect.from),
            "redirect": at(&redirect.to),
            "statusCode": redirect.status,
        }));
    }
    for address in gone(site) {
        routes.push(json!({"route": at(address), "statusCode": 410}));
    }
    let mut add = |route: String, kind: ResourceKind, more: &[Header]| {
        let headers = object(kind.own().iter().chain(more));
        routes.push(json!({"route": route, "headers": headers}));
    };
    for page in no_referrer(site) {
        let file = at(&format!("/{}", page.output));
        add(file, ResourceKind::Page, NO_TRACE);
    }
    let data = DATA.join(",");
    add(
        format!("{base}assets/*.{{{data}}}"),
        ResourceKind::Asset,
        &[OPEN],
    );
    add(format!("{base}assets/*"), ResourceKind::Asset, &[]);
    // Feeds are among the `.xml`. Their type cannot be told from that of others.
    add(
        format!("{base}*.{{{data},xml}}"),
        ResourceKind::File,
        &[OPEN],
    );
    add(format!("{base}index.html"), ResourceKind::Page, &[]);
    for language in site.config.site.languages.ids() {
        let home = at(site.routes.home(language));
        add(format!("{home}index.html"), ResourceKind::Page, &[]);
        add(format!("{home}*"), ResourceKind::Page, &[]);
    }
    let types: Map<String, Value> = TYPES
        .iter()
        .flat_map(|(name, extensions)| {
            let extensions = extensions.iter();
            extensions.map(|extension| (format!(".{extension}"), with_charset(name).into()))
        })
        .collect();
    let routes: Vec<String> = routes.iter().map(Value::to_string).collect();
    // A route a line: short, since there is a limit, and still to be read.
    format!(
        "{{\n\"trailingSlash\": \"auto\",\n\"routes\": [\n{}\n],\n\"responseOverrides\": {},\n\
         \"globalHeaders\": {},\n\"mimeTypes\": {}\n}}\n",
        routes.join(",\n"),
        json!({"404": {"rewrite": at("/404.html")}}),
        Value::from(object(common(site).iter().chain(ResourceKind::File.own()))),
        Value::from(types),
    )
}

fn object<'h>(headers: impl Iterator<Item = &'h Header>) -> Map<String, Value> {
    headers
        .map(|(name, value)| ((*name).to_owned(), Value::from(*value)))
        .collect()
}
