# What is not in the text after a paste. “{ $count }” is how often.
paste-pictures = { $count ->
    [one] { $count } picture was left out: save it on your computer, then add it with the button Picture
   *[other] { $count } pictures were left out: save them on your computer, then add them with the button Picture
 }
paste-recordings = { $count ->
    [one] { $count } sound or film was left out
   *[other] { $count } sounds or films were left out
 }
paste-formulas = { $count ->
    [one] { $count } formula was left out
   *[other] { $count } formulas were left out
 }
paste-frames = { $count ->
    [one] { $count } window on another page was left out
   *[other] { $count } windows on other pages were left out
 }
paste-fields = { $count ->
    [one] { $count } field or button of a form was left out
   *[other] { $count } fields or buttons of forms were left out
 }
paste-scripts = { $count ->
    [one] { $count } script was left out
   *[other] { $count } scripts were left out
 }
paste-links = { $count ->
    [one] { $count } link that leads to no page was left out, its words stay
   *[other] { $count } links that lead to no page were left out, their words stay
 }
paste-comments = { $count ->
    [one] { $count } comment in the margin was left out
   *[other] { $count } comments in the margin were left out
 }
paste-deletions = { $count ->
    [one] { $count } deletion that was being tracked has been carried out
   *[other] { $count } deletions that were being tracked have been carried out
 }
paste-merged-cells = { $count ->
    [one] { $count } merged cell was split: its words are in the first one
   *[other] { $count } merged cells were split: their words are in the first one of each
 }
paste-joined-lines = { $count ->
    [one] { $count } cell of a table had several paragraphs or lines: it has one line now
   *[other] { $count } cells of a table had several paragraphs or lines: each has one line now
 }
paste-underlining = { $count ->
    [one] { $count } underlined passage is underlined no more
   *[other] { $count } underlined passages are underlined no more
 }
paste-colours = { $count ->
    [one] { $count } passage has lost its colour
   *[other] { $count } passages have lost their colour
 }
paste-sizes = { $count ->
    [one] { $count } passage now has the size of the text
   *[other] { $count } passages now have the size of the text
 }
paste-raised = { $count ->
    [one] { $count } superscript or subscript is now on the line
   *[other] { $count } superscripts or subscripts are now on the line
 }
paste-rest = the text was too long: its end was left out
