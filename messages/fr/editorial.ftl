unknown-entry = il n’y a pas d’élément « { $value } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = « rihla status --all » les montre tous

ambiguous-entry = « { $value } » peut désigner plusieurs éléments : { $candidates }
    .hint = écrivez son nom en entier

entry-needed = indiquez l’élément à { $done }
    .hint = écrivez par exemple : { $example }

entries-too-many = la commande { $command } ne prend qu’un élément à la fois, et { $count } sont nommés : { $values }
    .hint = lancez la commande une fois pour chacun

no-such-language = le site n’a pas de langue « { $value } »
    .hint = il a celles-ci : { $known } ; pour ajouter « { $value } », écrivez sous « languages: » dans content/site.yaml : { $row }
    .hint-2 = il a celles-ci : { $known }

which-language = { $id } peut être traduit dans plusieurs langues : { $known }
    .hint = dites laquelle : --to { $example }

no-such-collection = le site n’a pas de collection « { $value } »
    .hint = il a celles-ci : { $known }

no-such-state = « { $value } » n’est pas un état de traduction
    .hint = les états sont : { $known }

no-text-in-language = { $id } n’a pas de texte en { $language }
    .hint = « rihla translate { $id } --to { $tag } » en prépare un

same-language = { $id } est l’original en { $language } : il ne peut pas être sa propre traduction

translation-orphan = { $id } : le texte dont la version en { $language } est la traduction n’existe plus
    .hint = dites de quelle langue elle vient désormais : rihla accept { $id } --to { $tag } --from LANGUE ; ou retirez « translation », et c’est l’original

translation-left = { $id } : la source a changé depuis que la traduction en { $language } a été validée ; elle est laissée telle quelle
    .hint = relisez-la, puis : rihla accept { $id } --to { $tag } ; dans un navigateur, videz le champ « revision »

translation-unfinished = { $id } : la traduction en { $language } n’est pas prête (voir ci-dessus ; en tout : { $count })
    .hint = complétez-la ou corrigez-la, puis recommencez ; si tout cela est voulu : rihla accept { $id } --to { $tag } --as-is (pour des chiffres, « rihla check » le redira tant qu’un commentaire du texte ne dit pas pourquoi : <!-- rihla: same figures: la raison -->)

translation-left-unfinished = { $id } : il manque quelque chose à la traduction en { $language }, ses chiffres ne sont pas ceux de sa source, ou elle en a encore les mots ; elle n’est pas validée
    .hint = « rihla accept { $id } --to { $tag } » montre où

editorial-unreadable = { $path } a des erreurs dans ses champs, et a été laissé tel quel
    .hint = « rihla build » les montre ; corrigez-les d’abord

editorial-stuck = rien ne peut être écrit dans { $path } sans changer davantage ; il a été laissé tel quel
    .hint = écrivez chaque champ sur sa ligne, puis recommencez

no-past-text = { $id } : rien n’est gardé du texte en { $source } dont la version en { $language } est la traduction
    .hint = relisez les deux, puis « rihla accept { $id } » : à partir de là, les changements pourront être montrés

editorial-term-accepted = valider

editorial-term-compared = comparer

editorial-term-removed = retirer

editorial-term-translated = traduire

theme-file-unknown = le thème par défaut n’a pas de fichier « { $value } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = « rihla theme --list » les nomme tous

theme-file-several = le thème par défaut a plusieurs fichiers appelés « { $value } »
    .hint = nommez-en un avec son dossier : { $known }

theme-file-there = { $path } existe déjà et n’est pas remplacé
    .hint = renommez-le d’abord, si vous voulez l’original à côté

theme-alone = le thème « { $theme } » est complet en lui-même : il ne prend aucun fichier au thème par défaut
    .hint = ajoutez à themes/{ $theme }/theme.yaml une ligne : extends: { $default }

new-title = le titre n’a ni lettre ni chiffre
    .hint = écrivez-le entre guillemets droits : { $example }

new-there = il y a déjà un élément { $id }
    .hint = choisissez un autre titre, ou ouvrez celui qui existe

init-folder = { $path } n’est pas vide : il contient « { $name } »
    .hint = indiquez un dossier qui n’existe pas encore

init-language = « { $value } » n’est pas le code d’une langue avec laquelle Rihla sait commencer
    .hint = les codes sont ceux de BCP 47, comme dans : { $example }

init-purpose = il n’y a pas de site de départ pour « { $value } »
    .hint = les modèles sont : { $known }

init-address = « { $value } » n’est pas l’adresse d’un site
    .hint = écrivez-la à partir de https://, comme dans https://www.example.org/

init-inside = { $path } est déjà un site, et un site ne se place pas dans un autre
    .hint = indiquez un dossier à côté

init-name = le nom a { $count } signes, et un titre en a { $most } au plus
    .hint = donnez-en un plus court ; le nom complet a sa place dans le texte qui présente l’organisation

new-long = le titre a { $count } signes, et { $most } au plus sont admis ici
    .hint = raccourcissez-le
