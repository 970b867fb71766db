//! Who may ask: the browser that entered by the address which the program opened, and nobody else.
//!
//! That address has a token, which works once and becomes the key of a session. Cookies are no place for
//! it: a browser sends them to every port of a machine. The pages of the desk keep the key where only
//! their own origin reads it, and send it with each request.

use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use crate::guard::{Sent, key};

/// The door of a desk.
pub struct Door {
    /// The only `Host` that is answered: address and port.
    host: String,
    keys: Mutex<Keys>,
}

#[derive(Default)]
struct Keys {
    /// Those of addresses that were given out and not used.
    tokens: Vec<String>,
    /// Those of browsers that entered.
    sessions: Vec<Session>,
}

/// A browser that entered.
struct Session {
    key: String,
    /// What only the program and the pages of that browser know, and no request says: by it a page knows the
    /// program again that stopped answering for a while, and nobody else who listens at its address since.
    proof: String,
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It asks for another host, or comes from another page.
    Foreign,
    /// It is no request of the desk.
    Method,
    /// It has no key, or one that opens nothing.
    Key,
}

impl Door {
    /// A door at an address.
    pub fn new(address: SocketAddr) -> Self {
        Self {
            host: address.to_string(),
            keys: Mutex::default(),
        }
    }

    /// A token by which one browser enters.
    pub fn token(&self) -> String {
        let token = key();
        self.with(|keys| keys.tokens.push(token.clone()));
        token
    }

    /// Changes a token, which is then used up, for the key of a session; a key, for itself.
    pub fn enter(&self, token: Option<&str>, session: Option<&str>) -> Option<String> {
        self.with(|keys| {
            if let Some(known) = session.and_then(|key| find(&keys.sessions, key)) {
                return Some(known.key.clone());
            }
            let token = token?;
            let at = keys.tokens.iter().position(|known| is_same(known, token))?;
            keys.tokens.remove(at);
            let (key, proof) = (key(), key());
            keys.sessions.push(Session {
                key: key.clone(),
                proof,
            });
            Some(key)
        })
    }

    /// What tells the pages of a session that this is the program which they know.
    pub fn proof(&self, key: &str) -> Option<String> {
        self.with(|keys| find(&keys.sessions, key).map(|session| session.proof.clone()))
    }

    /// Judges a request for a page of the desk: it says nothing of the site. `dest` is its
    /// `Sec-Fetch-Dest`.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn judge_page(&self, sent: &Sent, dest: Option<&str>) -> Result<(), Refusal> {
        if sent.method != "GET" {
            return Err(Refusal::Method);
        }
        let is_own = match sent.site {
            // Who typed the address comes from nowhere.
            None | Some("none" | "same-origin") => true,
            // The start page, on another port of this machine, leads here.
            Some("same-site") => dest == Some("document"),
            Some(_) => false,
        };
        let is_own_origin = sent.origin.is_none_or(|origin| self.is_own(origin));
        match self.is_host(sent) && is_own && is_own_origin {
            true => Ok(()),
            false => Err(Refusal::Foreign),
        }
    }

    /// Judges a request that reads or writes something of the site: it comes from a page of the desk, and says
    /// so.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn judge(&self, sent: &Sent) -> Result<(), Refusal> {
        if sent.method != "POST" {
            return Err(Refusal::Method);
        }
        let is_own = sent.origin.is_some_and(|origin| self.is_own(origin));
        match self.is_host(sent) && is_own && sent.site == Some("same-origin") {
            true => Ok(()),
            false => Err(Refusal::Foreign),
        }
    }

    /// Whether a key opens a session.
    pub fn knows(&self, key: &str) -> bool {
        self.with(|keys| find(&keys.sessions, key).is_some())
    }

    fn is_host(&self, sent: &Sent) -> bool {
        let is_own = |host: &str| host == self.host;
        sent.host.is_some_and(is_own) && sent.authority.is_none_or(is_own)
    }

    fn is_own(&self, origin: &str) -> bool {
        origin.strip_prefix("http://") == Some(&*self.host)
    }

    fn with<T>(&self, act: impl FnOnce(&mut Keys) -> T) -> T {
        act(&mut self.keys.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn find<'k>(sessions: &'k [Session], key: &str) -> Option<&'k Session> {
    sessions.iter().find(|known| is_same(&known.key, key))
}

/// Whether two keys are the same, in a time that does not tell how far they are.
fn is_same(known: &str, key: &str) -> bool {
    let pairs = known.bytes().zip(key.bytes());
    known.len() == key.len() && pairs.fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door() -> Door {
        Door::new("127.0.0.1:4100".parse().expect("an address"))
    }

    const GOOD: Sent = Sent {
        method: "POST",
        authority: None,
        host: Some("127.0.0.1:4100"),
        origin: Some("http://127.0.0.1:4100"),
        site: Some("same-origin"),
    };

    #[test]
    fn a_token_works_once_and_becomes_a_key() {
        let door = door();
        let token = door.token();
        assert_eq!(door.enter(Some("0"), None), None);
        let key = door.enter(Some(&token), None).expect("it is good");
        assert_eq!(door.enter(Some(&token), None), None);
        assert_ne!(key, token);
        assert!(door.knows(&key));
        assert!(!door.knows(&token) && !door.knows(""));
        assert_eq!(door.enter(None, Some(&key)), Some(key.clone()));
        assert_eq!(door.enter(Some(&token), Some("x")), None);
        // What proves the program is one for each session, and no key.
        let proof = door.proof(&key).expect("a proof");
        assert_eq!(door.proof(&key), Some(proof.clone()));
        assert!(!door.knows(&proof) && door.proof(&proof).is_none() && door.proof("x").is_none());
        let other = door.enter(Some(&door.token()), None).expect("it is good");
        assert_ne!(door.proof(&other), Some(proof));
    }

    #[test]
    fn what_reads_or_writes_comes_from_a_page_of_the_desk() {
        let door = door();
        assert_eq!(door.judge(&GOOD), Ok(()));
        for sent in [
            Sent {
                host: Some("localhost:4100"),
                ..GOOD
            },
            Sent {
                host: Some("evil.example:4100"),
                ..GOOD
            },
            Sent {
                host: Some("127.0.0.1:4101"),
                ..GOOD
            },
            Sent { host: None, ..GOOD },
            Sent {
                authority: Some("evil.example"),
                ..GOOD
            },
            Sent {
                origin: Some("http://127.0.0.1:4101"),
                ..GOOD
            },
            Sent {
                origin: Some("https://127.0.0.1:4100"),
                ..GOOD
            },
            Sent {
                origin: Some("null"),
                ..GOOD
            },
            Sent {
                origin: None,
                ..GOOD
            },
            Sent {
                site: Some("same-site"),
                ..GOOD
            },
            Sent {
                site: Some("cross-site"),
                ..GOOD
            },
            Sent {
                site: Some("none"),
                ..GOOD
            },
            Sent { site: None, ..GOOD },
        ] {
            assert_eq!(door.judge(&sent), Err(Refusal::Foreign), "{sent:?}");
        }
        for method in ["GET", "HEAD", "PUT", "OPTIONS"] {
            assert_eq!(door.judge(&Sent { method, ..GOOD }), Err(Refusal::Method));
        }
    }

    #[test]
    fn its_page_may_be_opened_from_nowhere() {
        let door = door();
        let page = Sent {
            method: "GET",
            origin: None,
            site: Some("none"),
            ..GOOD
        };
        assert_eq!(door.judge_page(&page, None), Ok(()));
        assert_eq!(door.judge_page(&Sent { site: None, ..page }, None), Ok(()));
        let led = Sent {
            site: Some("same-site"),
            ..page
        };
        assert_eq!(door.judge_page(&led, Some("document")), Ok(()));
        assert_eq!(door.judge_page(&led, Some("iframe")), Err(Refusal::Foreign));
        for sent in [
            Sent {
                site: Some("cross-site"),
                ..page
            },
            Sent {
                site: Some("same-site"),
                ..page
            },
            Sent {
                host: Some("rebound.example:4100"),
                ..page
            },
            Sent {
                origin: Some("http://127.0.0.1:4101"),
                ..page
            },
        ] {
            assert_eq!(
                door.judge_page(&sent, Some("script")),
                Err(Refusal::Foreign),
                "{sent:?}"
            );
        }
        assert_eq!(door.judge_page(&GOOD, None), Err(Refusal::Method));
    }
}
