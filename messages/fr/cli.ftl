unknown-command = il n’y a pas de commande « { $value } »
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = « rihla --help » en donne la liste

unknown-option = il n’y a pas d’option « { $value } » ici
    .hint = vouliez-vous écrire « { $nearest } » ?
    .hint-2 = « rihla --help » en donne la liste

unknown-operand = « { $value } » est de trop : cette commande ne prend ni chemin ni nom, et porte sur tout le site
    .hint = écrivez la commande sans lui

option-value = « { $value } » n’est pas une valeur de l’option { $option }
    .hint = valeurs possibles : { $known }
    .hint-2 = écrivez par exemple : { $example }

option-without-value = l’option { $option } attend une valeur

option-needed = la commande { $command } a besoin de l’option { $option }
    .hint = écrivez par exemple : { $example }

options-together = les options { $option } et { $other } ne vont pas ensemble
    .hint = { $option } note les adresses qui sont publiées ; retirez l’une des deux

typeset-language = « { $value } » n’est pas une langue qui peut être composée
    .hint = celles-ci ont des règles : { $known } ; toute autre langue est laissée telle qu’elle est écrite

input-text = la ligne { $line } de l’entrée n’est pas un texte en UTF-8
    .hint = enregistrez le texte en UTF-8, puis recommencez

input-output = le texte ne peut pas être lu : { $detail }

output = ce qui devait s’afficher n’a pas pu être écrit : { $reason }
    .hint = faites de la place ou envoyez-le ailleurs, puis relancez la commande

command-line = la ligne de commande n’est pas correcte : { $detail }
    .hint = « rihla --help » l’explique

option-twice = « { $option } » est écrit plusieurs fois
    .hint = écrivez-le une seule fois, avec la valeur qui doit compter

new-needs = la commande new a besoin d’une collection et d’un titre
    .hint = écrivez-la ainsi : { $example }

new-quotes = le titre a plusieurs mots et doit être entre guillemets droits
    .hint = écrivez : { $example }

init-needs = la commande init a besoin du dossier où commencer le site
    .hint = écrivez-la ainsi : { $example }
