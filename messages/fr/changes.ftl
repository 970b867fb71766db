changes-colon =  :
changes-what-this-change-does-to-the = Ce que ce changement fait au site
changes-added = Ajoutées
changes-changed = Modifiées
changes-moved = Déplacées
changes-removed = Retirées
changes-facts-data-pictures-and-files = Chiffres, données, images et fichiers
changes-not-online-yet = Pas encore en ligne
changes-translations-that-this-change-makes-stale = Traductions que ce changement rend périmées
changes-new = nouveau
changes-thing-changed = modifié
changes-thing-removed = retiré
changes-no-page-shows-it =  ; aucune page ne l’affiche
changes-was-shown-by =  ; était affiché par :{" "}
changes-shown-by =  ; affiché par :{" "}

changes-redrawn = { $count ->
    [one] { $count } autre page est refaite
   *[other] { $count } autres pages sont refaites
 } (listes, menus).
changes-stale = modifié en { $changed }, pas en { $unchanged }
changes-none = Aucune page ne change depuis `{ $since }`.
changes-more = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
 }
