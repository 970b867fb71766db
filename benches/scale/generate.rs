//! Sites of any size in two languages: news with texts of 450 words, two reference fields that
//! give paged lists, and the programmes in one YAML file.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Words of an item's text.
const WORDS: usize = 450;
/// How many programmes and partners there are for each thousand news items, and at least ten.
const FOR_THOUSAND: usize = 20;

/// A small generator of numbers: the same site on every machine.
struct Numbers(u64);

impl Numbers {
    /// A number below `limit` (Knuth's MMIX generator, high bits).
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }
}

/// The words of texts, in French.
const FRENCH: &str = "la mission accompagne les migrants vers une réintégration durable à Rabat avec des partenaires publics et associatifs pour l'accès aux soins formation emploi région Oriental jeunesse protection gouvernance été données";
/// The same in English.
const ENGLISH: &str = "the mission supports migrants towards a lasting reintegration in Rabat with public partners and associations for access to care training employment region Oriental youth protection governance summer data";

struct Words(Vec<&'static str>);

impl Words {
    fn sentence(&self, count: usize, numbers: &mut Numbers) -> String {
        let mut text = String::new();
        for at in 0..count {
            if at > 0 {
                text.push(' ');
            }
            text.push_str(self.0[numbers.below(self.0.len())]);
        }
        text
    }

    /// The text of an item: paragraphs, a list, a table, a footnote and links to other items.
    fn body(&self, tag: &str, items: usize, numbers: &mut Numbers) -> String {
        let mut text = String::new();
        for part in 0..3 {
            let _ = writeln!(text, "## {}\n", self.sentence(4, numbers));
            for _ in 0..2 {
                let start = self.sentence(WORDS / 9, numbers);
                let end = self.sentence(WORDS / 18, numbers);
                let target = numbers.below(items);
                let strong = self.sentence(2, numbers);
                let link = self.sentence(2, numbers);
                let _ = writeln!(
                    text,
                    "{start} **{strong}** [{link}](item-{target:06}.{tag}.md) {end}.\n"
                );
            }
            match part {
                0 => {
                    for _ in 0..4 {
                        let _ = writeln!(text, "- {}", self.sentence(5, numbers));
                    }
                    text.push('\n');
                }
                1 => {
                    text.push_str("| 2024 | 2025 |\n|---|---:|\n");
                    for _ in 0..3 {
                        let cell = self.sentence(2, numbers);
                        let _ = writeln!(text, "| {cell} | {} |", numbers.below(100_000));
                    }
                    text.push('\n');
                }
                _ => {
                    let before = self.sentence(20, numbers);
                    let note = self.sentence(10, numbers);
                    let _ = writeln!(text, "{before}[^1]\n\n[^1]: {note}.\n");
                }
            }
        }
        text
    }
}

const SITE: &str = r#"edition: 1
title: {fr: "Mission", en: "Mission"}
base_url: "https://mission.example.org/"
time_zone: Africa/Casablanca
theme: bench
languages:
  - {tag: fr, name: "Français", prefix: fr}
  - {tag: en, name: "English", prefix: en}
menus:
  main:
    - title: {fr: "Notre travail", en: "Our work"}
      intro: {fr: "La mission agit avec ses partenaires, dans trois domaines.", en: "The mission works with its partners in three areas."}
      items: [news, programmes, partners]
    - title: {fr: "Programmes en cours", en: "Current programmes"}
      items: [programmes/programmes-0000, programmes/programmes-0001, programmes/programmes-0002, programmes/programmes-0003]
    - title: {fr: "Partenaires principaux", en: "Main partners"}
      items: [partners/partners-0000, partners/partners-0001, partners/partners-0002, partners/partners-0003]
  help: [sections/section-0000]
  site: [news, programmes, partners]
  action: [programmes]
params:
  phone: "+212 5 37 00 00 00"
  email: "mission@example.org"
"#;

const NEWS: &str = r#"title: {fr: "Actualités", en: "News"}
slug: {fr: actualites, en: news}
address: "{year}/{slug}"
order: -date
per_page: 20
feed: true
lists:
  - {by: year}
  - {by: partners, per_page: 20}
  - {by: programmes, per_page: 20}
fields:
  title: {type: text, localized: true, required: true}
  summary: {type: text, localized: true}
  date: {type: date, required: true}
  place: {type: text, localized: true}
  image: {type: image}
  kind:
    type: choice
    of: {news: {fr: "Actualité", en: "News"}, story: {fr: "Récit", en: "Story"}}
    default: news
  axes: {type: reference, to: axes, many: true}
  partners: {type: reference, to: partners, many: true}
  programmes: {type: reference, to: programmes, many: true}
"#;

/// What areas of work are: there are four, whatever the size of the site.
const AXES: &str = r#"title: {fr: "Axes", en: "Areas of work"}
slug: {fr: axes, en: areas}
order: weight
fields:
  title: {type: text, localized: true, required: true}
  summary: {type: text, localized: true, required: true}
"#;
const AXES_COUNT: usize = 4;
/// Pages beneath each page of a section.
const BENEATH: usize = 10;

/// What partners and programmes are.
const NAMED: &str = r#"order: title
per_page: 40
fields:
  title: {type: text, localized: true, required: true}
  summary: {type: text, localized: true}
  axes: {type: reference, to: axes, many: true}
  kind: {type: choice, of: {donor: {fr: "Donateur", en: "Donor"}}, default: donor}
  status: {type: choice, of: {implementation: {fr: "En cours", en: "Under way"}}, default: implementation}
  start: {type: object, of: {planned: date, actual: date}}
  budget: {type: money}
"#;

/// Writes a site of about `pages` pages: somewhat less than a third as many news items, each in
/// two languages, the lists that come of them, and plain pages with others beneath them.
///
/// # Panics
/// Where the folder cannot be written.
pub fn generate(folder: &Path, pages: usize) {
    let items = (pages * 3 / 10).max(1);
    let sections = (pages / (20 * BENEATH)).max(1);
    let named = (items * FOR_THOUSAND / 1000).max(10);
    let content = folder.join("content");
    for name in ["axes", "news", "partners", "programmes"] {
        fs::create_dir_all(content.join(name)).expect("a folder");
    }
    let write = |path: &str, text: &str| fs::write(content.join(path), text).expect("a file");
    write("site.yaml", SITE);
    write("_index.fr.md", "---\ntitle: \"Accueil\"\n---\nBienvenue.\n");
    write("_index.en.md", "---\ntitle: \"Home\"\n---\nWelcome.\n");
    write("news/collection.yaml", NEWS);
    let languages = [("fr", FRENCH), ("en", ENGLISH)]
        .map(|(tag, words)| (tag, Words(words.split(' ').collect())));
    let mut numbers = Numbers(2026);
    for (name, titles) in [
        ("partners", ["Partenaire", "Partner"]),
        ("programmes", ["Programme", "Programme"]),
    ] {
        let title = format!(
            "title: {{fr: \"{}s\", en: \"{}s\"}}\n",
            titles[0], titles[1]
        );
        write(
            &format!("{name}/collection.yaml"),
            &format!("{title}{NAMED}"),
        );
        let mut text = String::new();
        for number in 0..named {
            let _ = writeln!(text, "- id: {name}-{number:04}");
            for (field, count) in [("title", 3), ("summary", 25)] {
                let _ = writeln!(text, "  {field}:");
                for (at, (tag, words)) in languages.iter().enumerate() {
                    let said = words.sentence(count, &mut numbers);
                    let _ = match field {
                        "title" => writeln!(text, "    {tag}: \"{} {said} {number}\"", titles[at]),
                        _ => writeln!(text, "    {tag}: \"{said}.\""),
                    };
                }
            }
            let year = 2000 + numbers.below(26);
            let amount = 1000 * (1 + numbers.below(900));
            let _ = writeln!(text, "  start: {{planned: {year}-01-15}}");
            let _ = writeln!(text, "  axes: [axis-{}]", number % AXES_COUNT);
            let _ = writeln!(text, "  budget: {{amount: {amount}, currency: USD}}");
        }
        write(&format!("{name}/entries.yaml"), &text);
    }
    write("axes/collection.yaml", AXES);
    let mut text = String::new();
    for number in 0..AXES_COUNT {
        let _ = writeln!(
            text,
            "- id: axis-{number}\n  weight: {number}\n  title: {{fr: \"Axe {number}\", en: \"Area {number}\"}}\n  \
             summary: {{fr: \"Un axe.\", en: \"An area.\"}}"
        );
    }
    write("axes/entries.yaml", &text);
    for section in 0..sections {
        for page in 0..=BENEATH {
            let folder = match page {
                0 => format!("sections/section-{section:04}"),
                page => format!("sections/section-{section:04}/page-{page:02}"),
            };
            fs::create_dir_all(content.join(&folder)).expect("a folder");
            for (tag, words) in &languages {
                let title = words.sentence(4, &mut numbers);
                let said = words.sentence(WORDS / 3, &mut numbers);
                let text = format!("---\ntitle: \"{title} {section}-{page}\"\n---\n{said}.\n");
                write(&format!("{folder}/index.{tag}.md"), &text);
            }
        }
    }
    for item in 0..items {
        let date = format!(
            "{:04}-{:02}-{:02}",
            2000 + numbers.below(26),
            1 + numbers.below(12),
            1 + numbers.below(28)
        );
        let (partner, programme) = (numbers.below(named), numbers.below(named));
        let axis = numbers.below(AXES_COUNT);
        for (tag, words) in &languages {
            let title = words.sentence(6, &mut numbers);
            let summary = words.sentence(18, &mut numbers);
            let body = words.body(tag, items, &mut numbers);
            let text = format!(
                "---\ntitle: \"{title} {item}\"\nsummary: \"{summary}\"\ndate: {date}\n\
                 axes: [axis-{axis}]\npartners: [partners-{partner:04}]\nprogrammes: [programmes-{programme:04}]\n---\n{body}"
            );
            write(&format!("news/item-{item:06}.{tag}.md"), &text);
        }
    }
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/scale/theme"),
        &folder.join("themes/bench"),
    );
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the theme").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}
