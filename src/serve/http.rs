//! The preview on the network: a server that reads nothing but what [`super::state`]
//! answers, and tells open pages of changes.

use std::convert::Infallible;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use tokio::sync::watch::Receiver;

use super::connections::{self, Limits};
use super::guard::{self, Names, Refusal, Sent};
use super::presence::Presence;
use super::state::{self, Asked, PreviewCache, Setting, View};
use super::{News, Tell, client, follow};
use rihla_diagnostics::Diagnostic;
use rihla_text::escape::escape;

/// What every request is answered from.
pub struct Server {
    /// What does not change.
    pub setting: Setting,
    /// The names under which it answers.
    pub names: Names,
    /// What is shown now; none until the site has been read once.
    pub views: Receiver<Option<Arc<View>>>,
    /// Pages as they last were without errors.
    pub cache: PreviewCache,
    /// Takes what there is to say.
    pub tell: Tell,
    /// The key under which the start page leads here.
    pub entrance: Option<String>,
    /// Who is connected.
    pub presence: Presence,
    /// What was said of the pages of this generation.
    pub told: Mutex<(u64, Vec<Diagnostic>)>,
}

/// How often a line is sent to a page where nothing changes, so that a lost connection is seen.
const ALIVE: Duration = Duration::from_secs(15);

/// How long a page waits before it asks again where the connection is lost.
const RETRY: Duration = Duration::from_millis(500);

/// Serves until `end` comes.
///
/// # Errors
/// Those of the network.
pub async fn serve(
    listener: TcpListener,
    server: Arc<Server>,
    end: impl Future<Output = ()>,
) -> std::io::Result<()> {
    let router = Router::new().fallback(answer).with_state(server);
    tokio::select! {
        result = connections::serve(listener, router, Limits::default()) => result.map(|never| match never {}),
        // Open pages keep their connections for as long as they are open, so none is waited for.
        () = end => Ok(()),
    }
}

async fn answer(
    State(server): State<Arc<Server>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response {
    if let Err(refusal) = guard::judge(&sent(&request), &server.names) {
        if refusal == Refusal::Origin && enters(&server, request.uri().path()) {
            return guarded(entered(&server).await);
        }
        return guarded(refused(refusal, &request));
    }
    guarded(responded(&server, peer.ip(), request).await)
}

/// Answers a request that may be answered.
pub(super) async fn responded(server: &Arc<Server>, peer: IpAddr, request: Request) -> Response {
    let path = request.uri().path();
    if path == client::EVENTS {
        events(server.clone()).into_response()
    } else if let Some((media, text)) = client::file(path) {
        ([(header::CONTENT_TYPE, media)], text).into_response()
    } else if path.starts_with(client::FOLDER) {
        StatusCode::NOT_FOUND.into_response()
    } else {
        let (own, wanted) = read(&request, peer, &server.names);
        of_site(server, own, wanted).await
    }
}

/// What every answer carries: it is nobody else's to embed, frame, keep or index.
fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        ("x-robots-tag", "noindex"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("content-security-policy", "frame-ancestors 'self'"),
    ] {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-cache"));
    response
}

/// The headers by which a request is judged. One that is sent twice or is no text counts as
/// one that is wrong.
pub(super) fn sent(request: &Request) -> Sent<'_> {
    let one = |name: HeaderName| {
        let mut all = request.headers().get_all(name).iter();
        let first = all.next()?;
        let is_only = all.next().is_none();
        Some(first.to_str().ok().filter(|_| is_only).unwrap_or("?"))
    };
    Sent {
        method: request.method().as_str(),
        authority: request
            .uri()
            .authority()
            .map(|authority| authority.as_str()),
        host: one(header::HOST),
        origin: one(header::ORIGIN),
        site: one(HeaderName::from_static("sec-fetch-site")),
    }
}

/// Whether a path is the one by which the start page leads here.
fn enters(server: &Server, path: &str) -> bool {
    let key = path.strip_prefix(client::ENTER);
    key.is_some() && key == server.entrance.as_deref()
}

/// A page that leads on to the site, as one of this preview: what comes from there is not refused.
async fn entered(server: &Server) -> Response {
    let mut views = server.views.clone();
    let view = match views.wait_for(Option::is_some).await {
        Ok(view) => view.clone(),
        Err(_) => None,
    };
    let good = view.as_ref().and_then(|view| view.loaded.good.as_ref());
    let base = good.map_or_else(|| "/".to_owned(), |good| good.site.routes.url("/"));
    let base = escape(&base);
    let html = format!(
        "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0;url={base}\">\n<title>Aperçu – Preview</title>\n</head>\n<body>\n<main>\n\
         <p><a href=\"{base}\">Aperçu</a></p>\n<p lang=\"en\"><a href=\"{base}\">Preview</a></p>\n</main>\n</body>\n</html>\n"
    );
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (headers, html).into_response()
}

/// A refusal. A person who followed a link from another site is shown the way.
fn refused(refusal: Refusal, request: &Request) -> Response {
    let says = |name: &'static str, value: &str| {
        let header = request.headers().get(name);
        header.is_some_and(|header| header.as_bytes() == value.as_bytes())
    };
    let text = match refusal {
        Refusal::Method => {
            let allow = [(header::ALLOW, "GET, HEAD")];
            return (StatusCode::METHOD_NOT_ALLOWED, allow, "405\n").into_response();
        }
        Refusal::Host => {
            "L’aperçu ne répond pas à ce nom de machine : demandez-le par son adresse, ou lancez-le avec --host et ce nom, ou avec --allow-host et ce nom si un proxy le transmet.\n\
             The preview does not answer to this host name: ask for it by its address, or start it with --host and this name, or with --allow-host and this name where a proxy hands it on.\n"
        }
        Refusal::Origin
            if says("sec-fetch-mode", "navigate") && says("sec-fetch-dest", "document") =>
        {
            let path = escape(request.uri().path());
            let html = format!(
                "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
                 <meta name=\"robots\" content=\"noindex\">\n<title>Aperçu – Preview</title>\n</head>\n<body>\n<main>\n\
                 <p><a href=\"{path}\">Ouvrir l’aperçu</a> : la demande venait d’un autre site.</p>\n\
                 <p lang=\"en\"><a href=\"{path}\">Open the preview</a>: the request came from another site.</p>\n\
                 </main>\n</body>\n</html>\n"
            );
            let media = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
            return (StatusCode::FORBIDDEN, media, html).into_response();
        }
        Refusal::Origin => {
            "Cette demande vient d’un autre site. / This request comes from another site.\n"
        }
    };
    (StatusCode::FORBIDDEN, text).into_response()
}

/// A line for each state of the site: the present one at once, then each new one.
fn events(server: Arc<Server>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut views = server.views.clone();
    // The present state counts as a new one.
    views.mark_changed();
    let visit = server.presence.enter();
    let state = (server, views, visit);
    let stream = futures_util::stream::unfold(state, |(server, mut views, visit)| async move {
        loop {
            // The sender is gone when the program ends.
            views.changed().await.ok()?;
            let view = views.borrow_and_update().clone();
            if let Some(view) = view {
                let replaced: Vec<_> = view.replaced.iter().collect();
                let data = serde_json::json!({
                    "run": server.setting.run,
                    "generation": view.generation,
                    "replaced": replaced,
                });
                let event = Event::default()
                    .event("site")
                    .retry(RETRY)
                    .data(data.to_string());
                return Some((Ok(event), (server, views, visit)));
            }
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(ALIVE))
}

/// A connection that says nothing, and shows that somebody is there.
pub(super) fn stay(presence: &Presence) -> Response {
    let visit = presence.enter();
    let silent = futures_util::stream::unfold(visit, |visit| async move {
        std::future::pending::<()>().await;
        Some((
            Ok::<Event, std::convert::Infallible>(Event::default()),
            visit,
        ))
    });
    let alive = KeepAlive::new().interval(ALIVE);
    Sse::new(silent).keep_alive(alive).into_response()
}

/// A page or another output of the site.
async fn of_site(server: &Arc<Server>, own: Own, wanted: Wanted) -> Response {
    let mut views = server.views.clone();
    let view = match views.wait_for(Option::is_some).await {
        Ok(view) => view.clone(),
        Err(_) => None,
    };
    let Some(view) = view else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let asked_again = own.clone();
    let made = {
        let (server, view) = (server.clone(), view.clone());
        // A page is drawn on one thread from beginning to end, away from those that listen.
        tokio::task::spawn_blocking(move || {
            state::respond(&view, &server.setting, &server.cache, &own.asked())
        })
    };
    let response = match made.await {
        Ok(response) => response,
        Err(error) => {
            let detail = match error.try_into_panic() {
                Ok(panic) => follow::detail(&*panic),
                Err(error) => error.to_string(),
            };
            state::failed(&view, &server.setting, &asked_again.asked(), &detail)
        }
    };
    if let Some(problem) = &response.problem {
        say(server, &view, problem);
    }
    sealed(response, &wanted)
}

/// What a request asks for.
fn read(request: &Request, peer: IpAddr, names: &Names) -> (Own, Wanted) {
    let headers = request.headers();
    let text = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    // What comes from a proxy comes from anywhere.
    let is_proxied = names.is_proxy(&text("host"));
    let own = Own {
        path: request.uri().path().to_owned(),
        entry: text("rihla-entry"),
        languages: text("accept-language"),
        is_here: peer.to_canonical().is_loopback() && !is_proxied,
    };
    let wanted = Wanted {
        known: text("if-none-match"),
        // Only a whole page is asked for by other methods (RFC 9110, section 14.2).
        range: match request.method() == Method::GET {
            true => text("range"),
            false => String::new(),
        },
        unchanged: text("if-range"),
    };
    (own, wanted)
}

/// A request with texts of its own.
#[derive(Clone)]
struct Own {
    path: String,
    entry: String,
    languages: String,
    is_here: bool,
}

impl Own {
    fn asked(&self) -> Asked<'_> {
        Asked {
            path: &self.path,
            entry: Some(self.entry.as_str()).filter(|entry| !entry.is_empty()),
            languages: &self.languages,
            is_here: self.is_here,
        }
    }
}

/// What of an answer is wanted (RFC 9110, sections 13 and 14).
struct Wanted {
    /// `If-None-Match`.
    known: String,
    /// `Range`.
    range: String,
    /// `If-Range`: the range is wanted only of what the reader has a part of already.
    unchanged: String,
}

/// Says what is wrong with a page, once for each state of the site.
fn say(server: &Server, view: &View, problem: &Diagnostic) {
    let mut told = server.told.lock().unwrap_or_else(PoisonError::into_inner);
    if told.0 != view.generation {
        *told = (view.generation, Vec::new());
    }
    let is_known = |known: &Diagnostic| {
        known.place == problem.place && known.message.code == problem.message.code
    };
    if !told.1.iter().any(is_known) {
        told.1.push(problem.clone());
        let snapshot = view
            .loaded
            .good
            .as_ref()
            .map(|good| good.site.snapshot.clone());
        (server.tell)(News::Problem(problem.clone(), snapshot));
    }
}

/// An answer as it is sent.
fn sealed(made: state::Response, wanted: &Wanted) -> Response {
    let mut headers = HeaderMap::new();
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, &made.media);
    if let Some(location) = &made.location {
        set(header::LOCATION, location);
        // What leads on today may be a page tomorrow.
        set(header::CACHE_CONTROL, "no-store");
    }
    let length = match &made.body {
        state::Body::Bytes(bytes) => bytes.len() as u64,
        state::Body::File { length, .. } => *length,
    };
    let Some(etag) = &made.etag else {
        let status = StatusCode::from_u16(made.status).unwrap_or(StatusCode::OK);
        return (status, headers, body(made.body, 0, length)).into_response();
    };
    set(header::ETAG, etag);
    set(header::ACCEPT_RANGES, "bytes");
    let is_known = |known: &str| known == "*" || known.trim_start_matches("W/") == etag;
    if wanted.known.split(',').any(|known| is_known(known.trim())) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    // A date tells nothing here, since no answer has one; and a weak tag is not enough.
    let is_unchanged = wanted.unchanged.is_empty() || wanted.unchanged == *etag;
    let (status, start, end) = match part(&wanted.range, length).filter(|_| is_unchanged) {
        None => (StatusCode::OK, 0, length),
        Some(Part::Outside) => {
            set(header::CONTENT_RANGE, &format!("bytes */{length}"));
            return (StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response();
        }
        Some(Part::Within(start, end)) => {
            let last = end - 1;
            set(
                header::CONTENT_RANGE,
                &format!("bytes {start}-{last}/{length}"),
            );
            (StatusCode::PARTIAL_CONTENT, start, end)
        }
    };
    set(header::CONTENT_LENGTH, &(end - start).to_string());
    (status, headers, body(made.body, start, end)).into_response()
}

/// How much of a file is read at a time, in bytes.
const CHUNK: u64 = 256 << 10;

/// The bytes from `start` up to `end` of what was made, a file piece by piece as they are sent.
fn body(made: state::Body, start: u64, end: u64) -> Body {
    let file = match made {
        state::Body::Bytes(mut bytes) => {
            // Both are within its length, which fits.
            bytes.truncate(usize::try_from(end).unwrap_or(usize::MAX));
            let start = usize::try_from(start).unwrap_or(usize::MAX);
            return Body::from(bytes.split_off(start.min(bytes.len())));
        }
        state::Body::File { file, .. } => file,
    };
    let pieces =
        futures_util::stream::try_unfold((file, start), move |(mut file, at)| async move {
            if at >= end {
                return Ok(None);
            }
            let read = tokio::task::spawn_blocking(move || {
                let mut piece = Vec::new();
                file.seek(SeekFrom::Start(at))?;
                (&mut file)
                    .take(CHUNK.min(end - at))
                    .read_to_end(&mut piece)?;
                Ok::<_, io::Error>((file, piece))
            });
            let (file, piece): (_, Vec<u8>) = read.await.map_err(io::Error::other)??;
            if piece.is_empty() {
                // It has become shorter: the connection ends, so that nobody takes it for the whole.
                return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
            }
            let next = at + piece.len() as u64;
            Ok(Some((piece, (file, next))))
        });
    Body::from_stream(pieces)
}

/// What of a file a range asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The bytes from and up to.
    Within(u64, u64),
    /// Nothing that there is.
    Outside,
}

/// The one range that a player of sound or film asks for (RFC 9110, section 14.1.2); none where the
/// whole is to be sent.
fn part(range: &str, length: u64) -> Option<Part> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        // A number that is too large is beyond the end of every file.
        is_number.then(|| digits.parse().unwrap_or(u64::MAX))
    };
    let (start, end) = match (first.trim(), last.trim()) {
        ("", last) => (length.saturating_sub(number(last)?), length),
        (first, "") => (number(first)?, length),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            (first, last.saturating_add(1).min(length))
        }
    };
    Some(match start < end {
        true => Part::Within(start, end),
        false => Part::Outside,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        use Part::{Outside, Within};
        for (range, wanted) in [
            ("bytes=0-", Some(Within(0, 10))),
            ("bytes=2-4", Some(Within(2, 5))),
            ("bytes=2-99", Some(Within(2, 10))),
            ("bytes=-3", Some(Within(7, 10))),
            ("bytes=-99", Some(Within(0, 10))),
            ("bytes=10-", Some(Outside)),
            ("bytes=99-100", Some(Outside)),
            ("bytes=5-4", None),
            ("bytes=0-1,4-5", None),
            ("bytes=-", None),
            ("bytes=a-b", None),
            ("bytes=+1-2", None),
            ("bytes=0-18446744073709551615", Some(Within(0, 10))),
            ("bytes=0-99999999999999999999", Some(Within(0, 10))),
            ("bytes=99999999999999999999-", Some(Outside)),
            ("items=0-1", None),
            ("", None),
        ] {
            assert_eq!(part(range, 10), wanted, "{range}");
        }
        assert_eq!(part("bytes=0-", 0), Some(Outside));
        assert_eq!(part("bytes=-0", 10), Some(Outside));
    }
}
