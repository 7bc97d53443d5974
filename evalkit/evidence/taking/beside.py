"""Put a vendor's answer into the vendor's file, beside what other sources say."""

from collections.abc import Mapping
from typing import Any

from evalkit.editing.values import with_appended, with_value
from evalkit.evidence.taking.values import UnclearError
from evalkit.model.fact import UNKNOWN
from evalkit.model.source import Kind
from evalkit.source.document import parse

PLACE = "found_in"


def with_answer(text: str, name: str, fact: Mapping[str, Any]) -> str | None:
    """The text of a vendor's file with an answer; None if it is there already.

    Raises UnclearError if the file says that the measure does not apply, or holds a later answer.
    """
    route = ("facts", name)
    facts = parse(text, "").data.get("facts") or {}
    there = facts.get(name)
    known = there if isinstance(there, dict) else {"value": there}
    beside = known.get("conflicts") or []
    if any(_same(each, fact) for each in (known, *beside)):
        return None
    if known.get("not_applicable"):
        raise UnclearError("the file says that this does not apply to the vendor")
    if there is None or _is_open(known) or _is_earlier(known, fact):
        return with_value(text, route, {**fact, **({"conflicts": beside} if beside else {})})
    if not isinstance(there, dict):
        return with_value(text, route, {"value": there, "conflicts": [dict(fact)]})
    rest = [each for each in beside if not _is_earlier(each, fact)]
    if rest and rest == beside:
        return with_appended(text, (*route, "conflicts"), dict(fact))
    return with_value(text, (*route, "conflicts"), [*rest, dict(fact)])


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two facts say the same, wherever they were read: a file may be saved again."""
    return _bare(one) == _bare(other)


def _bare(fact: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fact.items() if key not in {PLACE, "conflicts"}}


def _is_open(known: Mapping[str, Any]) -> bool:
    return known.get("unknown") is True or known.get("value") == UNKNOWN


def _is_earlier(known: Mapping[str, Any], fact: Mapping[str, Any]) -> bool:
    """Whether a fact is the vendor's answer of an earlier day, which a later one replaces."""
    if known.get("kind") != Kind.VENDOR_ANSWER.value or PLACE not in known:
        return False
    if "checked" in known and "checked" not in fact:
        raise UnclearError(f"it has no date, and the file holds an answer of {known['checked']}")
    if str(known.get("checked", "")) > str(fact.get("checked", "")):
        raise UnclearError(f"the file holds a later answer, of {known['checked']}")
    return True
