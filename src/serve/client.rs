//! What runs in the browser: a module and a style sheet, written by hand.

/// The folder of what belongs to the preview and not to the site.
pub const FOLDER: &str = "/_rihla/";

/// Where the browser is told of changes.
pub const EVENTS: &str = "/_rihla/events";

/// Where a page of this machine that knows the key enters the preview.
pub const ENTER: &str = "/_rihla/enter/";

/// What is added to the head of a page.
pub const HEAD: &str = "<meta name=\"robots\" content=\"noindex\">\n\
    <script type=\"module\" src=\"/_rihla/preview.js\"></script>\n";

/// The style sheet of toolbar and errors.
pub const STYLE: &str = "<link rel=\"stylesheet\" href=\"/_rihla/preview.css\">";

/// A file of [`FOLDER`] by its path: media type and text.
pub fn file(path: &str) -> Option<(&'static str, &'static str)> {
    match path.strip_prefix(FOLDER)? {
        "preview.js" => Some((
            "text/javascript; charset=utf-8",
            include_str!("assets/preview.js"),
        )),
        "preview.css" => Some((
            "text/css; charset=utf-8",
            include_str!("assets/preview.css"),
        )),
        _ => None,
    }
}
