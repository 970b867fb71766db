//! Servers that answer well, badly and not at all, and what is said of them. They are all on this machine.

mod secure;
mod server;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use rihla_outside::{Answer, Client, Fault, Limits, Moved, Network, Unknown, Verdict, ask};
use server::Server;

/// Short enough that what never ends is not waited for.
fn limits() -> Limits {
    Limits {
        connect: Duration::from_secs(2),
        head: Duration::from_millis(300),
        whole: Duration::from_secs(4),
        head_bytes: 16 * 1024,
        body_bytes: 64 * 1024,
        patience: Duration::from_secs(1),
        ..Limits::default()
    }
}

/// A network in which all names end in `.test`, and lead to a server, to an inner network or nowhere.
fn network(address: SocketAddr) -> Network {
    let names = move |name: &str, _: u16| match name {
        "inside.test" => Ok(vec!["10.0.0.1:80".parse().expect("an address")]),
        "both.test" => Ok(vec![address, "192.168.0.1:80".parse().expect("an address")]),
        "mapped.test" => Ok(vec!["[::ffff:127.0.0.1]:80".parse().expect("an address")]),
        "refused.test" => Ok(vec![closed()]),
        name if name.starts_with("nobody") => Err(io::Error::other(
            "failed to lookup address information: Name or service not known",
        )),
        _ => Ok(vec![address]),
    };
    Network::of(names, &[address, closed()])
}

/// An address of this machine at which nobody listens.
fn closed() -> SocketAddr {
    use std::sync::OnceLock;
    static CLOSED: OnceLock<SocketAddr> = OnceLock::new();
    *CLOSED.get_or_init(|| {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.local_addr().expect("an address")
    })
}

fn client(server: &Server) -> Client {
    Client::on_network("Rihla-test", limits(), network(server.address))
}

/// Whether HTML has a part, by the letters alone.
fn has_part(html: &str, part: &str) -> bool {
    html.contains(&format!("id=\"{part}\"")) || html.contains(&format!("name='{part}'"))
}

fn said(server: &Server, path: &str) -> Answer {
    client(server).ask(&format!("http://site.test{path}"), Some(&has_part))
}

fn good() -> Answer {
    Verdict::Good.into()
}

fn dead(fault: Fault) -> Answer {
    Verdict::Dead(fault).into()
}

fn unknown(unknown: Unknown) -> Answer {
    Verdict::Unknown(unknown).into()
}

#[test]
fn what_misbehaves_is_told_as_what_it_is() {
    let server = Server::start();
    let busy = |seconds| unknown(Unknown::Busy(Some(Duration::from_secs(seconds))));
    for (path, expected) in [
        ("/here", good()),
        ("/no-content", good()),
        ("/not-found", dead(Fault::Status(404))),
        ("/gone", dead(Fault::Status(410))),
        ("/broken", dead(Fault::Status(500))),
        ("/forbidden", unknown(Unknown::Status(403))),
        ("/login", unknown(Unknown::Status(401))),
        ("/no-programs", unknown(Unknown::Status(999))),
        // Heads.
        ("/slow-head", dead(Fault::Time)),
        ("/silent", dead(Fault::Time)),
        ("/endless-headers", dead(Fault::Protocol)),
        ("/one-endless-header", dead(Fault::Protocol)),
        ("/empty", dead(Fault::Protocol)),
        ("/cut-head", dead(Fault::Protocol)),
        ("/no-status", dead(Fault::Protocol)),
        ("/http-0.9", dead(Fault::Protocol)),
        ("/http-7", dead(Fault::Protocol)),
        ("/tls-record", dead(Fault::Protocol)),
        ("/nul", dead(Fault::Protocol)),
        ("/negative-length", dead(Fault::Protocol)),
        // What follows the head is not waited for.
        ("/endless-body", good()),
        ("/slow-body", good()),
        ("/bomb", good()),
        ("/bad-gzip", good()),
        ("/cut-body", good()),
        ("/bad-chunks", good()),
        // Servers that do not like HEAD.
        ("/head-refused", good()),
        ("/head-forbidden", good()),
        ("/head-unknown", good()),
        ("/head-fails", good()),
        ("/head-breaks", good()),
        ("/head-with-body", good()),
        // Servers that ask to be left alone.
        ("/busy", busy(3600)),
        ("/busy-for-ever", busy(24 * 60 * 60)),
        ("/busy-nonsense", unknown(Unknown::Busy(None))),
        ("/busy-until", busy(20 * 60)),
        ("/busy-since", busy(0)),
        // Redirects that lead nowhere.
        ("/to-nowhere", dead(Fault::Status(404))),
        ("/to-busy", busy(3600)),
        ("/to-nothing", dead(Fault::Status(302))),
        ("/to-no-address", dead(Fault::Status(302))),
        ("/location-of-bytes", dead(Fault::Status(302))),
        ("/huge-location", dead(Fault::Protocol)),
        ("/escaped-location", dead(Fault::Status(404))),
        ("/loop", dead(Fault::Loop)),
        ("/loop-of-two", dead(Fault::Loop)),
        ("/deep-0", dead(Fault::Loop)),
        ("/cookie-wall", unknown(Unknown::Cookies)),
        // Redirects that lead inside.
        ("/to-private", dead(Fault::LeadsInside)),
        ("/to-this-machine", dead(Fault::LeadsInside)),
        ("/to-metadata", dead(Fault::LeadsInside)),
        ("/to-decimal", dead(Fault::LeadsInside)),
        ("/to-octal", dead(Fault::LeadsInside)),
        ("/to-hexadecimal", dead(Fault::LeadsInside)),
        ("/to-mapped", dead(Fault::LeadsInside)),
        ("/to-localhost", dead(Fault::LeadsInside)),
        ("/to-inner-name", dead(Fault::LeadsInside)),
        // Redirects to what is no page.
        ("/to-file", dead(Fault::LeadsElsewhere)),
        ("/to-script", dead(Fault::LeadsElsewhere)),
        ("/to-data", dead(Fault::LeadsElsewhere)),
    ] {
        assert_eq!(said(&server, path), expected, "{path}");
    }
}

#[test]
fn redirects_lead_to_an_end_and_say_whether_it_is_for_good() {
    let server = Server::start();
    for (path, to, is_permanent) in [
        ("/moved", "http://site.test/here", true),
        ("/moved#named", "http://site.test/here#named", true),
        ("/moved-308", "http://other.test/here", true),
        ("/schemeless", "http://other.test/here", true),
        ("/chain", "http://other.test/here", true),
        ("/found", "http://site.test/here", false),
        ("/see-other", "http://site.test/here", false),
        ("/for-now", "http://site.test/here", false),
        ("/mixed-chain", "http://site.test/here", false),
        ("/chain-back", "http://site.test/here", false),
        ("/relative", "http://site.test/here?x=1", true),
        ("/split-location", "http://site.test/here", false),
    ] {
        let answer = said(&server, path);
        let moved = Moved {
            to: to.to_owned(),
            is_permanent,
        };
        assert_eq!(
            (&answer.verdict, answer.moved),
            (&Verdict::Good, Some(moved)),
            "{path}"
        );
    }
    assert!(said(&server, "/large-location").moved.is_some());
}

#[test]
fn parts_are_looked_for_where_the_page_can_be_read() {
    let server = Server::start();
    for (path, lacks_part) in [
        ("/page#named", false),
        ("/page#old", false),
        ("/page#none", true),
        // What a browser or a script makes of it.
        ("/page#", false),
        ("/page#top", false),
        ("/page#:~:text=none", false),
        ("/page#/none", false),
        ("/page#!none", false),
        // What is no page, or is not read to its end.
        ("/here#none", false),
        ("/endless-body#none", false),
        ("/cut-body#none", false),
        ("/bad-chunks#none", false),
        ("/bad-gzip#none", false),
        ("/bomb#none", false),
        ("/not-found#none", false),
    ] {
        assert_eq!(said(&server, path).lacks_part, lacks_part, "{path}");
    }
    // The page is asked for once.
    let server = Server::start();
    said(&server, "/page#named");
    assert_eq!(server.methods("/page"), ["GET"]);
    said(&server, "/here");
    assert_eq!(server.methods("/here"), ["HEAD"]);
    said(&server, "/head-refused");
    assert_eq!(server.methods("/head-refused"), ["HEAD", "GET"]);
}

#[test]
fn inner_addresses_are_not_asked() {
    let server = Server::start();
    let client = client(&server);
    for (address, fault) in [
        ("http://127.0.0.1/", Fault::Inside),
        ("http://127.1/", Fault::Inside),
        ("http://2130706433/", Fault::Inside),
        ("http://0x7f.1/", Fault::Inside),
        ("http://017700000001/", Fault::Inside),
        ("http://[::1]/", Fault::Inside),
        ("http://[::ffff:127.0.0.1]/", Fault::Inside),
        ("http://[::ffff:7f00:1]/", Fault::Inside),
        ("http://[64:ff9b::a00:1]/", Fault::Inside),
        ("http://[fe80::1]/", Fault::Inside),
        ("http://\u{ff11}\u{ff12}\u{ff17}.0.0.1/", Fault::Inside),
        ("http://169.254.169.254/", Fault::Inside),
        ("http://localhost/", Fault::Inside),
        ("http://LOCALHOST./", Fault::Inside),
        ("http://printer/", Fault::Inside),
        ("http://nas.local/", Fault::Inside),
        ("http://inside.test/", Fault::Inside),
        ("http://mapped.test/", Fault::Inside),
        ("http://both.test/", Fault::Inside),
        ("ftp://site.test/", Fault::Form),
        ("file:///etc/passwd", Fault::Form),
        ("http://", Fault::Form),
        ("http://[/", Fault::Form),
        ("http://nobody.test/", Fault::Name),
        ("http://refused.test/", Fault::Connection),
    ] {
        assert_eq!(client.ask(address, None), dead(fault), "{address}");
    }
    assert_eq!(server.asked(), []);
}

#[test]
fn who_asks_says_so_and_sends_nothing_else() {
    let server = Server::start();
    let client = client(&server);
    client.ask("http://name:secret@site.test/cookie-wall?q=1#part", None);
    let asked = server.asked();
    assert_eq!(asked.len(), 1, "{asked:?}");
    let head = &asked[0].head;
    assert!(head.contains("user-agent: rihla-test\r\n"), "{head}");
    assert!(head.contains("accept-encoding: identity\r\n"), "{head}");
    for sent in ["cookie", "authorization", "secret", "part", "referer"] {
        let rest = head.replace("cookie-wall", "");
        assert!(!rest.contains(sent), "{sent}: {head}");
    }
}

#[test]
fn of_a_host_two_are_asked_at_a_time() {
    let server = Server::start();
    let client = client(&server);
    let many = (0..2000).map(|number| format!("http://many.test/{number}"));
    let others = (0..200).map(|number| format!("http://many-{}.test/{number}", number % 20));
    let addresses: Vec<String> = many.chain(others).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let asked = ask(&client, &addresses, None, &|_| {});
    assert!(asked.answers.iter().all(|answer| *answer == good()));
    assert!(!asked.is_offline);
    assert_eq!(server.asked().len(), 2200);
    let (of_host, of_all) = server.most_at_once();
    assert!((1..=2).contains(&of_host), "{of_host}");
    assert!((1..=16).contains(&of_all), "{of_all}");
}

#[test]
fn redirects_to_a_host_count_with_what_is_asked_of_it() {
    let server = Server::start();
    let client = client(&server);
    let addresses: Vec<String> = (0..60)
        .map(|number| match number % 3 {
            0 => format!("http://other.test/many/{number}"),
            _ => format!("http://from-{number}.test/moved-308"),
        })
        .collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let asked = ask(&client, &addresses, None, &|_| {});
    assert!(
        asked
            .answers
            .iter()
            .all(|answer| answer.verdict == Verdict::Good)
    );
    assert!(server.most_at_once().0 <= 2);
}

#[test]
fn a_host_that_asks_for_it_is_left_alone() {
    let server = Server::start();
    let client = client(&server);
    let mut addresses = vec!["http://busy.test/busy".to_owned()];
    addresses.extend((0..50).map(|number| format!("http://busy.test/{number}")));
    addresses.push("http://site.test/here".to_owned());
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let asked = ask(&client, &addresses, None, &|_| {});
    let busy = server
        .asked()
        .into_iter()
        .filter(|asked| asked.host == "busy.test");
    // Those that were under way may still be answered, and how many these are is the machine's affair.
    assert!(busy.count() < 51);
    let hour = unknown(Unknown::Busy(Some(Duration::from_secs(3600))));
    assert_eq!(asked.answers[50], hour);
    assert_eq!(asked.answers[51], good());
}

#[test]
fn a_short_wait_is_waited() {
    let server = Server::start();
    let client = client(&server);
    let addresses = ["http://busy.test/busy-once", "http://busy.test/here"];
    let asked = ask(&client, &addresses, None, &|_| {});
    assert_eq!(asked.answers, [good(), good()]);
    assert_eq!(server.methods("/busy-once").len(), 2);
}

#[test]
fn what_does_not_answer_is_not_asked_for_ever() {
    let server = Server::start();
    let client = client(&server);
    let refused = (0..40).map(|number| format!("http://refused.test/{number}"));
    let mut addresses: Vec<String> = refused.collect();
    addresses.push("http://site.test/here".to_owned());
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let asked = ask(&client, &addresses, None, &|_| {});
    let tried = asked
        .answers
        .iter()
        .filter(|answer| **answer == dead(Fault::Connection));
    assert!((3..=5).contains(&tried.count()));
    assert_eq!(asked.answers[39], unknown(Unknown::NotAsked));
    assert!(!asked.is_offline);
    // A name that leads nowhere does so for each path.
    let addresses = [
        "http://nobody.test/1",
        "http://nobody.test/2",
        "http://site.test/here",
    ];
    let asked = ask(&client, &addresses, None, &|_| {});
    assert_eq!(asked.answers[..2], [dead(Fault::Name), dead(Fault::Name)]);
}

#[test]
fn a_machine_without_network_is_known_as_one() {
    let server = Server::start();
    let client = client(&server);
    let addresses: Vec<String> = (0..300)
        .map(|number| format!("http://nobody-{number}.test/"))
        .collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let asked = ask(&client, &addresses, None, &|_| {});
    assert!(asked.is_offline);
    assert_eq!(asked.answers.len(), 300);
    let tried = asked
        .answers
        .iter()
        .filter(|answer| **answer == dead(Fault::Name));
    assert!(tried.count() < 30);
    // One site that is gone is no reason to think so, nor is one of two.
    assert!(!ask(&client, &["http://nobody.test/"], None, &|_| {}).is_offline);
    let two = ["http://nobody.test/", "http://site.test/not-found"];
    assert!(!ask(&client, &two, None, &|_| {}).is_offline);
    // What says that it has no network has none.
    let cut = |_: &str, _: u16| {
        Err(io::Error::other(
            "failed to lookup address information: Temporary failure in name resolution",
        ))
    };
    let client = Client::on_network("Rihla-test", limits(), Network::of(cut, &[]));
    assert!(ask(&client, &["http://site.test/"], None, &|_| {}).is_offline);
    assert!(!ask(&client, &[], None, &|_| {}).is_offline);
}
