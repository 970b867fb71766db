//! An output folder on which a disk is mounted, as containers have it: it cannot be renamed, and
//! nothing can be moved into it from beside it.

#![cfg(target_os = "linux")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test looks at the disk from outside"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("a file")),
        }
    }
}

/// Runs a script in which mounts are its own; `None` where the system does not allow that.
fn with_mounts(folder: &Path, script: &str) -> Option<String> {
    let run = |script: &str| {
        Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-ec", script])
            .current_dir(folder)
            .env("RIHLA", env!("CARGO_BIN_EXE_rihla"))
            .output()
            .ok()
    };
    run("mkdir -p probe && mount -t tmpfs none probe").filter(|probe| probe.status.success())?;
    let output = run(script)?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_site_is_written_into_a_mount_point() {
    for mount in [
        "mkdir -p public && mount -t tmpfs none public",
        // The same disk: only the mount is another one.
        "mkdir -p public elsewhere && mount --bind elsewhere public",
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let site = folder.path();
        copy(&tests.join("themes/plain"), &site.join("themes/plain"));
        fs::create_dir_all(site.join("content/plan")).expect("a folder");
        let config = tests.join("themes/site.yaml");
        fs::copy(config, site.join("content/site.yaml")).expect("a file");
        for (path, text) in [
            ("_index.fr.md", "---\ntitle: \"Accueil\"\n---\nBienvenue.\n"),
            ("_index.en.md", "---\ntitle: \"Home\"\n---\nWelcome.\n"),
            (
                "plan/index.fr.md",
                "---\ntitle: \"Le plan\"\n---\nUn texte.\n",
            ),
        ] {
            fs::write(site.join("content").join(path), text).expect("a file");
        }
        let build = "\"$RIHLA\" build --locked --quiet --site .";
        let script = format!(
            "{mount}\n{build}\ntest -f public/fr/le-plan/index.html\nrm -r content/plan\n{build}\n\
             test ! -e public/fr/le-plan\nls -A public . | grep rihla-staging && exit 1\n\
             cat public/fr/index.html"
        );
        let Some(page) = with_mounts(site, &script) else {
            eprintln!("this system lets nobody mount: nothing was tried");
            return;
        };
        assert!(page.contains("Bienvenue"), "{page}");
    }
}
