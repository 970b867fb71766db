//! Follows everything in a built site, and says what is wrong.

use std::collections::{BTreeMap, BTreeSet};

use crate::collect::{self, Document, Reference, ReferenceKind};
use crate::site::{Site, Target};
use crate::xml::{self, Data, Feed, Listed, Sitemap};

const SITEMAP: &str = "sitemap.xml";

/// What a crawl saw, and what it found.
#[derive(Debug, Default)]
pub struct Crawl {
    /// How many pages, pages that lead on included.
    pub pages: usize,
    /// How many references, by what they are called.
    pub references: BTreeMap<String, usize>,
    /// How many entries of feeds.
    pub entries: usize,
    /// Everything that is wrong, ordered: `file:line: what`.
    pub problems: Vec<String>,
}

/// Crawls a site.
pub fn crawl(site: &Site) -> Crawl {
    // Of a trial or a demonstration search engines leave out every page: what a page says of itself is as if
    // they did not. One that they leave out anyway has neither a canonical address nor alternates.
    let is_left_out = is_left_out(site);
    let mut documents = BTreeMap::new();
    for name in site.names() {
        if let Some(text) = site.text(name)
            && (name.ends_with(".html") || name.ends_with(".svg"))
        {
            let mut document = collect::html(text);
            let is_named = document.of(&ReferenceKind::Canonical).next().is_some()
                || document.alternates().next().is_some();
            document.noindex &= !(is_left_out && is_named);
            documents.insert(name.to_owned(), document);
        }
    }
    let mut crawler = Crawler {
        site,
        documents,
        crawl: Crawl::default(),
    };
    crawler.references();
    crawler.pages();
    crawler.alternates();
    crawler.data();
    crawler.rules();
    crawler.reachable();
    let mut crawl = crawler.crawl;
    crawl.problems.sort();
    crawl.problems.dedup();
    crawl
}

struct Crawler<'a> {
    site: &'a Site,
    /// Pages and images, by file.
    documents: BTreeMap<String, Document>,
    crawl: Crawl,
}

/// Whether search engines are asked to leave out the whole site.
fn is_left_out(site: &Site) -> bool {
    let robots = site.text("robots.txt").unwrap_or_default();
    robots.lines().any(|line| line == "Disallow: /")
}

/// Whether a file is a page that is shown where there is none.
fn is_missing(name: &str) -> bool {
    name == "404.html" || name.ends_with("/404.html")
}

impl<'a> Crawler<'a> {
    fn report(&mut self, at: &str, what: impl std::fmt::Display) {
        self.crawl.problems.push(format!("{at}: {what}"));
    }

    /// The pages that have a place of their own: neither those that lead on nor those for what is
    /// not there.
    fn proper(&self) -> Vec<(String, Document)> {
        self.documents
            .iter()
            .filter(|(name, page)| name.ends_with(".html") && !page.leads_on() && !is_missing(name))
            .map(|(name, page)| (name.clone(), page.clone()))
            .collect()
    }

    /// Follows one reference of a file, and gives the file to which it leads.
    fn follow(&mut self, from: &str, at: &str, reference: &Reference) -> Option<String> {
        let Reference { kind, written, .. } = reference;
        let what = format!("{} “{written}”", kind.name());
        *self.crawl.references.entry(kind.name()).or_default() += 1;
        let has_scheme = url::Url::parse(written).is_ok();
        if kind.is_absolute() && !has_scheme {
            self.report(at, format!("{what} has no scheme and host"));
        }
        if written.is_empty() {
            self.report(at, format!("{} is empty", kind.name()));
            return None;
        }
        if is_missing(from) && !has_scheme && !written.starts_with(['/', '#']) {
            self.report(
                at,
                format!("{what} is relative on a page that answers anywhere"),
            );
        }
        match self.site.locate(&self.site.address(from), written) {
            Target::Outside => {
                if matches!(kind, ReferenceKind::Alternate(_)) {
                    self.report(at, format!("{what} leads to another site"));
                }
                None
            }
            Target::Nowhere(why) => {
                self.report(at, format!("{what} {why}"));
                None
            }
            Target::File(name, fragment) => {
                let target = self.documents.get(&name);
                if let Some(target) = target
                    && let Some(fragment) = fragment
                    // The top of any page (HTML, 7.4.6.3).
                    && !fragment.is_empty()
                    && !fragment.eq_ignore_ascii_case("top")
                    && !target.targets().contains(fragment.as_str())
                {
                    self.report(at, format!("{what}: {name} has no id “{fragment}”"));
                }
                let is_page = name.ends_with(".html");
                // A drawing in the page names its own parts.
                let is_part = name == from && written.starts_with('#');
                if is_page && *kind == ReferenceKind::Asset && !is_part
                    || !is_page && matches!(kind, ReferenceKind::Alternate(_))
                {
                    self.report(
                        at,
                        format!("{what} leads to {name}, which is of another kind"),
                    );
                }
                let leads_on = self.documents.get(&name).is_some_and(Document::leads_on);
                if leads_on && name != from {
                    self.report(at, format!("{what} leads to {name}, which only leads on"));
                }
                Some(name)
            }
        }
    }

    /// Every reference of pages, images and style sheets.
    fn references(&mut self) {
        let mut all: Vec<(String, Vec<Reference>)> = self
            .documents
            .iter()
            .map(|(name, page)| (name.clone(), page.references.clone()))
            .collect();
        for name in self.site.names().filter(|name| name.ends_with(".css")) {
            let text = self.site.text(name).unwrap_or_default();
            all.push((name.to_owned(), collect::css(text)));
        }
        for (name, references) in all {
            for reference in references {
                let at = format!("{name}:{}", reference.line);
                self.follow(&name, &at, &reference);
            }
        }
    }

    /// Ids, canonical and language of every page.
    fn pages(&mut self) {
        let documents = self.documents.clone();
        for (name, page) in &documents {
            let mut ids = BTreeSet::new();
            for (id, line) in &page.ids {
                if !ids.insert(id) {
                    self.report(
                        &format!("{name}:{line}"),
                        format!("the id “{id}” stands twice"),
                    );
                }
            }
            if !name.ends_with(".html") {
                continue;
            }
            self.crawl.pages += 1;
            if page.language.as_deref().unwrap_or_default().is_empty() {
                self.report(name, "the page does not say its language");
            }
            let canonical: Vec<_> = page
                .of(&ReferenceKind::Canonical)
                .map(|r| &r.written)
                .collect();
            let wanted = if page.leads_on() {
                page.of(&ReferenceKind::Refresh)
                    .next()
                    .and_then(|to| self.site.address(name).join(&to.written).ok())
            } else if page.noindex || is_missing(name) {
                None
            } else {
                Some(self.site.address(name))
            };
            let wanted: Vec<String> = wanted.iter().map(url::Url::to_string).collect();
            if !canonical.iter().copied().eq(wanted.iter()) {
                let words = |addresses: &[&String]| match addresses {
                    [] => "none".to_owned(),
                    some => some
                        .iter()
                        .map(|a| a.as_str())
                        .collect::<Vec<_>>()
                        .join(" and "),
                };
                let wanted: Vec<&String> = wanted.iter().collect();
                let what = format!(
                    "the canonical is {}, and should be {}",
                    words(&canonical),
                    words(&wanted)
                );
                self.report(name, what);
            }
        }
    }

    /// `hreflang`: each page names itself, `x-default`, and pages that name it.
    fn alternates(&mut self) {
        for (name, page) in self.proper() {
            let own = self.site.address(&name).to_string();
            let rows: BTreeSet<(&str, &str)> = page
                .alternates()
                .map(|(tag, reference)| (tag, reference.written.as_str()))
                .collect();
            // The page of all languages is the x-default of others, and nothing else.
            let is_default = !rows
                .iter()
                .any(|(tag, to)| *tag != "x-default" && *to == own);
            if page.noindex {
                if !rows.is_empty() {
                    self.report(
                        &name,
                        "search engines leave the page out, but it has alternates",
                    );
                }
                continue;
            }
            let mut tags = BTreeSet::new();
            for (tag, reference) in page.alternates() {
                if !tags.insert(tag) {
                    let at = format!("{name}:{}", reference.line);
                    self.report(&at, format!("the alternate {tag} stands twice"));
                }
            }
            if !rows.iter().any(|(_, to)| *to == own) {
                self.report(&name, "no alternate is the page itself");
            }
            if !tags.contains("x-default") {
                self.report(&name, "there is no x-default");
            }
            for (tag, reference) in page.alternates() {
                let at = format!("{name}:{}", reference.line);
                let from = self.site.address(&name);
                let Target::File(target, _) = self.site.locate(&from, &reference.written) else {
                    continue;
                };
                let Some(other) = self.documents.get(&target) else {
                    continue;
                };
                let language = other.language.clone().unwrap_or_default();
                let returns = other
                    .alternates()
                    .any(|(tag, back)| back.written == own && (is_default || tag != "x-default"));
                let is_same = rows
                    == other
                        .alternates()
                        .map(|(tag, r)| (tag, r.written.as_str()))
                        .collect();
                if tag != "x-default" && language != tag {
                    let what = format!("the alternate {tag} is {target}, which is in “{language}”");
                    self.report(&at, what);
                }
                if !returns {
                    let what = format!("the alternate {tag} is {target}, which does not lead back");
                    self.report(&at, what);
                } else if !is_same {
                    let what = format!("the alternate {tag} is {target}, which has others");
                    self.report(&at, what);
                }
            }
        }
    }

    /// Sitemaps, feeds and `robots.txt`.
    fn data(&mut self) {
        let mut sitemaps = BTreeMap::new();
        let names: Vec<String> = self.site.names().map(str::to_owned).collect();
        for name in &names {
            let text = self.site.text(name).unwrap_or_default();
            match xml::read(name, text) {
                Ok(Data::Feed(feed)) => self.feed(name, &feed),
                Ok(Data::Sitemap(sitemap)) => {
                    sitemaps.insert(name.clone(), sitemap);
                }
                Ok(Data::Other) => {}
                Err(error) => self.report(name, error),
            }
        }
        self.sitemaps(&sitemaps);
        let robots = self.site.text("robots.txt").unwrap_or_default();
        let mut is_named = false;
        for (number, line) in robots.lines().enumerate() {
            let Some(written) = line.strip_prefix("Sitemap:") else {
                continue;
            };
            let at = format!("robots.txt:{}", number + 1);
            is_named |= self.address(&at, "robots.txt", "the sitemap", written.trim())
                == Some(SITEMAP.to_owned());
        }
        if is_named == is_left_out(self.site) {
            self.report("robots.txt", "the sitemap is not named");
        }
    }

    /// Follows an address that others than the reader's browser read: it must be absolute, and
    /// inside the site. Gives the file.
    fn address(&mut self, at: &str, from: &str, name: &str, written: &str) -> Option<String> {
        *self.crawl.references.entry(name.to_owned()).or_default() += 1;
        if url::Url::parse(written).is_err() {
            self.report(at, format!("{name} “{written}” has no scheme and host"));
            return None;
        }
        match self.site.locate(&self.site.address(from), written) {
            Target::Outside => None,
            Target::Nowhere(why) => {
                self.report(at, format!("{name} “{written}” {why}"));
                None
            }
            Target::File(file, _) => Some(file),
        }
    }

    fn sitemaps(&mut self, sitemaps: &BTreeMap<String, Sitemap>) {
        let mut read = vec![SITEMAP.to_owned()];
        let mut listed: Vec<(String, &Listed)> = Vec::new();
        match sitemaps.get(SITEMAP) {
            None => self.report(SITEMAP, "there is no sitemap"),
            Some(Sitemap::Pages(_)) => {}
            Some(Sitemap::Index(parts)) => {
                for part in parts {
                    read.extend(self.address(SITEMAP, SITEMAP, "the part", part));
                }
            }
        }
        for name in &read {
            if let Some(Sitemap::Pages(pages)) = sitemaps.get(name) {
                listed.extend(pages.iter().map(|page| (name.clone(), page)));
            }
        }
        let mut files = BTreeSet::new();
        for (
            name,
            Listed {
                address,
                alternates,
            },
        ) in listed
        {
            let Some(file) = self.address(&name, &name, "the page", address) else {
                continue;
            };
            if *address != self.site.address(&file).to_string() {
                self.report(
                    &name,
                    format!("the page “{address}” is written in another way"),
                );
            }
            if !files.insert(file.clone()) {
                self.report(&name, format!("the page “{address}” stands twice"));
            }
            let Some(page) = self.documents.get(&file) else {
                self.report(&name, format!("the page “{address}” is no page"));
                continue;
            };
            let of_head: BTreeSet<(String, String)> = page
                .alternates()
                .map(|(tag, reference)| (tag.to_owned(), reference.written.clone()))
                .collect();
            let is_proper = !page.noindex && !page.leads_on() && !is_missing(&file);
            if !is_proper {
                self.report(
                    &name,
                    format!("the page “{address}” is not for search engines"),
                );
            }
            if of_head != alternates.iter().cloned().collect() {
                let what = format!("the page “{address}” has other alternates than its head");
                self.report(&name, what);
            }
        }
        for (name, page) in self.proper() {
            if !page.noindex && !files.contains(&name) {
                self.report(&name, "the sitemap does not have the page");
            }
        }
    }

    fn feed(&mut self, name: &str, feed: &Feed) {
        self.crawl.entries += feed.entries;
        let own = self.site.address(name).to_string();
        if feed.own != [own.as_str()] {
            let what = format!("the feed says that it is {:?}, and is {own}", feed.own);
            self.report(name, what);
        }
        for (kind, addresses) in [("the page", &feed.pages), ("the file", &feed.files)] {
            for written in addresses {
                if let Some(file) = self.address(name, name, kind, written)
                    && self.documents.get(&file).is_some_and(Document::leads_on)
                {
                    self.report(name, format!("{kind} “{written}” only leads on"));
                }
            }
        }
        for text in &feed.texts {
            for reference in collect::html(text).references {
                self.address(name, name, &reference.kind.name(), &reference.written);
            }
        }
    }

    /// `_redirects`, as hosts read it: from, to, perhaps a status and conditions.
    fn rules(&mut self) {
        let text = self.site.text("_redirects").unwrap_or_default().to_owned();
        for (number, line) in text.lines().enumerate() {
            let at = format!("_redirects:{}", number + 1);
            let mut words = line.split_whitespace();
            let (from, to) = match (words.next(), words.next()) {
                (Some(from), _) if from.starts_with('#') => continue,
                (None, _) => continue,
                (Some(from), Some(to)) => (from, to),
                (Some(_), None) => {
                    self.report(&at, "the rule leads nowhere");
                    continue;
                }
            };
            *self
                .crawl
                .references
                .entry("the rule".to_owned())
                .or_default() += 1;
            if to.contains(":splat") {
                continue;
            }
            let home = self.site.address("index.html");
            match self.site.locate(&home, to) {
                Target::Outside => {}
                Target::Nowhere(why) => self.report(&at, format!("the target “{to}” {why}")),
                Target::File(file, _) => {
                    if self.documents.get(&file).is_some_and(Document::leads_on) {
                        self.report(&at, format!("the target “{to}” only leads on"));
                    }
                }
            }
            // A rule with a pattern or a condition leaves the pages where they are.
            if from.contains(['*', ':']) || words.any(|word| word.contains('=')) {
                continue;
            }
            if let Target::File(file, _) = self.site.locate(&home, from)
                && !self.documents.get(&file).is_some_and(Document::leads_on)
            {
                self.report(&at, format!("the rule hides {file}"));
            }
        }
    }

    /// A reader comes to every page by links from the home page.
    fn reachable(&mut self) {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut next = vec!["index.html".to_owned()];
        while let Some(name) = next.pop() {
            if !seen.insert(name.clone()) {
                continue;
            }
            let Some(page) = self.documents.get(&name) else {
                continue;
            };
            for link in page.of(&ReferenceKind::Link) {
                let from = self.site.address(&name);
                if let Target::File(target, _) = self.site.locate(&from, &link.written) {
                    next.push(target);
                }
            }
        }
        for (name, _) in self.proper() {
            if !seen.contains(&name) {
                self.report(&name, "no way leads from the home page to the page");
            }
        }
    }
}
