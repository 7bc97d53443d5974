"""The systems and messages in the diagrams of a specification."""

from itertools import pairwise

from evalkit.model.criteria import in_lower_case
from evalkit.report.specification.draft import Draft, Held
from evalkit.report.specification.drawing import Arrow, Diagram, context_drawn
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
    return {"chart": context_drawn(found), "title": title}


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
