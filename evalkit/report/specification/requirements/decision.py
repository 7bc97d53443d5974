"""A summary of why this vendor was chosen or not."""

from collections.abc import Iterator

from evalkit.explanation.points import by_criterion
from evalkit.report.page.standing import GATE_WORDS, digits_in, placed
from evalkit.report.specification.draft import Draft
from evalkit.templates.view import View
from evalkit.wording.numbers import percent_tenths
from evalkit.wording.words import listed

CARRIED = ("possible", "with_work")


def decision(draft: Draft) -> View:
    """The verdict, and the vendor's rank, gates and points by criterion."""
    vendor = draft.vendor
    return {
        "answer": [
            *draft.evaluation.verdict.sentences,
            *(each.text for each in draft.evaluation.verdict.decides),
        ],
        "warnings": list(_warnings(draft)),
        "place": _place(draft),
        "ranking": [_ranked(draft, each.id) for each in draft.evaluation.vendors],
        "gates": [
            {
                "requirement": gate.requirement,
                "word": GATE_WORDS[gate.outcome],
                "outcome": gate.outcome,
                "reason": gate.reason,
                "because": gate.because,
            }
            for gate in vendor.gates
        ],
        "points": [
            {
                "title": each.title,
                "weight": percent_tenths(each.weight),
                "points": points,
                "because": each.because,
            }
            for each, points in zip(draft.evaluation.criteria, _points(draft), strict=True)
        ],
        "fit": draft.own.text,
        "costs": draft.costs.text if draft.costs else "",
    }


def _points(draft: Draft) -> tuple[str, ...]:
    """The chosen vendor's points by criterion, adding up to its points in the ranking."""
    digits = digits_in(draft.vendor, draft.evaluation)
    return by_criterion(draft.vendor, draft.evaluation.criteria, digits)


def _warnings(draft: Draft) -> Iterator[str]:
    """Warnings to read before any implementation."""
    vendor = draft.vendor
    first = [each.name for each in draft.evaluation.vendors if each.rank == 1]
    failures = [gate.failure for gate in vendor.gates if gate.failure]
    if failures:
        told = "; ".join(failures)
        yield f"{vendor.name} is ruled out, and cannot be chosen as things are: {told}."
    elif vendor.standing == "not_ranked":
        yield f"Too little is known about {vendor.name} to rank it: {vendor.reason}."
    elif vendor.rank != 1 and first:
        verb = "is" if len(first) == 1 else "are"
        yield f"{vendor.name} is not first by points: {listed(first)} {verb}."
    for word, outcome in (
        ("cannot be carried", "not_possible"),
        ("have no known route", "unknown"),
    ):
        found = [held.number for held in draft.held if held.cell.outcome == outcome]
        if found:
            yield f"Flows that {word} by what is on record: {listed(found)}."


def _place(draft: Draft) -> str:
    vendor, own = draft.vendor, placed(draft.vendor, draft.evaluation)
    if vendor.score is None:
        return f"{vendor.name} is not ranked: {vendor.reason or 'no measure applies to it'}."
    if vendor.standing == "ranked":
        count = sum(each.standing == "ranked" for each in draft.evaluation.vendors)
        place = f"has rank {vendor.rank} of {count}"
    else:
        place = f"is {own['summary']} ({vendor.reason})"
    return (
        f"{vendor.name} {place}, with at least {own['at_least']} and at most {own['at_most']} of "
        f"100 points; {own['settled']} is settled."
    )


def _ranked(draft: Draft, name: str) -> View:
    vendor = next(each for each in draft.evaluation.vendors if each.id == name)
    fit = next((each for each in draft.fit.vendors if each.id == name), None)
    cells = fit.cells if fit else ()
    carried = sum(cell.outcome in CARRIED for cell in cells)
    return {
        **placed(vendor, draft.evaluation),
        "carried": f"{carried} of {len(cells)}",
    }
