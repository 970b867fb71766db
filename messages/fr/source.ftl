since-unknown = « { $value } » n’est pas un état antérieur de ce site : ni le dossier d’un site, ni un dossier publié, ni une liste de ce qui a été écrit, et Git ne connaît pas cette révision ({ $reason })
    .hint = donnez une révision, par exemple main ou v1.2, ou un dossier ; dans la CI, tout l’historique doit avoir été récupéré

since-outside-git = « { $value } » n’est pas un dossier, et le site n’est dans aucun dépôt Git dont ce serait une révision
    .hint = donnez le dossier d’un état antérieur du site, ou celui du site publié

since-broken = l’état « { $value } » du site a lui-même des erreurs, la première dans { $path } ({ $code }) : il n’y a rien à comparer
    .hint = donnez un état du site qui pouvait être construit

since-no-manifest = « { $path } » n’est pas une liste de ce qu’un build a écrit
    .hint = donnez un fichier de .rihla dont le nom se termine par manifest.json

site-folder-missing = il n’y a pas de dossier « { $path } »
    .hint = indiquez le dossier du site avec --site DOSSIER

file-unreadable = « { $path } » ne peut pas être lu : { $reason }

file-changed = « { $path } » a été modifié pendant la construction du site
    .hint = relancez la commande une fois le fichier enregistré ou copié

merge-unfinished = cette ligne a été laissée par une fusion inachevée
    .hint = gardez ce qui est juste des deux côtés et supprimez les lignes <<<<<<<, ======= et >>>>>>>

text-not-utf8 = ce texte n’est pas enregistré en UTF-8 : les accents de la ligne { $line } sont illisibles (il est sans doute en Latin-1 ou Windows-1252)
    .hint = ouvrez-le, choisissez « Enregistrer sous » et, sous « Encodage », choisissez UTF-8

static-text-not-utf8 = ce texte n’est pas enregistré en UTF-8, et les visiteurs risquent de voir de faux accents dès la ligne { $line } (il est sans doute en Latin-1 ou Windows-1252)
    .hint = ouvrez-le, choisissez « Enregistrer sous » et, sous « Encodage », choisissez UTF-8

text-utf16 = ce texte est enregistré en UTF-16 (que certains logiciels appellent « Unicode ») et non en UTF-8
    .hint = ouvrez-le, choisissez « Enregistrer sous » et, sous « Encodage », choisissez UTF-8

text-nul = la ligne { $line } contient un caractère nul, qu’aucun texte ne contient : le fichier est endommagé, ou n’est pas un texte
    .hint = ouvrez-le, choisissez « Enregistrer sous » et, sous « Encodage », choisissez UTF-8 ; ou reprenez une version antérieure

text-too-large = ce texte est trop volumineux : { $size } Mo, alors que { $limit } Mo au plus sont lus
    .hint = divisez-le en plusieurs textes, ou mettez dans des fichiers à part ce qui n’est pas du texte (images, données)

symbolic-link-outside = c’est un lien symbolique qui mène hors du dossier du site, ou dans un dossier caché ; il n’est pas suivi
    .hint = mettez à sa place une copie de ce vers quoi il mène

file-hidden = un nom qui commence par un point n’est pas publié, sauf .well-known et .nojekyll
    .hint = ôtez le point, ou supprimez le fichier ; ce qu’un serveur doit savoir est dans « hosting: » de content/site.yaml

symbolic-link-loop = c’est un lien symbolique vers un dossier qui le contient ; il n’est pas suivi
    .hint = supprimez le lien

symbolic-link-broken = c’est un lien symbolique qui ne mène nulle part
    .hint = supprimez le lien, ou remettez en place ce vers quoi il mène

not-a-file = ce n’est ni un fichier ni un dossier ; il est laissé de côté

names-differ-in-case = « { $first } » et « { $second } » ne diffèrent que par les majuscules : sous Windows et macOS, c’est un seul et même nom
    .hint = renommez ou supprimez l’un des deux

names-look-the-same = deux fichiers ou dossiers portent ici le même nom « { $first } », avec des accents enregistrés de deux manières
    .hint = supprimez l’un des deux, ou donnez-lui un autre nom

name-not-unicode = le nom de « { $path } » contient des caractères illisibles
    .hint = renommez-le, avec des lettres, des chiffres et des traits d’union

name-refused = le nom « { $name } » contient { $character }, ce qu’une adresse ne peut pas contenir
    .hint = renommez-le, avec des lettres, des chiffres et des traits d’union

name-windows = Windows n’accepte pas le nom « { $name } » : les collègues qui l’utilisent ne pourront pas récupérer le site
    .hint = renommez-le, avec des lettres, des chiffres et des traits d’union

picture-position = cette image dit où elle a été prise, à quelques mètres près : toute personne qui a une copie des fichiers du site peut le lire, et retrouver les personnes photographiées
    .hint = lancez rihla fmt, qui retire leurs données cachées des images dont le fichier est entier, sans toucher aux images ; ou exportez-la de nouveau sans sa position (« supprimer les propriétés » sous Windows, « exporter sans la position » sous macOS)

file-position = ce fichier dit où il, ou une image qu’il contient, a été pris, à quelques mètres près : toute personne qui en a une copie peut le lire, et retrouver les personnes montrées
    .hint = exportez-le de nouveau sans sa position (« supprimer les propriétés » sous Windows, « exporter sans la position » sous macOS) : une image en JPEG, un document à partir d’images qui n’ont plus de position

file-cut = la fin de ce fichier manque, comme après un téléchargement interrompu : personne ne peut l’ouvrir en entier
    .hint = remettez l’original

drawing-active = ce dessin ne fait pas que dessiner ({ $removed }), et un fichier du dossier static est publié tel quel : un navigateur qui l’ouvre fait ce qu’il dit
    .hint = exportez-le de nouveau comme simple dessin (dans Inkscape : « SVG simple ») ; ou placez-le à côté d’un texte : le site n’y publie que ce qui dessine

file-pointer = ce n’est pas le fichier lui-même, mais la note que Git LFS garde à sa place
    .hint = récupérez le fichier : git lfs pull ; dans la CI, récupérez le dépôt avec LFS (avec actions/checkout : lfs: true)

file-mislabelled = d’après son nom, c’est un fichier de type { $said }, mais en réalité c’est { $found }
    .hint = renommez le fichier « { $wanted } », et écrivez le nouveau nom dans les textes qui le nomment ; ou remettez l’original
    .hint-2 = remettez l’original, ou enregistrez-le de nouveau en { $again }

picture-mislabelled = d’après son nom, c’est une image { $said }, mais en réalité c’est { $found }
    .hint = renommez le fichier « { $wanted } », et écrivez le nouveau nom dans les textes qui l’affichent
    .hint-2 = ouvrez le fichier et exportez-le en { $said }

picture-damaged = d’après son nom, c’est une image { $said }, mais elle n’en contient aucune : le fichier est vide, endommagé ou autre chose
    .hint = remplacez-le par l’original

source-other-name = l’autre est ici

source-control = un caractère de commande invisible

source-unseen = un signe que personne ne voit

source-backslash = une barre oblique inverse (\)

source-denied = l’accès est refusé

source-not-found = il n’existe plus

source-full = le disque est plein

source-read-only = le disque est en lecture seule

source-a-jpeg-xl = une image JPEG XL, que la plupart des navigateurs n’affichent pas

source-a-film = un film en MP4 ou QuickTime

source-nothing = un fichier vide

source-a-pointer = une note de Git LFS

source-a-web-page = une page web, comme en laisse un téléchargement manqué

source-a-packed = une archive (ZIP), ou un document Word, Excel, PowerPoint ou LibreOffice

source-an-office = un ancien document Word, Excel ou PowerPoint

source-a-rich-text = un texte en RTF

source-a-webm = un film en WebM ou Matroska

source-an-mp3 = un enregistrement en MP3

source-an-ogg = un enregistrement en Ogg

source-a-png = une image PNG

source-a-jpeg = une image JPEG

source-a-gif = une image GIF

source-a-webp = une image WebP

source-an-avif = une image AVIF

source-a-heic = une image HEIC (d’un iPhone), que les navigateurs n’affichent pas

source-a-tiff = une image TIFF, que les navigateurs n’affichent pas

source-an-svg = un dessin SVG

source-a-pdf = un document PDF

source-something-else = autre chose
