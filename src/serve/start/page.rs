//! The start page, in HTML.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::sites::Folder;
use rihla_diagnostics::{Diagnostic, Messages};
use rihla_editorial::init::{PURPOSES, WRITTEN};
use rihla_text::escape::escape;
use rihla_text::language::own_name;

/// What the page shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The path below which the page and its forms are: `/` and the key.
    pub root: String,
    /// The sites that were opened before.
    pub sites: Vec<PathBuf>,
    /// The folder in which another is looked for.
    pub folder: PathBuf,
    /// Whether it is the folder of a site itself.
    pub is_site: bool,
    /// Where that can be left to.
    pub around: Vec<PathBuf>,
    /// What is in it; none where it cannot be read.
    pub folders: Option<Vec<Folder>>,
    /// What is wrong with what was asked last.
    pub findings: Vec<Diagnostic>,
    /// What was written into the form of a new site.
    pub form: Form,
}

/// The form of a new site, as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub name: String,
    pub languages: String,
    pub purpose: String,
    pub url: String,
}

/// What begins every page.
fn head(title: &str, tag: &str, root: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{root}/start.svg\">\n\
         <link rel=\"stylesheet\" href=\"{root}/start.css\">\n\
         <script type=\"module\" src=\"{root}/start.js\"></script>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    )
}

/// The page after the program has been ended; `root` is the path of what belongs to it.
pub(super) fn ended(root: &str, messages: Messages) -> String {
    let words = Words { messages };
    // Its style sheet is asked for at once, while there is still somebody to answer.
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Rihla</title>\n<link rel=\"stylesheet\" href=\"{root}/start.css\">\n</head>\n\
         <body>\n<main>\n<h1>{}</h1>\n<p>{}</p>\n</main>\n</body>\n</html>\n",
        messages.tag(),
        words.of("start-ended"),
        words.of("start-ended-text"),
    )
}

/// The page.
pub(super) fn page(shown: &Shown, messages: Messages) -> String {
    let words = Words { messages };
    let root = &shown.root;
    let mut out = head(
        &messages.named_text("start-title").unwrap_or_default(),
        messages.tag(),
        root,
    );
    if !shown.findings.is_empty() {
        words.findings(&mut out, &shown.findings);
    }
    words.known(&mut out, shown);
    words.new_site(&mut out, shown);
    words.chooser(&mut out, shown);
    // Writing to a text does not fail.
    let _ = write!(
        out,
        "<section aria-labelledby=\"end\">\n<h2 id=\"end\">{}</h2>\n<p>{}</p>\n\
         <form method=\"post\" action=\"{root}/end\"><button>{}</button></form>\n</section>\n\
         </main>\n</body>\n</html>\n",
        words.of("start-end"),
        words.of("start-end-text"),
        words.of("start-end-button"),
    );
    out
}

/// What is said in one language.
struct Words {
    messages: Messages,
}

impl Words {
    /// A text by its id, as HTML.
    fn of(&self, id: &str) -> String {
        escape(&self.messages.named_text(id).unwrap_or_default())
    }

    fn findings(&self, out: &mut String, findings: &[Diagnostic]) {
        let _ = writeln!(
            out,
            "<div class=\"wrong\" role=\"alert\" tabindex=\"-1\" autofocus>"
        );
        for finding in findings {
            let _ = writeln!(out, "<p>{}</p>", escape(&finding.text(self.messages)));
            if let Some(hint) = finding.hint(self.messages) {
                let _ = writeln!(out, "<p>{}</p>", escape(&hint));
            }
        }
        out.push_str("</div>\n");
    }

    /// A form that is a single button about a folder.
    fn button(
        &self,
        root: &str,
        (action, folder): (&str, &Path),
        id: &str,
        in_tab: bool,
    ) -> String {
        let value = escape(&folder.display().to_string());
        let target = if in_tab { " target=\"_blank\"" } else { "" };
        let name = folder.file_name().map(|name| name.to_string_lossy());
        let name = escape(&name.unwrap_or_default());
        format!(
            "<form method=\"post\" action=\"{root}/{action}\"{target}><input type=\"hidden\" name=\"folder\" value=\"{value}\">\
             <button>{}<span class=\"unseen\"> {name}</span></button></form>",
            self.of(id)
        )
    }

    /// The buttons by which a site is opened: to write in it, and to look at it.
    fn opening(&self, root: &str, site: &Path) -> String {
        let desk = match cfg!(feature = "desk") {
            true => self.button(root, ("write", site), "start-write", true),
            false => String::new(),
        };
        desk + &self.button(root, ("open", site), "start-open", true)
    }

    fn known(&self, out: &mut String, shown: &Shown) {
        let _ = writeln!(
            out,
            "<section aria-labelledby=\"sites\">\n<h2 id=\"sites\">{}</h2>",
            self.of("start-sites")
        );
        if shown.sites.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", self.of("start-no-sites"));
        } else {
            out.push_str("<ul class=\"rows\">\n");
            for site in &shown.sites {
                let name = site.file_name().unwrap_or(site.as_os_str());
                let _ = writeln!(
                    out,
                    "<li><p><strong>{}</strong><br><small>{}</small></p>{}{}</li>",
                    escape(&name.to_string_lossy()),
                    escape(&site.display().to_string()),
                    self.opening(&shown.root, site),
                    self.button(&shown.root, ("forget", site), "start-forget", false),
                );
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</section>\n");
    }

    /// A link to the page with another folder.
    fn link(&self, root: &str, folder: &Path, words: &str) -> String {
        let query = super::answer::encoded(&folder.display().to_string());
        format!(
            "<a href=\"{root}/?folder={query}#choose\">{}</a>",
            escape(words)
        )
    }

    fn chooser(&self, out: &mut String, shown: &Shown) {
        let root = &shown.root;
        let folder = shown.folder.display().to_string();
        let _ = writeln!(
            out,
            "<section aria-labelledby=\"choose\">\n<h2 id=\"choose\">{}</h2>\n<p>{}</p>\n\
             <form method=\"get\" action=\"{root}/#choose\"><label for=\"folder\">{}</label>\
             <input id=\"folder\" name=\"folder\" value=\"{}\"><button>{}</button></form>",
            self.of("start-choose"),
            self.of("start-choose-text"),
            self.of("start-folder"),
            escape(&folder),
            self.of("start-look"),
        );
        let Some(folders) = &shown.folders else {
            let _ = writeln!(out, "<p>{}</p>\n</section>", self.of("start-no-folder"));
            return;
        };
        if shown.is_site {
            out.push_str(&self.opening(root, &shown.folder));
        }
        out.push_str("<ul class=\"rows\">\n");
        for around in &shown.around {
            let words = format!("↑ {}", around.display());
            let _ = writeln!(out, "<li><p>{}</p></li>", self.link(root, around, &words));
        }
        for one in folders {
            let opens = match one.is_site {
                true => self.opening(root, &one.path),
                false => String::new(),
            };
            let link = self.link(root, &one.path, &one.name);
            let _ = writeln!(out, "<li><p>{link}</p>{opens}</li>");
        }
        out.push_str("</ul>\n</section>\n");
    }

    fn new_site(&self, out: &mut String, shown: &Shown) {
        let (root, form) = (&shown.root, &shown.form);
        let folder = escape(&shown.folder.display().to_string());
        let place = self
            .messages
            .named_text("start-new-place")
            .unwrap_or_default();
        let _ = write!(
            out,
            "<section aria-labelledby=\"new\">\n<h2 id=\"new\">{}</h2>\n<p>{} <code>{folder}</code> (<a href=\"#choose\">{}</a>).</p>\n\
             <form class=\"fields\" method=\"post\" action=\"{root}/new\">\n\
             <input type=\"hidden\" name=\"folder\" value=\"{folder}\">\n",
            self.of("start-new"),
            escape(&place),
            self.of("start-another"),
        );
        let field = |name: &str, id: &str, value: &str, more: &str| {
            format!(
                "<p><label for=\"{name}\">{}</label><input id=\"{name}\" name=\"{name}\" value=\"{}\"{more}></p>\n",
                self.of(id),
                escape(value)
            )
        };
        out.push_str(&field(
            "name",
            "start-name",
            &form.name,
            " required maxlength=\"100\" autocomplete=\"organization\"",
        ));
        let both = if self.messages.tag() == "fr" {
            "fr en"
        } else {
            "en fr"
        };
        let languages = if form.languages.is_empty() {
            both
        } else {
            &form.languages
        };
        out.push_str(&field(
            "languages",
            "start-languages",
            languages,
            " required",
        ));
        let known: Vec<String> = WRITTEN
            .iter()
            .map(|tag| format!("{tag} ({})", own_name(tag).unwrap_or(tag)))
            .collect();
        let _ = writeln!(out, "<p><small>{}</small></p>", escape(&known.join(", ")));
        let _ = writeln!(out, "<fieldset><legend>{}</legend>", self.of("start-for"));
        for purpose in PURPOSES {
            let checked = if form.purpose == **purpose {
                " checked"
            } else {
                ""
            };
            let _ = writeln!(
                out,
                "<p><input type=\"radio\" id=\"for-{purpose}\" name=\"for\" value=\"{purpose}\"{checked} required>\
                 <label for=\"for-{purpose}\">{}</label></p>",
                self.of(&format!("init-for-{purpose}")),
            );
        }
        out.push_str("</fieldset>\n");
        out.push_str(&field("url", "start-url", &form.url, " inputmode=\"url\""));
        let _ = writeln!(
            out,
            "<p><button>{}</button></p>\n</form>\n</section>",
            self.of("start-begin")
        );
    }
}
