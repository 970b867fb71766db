//! Names of hosts, and the addresses to which connections may be made.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use crate::is_public;

/// How many addresses of a name are kept; the client takes no more.
const MOST: usize = 16;

/// What answers for names: a host without brackets, and a port.
type Names = dyn Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync;

/// The network as it is asked: the system's, or one of a few names on this machine, for tests.
#[derive(Clone, Default)]
pub struct Network {
    names: Option<Arc<Names>>,
    allowed: Vec<SocketAddr>,
}

impl fmt::Debug for Network {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let mut out = out.debug_struct("Network");
        out.field("allowed", &self.allowed).finish_non_exhaustive()
    }
}

impl Network {
    /// A network in which `names` answers for names, and the addresses of `allowed` may be reached although they are not
    /// public. It serves tests, whose servers are on this machine: no setting and no option leads here.
    pub fn of(
        names: impl Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync + 'static,
        allowed: &[SocketAddr],
    ) -> Self {
        Self {
            names: Some(Arc::new(names)),
            allowed: allowed.to_vec(),
        }
    }

    /// The addresses of a host, which may be one itself.
    ///
    /// # Errors
    /// Those of the system; [`io::ErrorKind::TimedOut`] where it says nothing in time.
    pub(crate) fn look_up(
        &self,
        host: &str,
        port: u16,
        within: Duration,
    ) -> io::Result<Vec<SocketAddr>> {
        let host = host
            .trim_start_matches('[')
            .trim_end_matches(']')
            .to_owned();
        if let Ok(address) = host.parse::<IpAddr>() {
            return Ok(vec![SocketAddr::new(address, port)]);
        }
        if let Some(names) = &self.names {
            return names(&host, port);
        }
        // The system cannot be told how long it may take.
        let (sender, receiver) = mpsc::sync_channel(1);
        thread::spawn(move || {
            let found = (host.as_str(), port).to_socket_addrs();
            // Whoever waited may have gone.
            let _ = sender.send(found.map(Vec::from_iter));
        });
        let found = receiver.recv_timeout(within);
        found.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
    }

    /// Whether a connection may be made to an address.
    pub(crate) fn allows(&self, address: SocketAddr) -> bool {
        is_public(address.ip()) || self.allowed.contains(&address)
    }
}

/// A host that is none of the public Internet.
#[derive(Debug)]
pub(crate) struct Inside;

impl fmt::Display for Inside {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("not a public address")
    }
}

impl std::error::Error for Inside {}

/// Gives the client addresses that may be reached, and no others. The connection is made to what is given: a name
/// that leads elsewhere a moment later changes nothing.
#[derive(Debug)]
pub(crate) struct Guard {
    pub network: Network,
    /// The proxy, which may well stand in the inner network: its host and its port.
    pub proxy: Option<(String, u16)>,
    pub within: Duration,
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        _: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let host = uri.host().unwrap_or_default();
        let standard = match uri.scheme_str() {
            Some("https") => 443,
            _ => 80,
        };
        let port = uri.port_u16();
        let within = self.within.min(*timeout.after);
        let is_proxy = self.proxy.as_ref().is_some_and(|(proxy, number)| {
            proxy == host && port.is_none_or(|port| port == *number)
        });
        let port = match (&self.proxy, port) {
            (Some((_, number)), None) if is_proxy => *number,
            (_, port) => port.unwrap_or(standard),
        };
        let found = self.network.look_up(host, port, within)?;
        // One inner address among public ones is no accident either.
        if !is_proxy && !found.iter().all(|address| self.network.allows(*address)) {
            return Err(Error::Other(Box::new(Inside)));
        }
        let mut given = self.empty();
        found
            .into_iter()
            .take(MOST)
            .for_each(|address| given.push(address));
        match given.is_empty() {
            true => Err(Error::HostNotFound),
            false => Ok(given),
        }
    }
}
