//! `docs/templates.md`, printed from the tables that templates are run with.

use std::fmt::Write as _;

use super::call::Parameter;
use super::filters::FILTERS;
use super::functions::FUNCTIONS;

/// The reference of functions and filters, in Markdown.
pub fn markdown() -> String {
    let mut out = String::from(
        "# What templates can call\n\n\
         <!-- Printed by `rihla theme --reference`; a test compares. -->\n\n\
         A template is given `page` and, on a page of a list, `list`, and nothing else. \
         Everything else it asks for with the functions below; each question is recorded, so that \
         a page is rendered again only when an answer changes.\n\n\
         `page` has `kind` (`home`, `entry`, `list`, `languages`, `not-found`), `id`, `collection`, \
         `language` (`tag`, `name`, `direction`, `prefix`), `title`, `address`, `canonical` (none \
         where search engines leave the page out), `noindex`, `no_referrer` (whether other sites are \
         not to learn that a reader comes from the page), `fields` (those that have a value in \
         the page's language), `notice` (where the text is in another language: its `tag`, `name`, `direction`, and the \
         `address` of the original), `html` (the text) and `outline` (`level`, `id`, `title` of each \
         heading). `list` has `collection`, `by` (empty for a collection's own list, `year`, or the \
         field by which entries refer to the page's own), `year`, `years` (`year`, `address`, \
         `current`), `entries`, `number`, `pages`, `total`, `previous`, `next` and `addresses`. An \
         entry has a `list` where a collection declares one by the field that refers to it.\n\n\
         Another entry in an answer is a *stub*: `id`, `collection`, `title`, `address` (none \
         where it has no page), `language` (`tag`, `direction`), `here` (whether it exists in the \
         page's language) and `fields` (those that were asked for).\n\n\
         Texts come as their language sets them: apostrophes and quotation marks are curly, and \
         some spaces do not break. A template recognises things by ids, keys and dates, never by \
         words.\n\n## Functions\n",
    );
    for function in FUNCTIONS {
        row(
            &mut out,
            function.name,
            function.parameters,
            function.text,
            function.example,
        );
    }
    out.push_str("\n## Filters\n");
    for filter in FILTERS {
        row(
            &mut out,
            filter.name,
            filter.parameters,
            filter.text,
            filter.example,
        );
    }
    out
}

fn row(out: &mut String, name: &str, parameters: &[Parameter], text: &str, example: &str) {
    // Writing to a String cannot fail.
    let _ = write!(out, "\n### `{name}`\n\n{text}\n\n");
    for parameter in parameters {
        let needed = if parameter.required { "" } else { ", optional" };
        let _ = writeln!(out, "- `{}`{needed}: {}", parameter.name, parameter.text);
    }
    if !parameters.is_empty() {
        out.push('\n');
    }
    let _ = write!(out, "```html\n{example}\n```\n");
}
