"""Turn matched flows into the integration results of an evaluation."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from evalkit.evaluation.fit.matched import Matched
from evalkit.evaluation.fit.peaks import peaks
from evalkit.evaluation.fit.sentences import sentences
from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.record.fit import (
    CarriedResult,
    CellResult,
    FitResult,
    FlowResult,
    InterfaceResult,
    PlatformResult,
    VendorFit,
)
from evalkit.evaluation.record.reference import reference
from evalkit.integration.fit import (
    Cell,
    Fit,
    flow_title,
    holds_payment_data,
    holds_personal_data,
)
from evalkit.integration.routes import Client
from evalkit.model.criteria import in_words
from evalkit.model.flow import ROUTES, Flow, flow_id
from evalkit.model.integration import Allowed, Carried, Interface, Limits, Plugin
from evalkit.model.saved import LimitValue
from evalkit.model.source import Sourced
from evalkit.model.vendor import Vendor
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import fit as words
from evalkit.wording.messages.words import CLAUSES
from evalkit.wording.words import listed


def fit_result(
    found: Matched,
    vendors: Sequence[VendorResult],
    records: Mapping[str, Vendor],
    paths: Mapping[tuple[str, str], tuple[str, ...]],
) -> FitResult:
    """The integration results of all vendors; `vendors` in the order of the ranking."""
    plan_path = paths["plan", found.plan.id][0]
    fits = tuple(
        _vendor(found.fits[vendor.id], vendor, records[vendor.id], found.plan.flows)
        for vendor in vendors
    )
    names = {vendor.id: vendor.name for vendor in vendors}
    flows = tuple(_flow(found, place, plan_path) for place in range(len(found.plan.flows)))
    platform = _platform(found, paths)
    told = (*sentences(flows, fits, names, platform), *peaks(flows, fits, names))
    return FitResult(
        platform=platform,
        flows=flows,
        order=found.plan.routes or ROUTES,
        vendors=fits,
        text=" ".join(told),
        sentences=told,
    )


def _platform(
    found: Matched, paths: Mapping[tuple[str, str], tuple[str, ...]]
) -> PlatformResult | None:
    client, platform = found.plan.platform, found.platform
    if client is None:
        return None
    release = platform.releases.get(client.version) if platform else None
    line = platform.lines.get(release.line) if platform and release else None
    name = platform.name if platform else client.name
    until = line.supported_until if line else None
    text = f"{name} {client.version}"
    if client.php:
        text = say(words.WITH_PHP, release=text, php=client.php)
    day = until.isoformat() if until else ""
    return PlatformResult(
        id=client.name,
        name=name,
        version=client.version,
        php=client.php or "",
        storefront=client.storefront or "",
        interfaces=Client(client, platform).interfaces,
        released=release.released if release else None,
        supported_until=until,
        extended_until=line.extended_until if line else None,
        text=say(words.RELEASE_UNTIL if until else words.RELEASE, release=text, day=day),
        reference=reference(platform, paths["platform", platform.id][0], ("releases",))
        if platform
        else None,
    )


def _flow(found: Matched, place: int, path: str) -> FlowResult:
    flow: Flow = found.plan.flows[place]
    known = found.objects.get(flow.data)
    return FlowResult(
        id=flow_id(flow),
        title=flow_title(flow, found.objects),
        data=flow.data,
        object=known.title if known else in_words(flow.data),
        about=(known.about or "") if known else "",
        direction=flow.direction,
        timing=flow.timing,
        per_day=flow.per_day,
        peak_per_hour=flow.peak_per_hour,
        peak_per_second=flow.peak_per_second,
        master=flow.master or "",
        trigger=flow.trigger or "",
        personal_data=holds_personal_data(flow, found.objects),
        payment_data=holds_payment_data(flow, found.objects),
        need=flow.need,
        because=flow.because or "",
        path=path,
        key=f"flows.{place}",
    )


def _vendor(fit: Fit, vendor: VendorResult, record: Vendor, flows: Sequence[Flow]) -> VendorFit:
    integration = record.integration
    interfaces = integration.interfaces if integration else ()
    plugins = integration.plugins if integration else ()
    low, high = fit.headroom()
    return VendorFit(
        id=vendor.id,
        cells=tuple(
            _cell(cell, flow.data, vendor.path, record)
            for cell, flow in zip(fit.cells, flows, strict=True)
        ),
        interfaces=tuple(
            _interface(each, vendor.path, f"integration.interfaces.{place}")
            for place, each in enumerate(interfaces)
        ),
        plugins=tuple(
            _plugin(each, vendor.path, f"integration.plugins.{place}")
            for place, each in enumerate(plugins)
        ),
        coverage=fit.coverage(),
        by_plugin=fit.by_plugin(),
        headroom=None if high == math.inf else high,
        headroom_is_open=low != high,
        headroom_at_least=low if 0 < low < high else None,
        shared=fit.shared,
        text=f"{vendor.name}: {counted(fit.cells)}",
    )


def _cell(cell: Cell, data: str, path: str, record: Vendor) -> CellResult:
    found = None
    if record.integration is not None and data in record.integration.lacks and not cell.route:
        source = Sourced(source=record.integration.lacks[data], source_kind=None)
        found = reference(source, path, ("integration", "lacks", data))
    if cell.route is not None and record.integration is not None:
        ways = {
            f"integration.{name}.{place}": way
            for name in ("plugins", "interfaces")
            for place, way in enumerate(getattr(record.integration, name))
        }
        found = reference(ways[cell.route.key], path, (cell.route.key,))
    return CellResult(
        flow=cell.flow,
        outcome=cell.outcome,
        route=cell.route,
        others=cell.others,
        reference=found,
        text=cell.text,
    )


def _limits(limits: Limits | None) -> dict[str, LimitValue]:
    return {name: _limit(each) for name, each in (limits.given if limits else {}).items()}


def _limit(allowed: Allowed) -> LimitValue:
    if allowed.least == math.inf:
        return "unlimited"
    if allowed.least == allowed.most:
        return float(allowed.least)
    return float(allowed.least), None if allowed.most == math.inf else float(allowed.most)


def _carried(carried: Carried) -> CarriedResult:
    notes = (carried.note, carried.limits.note if carried.limits else None)
    return CarriedResult(
        directions=carried.directions,
        operations=carried.operations,
        endpoints=carried.endpoints,
        fields=carried.fields,
        batch=carried.batch,
        calls=carried.calls,
        limits=_limits(carried.limits),
        note="; ".join(filter(None, notes)),
    )


def _interface(record: Interface, path: str, key: str) -> InterfaceResult:
    return InterfaceResult(
        id=record.id,
        kind=record.kind,
        title=record.title or record.id,
        base=record.base or "",
        package="",
        version="",
        authentication=record.authentication,
        limits=_limits(record.limits),
        limits_note=(record.limits.note or "") if record.limits else "",
        sandbox=record.sandbox,
        versioning=record.versioning or "",
        idempotency=record.idempotency or "",
        retries=record.retries or "",
        card_data=record.card_data or "",
        limitations=(),
        data={name: _carried(each) for name, each in record.data.items()},
        reference=reference(record, path, (key,)),
    )


def _plugin(record: Plugin, path: str, key: str) -> InterfaceResult:
    return InterfaceResult(
        id=record.id,
        kind="plugin",
        title=record.title or record.package or record.id,
        base="",
        package=record.package or "",
        version=record.version or "",
        authentication=(),
        limits={},
        limits_note="",
        sandbox=None,
        versioning="",
        idempotency="",
        retries="",
        card_data=record.card_data or "",
        limitations=tuple(
            say(words.LIMITATIONS[each.severity], limitation=each.text)
            for each in record.limitations
        ),
        data={name: _carried(each) for name, each in record.data.items()},
        reference=reference(record, path, (key,)),
    )


def counted(cells: Sequence[Cell | CellResult]) -> str:
    """A sentence that counts flows by outcome."""
    counts: Counter[str] = Counter(cell.outcome for cell in cells)
    told = [say(said, counts[each]) for each, said in words.COUNTED.items() if counts[each]]
    return say(CLAUSES, clauses=listed(told))
