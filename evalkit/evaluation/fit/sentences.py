"""Who carries all flows, and who is ruled out by one, in sentences."""

from collections.abc import Iterator, Mapping, Sequence

from evalkit.evaluation.record.fit import CellResult, FlowResult, PlatformResult, VendorFit
from evalkit.integration.losses import CARRIED
from evalkit.wording.words import listed, lower_first, spelled

Names = Mapping[str, str]


def sentences(
    flows: Sequence[FlowResult],
    fits: Sequence[VendorFit],
    names: Names,
    platform: PlatformResult | None,
) -> Iterator[str]:
    """Who carries all flows, or at least the mandatory ones; then who is ruled out, and why."""
    yield _carried(flows, fits, names)
    reasons: dict[tuple[str, str], list[str]] = {}
    for each in fits:
        told = _why(flows, each, platform)
        if told:
            reasons.setdefault(told, []).append(names[each.id])
    for (one, several), who in reasons.items():
        verb, why = ("is", one) if len(who) == 1 else ("are", several)
        yield f"{listed(who)} {verb} ruled out: {why}."


def _carried(flows: Sequence[FlowResult], fits: Sequence[VendorFit], names: Names) -> str:
    musts = [place for place, flow in enumerate(flows) if flow.need == "must"]
    all_ = _able(fits, range(len(flows)), names)
    if all_:
        return f"{_who(all_)} {all_flows(len(flows))}."
    said = f"No vendor is known to carry {all_flows(len(flows))}"
    able = _able(fits, musts, names) if 0 < len(musts) < len(flows) else []
    what = "one that is" if len(musts) == 1 else f"{spelled(len(musts))} that are"
    return f"{said}; {_who(able)} the {what} mandatory." if able else f"{said}."


def _able(fits: Sequence[VendorFit], places: Sequence[int], names: Names) -> list[str]:
    return [
        names[each.id]
        for each in fits
        if all(each.cells[place].outcome in CARRIED for place in places)
    ]


def _who(names: list[str]) -> str:
    return f"{listed(names)} {'carries' if len(names) == 1 else 'carry'}"


def all_flows(count: int) -> str:
    """All of a number of data flows, in a sentence."""
    if count == 1:
        return "the one data flow"
    return "both data flows" if count == 2 else f"all {spelled(count)} data flows"  # noqa: PLR2004


def _why(
    flows: Sequence[FlowResult], fit: VendorFit, platform: PlatformResult | None
) -> tuple[str, str] | None:
    """Why a vendor is ruled out, said of one vendor and of several; None if no flow does so."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for flow, cell in zip(flows, fit.cells, strict=True):
        if flow.need == "must" and cell.outcome == "not_possible":
            reasons.setdefault(_reason(cell, platform), []).append(lower_first(flow.title))
    if not reasons:
        return None
    told = [
        (f"its plug-in {why}", f"their plug-ins {whys}") if whys else _cannot(titles, why)
        for (why, whys), titles in reasons.items()
    ]
    one, several = zip(*told, strict=True)
    return "; ".join(one), "; ".join(several)


def _cannot(titles: list[str], why: str) -> tuple[str, str]:
    return (
        f"it cannot carry {listed(titles)} ({why})",
        f"they cannot carry {listed(titles)} ({why})",
    )


def _reason(cell: CellResult, platform: PlatformResult | None) -> tuple[str, str]:
    """What a plug-in does not do, of one and of several; else why a flow cannot be carried."""
    if cell.route is None:
        return "not offered" if cell.reference else cell.text, ""
    hard = next((loss for loss in cell.route.losses if loss.weight == "hard"), None)
    if hard is None:
        return cell.text, ""
    if platform is None or cell.route.kind != "plugin":
        return hard.text, ""
    needed = {
        "php": f"PHP {platform.php}",
        "platform": platform.name,
        "version": f"{platform.name} {platform.version}",
        "packages": f"the packages of {platform.name} {platform.version}",
    }
    if hard.what not in needed:
        return hard.text, ""
    return f"does not support {needed[hard.what]}", f"do not support {needed[hard.what]}"
