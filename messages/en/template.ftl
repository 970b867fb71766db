# A template or component that nothing looks for.
template-unused = nothing is drawn with this file: no collection has its name, no text asks for it, and no other template calls it
    .hint = call it, name it after what it draws, or remove it

# The template engine refuses a template.
template-syntax = the template cannot be read: { $detail }

# A template that comes back to itself by what it extends or includes.
template-circle = the template comes back to itself: { $way }
    .hint = a template cannot extend or include itself, not even by way of others: take one of these lines out

# A template that calls, extends or includes what does not exist.
template-unknown-name = the template uses something that does not exist: { $detail }
    .hint = did you mean “{ $nearest }”?

# The rendering of a page stopped.
template-render = the page { $page } cannot be drawn: { $detail }

# A template that would run without end, or nearly.
template-steps = the page { $page } takes more than { $limit } million steps to draw
    .hint = each round of a loop is a step: let the loops go over less, or one after the other instead of one inside another

# A template that would fill the memory.
template-size = the page { $page } makes a text of more than { $limit } MiB
    .hint = a text that is joined to itself, or written in a loop, grows quickly: do without it, or let the loop go over less

# A function or filter got an argument that it does not have.
template-argument = “{ $function }” has no argument “{ $argument }” (page { $page })
    .hint = did you mean “{ $nearest }”?
    .hint-2 = its arguments are: { $known }

# An argument is missing or of the wrong kind.
template-argument-value = the argument “{ $argument }” of “{ $function }” must be { $expected } (page { $page })

# A string has a place for a value that the template does not give.
template-string-value = the string “{ $key }” has a place for { $place }, and nothing is given for it: the page would show these signs (page { $page })
    .hint = give it after the key: t(key="{ $key }", { $name }=…)

# A name inside the site that does not exist, given to a function.
template-unknown-value = “{ $function }” was given “{ $value }”, which does not exist (page { $page })
    .hint = did you mean “{ $nearest }”?
    .hint-2 = there are: { $known }

# The template of pictures for sharing, or the drawing that it makes.
template-sharing = the pictures for sharing cannot be drawn: { $detail }
    .hint = templates/sharing.svg draws in SVG, with “title”, “lines”, “size”, “site”, “section”, “language”, “direction”, “anchor”, “start”, “width” and “height”, and without functions

# A filter got a value that it cannot write.
template-filter-value = “{ $function }” cannot write “{ $value }”; it needs { $expected } (page { $page })

# The page that was being drawn when a template failed.
template-page = while this was drawn
