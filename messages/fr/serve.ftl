port-taken = le port { $port } est pris par un autre programme : l’aperçu est sur le port { $used }

no-port = aucun port n’est libre de { $port } à { $last }
    .hint = indiquez-en un autre avec --port

no-listening = l’aperçu ne peut pas être offert à l’adresse { $address } : { $reason }
    .hint = laissez --host de côté pour ne l’offrir qu’à cette machine, ou indiquez un autre port avec --port

preview-open = l’aperçu peut être lu par toutes les machines qui atteignent celle-ci, brouillons compris
    .hint = laissez --host de côté pour ne l’offrir qu’à cette machine

watches-full = cette machine ne peut pas surveiller plus de dossiers : l’aperçu regarde lui-même les fichiers à chaque seconde
    .hint = pour être de nouveau prévenu aussitôt, relevez la limite : sudo sysctl fs.inotify.max_user_watches=524288, puis relancez l’aperçu

no-watch = les dossiers ne peuvent pas être surveillés ({ $reason }) : l’aperçu regarde lui-même les fichiers à chaque seconde

no-browser = aucun navigateur n’a pu être ouvert : { $reason }
    .hint = ouvrez vous-même { $address }

preview-failed = Rihla a commis une erreur de son fait en préparant ceci : { $detail }
    .hint = l’aperçu continue ; signalez-le, s’il vous plaît, avec le fichier que vous venez de modifier

start-needs-name = donnez un nom au nouveau site
    .hint = celui de votre organisation, par exemple
start-site-lacking = « { $folder } » n’est pas le dossier d’un site
    .hint = choisissez le dossier qui contient « content », où se trouve site.yaml

start-folder-lacking = il n’y a pas de dossier « { $folder } »
    .hint = choisissez-en un qui existe : le site aura le sien dedans

start-needs-purpose = dites à quoi le site sert

desk-changed-since = le fichier « { $path } » a changé depuis : cela ne peut plus être annulé d’ici
    .hint = ouvrez le texte et changez-le à la main

desk-no-step = il n’y a plus rien de ce numéro dans l’historique

desk-text-unsaved = ce texte n’est pas encore enregistré
    .hint = enregistrez-le d’abord

desk-picture-damaged = « { $name } » est abîmée, ou n’est pas une image
    .hint = ouvrez-la sur votre ordinateur, et enregistrez-la de nouveau en JPEG ou en PNG

desk-picture-kind = « { $name } » ne peut pas être montrée dans un navigateur : c’est { $found }
    .hint = enregistrez-la en JPEG ou en PNG, puis déposez-la de nouveau

desk-form-stale = cette page montre un état ancien du texte
    .hint = ouvrez-le de nouveau

desk-entry-needed = « { $title } » ne peut pas être supprimé : d’autres textes y mènent ou le nomment
    .hint = ôtez-le d’abord de : { $rows }

desk-drawing-active = « { $name } » n’est pas un simple dessin : il contient un programme ou va chercher autre chose ailleurs
    .hint = demandez à qui l’a fait une image PNG

desk-file-kind = un fichier comme « { $name } » ne peut pas accompagner un texte
    .hint = ce qui le peut : des images, et { $known }

desk-file-false = « { $name } » n’est pas un fichier { $kind }, malgré son nom
    .hint = ouvrez-le dans le programme qui l’a fait et enregistrez-le dans ce format, puis déposez-le de nouveau

desk-typed-elsewhere = ce texte est en cours d’écriture dans une autre page du bureau, qui n’est pas encore enregistrée
    .hint = enregistrez dans l’autre page, ou continuez ici ; ce que vous venez d’écrire est gardé dans ce navigateur
