//! What is answered to a request, given what was loaded: no network, no watching.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::editor::Editor;
use super::inject::inject;
use super::load::{Good, Loaded};
use super::output::{self, Output};
use super::overlay::{Found, Look, overlay};
use super::{client, toolbar, words};
use rihla_build::hosting;
use rihla_build::query::{Query, Site, figures_output};
use rihla_build::render::{self, Engine};
use rihla_build::trace::Trace;
use rihla_diagnostics::catalogue::serve as say;
use rihla_diagnostics::{Diagnostic, Messages, Texts};
use rihla_site::plan::{Page, PageKind, output_of};
use rihla_site::schema::When;
use rihla_text::url::{decoded, encoded};

/// What stays the same while the preview runs.
#[derive(Debug)]
pub struct Setting {
    /// Tells this run of the program from an earlier one.
    pub run: String,
    /// What opens files.
    pub editor: Editor,
    /// The language in which every reader is spoken to. Without it, whoever has a page before them
    /// is spoken to in its language, anyone else in that of their browser.
    pub messages: Option<Messages>,
    /// The languages of the program.
    pub languages: Messages,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// The folder of the site: images are kept in its `.rihla`.
    pub site: PathBuf,
    /// The moment as of which the site is shown.
    pub at: Option<When>,
    /// Whether its pages stand in the frame of the desk, which says itself what is to be said of them.
    pub is_framed: bool,
}

impl Setting {
    /// The language for a reader who has no page before them.
    fn speaks(&self, asked: &Asked) -> Messages {
        self.messages
            .unwrap_or_else(|| speaks(self.languages, asked.languages))
    }
}

/// What is shown at a moment.
pub struct View {
    /// The site, and what was found in it.
    pub loaded: Arc<Loaded>,
    /// Counts the views of a run, from 1.
    pub generation: u64,
    /// Addresses (with the base) of files that changed in this run and kept their names, each
    /// with the generation of its last change.
    pub replaced: BTreeMap<String, u64>,
}

/// A request.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'r> {
    /// The path of the address, as it was sent.
    pub path: &'r str,
    /// The entry that an open page shows, percent-encoded, a space and its language: when it has
    /// another address now, the answer leads there.
    pub entry: Option<&'r str>,
    /// `Accept-Language`.
    pub languages: &'r str,
    /// Whether the reader sits at this machine.
    pub is_here: bool,
}

/// An answer.
#[derive(Debug, Default)]
pub struct Response {
    /// The status (RFC 9110).
    pub status: u16,
    /// The media type.
    pub media: Cow<'static, str>,
    /// Where to go instead.
    pub location: Option<String>,
    /// What tells the bytes from others.
    pub etag: Option<String>,
    /// The bytes.
    pub body: Body,
    /// What went wrong while it was made.
    pub problem: Option<Diagnostic>,
}

/// The bytes of an answer.
#[derive(Debug)]
pub enum Body {
    /// These.
    Bytes(Vec<u8>),
    /// Those of a large file, which is sent in parts and never held whole.
    File {
        file: File,
        /// How many bytes it has.
        length: u64,
    },
}

impl Default for Body {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

impl Response {
    fn to(status: u16, location: String) -> Self {
        Self {
            status,
            media: Cow::Borrowed(TEXT),
            location: Some(location),
            ..Self::default()
        }
    }

    fn text(status: u16, text: String) -> Self {
        Self {
            status,
            media: Cow::Borrowed(TEXT),
            body: Body::Bytes(text.into_bytes()),
            ..Self::default()
        }
    }

    fn html(status: u16, body: Vec<u8>, problem: Option<Diagnostic>) -> Self {
        Self {
            status,
            media: Cow::Borrowed(HTML),
            body: Body::Bytes(body),
            problem,
            ..Self::default()
        }
    }
}

const TEXT: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";

/// How many pages are cached as they last were without errors.
const CACHED_PAGES: usize = 64;

/// What is cached from one state of the site to the next.
#[derive(Debug, Default)]
pub struct PreviewCache {
    /// Pages as they last were without errors, by address, the latest asked for last.
    pages: Mutex<VecDeque<Drawn>>,
    /// By output, how a page that was drawn asked for an image: the browser comes for it a moment
    /// later, when the site may have been read again.
    images: Mutex<BTreeMap<Arc<str>, Query>>,
}

/// An address, and the page at it.
type Drawn = (Arc<str>, Arc<[u8]>);

impl PreviewCache {
    fn keep(&self, site: &Site, address: &Arc<str>, drawn: &render::Output) {
        for query in images(&drawn.trace) {
            let requests = site.requests(&query);
            let mut images = self.images.lock().unwrap_or_else(PoisonError::into_inner);
            if let Query::Figures { name, text } = &query {
                images.insert(figures_output(name, text).into(), query.clone());
            }
            for request in requests {
                images.insert(request.output().clone(), query.clone());
            }
        }
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.retain(|(known, _)| known != address);
        if pages.len() >= CACHED_PAGES {
            pages.pop_front();
        }
        pages.push_back((address.clone(), drawn.html.as_slice().into()));
    }

    fn get(&self, address: &str) -> Option<Arc<[u8]>> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let found = pages.iter().find(|(known, _)| **known == *address);
        found.map(|(_, html)| html.clone())
    }

    fn image(&self, output: &str) -> Option<Query> {
        let images = self.images.lock().unwrap_or_else(PoisonError::into_inner);
        images.get(output).cloned()
    }
}

/// The queries about images, and about files of figures, that a page asked.
pub(super) fn images(trace: &Trace) -> Vec<Query> {
    let asked = trace.own.iter().map(|(query, _)| query);
    let is_one = |asked: &&Query| asked.is_image() || matches!(asked, Query::Figures { .. });
    asked.filter(is_one).cloned().collect()
}

/// Answers a request.
pub fn respond(view: &View, setting: &Setting, cache: &PreviewCache, asked: &Asked) -> Response {
    let Some(good) = &view.loaded.good else {
        return nothing_yet(view, setting, asked);
    };
    let site = &good.site;
    let base = site.routes.path("/");
    let path = decoded(asked.path);
    let Some(address) = path.strip_prefix(&*base).map(|rest| format!("/{rest}")) else {
        // The host itself, and the base without its slash, lead to the site.
        if path == "/" || format!("{path}/") == base {
            return Response::to(307, site.routes.url("/"));
        }
        let messages = setting.speaks(asked);
        let words = words::BASE.with(messages, &[("address", base.into())]);
        return Response::text(404, format!("{words}\n"));
    };
    let name = output_of(&address);
    // A host answers with the same page at `…/` and at `…/index.html`.
    let whole = address.strip_suffix("index.html").unwrap_or(&address);
    if let Some(page) = site.plan.page(whole).or_else(|| site.plan.page(&address)) {
        return draw(view, setting, cache, asked, good, page, 200);
    }
    if let Some(output) = good.outputs().get(&name) {
        return of_output(&good.engine, site, &name, output);
    }
    if let Some(bytes) = good.searched(&name) {
        return Response {
            status: 200,
            media: hosting::media_type(&name).into(),
            body: Body::Bytes(bytes.to_vec()),
            ..Response::default()
        };
    }
    if let Some(response) = image(setting, cache, good, &name) {
        return response;
    }
    let folder = format!("{address}/");
    let is_folder =
        site.plan.page(&folder).is_some() || good.outputs().get(&output_of(&folder)).is_some();
    if is_folder {
        return Response::to(307, site.routes.url(&folder));
    }
    if let Some(moved) = moved(site, asked).filter(|moved| **moved != *address) {
        return Response::to(307, site.routes.url(&moved));
    }
    missing(view, setting, cache, asked, good, &address)
}

/// An image that a page shows, made now where no build has made it; `None` where no page shows one
/// of that name.
fn image(setting: &Setting, cache: &PreviewCache, good: &Good, name: &str) -> Option<Response> {
    let media = hosting::media_type(name);
    if !media.starts_with("image/") && !media.starts_with("text/csv") {
        return None;
    }
    let query = cache.image(name);
    let query = query.or_else(|| good.image(name).cloned())?;
    if let Query::Figures { text, .. } = &query {
        return Some(Response {
            status: 200,
            media: media.into(),
            etag: Some(format!("\"{}\"", name.rsplit('/').next().unwrap_or(name))),
            body: Body::Bytes(text.as_bytes().to_vec()),
            location: None,
            problem: None,
        });
    }
    let mut requests = good.site.requests(&query).into_iter();
    // Where the image has changed since the page was drawn, it has another name.
    let request = requests.find(|request| **request.output() == *name)?;
    let (bytes, problem) = good.studio().image(&good.site, &setting.site, &request);
    Some(match bytes {
        Some(bytes) => Response {
            status: 200,
            media: media.into(),
            // The name holds the digest.
            etag: Some(format!("\"{}\"", name.rsplit('/').next().unwrap_or(name))),
            body: Body::Bytes(bytes),
            problem,
            ..Response::default()
        },
        None => Response {
            problem,
            ..Response::text(500, "500\n".to_owned())
        },
    })
}

/// The address of the entry that an open page shows.
fn moved(site: &Site, asked: &Asked) -> Option<Arc<str>> {
    let (id, tag) = asked.entry?.split_once(' ')?;
    let entry = site.graph.find(&decoded(id))?;
    let language = site.config.language(tag)?;
    let address = site.routes.entry(entry, language)?;
    site.plan.page(address).map(|page| page.address.clone())
}

/// The page that says that there is nothing: that of the language in whose part of the site
/// the address lies.
fn missing(
    view: &View,
    setting: &Setting,
    cache: &PreviewCache,
    asked: &Asked,
    good: &Arc<Good>,
    address: &str,
) -> Response {
    let site = &good.site;
    let languages = site.config.site.languages.ids();
    let home = languages
        .map(|language| site.routes.home(language))
        .find(|home| address.starts_with(&***home))
        .map_or("/", |home| home);
    let page = site.plan.page(&format!("{home}404.html"));
    match page.or_else(|| site.plan.page("/404.html")) {
        Some(page) => draw(view, setting, cache, asked, good, page, 404),
        None => Response::text(404, "404\n".to_owned()),
    }
}

/// A page with its toolbar, and with what is wrong over it.
fn draw(
    view: &View,
    setting: &Setting,
    cache: &PreviewCache,
    asked: &Asked,
    good: &Arc<Good>,
    page: &Page,
    status: u16,
) -> Response {
    let site = &good.site;
    let tag = &site.config.site.languages[page.language].tag;
    let languages = setting.languages;
    let of_page = || languages.of_tag(tag).unwrap_or(languages);
    let messages = setting.messages.unwrap_or_else(of_page);
    let (html, problem) = match render::page(&good.engine, page) {
        Ok(output) => {
            cache.keep(site, &page.address, &output);
            (Some(output.html), None)
        }
        Err(problem) => (
            cache.get(&page.address).map(|html| html.to_vec()),
            Some(*problem),
        ),
    };
    let status = match html.is_some() {
        true => status,
        false => 500,
    };
    let look = look(setting, asked, messages);
    let mut errors = errors(&view.loaded);
    errors.extend(
        problem
            .as_ref()
            .map(|problem| (problem, &*site.snapshot as &dyn Texts)),
    );
    let beneath = html.is_some();
    let over = overlay(&errors, beneath, look);
    let toolbar = toolbar::toolbar(Some((site, page)), &view.loaded, setting, look);
    let subject = match page.kind {
        PageKind::Entry(entry) | PageKind::Continued(entry, _) => {
            Some((&*site.graph.entries[entry].id, &**tag))
        }
        _ => None,
    };
    let (over, toolbar) = match setting.is_framed && beneath {
        true => (String::new(), String::new()),
        false => (over, toolbar),
    };
    let added = element(view, setting, subject, beneath, messages, &over, &toolbar);
    let html = html.unwrap_or_else(|| bare(messages));
    Response::html(status, inject(&html, client::HEAD, &added), problem)
}

/// What is answered while there is no good site.
fn nothing_yet(view: &View, setting: &Setting, asked: &Asked) -> Response {
    let messages = setting.speaks(asked);
    let look = look(setting, asked, messages);
    let over = overlay(&errors(&view.loaded), false, look);
    let toolbar = toolbar::toolbar(None, &view.loaded, setting, look);
    let added = element(view, setting, None, false, messages, &over, &toolbar);
    Response::html(500, inject(&bare(messages), client::HEAD, &added), None)
}

fn look<'s>(setting: &'s Setting, asked: &Asked, messages: Messages) -> Look<'s> {
    Look {
        messages,
        // Only at this machine can its files be opened, and its folders are nobody else's affair.
        editor: asked.is_here.then_some(&setting.editor),
    }
}

/// What keeps the files from being shown as they are.
fn errors(loaded: &Loaded) -> Vec<Found<'_>> {
    let texts: &dyn Texts = match &loaded.snapshot {
        Some(snapshot) => &**snapshot,
        None => &NoTexts,
    };
    let errors = loaded.diagnostics.iter().filter(|found| found.is_error());
    errors.map(|found| (found, texts)).collect()
}

struct NoTexts;

impl Texts for NoTexts {
    fn text(&self, _: &str) -> Option<&str> {
        None
    }
}

/// The element with toolbar and errors. Its content is a shadow tree (DOM, section 4.8), so that
/// neither the theme's styles nor those of the preview reach each other.
fn element(
    view: &View,
    setting: &Setting,
    subject: Option<(&str, &str)>,
    has_page: bool,
    messages: Messages,
    over: &str,
    toolbar: &str,
) -> String {
    let subject = subject.map_or_else(String::new, |(id, tag)| {
        format!(" data-entry=\"{} {tag}\"", encoded(id))
    });
    let bare = if has_page { "" } else { " data-bare" };
    let tag = messages.tag();
    format!(
        "<rihla-preview lang=\"{tag}\" dir=\"ltr\" data-run=\"{}\" data-generation=\"{}\"{subject}{bare}>\
         <template shadowrootmode=\"open\">{}{over}{toolbar}</template></rihla-preview>",
        setting.run,
        view.generation,
        client::STYLE,
    )
}

/// A page for where there is none to show.
fn bare(messages: Messages) -> Vec<u8> {
    let title = words::NOTHING_YET.get(messages);
    let text = words::NOTHING_YET_TEXT.get(messages);
    let tag = messages.tag();
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{text}</p>\n</main>\n</body>\n</html>\n"
    )
    .into_bytes()
}

fn of_output(engine: &Engine, site: &Arc<Site>, name: &str, output: &Output) -> Response {
    if let Output::Redirect(number) = output {
        let redirect = &site.routes.redirects[*number];
        return Response::to(redirect.status, site.routes.url(&redirect.to));
    }
    match output::bytes(engine, site, name, output) {
        Ok(body) => Response {
            status: 200,
            media: hosting::media_type(name).into(),
            etag: output::etag(site, name, output),
            body,
            ..Response::default()
        },
        // A file that has just changed: the site is about to be read again.
        Err(failure) => Response {
            problem: Some(failure.diagnostic),
            ..Response::text(503, "503\n".to_owned())
        },
    }
}

/// The outcome of a panic while a page was drawn.
pub fn failed(view: &View, setting: &Setting, asked: &Asked, detail: &str) -> Response {
    let messages = setting.speaks(asked);
    let look = look(setting, asked, messages);
    let problem = Diagnostic::new(&say::PANIC).with("detail", detail);
    let over = overlay(&[(&problem, &NoTexts)], false, look);
    let toolbar = toolbar::toolbar(None, &view.loaded, setting, look);
    let added = element(view, setting, None, false, messages, &over, &toolbar);
    let body = inject(&bare(messages), client::HEAD, &added);
    Response::html(500, body, Some(problem))
}

/// The first of a reader's languages that the program speaks (`Accept-Language`, RFC 9110,
/// section 12.5.4, in the order in which browsers write it).
pub fn speaks(messages: Messages, languages: &str) -> Messages {
    languages
        .split(',')
        .find_map(|range| messages.of_tag(range.split(';').next()?.trim()))
        .unwrap_or(messages)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::LazyLock;

    use rihla_diagnostics::testing::messages;

    use super::*;
    use crate::load::reload;
    use crate::output::Outputs;
    use rihla_build::{Options, Program, default_out};
    use rihla_diagnostics::testing;

    /// What is shown of the site of `tests/preview`, under a path.
    static SHOWN: LazyLock<(View, Setting)> = LazyLock::new(|| {
        let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/preview");
        let options = Options {
            out: default_out(&site),
            site,
            force: false,
            locked: true,
            drafts: false,
            waiting: false,
            program: Program::new("", "", testing::files("src/builtin")),
            at: None,
            base_url: Some("https://x.example/a/".to_owned()),
            deny_warnings: false,
            compress: false,
            commit: None,
            cache: false,
            now: jiff::Timestamp::UNIX_EPOCH,
        };
        let view = View {
            loaded: reload(None, &options),
            generation: 1,
            replaced: BTreeMap::new(),
        };
        let setting = Setting {
            run: "1".to_owned(),
            editor: Editor::parse("vscode", PathBuf::from("/site")).expect("an editor"),
            messages: None,
            languages: messages("en"),
            drafts: false,
            at: None,
            site: PathBuf::from("/site"),
            is_framed: false,
        };
        (view, setting)
    });

    fn ask(path: &str, is_here: bool) -> Response {
        let asked = Asked {
            path,
            entry: None,
            languages: "fr",
            is_here,
        };
        respond(&SHOWN.0, &SHOWN.1, &PreviewCache::default(), &asked)
    }

    fn text(body: Body) -> String {
        let Body::Bytes(bytes) = body else {
            panic!("a file");
        };
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn only_at_this_machine_are_there_links_to_its_files() {
        for (is_here, links) in [(true, 2), (false, 0)] {
            let page = ask("/a/fr/a-propos/", is_here);
            let html = text(page.body);
            assert_eq!(html.matches("vscode://file/site/").count(), links, "{html}");
            assert!(
                html.contains("<code>content/about/index.fr.md</code>"),
                "{html}"
            );
        }
    }

    #[test]
    fn a_panic_is_told_on_a_page() {
        let asked = Asked {
            path: "/a/fr/",
            entry: None,
            languages: "en-GB",
            is_here: true,
        };
        let page = failed(&SHOWN.0, &SHOWN.1, &asked, "index <out> of range");
        assert_eq!(page.status, 500);
        assert!(page.problem.is_some());
        let html = text(page.body);
        assert!(html.contains("index &lt;out&gt; of range"), "{html}");
    }

    #[test]
    fn the_reader_is_spoken_to_in_their_language() {
        for (languages, wanted) in [
            ("fr-CH, fr;q=0.9, en;q=0.8", messages("fr")),
            ("ar, en;q=0.5, fr;q=0.1", messages("en")),
            ("EN-us", messages("en")),
            ("de", messages("en")),
            ("", messages("en")),
        ] {
            assert_eq!(speaks(messages("en"), languages), wanted, "{languages}");
        }
    }

    proptest::proptest! {
        /// Whatever is asked for: a page, an output, a way to one, or nothing; and nothing that
        /// is not in the plan.
        #[test]
        fn every_path_has_an_answer(path in "(/|a|fr|en|\\.|\\.\\.|%2e|%2f|%|%c3%a9|é|news|actualites|content|static|themes|index\\.html|404\\.html|plan\\.txt|site\\.yaml|assets|\0){0,8}") {
            let answer = ask(&path, true);
            proptest::prop_assert!([200, 301, 307, 404].contains(&answer.status), "{}", answer.status);
            let site = &SHOWN.0.loaded.good.as_ref().expect("a site").site;
            if answer.status == 200 {
                let name = decoded(&path);
                let name = output_of(name.strip_prefix("/a").expect("the base"));
                let is_page = site.plan.pages.iter().any(|page| *page.output == *name);
                let outputs = Outputs::of(site);
                proptest::prop_assert!(is_page || outputs.get(&name).is_some(), "{}", name);
            }
            if let Some(location) = &answer.location {
                proptest::prop_assert!(location.starts_with("/a/"), "{}", location);
            }
        }
    }
}
