"""What checking one file by itself gave."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.source.links import Links
from evalkit.source.paths import kind_of
from evalkit.source.yaml.comments import Ignore


@dataclass(frozen=True, slots=True)
class Checked:
    """Every finding about one file, also silenced ones, and what other files need of it."""

    diagnostics: tuple[Diagnostic, ...]
    ignores: tuple[Ignore, ...]
    """The comments that silence findings."""
    links: Links
    is_record: bool
    """Whether the file has the form of one; only then does it claim its id."""

    @property
    def has_error(self) -> bool:
        """Whether the file cannot be used."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)

    def with_more(self, diagnostics: Iterable[Diagnostic]) -> "Checked":
        """The same, with further findings."""
        return replace(self, diagnostics=(*self.diagnostics, *diagnostics))


@dataclass(frozen=True, slots=True)
class Clash:
    """An id that several files of a kind have."""

    id: str
    others: tuple[str, ...]
    """The paths of the other files, or of more of them than a message names."""


_MANY = 50


def clashes(checked: Mapping[str, Checked]) -> dict[str, Clash]:
    """The files whose id others of their kind have too, by path."""
    by_id: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, each in checked.items():
        kind = kind_of(path)
        # Of vendors, only what has the form of one counts; of others, any that says so.
        if each.links.id is not None and (each.is_record or kind != "vendor"):
            by_id[kind, each.links.id].append(path)
    return {
        path: Clash(name, tuple(other for other in paths[:_MANY] if other != path))
        for (_, name), paths in by_id.items()
        if len(paths) > 1
        for path in paths
    }
