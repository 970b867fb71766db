//! The start page: what somebody sees who has opened the program without a terminal. Sites that are known,
//! a folder to choose, a new site; and from there, previews.
//!
//! It answers this machine alone, below a path that nobody else knows: the key. What is done, is done by
//! forms of the page itself. It reads the names of folders and the list of known sites, and writes that
//! list and new sites.

mod answer;
mod page;
pub mod sites;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use self::answer::Asked;
use self::page::Form;
use self::sites::Known;
use super::connections::{self, Connection, Limits, Unread};
use super::guard::{self, Names};
use super::presence::Presence;
use super::{News, Tell, http};
use rihla_build as build;
use rihla_diagnostics::catalogue::serve as say;
use rihla_diagnostics::{Diagnostic, Messages};
use rihla_editorial::init::{self, Init};
use rihla_text::language::slug;

/// What the start page is asked to do.
pub struct Options {
    /// The list of sites that were opened before.
    pub known: Known,
    /// The folder in which others are looked for at first.
    pub folder: PathBuf,
    /// The folder of the person.
    pub home: Option<PathBuf>,
    /// The language of what it says, where the browser asks for none that the program speaks.
    pub messages: Messages,
    /// The time zone of a new site (IANA).
    pub time_zone: String,
    /// How a site is read, with another folder.
    pub build: build::Options,
    /// The preview of a site, by its folder.
    pub preview: Box<dyn Fn(&Path) -> super::Options + Send + Sync>,
    /// The desk of a site, by its folder.
    #[cfg(feature = "desk")]
    pub desk: Box<dyn Fn(&Path) -> super::desk::Options + Send + Sync>,
    /// Who is connected.
    pub presence: Presence,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Options");
        shown
            .field("known", &self.known)
            .field("folder", &self.folder);
        shown.finish_non_exhaustive()
    }
}

/// For how long the program waits for somebody before it ends.
const PATIENCE: Duration = Duration::from_secs(10 * 60);

/// How often that is looked at.
const LOOK: Duration = Duration::from_secs(5);

/// The most that a form holds, in bytes.
const LONGEST: usize = 64 << 10;

/// How long a form may be on its way.
const SENDING: Duration = Duration::from_secs(10);

/// The running start page.
struct Start {
    options: Arc<Options>,
    tell: Tell,
    /// `/` and the key.
    root: String,
    /// The previews, by the folders of their sites: where each is entered.
    previews: Mutex<BTreeMap<PathBuf, String>>,
    /// The desks, likewise.
    #[cfg(feature = "desk")]
    desks: Mutex<BTreeMap<PathBuf, super::desk::Entrance>>,
    end: tokio::sync::Notify,
}

/// Runs the start page until it is ended from there, until nobody has been connected for ten minutes, or
/// until the program is asked to end.
///
/// # Errors
/// When it cannot listen.
pub fn run(options: Arc<Options>, tell: Tell) -> Result<(), Diagnostic> {
    // Its address is asked for by nobody who does not have the key, so that any port will do.
    let listening = super::Options {
        port: 0,
        ..(options.preview)(&options.folder)
    };
    let (listener, address) = super::listen(&listening, &tell)?;
    let failed = |error: io::Error| {
        Diagnostic::new(&say::LISTEN)
            .with("address", address)
            .with("reason", error.to_string())
    };
    let start = Arc::new(Start {
        options,
        tell,
        root: format!("/{}", guard::key()),
        previews: Mutex::default(),
        #[cfg(feature = "desk")]
        desks: Mutex::default(),
        end: tokio::sync::Notify::new(),
    });
    let own = format!("http://{address}{}/", start.root);
    (start.tell)(News::Started(own.clone()));
    super::open_browser(&own, &start.tell);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(failed)?;
    let result = runtime.block_on(async {
        let router = Router::new().fallback(answered).with_state(start.clone());
        tokio::select! {
            result = connections::serve(listener, router, Limits::default()) => result.map(|never| match never {}),
            () = left(&start.options.presence) => Ok(()),
            () = super::ended() => Ok(()),
            // The answer that says so is still on its way.
            () = async { start.end.notified().await; tokio::time::sleep(Duration::from_millis(300)).await } => Ok(()),
        }
    });
    runtime.shutdown_background();
    result.map_err(failed)
}

/// Comes when nobody has been there for long enough.
async fn left(presence: &Presence) {
    loop {
        tokio::time::sleep(LOOK).await;
        let empty = presence.empty_for(Instant::now());
        if empty.is_some_and(|empty| empty >= PATIENCE) {
            return;
        }
    }
}

async fn answered(State(start): State<Arc<Start>>, request: Request) -> Response {
    let writes = request.method() == axum::http::Method::POST;
    let names = Names::default();
    let judged = guard::judge_form(&http::sent(&request), &names);
    let Ok(()) = judged else {
        return guarded(StatusCode::FORBIDDEN.into_response());
    };
    let path = request
        .uri()
        .path()
        .strip_prefix(&start.root)
        .map(str::to_owned);
    // Who does not have the key is not told more than that.
    let Some(path) = path.filter(|path| path.starts_with('/')) else {
        return guarded(StatusCode::NOT_FOUND.into_response());
    };
    if let Some(connection) = request.extensions().get::<Connection>() {
        connection.keep();
    }
    let query = request.uri().query().unwrap_or_default().to_owned();
    let languages = request.headers().get(header::ACCEPT_LANGUAGE).cloned();
    let messages = spoken(languages.as_ref(), start.options.messages);
    let body = match connections::body(request.into_body(), LONGEST, SENDING).await {
        Ok(body) => String::from_utf8_lossy(&body).into_owned(),
        Err(Unread::Cut) => return guarded(StatusCode::PAYLOAD_TOO_LARGE.into_response()),
        Err(Unread::Late) => return guarded(StatusCode::REQUEST_TIMEOUT.into_response()),
    };
    let asked = answer::read(writes, &path, &query, &body);
    if asked == Asked::Stay {
        return guarded(http::stay(&start.options.presence));
    }
    let made = tokio::task::spawn_blocking(move || start.done(asked, messages)).await;
    guarded(made.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()))
}

/// The first language that the browser asks for and the program speaks.
fn spoken(asked: Option<&HeaderValue>, messages: Messages) -> Messages {
    let asked = asked
        .and_then(|asked| asked.to_str().ok())
        .unwrap_or_default();
    let mut tags = asked
        .split(',')
        .map(|tag| tag.split(';').next().unwrap_or_default().trim());
    tags.find_map(|tag| messages.of_tag(tag))
        .unwrap_or(messages)
}

/// What every answer carries: it runs nothing but its own script, and goes nowhere but to previews.
fn guarded(mut response: Response) -> Response {
    let policy = "default-src 'none'; script-src 'self'; img-src 'self'; style-src 'self'; connect-src 'self'; \
        form-action 'self' http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'";
    let headers = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", policy),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        // The key is in the address.
        ("referrer-policy", "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn html(text: String) -> Response {
    let media = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (media, text).into_response()
}

/// On to another address (RFC 9110, section 15.4.4).
fn on(address: &str) -> Response {
    match HeaderValue::from_str(address) {
        Ok(address) => {
            let location = [(header::LOCATION, address)];
            (StatusCode::SEE_OTHER, location, Body::empty()).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

impl Start {
    /// A folder as somebody writes it: from their own, `~/Documents`, or from where the page begins.
    fn folder(&self, written: PathBuf) -> PathBuf {
        let own = written
            .strip_prefix("~")
            .ok()
            .zip(self.options.home.as_ref());
        match own {
            Some((rest, home)) => home.join(rest),
            // A whole path stays as it is.
            None => self.options.folder.join(written),
        }
    }

    /// Does what is asked, and says what came of it.
    fn done(&self, asked: Asked, messages: Messages) -> Response {
        let asked = asked.map_folder(|folder| self.folder(folder));
        match asked {
            Asked::Page(folder) => html(self.page(folder, (Vec::new(), Form::default()), messages)),
            Asked::Style => {
                let media = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
                (media, include_str!("../assets/start.css")).into_response()
            }
            Asked::Script => {
                let media = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
                (media, include_str!("../assets/start.js")).into_response()
            }
            Asked::Icon => {
                let media = [(header::CONTENT_TYPE, "image/svg+xml")];
                (media, include_str!("../assets/start.svg")).into_response()
            }
            Asked::Open(folder) => match self.open(&folder) {
                Ok(address) => on(&address),
                Err(finding) => {
                    html(self.page(Some(folder), (vec![*finding], Form::default()), messages))
                }
            },
            #[cfg(feature = "desk")]
            Asked::Write(folder) => match self.write(&folder) {
                Ok(address) => on(&address),
                Err(finding) => {
                    html(self.page(Some(folder), (vec![*finding], Form::default()), messages))
                }
            },
            #[cfg(not(feature = "desk"))]
            Asked::Write(_) => StatusCode::NOT_FOUND.into_response(),
            Asked::Forget(folder) => match self.options.known.forget(&folder) {
                Ok(()) => on(&format!("{}/", self.root)),
                Err(error) => {
                    let finding = self.unlisted(&error);
                    html(self.page(None, (vec![finding], Form::default()), messages))
                }
            },
            Asked::New(folder, form) => match self.begin(&folder, &form, messages) {
                Ok(address) => on(&address),
                Err(findings) => html(self.page(Some(folder), (findings, form), messages)),
            },
            Asked::End => {
                self.end.notify_one();
                html(page::ended(&self.root, messages))
            }
            Asked::Stay | Asked::Nothing => StatusCode::NOT_FOUND.into_response(),
        }
    }

    fn page(
        &self,
        folder: Option<PathBuf>,
        said: (Vec<Diagnostic>, Form),
        messages: Messages,
    ) -> String {
        let (known, here) = (&self.options.known, &self.options.folder);
        page::page(
            &answer::shown(&self.root, known, here, folder, said),
            messages,
        )
    }

    /// What the list of sites could not be written for.
    fn unlisted(&self, error: &io::Error) -> Diagnostic {
        let file = self.options.known.file.as_deref().unwrap_or(Path::new(""));
        Diagnostic::new(&rihla_diagnostics::catalogue::write::MACHINE)
            .with("path", file.display().to_string())
            .with("reason", rihla_site::failure::reason(error))
    }

    /// Begins a site, and gives where its preview is entered.
    fn begin(
        &self,
        around: &Path,
        form: &Form,
        messages: Messages,
    ) -> Result<String, Vec<Diagnostic>> {
        let short = match slug(&form.name) {
            short if short.is_empty() => "site".to_owned(),
            short => short,
        };
        let folder = around.join(short);
        if form.name.is_empty() {
            return Err(vec![Diagnostic::new(&say::START_NAME)]);
        }
        let Some(purpose) = init::PURPOSES.iter().find(|name| **name == form.purpose) else {
            return Err(vec![Diagnostic::new(&say::START_PURPOSE)]);
        };
        if !around.is_dir() {
            let finding = Diagnostic::new(&say::START_NO_FOLDER);
            return Err(vec![finding.with("folder", around.display().to_string())]);
        }
        let url = init::address(&form.url).map_err(|finding| vec![*finding])?;
        let asked = Init {
            name: form.name.clone(),
            languages: init::tags(&form.languages),
            purpose,
            base_url: url,
            time_zone: self.options.time_zone.clone(),
            folder: folder.clone(),
        };
        let options = build::Options {
            out: build::default_out(&folder),
            site: folder.clone(),
            ..self.options.build.clone()
        };
        init::init(&asked, &options, messages).map_err(|refused| refused.diagnostics)?;
        self.open(&folder).map_err(|finding| vec![*finding])
    }

    /// Puts a site on the list.
    fn note(&self, folder: &Path) -> Result<(), Box<Diagnostic>> {
        if !rihla_site::source::is_site(folder) {
            let finding = Diagnostic::new(&say::START_NO_SITE);
            return Err(Box::new(
                finding.with("folder", folder.display().to_string()),
            ));
        }
        if let Err(error) = self.options.known.add(folder) {
            // The site is shown all the same.
            (self.tell)(News::Trouble(self.unlisted(&error)));
        }
        Ok(())
    }

    /// Where the desk of a site is entered, once; it is begun where there is none.
    #[cfg(feature = "desk")]
    fn write(&self, folder: &Path) -> Result<String, Box<Diagnostic>> {
        self.note(folder)?;
        let mut desks = self.desks.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entrance) = desks.get(folder) {
            return Ok(entrance.address());
        }
        let options = super::desk::Options {
            presence: self.options.presence.clone(),
            ..(self.options.desk)(folder)
        };
        let desk = super::desk::Desk::begin(options, self.tell.clone())?;
        let entrance = desk.entrance();
        let address = entrance.address();
        desks.insert(folder.to_owned(), entrance);
        let tell = self.tell.clone();
        std::thread::spawn(move || {
            if let Err(finding) = desk.run() {
                tell(News::Trouble(finding));
            }
        });
        Ok(address)
    }

    /// Where the preview of a site is entered; it is begun where there is none.
    fn open(&self, folder: &Path) -> Result<String, Box<Diagnostic>> {
        self.note(folder)?;
        let mut previews = self.previews.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entrance) = previews.get(folder) {
            return Ok(entrance.clone());
        }
        let key = guard::key();
        let options = super::Options {
            presence: self.options.presence.clone(),
            entrance: Some(key.clone()),
            ..(self.options.preview)(folder)
        };
        let (sender, receiver) = mpsc::channel();
        let told = {
            let (tell, sender) = (self.tell.clone(), sender.clone());
            Arc::new(move |news: News| {
                if let News::Listening(address) = &news {
                    let _ = sender.send(Ok(address.clone()));
                }
                tell(news);
            })
        };
        std::thread::spawn(move || {
            if let Err(finding) = super::run(options, told) {
                let _ = sender.send(Err(Box::new(finding)));
            }
        });
        // Its thread says one or the other, and ends with the program.
        let address = receiver.recv().unwrap_or_else(|error| {
            let finding = Diagnostic::new(&say::START_NO_SITE);
            Err(Box::new(finding.with("folder", error.to_string())))
        })?;
        let entrance = entrance(&address, &key);
        previews.insert(folder.to_owned(), entrance.clone());
        Ok(entrance)
    }
}

/// Where a preview at an address is entered from a page of this machine.
fn entrance(address: &str, key: &str) -> String {
    let host = address.split('/').nth(2).unwrap_or_default();
    format!("http://{host}{}{key}", super::client::ENTER)
}
