//! Pages of the manual (`man`) and completions of shells.

use clap_complete::Shell;
use roff::{Roff, bold, italic, roman};

use super::super::table::{ABOUT, COMMANDS, COMMON, Command, Operand, Opt};
use super::super::{CONTENT, DONE, MACHINE, USAGE};
use rihla_diagnostics::{Messages, Text};

/// The pages in a language: `rihla.1` and one for each command, in a folder of the language but for English,
/// as `man` looks for them.
pub(super) fn manual(messages: Messages) -> Vec<(String, Vec<u8>)> {
    let folder = match messages.tag() {
        "en" => String::new(),
        tag => format!("{tag}/"),
    };
    let shown = COMMANDS.iter().filter(|command| !command.is_hidden);
    let mut pages = vec![(format!("{folder}rihla.1"), program(messages))];
    pages.extend(shown.map(|one| {
        (
            format!("{folder}rihla-{}.1", one.name),
            command(one, messages),
        )
    }));
    let pages = pages.into_iter();
    pages
        .map(|(name, page)| (name, page.render().into_bytes()))
        .collect()
}

/// What a shell completes, for each shell.
pub(super) fn completions(mut parser: clap::Command) -> Vec<(String, Vec<u8>)> {
    let shells = [
        (Shell::Bash, "rihla.bash"),
        (Shell::Zsh, "_rihla"),
        (Shell::Fish, "rihla.fish"),
        (Shell::PowerShell, "rihla.ps1"),
    ];
    let each = shells.into_iter().map(|(shell, name)| {
        let mut text = Vec::new();
        clap_complete::generate(shell, &mut parser, "rihla", &mut text);
        (name.to_owned(), text)
    });
    each.collect()
}

fn words(id: &'static str, messages: Messages) -> String {
    Text(id).get(messages).into_owned()
}

fn heading(page: &mut Roff, id: &'static str, messages: Messages) {
    page.control("SH", [&*words(id, messages).trim().to_uppercase()]);
}

/// The head of a page: its name, and what it is about.
fn page(name: &str, about: Text, messages: Messages) -> Roff {
    let mut page = Roff::default();
    let version = concat!("rihla ", env!("CARGO_PKG_VERSION"));
    let title = name.to_uppercase().replace(' ', "-");
    page.control("TH", [&*title, "1", "", version, "Rihla"]);
    heading(&mut page, "manual-name", messages);
    let name = name.replace(' ', "-");
    page.text([roman(format!("{name} - {}", about.get(messages)))]);
    heading(&mut page, "manual-synopsis", messages);
    page
}

fn program(messages: Messages) -> Roff {
    let mut page = page("rihla", ABOUT, messages);
    let synopsis = words("reference-command", messages);
    page.text([bold("rihla"), roman(" "), italic(synopsis), roman(" […]")]);
    heading(&mut page, "help-commands", messages);
    for command in COMMANDS.iter().filter(|command| !command.is_hidden) {
        page.control("TP", []);
        page.text([bold(format!("rihla-{}(1)", command.name))]);
        page.text([roman(command.about.get(messages))]);
    }
    options(&mut page, &mut COMMON.iter(), messages);
    codes(&mut page, messages);
    page
}

fn command(command: &Command, messages: Messages) -> Roff {
    let mut page = page(&format!("rihla {}", command.name), command.about, messages);
    let mut synopsis = vec![bold(format!("rihla {}", command.name)), roman(" [")];
    synopsis.extend([italic(words("reference-options", messages)), roman("]")]);
    if let Some((name, _)) = command.operands {
        synopsis.extend([roman(" ["), italic(name.get(messages)), roman("]…")]);
    }
    page.text(synopsis);
    if let Some((name, about)) = command.operands {
        heading(&mut page, "help-arguments", messages);
        page.control("TP", []);
        page.text([italic(name.get(messages))]);
        page.text([roman(about.get(messages))]);
    }
    let own = |option: &&Opt| !command.options.iter().any(|one| one.name == option.name);
    let mut all = command.options.iter().chain(COMMON.iter().filter(own));
    options(&mut page, &mut all, messages);
    codes(&mut page, messages);
    heading(&mut page, "manual-see-also", messages);
    page.text([bold("rihla"), roman("(1)")]);
    page
}

fn options(page: &mut Roff, options: &mut dyn Iterator<Item = &Opt>, messages: Messages) {
    heading(page, "help-options", messages);
    for option in options {
        page.control("TP", []);
        let mut name = vec![bold(format!("--{}", option.name))];
        if let Some(value) = value(option, messages) {
            name.extend([roman(" "), italic(value)]);
        }
        page.text(name);
        page.text([roman(option.about.get(messages))]);
    }
}

fn codes(page: &mut Roff, messages: Messages) {
    heading(page, "reference-codes", messages);
    for (code, about) in CODES {
        page.control("TP", []);
        page.text([bold(code.to_string())]);
        page.text([roman(about.get(messages))]);
    }
}

/// The exit codes, and what each says.
pub(super) const CODES: [(u8, Text); 4] = [
    (DONE, Text("code-done")),
    (CONTENT, Text("code-content")),
    (USAGE, Text("code-usage")),
    (MACHINE, Text("code-machine")),
];

/// What the value of an option is called.
pub(super) fn value(option: &Opt, messages: Messages) -> Option<String> {
    let several = |names: &[&str]| Some(names.join("|"));
    match option.value {
        Operand::None => None,
        Operand::Named(name) => Some(name.get(messages).into_owned()),
        Operand::Choices => several(option.choices),
        Operand::Messages => {
            let whole = messages.each().filter(|one| one.is_complete());
            several(&whole.map(Messages::tag).collect::<Vec<_>>())
        }
    }
}
