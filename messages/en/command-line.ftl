remove-deleted = Deleted
remove-changed = Changed
remove-pictures-made-of-it-deleted = Pictures made of it, deleted
remove-to-be-deleted = To be deleted
remove-to-be-changed = To be changed
remove-pictures-made-of-it-to-be = Pictures made of it, to be deleted
remove-nothing-uses-these-files-any-more = Nothing uses these files any more; they stay, since they lie elsewhere
remove-addresses-that-will-answer-gone-and = Addresses that will answer “gone”, and that caches and networks must forget
remove-other-addresses-that-caches-and-networks = Other addresses that caches and networks must forget
editorial-block = block “{ $name }”
editorial-paragraph = paragraph
editorial-new = new
editorial-removed = removed
editorial-changed = changed
editorial-colon = :
build-reading = reading
build-pages = pages
build-pictures = pictures
check-links = other sites
build-writing = writing
help-explains-the-command = explains the command
help-usage = Usage:
help-options = Options
help-commands = Commands
help-command = COMMAND
help-prints-the-version = prints the version
help-arguments = Arguments
about = Turns Markdown and YAML into a website in several languages
value-dir = DIR
option-site = the folder of the site (this folder where nothing is said)
option-messages = the language of the messages (that of the machine where nothing is said)
option-format = how messages are printed: for a person, one JSON object a line, or as annotations of GitHub
option-quiet = prints errors and warnings only
option-drafts = shows drafts too
value-date = DATE
option-at = shows the site as of the end of that day, such as 2026-12-01, or of that hour, such as 2026-12-01T18:00
value-url = URL
option-base-url = the address of the site, in place of base_url (also RIHLA_BASE_URL)
value-entry = ENTRY
operand-entry = an entry, such as news/2017-06-02-caritas or caritas, one of its files, its address or its title
value-tag = TAG
option-to = the language of the translation, such as en
option-from = the language of the original, where that is not known
value-warnings = warnings
option-deny = fails where there are warnings
option-all = prints each message, however many there are (more than a screenful are grouped)
command-build = writes the site to public/
command-build-out = the folder that is written (public in the folder of the site)
command-build-force = empties a folder that Rihla did not make
command-build-record = adds the new addresses to urls.lock: where the site is published
command-build-locked = adds no address to urls.lock, which is also so where nothing is said
command-build-compress = writes compressed files (.gz, .br) beside those of text, for servers that send them
command-build-explain = says of each page that is rendered why it is
command-build-no-memory = renders every page, whether it has changed or not
command-build-deny = refuses to write a site with warnings
command-check = checks everything that a build checks, the built pages, whether the languages say the same, and the terms; writes no site
command-check-format = how the result is printed: for a person, one JSON object a line, as annotations of GitHub, as SARIF for code scanning, or as a page to pass on
command-check-changed-since = tells only what concerns the pages and files that are others than at this revision of Git, or in this folder of a site: for the review of a change
command-check-sample = prints one address for each template, language and state of a page, for tools that need a browser; checks no page
command-check-external = also follows the links to other sites, few at a time, and remembers for some days what answered
command-check-spelling = also looks the words up in the dictionaries of the system
command-changes = lists the pages that a change adds, changes, moves and removes, as Markdown or JSON
value-revision-folder = REVISION|FOLDER
value-revision-folder-file = REVISION|FOLDER|FILE
command-changes-preview = the address where the change can be looked at: each page is linked to its own there
command-changes-since = the earlier state: a revision of Git, a folder of a site or a published one, or a manifest of .rihla
command-serve = shows the site while it is being written
command-serve-open = opens the browser
value-number = NUMBER
command-serve-port = the port (4000, or the next one that is free)
value-address = ADDRESS
command-serve-host = the address to listen at (127.0.0.1: this machine alone)
value-name = NAME
command-serve-allow-host = a host name under which a proxy hands on what it was asked, such as preview.example.org; may be repeated
value-name-link = NAME|LINK
command-serve-editor = what opens files: vscode (where nothing is said), vscodium, zed, idea, textmate, none, or a link with PATH, LINE and COL
command-serve-poll = looks at the files every second instead of being told of changes: for network drives
command-typeset = sets the lines of standard input as the site would, on standard output
value-language = LANGUAGE
command-typeset-lang = the language of the lines: fr, fr-CA, en, en-GB-oxendict, or eu for French as the European Union sets it
command-typeset-rewrite = corrects letters too: 2 Juin becomes 2 juin, 2ème becomes 2e
command-typeset-plain = writes plain text: no letter is marked as raised
command-fmt = mends the sources of the site: YAML, spelling, spaces; nothing else changes
value-path = PATH
operand-path = files or folders of the content (all of it where none is named)
command-fmt-check = writes nothing, shows what would change, and fails if something would
command-status = tells what is missing, out of date, held back and why, in each language
command-status-language = only this language, such as en
command-status-collection = only this collection, such as news
value-states = STATES
command-status-state = only these states, such as missing,outdated
command-status-fail-on = fails if a text is in one of these states, such as missing,outdated
command-status-format = a table for a person, data, or a page for the team
command-status-all = shows also what needs nothing
command-status-next-build = prints only the next moment at which a build would change the site
command-translate = begins the translation of an entry, with everything in its place
command-translate-with-source = puts the source before each paragraph, as a comment that is never published
command-diff = shows what has changed in the source since the translation was made
command-accept = says that a translation is right, and notes it
command-accept-minor = the change of the source needs none in the translation
command-accept-as-is = what the translation lacks, or says in the words of its source, is meant
command-accept-reviewed = notes what says “state: reviewed”, for the machine that publishes
command-accept-all = takes every translation of which nothing is known to be right, where a site begins
command-remove = takes an entry away, and says what must forget it; lists first, and does it with --yes
command-remove-yes = removes what was listed
command-theme = the theme: where its files come from, copies of those to change

# What a command found.
found = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
 }, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
 }{ $advice ->
    [0] {""}
    [one] , { $advice } piece of advice
   *[other] , { $advice } pieces of advice
 }
build-written = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 }: { $written ->
    [one] { $written } file
   *[other] { $written } files
 } written, { $unchanged } unchanged, { $removed } removed. { $found }.
build-not-written = The site was not written: { $found }.
build-waiting = { $count ->
    [one] { $count } text waits
   *[other] { $count } texts wait
 }: rihla status
build-unrecorded = { $count ->
    [one] { $count } address is
   *[other] { $count } addresses are
 } not in urls.lock yet: rihla build --record, where the site is published
build-noindex = Search engines are asked to leave this site out: it is a trial. What is published is built with --record

check-not-done = Neither the languages nor the pages were looked at: { $found }. Correct the errors, and run “rihla check” again.

check-done = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
 } and { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 } checked, the pages by { $rules } rules: { $found }.
check-person = A person alone can judge whether the words of pictures say what matters in them, whether titles announce what follows, whether the text is understood, and whether the pages can be used with a keyboard and a screen reader.

fmt-nothing = Nothing to correct.
fmt-done = { $corrections ->
    [one] { $corrections } correction
   *[other] { $corrections } corrections
 } in { $files ->
    [one] { $files } file
   *[other] { $files } files
 }.
fmt-to-do = { $corrections ->
    [one] { $corrections } correction
   *[other] { $corrections } corrections
 } to be made in { $files ->
    [one] { $files } file
   *[other] { $files } files
 }. Run “rihla fmt” to write them.
fmt-more = … and { $count } more [{ $code }] (--all prints each)

preview-reading = reading the site…
preview-listening = preview: { $address } (Ctrl-C ends it)
preview-read = read in { $took } ms: { $found }.
preview-ended = the preview has ended.

remove-done = { $id } was removed. Build and publish the site, then have the addresses below forgotten.
remove-to-do = Nothing has been removed yet. This is what would go; to do it: rihla remove { $id } --yes
remove-history = Git still holds these files (revisions: { $count }): whoever has a copy of the repository can read them. To take them out of its history, ask whoever looks after the repository to run:

next-build-never = Nothing changes by itself.
translate-behind = { $id } exists in { $language } already, but its source has changed since: “rihla diff { $id }” shows how. Bring that over, then: rihla accept { $id } --to { $tag }.
translate-complete = { $id } exists in { $language } already, and lacks nothing.
translate-online = The translation is online and stays as it is: what it lacks was added in comments. Translate it, take the marks of the comments away, then: rihla accept { $id } --to { $tag }.
translate-begun = Translate it, then: rihla accept { $id } --to { $tag }. Until then, it is a draft.
accept-noted = { $id }: { $to }, from { $from }
accept-nothing = Nothing to note.
accept-done = { $count ->
    [one] { $count } translation
   *[other] { $count } translations
 } noted as right; { $files ->
    [one] { $files } file
   *[other] { $files } files
 } changed.
diff-none = { $name } has no translation that is noted.
diff-same = { $id }: the { $source } text has not changed since the { $own } version was made.
diff-changed = { $id }: what has changed in the { $source } text since the { $own } version was made
diff-next = When the translation says the same: rihla accept { $id } --to { $tag }
command-new = begins an entry: its files, with each field explained
command-new-lang = the languages in which it is begun, with commas between them (the first of the site where nothing is said)
command-new-open = opens the files that were written
value-collection-title = COLLECTION "TITLE"
operand-collection-title = the collection (“pages” for a page of its own), and the title between quotation marks
new-draft = Not online as long as this line stands here: take it away when the text is ready.
new-required = required
new-optional = optional
new-several = several, between square brackets
new-at-most = at most { $count } characters
new-done = { $count ->
        [one] The file is ready to be written in.
       *[other] The files are ready to be written in.
    }
value-name-of-file = eject FILE
operand-theme = eject: copies files of the default theme into the site’s, to change them (all of them where none is named)
command-theme-list = says where each file of the theme comes from, and which originals have changed since they were copied
theme-origin-program = from the program
theme-origin-same = in the site, as in the program
theme-origin-replaced = replaced by the site
theme-origin-behind = replaced by the site; the original has changed since
theme-origin-unknown = replaced by the site; what it was copied from is not noted
theme-origin-merged = added to by the site
theme-nothing = nothing to copy: all files are there already
value-tags = TAGS
command-init = begins a site: asks what it needs to know, or takes it from the options
command-init-name = the name of the organisation
command-init-languages = the codes of the languages with commas between them, the writer’s first
command-init-for = what the site is for: mission, municipality, association, documentation
command-init-url = where it will be published
command-init-open = shows the site in the browser when it is there
operand-init = the folder in which the site is begun
init-ask-name = What is the organisation called?
init-ask-languages = In which languages? (codes with spaces between them; the first is yours)
init-ask-for = What is the site for?
init-ask-url = At which address will it be published? (leave it empty if you do not know yet)
init-for-mission = Mission: an international organization or an NGO: news, programmes, partners, publications, vacancies, pages of help
init-for-municipality = Municipality: services, opening hours, news, events, council documents, urgent notices
init-for-association = Association: news, projects, meetings, team, membership
init-for-documentation = Documentation: a guide in chapters, frequently asked questions, release notes
init-again = This is not understood. Write the number, or the word.
init-done = The site is ready: { $count } files.
    To write it in the browser: rihla edit --site { $folder }
    To see it without writing: rihla serve --open --site { $folder }
init-unwritten = Rihla has no texts in { $languages } yet: pages appear in it as you write them, and what is missing is shown in { $other }.
new-between = {"; "}
command-schema = writes what editors need to complete and explain the fields of this site
command-schema-guide = prints the fields of the site as a page in this language instead, in HTML
guide-title = { $site }: what can be written
guide-intro = Each part of the site has fields of its own. They stand at the head of a text, between two lines of three hyphens, or in a file of YAML.
guide-pages = Pages
guide-every = In every entry
guide-every-intro = These may stand in each entry of each part.
guide-field = Field
guide-value = Value
guide-about = What it is for
guide-localized = in each language
command-doctor = looks at the site and at this machine, and says in plain words what is wrong and how to put it right
doctor-well = well
doctor-more = (and { $count } more)
doctor-all-well = All is well.
doctor-site = the site can be read
doctor-names = names of files
doctor-encodings = encodings of texts
doctor-lfs = files kept by Git LFS
doctor-plurals = words of the theme in each language
doctor-settings = settings that this program knows
doctor-line-ends = ends of lines
doctor-line-ends-found = { $count ->
        [one] the lines of { $path } end in two ways, so that it will look changed all over when another editor saves it
       *[other] the lines of { $count } texts end in two ways, { $path } first, so that they will look changed all over when another editor saves them
    }
doctor-line-ends-help = save it with the ends of lines of your editor’s choice (LF); a line “* text=auto eol=lf” in .gitattributes keeps it so
doctor-theme = copies of files of the theme
doctor-theme-found = { $count ->
        [one] the program has a newer original of { $files }
       *[other] the program has newer originals of { $count } files: { $files }
    }
doctor-theme-help = compare your copy in themes/{ $theme } with what “rihla theme eject” writes into an empty site, take over what you want, and note it by copying again
doctor-writable = files can be written
doctor-writable-found = nothing can be written in the folder of the site
doctor-writable-help = give yourself the right to write in it, or copy the site elsewhere
doctor-space = space on the disk
doctor-space-found = { $megabytes } MB are left on the disk
doctor-space-help = make room: a build writes the new site beside the old one
doctor-clock = the clock
doctor-clock-found = a file of the site was saved { $minutes } minutes in the future of this machine’s clock
doctor-clock-help = set the clock of the machine: what goes online, and when, depends on it
doctor-watches = folders that the preview may watch
doctor-watches-found = the system lets { $limit } folders be watched, and this site needs about { $wanted }
doctor-watches-help = start the preview with --poll, or raise fs.inotify.max_user_watches
doctor-git = Git
doctor-git-found = git cannot be run here
doctor-git-help = it is needed for “rihla changes --since” and for publishing, and for nothing else
doctor-dictionaries = Dictionaries
doctor-dictionaries-found = no dictionary for { $languages }
doctor-dictionaries-help = only “rihla check --spelling” needs them. Debian, Ubuntu: apt install { $packages }. macOS, Windows: take the .aff and .dic files of the language from LibreOffice, put them in a folder of the site, and name it in site.yaml: spelling: {"{"}dictionaries: FOLDER{"}"}
doctor-check = “rihla check” shows each place with its line
command-reference = writes the reference of the program, its manual pages or the completions of shells
value-part-dir = PART DIR
operand-reference = pages, man or completions, and the folder to write them to
command-edit = opens the desk, where the site is written in the browser
command-edit-port = the port (4100, or the next one that is free)
command-edit-no-open = does not open the browser: the address is printed
