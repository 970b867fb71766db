//! The filters of templates: how the page's language writes a value.

use tera::{Value, value::Key};

use super::call::{Call, Parameter, Result, expected, optional, required};
use crate::borrowed;
use rihla_diagnostics::Text;
use rihla_diagnostics::catalogue::template as say;
use rihla_text::language::{DateStyle, Decimal, Language, ListKind, decimal};

/// A filter of templates. What it makes of a value is the text `filter-NAME` of the messages, and what an
/// argument is, `filter-NAME-ARGUMENT`.
pub struct Filter {
    pub name: &'static str,
    /// Its arguments.
    pub parameters: &'static [Parameter],
    /// A use of it.
    pub example: &'static str,
    pub(super) run: fn(&Call, &Value) -> Result,
}

/// Every filter, in the order of the documentation.
pub static FILTERS: &[Filter] = &[
    Filter {
        name: "date",
        parameters: &[optional("style")],
        example: "{{ page.fields.date | date(style=\"long\") }}",
        run: |call, value| {
            let style = match call.text("style")?.as_deref() {
                None | Some("long") => DateStyle::Long,
                Some("full") => DateStyle::Full,
                Some("short") => DateStyle::Short,
                Some("month") => DateStyle::Month,
                Some("day_month") => DateStyle::DayMonth,
                Some("year") => DateStyle::Year,
                Some(_) => return Err(call.wrong("style", expected::STYLE)),
            };
            let text = language(call).date(date(call, value)?, style);
            Ok(set(call, &text))
        },
    },
    Filter {
        name: "date_range",
        parameters: &[required("to")],
        example: "{{ page.fields.start | date_range(to=page.fields.end) }}",
        run: |call, value| {
            let from = date(call, value)?;
            let text = match call.value("to") {
                Some(to) => language(call).date_range(from, date(call, &to)?),
                None => language(call).date(from, DateStyle::Long),
            };
            Ok(set(call, &text))
        },
    },
    Filter {
        name: "time",
        parameters: &[],
        example: "{{ page.fields.deadline | time }}",
        run: |call, value| {
            let moment = value
                .as_str()
                .and_then(|text| text.parse::<jiff::civil::DateTime>().ok())
                .ok_or_else(|| unfit(call, value, expected::TIME))?;
            Ok(Value::from(language(call).time(moment.time())))
        },
    },
    Filter {
        name: "date_time",
        parameters: &[],
        example: "{{ page.fields.deadline | date_time }}",
        run: |call, value| {
            let zone = &call.site.settings().time_zone;
            let moment = value
                .as_str()
                .and_then(|text| text.parse::<jiff::civil::DateTime>().ok())
                .and_then(|moment| moment.to_zoned(zone.clone()).ok())
                .ok_or_else(|| unfit(call, value, expected::TIME))?;
            Ok(set(call, &language(call).date_time(&moment)))
        },
    },
    Filter {
        name: "number",
        parameters: &[],
        example: "{{ list.total | number }}",
        run: |call, value| Ok(Value::from(language(call).number(&number(call, value)?))),
    },
    Filter {
        name: "percent",
        parameters: &[],
        example: "{{ 50 | percent }}",
        run: |call, value| Ok(Value::from(language(call).percent(&number(call, value)?))),
    },
    Filter {
        name: "money",
        parameters: &[],
        example: "{{ page.fields.budget | money }}",
        run: |call, value| {
            let part = |key: &'static str| {
                value
                    .as_map()
                    .and_then(|map| map.get(&Key::Str(key)))
                    .cloned()
            };
            let (Some(amount), Some(currency)) = (part("amount"), part("currency")) else {
                return Err(unfit(call, value, expected::MONEY));
            };
            let amount = number(call, &amount)?;
            let currency = currency.to_string();
            Ok(Value::from(language(call).money(&amount, &currency)))
        },
    },
    Filter {
        name: "list",
        parameters: &[optional("kind")],
        example: "{{ names | list(kind=\"and\") }}",
        run: |call, value| {
            let kind = match call.text("kind")?.as_deref() {
                None | Some("and") => ListKind::And,
                Some("or") => ListKind::Or,
                Some(_) => return Err(call.wrong("kind", expected::KIND)),
            };
            let items = value
                .as_array()
                .ok_or_else(|| unfit(call, value, expected::LIST))?;
            let items: Vec<String> = items.iter().map(Value::to_string).collect();
            Ok(Value::from(language(call).list(&items, kind)))
        },
    },
    Filter {
        name: "sort_by_language",
        parameters: &[optional("key")],
        example: "{% for partner in partners | sort_by_language(key=\"title\") %}…{% endfor %}",
        run: |call, value| {
            let key = call.text("key")?.unwrap_or_else(|| "title".into());
            let items = value
                .as_array()
                .ok_or_else(|| unfit(call, value, expected::LIST))?;
            let text = |item: &Value| match item.as_map() {
                Some(map) => map
                    .iter()
                    .find(|(name, _)| name.to_string() == *key)
                    .map(|(_, value)| value.to_string())
                    .unwrap_or_default(),
                None => item.to_string(),
            };
            let mut keyed: Vec<(String, &Value)> =
                items.iter().map(|item| (text(item), item)).collect();
            keyed.sort_by(|(a, _), (b, _)| language(call).compare(a, b));
            Ok(Value::from(
                keyed
                    .into_iter()
                    .map(|(_, item)| item.clone())
                    .collect::<Vec<Value>>(),
            ))
        },
    },
    Filter {
        name: "file_size",
        parameters: &[],
        example: "{{ file.bytes | file_size }}",
        run: |call, value| {
            let bytes = value
                .as_u64()
                .ok_or_else(|| unfit(call, value, expected::COUNT))?;
            Ok(Value::from(language(call).file_size(bytes)))
        },
    },
    Filter {
        name: "bound",
        parameters: &[],
        example: "<h1>{{ page.title | bound }}</h1>",
        run: |call, value| {
            let bound = language(call).bound(&value.to_string());
            Ok(match value.is_safe() {
                true => Value::safe_string(&bound),
                false => Value::from(&*bound),
            })
        },
    },
    Filter {
        name: "slug",
        parameters: &[],
        example: "{{ page.title | slug }}",
        run: |_, value| {
            Ok(Value::from(rihla_text::language::slug(
                &borrowed::unmarked(&value.to_string()),
            )))
        },
    },
    Filter {
        name: "urlencode",
        parameters: &[],
        example: "<a href=\"mailto:{{ site.params.email }}?subject={{ page.title | urlencode }}\">",
        run: |_, value| {
            let text = value.to_string();
            Ok(Value::from(rihla_text::url::encoded_part(
                &borrowed::unmarked(&text),
            )))
        },
    },
    Filter {
        name: "absolute",
        parameters: &[],
        example: "{{ page.address | absolute }}",
        run: |call, value| {
            let address = value.to_string();
            let origin = call.site.origin();
            Ok(Value::from(if address.starts_with('/') {
                format!("{origin}{address}")
            } else {
                address
            }))
        },
    },
];

fn language<'c>(call: &'c Call) -> &'c Language {
    &call.site.settings().languages[call.language()]
}

/// What the language writes, as it sets it: the day stays with its month.
fn set(call: &Call, text: &str) -> Value {
    Value::from(&*call.site.set(text, call.language()))
}

fn unfit(call: &Call, value: &Value, expected: Text) -> Box<rihla_diagnostics::Diagnostic> {
    Box::new(
        call.says(&say::FILTERED)
            .with("value", value)
            .with("expected", expected),
    )
}

/// A date, or the day of a date and time.
fn date(call: &Call, value: &Value) -> Result<jiff::civil::Date> {
    value
        .as_str()
        .and_then(|text| text.get(..10))
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| unfit(call, value, expected::DATE))
}

fn number(call: &Call, value: &Value) -> Result<Decimal> {
    value
        .is_number()
        .then(|| decimal(&value.to_string()))
        .flatten()
        .or_else(|| value.as_str().and_then(decimal))
        .ok_or_else(|| unfit(call, value, expected::NUMBER))
}
