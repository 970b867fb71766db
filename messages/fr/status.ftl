status-entry = élément
status-colon = {" "}:{" "}
status-title = titre
status-notes = remarques
status-semicolon = {" "};{" "}
status-where-the-translations-stand = Où en sont les traductions
status-day-colon =  :{" "}
status-heading-entry = Élément

status-refused = refusé par un contrôle : { $error }
status-as-it-is = est en ligne tel quel
status-due = à relire pour le { $day }
status-left-out = Éléments qui n’ont besoin de rien : { $count }.
status-left = { $count ->
    [one] { $count } élément n’a besoin de rien ; --all le montre.
   *[other] { $count } éléments n’ont besoin de rien ; --all les montre.
 }
status-errors = Le site ne peut pas être construit tant que { $count ->
    [one] { $count } erreur n’est pas corrigée
   *[other] { $count } erreurs ne sont pas corrigées
 } : « rihla build » montre où.

status-original = original
status-up-to-date = à jour
status-outdated = à mettre à jour
status-incomplete = incomplet
status-missing = manque
status-draft = brouillon
status-machine = machine, à relire
status-diverged = divergent
status-unverified = non vérifié
status-orphan = orphelin
filter-original = original
filter-up-to-date = à jour
filter-outdated = à mettre à jour
filter-incomplete = incomplet
filter-missing = manque
filter-draft = brouillon
filter-machine = machine
filter-diverged = divergent
filter-unverified = non vérifié
filter-orphan = orphelin

advice-diverged = la source a changé, et la traduction aussi : relisez les deux, puis « rihla accept ID »
advice-outdated = la source a changé : « rihla diff ID » montre en quoi, « rihla accept ID » dit que la traduction est de nouveau juste
advice-incomplete = il y manque un texte ou un champ de la source : « rihla translate ID --to LANGUE » l’ajoute
advice-missing = personne ne l’a traduit : « rihla translate ID --to LANGUE » commence
advice-machine = une machine l’a traduit : relisez, puis « rihla accept ID »
advice-draft = la traduction est en cours ; « rihla accept ID » quand elle est juste
advice-orphan = le texte dont il est la traduction n’existe plus
advice-unverified = rien n’est noté de la traduction, et rien n’est retenu pour cela ; « rihla accept ID » le note
advice-nothing = rien à faire
