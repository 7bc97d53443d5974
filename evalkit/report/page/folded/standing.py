"""Ranked vendors, those that are not ranked and those ruled out, as strings for templates."""

from collections.abc import Iterator

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.explanation.points import digits_of, points
from evalkit.scoring.verdict import COULD_WIN
from evalkit.templates.view import View
from evalkit.wording.numbers import about, number, outward, percent_down, percent_up
from evalkit.wording.words import listed, lower_first

GATE_WORDS = {"pass": "met", "fail": "not met", "unverified": "open"}
POINTS = {"middle": "At half", "worst": "Counts as 0 until shown"}
"""The name of a vendor's points, after the plan's rule for what is open."""
SUMMARIES = {"ranked": "ranked", "not_ranked": "not ranked", "ruled_out": "ruled out"}
RULES = {
    "middle": "points with each open fact in the middle of what is possible.",
    "worst": "points with each open fact at the worst that is possible, usually 0.",
}

MOST_COLUMNS = 7
"""Number of vendors that fit side by side on a printed page."""


def standings(evaluation: Evaluation) -> View:
    """The vendors by standing, with what is left out and what does not apply."""
    groups: dict[str, list[View]] = {"ranked": [], "not_ranked": [], "ruled_out": []}
    for vendor in evaluation.vendors:
        chance = {"chance": _chance(vendor, evaluation)}
        groups[vendor.standing].append(placed(vendor, evaluation) | chance)
    rule = evaluation.plan.unknown
    return {
        "ranking": groups["ranked"],
        "not_ranked": groups["not_ranked"],
        "ruled_out": groups["ruled_out"],
        "ranked_from": _ranked_from(evaluation),
        "point": {"head": POINTS[rule], "note": f"{POINTS[rule]}: {RULES[rule]}"},
        "has_bands": bool(evaluation.plan.bands) and bool(groups["ranked"]),
        "notes": list(_notes(evaluation)),
    }


def digits_in(vendor: VendorResult, evaluation: Evaluation) -> int:
    """The decimals of a vendor's points in tables: more where ranked ones would look alike."""
    return digits_of(evaluation.vendors, 1, evaluation.plan.bands) if vendor.rank else 1


def placed(vendor: VendorResult, evaluation: Evaluation) -> View:
    """A vendor's place, range and settled share."""
    digits = digits_in(vendor, evaluation)
    at_least, at_most = _ends(vendor, digits)
    return {
        "id": vendor.id,
        "rank": str(vendor.rank) if vendor.rank else "",
        "standing": vendor.standing,
        "reason": vendor.reason,
        "name": vendor.name,
        "point": points(vendor, digits),
        "at_least": at_least,
        "at_most": at_most,
        "settled": percent_down(vendor.settled),
        "excluded": f"{percent_up(vendor.excluded)} does not apply" if vendor.excluded else "",
        "gate": GATE_WORDS[vendor.gate] if vendor.gates else "none set",
        "band": vendor.band,
        "outcome": vendor.gate if vendor.gates else "quiet",
        "summary": SUMMARIES[vendor.standing],
        "place": _place(vendor, digits),
    }


def _ends(vendor: VendorResult, digits: int) -> tuple[str, str]:
    if vendor.low is None or vendor.high is None:
        return "–", "–"
    return outward(vendor.low, vendor.high, digits)


def _place(vendor: VendorResult, digits: int) -> str:
    """A vendor's standing, range and settled share in a sentence or two."""
    told = [
        f"Rank {vendor.rank}."
        if vendor.rank
        else f"{SUMMARIES[vendor.standing].capitalize()}: {vendor.reason}."
    ]
    if vendor.score is not None:
        at_least, at_most = _ends(vendor, digits)
        settled = f"{percent_down(vendor.settled)} is settled"
        told.append(f"At least {at_least} and at most {at_most} of 100 points; {settled}.")
    return " ".join(told)


def _ranked_from(evaluation: Evaluation) -> str:
    """The share that must be settled for a vendor to be ranked; empty if it is switched off."""
    if evaluation.plan.rankable == 0:
        return ""
    more = []
    if any(vendor.excluded for vendor in evaluation.vendors):
        more.append("with what does not apply to it counted as open")
    if evaluation.costs is not None:
        more.append("with the client's own assumptions at their likely values")
    told = "".join(f", {each}" for each in more)
    return f"A vendor is ranked from {percent_up(evaluation.plan.rankable)} settled on{told}."


def _chance(vendor: VendorResult, evaluation: Evaluation) -> str:
    """Whether a vendor that is not ranked could still win."""
    found = evaluation.robustness
    if vendor.out_of_reach:
        return "out of reach"
    if found is None or vendor.could_win is None or vendor.could_win < COULD_WIN:
        return ""
    return f"could still win: first in {about(vendor.could_win, found.draws)} of simulations"


def _notes(evaluation: Evaluation) -> Iterator[str]:
    """What the table does not say: in which roles, who is out of reach, what does not count."""
    yield from _roles(evaluation)
    if evaluation.plan.stale == "unknown":
        yield "What is out of date counts as not looked for."
    if evaluation.plan.bands:
        told = [f"{each.word} from {number(each.at_least)}" for each in evaluation.plan.bands]
        yield f"Bands: {', '.join(told)} points; a range over an edge has the words of both ends."
    beaten = [v.name for v in evaluation.vendors if v.out_of_reach and v.standing == "ranked"]
    if beaten:
        yield f"Out of reach at the plan's weights: {listed(beaten)}."
    reasons: dict[str, list[str]] = {}
    for each in evaluation.left_out:
        reasons.setdefault(each.reason, []).append(lower_first(each.title))
    for reason, missing in reasons.items():
        yield f"Left out for every vendor: {listed(missing)}; {reason}."
    out = {each.measure for each in evaluation.left_out}
    titles = {
        m.id: m.title for each in evaluation.criteria for m in each.measures if m.id not in out
    }
    for vendor in evaluation.vendors:
        if vendor.excluded > 0:
            share, why = percent_up(vendor.excluded), "; ".join(_exempt(vendor, titles))
            yield f"{share} of the weight does not apply to {vendor.name}: {why}."


def _roles(evaluation: Evaluation) -> Iterator[str]:
    """The roles that are compared; if there are several, each with its vendors."""
    roles = evaluation.plan.roles
    if len(roles) == 1:
        yield f"Only {lower_first(roles[0].title)} are compared."
    elif roles:
        told = []
        for role in roles:
            names = [vendor.name for vendor in evaluation.vendors if vendor.role == role.id]
            told.append(f"{lower_first(role.title)} ({', '.join(names) or 'none'})")
        yield f"Compared are {listed(told)}."


def _exempt(vendor: VendorResult, titles: dict[str, str]) -> Iterator[str]:
    """What a vendor's own file declares not applicable, with the reasons."""
    for name, title in titles.items():
        fact = vendor.measures[name].fact
        if fact is not None and fact.not_applicable:
            yield f"{title} ({fact.not_applicable})"
