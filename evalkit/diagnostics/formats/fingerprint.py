"""A fingerprint for each finding that does not depend on the lines and entries above it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from evalkit.diagnostics.record import Diagnostic


def fingerprints(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """A unique fingerprint for each finding: from rule, path, name and ordinal, never the line."""
    for diagnostic, ordinal in zip(diagnostics, ordinals(diagnostics), strict=True):
        parts = (diagnostic.code, diagnostic.path, diagnostic.name, ordinal)
        yield hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def ordinals(diagnostics: Sequence[Diagnostic]) -> list[int]:
    """For each finding, its number among those of the same rule and name, sorted by content."""
    same: dict[tuple[str, str, tuple[str, ...]], list[int]] = defaultdict(list)
    for place, diagnostic in enumerate(diagnostics):
        same[diagnostic.code, diagnostic.path, diagnostic.name].append(place)
    found = [0] * len(diagnostics)
    for places in same.values():
        # Not by place: the order of a list's entries must not matter.
        places.sort(key=lambda place: diagnostics[place].content)
        for ordinal, place in enumerate(places):
            found[place] = ordinal
    return found
