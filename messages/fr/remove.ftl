remove-unknown = il n’y a pas d’élément « { $value } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = un élément se nomme par son chemin dans content, sans langue ni extension, par exemple news/2017-06-02-caritas

remove-part = « { $value } » est le texte d’une page d’accueil ou d’une liste, dont le site ne peut pas se passer

remove-named = ceci mène à « { $value } », qui devait être retiré
    .hint = enlevez-le d’ici, ou mettez à sa place ce que le lecteur doit trouver

remove-needed = « { $value } » n’a pas été retiré : le site en a encore besoin (erreurs sans lui : { $count })
    .hint = corrigez d’abord ces endroits, puis relancez la commande
