text-lacking = cette page n’a pas de texte en { $language }, alors qu’elle en a un en { $other }
    .hint = écrivez-le sous la deuxième ligne de tirets

field-lacking = « { $field } » est dit en { $other } et ne l’est pas en { $language }
    .hint = « rihla translate { $id } --to { $tag } » l’ajoute ; si c’est voulu, ajoutez à l’élément : same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]

figures-differ = « { $first } » ({ $language }) et « { $second } » ({ $other }) : les deux langues ne disent pas la même chose
    .hint = les deux langues n’écrivent pas les nombres de même, si bien que « { $alike } » n’y dit pas la même chose : en français, une espace sépare les milliers et une virgule les décimales ; en anglais, une virgule les milliers et un point les décimales
    .hint-2 = corrigez l’une des deux ; si les deux sont justes, ajoutez à l’élément : same: [{"{"}field: "{ $field }", reason: "…"{"}"}]
    .hint-3 = corrigez l’une des deux ; si les deux sont justes, écrivez au-dessus de ce passage : <!-- rihla: { $silence }: la raison -->
    .hint-4 = corrigez l’une des deux

figure-missing = « { $first } » ({ $language }) n’a pas d’équivalent dans l’autre langue ({ $other })
    .hint = corrigez l’une des deux ; si les deux sont justes, ajoutez à l’élément : same: [{"{"}field: "{ $field }", reason: "…"{"}"}]
    .hint-2 = corrigez l’une des deux ; si les deux sont justes, écrivez au-dessus de ce passage : <!-- rihla: { $silence }: la raison -->
    .hint-3 = corrigez l’une des deux

structure-differs = { $what } : { $count } dans une langue ({ $language }), { $others } dans l’autre ({ $other })
    .hint = accordez les deux textes ; si les deux sont justes, écrivez au-dessus du premier paragraphe : <!-- rihla: { $silence }: la raison -->
    .hint-2 = accordez les deux textes ; si les deux sont justes, ajoutez à l’élément : same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]

structure-unlike = { $what } : « { $first } » dans une langue ({ $language }), « { $second } » dans l’autre ({ $other })
    .hint = accordez les deux textes ; si les deux sont justes, écrivez au-dessus du premier paragraphe : <!-- rihla: { $silence }: la raison -->
    .hint-2 = accordez les deux textes ; si les deux sont justes, ajoutez à l’élément : same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]

value-differs = :::{ $name }, { $part } : « { $first } » dans une langue ({ $language }), « { $second } » dans l’autre ({ $other })
    .hint = corrigez l’une des deux ; si les deux sont justes, ajoutez à l’élément : same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]
    .hint-2 = corrigez l’une des deux ; si chaque langue a la sienne, dites-le ({ $own }=…), ou écrivez au-dessus du premier paragraphe : <!-- rihla: { $silence }: la raison -->
    .hint-3 = corrigez l’une des deux ; si les deux sont justes, écrivez au-dessus du premier paragraphe : <!-- rihla: { $silence }: la raison -->

value-missing = :::{ $name }, { $part } : « { $first } » dans une langue ({ $language }), rien dans l’autre ({ $other })
    .hint = écrivez la même valeur dans l’autre ; si c’est voulu, ajoutez à l’élément : same: [{"{"}field: "{ $field }", what: structure, reason: "…"{"}"}]
    .hint-2 = écrivez la même valeur dans l’autre ; si c’est voulu, écrivez au-dessus du premier paragraphe : <!-- rihla: { $silence }: la raison -->

passage-untranslated = ce passage a les mêmes mots en { $first } et en { $second } ; il n’a peut-être pas été traduit
    .hint = traduisez-le ; si c’est voulu, ajoutez à l’élément : same: [{"{"}field: "{ $field }", what: text, reason: "…"{"}"}]
    .hint-2 = traduisez-le ; si c’est voulu, écrivez au-dessus : <!-- rihla: { $silence }: la raison -->
    .hint-3 = traduisez-le

passage-in-another-language = { $count ->
        [one] ce passage est en { $first }, dans le texte en { $second }
       *[other] ce passage et ce qui le suit ({ $count } passages) sont en { $first }, dans le texte en { $second }
    }
    .hint = traduisez-le ; si c’est voulu, mettez-le entre « :::lang{"{"}tag={ $block }{"}"} » et « ::: »
    .hint-2 = traduisez-le ; si c’est voulu, écrivez « :lang{"{"}{ $tag } "…"{"}"} »

text-in-another-language = ce texte est en { $first }, à la place de celui en { $second }
    .hint = traduisez-le, ou mettez-le dans le fichier de sa langue ; si c’est voulu, mettez-le entre « :::lang{"{"}tag={ $tag }{"}"} » et « ::: »

texts-exchanged = les textes en { $first } et en { $second } sont chacun à la place de l’autre
    .hint = mettez chacun à la place de sa langue

field-in-another-language = ce que « { $name } » dit en { $second } est en { $first }
    .hint = traduisez-le ; si c’est voulu, ajoutez à l’élément : same: [{"{"}field: "{ $field }", what: text, reason: "…"{"}"}]
    .hint-2 = traduisez-le

silence-without-reason = ceci fait taire une vérification sans dire pourquoi
    .hint = écrivez la raison : après un deux-points dans un commentaire (<!-- rihla: mêmes chiffres : la raison -->), sous reason: dans un champ

silence-unknown = « { $value } » n’est pas une vérification que l’on peut faire taire
    .hint = écrivez l’un de ceux-ci : mêmes chiffres, même structure, même texte, termes

silence-unused = il n’y a plus rien à faire taire ici
    .hint = retirez-le

term-variant = « { $value } » n’est pas le terme officiel
    .hint = écrivez « { $instead } »

term-of-another-language = « { $value } » est le sigle d’une autre langue ({ $other })
    .hint = écrivez « { $instead } »

acronym-not-expanded = la page emploie le sigle « { $value } » sans jamais dire ce qu’il signifie
    .hint = à sa première place, écrivez par exemple : { $instead } ({ $value })

check-other = le texte dans l’autre langue ({ $other })

check-after = dans l’autre langue ({ $other }), ce passage viendrait après ceci

check-before = dans l’autre langue ({ $other }), ce passage viendrait avant ceci

check-term-headings = titres

check-term-lists = listes et leurs éléments

check-term-tables = tableaux (lignes × colonnes)

check-term-pictures = images

check-term-links = liens

check-term-directives = blocs (:::)

check-term-paragraphs = paragraphes

check-term-rows = lignes de blocs (:::)

check-term-captions = légendes d’images

check-term-same-figures = mêmes chiffres{" "}

check-term-same-structure = même structure{" "}

check-term-same-text = même texte{" "}
