"""Sources of figures, as finished strings for templates."""

from typing import Any

from evalkit.evaluation.record.source import Reference, Source
from evalkit.model.criteria import in_lower_case
from evalkit.templates.escape import web_link


def source(origin: Source, says: str = "") -> dict[str, Any]:
    """A source with its links; `says` distinguishes it from other sources of the figure."""
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
    """The source of a number, in the format of the fact tables."""
    told = source(reference)
    return {
        "checked": told["checked"] if reference.source else "",
        "fresh": "undated" if reference.checked is None else "",
        "sources": [told],
        "place": f"{reference.path}, {reference.key}",
    }
