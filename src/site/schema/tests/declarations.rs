use super::*;
use proptest::prelude::*;
use rihla_diagnostics::testing::messages;

const NEWS: &str = r#"
fields:
  title:      {type: text, localized: true, required: true, max: 140}
  date:       {type: date, required: true}
  place:      text
  kind:       {type: choice, of: {news: {fr: "Actualité", en: "News"}, oim: "OIM"}, default: news}
  status:     {type: choice, of: [open, closed]}
  axes:       {type: reference, to: axes, many: true, max: 3, label: {fr: "Axes", en: "Axes"}}
  note:       {type: markdown, help: "Two lines."}
  tags:       {type: list, of: text}
  quotes:     {type: list, of: {type: text, localized: true, max: 30}, max: 2}
  contacts:   {type: list, of: {name: text, role: {type: text, localized: true}, email: email}}
  start:      {type: object, of: {planned: date, actual: datetime}}
  team:       {type: object, many: true, of: {size: number, kind: {type: choice, of: [a, b]}}}
  budget:     money
  open:       {type: boolean, default: true}
  pictures:   {type: image, many: true}
  paper:      file
  link:       link
"#;

#[test]
fn a_declaration_gives_the_types_it_names() {
    let schema = schema(NEWS);
    let field = |name: &str| schema.field(name).expect(name);
    let title = field("title");
    assert_eq!(title.kind, FieldKind::Text);
    assert!(title.localized && title.required && !title.many);
    assert_eq!(title.max, Some(140));
    assert_eq!(&NEWS[title.span.start..title.span.end], "title");
    assert_eq!(field("date").kind, FieldKind::Date);
    assert_eq!(field("place").kind, FieldKind::Text);
    let FieldKind::Choice(choices) = &field("kind").kind else {
        panic!("no choice")
    };
    let labels = |index: usize| -> Vec<(&str, &str)> {
        let labels = choices[index].labels.iter();
        labels.map(|(tag, label)| (&**tag, &**label)).collect()
    };
    assert_eq!(&*choices[0].key, "news");
    assert_eq!(labels(0), [("fr", "Actualité"), ("en", "News")]);
    assert_eq!(labels(1), [("fr", "OIM"), ("en", "OIM")]);
    assert_eq!(
        field("kind").default,
        Some(FieldValue::Choice("news".into()))
    );
    assert_eq!(field("open").default, Some(FieldValue::Boolean(true)));
    assert!(matches!(&field("status").kind, FieldKind::Choice(keys)
        if keys.len() == 2 && keys[1].labels.is_empty()));
    let axes = field("axes");
    assert_eq!(axes.kind, FieldKind::Reference { to: "axes".into() });
    assert!(axes.many && axes.max == Some(3));
    assert!(matches!(&axes.label, Some(FieldValue::Localized(labels)) if labels.len() == 2));
    assert_eq!(
        field("note").help,
        Some(FieldValue::Text("Two lines.".into()))
    );
    let item = |name: &str| match &field(name).kind {
        FieldKind::List(item) => (**item).clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(item("tags").kind, FieldKind::Text);
    assert_eq!(&*item("tags").name, "tags");
    assert!(item("quotes").localized && item("quotes").max == Some(30));
    let FieldKind::Object(contact) = item("contacts").kind else {
        panic!("no object")
    };
    let names: Vec<_> = contact.iter().map(|field| &*field.name).collect();
    assert_eq!(names, ["name", "role", "email"]);
    assert!(
        contact[1].localized
            && matches!(contact[2].kind, FieldKind::Form(form) if form.name == "email")
    );
    let FieldKind::Object(start) = &field("start").kind else {
        panic!("no object")
    };
    assert_eq!(start[1].kind, FieldKind::DateTime);
    assert!(field("team").many && matches!(&field("team").kind, FieldKind::Object(_)));
    for (name, kind) in [
        ("budget", FieldKind::Money),
        ("open", FieldKind::Boolean),
        ("pictures", FieldKind::Image),
        ("paper", FieldKind::File),
        ("link", FieldKind::Link),
    ] {
        assert_eq!(field(name).kind, kind, "{name}");
    }
}

#[test]
fn what_cannot_be_meant_is_found_and_reading_goes_on() {
    // Each declaration is followed by `last: dat`, of which the finding must still come.
    for (text, expected) in [
        ("a: txet", "2 type-unknown"),
        ("a: {type: txet}", "2 type-unknown"),
        ("a: color", "2 type-unknown"),
        ("a:", "2 type-missing"),
        ("a: {required: true}", "2 type-missing"),
        ("a: {type: }", "2 type-missing"),
        (
            "a: {planned: date, actual: day}",
            "2 type-missing, 2 type-unknown",
        ),
        ("a: [text]", "2 declaration-form"),
        ("a: {type: [text]}", "2 declaration-form"),
        ("a: {type: text, requierd: true}", "2 field-option-unknown"),
        (
            "a: {type: colour, size: 3}",
            "2 type-unknown, 2 declaration-key-unknown",
        ),
        ("a: {type: date, max: 3}", "2 field-option-unknown"),
        ("a: {type: date, many: true, max: 3}", ""),
        ("a: {type: text, to: news}", "2 field-option-unknown"),
        (
            "a: {type: list, of: text, many: true}",
            "2 field-option-unknown",
        ),
        ("a: {type: text, required: oui}", "2 boolean-form"),
        ("a: {type: text, required: [true]}", "2 declaration-form"),
        ("a: {type: text, max: many}", "2 declaration-form"),
        ("a: {type: text, max: 0}", "2 declaration-form"),
        ("a: {type: text, max: 1.5}", "2 declaration-form"),
        ("a: choice", "2 field-option-missing"),
        ("a: {type: choice, of: {}}", "2 declaration-form"),
        ("a: {type: choice, of: [x, x]}", "2 choice-twice"),
        ("a: {type: choice, of: [[x]]}", "2 declaration-form"),
        ("a: {type: choice, of: {x: {fr: X}}}", "2 label-missing"),
        (
            "a: {type: choice, of: {x: {fr: X, en: Y}, y: }}",
            "2 label-missing, 2 label-missing",
        ),
        (
            "a: {type: choice, of: {x: {fr: X, de: Y}}}",
            "2 field-language-unknown",
        ),
        ("a: {type: choice, of: {x: [X]}}", "2 field-one-value"),
        ("a: {type: choice, of: [x], default: y}", "2 choice-unknown"),
        ("a: {type: date, default: hier}", "2 date-form"),
        ("a: {type: money, default: 3 EUR}", "2 money-form"),
        (
            "a: {type: text, default: {fr: x, en: y}}",
            "2 field-not-localized",
        ),
        (
            "a: {type: text, label: {fr: x, es: y}}",
            "2 field-language-unknown",
        ),
        ("a: {type: text, help: {fr: x}}", "2 label-missing"),
        ("a: reference", "2 field-option-missing"),
        ("a: {type: reference, to: [x]}", "2 declaration-form"),
        ("a: list", "2 field-option-missing"),
        ("a: {type: list, of: [text]}", "2 declaration-form"),
        (
            "a: {type: list, of: {type: text, required: true}}",
            "2 field-option-of-item",
        ),
        (
            "a: {type: list, of: {name: text, age: nombre}}",
            "2 type-unknown",
        ),
        ("a: {type: list, of: choice}", "2 field-option-missing"),
        ("a: {type: object, of: text}", "2 declaration-form"),
        ("a: {type: object}", "2 field-option-missing"),
        (
            "a: {type: object, localized: true, of: {b: {type: text, localized: true}}}",
            "2 field-localized-twice",
        ),
        (
            "a: {type: list, localized: true, of: {b: {type: text, localized: true}}}",
            "2 field-localized-twice",
        ),
        ("weight: number", "2 field-name-taken"),
        ("id: text", "2 field-name-taken"),
        ("a: {type: object, of: {weight: number}}", ""),
        ("Lieu d'origine: text", "2 field-name-form"),
        ("2a: text", "2 field-name-form"),
    ] {
        let text = format!("fields:\n  {text}\n  last: dat\n");
        let (schema, findings) = declared(&text);
        let separator = if expected.is_empty() { "" } else { ", " };
        let expected = format!("{expected}{separator}3 type-unknown");
        assert_eq!(list(&findings, &text), expected, "{text}");
        assert_eq!(
            schema.field("last").expect("it is read").kind,
            FieldKind::Date
        );
    }
    let (_, findings) = declared("fields: [title]");
    assert_eq!(findings.len(), 1);
}

#[test]
fn a_slip_of_the_pen_is_fixed() {
    for (written, meant) in [
        ("fields: {a: dat}", "fields: {a: date}"),
        (
            "fields: {a: {type: text, Max: 3}}",
            "fields: {a: {type: text, max: 3}}",
        ),
        (
            "fields: {a: {type: text, required: oui}}",
            "fields: {a: {type: text, required: true}}",
        ),
        ("fields: {Prénom: text}", "fields: {prenom: text}"),
        (
            "fields: {a: date}\nrules: [{befor: [today, a]}]",
            "fields: {a: date}\nrules: [{before: [today, a]}]",
        ),
        (
            "fields: {start: {type: object, of: {planned: date}}}\nrules: [{not_future: [start.plannd]}]",
            "fields: {start: {type: object, of: {planned: date}}}\nrules: [{not_future: [start.planned]}]",
        ),
    ] {
        let (_, findings) = declared(written);
        assert_eq!(findings.len(), 1, "{written}");
        assert_eq!(fixed(&findings[0], written), meant);
        assert!(declared(meant).1.is_empty(), "{meant}");
    }
}

#[test]
fn nesting_has_an_end() {
    let nested = |depth: usize| {
        let open = "{type: list, of: ".repeat(depth);
        format!("fields: {{a: {open}text{}}}", "}".repeat(depth))
    };
    assert!(declared(&nested(8)).1.is_empty());
    let text = nested(9);
    assert_eq!(list(&declared(&text).1, &text), "1 field-too-deep");
    let open = "{type: object, of: {b: ".repeat(25);
    let text = format!("fields: {{a: {open}text{}}}", "}}".repeat(25));
    assert_eq!(list(&declared(&text).1, &text), "1 field-too-deep");
}

const PROGRAMME: &str = r#"
fields:
  title:  {type: text, localized: true}
  status: {type: choice, of: [implementation, closed]}
  open:   boolean
  start:  {type: object, of: {planned: date, actual: date}}
  end:    {type: object, of: {planned: date, actual: date}}
  sectors: {type: list, of: {code: text, percent: number}}
  sdg:    {type: object, of: {goals: {type: number, many: true}, targets: {type: list, of: text}}}
  budget: money
  donors: {type: list, of: {partner: {type: reference, to: partners}, amount: number}}
  broken: {type: colour}
"#;

#[test]
fn rules_are_read() {
    let text = format!(
        "{}rules:
  - {{before: [start.planned, end.planned]}}
  - {{before: [today, end.planned], when: {{status: implementation, open: True}}}}
  - {{not_future: [start.actual, end.actual]}}
  - {{sum: {{of: sectors.percent, is: 100}}}}
  - {{prefix_of: [sdg.goals, sdg.targets]}}
  - {{prefix_of: {{start: sdg.goals, of: sdg.targets, mark: \"\"}}}}
  - {{same_total: [donors.amount, budget]}}
  - {{positive: [budget, donors.amount]}}
  - {{before: [publish_at, unpublish_at]}}
",
        PROGRAMME.replace("  broken: {type: colour}\n", "")
    );
    let schema = schema(&text);
    let field = |text: &str| FieldPath(text.split('.').map(Arc::from).collect());
    let mut rules = schema.rules.iter();
    let mut next = || rules.next().expect("a rule");
    let rule = next();
    let points = ["start.planned", "end.planned"].map(|path| Point::Field(field(path)));
    assert_eq!(rule.check, Check::Before(points.to_vec()));
    assert!(rule.when.is_empty());
    let rule = next();
    let today = vec![Point::Today, Point::Field(field("end.planned"))];
    assert_eq!(rule.check, Check::Before(today));
    let conditions = [("status", "implementation"), ("open", "true")];
    assert_eq!(
        rule.when,
        conditions.map(|(path, value)| (field(path), value.into()))
    );
    let actual = ["start.actual", "end.actual"].map(field).to_vec();
    assert_eq!(next().check, Check::NotFuture(actual));
    assert!(matches!(&next().check, Check::Sum { of, is }
        if *of == field("sectors.percent") && is.to_string() == "100"));
    for wanted in [None, Some("")] {
        assert!(matches!(&next().check, Check::PrefixOf { start, of, mark }
            if *start == field("sdg.goals") && *of == field("sdg.targets")
                && mark.as_deref() == wanted));
    }
    let totals = Check::SameTotal(field("donors.amount"), field("budget"));
    assert_eq!(next().check, totals);
    let positive = vec![field("budget"), field("donors.amount")];
    assert_eq!(next().check, Check::Positive(positive));
    assert!(matches!(next().check, Check::Before(_)));
}

#[test]
fn what_is_no_rule_is_found() {
    let first = declared(PROGRAMME).1.len();
    assert_eq!(first, 1, "the broken field");
    for (rule, expected) in [
        ("before", "declaration-form"),
        ("{}", "declaration-form"),
        ("{when: {status: closed}}", "declaration-form"),
        ("{after: [start.planned, end.planned]}", "rule-unknown"),
        (
            "{before: [start.planned, end.planned], positive: [budget]}",
            "rule-several",
        ),
        ("{before: start.planned}", "rule-form"),
        ("{before: [start.planned]}", "rule-form"),
        ("{before: [today, today]}", "rule-form"),
        ("{before: [start.planned, [end.planned]]}", "rule-form"),
        ("{before: [start.planned, title]}", "rule-field-type"),
        ("{before: [start, end]}", "rule-field-type, rule-field-type"),
        (
            "{before: [start.planed, end.planned]}",
            "rule-field-unknown",
        ),
        (
            "{before: [strat.planned, end.planned]}",
            "rule-field-unknown",
        ),
        ("{before: [title.x, end.planned]}", "rule-no-fields"),
        ("{before: [budget.amount, end.planned]}", "rule-no-fields"),
        ("{before: [start.planned, sectors.percent]}", "rule-mixed"),
        ("{before: [today, sectors.percent]}", "rule-mixed"),
        ("{before: [broken, end.planned]}", ""),
        ("{not_future: [sectors.percent]}", "rule-field-type"),
        ("{not_future: []}", "rule-form"),
        ("{sum: sectors.percent}", "rule-form"),
        ("{sum: {of: sectors.percent}}", "rule-form"),
        ("{sum: {of: sectors.percent, is: 100, at: 1}}", "rule-form"),
        ("{sum: {of: sectors.percent, is: \"1,5\"}}", "number-form"),
        ("{sum: {of: budget, is: 100}}", "rule-field-type"),
        ("{prefix_of: [sdg.goals]}", "rule-form"),
        ("{prefix_of: [sdg.goals, start.planned]}", "rule-field-type"),
        ("{prefix_of: {start: sdg.goals}}", "rule-form"),
        ("{positive: [title]}", "rule-field-type"),
        ("{same_total: [budget, title]}", "rule-field-type"),
        (
            "{positive: [budget], when: {status: implementaton}}",
            "choice-unknown",
        ),
        (
            "{positive: [budget], when: {statut: closed}}",
            "rule-field-unknown",
        ),
        ("{positive: [budget], when: {open: oui}}", "boolean-form"),
        ("{positive: [budget], when: {budget: 1}}", "rule-field-type"),
        ("{positive: [budget], when: closed}", "rule-form"),
        ("{positive: [budget], when: {status: }}", "rule-form"),
    ] {
        let text = format!("{PROGRAMME}rules:\n  - {rule}\n  - {{positive: [budget]}}\n");
        let (schema, findings) = declared(&text);
        let expected: Vec<String> = expected
            .split(", ")
            .filter(|code| !code.is_empty())
            .map(|code| format!("14 {code}"))
            .collect();
        let mut all = vec!["12 type-unknown".to_owned()];
        all.extend(expected);
        assert_eq!(list(&findings, &text), all.join(", "), "{rule}");
        // Only the rule that follows is left, or a first one of two.
        let left = if rule.contains("positive: [budget]}") {
            2
        } else {
            1
        };
        assert_eq!(schema.rules.len(), left, "{rule}");
    }
}

#[test]
fn a_wrong_declaration_is_told_in_both_languages() {
    let (_, findings) = declared("fields: {a: txet, kind: choice}");
    let words: Vec<_> = findings
        .iter()
        .map(|finding| finding.text(messages("fr")))
        .collect();
    assert_eq!(
        words[0],
        "il n’y a pas de type «\u{a0}txet\u{a0}» pour un champ"
    );
    assert_eq!(
        findings[0].hint(messages("fr")).as_deref(),
        Some("vouliez-vous écrire «\u{a0}text\u{a0}»\u{a0}?")
    );
    assert_eq!(
        findings[1].hint(messages("en")).as_deref(),
        Some(r#"write for example: kind: {type: choice, of: {news: {fr: "…", en: "…"}}}"#)
    );
}

/// Words and marks of declarations, so that what is made of them gets past the first check.
fn declaration() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "fields",
        "rules",
        "type",
        "of",
        "to",
        "text",
        "date",
        "list",
        "object",
        "choice",
        "max",
        "many",
        "localized",
        "default",
        "label",
        "before",
        "sum",
        "is",
        "when",
        "today",
        "a",
        "b",
        "a.b",
        "true",
        "1",
        "é",
        "reference",
        "money",
        "same_total",
        "prefix_of",
        "mark",
        "fr",
        ": ",
        ": ",
        ": ",
        "{",
        "}",
        "{",
        "}",
        "[",
        "]",
        ", ",
        ", ",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "\"",
        "#",
        " ",
    ]);
    prop::collection::vec(words, 0..60).prop_map(|words| words.concat())
}

/// Maps in maps, whose keys and values are words of declarations.
fn nested() -> impl Strategy<Value = String> {
    let word = || {
        prop::sample::select(vec![
            "type",
            "of",
            "to",
            "text",
            "list",
            "object",
            "choice",
            "max",
            "many",
            "localized",
            "default",
            "label",
            "a",
            "b",
            "fr",
            "true",
            "0",
            "reference",
            "number",
            "money",
        ])
    };
    let leaf = word().prop_map(str::to_owned);
    leaf.prop_recursive(6, 48, 4, move |inner| {
        prop_oneof![
            prop::collection::vec((word(), inner.clone()), 0..4).prop_map(|pairs| {
                let pairs = pairs.iter().map(|(key, value)| format!("{key}: {value}"));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
            }),
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
        ]
    })
}

fn parses(text: &str) {
    let (node, _) = yaml::parse(&path(), text, Span::new(0, text.len()));
    let Some(node) = node else { return };
    let (rules, fields) = match &node.value {
        yaml::Value::Map(map) => (map.get("rules"), map.get("fields").unwrap_or(&node)),
        _ => (Some(&node), &node),
    };
    let (schema, findings) = Schema::parse(&path(), fields, rules, &languages(), &TimeZone::UTC);
    for finding in &findings {
        let _ = finding.text(messages("fr"));
    }
    let _ = check_rules(&schema, &[], &[], date(2018, 6, 30));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_text_as_a_declaration_stops_the_program(text in declaration()) {
        parses(&text);
    }

    #[test]
    fn no_nested_text_as_a_declaration_stops_the_program(fields in nested(), rules in nested()) {
        parses(&format!("fields: {{a: {fields}, b: {fields}}}\nrules: [{rules}, {{before: {rules}}}]\n"));
    }
}
