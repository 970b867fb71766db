//! `site.yaml`, collections, and what a build is asked.

use crate::numbers::Numbers;
use crate::state::{SITE, State};

const DECLARED: &str = "/collection.yaml";

fn collection(state: &State, numbers: &mut Numbers) -> Option<String> {
    state.one(numbers, "content/", DECLARED)
}

/// A line of the first level, put in place of that with the same key.
fn set(state: &mut State, path: &str, line: &str) -> Option<()> {
    let key = line.split_inclusive(':').next()?.to_owned();
    state.change(path, |text| {
        let rest = crate::state::without_key(text, &key);
        format!("{}\n{line}\n", rest.trim_end())
    })
}

pub fn collection_changed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = collection(state, numbers)?;
    let policy = numbers.of(&["listed", "notice", "hidden"])?;
    let line = match numbers.below(9) {
        0 | 1 => format!("per_page: {}", 1 + numbers.below(20)),
        2 => "order: title".to_owned(),
        3 => "order: -title".to_owned(),
        4 => format!("feed: {}", numbers.once_in(2)),
        5 => format!("release: {}", numbers.of(&["together", "each"])?),
        6 => format!("untranslated: {policy}"),
        7 => format!("title: {}", state.in_each(&format!("Choses {step}"))),
        _ => {
            let key = numbers.of(&["per_page:", "order:", "feed:", "release:", "untranslated:"])?;
            state.drop_key(&path, key)?;
            return Some(format!("no {key} in {path}"));
        }
    };
    set(state, &path, &line)?;
    Some(format!("{line} in {path}"))
}

/// A field that no text has, more or less.
pub fn collection_field(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = collection(state, numbers)?;
    let field = format!("  extra{step}: {{type: text}}\n");
    state.change(&path, |text| match text.contains("\n  extra") {
        true => {
            let lines = text.split_inclusive('\n');
            lines.filter(|line| !line.starts_with("  extra")).collect()
        }
        false => text.replacen("\nfields:\n", &format!("\nfields:\n{field}"), 1),
    })?;
    Some(format!("a field of {path}"))
}

/// The lists of a collection by year, by a reference, or by what visitors choose.
pub fn collection_list(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let dated = |path: &String| {
        state
            .text(path)
            .is_some_and(|text| text.contains("\n  date:"))
    };
    let mut dated_ones = state.paths("content/", DECLARED);
    dated_ones.retain(dated);
    let path = numbers.of(&dated_ones)?.clone();
    let by_year = format!("{{by: year, per_page: {}}}", 1 + numbers.below(9));
    let is_partnered = state.text(&path)?.contains("\n  partners:");
    let line = match numbers.below(6) {
        0 => {
            state.drop_key(&path, "lists:")?;
            return Some(format!("no lists in {path}"));
        }
        1 if is_partnered => format!("lists: [{by_year}, {{by: partners}}]"),
        2 if is_partnered => {
            "lists: [{by: partners}, {by: [partners, year], per_page: 2}]".to_owned()
        }
        3 => "lists: [{by: date, per_page: 3}]".to_owned(),
        4 => {
            set(state, &path, "calendar: {start: date}")?;
            "lists: [{by: [when, year]}]".to_owned()
        }
        _ => format!("lists: [{by_year}]"),
    };
    set(state, &path, &line)?;
    Some(format!("{line} in {path}"))
}

pub fn collection_added(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let folder = format!("content/extra-{step}");
    let slugs = state
        .tags()
        .into_iter()
        .map(|tag| format!("{tag}: extra-{step}"));
    let slugs = slugs.collect::<Vec<_>>().join(", ");
    let text = format!(
        "title: {}\nslug: {{{slugs}}}\nfields:\n  title: {{type: text, localized: true, required: true}}\n  about: {{type: reference, to: partners}}\n",
        state.in_each(&format!("Autres {step}"))
    );
    state.put(&format!("{folder}{DECLARED}"), &text);
    for tag in state.tags() {
        let text = format!("---\ntitle: \"Autre {step} {tag}\"\n---\nDu texte.\n");
        state.put(&format!("{folder}/un.{tag}.md"), &text);
    }
    if numbers.once_in(2) {
        let text = format!("- id: deux\n  title: {}\n", state.in_each("Deux"));
        state.put(&format!("{folder}/entries.yaml"), &text);
    }
    Some(format!("{folder} is new"))
}

/// A collection that nothing names.
fn free(state: &State, numbers: &mut Numbers) -> Option<String> {
    let path = state.one(numbers, "content/extra-", DECLARED)?;
    let folder = path.strip_suffix(DECLARED)?;
    let name = folder.strip_prefix("content/")?;
    (!state.is_mentioned(name, folder)).then(|| folder.to_owned())
}

pub fn collection_removed(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let folder = free(state, numbers)?;
    state
        .files
        .retain(|path, _| !path.starts_with(&format!("{folder}/")));
    Some(format!("without {folder}"))
}

pub fn collection_renamed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let old = free(state, numbers)?;
    let new = format!("content/extra-{step}");
    for path in state.paths(&format!("{old}/"), "") {
        let to = path.replacen(&old, &new, 1);
        state.rename(&path, &to)?;
    }
    Some(format!("{old} is now {new}"))
}

/// A line of a menu, more or less.
pub fn menu(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let text = state.text(SITE)?;
    let (head, _) = text.split_once("\nuntranslated:")?;
    let is_line = |line: &str| {
        let name = line.trim_start().strip_prefix("- ");
        line.starts_with("    - ") && name.is_some_and(|name| !name.contains(':'))
    };
    let lines: Vec<String> = head
        .lines()
        .filter(|line| is_line(line))
        .map(str::to_owned)
        .collect();
    let line = numbers.of(&lines)?.clone();
    let indent = &line[..line.len() - line.trim_start().len()];
    let more = match numbers.below(3) {
        // A menu without a line is an error.
        0 if lines.len() > 3 => String::new(),
        1 => format!(
            "{line}\n{indent}- {{url: \"https://{step}.example.org/\", title: {}}}\n",
            state.in_each("Ailleurs")
        ),
        _ => format!("{line}\n{line}\n"),
    };
    state.change(SITE, |text| text.replacen(&format!("{line}\n"), &more, 1))?;
    Some(format!("{more:?} in place of {line:?} in a menu"))
}

/// Addresses that are gone on purpose.
pub fn former(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let line = match numbers.below(6) {
        0 => "gone: []".to_owned(),
        1 => format!("gone: [/fr/parti-{step}/]"),
        _ => format!("gone: [/fr/parti-{step}/, /en/left-{step}.html]"),
    };
    set(state, SITE, &line)?;
    Some(line)
}

/// What the site says of itself.
pub fn site(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let policy = numbers.of(&["listed", "notice", "hidden"])?;
    let line = match numbers.below(6) {
        0 => format!("base_url: \"https://site-{step}.example.org/x/\""),
        1 => format!("untranslated: {policy}"),
        2 => format!("title: {}", state.in_each(&format!("Site {step}"))),
        3 => {
            let line = format!("  phone: \"+212 5 {step}\"\n");
            state.change_line(SITE, "phone:", |_| line.clone())?;
            return Some(line);
        }
        _ => format!("description: {}", state.in_each(&format!("Un site {step}"))),
    };
    set(state, SITE, &line)?;
    Some(line)
}

/// Settings that are rarely there.
pub fn setting(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let line = *numbers.of(&[
        "weight_limits: {image: 1 kB}",
        "weight_limits: {image: 3 kB}",
        "weight_limits: {image: 300 kB}",
        "weight_limits: {image: 4 kB}",
        "pictures: {people_brief: true}",
        "pictures: {memory: 1MB}",
        "sharing: true",
        "sharing: false",
        "hosting: {redirect_pages: true}",
        "hosting: {compress: true}",
        "typography: {fr: off}",
    ])?;
    let key = line.split_inclusive(':').next()?;
    if state.text(SITE)?.contains(&format!("\n{line}\n")) || numbers.once_in(3) {
        state.drop_key(SITE, key)?;
        return Some(format!("no {key} in {SITE}"));
    }
    set(state, SITE, line)?;
    Some(line.to_owned())
}

/// A language more, or less: one that begins with two pages.
pub fn language(state: &mut State, _: &mut Numbers, _: usize) -> Option<String> {
    let row = "  - {tag: es, name: \"Español\", prefix: es, partial: true, fallback: fr}\n";
    let is_there = state.text(SITE)?.contains(row);
    state.change(SITE, |text| match is_there {
        true => text.replace(row, ""),
        false => text.replace("\nmenus:\n", &format!("\n{row}menus:\n")),
    })?;
    for (name, title) in [("_index", "Inicio"), ("about/index", "Quiénes somos")] {
        let path = format!("content/{name}.es.md");
        match is_there {
            true => drop(state.files.remove(&path)),
            false => state.put(&path, &format!("---\ntitle: \"{title}\"\n---\nTexto.\n")),
        }
    }
    let without = if is_there { "without" } else { "with" };
    Some(format!("{without} a further language"))
}

/// What the command line asks.
pub fn options(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    if numbers.once_in(2) {
        state.drafts = !state.drafts;
        return Some(format!("drafts are shown: {}", state.drafts));
    }
    state.base_url = match state.base_url {
        None => Some(format!("https://other-{step}.example.org/")),
        Some(_) => None,
    };
    Some(format!("built for {:?}", state.base_url))
}
