//! What setting texts costs on one core, in MB of source a second.
//!
//! ```text
//! cargo bench --bench typography
//! ```
//!
//! For French and English: lines without markup, and documents of Markdown, whose parsing and
//! writing are shown beside it. Then single lines of 1 MB and of 2 MB, of text and of characters alone,
//! which show that the time grows as the text does.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rihla_diagnostics::Span;
use rihla_text::language::Profile;
use rihla_text::markdown::{self, Image, Surroundings, Target, Word};
use rihla_text::typography::{self, Html};

/// Runs of each measurement; the best is printed, since nothing makes it faster than it is.
const RUNS: usize = 9;

/// Paragraphs as a mission writes them.
const FRENCH: &[&str] = &[
    "L'Organisation internationale pour les migrations (OIM) et l'association *Caritas au Maroc* ont signé, le 2 juin 2017 à Rabat, un accord de coopération qui porte sur trois axes : la protection des migrants vulnérables, la gouvernance locale et l'insertion économique des jeunes.",
    "« Nous sommes ravis de cette collaboration », a déclaré Mme Fonseca, cheffe de mission. Elle a rappelé que l'OIM compte aujourd'hui 174 États membres et plus de 100 bureaux dans le monde ; son action au Maroc a commencé en 2001.",
    "Au cours de la période 2012-2016, près de 12 500 personnes ont bénéficié d'un retour volontaire, dont 18 % de femmes, pour un budget de 4 200 000 DH. La **deuxième phase** du programme, qui commence en septembre, s'adressera à 3 000 jeunes de la région de l'Oriental.",
    "Qui peut en bénéficier ? Toute personne migrante qui souhaite rentrer dans son pays d'origine et qui n'a pas les moyens de le faire. Pour en savoir plus, écrivez à [la mission](mailto:contact@example.org) ou consultez [le site](https://www.example.org/fr/retour?a=1&b=2).",
    "Des ateliers ont réuni des représentants des collectivités territoriales, de la société civile et des services de l'État autour d'un diagnostic partagé de la mobilité humaine, de ses causes et de ses effets sur le développement local.",
    "## Un plan d'action pour la santé des migrants",
    "- un accès aux soins primaires dans les centres de santé\n- une formation de 45 médecins et de 120 infirmières\n- un suivi psychologique pour les personnes qui en ont besoin",
];
const ENGLISH: &[&str] = &[
    "The International Organization for Migration (IOM) and *Caritas in Morocco* signed an agreement in Rabat on 2 June 2017. It covers three areas: the protection of vulnerable migrants, local governance, and the economic inclusion of young people.",
    "\"We are pleased with this cooperation,\" said Ms. Fonseca, Chief of Mission. She recalled that IOM's membership now stands at 174 States, and that it has more than 100 offices in the world; its work in Morocco began in 2001.",
    "In 2012-2016, some 12,500 people benefited from assisted voluntary return, of whom 18% were women, at a cost of USD 420,000. The **second phase** of the programme, which begins in September, is meant for 3,000 young people of the Oriental region.",
    "Who can benefit? Any migrant who wishes to return to the country of origin and doesn't have the means to do so. To know more, write to [the mission](mailto:contact@example.org) or see [the site](https://www.example.org/en/return?a=1&b=2).",
    "Workshops brought together representatives of local authorities, civil society and public services around a shared assessment of human mobility, its causes and its effects on local development.",
    "## An action plan for the health of migrants",
    "- access to primary care in health centres\n- training for 45 doctors and 120 nurses\n- psychological support for those who need it",
];

struct Page;

impl Surroundings for Page {
    fn link(&self, destination: &str) -> Target {
        Target {
            href: Some(destination.into()),
            ..Target::default()
        }
    }

    fn image(&self, source: &str) -> Image {
        Image {
            src: source.into(),
            ..Image::default()
        }
    }

    fn fact(&self, id: &str) -> String {
        id.into()
    }

    fn word(&self, _: Word) -> String {
        String::new()
    }
}

/// Paragraphs up to a length, in an order that does not repeat soon.
fn text(paragraphs: &[&str], length: usize, between: &str) -> String {
    let mut text = String::with_capacity(length + 512);
    let mut number = 7_u64;
    while text.len() < length {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let at = (number >> 33) as usize % paragraphs.len();
        text.push_str(paragraphs[at]);
        text.push_str(between);
    }
    text
}

/// The shortest time of several runs.
fn best(mut run: impl FnMut()) -> Duration {
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn row(name: &str, bytes: usize, time: Duration) {
    let speed = bytes as f64 / 1e6 / time.as_secs_f64();
    let milliseconds = time.as_secs_f64() * 1e3;
    println!("  {name:<32}{speed:>8.0} MB/s{milliseconds:>10.2} ms");
}

fn language(tag: &str, paragraphs: &[&str]) {
    let Some(profile) = Profile::of_tag(tag) else {
        return println!("{tag} has no rules");
    };
    println!("{tag}");
    let lines = text(paragraphs, 4_000_000, "\n");
    let time = best(|| {
        for line in lines.lines() {
            black_box(typography::plain(line, profile));
        }
    });
    row("lines", lines.len(), time);

    // As many documents of a page each as make up the same.
    let documents: Vec<String> = (0..800).map(|_| text(paragraphs, 5_000, "\n\n")).collect();
    let bytes: usize = documents.iter().map(String::len).sum();
    let path: Arc<str> = "page.md".into();
    let (mut parsing, mut setting, mut writing) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let start = Instant::now();
        let parsed: Vec<_> = documents
            .iter()
            .map(|text| markdown::parse(&path, text, Span::new(0, text.len())).0)
            .collect();
        parsing.push(start.elapsed());
        let start = Instant::now();
        let set: Vec<_> = parsed
            .into_iter()
            .map(|document| markdown::typeset(document, Some(profile), &Profile::of_tag))
            .collect();
        setting.push(start.elapsed());
        let start = Instant::now();
        let mut out = String::new();
        for document in &set {
            out.clear();
            markdown::html(document, &Page, "", &mut out);
            black_box(&out);
        }
        writing.push(start.elapsed());
    }
    let least = |times: Vec<Duration>| times.into_iter().min().unwrap_or_default();
    let setting = least(setting);
    row("documents: parse", bytes, least(parsing));
    row("documents: set", bytes, setting);
    row("documents: write", bytes, least(writing));
    let page = setting.as_secs_f64() * 1e6 / documents.len() as f64;
    println!("  a page of 5 kB{page:>26.1} µs");

    let paragraph = text(paragraphs, 1_000_000, " ");
    let characters = "« a \" ' : 1 000 <b> & `x` \" ".repeat(36_000);
    let one_word = "l'a:b\"c'".repeat(125_000);
    for (name, line) in [
        ("text", paragraph),
        ("signs", characters),
        ("one word", one_word),
    ] {
        for times in [1, 2] {
            let line = line.repeat(times);
            let time = best(|| {
                let mut html = Html::new(Some(profile), &Profile::of_tag).with_backticks();
                let mut out = String::with_capacity(2 * line.len());
                html.line(&line, &mut out);
                black_box(out);
            });
            row(&format!("one line of {times} MB, {name}"), line.len(), time);
        }
    }
}

fn main() {
    language("fr", FRENCH);
    language("en", ENGLISH);
}
