# Why a text is not online. What ends in “-version” ends a sentence on a version: “which …”.

blocked-draft = a draft
blocked-draft-version = is a draft
blocked-from = goes online on { $day }
blocked-from-version = goes online on { $day }
blocked-until = was taken offline on { $day }
blocked-until-version = was taken offline on { $day }
blocked-gone = was taken offline for good
blocked-gone-version = was taken offline for good
blocked-unreviewed = has not been reviewed
blocked-unreviewed-version = has not been reviewed
blocked-waits = waits for its { $version } version, which { $why }
blocked-both = { $first }; { $second }

# What a state keeps a version from.
blocked-missing = is missing
blocked-translation = is being translated
blocked-machine = was made by a machine and is to be reviewed
blocked-incomplete = is incomplete
blocked-incomplete-version = is incomplete
blocked-outdated = is out of date
blocked-not-ready = is not ready
blocked-not-ready-version = is not ready

# A day with its hour; “time” is as in 09:05, “minutes” has two digits.
blocked-moment = { $day } at { $time }
blocked-moment-at = { $day } at { $time } in { $place }
