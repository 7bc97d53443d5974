"""Plans, each for one client's decision."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from evalkit.diagnostics.record import Route
from evalkit.model.base import (
    NUMBER_SCHEMA,
    Day,
    Id,
    InReach,
    Lenient,
    MeasureId,
    Number,
    Record,
    Region,
    Text,
)
from evalkit.model.comparison.role import RoleId
from evalkit.model.comparison.scenario import numbered
from evalkit.model.criteria import COST, Criteria
from evalkit.model.flow import ClientPlatform, DataObject, Flow, RouteKind, flow_id, gate_of
from evalkit.model.money import Money
from evalkit.model.project.needs import Need, Serves
from evalkit.model.project.questions import Gate, Question
from evalkit.model.project.steps import Step
from evalkit.model.weights import Robustness, Stakeholder

_TWICE = "`editions` stands in the plan itself, not under `money` as well"


class PlanWeight(Record):
    """A weight with its reason."""

    weight: Number
    """The worth of going from worst to best, relative to its siblings; above 0."""
    because: Text | None = None
    """The reason that it is worth that much to this client."""
    serves: Serves = ()
    """The needs for which it is worth that much, by id.
    Examples: ["refunds-same-day"]
    """

    @model_validator(mode="before")
    @classmethod
    def _bare_number(cls, given: Any) -> Any:
        return given if isinstance(given, dict) else {"weight": given}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        mapping = handler.resolve_ref_schema(handler(core_schema))
        return {"title": "Weight", "anyOf": [NUMBER_SCHEMA, mapping]}


Serving = Flow | Question | PlanWeight
"""What may serve needs; gates are questions that rule vendors out."""


def rules_out(entry: Serving) -> bool:
    """Whether a vendor that fails at something is ruled out."""
    return isinstance(entry, Gate) or (isinstance(entry, Flow) and entry.need == "must")


_THRESHOLD = r"^(?:100(?:\.0{1,6})?|[0-9]{1,2}(?:\.[0-9]{1,6})?)$"


def _threshold(given: Any) -> Any:
    if isinstance(given, str) and not re.fullmatch(_THRESHOLD, given):
        raise PydanticCustomError("threshold", "a band begins at a number of points from 0 to 100")
    return given


Threshold = Annotated[
    str,
    BeforeValidator(_threshold),
    WithJsonSchema({"type": "string", "pattern": _THRESHOLD}),
]
"""The points from which a band reaches up; keys of a file are text."""
BandName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


class Plan(Record):
    """One client's decision: its needs and the priorities of its people."""

    id: Id
    """The name of the file, without its ending.
    Examples: "storefront-payments"
    """
    title: Text
    """The decision, as a title for reports."""
    category: Id
    """The criteria by which vendors are judged, by the name of their file.
    Examples: "payment-gateways"
    """
    example: bool = False
    """Whether the client is fictional."""
    about: Text | None = None
    """The client and its needs."""
    vendors: Annotated[tuple[Id, ...], Lenient, Field(min_length=1)] | None = None
    """The vendors to compare; all of the category if omitted.
    Examples: ["examplepay", "otherpay"]
    """
    roles: Annotated[tuple[RoleId, ...], Lenient, Field(min_length=1)] | None = None
    """The roles whose vendors are compared, of those that the category's criteria name.
    Examples: ["acquirer"]
    """
    as_of: Day | None = None
    """The date that counts as today; the actual date if omitted."""
    region: Region | None = None
    """The region whose prices and facts count: a country in two letters, `EU`, `EEA` or `world`.
    Examples: "EEA"
    """
    editions: dict[Id, Id] = Field(default={})
    """The edition of each vendor whose prices and facts count.
    Examples: {"examplepay": "enterprise"}
    """
    unknown: Literal["worst", "middle"] = "middle"
    """The place of an unknown in the score: at half, or at 0 until shown, as in a tender; the range
    always spans both ends."""
    stale: Literal["counts", "unknown"] = "counts"
    """`counts`: a stale fact scores like any other, and is marked. `unknown`: it is unknown, as if
    nobody had looked."""
    rankable: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), InReach] = 0.6
    """The share of a vendor's points that must be settled for it to be ranked; 0 ranks every
    vendor."""
    bands: Annotated[dict[Threshold, BandName], Field(max_length=20)] = Field(default={})
    """Words for points, by the points from which each holds: what a vendor has at least decides,
    and a range over an edge gets the words of both ends. Only who is ranked gets one.
    Examples: {"70": "recommended", "50": "acceptable"}
    """
    weights: dict[str, PlanWeight] = Field(default={})
    """The worth of going from worst to best, for all siblings of a criterion or for none.
    Examples: {"api": 25, "cost": {"weight": 40, "because": "Margins are thin."}}
    """
    scales: Text | None = None
    """The mark of the scales when `weights` were set, as shown by `evalkit weigh`."""
    stakeholders: dict[Id, Stakeholder] = Field(default={}, max_length=100)
    """The people whose weights count, instead of `weights` for the same siblings."""
    robustness: Robustness = Robustness.model_construct()
    """Settings for the robustness of the ranking."""
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] = 0
    """The seed of random numbers; the same seed gives the same result."""
    gates: Annotated[tuple[Gate, ...], Lenient, Field(max_length=100)] = ()
    """The requirements that a vendor must meet before any points are counted."""
    needs: Annotated[tuple[Need, ...], Lenient, Field(max_length=100)] = ()
    """What the client needs; flows, gates, weights and questions refer to it by `serves`."""
    questions: Annotated[tuple[Question, ...], Lenient, Field(max_length=100)] = ()
    """Tests of facts that tell whether needs are met, and rule nobody out."""
    steps: Annotated[tuple[Step, ...], Lenient, Field(max_length=100)] = ()
    """What is to be done until the integration runs."""
    money: Money | None = None
    """The basis for costs and benefits; without it, costs are not computed."""
    cost: Literal["criterion", "frontier"] = "criterion"
    """`criterion`: costs have a weight like anything else. `frontier`: the criterion `cost` has no
    weight, and value is shown against cost."""

    platform: ClientPlatform | None = None
    """What the client's shop runs on."""
    flows: Annotated[tuple[Flow, ...], Lenient, Field(max_length=100)] = ()
    """The data that must pass between the shop and the vendor."""
    routes: Annotated[tuple[RouteKind, ...], Lenient, Field(min_length=1)] | None = None
    """Routes from the most to the least preferred; omitted ones are not considered."""
    data_objects: dict[MeasureId, DataObject] = Field(default={})
    """Kinds of data that the criteria do not define."""

    @property
    def gate_names(self) -> tuple[str, ...]:
        """The names of its gates in scenarios, in the order of results: flows come last."""
        flows = (gate_of(flow_id(flow)) for flow in self.flows if flow.need == "must")
        return tuple(numbered([*(gate.measure for gate in self.gates), *flows]))

    def takes(self, role: str | None) -> bool:
        """Whether it compares vendors in a role, or in none, unless it lists the vendors."""
        return self.roles is None or role in self.roles

    def roles_among(self, stated: Iterable[str | None]) -> tuple[str, ...]:
        """The roles that it compares, if its vendors state these: those that it names, or all."""
        return self.roles or tuple(sorted({role for role in stated if role is not None}))

    @property
    def serving(self) -> "Iterator[tuple[tuple[str | int, ...], Serving]]":
        """Everything that serves needs, with its route in the file."""
        listed: dict[str, Sequence[Serving]] = {
            "flows": self.flows, "gates": self.gates, "questions": self.questions,
        }  # fmt: skip
        for key, entries in listed.items():
            yield from (((key, at), each) for at, each in enumerate(entries) if each.serves)
        yield from ((("weights", name), each) for name, each in self.weights.items() if each.serves)

    def judged_by(self, criteria: Criteria) -> Criteria:
        """The criteria that have weights: without `cost` if value is shown against cost."""
        return criteria.without(COST) if self.cost == "frontier" else criteria

    @property
    def bought(self) -> Mapping[str, str]:
        """The edition that is bought of each vendor, in whichever place it is written."""
        return self.editions or (self.money.editions if self.money else {})

    @property
    def bought_at(self) -> Route:
        """Where its editions are written."""
        return ("money", "editions") if self.bought and not self.editions else ("editions",)

    @model_validator(mode="after")
    def _editions_once(self) -> Self:
        if self.money is not None and self.editions:
            if self.money.editions:
                raise PydanticCustomError("form", _TWICE)
            # Costs see the same choice as facts.
            money = self.money.model_copy(update={"editions": self.editions})
            object.__setattr__(self, "money", money)
        return self
