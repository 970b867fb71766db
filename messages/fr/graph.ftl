entry-twice = l’élément « { $id } » est décrit deux fois
    .hint = renommez ou supprimez l’un des deux

field-required = « { $field } » est obligatoire et n’a pas de valeur
    .hint = après une espace, « # » commence un commentaire : si « { $lost } » est la valeur, mettez-la entre guillemets doubles
    .hint-2 = écrivez-le après « { $empty }: », sur la même ligne
    .hint-3 = ajoutez une ligne : { $line }
    .hint-4 = ajoutez une ligne : { $key }: "…"

field-required-in-language = « { $field } » n’a pas de valeur en { $language }, langue dans laquelle cette page existe
    .hint = après une espace, « # » commence un commentaire : si « { $lost } » est la valeur, mettez-la entre guillemets doubles
    .hint-2 = écrivez-le après « { $empty }: », sur la même ligne
    .hint-3 = écrivez les mêmes lignes dans { $wanted }, avec le texte dans cette langue
    .hint-4 = ajoutez une ligne : { $line }
    .hint-5 = ajoutez sous « { $key } » une ligne : { $tag }: "…"

entry-without-text = rien n’est publié de ce fichier : aucun texte n’est à côté de lui, et il n’a pas de « { $field } »
    .hint = écrivez le texte dans { $wanted }, ou supprimez ce fichier

translation-required = cet élément n’existe pas en { $language }, alors que sa collection l’exige
    .hint = écrivez le fichier { $wanted }

language-not-meant = ce texte n’est pas publié : l’élément dit qu’il n’existe que dans ces langues : { $languages }

unknown-reference = il n’y a pas d’élément « { $value } » dans la collection { $collection }
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = créez-le dans content/{ $collection }, ou corrigez le nom

references-together = « { $value } » nomme plusieurs éléments, et chacun est un élément à part dans « { $field } »
    .hint = séparez-les par des virgules, entre crochets : [{ $ids }]

folder-of-no-collection = ce texte n’est dans aucune liste ni aucun flux : le dossier { $folder } n’est pas une collection
    .hint = les fichiers de cette collection sont dans content/{ $collection } : déplacez-y le texte ; si c’est une page à part, donnez un autre nom au dossier, ou au texte une ligne dans un menu

dated-outside = le nom de ce texte commence par une date, et le texte n’est dans aucune liste ni aucun flux
    .hint = déplacez-le dans content/{ $collections } ; si c’est une page à part, ôtez la date de son nom, ou donnez-lui une ligne dans un menu

names-of-a-pair = { $name } n’existe qu’en { $own_language }, et { $other }, du même jour, qu’en { $language }
    .hint = si c’est un seul texte en deux langues, donnez aux deux le même nom jusqu’à la langue

never-online = ce texte serait retiré du site avant d’y être mis, et ne serait jamais affiché
    .hint = « unpublish_at » doit venir après « publish_at » : corrigez l’un des deux

date-long-past = ceci est daté du { $date }, il y a plus de cinquante ans
    .hint = corrigez la date en tête du nom { $name } si l’année est une faute de frappe
    .hint-2 = corrigez-la si l’année est une faute de frappe

deadline-passed = cette échéance ({ $date }) précède la première mise en ligne du texte
    .hint = corrigez-la si le jour, l’heure ou l’année est une faute de frappe

event-undated = ceci n’a pas de { $field } : aucun agenda ne le contient, ni aucune liste de ce qui est à venir
    .hint = écrivez la ligne { $field }: avec son jour ; si chaque élément de la collection doit en avoir un, ce champ dit required: true

event-unannounced = le flux n’annonce pas ceci avant son jour ({ $date }) : rien ne dit quand le texte a paru
    .hint = écrivez la ligne publish_at: avec le jour où le texte paraît

text-untranslated = le texte entier a les mêmes mots en { $first } et en { $second } : il n’a pas été traduit
    .hint = traduisez-le, ou écrivez state: draft sous translation en attendant ; si c’est voulu : rihla accept { $id } --to { $tag } --as-is

date-far = ceci est daté du { $date }, dans plus de dix mois, et paraît dès maintenant
    .hint = corrigez la date en tête du nom { $name } ; ou, si la page doit paraître plus tard, ajoutez une ligne : publish_at: { $date }
    .hint-2 = corrigez la date ; ou, si la page doit paraître plus tard, ajoutez une ligne : publish_at: { $date }

name-date = le nom { $name } commence par { $value }, qui n’est pas un jour du calendrier
    .hint = si le jour et le mois ont été intervertis, appelez-le { $wanted }
    .hint-2 = renommez les fichiers de ce texte : l’année, le mois et le jour viennent en premier, comme dans 2026-02-09

ambiguous-reference = « { $value } » peut désigner plusieurs éléments : { $candidates }
    .hint = écrivez le nom entier, avec sa date

broken-link = ce lien ne mène nulle part : il n’y a pas de « { $target } »
    .hint = vouliez-vous écrire { $nearest } ?
    .hint-2 = mettez le fichier à côté du texte, dans { $folder }
    .hint-3 = écrivez le chemin d’un texte, par exemple { $example }, ou / et un id
    .hint-4 = écrivez le chemin d’un texte de ce site, ou / et un id

picture-elsewhere = l’image « { $value } » se trouve sur un autre site : celui-ci saurait qui lit la page, et elle peut disparaître à tout moment
    .hint = si vous avez le droit de l’employer, posez le fichier à côté du texte et écrivez son nom

link-empty = ce lien n’a pas d’adresse
    .hint = écrivez-la entre les parenthèses, comme dans [le rapport](rapport.pdf)

address-unseen = cette adresse contient un caractère invisible ({ $invisible }) : elle ne mène pas où elle semble mener
    .hint = supprimez ce caractère

link-without-page = « { $target } » n’a pas de page vers laquelle mener

link-several = « { $target } » contient plusieurs éléments, qui ont chacun leur page : ce lien ne dit pas lequel
    .hint = nommez l’élément, par exemple : { $example }

link-not-online = ce lien mène à « { $target } », qui n’est pas en ligne ; les mots restent, sans lien

broken-fragment = « { $target } » n’a pas d’intertitre « #{ $fragment } »
    .hint = vouliez-vous écrire #{ $nearest } ?
    .hint-2 = ses intertitres sont : { $known }
    .hint-3 = « { $bare } » n’a pas d’intertitres : faites le lien sans « #{ $fragment } », ou écrivez l’intertitre

file-on-computer = « { $value } » est un fichier d’un ordinateur : une page ne peut le montrer à personne d’autre
    .hint = le fichier est à côté du texte : écrivez { $nearest }
    .hint-2 = mettez le fichier dans le dossier de ce texte, « { $folder } », et écrivez seulement son nom : { $name }

path-outside = « { $value } » mène hors des dossiers du site

missing-file = il n’y a pas de fichier « { $value } »
    .hint = vouliez-vous écrire { $nearest } ?
    .hint-2 = mettez le fichier dans { $folder }

source-as-file = « { $file } » est une source du site, qui n’est pas publiée telle quelle
    .hint = faites un lien vers sa page : [mots du lien]({ $file })

not-a-picture = « { $file } » n’est pas une image qu’un navigateur affiche
    .hint = employez JPEG, PNG, WebP, AVIF, GIF ou SVG

picture-metadata = l’image « { $file } » contient des données cachées ({ $kinds }), qui peuvent dire où et par qui elle a été prise, et qui ne peuvent pas être retirées d’un fichier de ce genre
    .hint = exportez-la de nouveau en JPEG ou en PNG

picture-metadata-stuck = l’image « { $file } » contient des données cachées qui ne peuvent pas être retirées, car le fichier est endommagé
    .hint = exportez-la de nouveau en JPEG ou en PNG

definitions-page-missing = « definitions: » est activé, mais le site n’a pas de page « { $id } » où donner la liste des termes
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = écrivez le fichier { $file }, avec un titre et la ligne « template: definitions »

guide-without-parts = ce guide n’a pas de parties : aucune page ne se trouve au-dessous
    .hint = placez chaque partie dans le dossier content/{ $id }, comme content/{ $id }/premiere.{ $language }.md ; ou retirez in_parts: true
    .hint-2 = les parties d’un guide sont les pages placées au-dessous, et « { $collection } » n’en a pas : faites-en une page dans content, ou retirez in_parts: true

people-unsaid = rien ne dit si les images de ce texte montrent des personnes que l’on peut reconnaître, ici « { $file } »
    .hint = écrivez shows_people: false, ou shows_people: true et, sous consent, où leur accord est gardé

consent-missing = ces images montrent des personnes, et rien ne dit qu’elles sont d’accord
    .hint = écrivez où leur accord est gardé, sans donner de nom : consent: "Formulaires signés, dossier 2026-12"

picture-unreadable = l’image « { $file } » est illisible : elle est coupée ou endommagée
    .hint = ouvrez-la ; si elle s’affiche bien, exportez-la de nouveau, sinon reprenez l’original

picture-too-large = l’image « { $file } » a { $width } × { $height } pixels : il faut { $needed } Mo de mémoire pour la réduire, et { $limit } Mo au plus peuvent être employés
    .hint = réduisez-la : aucune page n’affiche plus de 4 000 pixels sur le grand côté ; ou augmentez « memory » sous « pictures » dans content/site.yaml

picture-heavy = cette image pèse { $size } Mo ; les visiteurs reçoivent des images réduites, mais toutes les personnes qui travaillent sur le site doivent la copier
    .hint = réduisez-la à 4 000 pixels sur le grand côté et gardez l’original ailleurs

picture-heavy-as-it-is = l’image « { $file } » est publiée telle quelle, car elle ne peut pas être réduite (elle est animée, ou en AVIF), et chaque visiteur charge { $size } ko
    .hint = employez une image fixe en JPEG ou PNG ; mieux vaut une vidéo que le lecteur lance qu’une image animée

picture-not-made = « { $file } » n’a pas pu être réduite
    .hint = exportez-la de nouveau en JPEG ou en PNG

picture-over-limit = l’image « { $file } » pèse encore { $size } ko une fois réduite autant que possible, plus que les { $limit } ko qu’une image devrait peser
    .hint = choisissez une image plus calme, ou une partie de celle-ci ; ou augmentez « image » sous « weight_limits » dans content/site.yaml

language-name = le thème n’a pas de mots pour dire « en » dans la langue « { $tag } »
    .hint = ajoutez à themes/{ $theme }/strings/{ $language }.yaml une ligne comme : in-language-{ $tag }: "en …"

unknown-fact = il n’y a pas de fait chiffré « { $value } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = ajoutez-le dans content/facts/entries.yaml

unknown-block = il n’y a pas de texte « { $value } » dans la collection « blocks »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les textes que d’autres textes reprennent sont les éléments d’une collection de ce nom : écrivez { $collection } avec « pages: false », et le texte dans { $wanted }
    .hint-3 = écrivez le texte dans { $wanted }, ou le nom d’un texte qui existe

block-without-text = « { $id } » n’a pas de texte à reprendre ici : il n’est écrit qu’en YAML
    .hint = écrivez le texte dans un fichier .md placé à côté

block-offline = rien ne paraît ici : « { $id } » n’est pas en ligne
    .hint = retirez « draft: true » ou la date de « { $id } », ou retirez cette directive

block-in-other-language = « { $id } » n’existe pas en { $language } : ce texte paraît ici en { $shown }, et la page le dit
    .hint = commencez sa traduction : rihla translate { $id } --to { $wanted }

block-circle = « { $id } » se reprendrait lui-même : { $way }
    .hint = retirez cette directive, ici ou dans l’un des textes par lesquels on y revient

block-too-deep = trop de textes sont repris dans « { $id } » : ils peuvent s’emboîter sur { $deep } niveaux, et être { $many } dans un même texte
    .hint = écrivez ici ce que dit « { $id } », ou reprenez moins de textes

unknown-menu-target = le menu nomme « { $value } », qui n’est ni un élément ni une collection
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = écrivez l’identifiant d’un élément ou le nom d’une collection, par exemple : { $known }

feed-empty = le flux de « { $collection } » reste vide : aucun de ses éléments n’a de date
    .hint = ajoutez { $field } sous « fields », et une date à chaque élément ; ou retirez le flux
    .hint-2 = ajoutez une date aux éléments, par exemple date: 2026-11-29, ou retirez le flux

feed-undated = cet élément n’a pas de date : il n’est pas dans le flux de « { $collection } »
    .hint = ajoutez une date, par exemple date: 2026-11-29, si les personnes qui suivent le flux doivent l’apprendre

unknown-no-referrer = « no_referrer » nomme « { $value } », qui n’est pas une page du site
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = écrivez le nom d’un élément, par exemple about ou news/2017-06-02-caritas, ou celui d’une collection

home-missing = la page d’accueil n’a pas de texte en { $language }
    .hint = écrivez le fichier { $wanted }

# No text of any page in a partial language.
language-without-page = aucune page du site n’a de texte en { $language }
    .hint = écrivez-en une, par exemple { $wanted }, ou retirez la langue jusqu’à ce qu’il y en ait une

unknown-template = le thème n’a pas de modèle « { $value } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = ses modèles sont : { $known }

graph-source-text = le même texte en { $first }

graph-goes-online = mise en ligne ici

graph-other = l’autre est ici

graph-also-shown = elle figure aussi ici
