//! The preview on the network: a server that reads nothing but what [`super::state`]
//! answers, and tells open pages of changes.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use tokio::sync::watch::Receiver;

use super::guard::{self, Refusal, Sent};
use super::state::{self, Asked, Remembered, Setting, View};
use super::{News, Tell, client, follow};
use crate::diagnostic::Diagnostic;
use crate::render::redirects::escape;

/// What every request is answered from.
pub struct Server {
    /// What does not change.
    pub setting: Setting,
    /// The name or address that was asked for with `--host`.
    pub host: String,
    /// What is shown now; none until the site has been read once.
    pub views: Receiver<Option<Arc<View>>>,
    /// Pages as they last were without errors.
    pub remembered: Remembered,
    /// Takes what there is to say.
    pub tell: Tell,
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
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let router = Router::new()
        .fallback(answer)
        .with_state(server)
        .into_make_service_with_connect_info::<SocketAddr>();
    tokio::select! {
        result = async { axum::serve(listener, router).await } => result,
        // Open pages keep their connections for as long as they are open, so none is waited for.
        () = end => Ok(()),
    }
}

async fn answer(
    State(server): State<Arc<Server>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response {
    let headers = request.headers();
    if let Err(refusal) = guard::judge(&sent(&request), &server.host) {
        return guarded(refused(refusal, &request));
    }
    let path = request.uri().path();
    let response = if path == client::EVENTS {
        events(server).into_response()
    } else if let Some((media, text)) = client::file(path) {
        ([(header::CONTENT_TYPE, media)], text).into_response()
    } else if path.starts_with(client::FOLDER) {
        StatusCode::NOT_FOUND.into_response()
    } else {
        of_site(&server, peer.ip(), path, headers).await
    };
    guarded(response)
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
fn sent(request: &Request) -> Sent<'_> {
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
            "L’aperçu ne répond pas à ce nom de machine : demandez-le par son adresse, ou lancez-le avec --host et ce nom.\n\
             The preview does not answer to this host name: ask for it by its address, or start it with --host and this name.\n"
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
    let state = (server, views);
    let stream = futures_util::stream::unfold(state, |(server, mut views)| async move {
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
                return Some((Ok(event), (server, views)));
            }
        }
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(ALIVE))
}

/// A page or another output of the site.
async fn of_site(server: &Arc<Server>, peer: IpAddr, path: &str, headers: &HeaderMap) -> Response {
    let mut views = server.views.clone();
    let view = match views.wait_for(Option::is_some).await {
        Ok(view) => view.clone(),
        Err(_) => None,
    };
    let Some(view) = view else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let text = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let own = (
        path.to_owned(),
        text("rihla-entry"),
        text("accept-language"),
    );
    let asked_again = own.clone();
    let (known, range) = (text("if-none-match"), text("range"));
    let made = {
        let (server, view) = (server.clone(), view.clone());
        // A page is drawn on one thread from beginning to end, away from those that listen.
        tokio::task::spawn_blocking(move || {
            let asked = asked(&own, peer);
            state::respond(&view, &server.setting, &server.remembered, &asked)
        })
    };
    let response = match made.await {
        Ok(response) => response,
        Err(error) => {
            let detail = match error.try_into_panic() {
                Ok(panic) => follow::detail(&*panic),
                Err(error) => error.to_string(),
            };
            let asked = asked(&asked_again, peer);
            state::failed(&view, &server.setting, &asked, &detail)
        }
    };
    if let Some(problem) = &response.problem {
        say(server, &view, problem);
    }
    sealed(response, &known, &range)
}

fn asked((path, entry, languages): &(String, String, String), peer: IpAddr) -> Asked<'_> {
    Asked {
        path,
        entry: Some(entry.as_str()).filter(|entry| !entry.is_empty()),
        languages,
        is_here: peer.to_canonical().is_loopback(),
    }
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
fn sealed(made: state::Response, known: &str, range: &str) -> Response {
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
    let Some(etag) = &made.etag else {
        let status = StatusCode::from_u16(made.status).unwrap_or(StatusCode::OK);
        return (status, headers, made.body).into_response();
    };
    set(header::ETAG, etag);
    set(header::ACCEPT_RANGES, "bytes");
    if known
        .split(',')
        .any(|known| known.trim().trim_start_matches("W/") == etag)
    {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    let length = made.body.len();
    match part(range, length) {
        Some((start, end)) => {
            set(
                header::CONTENT_RANGE,
                &format!("bytes {start}-{}/{length}", end - 1),
            );
            let body = Body::from(made.body[start..end].to_vec());
            (StatusCode::PARTIAL_CONTENT, headers, body).into_response()
        }
        None => (headers, made.body).into_response(),
    }
}

/// The one range that a player of sound or film asks for (RFC 9110, section 14.2), as bytes
/// from and up to; none where the whole is to be sent.
fn part(range: &str, length: usize) -> Option<(usize, usize)> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let (start, end) = match (first.trim(), last.trim()) {
        ("", last) => (length.saturating_sub(last.parse().ok()?), length),
        (first, "") => (first.parse().ok()?, length),
        (first, last) => (
            first.parse().ok()?,
            last.parse::<usize>().ok()?.checked_add(1)?.min(length),
        ),
    };
    (start < end).then_some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        for (range, wanted) in [
            ("bytes=0-", Some((0, 10))),
            ("bytes=2-4", Some((2, 5))),
            ("bytes=2-99", Some((2, 10))),
            ("bytes=-3", Some((7, 10))),
            ("bytes=-99", Some((0, 10))),
            ("bytes=10-", None),
            ("bytes=5-4", None),
            ("bytes=0-1,4-5", None),
            ("bytes=-", None),
            ("bytes=a-b", None),
            ("bytes=0-18446744073709551615", None),
            ("items=0-1", None),
            ("", None),
        ] {
            assert_eq!(part(range, 10), wanted, "{range}");
        }
        assert_eq!(part("bytes=0-", 0), None);
        assert_eq!(part("bytes=-0", 10), None);
    }
}
