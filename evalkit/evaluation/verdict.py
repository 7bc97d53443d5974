"""The sentences of the verdict: who leads, how sure that is, and what is still unknown."""

from collections.abc import Sequence

from evalkit.analysis.tally import Acceptability
from evalkit.evaluation.record.evaluation import CriterionResult, OpenPoint, VendorResult, Verdict
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.weights import Voice
from evalkit.scoring.verdict import Standing, standing
from evalkit.wording.numbers import (
    about,
    in_points,
    one_decimal,
    percent_down,
    thousands,
    two_decimals,
)
from evalkit.wording.words import listed, lower_first

MOST_NAMED = 5
"""How many vendors a sentence names if they are too close to call."""


def verdict(
    vendors: Sequence[VendorResult],
    criteria: Sequence[CriterionResult],
    open_points: tuple[OpenPoint, ...],
    drawn: Acceptability | None,
    field: Field,
) -> Verdict:
    """The verdict in a few sentences; `drawn` has its vendors in the order of the field."""
    by_id = {vendor.id: vendor for vendor in vendors}
    ranked = [by_id[name] for name in field.ids]
    found = _standing(ranked, drawn, field.unseen)
    titles = {measure.id: measure.title for criterion in criteria for measure in criterion.measures}
    drafts = (
        _first(found, ranked, vendors, drawn),
        _second(found, ranked, open_points, titles, drawn.draws if drawn else 0),
        _third(found, ranked, vendors),
        _unseen(field.unseen),
        _without_costs(field),
        _inconsistent(field.weighting.voices) if ranked else "",
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


def _standing(ranked: Sequence[VendorResult], drawn: Acceptability | None, unseen: int) -> Standing:
    if drawn is None:
        return standing([], [], 1)
    scores = [vendor.score or 0.0 for vendor in ranked]
    return standing(scores, drawn.first.tolist(), drawn.draws, unseen)


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
        return f"{leader.name} is the only vendor left, with {one_decimal(leader.score)} points."
    rival = ranked[found.rival]
    shares = [about(share, drawn.draws) for share in drawn.first.tolist()]
    over = f"of {thousands(drawn.draws)} draws of weights and unknown facts"
    if found.outcome == "close":
        return _close(found, ranked, shares, over)
    how = "leads clearly" if found.outcome == "clear" else "is the likely leader"
    second = f"{rival.name} comes first in {shares[found.rival]}"
    if drawn.first[found.rival] == 0:
        second = "no other vendor ever does"
    return (
        f"{leader.name} {how} with {one_decimal(leader.score)} points: it comes first in "
        f"{shares[0]} {over}; {second}."
    )


def _close(
    found: Standing, ranked: Sequence[VendorResult], shares: Sequence[str], over: str
) -> str:
    """Too close to call: the scores, and how often each vendor would be first."""
    shown = found.first[:MOST_NAMED]
    names = [ranked[number].name for number in shown]
    if len(found.first) > len(shown):
        names.append(f"{len(found.first) - len(shown)} more")
    told = listed([f"{ranked[number].name} in {shares[number]}" for number in shown])
    leader, rival = ranked[0], ranked[found.rival or 0]
    lead = (leader.score or 0.0) - (rival.score or 0.0)
    if lead < 0.05:  # noqa: PLR2004  # a lead printed as 0.0 is none
        ahead = f"{leader.name} and {rival.name} have the same points"
    elif found.rival_leads:
        ahead = f"{leader.name} is {in_points(lead)} ahead, but {rival.name} comes first more often"
    else:
        ahead = (
            f"the {in_points(lead)} between {leader.name} and {rival.name} do not carry a decision"
        )
    return f"Nothing surely separates {listed(names)}: {ahead}. First place goes to {told} {over}."


def _unseen(count: int) -> str:
    if not count:
        return ""
    who = "vendor was" if count == 1 else "vendors were"
    more = f"{thousands(count)} more {who} not drawn over"
    return f"{more}, of which so little is known that they could lead."


def _without_costs(field: Field) -> str:
    if field.plan.cost != "frontier" or field.criteria is field.gated:
        return ""
    return "Costs are not in the points: they are held against them, under costs and returns."


def _inconsistent(voices: Sequence[Voice]) -> str:
    """Stakeholders whose comparisons contradict each other too much to rely on."""
    found = [
        f"{voice.name} (consistency ratio {two_decimals(said.consistency.value or 0.0)}, above "
        f"{two_decimals(said.consistency.limit or 0.0)})"
        for voice in voices
        for said in voice.implied.values()
        if said.consistency is not None and said.consistency.is_above_limit
    ]
    if not found:
        return ""
    return f"Comparisons that contradict each other went into the weights: {listed(found)}."


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
    rests = (
        f"{percent_down(leader.coverage)} of the weight behind {leader.name} rests on known facts"
    )
    if not open_points:
        return f"{rests}, and nothing that is measured is left to find out."
    if found.rival is None:
        return f"{rests}."
    names = {vendor.id: vendor.name for vendor in ranked}
    return f"{rests}{_find_out_first(open_points[0], names, titles, draws)}."


def _find_out_first(
    first: OpenPoint, names: dict[str, str], titles: dict[str, str], draws: int
) -> str:
    """The first of the open points, and why it comes first."""
    subject = f"; find out first: {names[first.vendor]}'s {lower_first(titles[first.measure])}"
    if first.gate:
        return f"{subject}, on which a gate hangs ({first.gate})"
    if first.threshold:
        return f"{subject}. {first.threshold}"
    if first.changes:
        return f"{subject}, which decides who is first in {about(first.changes, draws)} of draws"
    return ", and no single fact that is still open would change who is first"


def _third(found: Standing, ranked: Sequence[VendorResult], vendors: Sequence[VendorResult]) -> str:
    if not ranked or not any(vendor.gates for vendor in vendors):
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
