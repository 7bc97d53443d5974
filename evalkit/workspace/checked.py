"""What checking one file by itself gave."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.source.comments import Ignore


@dataclass(frozen=True, slots=True)
class Links:
    """What a file says about itself and others, whether or not it is free of faults."""

    id: str | None = None
    category: str | None = None
    extends: str | None = None
    """The criteria that these criteria extend."""
    vendors: tuple[str, ...] | None = None
    """The vendors that a plan names; None if it takes all of its category."""
    platforms: tuple[str, ...] = ()
    """The platforms that a plan, or a vendor's plug-in, is for."""


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
    """An id that several vendor files have."""

    id: str
    others: tuple[str, ...]
    """The paths of the other files."""


def clashes(checked: Mapping[str, Checked]) -> dict[str, Clash]:
    """The vendor files whose id others have too, by path."""
    by_id: dict[str, list[str]] = defaultdict(list)
    for path, each in checked.items():
        if each.is_record and each.links.id is not None:
            by_id[each.links.id].append(path)
    return {
        path: Clash(name, tuple(other for other in paths if other != path))
        for name, paths in by_id.items()
        if len(paths) > 1
        for path in paths
    }


def links_of(data: Any) -> Links:
    """The links in the plain data of a file of any kind; what has another form links nothing."""
    if not isinstance(data, dict):
        return Links()
    vendors = data.get("vendors")
    return Links(
        id=_text(data.get("id")),
        category=_text(data.get("category")),
        extends=_text(data.get("extends")),
        vendors=tuple(_texts(vendors)) if isinstance(vendors, list) else None,
        platforms=tuple(_texts(_platforms(data))),
    )


def _platforms(data: dict[str, Any]) -> list[Any]:
    integration = data.get("integration")
    plugins = integration.get("plugins") if isinstance(integration, dict) else None
    listed = plugins if isinstance(plugins, list) else []
    platform = data.get("platform")
    return [
        *(each.get("platform") for each in listed if isinstance(each, dict)),
        platform.get("name") if isinstance(platform, dict) else None,
    ]


def _texts(items: list[Any]) -> list[str]:
    return [item for item in items if isinstance(item, str)]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
