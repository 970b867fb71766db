//! HTML in a writer's text: only what is on the list passes, written afresh.
//!
//! The list holds what sets words and tables and can do nothing else: no address is loaded,
//! nothing runs, nothing is styled, and nothing that is opened stays open.

use std::collections::BTreeMap;

use super::characters::characters;
use super::from_html::{is_block, meant};
use super::markup::wording;
use rihla_diagnostics::catalogue::markdown as say;
use rihla_diagnostics::{Diagnostic, Span};

/// An element of the list, and the attributes that it may have besides those of all.
struct Allowed {
    name: &'static str,
    is_inline: bool,
    is_void: bool,
    attributes: &'static [&'static str],
}

macro_rules! allowed {
    ($($place:ident $name:literal $([$($attribute:literal),*])? ;)*) => {
        &[$(allowed!(@ $place $name $([$($attribute),*])?)),*]
    };
    (@ line $name:literal $([$($attribute:literal),*])?) => {
        Allowed { name: $name, is_inline: true, is_void: false, attributes: &[$($($attribute),*)?] }
    };
    (@ block $name:literal $([$($attribute:literal),*])?) => {
        Allowed { name: $name, is_inline: false, is_void: false, attributes: &[$($($attribute),*)?] }
    };
    (@ void $name:literal $([$($attribute:literal),*])?) => {
        Allowed { name: $name, is_inline: true, is_void: true, attributes: &[$($($attribute),*)?] }
    };
    (@ voidblock $name:literal $([$($attribute:literal),*])?) => {
        Allowed { name: $name, is_inline: false, is_void: true, attributes: &[$($($attribute),*)?] }
    };
}

/// Attributes that every element may have.
const COMMON: &[&str] = &["lang", "dir", "title"];

const ALLOWED: &[Allowed] = allowed! {
    line "abbr"; line "b"; line "bdi"; line "bdo"; line "cite"; line "code"; line "del" ["datetime"];
    line "dfn"; line "em"; line "i"; line "ins" ["datetime"]; line "kbd"; line "mark"; line "q";
    line "rp"; line "rt"; line "ruby"; line "s"; line "samp"; line "small"; line "span";
    line "strong"; line "sub"; line "sup"; line "time" ["datetime"]; line "u"; line "var";
    void "br"; void "wbr";
    block "address"; block "blockquote"; block "caption"; block "dd"; block "div"; block "dl";
    block "dt"; block "figcaption"; block "figure"; block "li" ["value"];
    block "ol" ["start", "reversed", "type"]; block "p"; block "pre"; block "section"; block "table";
    block "tbody"; block "td" ["colspan", "rowspan", "headers"];
    block "tfoot"; block "th" ["colspan", "rowspan", "scope", "abbr"]; block "thead"; block "tr";
    block "ul"; voidblock "hr";
};

/// Elements whose content is no text of the page, and goes with them.
const SWALLOWED: &[&str] = &[
    "script", "style", "iframe", "object", "template", "svg", "math", "applet", "audio", "video",
];

/// Those of them whose words a reader would see in a browser.
const HOLDS_WORDS: &[&str] = &["object", "svg", "math"];

/// Elements without a closing tag (HTML, section 13.1.2) that are not on the list.
const VOID: &[&str] = &[
    "area", "base", "col", "embed", "img", "input", "link", "meta", "source", "track",
];

/// The other elements of HTML (HTML, section 4), and some that it had.
const OTHERS: &[&str] = &[
    "a", "article", "aside", "acronym", "big", "blink", "body", "button", "canvas", "center",
    "colgroup", "data", "datalist", "details", "dialog", "dir", "fieldset", "font", "footer",
    "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup",
    "html", "label", "legend", "main", "map", "marquee", "menu", "meter", "nav", "nobr",
    "noframes", "noscript", "optgroup", "option", "output", "param", "picture", "progress",
    "search", "select", "slot", "strike", "summary", "textarea", "title", "tt",
];

/// Those of them that say how words look: whoever writes one does not mean a word.
const SETS_WORDS: &[&str] = &[
    "a", "acronym", "big", "blink", "center", "font", "img", "marquee", "nobr", "noscript",
    "picture", "strike", "tt",
];

/// Whether an element of this name passes.
pub(super) fn is_allowed(name: &str) -> bool {
    ALLOWED.iter().any(|allowed| allowed.name == name)
}

/// Whether what stands in an element of this name is no text.
pub(super) fn is_swallowed(name: &str) -> bool {
    SWALLOWED.contains(&name)
}

/// Whether an element of this name has no closing tag.
pub(super) fn is_void(name: &str) -> bool {
    let mut allowed = ALLOWED.iter().filter(|allowed| allowed.is_void);
    VOID.contains(&name) || allowed.any(|allowed| allowed.name == name)
}

/// What is open in one place of the tree.
#[derive(Debug, Default)]
pub(super) struct Open {
    names: Vec<&'static str>,
    /// The element whose content is being left out, and the number of the finding that tells it.
    swallowed: Option<(&'static str, usize)>,
    /// Elements that were removed and not yet closed.
    removed: Vec<String>,
    /// Whether the tag of a block was removed since the last words of a line.
    is_parted: bool,
}

impl Open {
    /// Whether text that comes now is left out.
    pub(super) fn is_swallowing(&self) -> bool {
        self.swallowed.is_some()
    }

    /// Tells of words that are being left out, where they are of the text.
    pub(super) fn lose(&self, words: &str, findings: &mut [(Diagnostic, Span)]) {
        if let Some((name, finding)) = self.swallowed
            && HOLDS_WORDS.contains(&name)
            && words.contains(char::is_alphanumeric)
            && let Some((finding, _)) = findings.get_mut(finding)
        {
            finding.message = &say::RAW_LOST;
        }
    }

    /// Ends what a closing tag in a line below closes, and gives the tags that do it. `None` where
    /// nothing of this name is open.
    pub(super) fn end(&mut self, name: &str) -> Option<String> {
        if let Some(at) = self.removed.iter().rposition(|known| known == name) {
            self.removed.remove(at);
            return Some(String::new());
        }
        let from = self.names.iter().rposition(|known| *known == name)?;
        let ended = self.names.drain(from..).rev();
        Some(ended.map(|name| format!("</{name}>")).collect())
    }

    /// Keeps what comes next apart from what was before, where a tag between them is of a block.
    pub(super) fn part(&mut self, name: &str) {
        self.is_parted |= is_block(name) && !self.is_swallowing();
    }

    /// Whether an element of this name is open.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains(&name) || self.removed.iter().any(|known| known == name)
    }

    /// Whether what comes next stands apart from what was before.
    pub(super) fn is_parted(&self) -> bool {
        self.is_parted
    }

    /// Whether what comes next stands apart from what was before, since the tag of a block between
    /// them was removed.
    pub(super) fn take_parted(&mut self) -> bool {
        std::mem::take(&mut self.is_parted)
    }

    /// The number of the finding about what is being left out.
    pub(super) fn swallowing(&self) -> Option<usize> {
        self.swallowed.map(|(_, finding)| finding)
    }

    /// The tags that close what is still open.
    pub(super) fn close(&mut self) -> String {
        self.swallowed = None;
        self.names
            .iter()
            .rev()
            .map(|name| format!("</{name}>"))
            .collect()
    }

    /// Takes over what ended with a part of the text that this is about: tags that close it later
    /// close nothing, and are not told.
    pub(super) fn inherit(&mut self, ended: Self) {
        let names = ended.names.into_iter().map(str::to_owned);
        self.removed.extend(names.chain(ended.removed));
    }
}

/// Passes a piece of HTML through the list. `at` is its first byte in the file, and `rest_of_text` what
/// follows it in its block, and perhaps more after an empty line; `char_before` stands before it.
///
/// `is_closed_below` says whether the closing tag of an element stands in a later block.
///
/// In a line only elements of a line pass.
#[allow(
    clippy::too_many_arguments,
    reason = "each is another part of where the HTML stands"
)]
pub(super) fn pass(
    html: &str,
    rest_of_text: &str,
    char_before: Option<char>,
    at: usize,
    in_line: bool,
    is_closed_below: &dyn Fn(&str) -> bool,
    open: &mut Open,
    findings: &mut Vec<(Diagnostic, Span)>,
) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while !rest.is_empty() {
        let here = at + html.len() - rest.len();
        let Some(next) = rest.find('<') else {
            open.lose(rest, findings);
            if !in_line {
                signs(rest, here, open, findings);
            }
            text(rest, open, &mut out);
            break;
        };
        open.lose(&rest[..next], findings);
        if !in_line {
            signs(&rest[..next], here, open, findings);
        }
        text(&rest[..next], open, &mut out);
        let (token, length) = token(&rest[next..]);
        let span = Span::new(here + next, here + next + length);
        match token {
            Token::Nothing => {}
            Token::Hidden(_) if open.is_swallowing() => {
                open.lose(&rest[next..next + length], findings);
            }
            Token::Hidden(is_closed) => {
                let signs = &rest[next..next + length];
                findings.push((hidden(signs, is_closed, span), span));
            }
            Token::Character => text("<", open, &mut out),
            Token::Open(name, attributes) => {
                let (known, length_before) = (findings.len(), out.len());
                opened(&name, &attributes, in_line, open, span, &mut out, findings);
                if out.len() == length_before {
                    part(&name, in_line, open, &mut out);
                }
                // Of most tags nothing is told, and nobody has to know.
                let is_closed = findings.len() > known
                    && (closes(&rest[next + length..], &name) || {
                        let after = rest_of_text.split("\n\n").next().unwrap_or_default();
                        closes(after, &name)
                    });
                let is_glued = || {
                    let before = html[..html.len() - rest.len() + next].chars().next_back();
                    let before = before.or(char_before);
                    let after = rest[next + length..].chars().next();
                    let after = after.or_else(|| rest_of_text.chars().next());
                    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                    is_letter(before) && is_letter(after)
                };
                let has_closing = || {
                    let block = rest_of_text.split("\n\n").next().unwrap_or_default();
                    closes(&rest[next + length..], &name) || closes(block, &name)
                };
                let is_quoted = || {
                    let before = html[..html.len() - rest.len() + next].chars().next_back();
                    let after = rest[next + length..].chars().next();
                    before.or(char_before) == Some('<')
                        && after.or_else(|| rest_of_text.chars().next()) == Some('>')
                };
                if is_closed {
                    swallow(&name, open, known);
                } else if findings.len() == known
                    && in_line
                    && attributes.is_empty()
                    && !open.is_swallowing()
                    && name.len() == 1
                    && is_glued()
                    && !has_closing()
                {
                    // `Si a<b>c`
                    let mut finding = Diagnostic::new(&say::RAW_WORDS);
                    offer_words(&rest[next..next + length], span, &mut finding);
                    findings.push((finding, span));
                } else if findings.len() > known
                    && (is_words(&name, &attributes) || are_words(&attributes) && !has_closing())
                    && !is_closed_below(&name)
                {
                    offer_words(&rest[next..next + length], span, &mut findings[known].0);
                } else if findings.len() > known && in_line && attributes.is_empty() {
                    let finding = &mut findings[known].0;
                    if !SETS_WORDS.contains(&&*name) && !is_allowed(&name) {
                        finding.message = &say::RAW_WORDS;
                        offer_markup(&name, &rest[next..next + length], span, finding);
                    }
                }
                // `<<Au revoir>>`
                if let Some((finding, _)) = findings.get_mut(known)
                    && finding.message == &say::RAW_WORDS
                    && is_quoted()
                {
                    let tag = &rest[next..next + length];
                    let whole = Span::new(span.start - 1, span.end + 1);
                    let right = wording::in_quotes(tag);
                    let told = Diagnostic::new(&say::RAW_WORDS);
                    let told = told
                        .with("tag", tag.trim_matches(['<', '>']))
                        .with("quotes", &right);
                    *finding = told.replace(whole, right);
                }
            }
            Token::Close(name) => {
                let known = findings.len();
                let length_before = out.len();
                closed(&name, open, span, &mut out, findings);
                if out.len() == length_before {
                    part(&name, in_line, open, &mut out);
                }
                if findings.len() > known && in_line {
                    offer_markup(
                        &name,
                        &rest[next..next + length],
                        span,
                        &mut findings[known].0,
                    );
                }
            }
        }
        rest = &rest[next + length..];
    }
    out
}

/// Finds Markdown in a text inside HTML, where nothing reads it.
fn signs(words: &str, at: usize, open: &Open, findings: &mut Vec<(Diagnostic, Span)>) {
    let is_code = ["code", "kbd", "pre", "samp"]
        .iter()
        .any(|name| open.has(name));
    if is_code || open.is_swallowing() {
        return;
    }
    for (range, right) in meant::shown(words) {
        let span = Span::new(range.start, range.end).shifted(at);
        // With another tag in its place, the whole may be written in Markdown: no correction is all of it.
        let finding = Diagnostic::new(&say::HTML_SIGNS)
            .with("signs", &words[range])
            .with_some("right", right);
        findings.push((finding, span));
    }
}

/// Text inside HTML: references to characters are read, and everything is escaped.
fn text(words: &str, open: &Open, out: &mut String) {
    if !open.is_swallowing() {
        let mut escaped = String::new();
        crate::escape::escape_into(&characters(words), &mut escaped);
        out.push_str(&escaped.replace("&quot;", "\""));
    }
}

/// Keeps what stands on the two sides of a tag apart that was removed, where it is of a block.
fn part(name: &str, in_line: bool, open: &mut Open, out: &mut String) {
    if open.is_swallowing() || !is_block(name) {
        return;
    }
    match in_line {
        true => open.is_parted = true,
        false if out.ends_with(|c: char| !c.is_whitespace()) => out.push('\n'),
        false => {}
    }
}

/// Begins to leave out the content of an element that was just removed and is closed, where that is
/// no text. What is never closed must not take the rest of a text with it.
fn swallow(name: &str, open: &mut Open, finding: usize) {
    let swallowed = SWALLOWED.iter().find(|known| **known == name);
    if let (Some(swallowed), None) = (swallowed, open.swallowed) {
        open.swallowed = Some((swallowed, finding));
    }
}

/// Adds the corrections for a tag in a sentence that may be meant as words about HTML.
fn offer_markup(name: &str, tag: &str, span: Span, finding: &mut Diagnostic) {
    let is_meant = !["a", "img", "picture"].contains(&name)
        && ALLOWED.iter().all(|allowed| allowed.name != name)
        && !tag.contains(['\n', '`']);
    if is_meant {
        let told = Diagnostic::new(finding.message);
        let told = told.with("tag", name).with("signs", format!("`{tag}`"));
        *finding = told
            .replace(span, format!("`{tag}`"))
            .replace(span, format!("\\{tag}"));
    }
}

/// Whether what stands between `<` and `>` are words: `<Nom>`, `<Nom du ministre>`, `<date-de-naissance>`.
fn is_words(name: &str, attributes: &[(String, Option<String>)]) -> bool {
    let is_plain = |name: &str| {
        name.chars()
            .all(|c| c.is_alphanumeric() || "-_'’".contains(c))
    };
    is_plain(name)
        && !is_element(name)
        && attributes
            .iter()
            .all(|(name, value)| value.is_none() && is_plain(name))
}

/// Attributes without a value, or that are written without one.
const BARE: &[&str] = &[
    "align",
    "allowfullscreen",
    "allowpaymentrequest",
    "alt",
    "async",
    "autocapitalize",
    "autocorrect",
    "autofocus",
    "autoplay",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "checked",
    "class",
    "clear",
    "color",
    "colspan",
    "compact",
    "contenteditable",
    "controls",
    "controlslist",
    "credentialless",
    "crossorigin",
    "default",
    "defer",
    "dir",
    "disabled",
    "disablepictureinpicture",
    "disableremoteplayback",
    "download",
    "draggable",
    "face",
    "formnovalidate",
    "frameborder",
    "height",
    "hidden",
    "href",
    "hspace",
    "id",
    "inert",
    "ismap",
    "itemprop",
    "itemscope",
    "itemtype",
    "lang",
    "loop",
    "mozallowfullscreen",
    "msallowfullscreen",
    "multiple",
    "muted",
    "name",
    "nofollow",
    "nohref",
    "nomodule",
    "nonce",
    "noresize",
    "noshade",
    "novalidate",
    "nowrap",
    "oallowfullscreen",
    "open",
    "playsinline",
    "popover",
    "readonly",
    "rel",
    "required",
    "reversed",
    "rowspan",
    "sandbox",
    "scrolling",
    "seamless",
    "selected",
    "shadowrootclonable",
    "size",
    "spellcheck",
    "src",
    "srcset",
    "start",
    "style",
    "tabindex",
    "target",
    "title",
    "type",
    "typemustmatch",
    "usemap",
    "valign",
    "value",
    "vspace",
    "webkit-playsinline",
    "webkitallowfullscreen",
    "width",
];

/// What programs put before the attributes that they make up.
const MADE_UP: &[&str] = &["data-", "aria-", "v-", "x-", "ng-"];

/// Whether something among the attributes of a tag is none that HTML has without a value: a word.
pub(super) fn has_words(attributes: &[(String, Option<String>)]) -> bool {
    attributes.iter().any(is_word)
}

/// Whether an attribute is a word that somebody wrote.
fn is_word((name, value): &(String, Option<String>)) -> bool {
    let inner = name.trim_matches(|c: char| c.is_ascii_punctuation());
    value.is_none()
        && !BARE.contains(&inner)
        && inner.contains(char::is_alphabetic)
        && !MADE_UP.iter().any(|start| inner.starts_with(start))
}

/// Whether HTML holds nothing but tags that say nothing: no word and no anchor in any of them.
pub(super) fn says_nothing(html: &str) -> bool {
    let is_anchor = |(name, _): &(String, Option<String>)| matches!(&**name, "id" | "name");
    let mut rest = html;
    while let Some(next) = rest.find('<') {
        let (token, length) = token(&rest[next..]);
        if let Token::Open(_, attributes) = token
            && (has_words(&attributes) || attributes.iter().any(is_anchor))
        {
            return false;
        }
        rest = &rest[next + length..];
    }
    true
}

/// Whether the attributes of a tag are words: `a<b et c>d`.
fn are_words(attributes: &[(String, Option<String>)]) -> bool {
    let is_word = |(name, value): &(String, Option<String>)| {
        let inner = name.trim_matches(|c: char| c.is_ascii_punctuation());
        value.is_none()
            && !BARE.contains(&inner)
            && inner
                .chars()
                .all(|c| c.is_alphanumeric() || "'’-".contains(c))
    };
    !attributes.is_empty()
        && attributes.iter().all(is_word)
        && attributes
            .iter()
            .any(|(name, _)| name.contains(char::is_alphabetic))
}

/// What is said of `<!…>` and its like, which show nothing of their words.
fn hidden(signs: &str, is_closed: bool, span: Span) -> Diagnostic {
    let start = Span::new(span.start, span.start + 2);
    let right = format!("\\{}", &signs[..2]);
    if !is_closed {
        let first = signs.split(char::is_whitespace).next().unwrap_or_default();
        let told = Diagnostic::new(&say::PROGRAM_OPEN).with("signs", first);
        return told.replace(start, right);
    }
    let told = Diagnostic::new(&say::RAW_WORDS);
    let inner = signs
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    told.with("tag", inner.unwrap_or(signs))
        .with("signs", format!("\\{signs}"))
        .replace(start, right)
}

/// Adds the correction for words between `<` and `>`.
fn offer_words(tag: &str, span: Span, finding: &mut Diagnostic) {
    let right = format!("\\{tag}");
    let words = tag.trim_matches(['<', '>', ' ']);
    let told = Diagnostic::new(&say::RAW_WORDS).with("tag", words);
    *finding = told.with("signs", &right).replace(span, right);
}

/// Whether HTML has, or had, an element of this name.
fn is_element(name: &str) -> bool {
    is_allowed(name) || is_swallowed(name) || is_void(name) || OTHERS.contains(&name)
}

/// Whether a text has the closing tag of an element.
fn closes(text: &str, name: &str) -> bool {
    text.match_indices("</").any(|(at, _)| {
        let rest = &text.as_bytes()[at + 2..];
        rest.get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    })
}

/// Where the last closing tag of each element stands in a text.
pub(super) fn closings(text: &str) -> BTreeMap<String, usize> {
    let all = text.match_indices("</").map(|(at, _)| {
        let name = &text[at + 2..];
        let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '<');
        let end = name.find(is_end).unwrap_or(name.len());
        (name[..end].to_ascii_lowercase(), at)
    });
    all.collect()
}

/// What is said of the attributes of an element that are removed.
pub(super) fn removed_attributes(
    name: &str,
    attributes: &[&(String, Option<String>)],
) -> Diagnostic {
    if attributes.iter().any(|attribute| is_word(attribute)) {
        return words_as_attributes(name, attributes);
    }
    let names: Vec<&str> = attributes.iter().map(|(name, _)| &**name).collect();
    Diagnostic::new(&say::RAW_ATTRIBUTE)
        .with("attribute", names.join(", "))
        .with("tag", name)
}

/// What is said of a tag that takes words with it: those that are read as its attributes.
fn words_as_attributes(name: &str, attributes: &[&(String, Option<String>)]) -> Diagnostic {
    let words = attributes.iter().map(|(name, _)| &**name);
    let words: Vec<&str> = std::iter::once(name).chain(words).collect();
    Diagnostic::new(&say::RAW_WORDS).with("tag", words.join(" "))
}

/// The directive for a video that an element would play.
fn video(name: &str, attributes: &[(String, Option<String>)]) -> Option<String> {
    let source = attributes.iter().find(|(name, _)| name == "src");
    let source = source
        .and_then(|(_, value)| value.as_deref())
        .unwrap_or_default();
    let address = source.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = address.split_once("://")?.1.split_once('/')?;
    let host = host
        .trim_start_matches("www.")
        .trim_start_matches("player.");
    let id = path.rsplit('/').next().unwrap_or_default();
    let watched = match host {
        "youtube.com" | "youtube-nocookie.com" => format!("https://www.youtube.com/watch?v={id}"),
        "vimeo.com" => format!("https://vimeo.com/{id}"),
        "dailymotion.com" => format!("https://www.dailymotion.com/video/{id}"),
        _ => return None,
    };
    let is_id = !id.is_empty()
        && id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    (name == "iframe" && is_id)
        .then(|| format!(":::video{{url={watched} title=\"…\" captions=\"…\"}}"))
}

fn opened(
    name: &str,
    attributes: &[(String, Option<String>)],
    in_line: bool,
    open: &mut Open,
    span: Span,
    out: &mut String,
    findings: &mut Vec<(Diagnostic, Span)>,
) {
    if open.is_swallowing() {
        return;
    }
    let allowed = ALLOWED
        .iter()
        .find(|allowed| allowed.name == name && (allowed.is_inline || !in_line));
    let Some(allowed) = allowed else {
        if !VOID.contains(&name) {
            open.removed.push(name.to_owned());
        }
        let instead = match name {
            "a" => Some("[…](…)"),
            "img" | "picture" => Some("![…](…)"),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some("## …"),
            _ => None,
        };
        let finding = match has_words(attributes) {
            true => words_as_attributes(name, &Vec::from_iter(attributes)),
            false => Diagnostic::new(&say::RAW_ELEMENT)
                .with("tag", name)
                .with_some("directive", video(name, attributes))
                .with_some("instead", instead),
        };
        findings.push((finding, span));
        return;
    };
    out.push('<');
    out.push_str(allowed.name);
    let mut written: Vec<&str> = Vec::new();
    let mut removed: Vec<&(String, Option<String>)> = Vec::new();
    for whole @ (attribute, value) in attributes {
        let may = COMMON.contains(&attribute.as_str())
            || allowed.attributes.contains(&attribute.as_str());
        if !may {
            removed.push(whole);
        } else if !written.contains(&attribute.as_str()) {
            written.push(attribute);
            out.push(' ');
            out.push_str(attribute);
            if let Some(value) = value {
                out.push_str("=\"");
                let mut escaped = String::new();
                text(value, &Open::default(), &mut escaped);
                out.push_str(&escaped.replace('"', "&quot;"));
                out.push('"');
            }
        }
    }
    if !removed.is_empty() {
        findings.push((removed_attributes(name, &removed), span));
    }
    out.push('>');
    if !allowed.is_void {
        open.names.push(allowed.name);
    }
}

fn closed(
    name: &str,
    open: &mut Open,
    span: Span,
    out: &mut String,
    findings: &mut Vec<(Diagnostic, Span)>,
) {
    if let Some((swallowed, finding)) = open.swallowed {
        if swallowed == name {
            open.swallowed = None;
            // The finding is about all that was left out.
            if let Some((_, place)) = findings.get_mut(finding) {
                place.end = span.end;
            }
            open.removed.pop();
        }
        return;
    }
    if let Some(at) = open.removed.iter().rposition(|known| known == name) {
        open.removed.remove(at);
        return;
    }
    match open.names.iter().rposition(|known| *known == name) {
        Some(from) => {
            for name in open.names.drain(from..).rev() {
                out.push_str("</");
                out.push_str(name);
                out.push('>');
            }
        }
        None => findings.push((Diagnostic::new(&say::RAW_CLOSING).with("tag", name), span)),
    }
}

#[derive(Debug)]
pub(super) enum Token {
    /// A comment, or what programs write around HTML: never in the output, and nobody's words.
    Nothing,
    /// A declaration, an instruction or characters as they are (`<!…>`, `<?…?>`, `<![CDATA[…]]>`): never in
    /// the output, although it holds words. Whether it is closed.
    Hidden(bool),
    /// A `<` that is only a character.
    Character,
    Open(String, Vec<(String, Option<String>)>),
    Close(String),
}

/// Whether a declaration or an instruction is one that browsers and word processors write for each
/// other.
fn is_of_programs(signs: &str) -> bool {
    let signs = signs.to_ascii_lowercase();
    ["<!doctype html", "<?xml", "<![if ", "<![endif]"]
        .iter()
        .any(|start| signs.starts_with(start))
}

/// Reads what begins with `<`, and its length.
pub(super) fn token(text: &str) -> (Token, usize) {
    let until = |end: &str, from: usize| {
        text[from..]
            .find(end)
            .map_or(text.len(), |at| from + at + end.len())
    };
    if text.starts_with("<!--") {
        return (Token::Nothing, until("-->", 4));
    }
    let hidden = |length: usize, is_closed: bool| {
        let words = &text[..length];
        let is_nothing = is_of_programs(words) || !words.contains(char::is_alphanumeric);
        match is_nothing && is_closed {
            true => (Token::Nothing, length),
            false => (Token::Hidden(is_closed), length),
        }
    };
    if text.starts_with("<![CDATA[") {
        let length = until("]]>", 9);
        return hidden(length, text[9..length].ends_with("]]>"));
    }
    // A browser ends an instruction at the first `>`, where nothing else does.
    if text.starts_with("<?") && text.contains("?>") {
        return hidden(until("?>", 2), true);
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        let length = until(">", 2);
        return hidden(length, text[..length].ends_with('>'));
    }
    let is_closing = text.starts_with("</");
    let start = 1 + usize::from(is_closing);
    if !text[start..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return (Token::Character, 1);
    }
    let end = text[start..]
        .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '<'))
        .map_or(text.len(), |at| start + at);
    let name = text[start..end].to_ascii_lowercase();
    let (attributes, length) = attributes(text, end);
    if is_closing {
        (Token::Close(name), length)
    } else {
        (Token::Open(name, attributes), length)
    }
}

/// Reads attributes up to the end of a tag, as the HTML standard's tokenizer would.
fn attributes(text: &str, from: usize) -> (Vec<(String, Option<String>)>, usize) {
    let mut attributes = Vec::new();
    let mut at = from;
    loop {
        let rest = &text[at..];
        let trimmed = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        at += rest.len() - trimmed.len();
        if trimmed.is_empty() {
            return (attributes, at);
        }
        if trimmed.starts_with('>') {
            return (attributes, at + 1);
        }
        // `=` as the first character of a name belongs to it.
        let first = trimmed.chars().next().map_or(0, char::len_utf8);
        let end = trimmed[first..]
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/' | '>'))
            .map_or(trimmed.len(), |end| first + end);
        let name = trimmed[..end].to_ascii_lowercase();
        at += end;
        let after = text[at..].trim_start_matches(|c: char| c.is_ascii_whitespace());
        let Some(value) = after.strip_prefix('=') else {
            attributes.push((name, None));
            continue;
        };
        let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
        at = text.len() - value.len();
        let (value, length) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = &value[1..];
                let end = inner.find(quote).unwrap_or(inner.len());
                (&inner[..end], (end + 2).min(value.len()))
            }
            _ => {
                let end = value
                    .find(|c: char| c.is_ascii_whitespace() || c == '>')
                    .unwrap_or(value.len());
                (&value[..end], end)
            }
        };
        attributes.push((name, Some(value.to_owned())));
        at += length;
    }
}
