template-unused = rien ne se sert de ce fichier : aucune collection ne porte son nom, aucun texte ne le demande, aucun autre modèle ne l’appelle
    .hint = appelez-le, donnez-lui le nom de ce qu’il affiche, ou supprimez-le

template-syntax = le modèle ne peut pas être lu : { $detail }

template-circle = le modèle revient à lui-même : { $way }
    .hint = un modèle ne peut ni prolonger ni inclure lui-même, même en passant par d’autres : supprimez l’une de ces lignes

template-unknown-name = le modèle emploie quelque chose qui n’existe pas : { $detail }
    .hint = vouliez-vous écrire « { $nearest } » ?

template-render = la page { $page } ne peut pas être dessinée : { $detail }

template-steps = la page { $page } demande plus de { $limit } millions d’étapes pour être dessinée
    .hint = chaque tour de boucle est une étape : faites parcourir moins aux boucles, ou mettez-les l’une après l’autre plutôt que l’une dans l’autre

template-size = la page { $page } produit un texte de plus de { $limit } Mio
    .hint = un texte joint à lui-même, ou écrit dans une boucle, grandit vite : évitez-le, ou faites parcourir moins à la boucle

template-argument = « { $function } » n’a pas d’argument « { $argument } » (page { $page })
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = ses arguments sont : { $known }

template-argument-value = l’argument « { $argument } » de « { $function } » doit être { $expected } (page { $page })

template-string-value = le texte « { $key } » a un emplacement pour { $place }, et rien n’y est mis : la page montrerait ces signes (page { $page })
    .hint = donnez-le après la clé : t(key="{ $key }", { $name }=…)

template-unknown-value = « { $function } » a reçu « { $value } », qui n’existe pas (page { $page })
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = il y a : { $known }

template-sharing = les images de partage ne peuvent pas être dessinées : { $detail }
    .hint = templates/sharing.svg dessine en SVG, avec « title », « lines », « size », « site », « section », « language », « direction », « anchor », « start », « width » et « height », et sans fonctions

template-filter-value = « { $function } » ne peut pas écrire « { $value } » ; il lui faut { $expected } (page { $page })

template-page = pendant que ceci était dessiné
