//! A site that is begun: files in a folder that holds nothing yet.

use std::fs;
use std::io;
use std::path::Path;

use super::disk;
use super::paths::on;
use rihla_diagnostics::Diagnostic;
use rihla_diagnostics::catalogue::editorial as say;
use rihla_site::failure::Failure;

/// What may be in a folder in which a site is begun.
const ALLOWED: &[&str] = &[".git"];

/// Writes the files of a new site, given by their paths in it. They are put together beside the folder
/// and moved into it at the end, so that no half of a site is left there.
///
/// # Errors
///
/// A refusal where the folder holds anything; otherwise a failure of the machine.
pub fn begin_site(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    let folder = &on(folder, std::path::absolute(folder))?;
    let is_there = folder.symlink_metadata().is_ok();
    if is_there {
        let found = on(folder, fs::read_dir(folder))?;
        for entry in found {
            let name = on(folder, entry)?.file_name();
            if !ALLOWED.contains(&&*name.to_string_lossy()) {
                let shown = folder.display().to_string();
                return Err(Failure::refusal(
                    Diagnostic::new(&say::INIT_FOLDER)
                        .with("path", shown)
                        .with("name", name.to_string_lossy()),
                ));
            }
        }
    }
    let (Some(above), Some(name)) = (folder.parent(), folder.file_name()) else {
        return Err(Failure::unwritable_at(
            folder,
            &io::ErrorKind::InvalidInput.into(),
        ));
    };
    on(above, disk::create_dir_all(above))?;
    let staged = above.join(format!(".{}.rihla-new", name.to_string_lossy()));
    if staged
        .symlink_metadata()
        .is_ok_and(|metadata| metadata.is_dir())
    {
        on(&staged, fs::remove_dir_all(&staged))?;
    }
    for (path, text) in files {
        let file = staged.join(path);
        if let Some(folder) = file.parent() {
            on(folder, disk::create_dir_all(folder))?;
        }
        on(&file, disk::write(&file, text.as_bytes()))?;
    }
    if !is_there {
        return on(folder, disk::rename(&staged, folder));
    }
    for entry in on(&staged, fs::read_dir(&staged))? {
        let entry = on(&staged, entry)?;
        on(
            folder,
            disk::rename(&entry.path(), &folder.join(entry.file_name())),
        )?;
    }
    on(&staged, fs::remove_dir(&staged))
}
