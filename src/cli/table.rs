//! The one table of commands and options: it feeds the parser, the help and its translations.

use rihla_diagnostics::Text;

/// A command.
pub struct Command {
    /// As it is typed.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub about: Text,
    /// What may follow it besides options, as often as one likes: what it is called in the help,
    /// and what it does.
    pub operands: Option<(Text, Text)>,
    /// Its own options; the common ones come after them.
    pub options: &'static [Opt],
    /// Whether help and documents leave it out: it is for those who hand the program out.
    pub is_hidden: bool,
}

impl Command {
    /// Whether it prints messages in groups, and each with `--all`.
    pub fn groups(&self) -> bool {
        self.options.iter().any(|option| option.about == ALL.about)
    }
}

/// An option.
pub struct Opt {
    /// Without the two hyphens.
    pub name: &'static str,
    /// What its value is called in the help.
    pub value: Operand,
    /// The values that it takes, where they are few.
    pub choices: &'static [&'static str],
    /// What it does.
    pub about: Text,
    /// Whether it may be given more than once.
    pub is_repeated: bool,
}

/// What follows an option.
#[derive(Clone, Copy)]
pub enum Operand {
    /// Nothing: it is a switch.
    None,
    /// Something that is called thus.
    Named(Text),
    /// One of its choices.
    Choices,
    /// The tag of a language of the messages.
    Messages,
}

const fn switch(name: &'static str, about: &'static str) -> Opt {
    Opt {
        name,
        value: Operand::None,
        choices: &[],
        about: Text(about),
        is_repeated: false,
    }
}

const fn valued(name: &'static str, value: &'static str, about: &'static str) -> Opt {
    Opt {
        name,
        value: Operand::Named(Text(value)),
        choices: &[],
        about: Text(about),
        is_repeated: false,
    }
}

const fn choice(name: &'static str, choices: &'static [&'static str], about: &'static str) -> Opt {
    Opt {
        name,
        value: Operand::Choices,
        choices,
        about: Text(about),
        is_repeated: false,
    }
}

/// What the program is.
pub const ABOUT: Text = Text("about");

/// Options of every command.
pub const COMMON: &[Opt] = &[
    valued("site", "value-dir", "option-site"),
    Opt {
        value: Operand::Messages,
        ..switch("messages", "option-messages")
    },
    choice("format", &["human", "json", "github"], "option-format"),
    switch("quiet", "option-quiet"),
];

const DRAFTS: Opt = switch("drafts", "option-drafts");

const AT: Opt = valued("at", "value-date", "option-at");

const BASE_URL: Opt = valued("base-url", "value-url", "option-base-url");

const ENTRY: (Text, Text) = (Text("value-entry"), Text("operand-entry"));

const TO: Opt = valued("to", "value-tag", "option-to");

const FROM: Opt = valued("from", "value-tag", "option-from");

const DENY: Opt = Opt {
    is_repeated: false,
    name: "deny",
    value: Operand::Named(Text("value-warnings")),
    choices: &["warnings"],
    about: Text("option-deny"),
};

const ALL: Opt = switch("all", "option-all");

/// The commands.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "build",
        about: Text("command-build"),
        operands: None,
        options: &[
            valued("out", "value-dir", "command-build-out"),
            switch("force", "command-build-force"),
            switch("record", "command-build-record"),
            switch("locked", "command-build-locked"),
            DRAFTS,
            AT,
            BASE_URL,
            switch("compress", "command-build-compress"),
            switch("explain", "command-build-explain"),
            switch("no-memory", "command-build-no-memory"),
            Opt {
                is_repeated: false,
                name: "deny",
                value: Operand::Named(Text("value-warnings")),
                choices: &["warnings"],
                about: Text("command-build-deny"),
            },
            ALL,
        ],
        is_hidden: false,
    },
    Command {
        name: "check",
        about: Text("command-check"),
        operands: None,
        options: &[
            DRAFTS,
            AT,
            BASE_URL,
            DENY,
            choice(
                "format",
                &["human", "json", "github", "sarif", "html"],
                "command-check-format",
            ),
            valued(
                "changed-since",
                "value-revision-folder",
                "command-check-changed-since",
            ),
            switch("sample", "command-check-sample"),
            #[cfg(feature = "external")]
            switch("external", "command-check-external"),
            #[cfg(feature = "spelling")]
            switch("spelling", "command-check-spelling"),
            ALL,
        ],
        is_hidden: false,
    },
    Command {
        name: "changes",
        about: Text("command-changes"),
        operands: None,
        options: &[
            valued(
                "since",
                "value-revision-folder-file",
                "command-changes-since",
            ),
            valued("preview", "value-url", "command-changes-preview"),
            DRAFTS,
            AT,
            BASE_URL,
        ],
        is_hidden: false,
    },
    #[cfg(feature = "desk")]
    Command {
        name: "edit",
        about: Text("command-edit"),
        operands: None,
        options: &[
            valued("port", "value-number", "command-edit-port"),
            switch("no-open", "command-edit-no-open"),
            switch("poll", "command-serve-poll"),
        ],
        is_hidden: false,
    },
    #[cfg(feature = "serve")]
    Command {
        name: "serve",
        about: Text("command-serve"),
        operands: None,
        options: &[
            switch("open", "command-serve-open"),
            valued("port", "value-number", "command-serve-port"),
            valued("host", "value-address", "command-serve-host"),
            Opt {
                is_repeated: true,
                ..valued("allow-host", "value-name", "command-serve-allow-host")
            },
            DRAFTS,
            AT,
            BASE_URL,
            valued("editor", "value-name-link", "command-serve-editor"),
            switch("poll", "command-serve-poll"),
        ],
        is_hidden: false,
    },
    Command {
        name: "typeset",
        about: Text("command-typeset"),
        operands: None,
        options: &[
            valued("lang", "value-language", "command-typeset-lang"),
            switch("rewrite", "command-typeset-rewrite"),
            switch("plain", "command-typeset-plain"),
        ],
        is_hidden: false,
    },
    Command {
        name: "fmt",
        about: Text("command-fmt"),
        operands: Some((Text("value-path"), Text("operand-path"))),
        options: &[switch("check", "command-fmt-check"), ALL],
        is_hidden: false,
    },
    Command {
        name: "status",
        about: Text("command-status"),
        operands: Some(ENTRY),
        options: &[
            valued("language", "value-tag", "command-status-language"),
            valued("collection", "value-name", "command-status-collection"),
            valued("state", "value-states", "command-status-state"),
            valued("fail-on", "value-states", "command-status-fail-on"),
            choice(
                "format",
                &["human", "json", "csv", "markdown", "html"],
                "command-status-format",
            ),
            switch("all", "command-status-all"),
            switch("next-build", "command-status-next-build"),
            AT,
        ],
        is_hidden: false,
    },
    Command {
        name: "translate",
        about: Text("command-translate"),
        operands: Some(ENTRY),
        options: &[
            TO,
            FROM,
            switch("with-source", "command-translate-with-source"),
        ],
        is_hidden: false,
    },
    Command {
        name: "diff",
        about: Text("command-diff"),
        operands: Some(ENTRY),
        options: &[TO],
        is_hidden: false,
    },
    Command {
        name: "accept",
        about: Text("command-accept"),
        operands: Some(ENTRY),
        options: &[
            TO,
            FROM,
            switch("minor", "command-accept-minor"),
            switch("as-is", "command-accept-as-is"),
            switch("reviewed", "command-accept-reviewed"),
            switch("all", "command-accept-all"),
        ],
        is_hidden: false,
    },
    Command {
        name: "remove",
        about: Text("command-remove"),
        operands: Some(ENTRY),
        options: &[switch("yes", "command-remove-yes"), BASE_URL],
        is_hidden: false,
    },
    Command {
        name: "init",
        about: Text("command-init"),
        operands: Some((Text("value-dir"), Text("operand-init"))),
        options: &[
            valued("name", "value-name", "command-init-name"),
            valued("languages", "value-tags", "command-init-languages"),
            valued("for", "value-name", "command-init-for"),
            valued("url", "value-url", "command-init-url"),
            switch("open", "command-init-open"),
        ],
        is_hidden: false,
    },
    Command {
        name: "new",
        about: Text("command-new"),
        operands: Some((
            Text("value-collection-title"),
            Text("operand-collection-title"),
        )),
        options: &[
            valued("lang", "value-tags", "command-new-lang"),
            switch("open", "command-new-open"),
        ],
        is_hidden: false,
    },
    Command {
        name: "doctor",
        about: Text("command-doctor"),
        operands: None,
        options: &[],
        is_hidden: false,
    },
    Command {
        name: "schema",
        about: Text("command-schema"),
        operands: None,
        options: &[Opt {
            value: Operand::Messages,
            ..switch("guide", "command-schema-guide")
        }],
        is_hidden: false,
    },
    Command {
        name: "theme",
        about: Text("command-theme"),
        operands: Some((Text("value-name-of-file"), Text("operand-theme"))),
        options: &[switch("list", "command-theme-list")],
        is_hidden: false,
    },
    Command {
        name: "reference",
        about: Text("command-reference"),
        operands: Some((Text("value-part-dir"), Text("operand-reference"))),
        options: &[],
        is_hidden: true,
    },
];
