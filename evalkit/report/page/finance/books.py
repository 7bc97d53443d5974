"""The costs of an evaluation with what is needed to print them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.costs import CostsResult, Figure, ItemResult, VendorCosts
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.explanation.finalists import finalists
from evalkit.wording.messages import money as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import between
from evalkit.wording.money import Printer, printer_for

MOST_KEY = 2
"""How many vendors have their figures in large type."""


@dataclass(frozen=True)
class Books:
    """Costs, names of vendors, and how amounts are printed."""

    costs: CostsResult
    names: Mapping[str, str]
    printer: Printer
    ruled_out: frozenset[str]
    first: tuple[str, ...]
    """The vendors that the answer names."""

    @property
    def candidate(self) -> str:
        """The name of what the client can do without a vendor; empty if the plan lists nothing."""
        return self.names[self.costs.against] if self.costs.against is not None else ""

    @property
    def known(self) -> list[VendorCosts]:
        """Vendors of whose costs something is known: first the candidate, last who is ruled out."""
        found = [each for each in self.costs.vendors if each.total_cost.bound != "open"]
        return sorted(
            found, key=lambda each: (each.id in self.ruled_out, each.id != self.costs.against)
        )

    @property
    def unknown(self) -> list[VendorCosts]:
        """Vendors without a cost."""
        return [each for each in self.costs.vendors if each.total_cost.bound == "open"]

    @property
    def key(self) -> list[VendorCosts]:
        """The vendors whose figures matter most: finalists, or else the first with a cost."""
        able = {
            each.id: each
            for each in self.known
            if each.id not in self.ruled_out and each.id != self.costs.against
        }
        named = [able[name] for name in self.first if name in able]
        return (named or list(able.values())[:1])[:MOST_KEY]


def books_of(evaluation: Evaluation, costs: CostsResult) -> Books:
    """The costs of an evaluation, ready to print."""
    return Books(
        costs=costs,
        names={vendor.id: vendor.name for vendor in evaluation.vendors},
        printer=printer_for(costs.currency, costs.locale, costs.unit),
        ruled_out=frozenset(v.id for v in evaluation.vendors if v.standing == "ruled_out"),
        first=tuple(vendor.id for vendor in finalists(evaluation)),
    )


def amount(figure: Figure) -> str:
    """A figure without its range, or why there is none."""
    if not figure.shown:
        return figure.text
    if figure.bound in {"at_least", "at_most"}:
        message = told.AT_LEAST if figure.bound == "at_least" else told.AT_MOST
        return say(message, figure=figure.shown)
    return figure.shown


def reach(figure: Figure) -> str:
    """The range of a figure; empty if there is none."""
    return between(*figure.ends) if figure.ends is not None else ""


def missing(vendor: VendorCosts) -> list[ItemResult]:
    """The charges of a vendor that are not known in full."""
    return [item for item in vendor.items if item.side == "cost" and item.open]


def looks(count: int) -> Sequence[str]:
    """The looks of the first, second and third vendor of a picture."""
    return ("first", "second", "third")[:count]
