file-not-read = ce fichier n’est pas lu, et aucun lien n’y mène : ce qu’il contient n’apparaît nulle part sur le site
    .hint = est-ce le fichier que veut dire { $place } ? Écrivez-y alors son nom
    .hint-2 = pour un texte du site, renommez-le en { $wanted } ; pour proposer le fichier lui-même, faites un lien vers lui ; sinon, sortez-le du dossier content
    .hint-3 = les textes s’écrivent en Markdown (index.fr.md), les listes dans entries.yaml ; pour proposer le fichier lui-même, faites un lien vers lui ; sinon, sortez-le du dossier content

file-unused = rien n’affiche ce fichier et aucun lien n’y mène : il n’est pas publié
    .hint = est-ce le fichier que veut dire { $place } ? Écrivez-y alors son nom
    .hint-2 = employez-le dans un texte du même dossier, ou supprimez-le

theme-file-unused = aucune partie d’un thème n’est cherchée ici : ce fichier ne sert à rien
    .hint = un thème a les dossiers templates, components, assets et strings, et le fichier theme.yaml

theme-unused = le site emploie le thème « { $theme } » : rien de ce dossier ne sert
    .hint = nommez-le dans « theme: » de content/site.yaml, ou supprimez-le

strings-file = le nom de ce fichier de textes n’est pas une langue : il n’est pas lu
    .hint = nommez-le d’après la balise de sa langue, comme fr.yaml

drawing-damaged = « { $file } » n’est pas un dessin SVG lisible : le fichier est endommagé, ou autre chose
    .hint = exportez-le de nouveau en SVG, ou en PNG

drawing-cleaned = le dessin « { $file } » est publié sans { $removed }, qu’un dessin ne doit pas contenir sur une page web
    .hint = regardez la page ; s’il manque quelque chose, exportez le dessin en « SVG simple », textes vectorisés, sans images liées ni incorporées

address-taken = l’adresse { $address } est demandée deux fois
    .hint = donnez à l’un des deux un autre « slug: »

alias-of-file = l’alias { $address } est l’adresse de quelque chose que le site montre déjà
    .hint = supprimez l’alias

address-too-long = « { $name } » compte { $count } octets, et aucun disque n’admet un nom de plus de { $limit }
    .hint = écrivez-en un plus court ; une lettre accentuée compte double

address-of-rihla = { $address } est un fichier que Rihla écrit lui-même
    .hint = renommez ou supprimez celui-ci

folder-of-rihla = les navigateurs gardent un an, sans le redemander, ce qui se trouve sous /assets/ : qui a déjà lu ce fichier n’en verra aucune version plus récente
    .hint = placez-le dans un autre dossier de static, comme static/fichiers, et mettez à jour les liens qui y mènent

address-alike = les adresses { $address } et { $other } ne peuvent pas exister toutes deux sur tous les serveurs
    .hint = donnez à l’un des deux un autre « slug: » ou nom de fichier

template-missing = le thème { $theme } n’a pas de modèle { $template }
    .hint = ajoutez le fichier themes/{ $theme }/templates/{ $template }

font-signs = cette police n’a pas de signe pour { $characters }, dont les textes ont besoin dans ces langues : { $languages }
    .hint = prenez une version de la police qui les contient : les navigateurs dessinent ce qui manque avec une autre police

font-unreadable = ce fichier ne peut pas être lu comme une police
    .hint = reprenez le fichier là d’où vient la police ; les polices sont des fichiers .woff2, .woff, .ttf ou .otf

style-url = la feuille de style nomme « { $value } », qui n’est pas un fichier du thème
    .hint = vouliez-vous écrire « { $nearest } » ?

style-loop = la feuille de style « { $value } » s’importe elle-même

plan-taken = elle est prise par ceci

iati-missing = l’activité « { $entry } » n’indique pas { $what }, ce que l’IITA demande pour chacune
    .hint = écrivez, dans le champ « { $field } » : { $example }
    .hint-2 = déclarez-lui un champ dans collection.yaml, et nommez-le sous « open_data », « iati », « fields » : { $role }
iati-status = son état
iati-description = ce qu’elle est, dans un texte
iati-start = quand elle commence, en prévision ou en réalité
iati-participant = quelle organisation y prend part
iati-sector = un secteur (un code du CAD à cinq chiffres, ou à trois)
iati-country = un pays ou une région (deux lettres, comme MA ; ou le numéro d’une région du CAD)
iati-region = une région du CAD
iati-organisation-type = un type d’organisation (liste de codes OrganisationType)
iati-activity-identifier = un identifiant d’activité
iati-organisation-identifier = un identifiant d’organisation

iati-value = « { $value } », dans « { $field } », n’a pas la forme que l’IITA prévoit pour { $what }
    .hint = écrivez sur ce modèle : { $example }

iati-prefix = l’identifiant « { $value } » ne commence pas par celui de l’organisation déclarante
    .hint = écrivez sur ce modèle : { $example }

iati-twice = l’identifiant « { $value } » figure deux fois : l’IITA prendrait les deux activités pour une seule
    .hint = donnez à l’une des deux le sien

iati-shares = les parts de { $codes } dans l’activité « { $entry } » ne font pas 100 pour cent
    .hint = écrivez dans « { $field } », à côté de chaque code, quelle part de l’activité il représente

iati-future = « { $field } » dit { $value }, qui est encore à venir : pour l’IITA, une date réelle est passée
    .hint = écrivez-la comme date prévue

iati-order = l’activité « { $entry } » commence le { $start } et finit avant, le { $end }
    .hint = corrigez l’une des deux dates

iati-budget = le budget { $value } ne figure pas dans le fichier de l’IITA, qui demande des budgets d’un an au plus, chacun avec son premier et son dernier jour
    .hint = faites de « { $field } » une liste où chaque année a un montant, un début et une fin, et nommez-les sous « open_data », « iati », « fields » : budget, budget_start, budget_end

iati-written = elle se trouve ici
