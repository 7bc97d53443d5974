"""Ids of the places in a specification, which stay when others are added, moved or renamed."""

import hashlib
import re

_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def anchor(*names: str) -> str:
    """The id of a place, from the ids of what it is about; each may be several words."""
    return "--".join(_part(word) for name in names for word in name.split(" "))


def _part(name: str) -> str:
    """A word as part of an id; a hash keeps those apart that an id cannot hold."""
    if _PLAIN.fullmatch(name):
        return name
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:16].strip("-")
    return "-".join(filter(None, (words, hashlib.sha256(name.encode()).hexdigest()[:8])))
