//! The snapshot of the files of a site.
#![expect(clippy::disallowed_methods, reason = "the only reader")]
use crate::diagnostic::{Diagnostic, Texts};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
#[derive(Debug)]
pub struct Snapshot {
    files: BTreeMap<Arc<str>, File>,
    root: PathBuf,
}
#[derive(Debug)]
pub struct File {
    pub path: Arc<str>,
    pub digest: Digest,
    pub body: Body,
}
#[derive(Debug, Clone, Copy)]
pub struct Digest(blake3::Hash);
impl Digest {
    pub fn short(&self, n: usize) -> String {
        self.0.to_hex()[..n].to_owned()
    }
}
#[derive(Debug)]
pub enum Body {
    Text(Arc<str>),
    Blob(Blob),
}
#[derive(Debug)]
pub struct Blob {
    pub length: u64,
    pub header: Header,
}
#[derive(Debug)]
pub struct Header {
    pub kind: Kind,
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub metadata: Vec<Metadata>,
}
#[derive(Debug)]
pub enum Kind {
    Png,
    Other,
}
impl Kind {
    pub fn is_picture(&self) -> bool {
        matches!(self, Kind::Png)
    }
}
#[derive(Debug)]
pub enum Metadata {
    Exif,
}
impl Metadata {
    pub fn name(&self) -> &'static str {
        "EXIF"
    }
}
#[derive(Debug)]
pub struct Failure {
    pub diagnostic: Diagnostic,
}
impl Snapshot {
    pub fn read(site: &Path) -> Result<(Snapshot, Vec<Diagnostic>), Failure> {
        let mut files = BTreeMap::new();
        for top in ["content", "themes", "static"] {
            for e in walkdir::WalkDir::new(site.join(top)).into_iter().flatten() {
                if !e.file_type().is_file() {
                    continue;
                }
                let path: Arc<str> = e
                    .path()
                    .strip_prefix(site)
                    .unwrap()
                    .to_string_lossy()
                    .into_owned()
                    .into();
                let bytes = std::fs::read(e.path()).unwrap();
                let digest = Digest(blake3::hash(&bytes));
                let body = match String::from_utf8(bytes) {
                    Ok(t) => Body::Text(t.into()),
                    Err(e) => Body::Blob(Blob {
                        length: e.as_bytes().len() as u64,
                        header: Header {
                            kind: Kind::Png,
                            width: None,
                            height: None,
                            metadata: vec![],
                        },
                    }),
                };
                files.insert(path.clone(), File { path, digest, body });
            }
        }
        Ok((
            Snapshot {
                files,
                root: site.to_owned(),
            },
            Vec::new(),
        ))
    }
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        match &self.get(path)?.body {
            Body::Text(t) => Some(t),
            _ => None,
        }
    }
    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.files.values()
    }
    pub fn under(&self, folder: &str) -> impl Iterator<Item = &File> {
        let p: String = format!("{folder}/");
        self.files.values().filter(move |f| f.path.starts_with(&p))
    }
    pub fn read_blob(&self, path: &str) -> Result<Vec<u8>, Failure> {
        Ok(std::fs::read(self.root.join(path)).unwrap())
    }
}
impl Texts for Snapshot {
    fn text(&self, path: &str) -> Option<&str> {
        self.text(path).map(|t| &**t)
    }
}
