//! The table of directives.

use super::{Column, ColumnKind, Holds, Parameter, ParameterKind, Shape};
use rihla_diagnostics::Bilingual;

const fn both(en: &'static str, fr: &'static str) -> Bilingual {
    Bilingual { en, fr }
}

const fn required(
    name: &'static str,
    kind: ParameterKind,
    en: &'static str,
    fr: &'static str,
) -> Parameter {
    Parameter {
        name,
        kind,
        required: true,
        text: both(en, fr),
    }
}

const fn optional(
    name: &'static str,
    kind: ParameterKind,
    en: &'static str,
    fr: &'static str,
) -> Parameter {
    Parameter {
        name,
        kind,
        required: false,
        text: both(en, fr),
    }
}

const fn column(
    name: &'static str,
    kind: ColumnKind,
    required: bool,
    en: &'static str,
    fr: &'static str,
) -> Column {
    Column {
        name,
        kind,
        required,
        text: both(en, fr),
    }
}

const TITLE: &str = "title";

const SOURCE: Parameter = optional(
    "source",
    ParameterKind::Text,
    "who says so: a report, an institution",
    "qui le dit : un rapport, une institution",
);

const URL: Parameter = optional(
    "url",
    ParameterKind::Address,
    "where the source can be read",
    "où lire la source",
);

const DATE: Parameter = optional(
    "date",
    ParameterKind::Date,
    "the day, month or year as of which the figures hold",
    "le jour, le mois ou l’année auxquels les chiffres valent",
);

/// Every directive, in the order of the documents.
pub static DIRECTIVES: &[Shape] = &[
    Shape {
        name: "figure",
        parameters: &[
            required("file", ParameterKind::Image, "the picture", "l’image"),
            optional(
                "alt",
                ParameterKind::Alternative,
                "what the picture shows, for those who cannot see it; `alt=\"\"` says that it only decorates. Without it and without a caption, the page is refused; with a caption only, it is warned about",
                "ce que montre l’image, pour qui ne la voit pas ; `alt=\"\"` dit qu’elle ne fait que décorer. Sans lui et sans légende, la page est refusée ; avec une légende seulement, elle vaut un avertissement",
            ),
            optional(
                "credit",
                ParameterKind::Text,
                "who made it or owns it",
                "qui l’a faite ou en détient les droits",
            ),
        ],
        first: None,
        holds: Holds::Caption,
        line: both("The workshop in Rabat.", "L’atelier de Rabat."),
        text: both(
            "A picture with its caption and credit. The caption stands between the two lines and may hold a link; it can be left out.",
            "Une image, avec sa légende et son crédit. La légende s’écrit entre les deux lignes et peut contenir un lien ; elle est facultative.",
        ),
        example: both(
            ":::figure{file=atelier.jpg alt=\"Twelve people around a table, with open notebooks\" credit=\"© IOM Morocco\"}\nThe workshop in Rabat, in May.\n:::",
            ":::figure{file=atelier.jpg alt=\"Douze personnes autour d’une table, cahiers ouverts\" credit=\"© OIM Maroc\"}\nL’atelier de Rabat, en mai.\n:::",
        ),
    },
    Shape {
        name: "gallery",
        parameters: &[],
        first: None,
        holds: Holds::Lines(&[
            column("file", ColumnKind::Image, true, "picture", "image"),
            column(
                "alt",
                ColumnKind::Plain,
                true,
                "text for those who cannot see it",
                "texte pour qui ne la voit pas",
            ),
            column("caption", ColumnKind::Words, false, "caption", "légende"),
            column("credit", ColumnKind::Plain, false, "credit", "crédit"),
        ]),
        line: both(
            "photo.jpg | What it shows | Caption | Credit",
            "photo.jpg | Ce qu’elle montre | Légende | Crédit",
        ),
        text: both(
            "Several pictures side by side, each on a line. All of them are shown: nothing has to be clicked.",
            "Plusieurs images côte à côte, une par ligne. Toutes se voient : il n’y a rien à cliquer.",
        ),
        example: both(
            ":::gallery\natelier.jpg | Twelve people around a table | The workshop | © IOM Morocco\nsignature.jpg | Two people signing a document | The signature\n:::",
            ":::gallery\natelier.jpg | Douze personnes autour d’une table | L’atelier | © OIM Maroc\nsignature.jpg | Deux personnes signent un document | La signature\n:::",
        ),
    },
    Shape {
        name: "note",
        parameters: &[
            optional(
                "kind",
                ParameterKind::Choice(&["info", "important", "warning"]),
                "how it is meant: `info` (unless said otherwise), `important` or `warning`. The word is printed too, since colour alone tells some readers nothing",
                "ce qu’elle est : `info` (sauf indication contraire), `important` ou `warning` (attention). Le mot est écrit aussi, car la couleur seule ne dit rien à certains lecteurs",
            ),
            optional(
                TITLE,
                ParameterKind::Text,
                "takes the place of that word",
                "remplace ce mot",
            ),
        ],
        first: None,
        holds: Holds::Blocks {
            required: true,
            others: true,
        },
        line: both("What there is to know.", "Ce qu’il faut savoir."),
        text: both(
            "Something to know, set apart from the text: paragraphs, lists, links.",
            "Une chose à savoir, mise à part du texte : des paragraphes, des listes, des liens.",
        ),
        example: both(
            ":::note{kind=important title=\"Before you come\"}\nBring:\n\n- your passport;\n- two photographs.\n:::",
            ":::note{kind=important title=\"Avant de venir\"}\nApportez :\n\n- votre passeport ;\n- deux photographies.\n:::",
        ),
    },
    Shape {
        name: "quote",
        parameters: &[
            optional(
                "author",
                ParameterKind::Text,
                "who said or wrote it",
                "qui l’a dit ou écrit",
            ),
            optional(
                "role",
                ParameterKind::Text,
                "what that person is",
                "sa fonction",
            ),
            optional(
                "source",
                ParameterKind::Text,
                "where it was said: a speech, a book",
                "où cela a été dit : un discours, un livre",
            ),
            optional(
                "url",
                ParameterKind::Address,
                "where it can be read",
                "où le lire",
            ),
            optional(
                "date",
                ParameterKind::Date,
                "the day, month or year on which it was said",
                "le jour, le mois ou l’année où cela a été dit",
            ),
        ],
        first: None,
        holds: Holds::Blocks {
            required: true,
            others: true,
        },
        line: both("What was said.", "Ce qui a été dit."),
        text: both(
            "Somebody’s words, with who said them. For a mere extract, `>` at the head of the lines is enough.",
            "Les mots de quelqu’un, et qui les a dits. Pour un simple extrait, `>` en tête des lignes suffit.",
        ),
        example: both(
            ":::quote{author=\"A participant\" role=\"trainee in Agadir\" date=2024-02}\nI came for a certificate. I left with a trade and friends.\n:::",
            ":::quote{author=\"Une participante\" role=\"stagiaire à Agadir\" date=2024-02}\nJe venais chercher une attestation. Je repars avec un métier et des amies.\n:::",
        ),
    },
    Shape {
        name: "key-figures",
        parameters: &[SOURCE, URL, DATE],
        first: None,
        holds: Holds::Lines(&[
            column("value", ColumnKind::Words, true, "figure", "chiffre"),
            column(
                "label",
                ColumnKind::Words,
                true,
                "words that say what is counted",
                "mots qui disent ce qui est compté",
            ),
            column("note", ColumnKind::Words, false, "remark", "remarque"),
        ]),
        line: both("174 | Member States", "174 | États membres"),
        text: both(
            "A few figures in large type. A figure is printed as it is written; `:fact{…}` prints one that the site keeps up to date, in the way of the page’s language.",
            "Quelques chiffres en grand. Un chiffre paraît tel qu’il est écrit ; `:fact{…}` en donne un que le site tient à jour, à la manière de la langue de la page.",
        ),
        example: both(
            ":::key-figures{source=\"Report of the mission for 2024\" date=2024-12-31}\n:fact{people-assisted-2024} | people assisted\n100+ | countries in which IOM is present\n21 % | more than in 2023 | people assisted\n:::",
            ":::key-figures{source=\"Rapport de la mission pour 2024\" date=2024-12-31}\n:fact{people-assisted-2024} | personnes assistées\n100+ | pays où l’OIM est présente\n21 % | de plus qu’en 2023 | personnes assistées\n:::",
        ),
    },
    Shape {
        name: "people",
        parameters: &[],
        first: None,
        holds: Holds::Lines(&[
            column("name", ColumnKind::Words, true, "name", "nom"),
            column("role", ColumnKind::Words, false, "role", "fonction"),
            column("contact", ColumnKind::Contact, false, "contact", "contact"),
            column("picture", ColumnKind::Image, false, "picture", "image"),
        ]),
        line: both(
            "Name | Role | address@example.org | portrait.jpg",
            "Nom | Fonction | adresse@example.org | portrait.jpg",
        ),
        text: both(
            "People, each on a line, with their role and how to reach them. A portrait has no text in its place: the name stands beside it.",
            "Des personnes, une par ligne, avec leur fonction et le moyen de les joindre. Un portrait n’a pas de texte de remplacement : le nom est écrit à côté.",
        ),
        example: both(
            ":::people\nA. Example | Head of the reception desk | reception@example.org | portrait.jpg\nB. Example | Press officer | +212 5 00 00 00 00\n:::",
            ":::people\nA. Exemple | Responsable de l’accueil | accueil@example.org | portrait.jpg\nB. Exemple | Attachée de presse | +212 5 00 00 00 00\n:::",
        ),
    },
    Shape {
        name: "download",
        parameters: &[
            required("file", ParameterKind::File, "the file", "le fichier"),
            required(
                TITLE,
                ParameterKind::Text,
                "the words of the link",
                "les mots du lien",
            ),
            required(
                "language",
                ParameterKind::Language,
                "the language in which the document is written",
                "la langue dans laquelle le document est écrit",
            ),
            optional(
                "pages",
                ParameterKind::Count,
                "how many pages it has, where a PDF does not say so itself",
                "son nombre de pages, si un PDF ne le dit pas lui-même",
            ),
        ],
        first: None,
        holds: Holds::Nothing,
        line: both("", ""),
        text: both(
            "A document to download. Its format, its size and the pages of a PDF are read from the file and printed with its language, so that nobody opens 30 MB on a telephone without knowing.",
            "Un document à télécharger. Son format, sa taille et le nombre de pages d’un PDF sont lus dans le fichier et écrits avec sa langue, pour que personne n’ouvre 30 Mo sur un téléphone sans le savoir.",
        ),
        example: both(
            ":::download{file=rapport.pdf title=\"Annual report 2024\" language=fr}\n:::",
            ":::download{file=rapport.pdf title=\"Rapport annuel 2024\" language=fr}\n:::",
        ),
    },
    Shape {
        name: "video",
        parameters: &[
            required(
                "url",
                ParameterKind::Address,
                "where the video is",
                "où se trouve la vidéo",
            ),
            required(
                TITLE,
                ParameterKind::Text,
                "its title: the words of the link",
                "son titre : les mots du lien",
            ),
            optional(
                "picture",
                ParameterKind::Image,
                "a picture from it, kept on the site",
                "une image tirée de la vidéo, conservée sur le site",
            ),
            optional(
                "language",
                ParameterKind::Language,
                "the language that is spoken in it",
                "la langue qu’on y parle",
            ),
            optional(
                "captions",
                ParameterKind::Languages,
                "the languages of its captions",
                "les langues de ses sous-titres",
            ),
            optional(
                "transcript",
                ParameterKind::Link,
                "where what is said in it can be read",
                "où lire ce qui s’y dit",
            ),
            optional(
                "duration",
                ParameterKind::Duration,
                "how long it is",
                "sa durée",
            ),
        ],
        first: None,
        holds: Holds::Blocks {
            required: false,
            others: false,
        },
        line: both("What is said in the video.", "Ce qui se dit dans la vidéo."),
        text: both(
            "A link to a video, with a picture. Nothing is asked of the other site before the visitor follows the link. The video must have captions (`captions`) or a transcript: `transcript`, or the text between the two lines.",
            "Un lien vers une vidéo, avec une image. Rien n’est demandé à l’autre site avant que le visiteur suive le lien. La vidéo doit avoir des sous-titres (`captions`) ou une transcription : `transcript`, ou le texte entre les deux lignes.",
        ),
        example: both(
            ":::video{url=\"https://videos.example.org/w/a1b2\" title=\"A day at the centre\" picture=centre.jpg language=fr captions=\"fr, en\" duration=3:25}\n:::",
            ":::video{url=\"https://videos.example.org/w/a1b2\" title=\"Une journée au centre\" picture=centre.jpg language=fr captions=\"fr, en\" duration=3:25}\n:::",
        ),
    },
    Shape {
        name: "chart",
        parameters: &[
            required(
                "data",
                ParameterKind::Data,
                "a file of data beside the text, or the name of a collection",
                "un fichier de données à côté du texte, ou le nom d’une collection",
            ),
            required(
                "kind",
                ParameterKind::Choice(&["bar", "line", "share"]),
                "`bar` (bars), `line` (lines) or `share` (parts of a whole)",
                "`bar` (barres), `line` (courbes) ou `share` (parts d’un tout)",
            ),
            required(
                TITLE,
                ParameterKind::Text,
                "what the chart shows",
                "ce que montre le graphique",
            ),
            optional(
                "x",
                ParameterKind::Columns,
                "the column of names or years, `year: Year`; the first one unless it is given",
                "la colonne des noms ou des années, `annee: Année` ; la première si rien n’est dit",
            ),
            optional(
                "y",
                ParameterKind::Columns,
                "the columns of figures, `women: Women, men: Men`; all others unless they are given",
                "les colonnes de chiffres, `femmes: Femmes, hommes: Hommes` ; toutes les autres si rien n’est dit",
            ),
            optional(
                "by",
                ParameterKind::Name,
                "for a collection: what its entries are counted by, such as `year`, `axes`, `donors` or `goals`",
                "pour une collection : ce selon quoi ses éléments sont comptés, comme `year`, `axes`, `donors` ou `goals`",
            ),
            optional(
                "value",
                ParameterKind::Name,
                "for a collection: `count`, unless it is given, or a field that holds an amount or a number, which is added up",
                "pour une collection : `count` (le nombre d’éléments) si rien n’est dit, ou un champ qui contient un montant ou un nombre, dont on fait la somme",
            ),
            optional(
                "unit",
                ParameterKind::Text,
                "what is counted, if the title does not say it: `%`, `km`",
                "l’unité, si le titre ne la dit pas : `%`, `km`",
            ),
            optional(
                "description",
                ParameterKind::Text,
                "what is to be seen in it, for those who cannot see it; unless it is given, a sentence names the smallest and the greatest figure",
                "ce qu’il faut y voir, pour qui ne le voit pas ; si rien n’est dit, une phrase cite le plus petit et le plus grand chiffre",
            ),
            SOURCE,
            URL,
            DATE,
        ],
        first: None,
        holds: Holds::Blocks {
            required: false,
            others: false,
        },
        line: both("A remark on the figures.", "Une remarque sur les chiffres."),
        text: both(
            "A chart, drawn when the site is built, with a table of its figures beneath. A remark may stand between the two lines.",
            "Un graphique, dessiné quand le site est fait, avec le tableau de ses chiffres au-dessous. Une remarque peut figurer entre les deux lignes.",
        ),
        example: both(
            ":::chart{data=beneficiaires.csv kind=bar x=\"annee: Year\" y=\"personnes: People supported\" title=\"People supported\" source=\"Reports of the mission\" date=2024}\n:::",
            ":::chart{data=beneficiaires.csv kind=bar x=\"annee: Année\" y=\"personnes: Personnes accompagnées\" title=\"Personnes accompagnées\" source=\"Rapports de la mission\" date=2024}\n:::",
        ),
    },
    Shape {
        name: "lang",
        parameters: &[required(
            "tag",
            ParameterKind::Language,
            "the language of what stands in it",
            "la langue de ce qui s’y trouve",
        )],
        first: Some("tag"),
        holds: Holds::Blocks {
            required: true,
            others: true,
        },
        line: both("…", "…"),
        text: both(
            "A passage in another language, which is then pronounced, hyphenated and set as that language is, from right to left if need be. Inside a line: `:lang{en \"soft skills\"}`.",
            "Un passage dans une autre langue, qui est alors prononcé, coupé et composé comme elle, de droite à gauche s’il le faut. Dans une ligne : `:lang{en \"soft skills\"}`.",
        ),
        example: both(
            ":::lang{ar}\nمرحبا بكم في موقع المنظمة الدولية للهجرة.\n:::",
            ":::lang{ar}\nمرحبا بكم في موقع المنظمة الدولية للهجرة.\n:::",
        ),
    },
];
