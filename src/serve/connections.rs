//! Connections: for how long one may be silent, and how many there are.
//!
//! A server of this program answers one person, or the few of an office. Whoever else can connect, as another account of the
//! machine, must not be able to keep them out: a connection ends where the head of its next request does not come in
//! time, and where there are too many, the one that has been silent for the longest goes. Those of a browser that
//! showed its key stay.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::sync::Notify;

/// What a connection may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long the head of a request may be on its way, from the end of the answer before it.
    pub head: Duration,
    /// How many connections there are at most. On macOS a program has 256 files, and a desk serves at two ports.
    pub most: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            most: 96,
        }
    }
}

/// How long nothing is accepted after that has failed, as where the program has no more files.
const PAUSE: Duration = Duration::from_millis(200);

/// Serves at a port until the network fails. Each request has the address of its peer ([`ConnectInfo`]) and its
/// [`Connection`] among its extensions.
///
/// # Errors
/// Where the listener cannot be used.
pub async fn serve(
    listener: std::net::TcpListener,
    router: Router,
    limits: Limits,
) -> io::Result<Infallible> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let open = Arc::new(Open::default());
    let service = TowerToHyperService::new(router);
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head);
    loop {
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            // The peer was gone before it was accepted.
            Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => continue,
            Err(_) => {
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let connection = open.enter(limits.most);
        let (open, own, service) = (open.clone(), connection.clone(), service.clone());
        let heard = open.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            heard.hear(&own);
            let mut request = request.map(Body::new);
            let more = request.extensions_mut();
            more.insert(ConnectInfo::<SocketAddr>(peer));
            more.insert(own.clone());
            service.call(request)
        });
        let served = builder.serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move {
            tokio::select! {
                // How one ends concerns nobody else.
                _ = served => {}
                () = connection.0.end.notified() => {}
            }
            open.leave(&connection);
        });
    }
}

/// The connections that are open, the one that has been silent for the longest first.
#[derive(Debug, Default)]
struct Open(Mutex<Vec<Connection>>);

impl Open {
    /// Takes one more; where that is one too many, another one ends.
    fn enter(&self, most: usize) -> Connection {
        let connection = Connection::default();
        self.with(|open| {
            if open.len() >= most {
                let is_other = |known: &Connection| !known.0.is_kept.load(Ordering::Relaxed);
                let given_up = open.remove(open.iter().position(is_other).unwrap_or_default());
                given_up.0.end.notify_one();
            }
            open.push(connection.clone());
        });
        connection
    }

    /// Notes that the head of a request has come.
    fn hear(&self, connection: &Connection) {
        self.with(|open| {
            if let Some(at) = open.iter().position(|known| known.is(connection)) {
                open[at..].rotate_left(1);
            }
        });
    }

    fn leave(&self, connection: &Connection) {
        self.with(|open| open.retain(|known| !known.is(connection)));
    }

    fn with<T>(&self, act: impl FnOnce(&mut Vec<Connection>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A connection, as its requests know it.
#[derive(Clone, Debug, Default)]
pub struct Connection(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    is_kept: AtomicBool,
    end: Notify,
}

impl Connection {
    /// Keeps it where others have to go: who is behind it has shown a key.
    pub fn keep(&self) {
        self.0.is_kept.store(true, Ordering::Relaxed);
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Why the body of a request was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It did not come in time.
    Late,
    /// It is longer than it may be, or was cut off.
    Cut,
}

/// The body of a request, of at most so many bytes.
///
/// # Errors
/// Why it was not read.
pub async fn body(body: Body, longest: usize, time: Duration) -> Result<Bytes, Unread> {
    match tokio::time::timeout(time, to_bytes(body, longest)).await {
        Ok(read) => read.map_err(|_| Unread::Cut),
        Err(_) => Err(Unread::Late),
    }
}

#[cfg(test)]
#[path = "connections/tests.rs"]
mod tests;
