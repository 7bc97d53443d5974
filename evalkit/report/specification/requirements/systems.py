"""Parties, systems, plug-ins and interfaces, with what is known about each."""

from collections.abc import Iterator

from evalkit.evaluation.record.fit import InterfaceResult
from evalkit.model.criteria import in_lower_case
from evalkit.report.specification.anchors import anchor
from evalkit.report.specification.draft import Draft, Stage
from evalkit.report.specification.facts import cite_record
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
        _row("Shop", draft.shop, *_shop(draft)),
        _row("Vendor", draft.vendor.name, draft.vendor.note)
        | {"link": web_link(draft.vendor.website)},
        *_others(draft),
    ]


def _row(role: str, name: str, text: str, open_: str = "", rests: str = "") -> View:
    place = anchor("party", role.lower(), *([name] if role == "Master" else []))
    return {
        "id": place,
        "role": role,
        "name": name,
        "text": text,
        "open": open_,
        "rests": rests,
        "link": "",
    }


def _shop(draft: Draft) -> tuple[str, str, str]:
    """The shop's platform in sentences; missing details become open points."""
    platform = draft.fit.platform
    if platform is None:
        return "", draft.points.add("building", "platform", "What the shop runs on", "decide"), ""
    told = [platform.text]
    if platform.storefront:
        told.append(f"Storefront: {platform.storefront}.")
    if platform.interfaces:
        told.append(f"Open to other systems: {listed(platform.interfaces)}.")
    if platform.extended_until:
        told.append(f"Extended support ends on {platform.extended_until.isoformat()}.")
    source = platform.reference
    return " ".join(told), "", cite_record(draft, platform.text, source) if source else ""


def _others(draft: Draft) -> Iterator[View]:
    """The middleware and master systems."""
    routes = [(held.number, held.cell.route) for held in draft.held]
    through = [number for number, route in routes if route and route.kind == "middleware"]
    for flow in through:
        number = draft.points.add(
            "building", "middleware", "Who builds and runs the middleware", "decide", flow
        )
        if flow == through[-1]:
            yield _row("Middleware", "Own middleware", f"Carries {listed(through)}.", number)
    masters: dict[str, list[str]] = {}
    for held in draft.held:
        master = draft.master(held.flow)
        if master and master not in {draft.shop, draft.vendor.name}:
            masters.setdefault(master, []).append(held.number)
    for name, flows in masters.items():
        text = f"How {name} is connected to the shop"
        for flow in flows:
            number = draft.points.add("building", f"master {name}", text, "decide", flow)
        yield _row("Master", name, f"Its word counts for {listed(flows)}.", number)


def sheet(draft: Draft) -> View:
    """The plug-ins and interfaces that carry flows, side by side, with everything known of them."""
    used = draft.used()
    columns = [list(_known(draft, each)) for each in used]
    rows = [
        {"what": cells[0]["what"], "cells": list(cells)}
        for cells in zip(*columns, strict=True)
        if any(cell["text"] or cell["open"] or cell["rests"] for cell in cells)
    ]
    return {
        "heads": [{"name": f"{each.title} ({_kind(each)})"} for each in used],
        "rows": rows,
    }


def _kind(record: InterfaceResult) -> str:
    return "plug-in" if record.kind == "plugin" else in_lower_case(record.kind)


def _known(draft: Draft, record: InterfaceResult) -> Iterator[View]:
    yield _cell("Carries", listed([h.number for h in draft.held if h.record is record] or ["–"]))
    yield _behind(draft, record)
    yield _cell("Package and version", f"{record.package} {record.version}".strip())
    yield _cell("Fits the shop", "; ".join(_compatibility(draft, record)))
    yield _cell("Addresses begin with", record.base)
    yield _cell("Authentication", ", ".join(record.authentication))
    limits = "; ".join(filter(None, (in_words(record.limits), record.limits_note)))
    yield _cell("Limits", limits)
    sandbox = "" if record.sandbox is None else YES[record.sandbox]
    yield _asked(draft, record, "Sandbox", sandbox, "Whether there is a sandbox")
    change = "How clients are kept from breaking when it changes"
    yield _asked(draft, record, "Versioning", record.versioning, change)
    yield _cell("Idempotency", record.idempotency)
    yield _cell("Retries", record.retries)
    yield _cell("Card data", CARD_DATA.get(record.card_data, record.card_data))
    yield _cell("Known limitations", "; ".join(record.limitations))
    yield _cell("Note", record.reference.note)
    source = cite_record(draft, record.title, record.reference)
    yield _cell("Source", "") | {"rests": source}


def _behind(draft: Draft, record: InterfaceResult) -> View:
    """The flows of plug-ins that are taken to use the interface."""
    behind = [held.number for held in draft.held if held.api is record]
    text = "Whether plug-ins use the interface that carries the same data, as assumed here"
    open_ = ""
    for flow in behind:
        open_ = draft.points.add("building", "behind", text, draft.ask, flow, record.title)
    return _cell("Behind the plug-in of", listed(behind) if behind else "", open_)


def _compatibility(draft: Draft, record: InterfaceResult) -> list[str]:
    routes = [held.cell.route for held in draft.held if held.record is record]
    return [each.text for each in routes[0].compatibility] if routes and routes[0] else []


def _cell(what: str, text: str, open_: str = "") -> View:
    return {"what": what, "text": text, "open": open_, "rests": ""}


def _asked(draft: Draft, record: InterfaceResult, what: str, text: str, question: str) -> View:
    if text or record.kind == "plugin":
        return _cell(what, text)
    stage: Stage = "testing" if what == "Sandbox" else "going live"
    name = f"ask {what.lower()}"
    return _cell(what, "", draft.points.add(stage, name, question, draft.ask, about=record.title))


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
