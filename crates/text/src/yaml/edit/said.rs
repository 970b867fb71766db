//! What values say, in a form that can be compared.

use std::collections::BTreeMap;

use super::super::{Node, Value};
use super::Fresh;
use crate::url::composed;

/// What a value says, however it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    Nothing,
    Text(String),
    List(Vec<Said>),
    Map(BTreeMap<String, Said>),
    /// A map of which some keys are known; those without a value are not in it.
    Part(BTreeMap<String, Option<Said>>),
}

impl Said {
    /// What a value says that is there. The depth is that of the value, here and below.
    pub(super) fn of_node(node: &Node) -> Self {
        match &node.value {
            Value::Null => Self::Nothing,
            Value::Scalar(scalar) => Self::Text(scalar.text.clone()),
            Value::List(items) => Self::List(items.iter().map(Self::of_node).collect()),
            Value::Map(map) => {
                let entries = map.iter();
                let entries = entries.map(|(key, node)| (key.name.clone(), Self::of_node(node)));
                Self::Map(entries.collect())
            }
        }
    }

    /// What a value is to say.
    pub(super) fn of_fresh(fresh: &Fresh) -> Self {
        match fresh {
            Fresh::Plain(text) | Fresh::Text(text) => Self::Text(said(text)),
            Fresh::List(items) => Self::List(items.iter().map(Self::of_fresh).collect()),
            Fresh::Map(entries) => {
                let entries = entries.iter();
                let entries = entries.map(|(name, fresh)| (said(name), Self::of_fresh(fresh)));
                Self::Map(entries.collect())
            }
            Fresh::Part(entries) => {
                let entries = entries.iter().map(|(name, fresh)| {
                    let value = fresh.as_ref().map(Self::of_fresh);
                    (said(name), value)
                });
                Self::Part(entries.collect())
            }
        }
    }

    /// Whether all of a value is known, so that only an equal one says the same.
    pub(super) fn is_whole(&self) -> bool {
        match self {
            Self::Nothing | Self::Text(_) => true,
            Self::List(items) => items.iter().all(Self::is_whole),
            Self::Map(entries) => entries.values().all(Self::is_whole),
            Self::Part(_) => false,
        }
    }

    /// Whether a value that is there says this.
    pub(super) fn is_said_by(&self, old: &Self) -> bool {
        match (self, old) {
            (Self::List(items), Self::List(olds)) => {
                let mut pairs = items.iter().zip(olds);
                items.len() == olds.len() && pairs.all(|(item, old)| item.is_said_by(old))
            }
            (Self::Map(entries), Self::Map(olds)) => {
                let mut pairs = entries.iter().zip(olds);
                entries.len() == olds.len()
                    && pairs.all(|(one, old)| one.0 == old.0 && one.1.is_said_by(old.1))
            }
            (Self::Part(entries), Self::Map(olds)) => {
                entries
                    .iter()
                    .all(|(name, said)| match (said, olds.get(name)) {
                        (Some(said), Some(old)) => said.is_said_by(old),
                        (said, old) => said.is_none() && old.is_none(),
                    })
            }
            _ => self == old,
        }
    }

    /// Gives each scalar in it, behind the keys that lead there. In which order the items of a list stand is
    /// not told.
    pub(super) fn leaves(&self, way: &mut String, visit: &mut dyn FnMut(&str, &str)) {
        let length = way.len();
        let mut below = |name: &str, said: &Self, way: &mut String| {
            way.push_str(&format!("{}:{name}", name.len()));
            said.leaves(way, visit);
            way.truncate(length);
        };
        match self {
            Self::Nothing => {}
            Self::Text(text) => visit(way, text),
            Self::List(items) => items.iter().for_each(|item| below("", item, way)),
            Self::Map(entries) => {
                for (name, said) in entries {
                    below(name, said, way);
                }
            }
            Self::Part(entries) => {
                for (name, said) in entries {
                    if let Some(said) = said {
                        below(name, said, way);
                    }
                }
            }
        }
    }
}

/// A text as reading gives it.
pub(super) fn said(text: &str) -> String {
    match text.contains('\r') {
        true => composed(&text.replace("\r\n", "\n")).into_owned(),
        false => composed(text).into_owned(),
    }
}
