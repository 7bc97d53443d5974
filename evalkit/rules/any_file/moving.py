"""Addresses whose content changes: a branch of a repository, a list of releases, a gist."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit


class Moving(NamedTuple):
    """What an address leads to that changes, and what would not."""

    what: str
    instead: str


_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org")
_RAW = "raw.githubusercontent.com"
_GIST, _RAW_GIST = "gist.github.com", "gist.githubusercontent.com"
_AT_A_REFERENCE = {"blame", "blob", "commits", "raw", "src", "tree"}
_LISTS = {"branches", "commits", "releases", "src", "tags"}
_PINNED = {"commit", "tag", "tags"}
_BRANCH = {"branch", "heads"}
_COMMIT = re.compile(r"[0-9a-f]{7,40}")
# Branches are often called 19.0; what has three numbers is a release.
_VERSION = re.compile(r".*\d+\.\d+\.\d+.*")

_A_LIST = Moving("a list that grows", "name one release, or a commit")
_A_GIST = Moving("a gist without its revision", "add the revision to the address")
A_REPOSITORY = Moving("a whole repository", "name a file or folder of it at a commit")


def moving(address: str) -> Moving | None:
    """What changes at an address; None if its content stays, or if nothing is known of its host."""
    host, parts = _split(address)
    if host in {_GIST, _RAW_GIST}:
        return None if any(_COMMIT.fullmatch(part) for part in parts[2:]) else _A_GIST
    if host == _RAW:
        return _at(parts[2:])
    below = _below(host, parts)
    if below[:2] == ["releases", "latest"] or (len(below) == 1 and below[0] in _LISTS):
        return _A_LIST
    if below and below[0] in _BRANCH:
        return _at(below)
    return _at(below[1:]) if below and below[0] in _AT_A_REFERENCE else None


def is_repository(address: str) -> bool:
    """Whether an address leads to a repository as a whole."""
    host, parts = _split(address)
    return host in _HOSTS and len(parts) == 2  # noqa: PLR2004


def _split(address: str) -> tuple[str, list[str]]:
    # Most addresses have neither such a host nor a step `-`, and taking one apart takes long.
    small = address.lower()
    if not ("/-" in small or "git" in small or "bitbucket" in small or "codeberg" in small):
        return "", []
    try:
        split = urlsplit(address)
    except ValueError:
        return "", []
    if split.scheme not in {"http", "https"}:
        return "", []
    host = split.netloc.lower().removeprefix("www.")
    return host, [part for part in split.path.split("/") if part]


def _below(host: str, parts: list[str]) -> list[str]:
    """The steps of an address below its repository; none if it is at no known host."""
    # GitLab, also where a vendor runs it, marks the end of the repository's name.
    if "-" in parts:
        return parts[parts.index("-") + 1 :]
    return parts[2:] if host in _HOSTS else []


def _at(steps: list[str]) -> Moving | None:
    """What changes at a reference: the first step, unless that says what the second one is."""
    names = [step for step in steps if step != "refs"]
    if not names or (names[0] not in _BRANCH and _is_pinned(names[0])):
        return None
    name = names[1] if names[0] in _BRANCH and len(names) > 1 else names[0]
    return Moving(f"the branch `{name}`, which changes", "name a commit in its place")


def _is_pinned(name: str) -> bool:
    return name in _PINNED or bool(_COMMIT.fullmatch(name) or _VERSION.fullmatch(name))
