//! A server on this machine that answers as badly as servers do.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What the server was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub method: String,
    pub host: String,
    pub path: String,
    /// All of the head, in small letters.
    pub head: String,
}

#[derive(Default)]
struct Seen {
    asked: Mutex<Vec<Asked>>,
    /// How many requests of each host are being answered, and the most that were.
    active: Mutex<BTreeMap<String, (usize, usize)>>,
    all: AtomicUsize,
    most: AtomicUsize,
    is_over: AtomicBool,
}

/// A server; it ends with the value.
pub struct Server {
    pub address: SocketAddr,
    seen: Arc<Seen>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.seen.is_over.store(true, Ordering::SeqCst);
        // Wakes the thread that accepts.
        drop(TcpStream::connect(self.address));
    }
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let seen = Arc::new(Seen::default());
        let shared = seen.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.is_over.load(Ordering::SeqCst) {
                    return;
                }
                let shared = shared.clone();
                thread::spawn(move || while answer(&stream, &shared).is_some() {});
            }
        });
        Self { address, seen }
    }

    /// Everything that was asked, in order.
    pub fn asked(&self) -> Vec<Asked> {
        self.seen
            .asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The methods with which a path was asked for.
    pub fn methods(&self, path: &str) -> Vec<String> {
        let asked = self.asked().into_iter();
        asked
            .filter(|asked| asked.path == path)
            .map(|asked| asked.method)
            .collect()
    }

    /// The most requests that were answered at the same time: of one host, and of all.
    pub fn most_at_once(&self) -> (usize, usize) {
        let active = self
            .seen
            .active
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let of_host = active.values().map(|(_, most)| *most).max();
        (
            of_host.unwrap_or_default(),
            self.seen.most.load(Ordering::SeqCst),
        )
    }
}

/// Answers a request; `None` where nothing further is to be answered on the connection.
fn answer(stream: &TcpStream, seen: &Seen) -> Option<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if (&*stream).read(&mut byte).ok()? == 0 {
            return None;
        }
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut words = head.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let head = head.to_lowercase();
    let host = head
        .lines()
        .find_map(|line| line.strip_prefix("host: "))?
        .to_owned();
    seen.asked.lock().ok()?.push(Asked {
        method: method.clone(),
        host: host.clone(),
        path: path.clone(),
        head,
    });
    {
        let mut active = seen.active.lock().ok()?;
        let (now, most) = active.entry(host.clone()).or_default();
        *now += 1;
        *most = (*most).max(*now);
        let all = seen.all.fetch_add(1, Ordering::SeqCst) + 1;
        seen.most.fetch_max(all, Ordering::SeqCst);
    }
    let active = Active { seen, host: &host };
    let said = say(stream, active, &method, &path);
    if said.is_none() {
        let _ = stream.shutdown(Shutdown::Both);
    }
    said
}

/// A request that is being answered.
struct Active<'s> {
    seen: &'s Seen,
    host: &'s str,
}

impl Drop for Active<'_> {
    fn drop(&mut self) {
        let mut active = self
            .seen
            .active
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some((now, _)) = active.get_mut(self.host) {
            *now -= 1;
        }
        self.seen.all.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A whole answer without a body.
fn plain(status: &str, headers: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\n\r\n")
}

/// A page of HTML.
fn page(html: &str) -> String {
    let length = html.len();
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\n\r\n{html}"
    )
}

fn redirect(status: &str, to: &str) -> String {
    plain(status, &format!("Location: {to}\r\n"))
}

/// Writes for a while: as long as somebody listens, at most some seconds.
fn endless(mut stream: &TcpStream, piece: &[u8], pause: Duration) -> Option<()> {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(5) {
        stream.write_all(piece).ok()?;
        stream.flush().ok()?;
        thread::sleep(pause);
    }
    None
}

/// Says what a path says; `None` closes the connection.
fn say(mut stream: &TcpStream, active: Active, method: &str, path: &str) -> Option<()> {
    let is_head = method == "HEAD";
    let mut put = |text: &str| stream.write_all(text.as_bytes()).ok();
    let text = match path {
        "/slow-head" => {
            put("HTTP/1.1 200 OK\r\nX-More: ")?;
            return endless(stream, b"x", Duration::from_millis(40));
        }
        "/silent" => {
            thread::sleep(Duration::from_secs(2));
            return None;
        }
        "/endless-headers" => {
            put("HTTP/1.1 200 OK\r\n")?;
            return endless(
                stream,
                format!("X-More: {}\r\n", "x".repeat(900)).as_bytes(),
                Duration::ZERO,
            );
        }
        "/one-endless-header" => {
            put("HTTP/1.1 200 OK\r\nX-More: ")?;
            return endless(stream, &[b'x'; 1000], Duration::ZERO);
        }
        "/continues-for-ever" => {
            return endless(
                stream,
                b"HTTP/1.1 102 Processing\r\n\r\n",
                Duration::from_millis(5),
            );
        }
        "/endless-body" => {
            put("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")?;
            return match is_head {
                true => None,
                false => endless(stream, &[b'x'; 4096], Duration::ZERO),
            };
        }
        "/slow-body" => {
            put("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")?;
            return match is_head {
                true => None,
                false => endless(stream, b"x", Duration::from_millis(40)),
            };
        }
        "/bomb" => {
            put(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n",
            )?;
            return match is_head {
                true => None,
                false => endless(
                    stream,
                    b"8\r\n\x1f\x8b\x08\0\0\0\0\0\r\n",
                    Duration::from_millis(1),
                ),
            };
        }
        "/bad-gzip" => {
            put(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\n",
            )?;
            if !is_head {
                put("no gzip!")?;
            }
            return Some(());
        }
        "/empty" => return None,
        "/cut-head" => {
            put("HTTP/1.1 200 OK\r\nContent-Ty")?;
            return None;
        }
        "/cut-body" | "/wrong-length" => {
            put("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n")?;
            if !is_head {
                put("<p id=early>")?;
            }
            return None;
        }
        "/two-lengths" => {
            put("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 7\r\n\r\nx")?;
            return None;
        }
        "/negative-length" => {
            put("HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n")?;
            return None;
        }
        "/bad-chunks" => {
            put(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
            )?;
            if !is_head {
                put("zzz\r\nx\r\n")?;
            }
            return None;
        }
        "/no-status" => {
            put("Hello\r\n\r\n")?;
            return None;
        }
        "/http-0.9" => {
            put("<html><p>It was 1991.")?;
            return None;
        }
        "/http-7" => {
            put("HTTP/7.0 200 OK\r\n\r\n")?;
            return None;
        }
        "/tls-record" => {
            stream.write_all(b"\x15\x03\x01\x00\x02\x02\x46").ok()?;
            return None;
        }
        "/nul" => {
            put("HTTP/1.1 200 OK\r\nX-\0: \0\r\n\r\n")?;
            return None;
        }
        "/head-refused" if is_head => plain("405 Method Not Allowed", ""),
        "/head-forbidden" if is_head => plain("403 Forbidden", ""),
        "/head-unknown" if is_head => plain("404 Not Found", ""),
        "/head-fails" if is_head => plain("501 Not Implemented", ""),
        "/head-breaks" if is_head => return None,
        "/head-with-body" if is_head => {
            // Against RFC 9110, section 9.3.2.
            put(&page("<p>Here it is all the same."))?;
            return None;
        }
        "/forbidden" => plain("403 Forbidden", ""),
        "/login" => plain("401 Unauthorized", "WWW-Authenticate: Basic\r\n"),
        "/not-found" => plain("404 Not Found", ""),
        "/gone" => plain("410 Gone", ""),
        "/broken" => plain("500 Internal Server Error", ""),
        "/no-programs" => plain("999 Request denied", ""),
        "/no-content" => "HTTP/1.1 204 No Content\r\n\r\n".to_owned(),
        "/busy" => plain("429 Too Many Requests", "Retry-After: 3600\r\n"),
        "/busy-for-ever" => plain("429 Too Many Requests", "Retry-After: 99999999999\r\n"),
        "/busy-nonsense" => plain("429 Too Many Requests", "Retry-After: soon\r\n"),
        "/busy-until" => plain(
            "503 Service Unavailable",
            "Date: Fri, 06 Nov 2026 08:00:00 GMT\r\nRetry-After: Fri, 06 Nov 2026 08:20:00 GMT\r\n",
        ),
        "/busy-since" => plain(
            "503 Service Unavailable",
            "Date: Fri, 06 Nov 2026 08:00:00 GMT\r\nRetry-After: Fri, 06 Nov 2026 07:00:00 GMT\r\n",
        ),
        "/busy-once" => {
            let asked = active.seen.asked.lock().ok()?;
            let times = asked.iter().filter(|asked| asked.path == path).count();
            match times {
                1 => plain("429 Too Many Requests", "Retry-After: 0\r\n"),
                _ => plain("200 OK", ""),
            }
        }
        "/moved" => redirect("301 Moved Permanently", "/here"),
        "/moved-308" => redirect("308 Permanent Redirect", "http://other.test/here"),
        "/found" => redirect("302 Found", "/here"),
        "/see-other" => redirect("303 See Other", "/here"),
        "/for-now" => redirect("307 Temporary Redirect", "/here"),
        "/chain" => redirect("301 Moved Permanently", "/moved-308"),
        "/mixed-chain" => redirect("301 Moved Permanently", "/found"),
        "/chain-back" => redirect("302 Found", "/moved"),
        "/relative" => redirect("301 Moved Permanently", "../here?x=1#own"),
        "/schemeless" => redirect("301 Moved Permanently", "//other.test/here"),
        "/to-nowhere" => redirect("301 Moved Permanently", "/not-found"),
        "/to-busy" => redirect("301 Moved Permanently", "/busy"),
        "/loop" => redirect("302 Found", "/loop"),
        "/loop-of-two" => redirect("301 Moved Permanently", "/loop-back"),
        "/loop-back" => redirect("301 Moved Permanently", "/loop-of-two"),
        "/cookie-wall" => plain(
            "302 Found",
            "Set-Cookie: seen=1; Path=/\r\nLocation: /cookie-wall\r\n",
        ),
        "/to-private" => redirect("302 Found", "http://10.0.0.7/"),
        "/to-this-machine" => redirect("301 Moved Permanently", "http://127.0.0.1/"),
        "/to-metadata" => redirect("302 Found", "http://169.254.169.254/latest/"),
        "/to-decimal" => redirect("302 Found", "http://2130706433/"),
        "/to-octal" => redirect("302 Found", "http://0177.0.0.1/"),
        "/to-hexadecimal" => redirect("302 Found", "http://0x7f000001/"),
        "/to-mapped" => redirect("302 Found", "http://[::ffff:127.0.0.1]/"),
        "/to-localhost" => redirect("302 Found", "http://localhost./"),
        "/to-inner-name" => redirect("302 Found", "http://inside.test/"),
        "/to-file" => redirect("301 Moved Permanently", "file:///etc/passwd"),
        "/to-script" => redirect("302 Found", "javascript:alert(1)"),
        "/to-data" => redirect("302 Found", "data:text/html,x"),
        "/to-nothing" => plain("302 Found", ""),
        "/to-no-address" => redirect("302 Found", "http://[/"),
        "/huge-location" => redirect("302 Found", &format!("/{}", "x".repeat(200_000))),
        "/large-location" => redirect("302 Found", &format!("/here?{}", "x".repeat(9_000))),
        "/location-of-bytes" => {
            stream
                .write_all(
                    b"HTTP/1.1 302 Found\r\nLocation: /\xff\xfe\r\nContent-Length: 0\r\n\r\n",
                )
                .ok()?;
            return Some(());
        }
        "/split-location" => {
            // A second answer in the place of the target, as of a server that copies what it is asked.
            put(
                "HTTP/1.1 302 Found\r\nLocation: /here\r\n\r\nHTTP/1.1 200 OK\r\nSet-Cookie: own=1\r\n\r\n",
            )?;
            return None;
        }
        "/escaped-location" => redirect("302 Found", "/here%0d%0aX-Own:%201"),
        _ if path.starts_with("/here%0d%0a") => plain("404 Not Found", ""),
        _ if path.starts_with("/deep-") => {
            let depth: usize = path.strip_prefix("/deep-")?.parse().ok()?;
            redirect("301 Moved Permanently", &format!("/deep-{}", depth + 1))
        }
        "/page" => page("<h1 id=\"named\">A</h1><a name='old'></a><p id=\"d&eacute;j&agrave;\">x"),
        _ if active.host.starts_with("many") => {
            thread::sleep(Duration::from_millis(1));
            plain("200 OK", "")
        }
        _ => plain("200 OK", ""),
    };
    // Whoever has the answer may ask again.
    drop(active);
    match is_head {
        true => put(text.split_inclusive("\r\n\r\n").next()?),
        false => put(&text),
    }
}
