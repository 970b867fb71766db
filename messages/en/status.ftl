status-entry = entry
status-colon = :{" "}
status-title = title
status-notes = notes
status-semicolon = ;{" "}
status-where-the-translations-stand = Where the translations stand
status-day-colon = :{" "}
status-heading-entry = Entry

status-refused = refused by a check: { $error }
status-as-it-is = is online as it is
status-due = to be read again by { $day }
status-left-out = Entries that need nothing: { $count }.
status-left = { $count ->
    [one] { $count } entry needs nothing; --all shows it.
   *[other] { $count } entries need nothing; --all shows them.
 }
status-errors = The site cannot be built until { $count ->
    [one] { $count } error is
   *[other] { $count } errors are
 } mended: “rihla build” shows where.

# The states of a translation: in a table, and as a filter takes them.
status-original = original
status-up-to-date = up to date
status-outdated = out of date
status-incomplete = incomplete
status-missing = missing
status-draft = draft
status-machine = machine, to review
status-diverged = diverged
status-unverified = unverified
status-orphan = orphan
filter-original = original
filter-up-to-date = up-to-date
filter-outdated = outdated
filter-incomplete = incomplete
filter-missing = missing
filter-draft = draft
filter-machine = machine
filter-diverged = diverged
filter-unverified = unverified
filter-orphan = orphan

# What a state means, and what to do about it.
advice-diverged = the source has changed, and the translation too: read both, then “rihla accept ID”
advice-outdated = the source has changed: “rihla diff ID” shows how, “rihla accept ID” says that the translation is right again
advice-incomplete = a text or a field of the source is missing in it: “rihla translate ID --to LANGUAGE” adds it
advice-missing = nobody has translated it: “rihla translate ID --to LANGUAGE” begins
advice-machine = a machine translated it: read it, then “rihla accept ID”
advice-draft = somebody is translating it; “rihla accept ID” when it is right
advice-orphan = the text from which it was translated is not there
advice-unverified = nothing is noted of the translation, and nothing is held back for it; “rihla accept ID” notes it
advice-nothing = nothing to do
