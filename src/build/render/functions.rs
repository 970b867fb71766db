//! The functions that templates call: one table, which registers them and documents them.

use std::sync::Arc;

use serde_json::Value as Json;
use tera::{Value, value::Key};

use super::call::{Call, Parameter, Result, expected, optional, required};
use crate::borrowed;
use crate::query::{ListQuery, Query};
use crate::trace::Known;
use rihla_site::config::{CONTENT_SLOT, places_in};
use rihla_site::ids::LanguageId;
use rihla_text::language::{Plural, decimal, own_name};

/// A function of templates. What it answers is the text `function-NAME` of the messages, and what an
/// argument is, `function-NAME-ARGUMENT`, or `parameter-ARGUMENT` of one that several share.
pub struct Function {
    pub name: &'static str,
    /// Its arguments.
    pub parameters: &'static [Parameter],
    /// Whether it takes arguments of any other name too.
    pub any: bool,
    /// A line of a template that uses it.
    pub example: &'static str,
    pub(super) run: fn(&Call) -> Result,
}

const FIELDS: Parameter = optional("fields");
const LIMIT: Parameter = optional("limit");
const ID: Parameter = optional("id");
const ORDER: Parameter = optional("order");
const WHERE: Parameter = optional("where");

/// The menus that the default theme draws: the main one, at the head of pages; on the home page; and at
/// their foot.
const MENUS: &[&str] = &["main", "action", "help", "site"];

/// Every function, in the order of the documentation.
pub static FUNCTIONS: &[Function] = &[
    Function {
        name: "site",
        parameters: &[],
        any: false,
        example: "{% set site = site() %}<a href=\"{{ site.home }}\">{{ site.title }}</a>",
        run: |call| Ok(call.ask(Query::Site(call.language()))),
    },
    Function {
        name: "entry",
        parameters: &[required("id"), FIELDS],
        any: false,
        example: "{% set about = entry(id=\"about\", fields=[\"summary\"]) %}",
        run: |call| {
            let id = call.must_text("id")?;
            Ok(call.ask(Query::Entry {
                id,
                language: call.language(),
                fields: call.texts("fields")?,
            }))
        },
    },
    Function {
        name: "entries",
        parameters: &[
            required("collection"),
            WHERE,
            ORDER,
            LIMIT,
            FIELDS,
            optional("language"),
        ],
        any: false,
        example: "{% for item in entries(collection=\"news\", limit=3, fields=[\"date\"]) %}…{% endfor %}",
        run: |call| {
            let list = list_query(call, Some(call.must_text("collection")?))?;
            Ok(call.ask(Query::Entries(list)))
        },
    },
    Function {
        name: "collections",
        parameters: &[],
        any: false,
        example: "{% for row in collections() %}<a href=\"{{ row.address }}\">{{ row.title }}</a>{% endfor %}",
        run: |call| Ok(call.ask(Query::Collections(call.language()))),
    },
    Function {
        name: "collection",
        parameters: &[required("name")],
        any: false,
        example: "{% if collection(name=\"news\") %}{% set news = entries(collection=\"news\", limit=3) %}{% endif %}",
        run: |call| {
            let name = call.must_text("name")?;
            let all = call.ask(Query::Collections(call.language()));
            let mut rows = all.as_array().into_iter().flatten();
            let is_named = |row: &&Value| {
                let own = row.as_map().and_then(|row| row.get(&Key::Str("name")));
                own.and_then(Value::as_str) == Some(&*name)
            };
            Ok(rows.find(is_named).cloned().unwrap_or_else(Value::none))
        },
    },
    Function {
        name: "sheet",
        parameters: &[optional("collection")],
        any: false,
        example: "{% for row in sheet() %}{% if row.name in page.fields %}{{ row.label }}: {{ page.fields[row.name] }}{% endif %}{% endfor %}",
        run: |call| {
            let collection = call.text("collection")?.or_else(|| call.collection());
            Ok(call.ask(Query::Sheet {
                collection: collection.unwrap_or_default(),
                language: call.language(),
            }))
        },
    },
    Function {
        name: "backlinks",
        parameters: &[ID, optional("collection"), WHERE, ORDER, LIMIT, FIELDS],
        any: false,
        example: "{% for item in backlinks(id=page.id, collection=\"news\") %}…{% endfor %}",
        run: |call| {
            let id = id(call)?;
            let list = list_query(call, call.text("collection")?)?;
            Ok(call.ask(Query::Backlinks { id, list }))
        },
    },
    Function {
        name: "related",
        parameters: &[ID, LIMIT, FIELDS],
        any: false,
        example: "{% for item in related(id=page.id, limit=3) %}…{% endfor %}",
        run: |call| {
            Ok(call.ask(Query::Related {
                id: id(call)?,
                language: call.language(),
                limit: call.count("limit")?.unwrap_or(3),
                fields: call.texts("fields")?,
            }))
        },
    },
    Function {
        name: "neighbours",
        parameters: &[ID, FIELDS],
        any: false,
        example: "{% set around = neighbours(id=page.id) %}",
        run: |call| {
            Ok(call.ask(Query::Neighbours {
                id: id(call)?,
                language: call.language(),
                fields: call.texts("fields")?,
            }))
        },
    },
    Function {
        name: "children",
        parameters: &[ID, FIELDS],
        any: false,
        example: "{% for child in children(id=page.id) %}…{% endfor %}",
        run: |call| {
            Ok(call.ask(Query::Children {
                id: id(call)?,
                language: call.language(),
                fields: call.texts("fields")?,
            }))
        },
    },
    Function {
        name: "url",
        parameters: &[required("to")],
        any: false,
        example: "{% set news = url(to=\"news\") %}",
        run: |call| {
            let target = target(call)?;
            let address = target
                .as_map()
                .and_then(|map| map.get(&Key::Str("address")));
            Ok(address.cloned().unwrap_or_else(Value::none))
        },
    },
    Function {
        name: "link",
        parameters: &[required("to")],
        any: false,
        example: "{% set contact = link(to=\"contact\") %}",
        run: target,
    },
    Function {
        name: "translations",
        parameters: &[],
        any: false,
        example: "{% for row in translations() %}<a href=\"{{ row.address }}\" lang=\"{{ row.language.tag }}\" hreflang=\"{{ row.language.tag }}\">{{ row.language.name }}</a>{% endfor %}",
        run: |call| Ok(call.ask(Query::Translations(call.page.address.clone()))),
    },
    Function {
        name: "alternates",
        parameters: &[],
        any: false,
        example: "{% for row in alternates() %}<link rel=\"alternate\" hreflang=\"{{ row.hreflang }}\" href=\"{{ row.absolute }}\">{% endfor %}",
        run: |call| Ok(call.ask(Query::Alternates(call.page.address.clone()))),
    },
    Function {
        name: "languages",
        parameters: &[],
        any: false,
        example: "{% for language in languages() %}…{% endfor %}",
        run: |call| Ok(call.ask(Query::Languages)),
    },
    Function {
        name: "menu",
        parameters: &[required("name")],
        any: false,
        example: "{% for item in menu(name=\"main\") %}…{% endfor %}",
        run: |call| {
            let name = call.must_text("name")?;
            let menus = &call.site.settings().menus;
            // The default theme asks for menus that a site need not have.
            let may_lack = call.site.extends_default() && MENUS.contains(&&*name);
            if !may_lack && !menus.iter().any(|(known, _)| *known == name) {
                return Err(call.unknown(&name, menus.iter().map(|(known, _)| &**known)));
            }
            Ok(call.ask(Query::Menu {
                name,
                language: call.language(),
            }))
        },
    },
    Function {
        name: "breadcrumbs",
        parameters: &[],
        any: false,
        example: "{% for crumb in breadcrumbs() %}…{% endfor %}",
        run: |call| Ok(call.ask(Query::Breadcrumbs(call.page.address.clone()))),
    },
    Function {
        name: "definitions",
        parameters: &[],
        any: false,
        example: "{% for term in definitions() %}<dt id=\"{{ term.anchor }}\">{{ term.title }}</dt><dd>{{ term.definition }}</dd>{% endfor %}",
        run: |call| Ok(call.ask(Query::Definitions(call.language()))),
    },
    Function {
        name: "guide",
        parameters: &[],
        any: false,
        example: "{% set guide = guide() %}{% if guide?.number %}{{ guide.number }} / {{ guide.parts | length }}{% endif %}",
        run: |call| Ok(call.ask(Query::Guide(call.page.address.clone()))),
    },
    Function {
        name: "feeds",
        parameters: &[],
        any: false,
        example: "{% for feed in feeds() %}<link rel=\"alternate\" type=\"{{ feed.type }}\" title=\"{{ feed.title }}\" href=\"{{ feed.address }}\">{% endfor %}",
        run: |call| {
            Ok(call.ask(Query::Feeds {
                collection: call.collection().unwrap_or_else(|| "".into()),
                language: call.language(),
            }))
        },
    },
    Function {
        name: "structured_data",
        parameters: &[],
        any: false,
        example: "<head>…{{ structured_data() }}</head>",
        run: structured_data,
    },
    Function {
        name: "calendars",
        parameters: &[],
        any: false,
        example: "{% for row in calendars() %}<a href=\"{{ row.address }}\">{{ row.title }}</a>{% endfor %}",
        run: |call| Ok(call.ask(Query::Calendars(call.page.address.clone()))),
    },
    Function {
        name: "datasets",
        parameters: &[optional("collection")],
        any: false,
        example: "{% for set in datasets() %}{% for file in set.files %}<a href=\"{{ file.address }}\">{{ set.title }} ({{ file.format }})</a>{% endfor %}{% endfor %}",
        run: |call| {
            Ok(call.ask(Query::Datasets {
                collection: call.text("collection")?.unwrap_or_default(),
                language: call.language(),
            }))
        },
    },
    Function {
        name: "image",
        parameters: &[required("file"), optional("place")],
        any: false,
        example: "{{ <picture image={page.fields.image} place=\"wide\" /> }}",
        run: image,
    },
    Function {
        name: "sharing_image",
        parameters: &[],
        any: false,
        example: "{% set share = sharing_image() %}{% if share %}<meta property=\"og:image\" content=\"{{ share.src }}\">{% endif %}",
        run: |call| Ok(call.ask(Query::SocialCard(call.page.address.clone()))),
    },
    Function {
        name: "accessibility",
        parameters: &[],
        any: false,
        example: "{% set audit = accessibility() %}{% if audit.date %}{{ audit.date.text }}{% endif %}",
        run: |call| Ok(call.ask(Query::Accessibility(call.language()))),
    },
    Function {
        name: "asset",
        parameters: &[required("path")],
        any: false,
        example: "<link rel=\"stylesheet\" href=\"{{ asset(path=\"style.css\") }}\">",
        run: |call| {
            let path = call.must_text("path")?;
            let address = call.ask(Query::Asset(path.clone()));
            if address.is_none() {
                return Err(call.unknown(&path, call.site.known(Known::Assets)));
            }
            Ok(address)
        },
    },
    Function {
        name: "t",
        parameters: &[required("key"), optional("n"), optional("language")],
        any: true,
        example: "{{ t(key=\"results\", n=list.total) }}",
        run: phrase,
    },
    Function {
        name: "fact",
        parameters: &[required("id")],
        any: false,
        example: "{% set members = fact(id=\"member-states\") %}{{ members.text }}",
        run: |call| {
            let id = call.must_text("id")?;
            let fact = call.ask(Query::Fact {
                id: id.clone(),
                language: call.language(),
            });
            if fact.is_none() {
                return Err(call.unknown(&id, call.site.known(Known::Facts)));
            }
            Ok(fact)
        },
    },
    Function {
        name: "past",
        parameters: &[required("date")],
        any: false,
        example: "{% if past(date=page.fields.deadline) %}…{% endif %}",
        run: |call| {
            let text = call.must_text("date")?;
            // What has a time of day is over at that time, not at the end of its day.
            let query = match text.parse() {
                Ok(day) if text.len() <= 10 => Some(Query::Past(day)),
                _ => text.parse().ok().map(Query::Passed),
            };
            match query {
                Some(query) => Ok(call.ask(query)),
                None => Err(call.wrong("date", expected::DATE)),
            }
        },
    },
    Function {
        name: "year",
        parameters: &[],
        any: false,
        example: "© {{ year() }}",
        run: |call| Ok(call.ask(Query::Year)),
    },
];

/// `{address, language}` of what a call names.
fn target(call: &Call) -> Result {
    Ok(call.ask(Query::Url {
        to: call.must_text("to")?,
        language: call.language(),
    }))
}

/// The data of the page for search engines, in a `script` that no browser runs.
fn structured_data(call: &Call) -> Result {
    let address = &call.page.address;
    let answer = call.ask(Query::StructuredData(address.clone()));
    let Some(mut data) = answer.as_str().and_then(|text| text.parse::<Json>().ok()) else {
        return Ok(Value::from(""));
    };
    // Its image is one that is made for the page.
    let card = call.ask(Query::SocialCard(address.clone()));
    let source = card
        .as_map()
        .and_then(|card| card.get(&Key::Str("src")))
        .and_then(Value::as_str);
    let nodes = data.get_mut("@graph").and_then(Json::as_array_mut);
    let is_pictured = |node: &&mut Json| node.get("mainEntityOfPage").is_some();
    if let Some(source) = source
        && let Some(node) = nodes.and_then(|nodes| nodes.iter_mut().find(is_pictured))
        && let Some(node) = node.as_object_mut()
    {
        node.insert("image".into(), source.into());
    }
    let script = format!(
        "<script type=\"application/ld+json\">{}</script>\n",
        for_script(&data.to_string())
    );
    Ok(Value::safe_string(&script))
}

/// JSON that may stand in a `script` of HTML: nothing in it ends the element or begins a comment, and old
/// readers of scripts find no end of a line in it.
fn for_script(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            // These characters stand in strings alone.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                text.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => text.push(c),
        }
    }
    text
}

fn image(call: &Call) -> Result {
    let slot = call.text("place")?.unwrap_or_else(|| CONTENT_SLOT.into());
    if call.ask(Query::Slot(slot.clone())).as_bool() != Some(true) {
        return Err(call.unknown(&slot, call.site.known(Known::Slots)));
    }
    let given = call.value("file");
    let part = |key: &'static str| given.as_ref()?.as_map()?.get(&Key::Str(key)).cloned();
    let file = match given.as_ref().and_then(Value::as_str) {
        Some(path) => Some(path.into()),
        None => part("file").and_then(|file| file.as_str().map(Arc::from)),
    };
    let Some(file) = file else {
        return Err(call.wrong("file", expected::IMAGE));
    };
    let focus = part("focus").and_then(|focus| {
        let number = |at: usize| {
            let number = focus.as_array()?.get(at)?;
            let number = number
                .as_u64()
                .or_else(|| number.as_i64().and_then(|number| number.try_into().ok()));
            u16::try_from(number?).ok()
        };
        Some((number(0)?, number(1)?))
    });
    Ok(call.ask(Query::Image { file, slot, focus }))
}

fn id(call: &Call) -> Result<Arc<str>> {
    match call.text("id")? {
        Some(id) => Ok(id),
        None => call.entry().ok_or_else(|| call.wrong("id", expected::TEXT)),
    }
}

/// The names of the fields that a collection declares.
fn declared(call: &Call, collection: &Arc<str>) -> Result {
    let fields = call.ask(Query::Fields(collection.clone()));
    if fields.is_none() {
        return Err(call.unknown(collection, call.site.known(Known::Collections)));
    }
    Ok(fields)
}

fn list_query(call: &Call, collection: Option<Arc<str>>) -> Result<ListQuery> {
    let declared = collection.as_ref().map(|name| declared(call, name));
    let declared = declared.transpose()?;
    let fields = call.texts("fields")?;
    let order = call.text("order")?;
    let mut filter = Vec::new();
    if let Some(wanted) = call.value("where") {
        let Some(map) = wanted.as_map() else {
            return Err(call.wrong("where", expected::MAP));
        };
        for (key, value) in map {
            filter.push((Arc::from(key.to_string()), value.to_string()));
        }
    }
    if let Some(declared) = declared.as_ref().and_then(Value::as_array) {
        let declared: Vec<&str> = declared.iter().filter_map(Value::as_str).collect();
        let ordered = order
            .as_ref()
            .map(|order| Arc::from(order.trim_start_matches('-')));
        let named = fields
            .iter()
            .chain(filter.iter().map(|(field, _)| field))
            .chain(&ordered);
        for field in named {
            let builtin = ["year", "id", "weight", "date"].contains(&&**field);
            let shown = rihla_site::schema::shown(field).is_some();
            if !builtin && !shown && !declared.contains(&&**field) {
                return Err(call.unknown(field, declared));
            }
        }
    }
    Ok(ListQuery {
        collection,
        language: language(call)?,
        filter,
        order,
        limit: call.count("limit")?,
        fields,
    })
}

/// The language that a call names, or the page's.
fn language(call: &Call) -> Result<LanguageId> {
    let languages = &call.site.settings().languages;
    let Some(tag) = call.text("language")? else {
        return Ok(call.language());
    };
    languages
        .find(|known| *known.tag == *tag)
        .ok_or_else(|| call.unknown(&tag, languages.iter().map(|language| &*language.tag)))
}

/// Before the tag of a language, the key of the words that say "in French".
const IN_LANGUAGE: &str = "in-language-";

/// A string, its plural form chosen and its placeholders filled.
fn phrase(call: &Call) -> Result {
    let key = call.must_text("key")?;
    let languages = &call.site.settings().languages;
    let language = language(call)?;
    let ask = |key: Arc<str>| {
        Some(call.ask(Query::Phrase { key, language })).filter(|said| !said.is_none())
    };
    let mut values: Vec<(String, String)> = Vec::new();
    let phrase = ask(key.clone()).or_else(|| {
        let tag = key.strip_prefix(IN_LANGUAGE)?;
        let primary = tag.split('-').next().unwrap_or(tag);
        ask(format!("{IN_LANGUAGE}{primary}").into()).or_else(|| {
            let known = languages.iter().find(|known| *known.tag == *tag);
            let name = known.map_or_else(|| own_name(tag), |known| Some(&*known.name));
            values.push(("name".to_owned(), name.unwrap_or(tag).to_owned()));
            ask(format!("{IN_LANGUAGE}other").into())
        })
    });
    let Some(phrase) = phrase else {
        return Err(call.unknown(&key, call.site.known(Known::Phrases(language))));
    };
    // A phrase that is borrowed counts as its own language does.
    let forms = phrase
        .as_map()
        .map(|forms| forms.values().find_map(Value::as_str));
    let words = forms.unwrap_or_else(|| phrase.as_str());
    let written = words.and_then(borrowed::language_of).unwrap_or(language);
    let names = &languages[written];
    let number = match call.value("n") {
        None => None,
        Some(value) => {
            Some(decimal(&value.to_string()).ok_or_else(|| call.wrong("n", expected::NUMBER))?)
        }
    };
    let text = match phrase.as_map() {
        None => phrase.as_str().unwrap_or_default().to_owned(),
        Some(forms) => {
            let plural = number
                .as_ref()
                .map_or(Plural::Other, |number| names.plural(number));
            let form = |plural: Plural| {
                forms
                    .get(&Key::Str(plural.as_str()))
                    .and_then(Value::as_str)
            };
            // French has a form for millions that few strings need.
            form(plural)
                .or_else(|| form(Plural::Other))
                .unwrap_or_default()
                .to_owned()
        }
    };
    if let Some(number) = &number {
        values.push(("n".to_owned(), names.number(number)));
    }
    for (name, value) in call.arguments() {
        if !matches!(&*name, "key" | "n" | "language") {
            values.push((name.to_string(), value.to_string()));
        }
    }
    let is_given = |place: &str| values.iter().any(|(name, _)| name == place);
    match places_in(&text).find(|place| !is_given(place)) {
        Some(place) => Err(call.without_value(&key, place)),
        None => Ok(Value::from(filled(&text, &values))),
    }
}

/// Puts values in the placeholders of a text that have their names, in one pass: what a value says is
/// no placeholder itself.
fn filled(text: &str, values: &[(String, String)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        filled.push_str(before);
        let value = values.iter().find_map(|(name, value)| {
            let after = from[1..].strip_prefix(name.as_str())?.strip_prefix('}')?;
            Some((value, after))
        });
        rest = match value {
            Some((value, after)) => {
                filled.push_str(value);
                after
            }
            None => {
                filled.push('{');
                &from[1..]
            }
        };
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_value_is_no_placeholder_for_another() {
        let values = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
            pairs.iter().map(owned).collect()
        };
        for (text, given, wanted) in [
            ("{a} {b}", &[("a", "{b}"), ("b", "Y")][..], "{b} Y"),
            ("{b} {a}", &[("a", "{b}"), ("b", "{a}")], "{a} {b}"),
            ("{n} de {n}", &[("n", "3")], "3 de 3"),
            ("{ab}{a}", &[("a", "1"), ("ab", "2")], "21"),
            ("{{a}} {c} {", &[("a", "1")], "{1} {c} {"),
        ] {
            assert_eq!(filled(text, &values(given)), wanted, "{text}");
        }
    }
}
