"""Environments, test cases, cut-over and rollback."""

from collections.abc import Iterator

from evalkit.evaluation.record.fit import InterfaceResult
from evalkit.model.criteria import in_lower_case
from evalkit.report.specification.draft import WHEN, Draft, Held
from evalkit.report.specification.requirements.systems import YES
from evalkit.templates.view import View
from evalkit.wording.numbers import grouped
from evalkit.wording.words import listed


def environments(draft: Draft) -> list[View]:
    """Test environments of the shop and the vendor."""
    number = draft.points.add("Systems", "Not in the plan: where the shop is tested", "decide")
    shop = {
        "name": draft.shop,
        "text": "A shop to test against, of the same version.",
        "open": number,
    }
    return [shop, *(_environment(draft, each) for each in draft.used() if each.kind != "plugin")]


def _environment(draft: Draft, record: InterfaceResult) -> View:
    title, sandbox = record.title, record.sandbox
    if sandbox is None:
        text = f"Not on record of {title}: whether there is a sandbox"
        return {"name": title, "text": "", "open": draft.points.add("Systems", text, draft.ask)}
    open_ = ""
    if not sandbox:
        open_ = draft.points.add("Systems", f"{title} has no sandbox: how it is tested", "decide")
    return {"name": title, "text": f"Sandbox: {YES[sandbox]}.", "open": open_}


def cases(held: Held, draft: Draft) -> list[View]:
    """The test cases of a flow, in a fixed order."""
    return [
        {"number": f"{held.number}-T{place}", "title": title, "does": does, "expect": expect}
        for place, (title, does, expect) in enumerate(_cases(held, draft), start=1)
    ]


def _cases(held: Held, draft: Draft) -> Iterator[tuple[str, str, str]]:
    flow, n = held.flow, held.number
    shop, vendor = draft.shop, draft.vendor.name
    here, there = (shop, vendor) if flow.direction == "to_vendor" else (vendor, shop)
    data = in_lower_case(flow.data)
    trigger = f": {flow.trigger}" if flow.trigger else ""
    yield (
        "Normal",
        f"One {data} from {here}{trigger}.",
        f"It is at {there} {WHEN[flow.timing]}, every mapped field as {n}-9 says ({n}-1 to {n}-5).",
    )
    yield "Repeated", f"The same {data} twice.", f"It counts once ({n}-14)."
    yield "Peak", _peak(held), f"All arrive {WHEN[flow.timing]}; no limit is broken ({n}-7, {n}-8)."
    yield (
        "Outage",
        f"{there} does not answer, then does again.",
        f"Nothing is lost, nothing counts twice ({n}-12 to {n}-14); somebody is told ({n}-16).",
    )
    yield (
        "Wrong data",
        f"A {data} without a field that must be there, and one with a wrong value.",
        f"It is refused with a reason, kept, and does not hold up others ({n}-12).",
    )
    yield (
        "Both sides differ",
        f"A {data} is changed on one side only.",
        f"The comparison finds it, and the master's word counts ({n}-2, {n}-15).",
    )
    if flow.personal_data:
        yield (
            "Deletion of personal data",
            "A person asks for deletion.",
            f"What is passed on by {n} is deleted, or kept with a reason, on both sides ({n}-10).",
        )
    if flow.payment_data:
        yield (
            "Card numbers",
            f"A test card is used; then logs and database of {shop} are searched for its number.",
            f"It is nowhere ({n}-11).",
        )


def _peak(held: Held) -> str:
    """The peak load in the plan, as a sentence."""
    flow = held.flow
    told = []
    if flow.peak_per_second:
        told.append(f"{grouped(flow.peak_per_second)} records a second")
    if flow.peak_per_hour:
        told.append(f"{grouped(flow.peak_per_hour)} records within an hour")
    if not told and flow.per_day:
        told.append(f"{grouped(flow.per_day)} records within a day")
    return f"{listed(told)}." if told else f"The number is open ({held.number}-7)."


def cut_over(draft: Draft) -> list[View]:
    """Numbered cut-over steps; missing details become open points."""
    return [
        {"number": f"C{place}", "text": text, "open": open_}
        for place, (text, open_) in enumerate(_steps(draft), start=1)
    ]


def _steps(draft: Draft) -> Iterator[tuple[str, str]]:
    must = [held.number for held in draft.held if held.flow.need == "must"]
    wish = [held.number for held in draft.held if held.flow.need == "wish"]
    if must:
        yield f"Open points of {listed(must)} are settled, and their test cases passed.", ""
    yield "A day and an hour outside the busiest time.", _decide(draft, "when it is switched on")
    for each in draft.used():
        if each.kind == "plugin":
            yield f"Install {f'{each.package} {each.version}'.strip() or each.title}.", ""
        else:
            how = ", ".join(each.authentication)
            yield f"Credentials for {each.title}{f' ({how})' if how else ''} are in place.", ""
    open_ = _decide(draft, "which records from before are passed on, and how")
    yield "Records from before are passed on, as far as they are needed.", open_
    if must:
        yield f"Switch on what must be: {listed(must)}.", ""
    if wish:
        yield f"Then what is wished for: {listed(wish)}.", ""
    yield "Compare both sides for every flow, after the first hour and the first day.", ""
    yield from _ended(draft)


def _ended(draft: Draft) -> Iterator[tuple[str, str]]:
    """Existing services that the plan expects to be switched off."""
    for item in draft.costs.items if draft.costs else ():
        if item.kind == "cost_ended":
            yield f"The plan counts on the end of: {item.title} ({item.terms}).", ""


def roll_back(draft: Draft) -> list[View]:
    """Numbered rollback steps, which switch flows off in reverse order."""
    order = [held.number for held in reversed(draft.held)]
    found = [
        ("Who decides, and up to when.", _decide(draft, "who decides to go back, and until when")),
        (f"Switch off {listed(order)}, in this order.", ""),
        (
            "What did the work before takes over again.",
            _decide(draft, "what does the work today, and how long it stays ready"),
        ),
        (
            "Records under way are finished or taken back, and both sides compared.",
            _decide(draft, "what becomes of records under way when going back"),
        ),
    ]
    return [
        {"number": f"R{place}", "text": text, "open": open_}
        for place, (text, open_) in enumerate(found, start=1)
    ]


def _decide(draft: Draft, what: str) -> str:
    return draft.points.add("Cut-over", f"Not in the plan: {what}", "decide")
