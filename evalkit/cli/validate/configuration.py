"""Find the configuration file of a workspace."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evalkit.checking.settings import Settings

SHARED = "pyproject.toml"
NAMES = ("evalkit.toml", SHARED)
"""The names of a configuration file; if a folder has both, the first one counts."""
OTHERS = ("EVALKIT.TOML", "Evalkit.toml", "Evalkit.TOML", "evalkit.TOML")
"""Names that a disk may tell from evalkit.toml, and people may not."""
MAX_BYTES = 256 * 1024


def configuration(folder: Path) -> "Settings | None":
    """The nearest configuration file's settings, from a folder up to the root of its repository.

    Raises EvalkitError if that file cannot be used.
    """
    for place in places(folder):
        for name in NAMES:
            file = place / name
            if os.path.lexists(file):
                found = _read(file)
                if found is not None:
                    return found
        _refuse_other_names(place)
    return None


def _refuse_other_names(place: Path) -> None:
    """Raise EvalkitError if a folder has a configuration file whose name has capitals."""
    from evalkit.errors import EvalkitError

    for name in OTHERS:
        if os.path.lexists(place / name):
            raise EvalkitError(f"{place / name} is not read; rename it to {NAMES[0]}")


def places(folder: Path) -> list[Path]:
    """The folders in which to look for a configuration file, nearest first."""
    found = []
    for place in (folder, *folder.parents):
        found.append(place)
        if (place / ".git").exists():
            break
    return found


def _read(file: Path) -> "Settings | None":
    from evalkit.checking.reading import content_of, refuse_links

    if file.name != SHARED:
        refuse_links(file, file.parent)
    content = content_of(file, MAX_BYTES)
    # Most projects have a pyproject.toml that does not mention evalkit, and may even be broken.
    if file.name == SHARED and b"evalkit" not in content:
        return None
    refuse_links(file, file.parent)
    from evalkit.checking.settings import settings

    return settings(file, content, known_codes)


def known_codes() -> frozenset[str]:
    """The codes of all rules."""
    from evalkit.rules.run import all_rules

    return frozenset(rule.code for rule in all_rules())
