remove-deleted = Fichiers supprimés
remove-changed = Fichiers modifiés
remove-pictures-made-of-it-deleted = Images qui en ont été tirées, supprimées
remove-to-be-deleted = Fichiers à supprimer
remove-to-be-changed = Fichiers à modifier
remove-pictures-made-of-it-to-be = Images qui en ont été tirées, à supprimer
remove-nothing-uses-these-files-any-more = Plus rien n’emploie ces fichiers ; ils restent, puisqu’ils sont ailleurs
remove-addresses-that-will-answer-gone-and = Adresses qui répondront « page supprimée », et que les caches et les réseaux de diffusion doivent oublier
remove-other-addresses-that-caches-and-networks = Autres adresses que les caches et les réseaux de diffusion doivent oublier
editorial-block = bloc « { $name } »
editorial-paragraph = paragraphe
editorial-new = nouveau
editorial-removed = supprimé
editorial-changed = modifié
editorial-colon = {" "}:
build-reading = lecture
build-pages = pages
build-pictures = images
check-links = autres sites
build-writing = écriture
help-explains-the-command = explique la commande
help-usage = Utilisation :
help-options = Options
help-commands = Commandes{"\u00A0"}
help-command = COMMANDE
help-prints-the-version = affiche la version
help-arguments = Arguments{"\u00A0"}
about = Transforme du Markdown et du YAML en un site web en plusieurs langues
value-dir = DOSSIER
option-site = le dossier du site (ce dossier-ci si rien n’est dit)
option-messages = la langue des messages (celle de la machine si rien n’est dit)
option-format = la forme des messages : pour une personne, un objet JSON par ligne, ou des annotations GitHub
option-quiet = n’affiche que les erreurs et les avertissements
option-drafts = montre aussi les brouillons
value-date = DATE
option-at = montre le site tel qu’il sera à la fin de ce jour, par exemple 2026-12-01, ou à cette heure, par exemple 2026-12-01T18:00
value-url = URL
option-base-url = l’adresse du site, à la place de base_url (ou RIHLA_BASE_URL)
value-entry = ÉLÉMENT
operand-entry = un élément, par exemple news/2017-06-02-caritas ou caritas, l’un de ses fichiers, son adresse ou son titre
value-tag = LANGUE
option-to = la langue de la traduction, par exemple en
option-from = la langue de l’original, si on ne la connaît pas
value-warnings = warnings
option-deny = échoue s’il y a des avertissements
option-all = affiche chaque message, si nombreux soient-ils (au-delà d’un écran, ils sont regroupés)
command-build = écrit le site dans public/
command-build-out = le dossier écrit (public, dans le dossier du site)
command-build-force = vide un dossier que Rihla n’a pas fait
command-build-record = ajoute les nouvelles adresses à urls.lock : là où le site est publié
command-build-locked = n’ajoute aucune adresse à urls.lock, comme si rien n’est dit
command-build-compress = écrit des fichiers compressés (.gz, .br) à côté de ceux de texte, pour les serveurs qui les envoient
command-build-explain = dit de chaque page refaite pourquoi elle l’est
command-build-no-memory = refait toutes les pages, qu’elles aient changé ou non
command-build-deny = refuse d’écrire un site qui a des avertissements
command-check = vérifie tout ce que vérifie une construction, les pages construites, que les langues disent la même chose, et les termes ; n’écrit pas de site
command-check-format = la forme du résultat : pour une personne, un objet JSON par ligne, des annotations de GitHub, SARIF pour l’analyse du code, ou une page à transmettre
command-check-changed-since = ne dit que ce qui concerne les pages et les fichiers différents de ceux de cette révision de Git ou de ce dossier d’un site : pour relire une modification
command-check-sample = affiche une adresse pour chaque gabarit, langue et état de page, pour les outils à qui il faut un navigateur ; ne vérifie aucune page
command-check-external = suit aussi les liens vers d’autres sites, peu à la fois, et retient quelques jours ce qui a répondu
command-check-spelling = cherche aussi les mots dans les dictionnaires du système
command-changes = liste les pages qu’un changement ajoute, modifie, déplace et retire, en Markdown ou en JSON
value-revision-folder = RÉVISION|DOSSIER
value-revision-folder-file = RÉVISION|DOSSIER|FICHIER
command-changes-preview = l’adresse où le changement peut être vu : chaque page mène à la sienne
command-changes-since = l’état antérieur : une révision de Git, le dossier d’un site ou un dossier publié, ou un manifeste de .rihla
command-serve = montre le site pendant qu’on l’écrit
command-serve-open = ouvre le navigateur
value-number = NUMÉRO
command-serve-port = le port (4000, ou le premier libre après lui)
value-address = ADRESSE
command-serve-host = l’adresse d’écoute (127.0.0.1 : cette machine seule)
value-name = NOM
command-serve-allow-host = un nom d’hôte sous lequel un proxy transmet les demandes, par exemple apercu.example.org ; peut être répété
value-name-link = NOM|LIEN
command-serve-editor = ce qui ouvre les fichiers : vscode (si rien n’est dit), vscodium, zed, idea, textmate, none, ou un lien avec PATH, LINE et COL
command-serve-poll = regarde les fichiers à chaque seconde au lieu d’être prévenu des changements : pour les disques réseau
command-typeset = compose les lignes de l’entrée standard comme le ferait le site, sur la sortie standard
value-language = LANGUE
command-typeset-lang = la langue des lignes : fr, fr-CA, en, en-GB-oxendict, ou eu pour le français de l’Union européenne
command-typeset-rewrite = corrige aussi des lettres : noms de mois, ordinaux
command-typeset-plain = écrit du texte brut : aucune lettre n’est balisée en exposant
command-fmt = corrige les sources du site : YAML, orthographe, espaces ; rien d’autre ne change
value-path = CHEMIN
operand-path = fichiers ou dossiers du contenu (tout le contenu si aucun n’est nommé)
command-fmt-check = n’écrit rien, montre ce qui changerait, et échoue s’il y a quelque chose à changer
command-status = dit ce qui manque, n’est plus à jour ou est retenu, et pourquoi, dans chaque langue
command-status-language = seulement cette langue, par exemple en
command-status-collection = seulement cette collection, par exemple news
value-states = ÉTATS
command-status-state = seulement ces états, par exemple missing,outdated
command-status-fail-on = échoue si un texte est dans l’un de ces états, par exemple missing,outdated
command-status-format = un tableau à lire, des données, ou une page pour l’équipe
command-status-all = montre aussi ce qui n’a besoin de rien
command-status-next-build = n’affiche que le prochain moment où une construction changerait le site
command-translate = commence la traduction d’un élément, avec tout à sa place
command-translate-with-source = met la source avant chaque paragraphe, en commentaire qui n’est jamais publié
command-diff = montre ce qui a changé dans la source depuis la traduction
command-accept = valide une traduction, et le note
command-accept-minor = le changement de la source n’en demande pas dans la traduction
command-accept-as-is = ce qui manque à la traduction, ou qu’elle dit avec les mots de sa source, est voulu
command-accept-reviewed = note ce qui dit « state: reviewed », pour la machine qui publie
command-accept-all = valide toute traduction dont on ne sait rien, quand un site commence
command-remove = retire un élément, et dit ce qui doit l’oublier ; en donne d’abord la liste, et le fait avec --yes
command-remove-yes = retire ce qui a été listé
command-theme = le thème : d’où viennent ses fichiers, copies de ceux à modifier

found = { $errors ->
    [one] { $errors } erreur
   *[other] { $errors } erreurs
 }, { $warnings ->
    [one] { $warnings } avertissement
   *[other] { $warnings } avertissements
 }{ $advice ->
    [0] {""}
    [one] , { $advice } conseil
   *[other] , { $advice } conseils
 }
build-written = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 } : { $written ->
    [one] { $written } fichier écrit
   *[other] { $written } fichiers écrits
 }, { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
 }, { $removed ->
    [one] { $removed } supprimé
   *[other] { $removed } supprimés
 }. { $found }.
build-not-written = Le site n’a pas été écrit : { $found }.
build-waiting = { $count ->
    [one] { $count } texte attend
   *[other] { $count } textes attendent
 } : rihla status
build-unrecorded = { $count ->
    [one] { $count } adresse n’est pas encore notée
   *[other] { $count } adresses ne sont pas encore notées
 } dans urls.lock : rihla build --record, là où le site est publié
build-noindex = Les moteurs de recherche sont priés d’ignorer ce site : c’est un essai. Ce qui est publié se construit avec --record

check-not-done = Ni les langues ni les pages n’ont été examinées : { $found }. Corrigez les erreurs, puis relancez « rihla check ».

check-done = { $entries ->
    [one] { $entries } élément
   *[other] { $entries } éléments
 } et { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 } vérifiés, les pages selon { $rules } règles : { $found }.
check-person = Seule une personne peut juger si les textes des images disent ce qui y compte, si les titres annoncent ce qui suit, si le texte se comprend, et si les pages s’utilisent au clavier et avec un lecteur d’écran.

fmt-nothing = Rien à corriger.
fmt-done = { $corrections ->
    [one] { $corrections } correction
   *[other] { $corrections } corrections
 } dans { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
 }.
fmt-to-do = { $corrections ->
    [one] { $corrections } correction
   *[other] { $corrections } corrections
 } à faire dans { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
 }. Lancez « rihla fmt » pour les écrire.
fmt-more = … et { $count } de plus [{ $code }] (--all les affiche un par un)

preview-reading = lecture du site…
preview-listening = aperçu : { $address } (Ctrl-C pour l’arrêter)
preview-read = lu en { $took } ms : { $found }.
preview-ended = l’aperçu est terminé.

remove-done = { $id } a été retiré. Construisez et publiez le site, puis faites oublier les adresses ci-dessous.
remove-to-do = Rien n’a encore été retiré. Voici ce qui serait retiré ; pour le faire : rihla remove { $id } --yes
remove-history = Git garde encore ces fichiers (révisions : { $count }) : qui a une copie du dépôt peut les lire. Pour les ôter de l’historique, demandez à qui s’occupe du dépôt de lancer :

next-build-never = Rien ne changera tout seul.
translate-behind = { $id } existe déjà en { $language }, mais la source a changé depuis : « rihla diff { $id } » montre en quoi. Reportez ce changement, puis : rihla accept { $id } --to { $tag }.
translate-complete = { $id } existe déjà en { $language } ; rien n’y manque.
translate-online = La traduction est en ligne et le reste telle quelle : ce qui lui manque a été ajouté en commentaire. Traduisez-le, retirez les marques de commentaire, puis : rihla accept { $id } --to { $tag }.
translate-begun = Traduisez, puis : rihla accept { $id } --to { $tag }. Jusque-là, la traduction est un brouillon.
accept-noted = { $id } : { $to }, d’après { $from }
accept-nothing = Rien à valider.
accept-done = { $count ->
    [one] { $count } traduction validée
   *[other] { $count } traductions validées
 } ; { $files ->
    [one] { $files } fichier changé
   *[other] { $files } fichiers changés
 }.
diff-none = { $name } n’a pas de traduction notée.
diff-same = { $id } : la version { $source } n’a pas changé depuis que la version { $own } en a été tirée.
diff-changed = { $id } : ce qui a changé dans la version { $source } depuis que la version { $own } en a été tirée
diff-next = Quand la traduction dit la même chose : rihla accept { $id } --to { $tag }
command-new = commence un élément : ses fichiers, chaque champ expliqué
command-new-lang = les langues dans lesquelles il est commencé, séparées par des virgules (la première du site si rien n’est dit)
command-new-open = ouvre les fichiers écrits
value-collection-title = COLLECTION "TITRE"
operand-collection-title = la collection (« pages » pour une page ordinaire), et le titre entre guillemets droits
new-draft = Hors ligne tant que cette ligne est là : retirez-la quand le texte est prêt.
new-required = obligatoire
new-optional = facultatif
new-several = plusieurs, entre crochets
new-at-most = { $count } signes au plus
new-done = { $count ->
        [one] Le fichier est prêt : à vous d’écrire.
       *[other] Les fichiers sont prêts : à vous d’écrire.
    }
value-name-of-file = eject FICHIER
operand-theme = eject : copie des fichiers du thème par défaut dans celui du site, pour les modifier (tous si aucun n’est nommé)
command-theme-list = dit d’où vient chaque fichier du thème, et quels originaux ont changé depuis qu’ils ont été copiés
theme-origin-program = du programme
theme-origin-same = dans le site, comme dans le programme
theme-origin-replaced = remplacé par le site
theme-origin-behind = remplacé par le site ; l’original a changé depuis
theme-origin-unknown = remplacé par le site ; ce dont il est la copie n’est pas noté
theme-origin-merged = complété par le site
theme-nothing = rien à copier : tous les fichiers sont déjà là
value-tags = CODES
command-init = commence un site : demande ce qu’il faut savoir, ou le prend dans les options
command-init-name = le nom de l’organisation
command-init-languages = les codes des langues, séparés par des virgules, la vôtre d’abord
command-init-for = à quoi sert le site : mission, municipality (commune), association, documentation
command-init-url = où il sera publié
command-init-open = montre le site dans le navigateur quand il est prêt
operand-init = le dossier où le site est commencé
init-ask-name = Quel est le nom de l’organisation ?
init-ask-languages = En quelles langues ? (codes séparés par des espaces ; la première est la vôtre)
init-ask-for = À quoi sert le site ?
init-ask-url = À quelle adresse sera-t-il publié ? (laissez vide si vous ne le savez pas encore)
init-for-mission = Mission : une organisation internationale ou une ONG ; actualités, programmes, partenaires, publications, offres, pages d’aide
init-for-municipality = Commune : démarches, horaires, actualités, agenda, documents du conseil, avis urgents
init-for-association = Association : actualités, projets, rencontres, équipe, adhésion
init-for-documentation = Documentation : un guide en chapitres, des questions fréquentes, des notes de version
init-again = Ce n’est pas compris. Écrivez le numéro, ou le mot.
init-done = Le site est prêt : { $count } fichiers.
    Pour l’écrire dans le navigateur : rihla edit --site { $folder }
    Pour le voir sans l’écrire : rihla serve --open --site { $folder }
init-unwritten = Rihla n’a pas encore de textes en { $languages } : les pages y paraissent à mesure que vous les écrivez, et ce qui manque est montré en { $other }.
new-between = {" ; "}
command-schema = écrit ce qu’il faut aux éditeurs pour compléter et expliquer les champs de ce site
command-schema-guide = affiche plutôt les champs du site en une page, dans cette langue, en HTML
guide-title = { $site } : ce qu’on peut écrire
guide-intro = Chaque partie du site a ses propres champs. Ils se trouvent en tête d’un texte, entre deux lignes de trois tirets, ou dans un fichier YAML.
guide-pages = Pages
guide-every = Dans tout élément
guide-every-intro = Ces champs peuvent figurer dans chaque élément de chaque partie.
guide-field = Champ
guide-value = Valeur
guide-about = À quoi il sert
guide-localized = dans chaque langue
command-doctor = examine le site et cette machine, et dit en clair ce qui ne va pas et comment y remédier
doctor-well = bien
doctor-more = (et { $count } autres)
doctor-all-well = Tout va bien.
doctor-site = le site se lit
doctor-names = noms des fichiers
doctor-encodings = encodage des textes
doctor-lfs = fichiers gardés par Git LFS
doctor-plurals = mots du thème dans chaque langue
doctor-settings = réglages que ce programme connaît
doctor-line-ends = fins de ligne
doctor-line-ends-found = { $count ->
        [one] les lignes de { $path } finissent de deux façons : le fichier paraîtra modifié partout quand un autre éditeur l’enregistrera
       *[other] les lignes de { $count } textes finissent de deux façons, { $path } d’abord : ils paraîtront modifiés partout quand un autre éditeur les enregistrera
    }
doctor-line-ends-help = enregistrez-le avec une seule fin de ligne (LF) ; une ligne « * text=auto eol=lf » dans .gitattributes s’en assure
doctor-theme = copies de fichiers du thème
doctor-theme-found = { $count ->
        [one] le programme a un original plus récent de { $files }
       *[other] le programme a des originaux plus récents de { $count } fichiers : { $files }
    }
doctor-theme-help = comparez votre copie dans themes/{ $theme } avec ce que « rihla theme eject » écrit dans un site vide, reprenez ce qui vous convient, et copiez de nouveau pour que ce soit noté
doctor-writable = les fichiers peuvent être écrits
doctor-writable-found = rien ne peut être écrit dans le dossier du site
doctor-writable-help = donnez-vous le droit d’y écrire, ou copiez le site ailleurs
doctor-space = place sur le disque
doctor-space-found = il reste { $megabytes } Mo sur le disque
doctor-space-help = faites de la place : le nouveau site s’écrit à côté de l’ancien
doctor-clock = l’horloge
doctor-clock-found = un fichier du site a été enregistré { $minutes } minutes dans l’avenir de l’horloge de cette machine
doctor-clock-help = mettez l’horloge à l’heure : ce qui paraît, et quand, en dépend
doctor-watches = dossiers que l’aperçu peut surveiller
doctor-watches-found = le système permet de surveiller { $limit } dossiers, et ce site en demande environ { $wanted }
doctor-watches-help = lancez l’aperçu avec --poll, ou augmentez fs.inotify.max_user_watches
doctor-git = Git
doctor-git-found = git ne peut pas être lancé ici
doctor-git-help = il sert à « rihla changes --since » et à la publication, et à rien d’autre
doctor-dictionaries = Dictionnaires
doctor-dictionaries-found = pas de dictionnaire pour { $languages }
doctor-dictionaries-help = ils ne servent qu’à « rihla check --spelling ». Debian, Ubuntu : apt install { $packages }. macOS, Windows : prendre les fichiers .aff et .dic de la langue dans LibreOffice, les mettre dans un dossier du site, et le nommer dans site.yaml : spelling: {"{"}dictionaries: DOSSIER{"}"}
doctor-check = « rihla check » montre chaque endroit avec sa ligne
command-reference = écrit la référence du programme, ses pages de manuel ou les compléments des terminaux
value-part-dir = PARTIE DOSSIER
operand-reference = pages, man ou completions, puis le dossier où les écrire
command-edit = ouvre le bureau, où le site s’écrit dans le navigateur
command-edit-port = le port (4100, ou le premier libre après lui)
command-edit-no-open = n’ouvre pas le navigateur : l’adresse est imprimée
