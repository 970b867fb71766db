# The page that `rihla check --format html` writes: a letter to the people who write the site.

report-title = What Rihla found in “{ $site }”
report-checked = On { $when }, Rihla checked this site: { $entries ->
    [one] one entry
   *[other] { $entries } entries
 } and { $pages ->
    [one] one page
   *[other] { $pages } pages
 }, the pages by { $rules } rules.
report-not-checked = On { $when }, Rihla read this site. It cannot be put together yet, so neither its languages nor its pages have been looked at: once the errors below are corrected, a new check will tell the rest.
report-nothing = Nothing needs to be corrected.

# How many of each weight there are, and what that means.
report-errors = { $count ->
    [one] One error: it is to be put right before the site is published.
   *[other] { $count } errors: they are to be put right before the site is published.
 }
report-warnings = { $count ->
    [one] One warning: this is probably not what you meant.
   *[other] { $count } warnings: these are probably not what you meant.
 }
report-advice = { $count ->
    [one] One piece of advice: a detail to tidy up, by which readers lose nothing.
   *[other] { $count } pieces of advice: details to tidy up, by which readers lose nothing.
 }

# Where there are many.
report-brief = What comes back often is explained twice. After that its place alone is given, and the code beside it leads to the explanation. To have each explained: { $command }

report-or = or
report-elsewhere = Not in a file
report-written-by = Written by Rihla { $version }. Where a code such as “link-signs” stands beside a place, the documentation explains it under that name.
