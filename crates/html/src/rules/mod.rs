//! The rules, each a row with its counterparts elsewhere, and one walk over a page that asks them.

mod aria;
mod controls;
mod data;
mod headings;
mod landmarks;
mod links;
mod lists;
mod markup;
mod media;
mod page;
mod policy;
mod tables;
mod vocabulary;
mod words;

use std::borrow::Cow;

use rihla_diagnostics::catalogue::{html as say, markdown};
use rihla_diagnostics::{Message, Span, Value};

use crate::document::{Document, Element};
use crate::names;

/// A rule about a page.
#[derive(Debug)]
pub struct Rule {
    /// What is said of what it finds. Its code is the rule's id.
    pub message: &'static Message,
    /// The rules of axe-core that say the same.
    pub axe: &'static [&'static str],
    /// The tests of RGAA 4.1.2 that it answers in part.
    pub rgaa: &'static [&'static str],
    /// The success criteria of WCAG 2.2 that it concerns.
    pub wcag: &'static [&'static str],
}

impl Rule {
    /// A rule that axe-core has not, with its tests of RGAA and its success criteria of WCAG.
    pub const fn new(
        message: &'static Message,
        rgaa: &'static [&'static str],
        wcag: &'static [&'static str],
    ) -> Self {
        Self {
            message,
            axe: &[],
            rgaa,
            wcag,
        }
    }
}

/// Declares the rules: their names here and in the catalogue, and the rows.
macro_rules! rules {
    ($($name:ident $message:path: [$($axe:literal)*] [$($rgaa:literal)*] [$($wcag:literal)*];)*) => {
        /// The number of a rule in [`RULES`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum RuleId { $($name),* }

        /// Every rule.
        pub static RULES: &[Rule] = &[$(Rule {
            message: &$message,
            axe: &[$($axe),*],
            rgaa: &[$($rgaa),*],
            wcag: &[$($wcag),*],
        }),*];
    };
}

rules! {
    MarkupError say::MARKUP_ERROR: [] ["8.2.1"] [];
    HtmlHasLang say::HTML_HAS_LANG: ["html-has-lang"] ["8.3.1"] ["3.1.1"];
    HtmlLangValid say::HTML_LANG_VALID: ["html-lang-valid"] ["8.4.1"] ["3.1.1"];
    ValidLang say::VALID_LANG: ["valid-lang"] ["8.8.1"] ["3.1.2"];
    DocumentTitle say::DOCUMENT_TITLE: ["document-title"] ["8.5.1"] ["2.4.2"];
    ImageAlt say::IMAGE_ALT: ["image-alt"] ["1.1.1"] ["1.1.1"];
    SvgImgAlt say::SVG_IMG_ALT: ["svg-img-alt"] ["1.1.5"] ["1.1.1"];
    ObjectAlt say::OBJECT_ALT: ["object-alt"] ["1.1.6"] ["1.1.1"];
    InputImageAlt say::INPUT_IMAGE_ALT: ["input-image-alt"] ["1.1.3"] ["1.1.1"];
    ImageAltWords say::IMAGE_ALT_WORDS: [] ["1.3.1"] ["1.1.1"];
    LinkName say::LINK_NAME: ["link-name"] ["6.2.1"] ["2.4.4" "4.1.2"];
    ButtonName say::BUTTON_NAME: ["button-name" "input-button-name"] ["11.9.1"] ["4.1.2"];
    Label say::LABEL: ["label" "select-name"] ["11.1.1"] ["4.1.2"];
    FrameTitle say::FRAME_TITLE: ["frame-title"] ["2.1.1"] ["4.1.2"];
    SkipLink say::SKIP_LINK: ["bypass" "skip-link"] ["12.7.1"] ["2.4.1"];
    Region say::REGION: ["region"] ["9.2.1"] [];
    LandmarkOneMain say::LANDMARK_ONE_MAIN: ["landmark-one-main" "landmark-no-duplicate-main"] ["9.2.1"] [];
    LandmarkUnique say::LANDMARK_UNIQUE: ["landmark-unique"] [] [];
    PageHasHeadingOne say::PAGE_HAS_HEADING_ONE: ["page-has-heading-one"] ["9.1.1"] [];
    HeadingOrder say::HEADING_ORDER: ["heading-order"] ["9.1.1"] [];
    EmptyHeading say::EMPTY_HEADING: ["empty-heading"] ["9.1.2"] [];
    List say::LIST: ["list"] ["9.3.1" "9.3.2"] ["1.3.1"];
    Listitem say::LISTITEM: ["listitem"] ["9.3.1" "9.3.2"] ["1.3.1"];
    DefinitionList say::DEFINITION_LIST: ["definition-list" "dlitem"] ["9.3.3"] ["1.3.1"];
    TdHeadersAttr say::TD_HEADERS_ATTR: ["td-headers-attr"] ["5.7.4"] ["1.3.1"];
    ScopeAttrValid say::SCOPE_ATTR_VALID: ["scope-attr-valid"] ["5.7.2"] ["1.3.1"];
    ThHasDataCells say::TH_HAS_DATA_CELLS: ["th-has-data-cells"] [] ["1.3.1"];
    EmptyTableHeader say::EMPTY_TABLE_HEADER: ["empty-table-header"] [] ["1.3.1"];
    TableCaption say::TABLE_CAPTION: [] ["5.4.1"] [];
    DuplicateId say::DUPLICATE_ID: ["duplicate-id" "duplicate-id-aria"] ["8.2.1"] [];
    AriaRoles say::ARIA_ROLES: ["aria-roles"] ["7.1.1"] ["4.1.2"];
    AriaValidAttr say::ARIA_VALID_ATTR: ["aria-valid-attr"] ["7.1.1"] ["4.1.2"];
    AriaValidAttrValue say::ARIA_VALID_ATTR_VALUE: ["aria-valid-attr-value"] ["7.1.1"] ["4.1.2"];
    AriaHiddenFocus say::ARIA_HIDDEN_FOCUS: ["aria-hidden-focus"] [] ["4.1.2"];
    NestedInteractive say::NESTED_INTERACTIVE: ["nested-interactive"] ["7.1.1"] ["4.1.2"];
    MetaRefresh say::META_REFRESH: ["meta-refresh"] ["13.1.2"] ["2.2.1"];
    MetaViewport say::META_VIEWPORT: ["meta-viewport"] ["10.4.2"] ["1.4.4"];
    VideoCaption say::VIDEO_CAPTION: ["video-caption"] ["4.3.1"] ["1.2.2"];
    NoAutoplayAudio say::NO_AUTOPLAY_AUDIO: ["no-autoplay-audio"] ["4.10.1"] ["1.4.2"];
    LabelContentNameMismatch say::LABEL_CONTENT_NAME_MISMATCH: ["label-content-name-mismatch"] ["6.1.5" "11.9.2"] ["2.5.3"];
    LinkWords markdown::LINK_WORDS: [] ["6.1.1"] ["2.4.4"];
    FileLink say::FILE_LINK: [] [] [];
    BoldHeading say::BOLD_HEADING: ["p-as-heading"] ["9.1.3"] ["1.3.1"];
    FakeList say::FAKE_LIST: [] ["9.3.1" "9.3.2"] ["1.3.1"];
    Capitals say::CAPITALS: [] [] [];
    InlineScript say::INLINE_SCRIPT: [] [] [];
    InlineStyle say::INLINE_STYLE: [] [] [];
    OtherOrigin say::OTHER_ORIGIN: [] [] [];
    JsonLd say::JSON_LD: [] [] [];
    Tabindex say::TABINDEX: ["tabindex"] ["12.8.1"] ["2.4.3"];
    TargetBlankWords say::TARGET_BLANK_WORDS: [] [] ["3.2.5"];
}

/// What a page stands on.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'g> {
    /// Scheme, host and port of the site, without a slash at the end: `https://example.org`.
    pub origin: &'g str,
}

/// Something that a rule finds wrong.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Which rule.
    pub rule: &'static Rule,
    /// The tag of the element at fault in the page.
    pub span: Span,
    /// The values of the message.
    pub values: Vec<(&'static str, Value)>,
    /// Another tag that explains it.
    pub other: Option<Span>,
}

/// The names of the values that findings on a page have, here and with those who look at pages besides: so that a
/// finding can be kept and read again.
pub const VALUE_NAMES: &[&str] = &[
    "address",
    "alt",
    "attribute",
    "before",
    "cell",
    "count",
    "element",
    "file",
    "found",
    "id",
    "item",
    "key",
    "label",
    "lang",
    "language",
    "level",
    "list",
    "name",
    "other",
    "outer",
    "seconds",
    "setting",
    "src",
    "target",
    "title",
    "value",
    "what",
    "words",
];

/// What the rules find in a page, in the order of its tags; of one tag, in that of the rules.
pub fn check(document: &Document, ground: &Ground) -> Vec<Finding> {
    let page = Page {
        document,
        ground,
        labels: labels(document),
    };
    let mut found = Found::default();
    markup::page(&page, &mut found);
    let mut headings = headings::Headings::default();
    let mut landmarks = landmarks::Landmarks::default();
    let mut paragraphs = words::Paragraphs::default();
    for element in document.elements() {
        page::element(&page, element, &mut found);
        policy::element(&page, element, &mut found);
        data::element(element, &mut found);
        aria::element(&page, element, &mut found);
        media::sound(element, &mut found);
        if element.is_silent() {
            continue;
        }
        media::element(&page, element, &mut found);
        controls::element(&page, element, &mut found);
        links::element(&page, element, &mut found);
        headings.element(&page, element, &mut found);
        landmarks.element(&page, element, &mut found);
        lists::element(element, &mut found);
        tables::element(&page, element, &mut found);
        paragraphs.element(element, &mut found);
    }
    headings.finish(&page, &mut found);
    landmarks.finish(&page, &mut found);
    aria::ids(&page, &mut found);
    words::page(&page, &mut found);
    let mut found = found.0;
    found.sort_by_key(|(id, finding)| (finding.span.start, *id as usize));
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// A page while it is checked.
pub(crate) struct Page<'d> {
    pub(crate) document: &'d Document,
    pub(crate) ground: &'d Ground<'d>,
    /// The ids that labels are for, with the labels, by the ids.
    labels: Vec<(&'d str, Element<'d>)>,
}

fn labels(document: &Document) -> Vec<(&str, Element<'_>)> {
    let labels = document.elements().filter(|element| element.is("label"));
    let mut labels: Vec<_> = labels
        .filter_map(|label| Some((label.filled("for")?, label)))
        .collect();
    labels.sort_by_key(|(id, _)| *id);
    labels
}

impl<'d> Page<'d> {
    /// The accessible name of an element whose words name it.
    pub(crate) fn name(&self, element: Element<'d>) -> Cow<'d, str> {
        names::name(self.document, element)
    }

    /// The labels that are for an id.
    pub(crate) fn labels(&self, id: &str) -> impl Iterator<Item = Element<'d>> {
        let start = self.labels.partition_point(|(own, _)| *own < id);
        let labels = self.labels[start..].iter();
        labels
            .take_while(move |(own, _)| *own == id)
            .map(|(_, label)| *label)
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub(crate) struct Found(Vec<(RuleId, Finding)>);

impl Found {
    /// Adds a finding about an element.
    pub(crate) fn add(&mut self, rule: RuleId, element: Element<'_>) -> &mut Finding {
        self.at(rule, element.span())
    }

    /// Adds a finding about a tag.
    pub(crate) fn at(&mut self, rule: RuleId, span: Span) -> &mut Finding {
        let finding = Finding {
            rule: &RULES[rule as usize],
            span,
            values: Vec::new(),
            other: None,
        };
        self.0.push((rule, finding));
        let last = self.0.len() - 1;
        &mut self.0[last].1
    }
}

impl Finding {
    /// Gives a placeholder of the message its value.
    pub(crate) fn with(&mut self, name: &'static str, value: impl Into<Value>) -> &mut Self {
        debug_assert!(VALUE_NAMES.contains(&name), "“{name}” stands in no list");
        self.values.push((name, value.into()));
        self
    }

    /// Names another tag that explains it.
    pub(crate) fn beside(&mut self, other: Element<'_>) -> &mut Self {
        self.other = Some(other.span());
        self
    }
}

/// A text of the page in a message: its first words, where it is long.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = names::spaced(text);
    match text.char_indices().nth(LONGEST) {
        None => text.into_owned(),
        Some((end, _)) => {
            let end = text[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &text[..end])
        }
    }
}
