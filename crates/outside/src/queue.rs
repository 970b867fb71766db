//! Many addresses: in which order, and when a host is left alone.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use url::Url;

use crate::client::HasPart;
use crate::{Answer, Client, Fault, Unknown, Verdict};

/// How many addresses are asked about at the same time.
const AT_ONCE: usize = 16;
/// After how many addresses of a host that did not answer, one after the other, the others are not asked.
const IN_VAIN: usize = 3;
/// After how many hosts that cannot be reached, where none can, no further one is tried.
const NOBODY: usize = 6;

/// What became of a row of questions.
#[derive(Debug)]
pub struct Asked {
    /// The answers, in the order of the addresses.
    pub answers: Vec<Answer>,
    /// Whether no host at all could be reached, so that it seems to be the network of this machine.
    pub is_offline: bool,
}

/// Asks about addresses, each once; `has_part` as for [`Client::ask`]. `done` is told how many have an answer, from many threads.
pub fn ask(
    client: &Client,
    addresses: &[&str],
    has_part: Option<HasPart>,
    done: &(dyn Fn(usize) + Sync),
) -> Asked {
    let queue = Queue {
        state: Mutex::new(State::new(addresses, client.limits.at_once.max(1))),
        changed: Condvar::new(),
        patience: client.limits.patience,
    };
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(addresses.len()) {
            scope.spawn(|| {
                while let Some((host, number)) = queue.next() {
                    let answer = client.ask(addresses[number], has_part);
                    done(queue.answered(host, number, answer));
                }
            });
        }
    });
    let state = queue.state.into_inner();
    let state = state.unwrap_or_else(PoisonError::into_inner);
    let is_offline = state.is_offline();
    let not_asked = || Verdict::Unknown(Unknown::NotAsked).into();
    let answers = state.answers.into_iter();
    Asked {
        answers: answers
            .map(|answer| answer.unwrap_or_else(not_asked))
            .collect(),
        is_offline,
    }
}

struct Queue {
    state: Mutex<State>,
    changed: Condvar,
    patience: Duration,
}

struct State {
    hosts: Vec<Host>,
    answers: Vec<Option<Answer>>,
    /// The host whose turn it is.
    turn: usize,
    at_once: usize,
    /// How many addresses have an answer.
    done: usize,
    /// Whether any server said anything.
    is_heard: bool,
    /// Whether this machine said that it has no network.
    is_cut_off: bool,
}

#[derive(Default)]
struct Host {
    waiting: VecDeque<usize>,
    active: usize,
    opens: Option<Instant>,
    /// How many addresses did not answer, one after the other.
    in_vain: usize,
    /// Which addresses have been put off once.
    put_off: Vec<usize>,
}

impl State {
    fn new(addresses: &[&str], at_once: usize) -> Self {
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        let mut hosts: Vec<Host> = Vec::new();
        for (number, address) in addresses.iter().enumerate() {
            let url = Url::parse(address).ok();
            let name = url.as_ref().and_then(Url::host_str).unwrap_or_default();
            let host = *numbers.entry(name.to_owned()).or_insert_with(|| {
                hosts.push(Host::default());
                hosts.len() - 1
            });
            hosts[host].waiting.push_back(number);
        }
        Self {
            hosts,
            answers: addresses.iter().map(|_| None).collect(),
            turn: 0,
            at_once,
            done: 0,
            is_heard: false,
            is_cut_off: false,
        }
    }

    /// How many hosts cannot be reached.
    fn unreached(&self) -> usize {
        self.hosts.iter().filter(|host| host.in_vain > 0).count()
    }

    /// Whether it seems to be this machine that reaches nobody. One host alone that does not answer may be gone.
    fn is_offline(&self) -> bool {
        !self.is_heard && (self.is_cut_off || self.unreached() > 1)
    }

    /// Gives all addresses of a host that wait an answer.
    fn close(&mut self, host: usize, verdict: &Verdict) {
        for number in std::mem::take(&mut self.hosts[host].waiting) {
            self.answer(number, verdict.clone().into());
        }
    }

    fn answer(&mut self, number: usize, answer: Answer) {
        self.answers[number] = Some(answer);
        self.done += 1;
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next address whose host has room for a request, with its host; waits for one. `None` where none is left.
    fn next(&self) -> Option<(usize, usize)> {
        let mut state = self.lock();
        loop {
            let count = state.hosts.len();
            let now = Instant::now();
            let mut opens: Option<Instant> = None;
            let mut is_left = false;
            for step in 0..count {
                let at = (state.turn + step) % count;
                let at_once = state.at_once;
                let host = &mut state.hosts[at];
                if host.waiting.is_empty() {
                    continue;
                }
                is_left = true;
                match host.opens.filter(|opens| *opens > now) {
                    Some(until) => opens = Some(opens.map_or(until, |other| other.min(until))),
                    None if host.active < at_once => {
                        host.active += 1;
                        let number = host.waiting.pop_front()?;
                        state.turn = at + 1;
                        return Some((at, number));
                    }
                    None => {}
                }
            }
            // Who is being asked may be put off, and wait again.
            if !is_left && state.hosts.iter().all(|host| host.active == 0) {
                return None;
            }
            let wait = opens.map_or(Duration::from_secs(60), |opens| opens - now);
            let woken = self.changed.wait_timeout(state, wait);
            state = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Notes the answer of an address, and what it means for others of its host; gives how many have one.
    fn answered(&self, at: usize, number: usize, answer: Answer) -> usize {
        let mut state = self.lock();
        let host = &mut state.hosts[at];
        host.active -= 1;
        let of_network = match &answer.verdict {
            Verdict::Dead(fault) if fault.is_of_network() => Some(fault.clone()),
            _ => None,
        };
        match &of_network {
            Some(_) => host.in_vain += 1,
            None => host.in_vain = 0,
        }
        let in_vain = host.in_vain;
        match (&answer.verdict, of_network) {
            (Verdict::Unknown(Unknown::Busy(asked)), _) => {
                let is_again = host.put_off.contains(&number);
                let wait = asked.unwrap_or(Duration::from_secs(1));
                if wait <= self.patience && !is_again {
                    host.put_off.push(number);
                    host.waiting.push_back(number);
                    let opens = Instant::now() + wait;
                    host.opens = Some(host.opens.map_or(opens, |other| other.max(opens)));
                    self.changed.notify_all();
                    return state.done;
                }
                let verdict = answer.verdict.clone();
                state.close(at, &verdict);
            }
            // Whatever its path: the name is that of no host.
            (_, Some(Fault::Name)) => state.close(at, &Verdict::Dead(Fault::Name)),
            (_, Some(_)) if in_vain >= IN_VAIN => {
                state.close(at, &Verdict::Unknown(Unknown::NotAsked));
            }
            _ => {}
        }
        match &answer.verdict {
            Verdict::Dead(Fault::Form | Fault::Inside) | Verdict::Unknown(Unknown::NotAsked) => {}
            Verdict::Dead(Fault::Network) => state.is_cut_off = true,
            Verdict::Dead(fault) if fault.is_of_network() => {}
            _ => state.is_heard = true,
        }
        state.answer(number, answer);
        if !state.is_heard && state.unreached() >= NOBODY {
            for at in 0..state.hosts.len() {
                state.close(at, &Verdict::Unknown(Unknown::NotAsked));
            }
        }
        self.changed.notify_all();
        state.done
    }
}
