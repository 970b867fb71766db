//! One address: its requests, its redirects, and what they say.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::net::IpAddr;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::fmt::rfc2822;
use rustls::CertificateError;
use ureq::http::{HeaderMap, Response, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error, Proxy};
use url::{Host, Url};

use crate::resolve::{Guard, Inside, Network};
use crate::{Answer, Fault, Moved, Unknown, Verdict};

/// How much is waited for and read.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Until a name is found and a connection stands.
    pub connect: Duration,
    /// Until the head of an answer is there, from the request on.
    pub head: Duration,
    /// For all of an address: its requests, its redirects and its body.
    pub whole: Duration,
    /// How many bytes the head of an answer may have.
    pub head_bytes: usize,
    /// How many bytes of a page are read to look for a part of it.
    pub body_bytes: u64,
    /// How many redirects are followed.
    pub redirects: usize,
    /// How many requests are made to a host at the same time.
    pub at_once: usize,
    /// How long a host is waited for that asks for it; one that asks for more is left alone.
    pub patience: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            head: Duration::from_secs(15),
            whole: Duration::from_secs(40),
            head_bytes: 64 * 1024,
            body_bytes: 2 * 1024 * 1024,
            redirects: 10,
            at_once: 2,
            patience: Duration::from_secs(10),
        }
    }
}

/// The longest that a server is left alone, whatever it asks for.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// Asks servers.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    pub(crate) limits: Limits,
    network: Network,
    has_proxy: bool,
    gate: Gate,
}

/// What is looked for on a page: whether its HTML has the part of a name.
pub type HasPart<'f> = &'f (dyn Fn(&str, &str) -> bool + Sync);

/// The method of a request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Method {
    Head,
    Get,
}

impl Client {
    /// A client that says of itself `name`, with the certificates that the system trusts and the proxy that its
    /// environment names.
    pub fn new(name: &str, limits: Limits) -> Self {
        Self::on(name, limits, Network::default(), Proxy::try_from_env())
    }

    /// A client on a network of tests, without a proxy.
    pub fn on_network(name: &str, limits: Limits, network: Network) -> Self {
        Self::on(name, limits, network, None)
    }

    fn on(name: &str, limits: Limits, network: Network, proxy: Option<Proxy>) -> Self {
        let guard = Guard {
            network: network.clone(),
            proxy: proxy
                .as_ref()
                .map(|proxy| (proxy.host().to_owned(), proxy.port())),
            within: limits.connect,
        };
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let has_proxy = proxy.is_some();
        let config = Agent::config_builder()
            // Each step is looked at here before it is made.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent(name)
            .accept("text/html, */*;q=0.5")
            // What is not packed cannot be a bomb.
            .accept_encoding("identity")
            .timeout_resolve(Some(limits.connect))
            .timeout_connect(Some(limits.connect))
            .timeout_recv_response(Some(limits.head))
            .max_response_header_size(limits.head_bytes)
            .max_idle_connections_per_host(limits.at_once)
            .proxy(proxy)
            .tls_config(tls)
            .build();
        Self {
            agent: Agent::with_parts(config, DefaultConnector::default(), guard),
            gate: Gate::new(limits.at_once),
            limits,
            network,
            has_proxy,
        }
    }

    /// Asks about an address. Where it has a part behind `#` and leads to a page, `has_part` says whether the page has it.
    pub fn ask(&self, address: &str, has_part: Option<HasPart>) -> Answer {
        let Ok(first) = Url::parse(address) else {
            return Verdict::Dead(Fault::Form).into();
        };
        if !matches!(first.scheme(), "http" | "https") || first.host().is_none() {
            return Verdict::Dead(Fault::Form).into();
        }
        let end = Instant::now() + self.limits.whole;
        let fragment = first.fragment().filter(|part| !part.is_empty());
        let fragment = fragment.map(str::to_owned);
        let part = fragment.as_deref().and_then(named_part);
        let part = part.zip(has_part);
        let mut url = first.clone();
        let mut seen = BTreeSet::new();
        let (mut is_permanent, mut has_cookies) = (true, false);
        loop {
            let is_first = seen.is_empty();
            url.set_fragment(None);
            // Names and passwords in addresses are for whoever wrote them.
            let _ = (url.set_username(""), url.set_password(None));
            if let Err(Inside) = self.is_outside(&url, end) {
                return Verdict::Dead(match is_first {
                    true => Fault::Inside,
                    false => Fault::LeadsInside,
                })
                .into();
            }
            if !seen.insert(url.to_string()) || seen.len() > self.limits.redirects + 1 {
                return match has_cookies {
                    true => Verdict::Unknown(Unknown::Cookies),
                    false => Verdict::Dead(Fault::Loop),
                }
                .into();
            }
            let head = match self.head_of(&url, end, part.is_some()) {
                Ok(head) => head,
                Err(Fault::Inside) if !is_first => {
                    return Verdict::Dead(Fault::LeadsInside).into();
                }
                Err(fault) => return Verdict::Dead(fault).into(),
            };
            has_cookies |= head.headers().contains_key(header::SET_COOKIE);
            let status = head.status().as_u16();
            if !matches!(status, 301 | 302 | 303 | 307 | 308) {
                let verdict = verdict(status, head.headers());
                let is_good = verdict == Verdict::Good;
                let lacks_part = match part {
                    Some((part, has_part)) if is_good => self.lacks(head, part, has_part),
                    _ => false,
                };
                let moved = (!is_first && is_good).then(|| {
                    if url.fragment().is_none() {
                        url.set_fragment(fragment.as_deref());
                    }
                    Moved {
                        to: url.to_string(),
                        is_permanent,
                    }
                });
                return Answer {
                    verdict,
                    moved,
                    lacks_part,
                };
            }
            is_permanent &= matches!(status, 301 | 308);
            let location = head.headers().get(header::LOCATION);
            let location =
                location.and_then(|location| std::str::from_utf8(location.as_bytes()).ok());
            let next = location.and_then(|location| url.join(location.trim()).ok());
            let Some(next) = next else {
                return Verdict::Dead(Fault::Status(status)).into();
            };
            if !matches!(next.scheme(), "http" | "https") || next.host().is_none() {
                return Verdict::Dead(Fault::LeadsElsewhere).into();
            }
            url = next;
        }
    }

    /// Whether an address is none of this machine or an inner network by its own form, or by what its name leads to. The
    /// second is looked at again where the connection is made, unless a proxy makes it.
    fn is_outside(&self, url: &Url, end: Instant) -> Result<(), Inside> {
        let port = url.port_or_known_default().unwrap_or(80);
        let may = |address: IpAddr| match self.network.allows((address, port).into()) {
            true => Ok(()),
            false => Err(Inside),
        };
        match url.host() {
            Some(Host::Ipv4(address)) => may(address.into()),
            Some(Host::Ipv6(address)) => may(address.into()),
            Some(Host::Domain(name)) => {
                let name = name.trim_end_matches('.');
                let last = name.rsplit('.').next().unwrap_or(name);
                // Names without a dot are those of an inner network; the others are kept for it (RFC 6761, RFC 6762,
                // and `internal` by a decision of ICANN).
                let inner = [
                    "localhost",
                    "local",
                    "internal",
                    "home",
                    "lan",
                    "corp",
                    "intranet",
                ];
                if !name.contains('.') || inner.contains(&last) {
                    return Err(Inside);
                }
                if self.has_proxy {
                    let within = self.limits.connect.min(left(end));
                    // What only the proxy can resolve is the proxy's matter.
                    let found = self.network.look_up(name, port, within).unwrap_or_default();
                    if !found.iter().all(|address| self.network.allows(*address)) {
                        return Err(Inside);
                    }
                }
                Ok(())
            }
            None => Err(Inside),
        }
    }

    /// The head of the answer of a server: to HEAD, and to GET where that tells nothing (RFC 9110, section 9.3.2, lets a
    /// server refuse it) or the page is wanted.
    fn head_of(&self, url: &Url, end: Instant, is_page: bool) -> Result<Response<Body>, Fault> {
        if !is_page {
            match self.request(Method::Head, url, end) {
                Ok(head) if head.status().as_u16() < 400 => return Ok(head),
                Ok(head) if matches!(head.status().as_u16(), 429 | 503) => return Ok(head),
                // A server that breaks off may mind the method alone.
                Ok(_) | Err(Fault::Protocol | Fault::Time) => {}
                Err(fault) => return Err(fault),
            }
        }
        self.request(Method::Get, url, end)
    }

    fn request(&self, method: Method, url: &Url, end: Instant) -> Result<Response<Body>, Fault> {
        let whole = left(end);
        if whole.is_zero() {
            return Err(Fault::Time);
        }
        let _place = self.gate.enter(url.host_str().unwrap_or_default());
        let request = match method {
            Method::Head => self.agent.head(url.as_str()),
            Method::Get => self.agent.get(url.as_str()),
        };
        let request = request.config().timeout_global(Some(whole)).build();
        request.call().map_err(|error| fault(&error))
    }

    /// Whether a page was read and lacks a part. What is packed, is no HTML or is longer than what is read tells nothing.
    fn lacks(&self, mut head: Response<Body>, part: &str, has_part: HasPart) -> bool {
        let of = |name| {
            head.headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        let kind = of(header::CONTENT_TYPE)
            .unwrap_or_default()
            .to_ascii_lowercase();
        let packing = of(header::CONTENT_ENCODING).unwrap_or("identity");
        if !kind.starts_with("text/html") || !packing.eq_ignore_ascii_case("identity") {
            return false;
        }
        let most = self.limits.body_bytes;
        let mut bytes = Vec::new();
        let read = head
            .body_mut()
            .as_reader()
            .take(most)
            .read_to_end(&mut bytes);
        if read.is_err() || bytes.len() as u64 >= most {
            return false;
        }
        let html = String::from_utf8_lossy(&bytes);
        !has_part(&html, part)
    }
}

/// The part of a page that is meant by what stands after `#`, where it can be one that the page itself has: neither words
/// to look for (`:~:text=`), nor what a script makes of it (`#/path`, `#!name`, `#page=3`).
fn named_part(fragment: &str) -> Option<&str> {
    let is_name = |c: char| c.is_alphanumeric() || "-_.%".contains(c);
    (fragment.chars().all(is_name) && fragment != "top").then_some(fragment)
}

fn left(end: Instant) -> Duration {
    end.saturating_duration_since(Instant::now())
}

/// What a status says that leads nowhere else.
fn verdict(status: u16, headers: &HeaderMap) -> Verdict {
    match status {
        200..=299 | 300 | 304 => Verdict::Good,
        429 | 503 => Verdict::Unknown(Unknown::Busy(retry_after(headers))),
        400 | 404 | 410 | 414 | 500..=599 => Verdict::Dead(Fault::Status(status)),
        _ => Verdict::Unknown(Unknown::Status(status)),
    }
}

/// How long a server asks to be left alone: seconds, or a date, which is held against that of the answer.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let of = |name| headers.get(name)?.to_str().ok().map(str::trim);
    let text = of(header::RETRY_AFTER)?;
    let asked = match text.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let moment = |text: &str| rfc2822::parse(text).ok().map(|moment| moment.timestamp());
            let (until, now) = (moment(text)?, moment(of(header::DATE)?)?);
            Duration::try_from(until.duration_since(now)).unwrap_or_default()
        }
    };
    Some(asked.min(LONGEST))
}

/// Why a request came to nothing.
fn fault(error: &Error) -> Fault {
    match error {
        Error::Timeout(_) => Fault::Time,
        Error::HostNotFound => Fault::Name,
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) => Fault::Connection,
        Error::Rustls(error) => of_tls(error),
        Error::Tls(_) => Fault::Certificate,
        Error::BadUri(_) | Error::Http(_) => Fault::Form,
        Error::Io(error) => of_io(error),
        Error::Other(error) if error.is::<Inside>() => Fault::Inside,
        _ => Fault::Protocol,
    }
}

fn of_io(error: &io::Error) -> Fault {
    let inner = error.get_ref();
    if let Some(error) = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return of_tls(error);
    }
    match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Fault::Time,
        io::ErrorKind::NetworkUnreachable | io::ErrorKind::NetworkDown => Fault::Network,
        io::ErrorKind::ConnectionRefused
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::AddrNotAvailable
        | io::ErrorKind::PermissionDenied => Fault::Connection,
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof
        | io::ErrorKind::InvalidData => Fault::Protocol,
        _ => {
            // The standard library has no kind for what the system says of names.
            let text = error.to_string();
            let is_of_name = text.contains("lookup address") || text.contains("host is known");
            match is_of_name {
                true if text.contains("emporary") || text.contains("ry again") => Fault::Network,
                true => Fault::Name,
                false => Fault::Protocol,
            }
        }
    }
}

fn of_tls(error: &rustls::Error) -> Fault {
    match error {
        rustls::Error::InvalidCertificate(error) => match error {
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. } => Fault::CertificateTime,
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Fault::CertificateName
            }
            _ => Fault::Certificate,
        },
        rustls::Error::NoCertificatesPresented => Fault::Certificate,
        _ => Fault::Protocol,
    }
}

/// Lets so many requests be made to a host at the same time, wherever they come from: redirects lead to hosts that have
/// addresses of their own to be asked about.
#[derive(Debug)]
struct Gate {
    most: usize,
    inside: Mutex<BTreeMap<String, usize>>,
    left: Condvar,
}

impl Gate {
    fn new(most: usize) -> Self {
        Self {
            most: most.max(1),
            inside: Mutex::default(),
            left: Condvar::new(),
        }
    }

    /// Waits until there is room for one more.
    fn enter<'g>(&'g self, host: &str) -> Place<'g> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        while inside.get(host).is_some_and(|count| *count >= self.most) {
            inside = self
                .left
                .wait(inside)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *inside.entry(host.to_owned()).or_default() += 1;
        Place {
            gate: self,
            host: host.to_owned(),
        }
    }
}

/// A request that is being made.
struct Place<'g> {
    gate: &'g Gate,
    host: String,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut inside = self
            .gate
            .inside
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = inside.get_mut(&self.host) {
            *count -= 1;
            if *count == 0 {
                inside.remove(&self.host);
            }
        }
        self.gate.left.notify_all();
    }
}
