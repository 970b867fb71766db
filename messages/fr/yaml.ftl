yaml-colon = un texte qui contient « : » doit être entre guillemets droits doubles
    .hint = les guillemets délimitent la valeur, ou { $mark } fait partie du texte

yaml-hash = « { $lost } » est perdu : après une espace, « # » ouvre un commentaire
    .hint = mettez tout le texte entre guillemets droits doubles ; pour un commentaire, écrivez « # » suivi d’une espace

yaml-apostrophe = une apostrophe ferme un texte mis entre apostrophes
    .hint = entourez le texte de guillemets droits doubles

yaml-text-after = il y a des mots après { $sign } qui ferme
    .hint = allez à la ligne avant « { $next }: »
    .hint-2 = mettez tout le texte entre guillemets droits doubles, et écrivez \" pour un guillemet à l’intérieur

yaml-sign-after = « { $sign } » se trouve après { $closing } qui ferme, où la valeur se termine
    .hint = supprimez « { $sign } »

yaml-sign = un texte qui commence par « { $sign } » doit être entre guillemets droits doubles

yaml-backslash = entre guillemets droits doubles, « \ » annonce un signe qui s’écrit autrement
    .hint = écrivez \\ pour une barre oblique inversée, ou mettez le texte entre apostrophes droites ' '

yaml-item = sur la ligne de sa clé, une valeur ne peut pas commencer par un tiret
    .hint = mettez un texte entre guillemets droits doubles ; une liste s’écrit [{ $items }]

yaml-hyphen = un tiret précède la valeur, sur la ligne de sa clé
    .hint = supprimez le tiret

yaml-block-indent = les lignes d’un texte annoncé par « { $sign } » sont décalées à droite de leur clé
    .hint = faites commencer chacune par deux espaces de plus

yaml-block-margin = cette ligne met fin au texte annoncé par « { $sign } » : elle est moins décalée à droite que la première
    .hint = faites commencer chaque ligne du texte dans la colonne de la première

yaml-unclosed-quote = ce guillemet n’est jamais fermé
    .hint = mettez { $closing } aussi à la fin du texte
    .hint-2 = les guillemets délimitent la valeur, ou { $mark } fait partie du texte

yaml-unclosed-bracket = « { $sign } » n’est jamais fermé
    .hint = fermez-le par « { $closing } » ; s’il fait partie d’un texte, mettez ce texte entre guillemets droits doubles

yaml-comma = entre {"{"} {"}"}, une virgule sépare : « { $key } » est devenu une clé à part
    .hint = mettez chaque texte entre guillemets droits doubles, ou écrivez une langue par ligne

yaml-indent-sign = cette ligne commence par { $sign } ; une ligne ne se décale qu’avec des espaces ordinaires

yaml-control-sign = il y a ici un signe que personne ne voit et que YAML n’admet pas : { $sign }
    .hint = mettez une espace à la place de { $space }
    .hint-2 = cette ligne compte { $count } signes de ce genre : mettez une espace à la place de chaque signe qui sépare deux mots, et supprimez les autres
    .hint-3 = supprimez le signe { $sign }

yaml-indentation = cette ligne n’est pas alignée avec celles qui précèdent
    .hint = les lignes d’un même groupe commencent dans la même colonne

yaml-nested = « { $key } » ne peut pas être placé sous une ligne qui a déjà une valeur
    .hint = décalez « { $key } » vers la gauche ; s’il fait partie de « { $above } », mettez aussi la valeur de « { $above } » à la ligne, sous sa propre clé
    .hint-2 = décalez « { $key } » vers la gauche

yaml-no-space = il faut une espace après le « : » de « { $key } »

yaml-no-colon = il faut un deux-points et une espace après « { $key } »

yaml-separator = « { $key } » est suivi de « { $sign } », et non de deux-points et d’une espace

yaml-item-space = il faut une espace après le tiret qui commence un élément de liste

yaml-item-sign = un élément de liste commence par un tiret et une espace, et non par « { $sign } »

yaml-first-indent = cette ligne est décalée à droite par rapport aux lignes qui la suivent
    .hint = faites-la commencer dans la même colonne que les autres

yaml-stray-line = cette ligne n’a pas la forme « clé : valeur »
    .hint = si elle continue la ligne du dessus, écrivez les deux en une seule : { $joined }
    .hint-2 = si elle continue la ligne du dessus, écrivez-la à la fin de celle-ci ; sinon, écrivez une clé devant

yaml-syntax = ceci ne peut pas être lu comme du YAML
    .hint = mettez la valeur entre guillemets droits doubles, ou comparez la ligne avec une autre qui fonctionne

yaml-duplicate-key = « { $key } » est écrit deux fois
    .hint = gardez l’un des deux

yaml-complex-key = une clé doit être un mot

yaml-second-document = un fichier YAML ne contient qu’un document : ce qui suit cette ligne n’est pas lu
    .hint = supprimez cette ligne

yaml-too-deep = plus de { $limit } niveaux imbriqués

yaml-too-large = le fichier est trop grand pour être lu comme du YAML
    .hint = répartissez-le en plusieurs entrées

yaml-ambiguous = sans guillemets, « { $value } » est lu par d’autres programmes comme { $meaning } ; ici, c’est un texte

yaml-ambiguous-number = sans guillemets, « { $value } » est lu par d’autres programmes comme le nombre { $number } ; ici, c’est un texte

yaml-curly-quotes = les guillemets courbes font partie du texte ; YAML utilise des guillemets droits

yaml-quote-pair = le guillemet { $open } ouvre cette valeur et { $close } la ferme : ils ne vont pas ensemble
    .hint = les guillemets délimitent la valeur, ou { $mark } fait partie du texte

front-matter-opening = il manque la ligne « --- » au-dessus des champs de ce texte
    .hint = écrivez « --- », seul, à la ligne { $line }

front-matter-toml = ces champs sont écrits en TOML, entre des lignes « +++ » ; ici, ils s’écrivent en YAML, entre des lignes « --- »
    .hint = écrivez chacun sous la forme « clé: valeur »

front-matter-json = ces champs sont écrits en JSON ; ici, ils s’écrivent en YAML, entre des lignes « --- »
    .hint = écrivez chacun sous la forme « clé: valeur »

front-matter-closing = les champs s’ouvrent ici par « --- », mais aucune ligne « --- » ne les ferme
    .hint = écrivez « --- », seul, à la ligne { $line }, avant le texte

front-matter-dashes = cette ligne doit être faite de trois tirets simples : ---

yaml-first = le premier « { $key } »

yaml-meaning-false = « faux »

yaml-meaning-true = « vrai »

yaml-sign-tab = une tabulation

yaml-sign-no-break-space = une espace insécable

yaml-sign-quote = le guillemet

yaml-sign-bracket = le crochet
