directive-any-source = qui le dit : un rapport, une institution
directive-any-url = où lire la source
directive-any-date = le jour, le mois ou l’année auxquels les chiffres valent
directive-figure-file = l’image
directive-figure-alt = ce que montre l’image, pour qui ne la voit pas ; `alt=""` dit qu’elle ne fait que décorer. Sans lui et sans légende, la page est refusée ; avec une légende seulement, elle vaut un avertissement
directive-figure-credit = qui l’a faite ou en détient les droits
directive-figure-lines = L’atelier de Rabat.
directive-figure = Une image, avec sa légende et son crédit. La légende s’écrit entre les deux lignes et peut contenir un lien ; elle est facultative.
directive-figure-example =
    :::figure{"{"}file=atelier.jpg alt="Douze personnes autour d’une table, cahiers ouverts" credit="© OIM Maroc"{"}"}
    L’atelier de Rabat, en mai.
    :::
directive-gallery-line-file = image
directive-gallery-line-alt = texte pour qui ne la voit pas
directive-gallery-line-caption = légende
directive-gallery-line-credit = crédit
directive-gallery-lines = photo.jpg | Ce qu’elle montre | Légende | Crédit
directive-gallery = Plusieurs images côte à côte, une par ligne. Toutes se voient : il n’y a rien à cliquer.
directive-gallery-example =
    :::gallery
    atelier.jpg | Douze personnes autour d’une table | L’atelier | © OIM Maroc
    signature.jpg | Deux personnes signent un document | La signature
    :::
directive-note-kind = ce qu’elle est : `info` (sauf indication contraire), `important` ou `warning` (attention). Le mot est écrit aussi, car la couleur seule ne dit rien à certains lecteurs
directive-note-title = remplace ce mot
directive-note-lines = Ce qu’il faut savoir.
directive-note = Une chose à savoir, mise à part du texte : des paragraphes, des listes, des liens.
directive-note-example =
    :::note{"{"}kind=important title="Avant de venir"{"}"}
    Apportez :

    - votre passeport ;
    - deux photographies.
    :::
directive-quote-author = qui l’a dit ou écrit
directive-quote-role = sa fonction
directive-quote-source = où cela a été dit : un discours, un livre
directive-quote-url = où le lire
directive-quote-date = le jour, le mois ou l’année où cela a été dit
directive-quote-lines = Ce qui a été dit.
directive-quote = Les mots de quelqu’un, et qui les a dits. Pour un simple extrait, `>` en tête des lignes suffit.
directive-quote-example =
    :::quote{"{"}author="Une participante" role="stagiaire à Agadir" date=2024-02{"}"}
    Je venais chercher une attestation. Je repars avec un métier et des amies.
    :::
directive-key-figures-line-value = chiffre
directive-key-figures-line-label = mots qui disent ce qui est compté
directive-key-figures-line-note = remarque
directive-key-figures-lines = 174 | États membres
directive-key-figures = Quelques chiffres en grand. Un chiffre paraît tel qu’il est écrit ; `:fact{"{"}…{"}"}` en donne un que le site tient à jour, à la manière de la langue de la page.
directive-key-figures-example =
    :::key-figures{"{"}source="Rapport de la mission pour 2024" date=2024-12-31{"}"}
    :fact{"{"}people-assisted-2024{"}"} | personnes assistées
    100+ | pays où l’OIM est présente
    21 % | de plus qu’en 2023 | personnes assistées
    :::
directive-people-line-name = nom
directive-people-line-role = fonction
directive-people-line-contact = contact
directive-people-line-picture = image
directive-people-lines = Nom | Fonction | adresse@example.org | portrait.jpg
directive-people = Des personnes, une par ligne, avec leur fonction et le moyen de les joindre. Un portrait n’a pas de texte de remplacement : le nom est écrit à côté.
directive-people-example =
    :::people
    A. Exemple | Responsable de l’accueil | accueil@example.org | portrait.jpg
    B. Exemple | Attachée de presse | +212 5 00 00 00 00
    :::
directive-download-file = le fichier
directive-download-title = les mots du lien
directive-download-language = la langue dans laquelle le document est écrit
directive-download-pages = son nombre de pages, si un PDF ne le dit pas lui-même
directive-download-lines = {""}
directive-download = Un document à télécharger. Son format, sa taille et le nombre de pages d’un PDF sont lus dans le fichier et écrits avec sa langue, pour que personne n’ouvre 30 Mo sur un téléphone sans le savoir.
directive-download-example =
    :::download{"{"}file=rapport.pdf title="Rapport annuel 2024" language=fr{"}"}
    :::
directive-video-url = où se trouve la vidéo
directive-video-title = son titre : les mots du lien
directive-video-picture = une image tirée de la vidéo, conservée sur le site
directive-video-language = la langue qu’on y parle
directive-video-captions = les langues de ses sous-titres
directive-video-transcript = où lire ce qui s’y dit
directive-video-duration = sa durée
directive-video-lines = Ce qui se dit dans la vidéo.
directive-video = Un lien vers une vidéo, avec une image. Rien n’est demandé à l’autre site avant que le visiteur suive le lien. La vidéo doit avoir des sous-titres (`captions`) ou une transcription : `transcript`, ou le texte entre les deux lignes.
directive-video-example =
    :::video{"{"}url="https://videos.example.org/w/a1b2" title="Une journée au centre" picture=centre.jpg language=fr captions="fr, en" duration=3:25{"}"}
    :::
directive-chart-data = un fichier de données à côté du texte, ou le nom d’une collection
directive-chart-kind = `bar` (barres), `line` (courbes) ou `share` (parts d’un tout)
directive-chart-title = ce que montre le graphique
directive-chart-x = la colonne des noms ou des années, `annee: Année` ; la première si rien n’est dit
directive-chart-y = les colonnes de chiffres, `femmes: Femmes, hommes: Hommes` ; toutes les autres si rien n’est dit
directive-chart-by = pour une collection : ce selon quoi ses éléments sont comptés, comme `year`, `axes`, `donors` ou `goals`
directive-chart-value = pour une collection : `count` (le nombre d’éléments) si rien n’est dit, ou un champ qui contient un montant ou un nombre, dont on fait la somme
directive-chart-unit = l’unité, si le titre ne la dit pas : `%`, `km`
directive-chart-description = ce qu’il faut y voir, pour qui ne le voit pas ; si rien n’est dit, une phrase cite le plus petit et le plus grand chiffre
directive-chart-lines = Une remarque sur les chiffres.
directive-chart = Un graphique, dessiné quand le site est fait, avec le tableau de ses chiffres au-dessous. Une remarque peut figurer entre les deux lignes.
directive-chart-example =
    :::chart{"{"}data=beneficiaires.csv kind=bar x="annee: Année" y="personnes: Personnes accompagnées" title="Personnes accompagnées" source="Rapports de la mission" date=2024{"}"}
    :::
directive-lang-tag = la langue de ce qui s’y trouve
directive-lang-lines = …
directive-lang = Un passage dans une autre langue, qui est alors prononcé, coupé et composé comme elle, de droite à gauche s’il le faut. Dans une ligne : `:lang{"{"}en "soft skills"{"}"}`.
directive-lang-example =
    :::lang{"{"}ar{"}"}
    مرحبا بكم في موقع المنظمة الدولية للهجرة.
    :::
directive-include-block = quel texte
directive-include-lines = {""}
directive-include = Un texte qui paraît sur plusieurs pages et ne s’écrit qu’une fois : un élément de la collection `blocks`, dans chaque langue. Ce qui y change change sur toutes ces pages. Ses titres se placent un niveau sous le titre qui précède, et ses notes parmi celles de la page.
directive-include-example =
    :::include{"{"}block=opening-hours{"}"}
    :::
directive-accessibility-lines = {""}
directive-accessibility = La déclaration d’accessibilité : en phrases entières, ce que dit `audit` dans `site.yaml`. Si personne n’a audité le site, c’est ce qu’elle dit.
directive-accessibility-example =
    :::accessibility
    :::
directives-required = obligatoire
directives-optional = facultatif
directives-parameter = paramètre
directives-value = valeur
directives-part = partie d’une ligne
directives-shows = Ce que montre la page :
directives-inside-blocks = Entre les deux lignes : du Markdown, et d’autres directives.
directives-inside-caption = Entre les deux lignes : du Markdown, ou rien.
directives-inside-lines = Entre les deux lignes : une chose par ligne, ses parties séparées par `|`.
directives-inside-nothing = Entre les deux lignes : rien.
