//! tmp
use crate::diagnostic::{Diagnostic, Span};
use std::sync::Arc;
#[derive(Clone, Debug)]
pub struct Heading {
    pub level: u8,
    pub id: String,
    pub text: String,
    pub span: Span,
}
#[derive(Clone, Debug)]
pub struct Link {
    pub destination: String,
    pub span: Span,
    pub destination_span: Span,
    pub kind: LinkKind,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    Link,
    Image,
    Fact,
}
pub struct Document<'t>(&'t str);
impl Document<'_> {
    pub fn outline(&self) -> Vec<Heading> {
        vec![]
    }
    pub fn references(&self) -> Vec<Link> {
        vec![]
    }
}
pub fn parse<'t>(_: &Arc<str>, text: &'t str, body: Span) -> (Document<'t>, Vec<Diagnostic>) {
    (Document(&text[body.start..body.end]), vec![])
}
pub struct Target {
    pub href: Option<String>,
    pub hreflang: Option<String>,
    pub note: Option<String>,
}
pub struct Picture {
    pub src: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
}
#[derive(Clone, Copy)]
pub enum Word {
    Footnotes,
    FootnoteReference(usize),
    BackToText { number: usize, nth: usize },
    Table(usize),
    TaskDone,
    TaskOpen,
}
pub trait Surroundings {
    fn link(&self, d: &str) -> Target;
    fn image(&self, s: &str) -> Picture;
    fn fact(&self, i: &str) -> String;
    fn word(&self, w: Word) -> String;
}
pub fn html(d: &Document, _: &dyn Surroundings, out: &mut String) {
    out.push_str("<p>");
    out.push_str(d.0);
    out.push_str("</p>");
}
