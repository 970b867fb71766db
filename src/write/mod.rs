//! Writes.
#![expect(clippy::disallowed_methods, reason = "the only writer")]
use crate::diagnostic::Diagnostic;
use std::path::{Path, PathBuf};
pub struct Staging {
    out: PathBuf,
}
#[derive(Debug)]
pub struct WriteError {
    pub diagnostic: Diagnostic,
    pub is_machine: bool,
}
impl WriteError {
    pub fn machine(_: &str, _: &std::io::Error) -> Self {
        todo!()
    }
}
impl From<crate::source::Failure> for WriteError {
    fn from(f: crate::source::Failure) -> Self {
        WriteError {
            diagnostic: f.diagnostic,
            is_machine: true,
        }
    }
}
#[derive(Debug, Clone)]
pub struct Summary {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}
pub fn stage(_: &Path, out: &Path, _: bool) -> Result<Staging, WriteError> {
    Ok(Staging {
        out: out.to_owned(),
    })
}
impl Staging {
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let p = self.out.join(path);
        std::fs::create_dir_all(p.parent().unwrap()).unwrap();
        std::fs::write(p, bytes).unwrap();
        Ok(())
    }
    pub fn commit(self) -> Result<Summary, WriteError> {
        Ok(Summary {
            written: 0,
            unchanged: 0,
            removed: 0,
        })
    }
}
