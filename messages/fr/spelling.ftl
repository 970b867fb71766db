# Ce que « rihla check --spelling » dit des mots.

# Un mot qui n’est dans aucun dictionnaire.
spelling = « { $word } » n’est dans aucun dictionnaire ({ $language })
    .hint = peut-être : { $suggestions } ; un mot qui est juste se met sous spelling: words: dans site.yaml
    .hint-2 = un mot qui est juste se met sous spelling: words: dans site.yaml

# Une langue dont les mots ne peuvent pas être cherchés.
spelling-dictionary = cette machine n’a pas de dictionnaire ({ $language }) : ces mots n’ont pas été cherchés
    .hint = « rihla doctor » dit comment en obtenir un

# Un dictionnaire qui ne peut pas être lu.
spelling-dictionary-broken = le dictionnaire « { $file } » ne peut pas être lu : { $why }
    .hint = en mettre un autre à sa place, ou l’enlever

# Un autre endroit qui a le même mot.
spelling-also = ici aussi
