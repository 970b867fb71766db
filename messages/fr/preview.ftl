preview-preview = Aperçu
preview-as-of = tel qu’il sera le { $day }
preview-with-drafts = brouillons compris
preview-languages = Cette page dans chaque langue
preview-missing = manque
preview-not-meant = pas prévu
preview-in-another = montré en { $language }
preview-draft = brouillon, gardé hors ligne
preview-draft-shown = brouillon, montré dans cet aperçu seulement
preview-shown-here = montré dans cet aperçu seulement
preview-from = en ligne à partir du { $day }
preview-until = hors ligne depuis le { $day }
preview-gone = retiré définitivement
preview-unreviewed = pas encore relu, gardé hors ligne
preview-waiting = prêt, attend les autres langues
preview-in-work = traduction en cours
preview-machine = traduction automatique, à relire
preview-original = original
preview-up-to-date = traduction à jour
preview-outdated = traduction plus à jour
preview-incomplete = traduction incomplète
preview-diverged = la source et la traduction ont changé toutes deux
preview-orphan = sa source n’est pas là
preview-source = Texte
preview-shared = Champs communs
preview-template = Modèle
preview-elsewhere = { $count } sur d’autres pages
preview-more = et { $count } de plus
preview-beneath = En dessous, la page telle qu’elle était avant l’erreur. Elle changera dès que le fichier sera corrigé.
preview-nothing-yet = Le site ne peut pas encore être montré
preview-nothing-yet-text = Dès que les erreurs seront corrigées, la page apparaîtra ici d’elle-même.
preview-line = ligne { $line }
preview-blocked = Gardé hors ligne pour l’instant
preview-stopped = L’aperçu est arrêté : relancez Rihla, ou « rihla serve » dans un terminal.
preview-base = Le site se trouve à l’adresse { $address }
preview-warning = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
 }
preview-advice = { $count ->
    [one] { $count } conseil
   *[other] { $count } conseils
 }
preview-error = { $count ->
    [one] { $count } erreur à corriger
   *[other] { $count } erreurs à corriger
 }
