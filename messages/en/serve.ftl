# The port is taken, and another one is used.
port-taken = port { $port } is taken by another program, so the preview is on port { $used }

# No port is free.
no-port = no port from { $port } to { $last } is free
    .hint = name another one with --port

# The machine does not let the preview listen there.
no-listening = the preview cannot be offered at { $address }: { $reason }
    .hint = leave out --host to offer it to this machine alone, or name another port with --port

# `--host` opens the preview to a network.
preview-open = the preview can be read by every machine that reaches this one, drafts and all
    .hint = leave out --host to offer it to this machine alone

# The table of inotify is full.
watches-full = this machine watches no more folders for changes, so the preview looks at the files itself every second
    .hint = to be told at once again, raise the limit: sudo sysctl fs.inotify.max_user_watches=524288, then start the preview anew

# The folders cannot be watched for another reason.
no-watch = the folders cannot be watched for changes ({ $reason }), so the preview looks at the files itself every second

# `--open` without a browser.
no-browser = no browser could be opened: { $reason }
    .hint = open { $address } yourself

# A panic while the site was read or a page drawn.
preview-failed = Rihla made a mistake of its own while it drew this: { $detail }
    .hint = the preview goes on; please report it with the file that you just changed

start-needs-name = give the new site a name
    .hint = that of your organisation, for example
start-site-lacking = “{ $folder }” is not the folder of a site
    .hint = choose the folder that holds “content”, where site.yaml is

start-folder-lacking = there is no folder “{ $folder }”
    .hint = choose one that is there: the site gets its own inside

start-needs-purpose = say what the site is for

desk-changed-since = the file “{ $path }” has changed since: this cannot be undone from here any more
    .hint = open the text and change it by hand

desk-no-step = there is nothing of that number in the history any more

desk-text-unsaved = this text is not saved yet
    .hint = save it first

desk-picture-damaged = “{ $name }” is damaged, or is no picture
    .hint = open it on your computer and save it again as JPEG or PNG

desk-picture-kind = “{ $name }” cannot be shown in a browser: it is { $found }
    .hint = save it as JPEG or PNG, then drop it again

desk-form-stale = this page shows an older state of the text
    .hint = open it again

desk-entry-needed = “{ $title }” cannot be deleted: other texts lead to it or name it
    .hint = take it out of these first: { $rows }

desk-drawing-active = “{ $name }” is no mere drawing: it holds a program, or fetches something from elsewhere
    .hint = ask whoever made it for a PNG picture

desk-file-kind = a file such as “{ $name }” cannot go with a text
    .hint = what can: pictures, and { $known }

desk-file-false = “{ $name }” is not a { $kind } file, whatever its name says
    .hint = open it in the program that made it and save it in that format, then drop it again

desk-typed-elsewhere = this text is being written in another page of the desk, which is not saved yet
    .hint = save in the other page, or go on here; what you have just written is kept in this browser
