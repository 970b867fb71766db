//! tmp
use super::*;
use crate::diagnostic::Diagnostic;
use crate::yaml::{self, Node};
fn text(n: Option<&Node>) -> Option<String> {
    match &n?.value {
        yaml::Value::Scalar(s) => Some(s.text.clone()),
        _ => None,
    }
}
fn kind(node: &Node) -> Kind {
    let y = |k: &str| match &node.value {
        yaml::Value::Map(m) => m.get(k),
        _ => None,
    };
    let t = text(Some(node))
        .or_else(|| text(y("type")))
        .unwrap_or_default();
    match &*t {
        "markdown" => Kind::Markdown,
        "date" => Kind::Date,
        "datetime" => Kind::DateTime,
        "number" => Kind::Number,
        "money" => Kind::Money,
        "boolean" => Kind::Boolean,
        "image" => Kind::Image,
        "file" => Kind::File,
        "link" => Kind::Link,
        "email" => Kind::Email,
        "reference" => Kind::Reference {
            to: text(y("to")).unwrap_or_default().into(),
        },
        "choice" => Kind::Choice(match y("of").map(|n| &n.value) {
            Some(yaml::Value::Map(m)) => m
                .iter()
                .map(|(k, n)| Choice {
                    key: k.name.as_str().into(),
                    labels: match &n.value {
                        yaml::Value::Map(m) => m
                            .iter()
                            .map(|(k, n)| {
                                (
                                    k.name.as_str().into(),
                                    text(Some(n)).unwrap_or_default().into(),
                                )
                            })
                            .collect(),
                        _ => vec![],
                    },
                })
                .collect(),
            _ => vec![],
        }),
        "list" => Kind::List(Box::new(match y("of").map(|n| &n.value) {
            Some(yaml::Value::Map(m)) if m.get("type").is_none() => Field::new(
                "item",
                Kind::Object(m.iter().map(|(k, n)| field(&k.name, n)).collect()),
            ),
            Some(_) => field("item", y("of").unwrap()),
            None => Field::new("item", Kind::Text),
        })),
        "object" => Kind::Object(match y("of").map(|n| &n.value) {
            Some(yaml::Value::Map(m)) => m.iter().map(|(k, n)| field(&k.name, n)).collect(),
            _ => vec![],
        }),
        _ => Kind::Text,
    }
}
fn field(name: &str, node: &Node) -> Field {
    let y = |k: &str| match &node.value {
        yaml::Value::Map(m) => text(m.get(k)),
        _ => None,
    };
    let yes = |k: &str| y(k).as_deref() == Some("true");
    Field {
        localized: yes("localized"),
        required: yes("required"),
        many: yes("many"),
        default: y("default").map(|t| Value::Choice(t.into())),
        ..Field::new(name, kind(node))
    }
}
impl Schema {
    /// tmp
    pub fn parse(
        _: &Arc<str>,
        fields: &Node,
        _: Option<&Node>,
        _: &[Arc<str>],
    ) -> (Schema, Vec<Diagnostic>) {
        let fields = match &fields.value {
            yaml::Value::Map(m) => m.iter().map(|(k, n)| field(&k.name, n)).collect(),
            _ => vec![],
        };
        (
            Schema {
                fields,
                rules: vec![],
            },
            vec![],
        )
    }
}
