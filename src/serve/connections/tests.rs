//! Clients that send half a request, over real sockets. None of them waits by the clock: a connection is read until it
//! ends.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use axum::Router;
use axum::extract::{Extension, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::{Connection, Limits, Unread, body, serve};

/// Where no limit is meant to be reached.
const LONG: Duration = Duration::from_secs(600);

/// Where one is.
const SHORT: Duration = Duration::from_millis(50);

async fn answer(
    State(time): State<Duration>,
    Extension(connection): Extension<Connection>,
    request: Request,
) -> Response {
    if request.uri().path() == "/key" {
        connection.keep();
    }
    match body(request.into_body(), 100, time).await {
        Ok(bytes) => bytes.into_response(),
        Err(Unread::Late) => StatusCode::REQUEST_TIMEOUT.into_response(),
        Err(Unread::Cut) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
    }
}

/// A server, ended when it is dropped.
struct Server {
    address: SocketAddr,
    end: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.end.take());
        drop(self.thread.take().map(std::thread::JoinHandle::join));
    }
}

impl Server {
    fn start(limits: Limits, time: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let (end, ended) = tokio::sync::oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            let router = Router::new().fallback(answer).with_state(time);
            runtime.expect("a runtime").block_on(async {
                tokio::select! {
                    result = serve(listener, router, limits) => drop(result),
                    _ = ended => {}
                }
            });
        });
        Self {
            address,
            end: Some(end),
            thread: Some(thread),
        }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("a connection");
        // Should the server not end it, the test ends all the same.
        let patience = Some(Duration::from_secs(60));
        stream.set_read_timeout(patience).expect("a limit");
        stream
    }
}

fn send(mut stream: &TcpStream, text: &str) {
    stream.write_all(text.as_bytes()).expect("sent");
}

/// All that a server says before it ends a connection.
fn rest(mut stream: &TcpStream) -> String {
    let mut all = Vec::new();
    match stream.read_to_end(&mut all) {
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {}
        Err(error) => panic!("the connection was not ended: {error}"),
    }
    String::from_utf8_lossy(&all).into_owned()
}

/// An answer on a connection that goes on.
fn answered(mut stream: &TcpStream) -> String {
    let mut all = Vec::new();
    let mut byte = [0];
    while !all.ends_with(b"\r\n\r\n") {
        assert_ne!(stream.read(&mut byte).expect("an answer"), 0, "it ended");
        all.push(byte[0]);
    }
    String::from_utf8_lossy(&all).into_owned()
}

const WHOLE: &str = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
const KEY: &str = "GET /key HTTP/1.1\r\nHost: x\r\n\r\n";

#[test]
fn a_head_that_does_not_come_ends_the_connection() {
    let server = Server::start(
        Limits {
            head: SHORT,
            most: 100,
        },
        LONG,
    );
    let halves = [
        "",
        "G",
        "GET / HTTP/1.1\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nA",
    ];
    let silent: Vec<TcpStream> = halves.iter().map(|_| server.connect()).collect();
    for (stream, half) in silent.iter().zip(halves) {
        send(stream, half);
    }
    for stream in &silent {
        assert!(!rest(stream).contains("200"));
    }
    // Nor does one byte after another keep it.
    let stream = server.connect();
    let writer = stream.try_clone().expect("the same connection");
    let dripping = std::thread::spawn(move || {
        let mut writer = writer;
        let mut letters = "GET /".bytes().chain(std::iter::repeat(b'a'));
        while letters
            .next()
            .is_some_and(|byte| writer.write_all(&[byte]).is_ok())
        {
            std::thread::sleep(Duration::from_millis(5));
        }
    });
    assert!(!rest(&stream).contains("200"));
    dripping.join().expect("the writer was stopped");
    // And who is served and then silent goes too.
    let stream = server.connect();
    send(&stream, WHOLE);
    assert!(rest(&stream).starts_with("HTTP/1.1 200"));
}

#[test]
fn a_body_that_does_not_come_ends_the_connection() {
    let server = Server::start(
        Limits {
            head: LONG,
            most: 100,
        },
        SHORT,
    );
    for body in [
        "Content-Length: 50\r\n\r\nhalf",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nha",
    ] {
        let stream = server.connect();
        send(&stream, &format!("POST / HTTP/1.1\r\nHost: x\r\n{body}"));
        assert!(rest(&stream).starts_with("HTTP/1.1 408"), "{body}");
    }
}

#[test]
fn where_there_are_too_many_the_most_silent_one_goes_and_no_other() {
    let server = Server::start(
        Limits {
            head: LONG,
            most: 3,
        },
        LONG,
    );
    let (with_key, silent, heard) = (server.connect(), server.connect(), server.connect());
    send(&with_key, KEY);
    assert!(answered(&with_key).starts_with("HTTP/1.1 200"));
    send(&heard, WHOLE);
    assert!(answered(&heard).starts_with("HTTP/1.1 200"));
    send(&silent, "GET / HTTP/1.1\r\n");
    let fourth = server.connect();
    send(&fourth, WHOLE);
    assert!(answered(&fourth).starts_with("HTTP/1.1 200"));
    assert_eq!(rest(&silent), "");
    // However many come after them.
    let crowd: Vec<TcpStream> = (0..20).map(|_| server.connect()).collect();
    send(&with_key, KEY);
    assert!(answered(&with_key).starts_with("HTTP/1.1 200"));
    assert_eq!(rest(&heard), "");
    assert_eq!(rest(&fourth), "");
    let last = crowd.last().expect("one");
    send(last, WHOLE);
    assert!(answered(last).starts_with("HTTP/1.1 200"));
}
