"""Which workspace, and which of its files, somebody asked for."""

from collections.abc import Collection, Sequence
from pathlib import Path, PurePosixPath

from evalkit.checking.check import Findings
from evalkit.cli.validate.options import Asked
from evalkit.errors import EvalkitError
from evalkit.source.near import nearest
from evalkit.workspace.folder import find


def folder_of(asked: Asked) -> Path:
    """The workspace around what was asked for.

    Raises EvalkitError if there is none, or something that was asked for does not exist.
    """
    return find(_existing(_wanted(asked)))


def paths_in(findings: Findings, asked: Asked) -> Collection[str]:
    """The files of the workspace that lie in what was asked for.

    Raises EvalkitError if nothing of it lies there.
    """
    root = findings.folder.resolve()
    names: dict[str, Path] = {}
    for path in _wanted(asked):
        # A link is asked for by its own name, not by where it leads.
        here = path.resolve() if path.is_dir() else path.parent.resolve() / path.name
        if here == root or here in root.parents:
            return findings.paths
        name = here.relative_to(root).as_posix() if here.is_relative_to(root) else ""
        names.setdefault(name, path)
    # By file and not by what was asked for: a hook may ask for thousands of files.
    within = {path: names.keys() & _names_of(path) for path in findings.links}
    reached = set().union(*within.values())
    for name, path in names.items():
        if name not in reached:
            raise EvalkitError(f"nothing to check in {path}: no YAML file of the workspace {root}")
    return {path for path, found in within.items() if found}


def _names_of(path: str) -> set[str]:
    """A file's path, and those of the folders that it is in."""
    return {path, *map(str, PurePosixPath(path).parents)}


def _wanted(asked: Asked) -> Sequence[Path]:
    return asked.paths or (Path.cwd(),)


def _existing(wanted: Sequence[Path]) -> Path:
    for path in wanted:
        # A link that leads nowhere is there, and a finding.
        if not path.is_symlink() and not path.exists():
            raise EvalkitError(f"there is no file or folder {path}{_near(path)}")
    first = wanted[0]
    return first if first.is_dir() else first.parent


def _near(path: Path) -> str:
    """What stands beside a path that does not exist and is called almost the same."""
    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return ""
    near = nearest(path.name, names, cutoff=0.7)
    return f"; did you mean {path.parent / near[0]}?" if near else ""
