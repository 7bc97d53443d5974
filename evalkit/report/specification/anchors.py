"""Ids of the places in a specification, which stay when others are added, moved or renamed."""

import hashlib
import re

_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def anchor(*names: str) -> str:
    """The id of a place, from the ids of what it is about."""
    return "--".join(_part(name) for name in names)


def _part(name: str) -> str:
    """A name as part of an id; other names than simple ones keep apart by a hash."""
    if _PLAIN.fullmatch(name):
        return name
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:16].strip("-")
    return "-".join(filter(None, (words, hashlib.sha256(name.encode()).hexdigest()[:8])))
