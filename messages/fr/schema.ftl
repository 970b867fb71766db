field-unknown = il n’y a pas de champ « { $key } » ici
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les champs possibles ici : { $allowed }

field-foreign = il n’y a pas de champ « { $key } » ici
    .hint = il s’appelle ici « { $name } »
    .hint-2 = il s’appelle ici « { $taken } », que ce fichier contient déjà : gardez l’un des deux
    .hint-3 = il s’appelle ici « { $undeclared } » : déclarez-le parmi les champs dans collection.yaml, ou enlevez celui-ci
    .hint-4 = { $advice }

field-escape = entre guillemets doubles, « { $written } » est lu comme { $sign }

field-type = « { $field } » doit être { $wanted }, et ceci est { $found }
    .hint = écrivez : { $meant }
    .hint-2 = écrivez : { $field }: { $example }

field-empty =
    { $field ->
        [withdrawn] « { $field } » n’a pas de valeur : rien ne dit que ce texte est retiré
       *[other] « { $field } » n’a pas de valeur : rien ne dit quand ce texte doit être en ligne
    }
    .hint = écrivez sa valeur après « { $key }: », ou supprimez la ligne

field-empty-setting = « { $field } » n’a pas de valeur, et n’a donc aucun effet
    .hint = écrivez sa valeur après « { $key }: », ou supprimez la ligne

field-empty-item = cet élément de « { $field } » est vide, et n’a donc aucun effet
    .hint = écrivez-le, ou supprimez-le

field-one-value = « { $field } » n’a qu’une valeur, et ceci est une liste de { $count }
    .hint = c’est un seul texte : écrivez-le { $example }
    .hint-2 = n’en gardez qu’une, sans crochets ni tiret

field-list = « { $field } » est une liste
    .hint = commencez chaque élément par un tiret et une espace : { $dash }
    .hint-2 = écrivez : { $field }: { $several }, ou bien : { $field }: { $example }, si c’est un seul élément
    .hint-3 = écrivez : { $field }: { $example }
    .hint-4 = mettez chaque élément sur ses propres lignes, la première après un tiret

field-list-meant = « { $value } » est un seul élément de la liste « { $field } »
    .hint = écrivez { $several }, si ce sont plusieurs éléments, ou { $one }, si c’est un seul

field-language-unknown = « { $key } » n’est pas une langue de ce site ; « { $field } » ne peut pas avoir de valeur pour elle
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = une virgule termine la valeur : mettez tout le texte entre guillemets droits doubles si « { $empty } » en fait partie
    .hint-3 = les langues de ce site : { $allowed }

field-language-indent = « { $key } » doit être une langue de « { $field } », et commence dans la même colonne que lui
    .hint = faites commencer les lignes des langues par deux espaces

field-part-indent = « { $key } » doit être une partie de « { $field } », et commence dans la même colonne que lui
    .hint = faites commencer les lignes de ses parties par deux espaces

field-language-map = ce fichier est dans une seule langue ({ $language }) : « { $field } » s’y écrit simplement, sans liste de langues
    .hint = ne gardez que le texte pour { $language } ; chaque autre langue a son propre fichier

field-not-localized = « { $field } » a une seule valeur pour toutes les langues
    .hint = écrivez une seule valeur ; ou bien, dans collection.yaml, donnez au champ « localized: true »

field-comment = « { $lost } » ne fait pas partie de « { $field } » : après une espace, « # » ouvre un commentaire
    .hint = mettez tout le texte entre guillemets droits doubles ; si c’est une remarque que personne ne doit lire sur le site, mettez-la sur la ligne au-dessus

text-placeholder = « { $value } » tient la place d’un texte qui reste à écrire
    .hint = écrivez ici le texte de « { $field } »

field-too-long = « { $field } » compte { $count } caractères, pour { $max } au plus
    .hint = raccourcissez-le de { $over }

field-too-many = « { $field } » compte { $count } éléments, pour { $max } au plus

date-form = « { $value } » n’est pas une date de la forme année-mois-jour
    .hint = « { $field } » ne garde que le jour : écrivez { $suggested } ici, et { $hour } dans le texte
    .hint-2 = écrivez : { $suggested }, ou bien : { $other }, selon ce que vous voulez dire
    .hint-3 = écrivez : { $suggested }
    .hint-4 = une date s’écrit comme 2017-06-02

datetime-form = « { $value } » n’est ni une date ni une date avec une heure
    .hint = écrivez : { $suggested }, ou bien : { $other }, selon ce que vous voulez dire
    .hint-2 = écrivez : { $suggested }
    .hint-3 = cela s’écrit comme 2017-06-02, ou comme 2017-06-02 14:30

date-out-of-range = la date { $value } est trop lointaine : les dates vont de l’an 1 à l’an 9998
    .hint = si aucune date n’est connue, enlevez « { $field } » ; un texte à ne pas encore publier porte la ligne draft: true

date-impossible = le jour { $value } n’existe pas
    .hint = le dernier jour de ce mois est { $last } ; avec son heure : { $whole }
    .hint-2 = le dernier jour de ce mois est { $last }
    .hint-3 = une date est l’année, puis le mois, puis le jour : 2017-06-02 est le 2 juin

date-weekday = dans « { $value } », le jour de la semaine n’est pas celui de la date : le { $date } est un { $day }
    .hint = vérifiez lequel des deux est juste, et écrivez la date sans le jour de la semaine

date-without-year = « { $value } » ne dit pas de quelle année
    .hint = écrivez l’année devant : { $example }

date-without-day = « { $value } » ne dit pas quel jour
    .hint = écrivez le jour derrière : { $example }

date-hour = « { $field } » ne garde que le jour : { $hour } n’est affiché nulle part
    .hint = selon ce que vous voulez dire, écrivez { $suggested }, le jour sur ce site à cette heure-là, ou { $other }, le jour tel qu’il est écrit ; et l’heure dans le texte
    .hint-2 = écrivez { $suggested } ici, et l’heure dans le texte

number-form = « { $value } » n’est pas un nombre sous la forme qui se lit ici
    .hint = écrivez : { $suggested }
    .hint-2 = écrivez seulement des chiffres, avec un point avant les décimales : 1200 ou 1.5

number-long = le nombre « { $value } » est trop long : 18 chiffres au plus avant le point et 12 après

boolean-form = « { $field } » est soit true (oui), soit false (non), et ceci est « { $value } »
    .hint = écrivez : { $suggested }

money-form = « { $field } » demande un montant et une devise
    .hint = écrivez : { $field }: { $suggested }
    .hint-2 = écrivez { $field }: { $first }, ou { $field }: { $second }, selon ce qu’il faut lire
    .hint-3 = écrivez par exemple : { $field }: { $example }

money-point = « { $value } » se lit avec des décimales : un point ne sépare pas les milliers
    .hint = écrivez { $whole }, ou { $fewer }, selon ce qu’il faut lire
    .hint-2 = écrivez { $whole }, si c’est ce qu’il faut lire

currency-unknown = « { $value } » n’est pas le code d’une devise
    .hint = vouliez-vous écrire { $nearest } ?
    .hint-2 = une devise s’écrit par ses trois lettres, comme MAD, EUR ou USD

choice-unknown = « { $value } » n’est pas l’un des choix pour « { $field } » ({ $allowed })
    .hint = vouliez-vous écrire « { $nearest } » ?

language-tag-unknown = « { $value } » n’est pas une langue de ce site ({ $allowed })
    .hint = vouliez-vous écrire « { $nearest } » ?

email-form = « { $value } » n’est pas une adresse électronique
    .hint = écrivez : { $suggested }
    .hint-2 = une adresse ne contient pas de « { $letter } » : écrivez-la sans accent
    .hint-3 = une adresse s’écrit comme nom@example.org, une seule par champ

phone-form = « { $value } » n’est pas un numéro de téléphone
    .hint = écrivez : { $suggested }
    .hint-2 = un numéro ne contient pas de « { $letter } » : il s’écrit comme +212 5 00 00 00 00 ou 19, un seul par champ
    .hint-3 = un numéro s’écrit comme +212 5 00 00 00 00 ou 19, un seul par champ

link-form = « { $value } » n’est pas un lien possible dans une page
    .hint = écrivez : { $suggested }
    .hint-2 = un lien commence par https://, http://, mailto: ou tel:, ou par / pour une page de ce site

link-refused = un lien qui commence par « { $scheme }: » est refusé, car il peut nuire au lecteur
    .hint = faites un lien vers une page (https://…) ou vers un fichier de ce site

file-form = « { $value } » n’est pas le nom d’un fichier de ce site
    .hint = écrivez : { $suggested }
    .hint-2 = mettez le fichier à côté du texte et écrivez ici son nom

reference-form = « { $value } » n’est pas l’identifiant d’une entrée
    .hint = écrivez : { $suggested }
    .hint-2 = un identifiant est le chemin de l’entrée sans langue ni extension, comme { $collection }/nom

slug-form = la fin de l’adresse (slug), « { $value } », ne peut avoir que des minuscules (sans accent, si elles sont latines), des chiffres, et des tirets entre eux
    .hint = écrivez : { $suggested }

alias-query = « { $value } » contient un « ? », et ce qui le suit ne fait pas partie du chemin d’une page : un site fait de fichiers répond la même chose quoi qu’on y mette
    .hint = retirez cet alias, et demandez à qui gère le serveur de rediriger ces adresses

alias-percent = dans l’adresse « { $value } », un « % » n’est pas suivi du code d’une lettre
    .hint = recopiez l’adresse depuis un navigateur, ou retirez-la ; le signe lui-même s’écrit %25

alias-form = « { $value } » n’est pas le chemin d’une page de ce site
    .hint = écrivez : { $suggested }
    .hint-2 = écrivez la partie de l’ancienne adresse qui suit le nom du site, à partir du premier /

image-file = l’image « { $field } » ne dit pas de quel fichier il s’agit
    .hint = ajoutez : file: photo.jpg

image-focus = le point central d’une image est fait de deux nombres de 0 à 1 : la distance depuis la gauche, puis depuis le haut
    .hint = écrivez : focus: { $suggested }
    .hint-2 = écrivez par exemple : focus: [0.5, 0.35]

image-alt-missing = l’image « { $file } » n’a pas de texte de remplacement ({ $languages })
    .hint = dites ce qu’elle montre, pour qui ne la voit pas : { $example } ; pour un simple ornement : alt: ""

same-text = « { $field } » a le même texte en { $first } et en { $second } ; il n’a peut-être pas été traduit
    .hint = traduisez-le ; si c’est un nom, dans un fichier pour toutes les langues, écrivez-le une fois, sans langues : { $field }: { $example }
    .hint-2 = traduisez-le, si ce n’est pas un nom

summary-repeats-title = « { $summary } » dit la même chose que « { $title } »
    .hint = dites en une phrase ce que le titre ne dit pas, ou supprimez « { $summary } »

shared-field-conflict = « { $field } » vaut pour toutes les langues, et deux fichiers lui donnent des valeurs différentes
    .hint = le nombre d’éléments est de { $here } ici et de { $there } dans l’autre fichier : donnez chaque élément dans les deux, avec ses mots dans chaque langue
    .hint-2 = écrivez-le une seule fois, dans { $shared }, ou pareil dans chaque fichier
    .hint-3 = écrivez-le dans un seul des deux fichiers, ou pareil dans les deux

field-more = { $count } autres choses ne vont pas dans les champs de ce fichier ; corrigez les premières, puis vérifiez de nouveau

rule-before = « { $later } » ({ $later_value }) vient avant « { $earlier } » ({ $earlier_value })
    .hint = « { $earlier } » ne peut pas être après « { $later } » : corrigez l’un des deux

rule-before-today = « { $field } » est le { $value }, une date passée, alors que « { $condition } »
    .hint = corrigez la date, ou ce dont elle dépend

rule-passed = « { $field } » est le { $value }, une date passée
    .hint = corrigez la date

rule-to-come = « { $field } » est le { $value }, une date encore à venir
    .hint = corrigez la date, ou ce dont elle dépend (« { $condition } »)
    .hint-2 = corrigez la date

rule-expired = « { $field } » est le { $value }, une date passée : ce que dit cet élément est à vérifier de nouveau
    .hint = vérifiez ce que dit l’élément, puis écrivez le jour jusqu’auquel il est valable

rule-undated = « { $field } » manque : c’est le jour jusqu’auquel ce que dit cet élément est valable
    .hint = vérifiez ce que dit l’élément, puis écrivez le jour jusqu’auquel il est valable : { $field }: AAAA-MM-JJ

rule-not-future = « { $field } » ne peut pas être dans l’avenir, et c’est le { $value }
    .hint = corrigez la date ; ce qui est seulement prévu a son propre champ, ou ne s’écrit pas

rule-sum = les valeurs de « { $field } » font { $total } au total, et non { $wanted }
    .hint = corrigez-les ; la différence est de { $difference }

rule-prefix-of = « { $value } » dans « { $field } » ne relève d’aucun des « { $others } » ({ $allowed })
    .hint = ajoutez dans « { $others } » ce dont il relève, ou corrigez « { $value } »

rule-positive = « { $field } » doit être au-dessus de zéro, et vaut { $value }
    .hint = corrigez-le, ou n’écrivez pas « { $field } » s’il n’y a rien à dire

rule-same-total = « { $first } » fait { $first_total } au total, et « { $second } » fait { $second_total }
    .hint = les deux doivent être égaux ; la différence est de { $difference }

rule-currencies = « { $field } » est en { $currency }, et un autre montant qui s’y ajoute ou s’y compare est en { $other }
    .hint = écrivez-les tous dans la même devise

declaration-form = « { $key } » ne peut pas s’écrire ainsi
    .hint = écrivez par exemple : { $example }

type-unknown = il n’y a pas de type « { $value } » pour un champ
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les types possibles : { $allowed }

type-missing = le champ « { $field } » ne dit pas son type
    .hint = pour un groupe de champs, écrivez : { $field }: { $example }
    .hint-2 = ajoutez : type: text (ou l’un de : { $allowed })

field-option-unknown = « { $key } » ne dit rien d’un champ de type { $type }
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = ce qui peut en être dit : { $allowed }

declaration-key-unknown = « { $key } » ne dit rien d’un champ
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = ce qui peut en être dit : type, { $allowed }

field-option-of-item = « { $key } » se dit d’une liste entière, et non de ce qu’elle contient
    .hint = déplacez-le à côté de « type: list », ou supprimez-le

field-localized-twice = « { $field } » fait partie de « { $outer } », qui a déjà une valeur par langue
    .hint = retirez « localized » de l’un des deux

field-too-deep = « { $field } » est trop profond : { $max } listes et groupes au plus peuvent s’emboîter
    .hint = faites une collection des champs intérieurs, et renvoyez-y : {"{"}type: reference, to: …{"}"}

field-option-missing = au champ « { $field } » de type { $type } il manque « { $option } »
    .hint = écrivez par exemple : { $field }: { $example }

field-name-taken = toute entrée a déjà un champ « { $field } », sans déclaration
    .hint = donnez un autre nom à celui-ci

field-name-form = le nom « { $field } » ne peut avoir que des minuscules sans accent, des chiffres et _, et commence par une lettre
    .hint = écrivez : { $suggested }

label-missing = « { $key } » a un libellé dans d’autres langues, mais pas en « { $language } »
    .hint = ajoutez : { $language }: "…"

choice-twice = le choix « { $key } » est donné deux fois
    .hint = n’en gardez qu’un

rule-unknown = il n’y a pas de règle « { $key } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les règles possibles : { $allowed }

rule-form = la règle « { $key } » ne peut pas s’écrire ainsi
    .hint = écrivez par exemple : { $example }

rule-several = « { $key } » est une deuxième règle au même endroit
    .hint = écrivez-la sur sa propre ligne, après un tiret : un « when » vaut alors pour chacune séparément

rule-mixed = la règle « { $rule } » compare des dates entre elles, ou des nombres entre eux, et ceci les mélange
    .hint = écrivez une règle pour les dates et une autre pour les nombres

rule-no-fields = la règle nomme « { $path } », mais « { $key } » est { $found } et n’a pas de champs
    .hint = écrivez : { $key }

rule-field-unknown = la règle nomme le champ « { $path } », et il n’y a pas de « { $key } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les champs possibles à cet endroit : { $allowed }

rule-field-type = la règle « { $rule } » n’a pas de sens pour « { $path } », qui est { $found }
    .hint = « { $rule } » est pour { $wanted }

schema-label-picture = l’image

schema-label-other-value = l’autre valeur

schema-label-earlier = « { $earlier } » est ici

schema-label-second-total = « { $second } » est ici

schema-label-same-text = le même texte en « { $second } »

schema-label-other-currency = celui-ci est en { $other }

schema-label-others = « { $others } » est ici

schema-label-condition = la condition est remplie ici

schema-escape = un signe que personne ne voit

schema-monday = lundi

schema-tuesday = mardi

schema-wednesday = mercredi

schema-thursday = jeudi

schema-friday = vendredi

schema-saturday = samedi

schema-sunday = dimanche

schema-escape-tab = une tabulation

schema-escape-newline = une fin de ligne
