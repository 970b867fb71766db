# Ce que « rihla check » trouve sur les pages construites et que seules toutes ensemble révèlent.

# Une adresse qui n’est ni une page ni un fichier du site.
link-target = « { $address } » ne mène à aucune page et à aucun fichier du site
    .hint = écrire l’adresse d’une page qui existe ; dans un texte, le chemin de son fichier ou « / » et son identifiant

# `#contact` d’une page qui n’a pas cette partie.
link-fragment = la page « { $page } » n’a pas de partie « #{ $fragment } »
    .hint = en écrire une qu’elle a, comme « #{ $nearest } »
    .hint-2 = enlever ce qui suit l’adresse de la page, ou donner ce nom à l’intertitre voulu

# Une feuille de style, un script ou une image que le site n’a pas.
resource-missing = « { $address } » n’est pas parmi les fichiers du site
    .hint = y mettre le fichier, ou enlever son adresse du gabarit

# Deux pages d’une langue qui ont le même titre.
title-unique = deux pages d’une même langue s’appellent « { $title } » : celle-ci et { $other }
    .hint = dire dans chaque titre ce qui distingue sa page

# Un `hreflang` sans réponse, ou incomplet.
alternate-reciprocal = { $what ->
    [relative] l’adresse de la page dans une autre langue, « { $address } », n’est pas complète
    [self] la page ne se nomme pas elle-même parmi ses langues
    [default] la page nomme ses langues, sans x-default parmi elles
    [missing] « { $address } » est donnée pour cette page dans une autre langue, et n’est pas une page du site
    [none] la page existe en plusieurs langues, et n’en nomme aucune
   *[back] « { $address } » est donnée pour cette page dans une autre langue, et ne la nomme pas en retour
}
    .hint = dans le gabarit : un lien rel="alternate" avec hreflang pour chacune des translations(), pour la page elle-même et pour x-default

# Une adresse canonique qui est celle d’une autre page.
canonical-self = { $what ->
    [noindex] les moteurs de recherche sont priés de laisser la page de côté, et une adresse canonique leur est donnée
   *[other] l’adresse canonique est « { $address } », et la page est ailleurs
}
    .hint = dans le gabarit : link rel="canonical" avec l’adresse de la page, et aucun là où la page est noindex

# Un texte dans une autre langue que celle que dit sa page.
text-language = ce passage est en { $found } alors que la page se dit en { $language }
    .hint = l’écrire dans la langue de la page, ou dire dans quelle langue il est

# Des liens vers l’aide qui ne sont pas là où ils sont sur d’autres pages.
help-place = le lien d’aide « { $address } » n’est pas à la même place que sur la page { $other }
    .hint = dans le gabarit, mettre les liens d’aide dans le même ordre et au même endroit sur toutes les pages : qui les a trouvés une fois les y cherche

# Plus que ne permettent les `weight_limits`.
page-weight = { $what ->
    [html] la page pèse { $size } ko, plus que les { $limit } ko qu’elle devrait peser au plus
    [styles] les feuilles de style de la page pèsent { $size } ko, plus que les { $limit } ko qu’elles devraient peser au plus
    [scripts] les scripts de la page pèsent { $size } ko, plus que les { $limit } ko qu’ils devraient peser au plus
   *[page] la page pèse { $size } ko avec ses fichiers, plus que les { $limit } ko qu’elle devrait peser au plus
}
    .hint = commencer par le plus lourd de ses fichiers, { $file } ({ $weight } ko) : sur une connexion lente, chaque centaine de ko fait attendre une seconde ; weight_limits dans site.yaml dit ce qui est trop
    .hint-2 = l’alléger : sur une connexion lente, chaque centaine de ko fait attendre une seconde ; weight_limits dans site.yaml dit ce qui est trop

# Plus de fichiers que ne permettent les `weight_limits`.
page-requests = la page demande { $count } fichiers, plus que les { $limit } qu’elle devrait demander au plus
    .hint = réunir des feuilles de style, se passer d’un script, montrer moins d’images

# Un PDF sans titre.
pdf-title = le document « { $file } » n’a pas de titre
    .hint = lui en donner un là où il a été écrit (dans Word : Fichier, Informations, Titre), puis l’exporter à nouveau

# Un PDF qui ne dit pas dans quelle langue il est.
pdf-language = le document « { $file } » ne dit pas dans quelle langue il est
    .hint = régler la langue du texte là où il a été écrit, puis l’exporter à nouveau en PDF balisé

# Un PDF dont les parties ne sont pas signalées pour ce qu’elles sont.
pdf-tags = dans le document « { $file } », rien ne signale les titres, les listes et les tableaux
    .hint = l’exporter à nouveau avec ses balises (dans Word : Options, « Balises de structure de document pour l’accessibilité »), ou mettre le même texte sur une page

# Un document avec des commentaires, des révisions, ou autre chose que ses lecteurs ne voient pas.
document-hidden-data = { $what ->
    [comments] le document « { $file } » contient encore des commentaires
    [changes] le document « { $file } » contient encore des révisions : ce qui a été supprimé peut être lu
    [notes] les diapositives de « { $file } » ont encore les notes de l’orateur
    [sheets] une partie de « { $file } » est masquée, et qui l’ouvre peut l’afficher
   *[files] le document « { $file } » contient d’autres fichiers, par exemple le tableau entier dont est tiré un graphique
}
    .hint = les enlever d’une copie et publier celle-ci (dans Word, Excel et PowerPoint : Fichier, Informations, Vérifier l’absence de problèmes, Inspecter le document) ; s’ils sont faits pour être lus, taire la règle pour ce fichier dans `content/site.yaml`, avec la raison

# Un document qui nomme qui l’a écrit.
document-author = les propriétés de « { $file } » nomment qui l’a écrit ou modifié : { $people }
    .hint = si ces personnes n’ont pas accepté d’être nommées en public, enlever leurs noms (dans Office : Fichier, Informations, Inspecter le document ; dans LibreOffice : Fichier, Propriétés) et remettre le fichier

# Un silence de `site.yaml` qui ne tait rien.
rule-silence-unused = { $what ->
    [nowhere] le site n’a ni page ni fichier « { $where } » : il n’y a rien à taire ici
   *[nothing] il n’y a plus rien à passer sous silence ici
}
    .hint = enlever ces lignes, ou écrire une adresse comme /fr/contact/ ou le chemin d’un fichier ; * remplace ce qui peut s’y trouver

# L’autre page.
page-other = l’autre

# La ligne d’un gabarit.
page-drawn-here = dessiné ici
