sign-unseen = il y a ici un signe que personne ne voit et que la plupart des logiciels ne savent pas afficher : { $sign }
    .hint = remplacez { $broken } par une espace
    .hint-2 = supprimez { $useless }
    .hint-3 = supprimez le signe { $sign }, ou écrivez ce qu’il devait montrer

front-matter-missing = ce texte ne dit pas son titre
    .hint = commencez le fichier par trois lignes : --- puis title: "…" puis ---

front-matter-unframed = il manque les lignes de tirets autour des champs, qui sont donc lus comme du texte
    .hint = mettez une ligne de trois tirets, ---, au-dessus de « { $first } », et une autre au-dessous de « { $last } »

file-language = le nom de ce fichier ne dit pas sa langue
    .hint = renommez-le en { $wanted }, ou en { $others }, selon sa langue
    .hint-2 = renommez-le en { $wanted }

file-language-twice = le nom « { $name } » dit deux fois sa langue
    .hint = renommez-le en { $wanted }

file-ending = « { $name } » n’est pas lu, à cause de la fin de son nom
    .hint = renommez-le en { $wanted }, ou en { $others }, selon sa langue
    .hint-2 = renommez-le en { $wanted } (Windows cache la fin des noms : dans l’Explorateur, affichez les « extensions de noms de fichiers »)

file-capitals = « { $name } » contient des majuscules : un fichier de ce nom n’a de sens qu’en minuscules
    .hint = renommez-le en { $wanted }

entries-alike = « { $name } » et « { $other } » sont deux éléments, car ils ne s’écrivent pas de la même façon : les langues sont reliées par le nom du fichier
    .hint = renommez celui-ci en { $wanted }
    .hint-2 = donnez un autre nom à l’un des deux

entries-form = « { $name } » n’est pas lu : les éléments d’une collection ne sont pas pris dans un fichier { $extension }
    .hint = écrivez-les dans entries.yaml, une liste dont chaque élément commence par « - id: … »

file-language-unknown = le site n’a pas de langue « { $language } »
    .hint = si le site doit l’avoir, ajoutez « tag: { $meant } » aux langues de content/site.yaml ; celles qu’il a : { $known }
    .hint-2 = vouliez-vous écrire { $nearest } ? Renommez alors le fichier en { $wanted }
    .hint-3 = ses langues sont : { $known }

stray-text = ce texte n’appartient à rien : le dossier { $folder } est un seul élément, et ses textes s’appellent index
    .hint = renommez-le en { $wanted }, ou sortez-le de ce dossier

stray-index = _index est le texte de la page d’accueil ou de la liste d’une collection ; ici, il n’appartient à rien
    .hint = renommez-le en { $wanted }

entry-id = chaque élément de entries.yaml doit avoir un « id »
    .hint = ajoutez comme première ligne : id: { $example }

entry-id-form = « { $value } » ne peut pas être un id
    .hint = employez des minuscules sans accent, des chiffres et des traits d’union : { $example }

entries-not-a-list = entries.yaml doit être une liste : chaque élément commence par « - id: … »

entry-not-a-map = ici, il faut des lignes « clé : valeur »

collection-undeclared = entries.yaml se trouve dans le dossier { $folder }, qui ne déclare aucune collection
    .hint = ajoutez le fichier { $wanted }
