//! Arguments become options. The parser is clap's; the words are ours, in both languages.

#[cfg(feature = "serve")]
mod preview;

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches};

use super::table::{ABOUT, COMMANDS, COMMON, Command, Operand, Opt};
use super::{Locale, check, editorial, reference, start, typeset};
use rihla_build as build;
use rihla_diagnostics::catalogue::{self, cli as say, schema};
use rihla_diagnostics::print::{Document, Format};
use rihla_diagnostics::{Diagnostic, Messages, Text, nearest};
use rihla_editorial::changes;
use rihla_editorial::fix;
use rihla_editorial::new::New;
#[cfg(feature = "serve")]
use rihla_serve as serve;
use rihla_site::config::BaseUrl;
use rihla_site::schema::NoMoment;
use rihla_text::language::{Profile, looks_like_language};

/// The name of what follows a command besides options.
pub(super) const OPERANDS: &str = "operands";

/// What was asked for.
#[derive(Debug)]
pub struct Invocation {
    /// The options of every command.
    pub common: Common,
    /// The command.
    pub action: Action,
}

/// The options of every command.
#[derive(Clone, Copy, Debug)]
pub struct Common {
    /// The language of the messages.
    pub messages: Messages,
    /// Their form.
    pub format: Format,
    /// Whether only errors and warnings are printed.
    pub quiet: bool,
    /// Whether each message is printed, however many there are.
    pub all: bool,
}

/// A command with its options.
#[derive(Debug)]
pub enum Action {
    /// Prints a text: the help, the version, a reference.
    Print(String),
    /// Builds the site.
    Build {
        /// What is asked of it.
        options: Box<build::Options>,
        /// Whether it says of each page that it renders why.
        explain: bool,
    },
    /// Checks the site.
    Check {
        /// What is asked of it.
        options: Box<build::Options>,
        /// The earlier state, where only what changed since is told.
        since: Option<Box<changes::Request>>,
        /// The document that is printed of what was found; without one, messages are.
        document: Option<Document>,
        /// Whether it only names a page of each kind.
        is_sample: bool,
        /// What is looked at besides.
        further: check::Asked,
    },
    /// Says what a change does.
    Changes(Box<changes::Request>),
    /// Takes an entry away.
    Remove {
        /// How the site is planned.
        options: Box<build::Options>,
        /// The entry.
        id: String,
        /// Whether it is done, and not only listed.
        is_done: bool,
    },
    /// Begins a site.
    Init(Box<start::Asked>),
    /// Begins an entry.
    New {
        /// How the site is read.
        options: Box<build::Options>,
        /// The entry.
        asked: New,
        /// Whether its files are opened.
        opens: bool,
    },
    /// Looks at the site and its machine, and at the home of whoever asks.
    Doctor(Box<build::Options>, Option<PathBuf>),
    /// Says what the site declares.
    Schema {
        /// How the site is read.
        options: Box<build::Options>,
        /// The language of the guide that is printed; without one, schemas are written.
        guide: Option<Messages>,
    },
    /// Says where the files of the theme come from.
    ListTheme(Box<build::Options>),
    /// Copies files of the default theme.
    Eject {
        /// How the site is read.
        options: Box<build::Options>,
        /// The files; all where none is named.
        files: Vec<String>,
    },
    /// Writes what the tables of the program say.
    Reference(reference::Asked),
    /// Sets standard input.
    Typeset(typeset::Options),
    /// Shows the page from which everything else is begun.
    #[cfg(feature = "serve")]
    Start(std::sync::Arc<serve::start::Options>),
    /// Shows the site while it is being written.
    #[cfg(feature = "serve")]
    Serve(Box<serve::Options>),
    /// Opens the desk, where it is written.
    #[cfg(feature = "desk")]
    Edit(Box<serve::desk::Options>),
    /// Fixes the sources.
    Fmt(fix::Options),
    /// Works on the languages of the site.
    Editorial(Box<build::Options>, editorial::Task),
}

impl Action {
    /// The folder of the site that it is about.
    pub fn site(&self) -> Option<&std::path::Path> {
        match self {
            Self::Print(_) | Self::Typeset(_) | Self::Init(_) | Self::Reference(_) => None,
            Self::Build { options, .. }
            | Self::Check { options, .. }
            | Self::Remove { options, .. }
            | Self::New { options, .. }
            | Self::Schema { options, .. }
            | Self::Eject { options, .. }
            | Self::Doctor(options, _)
            | Self::ListTheme(options)
            | Self::Editorial(options, _) => Some(&options.site),
            Self::Changes(request) => Some(&request.build.site),
            #[cfg(feature = "serve")]
            Self::Start(_) => None,
            #[cfg(feature = "serve")]
            Self::Serve(options) => Some(&options.build.site),
            #[cfg(feature = "desk")]
            Self::Edit(options) => Some(&options.root),
            Self::Fmt(options) => Some(&options.site),
        }
    }
}

/// A command line that cannot be followed.
#[derive(Debug)]
pub struct Failed {
    /// How to say so.
    pub common: Common,
    /// The reason.
    pub diagnostic: Diagnostic,
}

/// Reads the arguments after the program's name.
pub(super) fn parse(arguments: &[String], locale: &Locale) -> Result<Invocation, Box<Failed>> {
    let mut words = arguments.iter();
    let command = words.find_map(|word| COMMANDS.iter().find(|command| command.name == word));
    // The language in which the parser speaks is itself an option.
    let common = Common {
        messages: early(arguments, "--messages")
            .and_then(|word| locale.messages.named(&word))
            .unwrap_or(locale.messages),
        format: early(arguments, "--format")
            .and_then(|word| format(&word))
            .unwrap_or(Format::Human),
        quiet: arguments.iter().any(|argument| argument == "--quiet"),
        all: !command.is_some_and(Command::groups)
            || arguments.iter().any(|argument| argument == "--all"),
    };
    let failed = |diagnostic| Box::new(Failed { common, diagnostic });
    let names = std::iter::once("rihla".to_owned()).chain(arguments.iter().cloned());
    // Nothing is said where nothing is asked: help has words, and a parser without any is enough.
    let silent = parser(locale.messages, None);
    let matches = match silent.try_get_matches_from(names.clone()) {
        Ok(matches) => matches,
        Err(error) => {
            let speaks = parser(locale.messages, Some(common.messages));
            let error = speaks.try_get_matches_from(names).err().unwrap_or(error);
            return match error.kind() {
                ErrorKind::DisplayHelp
                | ErrorKind::DisplayVersion
                | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Ok(Invocation {
                    common,
                    action: Action::Print(error.render().to_string()),
                }),
                _ => Err(failed(explain(&error))),
            };
        }
    };
    let action = match matches.subcommand() {
        Some(("build", matches)) => Action::Build {
            options: Box::new(build(matches, locale).map_err(failed)?),
            explain: matches.get_flag("explain"),
        },
        Some(("check", matches)) => Action::Check {
            options: Box::new(build::Options {
                deny_warnings: text(matches, "deny").is_some(),
                ..linked(matches, locale).map_err(failed)?
            }),
            since: match text(matches, "changed-since") {
                Some(since) => Some(Box::new(changes::Request {
                    preview: None,
                    build: linked(matches, locale).map_err(failed)?,
                    path: locale.folder.join(&since),
                    since,
                })),
                None => None,
            },
            document: text(matches, "format").and_then(|name| Document::from_name(&name)),
            is_sample: matches.get_flag("sample"),
            further: check::Asked {
                #[cfg(feature = "external")]
                is_external: matches.get_flag("external"),
                #[cfg(feature = "spelling")]
                spelling: matches.get_flag("spelling").then(|| locale.home.clone()),
            },
        },
        Some(("changes", matches)) => changes(matches, locale).map_err(failed)?,
        Some(("remove", matches)) => remove(matches, locale).map_err(failed)?,
        Some(("typeset", matches)) => typeset(matches).map_err(failed)?,
        #[cfg(feature = "serve")]
        Some(("serve", matches)) => {
            Action::Serve(Box::new(preview::serve(matches, locale).map_err(failed)?))
        }
        #[cfg(feature = "desk")]
        Some(("edit", matches)) => {
            Action::Edit(Box::new(preview::edit(matches, locale).map_err(failed)?))
        }
        Some(("fmt", matches)) => fmt(matches, locale),
        Some((name @ ("status" | "translate" | "diff" | "accept"), matches)) => {
            let task = editorial::parse(name, matches, locale.messages).map_err(failed)?;
            Action::Editorial(Box::new(linked(matches, locale).map_err(failed)?), task)
        }
        Some(("init", matches)) => init(matches, locale).map_err(failed)?,
        Some(("new", matches)) => new(matches, locale).map_err(failed)?,
        Some(("doctor", matches)) => {
            let options = Box::new(linked(matches, locale).map_err(failed)?);
            Action::Doctor(options, locale.home.clone())
        }
        Some(("schema", matches)) => Action::Schema {
            options: Box::new(linked(matches, locale).map_err(failed)?),
            guide: text(matches, "guide").and_then(|tag| locale.messages.named(&tag)),
        },
        Some(("theme", matches)) => theme(matches, locale).map_err(failed)?,
        // The parser takes no other command, and none is no command.
        Some((_, matches)) => reference(matches).map_err(failed)?,
        #[cfg(feature = "serve")]
        None => Action::Start(std::sync::Arc::new(
            preview::first_page(&matches, locale).map_err(failed)?,
        )),
        #[cfg(not(feature = "serve"))]
        None => Action::Print(
            parser(locale.messages, Some(common.messages))
                .render_help()
                .to_string(),
        ),
    };
    Ok(Invocation { common, action })
}

/// The value of an option, before everything is parsed.
fn early(arguments: &[String], name: &str) -> Option<String> {
    arguments.iter().enumerate().find_map(|(at, argument)| {
        let rest = argument.strip_prefix(name)?;
        match rest.strip_prefix('=') {
            Some(value) => Some(value.to_owned()),
            None if rest.is_empty() => arguments.get(at + 1).cloned(),
            None => None,
        }
    })
}

fn format(word: &str) -> Option<Format> {
    match word {
        "human" => Some(Format::Human),
        "json" => Some(Format::Json),
        "github" => Some(Format::Github),
        _ => None,
    }
}

/// The parser of the table; without a language, its help has no words.
fn parser(languages: Messages, messages: Option<Messages>) -> clap::Command {
    parser_of(COMMANDS.iter(), languages, messages)
}

/// The same, of the commands that help lists.
pub(super) fn listed(languages: Messages, messages: Messages) -> clap::Command {
    let listed = COMMANDS.iter().filter(|command| !command.is_hidden);
    parser_of(listed, languages, Some(messages))
}

fn parser_of(
    commands: impl Iterator<Item = &'static Command>,
    languages: Messages,
    messages: Option<Messages>,
) -> clap::Command {
    let words = |id| said(Text(id), messages);
    let help = || {
        Arg::new("help")
            .long("help")
            .short('h')
            .action(ArgAction::Help)
            .help(words("help-explains-the-command"))
    };
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}",
        words("help-usage")
    );
    let options_heading = words("help-options");
    let mut program = clap::Command::new("rihla")
        .about(said(ABOUT, messages))
        .version(env!("RIHLA_VERSION"))
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(words("help-commands"))
        .subcommand_value_name(words("help-command"))
        .next_help_heading(options_heading)
        .help_template(template.clone())
        .arg(help())
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(words("help-prints-the-version")),
        );
    for option in COMMON {
        program = program.arg(argument(option, languages, messages).global(true));
    }
    for command in commands {
        let mut sub = clap::Command::new(command.name)
            .about(said(command.about, messages))
            .hide(command.is_hidden)
            .disable_help_flag(true)
            .next_help_heading(options_heading)
            .help_template(template.clone())
            .arg(help());
        for option in command.options {
            sub = sub.arg(argument(option, languages, messages));
        }
        if let Some((name, about)) = &command.operands {
            let operands = Arg::new(OPERANDS).action(ArgAction::Append).num_args(0..);
            sub = sub.arg(
                operands
                    .value_name(said(*name, messages))
                    .help(said(*about, messages))
                    .help_heading(words("help-arguments")),
            );
        }
        program = program.subcommand(sub);
    }
    program
}

/// Words of the program for the parser, which keeps what never goes.
fn said(text: Text, messages: Option<Messages>) -> &'static str {
    messages.map_or("", |messages| text.get(messages).into_owned().leak())
}

fn argument(option: &'static Opt, languages: Messages, messages: Option<Messages>) -> Arg {
    let argument = Arg::new(option.name)
        .long(option.name)
        .help(said(option.about, messages));
    let argument = match option.is_repeated {
        true => argument.action(ArgAction::Append),
        false => argument,
    };
    let one_of = |argument: Arg, choices: Vec<PossibleValue>, name: &'static str| {
        argument
            .value_parser(choices)
            .hide_possible_values(true)
            .value_name(name)
    };
    match option.value {
        Operand::None => argument.action(ArgAction::SetTrue),
        // The folder of no name is none.
        Operand::Named(value) if matches!(option.name, "site" | "out") => argument
            .value_parser(clap::builder::NonEmptyStringValueParser::new())
            .value_name(said(value, messages)),
        Operand::Named(value) if option.choices.is_empty() => {
            argument.value_name(said(value, messages))
        }
        Operand::Named(value) => one_of(argument, choices(option), said(value, messages)),
        Operand::Choices => {
            let name: &'static str = option.choices.join("|").leak();
            one_of(argument, choices(option), name)
        }
        Operand::Messages => {
            // One that is not complete can be asked for, and is not offered.
            let whole = languages.each().filter(|language| language.is_complete());
            let name = whole.map(Messages::tag).collect::<Vec<&str>>().join("|");
            let tags = languages
                .each()
                .map(|language| PossibleValue::new(language.tag()).hide(!language.is_complete()));
            one_of(argument, tags.collect(), name.leak())
        }
    }
}

/// What an option can be.
fn choices(option: &Opt) -> Vec<PossibleValue> {
    let names = option.choices.iter();
    names.map(|name| PossibleValue::new(*name)).collect()
}

/// What clap found wrong, in our words.
fn explain(error: &clap::Error) -> Diagnostic {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let option = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let value = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            let shown = COMMANDS.iter().filter(|command| !command.is_hidden);
            let names = shown.map(|command| command.name);
            Diagnostic::new(&say::COMMAND)
                .with("value", &value)
                .with_some("nearest", nearest(&value, names))
        }
        ErrorKind::UnknownArgument => {
            let value = option.unwrap_or_default();
            if !value.starts_with('-') {
                return Diagnostic::new(&say::OPERAND).with("value", &value);
            }
            let names = COMMANDS
                .iter()
                .flat_map(|command| command.options)
                .chain(COMMON)
                .map(|option| option.name)
                // One that stands there is one of another command.
                .filter(|name| *name != value.trim_start_matches('-'));
            let near = nearest(value.trim_start_matches('-'), names);
            Diagnostic::new(&say::OPTION)
                .with("value", &value)
                .with_some("nearest", near.map(|name| format!("--{name}")))
        }
        ErrorKind::InvalidValue if value.as_deref().unwrap_or_default().is_empty() => {
            Diagnostic::new(&say::MISSING).with("option", option.unwrap_or_default())
        }
        ErrorKind::InvalidValue => Diagnostic::new(&say::VALUE)
            .with("value", value.unwrap_or_default())
            .with("option", option.unwrap_or_default())
            .with_some("known", context(ContextKind::ValidValue)),
        ErrorKind::ArgumentConflict
            if option.is_some() && option == context(ContextKind::PriorArg) =>
        {
            let option = option.unwrap_or_default();
            let name = option.split_whitespace().next().unwrap_or_default();
            Diagnostic::new(&say::TWICE).with("option", name)
        }
        _ => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default();
            Diagnostic::new(&say::OTHER)
                .with("detail", first.strip_prefix("error: ").unwrap_or(first))
        }
    }
}

pub(super) fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).cloned()
}

/// A value that an option cannot take, with one that it can.
fn unfit(value: &str, option: &str, example: &str) -> Diagnostic {
    Diagnostic::new(&say::VALUE)
        .with("value", value)
        .with("option", option)
        .with("example", example)
}

/// Why the moment of `--at` is none.
fn no_moment(day: &str, why: NoMoment) -> Diagnostic {
    match why {
        NoMoment::Range(date) => Diagnostic::new(&schema::DATE_RANGE).with("value", date),
        NoMoment::Impossible(last) => Diagnostic::new(&schema::DATE_IMPOSSIBLE)
            .with("value", day)
            .with_some("last", last),
        NoMoment::Form(meant) => {
            let example = meant.as_deref().unwrap_or("2026-12-01");
            unfit(day, "--at", &format!("--at {example}"))
        }
    }
}

/// What every command that links a site is asked to do; it writes nothing as it stands.
fn linked(matches: &ArgMatches, locale: &Locale) -> Result<build::Options, Diagnostic> {
    let site: PathBuf = text(matches, "site").unwrap_or_else(|| ".".into()).into();
    let known = |name| matches.try_get_one::<String>(name).ok().flatten().cloned();
    let at = match known("at") {
        None => None,
        Some(day) => Some(day.parse().map_err(|why| no_moment(&day, why))?),
    };
    Ok(build::Options {
        out: build::default_out(&site),
        site,
        force: false,
        locked: true,
        // Commands that show no page have not all of these.
        drafts: matches!(matches.try_get_one::<bool>("drafts"), Ok(Some(true))),
        waiting: false,
        at,
        base_url: known("base-url").or_else(|| locale.base_url.clone()),
        deny_warnings: false,
        compress: false,
        commit: locale.commit.clone(),
        cache: true,
        now: locale.now,
        program: locale.program,
    })
}

fn build(matches: &ArgMatches, locale: &Locale) -> Result<build::Options, Diagnostic> {
    let linked = linked(matches, locale)?;
    let record = matches.get_flag("record");
    if record {
        // What such a build shows is not what is published.
        let other = [
            ("--drafts", linked.drafts),
            ("--at", linked.at.is_some()),
            ("--locked", matches.get_flag("locked")),
        ];
        if let Some((other, _)) = other.into_iter().find(|(_, is_given)| *is_given) {
            return Err(Diagnostic::new(&say::TOGETHER)
                .with("option", "--record")
                .with("other", other));
        }
    }
    Ok(build::Options {
        out: text(matches, "out").map_or_else(|| linked.out.clone(), PathBuf::from),
        force: matches.get_flag("force"),
        locked: !record,
        deny_warnings: text(matches, "deny").is_some(),
        compress: matches.get_flag("compress"),
        cache: !matches.get_flag("no-memory"),
        ..linked
    })
}

fn fmt(matches: &ArgMatches, locale: &Locale) -> Action {
    let site = matches.get_one::<String>("site");
    let paths = matches.get_many::<String>(OPERANDS).unwrap_or_default();
    Action::Fmt(fix::Options {
        site: site.map_or_else(|| ".".into(), PathBuf::from),
        from: locale.folder.clone(),
        paths: paths.map(PathBuf::from).collect(),
        base_url: locale.base_url.clone(),
        builtin: locale.program.builtin,
        check: matches.get_flag("check"),
    })
}

fn changes(matches: &ArgMatches, locale: &Locale) -> Result<Action, Diagnostic> {
    let Some(since) = text(matches, "since") else {
        return Err(Diagnostic::new(&say::NEEDED)
            .with("command", "changes")
            .with("option", "--since")
            .with("example", "rihla changes --since main"));
    };
    let preview = text(matches, "preview").map(|url| {
        let example = "--preview https://preview.example.org/42/";
        BaseUrl::parse(&url).ok_or_else(|| unfit(&url, "--preview", example))
    });
    Ok(Action::Changes(Box::new(changes::Request {
        preview: preview.transpose()?,
        build: build::Options {
            // As it would be published.
            locked: false,
            ..linked(matches, locale)?
        },
        path: locale.folder.join(&since),
        since,
    })))
}

fn remove(matches: &ArgMatches, locale: &Locale) -> Result<Action, Diagnostic> {
    let example = "rihla remove news/2017-06-02-caritas";
    let done = &catalogue::editorial::term::REMOVED;
    let id = editorial::one(matches, ("remove", *done), example)?;
    let site: PathBuf = text(matches, "site").unwrap_or_else(|| ".".into()).into();
    Ok(Action::Remove {
        options: Box::new(build::Options {
            out: build::default_out(&site),
            site,
            force: false,
            locked: true,
            drafts: false,
            waiting: false,
            at: None,
            base_url: text(matches, "base-url").or_else(|| locale.base_url.clone()),
            deny_warnings: false,
            compress: false,
            commit: None,
            cache: false,
            now: locale.now,
            program: locale.program,
        }),
        id: id.trim_matches('/').to_owned(),
        is_done: matches.get_flag("yes"),
    })
}

/// The words behind a command.
fn operands(matches: &ArgMatches) -> Vec<String> {
    let words = matches.get_many::<String>(OPERANDS).unwrap_or_default();
    words.cloned().collect()
}

fn init(matches: &ArgMatches, locale: &Locale) -> Result<Action, Diagnostic> {
    let [folder] = match <[String; 1]>::try_from(operands(matches)) {
        Ok(named) => named,
        Err(words) => {
            return Err(match words.get(1) {
                Some(word) => Diagnostic::new(&say::OPERAND).with("value", word),
                None => Diagnostic::new(&say::INIT_NEEDS).with("example", "rihla init site"),
            });
        }
    };
    let languages = text(matches, "languages");
    Ok(Action::Init(Box::new(start::Asked {
        folder: PathBuf::from(folder),
        name: text(matches, "name"),
        languages: languages.map(|languages| rihla_editorial::init::tags(&languages)),
        purpose: text(matches, "for"),
        url: text(matches, "url"),
        time_zone: locale.time_zone.clone(),
        options: linked(matches, locale)?,
        #[cfg(feature = "serve")]
        preview: match matches.get_flag("open") {
            true => Some(preview::first_preview(matches, locale)?),
            false => None,
        },
    })))
}

fn new(matches: &ArgMatches, locale: &Locale) -> Result<Action, Diagnostic> {
    let [collection, title] = match <[String; 2]>::try_from(operands(matches)) {
        Ok(named) => named,
        Err(words) => {
            let message = match words.len() {
                0 | 1 => &say::NEW_NEEDS,
                _ => &say::NEW_QUOTES,
            };
            let title = words.get(1..).unwrap_or_default().join(" ");
            let name = words.first().map_or("news", |name| &**name);
            let title = if title.is_empty() { "…" } else { &*title };
            return Err(
                Diagnostic::new(message).with("example", format!("rihla new {name} \"{title}\""))
            );
        }
    };
    let languages = text(matches, "lang").unwrap_or_default();
    Ok(Action::New {
        options: Box::new(linked(matches, locale)?),
        asked: New {
            collection,
            title,
            languages: rihla_editorial::init::tags(&languages),
            explained: true,
        },
        opens: matches.get_flag("open"),
    })
}

fn theme(matches: &ArgMatches, locale: &Locale) -> Result<Action, Diagnostic> {
    let words = operands(matches);
    let (first, files) = match words.split_first() {
        Some((first, files)) => (Some(&**first), files),
        None => (None, &[][..]),
    };
    match first {
        Some("eject") => Ok(Action::Eject {
            options: Box::new(linked(matches, locale)?),
            files: files.to_vec(),
        }),
        Some(word) => Err(Diagnostic::new(&say::OPERAND).with("value", word)),
        // What is said where nothing is asked.
        None => Ok(Action::ListTheme(Box::new(linked(matches, locale)?))),
    }
}

/// What is to be printed of the tables, and where.
fn reference(matches: &ArgMatches) -> Result<Action, Diagnostic> {
    let words = matches.get_many::<String>(OPERANDS).unwrap_or_default();
    let words: Vec<&str> = words.map(|word| &**word).collect();
    match words[..] {
        [part, folder] if reference::PARTS.contains(&part) => {
            Ok(Action::Reference(reference::Asked {
                part: part.to_owned(),
                folder: folder.into(),
            }))
        }
        _ => Err(Diagnostic::new(&say::VALUE)
            .with("value", words.join(" "))
            .with("option", "reference")
            .with("known", reference::PARTS.join(", "))),
    }
}

fn typeset(matches: &ArgMatches) -> Result<Action, Diagnostic> {
    let Some(lang) = matches.get_one::<String>("lang") else {
        return Err(Diagnostic::new(&say::NEEDED)
            .with("command", "typeset")
            .with("option", "--lang")
            .with("example", "rihla typeset --lang fr"));
    };
    let profile = match Profile::find(lang) {
        Ok(profile) => Some(profile),
        // Nothing is known of how it is set, so it stays as it is written.
        Err(_) if looks_like_language(lang) => None,
        Err(unknown) => {
            return Err(Diagnostic::new(&say::LANGUAGE)
                .with("value", lang)
                .with("known", unknown.known.join(", ")));
        }
    };
    Ok(Action::Typeset(typeset::Options {
        profile,
        rewrite: matches.get_flag("rewrite"),
        plain: matches.get_flag("plain"),
    }))
}
