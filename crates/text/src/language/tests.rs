//! What readers see, language by language.

use jiff::civil::{date, time};
use proptest::prelude::*;

use super::*;

fn language(tag: &str) -> Language {
    Language::new(tag, tag, &tag.to_ascii_lowercase(), None).unwrap()
}

fn british() -> Language {
    Language::new("en", "English", "en", Some("en-GB-oxendict")).unwrap()
}

/// The language of a tag, English being that of the first site.
fn of_site(tag: &str) -> Language {
    match tag {
        "en" => british(),
        _ => language(tag),
    }
}

fn number(text: &str) -> Decimal {
    decimal(text).unwrap()
}

#[test]
fn dates() {
    use DateStyle::*;
    for (tag, style, first, second) in [
        ("fr", Full, "jeudi 1er juin 2017", "vendredi 2 juin 2017"),
        ("fr", Long, "1er juin 2017", "2 juin 2017"),
        ("fr", Short, "01/06/2017", "02/06/2017"),
        ("fr", Month, "juin 2017", "juin 2017"),
        ("fr", DayMonth, "1er juin", "2 juin"),
        ("fr", Year, "2017", "2017"),
        ("en", Full, "Thursday, 1 June 2017", "Friday, 2 June 2017"),
        ("en", Long, "1 June 2017", "2 June 2017"),
        ("en", Short, "01/06/2017", "02/06/2017"),
        ("en", Month, "June 2017", "June 2017"),
        ("en", DayMonth, "1 June", "2 June"),
        ("en-US", Long, "June 1, 2017", "June 2, 2017"),
        ("ar", Full, "الخميس، 1 يونيو 2017", "الجمعة، 2 يونيو 2017"),
        ("ar", Long, "1 يونيو 2017", "2 يونيو 2017"),
        ("ar-EG", Long, "١ يونيو ٢٠١٧", "٢ يونيو ٢٠١٧"),
        ("fa", Long, "۱ ژوئن ۲۰۱۷", "۲ ژوئن ۲۰۱۷"),
        ("es", Long, "1 de junio de 2017", "2 de junio de 2017"),
        ("es", Short, "1/6/2017", "2/6/2017"),
        ("de", Long, "1. Juni 2017", "2. Juni 2017"),
        ("pt", Month, "junho de 2017", "junho de 2017"),
        ("zh", Long, "2017年6月1日", "2017年6月2日"),
        ("pl", Long, "1 czerwca 2017", "2 czerwca 2017"),
        ("pl", Month, "czerwiec 2017", "czerwiec 2017"),
        ("qaa", Full, "2017-06-01", "2017-06-02"),
        ("qaa", Long, "2017-06-01", "2017-06-02"),
        ("qaa", Month, "2017-06", "2017-06"),
        ("qaa", DayMonth, "06-01", "06-02"),
    ] {
        let language = of_site(tag);
        assert_eq!(
            language.date(date(2017, 6, 1), style),
            first,
            "{tag} {style:?}"
        );
        assert_eq!(
            language.date(date(2017, 6, 2), style),
            second,
            "{tag} {style:?}"
        );
    }
}

#[test]
fn times() {
    let cases = [
        ("fr", "13\u{a0}h\u{a0}30", "9\u{a0}h", "0\u{a0}h\u{a0}05"),
        ("fr-CA", "13\u{a0}h\u{a0}30", "9\u{a0}h", "0\u{a0}h\u{a0}05"),
        ("en", "13:30", "09:00", "00:05"),
        (
            "en-US",
            "1:30\u{202f}PM",
            "9:00\u{202f}AM",
            "12:05\u{202f}AM",
        ),
        ("ar", "1:30 م", "9:00 ص", "12:05 ص"),
        ("ar-MA", "13:30", "09:00", "00:05"),
        ("de", "13:30", "09:00", "00:05"),
    ];
    for (tag, afternoon, hour, night) in cases {
        let language = of_site(tag);
        assert_eq!(language.time(time(13, 30, 59, 0)), afternoon, "{tag}");
        assert_eq!(language.time(time(9, 0, 0, 0)), hour, "{tag}");
        assert_eq!(language.time(time(0, 5, 0, 0)), night, "{tag}");
    }
}

#[test]
fn a_moment_has_its_zone() {
    let moment = |offset| {
        let zone = jiff::tz::Offset::from_seconds(offset)
            .unwrap()
            .to_time_zone();
        date(2017, 6, 1).at(13, 30, 0, 0).to_zoned(zone).unwrap()
    };
    for (tag, offset, text) in [
        ("fr", 3600, "1er juin 2017 à 13\u{a0}h\u{a0}30 (UTC+1)"),
        ("fr", 0, "1er juin 2017 à 13\u{a0}h\u{a0}30 (UTC)"),
        ("en", 3600, "1 June 2017 at 13:30 (UTC+1)"),
        ("en", -12600, "1 June 2017 at 13:30 (UTC−3:30)"),
        ("es", 20700, "1 de junio de 2017 a las 13:30 (UTC+5:45)"),
        ("ar", 3600, "1 يونيو 2017 في 1:30 م (UTC+1)"),
        ("zh", 28800, "2017年6月1日 13:30 (UTC+8)"),
        ("qaa", 3600, "2017-06-01 13:30 (UTC+1)"),
    ] {
        assert_eq!(
            of_site(tag).date_time(&moment(offset)),
            text,
            "{tag} {offset}"
        );
    }
}

#[test]
fn date_ranges() {
    let days = [
        (date(2022, 2, 15), date(2022, 2, 15)),
        (date(2022, 2, 1), date(2022, 2, 17)),
        (date(2022, 5, 31), date(2022, 6, 1)),
        (date(2021, 12, 30), date(2022, 1, 2)),
    ];
    for (tag, expected) in [
        (
            "fr",
            [
                "15 février 2022",
                "1er–17 février 2022",
                "31 mai – 1er juin 2022",
                "30 décembre 2021 – 2 janvier 2022",
            ],
        ),
        (
            "en",
            [
                "15 February 2022",
                "1–17 February 2022",
                "31 May – 1 June 2022",
                "30 December 2021 – 2 January 2022",
            ],
        ),
        (
            "en-US",
            [
                "February 15, 2022",
                "February 1–17, 2022",
                "May 31 – June 1, 2022",
                "December 30, 2021 – January 2, 2022",
            ],
        ),
        (
            "de",
            [
                "15. Februar 2022",
                "1.–17. Februar 2022",
                "31. Mai – 1. Juni 2022",
                "30. Dezember 2021 – 2. Januar 2022",
            ],
        ),
        (
            "zh",
            [
                "2022年2月15日",
                "2022年2月1–17日",
                "2022年5月31日 – 6月1日",
                "2021年12月30日 – 2022年1月2日",
            ],
        ),
    ] {
        let language = of_site(tag);
        for ((from, to), text) in days.into_iter().zip(expected) {
            assert_eq!(language.date_range(from, to), text, "{tag}");
        }
    }
}

#[test]
fn numbers() {
    for (tag, written, text) in [
        ("fr", "1234.5", "1\u{202f}234,5"),
        ("fr", "-3", "-3"),
        ("fr", "1000000", "1\u{202f}000\u{202f}000"),
        ("fr", "1.20", "1,20"),
        ("fr-MA", "1234.5", "1\u{202f}234,5"),
        ("en", "1234.5", "1,234.5"),
        ("ar", "1234.5", "1,234.5"),
        ("ar-MA", "1234.5", "1.234,5"),
        ("ary", "1234.5", "1.234,5"),
        ("ar-EG", "1234.5", "١٬٢٣٤٫٥"),
        ("es", "1234.5", "1234,5"),
        ("es", "12345", "12.345"),
        ("de", "1234.5", "1.234,5"),
        ("pt", "1234.5", "1.234,5"),
        ("pl", "12345", "12\u{a0}345"),
        ("hi", "1234567", "12,34,567"),
        ("qaa", "1234.5", "1,234.5"),
    ] {
        assert_eq!(
            of_site(tag).number(&number(written)),
            text,
            "{tag} {written}"
        );
    }
    let digits = Language::new("ar", "العربية", "ar", Some("ar-MA-u-nu-arab")).unwrap();
    assert_eq!(digits.number(&number("174")), "١٧٤");
    assert_eq!(digits.date(date(2017, 6, 2), DateStyle::Year), "٢٠١٧");
}

#[test]
fn percentages() {
    for (tag, written, text) in [
        ("fr", "50", "50\u{a0}%"),
        ("fr", "1234.5", "1\u{202f}234,5\u{a0}%"),
        ("fr-CH", "50", "50%"),
        ("en", "50", "50%"),
        ("de", "50", "50\u{a0}%"),
        ("de-CH", "50", "50%"),
        ("es", "50", "50\u{a0}%"),
        ("tr", "50", "%50"),
        ("ar", "50", "50\u{200e}%\u{200e}"),
        ("ar-EG", "50", "٥٠٪\u{61c}"),
        ("zh", "50", "50%"),
    ] {
        assert_eq!(of_site(tag).percent(&number(written)), text, "{tag}");
    }
}

#[test]
fn money() {
    for (tag, amount, currency, text) in [
        ("fr", "200000", "USD", "200\u{202f}000\u{a0}USD"),
        ("fr", "3.5", "EUR", "3,50\u{a0}EUR"),
        ("fr", "3.00", "EUR", "3\u{a0}EUR"),
        ("fr", "1.5", "TND", "1,500\u{a0}TND"),
        ("fr", "0.125", "EUR", "0,125\u{a0}EUR"),
        ("fr", "-20", "MAD", "-20\u{a0}MAD"),
        ("en", "200000", "USD", "USD\u{a0}200,000"),
        ("en", "0", "USD", "USD\u{a0}0"),
        ("en", "1.5", "JPY", "JPY\u{a0}1.5"),
        ("de", "200000", "EUR", "200.000\u{a0}EUR"),
        ("de-CH", "200", "CHF", "CHF\u{a0}200"),
        ("pt", "200", "EUR", "EUR\u{a0}200"),
        ("pt-PT", "200", "EUR", "200\u{a0}EUR"),
        ("ar", "200", "MAD", "200\u{a0}MAD"),
        ("qaa", "200", "MAD", "200\u{a0}MAD"),
    ] {
        assert_eq!(
            of_site(tag).money(&number(amount), currency),
            text,
            "{tag} {amount}"
        );
    }
}

#[test]
fn file_sizes() {
    for (bytes, french, english) in [
        (0, "0\u{a0}o", "0\u{a0}B"),
        (512, "512\u{a0}o", "512\u{a0}B"),
        (999, "999\u{a0}o", "999\u{a0}B"),
        (1000, "1\u{a0}ko", "1\u{a0}kB"),
        (1249, "1,2\u{a0}ko", "1.2\u{a0}kB"),
        (9_949, "9,9\u{a0}ko", "9.9\u{a0}kB"),
        (9_960, "10\u{a0}ko", "10\u{a0}kB"),
        (24_449_999, "24\u{a0}Mo", "24\u{a0}MB"),
        (1_240_000, "1,2\u{a0}Mo", "1.2\u{a0}MB"),
        (999_499, "999\u{a0}ko", "999\u{a0}kB"),
        (999_500, "1\u{a0}Mo", "1\u{a0}MB"),
        (3_000_000_000, "3\u{a0}Go", "3\u{a0}GB"),
        (
            u64::MAX,
            "18\u{202f}446\u{202f}744\u{a0}To",
            "18,446,744\u{a0}TB",
        ),
    ] {
        assert_eq!(language("fr").file_size(bytes), french);
        assert_eq!(british().file_size(bytes), english);
    }
}

#[test]
fn plurals() {
    use Plural::*;
    for (tag, cases) in [
        (
            "fr",
            &[
                ("0", One),
                ("1", One),
                ("1.5", One),
                ("2", Other),
                ("1000000", Many),
            ][..],
        ),
        (
            "en",
            &[
                ("0", Other),
                ("1", One),
                ("1.0", Other),
                ("2", Other),
                ("1000000", Other),
            ],
        ),
        (
            "ar",
            &[
                ("0", Zero),
                ("1", One),
                ("2", Two),
                ("3", Few),
                ("11", Many),
                ("100", Other),
            ],
        ),
        (
            "pl",
            &[
                ("1", One),
                ("2", Few),
                ("5", Many),
                ("22", Few),
                ("1.5", Other),
            ],
        ),
        ("zh", &[("1", Other), ("2", Other)]),
        ("qaa", &[("0", Other), ("1", Other)]),
    ] {
        let language = of_site(tag);
        for (written, plural) in cases {
            assert_eq!(
                language.plural(&number(written)),
                *plural,
                "{tag} {written}"
            );
        }
    }
    for plural in Plural::ALL {
        assert_eq!(plural.as_str().parse(), Ok(plural));
    }
    assert_eq!("lots".parse::<Plural>(), Err(NotAPlural));
}

#[test]
fn lists() {
    let abc = ["A", "B", "C"];
    for (tag, and, or) in [
        ("fr", "A, B et C", "A, B ou C"),
        ("en", "A, B and C", "A, B or C"),
        ("en-US", "A, B, and C", "A, B, or C"),
        ("ar", "A وB وC", "A أو B أو C"),
        ("es", "A, B y C", "A, B o C"),
        ("zh", "A、B和C", "A、B或C"),
    ] {
        let language = of_site(tag);
        assert_eq!(language.list(&abc, ListKind::And), and);
        assert_eq!(language.list(&abc, ListKind::Or), or);
    }
    let french = language("fr");
    assert_eq!(french.list(&[] as &[&str], ListKind::And), "");
    assert_eq!(french.list(&abc[..1], ListKind::And), "A");
    assert_eq!(french.list(&abc[..2], ListKind::And), "A et B");
    // The Spanish conjunction listens to the word after it.
    assert_eq!(
        language("es").list(&["Francia", "Italia"], ListKind::And),
        "Francia e Italia"
    );
}

#[test]
fn order() {
    for (tag, sorted) in [
        (
            "fr",
            &[
                "Article 2",
                "Article 10",
                "cote",
                "Cote",
                "coté",
                "côte",
                "côté",
                "Ecole",
                "École",
                "écologie",
                "Ecologie urbaine",
                "Été",
                "œuvre",
                "Œuvres",
                "offre",
                "Zoo",
            ][..],
        ),
        (
            "en",
            &[
                "Item 2", "Item 10", "Oriental", "résumé", "Tangier", "Tétouan", "Zagora",
            ],
        ),
        ("es", &["nube", "ñandú", "oso"]),
        ("sv", &["Zoo", "Åland", "Ängel", "Öland"]),
        ("ar", &["ألمانيا", "المغرب", "تونس"]),
    ] {
        let language = of_site(tag);
        let mut compared = sorted.to_vec();
        compared.reverse();
        compared.sort_by(|a, b| language.compare(a, b));
        let mut keyed = compared.clone();
        keyed.reverse();
        keyed.sort_by_key(|text| language.sort_key(text));
        assert_eq!(compared, keyed);
        assert_eq!(compared, sorted, "{tag}");
    }
}

#[test]
fn directions() {
    for (tag, direction) in [
        ("fr", "ltr"),
        ("en", "ltr"),
        ("zh", "ltr"),
        ("zgh", "ltr"),
        ("qaa", "ltr"),
        ("ar", "rtl"),
        ("ary", "rtl"),
        ("fa", "rtl"),
        ("he", "rtl"),
        ("ur", "rtl"),
        ("ckb", "rtl"),
        ("pa", "ltr"),
        ("pa-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("dv", "rtl"),
    ] {
        assert_eq!(language(tag).direction.as_str(), direction, "{tag}");
    }
}

#[test]
fn errors() {
    let new = |tag, prefix, variant| Language::new(tag, "x", prefix, variant).err();
    assert_eq!(new("en", "en", Some("en-GB-oxendict")), None);
    assert_eq!(new("zh-Hant", "zh-hant", Some("zh-Hant-HK")), None);
    let not_a_tag = |tag: &str, suggestion: Option<&str>| {
        Some(LanguageError::NotATag {
            tag: tag.to_owned(),
            suggestion: suggestion.map(str::to_owned),
        })
    };
    assert_eq!(new("français", "fr", None), not_a_tag("français", None));
    assert_eq!(new("english", "en", None), not_a_tag("english", None));
    assert_eq!(new("en_GB", "en", None), not_a_tag("en_GB", Some("en-GB")));
    assert_eq!(
        new("ar-u-nu-arab", "ar", None),
        not_a_tag("ar-u-nu-arab", Some("ar"))
    );
    assert_eq!(
        new("en", "en", Some("en_GB")),
        not_a_tag("en_GB", Some("en-GB"))
    );
    assert_eq!(
        new("en", "en", Some("fr-CA")),
        Some(LanguageError::VariantOfAnother {
            tag: "en".to_owned(),
            variant: "fr-CA".to_owned()
        })
    );
    for prefix in [
        "",
        "/fr",
        "FR",
        "français",
        "-fr",
        "fr-",
        "a--b",
        "..",
        "fr/ma",
    ] {
        assert_eq!(
            new("fr", prefix, None),
            Some(LanguageError::NotAPrefix(prefix.to_owned()))
        );
    }
}

/// Every language that the program knows by name, a few more, and every region that a
/// habit is listed for, can write everything; in a debug build ICU4X stops where it cannot.
#[test]
fn every_language_writes_everything() {
    let more = [
        "qaa", "zz", "en-001", "fr-MA", "pt-PT", "sr-Latn", "zh-Hant", "th-TH", "ja-JP",
    ];
    for tag in tags::LANGUAGES.split_ascii_whitespace().chain(more) {
        let language = language(tag);
        for day in [
            date(-9999, 1, 1),
            date(0, 2, 29),
            date(2017, 6, 1),
            date(9999, 12, 31),
        ] {
            for style in [
                DateStyle::Full,
                DateStyle::Long,
                DateStyle::Short,
                DateStyle::Month,
                DateStyle::DayMonth,
                DateStyle::Year,
            ] {
                assert!(!language.date(day, style).is_empty(), "{tag}");
            }
            assert!(!language.date_range(day, date(2017, 6, 3)).is_empty());
        }
        let long = language.date(date(2017, 6, 1), DateStyle::Long);
        assert!(!long.contains("M06"), "{tag} {long}");
        let moment = date(2017, 6, 1).at(13, 30, 0, 0).in_tz("UTC").unwrap();
        let written = language.date_time(&moment);
        assert!(
            written.contains(&long) && written.contains(&language.time(moment.time())),
            "{written}"
        );
        assert!(!language.number(&number("-1234.5")).is_empty());
        language.plural(&number("1.5"));
        language.list(&["a", "b", "c"], ListKind::And);
        assert_eq!(language.compare("a", "a"), Ordering::Equal);
    }
}

#[test]
fn a_language_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Language>();
}

#[test]
fn only_plain_numbers_are_read() {
    for (text, same) in [
        ("174", "174"),
        ("-3", "-3"),
        ("+3", "3"),
        ("1.20", "1.20"),
        ("007", "7"),
        ("0", "0"),
    ] {
        assert_eq!(british().number(&number(text)), same, "{text}");
    }
    for text in [
        "", "-", ".", "1.", ".5", "1e3", "1,2", "1 000", " 1", "1_000", "0x1", "1.2.3", "--1",
        "NaN", "inf", "١",
    ] {
        assert!(decimal(text).is_none(), "{text}");
    }
    assert!(decimal(&"9".repeat(100)).is_some());
    assert!(decimal(&"9".repeat(101)).is_none());
}

proptest! {
    #[test]
    fn comparing_is_total_and_agrees_with_the_keys(a in "[a-zA-Zéèœ0-9 '\u{300}\u{301}-]{0,6}|\\PC{0,6}", b in "[a-zA-Zéèœ0-9 '\u{300}\u{301}-]{0,6}|\\PC{0,6}") {
        let french = language("fr");
        let order = french.compare(&a, &b);
        prop_assert_eq!(order.reverse(), french.compare(&b, &a));
        prop_assert_eq!(order == Ordering::Equal, a == b);
        prop_assert_eq!(order, french.sort_key(&a).cmp(&french.sort_key(&b)));
    }

    #[test]
    fn no_input_makes_a_language_fail(tag in "\\PC{0,12}|[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,4}", prefix in "\\PC{0,4}") {
        let _ = Language::new(&tag, &tag, &prefix, None);
        let _ = Language::new("en", "English", "en", Some(&tag));
        looks_like_language(&tag);
        is_currency(&tag);
        decimal(&tag);
    }
}
