"""Evaluations as JSON and CSV."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pydantic

from evalkit.diagnostics.json_text import for_programs
from evalkit.diagnostics.spreadsheet import without_formula
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.evaluation.plain import from_plain, to_plain
from evalkit.evaluation.record.costs import CostsResult
from evalkit.evaluation.record.evaluation import (
    FORMAT,
    Evaluation,
    VendorResult,
)
from evalkit.report.scenario import in_sentences
from evalkit.wording.numbers import significant, thousands, without_noise


def to_json(evaluations: Evaluation | Sequence[Evaluation]) -> str:
    """Versioned JSON, from which reports can be made again."""
    if isinstance(evaluations, Evaluation):
        content: Any = to_plain(evaluations)
    else:
        content = [to_plain(evaluation) for evaluation in evaluations]
    return for_programs(content)


ROBUSTNESS = ("plan", "scenario", "verdict", "robustness", "sensitivity", "second_opinions")
"""The parts of an evaluation about robustness."""
COSTS = ("plan", "scenario", "costs")
"""The part of an evaluation about costs."""
FIT = ("plan", "scenario", "fit", "needs")
"""The parts of an evaluation about technical fit and the client's needs."""
STAKEHOLDERS = ("plan", "scenario", "criteria", "stakeholders")
"""The parts of an evaluation about stakeholders' weights."""


def parts_json(evaluation: Evaluation, keys: Sequence[str]) -> str:
    """Some parts of an evaluation as JSON, under their usual keys."""
    plain = to_plain(evaluation)
    content = {key: plain[key] for key in ("format", "evalkit", *keys)}
    return for_programs(content)


MAX_VALUES = 2_000_000
"""Maximum values in one evaluation, counted by commas and brackets; 1,000 vendors with 40 measures
have 1.6 million."""
MAX_KEYS = 10_000
"""Maximum keys in one mapping, far above any number of measures."""
_BY_HAND = "this evaluation was changed by hand"
_NO_JSON = "this is not JSON; save one with `evalkit score PLAN -f json`"


def from_json(text: str) -> Evaluation:
    """Read an evaluation from JSON.

    Raises EvalkitError, naming the first wrong key, if the text is not an evaluation.
    """
    if sum(map(text.count, ",[{")) > MAX_VALUES:
        raise EvalkitError(
            f"this holds more than {thousands(MAX_VALUES)} values; nobody compares so much"
        )
    try:
        content = json.loads(text, object_pairs_hook=_head)
    except (ValueError, RecursionError):
        raise EvalkitError(_NO_JSON) from None
    if isinstance(content, list):
        raise EvalkitError(
            "this holds several evaluations; save one with `evalkit score PLAN -f json`"
        )
    if not isinstance(content, dict) or content.keys() != _MARKS:
        raise EvalkitError("this is not an evaluation; save one with `evalkit score PLAN -f json`")
    if type(content["format"]) is int and content["format"] != FORMAT:
        other = _short(str(content["format"]))
        raise EvalkitError(
            f"saved by another evalkit (format {other}, not {FORMAT}); run `evalkit score PLAN "
            "-f json` again"
        )
    try:
        return from_plain(text)
    except pydantic.ValidationError as error:
        raise EvalkitError(_said(error.errors(include_url=False, include_input=False)[0])) from None


_MARKS = {"format", "verdict"}
"""Keys that distinguish an evaluation from other JSON."""


def _head(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The keys that identify a mapping, without its other content.

    Raises EvalkitError if a key is repeated, or if there are too many.
    """
    once = dict(pairs)
    if len(once) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice = next(key for key, count in counts.items() if count > 1)
        raise EvalkitError(f"{_BY_HAND}: the key `{_short(twice)}` is there twice")
    if len(once) > MAX_KEYS:
        raise EvalkitError(f"{_BY_HAND}: a mapping has more than {thousands(MAX_KEYS)} keys")
    return {key: once[key] for key in _MARKS & once.keys()}


def _said(fault: Mapping[str, Any]) -> str:
    if fault["type"] == "json_invalid":
        return _NO_JSON
    place = _short(".".join(str(step) for step in fault["loc"]))
    given = fault.get("ctx", {})
    for end, words in (("ge", "least"), ("le", "most")):
        if end in given:
            # The bound without the tolerance added for rounding noise.
            number = round(given[end], 6) + 0.0
            return f"{_BY_HAND}: `{place}` should be at {words} {significant(number, 6)}"
    if fault["type"] in _WORDS:
        return f"{_BY_HAND}: `{place}` {_WORDS[fault['type']].format(**given)}"
    return f"{_BY_HAND}: `{place}`{' ' if fault['type'] in _OWN else ': '}{fault['msg']}"


_OWN = ("locale", "few")
"""Types of our own errors, whose text continues the sentence begun by the place."""
_WORDS = {
    "missing": "is missing",
    "unexpected_keyword_argument": "is no key of an evaluation",
    "too_short": "should not be empty",
    "string_too_short": "should not be empty",
    "string_pattern_mismatch": "is not written as evalkit writes it",
    "finite_number": "should be a finite number",
    "string_type": "should be a valid string",
    "dict_type": "should be an object",
    "tuple_type": "should be a valid array",
    "bool_type": "should be a valid boolean",
    "int_type": "should be a valid integer",
    "float_type": "should be a valid number",
    "literal_error": "should be {expected}",
    "date_type": "should be a valid date",
    "date_parsing": "should be a valid date in the format YYYY-MM-DD, {error}",
    "dataclass_type": "should be an object",
}
_LONGEST = 200


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def to_csv(evaluations: Sequence[Evaluation]) -> str:
    """A row for each vendor, with a column for each criterion in any of the evaluations.

    Where a scenario was evaluated, the last column says so in every row.
    """
    names = {criterion.id: None for each in evaluations for criterion in each.criteria}
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    told = _scenario(evaluations)
    writer.writerow([*_HEAD, *_HEAD_MORE, *names, *told.keys()])
    for evaluation in evaluations:
        for vendor in evaluation.vendors:
            cells = (*_row(evaluation, vendor, list(names)), *told.values())
            writer.writerow([_cell(cell) for cell in cells])
    return page.getvalue()


def _scenario(evaluations: Sequence[Evaluation]) -> dict[str, str]:
    """The further column of a scenario, of which there is at most one, and its text."""
    found = [" ".join(in_sentences(each)) for each in evaluations if each.scenario is not None]
    return {"scenario": found[0]} if found else {}


_HEAD = ("plan", "rank", "standing", "vendor", "name", "at_least", "at_most", "points", "unknown")
_HEAD_MORE = ("settled", "excluded", "researched", "gate", "reason", "band")


def _row(evaluation: Evaluation, vendor: VendorResult, names: list[str]) -> Iterator[Any]:
    yield from (evaluation.plan.id, vendor.rank, vendor.standing, vendor.id, vendor.name)
    yield from (vendor.low, vendor.high, vendor.score, evaluation.plan.unknown)
    yield from (vendor.settled, vendor.excluded, vendor.researched, vendor.gate, vendor.reason)
    yield vendor.band
    yield from (vendor.contributions.get(name) for name in names)


_COSTS_HEAD = ("plan", "vendor", "name", "side", "item", "kind", "year", "amount", "currency")
_COSTS_HEAD_MORE = ("complete", "source", "checked", "path", "key")


def costs_csv(evaluation: Evaluation, costs: CostsResult) -> str:
    """A row for each known cash flow by vendor, item and year, unrounded."""
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    told = _scenario([evaluation])
    writer.writerow([*_COSTS_HEAD, *_COSTS_HEAD_MORE, *told.keys()])
    for vendor in costs.vendors:
        for item in vendor.items:
            for year, amount in enumerate(item.flows):
                cells = (
                    *(evaluation.plan.id, vendor.id, names[vendor.id], item.side, item.title),
                    *(item.kind, year, amount, costs.currency, "no" if item.open else "yes"),
                    *(item.reference.source, item.reference.checked or "", item.reference.path),
                    item.reference.key,
                    *told.values(),
                )
                writer.writerow([_cell(cell) for cell in cells])
    return page.getvalue()


def _cell(content: Any) -> Any:
    """A cell, with an apostrophe before what a spreadsheet would take for a formula."""
    if isinstance(content, float):
        return without_noise(content)
    if not isinstance(content, str):
        return content
    return visible(without_formula(content))
