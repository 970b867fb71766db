directive-unknown = « :::{ $name } » n’est pas connu
    .hint = vouliez-vous écrire « :::{ $nearest } » ?
    .hint-2 = voici ceux qui existent : { $known }

directive-unclosed = « :::{ $name } » n’est jamais fermé
    .hint = écrivez ::: seul sur la ligne où il finit, avant le « :::{ $other } » qui suit et ne peut pas y figurer
    .hint-2 = écrivez ::: seul sur la ligne où il finit

directive-closes-words = la ligne qui termine une directive ne contient que « ::: », sans « { $word } »
    .hint = supprimez « { $word } »

directive-closes-nothing = ce « ::: » ne ferme rien
    .hint = supprimez la ligne, ou écrivez à l’endroit où cela commence : :::note

directive-crosses = « :::{ $name } » commence dans un élément de liste et n’y finit pas
    .hint = donnez à toutes ses lignes le même retrait qu’à la première

directive-place = « :::{ $name } » n’est pas au début d’une ligne à lui
    .hint = mettez-le sur une ligne à lui, hors des citations (>) et des tableaux, avec une ligne vide avant

figure-letter = « { $figure } » contient une lettre parmi ses chiffres
    .hint = écrivez { $right }

directive-after = « { $words } » ne peut pas figurer ici, après « :::{ $name } »
    .hint = les paramètres s’écrivent entre accolades : { $example }

directive-brace = l’accolade après « :::{ $name } » n’est jamais fermée
    .hint = écrivez {"}"} après le dernier paramètre ; une valeur qui contient des espaces s’écrit entre guillemets droits

directive-parameter = « :::{ $name } » n’a pas de paramètre « { $parameter } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = écrivez ce texte sur la ligne en dessous de « { $below } »
    .hint-3 = ses paramètres : { $known }
    .hint-4 = il n’a pas de paramètres

directive-word = « { $word } » n’est la valeur d’aucun paramètre
    .hint = nommez son paramètre : { $wanted }
    .hint-2 = une valeur qui contient des espaces s’écrit entre guillemets droits : { $example } ; à l’intérieur, écrivez « » pour citer

directive-words-more = entre ces accolades, { $count ->
    [one] { $count } autre mot n’est pas un paramètre
   *[other] { $count } autres mots ne sont pas des paramètres
    } de « :::{ $name } »

directive-parameter-twice = le paramètre « { $parameter } » est donné deux fois

directive-parameter-missing = « :::{ $name } » a besoin du paramètre « { $parameter } »
    .hint = écrivez par exemple : { $example }

directive-value = « { $parameter } » doit être { $wanted }, et « { $value } » ne l’est pas
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = peuvent figurer ici : { $known }
    .hint-3 = écrivez par exemple : { $parameter }={ $example }

directive-body = rien ne peut figurer entre « :::{ $name } » et son « ::: »
    .hint = déplacez ce texte après la ligne qui contient :::

directive-empty = il n’y a rien entre « :::{ $name } » et son « ::: »
    .hint = écrivez sur les lignes entre les deux : { $example }

directive-lines = « :::{ $name } » ne contient que des lignes, et ceci n’en est pas une
    .hint = écrivez chacune sur sa propre ligne : { $example }

directive-cell-missing = cette ligne n’a pas de { $cell }
    .hint = séparez ses parties par | : { $example }

directive-cells = cette ligne a { $count } parties, pour { $most } au plus
    .hint = les parties sont, dans cet ordre : { $example }

directive-cell-signs = rien ne sépare les parties de cette ligne : elle s’affiche telle quelle
    .hint = séparez-les par | : { $example }

directive-contact-place = cette ligne a son adresse ou son numéro dans une autre partie que celle du contact
    .hint = les parties sont, dans cet ordre : { $example }

directive-contact = un contact est une adresse e-mail, un numéro ou une adresse web, sans rien d’autre
    .hint = écrivez : { $right }

video-captions = cette vidéo n’a ni sous-titres ni transcription : les personnes qui ne l’entendent pas en sont privées
    .hint = dites en quelles langues elle est sous-titrée, captions="fr,en", ou donnez sa transcription : transcript=transcription.fr.md, ou écrivez-la entre :::video et :::

figure-alternative-caption = cette image a une légende, mais pas de texte pour les personnes qui ne la voient pas
    .hint = dites ce qu’elle montre, alt="…" ; ou alt="" si la légende dit tout

figure-alternative = cette image n’a pas de texte pour les personnes qui ne la voient pas
    .hint = dites ce qu’elle montre, alt="…" ; ou alt="" si elle ne fait que décorer

directive-term-text = un texte

directive-term-alternative = un texte, ou rien entre les guillemets

directive-term-picture = une image placée à côté du texte

directive-term-file = un fichier placé à côté du texte

directive-term-data = un fichier de données placé à côté du texte (.csv ou .yaml), ou une collection

directive-term-address = une adresse qui commence par https://

directive-term-link = un texte ou un fichier du site, ou une adresse

directive-term-language = le code d’une langue, comme fr

directive-term-languages = des codes de langues séparés par des virgules

directive-term-block = le nom d’un élément de la collection « blocks »
directive-term-count = un nombre entier

directive-term-date = un jour, un mois ou une année, comme 2024-12-31, 2024-12 ou 2024

directive-term-duration = des minutes et des secondes, comme 3:25

directive-term-name = le nom d’un champ

directive-term-choice = un des mots prévus

directive-term-columns = des noms de colonnes séparés par des virgules, chacun avec les mots à afficher : "femmes: Femmes, hommes: Hommes"

directive-term-contact = une adresse électronique, un numéro de téléphone ou une adresse web
