//! The site is read again whenever it changes.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::debounce::{Debouncer, Waits};
use super::load::{Loaded, reload};
use super::watch::{self, Told, Watch};
use super::{News, Tell};
use rihla_build as build;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::serve as say;
use rihla_site::source::Stamp;

/// How long an error waits for the files to change again before it is shown: what was saved may
/// be half of what is being saved.
const DOUBT: Duration = Duration::from_millis(250);

/// How long the preview waits before it looks at the files again, where it is not told.
const POLL: Duration = Duration::from_secs(1);

/// How long the files must stay as they are before they are read, where the preview looks.
const STILL: Duration = Duration::from_millis(150);

/// How long the preview waits at most before it looks at the clock again, where the site is to
/// change by itself.
const CLOCK: Duration = Duration::from_secs(30);

/// The longest that anything waits.
const EVER: Duration = Duration::from_secs(24 * 60 * 60);

/// What a follower needs to know.
pub struct Order {
    /// How the site is linked; `now` is replaced by the clock.
    pub options: build::Options,
    /// The site's folder, absolute.
    pub root: PathBuf,
    /// Gives the moment.
    pub clock: fn() -> Timestamp,
    /// Whether to look at the files instead of being told.
    pub poll: bool,
    /// Takes what there is to say.
    pub tell: Tell,
    /// Takes each new state of the site.
    pub publish: Publish,
}

/// Takes a state of the site.
pub type Publish = Box<dyn FnMut(&Arc<Loaded>) + Send>;

/// Follows a site from a thread of its own, until nobody listens any more.
pub struct Follower {
    order: Order,
    told: Receiver<Told>,
    /// Kept so that the channel is open though nothing is watched.
    teller: Sender<Told>,
    watch: Option<Watch>,
    debouncer: Debouncer,
    /// The state that is published.
    shown: Option<Arc<Loaded>>,
    /// A state with errors that waits for its time.
    doubted: Option<(Read, Instant)>,
    /// The files as they were when the preview last looked.
    seen: Option<Stamp>,
    /// When it looks next, where it is not told.
    poll: Option<Instant>,
    /// Whether the system lost count of what happened.
    lost: bool,
    /// Whether the site cannot be read, so that there is nothing to watch for the moment.
    away: bool,
    /// Whether the folder that is watched is not the site's any more.
    moved: bool,
}

/// A state of the site, and how long it took to read it.
type Read = (Arc<Loaded>, Duration);

impl Follower {
    /// Begins to watch. From here on, no change is missed.
    pub fn new(order: Order) -> Self {
        let (teller, told) = std::sync::mpsc::channel();
        let mut follower = Self {
            debouncer: Debouncer::new(watch::WAITS),
            order,
            told,
            teller,
            watch: None,
            shown: None,
            doubted: None,
            seen: None,
            poll: None,
            lost: false,
            away: false,
            moved: false,
        };
        match follower.order.poll {
            true => follower.look_from_now_on(),
            false => follower.begin(),
        }
        follower
    }

    fn begin(&mut self) {
        match Watch::new(&self.order.root, self.teller.clone()) {
            Ok(watch) => self.watch = Some(watch),
            Err(problem) => self.give_up_watching(problem),
        }
    }

    /// Says why nothing is watched, and looks at the files instead.
    fn give_up_watching(&mut self, problem: Diagnostic) {
        if self.poll.is_none() {
            (self.order.tell)(News::Trouble(problem));
            self.watch = None;
            self.look_from_now_on();
        }
    }

    /// The first look reads the site in any case: nobody knows what happened until then.
    fn look_from_now_on(&mut self) {
        self.debouncer = Debouncer::new(Waits::UNTOLD);
        self.seen = None;
        self.poll = Some(Instant::now() + POLL);
    }

    /// Reads the site, then follows it until the program ends.
    pub fn run(mut self) {
        self.read();
        loop {
            // Before the first wait too: what happened while it was read may have been told by
            // nobody.
            self.act(Instant::now());
            let now = Instant::now();
            let wait = self
                .next()
                .map_or(EVER, |next| next.saturating_duration_since(now));
            match self.told.recv_timeout(wait) {
                Ok(told) => {
                    self.hear(told);
                    while let Ok(told) = self.told.try_recv() {
                        self.hear(told);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// When there is something to do next.
    fn next(&self) -> Option<Instant> {
        let doubt = self.doubted.as_ref().map(|(_, until)| *until);
        // A machine that sleeps or is set right moves the clock and not the count of seconds.
        let moment = self
            .due_by_clock()
            .map(|left| Instant::now() + left.min(CLOCK));
        // A count that was lost anew while the files were read is taken at once, but for what is
        // about to be read anyway.
        let lost = self.is_to_be_counted().then(Instant::now);
        [self.debouncer.due(), doubt, self.poll, moment, lost]
            .into_iter()
            .flatten()
            .min()
    }

    /// How long until the site changes by itself; none where it does not, where the files have
    /// errors, or where they are about to be read anyway.
    fn due_by_clock(&self) -> Option<Duration> {
        if self.doubted.is_some() || self.debouncer.due().is_some() {
            return None;
        }
        let shown = self.shown.as_ref().filter(|shown| shown.is_current)?;
        let next = shown.next(&self.order.options)?;
        let left = next.duration_since((self.order.clock)());
        Some(Duration::try_from(left).unwrap_or_default())
    }

    fn hear(&mut self, told: Told) {
        match told {
            Told::Event(path, event) => self.debouncer.note(&path, event, Instant::now()),
            Told::Folder(path) => {
                if let Some(watch) = &mut self.watch
                    && let Err(problem) = watch.add(&path)
                {
                    self.give_up_watching(problem);
                }
            }
            Told::Site => self.moved = true,
            Told::Lost => self.lost = true,
            Told::Failed(problem) => self.give_up_watching(problem),
        }
    }

    fn act(&mut self, now: Instant) {
        if self.poll.is_some_and(|poll| poll <= now) {
            self.look_at_the_files();
        }
        if self.debouncer.due().is_some_and(|due| due <= now) {
            self.debouncer.reading();
            // Watched before it is read, so that no change is missed.
            if std::mem::take(&mut self.moved) && self.watch.is_some() {
                self.begin();
            }
            self.read();
            self.debouncer.done(Instant::now());
        } else if let Some((read, _)) = self.doubted.take_if(|(_, until)| *until <= now) {
            // What a machine could not read a moment ago, it may read now.
            let read = match read.0.is_machine {
                true => {
                    // The folder may not have been there to be watched.
                    if self.watch.is_some() {
                        self.begin();
                    }
                    self.load(Some(read.0))
                }
                false => read,
            };
            self.show(read);
        }
        if self.due_by_clock().is_some_and(|left| left.is_zero()) {
            self.read();
        }
        if self.is_to_be_counted() {
            self.count_again();
        }
    }

    fn is_to_be_counted(&self) -> bool {
        self.lost && self.debouncer.due().is_none()
    }

    /// Many events at once make the system lose count: of a big site, reading it is enough.
    /// The site is read again only where its files are not what they were.
    fn count_again(&mut self) {
        self.lost = false;
        let stamp = Stamp::of(&self.order.root);
        if self.seen.replace(stamp) != Some(stamp) {
            self.read();
        }
    }

    fn look_at_the_files(&mut self) {
        let begun = Instant::now();
        let mut stamp = Stamp::of(&self.order.root);
        let cost = begun.elapsed();
        if self.seen != Some(stamp) {
            for _ in 0..10 {
                std::thread::sleep(STILL);
                let again = Stamp::of(&self.order.root);
                if again == stamp {
                    break;
                }
                stamp = again;
            }
            self.seen = Some(stamp);
            self.read();
        }
        // A look at a big site takes at most a tenth of the time.
        self.poll = Some(Instant::now() + POLL.max(cost * 10));
    }

    /// Reads the site, and shows what came of it: at once, or once it is sure.
    fn read(&mut self) {
        let doubted = self.doubted.take().map(|((loaded, _), _)| loaded);
        let read = self.load(doubted.or_else(|| self.shown.clone()));
        let was_good = self.shown.as_ref().is_some_and(|shown| shown.is_current);
        if was_good && !read.0.is_current {
            self.doubted = Some((read, Instant::now() + DOUBT));
        } else {
            self.show(read);
        }
    }

    /// Reads the site; what was read last gives what it can.
    fn load(&self, previous: Option<Arc<Loaded>>) -> Read {
        let begun = Instant::now();
        let options = build::Options {
            now: (self.order.clock)(),
            ..self.order.options.clone()
        };
        let previous = previous.as_ref();
        let loaded = catch_unwind(AssertUnwindSafe(|| reload(previous, &options)));
        let loaded = loaded.unwrap_or_else(|panic| {
            let problem = Diagnostic::new(&say::PANIC).with("detail", detail(&*panic));
            Loaded::failed(previous, problem)
        });
        (loaded, begun.elapsed())
    }

    fn show(&mut self, (loaded, took): Read) {
        let is_known = self.shown.as_ref().is_some_and(|shown| {
            let is_away = shown.is_machine && loaded.is_machine;
            Arc::ptr_eq(shown, &loaded) || is_away && shown.diagnostics == loaded.diagnostics
        });
        if !is_known {
            (self.order.publish)(&loaded);
            (self.order.tell)(News::Shown {
                loaded: loaded.clone(),
                took,
            });
        }
        if loaded.is_machine && self.watch.is_some() {
            self.watch = None;
            self.away = true;
            self.look_from_now_on();
        } else if !loaded.is_machine && self.away {
            self.away = false;
            self.poll = None;
            self.debouncer = Debouncer::new(watch::WAITS);
            self.begin();
            // What changed before the folders were watched again was told by nobody.
            self.lost = true;
        }
        if let Some(watch) = &mut self.watch {
            match watch.follow(&loaded.links) {
                Ok(is_new) => self.lost |= is_new,
                Err(problem) => self.give_up_watching(problem),
            }
        }
        self.shown = Some(loaded);
    }
}

/// What a panic says.
pub fn detail(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "panic".to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::Mutex;

    use super::*;
    use crate::debounce::FileEvent;
    use rihla_build::{Options, Program, default_out};
    use rihla_diagnostics::testing;

    /// A follower of a site of one page, that looks at the files and is not running: each state
    /// that it publishes is noted as the number of its errors.
    fn follower(root: &Path) -> (Follower, Arc<Mutex<Vec<usize>>>) {
        let shown: Arc<Mutex<Vec<usize>>> = Arc::default();
        let noted = shown.clone();
        site(root);
        let publish = move |loaded: &Arc<Loaded>| {
            let errors = loaded.diagnostics.iter().filter(|found| found.is_error());
            noted.lock().expect("one thread").push(errors.count());
        };
        (Follower::new(order(root, true, Box::new(publish))), shown)
    }

    /// Writes a site of one page.
    fn site(root: &Path) {
        for (path, text) in [
            (
                "content/site.yaml",
                "edition: 1\ntitle: \"T\"\nbase_url: \"https://x.example/\"\ntime_zone: UTC\ntheme: t\n\
                 languages: [{tag: fr, name: \"Français\", prefix: fr}]\n",
            ),
            ("content/_index.fr.md", "---\ntitle: \"Accueil\"\n---\n"),
            ("themes/t/templates/home.html", "{{ page.title }}"),
            ("themes/t/templates/entry.html", ""),
            ("themes/t/templates/list.html", ""),
            ("themes/t/templates/languages.html", ""),
            ("themes/t/templates/404.html", ""),
        ] {
            write(root, path, text);
        }
    }

    fn order(root: &Path, poll: bool, publish: Publish) -> Order {
        Order {
            options: Options {
                site: root.to_owned(),
                out: default_out(root),
                force: false,
                locked: true,
                drafts: false,
                waiting: false,
                program: Program::new("", "", testing::files("src/builtin")),
                at: None,
                base_url: None,
                deny_warnings: false,
                compress: false,
                commit: None,
                cache: false,
                now: Timestamp::UNIX_EPOCH,
            },
            root: root.to_owned(),
            clock: || Timestamp::UNIX_EPOCH,
            poll,
            tell: Arc::new(|_| {}),
            publish,
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a test writes the files that it has read"
    )]
    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a test changes the files that it has read"
    )]
    #[cfg(unix)]
    fn rename(from: &Path, to: &Path) {
        fs::rename(from, to).expect("another name");
    }

    #[test]
    fn an_error_is_shown_once_it_is_sure() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut follower, shown) = follower(folder.path());
        let states = || shown.lock().expect("one thread").clone();
        follower.read();
        assert_eq!(states(), [0]);
        // The same again is no new state.
        follower.read();
        assert_eq!(states(), [0]);
        let page = "content/_index.fr.md";
        write(folder.path(), page, "---\ntitle: \"Acc");
        follower.read();
        assert_eq!(states(), [0], "half a file was shown");
        write(folder.path(), page, "---\ntitle: \"Bienvenue\"\n---\n");
        follower.read();
        assert_eq!(states(), [0, 0]);
        // What stays wrong is shown when its time has come, and what is fixed at once.
        write(folder.path(), page, "---\ntitle: \"Acc");
        follower.read();
        follower.act(Instant::now());
        assert_eq!(states(), [0, 0]);
        follower.act(Instant::now() + DOUBT);
        assert_eq!(states(), [0, 0, 2]);
        write(folder.path(), page, "---\ntitle: \"Accueil\"\n---\n");
        follower.read();
        assert_eq!(states(), [0, 0, 2, 0]);
    }

    #[test]
    fn what_the_system_lost_count_of_is_read_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut follower, shown) = follower(folder.path());
        let states = || shown.lock().expect("one thread").len();
        follower.poll = None;
        follower.read();
        assert_eq!(states(), 1);
        // Reading it made the system lose count, though nothing has changed.
        for _ in 0..3 {
            follower.hear(Told::Lost);
            follower.act(Instant::now());
            assert_eq!((states(), follower.lost), (1, false));
        }
        write(folder.path(), "content/a.fr.md", "---\ntitle: \"A\"\n---\n");
        follower.hear(Told::Lost);
        follower.act(Instant::now());
        assert_eq!(states(), 2);
    }

    /// Puts a symbolic link in the place of what is there.
    #[cfg(unix)]
    fn link(root: &Path, path: &str, target: &str) {
        let made = root.join("link");
        std::os::unix::fs::symlink(target, &made).expect("a link");
        rename(&made, &root.join(path));
    }

    const PAGE: &str = "content/a.fr.md";

    /// How long something may take before a test fails.
    const PATIENCE: Duration = Duration::from_secs(60);

    fn text(title: &str) -> String {
        format!("---\ntitle: \"{title}\"\n---\n")
    }

    /// A text that a link leads to is edited after it was read and before it is watched; so is
    /// the one to which the link leads next, when only this edit has led to it.
    #[cfg(unix)]
    #[test]
    fn what_changes_before_a_link_is_watched_is_shown() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().to_owned();
        site(&root);
        write(&root, "one/a.md", &text("Un"));
        write(&root, "two/a.md", &text("Deux"));
        link(&root, "way.md", "one/a.md");
        link(&root, PAGE, "../way.md");
        let (sender, texts) = std::sync::mpsc::channel();
        let mut count = 0;
        let publish = {
            let root = root.clone();
            move |loaded: &Arc<Loaded>| {
                count += 1;
                match count {
                    1 => link(&root, "way.md", "two/a.md"),
                    2 => write(&root, "two/a.md", &text("Deux, corrigé")),
                    _ => {}
                }
                let snapshot = loaded.snapshot.as_ref().expect("files");
                let read = snapshot.text(PAGE).expect("a text").to_owned();
                // Where nobody listens, the test has failed.
                let _ = sender.send(read);
            }
        };
        let mut order = order(&root, false, Box::new(publish));
        // Of another day than today: the clock wakes nobody.
        order.options.at = "2026-01-01".parse().ok();
        assert!(order.options.at.is_some());
        let follower = Follower::new(order);
        std::thread::spawn(move || follower.run());
        for title in ["Un", "Deux", "Deux, corrigé"] {
            let read = texts.recv_timeout(PATIENCE).expect("a state");
            assert_eq!(*read, *text(title));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_to_another_file_of_the_same_text_is_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        let (mut follower, _) = follower(root);
        write(root, "one/a.md", &text("Un"));
        write(root, "two/a.md", &text("Un"));
        for target in ["one/a.md", "two/a.md"] {
            link(root, PAGE, &format!("../{target}"));
            follower.read();
            let shown = follower.shown.as_ref().expect("a state");
            assert_eq!(shown.links, [Path::new(target)]);
        }
    }

    /// The folder comes back between the reading that missed it and the one that makes sure.
    #[cfg(unix)]
    #[test]
    fn a_site_that_is_away_for_a_moment_is_watched_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let (root, aside) = (folder.path().join("site"), folder.path().join("aside"));
        site(&root);
        let mut follower = Follower::new(order(&root, false, Box::new(|_| {})));
        follower.read();
        rename(&root, &aside);
        follower.hear(Told::Site);
        follower.hear(Told::Event(String::new(), FileEvent::Gone));
        follower.act(Instant::now() + watch::WAITS.gone);
        assert!(follower.doubted.is_some());
        rename(&aside, &root);
        follower.act(Instant::now() + DOUBT);
        assert!(
            follower
                .shown
                .as_ref()
                .is_some_and(|shown| shown.is_current)
        );
        write(&root, PAGE, &text("A"));
        let is_page = |told: &Told| matches!(told, Told::Event(path, _) if path == PAGE);
        let mut told = std::iter::from_fn(|| follower.told.recv_timeout(PATIENCE).ok());
        assert!(told.any(|told| is_page(&told)), "nobody watches");
    }

    #[test]
    fn a_panic_is_a_diagnostic() {
        let panic = catch_unwind(|| panic!("number {}", 7)).expect_err("a panic");
        assert_eq!(detail(&*panic), "number 7");
        let panic = catch_unwind(|| panic!("words")).expect_err("a panic");
        assert_eq!(detail(&*panic), "words");
    }
}
