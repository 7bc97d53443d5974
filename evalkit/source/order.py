"""The order in which a file's keys stand, EK113."""

import functools
from collections.abc import Iterator
from typing import Any

from evalkit.diagnostics.record import Finding, Fix, Problem, Severity
from evalkit.diagnostics.rule import fault

_VENDOR = ("id", "name", "category", "website", "note", "facts", "charges", "integration")
_CRITERIA = (
    "id", "title", "about", "extends", "fresh_for", "criteria", "background", "data_objects",
)  # fmt: skip
# What a plan asks for may come in any order, such as that in which it was talked about, and so may
# what is known about a platform.
_PLAN = ("id", "title", "example", "about", "category", "as_of", "unknown")
_PLAN_SECTIONS = frozenset({
    "vendors", "weights", "scales", "stakeholders", "robustness", "seed", "gates", "money", "cost",
    "platform", "flows", "routes", "data_objects",
})  # fmt: skip
_PLATFORM = ("id", "name")
_PLATFORM_SECTIONS = frozenset({
    "source", "via", "checked", "source_kind", "note",
    "interfaces", "storefronts", "lines", "releases",
})  # fmt: skip

ORDERS: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "vendor": (_VENDOR, frozenset()),
    "criteria": (_CRITERIA, frozenset()),
    "plan": (_PLAN, _PLAN_SECTIONS),
    "platform": (_PLATFORM, _PLATFORM_SECTIONS),
}
"""By the kind of a file: the keys in their order, and those behind them in any order."""


@fault("EK113", Severity.WARNING)
def keys_out_of_order(key: str, before: str) -> Finding:
    """The keys at the top of a file stand in the order in which one asks.

    Who it is comes first, then what is known about it: so nobody searches, and a comparison of two
    versions shows what was changed, not what was moved.

    Bad:
        # vendors/payment-gateways/otherpay.yaml
        name: OtherPay
        category: payment-gateways
        id: otherpay

    Good:
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        name: OtherPay
        category: payment-gateways
    """
    message = f"`{key}` stands behind `{before}`"
    hint = f"move it in front of `{before}`"
    return Finding((key,), message, hint, at="key", fix=Fix("reorder"))


def problems(kind: str, data: Any) -> Iterator[Problem]:
    """The first key that stands too far down, if all keys are known: one finding for a file."""
    keys = list(data) if isinstance(data, dict) else []
    wanted = in_order(kind, keys)
    if wanted is None or keys == wanted:
        return
    ranks = _ranks(kind)
    pairs = ((key, before) for place, key in enumerate(keys) for before in keys[:place])
    yield keys_out_of_order(*next(pair for pair in pairs if ranks[pair[0]] < ranks[pair[1]]))


def in_order(kind: str, keys: list[str]) -> list[str] | None:
    """The keys as they should stand; None if one is unknown, and so has no place."""
    ranks = _ranks(kind)
    return sorted(keys, key=ranks.__getitem__) if ranks.keys() >= set(keys) else None


@functools.cache
def _ranks(kind: str) -> dict[str, int]:
    ordered, sections = ORDERS[kind]
    return {key: place for place, key in enumerate(ordered)} | dict.fromkeys(sections, len(ordered))
