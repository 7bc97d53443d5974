"""A vendor's standing and points explained in sentences."""

from collections.abc import Iterator, Mapping

from evalkit.evaluation.own_word import met_on_word
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fact import GateOutcome
from evalkit.evaluation.verdict.deciding import weak_evidence
from evalkit.explanation.lookup import labels
from evalkit.explanation.versus_words import why_no_rank
from evalkit.wording.numbers import about, fixed
from evalkit.wording.words import listed, lower_first, ordinal, spelled

Parts = tuple[float, float, float]
"""Secured, open and lost points, as printed."""


def sentences(evaluation: Evaluation, vendor: VendorResult, points: Parts) -> Iterator[str]:
    """A vendor's standing, its secured, open and lost points, and its must-haves."""
    names = labels(evaluation)
    standing = _standing(evaluation, vendor, names)
    if vendor.score is None:
        yield f"{standing}."
    elif vendor.rank is None:
        yield f"{standing}."
        yield of_100(points)
    else:
        secured, still, lost = (fixed(each, 1) for each in points)
        yield f"{standing}: {secured} of 100 points are secured, {still} open and {lost} lost."
    if vendor.band:
        yield f"By the plan's bands it is {vendor.band}."
    yield from _gates(vendor)
    yield from _chances(evaluation, vendor)


def caveat(vendor: VendorResult, shown: Parts) -> str:
    """The weakest evidence behind a vendor's secured points; empty if there is none."""
    found = [
        (sum(value.weight * (value.low or 0.0) for value in values), text)
        for values, text in weak_evidence(vendor)
    ]
    points, text = max(found, default=(0.0, ""), key=lambda each: each[0])
    if float(fixed(points, 1)) <= 0:
        return ""
    return f"{fixed(points, 1)} of the {fixed(shown[0], 1)} secured points rest on {text}."


def of_100(points: Parts) -> str:
    """How 100 points are divided."""
    secured, still, lost = (fixed(each, 1) for each in points)
    return f"Of 100 points {secured} are secured, {still} open and {lost} lost."


def _standing(evaluation: Evaluation, vendor: VendorResult, names: Mapping[str, str]) -> str:
    name = names[vendor.id]
    if vendor.rank is None:
        if vendor.standing == "ruled_out":
            return f"{name} is ruled out: {vendor.reason}"
        return f"{name} is not ranked: {why_no_rank(vendor)}"
    ranked = [each for each in evaluation.vendors if each.rank is not None]
    if len(ranked) == 1:
        return f"{name} is the only vendor that is ranked"
    tied = [names[each.id] for each in ranked if each.rank == vendor.rank and each.id != vendor.id]
    level = f", level with {listed(tied)}" if tied else ""
    return f"{name} is ranked {ordinal(vendor.rank)} of {spelled(len(ranked))}{level}"


def _gates(vendor: VendorResult) -> Iterator[str]:
    failed = _titles(vendor, "fail")
    pending = _titles(vendor, "unverified")
    # The first that fails is the reason given for its standing.
    if len(failed) > 1:
        yield f"It also fails {listed(failed[1:])}."
    if pending:
        yield f"Open must-haves: {listed(pending)}."
    elif vendor.gates and vendor.gate == "pass":
        on_word = [lower_first(g.title) for g in vendor.gates if met_on_word(vendor, g)]
        told = f", on the vendor's word for {listed(on_word)}" if on_word else ""
        yield f"It meets every must-have{told}."


def _titles(vendor: VendorResult, outcome: GateOutcome) -> list[str]:
    return [lower_first(gate.title) for gate in vendor.gates if gate.outcome == outcome]


def _chances(evaluation: Evaluation, vendor: VendorResult) -> Iterator[str]:
    if vendor.id in evaluation.verdict.could_win and vendor.could_win:
        draws = evaluation.robustness.draws if evaluation.robustness else MOST_DRAWS
        share = about(vendor.could_win, draws)
        yield f"It could still win: if its open facts turn out alike, it is first in {share}."
    elif vendor.out_of_reach:
        yield "At these weights, first place is out of its reach."


MOST_DRAWS = 10_000
"""Draws that a share is rounded for if the evaluation does not say how many there were."""
