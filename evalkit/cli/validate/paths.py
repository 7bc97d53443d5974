"""The workspace and files that a run is asked to check."""

from collections.abc import Collection, Sequence
from pathlib import Path, PurePosixPath

from evalkit.checking.check import Findings
from evalkit.cli.validate.options import Options
from evalkit.errors import EvalkitError
from evalkit.source.near import nearest
from evalkit.workspace.folder import find


def folder_of(options: Options) -> Path:
    """The workspace around the given paths.

    Raises EvalkitError if there is none, or if a path does not exist.
    """
    return find(_existing(_wanted(options)))


def paths_in(findings: Findings, options: Options) -> Collection[str]:
    """The files of the workspace at or below the given paths.

    Raises EvalkitError if there are none.
    """
    root = findings.folder.resolve()
    names: dict[str, Path] = {}
    for path in _wanted(options):
        here = _place(path)
        if here == root or here in root.parents:
            return findings.paths
        names.setdefault(_name(here, root), path)
    # By file and not by given path: a hook may give thousands of paths.
    within = {path: names.keys() & _names_of(path) for path in findings.links}
    reached = set().union(*within.values())
    for name, path in names.items():
        if name not in reached:
            raise EvalkitError(f"nothing to check in {path}: no YAML file of the workspace {root}")
    return {path for path, found in within.items() if found}


def files_in(folder: Path, options: Options) -> Collection[str]:
    """The names in the workspace of the given files; none if a folder is given, or nothing."""
    root = folder.resolve()
    if not options.paths or any(path.is_dir() for path in options.paths):
        return ()
    return {_name(_place(path), root) for path in options.paths}


def _place(path: Path) -> Path:
    # A link goes by its own name, not by that of its target.
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _name(place: Path, root: Path) -> str:
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else ""


def _names_of(path: str) -> set[str]:
    """The paths of a file and of the folders above it."""
    return {path, *map(str, PurePosixPath(path).parents)}


def _wanted(options: Options) -> Sequence[Path]:
    return options.paths or (Path.cwd(),)


def _existing(wanted: Sequence[Path]) -> Path:
    for path in wanted:
        # A broken link exists, and is a finding.
        if not path.is_symlink() and not path.exists():
            raise EvalkitError(f"there is no file or folder {path}{_near(path)}")
    first = wanted[0]
    return first if first.is_dir() else first.parent


def _near(path: Path) -> str:
    """A question that suggests a similar name for a path that does not exist."""
    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return ""
    near = nearest(path.name, names, cutoff=0.7)
    return f"; did you mean {path.parent / near[0]}?" if near else ""
