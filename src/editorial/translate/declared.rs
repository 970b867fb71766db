//! What `site.yaml`, a `collection.yaml` and the strings of a theme say in a language.

use super::*;

/// Completes what `site.yaml` or a `collection.yaml` says in a language.
pub(super) fn translate(
    options: &Options,
    desk: Desk,
    subject: &Subject,
    asked: &Translate,
) -> Result<(Desk, Begun), Refused> {
    let says = |language: &LanguageId| subject.sides[*language].digest.is_some();
    let languages = subject.sides.ids();
    let from = match &asked.from {
        Some(tag) => desk.language(tag)?,
        None => subject.original().or(subject.first()).unwrap_or_default(),
    };
    let to = match &asked.to {
        Some(tag) => desk.language(tag)?,
        // Of two languages, it is the other.
        None => match languages.clone().find(|language| !says(language)) {
            Some(missing) => missing,
            None => languages
                .clone()
                .find(|other| *other != from)
                .unwrap_or(from),
        },
    };
    let spot = subject.sides[to].spot.clone();
    let told = |message| {
        Err(Refused::because(
            Diagnostic::new(message)
                .with("id", &subject.id)
                .with("language", desk.name(to))
                .with("tag", desk.tag(to)),
        ))
    };
    let Some(revision) = subject.sides[from].digest.clone() else {
        return told(&say::NO_TEXT);
    };
    if from == to {
        return told(&say::SAME_LANGUAGE);
    }
    // The strings of a theme have a file for each language.
    let is_shared = spot.tag.is_some();
    let way = Way {
        desk: &desk,
        from,
        to,
        with_source: asked.with_source,
        // A partial language borrows its words until it has some.
        is_online: !is_shared || says(&to) || desk.config().site.languages[to].is_partial(),
    };
    let mut changes = Changes::default();
    let text = changes.text(&desk, &spot.path).unwrap_or_default();
    let mut after = match is_shared {
        true => way.shared(&text, &spot)?,
        false => way.strings(&text, &spot.path, &subject.sides[from].spot.path)?,
    };
    let is_new = subject.sides[to].record.is_none() && !way.is_online;
    if after != text && !way.is_online {
        let record = vec![
            ("of", desk.tag(from).to_string()),
            ("revision", revision.to_string()),
            ("state", "draft".to_owned()),
        ];
        after = match is_new {
            true => put(&desk, &spot, &after, &record)?,
            false => put(&desk, &spot, &after, &in_work())?,
        };
    }
    let mut sources = Sources::begin(&options.site)?;
    let mut files = Vec::new();
    match desk.snapshot.get(&spot.path) {
        Some(_) => changes.set(&desk, &spot.path, after),
        None => {
            sources.add(&spot.path, after.as_bytes())?;
            files.push(spot.path.clone());
        }
    }
    files.extend(changes.add_to(&mut sources, &desk)?);
    if let Some(text) = subject.sides[from]
        .text
        .as_ref()
        .filter(|_| is_new && !files.is_empty())
    {
        let (tag, of) = (desk.tag(to), desk.tag(from));
        store::keep(&mut sources, &subject.id, tag, (of, &revision), text)?;
    }
    sources.commit("")?;
    let begun = Begun {
        id: subject.id.clone(),
        to,
        from,
        files,
        is_behind: subject.sides[to].state.is_some_and(State::is_behind),
        is_online: way.is_online,
    };
    Ok((desk, begun))
}

impl Way<'_> {
    /// The strings of a theme in a language, with those of the source that it lacks in comments: a string
    /// that is not translated is borrowed, or told as missing.
    fn strings(&self, text: &str, path: &Arc<str>, source: &Arc<str>) -> Result<String, Refused> {
        let read = |path: &Arc<str>, text: &str| {
            record::fields(path, text).map_err(|diagnostic| unreadable(self.desk, *diagnostic))
        };
        let original = self.desk.snapshot.text(source).cloned().unwrap_or_default();
        let (there, wanted) = (read(path, text)?, read(source, &original)?);
        let own =
            |name: &str| matches!(&there.root.value, Value::Map(map) if map.get(name).is_some());
        let mut after = text.to_owned();
        let Value::Map(wanted) = &wanted.root.value else {
            return Ok(after);
        };
        for (key, node) in wanted.iter().filter(|(key, _)| !own(&key.name)) {
            let lines = commented(&self.field(&original, key, node));
            if !NO_TEXT.contains(&&*key.name) && !after.contains(&lines) {
                if !after.is_empty() && !after.ends_with('\n') {
                    after.push_str(Writer::new(&original).end);
                }
                after.push_str(&lines);
            }
        }
        Ok(after)
    }
}
