//! The desk: the texts of a site written in the browser, on the machine where its files are.
//!
//! ```text
//! pages ─HTTP─▶ door ─api─▶ Core ─form─▶ texts ─overlay─▶ View ─▶ frame, on a port of its own
//!                             └─save─▶ files
//! ```
//!
//! - `door` says who may ask: one browser, with the key that the program gave it;
//! - `api` is the table of what its pages may ask for, `shell` the page itself;
//! - `core` holds the site as its files are, and over it what is typed and not saved;
//! - `entry` (with `told`, what is wrong with it), `list`, `actions`, `pictures`, `copy`, `conflict`, `back` answer;
//! - `drafts` keeps what is typed, `history` what was saved: both in `.rihla`.
//!
//! What the theme draws comes from another port, which is another origin: nothing in it reaches the desk.

mod actions;
mod api;
mod back;
mod conflict;
mod copy;
mod core;
mod door;
mod drafts;
mod entry;
mod frame;
mod history;
mod list;
mod pictures;
mod shell;
mod source;
mod told;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use super::follow::{Follower, Order};
use super::load::Loaded;
use super::{News, Tell};
use rihla_build as build;
use rihla_diagnostics::catalogue::serve as say;
use rihla_diagnostics::{Diagnostic, Messages};

use self::core::Core;
use door::Door;
use frame::Frame;

/// What the desk is asked to do.
#[derive(Clone, Debug)]
pub struct Options {
    /// How the site is linked. Its output is not written, and `now` comes from the clock.
    pub build: build::Options,
    /// The site's folder, absolute.
    pub root: PathBuf,
    /// Gives the moment, each time the site is read.
    pub clock: fn() -> jiff::Timestamp,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// Whether the browser is opened.
    pub open: bool,
    /// The language in which the desk speaks; without it, that of the browser.
    pub messages: Option<Messages>,
    /// The languages of the program, in English.
    pub languages: Messages,
    /// Whether to look at the files instead of being told of changes.
    pub poll: bool,
    /// What opens files, where a page of the site is looked at alone.
    pub editor: super::editor::Editor,
    /// Who is connected.
    pub presence: super::presence::Presence,
}

/// Listens at a port of this machine, or at the next one that is free.
fn listen(port: u16, tell: &Tell) -> Result<(TcpListener, SocketAddr), Diagnostic> {
    super::listen_at("127.0.0.1", port, tell)
}

/// A desk that listens, and serves once it is [run](Desk::run).
pub struct Desk {
    listener: TcpListener,
    address: SocketAddr,
    door: Arc<Door>,
    core: Arc<Core>,
    frame: Frame,
    options: Options,
    tell: Tell,
}

impl Desk {
    /// Listens, and begins to follow the files of the site.
    ///
    /// # Errors
    /// When it cannot listen where it was asked to.
    pub fn begin(options: Options, tell: Tell) -> Result<Self, Diagnostic> {
        let (listener, address) = listen(options.port, &tell)?;
        let frame = Frame::listen(&options, address, &tell)?;
        let own = build::Options {
            base_url: Some(format!("{}/", frame.base)),
            drafts: true,
            waiting: true,
            locked: true,
            ..options.build.clone()
        };
        let core = Arc::new(Core::new(
            &options,
            own.clone(),
            frame.base.clone(),
            frame.views(),
        ));
        let follower = Order {
            options: own,
            root: options.root.clone(),
            clock: options.clock,
            poll: options.poll,
            tell: tell.clone(),
            publish: {
                let core = core.clone();
                Box::new(move |loaded: &Arc<Loaded>| core.reloaded(loaded))
            },
        };
        std::thread::Builder::new()
            .name("follow".to_owned())
            .spawn(move || Follower::new(follower).run())
            .map_err(|error| not_listening(address, &error))?;
        let door = Arc::new(Door::new(address));
        Ok(Self {
            listener,
            address,
            door,
            core,
            frame,
            options,
            tell,
        })
    }

    /// The door of the desk, for whoever lets browsers in.
    pub fn entrance(&self) -> Entrance {
        Entrance {
            address: self.address,
            door: self.door.clone(),
        }
    }

    /// Says where the desk is entered, and opens the browser there where that was asked for.
    pub fn announce(&self) {
        let entrance = self.entrance().address();
        (self.tell)(News::Desk(entrance.clone()));
        if self.options.open {
            super::open_browser(&entrance, &self.tell);
        }
    }

    /// Serves until the program is asked to end.
    ///
    /// # Errors
    /// Those of the network.
    pub fn run(self) -> Result<(), Diagnostic> {
        let address = self.address;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| not_listening(address, &error))?;
        let served = runtime.block_on(async {
            tokio::select! {
                result = api::serve(self.listener, api::Server {
                    door: self.door,
                    core: self.core,
                    messages: self.options.messages,
                    languages: self.options.languages,
                    presence: self.options.presence.clone(),
                }) => result,
                result = self.frame.serve(&self.options, &self.tell) => result,
                () = super::ended() => Ok(()),
            }
        });
        runtime.shutdown_background();
        served.map_err(|error| not_listening(address, &error))
    }
}

/// Lets browsers in.
#[derive(Clone)]
pub struct Entrance {
    address: SocketAddr,
    door: Arc<Door>,
}

impl Entrance {
    /// An address by which one browser enters, once.
    pub fn address(&self) -> String {
        format!("http://{}/#token={}", self.address, self.door.token())
    }
}

fn not_listening(address: SocketAddr, error: &io::Error) -> Diagnostic {
    Diagnostic::new(&say::LISTEN)
        .with("address", address)
        .with("reason", error.to_string())
}
