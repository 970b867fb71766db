entry-without-slug = le titre « { $title } » ne permet pas de former une adresse
    .hint = ajoutez une ligne : slug: …

address-without-date = les adresses de la collection { $collection } contiennent une date, et cet élément n’en a pas
    .hint = le dossier { $folder } doit être un seul élément : appelez ce texte index au lieu de { $name }
    .hint-2 = un nom commence par l’année, le mois et le jour : appelez-le { $wanted } au lieu de { $name }
    .hint-3 = ajoutez une ligne avec sa date, comme celle-ci : date: 2017-06-02

ledger-line = cette ligne du registre ne peut pas être lue
    .hint = une ligne contient une adresse, une langue et un élément, séparés par des espaces ; rétablissez le fichier depuis la gestion de versions

ledger-conflict = cette ligne a été laissée par une fusion inachevée
    .hint = gardez les lignes des deux côtés et supprimez les marques

ledger-twice = le registre donne l’adresse { $address } à deux éléments
    .hint = gardez la ligne de l’élément qui a cette adresse

address-vanished = l’adresse { $address } a été publiée, et plus rien n’y répond
    .hint = dans { $file }, ajoutez : aliases: [{ $address }]
    .hint-2 = remettez le fichier { $missing } ; pour retirer la page définitivement, laissez-y son « title » et écrivez gone: true
    .hint-3 = si le texte est maintenant { $renamed }, ajoutez-y : aliases: [{ $address }] ; s’il n’existe plus, écrivez l’adresse dans « gone: » de content/site.yaml
    .hint-4 = écrivez-la dans « aliases: » de l’élément qui la remplace, ou dans « gone: » de content/site.yaml

address-withdrawn = ceci retirerait du site ce qui a été publié : { $addresses }
    .hint = écrivez { $draft }, et préparez le nouveau texte ailleurs ; pour retirer la page définitivement, écrivez plutôt gone: true
    .hint-2 = supprimez la ligne « { $key } » : la page est déjà en ligne ; pour la retirer définitivement, écrivez plutôt gone: true
    .hint-3 = ajoutez { $tag } à cette liste ; pour retirer cette page définitivement, écrivez gone: true dans son texte
    .hint-4 = remettez le texte de ce fichier ; pour retirer la page définitivement, laissez son « { $title } » et écrivez gone: true
    .hint-5 = écrivez { $field } avec le nom de qui a relu le texte ; une démonstration (demonstration: true dans content/site.yaml) n’en demande pas

address-reused = l’adresse { $address } a été publiée pour « { $entry } », qui existe toujours
    .hint = donnez un autre « slug: » à cet élément, pour que les liens vers l’autre restent justes

alias-taken = l’alias { $address } est l’adresse d’une page
    .hint = supprimez l’alias, ou donnez une autre adresse à la page

alias-self = l’alias { $address } mène à lui-même : c’est l’adresse de cette page
    .hint = supprimez-le

alias-twice = l’alias { $address } mène à deux pages
    .hint = gardez-le dans l’un des deux

alias-nowhere = l’alias { $address } ne mène nulle part : les éléments de cette collection n’ont pas de page

gone-taken = { $address } est déclarée disparue, et une page a cette adresse
    .hint = retirez-la de « gone: »

gone-alias = { $address } est déclarée disparue, et un alias mène de là à une page
    .hint = retirez-la de « gone: », ou supprimez l’alias

route-ledger-first = l’autre ligne

route-page = cette page

route-alias = l’alias

route-other-alias = l’autre alias

route-ledger-says = le registre le dit
