//! The site as its files are, and over it what is typed and not saved.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use tokio::sync::watch;

use super::Options;
use super::drafts::{self, Draft};
use super::history::Held;
use crate::load::{Loaded, overlaid, reload};
use crate::state::{Setting, View};
use rihla_build as build;
use rihla_build::write::held;
use rihla_diagnostics::{Diagnostic, Messages};
use rihla_editorial::form::{Form, Origin, Said, is_of_files};
use rihla_editorial::status::Status;
use rihla_editorial::{Desk, Refused};
use rihla_site::source::Digest;

/// What the desk knows.
pub struct Core {
    /// The site's folder.
    pub root: PathBuf,
    /// How the site is linked.
    pub options: build::Options,
    /// The address of the pages, without a slash at its end.
    pub base: String,
    /// How its pages are drawn.
    pub setting: Setting,
    clock: fn() -> Timestamp,
    state: Mutex<State>,
    views: watch::Sender<Option<Arc<View>>>,
}

/// What changes while it runs.
pub struct State {
    /// The site as its files are.
    disk: Option<Arc<Loaded>>,
    /// The site with what is typed.
    shown: Option<Arc<Loaded>>,
    /// What is typed, by the ids of entries.
    pub drafts: BTreeMap<String, Kept>,
    /// From which files forms were made.
    pub given: Given,
    generation: u64,
    status: Option<Arc<Status>>,
    /// The files that were put with entries since it runs and that no text has named yet, by ids.
    pub put: BTreeMap<String, BTreeSet<String>>,
    /// The site as its files are, linked as it is published.
    online: Option<Arc<Loaded>>,
}

/// The files from which forms were made that somebody may have before them, the latest last.
#[derive(Default)]
pub struct Given(VecDeque<(String, String, Origin)>);

/// How many forms are remembered.
const FORMS: usize = 64;

impl Given {
    /// Those of an entry in a version.
    pub fn get(&self, id: &str, version: &str) -> Option<&Origin> {
        let mut found = self.0.iter();
        let (.., origin) = found.find(|(known, of, _)| known == id && of == version)?;
        Some(origin)
    }

    /// Remembers some.
    pub fn put(&mut self, id: &str, version: String, origin: Origin) {
        self.0
            .retain(|(known, of, _)| !(known == id && *of == version));
        if self.0.len() >= FORMS {
            self.0.pop_front();
        }
        self.0.push_back((id.to_owned(), version, origin));
    }
}

/// What is typed of an entry.
pub struct Kept {
    /// What is kept.
    pub draft: Draft,
    /// The page in which it is typed, where that is known.
    pub page: Option<String>,
    /// The pages that have what is typed before them: that one, and those that were opened since.
    pub seen: BTreeSet<String>,
    /// The files as they are with it.
    texts: BTreeMap<Arc<str>, Arc<str>>,
}

/// Why something is not done.
#[derive(Debug)]
pub enum Failed {
    /// For what these say.
    Said(Vec<Diagnostic>),
    /// The site cannot be read at all.
    Unread,
}

impl From<Refused> for Failed {
    fn from(refused: Refused) -> Self {
        Self::Said(refused.diagnostics)
    }
}

impl From<Box<Diagnostic>> for Failed {
    fn from(diagnostic: Box<Diagnostic>) -> Self {
        Self::Said(vec![*diagnostic])
    }
}

impl From<rihla_site::failure::Failure> for Failed {
    fn from(failure: rihla_site::failure::Failure) -> Self {
        Self::Said(vec![failure.diagnostic])
    }
}

impl Core {
    /// Nothing is read yet; what was typed before is.
    pub fn new(
        options: &Options,
        build: build::Options,
        base: String,
        views: watch::Sender<Option<Arc<View>>>,
    ) -> Self {
        let drafts = drafts::all(&options.root).into_iter();
        let drafts = drafts.map(|draft| {
            let kept = Kept {
                texts: BTreeMap::new(),
                page: None,
                seen: BTreeSet::new(),
                draft,
            };
            (kept.draft.origin.id.to_string(), kept)
        });
        Self {
            root: options.root.clone(),
            options: build,
            base,
            setting: setting(options),
            clock: options.clock,
            state: Mutex::new(State {
                disk: None,
                shown: None,
                drafts: drafts.collect(),
                given: Given::default(),
                generation: 0,
                status: None,
                online: None,
                put: BTreeMap::new(),
            }),
            views,
        }
    }

    /// Comes when the site has been read once.
    pub async fn ready(&self) {
        let mut views = self.views.subscribe();
        // The sender is part of this.
        let _ = views.wait_for(Option::is_some).await;
    }

    /// The bytes of a file of the site, as they are now.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        held(&self.root, path)
    }

    /// Whether a file holds this now, or is not there.
    pub fn holds(&self, path: &str, held: Option<&Held>) -> bool {
        self.file(path).map(|bytes| Held::of(&bytes)).as_ref() == held
    }

    /// What is shown.
    pub fn view(&self) -> Option<Arc<View>> {
        self.views.borrow().clone()
    }

    /// The language of what is written down.
    pub fn messages(&self) -> Messages {
        self.setting.messages.unwrap_or(self.setting.languages)
    }

    /// The moment, as it is written down.
    pub fn now(&self) -> String {
        let now = (self.clock)();
        now.round(jiff::Unit::Second).unwrap_or(now).to_string()
    }

    /// What is known now.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Is told that the files are not what they were.
    pub fn reloaded(&self, loaded: &Arc<Loaded>) {
        let mut state = self.state();
        match &state.disk {
            None => state.disk = Some(loaded.clone()),
            // What was read then may be older than what was written from here since.
            Some(_) => self.look(&mut state),
        }
        state.status = None;
        state.online = None;
        let ids: Vec<String> = state.drafts.keys().cloned().collect();
        for id in ids {
            self.set_texts(&mut state, &id);
        }
        self.show(&mut state);
    }

    /// Reads the files of the site again, after they were written from here.
    pub fn reread(&self, state: &mut State) {
        self.look(state);
        self.show(state);
    }

    /// Finds out what the files of the site are now; what is shown stays as it is.
    pub fn look(&self, state: &mut State) {
        state.disk = Some(reload(state.disk.as_ref(), &self.options()));
        state.status = None;
        state.online = None;
    }

    fn options(&self) -> build::Options {
        build::Options {
            now: (self.clock)(),
            ..self.options.clone()
        }
    }

    /// How a command reads the site: as it is published, and not as it is shown here.
    pub fn command(&self) -> build::Options {
        build::Options {
            base_url: None,
            drafts: false,
            waiting: false,
            ..self.options()
        }
    }

    /// Takes what is typed of an entry in a page, keeps it, and shows the site with it.
    ///
    /// # Errors
    /// Where it cannot be kept on the disk; it is shown all the same.
    pub fn typed(&self, state: &mut State, draft: Draft, page: Option<&str>) -> Result<(), Failed> {
        let id = draft.origin.id.to_string();
        let is_saved = state.desk().is_some_and(|desk| {
            let says = |origin: &Origin| {
                let form = Form::of(origin, desk.config());
                form.is_ok_and(|form| is_same(&form.said, &draft.said))
            };
            // What was sent before it was saved may come after it.
            let now = draft.origin.with_texts(|path| state.on_disk(path));
            says(&draft.origin) || says(&now)
        });
        let kept = match is_saved {
            true => {
                state.drafts.remove(&id);
                drafts::forget(&self.root, &id)
            }
            false => {
                let written = drafts::keep(&self.root, &draft);
                let before = state.drafts.get(&id);
                let before = before.filter(|kept| is_same(&kept.draft.said, &draft.said));
                // Who says the same again, as a page that is left, takes nothing over.
                let own = before.and_then(|kept| kept.page.clone());
                let mut seen = before.map(|kept| kept.seen.clone()).unwrap_or_default();
                seen.extend(page.map(str::to_owned));
                let kept = Kept {
                    page: own.or_else(|| page.map(str::to_owned)),
                    texts: BTreeMap::new(),
                    seen,
                    draft,
                };
                state.drafts.insert(id.clone(), kept);
                written
            }
        };
        let set = self.set_texts(state, &id);
        self.show(state);
        kept?;
        set.map_or(Ok(()), Err)
    }

    /// Forgets what is typed of an entry.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn drop_draft(&self, state: &mut State, id: &str) -> Result<(), Failed> {
        state.drafts.remove(id);
        drafts::forget(&self.root, id)?;
        Ok(())
    }

    /// Finds out what the files of an entry are with what is typed; gives why that cannot be said.
    fn set_texts(&self, state: &mut State, id: &str) -> Option<Failed> {
        let desk = state.desk()?;
        let kept = state.drafts.get_mut(id)?;
        let made = Form::of(&kept.draft.origin, desk.config())
            .and_then(|form| form.texts(&kept.draft.said, &desk.sources(id)));
        match made {
            Ok(texts) => {
                kept.texts = texts;
                None
            }
            Err(diagnostic) => Some(diagnostic.into()),
        }
    }

    fn show(&self, state: &mut State) {
        let Some(disk) = &state.disk else { return };
        let texts = state.drafts.values().flat_map(|kept| kept.texts.clone());
        let texts: BTreeMap<Arc<str>, Arc<str>> = texts.collect();
        let loaded = overlaid(disk, state.shown.as_ref(), &texts, &self.options());
        state.shown = Some(loaded.clone());
        state.generation += 1;
        let replaced = BTreeMap::new();
        let generation = state.generation;
        self.views.send_replace(Some(Arc::new(View {
            loaded,
            generation,
            replaced,
        })));
    }
}

/// How the pages of the site are drawn: without a word of the preview.
pub fn setting(options: &Options) -> Setting {
    Setting {
        run: (options.clock)().as_nanosecond().to_string(),
        editor: options.editor.clone(),
        messages: options.messages,
        languages: options.languages,
        drafts: true,
        at: None,
        site: options.root.clone(),
        is_framed: true,
    }
}

impl State {
    /// The site with what is typed, as the commands see it.
    pub fn desk(&self) -> Option<Desk> {
        let loaded = self.shown.as_ref().or(self.disk.as_ref())?;
        loaded.desk().or_else(|| self.disk.as_ref()?.desk())
    }

    /// The site as its files are, whatever is wrong with it.
    pub fn disk(&self) -> Option<&Arc<Loaded>> {
        self.disk.as_ref()
    }

    /// The site with what is typed.
    pub fn shown(&self) -> Option<&Arc<Loaded>> {
        self.shown.as_ref()
    }

    /// The text of a file as it is on the disk.
    pub fn on_disk(&self, path: &str) -> Option<Arc<str>> {
        let snapshot = self.disk.as_ref()?.snapshot.as_ref()?;
        snapshot.text(path).cloned()
    }

    /// What a text is on the disk, as its bytes are: one that is not in UTF-8 was read as what it most likely is, and
    /// is written as UTF-8 in the place of these.
    pub fn held(&self, core: &Core, path: &str) -> Option<Held> {
        let snapshot = self.disk.as_ref()?.snapshot.as_ref()?;
        let file = snapshot.get(path)?;
        let text = file.text()?;
        if Digest::of(text.as_bytes()) == file.digest {
            return Some(Held::from(text.clone()));
        }
        // Where it is another by now, what was read is what must be there, and the write is refused.
        let bytes = core
            .file(path)
            .filter(|bytes| Digest::of(bytes) == file.digest);
        Some(bytes.map_or_else(|| Held::from(text.clone()), |bytes| Held::of(&bytes)))
    }

    /// The site as it is published: as its files are, and with other texts in some of them.
    pub fn published(
        &mut self,
        core: &Core,
        texts: &BTreeMap<Arc<str>, Arc<str>>,
    ) -> Option<(Arc<Loaded>, Arc<Loaded>)> {
        let disk = self.disk.as_ref()?;
        let options = core.command();
        let before = self
            .online
            .get_or_insert_with(|| overlaid(disk, None, &BTreeMap::new(), &options));
        let after = match texts.is_empty() {
            true => before.clone(),
            false => overlaid(disk, Some(before), texts, &options),
        };
        Some((before.clone(), after))
    }

    /// Where the site stands, as its files are.
    pub fn status(&mut self, core: &Core) -> Option<Arc<Status>> {
        if self.status.is_none() {
            // What is in the middle of being typed says nothing of where a text stands.
            let (online, _) = self.published(core, &BTreeMap::new())?;
            self.status = Some(Arc::new(online.desk()?.status(&core.root)));
        }
        self.status.clone()
    }

    /// The site as its files are, whatever is wrong with it, as the commands see it.
    pub fn files(&self, core: &Core) -> Option<Desk> {
        let nothing = BTreeMap::new();
        let disk = self.disk.as_ref()?;
        overlaid(disk, self.shown.as_ref(), &nothing, &core.options()).desk()
    }
}

/// Whether two forms say the same.
pub fn is_same(one: &Said, other: &Said) -> bool {
    rihla_editorial::form::differing(one, other).is_empty()
}

/// What is said of a failure, in words.
pub fn words(failed: &Failed, messages: Messages) -> (String, Option<String>) {
    let Failed::Said(diagnostics) = failed else {
        let text = rihla_diagnostics::Text("desk-unread").get(messages);
        return (text.into_owned(), None);
    };
    let first = diagnostics.iter().find(|found| found.is_error());
    let first = first.or_else(|| diagnostics.first());
    match first {
        Some(first) => {
            let hint = first.hint(messages);
            (first.text(messages), hint.filter(|hint| !is_of_files(hint)))
        }
        None => (String::new(), None),
    }
}
