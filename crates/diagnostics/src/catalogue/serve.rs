//! What the preview says of itself.

messages! {
    /// The port is taken, and another one is used.
    PORT_TAKEN: Warning "port-taken";
    /// No port is free.
    NO_PORT: Error "no-port";
    /// The machine does not let the preview listen there.
    LISTEN: Error "no-listening";
    /// `--host` opens the preview to a network.
    OPEN_TO_ALL: Warning "preview-open";
    /// The table of inotify is full.
    WATCHES_FULL: Warning "watches-full";
    /// The folders cannot be watched for another reason.
    NO_WATCH: Warning "no-watch";
    /// `--open` without a browser.
    NO_BROWSER: Warning "no-browser";
    /// A panic while the site was read or a page drawn.
    PANIC: Error "preview-failed";
    /// A new site without a name.
    START_NAME: Error "start-needs-name";
    /// A folder that is not that of a site.
    START_NO_SITE: Error "start-site-lacking";
    /// A new site in a folder that is not there.
    START_NO_FOLDER: Error "start-folder-lacking";
    /// A new site of which nobody said what it is for.
    START_PURPOSE: Error "start-needs-purpose";
    /// A change that cannot be taken back: a file is not what it became then.
    DESK_CHANGED: Error "desk-changed-since";
    /// A drawing that does something in a browser.
    DESK_DRAWING: Error "desk-drawing-active";
    /// A file of a kind that is not put with an entry.
    DESK_FILE_KIND: Error "desk-file-kind";
    /// A file that is not what its name says.
    DESK_FILE_FALSE: Error "desk-file-false";
    /// An entry that is being written in another page.
    DESK_ELSEWHERE: Error "desk-typed-elsewhere";
    /// A form that was made from files which nobody remembers.
    DESK_STALE: Error "desk-form-stale";
    /// An entry that cannot be taken away, since others lead to it.
    DESK_NEEDED: Error "desk-entry-needed";
    /// A step of the history that is not there.
    DESK_NO_STEP: Error "desk-no-step";
    /// Something is asked of an entry of which not all is saved.
    DESK_UNSAVED: Error "desk-text-unsaved";
    /// A picture that cannot be read to its end.
    DESK_PICTURE_CUT: Error "desk-picture-damaged";
    /// A picture in a form that browsers do not show.
    DESK_PICTURE_KIND: Error "desk-picture-kind";
}
