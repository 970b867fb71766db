//! Addresses of other sites: whether they answer.
//!
//! ```text
//! addresses ─ask─▶ queue, by host ─at most two of a host─▶ Client ─HEAD, GET─▶ Answer of each
//! ```
//!
//! [`ask`] asks about many addresses, a few of a host at a time, and leaves a host alone that asks for it
//! (`Retry-After`, RFC 9110, section 10.2.3). [`Client`] asks about one: it follows redirects itself, step by step, so that
//! each step is held to the same rules as the first. Whatever an address, a name or a redirect says, no connection is made to an
//! address that is not public ([`is_public`]); a name is resolved once, and the connection goes to what was looked at.
//!
//! Nothing here trusts the other side: heads and bodies have bounds of time and size, a body is read only where a part of a page
//! is looked for, and never unpacked; cookies and names in addresses are not sent.
//!
//! The crate knows no site, keeps nothing and reads no clock but to wait.

mod client;
mod public;
mod queue;
mod resolve;

pub use client::{Client, HasPart, Limits};
pub use public::is_public;
pub use queue::{Asked, ask};
pub use resolve::Network;

use std::time::Duration;

/// What became of the question whether an address answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whether it does.
    pub verdict: Verdict,
    /// Where redirects led, where they led to an answer.
    pub moved: Option<Moved>,
    /// Whether the part that stands after `#` was not found on the page.
    pub lacks_part: bool,
}

impl From<Verdict> for Answer {
    fn from(verdict: Verdict) -> Self {
        Self {
            verdict,
            moved: None,
            lacks_part: false,
        }
    }
}

/// Whether an address answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Good,
    /// It does not, for a visitor neither.
    Dead(Fault),
    /// Nobody can tell: what answers does not answer programs, or not now.
    Unknown(Unknown),
}

/// Why an address does not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no address.
    Form,
    /// It is one of this machine or of an inner network, or its name leads to one.
    Inside,
    /// The server says so, by a status of HTTP.
    Status(u16),
    /// This machine has no network, or nobody to ask for names.
    Network,
    /// The name does not lead to an address.
    Name,
    /// There is no server, or it cannot be reached.
    Connection,
    /// Nothing came in time.
    Time,
    /// What answers does not speak HTTP, or breaks off.
    Protocol,
    /// Redirects that lead back to where they were, or do not end.
    Loop,
    /// A redirect to this machine or to an inner network.
    LeadsInside,
    /// A redirect to what is no page, as `file:`.
    LeadsElsewhere,
    /// The certificate has expired, or is not valid yet.
    CertificateTime,
    /// The certificate is that of another name.
    CertificateName,
    /// Nobody who is trusted answers for the certificate, or it is broken.
    Certificate,
}

impl Fault {
    /// Whether it may be this machine that reaches nobody.
    pub fn is_of_network(&self) -> bool {
        matches!(
            self,
            Self::Network | Self::Name | Self::Connection | Self::Time
        )
    }
}

/// Why nobody can tell whether an address answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The server answers with this status to whom it does not know.
    Status(u16),
    /// The server asks to be left alone for a time, in seconds where it says so.
    Busy(Option<Duration>),
    /// Without cookies, the server leads in a circle.
    Cookies,
    /// Other addresses of the host did not answer, so this one was not asked.
    NotAsked,
}

/// Where redirects led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The address at the end, with the part of the page that was asked for.
    pub to: String,
    /// Whether each step says that it is for good (301 and 308; RFC 9110, sections 15.4.2 and 15.4.9).
    pub is_permanent: bool,
}
