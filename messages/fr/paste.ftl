# Ce qui n’est pas dans le texte après un collage. « { $count } » dit combien de fois.
paste-pictures = { $count ->
    [one] { $count } image n’a pas été reprise : enregistrez-la sur votre ordinateur, puis ajoutez-la avec le bouton Image
   *[other] { $count } images n’ont pas été reprises : enregistrez-les sur votre ordinateur, puis ajoutez-les avec le bouton Image
 }
paste-recordings = { $count ->
    [one] { $count } son ou film n’a pas été repris
   *[other] { $count } sons ou films n’ont pas été repris
 }
paste-formulas = { $count ->
    [one] { $count } formule n’a pas été reprise
   *[other] { $count } formules n’ont pas été reprises
 }
paste-frames = { $count ->
    [one] { $count } fenêtre sur une autre page n’a pas été reprise
   *[other] { $count } fenêtres sur d’autres pages n’ont pas été reprises
 }
paste-fields = { $count ->
    [one] { $count } champ ou bouton de formulaire n’a pas été repris
   *[other] { $count } champs ou boutons de formulaires n’ont pas été repris
 }
paste-scripts = { $count ->
    [one] { $count } script n’a pas été repris
   *[other] { $count } scripts n’ont pas été repris
 }
paste-links = { $count ->
    [one] { $count } lien qui ne mène à aucune page n’a pas été repris, ses mots restent
   *[other] { $count } liens qui ne mènent à aucune page n’ont pas été repris, leurs mots restent
 }
paste-comments = { $count ->
    [one] { $count } commentaire dans la marge n’a pas été repris
   *[other] { $count } commentaires dans la marge n’ont pas été repris
 }
paste-deletions = { $count ->
    [one] { $count } suppression en suivi des modifications a été appliquée
   *[other] { $count } suppressions en suivi des modifications ont été appliquées
 }
paste-merged-cells = { $count ->
    [one] { $count } cellule fusionnée a été divisée : ses mots sont dans la première
   *[other] { $count } cellules fusionnées ont été divisées : leurs mots sont dans la première de chacune
 }
paste-joined-lines = { $count ->
    [one] { $count } cellule de tableau avait plusieurs paragraphes ou lignes : elle n’a plus qu’une ligne
   *[other] { $count } cellules de tableau avaient plusieurs paragraphes ou lignes : chacune n’a plus qu’une ligne
 }
paste-underlining = { $count ->
    [one] { $count } passage souligné ne l’est plus
   *[other] { $count } passages soulignés ne le sont plus
 }
paste-colours = { $count ->
    [one] { $count } passage a perdu sa couleur
   *[other] { $count } passages ont perdu leur couleur
 }
paste-sizes = { $count ->
    [one] { $count } passage a maintenant la taille du texte
   *[other] { $count } passages ont maintenant la taille du texte
 }
paste-raised = { $count ->
    [one] { $count } exposant ou indice est maintenant sur la ligne
   *[other] { $count } exposants ou indices sont maintenant sur la ligne
 }
paste-rest = le texte était trop long : sa fin n’a pas été reprise
