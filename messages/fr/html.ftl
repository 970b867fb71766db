markup-error = les navigateurs doivent corriger le HTML ici : { $what }
    .hint = dans le modèle, ou dans le HTML du texte, écrivez-le comme la norme le veut : ce que les navigateurs en font n’est peut-être pas ce que vous vouliez
markup-attribute = un attribut est deux fois dans { $tag }
markup-character = un signe se trouve là où il ne peut pas être ; pour le montrer, écrivez &lt; pour < et &amp; pour &
markup-closes-nothing = { $tag } ne ferme rien qui soit ouvert
markup-closes-paragraph = </p> ne ferme rien : un paragraphe se termine de lui-même avant <div>, <ul>, <table> et les autres blocs, qu’il ne peut pas contenir
markup-crossed = { $tag } vient alors que { $open } est encore ouvert
markup-crossed-any = un autre élément est encore ouvert
markup-doctype = la page ne commence pas par <!doctype html>
markup-end = { $tag } a des attributs ou une barre oblique à la fin, ce qu’aucune balise fermante ne peut avoir
markup-ends-early = la page s’arrête au milieu de quelque chose
markup-ends-in = la page s’arrête alors que { $open } est encore ouvert
markup-place = { $tag } ne peut pas se trouver ici
markup-place-in = { $tag } ne peut pas se trouver ici, dans { $open }
markup-words-in = des mots ne peuvent pas se trouver ici, dans { $open }
markup-reference = ce qui suit le signe & n’est pas un caractère qu’une page puisse contenir
markup-slash = une barre oblique ne ferme pas { $tag }

html-has-lang = cette page ne dit pas dans quelle langue elle est
    .hint = dans le modèle, écrivez par exemple : <html lang="fr">

html-lang-valid = « { $lang } » n’est pas une langue qu’un navigateur connaît
    .hint = écrivez l’étiquette courte de la langue, par exemple fr, ar ou en-GB

valid-lang = la langue de ce passage, « { $lang } », n’est pas connue des navigateurs
    .hint = écrivez l’étiquette courte de la langue, par exemple fr, ar ou en-GB

document-title = cette page n’a pas de titre
    .hint = dans l’en-tête du modèle, écrivez entre <title> et </title> de quoi parle la page, puis le nom du site

image-alt = cette image n’a pas de texte pour les personnes qui ne la voient pas : { $src }
    .hint = dites dans alt="…" ce qu’elle montre ; si elle ne montre rien que les mots ne disent déjà, écrivez alt=""

svg-img-alt = ce dessin n’a pas de texte pour les personnes qui ne le voient pas
    .hint = dites dans aria-label="…" ce qu’il montre ; s’il ne montre rien de plus, écrivez aria-hidden="true" au lieu de role="img"

object-alt = cet objet n’a pas de texte pour les personnes qui ne le voient pas : { $src }
    .hint = dites dans aria-label="…" ce qu’il montre

input-image-alt = ce bouton est une image, et rien ne dit ce qu’il fait : { $src }
    .hint = dites-le dans alt="…"

image-alt-words = le texte pour les personnes qui ne voient pas l’image, « { $alt } », { $what }
    .hint = dites ce que l’image montre, comme on le ferait au téléphone
image-alt-file = est le nom d’un fichier
image-alt-opening = commence par dire que c’est une image, ce que les lecteurs d’écran disent déjà
image-alt-caption = répète la légende : on l’entend deux fois

link-name = ce lien n’a pas de mots : personne n’entend où il mène ({ $address })
    .hint = écrivez des mots dans le lien, ou donnez un texte à l’image qu’il contient

button-name = ce bouton n’a pas de mots : personne n’entend ce qu’il fait
    .hint = écrivez des mots dans le bouton, ou dites dans aria-label="…" ce qu’il fait

label = ce champ n’a pas d’étiquette (name="{ $name }")
    .hint = mettez le champ dans <label> avec ses mots, ou écrivez <label for="…"> avec l’identifiant du champ ; un exemple dans le champ n’est pas une étiquette

frame-title = ce cadre ne dit pas ce qu’il contient : { $src }
    .hint = dites-le dans title="…"

skip-link = le lien d’évitement de cette page manque, ou ne mène nulle part : { $what }
    .hint = écrivez l’identifiant de <main> au lieu de « { $target } »
    .hint-2 = écrivez <a href="#main">…</a> comme premier lien du modèle, et <main id="main"> : qui se sert du clavier ne traverse pas tout le menu à chaque page
skip-link-none = aucun lien en haut n’y mène
skip-link-target = rien sur la page n’a l’identifiant « { $target } »

region = ce texte n’est dans aucune partie de la page qui ait un nom : « { $words } »
    .hint = dans le modèle, mettez-le dans <header>, <nav>, <main>, <aside> ou <footer>

landmark-one-main = { $count ->
        [0] cette page n’a pas de contenu principal
       *[other] cette page a { $count } contenus principaux
    }
    .hint = dans le modèle, mettez dans un seul <main> ce pour quoi la page est faite, et rien d’autre

landmark-unique = rien ne distingue ce <{ $element }> d’une autre partie de cette page
    .hint = deux parties portent le nom « { $name } » : donnez à chacune son propre nom dans aria-label="…"
    .hint-2 = dites dans aria-label="…" ce que contient chacune des deux

page-has-heading-one = { $count ->
        [0] cette page n’a pas de titre de premier niveau
       *[other] cette page a { $count } titres de premier niveau
    }
    .hint = un seul <h1> dit de quoi parle la page ; commencez par ## les titres du texte

heading-order = « { $words } » est un titre de niveau { $level } juste après un titre de niveau { $before }
    .hint = descendez d’un niveau à la fois : le niveau dit ce qui dépend de quoi, et non la taille des mots

empty-heading = ce titre n’a pas de mots
    .hint = écrivez ses mots, ou supprimez-le

list = « { $other } » se trouve directement dans ce <{ $list }>, où il ne peut y avoir que des <li>
    .hint = mettez-le dans un <li>, ou avant ou après la liste

listitem = ce <li> n’est pas directement dans une liste
    .hint = mettez-le directement dans <ul> ou <ol>

definition-list = un terme ou sa description n’est pas à sa place dans une liste
    .hint = mettez ce <{ $item }> directement dans <dl>
    .hint-2 = « { $other } » se trouve directement dans <dl> : il n’y a là que des <dt>, des <dd>, et des <div> autour d’eux
    .hint-3 = écrivez chaque <dt> avant son <dd>

td-headers-attr = cette cellule nomme un en-tête, « { $id } », que son tableau n’a pas
    .hint = écrivez les identifiants d’en-têtes du même tableau, ou enlevez headers="…"

scope-attr-valid = scope="{ $value }" ne dit rien ici
    .hint = seul un <th> a un scope : écrivez <th> si ce <{ $cell }> est un en-tête, ou enlevez scope="…"
    .hint-2 = écrivez scope="col" pour l’en-tête d’une colonne, scope="row" pour celui d’une ligne

th-has-data-cells = cet en-tête n’est celui d’aucune cellule
    .hint = écrivez les cellules sous lui ou à côté de lui, ou écrivez <td> si ce n’est pas un en-tête

empty-table-header = cet en-tête de tableau n’a pas de mots
    .hint = écrivez ses mots ; dans un coin qui n’est l’en-tête de rien, écrivez <td>

table-caption = ce tableau n’a pas de titre
    .hint = dites dans <caption> ce que sont ses chiffres

duplicate-id = un autre élément avant celui-ci a aussi l’identifiant « { $id } » : les liens et les étiquettes ne trouvent que le premier
    .hint = donnez à chacun le sien

aria-roles = « { $value } » n’est pas un rôle
    .hint = écrivez un rôle d’ARIA, ou enlevez role="…" : la plupart des éléments ont déjà le bon

aria-valid-attr = il n’y a pas d’attribut « { $name } »
    .hint = écrivez-le comme dans ARIA, par exemple aria-label ou aria-labelledby

aria-valid-attr-value = « { $name } » ne peut pas avoir cette valeur
    .hint = rien sur cette page n’a l’identifiant « { $id } »
    .hint-2 = au lieu de « { $value } », écrivez une valeur qu’ARIA prévoit

aria-hidden-focus = le clavier arrive à ce <{ $element }>, et aria-hidden="true" le cache aux personnes qui écoutent la page
    .hint = enlevez aria-hidden="true", ou écrivez hidden si personne ne doit y venir

nested-interactive = ceci se trouve dans un <{ $outer }> sur lequel on clique déjà
    .hint = mettez-les l’un à côté de l’autre

meta-refresh = cette page change d’elle-même après { $seconds } s, alors qu’on la lit peut-être encore
    .hint = écrivez un lien, ou menez-y aussitôt avec 0

meta-viewport = « { $setting } » empêche d’agrandir la page
    .hint = écrivez content="width=device-width, initial-scale=1"

video-caption = cette vidéo n’a pas de sous-titres pour les personnes qui ne l’entendent pas
    .hint = mettez-y <track kind="captions" src="….vtt" srclang="fr" label="Français">

no-autoplay-audio = un son démarre ici tout seul, et personne ne peut l’arrêter
    .hint = enlevez autoplay ; ou écrivez controls, ou muted

label-content-name-mismatch = on voit « { $words } », et aria-label dit autre chose : « { $label } »
    .hint = commencez aria-label par les mots que l’on voit : qui parle à son ordinateur dit ceux-là ; ou enlevez-le

file-link = ce lien ne dit pas le format et la taille du fichier auquel il mène : { $file }
    .hint = écrivez les deux dans le lien, par exemple : Rapport annuel (PDF, 1,2 Mo)

bold-heading = « { $words } » est un paragraphe en gras qui tient lieu de titre
    .hint = écrivez-le comme un titre, avec ## devant : les personnes qui écoutent la page vont de titre en titre

fake-list = ces lignes ont l’air d’une liste et n’en sont pas une : « { $words } »
    .hint = écrivez-les comme une liste, chacune sur sa ligne après - ou 1., avec une ligne vide avant la première

capitals = ces mots sont en capitales : « { $words } »
    .hint = écrivez-les en minuscules : elles se lisent mieux, et certains lecteurs d’écran épellent les capitales

inline-script = un script est écrit dans la page : la politique du site empêche les navigateurs de l’exécuter
    .hint = mettez ce que fait « { $attribute } » dans un fichier du thème que nomme <script src="…">
    .hint-2 = mettez-le dans un fichier du thème, et écrivez <script src="…">

inline-style = un style est écrit dans la page : la politique du site empêche les navigateurs de s’en servir
    .hint = au lieu de { $attribute }="…", écrivez une classe, et son apparence dans la feuille de style du thème
    .hint-2 = mettez-le dans la feuille de style du thème

other-origin = cette page demande quelque chose à un autre site : { $address }
    .hint = mettez le fichier dans le site : l’autre apprend qui lit cette page, et la politique du site le bloque

json-ld = les moteurs de recherche ne peuvent pas se servir de ces données : { $what }
    .hint = dans le modèle, donnez à « { $key } » ce qu’il lui faut, ou omettez-le s’il n’y a rien
    .hint-2 = dans le modèle, cherchez une virgule de trop, ou un guillemet dans un texte sans barre oblique inverse devant lui
json-ld-syntax = ce n’est pas du JSON
json-ld-missing = « { $key } » manque
json-ld-empty = « { $key } » est vide
json-ld-relative = « { $key } » n’est pas une adresse entière

tabindex = tabindex="{ $value }" fait sortir ceci de l’ordre dans lequel on parcourt la page
    .hint = enlevez-le, et mettez l’élément à sa place dans la page

target-blank-words = « { $words } » ouvre une fenêtre sans le dire
    .hint = enlevez target="_blank", ou écrivez dans le lien : (nouvelle fenêtre)
