"""What a file says about itself and others, in as far as others must know it."""

from dataclasses import dataclass
from typing import Any


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
