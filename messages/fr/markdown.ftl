html-removed = « <{ $tag }> » est retiré du texte
    .hint = écrivez plutôt, avec l’adresse où on la regarde et les langues des sous-titres : { $directive }, puis une ligne :::
    .hint-2 = écrivez-le en Markdown : { $instead }
    .hint-3 = écrivez-le en Markdown, ou laissez-le de côté

html-words = « <{ $tag }> » est lu comme du HTML : la page ne montre pas ces mots
    .hint = les guillemets s’écrivent ainsi : { $quotes }
    .hint-2 = pour montrer ces signes dans le texte, écrivez : { $signs }
    .hint-3 = écrivez ces mots ailleurs, ou mettez une barre oblique inverse devant le signe < : \<

html-words-removed = « <{ $tag }> » est retiré du texte, et les mots qu’il contient aussi
    .hint = écrivez ces mots sans « <{ $tag }> », ou un dessin comme une image : ![…](….svg)

html-markdown = ce HTML est lu comme le Markdown qui dit la même chose
    .hint = « { $fmt } » l’écrit
    .hint-2 = écrivez-le en Markdown

html-below = cette ligne suit directement du HTML : elle est lue comme si une ligne vide les séparait
    .hint = mettez une ligne vide avant elle ; « { $fmt } » l’écrit
    .hint-2 = mettez une ligne vide avant elle

word-tags = « { $tags } » est un reste du traitement de texte : la page ne le montre pas
    .hint = supprimez ces signes et gardez les mots qu’ils entourent ; « { $fmt } » le fait
    .hint-2 = supprimez ces signes et gardez les mots qu’ils entourent

paragraph-empty = ce paragraphe n’a pas de mots : la page ne le montre pas
    .hint = supprimez-le ; « { $fmt } » le fait
    .hint-2 = supprimez-le

html-closing = « </{ $tag }> » ne ferme rien et est retiré
    .hint = pour montrer ces signes dans le texte, écrivez : { $signs }

html-attribute-removed = « { $attribute } » de « <{ $tag }> » est retiré
    .hint = c’est le thème qui met les textes en forme ; écrivez les mots seuls

link-scheme = un lien ne peut pas commencer par « { $scheme } »
    .hint = écrivez { $right }
    .hint-2 = un lien est un fichier voisin du texte, un chemin à partir de « / », ou commence par https:, http:, mailto: ou tel:

picture-alternative = cette image n’a pas de texte pour les personnes qui ne la voient pas
    .hint = dites entre les crochets ce qu’elle montre : ![…]({ $destination })

picture-caption = la page ne montre pas cette légende sous l’image, car l’image n’est pas seule : « { $caption } »
    .hint = { $place }, une image n’a pas de légende : écrivez ces mots à côté d’elle, dans le texte
    .hint-2 = mettez l’image seule sur sa ligne, avec une ligne vide avant et après elle

footnote-missing = il n’y a pas de note « { $label } »
    .hint = vouliez-vous dire « { $nearest } » ?
    .hint-2 = écrivez, seul sur une ligne : [^{ $label }]: le texte de la note

footnote-space = cette note n’est pas lue comme une note : il y a une espace avant ses deux-points
    .hint = écrivez, sur sa propre ligne après une ligne vide : [^{ $label }]: le texte de la note

footnote-unused = rien ne renvoie à la note « { $label } » : personne ne la lira
    .hint = écrivez [^{ $label }] à l’endroit voulu du texte

footnote-twice = il y a deux notes « { $label } »
    .hint = donnez à chacune sa propre étiquette

anchor-twice = deux titres portent l’identifiant « { $id } »

anchor-form = « { $id } » ne peut pas être l’identifiant d’un titre
    .hint = écrivez {"{"}#{ $slug }{"}"}

directive-open = « :{ $name }{"{"} » n’est jamais fermé par « {"}"} »
    .hint = écrivez { $meant }
    .hint-2 = écrivez par exemple { $example }

directive-form = « :{ $name } » ne s’écrit pas ainsi
    .hint = écrivez { $meant }
    .hint-2 = écrivez par exemple { $example }

markdown-too-deep = plus de { $limit } citations, listes ou mises en valeur imbriquées

table-cells = cette cellule n’a pas de colonne : la première ligne du tableau en a { $columns }, et ce qui suit est perdu
    .hint = écrivez \| pour une barre qui fait partie du texte, ou ajoutez une colonne aux deux premières lignes du tableau

table-code = dans un tableau, une barre termine la cellule, même entre accents graves
    .hint = écrivez \| pour une barre qui fait partie du code

table-signs = ces lignes ne forment pas un tableau : sous la première, la ligne de tirets manque ou n’a pas une partie par colonne
    .hint = écrivez { $hyphens } sous la première ligne
    .hint-2 = la première ligne a { $columns } cellules, et une autre, en dessous, en a { $parts } : écrivez ce qui manque à la première ligne, entre des barres

table-parted = une ligne vide termine un tableau : ce qui suit s’affiche comme du texte, avec ses barres
    .hint = supprimez les lignes vides entre les lignes du tableau, et écrivez { $hyphens } sous la première
    .hint-2 = supprimez les lignes vides entre les lignes du tableau

link-signs = ceci n’est pas un lien : le texte s’affiche avec ses crochets
    .hint = à l’intérieur d’une légende, un guillemet droit s’écrit avec une barre oblique inverse devant lui : { $title }
    .hint-2 = écrivez [texte](adresse), sans espace entre les crochets et la parenthèse ; une adresse avec des espaces s’écrit entre < et >

picture-signs = ceci n’est pas une image : le texte s’affiche tel quel, avec ses crochets
    .hint = à l’intérieur d’une légende, un guillemet droit s’écrit avec une barre oblique inverse devant lui : { $title }
    .hint-2 = écrivez ![ce qu’elle montre](image.jpg) ; un nom avec des espaces s’écrit entre < et >

link-undefined = ceci n’est pas un lien : rien ne dit où mène « { $label } »
    .hint = écrivez l’adresse entre parenthèses, [texte](adresse), ou, seul sur une ligne : [{ $label }]: adresse

link-definition-unused = cette ligne dit où mène « { $label } », mais aucun lien ne s’en sert : personne ne la verra
    .hint = utilisez-la, [texte][{ $label }], ou supprimez-la ; avec une barre oblique inverse devant [, la ligne est du texte

link-definition-twice = une ligne plus haut dit déjà où mène « { $label } » : celle-ci ne sert à rien
    .hint = supprimez-la, ou donnez-lui sa propre étiquette

fence-open = « { $fence } » n’est jamais fermé : tout ce qui suit s’affiche comme du code
    .hint = écrivez { $fence }, seul sur une ligne, là où le code se termine

emphasis-signs = « { $signs } » s’affiche tel quel ici : il ne met rien en valeur
    .hint = il faut autant de signes devant les mots que derrière : { $right }
    .hint-2 = pour mettre des mots en valeur, écrivez { $stressed }
    .hint-3 = les signes touchent les mots qu’ils encadrent, et aucune lettre à l’extérieur : { $signs }mots{ $signs }

emphasis-inside = « { $signs } » ne s’affiche pas ici : il met « { $words } » en valeur
    .hint = pour montrer ces signes, mettez une barre oblique inverse devant chacun : { $right }
    .hint-2 = c’est un nom : écrivez { $code }

grave-accent = un accent grave s’affiche tel quel ici
    .hint = fermez le code par un second accent, ou écrivez une apostrophe

backslash-end = la barre oblique inverse finale s’affiche telle quelle
    .hint = supprimez-la

heading-signs = cette ligne n’est pas un titre : « { $signs } » s’affiche tel quel
    .hint = mettez une espace ordinaire après { $signs }

heading-depth = « { $signs } » s’affiche tel quel : un titre a six # au plus
    .hint = écrivez { $right }

heading-empty = cet intertitre n’a pas de mots
    .hint = écrivez ses mots après { $signs }, ou supprimez la ligne

anchor-place = « { $signs } » s’affiche tel quel : il ne nomme pas l’intertitre ici
    .hint = mettez-le à la fin de l’intertitre

list-signs = ceci n’est pas une liste : « { $signs } » s’affiche tel quel
    .hint = dans une liste, commencez chaque point par « { $right } » et une espace ordinaire ; dans un dialogue, laissez une ligne vide avant chaque « { $reply } »
    .hint-2 = commencez chaque point par « { $right } » et une espace ordinaire

list-counted = « { $words } » s’affiche comme une liste d’un seul point, sans son « + »
    .hint = écrivez : { $right }

list-letters = ces lignes s’affichent comme une seule phrase : « { $signs } » ne commence pas un point de liste
    .hint = écrivez « - » devant « { $signs } », au début de chaque ligne

invisible-sign = un signe invisible ({ $invisible }) empêche cette ligne d’être ce qu’elle doit être
    .hint = supprimez-le

note-signs = « { $signs } » s’affiche tel quel : une note s’écrit autrement ici
    .hint = écrivez :::note{ $kind } sur une ligne avant, et ::: sur une ligne après

table-tabs = ces lignes s’affichent comme une seule phrase : des tabulations ne font pas un tableau
    .hint = mettez | entre les cellules, et une ligne de tirets sous la première

table-below = cette ligne suit directement un tableau : elle s’affiche comme sa dernière ligne
    .hint = mettez une ligne vide avant elle

note-mark = « [{ $number }] » s’affiche tel quel : aucun lien vers une note
    .hint = écrivez [^{ $number }] ici et, seul sur une ligne : [^{ $number }]: le texte de la note

note-by-hand = « { $signs } » paraît tel quel : ce n’est pas une note de bas de page, et rien ne mène du texte à ces mots
    .hint = écrivez [^{ $number }] dans le texte et, au début de cette ligne : [^{ $number }]: le texte de la note

item-empty = cet élément de liste n’a pas de mots
    .hint = écrivez ses mots, ou retirez la ligne

directive-signs = « { $signs } » s’affiche tel quel : cela ne s’écrit pas ainsi
    .hint = écrivez { $right }

directive-in-line = « :::{ $name } » s’affiche tel quel : il n’est pas au début d’une ligne
    .hint = mettez :::{ $name } seul sur sa ligne, après une ligne vide, ses mots sur les lignes suivantes, et ::: seul sur la dernière

link-without-words = personne ne voit ce lien : il n’a pas de mots
    .hint = dites entre les crochets ce qu’on y trouve : [le rapport]({ $destination })

address-text = « { $address } » s’affiche comme du texte : personne ne peut cliquer dessus
    .hint = écrivez { $right }, ou [texte](adresse)
    .hint-2 = écrivez [texte](adresse)

code-indented = ces mots s’affichent comme du code, car la ligne commence par quatre espaces ou une tabulation
    .hint = commencez la ligne à la marge ; pour du code, écrivez ``` sur une ligne avant et sur une ligne après

heading-hyphens = les tirets placés juste en dessous font un titre de ces mots
    .hint = pour un filet, mettez une ligne vide avant les tirets, qui sont trois au moins ; pour un titre, écrivez ## devant les mots

comment-open = cette remarque n’est jamais fermée : rien de ce qui suit ne s’affiche
    .hint = écrivez --> là où la remarque se termine

program-open = « { $signs } » n’est jamais fermé : rien de ce qui suit ne s’affiche
    .hint = supprimez-le ; pour montrer ces signes, écrivez \{ $signs }

html-signs = « { $signs } » s’affiche tel quel : dans du HTML, rien n’est lu comme du Markdown
    .hint = écrivez : { $right }
    .hint-2 = écrivez le tout en Markdown, ou ces mots sans leurs signes

lines-joined = ces lignes s’affichent à la suite, sur une seule : la page ne coupe pas d’elle-même les lignes d’une adresse
    .hint = terminez chacune d’elles, sauf la dernière, par une barre oblique inverse : \

quote-signs = « << » et « >> » s’affichent tels quels : ce ne sont pas des guillemets
    .hint = écrivez : { $right }

quote-open = le guillemet { $open } n’est jamais fermé
    .hint = écrivez { $close } là où la citation se termine, ou supprimez { $open }

quote-close = rien n’ouvre la citation que { $close } ferme
    .hint = écrivez { $open } là où la citation commence, ou supprimez { $close }

field-markup = « { $signs } » s’affiche tel quel : « { $field } » est du texte simple
    .hint = écrivez les mots seuls : { $right }

alternative-words = « { $words } » ne dit pas ce que montre l’image
    .hint = écrivez ce que doit savoir une personne qui ne la voit pas

link-space = le lien « { $words } » se termine par une espace
    .hint = « { $fmt } » la place à l’extérieur

foreign-signs = « { $signs } » s’affiche tel quel ici : c’est le balisage d’un autre programme
    .hint = écrivez { $right } ; « { $fmt } » le fait
    .hint-2 = écrivez { $right }
    .hint-3 = supprimez « { $contents } » : le sommaire se fait à partir des intertitres ; « { $fmt } » le fait
    .hint-4 = écrivez le nom entier là où l’abréviation apparaît pour la première fois : { $words }
    .hint-5 = supprimez-le ; « { $fmt } » le fait
    .hint-6 = supprimez-le

link-words = « { $words } » ne dit pas où mène le lien
    .hint = nommez ce qu’on y trouve : les personnes qui passent de lien en lien n’entendent que ces mots

address-local = « { $address } » mène à l’ordinateur, ou au bureau, de la personne qui lit la page
    .hint = écrivez l’adresse à laquelle tout le monde le trouve, ou un chemin à partir de « / » pour une page de ce site

address-quoted = cette adresse est entre guillemets : elle ne mène nulle part
    .hint = écrivez l’adresse seule : { $right }

address-host = « { $address } » n’est pas une adresse entière : elle ne mène nulle part
    .hint = écrivez { $right }
    .hint-2 = écrivez l’adresse entière, comme https://www.iom.int/ ou mailto:nom@example.org

letters-apart = « { $words } » contient des signes qu’une recherche ne trouve pas : un accent séparé de sa lettre, ou plusieurs lettres en un seul signe
    .hint = retapez le mot : { $right } ; « { $fmt } » le fait
    .hint-2 = retapez le mot : { $right }

weekday-of-date = « { $words } » : le { $date } est un { $day }
    .hint = vérifiez lequel des deux est juste, le jour de la semaine ou la date, et corrigez l’autre

date-of-no-calendar = le « { $words } » n’existe pas : le mois finit le { $last }
    .hint = vérifiez la date, et corrigez le jour, le mois ou l’année

damaged-sign = « { $signs } » est ce qu’un logiciel a laissé d’un autre signe
    .hint = écrivez « { $right } »
    .hint-2 = écrivez le signe voulu
