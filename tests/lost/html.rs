//! Tags and markers in any order, as they come out of other programs.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::generated;

/// What is written one after another; `@` stands for a marker.
const TOKENS: &[&str] = &[
    "@",
    "@",
    "@",
    "@ ",
    " @",
    "\n",
    "\n\n",
    "<p>@</p>",
    "<p>",
    "</p>",
    "<p class=\"x\">",
    "<div>",
    "</div>",
    "<div lang=\"ar\">",
    "<ul>",
    "</ul>",
    "<ol start=\"3\">",
    "</ol>",
    "<li>",
    "</li>",
    "<li>@</li>",
    "<ul><li>@</li><li>@</li></ul>",
    "<table>",
    "</table>",
    "<table><tr><th>@</th><th>@</th></tr><tr><td>@</td><td>@</td></tr></table>",
    "<caption>@</caption>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<td colspan=\"2\">@</td>",
    "<th>@</th>",
    "<h2>",
    "</h2>",
    "<h3>@</h3>",
    "<blockquote>",
    "</blockquote>",
    "<a href=\"x.md\">",
    "<a href=\"x.md\" title=\"t\">",
    "</a>",
    "<a name=\"y\">",
    "<img src=\"x.png\" alt=\"@\">",
    "<b>",
    "</b>",
    "<em>",
    "</em>",
    "<del>@</del>",
    "<span style=\"x\">",
    "</span>",
    "<font color=\"red\">",
    "</font>",
    "<br>",
    "<hr>",
    "<pre>",
    "</pre>",
    "<code>@</code>",
    "<dl><dt>@</dt><dd>@</dd></dl>",
    "<figure><img src=\"x.png\" alt=\"@\"><figcaption>@</figcaption></figure>",
    "<figcaption>",
    "</figcaption>",
    "<!-- x -->",
    "<details><summary>@</summary>",
    "</details>",
    "<center>",
    "</center>",
    "<script>@</script>",
    "<svg><text>@</text></svg>",
    "<o:p>@</o:p>",
    "<select><option>@<option>@</select>",
    "&nbsp;@&eacute;",
    "@ < @",
    "*@*",
    "**@** ",
    "`@`",
    "[@](x.md)",
    "@ | @",
    "[@]",
    "# @",
    "\n- @\n",
    "\n  @",
    "\n> @\n",
    "\n:::note\n",
    "\n:::\n",
    "\n| @ | @ |\n|---|---|\n| @ | @ |\n",
    "*",
    "_",
    "`",
    "\\",
];

#[test]
fn every_word_among_tags_is_on_its_page_or_told() {
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        cases: 8 * Config::default().cases,
        ..Config::default()
    });
    let texts = prop::collection::vec(prop::sample::select(TOKENS), 1..24);
    let result = runner.run(&texts, |tokens| {
        let mut text = String::new();
        let mut markers = 0;
        for (at, part) in tokens.concat().split('@').enumerate() {
            if at > 0 {
                text.push_str(&format!("w{markers:05}q"));
                markers += 1;
            }
            text.push_str(part);
        }
        text.push('\n');
        generated::check(&text, markers)
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}
