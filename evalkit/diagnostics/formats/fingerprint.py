"""A fingerprint for each finding that does not depend on the lines above it."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence

from evalkit.diagnostics.record import Diagnostic, Route


def fingerprints(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """A unique fingerprint for each finding: from rule, path, route and ordinal, never the line."""
    for diagnostic, ordinal in zip(diagnostics, ordinals(diagnostics), strict=True):
        parts = (diagnostic.code, diagnostic.path, diagnostic.route, ordinal)
        yield hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def ordinals(diagnostics: Sequence[Diagnostic]) -> Iterator[int]:
    """For each finding, how many of the same rule about the same value come before it."""
    seen: Counter[tuple[str, str, Route]] = Counter()
    for diagnostic in diagnostics:
        same = (diagnostic.code, diagnostic.path, diagnostic.route)
        yield seen[same]
        seen[same] += 1
