//! What is wrong with a text in Markdown.

messages! {
    /// Raw HTML that is not on the list.
    RAW_ELEMENT: Warning "html-removed" {
        en "“<{tag}>” is removed from the text"
        fr "« <{tag}> » est retiré du texte"
        hint { en "write instead, with the address at which it is watched: {directive}"
               fr "écrivez plutôt, avec l’adresse où on la regarde : {directive}" }
        hint { en "write it in Markdown: {instead}" fr "écrivez-le en Markdown : {instead}" }
        hint { en "write it in Markdown, or leave it out" fr "écrivez-le en Markdown, ou laissez-le de côté" }
    }
    /// `<Nom du ministre>`: words that are read as HTML.
    RAW_WORDS: Error "html-words" {
        en "“<{tag}>” is read as HTML: the page does not show these words"
        fr "« <{tag}> » est lu comme du HTML : la page ne montre pas ces mots"
        hint { en "to show these signs in the text, write: {signs}" fr "pour montrer ces signes dans le texte, écrivez : {signs}" }
    }
    /// `<object>mots</object>`: HTML that is removed with the words in it.
    RAW_LOST: Error "html-words-removed" {
        en "“<{tag}>” is removed from the text, and the words in it too"
        fr "« <{tag}> » est retiré du texte, et les mots qu’il contient aussi"
        hint { en "write these words without “<{tag}>”, or a drawing as a picture: ![…](….svg)"
               fr "écrivez ces mots sans « <{tag}> », ou un dessin comme une image : ![…](….svg)" }
    }
    /// HTML that Markdown can say.
    HTML_MARKDOWN: Advice "html-markdown" {
        en "this HTML is read as the Markdown that says the same"
        fr "ce HTML est lu comme le Markdown qui dit la même chose"
        hint { en "“rihla fmt” writes it" fr "« rihla fmt » l’écrit" }
    }
    /// Markdown directly below HTML.
    HTML_BELOW: Advice "html-below" {
        en "this line is directly below HTML: it is read as if an empty line stood between"
        fr "cette ligne suit directement du HTML : elle est lue comme si une ligne vide les séparait"
        hint { en "put an empty line before it; “rihla fmt” writes it" fr "mettez une ligne vide avant elle ; « rihla fmt » l’écrit" }
    }
    /// `<st1:place>`, `<![if !supportLists]>`: what a word processor writes around words.
    WORD_TAGS: Advice "word-tags" {
        en "“{tags}” is left over from a word processor: the page does not show it"
        fr "« {tags} » est un reste du traitement de texte : la page ne le montre pas"
        hint { en "remove these signs, and keep the words between them; “rihla fmt” does it"
               fr "supprimez ces signes et gardez les mots qu’ils entourent ; « rihla fmt » le fait" }
    }
    /// `&nbsp;` alone between empty lines, `<p></p>`.
    PARAGRAPH_EMPTY: Advice "paragraph-empty" {
        en "this paragraph has no words: the page does not show it"
        fr "ce paragraphe n’a pas de mots : la page ne le montre pas"
        hint { en "remove it; “rihla fmt” does it" fr "supprimez-le ; « rihla fmt » le fait" }
    }
    /// A raw closing tag that closes nothing.
    RAW_CLOSING: Warning "html-closing" {
        en "“</{tag}>” closes nothing and is removed"
        fr "« </{tag}> » ne ferme rien et est retiré"
        hint { en "to show these signs in the text, write: {signs}" fr "pour montrer ces signes dans le texte, écrivez : {signs}" }
    }
    /// An attribute of raw HTML that is not on the list.
    RAW_ATTRIBUTE: Warning "html-attribute-removed" {
        en "“{attribute}” of “<{tag}>” is removed"
        fr "« {attribute} » de « <{tag}> » est retiré"
        hint { en "the theme says how a text looks; write the words alone" fr "c’est le thème qui met les textes en forme ; écrivez les mots seuls" }
    }
    /// `javascript:`, `data:` and everything else that is not on the list.
    SCHEME: Error "link-scheme" {
        en "a link cannot begin with “{scheme}”"
        fr "un lien ne peut pas commencer par « {scheme} »"
        hint { en "write {right}" fr "écrivez {right}" }
        hint { en "a link is a file beside the text, a path from “/”, or begins with https:, http:, mailto: or tel:"
               fr "un lien est un fichier voisin du texte, un chemin à partir de « / », ou commence par https:, http:, mailto: ou tel:" }
    }
    /// A picture without a text in its place.
    NO_ALTERNATIVE: Error "picture-alternative" {
        en "this picture has no text for those who cannot see it"
        fr "cette image n’a pas de texte pour les personnes qui ne la voient pas"
        hint { en "say between the square brackets what it shows: ![…]({destination})"
               fr "dites entre les crochets ce qu’elle montre : ![…]({destination})" }
    }
    /// `![…](photo.jpg "legend")` that does not stand alone.
    PICTURE_CAPTION: Warning "picture-caption" {
        en "the page does not show this caption below the picture, which does not stand alone: “{caption}”"
        fr "la page ne montre pas cette légende sous l’image, car l’image n’est pas seule : « {caption} »"
        hint { en "{place} a picture has no caption: write these words beside it, in the text"
               fr "{place}, une image n’a pas de légende : écrivez ces mots à côté d’elle, dans le texte" }
        hint { en "put the picture on a line of its own, with an empty line before it and after it"
               fr "mettez l’image seule sur sa ligne, avec une ligne vide avant et après elle" }
    }
    /// `[^2]` without a note.
    NOTE_MISSING: Error "footnote-missing" {
        en "there is no footnote “{label}”"
        fr "il n’y a pas de note « {label} »"
        hint { en "did you mean “{nearest}”?" fr "vouliez-vous dire « {nearest} » ?" }
        hint { en "write, on a line of its own: [^{label}]: the text of the note"
               fr "écrivez, seul sur une ligne : [^{label}]: le texte de la note" }
    }
    /// `[^1] : text`.
    NOTE_SPACE: Error "footnote-space" {
        en "this footnote is not read as one: there is a space before its colon"
        fr "cette note n’est pas lue comme une note : il y a une espace avant ses deux-points"
        hint { en "write, on a line of its own after an empty one: [^{label}]: the text of the note"
               fr "écrivez, sur sa propre ligne après une ligne vide : [^{label}]: le texte de la note" }
    }
    /// A note that nothing refers to.
    NOTE_UNUSED: Warning "footnote-unused" {
        en "nothing refers to the footnote “{label}”: nobody will read it"
        fr "rien ne renvoie à la note « {label} » : personne ne la lira"
        hint { en "write [^{label}] where it belongs in the text" fr "écrivez [^{label}] à l’endroit voulu du texte" }
    }
    /// Two notes with one label.
    NOTE_TWICE: Error "footnote-twice" {
        en "there are two footnotes “{label}”"
        fr "il y a deux notes « {label} »"
        hint { en "give each a label of its own" fr "donnez à chacune sa propre étiquette" }
    }
    /// `{#id}` twice.
    ANCHOR_TWICE: Error "anchor-twice" {
        en "two headings have the identifier “{id}”"
        fr "deux titres portent l’identifiant « {id} »"
    }
    /// `{#un titre}`.
    ANCHOR_FORM: Error "anchor-form" {
        en "“{id}” cannot be the identifier of a heading"
        fr "« {id} » ne peut pas être l’identifiant d’un titre"
        hint { en "write {#{slug}}" fr "écrivez {#{slug}}" }
    }
    /// `:fact{` or `:lang{` without an end.
    DIRECTIVE_OPEN: Error "directive-open" {
        en "“:{name}{{” is never closed by “}”"
        fr "« :{name}{{ » n’est jamais fermé par « } »"
        hint { en "write {meant}" fr "écrivez {meant}" }
        hint { en "write for example {example}" fr "écrivez par exemple {example}" }
    }
    /// `:fact{a b}`, `:lang{en}`.
    DIRECTIVE_FORM: Error "directive-form" {
        en "“:{name}” is not written this way"
        fr "« :{name} » ne s’écrit pas ainsi"
        hint { en "write {meant}" fr "écrivez {meant}" }
        hint { en "write for example {example}" fr "écrivez par exemple {example}" }
    }
    /// Quotes, lists or emphasis inside each other.
    TOO_DEEP: Error "markdown-too-deep" {
        en "more than {limit} quotes, lists or emphases inside each other"
        fr "plus de {limit} citations, listes ou mises en valeur imbriquées"
    }

    // ------------------------------------------------------------ signs that are shown as signs

    /// A row with more cells than columns.
    TABLE_CELLS: Error "table-cells" {
        en "this cell has no column: the first row of the table has {columns}, and what stands further right is lost"
        fr "cette cellule n’a pas de colonne : la première ligne du tableau en a {columns}, et ce qui suit est perdu"
        hint { en "write \\| for a bar that belongs to the words, or add a column to the first two lines of the table"
               fr "écrivez \\| pour une barre qui fait partie du texte, ou ajoutez une colonne aux deux premières lignes du tableau" }
    }
    /// `` `a|b` `` in a table.
    TABLE_CODE: Error "table-code" {
        en "in a table, a bar ends the cell, even between grave accents"
        fr "dans un tableau, une barre termine la cellule, même entre accents graves"
        hint { en "write \\| for a bar that belongs to the code" fr "écrivez \\| pour une barre qui fait partie du code" }
    }
    /// Rows without a line of hyphens.
    TABLE_SIGNS: Warning "table-signs" {
        en "these lines are no table: the line of hyphens below the first one is missing, or does not have a part for each column"
        fr "ces lignes ne forment pas un tableau : sous la première, la ligne de tirets manque ou n’a pas une partie par colonne"
        hint { en "write {hyphens} below the first line" fr "écrivez {hyphens} sous la première ligne" }
    }
    /// `[words](two words.pdf)`
    LINK_SIGNS: Warning "link-signs" {
        en "this is no link: it is shown with its brackets"
        fr "ceci n’est pas un lien : le texte s’affiche avec ses crochets"
        hint { en "inside a caption, a straight quotation mark needs a backslash before it: {title}"
               fr "à l’intérieur d’une légende, un guillemet droit s’écrit avec une barre oblique inverse devant lui : {title}" }
        hint { en "write [words](address), without a space between the brackets; an address with spaces stands between < and >"
               fr "écrivez [texte](adresse), sans espace entre les crochets et la parenthèse ; une adresse avec des espaces s’écrit entre < et >" }
    }
    /// `![words](two words.png)`
    PICTURE_SIGNS: Warning "picture-signs" {
        en "this is no picture: it is shown as text, with its brackets"
        fr "ceci n’est pas une image : le texte s’affiche tel quel, avec ses crochets"
        hint { en "inside a caption, a straight quotation mark needs a backslash before it: {title}"
               fr "à l’intérieur d’une légende, un guillemet droit s’écrit avec une barre oblique inverse devant lui : {title}" }
        hint { en "write ![what it shows](picture.jpg); a name with spaces stands between < and >"
               fr "écrivez ![ce qu’elle montre](image.jpg) ; un nom avec des espaces s’écrit entre < et >" }
    }
    /// `[words][label]`
    LINK_UNDEFINED: Warning "link-undefined" {
        en "this is no link: nothing says what “{label}” leads to"
        fr "ceci n’est pas un lien : rien ne dit où mène « {label} »"
        hint { en "write the address in round brackets, [words](address), or on a line of its own: [{label}]: address"
               fr "écrivez l’adresse entre parenthèses, [texte](adresse), ou, seul sur une ligne : [{label}]: adresse" }
    }
    /// `[label]: address` to which nothing refers.
    DEFINITION_UNUSED: Warning "link-definition-unused" {
        en "this line says what “{label}” leads to, but no link uses it: nobody will see it"
        fr "cette ligne dit où mène « {label} », mais aucun lien ne s’en sert : personne ne la verra"
        hint { en "use it, [words][{label}], or remove it; with a backslash before [ the line is text"
               fr "utilisez-la, [texte][{label}], ou supprimez-la ; avec une barre oblique inverse devant [, la ligne est du texte" }
    }
    /// `[label]: address` a second time.
    DEFINITION_TWICE: Warning "link-definition-twice" {
        en "a line further up says already what “{label}” leads to: this one does nothing"
        fr "une ligne plus haut dit déjà où mène « {label} » : celle-ci ne sert à rien"
        hint { en "remove it, or give it a label of its own" fr "supprimez-la, ou donnez-lui sa propre étiquette" }
    }
    /// A fence that is not closed.
    FENCE_OPEN: Warning "fence-open" {
        en "“{fence}” is never closed: everything after it is shown as code"
        fr "« {fence} » n’est jamais fermé : tout ce qui suit s’affiche comme du code"
        hint { en "write {fence} on a line of its own where the code ends" fr "écrivez {fence}, seul sur une ligne, là où le code se termine" }
    }
    /// `**« Espoir »**commence`
    EMPHASIS_SIGNS: Advice "emphasis-signs" {
        en "“{signs}” is shown as it stands here: it stresses nothing"
        fr "« {signs} » s’affiche tel quel ici : il ne met rien en valeur"
        hint { en "as many signs stand before the words as behind them: {right}"
               fr "il faut autant de signes devant les mots que derrière : {right}" }
        hint { en "to stress words, write {stressed}" fr "pour mettre des mots en valeur, écrivez {stressed}" }
        hint { en "the signs touch the words between them, and no letter outside them: {signs}words{signs}"
               fr "les signes touchent les mots qu’ils encadrent, et aucune lettre à l’extérieur : {signs}mots{signs}" }
    }
    /// `5*3 et 4*2`
    EMPHASIS_INSIDE: Advice "emphasis-inside" {
        en "“{signs}” is not shown here: it stresses “{words}”"
        fr "« {signs} » ne s’affiche pas ici : il met « {words} » en valeur"
        hint { en "to show the signs, put a backslash before each: {right}"
               fr "pour montrer ces signes, mettez une barre oblique inverse devant chacun : {right}" }
    }
    /// `` l`eau ``
    GRAVE: Advice "grave-accent" {
        en "a grave accent is shown as it stands here"
        fr "un accent grave s’affiche tel quel ici"
        hint { en "close the code with a second one, or write an apostrophe" fr "fermez le code par un second accent, ou écrivez une apostrophe" }
    }
    /// `## Titre\`
    BACKSLASH: Advice "backslash-end" {
        en "the backslash at the end is shown as it stands"
        fr "la barre oblique inverse finale s’affiche telle quelle"
        hint { en "remove it" fr "supprimez-la" }
    }
    /// `##Titre`
    HEADING_SIGNS: Advice "heading-signs" {
        en "this line is no heading: “{signs}” is shown as it stands"
        fr "cette ligne n’est pas un titre : « {signs} » s’affiche tel quel"
        hint { en "put one plain space after {signs}" fr "mettez une espace ordinaire après {signs}" }
    }
    /// `####### Titre`
    HEADING_DEPTH: Warning "heading-depth" {
        en "“{signs}” is shown as it stands: a heading has six # at most"
        fr "« {signs} » s’affiche tel quel : un titre a six # au plus"
        hint { en "write {right}" fr "écrivez {right}" }
    }
    /// `##`
    HEADING_EMPTY: Advice "heading-empty" {
        en "this heading has no words"
        fr "cet intertitre n’a pas de mots"
        hint { en "write its words after {signs}, or remove the line"
               fr "écrivez ses mots après {signs}, ou supprimez la ligne" }
    }
    /// `## Deux {#deux} suite`
    ANCHOR_PLACE: Advice "anchor-place" {
        en "“{signs}” is shown as it stands: it names no heading here"
        fr "« {signs} » s’affiche tel quel : il ne nomme pas l’intertitre ici"
        hint { en "put it at the end of the heading" fr "mettez-le à la fin de l’intertitre" }
    }
    /// `• un`
    LIST_SIGNS: Advice "list-signs" {
        en "this is no list: “{signs}” is shown as it stands"
        fr "ceci n’est pas une liste : « {signs} » s’affiche tel quel"
        hint { en "begin each item with “{right}” and a plain space" fr "commencez chaque point par « {right} » et une espace ordinaire" }
    }
    /// `a) un`, with `b) deux` directly below it.
    LIST_LETTERS: Advice "list-letters" {
        en "these lines are shown as one sentence: “{signs}” begins no item of a list"
        fr "ces lignes s’affichent comme une seule phrase : « {signs} » ne commence pas un point de liste"
        hint { en "write “- ” before “{signs}”, at the head of each line"
               fr "écrivez « - » devant « {signs} », au début de chaque ligne" }
    }
    /// U+200B before `##`.
    INVISIBLE: Advice "invisible-sign" {
        en "a sign that nobody sees ({invisible}) keeps this line from being what it is meant to be"
        fr "un signe invisible ({invisible}) empêche cette ligne d’être ce qu’elle doit être"
        hint { en "remove it" fr "supprimez-le" }
    }
    /// `> [!NOTE]`
    ALERT: Advice "note-signs" {
        en "“{signs}” is shown as it stands: a note is written differently here"
        fr "« {signs} » s’affiche tel quel : une note s’écrit autrement ici"
        hint { en "write :::note{kind} on a line before it, and ::: on a line after it"
               fr "écrivez :::note{kind} sur une ligne avant, et ::: sur une ligne après" }
    }
    /// Rows with tabs between their cells.
    TABLE_TABS: Advice "table-tabs" {
        en "these lines are shown as one sentence: tabs make no table"
        fr "ces lignes s’affichent comme une seule phrase : des tabulations ne font pas un tableau"
        hint { en "put | between the cells, and a line of hyphens below the first one" fr "mettez | entre les cellules, et une ligne de tirets sous la première" }
    }
    /// Words directly below a table.
    TABLE_BELOW: Advice "table-below" {
        en "this line is directly below a table: it is shown as its last row"
        fr "cette ligne suit directement un tableau : elle s’affiche comme sa dernière ligne"
        hint { en "put an empty line before it" fr "mettez une ligne vide avant elle" }
    }
    /// `mot[1]`
    NOTE_MARK: Advice "note-mark" {
        en "“[{number}]” is shown as it stands: it leads to no footnote"
        fr "« [{number}] » s’affiche tel quel : aucun lien vers une note"
        hint { en "write [^{number}] here and, on a line of its own: [^{number}]: the text of the note"
               fr "écrivez [^{number}] ici et, seul sur une ligne : [^{number}]: le texte de la note" }
    }
    /// `fact{x}`
    DIRECTIVE_SIGNS: Advice "directive-signs" {
        en "“{signs}” is shown as it stands: it is not written this way"
        fr "« {signs} » s’affiche tel quel : cela ne s’écrit pas ainsi"
        hint { en "write {right}" fr "écrivez {right}" }
    }
    /// `Texte :::note{…} mots :::`
    DIRECTIVE_LINE: Warning "directive-in-line" {
        en "“:::{name}” is shown as it stands: it does not begin a line"
        fr "« :::{name} » s’affiche tel quel : il n’est pas au début d’une ligne"
        hint { en "put :::{name} on a line of its own with an empty line before it, its words on the lines below, and ::: alone on the last"
               fr "mettez :::{name} seul sur sa ligne, après une ligne vide, ses mots sur les lignes suivantes, et ::: seul sur la dernière" }
    }
    /// `[](https://e.org)`
    LINK_SILENT: Warning "link-without-words" {
        en "nobody sees this link: it has no words"
        fr "personne ne voit ce lien : il n’a pas de mots"
        hint { en "say between the square brackets what is found there: [the report]({destination})"
               fr "dites entre les crochets ce qu’on y trouve : [le rapport]({destination})" }
    }
    /// `https://e.org` without the brackets of a link.
    ADDRESS_TEXT: Advice "address-text" {
        en "“{address}” is shown as text: nobody can click on it"
        fr "« {address} » s’affiche comme du texte : personne ne peut cliquer dessus"
        hint { en "write {right}, or [words](address)" fr "écrivez {right}, ou [texte](adresse)" }
        hint { en "write [words](address)" fr "écrivez [texte](adresse)" }
    }
    /// Prose that begins with four spaces.
    CODE_PROSE: Advice "code-indented" {
        en "these words are shown as code, because the line begins with four spaces or a tab"
        fr "ces mots s’affichent comme du code, car la ligne commence par quatre espaces ou une tabulation"
        hint { en "begin the line at the margin; for code, write ``` on a line before it and on a line after it"
               fr "commencez la ligne à la marge ; pour du code, écrivez ``` sur une ligne avant et sur une ligne après" }
    }
    /// `Une phrase.` with `---` directly below it.
    HEADING_HYPHENS: Advice "heading-hyphens" {
        en "the hyphens directly below make a heading of these words"
        fr "les tirets placés juste en dessous font un titre de ces mots"
        hint { en "for a line across the page, put an empty line before the hyphens; for a heading, write ## before the words"
               fr "pour un filet, mettez une ligne vide avant les tirets ; pour un titre, écrivez ## devant les mots" }
    }
    /// `<!--` without `-->`.
    COMMENT_OPEN: Warning "comment-open" {
        en "this remark is never closed: nothing of what follows is shown"
        fr "cette remarque n’est jamais fermée : rien de ce qui suit ne s’affiche"
        hint { en "write --> where the remark ends" fr "écrivez --> là où la remarque se termine" }
    }
    /// `<?php` without `?>`.
    PROGRAM_OPEN: Warning "program-open" {
        en "“{signs}” is never closed: nothing of what follows is shown"
        fr "« {signs} » n’est jamais fermé : rien de ce qui suit ne s’affiche"
        hint { en "remove it; to show these signs, write \\{signs}"
               fr "supprimez-le ; pour montrer ces signes, écrivez \\{signs}" }
    }
    /// `title: Le « plan`
    QUOTE_OPEN: Advice "quote-open" {
        en "the quotation mark {open} is never closed"
        fr "le guillemet {open} n’est jamais fermé"
        hint { en "write {close} where the quotation ends, or remove {open}"
               fr "écrivez {close} là où la citation se termine, ou supprimez {open}" }
    }
    /// `summary: "**gras**"`
    FIELD_MARKUP: Advice "field-markup" {
        en "“{signs}” is shown as it stands: “{field}” is plain text"
        fr "« {signs} » s’affiche tel quel : « {field} » est du texte simple"
        hint { en "write the words alone: {right}" fr "écrivez les mots seuls : {right}" }
    }
    /// `![IMG_2034.jpg](…)`
    ALTERNATIVE_WORDS: Advice "alternative-words" {
        en "“{words}” does not say what the picture shows"
        fr "« {words} » ne dit pas ce que montre l’image"
        hint { en "write what a person who cannot see it should know" fr "écrivez ce que doit savoir une personne qui ne la voit pas" }
    }
    /// `[cliquez ici](…)`
    LINK_WORDS: Advice "link-words" {
        en "“{words}” does not say where the link leads"
        fr "« {words} » ne dit pas où mène le lien"
        hint { en "name what is found there: people who go from link to link hear these words alone"
               fr "nommez ce qu’on y trouve : les personnes qui passent de lien en lien n’entendent que ces mots" }
    }
    /// `http://localhost/`
    LOCAL_ADDRESS: Advice "address-local" {
        en "“{address}” leads to the computer, or the office, of the person who reads the page"
        fr "« {address} » mène à l’ordinateur, ou au bureau, de la personne qui lit la page"
        hint { en "write the address at which everybody finds it, or a path from “/” for a page of this site"
               fr "écrivez l’adresse à laquelle tout le monde le trouve, ou un chemin à partir de « / » pour une page de ce site" }
    }
    /// `https://`, `https://iom`, `https:/www.iom.int`, `mailto:ali@iom`
    ADDRESS_HOST: Advice "address-host" {
        en "“{address}” is no whole address: it leads nowhere"
        fr "« {address} » n’est pas une adresse entière : elle ne mène nulle part"
        hint { en "write {right}" fr "écrivez {right}" }
        hint { en "write the whole address, such as https://www.iom.int/ or mailto:name@example.org"
               fr "écrivez l’adresse entière, comme https://www.iom.int/ ou mailto:nom@example.org" }
    }
    /// `ﬁn`, and `é` in two signs
    LETTERS: Advice "letters-apart" {
        en "“{words}” has signs that a search does not find: an accent apart from its letter, or several letters in one sign"
        fr "« {words} » contient des signes qu’une recherche ne trouve pas : un accent séparé de sa lettre, ou plusieurs lettres en un seul signe"
        hint { en "type the word again: {right}; “rihla fmt” does it"
               fr "retapez le mot : {right} ; « rihla fmt » le fait" }
    }
    /// `lâ€™eau`
    DAMAGED: Advice "damaged-sign" {
        en "“{signs}” is what a program has left of another sign"
        fr "« {signs} » est ce qu’un logiciel a laissé d’un autre signe"
        hint { en "write “{right}”" fr "écrivez « {right} »" }
        hint { en "write the sign that was meant" fr "écrivez le signe voulu" }
    }
}
