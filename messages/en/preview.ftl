preview-preview = Preview
preview-as-of = as it will be on { $day }
preview-with-drafts = drafts included
preview-languages = This page in each language
preview-missing = missing
preview-not-meant = not planned
preview-in-another = shown in { $language }
preview-draft = draft, kept offline
preview-draft-shown = draft, shown in this preview only
preview-shown-here = shown in this preview only
preview-from = online from { $day }
preview-until = offline since { $day }
preview-gone = taken offline for good
preview-unreviewed = not reviewed yet, kept offline
preview-waiting = ready, waits for the other languages
preview-in-work = translation in progress
preview-machine = machine translation, to be reviewed
preview-original = original
preview-up-to-date = translation up to date
preview-outdated = translation out of date
preview-incomplete = translation incomplete
preview-diverged = source and translation have both changed
preview-orphan = its source is not there
preview-source = Text
preview-shared = Shared fields
preview-template = Template
preview-elsewhere = { $count } on other pages
preview-more = and { $count } more
preview-beneath = Beneath is the page as it last was without errors. It changes as soon as the file is mended.
preview-nothing-yet = The site cannot be shown yet
preview-nothing-yet-text = As soon as the errors are mended, the page appears here by itself.
preview-line = line { $line }
preview-blocked = Kept offline for now
preview-stopped = The preview has stopped: start Rihla again, or “rihla serve” in a terminal.
preview-base = The site is at { $address }
preview-warning = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
 }
preview-advice = { $count ->
    [one] { $count } piece of advice
   *[other] { $count } pieces of advice
 }
preview-error = { $count ->
    [one] { $count } error to mend
   *[other] { $count } errors to mend
 }
