"""Measures, and scales that turn levels into values, from 0 for the worst foreseen to 100."""

from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, model_validator

from evalkit.model.base import (
    Days,
    Lenient,
    MeasureId,
    Number,
    Positive,
    Record,
    Text,
    Value100,
)
from evalkit.model.forms import Formed, NotBoth
from evalkit.model.scales.rating import Rating
from evalkit.model.scales.stated import LevelName

Point = Annotated[tuple[Number, Value100], Lenient]
ALONE = 1.0
"""The weight of something without siblings, which may be left out."""


def _without_default(schema: dict[str, Any]) -> None:
    # An editor would insert it, also beside siblings that have weights of their own.
    schema.pop("default", None)


Weight = Annotated[Number, Field(json_schema_extra=_without_default)]


class Linear(Record):
    """Value rises in a straight line from `worst` to `best`; `worst` may be the larger number."""

    kind: Literal["linear"]
    """For numbers: a straight line."""
    worst: Number
    """The number that gives 0."""
    best: Number
    """The number that gives 100."""
    strict: bool = False
    """Whether a fact beyond the ends is an error, as for ratings from 1 to 5."""
    because: Text | None = None
    """The reason for the ends."""


class Points(Record):
    """Value runs in straight lines through `[level, value]` points, and is flat outside them."""

    kind: Literal["points"]
    """For numbers: straight lines through points."""
    points: Annotated[tuple[Point, ...], Lenient, Field(min_length=2, max_length=100)]
    """The points, each as [level, value from 0 to 100], by rising level.
    Examples: [[1, 0], [25, 60], [100, 100]]
    """
    strict: bool = False
    """Whether a fact beyond the first or the last point is an error."""
    because: Text | None = None
    """The reason for the ends."""


class Levels(Record):
    """Each named level has its value; a list of levels counts as its best."""

    kind: Literal["levels"]
    """For words: a value for each level."""
    levels: Annotated[dict[LevelName, Value100], Field(min_length=2, max_length=100)]
    """The value of each level, from 0 to 100.
    Examples: {"rest": 100, "none": 0}
    """
    because: Text | None = None
    """The reason for the ends."""


class Checklist(Record):
    """Value is the weighted share of the listed items that are present."""

    kind: Literal["checklist"]
    """For words: a checklist of items."""
    items: Annotated[dict[LevelName, Positive], Field(min_length=1, max_length=100)]
    """The worth of each item, relative to the others.
    Examples: {"refunds": 2, "webhooks": 1}
    """
    because: Text | None = None
    """The reason for these items."""


class Target(Record):
    """Best at a value, falling in straight lines to 0 at either side."""

    kind: Literal["target"]
    """For numbers: the nearer to a target, the better."""
    worst_below: Number
    """The number below `best` that gives 0."""
    best: Number
    """The number that gives 100."""
    worst_above: Number
    """The number above `best` that gives 0."""
    strict: bool = False
    """Whether a fact beyond the ends is an error."""
    because: Text | None = None
    """The reason for the ends."""


Scale = Annotated[
    Linear | Points | Levels | Checklist | Target | Rating, Field(discriminator="kind")
]
NumberScale = Linear | Points | Target | Rating
NAMED = (Levels, Checklist)
"""Kinds whose facts are words; the others take numbers."""

Derived = Literal[
    "total_cost",
    "return_on_investment",
    "payback_months",
    "effective_rate",
    "flow_coverage",
    "plugin_fit",
    "peak_headroom",
    "plugin_support",
]
"""Values that are computed for a plan instead of being looked up. `total_cost`: all payments over
the plan's years, in its currency. `return_on_investment`: percent of the present value of costs.
`payback_months`: months until the money is recovered. `effective_rate`: the vendor's usage charges
in percent of the value of all orders. `flow_coverage`: percent of the plan's flows that are
supported; `plugin_fit`: percent that a plug-in supports on the plan's platform; `peak_headroom`:
how many times the plan's peak the tightest limit allows; `plugin_support`: the newest line of the
plan's platform that a plug-in supports, as one of the levels `newest`, `newest-not-excluded`,
`older`, `older-not-excluded` and `none`."""
OF_MONEY: tuple[Derived, ...] = (
    "total_cost", "return_on_investment", "payback_months", "effective_rate",
)  # fmt: skip
"""Values that are computed from a plan's money."""
OF_FLOWS: tuple[Derived, ...] = ("flow_coverage", "plugin_fit", "peak_headroom")
"""Values that are computed from a plan's flows."""
OF_PLUGINS: tuple[Derived, ...] = ("plugin_support",)
"""Values that are computed from plug-ins and the files of their platforms, also without a plan."""
NO_SUPPORT = "none"
SUPPORT_LEVELS = ("newest", "newest-not-excluded", "older", "older-not-excluded", NO_SUPPORT)
"""How far a plug-in supports its platform, from best to worst: the newest line, or an older one in
regular support, is stated, or merely not excluded."""

InterfaceKey = Literal["kind", "authentication", "versioning", "webhooks"]
"""What a measure may take from interfaces; `webhooks` is whether one of them is of that kind."""


class Measure(Formed):
    """Something that is measured, with a unit and a scale."""

    go_together = (
        NotBoth(
            "derived", "age", "window",
            words="what is computed for each plan has no `age` or `window` of its own",
        ),
        NotBoth("age", "window", words="an `age` is no count, so it has no `window`"),
        NotBoth(
            "from_interfaces", "derived", "age", "window",
            words="what interfaces say is a word, so it has no `derived`, `age` or `window`",
        ),
    )  # fmt: skip

    title: Text | None = None
    """A name for reports; the id in words if omitted."""
    question: Text | None = None
    """What to look for, so that two people find the same."""
    unit: Text | None = None
    """The unit in which facts and scale are written, such as requests/s; that of `age` if omitted.
    Examples: "requests/s", "percent", "EUR"
    """
    weight: Weight = ALONE
    """The worth of going from worst to best on this measure, relative to its siblings; needed only
    beside siblings.
    Examples: 30
    """
    fresh_for: Days | None = None
    """Days after which a fact is stale; the file's own `fresh_for` if omitted."""
    age: Literal["days", "months"] | None = None
    """Facts are dates, each of the newest thing that is known; the scale takes the age on the
    plan's day, in this unit. Once a fact is stale, anything newer is possible."""
    window: Days | None = None
    """Facts count what happened in so many days up to the one on which they were checked; on a
    later day it is at least so much.
    Examples: 365
    """
    replaces: Annotated[tuple[MeasureId, ...], Lenient, Field(max_length=50)] = ()
    """Former measures that this one replaces; who still uses one is told its new name.
    Examples: ["days_since_release"]
    """
    of_plugin: bool = False
    """Whether facts are about a plug-in, and so hold for its platform only."""
    derived: Derived | None = None
    """The value that is computed for each plan, in place of a fact."""
    from_interfaces: InterfaceKey | None = None
    """What interfaces say that stands in for a fact where a vendor's file has none; only words that
    are levels of the scale count.
    Examples: "authentication"
    """
    may_not_apply: bool = True
    """Whether a vendor's file may say that the measure does not apply to the vendor."""
    scale: Scale
    """How good each level is, from 0 to 100."""

    @model_validator(mode="before")
    @classmethod
    def _unit_of_age(cls, given: Any) -> Any:
        if isinstance(given, dict) and given.get("age") and given.get("unit") is None:
            return {**given, "unit": given["age"]}
        return given


def names_of(scale: Levels | Checklist) -> tuple[str, ...]:
    """The words that a fact on this scale may use."""
    return tuple(scale.levels if isinstance(scale, Levels) else scale.items)


class End(NamedTuple):
    """An end of a numeric scale."""

    level: float
    """The number at the end."""
    is_worst: bool
    """Whether numbers beyond it are worse than any that were foreseen."""


def end_before(scale: NumberScale, number: float) -> End | None:
    """The end of a scale beyond which a number lies; None if it lies within."""
    (low, value_low), (high, value_high) = _ends(scale)
    if number < low:
        return End(low, value_low == 0 or value_low < value_high)
    if number > high:
        return End(high, value_high == 0 or value_high < value_low)
    return None


def _ends(scale: NumberScale) -> tuple[Point, Point]:
    if isinstance(scale, (Linear, Rating)):
        worst, best = (scale.worst, 0.0), (scale.best, 100.0)
        return (worst, best) if scale.worst < scale.best else (best, worst)
    if isinstance(scale, Target):
        return (scale.worst_below, 0.0), (scale.worst_above, 0.0)
    return scale.points[0], scale.points[-1]
