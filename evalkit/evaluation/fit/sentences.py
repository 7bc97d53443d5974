"""Who carries all flows, and who is ruled out by one, in sentences."""

from collections.abc import Iterator, Mapping, Sequence

from evalkit.evaluation.record.fit import CellResult, FlowResult, PlatformResult, VendorFit
from evalkit.integration.losses import CARRIED
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import fit as words
from evalkit.wording.messages.words import CLAUSES
from evalkit.wording.words import listed, lower_first, spelled

Names = Mapping[str, str]
Why = tuple[Message, str]
"""What rules a vendor out, and the gap in it: the reason."""


def sentences(
    flows: Sequence[FlowResult],
    fits: Sequence[VendorFit],
    names: Names,
    platform: PlatformResult | None,
) -> Iterator[str]:
    """Who carries all flows, or at least the mandatory ones; then who is ruled out, and why."""
    yield _carried(flows, fits, names)
    reasons: dict[tuple[tuple[Why, str], ...], list[str]] = {}
    for each in fits:
        told = _why(flows, each, platform)
        if told:
            reasons.setdefault(told, []).append(names[each.id])
    for told, who in reasons.items():
        clauses = [
            say(said, len(who), reason=reason, flows=titles) for (said, reason), titles in told
        ]
        yield say(words.RULED_OUT, len(who), vendors=listed(who), reasons="; ".join(clauses))


def _carried(flows: Sequence[FlowResult], fits: Sequence[VendorFit], names: Names) -> str:
    musts = [place for place, flow in enumerate(flows) if flow.need == "must"]
    all_ = _able(fits, range(len(flows)), names)
    if all_:
        return say(words.CARRIES, len(all_), vendors=listed(all_), flows=all_flows(len(flows)))
    clauses = [say(words.NOBODY_CARRIES, flows=all_flows(len(flows)))]
    able = _able(fits, musts, names) if 0 < len(musts) < len(flows) else []
    if able:
        said = words.CARRIES_MUST if len(musts) == 1 else words.CARRIES_MUSTS
        clauses.append(say(said, len(able), vendors=listed(able), musts=spelled(len(musts))))
    return say(CLAUSES, clauses="; ".join(clauses))


def _able(fits: Sequence[VendorFit], places: Sequence[int], names: Names) -> list[str]:
    return [
        names[each.id]
        for each in fits
        if all(each.cells[place].outcome in CARRIED for place in places)
    ]


def all_flows(count: int) -> str:
    """All of a number of data flows, in a sentence."""
    few = {1: words.ONE_FLOW, 2: words.BOTH_FLOWS}.get(count)
    return say(few) if few else say(words.ALL_FLOWS, count, count=spelled(count))


def _why(
    flows: Sequence[FlowResult], fit: VendorFit, platform: PlatformResult | None
) -> tuple[tuple[Why, str], ...]:
    """Why a vendor is ruled out, each with the flows in words; empty if no flow does so."""
    reasons: dict[Why, list[str]] = {}
    for flow, cell in zip(flows, fit.cells, strict=True):
        if flow.need == "must" and cell.outcome == "not_possible":
            reasons.setdefault(_reason(cell, platform), []).append(lower_first(flow.title))
    # What a plug-in does not support rules out all flows alike.
    return tuple(
        (why, "" if why[0] is words.SUPPORTS_NOT else listed(titles))
        for why, titles in reasons.items()
    )


def _reason(cell: CellResult, platform: PlatformResult | None) -> Why:
    """What a plug-in does not support, or else why a flow cannot be carried."""
    if cell.route is None:
        return words.CANNOT_CARRY, say(words.NOT_OFFERED) if cell.reference else cell.text
    hard = next((loss for loss in cell.route.losses if loss.weight == "hard"), None)
    if hard is None or platform is None or cell.route.kind != "plugin":
        return words.CANNOT_CARRY, hard.text if hard else cell.text
    release = f"{platform.name} {platform.version}"
    needed = {
        "php": f"PHP {platform.php}",
        "platform": platform.name,
        "version": release,
        "packages": say(words.PACKAGES_OF, release=release),
    }
    if hard.what not in needed:
        return words.CANNOT_CARRY, hard.text
    return words.SUPPORTS_NOT, needed[hard.what]
