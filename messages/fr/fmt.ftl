fmt-month = « { $before } » s’écrit « { $after } » : un nom de mois commence par une minuscule

fmt-day = « { $before } » s’écrit « { $after } » : le premier du mois se compte en ordinal, et un jour ne prend pas de zéro devant lui

fmt-ordinal = « { $before } » s’écrit « { $after } » : un ordinal s’abrège ainsi

fmt-accent = « { $before } » s’écrit « { $after } » : une majuscule garde son accent

fmt-ligature = « { $before } » s’écrit « { $after } » : le o et le e sont liés dans ce mot

fmt-title = « { $before } » s’écrit « { $after } » : ce titre s’abrège ainsi

fmt-ize = « { $before } » s’écrit « { $after } » : l’anglais de ce site a la terminaison -ize

fmt-word = « { $before } » s’écrit « { $after } », sauf s’il s’agit d’informatique

fmt-damaged = « { $before } » s’écrit « { $after } » : un logiciel avait lu les lettres dans un autre codage

fmt-letters = « { $before } » s’écrit « { $after } », avec des lettres ordinaires : une recherche ne trouve pas les autres signes

fmt-per-cent = « { $before } » s’écrit « { $after } » dans un texte suivi ; le signe est pour les tableaux et les titres

fmt-possessive = « { $before } » s’écrit « { $after } » : l’apostrophe n’est seule qu’après le s d’un pluriel

fmt-spaces = une seule espace suffit entre « { $left } » et « { $right } »

fmt-hidden = la position et toutes les autres données cachées sont retirées de cette image ; ce qu’elle montre ne change pas

fmt-kept = ce fichier a été laissé tel quel : ses corrections changeraient plus que ce qu’elles annoncent
    .hint = faites-les à la main, et signalez ce fichier, pour que le programme puisse être réparé

fmt-worse = ce fichier a été laissé tel quel : une fois corrigé, il aurait une erreur qu’il n’a pas, par exemple un titre trop long
    .hint = faites les corrections à la main, et abrégez ce qui devient trop long

fmt-path = « { $path } » n’est ni un fichier ni un dossier du contenu de ce site
    .hint = nommez des fichiers ou des dossiers qui se trouvent dans content, par exemple { $example }
