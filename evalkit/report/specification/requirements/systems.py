"""Parties, systems, plug-ins and interfaces, with what is known about each."""

from collections.abc import Iterator

from evalkit.evaluation.record.fit import InterfaceResult
from evalkit.evaluation.record.source import Reference
from evalkit.model.criteria import in_lower_case
from evalkit.report.specification.draft import Draft
from evalkit.report.specification.requirements.conduct import CARD_DATA
from evalkit.report.specification.requirements.limits import in_words
from evalkit.templates.escape import web_link
from evalkit.templates.view import View
from evalkit.wording.words import listed

YES = {True: "yes", False: "no"}


def parties(draft: Draft) -> list[View]:
    """The systems involved, with their roles and what is known about them."""
    return [
        _row("Client", draft.evaluation.plan.title, draft.evaluation.plan.about),
        _row("Shop", draft.shop, _shop(draft)),
        _row("Vendor", draft.vendor.name, draft.vendor.note, draft.vendor.website),
        *_others(draft),
    ]


def _row(role: str, name: str, text: str, target: str = "") -> View:
    return {"role": role, "name": name, "text": text, "link": web_link(target)}


def _shop(draft: Draft) -> str:
    """The shop's platform in sentences; missing details become open points."""
    platform = draft.fit.platform
    if platform is None:
        draft.points.add("Systems", "Not in the plan: what the shop runs on", "decide")
        return "What it runs on is not in the plan."
    told = [platform.text]
    if platform.storefront:
        told.append(f"Storefront: {platform.storefront}.")
    if platform.interfaces:
        told.append(f"Open to other systems: {listed(platform.interfaces)}.")
    if platform.extended_until:
        told.append(f"Extended support ends on {platform.extended_until.isoformat()}.")
    if platform.reference:
        told.append(_source(draft, platform.reference, platform.text))
    return " ".join(told)


def _source(draft: Draft, reference: Reference, backs: str) -> str:
    number = draft.sources.cite(reference, backs)
    return f"[{number}]" if number else ""


def _others(draft: Draft) -> Iterator[View]:
    """The middleware and master systems."""
    routes = [(held.number, held.cell.route) for held in draft.held]
    through = [number for number, route in routes if route and route.kind == "middleware"]
    if through:
        text = "Who builds and runs the middleware is not in the plan"
        number = draft.points.add("Systems", text, "decide", ", ".join(through))
        yield _row("Middleware", "Own middleware", f"Carries {listed(through)}. Open: {number}.")
    seen: dict[str, list[str]] = {}
    for held in draft.held:
        master = draft.master(held.flow)
        if master and master not in {draft.shop, draft.vendor.name}:
            seen.setdefault(master, []).append(held.number)
    for name, flows in seen.items():
        text = f"Not on record: how {name} is connected to the shop"
        number = draft.points.add("Systems", text, "decide", ", ".join(flows))
        yield _row("Master", name, f"Its word counts for {listed(flows)}. Open: {number}.")


def used(draft: Draft) -> list[View]:
    """The plug-ins and interfaces used by flows, with everything known about them."""
    return [_used(draft, each) for each in draft.used()]


def _used(draft: Draft, record: InterfaceResult) -> View:
    by = [held.number for held in draft.held if held.record is record]
    behind = [held.number for held in draft.held if held.api is record]
    if behind:
        text = f"Assumed: plug-ins use {record.title}, the interface that carries the same data"
        draft.points.add("Systems", text, draft.ask, ", ".join(behind))
    cited = draft.sources.cite(record.reference, record.title)
    return {
        "title": record.title,
        "kind": "plug-in" if record.kind == "plugin" else in_lower_case(record.kind),
        "flows": " ".join(
            f"{what} {listed(flows)}."
            for what, flows in (("Carries", by), ("Behind plug-ins:", behind))
            if flows
        ),
        "rows": [row for row in _rows(draft, record) if row["text"] or row["open"]],
        "source": cited or "no source",
        "checked": record.reference.checked.isoformat() if record.reference.checked else "undated",
        "place": f"{record.reference.path}, {record.reference.key}",
    }


def _rows(draft: Draft, record: InterfaceResult) -> Iterator[View]:
    is_plugin = record.kind == "plugin"
    asked = "" if is_plugin else f"Not on record of {record.title}: "
    package = f"{record.package} {record.version}".strip()
    yield _fact("Package and version", package)
    yield _fact("Addresses begin with", record.base)
    yield _fact("Authentication", ", ".join(record.authentication))
    yield _fact("Limits", in_words(record.limits))
    yield _fact("On limits", record.limits_note)
    sandbox = "" if record.sandbox is None else YES[record.sandbox]
    yield _known(draft, "Sandbox", sandbox, asked and f"{asked}whether there is a sandbox")
    change = asked and f"{asked}how clients are kept from breaking when it changes"
    yield _known(draft, "Versioning", record.versioning, change)
    yield _fact("Idempotency", record.idempotency)
    yield _fact("Retries", record.retries)
    yield _fact("Card data", CARD_DATA.get(record.card_data, record.card_data))
    yield _fact("Known limitations", "; ".join(record.limitations))
    yield _fact("Note", record.reference.note)


def _fact(what: str, text: str) -> View:
    return {"what": what, "text": text, "open": ""}


def _known(draft: Draft, what: str, text: str, missing: str) -> View:
    if text or not missing:
        return _fact(what, text)
    return {"what": what, "text": "", "open": draft.points.add("Systems", missing, draft.ask)}


def unused(draft: Draft) -> list[str]:
    """The plug-ins and interfaces used by no flow."""
    taken = {(each.kind, each.id) for each in draft.used()}
    return [
        f"{each.title} ({in_lower_case(each.kind)})"
        for each in (*draft.own.plugins, *draft.own.interfaces)
        if (each.kind, each.id) not in taken
    ]


def carried_besides(draft: Draft) -> list[str]:
    """Data objects that the vendor supports but no flow needs."""
    asked = {flow.data for flow in draft.fit.flows}
    records = (*draft.own.plugins, *draft.own.interfaces)
    return sorted({name for each in records for name in each.data if name not in asked})
