"""Git repositories with a workspace, and the jobs of CI hosts, run locally."""

import os
import subprocess
import sys
from pathlib import Path

import yaml

from tests.conftest import BASE, ROOT
from tests.diagnostics.formats.seeded import FAULTS

BIN = Path(sys.executable).parent
DAY = "--as-of 2026-11-23"
FAULTS_IN_SHOP = [fault._replace(path=f"shop/{fault.path}") for fault in FAULTS]
HOSTILE = [
    "a  b; touch hacked; #",
    "$(touch hacked) `touch hacked` ${HOME}",
    "'; touch hacked; \"; touch hacked; ",
    "*",
    "-f",
    "a\nEND\nexit-code=7\n::error::hello",
    "${{ github.token }} € 100 %",
]
"""Names of files and folders that a careless shell would execute."""


def parsed(name):
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def environment(folder, **more):
    """The environment of a clean machine, with nothing from the user who runs the tests."""
    shared = {name: os.environ[name] for name in ("PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}  # fmt: skip
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a.test"}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a.test"}
    return {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
        **shared,
        **who,
        **more,
    }


def run(*words, cwd, env):
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def write(folder, files):
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="")


def repository(folder, within="shop", **files):
    """A repository whose first commit has the small workspace of the tests in the folder `within`."""
    home = folder / "home"
    root = folder / "repository"
    home.mkdir()
    write(root / within, BASE | files)
    env = environment(home)
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "First"]):
        ran = run("git", *words, cwd=root, env=env)
        assert ran.returncode == 0, ran.stderr
    return root, env
