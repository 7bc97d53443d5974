"""Patterns for paths, as `per-path-ignores` has them."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

ANY_FOLDERS = "**"


def matches(path: str, pattern: str) -> bool:
    """Whether a path with `/` is meant by a pattern.

    `*` and `?` stay within a name, `**` takes any number of folders. A pattern without `/` means
    that name in any folder; one that means a folder means everything in it.
    """
    wanted = pattern.removeprefix("./").strip("/").split("/")
    if "/" not in pattern.removeprefix("./"):
        wanted = [ANY_FOLDERS, *wanted]
    # How far into the pattern one can be after each step of the path: no step is tried twice,
    # so a pattern full of `**` costs no more than any other.
    reached = _past_any_folders({0}, wanted)
    for step in path.split("/"):
        if len(wanted) in reached:
            break
        reached = _past_any_folders(set(_after(step, reached, wanted)), wanted)
    return len(wanted) in reached


def _after(step: str, reached: set[int], wanted: list[str]) -> Iterator[int]:
    for at in reached:
        if wanted[at] == ANY_FOLDERS:
            yield at
        elif fnmatchcase(step, wanted[at]):
            yield at + 1


def _past_any_folders(reached: set[int], wanted: list[str]) -> set[int]:
    """With the places behind every `**` that stands next, as it may take no folder at all."""
    found: set[int] = set()
    for start in reached:
        at = start
        found.add(at)
        while at < len(wanted) and wanted[at] == ANY_FOLDERS:
            at += 1
            found.add(at)
    return found
