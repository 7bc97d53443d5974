"""The verdict's sentences: who leads, how sure that is, and what else must be known."""

from collections.abc import Sequence

from evalkit.analysis.smaa import standard_error
from evalkit.analysis.tally import Acceptability
from evalkit.evaluation.record import CriterionResult, OpenPoint, VendorResult, Verdict
from evalkit.evaluation.words import about, listed, lower_first, percent, points
from evalkit.scoring.verdict import Standing, standing


def verdict(
    vendors: Sequence[VendorResult],
    criteria: Sequence[CriterionResult],
    open_points: tuple[OpenPoint, ...],
    drawn: Acceptability | None,
) -> Verdict:
    """The answer in a few sentences; `drawn` has its vendors in the order of rank."""
    ranked = [vendor for vendor in vendors if vendor.rank is not None]
    found = _standing(ranked, drawn)
    titles = {measure.id: measure.title for criterion in criteria for measure in criterion.measures}
    drafts = (
        _first(found, ranked, vendors, drawn),
        _second(found, ranked, open_points, titles, drawn.draws if drawn else 0),
        _third(found, ranked, vendors),
    )
    sentences = tuple(sentence for sentence in drafts if sentence)
    leader = ranked[0].id if found.outcome in {"clear", "likely", "single"} else None
    return Verdict(
        outcome=found.outcome,
        leader=leader,
        text=" ".join(sentences),
        sentences=sentences,
        open_points=open_points,
    )


def _standing(ranked: Sequence[VendorResult], drawn: Acceptability | None) -> Standing:
    if drawn is None:
        return standing([], [], 0.0)
    shares = drawn.first.tolist()
    scores = [vendor.score or 0.0 for vendor in ranked[: len(shares)]]
    return standing(scores, shares, float(standard_error(shares[0], drawn.draws)))


def _first(
    found: Standing,
    ranked: Sequence[VendorResult],
    vendors: Sequence[VendorResult],
    drawn: Acceptability | None,
) -> str:
    if drawn is None:
        return _nobody(vendors)
    leader = ranked[0]
    if found.rival is None:
        return f"{leader.name} is the only vendor left, with {leader.score:.1f} points."
    rival = ranked[found.rival]
    shares = [about(share, drawn.draws) for share in drawn.first.tolist()]
    over = f"of {drawn.draws:,} draws of weights and unknown facts"
    if found.outcome == "close":
        return _close(found, ranked, shares, over)
    how = "leads clearly" if found.outcome == "clear" else "is the likely leader"
    return (
        f"{leader.name} {how} with {leader.score:.1f} points: it comes first in {shares[0]} "
        f"{over}; {rival.name} comes first in {shares[found.rival]}."
    )


def _close(
    found: Standing, ranked: Sequence[VendorResult], shares: Sequence[str], over: str
) -> str:
    """Nothing separates the first ones: the points, and how often each would be first."""
    names = listed([ranked[number].name for number in found.first])
    told = listed([f"{ranked[number].name} in {shares[number]}" for number in found.first])
    lead = (ranked[0].score or 0.0) - (ranked[1].score or 0.0)
    ahead = (
        f"{points(lead)} between {ranked[0].name} and {ranked[1].name} do not carry a decision"
        if lead >= 0.05  # noqa: PLR2004  # what is printed as 0.0 is no lead
        else f"{ranked[0].name} and {ranked[1].name} have the same points"
    )
    return f"Nothing separates {names}: {ahead}. First place goes to {told} {over}."


def _nobody(vendors: Sequence[VendorResult]) -> str:
    failed = sum(vendor.gate == "fail" for vendor in vendors)
    if failed:
        return f"No vendor is left: {failed} of {len(vendors)} fail a gate."
    return "No vendor can be ranked: no measure applies to any of them."


def _second(
    found: Standing,
    ranked: Sequence[VendorResult],
    open_points: Sequence[OpenPoint],
    titles: dict[str, str],
    draws: int,
) -> str:
    if not ranked:
        return ""
    leader = ranked[0]
    rests = f"{percent(leader.coverage)} of the weight behind {leader.name} rests on known facts"
    if not open_points:
        return f"{rests}, and nothing that is measured is left to find out."
    if found.rival is None:
        return f"{rests}."
    first = open_points[0]
    names = {vendor.id: vendor.name for vendor in ranked}
    subject = f"{names[first.vendor]}'s {lower_first(titles[first.measure])}"
    if not first.threshold:
        decides = f"which decides who is first in {about(first.changes, draws)} of draws"
        matters = decides if first.changes else f"worth up to {points(first.points)}"
        return f"{rests}; find out first: {subject}, {matters}."
    return f"{rests}; find out first: {subject}. {first.threshold}."


def _third(found: Standing, ranked: Sequence[VendorResult], vendors: Sequence[VendorResult]) -> str:
    if not any(vendor.gates for vendor in vendors):
        return ""
    failed = [vendor.name for vendor in vendors if vendor.gate == "fail"]
    out = f"{listed(failed)} {'fails' if len(failed) == 1 else 'fail'} a gate" if failed else ""
    open_gates = [_open_gates(ranked[number]) for number in found.first]
    open_gates = [text for text in open_gates if text]
    unverified = f"still to be verified before deciding: {listed(open_gates)}" if open_gates else ""
    parts = "; ".join(filter(None, (out, unverified))) or "no vendor fails a gate"
    return f"{parts[:1].upper()}{parts[1:]}."


def _open_gates(vendor: VendorResult) -> str:
    titles = [lower_first(gate.title) for gate in vendor.gates if gate.outcome == "unverified"]
    return f"{vendor.name} ({listed(titles)})" if titles else ""
