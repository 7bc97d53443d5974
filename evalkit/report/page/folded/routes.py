"""Technical fit as finished strings for templates."""

import math
from collections.abc import Iterator, Mapping

from evalkit.evaluation.derived.fit import headroom_in_words
from evalkit.evaluation.fit.results import OUTCOME_WORDS, counted
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.fit import (
    CellResult,
    FitResult,
    FlowResult,
    PlatformResult,
    VendorFit,
)
from evalkit.evaluation.record.source import Reference
from evalkit.explanation.lookup import labels
from evalkit.integration.fit import ROUTE_WORDS
from evalkit.integration.losses import ASSUMED, CARRIED, TIMES
from evalkit.integration.routes import Route
from evalkit.model.criteria import in_lower_case
from evalkit.report.page.folded.sources import referred
from evalkit.report.page.folded.standing import MOST_COLUMNS
from evalkit.templates.view import View
from evalkit.wording.numbers import (
    grouped,
    whole_range,
)
from evalkit.wording.words import listed

Names = Mapping[str, str]

DIRECTIONS = {
    "to_vendor": "from the shop to the vendor",
    "from_vendor": "from the vendor to the shop",
}
MASTERS = {"commerce": "the shop", "vendor": "the vendor"}
INTERFACES = {"rest": "REST", "graphql": "GraphQL", "soap": "SOAP", "file": "files"}
CLASSES = {
    "possible": "possible",
    "with_work": "with-work",
    "not_possible": "not-possible",
    "unknown": "unknown",
}
"""CSS classes of outcomes."""


def fit_section(evaluation: Evaluation, fit: FitResult) -> View:
    """The section about flows and routes."""
    names = labels(evaluation)
    paths = {vendor.id: vendor.path for vendor in evaluation.vendors}
    return {
        "sentences": list(fit.sentences),
        "platform": _platform(fit.platform) if fit.platform else None,
        "matrices": list(_matrices(fit, names)),
        "order": ", ".join(ROUTE_WORDS[kind] for kind in fit.order),
        "vendors": [_vendor(vendor, names[vendor.id]) for vendor in fit.vendors],
        "flows": [_flow(place, fit, names, paths) for place in range(len(fit.flows))],
    }


def _platform(found: PlatformResult) -> View:
    told = [f"The shop runs on {found.text}"]
    if found.extended_until is not None:
        told.append(f"Support that is paid for ends on {found.extended_until.isoformat()}.")
    if found.interfaces:
        spoken = [INTERFACES.get(each) or in_lower_case(each) for each in found.interfaces]
        told.append(f"It is open to others by {listed(spoken)}.")
    else:
        told.append("Which of its interfaces are open to others is not on record.")
    if found.storefront:
        told.append(f"Its storefront is {found.storefront}.")
    return {"text": " ".join(told), **_referred(found.reference, "")}


def _referred(reference: Reference | None, place: str) -> View:
    """Place and source of an entry; the place alone if there is no source."""
    if reference is None:
        return {"checked": "", "fresh": "", "sources": [], "place": place}
    return referred(reference)


def _matrices(fit: FitResult, names: Names) -> Iterator[View]:
    """Flows by vendor, split into tables narrow enough to print."""
    for start in range(0, len(fit.vendors), MOST_COLUMNS):
        vendors = list(enumerate(fit.vendors))[start : start + MOST_COLUMNS]
        shown = [names[vendor.id] for _, vendor in vendors]
        yield {
            "label": f"Flows with {listed(shown)}",
            "heads": [{"id": vendor.id, "name": names[vendor.id]} for _, vendor in vendors],
            "rows": [
                {
                    "id": _anchor(place),
                    "title": flow.title,
                    "asked": f"{flow.need}, {TIMES[flow.timing]}",
                    "cells": [
                        {"id": _anchor(place, column), **_outcome(vendor.cells[place], flow)}
                        for column, vendor in vendors
                    ],
                }
                for place, flow in enumerate(fit.flows)
            ],
        }


def _anchor(*places: int) -> str:
    """The HTML id of a flow or cell, made of numbers so that it holds no text from files."""
    return "-".join(["fit", *(str(place + 1) for place in places)])


def _outcome(cell: CellResult, flow: FlowResult) -> View:
    return {
        "outcome": CLASSES[cell.outcome],
        "word": OUTCOME_WORDS[cell.outcome],
        "gate": "rules it out" if _fails(cell, flow) else "",
    }


def _fails(cell: CellResult, flow: FlowResult) -> bool:
    return flow.need == "must" and cell.outcome == "not_possible"


def _vendor(vendor: VendorFit, name: str) -> View:
    return {
        "id": vendor.id,
        "name": name,
        "coverage": f"{whole_range(*vendor.coverage)}%",
        "by_plugin": f"{whole_range(*vendor.by_plugin)}%",
        "headroom": _headroom(vendor),
        "text": counted(vendor.cells),
    }


def _headroom(vendor: VendorFit) -> str:
    """How many times the peak load the known limits allow."""
    is_open, least = vendor.headroom_is_open, vendor.headroom_at_least
    if vendor.headroom is None and is_open and least is None:
        return "not known"
    most = math.inf if vendor.headroom is None else vendor.headroom
    return headroom_in_words(least or 0 if is_open else most, most, "times")


def _flow(place: int, fit: FitResult, names: Names, paths: Names) -> View:
    flow = fit.flows[place]
    cells = [(vendor.id, vendor.cells[place]) for vendor in fit.vendors]
    failed = [names[vendor] for vendor, cell in cells if _fails(cell, flow)]
    return {
        "id": _anchor(place),
        "title": flow.title,
        "need": flow.need,
        "about": [{"label": label, "text": text} for label, text in _about(flow) if text],
        "place": f"{flow.path}, {flow.key}",
        "failed": _failed(failed),
        "vendors": [
            {
                "id": vendor,
                "anchor": _anchor(place, column),
                "name": names[vendor],
                **_cell(cell, flow, paths[vendor]),
            }
            for column, (vendor, cell) in enumerate(cells)
        ],
    }


def _failed(names: list[str]) -> str:
    if not names:
        return ""
    verb = "is" if len(names) == 1 else "are"
    return f"Mandatory but impossible: {listed(names)} {verb} ruled out."


def _about(flow: FlowResult) -> Iterator[tuple[str, str]]:
    """The properties of a flow, as label and text."""
    yield "Data object", f"{flow.object}: {flow.about}" if flow.about else flow.object
    yield "Direction", DIRECTIONS[flow.direction]
    yield "Has to arrive", TIMES[flow.timing]
    yield "Volume", "; ".join(_volumes(flow)) or "not stated"
    yield "Master", MASTERS.get(flow.master, flow.master)
    yield "Set off by", flow.trigger
    yield "Holds", " and ".join(_protected(flow)) or "neither personal nor payment data"
    yield "Because", flow.because


def _volumes(flow: FlowResult) -> Iterator[str]:
    for amount, when in (
        (flow.per_day, "on an average day"),
        (flow.peak_per_hour, "in the busiest hour"),
        (flow.peak_per_second, "in the busiest second"),
    ):
        if amount is not None:
            yield f"{grouped(amount, 12)} {when}"


def _protected(flow: FlowResult) -> Iterator[str]:
    if flow.personal_data:
        yield "personal data"
    if flow.payment_data:
        yield "payment data"


def _cell(cell: CellResult, flow: FlowResult, path: str) -> View:
    route = cell.route
    return {
        **_outcome(cell, flow),
        "route": _route(route),
        "reason": f"{cell.text[:1].upper()}{cell.text[1:]}.",
        "speaks": list(_speaks(route)) if route else [],
        "others": [_other(each) for each in cell.others],
        **_referred(cell.reference, f"{path}, integration"),
    }


def _route(route: Route | None) -> str:
    if route is None:
        return "no route"
    by = "by" if route.outcome in CARRIED else "nearest:"
    assumed = f" ({ASSUMED})" if route.timing_is_assumed else ""
    return f"{by} {ROUTE_WORDS[route.kind]}, {TIMES[route.timing]}{assumed}"


def _speaks(route: Route) -> Iterator[str]:
    """Points in favour of a route: compatible versions and sufficient limits."""
    yield from (each.text for each in route.compatibility if each.answer == "yes")
    yield from (check.text for check in route.limits if check.is_enough)


def _other(route: Route) -> str:
    """An alternative route, with its outcome and the reason."""
    hard = [loss.text for loss in route.losses if loss.weight == "hard"]
    why = hard or [loss.text for loss in route.losses]
    words = f"{ROUTE_WORDS[route.kind]}, {route.title}: {OUTCOME_WORDS[route.outcome]}"
    return "; ".join([words, *why])
