//! Who may ask: the reader's own browser, on a page of the preview or on none.
//!
//! A page of another site can make a browser send requests here. It cannot make it leave out
//! `Origin` or `Sec-Fetch-Site` where the browser sends them (Fetch, Fetch Metadata), nor write
//! another `Host` than the name under which it found this machine: a name of its own, where it
//! rebinds one to this address.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::IpAddr;

/// A text that nobody can guess: 128 bits, in hexadecimal digits.
///
/// The standard library keys each state of its hashes with bits that the system made for that purpose.
pub fn key() -> String {
    let half = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", half(), half())
}

/// The headers by which a request is judged.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sent<'h> {
    pub method: &'h str,
    /// The host of a target in absolute form (RFC 9112, section 3.2.2).
    pub authority: Option<&'h str>,
    /// `Host`, once.
    pub host: Option<&'h str>,
    /// `Origin`.
    pub origin: Option<&'h str>,
    /// `Sec-Fetch-Site`.
    pub site: Option<&'h str>,
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It wants more than to read.
    Method,
    /// It asks for another host.
    Host,
    /// It comes from a page of another site.
    Origin,
}

/// The names under which the preview answers, besides addresses and `localhost`.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The name or address to listen at (`--host`).
    pub own: String,
    /// Names under which a proxy hands on what it was asked (`--allow-host`).
    pub proxies: Vec<String>,
}

impl Names {
    /// Whether a host (with or without port) is that of a proxy.
    pub fn is_proxy(&self, host: &str) -> bool {
        let (name, port) = host.split_once(':').unwrap_or((host, "0"));
        let is_name = |proxy: &String| proxy.eq_ignore_ascii_case(name);
        is_port(&format!(":{port}")) && self.proxies.iter().any(is_name)
    }
}

/// Judges a request that may only read.
///
/// # Errors
/// Why it is refused.
pub fn judge(sent: &Sent, names: &Names) -> Result<(), Refusal> {
    if !matches!(sent.method, "GET" | "HEAD") {
        return Err(Refusal::Method);
    }
    judge_source(sent, names)
}

/// Judges a request that may also be the form of an own page: it says which page it comes from.
///
/// # Errors
/// Why it is refused.
pub fn judge_form(sent: &Sent, names: &Names) -> Result<(), Refusal> {
    match sent.method {
        "GET" | "HEAD" => {}
        "POST" if sent.origin.is_none() => return Err(Refusal::Origin),
        "POST" => {}
        _ => return Err(Refusal::Method),
    }
    judge_source(sent, names)
}

/// Judges where a request comes from, and under which name it asks for this machine.
fn judge_source(sent: &Sent, names: &Names) -> Result<(), Refusal> {
    let host = sent
        .host
        .filter(|host| is_own(host, &names.own) || names.is_proxy(host));
    let host = host.ok_or(Refusal::Host)?;
    if sent
        .authority
        .is_some_and(|other| !other.eq_ignore_ascii_case(host))
    {
        return Err(Refusal::Host);
    }
    let is_own_origin = |origin: &str| {
        // Before a proxy there may be TLS.
        let secure = origin
            .strip_prefix("https://")
            .filter(|_| names.is_proxy(host));
        let rest = origin.strip_prefix("http://").or(secure);
        rest.is_some_and(|origin| origin.eq_ignore_ascii_case(host))
    };
    if sent.origin.is_some_and(|origin| !is_own_origin(origin)) {
        return Err(Refusal::Origin);
    }
    // A page on another port of this machine is `same-site`.
    match sent.site {
        None | Some("same-origin" | "none") => Ok(()),
        Some(_) => Err(Refusal::Origin),
    }
}

/// Whether a host (with or without port) names this machine in a way that no other site can
/// have made up: an address, `localhost`, or the name that was asked for.
fn is_own(host: &str, own: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((name, port)) if port.is_empty() || is_port(port) => name,
            _ => return false,
        },
        None => match host.split_once(':') {
            Some((name, port)) if is_port(&format!(":{port}")) => name,
            Some(_) => return false,
            None => host,
        },
    };
    let lower = name.to_ascii_lowercase();
    name.parse::<IpAddr>().is_ok()
        || lower == "localhost"
        || lower.ends_with(".localhost")
        || !own.is_empty() && lower == own.to_ascii_lowercase()
}

fn is_port(text: &str) -> bool {
    text.strip_prefix(':')
        .is_some_and(|port| port.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Sent = Sent {
        method: "GET",
        authority: None,
        host: Some("127.0.0.1:4000"),
        origin: None,
        site: None,
    };

    fn names(own: &str) -> Names {
        Names {
            own: own.to_owned(),
            proxies: vec!["preview.example".to_owned()],
        }
    }

    #[test]
    fn proxies() {
        for (host, origin, wanted) in [
            ("preview.example", None, Ok(())),
            ("Preview.Example:8443", None, Ok(())),
            ("preview.example", Some("https://preview.example"), Ok(())),
            ("preview.example", Some("http://preview.example"), Ok(())),
            ("x.preview.example", None, Err(Refusal::Host)),
            ("preview.example.evil", None, Err(Refusal::Host)),
            ("preview.example:x", None, Err(Refusal::Host)),
            ("preview.example@evil", None, Err(Refusal::Host)),
            (
                "preview.example",
                Some("https://evil.example"),
                Err(Refusal::Origin),
            ),
            ("127.0.0.1", Some("https://127.0.0.1"), Err(Refusal::Origin)),
        ] {
            let sent = Sent {
                host: Some(host),
                origin,
                ..GOOD
            };
            assert_eq!(judge(&sent, &names("")), wanted, "{host} {origin:?}");
        }
    }

    #[test]
    fn hosts() {
        let nameless = Sent {
            host: Some(""),
            ..GOOD
        };
        assert_eq!(judge(&nameless, &names("")), Err(Refusal::Host));
        for (host, is_right) in [
            ("127.0.0.1:4000", true),
            ("127.0.0.1", true),
            ("localhost:4000", true),
            ("LOCALHOST", true),
            ("mission.localhost:4000", true),
            ("[::1]:4000", true),
            ("192.168.1.7:80", true),
            ("desk.example:4000", true),
            ("evil.example", false),
            ("evil.example:4000", false),
            ("localhost.evil.example", false),
            ("127.0.0.1.evil.example", false),
            ("127.0.0.1@evil.example", false),
            ("127.0.0.1:x", false),
            ("[::1", false),
            ("[::1]x", false),
            ("", false),
        ] {
            let sent = Sent {
                host: Some(host),
                ..GOOD
            };
            assert_eq!(
                judge(&sent, &names("Desk.example")).is_ok(),
                is_right,
                "{host}"
            );
        }
        assert_eq!(
            judge(&Sent { host: None, ..GOOD }, &names("")),
            Err(Refusal::Host)
        );
        let absolute = Sent {
            authority: Some("evil.example"),
            ..GOOD
        };
        assert_eq!(judge(&absolute, &names("")), Err(Refusal::Host));
    }

    #[test]
    fn origins() {
        for (origin, site, is_right) in [
            (None, None, true),
            (None, Some("none"), true),
            (None, Some("same-origin"), true),
            (Some("http://127.0.0.1:4000"), Some("same-origin"), true),
            (None, Some("same-site"), false),
            (None, Some("cross-site"), false),
            (Some("http://127.0.0.1:8080"), None, false),
            (Some("https://127.0.0.1:4000"), None, false),
            (Some("http://evil.example"), None, false),
            (Some("null"), None, false),
            (Some("http://evil.example"), Some("same-origin"), false),
            (Some("http://127.0.0.1:4000"), Some("cross-site"), false),
        ] {
            let sent = Sent {
                origin,
                site,
                ..GOOD
            };
            let wanted = if is_right {
                Ok(())
            } else {
                Err(Refusal::Origin)
            };
            assert_eq!(judge(&sent, &names("")), wanted, "{origin:?} {site:?}");
        }
        let form = |origin, site| {
            let sent = Sent {
                method: "POST",
                origin,
                site,
                ..GOOD
            };
            judge_form(&sent, &names(""))
        };
        let own = Some("http://127.0.0.1:4000");
        assert_eq!(form(own, Some("same-origin")), Ok(()));
        assert_eq!(form(own, None), Ok(()));
        for (origin, site) in [
            (None, None),
            (None, Some("same-origin")),
            (Some("null"), None),
            (Some("http://127.0.0.1:4001"), None),
            (own, Some("same-site")),
            (Some("http://evil.example"), Some("cross-site")),
        ] {
            assert_eq!(
                form(origin, site),
                Err(Refusal::Origin),
                "{origin:?} {site:?}"
            );
        }
        for method in ["POST", "PUT", "OPTIONS", "CONNECT"] {
            assert_eq!(
                judge(&Sent { method, ..GOOD }, &names("")),
                Err(Refusal::Method)
            );
        }
    }
}
