//! What the pages of the desk may ask for.

use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Extension, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::actions::{self, Again, Begin, Of};
use super::core::{Core, Failed, words};
use super::door::{Door, Refusal};
use super::entry::{self, Saved, Sent};
use super::list::{self, Sought, Wanted};
use super::{back, copy, pictures, shell, source};
use crate::connections::{self, Connection, Limits, Unread};
use crate::presence::Presence;
use crate::{http, state};
use rihla_diagnostics::{Messages, Text};
use rihla_text::markdown::paste::paste;
use rihla_text::url::decoded;

/// The most that a request holds, in bytes.
const LONGEST: usize = 64 << 20;

/// How long one may be on its way.
const SENDING: Duration = Duration::from_secs(60);

/// What every request is answered from.
pub struct Server {
    pub door: Arc<Door>,
    pub core: Arc<Core>,
    /// The language in which it speaks; without it, that of the browser.
    pub messages: Option<Messages>,
    /// The languages of the program, in English.
    pub languages: Messages,
    pub presence: Presence,
}

/// Serves until the network fails.
pub async fn serve(listener: TcpListener, server: Server) -> io::Result<()> {
    let router = Router::new()
        .fallback(answered)
        .with_state(Arc::new(server));
    let served = connections::serve(listener, router, Limits::default()).await;
    served.map(|never| match never {})
}

async fn answered(
    State(server): State<Arc<Server>>,
    Extension(connection): Extension<Connection>,
    request: Request,
) -> Response {
    guarded(answer(server, &connection, request).await)
}

/// What every answer carries.
fn guarded(mut response: Response) -> Response {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; \
        connect-src 'self'; frame-src http://127.0.0.1:*; form-action 'none'; base-uri 'none'; \
        frame-ancestors 'none'; require-trusted-types-for 'script'";
    let headers = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", policy),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The key of a session, in a request.
const SESSION: HeaderName = HeaderName::from_static("rihla-session");

async fn answer(server: Arc<Server>, connection: &Connection, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let languages = request.headers().get(header::ACCEPT_LANGUAGE);
    let languages = languages.and_then(|value| value.to_str().ok());
    let messages = server
        .messages
        .unwrap_or_else(|| state::speaks(server.languages, languages.unwrap_or_default()));
    let sent = http::sent(&request);
    let Some(name) = path.strip_prefix("/api/").map(str::to_owned) else {
        let dest = request.headers().get("sec-fetch-dest");
        let dest = dest.and_then(|dest| dest.to_str().ok());
        return match server.door.judge_page(&sent, dest) {
            Ok(()) => shell::page(&path, messages),
            Err(refusal) => refused(refusal, messages),
        };
    };
    if let Err(refusal) = server.door.judge(&sent) {
        return refused(refusal, messages);
    }
    let key = request.headers().get(SESSION);
    let key = key.and_then(|key| key.to_str().ok()).map(str::to_owned);
    let is_known = key.as_deref().is_some_and(|key| server.door.knows(key));
    if !is_known && name != "session" {
        return refused(Refusal::Key, messages);
    }
    if is_known {
        connection.keep();
    }
    let headers = request.headers().clone();
    let body = match connections::body(request.into_body(), LONGEST, SENDING).await {
        Ok(body) => body,
        Err(Unread::Cut) => {
            return told(StatusCode::PAYLOAD_TOO_LARGE, "desk-too-large", messages);
        }
        Err(Unread::Late) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    if name == "stay" {
        return http::stay(&server.presence);
    }
    server.core.ready().await;
    let done = tokio::task::spawn_blocking(move || {
        let asked = Asked {
            server: &server,
            headers: &headers,
            body: &body,
            key: key.as_deref(),
            messages,
        };
        done(&name, &asked).unwrap_or_else(|failed| unprocessed(&failed, messages))
    });
    // What was typed is kept before anything is drawn; a panic is told as what it is.
    match done.await {
        Ok(response) => response,
        Err(_) => told(StatusCode::INTERNAL_SERVER_ERROR, "desk-failed", messages),
    }
}

/// A request that may be answered.
struct Asked<'a> {
    server: &'a Server,
    headers: &'a HeaderMap,
    body: &'a Bytes,
    key: Option<&'a str>,
    messages: Messages,
}

impl Asked<'_> {
    /// What stands in it; `None` where it is no such thing.
    fn read<T: DeserializeOwned>(&self) -> Result<T, Failed> {
        serde_json::from_slice(self.body).map_err(|_| Failed::Said(Vec::new()))
    }

    /// A header whose letters are percent-encoded.
    fn header(&self, name: &str) -> String {
        let value = self.headers.get(name).and_then(|value| value.to_str().ok());
        value.map(decoded).unwrap_or_default()
    }
}

/// Answers a request by its name.
fn done(name: &str, asked: &Asked) -> Result<Response, Failed> {
    let (core, messages) = (&*asked.server.core, asked.messages);
    Ok(match name {
        "session" => return session(asked),
        "prove" => json(json!({"proof": asked.key.and_then(|key| asked.server.door.proof(key))})),
        "list" => json(list::list(core, &asked.read::<Wanted>()?, messages)?),
        "find" => json(list::find(core, &asked.read::<Sought>()?, messages)?),
        "entry" => {
            let of = asked.read::<Of>()?;
            json(entry::open(core, &of.id, of.page.as_deref(), messages)?)
        }
        "check" => json(entry::check(core, asked.read::<Sent>()?, messages)?),
        "save" => match entry::save(core, asked.read::<Sent>()?, messages)? {
            Saved::Answer(value) => json(value),
            Saved::Conflict(value) => (StatusCode::CONFLICT, axum_json(value)).into_response(),
        },
        "follows" => json(entry::follows(core, &asked.read::<Sent>()?, messages)?),
        "aside" => json(entry::aside(core, &asked.read::<Sent>()?)?),
        "moved" => json(entry::moved(core, &asked.read::<Sent>()?)?),
        "source" => json(source::check(core, &asked.read()?, messages)?),
        "source-save" => json(source::save(core, &asked.read()?, messages)?),
        "discard" => json(back::discard(core, &asked.read::<Of>()?.id, messages)?),
        "new" => json(actions::begin(core, asked.read::<Begin>()?, messages)?),
        "duplicate" => json(actions::duplicate(core, asked.read::<Again>()?)?),
        "remove" => json(actions::take_away(core, &asked.read::<Of>()?, messages)?),
        "accept" => json(actions::accepted(core, &asked.read::<Of>()?, messages)?),
        "history" => json(back::steps(core, messages)),
        "undo" => json(back::undo(core, asked.read::<Number>()?.number, messages)?),
        "copy" => json(copy::copy(core, &asked.read::<Of>()?.id, messages)?),
        "directives" => json(actions::directives(messages)),
        "paste" => json(pasted(&asked.read::<Clipboard>()?, messages)),
        "picture" => {
            let (id, name) = (asked.header("rihla-entry"), asked.header("rihla-name"));
            json(pictures::put(core, &id, &name, asked.body, messages)?)
        }
        "given-up" => json(pictures::give_up(core, &asked.read()?)?),
        "file" => {
            let file = asked.read::<OfFile>()?;
            let found = pictures::get(core, &file.id, &file.file);
            found.unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    })
}

#[derive(serde::Deserialize)]
struct Number {
    number: u32,
}

#[derive(serde::Deserialize)]
struct Clipboard {
    html: String,
}

#[derive(serde::Deserialize)]
struct OfFile {
    id: String,
    file: String,
}

#[derive(Default, serde::Deserialize)]
struct Token {
    #[serde(default)]
    token: Option<String>,
}

/// Lets a browser in, and tells it what the site is.
fn session(asked: &Asked) -> Result<Response, Failed> {
    let token: Token = asked.read().unwrap_or_default();
    let key = asked.server.door.enter(token.token.as_deref(), asked.key);
    let Some(key) = key else {
        return Ok(refused(Refusal::Key, asked.messages));
    };
    let mut site = list::site(&asked.server.core, asked.messages)?;
    site["proof"] = asked.server.door.proof(&key).into();
    site["session"] = key.into();
    Ok(json(site))
}

fn pasted(clipboard: &Clipboard, messages: Messages) -> Value {
    let pasted = paste(&clipboard.html);
    let left = pasted.left_out.iter().map(|(what, count)| {
        let values = [("count", rihla_diagnostics::Value::Count(*count))];
        what.text().with(messages, &values)
    });
    let left: Vec<String> = left.collect();
    json!({"markdown": pasted.markdown, "left_out": left})
}

fn json(value: Value) -> Response {
    axum_json(value).into_response()
}

fn axum_json(value: Value) -> impl IntoResponse {
    let media = [(header::CONTENT_TYPE, "application/json")];
    (media, value.to_string())
}

fn refused(refusal: Refusal, messages: Messages) -> Response {
    match refusal {
        Refusal::Foreign => told(StatusCode::FORBIDDEN, "desk-foreign", messages),
        Refusal::Method => StatusCode::METHOD_NOT_ALLOWED.into_response(),
        Refusal::Key => told(StatusCode::UNAUTHORIZED, "desk-no-session", messages),
    }
}

fn told(status: StatusCode, id: &'static str, messages: Messages) -> Response {
    let message = Text(id).get(messages);
    (status, axum_json(json!({"message": message, "hint": null}))).into_response()
}

/// The code of what is said of a failure.
fn code(failed: &Failed) -> Option<&'static str> {
    match failed {
        Failed::Said(diagnostics) => diagnostics.first().map(|found| found.message.code),
        Failed::Unread => None,
    }
}

fn unprocessed(failed: &Failed, messages: Messages) -> Response {
    let (message, hint) = words(failed, messages);
    if message.is_empty() {
        return told(StatusCode::BAD_REQUEST, "desk-foreign", messages);
    }
    let text = json!({"message": message, "hint": hint, "code": code(failed)});
    (StatusCode::UNPROCESSABLE_ENTITY, axum_json(text)).into_response()
}
