"""What is folded about data flows: each route, its limits and its source."""

from collections.abc import Iterator

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.fit import CellResult, FitResult, FlowResult, PlatformResult
from evalkit.explanation.lookup import labels
from evalkit.integration.routes import Route
from evalkit.report.page.needs.blocks import block, row, source
from evalkit.report.page.needs.rows import FLOWS, flow_cell
from evalkit.templates.view import View
from evalkit.wording.messages import fit as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import date, listed
from evalkit.wording.numbers import grouped


def routes(evaluation: Evaluation) -> View | None:
    """The shop's platform and each data flow; None if the plan has no flows."""
    fit = evaluation.fit
    if fit is None:
        return None
    platform = fit.platform
    kinds = [say(told.ROUTES[kind]) for kind in fit.order]
    reference = platform.reference if platform else None
    return {
        "sentences": [
            *(_platform(platform) if platform else [say(told.NO_PLATFORM)]),
            *fit.sentences,
            say(told.ORDER, kinds=listed(kinds)),
        ],
        "source": source(reference) if reference else None,
        "blocks": list(_blocks(fit, labels(evaluation))),
    }


def _platform(found: PlatformResult) -> Iterator[str]:
    yield say(told.RUNS_ON, platform=found.text)
    if found.extended_until is not None:
        yield say(told.EXTENDED, day=date(found.extended_until))
    if found.interfaces:
        named = [_interface(each) for each in found.interfaces]
        yield say(told.OPEN_BY, interfaces=listed(named))
    else:
        yield say(told.NOT_OPEN_BY)
    if found.storefront:
        yield say(told.STOREFRONT, storefront=found.storefront)


def _interface(name: str) -> str:
    message = told.INTERFACES.get(name)
    return say(message) if message else name


def _blocks(fit: FitResult, names: dict[str, str]) -> Iterator[View]:
    for place, flow in enumerate(fit.flows):
        rows = [_row(names[vendor.id], vendor.cells[place]) for vendor in fit.vendors]
        yield block(flow.title, list(_about(flow)), rows)


def _row(name: str, cell: CellResult) -> View:
    found = cell.reference
    return row(
        name,
        flow_cell(cell),
        [cell.text, *(_speaks(cell.route) if cell.route else ()), *map(_other, cell.others)],
        [found] if found and found.source else [],
        f"{found.path}, {found.key}" if found else "",
    )


def _speaks(route: Route) -> Iterator[str]:
    """What speaks for a route: compatible versions and sufficient limits."""
    yield from (each.text for each in route.compatibility if each.answer == "yes")
    yield from (check.text for check in route.limits if check.is_enough)


def _other(route: Route) -> str:
    """Another route, with its outcome and what speaks against it."""
    hard = [loss.text for loss in route.losses if loss.weight == "hard"]
    why = hard or [loss.text for loss in route.losses]
    return say(
        told.OTHER_ROUTE_BECAUSE if why else told.OTHER_ROUTE,
        kind=say(told.ROUTES[route.kind]),
        route=route.title,
        outcome=say(FLOWS[route.outcome][1]),
        reasons="; ".join(why),
    )


def _about(flow: FlowResult) -> Iterator[str]:
    """The properties of a flow, each behind its label."""
    found = {
        "object": flow.object,
        "about": flow.about,
        "direction": say(told.DIRECTIONS[flow.direction]),
        "timing": say(told.TIMES[flow.timing]),
        "volume": "; ".join(_volumes(flow)) or say(told.NO_VOLUME),
        "master": say(told.MASTERS[flow.master]) if flow.master in told.MASTERS else flow.master,
        "trigger": flow.trigger,
        "holds": _holds(flow),
        "because": flow.because,
    }
    for name, text in found.items():
        if text:
            yield say(told.ABOUT_FLOW[name], text=text)


def _volumes(flow: FlowResult) -> Iterator[str]:
    for name, message in told.VOLUMES.items():
        amount = getattr(flow, name)
        if amount is not None:
            yield say(message, amount=grouped(amount, 12))


def _holds(flow: FlowResult) -> str:
    held = [
        say(message)
        for message, is_held in (
            (told.PERSONAL, flow.personal_data),
            (told.PAYMENT, flow.payment_data),
        )
        if is_held
    ]
    return listed(held) if held else say(told.NEITHER)
