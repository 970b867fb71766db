changes-colon = :
changes-what-this-change-does-to-the = What this change does to the site
changes-added = Added
changes-changed = Changed
changes-moved = Moved
changes-removed = Removed
changes-facts-data-pictures-and-files = Facts, data, pictures and files
changes-not-online-yet = Not online yet
changes-translations-that-this-change-makes-stale = Translations that this change makes stale
changes-new = new
changes-thing-changed = changed
changes-thing-removed = removed
changes-no-page-shows-it = ; no page shows it
changes-was-shown-by = ; was shown by:{" "}
changes-shown-by = ; shown by:{" "}

changes-redrawn = { $count ->
    [one] { $count } further page is
   *[other] { $count } further pages are
 } drawn anew (lists, menus).
changes-stale = changed in { $changed }, not in { $unchanged }
changes-none = No page changes since `{ $since }`.
changes-more = { $count } more
