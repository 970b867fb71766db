//! The one table of commands and options: it feeds the parser, the help and its translations.

use rihla_diagnostics::Bilingual;

/// A command.
pub struct Command {
    /// As it is typed.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub about: Bilingual,
    /// What may follow it besides options, as often as one likes: what it is called in the help,
    /// and what it does.
    pub operands: Option<(Bilingual, Bilingual)>,
    /// Its own options; the common ones come after them.
    pub options: &'static [Opt],
}

/// An option.
pub struct Opt {
    /// Without the two hyphens.
    pub name: &'static str,
    /// What its value is called in the help; a switch has none.
    pub value: Option<Bilingual>,
    /// The values that it takes, where they are few.
    pub choices: &'static [&'static str],
    /// What it does.
    pub about: Bilingual,
    /// Whether it may be given more than once.
    pub is_repeated: bool,
}

const fn text(en: &'static str, fr: &'static str) -> Bilingual {
    Bilingual { en, fr }
}

const fn switch(name: &'static str, en: &'static str, fr: &'static str) -> Opt {
    Opt {
        name,
        value: None,
        choices: &[],
        about: text(en, fr),
        is_repeated: false,
    }
}

const fn valued(name: &'static str, value: Bilingual, en: &'static str, fr: &'static str) -> Opt {
    Opt {
        name,
        value: Some(value),
        choices: &[],
        about: text(en, fr),
        is_repeated: false,
    }
}

const fn choice(
    name: &'static str,
    value: &'static str,
    choices: &'static [&'static str],
    en: &'static str,
    fr: &'static str,
) -> Opt {
    Opt {
        name,
        value: Some(text(value, value)),
        choices,
        about: text(en, fr),
        is_repeated: false,
    }
}

/// What the program is.
pub const ABOUT: Bilingual = text(
    "Turns Markdown and YAML into a website in several languages",
    "Transforme du Markdown et du YAML en un site web en plusieurs langues",
);

/// Options of every command.
pub const COMMON: &[Opt] = &[
    valued(
        "site",
        text("DIR", "DOSSIER"),
        "the folder of the site (this folder where nothing is said)",
        "le dossier du site (ce dossier-ci si rien n’est dit)",
    ),
    choice(
        "messages",
        "fr|en",
        &["fr", "en"],
        "the language of the messages (that of the machine where nothing is said)",
        "la langue des messages (celle de la machine si rien n’est dit)",
    ),
    choice(
        "format",
        "human|json|github",
        &["human", "json", "github"],
        "how messages are printed: for a person, one JSON object a line, or as annotations of GitHub",
        "la forme des messages : pour une personne, un objet JSON par ligne, ou des annotations GitHub",
    ),
    switch(
        "quiet",
        "prints errors and warnings only",
        "n’affiche que les erreurs et les avertissements",
    ),
];

const DRAFTS: Opt = switch("drafts", "shows drafts too", "montre aussi les brouillons");

const AT: Opt = valued(
    "at",
    text("DATE", "DATE"),
    "shows the site as of the end of that day, such as 2026-12-01, or of that hour, such as 2026-12-01T18:00",
    "montre le site tel qu’il sera à la fin de ce jour, par exemple 2026-12-01, ou à cette heure, par exemple 2026-12-01T18:00",
);

const BASE_URL: Opt = valued(
    "base-url",
    text("URL", "URL"),
    "the address of the site, in place of base_url (also RIHLA_BASE_URL)",
    "l’adresse du site, à la place de base_url (ou RIHLA_BASE_URL)",
);

const ENTRY: (Bilingual, Bilingual) = (
    text("ENTRY", "ÉLÉMENT"),
    text(
        "an entry, such as news/2017-06-02-caritas or caritas, one of its files, its address or its title",
        "un élément, par exemple news/2017-06-02-caritas ou caritas, l’un de ses fichiers, son adresse ou son titre",
    ),
);

const TO: Opt = valued(
    "to",
    text("TAG", "LANGUE"),
    "the language of the translation, such as en",
    "la langue de la traduction, par exemple en",
);

const FROM: Opt = valued(
    "from",
    text("TAG", "LANGUE"),
    "the language of the original, where that is not known",
    "la langue de l’original, si on ne la connaît pas",
);

const DENY: Opt = Opt {
    is_repeated: false,
    name: "deny",
    value: Some(text("warnings", "warnings")),
    choices: &["warnings"],
    about: text(
        "fails where there are warnings",
        "échoue s’il y a des avertissements",
    ),
};

const ALL: Opt = switch(
    "all",
    "prints each message, however many there are (more than a screenful are grouped)",
    "affiche chaque message, si nombreux soient-ils (au-delà d’un écran, ils sont regroupés)",
);

/// The commands.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "build",
        about: text("writes the site to public/", "écrit le site dans public/"),
        operands: None,
        options: &[
            valued(
                "out",
                text("DIR", "DOSSIER"),
                "the folder that is written (public in the folder of the site)",
                "le dossier écrit (public, dans le dossier du site)",
            ),
            switch(
                "force",
                "empties a folder that Rihla did not make",
                "vide un dossier que Rihla n’a pas fait",
            ),
            switch(
                "record",
                "adds the new addresses to urls.lock: where the site is published",
                "ajoute les nouvelles adresses à urls.lock : là où le site est publié",
            ),
            switch(
                "locked",
                "adds no address to urls.lock, which is also so where nothing is said",
                "n’ajoute aucune adresse à urls.lock, comme si rien n’est dit",
            ),
            DRAFTS,
            AT,
            BASE_URL,
            switch(
                "compress",
                "writes compressed files (.gz, .br) beside those of text, for servers that send them",
                "écrit des fichiers compressés (.gz, .br) à côté de ceux de texte, pour les serveurs qui les envoient",
            ),
            switch(
                "explain",
                "says of each page that is rendered why it is",
                "dit de chaque page refaite pourquoi elle l’est",
            ),
            switch(
                "no-memory",
                "renders every page, whether it has changed or not",
                "refait toutes les pages, qu’elles aient changé ou non",
            ),
            Opt {
                is_repeated: false,
                name: "deny",
                value: Some(text("warnings", "warnings")),
                choices: &["warnings"],
                about: text(
                    "refuses to write a site with warnings",
                    "refuse d’écrire un site qui a des avertissements",
                ),
            },
            ALL,
        ],
    },
    Command {
        name: "check",
        about: text(
            "checks everything that a build checks, whether the languages say the same, and the terms; writes no site",
            "vérifie tout ce que vérifie une construction, que les langues disent la même chose, et les termes ; n’écrit pas de site",
        ),
        operands: None,
        options: &[DRAFTS, AT, BASE_URL, DENY, ALL],
    },
    Command {
        name: "changes",
        about: text(
            "lists the pages that a change adds, changes, moves and removes, as Markdown or JSON",
            "liste les pages qu’un changement ajoute, modifie, déplace et retire, en Markdown ou en JSON",
        ),
        operands: None,
        options: &[
            valued(
                "since",
                text("REVISION|FOLDER|FILE", "RÉVISION|DOSSIER|FICHIER"),
                "the earlier state: a revision of Git, a folder of a site or a published one, or a manifest of .rihla",
                "l’état antérieur : une révision de Git, le dossier d’un site ou un dossier publié, ou un manifeste de .rihla",
            ),
            DRAFTS,
            AT,
            BASE_URL,
        ],
    },
    #[cfg(feature = "serve")]
    Command {
        name: "serve",
        about: text(
            "shows the site while it is being written",
            "montre le site pendant qu’on l’écrit",
        ),
        operands: None,
        options: &[
            switch("open", "opens the browser", "ouvre le navigateur"),
            valued(
                "port",
                text("NUMBER", "NUMÉRO"),
                "the port (4000, or the next one that is free)",
                "le port (4000, ou le premier libre après lui)",
            ),
            valued(
                "host",
                text("ADDRESS", "ADRESSE"),
                "the address to listen at (127.0.0.1: this machine alone)",
                "l’adresse d’écoute (127.0.0.1 : cette machine seule)",
            ),
            Opt {
                is_repeated: true,
                ..valued(
                    "allow-host",
                    text("NAME", "NOM"),
                    "a host name under which a proxy hands on what it was asked, such as preview.example.org; may be repeated",
                    "un nom d’hôte sous lequel un proxy transmet les demandes, par exemple apercu.example.org ; peut être répété",
                )
            },
            DRAFTS,
            AT,
            BASE_URL,
            valued(
                "editor",
                text("NAME|LINK", "NOM|LIEN"),
                "what opens files: vscode (where nothing is said), vscodium, zed, idea, textmate, none, or a link with PATH, LINE and COL",
                "ce qui ouvre les fichiers : vscode (si rien n’est dit), vscodium, zed, idea, textmate, none, ou un lien avec PATH, LINE et COL",
            ),
            switch(
                "poll",
                "looks at the files every second instead of being told of changes: for network drives",
                "regarde les fichiers à chaque seconde au lieu d’être prévenu des changements : pour les disques réseau",
            ),
        ],
    },
    Command {
        name: "typeset",
        about: text(
            "sets the lines of standard input as the site would, on standard output",
            "compose les lignes de l’entrée standard comme le ferait le site, sur la sortie standard",
        ),
        operands: None,
        options: &[
            valued(
                "lang",
                text("LANGUAGE", "LANGUE"),
                "the language of the lines: fr, fr-CA, en, en-GB-oxendict, or eu for French as the European Union sets it",
                "la langue des lignes : fr, fr-CA, en, en-GB-oxendict, ou eu pour le français de l’Union européenne",
            ),
            switch(
                "rewrite",
                "corrects letters too: 2 Juin becomes 2 juin, 2ème becomes 2e",
                "corrige aussi des lettres : 2 Juin devient 2 juin, 2ème devient 2e",
            ),
            switch(
                "plain",
                "writes plain text: no letter is marked as raised",
                "écrit du texte brut : aucune lettre n’est balisée en exposant",
            ),
        ],
    },
    Command {
        name: "fmt",
        about: text(
            "mends the sources of the site: YAML, spelling, spaces; nothing else changes",
            "corrige les sources du site : YAML, orthographe, espaces ; rien d’autre ne change",
        ),
        operands: Some((
            text("PATH", "CHEMIN"),
            text(
                "files or folders of the content (all of it where none is named)",
                "fichiers ou dossiers du contenu (tout le contenu si aucun n’est nommé)",
            ),
        )),
        options: &[
            switch(
                "check",
                "writes nothing, shows what would change, and fails if something would",
                "n’écrit rien, montre ce qui changerait, et échoue s’il y a quelque chose à changer",
            ),
            ALL,
        ],
    },
    Command {
        name: "status",
        about: text(
            "tells what is missing, out of date, held back and why, in each language",
            "dit ce qui manque, n’est plus à jour ou est retenu, et pourquoi, dans chaque langue",
        ),
        operands: Some(ENTRY),
        options: &[
            valued(
                "language",
                text("TAG", "LANGUE"),
                "only this language, such as en",
                "seulement cette langue, par exemple en",
            ),
            valued(
                "collection",
                text("NAME", "NOM"),
                "only this collection, such as news",
                "seulement cette collection, par exemple news",
            ),
            valued(
                "state",
                text("STATES", "ÉTATS"),
                "only these states, such as missing,outdated",
                "seulement ces états, par exemple missing,outdated",
            ),
            valued(
                "fail-on",
                text("STATES", "ÉTATS"),
                "fails if a text is in one of these states, such as missing,outdated",
                "échoue si un texte est dans l’un de ces états, par exemple missing,outdated",
            ),
            choice(
                "format",
                "human|json|csv|markdown|html",
                &["human", "json", "csv", "markdown", "html"],
                "a table for a person, data, or a page for the team",
                "un tableau à lire, des données, ou une page pour l’équipe",
            ),
            switch(
                "all",
                "shows also what needs nothing",
                "montre aussi ce qui n’a besoin de rien",
            ),
            switch(
                "next-build",
                "prints only the next moment at which a build would change the site",
                "n’affiche que le prochain moment où une construction changerait le site",
            ),
            AT,
        ],
    },
    Command {
        name: "translate",
        about: text(
            "begins the translation of an entry, with everything in its place",
            "commence la traduction d’un élément, avec tout à sa place",
        ),
        operands: Some(ENTRY),
        options: &[
            TO,
            FROM,
            switch(
                "with-source",
                "puts the source before each paragraph, as a comment that is never published",
                "met la source avant chaque paragraphe, en commentaire qui n’est jamais publié",
            ),
        ],
    },
    Command {
        name: "diff",
        about: text(
            "shows what has changed in the source since the translation was made",
            "montre ce qui a changé dans la source depuis la traduction",
        ),
        operands: Some(ENTRY),
        options: &[TO],
    },
    Command {
        name: "accept",
        about: text(
            "says that a translation is right, and notes it",
            "valide une traduction, et le note",
        ),
        operands: Some(ENTRY),
        options: &[
            TO,
            FROM,
            switch(
                "minor",
                "the change of the source needs none in the translation",
                "le changement de la source n’en demande pas dans la traduction",
            ),
            switch(
                "as-is",
                "what the translation lacks, or says in the words of its source, is meant",
                "ce qui manque à la traduction, ou qu’elle dit avec les mots de sa source, est voulu",
            ),
            switch(
                "reviewed",
                "notes what says “state: reviewed”, for the machine that publishes",
                "note ce qui dit « state: reviewed », pour la machine qui publie",
            ),
            switch(
                "all",
                "takes every translation of which nothing is known to be right, where a site begins",
                "valide toute traduction dont on ne sait rien, quand un site commence",
            ),
        ],
    },
    Command {
        name: "remove",
        about: text(
            "takes an entry away, and says what must forget it; lists first, and does it with --yes",
            "retire un élément, et dit ce qui doit l’oublier ; en donne d’abord la liste, et le fait avec --yes",
        ),
        operands: Some(ENTRY),
        options: &[
            switch(
                "yes",
                "removes what was listed",
                "retire ce qui a été listé",
            ),
            BASE_URL,
        ],
    },
    Command {
        name: "theme",
        about: text(
            "prints what a theme needs to know",
            "affiche ce qu’un thème doit savoir",
        ),
        operands: None,
        options: &[switch(
            "reference",
            "prints the functions and filters of templates, in Markdown",
            "affiche les fonctions et filtres des modèles, en Markdown",
        )],
    },
];
