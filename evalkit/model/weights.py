"""Stakeholders' statements about weights: one record for each kind."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from evalkit.model.base import Day, InReach, Lenient, NotNegative, Record, Text
from evalkit.model.forms import Formed, SomeOf

Times = Annotated[float, Field(ge=1, le=100, allow_inf_nan=False), InReach]
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False), InReach]
Influence = Annotated[float, Field(gt=0, le=1_000_000, allow_inf_nan=False), InReach]


def _tie(given: Any) -> Any:
    if isinstance(given, str):
        return (given,)
    if isinstance(given, (list, tuple)) and given and all(isinstance(name, str) for name in given):
        return tuple(given)
    raise PydanticCustomError("order_entry", "an id, or a list of ids that tie")


_TIE_SCHEMA = {
    "anyOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}, "minItems": 1},
    ],
    "description": "A criterion, or a list of criteria that matter equally.",
}
Tie = Annotated[tuple[str, ...], Lenient, BeforeValidator(_tie), WithJsonSchema(_TIE_SCHEMA)]


class PointStatement(Record):
    """Points distributed among all siblings, with any total."""

    kind: Literal["points"]
    """Points with any total."""
    points: Annotated[dict[str, NotNegative], Field(min_length=1)]
    """The points of each sibling, by id.
    Examples: {"api": 60, "cost": 40}
    """


class SwingStatement(Record):
    """100 for the swing that matters most, and the others relative to it."""

    kind: Literal["swing"]
    """100 for the most important, and the others relative to it."""
    swing: Annotated[dict[str, Percent], Field(min_length=1)]
    """The worth of each swing, from 0 to 100, by id."""


class OrderStatement(Record):
    """From the most to the least important swing; a list inside the list is a tie."""

    kind: Literal["order"]
    """An order without numbers."""
    order: Annotated[tuple[Tie, ...], Lenient, Field(min_length=1)]
    """The ids, from the most to the least important.
    Examples: ["api", ["cost", "plugin"]]
    """


class Comparison(Record):
    """How many times more one swing matters than another."""

    more: str
    """The id of the swing that matters more."""
    less: str
    """The id of the swing that matters less."""
    times: Times
    """How many times more, from 1 to 100."""


class PairwiseStatement(Record):
    """Pairwise comparisons; not every pair is needed, as long as all siblings are connected."""

    kind: Literal["pairwise"]
    """Pairwise comparisons."""
    pairwise: Annotated[tuple[Comparison, ...], Lenient, Field(min_length=1)]
    """The comparisons that were made."""


class BestWorstStatement(Record):
    """The swings that matter most and least, and their comparisons with all others."""

    kind: Literal["best_worst"]
    """Comparisons with the best and the worst."""
    best: str
    """The id of the swing that matters most."""
    worst: str
    """The id of the swing that matters least."""
    best_to_others: Annotated[dict[str, Times], Field(min_length=1)]
    """How many times more the best matters than each other one."""
    others_to_worst: Annotated[dict[str, Times], Field(min_length=1)]
    """How many times more each other one matters than the worst."""


class Interval(Record):
    """A lowest and a highest share, in percent of all siblings."""

    low: Percent
    """The lowest share, in percent."""
    high: Percent
    """The highest share, in percent."""


class IntervalStatement(Record):
    """A low and a high share for each criterion; an omitted one may take any share."""

    kind: Literal["intervals"]
    """A lowest and a highest share for each."""
    intervals: Annotated[dict[str, Interval], Field(min_length=1)]
    """The shares of each sibling, by id.
    Examples: {"api": {"low": 10, "high": 30}}
    """


Statement = Annotated[
    PointStatement
    | SwingStatement
    | OrderStatement
    | PairwiseStatement
    | BestWorstStatement
    | IntervalStatement,
    Field(discriminator="kind"),
]


class Stakeholder(Formed):
    """A person, or a group that speaks as one, and their statements about weights."""

    go_together = (
        SomeOf(
            "weights", "within",
            words="a stakeholder says something: `weights`, or `within` a criterion",
        ),
    )  # fmt: skip

    title: Text | None = None
    """A name for reports."""
    influence: Influence = 1.0
    """The weight of this stakeholder in the group, relative to the others."""
    stated: Day | None = None
    """The date of the statement."""
    scales: Text | None = None
    """The mark of the scales at that time, as shown by `evalkit weigh`: a weight is the worth of a
    swing on a scale, so a later change of a scale is a finding."""
    because: Text | None = None
    """The reasons for the statement."""
    weights: Statement | None = None
    """The statement about the criteria at the top."""
    within: dict[str, Statement] = Field(default={})
    """Statements about the siblings below a criterion, by its id."""

    @property
    def statements(self) -> dict[str | None, "Statement"]:
        """All statements, by the criterion below which they weigh; None for the top."""
        top: dict[str | None, Statement] = {} if self.weights is None else {None: self.weights}
        return top | dict(self.within)


WeightSpace = Literal["mixture", "order", "intervals", "point", "uniform", "fixed"]


class Robustness(Record):
    """The weights to simulate for the robustness of a ranking, and the precision."""

    weights: WeightSpace = "mixture"
    """`mixture`: each stakeholder's weights, in proportion to influence. `order`: all weights in
    the order of the group's. `intervals`: between the lowest and the highest weight that anybody
    gives a criterion. `point`: around the group's weights. `uniform`: all possible. `fixed`:
    the weights as they are, by rule, as in a tender; only facts are simulated."""
    concentration: Annotated[float, Field(ge=1, le=1_000_000, allow_inf_nan=False), InReach] = 50.0
    """How closely simulations keep to weights that were stated as points: the parameters of the
    Dirichlet distribution sum to it. At 50, a weight of 20% varies by about 5.6 points."""
    precision: Annotated[float, Field(ge=0.05, le=10, allow_inf_nan=False), InReach] = 0.5
    """The largest standard error of a share, in percentage points; it sets the number of runs."""

    @property
    def has_fixed_weights(self) -> bool:
        """Whether weights are fixed by rule, so that nothing varies them."""
        return self.weights == "fixed"
