chart-file = « { $file } » n’est pas un fichier de données lisible
    .hint = employez un fichier .csv, enregistré au format « CSV UTF-8 », ou .yaml

chart-empty = il n’y a aucun chiffre dans ces données
    .hint = la première ligne nomme les colonnes, et chaque ligne suivante est une rangée

chart-quote = ce guillemet n’est jamais fermé
    .hint = écrivez-le deux fois s’il appartient au texte : ""

chart-column-name = deux colonnes s’appellent « { $column } »
    .hint = donnez à chacune son propre nom dans la première ligne

chart-title-row = la première ligne doit nommer les colonnes, et celle-ci n’en nomme pas : « { $words } »
    .hint = supprimez cette ligne ; un titre s’écrit dans la page : title="…"

chart-cells = cette rangée a plus de cases que la première ligne ne nomme de colonnes ({ $count })
    .hint = mettez entre guillemets droits un texte qui contient { $separator }
    .hint-2 = ôtez ce qui est de trop, ou nommez la colonne dans la première ligne

chart-head = la première ligne contient des chiffres, et elle est prise pour les noms des colonnes
    .hint = écrivez au-dessus une ligne qui donne un nom à chaque colonne, par exemple : annee{ $separator }personnes

chart-cells-missing = cette rangée n’a pas de case pour « { $column } » : aucun chiffre n’y est montré
    .hint = écrivez ce qui manque ; s’il n’y a pas de chiffre, le séparateur « { $separator } » suffit

chart-row-twice = deux rangées s’appellent « { $row } » : elles sont montrées toutes les deux
    .hint = donnez à chacune son propre nom, ou supprimez-en une

chart-column = ces données n’ont pas de colonne « { $column } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les colonnes sont : { $known }

chart-number = « { $value } » n’est pas un nombre
    .hint = écrivez { $suggested }
    .hint-2 = n’écrivez que des chiffres ; laissez la case vide s’il n’y en a pas

chart-number-readings = « { $value } » peut se lire comme deux nombres différents
    .hint = écrivez { $suggested } ou { $other }, selon ce que vous voulez dire

chart-negative = { $value } ne peut pas être la part d’un tout
    .hint = corrigez le chiffre, ou dessinez des barres : kind=bar

chart-whole = la somme des parts de « { $row } » est nulle
    .hint = laissez ses cases vides s’il n’y a pas de chiffres, ou dessinez des barres : kind=bar

chart-series = { $count } séries ne se distinguent pas dans un même graphique ; on peut en montrer { $most } au plus
    .hint = nommez moins de colonnes dans y="…", ou faites plusieurs graphiques

chart-parts = { $count } parts d’un même tout ne se distinguent pas ; on peut en montrer { $most } au plus
    .hint = réunissez les plus petites en une rangée, ou dessinez des barres : kind=bar

chart-rows = { $count } rangées sont trop pour un graphique de ce genre ; on peut en lire { $most } au plus
    .hint = gardez celles qui comptent, ou dessinez des courbes : kind={ $kind }
    .hint-2 = gardez celles qui comptent

chart-yaml = les données d’un graphique sont une liste de rangées, et ceci n’en est pas une
    .hint = écrivez chaque rangée ainsi : - {"{"}annee: 2024, personnes: 28604{"}"}

chart-collection = il n’y a pas de collection « { $collection } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les collections sont : { $known }

chart-by = « { $collection } » est une collection, et rien ne dit selon quoi ses éléments sont comptés
    .hint = écrivez par exemple : by=year

chart-field = la collection « { $collection } » n’a pas de champ « { $field } » { $wanted }
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = peuvent servir : { $known }

chart-currencies = des montants en { $one } et en { $other } ne s’additionnent pas
    .hint = comptez plutôt les éléments, value=count, ou mettez les chiffres dans un fichier de données

chart-columns-here = les colonnes sont nommées ici

chart-amount-here = celui-ci est en { $other }

chart-to-count-by = selon lequel compter ses éléments

chart-to-add-up = dont on puisse faire la somme
