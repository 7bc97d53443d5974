"""The verdict's sentences, and what is not known behind them."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.record import CriterionResult, OpenPoint, VendorResult, Verdict
from evalkit.evaluation.words import listed, lower_first, percent, points
from evalkit.scoring.verdict import Standing


def verdict(
    standing: Standing, vendors: Sequence[VendorResult], criteria: Sequence[CriterionResult]
) -> Verdict:
    """The answer in three sentences: who, how sure, and what else must be known."""
    ranked = {vendor.id: vendor for vendor in vendors if vendor.rank is not None}
    titles = {measure.id: measure.title for criterion in criteria for measure in criterion.measures}
    open_points = tuple(_open_points(ranked, standing, titles))
    drafts = (
        _first(standing, ranked, vendors),
        _second(standing, ranked, open_points, titles),
        _third(standing, ranked, vendors),
    )
    sentences = tuple(sentence for sentence in drafts if sentence)
    leader = standing.first[0] if standing.outcome in {"clear", "leader", "single"} else None
    return Verdict(
        outcome=standing.outcome,
        leader=leader,
        text=" ".join(sentences),
        sentences=sentences,
        open_points=open_points,
    )


def _first(
    standing: Standing, ranked: dict[str, VendorResult], vendors: Sequence[VendorResult]
) -> str:
    if standing.outcome == "none":
        failed = sum(vendor.gate == "fail" for vendor in vendors)
        if failed:
            return f"No vendor is left: {failed} of {len(vendors)} fail a gate."
        return "No vendor can be ranked: no measure applies to any of them."
    leader = ranked[standing.first[0]]
    if standing.outcome == "single":
        return f"{leader.name} is the only vendor left, with {leader.score:.1f} points."
    runner_up = ranked[str(standing.runner_up)]
    if standing.outcome == "clear":
        return (
            f"{leader.name} leads clearly with {leader.score:.1f} points: even its low end of "
            f"{leader.low:.1f} is above the high end of every other vendor."
        )
    if standing.outcome == "leader":
        return (
            f"{leader.name} leads with {leader.score:.1f} points, {points(standing.lead)} ahead "
            f"of {runner_up.name}, but their ranges overlap: what is not known can still change "
            "the order."
        )
    names = listed([ranked[name].name for name in standing.first])
    return (
        f"Too close to call between {names}: {points(standing.lead)} between the first two, less "
        "than one point, and their ranges overlap."
    )


def _second(
    standing: Standing,
    ranked: dict[str, VendorResult],
    open_points: Sequence[OpenPoint],
    titles: dict[str, str],
) -> str:
    if not ranked:
        return ""
    leader = ranked[standing.first[0]]
    rests = f"{percent(leader.coverage)} of the weight behind {leader.name} rests on known facts"
    matters = _what_matters_most(standing, open_points)
    if matters is None:
        return f"{rests}, and nothing that is not known can move the ranking."
    subject = f"{ranked[matters.vendor].name}'s {lower_first(titles[matters.measure])}"
    return f"{rests}; the unknown that matters most is {subject}, {matters.text}."


def _what_matters_most(standing: Standing, open_points: Sequence[OpenPoint]) -> OpenPoint | None:
    """The widest open point among the first ones and the runner-up; else the widest of all."""
    contenders = {*standing.first, standing.runner_up}
    near = [point for point in open_points if point.vendor in contenders]
    return next(iter(near or open_points), None)


def _third(
    standing: Standing, ranked: dict[str, VendorResult], vendors: Sequence[VendorResult]
) -> str:
    if not any(vendor.gates for vendor in vendors):
        return ""
    failed = [vendor.name for vendor in vendors if vendor.gate == "fail"]
    out = f"{listed(failed)} {'fails' if len(failed) == 1 else 'fail'} a gate" if failed else ""
    open_gates = [_open_gates(ranked[name]) for name in standing.first]
    open_gates = [text for text in open_gates if text]
    unverified = f"still to be verified before deciding: {listed(open_gates)}" if open_gates else ""
    parts = "; ".join(filter(None, (out, unverified))) or "no vendor fails a gate"
    return f"{parts[:1].upper()}{parts[1:]}."


def _open_gates(vendor: VendorResult) -> str:
    titles = [lower_first(gate.title) for gate in vendor.gates if gate.outcome == "unverified"]
    return f"{vendor.name} ({listed(titles)})" if titles else ""


def _open_points(
    ranked: dict[str, VendorResult], standing: Standing, titles: dict[str, str]
) -> Iterator[OpenPoint]:
    """Every measure on which a ranked vendor has a range, what moves most first."""
    found = [
        (round(measure.weight * (measure.high - measure.low), 9), vendor, name)
        for vendor in ranked.values()
        for name, measure in vendor.measures.items()
        if measure.low is not None and measure.high is not None and measure.low < measure.high
    ]
    order = list(titles)
    found.sort(key=lambda item: (-item[0], item[1].rank, item[1].id, order.index(item[2])))
    for spread, vendor, name in found:
        text = _open_text(spread, vendor, name, ranked, standing)
        status = vendor.measures[name].status
        yield OpenPoint(vendor=vendor.id, measure=name, status=status, points=spread, text=text)


def _open_text(
    spread: float,
    vendor: VendorResult,
    name: str,
    ranked: dict[str, VendorResult],
    standing: Standing,
) -> str:
    measure = vendor.measures[name]
    change = _change(
        vendor, measure.weight, (measure.low, measure.value, measure.high), ranked, standing
    )
    return f"worth up to {points(spread)}" + (f"; {change}" if change else "")


def _change(
    vendor: VendorResult,
    weight: float,
    ends: tuple[float | None, float | None, float | None],
    ranked: dict[str, VendorResult],
    standing: Standing,
) -> str:
    """Whether settling this alone would change who is first."""
    low, value, high = (end or 0.0 for end in ends)
    if len(ranked) == 1:
        return ""
    leader = ranked[standing.first[0]]
    if vendor.id == leader.id:
        fallen = (leader.score or 0.0) - weight * (value - low)
        second = ranked[str(standing.runner_up)]
        return f"at its worst, {second.name} leads" if fallen < (second.score or 0.0) else ""
    risen = (vendor.score or 0.0) + weight * (high - value)
    return f"at its best, {vendor.name} leads" if risen > (leader.score or 0.0) else ""
