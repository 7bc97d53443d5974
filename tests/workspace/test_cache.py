"""On what kept results depend besides the files of a workspace."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evalkit.checking.check import check
from tests.conftest import BASE, DAY, ROOT

CHECK = """\
import sys
{before}
from evalkit.cli import main
sys.argv = ["evalkit", "validate", "--as-of", "2026-11-23"]
try:
    main()
except SystemExit:
    print("anew" if "evalkit.rules" in sys.modules else "kept")
"""


@pytest.fixture
def home(tmp_path_factory):
    """A checkout of evalkit, and of the library that reads YAML, to be changed."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("evalkit", "criteria", "platforms"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    yaml = Path(importlib.util.find_spec("yaml").origin).parent
    shutil.copytree(yaml, folder / "yaml", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def checked(workspace, home, before=""):
    """Whether the files of a workspace are checked anew, or what was found is taken as kept."""
    ran = subprocess.run(
        [sys.executable, "-c", CHECK.format(before=before)],
        cwd=workspace, check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(home)},
    )  # fmt: skip
    return ran.stdout.split()[-1]


CHANGED = (
    "evalkit/__init__.py", "evalkit/rules/**/*.py", "criteria/*.yaml", "platforms/*.yaml",
    "yaml/__init__.py",
)  # fmt: skip


def test_another_python_checks_anew(write, home):
    workspace = write()
    other = "import platform; platform.python_version = lambda: '3.99.0'"
    runs = [checked(workspace, home, before) for before in ("", "", other, other)]
    assert runs == ["anew", "kept", "anew", "kept"]


def test_whatever_findings_follow_from_checks_anew_when_it_changes(write, home):
    workspace = write()
    assert [checked(workspace, home) for _ in range(2)] == ["anew", "kept"]
    found = {}
    for what in CHANGED:
        file = max(home.glob(what))
        text = file.read_text(encoding="utf-8").replace('__version__ = "', '__version__ = "9')
        file.write_text(text + "# changed\n", encoding="utf-8")
        found[what] = checked(workspace, home)
    assert found == dict.fromkeys(CHANGED, "anew")
    assert checked(workspace, home) == "kept"


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("criteria/payment-gateways.yaml", "fresh_for: 365", "fresh_for: 3", "EK308"),
        ("vendors/payment-gateways/examplepay.yaml", "value: 25, source:", "value: 25, note:", "EK301"),
    ],
)  # fmt: skip
def test_a_file_that_changes_is_found_out_though_the_others_are_kept(write, path, old, new, code):
    workspace = write()
    assert check(workspace, DAY).diagnostics == ()
    (workspace / path).write_text(BASE[path].replace(old, new), encoding="utf-8")
    assert {each.code for each in check(workspace, DAY).diagnostics} == {code}
    (workspace / path).write_text(BASE[path], encoding="utf-8")
    assert check(workspace, DAY).diagnostics == ()
