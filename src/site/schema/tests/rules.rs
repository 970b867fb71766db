use super::*;
use rihla_diagnostics::testing::messages;

const FIELDS: &str = r#"
fields:
  status: {type: choice, of: [implementation, closed], default: implementation}
  start:  {type: object, of: {planned: date, actual: date}}
  end:    {type: object, of: {planned: date, actual: date}}
  opens:  datetime
  closes: datetime
  low:    number
  middle: number
  high:   number
  phases: {type: list, of: {start: date, end: date, steps: {type: list, of: {start: date, end: date}}}}
  sectors: {type: list, of: {code: text, percent: number}}
  sdg:    {type: object, of: {goals: {type: number, many: true}, targets: {type: list, of: text}}}
  goals:  {type: reference, to: goals, many: true}
  codes:  {type: text, many: true}
  budget: money
  grant:  money
  donors: {type: list, of: {partner: text, amount: number}}
  gifts:  {type: list, of: {amount: money}}
  views:  {type: number, localized: true}
"#;

/// What a rule finds in an entry, as `line code`, on 30 June 2018.
fn found(rule: &str, entry: &str) -> String {
    list(&findings(rule, entry), entry)
}

fn findings(rule: &str, entry: &str) -> Vec<Diagnostic> {
    let schema = schema(&format!("{FIELDS}rules: [{rule}]\n"));
    let (values, problems) = read_as(&schema, entry, Scope::Shared, 0);
    assert!(problems.is_empty(), "{}", list(&problems, entry));
    let paths: Vec<Arc<str>> = vec!["entry.yaml".into()];
    check_rules(&schema, &values, &paths, date(2018, 6, 30))
}

#[test]
fn each_rule_holds_or_is_broken() {
    for (rule, entry, expected) in [
        // before
        (
            "{before: [start.planned, end.planned]}",
            "start: {planned: 2017-01-01}\nend: {planned: 2018-12-31}",
            "",
        ),
        (
            "{before: [start.planned, end.planned]}",
            "start: {planned: 2017-01-01}\nend: {planned: 2017-01-01}",
            "",
        ),
        (
            "{before: [start.planned, end.planned]}",
            "start: {planned: 2017-01-01}\nend: {planned: 2016-12-31}",
            "2 rule-before",
        ),
        (
            "{before: [start.planned, end.planned]}",
            "start: {planned: 2017-01-01}",
            "",
        ),
        (
            "{before: [start.planned, end.planned]}",
            "end: {planned: 2017-01-01}",
            "",
        ),
        ("{before: [start.planned, end.planned]}", "low: 1", ""),
        (
            "{before: [low, middle, high]}",
            "low: 1\nmiddle: 2\nhigh: 3",
            "",
        ),
        (
            "{before: [low, middle, high]}",
            "low: 1\nhigh: 0.5",
            "2 rule-before",
        ),
        (
            "{before: [low, middle, high]}",
            "low: 0.10\nmiddle: 0.1\nhigh: 0.100000000001",
            "",
        ),
        (
            "{before: [low, middle, high]}",
            "low: 3\nmiddle: 2\nhigh: 1",
            "2 rule-before, 3 rule-before",
        ),
        (
            "{before: [opens, closes]}",
            "opens: 2018-01-01 10:00\ncloses: 2018-01-01 09:00",
            "2 rule-before",
        ),
        (
            "{before: [opens, closes]}",
            "opens: 2018-01-01 10:00\ncloses: 2018-01-01",
            "",
        ),
        (
            "{before: [opens, closes]}",
            "opens: 2018-01-01T10:00+02:00\ncloses: 2018-01-01T09:00+01:00",
            "",
        ),
        (
            "{before: [opens, closes]}",
            "opens: 2018-01-01T10:00+01:00\ncloses: 2018-01-01T10:00+02:00",
            "2 rule-before",
        ),
        (
            "{before: [start.planned, opens]}",
            "start: {planned: 2018-01-02}\nopens: 2018-01-01 09:00",
            "2 rule-before",
        ),
        // Inside a list, each of its objects for itself.
        (
            "{before: [phases.start, phases.end]}",
            "phases:\n- {start: 2017-01-01, end: 2017-02-01}\n- {start: 2016-01-01, end: 2016-02-01}",
            "",
        ),
        (
            "{before: [phases.start, phases.end]}",
            "phases:\n- {start: 2017-01-01, end: 2017-02-01}\n- {start: 2016-03-01, end: 2016-02-01}\n- {start: 2015-03-01}",
            "3 rule-before",
        ),
        (
            "{before: [start.planned, phases.end]}",
            "start: {planned: 2017-01-01}\nphases:\n- {end: 2017-02-01}\n- {end: 2016-02-01}",
            "4 rule-before",
        ),
        (
            "{before: [phases.steps.start, phases.steps.end]}",
            "phases:\n- steps:\n  - {start: 2017-01-01, end: 2017-02-01}\n  - {start: 2015-01-01, end: 2015-02-01}\n- steps:\n  - {start: 2014-01-01, end: 2013-02-01}",
            "6 rule-before",
        ),
        (
            "{before: [phases.start, phases.steps.start]}",
            "phases:\n- start: 2017-01-01\n  steps:\n  - {start: 2017-01-02}\n- start: 2018-01-01\n  steps:\n  - {start: 2017-01-02}",
            "7 rule-before",
        ),
        // today
        (
            "{before: [today, end.planned]}",
            "end: {planned: 2018-06-30}",
            "",
        ),
        (
            "{before: [today, end.planned]}",
            "end: {planned: 2018-06-29}",
            "1 rule-passed",
        ),
        (
            "{before: [end.planned, today]}",
            "end: {planned: 2018-07-01}",
            "1 rule-to-come",
        ),
        (
            "{before: [end.planned, today]}",
            "end: {planned: 2018-06-30}",
            "",
        ),
        (
            "{before: [start.planned, today, end.planned]}",
            "start: {planned: 2018-07-01}\nend: {planned: 2018-06-01}",
            "1 rule-to-come, 2 rule-passed",
        ),
        ("{before: [today, end.planned]}", "low: 1", ""),
        // when
        (
            "{before: [today, end.planned], when: {status: implementation}}",
            "status: implementation\nend: {planned: 2018-06-29}",
            "2 rule-before-today",
        ),
        (
            "{before: [today, end.planned], when: {status: implementation}}",
            "status: closed\nend: {planned: 2018-06-29}",
            "",
        ),
        // The default of the status holds where none is written.
        (
            "{before: [today, end.planned], when: {status: implementation}}",
            "end: {planned: 2018-06-29}",
            "1 rule-before-today",
        ),
        (
            "{positive: [budget], when: {status: closed, low: 1}}",
            "status: closed\nlow: 1.0\nbudget: {amount: 0, currency: MAD}",
            "3 rule-positive",
        ),
        (
            "{positive: [budget], when: {status: closed, low: 1}}",
            "status: closed\nbudget: {amount: 0, currency: MAD}",
            "",
        ),
        (
            "{positive: [budget], when: {donors.partner: oim}}",
            "donors: [{partner: ue}, {partner: oim}]\nbudget: {amount: 0, currency: MAD}",
            "2 rule-positive",
        ),
        // not_future
        (
            "{not_future: [start.actual, end.actual]}",
            "start: {actual: 2018-06-30}",
            "",
        ),
        (
            "{not_future: [start.actual, end.actual]}",
            "start: {actual: 2018-07-01}\nend: {actual: 2019-01-01}",
            "1 rule-not-future, 2 rule-not-future",
        ),
        (
            "{not_future: [opens, phases.end]}",
            "opens: 2018-07-01 00:00\nphases:\n- {end: 2018-01-01}\n- {end: 2020-01-01}",
            "1 rule-not-future, 4 rule-not-future",
        ),
        ("{not_future: [start.actual]}", "low: 1", ""),
        // sum
        (
            "{sum: {of: sectors.percent, is: 100}}",
            "sectors: [{percent: 33.4}, {percent: 33.3}, {percent: 33.3}]",
            "",
        ),
        (
            "{sum: {of: sectors.percent, is: 100}}",
            "sectors: [{percent: 33.3}, {percent: 33.3}, {percent: 33.3}]",
            "1 rule-sum",
        ),
        (
            "{sum: {of: sectors.percent, is: 100}}",
            "sectors: [{code: a}]",
            "",
        ),
        (
            "{sum: {of: sectors.percent, is: 0.3}}",
            "sectors: [{percent: 0.1}, {percent: 0.2}]",
            "",
        ),
        ("{sum: {of: views, is: 3}}", "views: {fr: 3, en: 3}", ""),
        (
            "{sum: {of: views, is: 3}}",
            "views: {fr: 3, en: 2}",
            "1 rule-sum",
        ),
        ("{sum: {of: low, is: 3}}", "low: 2", "1 rule-sum"),
        // prefix_of
        (
            "{prefix_of: [sdg.goals, sdg.targets]}",
            "sdg: {goals: [8, 10], targets: [\"8.8\", \"10.7\"]}",
            "",
        ),
        (
            "{prefix_of: [sdg.goals, sdg.targets]}",
            "sdg: {goals: [1], targets: [\"10.7\"]}",
            "1 rule-prefix-of",
        ),
        (
            "{prefix_of: [sdg.goals, sdg.targets]}",
            "sdg:\n  goals: 8\n  targets:\n  - \"8.8\"\n  - \"8\"\n  - \"88.1\"",
            "5 rule-prefix-of, 6 rule-prefix-of",
        ),
        (
            "{prefix_of: [sdg.goals, sdg.targets]}",
            "sdg: {targets: [\"10.7\"]}",
            "",
        ),
        (
            "{prefix_of: [sdg.goals, sdg.targets]}",
            "sdg: {goals: [8]}",
            "",
        ),
        (
            "{prefix_of: [goals, sdg.targets]}",
            "goals: [goals/8, \"10\"]\nsdg: {targets: [\"8.8\", \"10.7\", \"9.1\"]}",
            "2 rule-prefix-of",
        ),
        (
            "{prefix_of: {start: sdg.goals, of: codes, mark: \"-\"}}",
            "sdg: {goals: [8]}\ncodes: [8-1, \"8.1\"]",
            "2 rule-prefix-of",
        ),
        (
            "{prefix_of: {start: sdg.goals, of: codes, mark: \"\"}}",
            "sdg: {goals: [8]}\ncodes: [\"81\", \"8\", \"18\"]",
            "2 rule-prefix-of",
        ),
        // positive
        (
            "{positive: [budget, donors.amount]}",
            "budget: {amount: 0.01, currency: MAD}\ndonors: [{amount: 1}]",
            "",
        ),
        (
            "{positive: [budget, donors.amount]}",
            "budget: {amount: 0.00, currency: MAD}\ndonors:\n- {amount: -1}\n- {partner: x}",
            "1 rule-positive, 3 rule-positive",
        ),
        ("{positive: [budget]}", "low: 0", ""),
        // same_total
        (
            "{same_total: [donors.amount, budget]}",
            "donors: [{amount: 150000.5}, {amount: 49999.5}]\nbudget: {amount: 200000, currency: USD}",
            "",
        ),
        (
            "{same_total: [donors.amount, budget]}",
            "donors: [{amount: 150000}]\nbudget: {amount: 200000, currency: USD}",
            "1 rule-same-total",
        ),
        (
            "{same_total: [donors.amount, budget]}",
            "donors: [{partner: x}]\nbudget: {amount: 200000, currency: USD}",
            "",
        ),
        (
            "{same_total: [donors.amount, budget]}",
            "donors: [{amount: 150000}]",
            "",
        ),
        (
            "{same_total: [gifts.amount, budget]}",
            "gifts:\n- amount: {amount: 1, currency: EUR}\n- amount: {amount: 1, currency: USD}\nbudget: {amount: 2, currency: EUR}",
            "3 rule-currencies",
        ),
        (
            "{same_total: [gifts.amount, budget]}",
            "gifts:\n- amount: {amount: 1, currency: EUR}\nbudget: {amount: 1, currency: USD}",
            "3 rule-currencies",
        ),
        (
            "{same_total: [budget, grant]}",
            "budget: {amount: 1.50, currency: EUR}\ngrant: {amount: 1.5, currency: EUR}",
            "",
        ),
    ] {
        assert_eq!(found(rule, entry), expected, "{rule}\n{entry}");
    }
}

#[test]
fn a_finding_names_the_values_and_both_places() {
    let say = |rule: &str, entry: &str| -> (String, Vec<String>, Vec<String>) {
        let all = findings(rule, entry);
        let [finding] = all.as_slice() else {
            panic!("{all:?}")
        };
        let mut words = finding.text(messages("fr"));
        if let Some(hint) = finding.hint(messages("fr")) {
            words = format!("{words} – {hint}");
        }
        let at = |place: &rihla_diagnostics::Location| {
            let span = place.span.expect("a place");
            entry[span.start..span.end].to_owned()
        };
        let places = finding
            .place
            .iter()
            .chain(finding.related.iter().map(|it| &it.place));
        let labels = finding.related.iter();
        let labels = labels.map(|it| finding.label(it, messages("en")));
        // The sentence is set as French is; here it stands as it was typed.
        let words = words.replace('\u{a0}', " ");
        (words, places.map(at).collect(), labels.collect())
    };
    let (words, places, labels) = say(
        "{before: [start.planned, end.planned]}",
        "start: {planned: 2017-01-01}\nend: {planned: 2016-12-31}",
    );
    assert_eq!(
        words,
        "« end.planned » (2016-12-31) vient avant « start.planned » (2017-01-01) – \
         « start.planned » ne peut pas être après « end.planned » : corrigez l’un des deux"
    );
    assert_eq!(places, ["2016-12-31", "2017-01-01"]);
    assert_eq!(labels, ["“start.planned” is here"]);

    let (words, places, labels) = say(
        "{before: [today, end.planned], when: {status: implementation}}",
        "status: implementation\nend: {planned: 2018-06-29}",
    );
    assert!(
        words.contains("alors que « status: implementation »"),
        "{words}"
    );
    assert_eq!(places, ["2018-06-29", "implementation"]);
    assert_eq!(labels, ["the condition is met here"]);

    let (words, places, _) = say(
        "{sum: {of: sectors.percent, is: 100}}",
        "sectors: [{percent: 33.3}, {percent: 66.65}]",
    );
    assert_eq!(
        words,
        "les valeurs de « sectors.percent » font 99.95 au total, et non 100 – \
         corrigez-les ; la différence est de 0.05"
    );
    assert_eq!(places, ["sectors"]);

    let (words, places, labels) = say(
        "{same_total: [donors.amount, budget]}",
        "donors: [{amount: 150000}]\nbudget: {amount: 200000, currency: USD}",
    );
    assert_eq!(
        words,
        "« donors.amount » fait 150000 au total, et « budget » fait 200000 USD – \
         les deux doivent être égaux ; la différence est de 50000 USD"
    );
    assert_eq!(places[0], "150000");
    assert!(places[1].starts_with('{'), "{places:?}");
    assert_eq!(labels, ["“budget” is here"]);

    let (words, _, labels) = say(
        "{same_total: [gifts.amount, budget]}",
        "gifts: [{amount: {amount: 1, currency: EUR}}]\nbudget: {amount: 1, currency: USD}",
    );
    assert!(
        words.starts_with("« budget » est en USD, et un autre montant"),
        "{words}"
    );
    assert_eq!(labels, ["this one is in EUR"]);

    let (words, places, _) = say(
        "{prefix_of: [sdg.goals, sdg.targets]}",
        "sdg: {goals: [1, 3], targets: [\"10.7\"]}",
    );
    assert!(
        words.starts_with(
            "« 10.7 » dans « sdg.targets » ne relève d’aucun des « sdg.goals » (1, 3)"
        ),
        "{words}"
    );
    assert_eq!(places, ["\"10.7\"", "1"]);
}

#[test]
fn only_what_today_makes_wrong_is_a_warning() {
    let is_error = |rule: &str, entry: &str| findings(rule, entry)[0].is_error();
    assert!(!is_error(
        "{before: [today, end.planned]}",
        "end: {planned: 2018-01-01}"
    ));
    assert!(!is_error(
        "{before: [end.planned, today]}",
        "end: {planned: 2019-01-01}"
    ));
    assert!(is_error(
        "{not_future: [end.planned]}",
        "end: {planned: 2019-01-01}"
    ));
    assert!(is_error("{before: [low, high]}", "low: 2\nhigh: 1"));
}

#[test]
fn the_files_of_an_entry_are_named_by_their_numbers() {
    let schema = schema(&format!(
        "{FIELDS}rules: [{{before: [start.planned, end.planned]}}]"
    ));
    let (shared, _) = read_as(&schema, "start: {planned: 2018-01-01}", Scope::Shared, 0);
    let (french, _) = read_as(
        &schema,
        "end: {planned: 2017-01-01}",
        Scope::Language("fr"),
        1,
    );
    let paths: Vec<Arc<str>> = vec!["shared.yaml".into(), "index.fr.md".into()];
    let (values, conflicts) = combine(vec![shared, french], &paths);
    assert!(conflicts.is_empty());
    let findings = check_rules(&schema, &values, &paths, date(2018, 6, 30));
    let [finding] = findings.as_slice() else {
        panic!("{findings:?}")
    };
    let place = finding.place.as_ref().expect("a place");
    assert_eq!(&*place.path, "index.fr.md");
    assert_eq!(&*finding.related[0].place.path, "shared.yaml");
}

/// A programme with all that it may say, and the rules of its collection.
#[test]
fn a_whole_programme_has_nothing_wrong() {
    let schema = schema(
        r#"
fields:
  title:     {type: text, localized: true, required: true}
  summary:   {type: text, localized: true, required: true}
  acronym:   text
  status:    {type: choice, of: [pipeline, implementation, finalisation, closed, cancelled, suspended], required: true}
  start:     {type: object, of: {planned: date, actual: date}}
  end:       {type: object, of: {planned: date, actual: date}}
  axes:      {type: reference, to: axes, many: true}
  sectors:   {type: list, of: {code: text, percent: number}}
  sdg:       {type: object, of: {goals: {type: reference, to: goals, many: true}, targets: {type: text, many: true}}}
  locations: {type: list, of: {name: {type: text, localized: true}, iso: text}}
  budget:    money
  donors:    {type: list, of: {partner: {type: reference, to: partners}, amount: number}}
  partners:  {type: list, of: {partner: {type: reference, to: partners}, role: {type: text, localized: true}}}
  results:
    type: list
    of:
      title: {type: text, localized: true}
      kind: {type: choice, of: [output, outcome, impact]}
      indicators: {type: list, of: {title: {type: text, localized: true}, baseline: number, target: number, actual: number, as_of: date}}
  documents: {type: reference, to: publications, many: true}
rules:
  - {before: [start.planned, end.planned]}
  - {before: [today, end.planned], when: {status: implementation}}
  - {not_future: [start.actual, end.actual, results.indicators.as_of]}
  - {sum: {of: sectors.percent, is: 100}}
  - {prefix_of: [sdg.goals, sdg.targets]}
  - {same_total: [donors.amount, budget]}
  - {positive: [budget, donors.amount]}
"#,
    );
    let entry = r#"
title: {fr: "Indimaj", en: "Indimaj"}
summary: {fr: "Une phrase.", en: "A sentence."}
acronym: INDIMAJ
status: implementation
start: {planned: 2017-01-01, actual: 2017-02-15}
end:   {planned: 2018-12-31}
axes: [migration-governance-development]
sectors: [{code: "15190", percent: 100}]
sdg: {goals: [8, 10, 17], targets: ["8.8", "10.7"]}
locations: [{name: {fr: "Région de l'Oriental", en: "Oriental region"}, iso: MA-02}]
budget: {amount: 200000, currency: USD}
donors: [{partner: pays-bas, amount: 200000}]
partners: [{partner: conseil-regional-oriental, role: {fr: "Partenaire institutionnel", en: "Institutional partner"}}]
results:
  - title: {fr: "Résultat", en: "Result"}
    kind: output
    indicators:
      - {title: {fr: "Personnes formées", en: "People trained"}, baseline: 0, target: 400, actual: 312, as_of: 2018-06-30}
documents: [publications/rapport-indimaj]
"#;
    let (values, findings) = read_as(&schema, entry, Scope::Shared, 0);
    assert!(findings.is_empty(), "{}", list(&findings, entry));
    let paths: Vec<Arc<str>> = vec!["content/programmes/indimaj.yaml".into()];
    let on = |day| list(&check_rules(&schema, &values, &paths, day), entry);
    assert_eq!(on(date(2018, 6, 30)), "");
    assert_eq!(on(date(2019, 1, 1)), "7 rule-before-today");
    assert_eq!(on(date(2018, 6, 29)), "19 rule-not-future");
    for language in ["fr", "en"] {
        assert!(missing(&schema, &values, language).is_empty());
    }
}
