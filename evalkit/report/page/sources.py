"""Where a figure comes from, as finished strings for templates."""

from typing import Any

from evalkit.evaluation.record.source import Reference, Source
from evalkit.model.criteria import in_lower_case
from evalkit.templates.escape import web_link


def source(origin: Source, says: str = "") -> dict[str, Any]:
    """A source with its links; `says` tells it from the others of the same figure."""
    return {
        "says": says,
        "source": origin.source or "no source",
        "link": web_link(origin.source),
        "via": origin.via,
        "via_link": web_link(origin.via),
        "checked": origin.checked.isoformat() if origin.checked else "undated",
        "kind": in_lower_case(origin.kind),
        "note": origin.note,
    }


def referred(reference: Reference) -> dict[str, Any]:
    """Where a number comes from, as the tables of facts show it."""
    told = source(reference)
    return {
        "checked": told["checked"] if reference.source else "",
        "fresh": "undated" if reference.checked is None else "",
        "sources": [told],
        "place": f"{reference.path}, {reference.key}",
    }
