"""Vendors, which are compared."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from evalkit.diagnostics.record import Route
from evalkit.model.base import Id, MeasureId, Record, Text, WebLink
from evalkit.model.comparison.role import RoleId
from evalkit.model.fact import Fact, Reading
from evalkit.model.integration import Integration
from evalkit.model.prices.price_list import PriceList
from evalkit.model.source import Origin, Sourced

Candidate = Literal["status_quo", "platform", "build"]
"""What the client can do without a vendor: keep its present solution, use a feature of its own
platform, or build one."""


def _nothing_yet(given: Any) -> Any:
    # In a new file, every line below `facts:` may still be a comment.
    return {} if given is None else given


def _or_nothing(schema: dict[str, Any]) -> None:
    schema["type"] = ["object", "null"]


class Vendor(Record):
    """A vendor and what is known about it."""

    id: Id
    """The name of the file, without its ending.
    Examples: "examplepay"
    """
    name: Text
    """The name for reports.
    Examples: "ExamplePay"
    """
    category: Id
    """The criteria by which it is judged, by the name of their file.
    Examples: "payment-gateways"
    """
    role: RoleId | None = None
    """What it does for the client, as one of the roles that the category's criteria name; only
    vendors of the same role are compared, unless a plan names several.
    Examples: "acquirer"
    """
    candidate: Candidate | None = None
    """What it is, if not a vendor: the present solution (`status_quo`), a feature of the client's
    own platform, or a solution that the client builds. It is compared only in plans that list it
    under `vendors`, where money is also shown against it.
    Examples: "status_quo"
    """
    example: bool = False
    """Whether it is fictional, as reports then say."""
    website: WebLink | None = None
    """The vendor's own website.
    Examples: "https://www.examplepay.test"
    """
    note: Text | None = None
    """Anything else that a reader should know."""
    origin: Annotated[Origin | None, Field(default=None, alias="from")]
    """The source of every fact, charge, interface, plug-in and limitation that names none of its
    own.
    Examples: {"source": "answers to our questionnaire", "checked": "2026-06-20"}
    """
    facts: Annotated[
        dict[MeasureId, Fact], BeforeValidator(_nothing_yet), Field(json_schema_extra=_or_nothing)
    ] = Field(default={})
    """Facts, by measure of the category's criteria; there may be nothing yet."""
    charges: PriceList = ()
    """The vendor's price list."""
    integration: Integration | None = None
    """The vendor's interfaces and plug-ins; None if nobody has looked."""

    @property
    def plugin_platforms(self) -> frozenset[str]:
        """The platforms that its plug-ins are for."""
        plugins = self.integration.plugins if self.integration else ()
        return frozenset(each.platform for each in plugins if each.platform)

    @cached_property
    def editions(self) -> tuple[str, ...]:
        """The editions to which its prices and facts belong, in the order of its file."""
        stated = (each for fact in self.facts.values() for each in fact.all_stated)
        named = (each.edition for each in (*self.charges, *stated))
        return tuple(dict.fromkeys(name for name in named if name is not None))

    @cached_property
    def claims(self) -> tuple[tuple[Route, str, Reading], ...]:
        """Every reading of every fact that states a value, with its route and measure."""
        return tuple(self._claims())

    def _claims(self) -> Iterator[tuple[Route, str, Reading]]:
        for measure, fact in self.facts.items():
            for way, reading in fact.stated:
                if not reading.is_unknown:
                    yield ("facts", measure, *way), measure, reading
            for number, conflict in enumerate(fact.conflicts):
                yield ("facts", measure, "conflicts", number), measure, conflict

    @cached_property
    def sourced(self) -> tuple[tuple[Route, str, Sourced], ...]:
        """Every claim, and every place where an unknown fact was looked for."""
        return (*self.claims, *self._searches())

    def _searches(self) -> Iterator[tuple[Route, str, Sourced]]:
        for measure, fact in self.facts.items():
            for number, place in enumerate(fact.looked or ()):
                yield ("facts", measure, "looked", number), measure, place
            for way, reading in fact.stated:
                if reading.is_unknown and reading.source and not fact.looked:
                    yield ("facts", measure, *way), measure, reading
