# A new file whose name is taken.
write-exists = there is a file { $path } already; nothing was written over it

# The machine does not let a file or folder be written.
write-failed = “{ $path }” cannot be written: { $reason }
    .hint = once this is solved, run the command again: what was begun is then completed

# Another build has the lock.
build-running = another build is writing to the folder “{ $out }” at this moment
    .hint = wait until it is done, or write to another folder with --out DIR

# A folder with files of others.
output-foreign = the folder “{ $out }” already holds files that Rihla did not write, and a build would replace them
    .hint = write to another folder with --out DIR; or, if everything in it may be deleted, add --force

# A folder that must not be written in.
output-place = the site cannot be written to “{ $out }”: { $why }
    .hint = choose a folder of its own, such as public, with --out DIR

# A symbolic link in the folder that is written.
output-symbolic-link = “{ $path }” is a symbolic link, and Rihla does not write through one
    .hint = remove the link, or name the folder to which it leads with --out DIR

# A folder with foreign files where a file must be.
output-in-the-way = a file must be written at “{ $path }”, where there is a folder with files that Rihla did not write
    .hint = remove that folder or move it elsewhere

# A source that is another one than it was.
source-changed = “{ $path }” was changed since it was read, and was left as it is
    .hint = run the command again once the file is saved

# A source that lies elsewhere.
source-outside = “{ $path }” leads to a file outside the folders of the site, and was left as it is

# A path that would lead out of the folder, or that no host accepts.
output-path = “{ $path }” cannot be the path of a file of the site

# Two files with one path, or a file where a folder is needed.
output-twice = “{ $path }” and “{ $other }” cannot both be written

# Why a folder must not be written in.
write-is-a-file = it is a file

# Why a folder must not be written in.
write-is-site = it is the folder of the site itself

# Why a folder must not be written in.
write-holds-site = the folder of the site is inside it

# Why a folder must not be written in.
write-is-source = it belongs to what the site is made from

# Why a folder must not be written in.
write-no-name = it has no name of its own
