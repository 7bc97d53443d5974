"""Plain data → model, with a finding for every pydantic error.

pydantic's locations contain steps of its own, such as union branches; only steps that exist in
the data are kept, so that a route always means a place in the file.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pydantic
from pydantic_core import ErrorDetails

from evalkit.diagnostics.record import Finding, Route
from evalkit.model.base import SMALLEST
from evalkit.model.prices.currency import CODES
from evalkit.model.prices.price_list import MOST
from evalkit.regions import OTHER_NAMES, REGIONS
from evalkit.source.near import Names, Near
from evalkit.source.shape import faults
from evalkit.source.shape.unknown_keys import unknown_keys
from evalkit.source.yaml.routes import route_in

Model = TypeVar("Model", bound=pydantic.BaseModel)

_KEY_STEP = "[key]"
_CURRENCIES = Names(CODES)


def shape(model: type[Model], data: Any) -> tuple[Model | None, list[Finding]]:
    """The record in plain data, or None with findings about everything that is wrong."""
    try:
        return model.model_validate(data), []
    except pydantic.ValidationError as error:
        details = error.errors(include_url=False)
        return None, list(_findings(model, data, details))


def _findings(
    model: type[pydantic.BaseModel], data: Any, details: list[ErrorDetails]
) -> Iterator[Finding]:
    strangers = [detail for detail in details if detail["type"] == "extra_forbidden"]
    near = Near()
    unknown = list(unknown_keys(model, data, strangers, near))
    yield from unknown
    meant = {(*found.route[:-1], found.fix.to) for found in unknown if found.fix}
    for detail in _without_echoes(details):
        route = route_in(data, detail["loc"])
        # A misspelt key is reported as such, and not again as a missing one.
        is_echo = detail["type"] == "missing" and (*route, detail["loc"][-1]) in meant
        if detail["type"] != "extra_forbidden" and not is_echo:
            yield _finding(route, detail, near)


def _without_echoes(details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Drop "too short" errors that only follow from refused items of the list."""
    around = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    for detail in details:
        if not (detail["type"] == "too_short" and detail["loc"] in around):
            yield detail


def _finding(route: Route, detail: ErrorDetails, near: Near) -> Finding:
    search = _SEARCHES.get(detail["type"])
    if search is not None:
        return search(route, detail, near)
    word = _WORDINGS.get(detail["type"])
    if word is not None:
        return word(route, detail)
    return faults.keys_do_not_go_together(route, detail["msg"])


def _missing(route: Route, detail: ErrorDetails) -> Finding:
    step = detail["loc"][-1]
    if isinstance(step, int):
        return faults.too_short_or_long(route, "two numbers: [level, value]")
    return faults.missing_key(route, step)


def _typed(wanted: str) -> Callable[[Route, ErrorDetails], Finding]:
    return lambda route, detail: faults.wrong_type(route, wanted, detail["input"])


def _allowed(route: Route, detail: ErrorDetails, near: Near) -> Finding:
    words = str(detail["ctx"]["expected"]).replace(" or ", ", ")
    return _not_allowed(route, str(detail["input"]), words, near)


def _tagged_kind(route: Route, detail: ErrorDetails, near: Near) -> Finding:
    words = str(detail["ctx"]["expected_tags"])
    return _not_allowed((*route, "kind"), str(detail["ctx"]["tag"]), words, near)


def _not_allowed(route: Route, word: str, listed: str, near: Near) -> Finding:
    allowed = Names(part.strip().strip("'") for part in listed.split(","))
    return faults.not_an_allowed_word(route, word, near.hint(word, allowed))


def _limit(sign: str, key: str) -> Callable[[Route, ErrorDetails], Finding]:
    return lambda route, detail: faults.number_out_of_range(
        route, f"{sign} {detail['ctx'][key]:.15g}"
    )


def _length(route: Route, detail: ErrorDetails) -> Finding:
    context = detail["ctx"]
    unit = "character" if detail["type"].startswith("string") else "item"
    least = detail["type"].endswith("short")
    count = context["min_length" if least else "max_length"]
    plural = "" if count == 1 else "s"
    limit = f"at {'least' if least else 'most'} {count} {unit}{plural}"
    return faults.too_short_or_long(route, limit)


def _id(route: Route, detail: ErrorDetails) -> Finding:
    pattern, at_key = detail["ctx"]["pattern"], detail["loc"][-1] == _KEY_STEP
    # Only the pattern for packages has a slash.
    joint = next((each for each in "/_" if each in pattern), "-")
    return faults.malformed_id(route, str(detail["input"]), joint, at_key=at_key)


def _currency(route: Route, detail: ErrorDetails, near: Near) -> Finding:
    given, at_key = str(detail["input"]), detail["loc"][-1] == _KEY_STEP
    meant = near.name(given.upper(), _CURRENCIES, cutoff=0.7)
    return faults.not_a_currency(route, given, meant, at_key=at_key)


def _region(route: Route, detail: ErrorDetails, _: Near) -> Finding:
    given = str(detail["input"])
    written = {each.upper(): each for each in REGIONS} | OTHER_NAMES
    return faults.not_a_region(route, given, written.get(given.upper()))


_SEARCHES: dict[str, Callable[[Route, ErrorDetails, Near], Finding]] = {
    "enum": _allowed,
    "literal_error": _allowed,
    "union_tag_invalid": _tagged_kind,
    "currency": _currency,
    "region": _region,
}
"""The functions that also look for a near name."""
_WORDINGS: dict[str, Callable[[Route, ErrorDetails], Finding]] = {
    "missing": _missing,
    "string_type": _typed("text"),
    "float_type": _typed("a number"),
    "int_type": _typed("a whole number"),
    "bool_type": _typed("true or false"),
    "dict_type": _typed("a mapping"),
    "model_type": _typed("a mapping"),
    "model_attributes_type": _typed("a mapping"),
    "tuple_type": _typed("a list"),
    "version": _typed("a version in quotes"),
    "grade": _typed("a number as its key"),
    "fact_value": _typed("a number, a word, true or false, or a list of words"),
    "at_least": _typed("a number, or a list of words"),
    "amount": lambda route, detail: _typed(detail["ctx"]["words"])(route, detail),
    "locale": _typed("a locale such as en, de or de_CH"),
    "order_entry": _typed("an id, or a list of ids that tie"),
    "union_tag_not_found": lambda route, _: faults.missing_key(route, "kind"),
    "greater_than": _limit("above", "gt"),
    "greater_than_equal": _limit("at least", "ge"),
    "less_than_equal": _limit("at most", "le"),
    "threshold": lambda route, _: faults.number_out_of_range(route, "from 0 to 100"),
    "too_near_zero": lambda route, _: faults.number_out_of_range(
        route, f"at least {SMALLEST:g} away from 0"
    ),
    "finite_number": lambda route, _: faults.number_out_of_range(route, "finite"),
    "string_too_short": _length,
    "string_too_long": _length,
    "too_short": _length,
    "too_long": _length,
    "too_many_prices": lambda route, _: faults.too_short_or_long(
        route, f"at most {MOST} prices, each tier counted"
    ),
    "string_pattern_mismatch": _id,
    "day": lambda route, detail: faults.not_a_day(route, detail["msg"], detail["input"]),
    "link": lambda route, detail: faults.not_a_web_link(route, detail["msg"]),
}
