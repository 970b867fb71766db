# `rihla changes --since` something that is not there.
since-unknown = “{ $value }” is no earlier state of this site: no folder of a site, no published folder, no list of what was written, and Git knows no such revision ({ $reason })
    .hint = name a revision, for instance main or v1.2, or a folder; in CI the whole history must have been fetched

# A revision, outside Git.
since-outside-git = “{ $value }” is no folder, and the site is in no repository of Git in which it could be a revision
    .hint = name the folder of an earlier state of the site, or that of the published site

# An earlier state with errors.
since-broken = the state “{ $value }” of the site has errors itself, the first in { $path } ({ $code }): there is nothing to compare with
    .hint = name a state of the site that could be built

# A file that is no manifest.
since-no-manifest = “{ $path }” is no list of what a build wrote
    .hint = name a file of .rihla whose name ends with manifest.json

# The folder that was named as the site is not there.
site-folder-missing = there is no folder “{ $path }”
    .hint = name the folder of the site with --site DIR

# The machine does not let a file or folder be read.
file-unreadable = “{ $path }” cannot be read: { $reason }

# A file is not what it was when the build began.
file-changed = “{ $path }” was changed while the site was being built
    .hint = run the command again once the file is saved or copied

# Lines of both sides of a merge.
merge-unfinished = this line was left by a merge that is not finished
    .hint = keep what is right of both sides and remove the lines <<<<<<<, ======= and >>>>>>>

# A text in an old encoding.
text-not-utf8 = this text is not saved in UTF-8: the accents of line { $line } cannot be read (it is probably in Latin-1 or Windows-1252)
    .hint = open it, choose “Save as”, and under “Encoding” choose UTF-8

# As [`NOT_UTF8`], for a file that is published as it is.
static-text-not-utf8 = this text is not saved in UTF-8, and visitors may see wrong accents from line { $line } on (it is probably in Latin-1 or Windows-1252)
    .hint = open it, choose “Save as”, and under “Encoding” choose UTF-8

# A text in UTF-16, which some editors call Unicode.
text-utf16 = this text is saved in UTF-16 (some programs call it “Unicode”), not in UTF-8
    .hint = open it, choose “Save as”, and under “Encoding” choose UTF-8

# A character that no text has.
text-nul = line { $line } contains a null character, which no text has: the file is damaged, or is not a text
    .hint = open it, choose “Save as”, and under “Encoding” choose UTF-8; or put back an earlier version

# A text larger than any text.
text-too-large = this text is too large: { $size } MB, and at most { $limit } MB are read
    .hint = divide it into several texts, or move what is not text (pictures, data) into files of their own

# A symbolic link that leads out.
symbolic-link-outside = this is a symbolic link that leads out of the site’s folder, or into a hidden folder; it is not followed
    .hint = put a copy of what it leads to in its place

# A hidden file among those that are published as they are.
file-hidden = a name that begins with a dot is not published, but for .well-known and .nojekyll
    .hint = take the dot away, or remove the file; what a server must know is in “hosting:” of content/site.yaml

# A symbolic link to a folder that contains it.
symbolic-link-loop = this is a symbolic link to a folder that contains it; it is not followed
    .hint = remove the link

# A symbolic link to nothing.
symbolic-link-broken = this is a symbolic link that leads nowhere
    .hint = remove the link, or put back what it leads to

# A device, a pipe, a socket.
not-a-file = this is neither a file nor a folder; it is left out

# Two names that differ in case alone.
names-differ-in-case = “{ $first }” and “{ $second }” differ only in capitals: on Windows and macOS they are one and the same
    .hint = rename or remove one of the two

# Two names that look the same.
names-look-the-same = two files or folders here have the same name “{ $first }”, with accents that are stored in two ways
    .hint = remove one of the two, or give it another name

# A name that is not Unicode.
name-not-unicode = the name of “{ $path }” has characters that cannot be read
    .hint = rename it, with letters, digits and hyphens

# A name that no address can have.
name-refused = the name “{ $name }” contains { $character }, which an address cannot have
    .hint = rename it, with letters, digits and hyphens

# A name that Windows does not accept.
name-windows = Windows does not accept the name “{ $name }”: colleagues who use it cannot get the site
    .hint = rename it, with letters, digits and hyphens

# A picture that tells where it was taken.
picture-position = this picture says where it was taken, to within a few metres: whoever gets a copy of the site’s files can read it, and find the people who are in the picture
    .hint = run rihla fmt, which takes hidden data out of pictures whose file is whole and leaves the pictures as they are; or export it again without its position (“remove properties” on Windows, “export without location” on macOS)

# As [`POSITION`], of a file out of which nothing is taken.
file-position = this file says where it, or a picture in it, was taken, to within a few metres: whoever gets a copy of it can read that, and find the people who are shown
    .hint = export it again without its position (“remove properties” on Windows, “export without location” on macOS): a picture as JPEG, a document from pictures that have no position any more

# A file without its end.
file-cut = the end of this file is missing, as where a download was broken off: nobody can open it whole
    .hint = put back the original

# A drawing with a script, among the files that are published as they are.
drawing-active = this drawing does more than draw ({ $removed }), and a file of the folder static is published as it is: a browser that opens it does what it says
    .hint = export it again as a plain drawing (in Inkscape: “Plain SVG”); or put it beside a text: there the site publishes what draws, and nothing else

# What Git LFS keeps in the place of a file.
file-pointer = this is not the file itself, but the note that Git LFS keeps in its place
    .hint = fetch the file: git lfs pull; in CI, check the repository out with LFS (with actions/checkout: lfs: true)

# A file of another kind than its name says.
file-mislabelled = by its name this is a file of the kind { $said }, but in truth it is { $found }
    .hint = rename the file “{ $wanted }”, and write the new name in the texts that name it; or put back the original
    .hint-2 = put back the original, or save it again as { $again }

# A picture of another kind than its name says.
picture-mislabelled = by its name this is a { $said } picture, but in truth it is { $found }
    .hint = rename the file “{ $wanted }”, and write the new name in the texts that show it
    .hint-2 = open the file and export it as { $said }

# Bytes that are no picture at all.
picture-damaged = by its name this is a { $said } picture, but no picture can be found in it: the file is empty, damaged or something else
    .hint = replace it with the original

# What stands at the other place of two names.
source-other-name = the other one is here

# A character of a name that cannot be shown.
source-control = an invisible control character

source-unseen = a sign that nobody sees

# The backslash.
source-backslash = a backslash (\)

# Why the machine refuses.
source-denied = there is no permission

# Why the machine refuses.
source-not-found = it is no longer there

# Why the machine refuses.
source-full = the disk is full

# Why the machine refuses.
source-read-only = the disk is read-only

# A kind of file that is told by name.
source-a-jpeg-xl = a JPEG XL picture, which most browsers do not show

# A kind of file that is told by name.
source-a-film = a film in MP4 or QuickTime

# What a file is that is empty.
source-nothing = empty

# What Git LFS keeps in the place of a file.
source-a-pointer = a note of Git LFS

# A kind of file that is told by name.
source-a-web-page = a web page, as a failed download leaves it

# A kind of file that is told by name.
source-a-packed = an archive (ZIP), or a document of Word, Excel, PowerPoint or LibreOffice

# A kind of file that is told by name.
source-an-office = an old document of Word, Excel or PowerPoint

# A kind of file that is told by name.
source-a-rich-text = a text in RTF

# A kind of file that is told by name.
source-a-webm = a film in WebM or Matroska

# A kind of file that is told by name.
source-an-mp3 = a recording in MP3

# A kind of file that is told by name.
source-an-ogg = a recording in Ogg

# A kind of file that is told by name.
source-a-png = a PNG picture

# A kind of file that is told by name.
source-a-jpeg = a JPEG picture

# A kind of file that is told by name.
source-a-gif = a GIF picture

# A kind of file that is told by name.
source-a-webp = a WebP picture

# A kind of file that is told by name.
source-an-avif = an AVIF picture

# A kind of file that is told by name.
source-a-heic = a HEIC picture (from an iPhone), which browsers do not show

# A kind of file that is told by name.
source-a-tiff = a TIFF picture, which browsers do not show

# A kind of file that is told by name.
source-an-svg = an SVG drawing

# A kind of file that is told by name.
source-a-pdf = a PDF document

# A kind of file that is told by name.
source-something-else = something else
