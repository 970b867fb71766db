//! An example of each field type: how it is declared, and how a value of it is written.

use super::forms::Form;

/// How a field of a type is declared, below `fields:`, and how a value of it is written in an entry; both
/// in YAML. Empty where there is no such type.
pub fn example(name: &str) -> (String, String) {
    let (declared, written) = match name {
        "text" => (
            "place: {type: text, localized: true, max: 80}",
            "place: \"Rabat\"",
        ),
        "markdown" => (
            "method: {type: markdown, localized: true}",
            "method: |\n  A *text* of several lines.\n\n  - with a list",
        ),
        "date" => ("held: date", "held: 2026-12-01"),
        "datetime" => ("deadline: datetime", "deadline: 2026-12-15T17:00"),
        "number" => ("participants: number", "participants: 45"),
        "money" => ("budget: money", "budget: {amount: 200000, currency: EUR}"),
        "boolean" => ("open_to_all: boolean", "open_to_all: true"),
        "choice" => (
            "state:\n  type: choice\n  of:\n    ongoing: {fr: \"en cours\", en: \"ongoing\"}\n    completed: {fr: \"achevé\", en: \"completed\"}",
            "state: ongoing",
        ),
        "image" => (
            "picture: image",
            "picture:\n  file: workshop.jpg\n  alt: {fr: \"Douze personnes autour d’une table\", en: \"Twelve people around a table\"}\n  credit: \"© IOM\"\n  focus: [0.4, 0.3]",
        ),
        "file" => ("report: file", "report: report.pdf"),
        "link" => ("website: link", "website: \"https://www.example.org/\""),
        "reference" => (
            "partners: {type: reference, to: partners, many: true}",
            "partners: [health, partners/town]",
        ),
        "list" => (
            "aims: {type: list, localized: true, of: text}",
            "aims:\n  fr: [\"Informer\", \"Orienter\"]\n  en: [\"Inform\", \"Refer\"]",
        ),
        "object" => (
            "venue:\n  type: object\n  of:\n    town: {type: text, localized: true}\n    seats: number",
            "venue:\n  town: {fr: \"Tanger\", en: \"Tangier\"}\n  seats: 80",
        ),
        _ => {
            let form = Form::of(name);
            let declared = form.map(|form| format!("contact: {}", form.name));
            let written = form.map(|form| format!("contact: \"{}\"", form.example));
            return (declared.unwrap_or_default(), written.unwrap_or_default());
        }
    };
    (declared.to_owned(), written.to_owned())
}
