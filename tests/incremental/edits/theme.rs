//! The theme: templates, components, strings, assets.

use crate::numbers::Numbers;
use crate::state::{SITE, State, photograph};

/// Templates that every theme has.
const NEEDED: &[&str] = &["base", "entry", "list", "home", "languages", "404"];
/// Components that the program brings, and that a theme may replace.
const BUILTIN: &[&str] = &[
    "chart",
    "directive_picture",
    "download",
    "figure",
    "figures_source",
    "lang",
    "note",
    "picture",
];

impl State {
    /// The folder of the theme.
    pub fn theme(&self) -> Option<String> {
        let mut lines = self.text(SITE)?.lines();
        let name = lines.find_map(|line| line.strip_prefix("theme: "))?;
        Some(format!("themes/{name}"))
    }
}

/// A template that draws something else.
fn marked(text: &str, step: usize) -> String {
    let mark = format!("<!-- {step} -->");
    let inside = text
        .find("{% block ")
        .and_then(|at| Some(at + text[at..].find("%}")? + 2));
    match (inside, text.find("<p")) {
        (Some(at), _) | (None, Some(at)) => format!("{}{mark}{}", &text[..at], &text[at..]),
        (None, None) => format!("{text}{mark}"),
    }
}

fn marked_component(text: &str, step: usize) -> String {
    match text
        .find("{%- endcomponent")
        .or(text.find("{% endcomponent"))
    {
        Some(at) => format!("{}<!-- {step} -->{}", &text[..at], &text[at..]),
        None => text.to_owned(),
    }
}

pub fn template_changed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = state.one(numbers, &format!("{}/templates/", state.theme()?), ".html")?;
    state.change(&path, |text| marked(text, step))?;
    Some(format!("{path} is marked"))
}

/// The names that a template may have to draw what another one has drawn.
fn takers(state: &State) -> Vec<String> {
    let collections = state.collections();
    let names = collections
        .iter()
        .flat_map(|name| [name.clone(), format!("{name}-list")]);
    names
        .chain(["pages".to_owned(), "special".to_owned()])
        .collect()
}

pub fn template_added(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let folder = format!("{}/templates", state.theme()?);
    let takers = takers(state);
    let name = numbers.of(&takers)?;
    let path = format!("{folder}/{name}.html");
    if state.has(&path) {
        return None;
    }
    let like = if name.ends_with("-list") {
        "list"
    } else {
        "entry"
    };
    let text = state.text(&format!("{folder}/{like}.html"))?;
    let text = marked(text, step);
    state.put(&path, &text);
    Some(format!("{path} is new"))
}

/// A template that a theme need not have, and that nothing names.
fn free(state: &State, numbers: &mut Numbers) -> Option<String> {
    let path = state.one(numbers, &format!("{}/templates/", state.theme()?), ".html")?;
    let name = path.rsplit('/').next()?.strip_suffix(".html")?;
    let is_named = state.is_mentioned(&format!("\"{name}.html\""), &path)
        || state.is_mentioned(&format!("template: {name}\n"), &path);
    (!NEEDED.contains(&name) && !is_named).then_some(path)
}

pub fn template_removed(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let path = free(state, numbers)?;
    state.files.remove(&path)?;
    Some(format!("without {path}"))
}

pub fn template_renamed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = free(state, numbers)?;
    let mut names = takers(state);
    names.push(format!("unused-{step}"));
    // A template of lists draws lists.
    names.retain(|name| name.ends_with("-list") == path.ends_with("-list.html"));
    let (folder, _) = path.rsplit_once('/')?;
    let to = format!("{folder}/{}.html", numbers.of(&names)?);
    state.rename(&path, &to)?;
    Some(format!("{path} is now {to}"))
}

fn component(state: &State, numbers: &mut Numbers) -> Option<String> {
    state.one(numbers, &format!("{}/components/", state.theme()?), ".html")
}

pub fn component_changed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = component(state, numbers)?;
    state.change(&path, |text| marked_component(text, step))?;
    Some(format!("{path} is marked"))
}

/// One that takes the place of the program's, or that nothing uses; the file need not have its
/// name.
pub fn component_added(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let folder = format!("{}/components", state.theme()?);
    let name = *numbers.of(BUILTIN)?;
    if numbers.once_in(5) {
        let path = format!("{folder}/extra_{step}.html");
        let text =
            format!("{{% component extra_{step}() %}}{step}{{% endcomponent extra_{step} %}}");
        state.put(&path, &text);
        return Some(format!("{path} is new"));
    }
    if state.is_mentioned(&format!("component {name}("), "src/") {
        return None;
    }
    let own = format!(
        "{}/src/builtin/components/{name}.html",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(own).ok()?;
    let path = match numbers.once_in(3) {
        true => format!("{folder}/other_{step}.html"),
        false => format!("{folder}/{name}.html"),
    };
    state.put(&path, &marked_component(&text, step));
    Some(format!("{path} has {name}"))
}

pub fn component_removed(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let path = component(state, numbers)?;
    let text = state.text(&path)?;
    let is_free = text.contains("component extra_")
        || BUILTIN
            .iter()
            .any(|name| text.contains(&format!("component {name}(")));
    state.files.remove(&path).filter(|_| is_free)?;
    Some(format!("without {path}"))
}

pub fn component_renamed(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = component(state, numbers)?;
    let (folder, _) = path.rsplit_once('/')?;
    let to = format!("{folder}/moved_{step}.html");
    state.rename(&path, &to)?;
    Some(format!("{path} is now {to}"))
}

fn strings(state: &State, numbers: &mut Numbers) -> Option<String> {
    state.one(numbers, &format!("{}/strings/", state.theme()?), ".yaml")
}

/// The keys of strings of one form.
fn keys(text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .filter(|line| line.contains(": \"") && !line.contains('{'));
    let keys = lines.filter_map(|line| Some(line.split_once(':')?.0.to_owned()));
    keys.filter(|key| !key.starts_with([' ', '#'])).collect()
}

pub fn string(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = strings(state, numbers)?;
    let keys = keys(state.text(&path)?);
    let key = numbers.of(&keys)?;
    let line = format!("{key}: \"Mot {step}\"\n");
    state.change_line(&path, &format!("{key}:"), |_| line.clone())?;
    Some(format!("{line:?} in {path}"))
}

/// One that the program has too, or that nothing uses.
pub fn string_added(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let folder = format!("{}/strings/", state.theme()?);
    let key = match numbers.below(3) {
        0 => format!("extra-{step}"),
        1 => "note-info".to_owned(),
        _ => "pages".to_owned(),
    };
    let files = state.paths(&folder, ".yaml");
    // A theme has the same strings in each language.
    let some = match numbers.once_in(4) {
        true => 1 + numbers.below(files.len()),
        false => files.len(),
    };
    for path in &files[..some] {
        state.change(path, |text| match text.contains(&format!("\n{key}:")) {
            true => text.to_owned(),
            false => format!("{}\n{key}: \"Mot {step}\"\n", text.trim_end()),
        });
    }
    Some(format!("the string {key} is new in {some} languages"))
}

pub fn string_removed(state: &mut State, numbers: &mut Numbers, _: usize) -> Option<String> {
    let path = strings(state, numbers)?;
    let mut keys = keys(state.text(&path)?);
    // Pages fail where one is missing that they need.
    if !numbers.once_in(8) {
        keys.retain(|key| key.starts_with("extra-") || key == "note-info");
    }
    let key = numbers.of(&keys)?.clone();
    let mut files = vec![path];
    if !numbers.once_in(4) {
        files = state.paths(&format!("{}/strings/", state.theme()?), ".yaml");
    }
    for path in &files {
        state.change_line(path, &format!("{key}:"), |_| String::new());
    }
    Some(format!("no string {key} in {files:?}"))
}

pub fn style(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = state.one(numbers, "themes/", ".css")?;
    state.change(&path, |text| format!("{text}\n/* {step} */\n"))?;
    Some(format!("{path} is another"))
}

/// Assets that come and go, and those that stay.
pub fn asset(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let folder = format!("{}/assets", state.theme()?);
    let extra = state.one(numbers, &format!("{folder}/extra-"), "");
    match (numbers.below(5), extra) {
        (0, _) => {
            let path = format!("{folder}/extra-{step}.css");
            state.put(&path, &format!(".a {{ order: {step} }}\n"));
            let style = state.one(numbers, &format!("{folder}/"), "style.css")?;
            state.change(&style, |text| {
                format!("@import \"extra-{step}.css\";\n{text}")
            })?;
            Some(format!("{path} is new, and {style} takes it in"))
        }
        (1, _) => {
            let path = format!("{folder}/extra-{step}.jpg");
            state.files.insert(path.clone(), photograph(30, 20, step));
            Some(format!("{path} is new"))
        }
        (2, Some(path)) => {
            let name = path.rsplit('/').next()?.to_owned();
            let is_used = state.is_mentioned(&name, &path);
            state.files.remove(&path).filter(|_| !is_used)?;
            Some(format!("without {path}"))
        }
        (3, Some(path)) => {
            let (_, end) = path.rsplit_once('.')?;
            let old = path.rsplit('/').next()?.to_owned();
            let new = format!("extra-{step}.{end}");
            state.rename(&path, &format!("{folder}/{new}"))?;
            for style in state.paths(&folder, ".css") {
                state.change(&style, |text| text.replace(&old, &new));
            }
            Some(format!("{path} is now {new}"))
        }
        _ => {
            let path = state.one(numbers, &format!("{folder}/"), ".js")?;
            state.change(&path, |text| format!("{text}\n// {step}\n"))?;
            Some(format!("{path} is another"))
        }
    }
}

/// The template of the social cards.
pub fn social_card_drawn(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = format!("{}/templates/sharing.svg", state.theme()?);
    if state.has(&path) && numbers.once_in(2) {
        state.files.remove(&path)?;
        return Some(format!("without {path}"));
    }
    let own = format!("{}/src/builtin/sharing.svg", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(own).ok()?;
    state.put(&path, &format!("{text}<!-- {step} -->\n"));
    Some(format!("{path} is marked"))
}

/// The places for images.
pub fn places(state: &mut State, numbers: &mut Numbers, step: usize) -> Option<String> {
    let path = format!("{}/theme.yaml", state.theme()?);
    let widths = format!("widths: [{}, {}]", 20 + step % 20, 50 + numbers.below(50));
    if state.has(&path) {
        if state.text(&path)?.contains("# made") && numbers.once_in(3) {
            state.files.remove(&path)?;
            return Some(format!("without {path}"));
        }
        state.change_line(&path, "widths:", |_| format!("    {widths}\n"))?;
    } else {
        let place = numbers.of(&["card", "content", "thumbnail"])?;
        state.put(
            &path,
            &format!("# made\nplaces:\n  {place}:\n    {widths}\n    sizes: \"100vw\"\n"),
        );
    }
    Some(format!("{widths} in {path}"))
}
