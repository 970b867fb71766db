use super::*;

const FIELDS: &str = r#"
fields:
  title:   {type: text, localized: true, max: 20}
  body:    {type: markdown, localized: true}
  name:    text
  date:    date
  at:      datetime
  value:   number
  budget:  money
  open:    boolean
  kind:    {type: choice, of: {news: {fr: "Actualité", en: "News"}, story: {fr: "Récit", en: "Story"}}}
  image:   image
  paper:   file
  link:    link
  email:   email
  phone:   phone
  axes:    {type: reference, to: axes, many: true, max: 2}
  tags:    {type: list, of: text}
  contacts: {type: list, of: {name: text, role: {type: text, localized: true}, email: email}}
  start:   {type: object, of: {planned: date, actual: date}}
"#;

/// One value, read in `shared.yaml`, in the form of its type.
fn value(line: &str) -> Option<String> {
    let (values, findings) = read_as(&schema(FIELDS), line, Scope::Shared, 0);
    assert!(findings.is_empty(), "{line}: {}", list(&findings, line));
    values
        .first()
        .map(|assignment| plain(&assignment.value.value))
}

fn plain(value: &FieldValue) -> String {
    let all = |items: Vec<String>| items.join(" + ");
    match value {
        FieldValue::Text(text) | FieldValue::Markdown(text) => format!("text {text}"),
        FieldValue::Choice(key) => format!("choice {key}"),
        FieldValue::Date(date) => format!("date {date}"),
        FieldValue::DateTime(moment) => format!(
            "{} {} {}",
            moment.date,
            moment.time.map_or("-".to_owned(), |time| time.to_string()),
            moment.instant
        ),
        FieldValue::Number(number) => format!("number {number}"),
        FieldValue::Money(money) => format!("money {} {}", money.amount, money.currency),
        FieldValue::Boolean(value) => format!("boolean {value}"),
        FieldValue::Image(image) => {
            let part = |part: &Option<Spanned>| {
                part.as_ref()
                    .map_or("-".to_owned(), |part| plain(&part.value))
            };
            let focus = image.focus.map(|focus| (focus.x, focus.y));
            let file = plain(&image.file.value);
            let (alt, credit) = (part(&image.alt), part(&image.credit));
            format!("image {file}; {alt}; {credit}; {focus:?}")
        }
        FieldValue::File(name) => format!("file {name}"),
        FieldValue::Link(link) => format!("link {link}"),
        FieldValue::Form(text) => format!("form {text}"),
        FieldValue::Reference(id) => format!("reference {id}"),
        FieldValue::List(items) => format!(
            "[{}]",
            all(items.iter().map(|item| plain(&item.value)).collect())
        ),
        FieldValue::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, it)| format!("{name}={}", plain(&it.value)));
            format!("{{{}}}", all(fields.collect()))
        }
        FieldValue::Localized(branches) => {
            let branches = branches
                .iter()
                .map(|(tag, it)| format!("{tag}:{}", plain(&it.value)));
            format!("<{}>", all(branches.collect()))
        }
    }
}

#[test]
fn each_type_has_its_values() {
    for (line, expected) in [
        ("name: 2017", "text 2017"),
        ("name: \"  Rabat \"", "text Rabat"),
        ("body: {fr: \"**a**\"}", "<fr:text **a**>"),
        (
            "title: {en: Health, fr: Santé}",
            "<fr:text Santé + en:text Health>",
        ),
        ("title: OIM", "text OIM"),
        ("date: 2017-06-02", "date 2017-06-02"),
        ("date: \"2017-06-02\"", "date 2017-06-02"),
        ("date: 2017-06-02T00:00:00.000Z", "date 2017-06-02"),
        ("at: 2017-06-02", "2017-06-02 - 2017-06-02T00:00:00Z"),
        (
            "at: 2017-06-02 14:30",
            "2017-06-02 14:30:00 2017-06-02T14:30:00Z",
        ),
        (
            "at: 2017-06-02T00:30:15+01:00",
            "2017-06-01 23:30:15 2017-06-01T23:30:15Z",
        ),
        ("at: 9998-12-31", "9998-12-31 - 9998-12-31T00:00:00Z"),
        ("value: 1200", "number 1200"),
        ("value: -1.50", "number -1.50"),
        ("value: \"010\"", "number 10"),
        (
            "value: 999999999999999999.999999999999",
            "number 999999999999999999.999999999999",
        ),
        (
            "budget: {amount: 200000, currency: USD}",
            "money 200000 USD",
        ),
        ("open: false", "boolean false"),
        ("open: \"true\"", "boolean true"),
        ("kind: news", "choice news"),
        ("image: photo.jpg", "image file photo.jpg; -; -; None"),
        (
            "image: {file: a.jpg, alt: {fr: A, en: B}, credit: \"© OIM\", focus: [0.5, 0.35]}",
            "image file a.jpg; <fr:text A + en:text B>; text © OIM; Some((0.5, 0.35))",
        ),
        (
            "image: {file: a.jpg, alt: \"\"}",
            "image file a.jpg; text ; -; None",
        ),
        ("paper: /rapports/2017.pdf", "file /rapports/2017.pdf"),
        (
            "link: \"https://www.iom.int/\"",
            "link https://www.iom.int/",
        ),
        ("link: /fr/contact/", "link /fr/contact/"),
        ("email: rabat@iom.int", "form rabat@iom.int"),
        ("phone: \"19\"", "form 19"),
        ("phone: +212 (537) 65-28.81", "form +212 (537) 65-28.81"),
        ("axes: protection", "[reference protection]"),
        ("axes: [a, b]", "[reference a + reference b]"),
        ("tags: [a, 1]", "[text a + text 1]"),
        (
            "contacts: [{name: A, role: {fr: B, en: C}, email: a@b.org}]",
            "[{name=text A + role=<fr:text B + en:text C> + email=form a@b.org}]",
        ),
        ("start: {planned: 2017-01-01}", "{planned=date 2017-01-01}"),
        (
            "slug: {fr: sante, en: health}",
            "<fr:text sante + en:text health>",
        ),
        (
            "publish_at: 2018-01-01",
            "2018-01-01 - 2018-01-01T00:00:00Z",
        ),
        ("untranslated: notice", "choice notice"),
    ] {
        assert_eq!(value(line).as_deref(), Some(expected), "{line}");
    }
    for nothing in [
        "name:",
        "name: \"\"",
        "tags: []",
        "start: {}",
        "title: {fr: \"\"}",
        "image:",
    ] {
        assert_eq!(value(nothing), None, "{nothing}");
    }
}

#[test]
fn a_wrong_value_is_found_and_fixed_where_it_is_clear() {
    for (line, code, meant) in [
        ("value: 1,2", "number-form", "value: 1.2"),
        ("value: \"1,2\"", "number-form", "value: 1.2"),
        ("value: 200 000", "number-form", "value: 200000"),
        ("value: 75 %", "number-form", "value: 75"),
        ("value: 200,000", "number-form", ""),
        ("value: 8, 10", "number-form", ""),
        ("value: beaucoup", "number-form", ""),
        ("value: 1234567890123456789", "number-long", ""),
        ("value: [1]", "field-one-value", "value: 1"),
        ("date: 02/06/2017", "date-form", "date: 2017-06-02"),
        ("date: 2 juin 2017", "date-form", "date: 2017-06-02"),
        ("date: 2017-02-30", "date-impossible", ""),
        ("date: hier", "date-form", ""),
        (
            "at: 2017-06-02 14h30",
            "datetime-form",
            "at: 2017-06-02T14:30",
        ),
        (
            "budget: 200 000 USD",
            "money-form",
            "budget: {amount: 200000, currency: USD}",
        ),
        (
            "budget: 50 €",
            "money-form",
            "budget: {amount: 50, currency: EUR}",
        ),
        (
            "budget: {amount: 1, currency: UDS}",
            "currency-unknown",
            "budget: {amount: 1, currency: USD}",
        ),
        (
            "budget: {amount: 1, currency: dh}",
            "currency-unknown",
            "budget: {amount: 1, currency: MAD}",
        ),
        (
            "budget: {amount: 1, currency: nok}",
            "currency-unknown",
            "budget: {amount: 1, currency: NOK}",
        ),
        ("budget: {amount: 1, currency: ZZZ}", "currency-unknown", ""),
        (
            "budget: {amount: 200 000, currency: USD}",
            "number-form",
            "budget: {amount: 200000, currency: USD}",
        ),
        ("budget: {amount: 200000}", "money-form", ""),
        (
            "budget: {amount: 1, curency: USD}",
            "money-form, 1 field-unknown",
            "",
        ),
        ("open: oui", "boolean-form", "open: true"),
        ("open: peut-être", "boolean-form", ""),
        ("kind: stroy", "choice-unknown", "kind: story"),
        ("kind: Récit", "choice-unknown", "kind: story"),
        ("kind: x", "choice-unknown", ""),
        ("image: {alt: {fr: A, en: B}}", "image-file", ""),
        ("image: {file: a.jpg, foto: b}", "field-unknown", ""),
        (
            "image: {file: a.jpg, focus: [50, 35]}",
            "image-focus",
            "image: {file: a.jpg, focus: [0.5, 0.35]}",
        ),
        ("paper: img\\a.pdf", "file-form", "paper: img/a.pdf"),
        (
            "link: www.iom.int",
            "link-form",
            "link: https://www.iom.int",
        ),
        ("link: \"javascript:alert(1)\"", "link-refused", ""),
        ("link: https//e.org", "link-form", "link: https://e.org"),
        (
            "link: \"<https://e.org>\"",
            "link-form",
            "link: \"https://e.org\"",
        ),
        (
            "link: \"[x](https://e.org)\"",
            "link-form",
            "link: \"https://e.org\"",
        ),
        ("link: \"?x=1\"", "link-form", ""),
        ("link: data.pdf", "link-form", ""),
        ("link: about", "link-form", "link: /about"),
        ("link: \"[x](javascript:a())\"", "link-form", ""),
        (
            "email: \"Rabat <rabat@iom.int>\"",
            "email-form",
            "email: \"rabat@iom.int\"",
        ),
        ("email: rabat", "email-form", ""),
        (
            "email: rabat@iom.int ou 05 37 00 00 00",
            "email-form",
            "email: rabat@iom.int",
        ),
        (
            "email: à rabat@iom.int",
            "email-form",
            "email: rabat@iom.int",
        ),
        (
            "email: rabat @ iom. int",
            "email-form",
            "email: rabat@iom.int",
        ),
        (
            "email: \"[rabat@iom.int](mailto:rabat@iom.int)\"",
            "email-form",
            "email: \"rabat@iom.int\"",
        ),
        ("email: rabat@iom.int, a@iom.int", "email-form", ""),
        ("email: rabat@iom.int ou ali@iom", "email-form", ""),
        ("email: jean. dupont@iom.int", "email-form", ""),
        ("email: rabat@iom .int ou fax", "email-form", ""),
        ("email: rh@éxemple.ma", "email-form", ""),
        ("email: accès à rh@exémple.ma", "email-form", ""),
        ("phone: dix-neuf", "phone-form", ""),
        ("phone: \"1\"", "phone-form", ""),
        ("phone: \"tel:0537 65\"", "phone-form", "phone: \"0537 65\""),
        (
            "phone: \"+212 (0)5 37 65 28 81\"",
            "phone-form",
            "phone: \"+212 5 37 65 28 81\"",
        ),
        ("phone: + 212 5371", "phone-form", "phone: \"+212 5371\""),
        ("phone: ٠٥٣٧ ٦٥", "phone-form", "phone: 0537 65"),
        ("phone: 05 37 65 28 81 / 82", "phone-form", ""),
        ("phone: 05 37 65 28 81 (standard)", "phone-form", ""),
        ("phone: 12 34 56 78 90 12 34 56", "phone-form", ""),
        ("phone: 5+3", "phone-form", ""),
        // Italy dials its nought.
        ("phone: \"+39 (0)6 1234567\"", "phone-form", ""),
        ("phone: \"+212 5 37 (0) 65 28 81\"", "phone-form", ""),
        ("phone: \"+212 (0)\"", "phone-form", ""),
        ("phone: 00 212 (0)5 37 65 28 81", "phone-form", ""),
        ("phone: \"(0) 177\"", "phone-form", ""),
        ("phone: 2026-11-27", "phone-form", ""),
        ("phone: \"+0 12 34 56 78\"", "phone-form", ""),
        ("phone: \"+33 1 23\"", "phone-form", ""),
        ("phone: \"000\"", "phone-form", ""),
        ("phone: 1..9", "phone-form", ""),
        (
            "phone: \"(+212) 5 37 65 28 81\"",
            "phone-form",
            "phone: \"+212 5 37 65 28 81\"",
        ),
        ("phone: \"05−37 65\"", "phone-form", "phone: \"05-37 65\""),
        (
            "phone: \"Tél. : 05 37 65\"",
            "phone-form",
            "phone: \"05 37 65\"",
        ),
        ("phone: \"« 177 »\"", "phone-form", "phone: \"177\""),
        ("phone: \"05\u{2060} 37\"", "phone-form", "phone: \"05 37\""),
        ("axes: a, b", "field-list", "axes: [a, b]"),
        ("axes: [a, b, c]", "field-too-many", ""),
        ("axes: ./axes/a.fr.md", "reference-form", "axes: axes/a"),
        ("tags: a", "field-list", "tags: [a]"),
        ("start: 2017-01-01", "field-type", ""),
        (
            "start: {planed: 2017-01-01}",
            "field-unknown",
            "start: {planned: 2017-01-01}",
        ),
        ("name: {fr: a, en: b}", "field-not-localized", ""),
        ("title: {fr: a, de: b}", "field-language-unknown", ""),
        (
            "title: {fr: \"Une phrase un peu trop longue\"}",
            "field-too-long",
            "",
        ),
        ("titel: {fr: a}", "field-unknown", "title: {fr: a}"),
        ("zzz: 1", "field-unknown", ""),
        ("slug: Été", "slug-form", "slug: ete"),
        ("slug: مساعدة عاجلة", "slug-form", "slug: مساعدة-عاجلة"),
        ("slug: L'aide à l'OIM", "slug-form", "slug: l-aide-a-l-oim"),
        (
            "languages: [fr, fe]",
            "language-tag-unknown",
            "languages: [fr, fr]",
        ),
        (
            "aliases: [ancien/lien.html]",
            "alias-form",
            "aliases: [/ancien/lien.html]",
        ),
    ] {
        let (values, findings) = read_as(&schema(FIELDS), line, Scope::Shared, 0);
        assert_eq!(list(&findings, line), format!("1 {code}"), "{line}");
        if !meant.is_empty() {
            assert_eq!(fixed(&findings[0], line), meant);
            assert!(
                read_as(&schema(FIELDS), meant, Scope::Shared, 0)
                    .1
                    .is_empty()
            );
        }
        // What is wrong gives no value; a text that is too long is one all the same.
        let kept = ["field-too-long", "field-too-many"].contains(&code)
            || line.contains("fr: ")
            || line.starts_with("languages")
            || line.contains("focus")
            || line.contains("foto");
        assert!(kept || values.is_empty(), "{line}: {values:?}");
    }
}

#[test]
fn a_file_of_one_language_speaks_for_it() {
    let schema = schema(FIELDS);
    let (values, findings) = read_as(
        &schema,
        "title: Santé\ncontacts: [{name: A, role: B}]\ndate: 2017-06-02\n",
        Scope::Language("fr"),
        1,
    );
    assert!(findings.is_empty());
    let all: Vec<String> = values.iter().map(|it| plain(&it.value.value)).collect();
    let contacts = "[{name=text A + role=<fr:text B>}]";
    assert_eq!(all, ["<fr:text Santé>", contacts, "date 2017-06-02"]);
    let text = "title: {fr: Santé, en: Health}";
    let (_, findings) = read_as(&schema, text, Scope::Language("fr"), 1);
    assert_eq!(list(&findings, text), "1 field-language-map");
    let new = findings[0].replacement().map(|new| &*new.text);
    assert!(new.is_some_and(|new| new.starts_with("title: Santé")));
}

#[test]
fn the_same_words_in_two_languages_are_warned_of() {
    let both = |text: &str| format!("body: {{fr: \"{text}\", en: \"{text}\"}}");
    let long = "L’aide au retour volontaire est ouverte.";
    let words =
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze";
    for (text, expected) in [
        (both(long), "1 same-text"),
        (both("Qui peut la demander « ici ? »"), "1 same-text"),
        (both(&format!("{words} seize")), "1 same-text"),
        (format!("body: \"{long}\""), ""),
        // Names, titles of works, addresses.
        (both("OIM Maroc"), ""),
        (both("Contact"), ""),
        (both("Migration"), ""),
        (both("Documents."), ""),
        (both("Migration au Maroc ?"), ""),
        (both("2024 : Aujourd’hui le Maroc."), ""),
        (
            both("Association marocaine d’appui à la promotion de la petite entreprise"),
            "",
        ),
        (
            both("Société nationale des transports et de la logistique S.A."),
            "",
        ),
        (both("12, rue des Alaouites, 10000 Rabat"), ""),
        (both(words), ""),
    ] {
        let (_, findings) = read_as(&schema(FIELDS), &text, Scope::Shared, 0);
        assert_eq!(list(&findings, &text), expected, "{text}");
    }
}

#[test]
fn files_of_an_entry_are_put_together() {
    let schema = schema(FIELDS);
    let paths: Vec<Arc<str>> = vec!["shared".into(), "fr".into(), "en".into()];
    for (shared, french, english, expected) in [
        ("date: 2017-06-02", "title: A", "title: B", ""),
        ("value: 1", "value: 1.0", "value: 1.00", ""),
        (
            "date: 2017-06-02",
            "date: 2017-06-03",
            "",
            "shared-field-conflict",
        ),
        (
            "",
            "date: 2017-06-02",
            "date: 2017-06-03",
            "shared-field-conflict",
        ),
        (
            "start: {planned: 2017-01-01}",
            "start: {actual: 2017-01-02}",
            "",
            "",
        ),
        (
            "start: {planned: 2017-01-01}",
            "start: {planned: 2017-01-02}",
            "",
            "shared-field-conflict",
        ),
        ("title: {fr: A}", "title: B", "", "shared-field-conflict"),
        ("title: {fr: A}", "title: A", "title: B", ""),
        ("axes: [a, b]", "axes: [a]", "", "shared-field-conflict"),
        (
            "",
            "contacts: [{name: A, role: B}]",
            "contacts: [{name: A, role: C}]",
            "",
        ),
        (
            "",
            "contacts: [{name: A, role: B}]",
            "contacts: [{name: Z, role: C}]",
            "shared-field-conflict",
        ),
        (
            "",
            "image: {file: a.jpg, alt: A}",
            "image: {file: a.jpg, alt: B}",
            "",
        ),
        (
            "",
            "image: {file: a.jpg}",
            "image: {file: b.jpg}",
            "shared-field-conflict",
        ),
    ] {
        let files = [
            (shared, Scope::Shared),
            (french, Scope::Language("fr")),
            (english, Scope::Language("en")),
        ];
        let parts = files.into_iter().zip(0..);
        let parts = parts.map(|((text, scope), file)| {
            let (values, findings) = read_as(&schema, text, scope, file);
            assert!(findings.is_empty(), "{text}");
            values
        });
        let (_, conflicts) = combine(parts.collect(), &paths);
        let codes: Vec<_> = conflicts.iter().map(|it| it.message.code).collect();
        assert_eq!(
            codes.join(", "),
            expected,
            "{shared} | {french} | {english}"
        );
        for conflict in &conflicts {
            let first = &conflict.related[0].place;
            assert_ne!(conflict.place.as_ref(), Some(first));
        }
    }
}

#[test]
fn a_row_without_what_each_must_have_is_told() {
    let declared = schema(
        "fields:\n  numbers: {type: list, of: {type: object, of: {number: {type: phone, required: true}, kind: text}}}\n",
    );
    let text = "numbers:\n  - number: \"19\"\n  - number: \"\"\n  - {number:, kind: ''}\n  -\n";
    let (values, findings) = read_as(&declared, text, Scope::Shared, 0);
    assert_eq!(values.len(), 1);
    let codes: Vec<_> = findings.iter().map(|it| it.message.code).collect();
    assert_eq!(codes, ["field-empty-item"; 3], "{}", list(&findings, text));
}
