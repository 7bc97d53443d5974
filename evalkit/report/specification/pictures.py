"""The systems and messages in the diagrams of a specification."""

from itertools import pairwise

from evalkit.model.criteria import in_lower_case
from evalkit.report.specification.draft import Draft, Held
from evalkit.report.specification.drawing import Arrow, Diagram, context_drawn, sequence_drawn
from evalkit.report.specification.mermaid import flowchart, sequence
from evalkit.templates.view import View
from evalkit.wording.words import listed

MIDDLEWARE = "Own middleware"


def context(draft: Draft) -> View:
    """The context diagram: all systems and every flow between them."""
    middle = any(_by(held) == "middleware" for held in draft.held)
    systems = {"shop": draft.shop, **({"middleware": MIDDLEWARE} if middle else {})}
    systems["vendor"] = draft.vendor.name
    arrows = [arrow for held in draft.held for arrow in _flow(held)]
    title = f"Systems, and what passes between them: {draft.shop} and {draft.vendor.name}"
    found = Diagram("context", title, systems, tuple(arrows), _masters(draft))
    return {"chart": context_drawn(found), "mermaid": flowchart(found), "title": title}


def _flow(held: Held) -> list[Arrow]:
    ends = ["shop", *(["middleware"] if _by(held) == "middleware" else []), "vendor"]
    if held.flow.direction == "from_vendor":
        ends.reverse()
    words = f"{held.number} {in_lower_case(held.flow.data)}"
    words += "" if held.cell.route else ", no route yet"
    return [Arrow(start, end, words) for start, end in pairwise(ends)]


def _masters(draft: Draft) -> dict[str, str]:
    """Master systems other than shop and vendor, with the flows they are master for."""
    found: dict[str, list[str]] = {}
    for held in draft.held:
        master = draft.master(held.flow)
        if master and master not in {draft.shop, draft.vendor.name}:
            found.setdefault(master, []).append(held.number)
    return {name: f"its word counts for {listed(flows)}" for name, flows in found.items()}


def _by(held: Held) -> str:
    return held.cell.route.kind if held.cell.route else ""


def exchange(draft: Draft, held: Held) -> View | None:
    """The sequence diagram of a real-time flow; None for a slower one."""
    if held.flow.timing != "real_time":
        return None
    systems = {"shop": draft.shop, **_middle(held), "vendor": draft.vendor.name}
    title = f"{held.name}: what is sent, in order"
    note = (
        f"Refused, late or sent twice: {held.number}-12 error handling, {held.number}-13 retries, "
        f"{held.number}-14 idempotency"
    )
    arrows = tuple(_messages(held, list(systems)))
    found = Diagram(f"sequence-{held.number.lower()}", title, systems, arrows, note=note)
    return {"chart": sequence_drawn(found), "mermaid": sequence(found), "title": title}


def _middle(held: Held) -> dict[str, str]:
    if _by(held) == "plugin":
        return {"plugin": held.record.title if held.record else "Plug-in"}
    return {"middleware": MIDDLEWARE} if _by(held) == "middleware" else {}


def _messages(held: Held, systems: list[str]) -> list[Arrow]:
    """Messages to the last system and back, after a request if the shop has to poll."""
    flow = held.flow
    data = in_lower_case(flow.data)
    polled = flow.direction == "from_vendor" and _by(held) in {"api", "file"}
    way = systems if flow.direction == "to_vendor" or polled else systems[::-1]
    steps = list(pairwise(way))
    words = _words(held, data, polled=polled)
    sent = [
        Arrow(start, end, words if end == way[-1] or not step else data)
        for step, (start, end) in enumerate(steps)
    ]
    if flow.trigger:
        sent = [Arrow(way[0], way[0], f"set off by: {flow.trigger}"), *sent]
    answer = data if polled else "taken, or refused with a reason"
    back = [Arrow(end, start, answer, is_answer=True) for start, end in reversed(steps)]
    return [*sent, *back]


def _words(held: Held, data: str, *, polled: bool) -> str:
    carried = held.carried
    by = f" ({carried.endpoints[0]})" if carried and carried.endpoints else ""
    return f"{'asks for ' if polled else ''}{data}{by}"
