//! The pages of the site as the theme draws them, with what is typed in them: on a port of their own, under a
//! path that nobody else knows.
//!
//! Another port is another origin (HTML, section 7.1): a script of the theme, or a drawing that is opened by
//! itself, reads nothing of the desk, and what it asks of the desk is refused at its door.

use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{ConnectInfo, Extension, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;

use super::Options;
use super::core::setting;
use crate::connections::{self, Connection, Limits};
use crate::guard::{Names, Sent, key};
use crate::http::{self, Server};
use crate::state::{PreviewCache, View};
use crate::{Tell, client};
use rihla_diagnostics::Diagnostic;

/// The server of the pages.
pub struct Frame {
    listener: TcpListener,
    /// The address of the site, without a slash at its end.
    pub base: String,
    place: Place,
    views: watch::Sender<Option<Arc<View>>>,
}

/// Where the pages are, and who may show them.
#[derive(Clone, Debug)]
struct Place {
    /// The only `Host` that is answered.
    host: String,
    /// `/`, the key and `/`.
    path: String,
    /// The address of the desk, which alone may frame the pages.
    desk: String,
}

impl Frame {
    /// Listens at a port of its own, for the desk at an address.
    pub fn listen(options: &Options, desk: SocketAddr, tell: &Tell) -> Result<Self, Diagnostic> {
        let port = match options.port {
            0 => 0,
            _ => desk.port().saturating_add(1),
        };
        let (listener, address) = super::listen(port, tell)?;
        let path = format!("/{}/", key());
        Ok(Self {
            listener,
            base: format!("http://{address}{}", path.trim_end_matches('/')),
            place: Place {
                host: address.to_string(),
                path,
                desk: desk.to_string(),
            },
            views: watch::Sender::new(None),
        })
    }

    /// Takes what is to be shown.
    pub fn views(&self) -> watch::Sender<Option<Arc<View>>> {
        self.views.clone()
    }

    /// Serves until the network fails.
    pub async fn serve(self, options: &Options, tell: &Tell) -> std::io::Result<()> {
        let server = Arc::new(Server {
            setting: setting(options),
            names: Names::default(),
            views: self.views.subscribe(),
            cache: PreviewCache::default(),
            tell: tell.clone(),
            entrance: None,
            presence: options.presence.clone(),
            told: Mutex::default(),
        });
        let router = Router::new()
            .fallback(answer)
            .with_state((server, Arc::new(self.place)));
        let served = connections::serve(self.listener, router, Limits::default()).await;
        served.map(|never| match never {})
    }
}

type Shared = (Arc<Server>, Arc<Place>);

async fn answer(
    State((server, place)): State<Shared>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Extension(connection): Extension<Connection>,
    request: Request,
) -> Response {
    let dest = request.headers().get("sec-fetch-dest").cloned();
    let dest = dest.as_ref().and_then(|dest| dest.to_str().ok());
    let is_good = place.allows(&http::sent(&request), request.uri().path(), dest);
    let mut response = match is_good {
        true => {
            // Of what is below the key, the address is one.
            if request.uri().path().starts_with(&*place.path) {
                connection.keep();
            }
            http::responded(&server, peer.ip(), request).await
        }
        false => StatusCode::FORBIDDEN.into_response(),
    };
    let policy = format!("frame-ancestors http://{}; connect-src 'self'", place.desk);
    let headers = response.headers_mut();
    for (name, value) in [
        ("x-robots-tag", "noindex"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        // The key is in the address.
        ("referrer-policy", "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-cache"));
    response
}

impl Place {
    /// Whether a request comes from the pages themselves, or opens one of them from the desk.
    fn allows(&self, sent: &Sent, path: &str, dest: Option<&str>) -> bool {
        let is_own = |host: &str| host == self.host;
        let is_host = sent.host.is_some_and(is_own) && sent.authority.is_none_or(is_own);
        let own = |origin: &str| origin.strip_prefix("http://") == Some(&*self.host);
        let is_origin = sent.origin.is_none_or(own);
        let is_page = path.starts_with(&*self.path);
        let from = match sent.site {
            None | Some("same-origin") => is_page || path.starts_with(client::FOLDER),
            // The desk is another port of the same machine.
            Some("same-site") => is_page && matches!(dest, Some("iframe" | "document")),
            Some("none") => is_page && dest == Some("document"),
            Some(_) => false,
        };
        matches!(sent.method, "GET" | "HEAD") && is_host && is_origin && from
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_shown_to_who_has_the_key() {
        let place = Place {
            host: "127.0.0.1:4101".to_owned(),
            path: "/0123/".to_owned(),
            desk: "127.0.0.1:4100".to_owned(),
        };
        let good = Sent {
            method: "GET",
            authority: None,
            host: Some("127.0.0.1:4101"),
            origin: None,
            site: Some("same-origin"),
        };
        let from = |site| Sent { site, ..good };
        assert!(place.allows(&from(Some("same-site")), "/0123/fr/", Some("iframe")));
        assert!(place.allows(&good, "/0123/fr/", Some("document")));
        assert!(place.allows(&good, "/_rihla/preview.js", Some("script")));
        for (sent, path, dest) in [
            (from(Some("same-site")), "/0123/fr/", Some("empty")),
            (from(Some("cross-site")), "/0123/fr/", Some("iframe")),
            (from(Some("same-site")), "/_rihla/events", Some("empty")),
            (good, "/fr/", Some("document")),
            (good, "/", Some("document")),
            (
                Sent {
                    method: "POST",
                    ..good
                },
                "/0123/fr/",
                None,
            ),
            (
                Sent {
                    host: Some("x.example"),
                    ..good
                },
                "/0123/fr/",
                None,
            ),
            (
                Sent {
                    origin: Some("http://127.0.0.1:4100"),
                    ..good
                },
                "/0123/fr/",
                None,
            ),
        ] {
            assert!(!place.allows(&sent, path, dest), "{sent:?} {path} {dest:?}");
        }
    }
}
