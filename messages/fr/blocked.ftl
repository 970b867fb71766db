blocked-draft = un brouillon
blocked-draft-version = est un brouillon
blocked-from = sera mis en ligne le { $day }
blocked-from-version = sera mise en ligne le { $day }
blocked-until = a été retiré du site le { $day }
blocked-until-version = a été retirée du site le { $day }
blocked-gone = a été retiré définitivement
blocked-gone-version = a été retirée définitivement
blocked-unreviewed = n’a pas été relu
blocked-unreviewed-version = n’a pas été relue
blocked-waits = attend sa version { $version }, qui { $why }
blocked-both = { $first } ; { $second }

blocked-missing = manque
blocked-translation = est en cours de traduction
blocked-machine = vient d’une machine et reste à relire
blocked-incomplete = est incomplet
blocked-incomplete-version = est incomplète
blocked-outdated = n’est plus à jour
blocked-not-ready = n’est pas prêt
blocked-not-ready-version = n’est pas prête

blocked-moment = { $day } à { $hour } h{ $minute ->
    [0] {""}
   *[other] {" "}{ $minutes }
 }
blocked-moment-at = { $day } à { $hour } h{ $minute ->
    [0] {""}
   *[other] {" "}{ $minutes }
 } ({ $place })
