"""The tightest limit of each vendor, in a sentence."""

from collections.abc import Iterator, Mapping, Sequence

from evalkit.evaluation.record.fit import FlowResult, VendorFit
from evalkit.integration.capacity import LimitCheck, tightest
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import fit as words
from evalkit.wording.numbers import plural_of, up_to_two_decimals
from evalkit.wording.words import listed

_BOUNDING = ("per_second", "per_minute", "per_hour", "per_day")


def peaks(
    flows: Sequence[FlowResult], fits: Sequence[VendorFit], names: Mapping[str, str]
) -> Iterator[str]:
    """What each vendor's tightest limit allows and what is needed; nothing without volumes."""
    if not any(flow.per_day or flow.peak_per_hour or flow.peak_per_second for flow in flows):
        return
    found = {each.id: tightest(list(_checks(each))) for each in fits}
    told = [_allows(names[name], check) for name, check in found.items() if check is not None]
    without = [names[each.id] for each in fits if found[each.id] is None and not _is_written(each)]
    if without and len(told) + len(without) == len(fits):
        told.append(say(words.NO_OTHER_LIMIT if told else words.NO_LIMIT))
    elif without:
        told.append(say(words.NO_LIMIT_OF, vendors=listed(without)))
    if told:
        yield say(words.PEAK, limits="; ".join(told))


def _checks(fit: VendorFit) -> Iterator[LimitCheck]:
    for cell in fit.cells:
        yield from cell.route.limits if cell.route else ()
    yield from (load.check for load in fit.shared if not load.is_peak)


def _allows(name: str, check: LimitCheck) -> str:
    if check.allowed is None or check.period is None:
        return say(words.HAS_NO_LIMIT, vendor=name)
    allowed, needed = up_to_two_decimals(check.allowed), up_to_two_decimals(check.needed)
    requests = say(words.REQUESTS[check.period], plural_of(check.allowed), count=allowed)
    said = words.ALLOWS_AT_LEAST if check.most != check.allowed else words.ALLOWS
    return say(said, plural_of(check.needed), vendor=name, requests=requests, count=needed)


def _is_written(fit: VendorFit) -> bool:
    """Whether any limit that bounds a load is in the vendor's file."""
    routes = (*fit.interfaces, *fit.plugins)
    written = [each.limits for each in routes]
    written += [carried.limits for each in routes for carried in each.data.values()]
    return any(name in limits for limits in written for name in _BOUNDING)
