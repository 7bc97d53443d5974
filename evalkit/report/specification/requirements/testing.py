"""Environments, test cases, cut-over and rollback."""

from collections.abc import Iterator

from evalkit.report.specification.anchors import anchor
from evalkit.report.specification.draft import Draft, Held
from evalkit.report.specification.requirements.needs import rule
from evalkit.templates.view import View
from evalkit.wording.words import listed

DELETION, CARDS = "Deletion", "Card numbers"
CASES = {
    "Normal": (
        "One record, set off by the trigger.",
        "It arrives in time, with every mapped field.",
    ),
    "Repeated": ("The same record twice.", f"It counts once ({rule('Sent twice')})."),
    "Peak": (
        "As many records as the flow's load says.",
        f"All arrive in time; no limit is broken ({rule('Beyond a limit')}).",
    ),
    "Outage": (
        "The receiver does not answer, then does again.",
        f"Nothing is lost or counts twice ({rule('Sent twice')}); somebody is told "
        f"({rule('Watched')}).",
    ),
    "Wrong data": (
        "A record without a mandatory field, and one with a wrong value.",
        f"It is refused with a reason, and does not hold up others ({rule('Refused')}).",
    ),
    "Both sides differ": (
        "A record is changed on one side only.",
        f"The comparison finds it, and the master is right ({rule('Both sides')}).",
    ),
    DELETION: (
        "A person asks for deletion of personal data.",
        "What was passed on is deleted, or kept with a reason, on both sides.",
    ),
    CARDS: (
        "A test card is used; then logs and database of the shop are searched for its number.",
        f"It is nowhere ({rule('Card numbers')}).",
    ),
}
"""What is done in each test, and what must come of it."""


def tests(draft: Draft) -> View:
    """Where to test, and the tests of all flows."""
    text = "Where the shop is tested, on a copy of the same version"
    needed = {case for held in draft.held for case in cases(held)}
    return {
        "open": draft.points.add("testing", "test shop", text, "decide"),
        "cases": [
            {"id": anchor("test", title.lower()), "title": title, "does": does, "expect": expect}
            for title, (does, expect) in CASES.items()
            if title in needed
        ],
    }


def cases(held: Held) -> list[str]:
    """The tests of a flow, in a fixed order."""
    is_left_out = {DELETION: not held.flow.personal_data, CARDS: not held.flow.payment_data}
    return [title for title in CASES if not is_left_out.get(title)]


def cut_over(draft: Draft) -> list[View]:
    """Numbered steps of the cut-over."""
    return _numbered("C", "cut-over", _steps(draft))


def _numbered(letter: str, kind: str, found: Iterator[tuple[str, str]]) -> list[View]:
    return [
        {"number": f"{letter}{place}", "id": anchor(kind, name), "text": text}
        for place, (name, text) in enumerate(found, start=1)
    ]


def _steps(draft: Draft) -> Iterator[tuple[str, str]]:
    must = [held.number for held in draft.held if held.flow.need == "must"]
    wish = [held.number for held in draft.held if held.flow.need == "wish"]
    if must:
        yield "ready", f"Open points of {listed(must)} are settled, and their tests passed."
    yield "when", "Decide on a day and an hour outside the busiest time."
    for each in draft.used():
        if each.kind == "plugin":
            package = f"{each.package} {each.version}".strip() or each.title
            yield f"install {each.id}", f"Install {package}."
    interfaces = [each.title for each in draft.used() if each.kind != "plugin"]
    if interfaces:
        yield "credentials", f"Put credentials for {listed(interfaces)} in place."
    yield "before", "Decide which records from before are passed on, and pass them on."
    first, then = (listed(flows) if flows else "none" for flows in (must, wish))
    yield "on", f"Switch on the musts ({first}), then the wishes ({then})."
    yield "compare", "Compare both sides for every flow, after the first hour and day."
    for item in draft.costs.items if draft.costs else ():
        if item.kind == "cost_ended":
            text = f"End what the plan counts on ending: {item.title} ({item.terms})."
            yield f"ended {item.title}", text


def roll_back(draft: Draft) -> list[View]:
    """Numbered steps of the rollback, which switches flows off in reverse order."""
    order = listed([held.number for held in reversed(draft.held)])
    steps = (
        ("who", "Decide who may go back, and until when."),
        ("off", f"Switch off {order}, in this order."),
        ("today", "Put back what did the work before; decide how long it stays ready."),
        ("rest", "Finish or take back records under way, and compare both sides."),
    )
    return _numbered("R", "rollback", iter(steps))
