#!/usr/bin/env python3
"""Shows that a change of the code changes nothing that anyone sees.

    tests/same.py [REV]      compares the program with that of REV (HEAD^ where nothing is said)

Both programs are run on copies of the same sites: the mission's, each of tests/sites, and a generated
one. What is compared, to the byte: the files of the output, .rihla/report.json and urls.lock, standard
output, standard error and exit code of each command, in both languages of messages and as JSON, with
the explanations of a build after an edit. It ends with 1 where something differs, and shows what.
"""

import concurrent.futures
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEPT = ROOT / "target" / "same"

# Each a command line; `edit` changes one text between two builds.
COMMANDS = [
    ["build", "--all", "--messages", "en"],
    ["build", "--all", "--messages", "fr", "--format", "json", "--no-memory"],
    ["edit"],
    ["build", "--explain", "--messages", "en"],
    ["edit"],
    ["build", "--explain", "--messages", "fr", "--format", "json", "--record", "--compress"],
    ["check", "--all", "--messages", "fr"],
    ["check", "--messages", "en", "--format", "github"],
    ["status", "--messages", "fr"],
    ["status", "--messages", "en", "--format", "json"],
    ["fmt", "--check", "--messages", "fr"],
    ["build", "--drafts", "--at", "2030-01-01", "--out", "later", "--messages", "fr"],
]


def output_of(*command, cwd=ROOT):
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout.strip()


def build(source, commit):
    """The program of a folder of sources; kept under the commit where there is one."""
    kept = KEPT / commit if commit else KEPT / "now"
    if not (commit and kept.exists()):
        subprocess.run(
            ["cargo", "build", "--quiet", "--manifest-path", source / "Cargo.toml", "--bin", "rihla",
             "--target-dir", ROOT / "target"],
            check=True,
        )
        KEPT.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / "target" / "debug" / "rihla", kept)
    return kept


def program_of(revision):
    commit = output_of("git", "rev-parse", "--verify", f"{revision}^{{commit}}")
    if (KEPT / commit).exists():
        return KEPT / commit
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "source"
        output_of("git", "worktree", "add", "--detach", source, commit)
        try:
            return build(source, commit)
        finally:
            output_of("git", "worktree", "remove", "--force", source)


def copy(source, target):
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def mission(site):
    for part in ["content", "static", "themes", "urls.lock"]:
        copy(ROOT / part, site / part)


def case(folder):
    """A site of tests/sites, put together as tests/sites.rs says."""

    def make(site):
        for part in ["content", "static", "themes", "urls.lock"]:
            copy(folder / part, site / part)
        name = folder / "theme"
        if name.exists():
            theme = pathlib.Path("themes") / name.read_text().strip()
            copy(ROOT / theme, site / theme)
        elif not (folder / "themes").exists():
            copy(ROOT / "tests/themes/plain", site / "themes/plain")
        if not (site / "content/site.yaml").exists() and not (folder / "no-site").exists():
            copy(ROOT / "tests/themes/site.yaml", site / "content/site.yaml")

    return make


def generated(site):
    """News by year with references in both languages; some lack their translation, some are wrong."""
    copy(ROOT / "themes/mission", site / "themes/mission")
    for part in ["site.yaml", "facts", "news/collection.yaml", "partners", "axes", "programmes", "goals"]:
        copy(ROOT / "content" / part, site / "content" / part)
    for number in range(300):
        year, month = 2010 + number % 15, 1 + number % 12
        stem = site / f"content/news/{year}-{month:02}-15-item-{number}"
        for tag, title in [("fr", f"L’élément nº {number}"), ("en", f"Item no. {number}")]:
            if tag == "en" and number % 17 == 0:
                continue
            link = f"{year}-{month:02}-15-item-{number}" if number % 29 else "nothing"
            stem.with_name(f"{stem.name}.{tag}.md").write_text(
                f'---\ntitle: "{title}"\nsummary: "{title}: {number * 7} %"\n'
                f"axes: [protection-resilience]\ngoals: [{1 + number % 17}]\n---\n"
                f"{title}, [link](/news/{link}) et **{number}** ; x.\n\n## Un titre\n\n- un\n- deux\n"
            )


def edit(site):
    texts = sorted(site.glob("content/**/*.md"))
    if texts:
        with texts[len(texts) // 2].open("a") as text:
            text.write("\nUn mot de plus.\n")


def seen(program, make, site):
    """All that is seen of a site: a value for each file and each command."""
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    make(site)
    environment = {**os.environ, "RIHLA_COMMIT": "", "GITHUB_SHA": "9f2c41d0", "RUST_BACKTRACE": "0"}
    for name in ["RIHLA_BASE_URL", "CI_COMMIT_SHA"]:
        environment.pop(name, None)
    found = {}
    for number, command in enumerate(COMMANDS):
        if command == ["edit"]:
            edit(site)
            continue
        done = subprocess.run([program, *command], cwd=site, env=environment, capture_output=True)
        name = f"{number} rihla {' '.join(command)}"
        found[name] = b"\n".join([done.stdout, done.stderr, str(done.returncode).encode()])
        written = [site / "urls.lock", site / ".rihla/report.json"]
        for folder in ["public", "later"]:
            written += sorted(path for path in (site / folder).rglob("*") if path.is_file())
        for path in written:
            if path.exists():
                found[f"{name}: {path.relative_to(site)}"] = path.read_bytes()
    return found


def compare(folder, name, make, before, after):
    site = folder / name / "site"
    one, other = (seen(program, make, site) for program in (before, after))
    different = []
    for key in sorted(one.keys() | other.keys()):
        if one.get(key) != other.get(key):
            lines = [found.get(key, b"").decode(errors="replace").splitlines() for found in (one, other)]
            shown = list(difflib.unified_diff(*lines, "before", "after", lineterm="", n=1))[:20]
            different.append("\n".join([f"{name}: {key}", *shown]))
    shutil.rmtree(site)
    return different


def main():
    revision = sys.argv[1] if len(sys.argv) > 1 else "HEAD^"
    before, after = program_of(revision), build(ROOT, None)
    sites = {"mission": mission, "generated": generated}
    sites |= {f"sites/{path.name}": case(path) for path in sorted((ROOT / "tests/sites").iterdir()) if path.is_dir()}
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [pool.submit(compare, pathlib.Path(folder), *site, before, after) for site in sites.items()]
        different = [line for job in jobs for line in job.result()]
    print("\n\n".join(different[:40]))
    print(f"{len(sites)} sites, {len(different)} differences")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
