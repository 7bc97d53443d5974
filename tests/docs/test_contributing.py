"""Contributors are pointed to the right places."""

import re

from tests.conftest import ROOT

PACKAGE = ROOT / "evalkit"
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def rows(heading):
    section = TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]


def folders(cell):
    return re.findall(r"`([\w/]+)/`", cell)


def test_the_table_of_folders_has_all_that_there_are():
    named = [name for first, _ in rows("Where things are")[1:] for name in folders(first)]
    real = {each.parent.name for each in PACKAGE.glob("*/*") if each.suffix in {".py", ".md"}}
    assert sorted(named) == sorted(real)


def test_what_a_folder_is_said_to_hold_is_in_it():
    for first, holds in rows("Where things are")[1:]:
        for name in folders(holds):
            assert (PACKAGE / folders(first)[0] / name).is_dir(), (first, name)


def test_every_file_that_takes_a_line_is_there():
    for _, write, line in rows("To add something")[1:]:
        for path in re.findall(r"`([\w/]+/[\w/]*(?:\.py)?)`", f"{write} {line}"):
            there = PACKAGE / path if not path.startswith(("docs/", "vendors/")) else ROOT / path
            assert there.exists(), path
