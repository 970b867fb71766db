write-exists = il y a déjà un fichier { $path } ; rien n’a été écrit par-dessus

write-failed = « { $path } » ne peut pas être écrit : { $reason }
    .hint = une fois ce point réglé, relancez la commande : ce qui était commencé sera alors terminé

build-running = une autre construction écrit en ce moment dans le dossier « { $out } »
    .hint = attendez qu’elle soit finie, ou écrivez dans un autre dossier avec --out DOSSIER

output-foreign = le dossier « { $out } » contient déjà des fichiers que Rihla n’a pas écrits, et la construction les remplacerait
    .hint = écrivez dans un autre dossier avec --out DOSSIER ; ou, si tout son contenu peut être supprimé, ajoutez --force

output-place = le site ne peut pas être écrit dans « { $out } » : { $why }
    .hint = choisissez un dossier à part, par exemple public, avec --out DOSSIER

output-symbolic-link = « { $path } » est un lien symbolique, à travers lequel Rihla n’écrit pas
    .hint = supprimez le lien, ou indiquez avec --out DOSSIER le dossier vers lequel il mène

output-in-the-way = un fichier doit être écrit à « { $path } », où se trouve un dossier avec des fichiers que Rihla n’a pas écrits
    .hint = supprimez ce dossier ou déplacez-le

source-changed = « { $path } » a été modifié depuis sa lecture, et a été laissé tel quel
    .hint = relancez la commande une fois le fichier enregistré

source-outside = « { $path } » mène à un fichier hors des dossiers du site, et a été laissé tel quel

output-path = « { $path } » ne peut pas être le chemin d’un fichier du site

output-twice = « { $path } » et « { $other } » ne peuvent pas être écrits tous les deux

write-is-a-file = c’est un fichier

write-is-site = c’est le dossier du site lui-même

write-holds-site = le dossier du site s’y trouve

write-is-source = il fait partie de ce dont le site est fait

write-no-name = il n’a pas de nom à lui
