glossary-unknown = « glossary: » nomme la collection « { $value } », qui n’existe pas
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les collections sont : { $known }

notices-unknown = « notices: » nomme la collection « { $value } », qui n’existe pas
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les collections sont : { $known }

search-filter-unknown = « search: » filtre par la collection « { $value } », qui n’existe pas
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les collections sont : { $known }

search-page-missing = « search: » active la recherche, mais le site n’a pas de page « { $id } » où montrer ce qui est trouvé
    .hint = écrivez le fichier { $file }, avec un titre et la ligne « template: search »

definitions-glossary = « definitions: » doit expliquer les termes du glossaire, et rien ne dit ce qu’ils veulent dire
    .hint = sous « fields », dans { $file }, ajoutez definition: { "{" }type: text, localized: true{ "}" }, puis une définition aux termes que le lecteur peut ne pas connaître
    .hint-2 = nommez la collection des termes : glossary: glossary

definitions-collection-unknown = « definitions: » nomme la collection « { $value } », qui n’existe pas
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les collections sont : { $known }

gone-form = « { $value } » n’est pas le chemin d’une page
    .hint = écrivez : { $suggested }
    .hint-2 = retirez cette ligne : « { $kept } » ne fait pas partie du chemin d’une page
    .hint-3 = écrivez-le à partir de la première barre, comme dans /fr/actualites/2017/exemple/

site-missing = il n’y a pas de fichier content/site.yaml ici : ce dossier n’est pas un site
    .hint = lancez la commande dans le dossier du site, ou indiquez-le avec --site DOSSIER

configuration-ending = « { $name } » n’est pas lu sous ce nom
    .hint = renommez-le en { $wanted }
    .hint-2 = { $other } le dit déjà : supprimez ce fichier, ou mettez ses lignes là-bas

not-a-map = { $what } doit être une suite de lignes « clé : valeur »

unknown-key = « { $key } » n’est pas une clé connue ici
    .hint = elle s’appelle ici « { $taken } », et elle s’y trouve déjà : gardez l’une des deux
    .hint-2 = vouliez-vous écrire « { $nearest } » ?
    .hint-3 = les clés connues sont : { $known }

missing-key = « { $key } » manque
    .hint = ajoutez une ligne : { $example }

setting-empty = « { $key } » n’a pas de valeur, et n’a donc aucun effet
    .hint = écrivez une valeur, ou retirez cette ligne

setting-without-pages = « { $key } » n’a aucun effet ici : avec « pages: false », la collection n’a pas de pages
    .hint = retirez cette ligne, ou « pages: false »

setting-beside = « { $key } » n’a aucun effet à côté de « { $other } »
    .hint = gardez l’un des deux

# Une règle de « rihla check » qui n’existe pas.
unknown-rule = aucune règle de « rihla check » ne s’appelle « { $rule } »
    .hint = vouliez-vous dire « { $nearest } » ?
    .hint-2 = le code d’un message est celui de sa règle : ce qui est entre crochets, comme dans avertissement[link-words]

list-field = il n’y a pas de liste par « { $value } » : on ne peut pas choisir d’après ce que dit ce champ
    .hint = les listes se font par année (year), ou par un champ qui est un choix, une date ou un renvoi : { $known }
    .hint-2 = les listes se font par année (year), ou par un champ de type choice, date, datetime ou reference

calendar-field = le calendrier ne peut pas savoir par « { $value } » quand une chose a lieu : ce champ n’est pas une date
    .hint = voici les champs qui sont des dates : { $known }
    .hint-2 = déclarez un champ de type date ou datetime, et nommez-le ici

list-twice = la liste par « { $value } » est demandée deux fois
    .hint = gardez l’une des deux

wrong-kind = « { $key } » doit être { $expected }
    .hint = par exemple : { $example }

feature-missing = « { $key } » demande l’option « { $feature } », et ce programme a été compilé sans elle
    .hint = supprimez la ligne, ou compilez le programme ainsi : cargo build --release --features { $feature }

unknown-value = « { $value } » n’est pas une valeur possible de « { $key } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = valeurs possibles : { $known }

unknown-edition = ce site a été écrit pour l’édition { $edition }, que cette version de Rihla ne connaît pas
    .hint = dans content/site.yaml, écrivez : edition: { $known }
    .hint-2 = installez une version plus récente de Rihla

base-url = « { $value } » n’est pas l’adresse d’un site : { $why }
    .hint = écrivez : { $suggested }
    .hint-2 = écrivez l’adresse complète, avec une barre oblique à la fin : https://morocco.example.org/

base-url-scheme-missing = il manque « https:// » au début

base-url-scheme-other = elle ne commence ni par « https:// » ni par « http:// »

base-url-space = elle contient une espace

base-url-sign = elle contient un signe que les adresses n’ont pas

base-url-query = elle contient un « ? »

base-url-fragment = elle contient un « # »

base-url-user = elle contient un nom d’utilisateur, avant le « @ »

base-url-port = ce qui suit le « : » n’est pas un numéro de port

base-url-host = le nom du serveur n’est pas valable

base-url-path = une partie du chemin est vide, est « . » ou « .. », ou ne peut pas figurer dans une adresse

unknown-time-zone = « { $value } » n’est pas un fuseau horaire
    .hint = écrivez un continent et une ville, par exemple Africa/Casablanca

language-tag = « { $value } » n’est pas le code d’une langue
    .hint = écrivez { $wanted }
    .hint-2 = écrivez un code de deux ou trois lettres, par exemple fr, en ou ar

language-tag-replaced = les navigateurs et les moteurs de recherche ne connaissent pas le code « { $value } »
    .hint = écrivez { $better }
    .hint-2 = appelez la langue { $tag }, ici et partout où elle est nommée : dans les noms de fichiers, les champs, le thème
    .hint-3 = il n’existe pas de région « { $region } » : écrivez le code d’un pays (ISO 3166), par exemple MA, ou retirez-le

language-fallback = « { $value } » ne peut pas prêter ses mots à une langue partielle
    .hint = écrivez après fallback: le code d’une langue du site qui n’est pas partielle : { $known }
    .hint-2 = un site a besoin d’une langue qui ne soit pas partielle : retirez « partial: true » de l’une d’elles

language-fallback-alone = seule une langue partielle emprunte les mots d’une autre
    .hint = ajoutez « partial: true » à la langue, ou retirez « fallback »

language-variant = « { $value } » n’est pas une variante de la langue « { $language } »
    .hint = écrivez { $wanted }
    .hint-2 = écrivez un code qui commence par « { $language }- », ou supprimez la ligne

unknown-typography = « { $value } » n’est pas une façon de composer des textes dans la langue « { $language } »
    .hint = celles qui sont connues sont : { $known }
    .hint-2 = il n’y en a aucune pour cette langue, dont les textes restent tels qu’ils sont écrits : retirez cette clé

language-twice = « { $value } » est donné à deux langues
    .hint = écrivez un autre « { $key }: » pour l’une des deux

no-languages = le site n’a aucune langue
    .hint = ajoutez à site.yaml : languages: [{"{"}tag: fr, name: "Français", prefix: fr{"}"}]

language-name-form = le nom de la langue « { $tag } » contient un retour à la ligne ou un caractère invisible
    .hint = écrivez-le sur une seule ligne, comme dans : name: "Français"

language-prefix = « { $value } » ne peut pas être la première partie d’une adresse
    .hint = /{ $own }/ est une adresse que Rihla emploie pour ses propres fichiers : choisissez-en une autre, comme le code de la langue
    .hint-2 = employez des minuscules sans accent, des chiffres et des traits d’union

unknown-language = le site n’a pas de langue « { $value } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = ses langues sont : { $known }

language-missing = « { $key } » n’a pas de texte en { $language }
    .hint = écrivez-le après « { $empty }: », sur la même ligne
    .hint-2 = ajoutez sous « { $key } » une ligne : { $tag }: "…"

token-contrast = la couleur « { $value } » ne se lit pas assez bien { $dark ->
        [true] en mode sombre
       *[other] sur la page
    } : son contraste est de { $ratio } pour 1, et il en faut { $wanted } (WCAG 2.2)
    .hint = la couleur la plus proche qui se lise : "{ $suggested }"
    .hint-2 = écrivez aussi une couleur pour les pages sombres : { $key }: {"{"}light: "…", dark: "…"{"}"}

tokens-unused = le thème « { $theme } » ne prolonge pas celui du programme, donc « tokens » n’a pas d’effet
    .hint = ajoutez à themes/{ $theme }/theme.yaml une ligne : extends: default

token-drawing-missing = il n’y a pas de dessin « { $value } » dans le site
    .hint = vouliez-vous écrire « { $nearest } » ?

theme-place-unused = aucun fichier du thème ne nomme l’emplacement d’images « { $name } » : il n’a aucun effet
    .hint = nommez-le là où un modèle affiche une image, ou supprimez-le

unknown-theme = il n’y a pas de thème « { $value } » dans le dossier themes
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les thèmes sont : { $known }

collection-slug-form = « { $value } » ne peut pas faire partie d’une adresse
    .hint = écrivez : { $slug }

address-pattern = « { $value } » n’est pas une forme d’adresse possible
    .hint = employez {"{"}slug{"}"} une fois et, si vous le souhaitez, {"{"}year{"}"}, {"{"}month{"}"} ou {"{"}day{"}"} avant lui, séparés par des barres obliques

unknown-field-name = la collection ne déclare aucun champ « { $value } »
    .hint = vouliez-vous écrire « { $nearest } » ?

no-title-field = une collection qui a des pages doit avoir un champ « title »
    .hint = ajoutez sous « fields » : title: {"{"}type: text, localized: true, required: true{"}"}

unknown-collection = il n’y a pas de collection « { $value } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = les collections sont : { $known }

string-missing = { $count ->
        [one] le texte « { $key } » du thème n’existe pas en { $language }
       *[other] { $count } textes du thème n’existent pas en { $language } : { $key }
    }
    .hint = { $count ->
        [one] ajoutez-le dans { $file }
       *[other] ajoutez-les dans { $file }
    }

string-unknown = aucune autre langue n’a de texte « { $key } »
    .hint = vouliez-vous écrire « { $nearest } » ?

string-value-missing = « { $key } » ne dit pas { $missing } : ce qui devrait s’y trouver est omis en { $language }
    .hint = écrivez { $missing } à sa place, comme dans : { $example }

string-value-unknown = rien ne remplace { $strange } dans « { $key } » : une page montrerait ces signes
    .hint = les valeurs de ce texte sont : { $known }
    .hint-2 = ce texte n’a pas de valeurs : supprimez ces signes

plural-missing = il manque à « { $key } » des formes de pluriel, nécessaires en { $language } : { $forms }
    .hint = ajoutez une ligne pour chacune sous « { $key } » ; entre parenthèses, un nombre qui la demande

plural-form = « { $value } » n’est pas une forme de pluriel
    .hint = les formes sont zero, one, two, few, many et other
token-ratio = { $whole },{ $tenth }

# Un dossier qui n’est pas dans celui du site.
folder-outside = « { $folder } » n’est pas un dossier du site
    .hint = écrire un chemin à partir du dossier du site, comme spelling/
