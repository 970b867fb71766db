//! Printers.
use super::*;
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Human,
    Json,
    Github,
}
pub struct Options {
    pub format: Format,
    pub messages: Messages,
    pub color: bool,
}
pub fn print(
    diagnostics: &[Diagnostic],
    texts: &dyn Texts,
    options: &Options,
    out: &mut dyn std::io::Write,
) -> std::io::Result<()> {
    for d in diagnostics {
        let place = d
            .place
            .as_ref()
            .map(|p| match (p.span, texts.text(&p.path)) {
                (Some(s), Some(t)) => {
                    let (l, c) = line_column(t, s.start);
                    format!("{}:{l}:{c}", p.path)
                }
                _ => p.path.to_string(),
            })
            .unwrap_or_default();
        writeln!(
            out,
            "{:?}[{}]: {} @ {place} hint {:?} repl {:?}",
            d.message.severity,
            d.message.code,
            d.text(options.messages),
            d.hint(options.messages),
            d.replacement
        )?;
    }
    Ok(())
}
