# La page qu’écrit « rihla check --format html » : une lettre à ceux qui écrivent le site.

report-title = Ce que Rihla a trouvé dans « { $site } »
report-checked = Le { $when }, Rihla a vérifié ce site : { $entries ->
    [one] un élément
   *[other] { $entries } éléments
 } et { $pages ->
    [one] une page
   *[other] { $pages } pages
 }, les pages selon { $rules } règles.
report-not-checked = Le { $when }, Rihla a lu ce site. Il ne peut pas encore être assemblé, et ni ses langues ni ses pages n’ont donc été examinées : une fois les erreurs ci-dessous corrigées, une nouvelle vérification dira le reste.
report-nothing = Il n’y a rien à corriger.

# Combien il y en a de chaque poids, et ce que cela veut dire.
report-errors = { $count ->
    [one] Une erreur : elle est à corriger avant de publier.
   *[other] { $count } erreurs : elles sont à corriger avant de publier.
 }
report-warnings = { $count ->
    [one] Un avertissement : ce n’est sans doute pas ce que vous vouliez.
   *[other] { $count } avertissements : ce n’est sans doute pas ce que vous vouliez.
 }
report-advice = { $count ->
    [one] Un conseil : un détail à soigner, qui ne fait rien perdre aux lecteurs.
   *[other] { $count } conseils : des détails à soigner, qui ne font rien perdre aux lecteurs.
 }

# Quand il y en a beaucoup.
report-brief = Ce qui revient souvent est expliqué deux fois. Ensuite, seul l’endroit est donné, et le code qui le suit mène à l’explication. Pour que tout soit expliqué : { $command }

report-or = ou
report-elsewhere = Hors des fichiers
report-written-by = Écrit par Rihla { $version }. Quand un code comme « link-signs » suit un endroit, la documentation l’explique sous ce nom.
