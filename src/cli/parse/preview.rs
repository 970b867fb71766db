//! Arguments that become options of a preview: of `rihla serve`, of a site that was just begun, of the start
//! page.

use clap::ArgMatches;

use super::{Locale, linked, operands, text, unfit};
use rihla_build as build;
use rihla_diagnostics::Diagnostic;
use rihla_serve as serve;
use rihla_serve::editor::Editor;
use rihla_serve::presence::Presence;

/// Where nothing is said.
const PORT: u16 = 4000;
#[cfg(feature = "desk")]
const DESK_PORT: u16 = 4100;
const HOST: &str = "127.0.0.1";
const EDITOR: &str = "vscode";

/// `rihla serve`.
pub(super) fn serve(matches: &ArgMatches, locale: &Locale) -> Result<serve::Options, Diagnostic> {
    let build = linked(matches, locale)?;
    let port = match text(matches, "port") {
        None => PORT,
        Some(port) => port
            .parse()
            .map_err(|_| unfit(&port, "--port", "--port 4000"))?,
    };
    let editor = text(matches, "editor").unwrap_or_else(|| EDITOR.to_owned());
    let preview = preview(build, &editor, matches, locale)?;
    let allow_hosts = matches.get_many::<String>("allow-host").unwrap_or_default();
    let allow_hosts: Vec<String> = allow_hosts.cloned().collect();
    // A name, and nothing that stands around one in an address.
    let is_name = |host: &&String| {
        let character =
            |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-');
        !host.is_empty() && host.chars().all(character)
    };
    if let Some(host) = allow_hosts.iter().find(|host| !is_name(host)) {
        let example = "--allow-host preview.example.org";
        return Err(unfit(host, "--allow-host", example));
    }
    Ok(serve::Options {
        allow_hosts,
        host: text(matches, "host").unwrap_or(preview.host),
        port,
        open: matches.get_flag("open"),
        poll: matches.get_flag("poll"),
        ..preview
    })
}

/// `rihla edit`.
#[cfg(feature = "desk")]
pub(super) fn edit(
    matches: &ArgMatches,
    locale: &Locale,
) -> Result<serve::desk::Options, Diagnostic> {
    let base = preview(linked(matches, locale)?, EDITOR, matches, locale)?;
    let port = match text(matches, "port") {
        None => DESK_PORT,
        Some(port) => port
            .parse()
            .map_err(|_| unfit(&port, "--port", "--port 4100"))?,
    };
    Ok(serve::desk::Options {
        port,
        open: !matches.get_flag("no-open"),
        poll: matches.get_flag("poll"),
        ..desk(base)
    })
}

/// The desk of a site of which this is the preview.
#[cfg(feature = "desk")]
fn desk(preview: serve::Options) -> serve::desk::Options {
    serve::desk::Options {
        build: preview.build,
        root: preview.root,
        clock: preview.clock,
        port: DESK_PORT,
        open: false,
        messages: preview.messages,
        languages: preview.languages,
        poll: preview.poll,
        editor: preview.editor,
        presence: preview.presence,
    }
}

/// The preview of a site that was just begun.
pub(super) fn first_preview(
    matches: &ArgMatches,
    locale: &Locale,
) -> Result<serve::Options, Diagnostic> {
    let folder = operands(matches).into_iter().next().unwrap_or_default();
    let build = build::Options {
        site: folder.into(),
        ..linked(matches, locale)?
    };
    Ok(serve::Options {
        open: true,
        ..preview(build, EDITOR, matches, locale)?
    })
}

/// A preview as it is where nothing is said; the editor is named as `--editor` does it.
fn preview(
    build: build::Options,
    editor: &str,
    matches: &ArgMatches,
    locale: &Locale,
) -> Result<serve::Options, Diagnostic> {
    // Where there is no such folder, reading it will say so.
    let root = std::path::absolute(&build.site).unwrap_or_else(|_| build.site.clone());
    let Some(editor) = Editor::parse(editor, root.clone()) else {
        let example = "--editor vscode://file/PATH:LINE:COL";
        return Err(unfit(editor, "--editor", example));
    };
    Ok(serve::Options {
        allow_hosts: Vec::new(),
        build: build::Options {
            out: build::default_out(&root),
            site: root.clone(),
            waiting: true,
            ..build
        },
        root,
        clock: jiff::Timestamp::now,
        host: HOST.to_owned(),
        port: PORT,
        open: false,
        editor,
        languages: locale.messages.english(),
        messages: text(matches, "messages").and_then(|word| locale.messages.named(&word)),
        poll: false,
        entrance: None,
        presence: Presence::default(),
    })
}

/// The start page, which begins where the program was started, or in the person's own folder where that
/// says nothing.
pub(super) fn first_page(
    matches: &ArgMatches,
    locale: &Locale,
) -> Result<serve::start::Options, Diagnostic> {
    let build = linked(matches, locale)?;
    let base = preview(build.clone(), EDITOR, matches, locale)?;
    let own = std::env::current_exe().ok();
    let own = own.as_deref().and_then(std::path::Path::parent);
    let says_nothing = locale.folder.parent().is_none() || own == Some(&*locale.folder);
    let folder = match &locale.home {
        Some(home) if says_nothing => home.clone(),
        _ => locale.folder.clone(),
    };
    let settings = locale.settings.as_ref();
    Ok(serve::start::Options {
        known: serve::start::sites::Known {
            file: settings.map(|settings| settings.join("rihla/sites.txt")),
        },
        folder,
        home: locale.home.clone(),
        messages: locale.messages,
        time_zone: locale.time_zone.clone(),
        build,
        presence: base.presence.clone(),
        #[cfg(feature = "desk")]
        desk: {
            let base = base.clone();
            Box::new(move |site| desk(of_site(&base, site)))
        },
        preview: Box::new(move |site| of_site(&base, site)),
    })
}

/// A preview of another site.
fn of_site(preview: &serve::Options, site: &std::path::Path) -> serve::Options {
    let root = std::path::absolute(site).unwrap_or_else(|_| site.to_owned());
    serve::Options {
        build: build::Options {
            out: build::default_out(&root),
            site: root.clone(),
            ..preview.build.clone()
        },
        editor: Editor::parse(EDITOR, root.clone()).unwrap_or_else(|| preview.editor.clone()),
        root,
        ..preview.clone()
    }
}
