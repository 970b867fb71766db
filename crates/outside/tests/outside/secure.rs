//! Servers that speak TLS, each with another fault.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use rihla_outside::{Client, Fault, Network, Verdict};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A server with a certificate of its own for a name, valid in some years; it answers one connection after the other.
fn serve(name: &str, from: i32, until: i32) -> SocketAddr {
    let mut parameters = CertificateParams::new([name.to_owned()]).expect("a name");
    parameters.not_before = date_time_ymd(from, 1, 1);
    parameters.not_after = date_time_ymd(until, 1, 1);
    let key = KeyPair::generate().expect("a key");
    let certificate = parameters.self_signed(&key).expect("a certificate");
    let chain = vec![CertificateDer::from(certificate.der().to_vec())];
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions of TLS")
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .expect("a certificate with its key");
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten().take(8) {
            let Ok(connection) = ServerConnection::new(config.clone()) else {
                return;
            };
            let mut stream = StreamOwned::new(connection, stream);
            let mut head = [0; 1024];
            // Whoever refuses the certificate sends nothing.
            if stream.read(&mut head).is_ok() {
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            }
        }
    });
    address
}

fn said(address: SocketAddr, url: &str) -> Verdict {
    let network = Network::of(move |_, _| Ok(vec![address]), &[address]);
    let client = Client::on_network("Rihla-test", super::limits(), network);
    client.ask(url, None).verdict
}

#[test]
fn certificates_that_nobody_should_trust_are_told_as_such() {
    let own = serve("site.test", 2020, 4000);
    assert_eq!(
        said(own, "https://site.test/"),
        Verdict::Dead(Fault::Certificate)
    );
    let expired = serve("site.test", 2001, 2002);
    let verdict = said(expired, "https://site.test/");
    // Which fault of two is told is the verifier's choice: that of nobody who vouches, or that of the time.
    assert!(
        matches!(
            verdict,
            Verdict::Dead(Fault::Certificate | Fault::CertificateTime)
        ),
        "{verdict:?}"
    );
}

#[test]
fn tls_where_none_is_spoken() {
    let server = super::Server::start();
    let verdict = said(server.address, "https://site.test/");
    assert!(
        matches!(verdict, Verdict::Dead(Fault::Protocol | Fault::Time)),
        "{verdict:?}"
    );
    // And the other way round.
    let secure = serve("site.test", 2020, 4000);
    let verdict = said(secure, "http://site.test/");
    assert_eq!(verdict, Verdict::Dead(Fault::Protocol));
}
