//! The preview: the site on a local address, each page drawn when it is asked for, and open
//! pages told of every change.
//!
//! ```text
//! files ─watch─▶ events ─debounce─▶ reload ─▶ View ─respond─▶ pages
//! ```
//!
//! - `watch` and `debounce` say when the files are worth reading again;
//! - `load` reads and links them, and keeps the last site without errors;
//! - `follow` is the thread that does this;
//! - `state` answers requests from what was loaded, without a network;
//! - `guard` says who may ask, `http` is the server;
//! - `desk` is where the site is written in the browser;
//! - `start` is the page from which previews are begun without a terminal, `presence` says whether
//!   anybody is there;
//! - `client` runs in the browser; `toolbar`, `overlay` and `inject` are what it finds there.
//!
//! The preview itself writes neither the output nor the ledger. Images alone are kept where builds keep
//! theirs.

pub mod debounce;

pub mod browser;
pub mod client;
mod connections;
pub mod editor;
pub mod follow;
pub mod guard;
pub mod http;
pub mod inject;
pub mod load;
pub mod output;
pub mod overlay;
pub mod presence;
pub mod state;
pub mod toolbar;
pub mod watch;
mod words;

#[cfg(feature = "desk")]
pub mod desk;

pub mod start;

use std::collections::BTreeMap;
use std::io;
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::Timestamp;

use editor::Editor;
use follow::{Follower, Order};
use guard::Names;
use http::Server;
use load::Loaded;
use presence::Presence;
use rihla_build as build;
use rihla_diagnostics::catalogue::serve as say;
use rihla_diagnostics::{Diagnostic, Messages};
use rihla_site::source::Snapshot;
use state::{PreviewCache, Setting, View};

/// What the preview is asked to do.
#[derive(Clone, Debug)]
pub struct Options {
    /// How the site is linked. Its output is not written, and `now` comes from the clock.
    pub build: build::Options,
    /// The site's folder, absolute.
    pub root: PathBuf,
    /// Gives the moment, each time the site is read.
    pub clock: fn() -> Timestamp,
    /// The name or address to listen at.
    pub host: String,
    /// Host names under which a proxy hands on what it was asked.
    pub allow_hosts: Vec<String>,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// Whether the browser is opened.
    pub open: bool,
    /// What opens files.
    pub editor: Editor,
    /// The language of what stands on the pages; without it, each page's own.
    pub messages: Option<Messages>,
    /// The languages of the program, in English.
    pub languages: Messages,
    /// Whether to look at the files instead of being told of changes.
    pub poll: bool,
    /// The key under which the start page leads here; none where nobody comes from there.
    pub entrance: Option<String>,
    /// Who is connected.
    pub presence: Presence,
}

/// What the preview has to say.
pub enum News {
    /// The desk can be opened at an address, once.
    Desk(String),
    /// The start page can be read at an address.
    Started(String),
    /// It can be read at an address.
    Listening(String),
    /// Something is not as it was asked for.
    Trouble(Diagnostic),
    /// The site was read, and is shown as far as it can be.
    Shown {
        /// The outcome.
        loaded: Arc<Loaded>,
        /// How long it took.
        took: Duration,
    },
    /// A page could not be drawn; with the files that the diagnostic points into.
    Problem(Diagnostic, Option<Arc<Snapshot>>),
}

/// Takes what the preview has to say.
pub type Tell = Arc<dyn Fn(News) + Send + Sync>;

/// How many ports are tried.
const PORTS: u16 = 100;

/// Threads that draw pages: enough that one page which takes long holds up no other.
const DRAWING: usize = 8;

/// Runs the preview until the program is asked to end (Ctrl-C, or `SIGTERM`).
///
/// # Errors
/// When it cannot listen where it was asked to.
pub fn run(options: Options, tell: Tell) -> Result<(), Diagnostic> {
    let (listener, address) = listen(&options, &tell)?;
    let failed = |error: io::Error| {
        Diagnostic::new(&say::LISTEN)
            .with("address", address)
            .with("reason", error.to_string())
    };
    let (sender, views) = tokio::sync::watch::channel(None);
    let server = Arc::new(Server {
        setting: Setting {
            run: (options.clock)().as_nanosecond().to_string(),
            editor: options.editor.clone(),
            messages: options.messages,
            languages: options.languages,
            drafts: options.build.drafts,
            at: options.build.at,
            site: options.root.clone(),
            is_framed: false,
        },
        names: Names {
            own: options.host.clone(),
            proxies: options.allow_hosts.clone(),
        },
        views,
        cache: PreviewCache::default(),
        tell: tell.clone(),
        entrance: options.entrance.clone(),
        presence: options.presence.clone(),
        told: Mutex::default(),
    });
    let own = own_address(address);
    let announced = {
        let tell = tell.clone();
        let open = options.open;
        move |base: &str| {
            let address = format!("{own}{base}");
            tell(News::Listening(address.clone()));
            if open {
                open_browser(&address, &tell);
            }
        }
    };
    std::thread::Builder::new()
        .name("follow".to_owned())
        .spawn(move || follow(options, tell, sender, announced))
        .map_err(failed)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(DRAWING)
        .build()
        .map_err(failed)?;
    let result = runtime.block_on(http::serve(listener, server, ended()));
    runtime.shutdown_background();
    result.map_err(failed)
}

/// Opens the browser, and says where it cannot.
fn open_browser(address: &str, tell: &Tell) {
    if let Err(error) = browser::open(address) {
        tell(News::Trouble(
            Diagnostic::new(&say::NO_BROWSER)
                .with("reason", error.to_string())
                .with("address", address),
        ));
    }
}

/// Follows the site, and hands out its views.
fn follow(
    options: Options,
    tell: Tell,
    sender: tokio::sync::watch::Sender<Option<Arc<View>>>,
    announced: impl Fn(&str) + Send + 'static,
) {
    let mut generation = 0;
    let mut announced = Some(announced);
    let mut replaced = BTreeMap::new();
    let publish = move |loaded: &Arc<Loaded>| {
        generation += 1;
        let before = sender.borrow().clone();
        let base = loaded.good.as_ref().map(|good| good.site.routes.url("/"));
        let base = base.unwrap_or_else(|| "/".to_owned());
        if let Some(before) = &before {
            for path in loaded.replaced(&before.loaded) {
                replaced.insert(format!("{base}{path}"), generation);
            }
        }
        let view = View {
            loaded: loaded.clone(),
            generation,
            replaced: replaced.clone(),
        };
        sender.send_replace(Some(Arc::new(view)));
        if let Some(announced) = announced.take() {
            announced(&base);
        }
    };
    Follower::new(Order {
        options: options.build,
        root: options.root,
        clock: options.clock,
        poll: options.poll,
        tell,
        publish: Box::new(publish),
    })
    .run();
}

/// Listens at the port that was asked for, or at the next one that is free.
fn listen(options: &Options, tell: &Tell) -> Result<(TcpListener, SocketAddr), Diagnostic> {
    listen_at(&options.host, options.port, tell)
}

/// Listens at a port of a host, or at the next one that is free.
fn listen_at(host: &str, port: u16, tell: &Tell) -> Result<(TcpListener, SocketAddr), Diagnostic> {
    let failed = |port: u16, error: &io::Error| {
        Diagnostic::new(&say::LISTEN)
            .with("address", format!("{host}:{port}"))
            .with("reason", rihla_site::failure::reason(error))
    };
    let wanted = port;
    let last = port.saturating_add(PORTS);
    for port in wanted..=last {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let addresses: Vec<SocketAddr> = match (host, port).to_socket_addrs() {
            Ok(addresses) => addresses.collect(),
            Err(error) => return Err(failed(port, &error)),
        };
        match TcpListener::bind(&*addresses) {
            Ok(listener) => {
                let address = listener
                    .local_addr()
                    .map_err(|error| failed(port, &error))?;
                if port != wanted {
                    tell(News::Trouble(
                        Diagnostic::new(&say::PORT_TAKEN)
                            .with("port", wanted)
                            .with("used", port),
                    ));
                }
                if !address.ip().is_loopback() {
                    tell(News::Trouble(Diagnostic::new(&say::OPEN_TO_ALL)));
                }
                return Ok((listener, address));
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && wanted != 0 => {}
            Err(error) => return Err(failed(port, &error)),
        }
    }
    Err(Diagnostic::new(&say::NO_PORT)
        .with("port", wanted)
        .with("last", last))
}

/// The address at which this machine itself reads the preview.
fn own_address(address: SocketAddr) -> String {
    let mut address = address;
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    format!("http://{address}")
}

/// Comes when the program is asked to end.
async fn ended() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Where no signal can be waited for, only the system ends the program.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
