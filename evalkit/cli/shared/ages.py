"""What is stale or undated among the entries that bear on an answer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evalkit.cli.shared.output import talk_last
from evalkit.model.plan import Plan
from evalkit.workspace.workspace import Workspace

STALE = {
    "EK308": "facts", "EK324": "facts", "EK325": "facts", "EK332": "facts", "EK517": "prices",
    "EK552": "prices", "EK553": "prices", "EK612": "routes",
}  # fmt: skip
"""Rules that find what is older than its `fresh_for` or has ended, and what each is about."""
UNDATED = {"EK307": "facts", "EK331": "facts", "EK512": "prices", "EK607": "routes"}
"""Rules that find what has no date, and what each is about."""
PRICES = ("price", "prices")
ENTRIES = ("entry", "entries")


@dataclass(frozen=True, slots=True)
class Bearing:
    """The entries that an answer rests on."""

    about: tuple[str, ...] = ("facts", "prices", "routes")
    vendors: tuple[str, ...] = ()
    """The vendors that it is about, by id or name; all of the plan if there are none."""

    def for_plan(self, plan: Plan | None) -> frozenset[str]:
        """What of it a plan uses: prices only with money, routes only with flows."""
        unused = {"prices": not (plan and plan.money), "routes": not (plan and plan.flows)}
        return frozenset(each for each in self.about if not unused.get(each))


ALL = Bearing()


def remark_ages(
    workspace: Workspace, plan: Plan | None, paths: Iterable[str], bearing: Bearing = ALL
) -> None:
    """Report on stderr how much of what bears on the answer is stale or undated."""
    used, about = _files(workspace, paths, bearing), bearing.for_plan(plan)
    codes = Counter(found.code for found in workspace.diagnostics if found.path in used)
    stale, undated = (
        sum(codes[code] for code, what in rules.items() if what in about)
        for rules in (STALE, UNDATED)
    )
    first, word = (stale, "stale") if stale else (undated, "undated")
    if not first:
        return
    nouns = PRICES if bearing.about == ("prices",) else ENTRIES
    noun, verb = (nouns[0], "is") if first == 1 else (nouns[1], "are")
    more = f" and {undated} undated" if stale and undated else ""
    talk_last(f"evalkit: {first} {noun} used here {verb} {word}{more}; see evalkit validate")


def _files(workspace: Workspace, paths: Iterable[str], bearing: Bearing) -> set[str]:
    """The files among some that bear on an answer: none of vendors that it is not about."""
    asked = {name.casefold() for name in bearing.vendors}
    others = {
        path
        for vendor in workspace.vendors.values()
        if asked and not asked & {vendor.id.casefold(), vendor.name.casefold()}
        for path in workspace.paths["vendor", vendor.id]
    }
    return set(paths) - others
