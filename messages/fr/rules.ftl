rule-markup-error-name = Un code HTML sans erreur
rule-markup-error-what = La page est lue par l’analyseur que décrit la norme HTML, et chaque endroit où il doit réparer le code est signalé : une balise qui ne ferme rien, un élément jamais fermé, un attribut écrit deux fois.
rule-markup-error-why = Un navigateur répare la page sans savoir ce qui était voulu. S’il manque `</ul>`, les paragraphes suivants entrent dans la liste, et une visiteuse aveugle entend jusqu’en bas qu’elle s’y trouve encore.
rule-markup-error-how = Dans un modèle : fermez les éléments dans l’ordre inverse de leur ouverture et n’écrivez chaque attribut qu’une fois. Un `<p>` ne contient ni `<div>`, ni `<ul>`, ni `<table>` : fermez-le avant. Dans un texte : écrivez du Markdown plutôt que du HTML.

rule-html-has-lang-name = La langue de la page
rule-html-has-lang-what = L’élément `<html>` a un attribut `lang`. La règle `text-language` vérifie que la page est bien écrite dans cette langue.
rule-html-has-lang-why = Sans lui, un lecteur d’écran parle la langue de l’ordinateur : si c’est le français, une page en anglais est lue avec les sons du français, une page en arabe est épelée ou passée sous silence. La traduction automatique doit deviner.
rule-html-has-lang-how = Dans `base.html` : `<html lang="{"{{"} page.language.tag {"}}"}" dir="{"{{"} page.language.direction {"}}"}">`. Qui écrit les textes n’a rien à faire.

rule-html-lang-valid-name = Le code de la langue de la page
rule-html-lang-valid-what = Le `lang` de `<html>` est un code de langue selon BCP 47, comme `fr`, `en-GB` ou `zgh`. `fr_FR` et `français` n’en sont pas.
rule-html-lang-valid-why = Un lecteur d’écran qui ne connaît pas le code fait comme s’il n’y en avait pas : une page en portugais est lue par la voix française de l’ordinateur, et aucun lusophone ne la comprend.
rule-html-lang-valid-how = Dans `content/site.yaml`, sous `languages`, écrivez le code : `tag: pt`. Dans un modèle, prenez `lang` dans `page.language.tag`.

rule-valid-lang-name = Le code des passages dans une autre langue
rule-valid-lang-what = Tout autre `lang` de la page est un code de langue selon BCP 47. Que le passage soit bien dans cette langue n’est pas vérifié ici.
rule-valid-lang-why = Le lecteur d’écran ne change de voix pour un passage que s’il en connaît le code. Avec `lang="anglais"`, la voix française continue, et qui écoute ne reconnaît pas les mots anglais.
rule-valid-lang-how = Dans un texte : `:lang{"{"}en "soft skills"{"}"}` dans une ligne, `:::lang{"{"}ar{"}"}` avant un passage et `:::` après. Dans un modèle : le `tag` et la `direction` que les fonctions donnent avec chaque élément, `lang="{"{{"} item.language.tag {"}}"}" dir="{"{{"} item.language.direction {"}}"}"`.

rule-document-title-name = Le titre du document
rule-document-title-what = La page a un élément `<title>`, et il contient des mots. Ce qu’ils disent n’est pas jugé.
rule-document-title-why = C’est la première chose qu’un lecteur d’écran dit d’une page, et tout ce qu’en montrent un onglet ou un favori. Sans lui, une personne qui a dix onglets ouverts entend ou voit dix adresses.
rule-document-title-how = En tête du texte : `title: "Forum des associations"`. Dans `base.html` : `<title>{"{{"} page.title {"}}"} – {"{{"} site.title {"}}"}</title>`.

rule-image-alt-name = Le texte de remplacement des images
rule-image-alt-what = Chaque `<img>` a un attribut `alt`, un autre nom comme `aria-label`, ou dit qu’elle ne fait que décorer (`alt=""`, `role="presentation"`). Ce que disent les mots relève de la règle `image-alt-words`.
rule-image-alt-why = Sans `alt`, un lecteur d’écran lit le nom du fichier : « I M G tiret bas 2034 point J P G ». Une personne aveugle n’apprend ni ce que montre l’image, ni si elle comptait.
rule-image-alt-how = Dans un texte : `![Deux femmes signent un document.](signature.jpg)` ; pour une image qui ne fait que décorer, `:::figure{"{"}file=frise.svg alt=""{"}"}` puis `:::` ; dans un champ, la ligne `alt`. Dans un modèle : `<img alt="{"{{"} image.alt {"}}"}" …>`, ou le composant `picture`, qui l’écrit.

rule-svg-img-alt-name = Le nom des dessins
rule-svg-img-alt-what = Un dessin qui est une image pour les lecteurs d’écran, `<svg role="img">`, a un nom : un `<title>` à l’intérieur, `aria-label` ou `aria-labelledby`.
rule-svg-img-alt-why = Sans nom, un lecteur d’écran dit « image » et rien de plus. Une personne aveugle sait qu’il y a une carte, et non ce qu’elle montre.
rule-svg-img-alt-how = Dans un modèle : `<svg role="img" aria-label="{"{{"} t(key="map") {"}}"}">`, avec un mot du thème ; si le dessin répète les mots voisins, `aria-hidden="true"` à la place de `role`. Dans un texte, un dessin est une image : `![Les douze régions.](carte.svg)`.

rule-object-alt-name = Le nom des objets incorporés
rule-object-alt-what = Chaque `<object>` a un nom : `aria-label`, `aria-labelledby` ou `title`.
rule-object-alt-why = Un lecteur d’écran dit « objet », ou rien, là où d’autres voient une carte. Qui écoute ne sait pas qu’il lui manque quelque chose.
rule-object-alt-how = Dans un modèle : `<object aria-label="…">` ; mieux, une image avec son `alt`, et un lien vers le document. Dans un texte, d’où `<object>` est retiré : `![Les douze régions.](carte.svg)`, ou `:::download` pour un document.

rule-input-image-alt-name = Le nom des boutons en image
rule-input-image-alt-what = Chaque bouton fait d’une image, `<input type="image">`, a un nom : `alt`, `aria-label`, `aria-labelledby` ou `title`.
rule-input-image-alt-why = Une visiteuse aveugle qui a rempli le formulaire arrive à un bouton nommé « btn2 point P N G ». Elle ne sait pas s’il envoie ou s’il efface ce qu’elle a écrit.
rule-input-image-alt-how = Dans un modèle : `<input type="image" src="…" alt="{"{{"} t(key="send") {"}}"}">` avec un mot du thème, ou un `<button>` qui contient des mots. Un texte ne peut pas contenir un tel bouton.

rule-image-alt-words-name = Les mots des textes de remplacement
rule-image-alt-words-what = Le texte de remplacement d’une image n’est pas un nom de fichier, ne commence pas par « image de » ou « photo de », et ne reprend pas la légende mot pour mot. S’il dit bien ce que l’image montre, seule une personne peut en juger.
rule-image-alt-words-why = Les lecteurs d’écran disent « image » d’eux-mêmes : « image, photo de deux femmes » le dit deux fois. Si la légende se trouve aux deux endroits, une personne aveugle entend deux fois la même phrase, et rien de ce qu’il y a à voir.
rule-image-alt-words-how = Dites ce qui se voit, et laissez le reste à la légende : `![Deux femmes signent un document à une table.](signature.jpg "L’accord est signé.")`. Dans un champ, de même aux lignes `alt` et `caption`.

rule-link-name-name = Le nom des liens
rule-link-name-what = Chaque lien a un nom : les mots qu’il contient, le texte de remplacement d’une image qu’il contient, ou `aria-label`. Que ce nom dise où mène le lien relève de la règle `link-words`.
rule-link-name-why = Un lecteur d’écran dit « lien », puis lit l’adresse caractère par caractère. Dans la liste des liens de la page, rien ne permet à une personne aveugle de reconnaître celui-ci.
rule-link-name-how = Dans un texte : `[le rapport de 2026](rapport.pdf)` ; si une image est un lien, son texte de remplacement dit où il mène : `[![Ministère de la Santé](logo.png)](https://www.example.org/)`. Dans un modèle : des mots à côté du dessin, qui porte `aria-hidden="true"`, ou `aria-label` sur le lien.

rule-button-name-name = Le nom des boutons
rule-button-name-what = Chaque bouton a un nom : les mots qu’il contient, le texte de remplacement d’une image qu’il contient, la `value` d’un `<input>`, ou `aria-label`.
rule-button-name-why = Pour un lecteur d’écran, les trois barres du menu sont « bouton » et rien de plus : une visiteuse aveugle ne trouve pas le menu sur son téléphone. Qui parle à son ordinateur n’a pas de mot pour l’ouvrir.
rule-button-name-how = Dans un modèle : `<button type="button">{"{{"} <icon name="menu" /> {"}}"}<span>{"{{"} t(key="menu") {"}}"}</span></button>` ; le dessin porte `aria-hidden="true"`. Un texte ne peut pas contenir de bouton.

rule-label-name = L’étiquette des champs de formulaire
rule-label-what = Chaque champ d’un formulaire (`<input>`, `<textarea>`, `<select>`) a une étiquette : `<label>`, `aria-label` ou `aria-labelledby`. Les boutons et les champs cachés ne sont pas concernés.
rule-label-why = Une visiteuse aveugle arrive au champ et entend « édition, vide » : un nom, un numéro de téléphone, une recherche ? Une personne dont la main tremble ne peut pas cliquer sur le mot pour entrer dans le champ.
rule-label-how = Dans un modèle : `<label for="search">{"{{"} t(key="search") {"}}"}</label> <input id="search" type="search">`, avec un mot du thème. Les mots gris de `placeholder` disparaissent à la première lettre tapée : ils ne suffisent pas. Un texte ne peut pas contenir de formulaire.

rule-frame-title-name = Le titre des cadres
rule-frame-title-what = Chaque `<iframe>` a un titre (`title`), ou un autre nom comme `aria-label`.
rule-frame-title-why = Un lecteur d’écran dit « cadre » et y entre. Qui écoute doit le parcourir pour savoir si c’est une carte, un film ou une publicité.
rule-frame-title-how = Dans un modèle : `<iframe title="{"{{"} t(key="map") {"}}"}" …>`, avec un mot du thème. Dans un texte, d’où `<iframe>` est retiré, `:::video` met à sa place une image et un lien.

rule-skip-link-name = Le lien vers le contenu principal
rule-skip-link-what = Un des premiers liens de la page mène au contenu principal, et sa cible est dans la page. Qu’il se voie quand on l’atteint n’est pas vérifié.
rule-skip-link-why = Qui ne peut pas se servir d’une souris passe de lien en lien avec une touche. Sans celui-ci, il faut trente pressions, à chaque page, pour franchir l’en-tête et le menu.
rule-skip-link-how = Dans `base.html`, au tout début de `<body>` : `<a class="skip" href="#main">{"{{"} t(key="skip") {"}}"}</a>`, et plus bas `<main id="main" tabindex="-1">`. La feuille de style peut cacher ce lien tant qu’il n’a pas le focus.

rule-region-name = Du texte hors des parties de la page
rule-region-what = Tout texte visible se trouve dans un repère : `<header>`, `<nav>`, `<main>`, `<aside>`, `<footer>`, ou une `<section>` qui a un nom. Les liens vers le contenu principal peuvent être en dehors.
rule-region-why = Les personnes qui emploient un lecteur d’écran sautent d’un repère à l’autre. Ce qui est entre les deux, par exemple un avis urgent au-dessus de l’en-tête, elles ne le rencontrent pas.
rule-region-how = Dans un modèle : mettez ces mots dans le repère dont ils font partie, ou donnez-leur un repère à eux, `<section aria-label="{"{{"} t(key="urgent") {"}}"}">`. Les textes sont d’eux-mêmes dans `<main>`.

rule-landmark-one-main-name = Un seul contenu principal
rule-landmark-one-main-what = La page a un `<main>`, et un seul.
rule-landmark-one-main-why = Une touche du lecteur d’écran mène au contenu principal. Sans `<main>`, elle ne fait rien ; avec deux, une personne aveugle peut prendre le premier pour toute la page.
rule-landmark-one-main-how = Dans `base.html` : un seul `<main id="main">`, autour du bloc que les autres modèles remplissent. Ceux-ci y écrivent des `<section>` ou des `<article>`, et pas de `<main>`.

rule-landmark-unique-name = Le nom des parties de la page
rule-landmark-unique-what = Si une page a plusieurs repères d’une même sorte (deux `<nav>`, deux `<aside>`), chacun a un nom que les autres n’ont pas.
rule-landmark-unique-why = La liste des repères dit « navigation, navigation, navigation ». Qui lit l’arabe et cherche le choix des langues doit entrer dans chacun.
rule-landmark-unique-how = Dans un modèle : `<nav aria-label="{"{{"} t(key="languages") {"}}"}">`, avec un mot différent pour chacun. N’y mettez pas « navigation » : le lecteur d’écran le dit.

rule-page-has-heading-one-name = Un seul titre de premier niveau
rule-page-has-heading-one-what = La page a un `<h1>`, et un seul.
rule-page-has-heading-one-why = Beaucoup de personnes aveugles vont droit au titre de premier niveau, d’une touche, et commencent là. S’il n’y en a pas, elles n’arrivent nulle part ; s’il y en a trois, elles ne savent pas lequel est le titre.
rule-page-has-heading-one-how = Dans un modèle : `<h1>{"{{"} page.title {"}}"}</h1>`, une fois ; les autres parties de la page commencent par `<h2>`. Dans un texte, le titre est le champ `title`, et aucun intertitre ne devient un `<h1>`.

rule-heading-order-name = Le niveau des titres
rule-heading-order-what = D’un titre au suivant, aucun niveau n’est sauté en descendant : après `<h2>` vient `<h3>`, et non `<h4>`. Remonter de `<h4>` à `<h2>` est juste.
rule-heading-order-why = La liste des titres est le sommaire de qui ne voit pas la page. Un `<h4>` sous un `<h2>` lui fait chercher une partie intermédiaire qui n’existe pas.
rule-heading-order-how = Dans un modèle : choisissez le niveau selon la place du titre, et sa taille dans la feuille de style. Un composant employé à plusieurs endroits peut recevoir son niveau. Dans un texte, Rihla règle les niveaux d’après le nombre de `#`, sans en sauter.

rule-empty-heading-name = Des titres qui ont des mots
rule-empty-heading-what = Chaque titre a des mots, ou une image avec un texte de remplacement.
rule-empty-heading-why = Un lecteur d’écran s’y arrête et dit « titre niveau 2 », puis rien. Une personne aveugle qui va de titre en titre ne sait pas ce qui lui échappe.
rule-empty-heading-how = Dans un texte : écrivez les mots après `##`, ou retirez la ligne. Dans un modèle, n’écrivez le titre que s’il y a quelque chose à dire : `{"{"}% if page.fields?.place %{"}"}<h2>{"{{"} page.fields.place {"}}"}</h2>{"{"}% endif %{"}"}`.

rule-list-name = Ce que contient une liste
rule-list-what = `<ul>` et `<ol>` ne contiennent que des `<li>`, à part `<script>` et `<template>`.
rule-list-why = Un lecteur d’écran dit « liste de cinq éléments ». Si autre chose s’y trouve, le nombre est faux ou n’est pas dit, et une personne aveugle ne sait pas si elle a entendu toutes les pièces à apporter.
rule-list-how = Dans un modèle : chaque point dans son `<li>` ; un titre ou un paragraphe se place avant la liste, ou dans un point. Dans un texte : `- un`, `- deux`, en Markdown.

rule-listitem-name = Des points hors d’une liste
rule-listitem-what = Chaque `<li>` se trouve directement dans un `<ul>`, un `<ol>` ou un `<menu>`.
rule-listitem-why = Sans sa liste, un point est lu comme une phrase parmi d’autres. Une personne aveugle n’entend ni combien il y en a, ni où ils finissent.
rule-listitem-how = Dans un modèle : mettez `<ul>` et `</ul>` autour de la boucle, non à l’intérieur : `<ul>{"{"}% for item in items %{"}"}<li>…</li>{"{"}% endfor %{"}"}</ul>`. Dans un texte : `- un`, `- deux`, en Markdown.

rule-definition-list-name = Les listes de termes
rule-definition-list-what = Un `<dl>` contient des `<dt>`, suivis chacun de son `<dd>`, ou de tels groupes dans un `<div>` ; aucun `<dt>` ni `<dd>` n’est ailleurs.
rule-definition-list-why = Un lecteur d’écran relie chaque terme à ce qui en est dit. Si le code est mal formé, les chiffres clés d’une page s’entendent comme une suite de nombres, séparés des mots qui disent ce qu’ils comptent.
rule-definition-list-how = Dans un modèle : `<dl><div><dt>Personnes assistées</dt><dd>1 240</dd></div></dl>`. Dans un texte, pour des chiffres clés : la directive `:::key-figures`.

rule-td-headers-attr-name = Les cellules et leurs en-têtes
rule-td-headers-attr-what = Les `headers` d’une cellule nomment des cellules d’en-tête (`<th>`) du même tableau, par leur `id`, et non la cellule elle-même.
rule-td-headers-attr-why = Dans un tableau à deux lignes d’en-têtes, une personne aveugle devrait entendre à chaque chiffre ce qu’il compte : « 2026, femmes ». Si un nom est faux, elle entend le chiffre seul.
rule-td-headers-attr-how = Dans un modèle : `<th id="femmes">`, et dans les cellules `headers="a2026 femmes"`, à la lettre près. Dans un texte, où `id` n’est pas gardé, d’un tableau à plusieurs lignes d’en-têtes faites-en deux, simples.

rule-scope-attr-valid-name = La portée des en-têtes de tableau
rule-scope-attr-valid-what = `scope` ne se trouve que sur `<th>`, et vaut `col`, `row`, `colgroup` ou `rowgroup`.
rule-scope-attr-valid-why = `scope` dit au lecteur d’écran à quelles cellules un en-tête se rapporte. S’il est faux, une personne aveugle qui descend une colonne de chiffres n’entend plus de quelle région ils viennent.
rule-scope-attr-valid-how = Dans un modèle, ou en HTML : `<th scope="col">` en tête d’une colonne, `<th scope="row">` au début d’une ligne. Un tableau en Markdown l’a de lui-même.

rule-th-has-data-cells-name = Des en-têtes sans cellules
rule-th-has-data-cells-what = Chaque cellule d’en-tête (`<th>`) se rapporte à des cellules de sa colonne ou de sa ligne.
rule-th-has-data-cells-why = Un lecteur d’écran lit chaque chiffre avec son en-tête. Si un en-tête ne se rapporte à aucune cellule, les chiffres voisins sont lus sans ce qu’ils comptent.
rule-th-has-data-cells-how = Dans un modèle, ou en HTML : faites un `<td>` de ce qui n’est pas un en-tête, et voyez si `scope="row"` et `scope="col"` ne sont pas échangés. Un tableau qui ne fait que placer des choses côte à côte n’a pas de `<th>`.

rule-empty-table-header-name = Des en-têtes de tableau qui ont des mots
rule-empty-table-header-what = Chaque cellule d’en-tête (`<th>`) a des mots. Un coin vide du tableau est une cellule ordinaire (`<td>`).
rule-empty-table-header-why = Une personne aveugle qui suit une ligne entend un chiffre sans le mot qui le désigne, et doit compter les colonnes pour savoir ce que c’est.
rule-empty-table-header-how = Dans un texte : un mot en tête de chaque colonne, `| Région | Femmes | Hommes |` ; si la place est vide, Rihla fait une cellule ordinaire. Dans un modèle, ou en HTML : des mots dans `<th>`, ou `<td>` à sa place.

rule-table-caption-name = Le nom des tableaux
rule-table-caption-what = Un tableau de données a un nom : `<caption>`, `aria-label` ou `aria-labelledby`. Les tableaux qui ne font que placer des choses ne sont pas concernés.
rule-table-caption-why = La liste des tableaux d’un lecteur d’écran dit « tableau, tableau, tableau ». Une personne aveugle qui cherche les chiffres de sa région doit entrer dans chacun.
rule-table-caption-how = Dans un texte, un intertitre au-dessus du tableau : ses mots sont le nom du premier tableau qui le suit. Dans un modèle, ou en HTML : `<table><caption>Visites par région</caption>`.

rule-duplicate-id-name = Des identifiants en double
rule-duplicate-id-what = Aucun `id` n’est deux fois dans une page.
rule-duplicate-id-why = Un lien vers `#contact` ne mène qu’au premier des deux. Un champ peut recevoir l’étiquette d’un autre : une visiteuse aveugle entend « nom » là où le numéro de téléphone est demandé.
rule-duplicate-id-how = Dans un texte, changez l’un des deux identifiants que vous avez donnés à des titres : `## Contact {"{"}#contact-rabat{"}"}`. Dans un modèle, un composant dessiné plusieurs fois n’a pas d’`id` fixe : ceux des directives en reçoivent un, `id`, que rien d’autre ne porte dans la page.

rule-aria-roles-name = Des rôles qui existent
rule-aria-roles-what = Chaque `role` est défini par WAI-ARIA.
rule-aria-roles-why = Un navigateur ignore un rôle qu’il ne connaît pas. `<div role="buton">` est du texte pour un lecteur d’écran : une visiteuse aveugle n’apprend pas que l’on peut appuyer dessus.
rule-aria-roles-how = Dans un modèle : corrigez le mot ou, mieux, écrivez l’élément voulu : `<button>` à la place de `<div role="button">`, `<nav>` à la place de `<div role="navigation">`. Un texte ne peut pas donner de rôle.

rule-aria-valid-attr-name = Des attributs ARIA qui existent
rule-aria-valid-attr-what = Chaque attribut qui commence par `aria-` est défini par WAI-ARIA.
rule-aria-valid-attr-why = Rien à l’écran ne montre la faute : `aria-lable` ne nomme rien, et le bouton qu’il devait nommer n’est que « bouton » pour une visiteuse aveugle.
rule-aria-valid-attr-how = Dans un modèle : corrigez l’orthographe, comme dans `aria-label`, `aria-labelledby`, `aria-describedby`, `aria-current`. Un texte ne peut pas donner de tels attributs.

rule-aria-valid-attr-value-name = Les valeurs des attributs ARIA
rule-aria-valid-attr-value-what = Chaque attribut `aria-` a une valeur qui lui est permise, et chaque `id` qu’il nomme est dans la page.
rule-aria-valid-attr-value-why = Avec `aria-expanded="open"`, un lecteur d’écran ne dit pas si le menu est ouvert. Avec `aria-labelledby="tire"`, et pas d’`id` de ce nom, cette partie de la page n’a pas de nom dans la liste des parties.
rule-aria-valid-attr-value-how = Dans un modèle : écrivez une valeur que WAI-ARIA énumère, comme `true` ou `false`. Comparez l’orthographe de l’`id` aux deux endroits, et voyez si un `{"{"}% if %{"}"}` n’écarte pas l’élément qui le porte.

rule-aria-hidden-focus-name = Le focus sur ce qui est caché
rule-aria-hidden-focus-what = Rien dans `aria-hidden="true"` ne prend le focus : ni lien, ni bouton, ni champ.
rule-aria-hidden-focus-why = Avec la touche Tab, une visiteuse aveugle arrive sur un lien dont le lecteur d’écran ne dit rien. Elle ne sait pas où elle est, ni ce que fera la touche Entrée.
rule-aria-hidden-focus-how = Dans un modèle : retirez `aria-hidden` ou, si la partie n’est pas encore montrée, donnez-lui plutôt `hidden` ou `inert`. `aria-hidden` est fait pour les dessins qui répètent les mots voisins.

rule-nested-interactive-name = Des liens et des boutons l’un dans l’autre
rule-nested-interactive-what = Aucun lien ni bouton ne se trouve dans un autre lien, un bouton ou un `<summary>`.
rule-nested-interactive-why = Souvent, un lecteur d’écran n’annonce que celui de l’extérieur : dans une carte qui n’est qu’un grand lien, une personne aveugle n’entend jamais parler du petit lien « PDF ». Un doigt sur un téléphone touche l’un ou l’autre.
rule-nested-interactive-how = Dans un modèle : mettez-les côte à côte. Pour une carte où l’on clique partout, seul le titre est un lien, que la feuille de style étend : `.card {"{"} position: relative {"}"}`, `.card h3 a::after {"{"} content: ""; position: absolute; inset: 0 {"}"}`.

rule-meta-refresh-name = Des pages qui se rechargent seules
rule-meta-refresh-what = Aucun `<meta http-equiv="refresh">` ne recharge la page ni ne mène ailleurs après un délai. Mener ailleurs aussitôt (`content="0; …"`) est permis.
rule-meta-refresh-why = Qui lit lentement, ou écoute, est renvoyé en haut de la page avant la fin de la phrase, encore et encore.
rule-meta-refresh-how = Dans un modèle : retirez-le. Si une page a changé d’adresse, écrivez l’ancienne sous `aliases`, en tête du nouveau texte : Rihla y conduit les lecteurs.

rule-meta-viewport-name = Agrandir la page
rule-meta-viewport-what = `<meta name="viewport">` n’interdit pas d’agrandir la page : il n’a ni `user-scalable=no`, ni `maximum-scale=1`.
rule-meta-viewport-why = Une personne qui voit mal écarte deux doigts sur son téléphone, et rien ne se passe : les lettres restent aussi petites.
rule-meta-viewport-how = Dans `base.html` : `<meta name="viewport" content="width=device-width, initial-scale=1">`, et rien d’autre.

rule-video-caption-name = Les sous-titres des vidéos
rule-video-caption-what = Chaque `<video>` a une piste de sous-titres : `<track kind="captions">`. S’ils disent ce qui s’entend, et au bon moment, seule une personne peut en juger.
rule-video-caption-why = Un visiteur sourd voit des lèvres bouger, comme une passagère d’autobus sans écouteurs. Qui comprend mieux la langue à l’écrit n’a rien à lire.
rule-video-caption-how = Dans un modèle : `<track kind="captions" src="film.vtt" srclang="fr" label="Français">` dans `<video>`. Dans un texte, `:::video` mène au film, et doit dire les langues de ses sous-titres (`captions`) ou donner une transcription.

rule-no-autoplay-audio-name = Le son qui démarre seul
rule-no-autoplay-audio-what = Aucun `<audio>` ni `<video>` ne se met en marche de lui-même avec du son.
rule-no-autoplay-audio-why = Le son couvre la voix du lecteur d’écran : une visiteuse aveugle n’entend plus la page, et ne peut donc pas trouver le bouton qui l’arrêterait.
rule-no-autoplay-audio-how = Dans un modèle : retirez `autoplay` et laissez `controls` ; un film qui se passe de son porte `muted`. Dans un texte, `:::video` ne met rien en marche.

rule-label-content-name-mismatch-name = Des noms qui reprennent les mots visibles
rule-label-content-name-mismatch-what = Si un lien, un bouton ou un champ a un `aria-label`, celui-ci contient les mots que l’on y voit.
rule-label-content-name-mismatch-why = Une personne qui parle à son ordinateur, parce qu’elle ne peut pas se servir de ses mains, dit le mot affiché : « cliquer Contact ». Le bouton s’appelle « Écrivez-nous », et rien ne se passe.
rule-label-content-name-mismatch-how = Dans un modèle : commencez par les mots visibles, `aria-label="Contact : écrire à la mission"`, ou laissez `aria-label` de côté. Un texte ne peut pas en donner.

rule-link-words-name = Les mots des liens
rule-link-words-what = Le nom entier d’un lien n’est pas « cliquez ici », « lire la suite » ou autres mots semblables, dans la langue du lien. Les noms plus longs qui contiennent ces mots, et les liens dont `aria-label` dit davantage, ne sont pas signalés.
rule-link-words-why = Une personne aveugle demande les liens de la page et entend « lire la suite, lire la suite, lire la suite ». Qui agrandit la page voit le lien, et non la phrase qui l’entoure.
rule-link-words-how = Dans un texte : `Le [rapport de 2026](rapport.pdf) est paru.` plutôt que `Pour le rapport, [cliquez ici](rapport.pdf).` Dans un modèle : faites du titre le lien, ou ajoutez-le à un mot du thème, `aria-label="{"{{"} t(key="read-more") {"}}"} : {"{{"} item.title {"}}"}"`.

rule-file-link-name = Les liens vers des fichiers
rule-file-link-what = Un lien vers un fichier (PDF, DOCX, XLSX, CSV, ODT, ZIP, ICS…) dit dans son nom de quel format il est et combien il pèse. Sa langue n’est pas demandée.
rule-file-link-why = Une personne dont le téléphone a 500 Mo par mois ouvre un rapport sans savoir qu’il en pèse 30. Une personne aveugle se retrouve dans un autre programme sans savoir pourquoi.
rule-file-link-how = Dans un texte : `:::download{"{"}file=rapport.pdf title="Rapport annuel 2026" language=fr{"}"}` puis `:::`, dont le lien dit les deux de lui-même ; dans une phrase, `[le rapport de 2026 (PDF, 2 Mo)](rapport.pdf)`. Dans un modèle, à l’intérieur du lien : `({"{{"} file.format {"}}"}, {"{{"} file.bytes | file_size {"}}"})`.

rule-bold-heading-name = Des paragraphes en gras à la place de titres
rule-bold-heading-what = Un paragraphe court, tout en gras, qui ne finit pas comme une phrase et que suit un texte, est tenu pour un titre. Une phrase en gras n’est pas signalée.
rule-bold-heading-why = Il n’est un titre que pour les yeux. Une personne aveugle qui va de titre en titre passe à côté, et à côté de toute la partie qu’il commence.
rule-bold-heading-how = Dans un texte : `## Pièces à apporter` plutôt que `**Pièces à apporter**`. Dans un modèle : `<h2>` ou `<h3>`, dont la feuille de style règle l’aspect.

rule-fake-list-name = Des listes faites de signes
rule-fake-list-what = Deux paragraphes ou deux lignes de suite qui commencent par un tiret, une puce ou un numéro sont tenus pour une liste. Un dialogue à tirets cadratins (—) n’en est pas une.
rule-fake-list-why = Un lecteur d’écran lit tout d’une traite et ne dit pas combien il y a de points. Sur un écran étroit, la deuxième ligne de chacun commence sous son tiret, et les points ne se distinguent plus.
rule-fake-list-how = Dans un texte : une ligne vide, puis `- passeport` et `- deux photographies`, chacun sur sa ligne ; pour des étapes, `1. s’inscrire` et `2. venir`. Dans un modèle : `<ul>` ou `<ol>`, et un `<li>` pour chaque point.

rule-capitals-name = Des mots en capitales
rule-capitals-what = Plus de trois mots de suite sont en capitales. Les sigles seuls ne comptent pas.
rule-capitals-why = Les mots en capitales ont tous la même silhouette : une personne dyslexique les déchiffre lettre à lettre. Certains lecteurs d’écran prennent un mot en capitales pour un sigle, et l’épellent.
rule-capitals-how = Dans un texte : écrivez en minuscules, et mettez en valeur les mots qui comptent avec `**…**` ; pour ce que personne ne doit manquer, `:::note{"{"}kind=important{"}"}`. Dans un modèle : de même dans les mots du thème.

rule-inline-script-name = Les scripts dans la page
rule-inline-script-what = Aucun programme ne se trouve dans la page même : ni `<script>` qui contient un programme, ni attribut comme `onclick`, ni adresse qui commence par `javascript:`. Des données en JSON ou en JSON-LD peuvent s’y trouver.
rule-inline-script-why = La politique de sécurité des pages le bloque : pour tous les visiteurs, le bouton ne fait rien. Sans cette politique, un programme glissé dans une page pourrait observer qui lit les pages d’aide.
rule-inline-script-how = Dans un modèle : mettez le programme dans un fichier du thème, `<script type="module" src="{"{{"} asset(path="page.js") {"}}"}"></script>`, et écrivez-y `addEventListener` à la place de `onclick`. Ce qu’il doit savoir est dans des attributs `data-…`.

rule-inline-style-name = Les styles dans la page
rule-inline-style-what = Aucun style ne se trouve dans la page même : ni élément `<style>`, ni attribut `style`.
rule-inline-style-why = La politique de sécurité des pages le bloque : ce qu’il devait colorer, placer ou cacher paraît sans lui, et le lecteur peut trouver des mots sombres sur un fond sombre.
rule-inline-style-how = Dans un modèle : donnez une `class` à l’élément, et écrivez le style dans la feuille de style du thème ; pour un thème qui prolonge celui du programme, dans `assets/own.css`. Dans un texte, `style` est retiré : l’aspect des mots vient du thème.

rule-other-origin-name = Les fichiers venus d’ailleurs
rule-other-origin-what = La page ne prend rien à un autre site : ni image, ni feuille de style, ni police, ni script, ni cadre, et n’y envoie pas de formulaire. Les liens vers d’autres sites sont permis.
rule-other-origin-why = Chaque fichier venu d’ailleurs dit à un inconnu qui a lu quelle page, et quand : une femme qui cherche où trouver de l’aide ne sait pas qu’une entreprise l’a appris. Et si ce site est lent ou bloqué, elle attend.
rule-other-origin-how = Dans un texte : mettez l’image à côté du texte, et son nom seul, `![Le port.](port.jpg)` ; un film est un lien, avec `:::video`. Dans un modèle : mettez la police, le style ou le script dans `assets/`, et écrivez `asset(path="…")`.

rule-json-ld-name = Les données pour les moteurs de recherche
rule-json-ld-what = Ce que la page dit en JSON-LD aux moteurs de recherche est du JSON bien formé, avec `@context` et `@type`, sans texte vide et avec des adresses entières. Que ce soit vrai n’est pas vérifié.
rule-json-ld-why = Un moteur de recherche qui ne peut pas le lire omet la date ou l’échéance : qui cherche un poste voit l’annonce sans apprendre qu’elle est close depuis une semaine.
rule-json-ld-how = Dans un modèle : omettez une ligne dont le champ n’a pas de valeur, `{"{"}% if page.fields?.summary %{"}"}…{"{"}% endif %{"}"}` ; écrivez les adresses avec `{"{{"} page.address | absolute {"}}"}` ; et regardez dans `public` ce qui a été écrit : une virgule avant une accolade fermante est de trop.

rule-tabindex-name = L’ordre du clavier
rule-tabindex-what = Aucun élément n’a un `tabindex` supérieur à 0.
rule-tabindex-why = La touche Tab y va avant tout le reste de la page. Qui se sert du clavier est jeté au milieu, puis ramené en haut, et ne sait plus où il en est.
rule-tabindex-how = Dans un modèle : retirez le nombre, et écrivez les éléments dans l’ordre où ils se lisent. `tabindex="0"` est fait pour une partie qui défile, `tabindex="-1"` pour la cible d’un lien.

rule-target-blank-words-name = Les liens qui ouvrent une fenêtre
rule-target-blank-words-what = Un lien qui ouvre une nouvelle fenêtre (`target="_blank"`) le dit dans son nom.
rule-target-blank-words-why = Dans la nouvelle fenêtre, le bouton Retour ne fait rien. Une personne aveugle, ou peu à l’aise avec l’ordinateur, ne voit pas qu’il y a deux fenêtres, et ne retrouve pas la première page.
rule-target-blank-words-how = Dans un modèle : laissez `target` de côté ; qui veut une nouvelle fenêtre peut la demander au navigateur. S’il le faut vraiment, dites-le dans le lien, avec un mot du thème : `<span>({"{{"} t(key="new-window") {"}}"})</span>`. Dans un texte, les liens n’ont pas de `target`.

rule-link-target-name = Les liens à l’intérieur du site
rule-link-target-what = Chaque adresse qui, sur une page, reste dans le site mène à une page ou à un fichier qui existe, qu’elle vienne d’un texte, d’un champ ou d’un modèle. Les liens vers d’autres sites ne sont pas suivis.
rule-link-target-why = Qui suit le lien lit « page introuvable ». Une personne qui cherche le numéro à appeler doit repartir de l’accueil, et renoncera peut-être.
rule-link-target-how = Dans un texte : nommez le fichier, `[notre travail](../about/index.fr.md)`, et le lien est juste où que soit la page. Dans un modèle : demandez l’adresse, `{"{"}% set contact = link(to="contact") %{"}"}`, au lieu de l’écrire. Si une page a changé d’adresse : l’ancienne sous `aliases`.

rule-link-fragment-name = Les liens vers une partie d’une page
rule-link-fragment-what = Ce qui suit `#` dans une adresse est l’`id` de quelque chose dans la page où elle mène.
rule-link-fragment-why = La page s’ouvre en haut. Le lecteur à qui l’on promettait « les pièces à apporter » doit les chercher, sur dix écrans de téléphone.
rule-link-fragment-how = Dans un texte : donnez un nom au titre, `## Pièces à apporter {"{"}#pieces{"}"}`, et nommez-le dans le lien, `[les pièces](visa.fr.md#pieces)`. Dans un modèle : un `id` à cet endroit, et dans `theme.yaml` une ligne qui permet aux textes d’y mener, `anchors: [main, contacts]`.

rule-resource-missing-name = Les fichiers dont les pages ont besoin
rule-resource-missing-what = Chaque image, chaque feuille de style et chaque script qu’une page nomme fait partie des fichiers du site.
rule-resource-missing-why = Sans l’image, le lecteur voit le signe d’une image brisée ; sans la feuille de style, une page nue, où le menu couvre les premiers écrans. Avec une connexion lente, il attend d’apprendre qu’il n’y a rien.
rule-resource-missing-how = Dans un texte : mettez le fichier à côté, et écrivez son nom à la lettre près ; `Photo.JPG` n’est pas `photo.jpg`. Dans un modèle : `asset(path="style.css")` pour ce qui est dans `assets/`, `image(file="static/carte.svg")` pour une image.

rule-title-unique-name = Des titres de page distincts
rule-title-unique-what = Dans une même langue, chaque page a un `<title>` à elle.
rule-title-unique-why = Dans les résultats d’une recherche, dans les onglets et dans les favoris, deux lignes sont identiques. Une personne aveugle qui a ouvert les deux pages ne peut pas les distinguer à l’oreille.
rule-title-unique-how = En tête du texte, dites ce qui lui est propre, comme l’année ou le lieu : `title: "Forum des associations 2026"`. Dans un modèle, sur les pages d’une liste, ajoutez le numéro : `{"{{"} list.number {"}}"}`.

rule-alternate-reciprocal-name = Les versions dans d’autres langues
rule-alternate-reciprocal-what = Chaque page nomme ses versions dans d’autres langues (`<link rel="alternate" hreflang>`) par leur adresse entière, y compris elle-même et `x-default`, et chaque version la nomme en retour.
rule-alternate-reciprocal-why = Un moteur de recherche écarte ce qui ne reçoit pas de réponse : qui cherche en arabe se voit proposer la page française, alors que l’arabe existe.
rule-alternate-reciprocal-how = Dans `base.html`, et nulle part à la main : `{"{"}% for row in alternates() %{"}"}<link rel="alternate" hreflang="{"{{"} row.hreflang {"}}"}" href="{"{{"} row.absolute {"}}"}">{"{"}% endfor %{"}"}`.

rule-canonical-self-name = L’adresse qui fait foi
rule-canonical-self-what = `<link rel="canonical">` nomme la page elle-même. Une page que les moteurs de recherche sont priés de laisser de côté n’en a pas.
rule-canonical-self-why = Un moteur de recherche le croit : si la page anglaise dit que la française fait foi, qui cherche en anglais se voit proposer la française. À côté de `noindex`, les deux se contredisent, et le moteur choisit.
rule-canonical-self-how = Dans `base.html` : `{"{"}% if page.canonical %{"}"}<link rel="canonical" href="{"{{"} page.canonical {"}}"}">{"{"}% endif %{"}"}`.

rule-text-language-name = Un texte dans la langue annoncée
rule-text-language-what = Le texte d’une page est dans la langue que dit `lang`, d’après ses petits mots (« le », « de », « et ») en français et en anglais, et d’après les lettres qui s’y suivent dans 70 langues. Les noms, les titres et les passages courts ne sont pas jugés.
rule-text-language-why = Une voix française lit les mots anglais avec les sons du français, et personne ne les comprend. Les moteurs de recherche et la traduction automatique proposent le texte à qui ne peut pas le lire.
rule-text-language-how = Dans un texte : traduisez le passage, ou dites en quelle langue il est, `:lang{"{"}en "…"{"}"}` dans une ligne, `:::lang{"{"}ar{"}"}` avant un passage plus long et `:::` après. Un texte dans le fichier d’une autre langue : renommez le fichier, `page.en.md`. Dans un modèle : les mots du thème, `strings/fr.yaml`.

rule-help-place-name = L’aide toujours au même endroit
rule-help-place-what = Les liens du menu `help` de `content/site.yaml` sont dans le même ordre et du même côté de la partie principale sur toutes les pages d’une langue. Les liens de la partie principale sont ceux du texte, et une page qui n’en a pas n’est pas concernée.
rule-help-place-why = Une personne qui a du mal à se souvenir, ou qui est pressée, cherche l’aide là où elle était à la page d’avant. Si elle a changé de place, elle croit qu’il n’y en a pas.
rule-help-place-how = Dans un modèle : dessiner le menu une seule fois, dans `base.html`, avec `menu(name="help")`, et n’en changer l’ordre nulle part.

rule-page-weight-name = Le poids de la page
rule-page-weight-what = Le HTML, les feuilles de style, les scripts et les images d’une page ne pèsent pas plus que ne le permet `weight_limits` dans `content/site.yaml`. Les fichiers sont pesés comme ils sont envoyés, compressés ; ceux à télécharger et les images de partage ne comptent pas. Sans réglage, sont permis 20 ko de HTML, 15 de feuilles de style, 5 de scripts et 250 en tout ; au-delà, c’est un avertissement, et une erreur au-dessus de 60, 40, 30 et 600. Une limite à vous déplace les deux. Ce qui pèse trop sur beaucoup de pages est dit une fois, avec le fichier le plus lourd.
rule-page-weight-why = À 50 ko par seconde, comme en bordure de réseau, 2 Mo prennent quarante secondes, et beaucoup n’attendent pas. Un visiteur dont la connexion se paie au mégaoctet paie à chaque visite.
rule-page-weight-how = Dans un texte : moins d’images, ou deux pages ; Rihla les allège de lui-même. Dans un modèle : pas d’image plus grande qu’elle n’est montrée (`places` dans `theme.yaml`), rien dans la feuille de style ou le script dont aucune page ne se sert ; et des listes plus courtes, `per_page` dans `collection.yaml`.

rule-page-requests-name = Le nombre de fichiers d’une page
rule-page-requests-what = Une page n’a pas besoin de plus de fichiers que la limite ne le permet : feuilles de style, scripts, polices et images. Sans réglage, plus de 15 sont un avertissement et plus de 30 une erreur.
rule-page-requests-why = Avec une mauvaise connexion, chaque fichier se demande et s’attend à part. S’il y en a soixante, la page bouge encore sous le doigt du lecteur une demi-minute plus tard.
rule-page-requests-how = Dans un modèle : une feuille de style et un script ; des icônes dessinées dans la page (`<svg>`) plutôt que dans des fichiers ; aucune police que les lecteurs ont déjà. Dans un texte : moins d’images par page.

rule-rule-silence-unused-name = Les silences sans objet
rule-rule-silence-unused-what = Chaque silence de `content/site.yaml` fait taire quelque chose. Celui dont la règle n’y trouve plus rien est signalé.
rule-rule-silence-unused-why = Il cacherait la prochaine faute de même nature : une image sans texte pour qui ne la voit pas serait mise en ligne, et personne n’en saurait rien.
rule-rule-silence-unused-how = Retirez ce silence de `content/site.yaml`. S’il nomme une page qui a changé d’adresse, corrigez ce nom.

rule-pdf-title-name = Le titre d’un PDF
rule-pdf-title-what = Un PDF que publie le site a un titre dans ses propriétés.
rule-pdf-title-why = Sans lui, un lecteur d’écran et l’onglet du navigateur disent le nom du fichier, « rapport v7 final 2 ». Une personne qui a ouvert trois documents ne sait pas dans lequel elle est.
rule-pdf-title-how = Avant de l’exporter : dans Word, Fichier, Informations, Titre ; dans LibreOffice, Fichier, Propriétés, Description, Titre. Dans Acrobat, sur le PDF même : Fichier, Propriétés, Description.

rule-pdf-language-name = La langue d’un PDF
rule-pdf-language-what = Un PDF que publie le site dit en quelle langue il est (`/Lang`). Que ce soit celle du texte n’est pas vérifié.
rule-pdf-language-why = Sans elle, un lecteur d’écran prend la voix de l’ordinateur : un rapport en anglais est lu avec les sons du français, et l’on ne peut pas le suivre.
rule-pdf-language-how = Avant de l’exporter, pour tout le texte : dans Word, Révision, Langue, Définir la langue de vérification ; dans LibreOffice, Outils, Langue, Pour tout le texte. Dans Acrobat : les propriétés du document, Options de lecture, Langue.

rule-pdf-tags-name = Les balises d’un PDF
rule-pdf-tags-what = Un PDF que publie le site a des balises, qui disent ce qui est un titre, une liste, un tableau ou une image. Seule une personne peut juger si elles sont justes.
rule-pdf-tags-why = Sans elles, un lecteur d’écran lit d’une ligne ce qui est côte à côte, à travers deux colonnes, et les chiffres d’un tableau sans ce qu’ils comptent. Une page seulement numérisée est muette.
rule-pdf-tags-how = Dans Word : employez les styles de titre, puis enregistrez en PDF avec l’option « Balises de structure de document pour l’accessibilité ». Dans LibreOffice : exportez en PDF, « PDF balisé ». Pour un document numérisé : faites-en d’abord reconnaître le texte. Mieux encore, faites du texte une page du site.

rule-document-hidden-data-name = Les données cachées d’un document
rule-document-hidden-data-what = Aucun document que publie le site (PDF, Word, Excel, PowerPoint, OpenDocument) ne contient de commentaires, de révisions, de notes de l’orateur, de feuilles ou de diapositives masquées, ni d’autres fichiers.
rule-document-hidden-data-why = Qui télécharge le rapport peut lire la phrase que le partenaire avait fait supprimer, ou ouvrir la feuille des noms des personnes aidées, restée tout entière derrière un graphique.
rule-document-hidden-data-how = Dans Word, Excel et PowerPoint : acceptez ou refusez toutes les modifications, puis Fichier, Informations, Vérifier l’absence de problèmes, Inspecter le document, et enregistrez une copie. Dans LibreOffice : Édition, Suivi des modifications, Gérer ; supprimez les commentaires. Collez les graphiques comme des images. Mieux encore, publiez un PDF tiré de la copie nettoyée.

rule-document-author-name = L’auteur d’un document
rule-document-author-what = Les documents que publie le site ne nomment personne dans leurs propriétés. Si un nom peut y rester, seule une personne peut en juger ; celui de l’institution le peut.
rule-document-author-why = Office inscrit dans chaque fichier le nom de qui était à l’ordinateur. Une collègue qui travaille avec des personnes sous protection peut ne pas vouloir qu’on la retrouve ainsi.
rule-document-author-how = Dans Word, Excel et PowerPoint : Fichier, Informations, Vérifier l’absence de problèmes, Inspecter le document, puis supprimez les propriétés du document ; ou écrivez le nom de l’institution dans Fichier, Informations, Auteur. Dans LibreOffice : Fichier, Propriétés, sans « Utiliser les données d’identité ». Dans Acrobat : Fichier, Propriétés, Description. Si les noms doivent y être, taisez la règle pour ce fichier, avec la raison.

rule-external-link-name = Les liens vers d’autres sites
rule-external-link-what = Avec `--external`, chaque adresse d’un autre site à laquelle mène une page est demandée, deux au plus à la fois pour un serveur. Ce qui a répondu est cru de six à neuf jours ; ce qui ne répond pas est un conseil le premier jour, et une erreur si c’est encore le cas un jour suivant. Le certificat en fait partie.
rule-external-link-why = Les pages des autres se déplacent et disparaissent. Qui suit une source et tombe sur une page d’erreur ne peut plus vérifier ce que dit le texte, et fait moins confiance au site qui l’y a envoyé.
rule-external-link-how = Cherchez où se trouve la page à présent, et écrivez cette adresse ; s’il n’y en a plus, enlevez le lien et nommez la source en toutes lettres. Un serveur qui ne refuse que les programmes se met sous `links: skip:` dans `site.yaml`, avec la raison.

rule-external-moved-name = Les adresses qui ont changé pour de bon
rule-external-moved-what = Avec `--external` : l’adresse mène à une autre, et chaque étape dit que c’est pour de bon (301 ou 308). La nouvelle adresse est proposée comme correction, avec la partie qui suit le `#`. Ce qui mène ailleurs pour l’instant n’est pas signalé.
rule-external-moved-why = Les anciennes adresses sont gardées un temps, pas toujours. D’ici là, chaque personne au réseau lent attend deux fois.
rule-external-moved-how = Écrivez l’adresse proposée, après avoir regardé ce qui s’y trouve.

rule-external-fragment-name = Les parties de pages d’autres sites
rule-external-fragment-what = Avec `--external` : l’adresse a une partie après le `#`, et la page, qui a été lue, n’a aucun élément de ce nom. Les pages de plus de 2 Mo, et ce qu’un script fait de l’adresse, ne sont pas jugés.
rule-external-fragment-why = La page s’ouvre à son début, et il faut chercher ce qui est voulu.
rule-external-fragment-how = Ouvrez la page ; un intertitre renommé a un autre nom à présent. Là où un script y met la partie, laissez l’adresse et faites taire le constat.

rule-external-unknown-name = Les adresses qui ne peuvent pas être vérifiées
rule-external-unknown-what = Avec `--external` : le serveur répond, mais pas à un programme (401, 403, 999), demande qu’on le laisse (429, 503, `Retry-After`), ou veut des cookies. Ce n’est pas la faute de la page.
rule-external-unknown-why = Un programme ne peut pas dire si la page est là. Quelqu’un devrait regarder de temps en temps.
rule-external-unknown-how = Ouvrez-la dans un navigateur. Ce qui ne répond jamais aux programmes se met sous `links: skip:` dans `site.yaml`, avec la raison.

rule-external-inside-name = Les adresses de réseaux internes
rule-external-inside-what = Avec `--external` : l’adresse, ou ce à quoi mène son nom, est de cette machine ou d’un réseau interne (`localhost`, `10.…`, `192.168.…`, les noms sans point). Elle n’est pas demandée.
rule-external-inside-why = Elle marche au bureau, et nulle part ailleurs. Elle dit aussi à des inconnus comment s’appellent les machines du bureau.
rule-external-inside-how = Mettez le document sur le site lui-même, ou écrivez l’adresse sous laquelle tout le monde y arrive.

rule-external-form-name = Les adresses de courriel et les numéros de téléphone
rule-external-form-what = Avec `--external` : ce qui suit `mailto:` est une adresse de courriel, et ce qui suit `tel:` un numéro de téléphone. Personne n’est appelé, aucun message n’est envoyé.
rule-external-form-why = Sur un téléphone, qui touche le numéro pour demander de l’aide obtient une erreur, ou rien.
rule-external-form-how = `mailto:contact@example.org`, `tel:+212537000000`, sans espaces ; les mots du lien peuvent en avoir.

rule-spelling-name = L’orthographe
rule-spelling-what = Avec `--spelling`, chaque mot des textes est cherché dans le dictionnaire Hunspell de sa langue ; celui d’un passage marqué comme d’une autre langue, dans celle-là. Sont passés le code, les adresses, les chiffres, les sigles, les noms que le site a ailleurs, ce qu’a le glossaire, et la liste `spelling: words:` de `site.yaml`.
rule-spelling-why = Un mot mal écrit fait douter des chiffres qui sont à côté. Un lecteur d’écran l’épelle, ou le lit comme un autre ; une recherche ne le trouve pas.
rule-spelling-how = Corrigez le mot ou, s’il est juste, ajoutez-le sous `spelling: words:` dans `site.yaml`. Un mot d’une autre langue se marque comme tel : `:lang{"{"}en "soft skills"{"}"}`.
