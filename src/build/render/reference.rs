//! `docs/templates.md`, printed from the tables that templates are run with.

use std::fmt::Write as _;

use super::call::Parameter;
use super::filters::FILTERS;
use super::functions::FUNCTIONS;
use rihla_diagnostics::Messages;
use rihla_text::markdown::directive::{ColumnKind, DIRECTIVES, Holds, ParameterKind, Shape};

/// The reference of functions, filters and components, in Markdown.
pub fn markdown(english: Messages) -> String {
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
         the page's language, and of every entry `original`, `archived`, `corrections` and `withdrawn`), `published` \
         (when its text went online: its `date`, or `publish_at` where this is later) and `updated` (the \
         last of `updated`, its corrections and its withdrawal), each a day, or a moment with its offset, \
         none where the text does not say, `notice` (where the text is in another language: its `tag`, `name`, `direction`, and the \
         `address` of the original), `translation` (of an entry with a text in the page's language: \
         its `state`, such as `outdated`, none where no language says anything of its own; `told`, \
         whether a reader is to be told something; `behind`, whether its source has changed since; \
         `machine`, whether a machine made it and nobody has read it; `of`, its source, with `tag`, \
         `name`, `direction` and `address`; `updated`, the day on which the source was; `important`), `html` (the text) and `outline` (`level`, `id`, `title` of each \
         heading). `list` has `collection`, `by` (empty for a collection's own list, `year`, or the \
         field by which entries refer to the page's own), `year`, `years` (`year`, `address`, \
         `current`), `entries`, `number`, `pages`, `total`, `previous`, `next` and `addresses`. An \
         entry has a `list` where a collection declares one by the field that refers to it.\n\n\
         Another entry in an answer is a *stub*: `id`, `collection`, `title`, `address` (none \
         where it has no page), `language` (`tag`, `direction`), `here` (whether it exists in the \
         page's language), `languages` (where it does not: those in which it exists) and `fields` (those that were asked for).\n\n\
         Texts come as their language sets them: apostrophes and quotation marks are curly, and \
         some spaces do not break. A template recognises things by ids, keys and dates, never by \
         words. Words of another language than the page's, which a partial language borrows or an \
         entry of another language is called by, are put between `<span lang=\"…\" dir=\"…\">` and \
         `</span>` wherever they stand in text.\n\n\
         A text may lead to its own headings, `#heading`, and to the parts of pages that the \
         theme declares in `themes/NAME/theme.yaml`; any other anchor is an error at the link:\n\n\
         ```yaml\nanchors: [main, contacts]    # the values of `id` in the templates\n```\n\n\
         A page comes to an end: it may take five million steps (rounds of loops, components, included \
         templates; and what is assigned by its size, 64 bytes a step), hold 64 MiB, and assign texts of \
         16 MiB; what goes beyond is an error at the line of the template. A loop counts all that it goes \
         over when it begins, even if it is left early.\n\n\
         ## Functions\n",
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
    out.push_str(
        "\n## Components of directives\n\n\
         A directive of a text is drawn by the component of its name, with `_` for `-`. The program \
         brings one for each; a component of the same name in `components/` of the theme takes its \
         place. It is given those of the values below that it declares, where the writer has given \
         them, so that whatever may be missing needs a default. `id` is an identifier that nothing \
         else on the page has; `body` is what stands between the fences, as HTML. The components \
         `directive_picture` (`file`, `alt`) and `figures_source` (`source`, `url`, `date`), which those \
         of the program share, can be replaced too. What a writer may write is in \
         [directives and charts](site/content/writing/blocks/index.en.md).\n\n\
         A style sheet gives the series of charts their colours, `.chart-1 { color: … }` to \
         `.chart-6`, and `.chart-hatch` the colour of the page; it must leave the height of \
         `.chart-drawing` alone (`height: auto` would cut a drawing off).\n",
    );
    for shape in DIRECTIVES {
        component(&mut out, shape, english);
    }
    out
}

/// What the component of a directive is given.
fn component(out: &mut String, shape: &Shape, english: Messages) {
    let _ = write!(out, "\n### `{}`\n\n", shape.component());
    for parameter in shape.parameters {
        let value = match parameter.kind {
            ParameterKind::Text
            | ParameterKind::Alternative
            | ParameterKind::Address
            | ParameterKind::Choice(_) => "a text",
            ParameterKind::Image => "`src`, `width`, `height`",
            ParameterKind::File => "`src`, `format`, `bytes`, `pages` (of a PDF)",
            ParameterKind::Link => "`href`, `language` (where it is not the page’s), `note`",
            ParameterKind::Language => {
                "`tag`, `name` (such as “in French”), `direction`, `other` (whether it is not the page’s)"
            }
            ParameterKind::Languages => "a list of texts such as “in French”",
            ParameterKind::Count => "a number",
            ParameterKind::Date => "`text`, `iso`",
            ParameterKind::Duration => "`text`, `seconds`",
            ParameterKind::Data | ParameterKind::Columns | ParameterKind::Name => continue,
        };
        let needed = if parameter.required { "" } else { ", optional" };
        let _ = writeln!(out, "- `{}`{needed}: {value}", parameter.name);
    }
    match shape.name {
        "chart" => out.push_str(
            "- `drawing`: the element `svg`\n\
             - `table`: `caption`, `columns` (texts), `rows` (`name`, `cells`)\n\
             - `notes`: texts to be shown with the figures\n",
        ),
        "video" => out.push_str("- `site`: the name of the site to which `url` leads\n"),
        _ => {}
    }
    if let Holds::Lines(columns) = shape.holds {
        out.push_str("- `rows`, a list of maps:\n");
        for column in columns {
            let value = match column.kind {
                ColumnKind::Words => "HTML",
                ColumnKind::Plain => "a text",
                ColumnKind::Image => "`src`, `width`, `height`",
                ColumnKind::Contact => "`text`, `href` (or none)",
            };
            let needed = if column.required { "" } else { ", optional" };
            let words = column.text.get(english);
            let _ = writeln!(out, "  - `{}`{needed}: {words}; {value}", column.name);
        }
    }
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
