"""The files of a new workspace for a category, made from its criteria."""

import datetime
import textwrap
from collections.abc import Iterator, Mapping

from evalkit.editing.sample import sample
from evalkit.editing.shop import EXAMPLE, plugin_lines, shop_lines
from evalkit.editing.writing import WIDTH, flow
from evalkit.model.criteria import Criteria, Criterion, Leaf
from evalkit.model.platform import Platform
from evalkit.model.scale import Checklist, Levels, Measure

KNOWN = {"example-one": 0.6, "example-two": 0.2}
"""The invented vendors, with the share of the weight for which facts are made up."""
_SOURCE = "made up by evalkit"


def files_for(
    criteria: Criteria, day: datetime.date, platform: Platform | None = None
) -> dict[str, str]:
    """A plan and two invented vendors, by path; what is not made up is marked as open.

    With a platform, the shop runs on it, and one of the vendors has a plug-in for it.
    """
    name = criteria.id
    vendors = {
        f"vendors/{name}/{vendor}.yaml": "".join(
            f"{line}\n" for line in _vendor(criteria, vendor, share, day, platform)
        )
        for vendor, share in KNOWN.items()
    }
    plan = "".join(f"{line}\n" for line in _plan(criteria, day, platform))
    return {f"plans/{plan_for(criteria)}.yaml": plan, **vendors}


def plan_for(criteria: Criteria) -> str:
    """The id of the plan that is made for a category."""
    return f"choose-{criteria.id}"


def _vendor(
    criteria: Criteria, vendor: str, known: float, day: datetime.date, platform: Platform | None
) -> Iterator[str]:
    name = vendor.replace("-", " ").title()
    yield f"# What is known about {name}, which is invented. Replace it by a real vendor."
    yield f"id: {vendor}              # equals the file's name"
    yield f"name: {name}"
    yield "example: true                # it is invented, and reports say so; take this out"
    yield f"category: {criteria.id}"
    for name in _role(criteria):
        yield from _comment(
            f"What it does for the client. One of: {', '.join(criteria.roles)}.", ""
        )
        yield f"role: {name}"
    yield "# The source of everything below that names none of its own."
    yield f"from: {flow({'source': _SOURCE})[:-1]}, checked: {day}}}"
    yield "facts:"
    made_up = _heaviest(criteria, known)
    good = 0.75 if known > 0.5 else 0.5  # noqa: PLR2004  # the better known one is the better one
    beyond = criteria.taken_out(_role(criteria))
    for name, leaf in criteria.leaves.items():
        if leaf.measure.derived is None and name not in beyond:
            # An interface that is written below says its kind itself.
            is_said = known > 0.5 and leaf.measure.from_interfaces == "kind"  # noqa: PLR2004
            is_made_up = name in made_up and not is_said
            value = sample(leaf.measure, good, day) if is_made_up else None
            yield from _fact(name, leaf, value, platform.id if platform else EXAMPLE)
    if known > 0.5:  # noqa: PLR2004
        yield from _offer(criteria, day, platform)


def _fact(name: str, leaf: Leaf, value: object, platform: str) -> Iterator[str]:
    """A question with its fact, or with a place for it."""
    measure = leaf.measure
    words = [measure.question or f"{leaf.title}?", _takes(measure)]
    yield from _comment(" ".join(word for word in words if word), "  ")
    date = isinstance(value, datetime.date)
    shown = value if date else flow(value)
    if measure.of_plugin:
        shown = f"{{value: {shown}, platform: {platform}}}"
    yield f"  # {name}:" if value is None else f"  {name}: {shown}"


def _takes(measure: Measure) -> str:
    if measure.age:
        return "The date, such as 2024-09-27."
    if isinstance(measure.scale, Levels):
        return f"One of: {', '.join(measure.scale.levels)}."
    if isinstance(measure.scale, Checklist):
        return f"Any of {', '.join(measure.scale.items)}."
    return f"In {measure.unit}." if measure.unit else ""


def _offer(criteria: Criteria, day: datetime.date, platform: Platform | None) -> Iterator[str]:
    yield "# What it charges. An amount that nobody knows is `unknown`, never nothing."
    yield "charges:"
    yield "  - kind: recurring"
    yield "    title: Subscription"
    yield "    amount: 400"
    yield "    every: month"
    yield "    currency: EUR"
    yield "    region: world            # where the price holds"
    for data in _data_of(criteria):
        yield "# How it can be reached, and which data it carries."
        yield "integration:"
        yield "  interfaces:"
        yield f"    - {{id: api, kind: rest, data: {{{data}: {{directions: [from_vendor]}}}}}}"
        if platform is not None:
            yield from plugin_lines(platform, data, f"source: {flow(_SOURCE)}, checked: {day}")


def _plan(criteria: Criteria, day: datetime.date, platform: Platform | None) -> Iterator[str]:
    source = f"source: {flow(_SOURCE)}, checked: {day}"
    yield "# For whom the choice is made, and why. The client is invented; replace it by your own."
    yield f"id: {plan_for(criteria)}"
    yield f"title: {flow(f'{criteria.title} for our shop')}"
    yield "example: true                # the client is invented, and reports say so; take this out"
    yield f"category: {criteria.id}"
    for name in _role(criteria):
        yield f"{f'roles: [{name}]':<29}# whose vendors are compared"
    yield "region: EEA                  # whose prices count"
    yield "# What going from worst to best is worth on each criterion: all of them, or none."
    yield "weights:"
    for name, criterion in criteria.criteria.items():
        yield f"  {name}: {flow(criterion.weight)}"
    yield from _gate(criteria)
    yield "# What the client counts with, so that prices become costs over the years."
    yield "money:"
    yield "  currency: EUR"
    yield "  years: 3"
    yield f"  discount_rate: {{value: 0.08, {source}}}"
    yield "  volumes:"
    yield f"    orders: {{low: 15000, high: 26000, {source}}}"
    yield f"    average_order_value: {{value: 50, {source}}}"
    if platform is not None:
        yield from shop_lines(platform)
    for data in _data_of(criteria):
        yield "# What must pass between the shop and the vendor."
        yield "flows:"
        yield f"  - {{data: {data}, direction: from_vendor, timing: daily, need: wish}}"


def _role(criteria: Criteria) -> tuple[str, ...]:
    """The first role of a category, if it has any."""
    return tuple(criteria.roles)[:1]


def _gate(criteria: Criteria) -> Iterator[str]:
    found = ((n, leaf.measure.scale) for n, leaf in criteria.leaves.items())
    name, scale = next((each for each in found if isinstance(each[1], Levels)), ("", None))
    if isinstance(scale, Levels):
        best = flow([level for level, value in scale.levels.items() if value == 100])  # noqa: PLR2004
        yield "# What must be met before any points are counted."
        yield "# gates:"
        yield f"#   - {{measure: {name}, any_of: {best}, because: Say why.}}"


def _data_of(criteria: Criteria) -> tuple[str, ...]:
    """The kind of data that is most particular to a category, if any is defined."""
    return tuple(criteria.data_objects)[-1:]


def _comment(text: str, margin: str) -> Iterator[str]:
    begin = f"{margin}# "
    yield from textwrap.wrap(
        text, WIDTH - 1, initial_indent=begin, subsequent_indent=begin, break_on_hyphens=False
    )


def _heaviest(criteria: Criteria, share: float) -> set[str]:
    """The measures with the largest weights that together have at least a share of the whole."""
    weights = dict(_shares(criteria.criteria, 1.0))
    chosen: set[str] = set()
    total = 0.0
    for name in sorted(weights, key=lambda each: -weights[each]):
        if total >= share:
            break
        if criteria.leaves[name].measure.derived is None:
            chosen.add(name)
            total += weights[name]
    return chosen


def _shares(siblings: Mapping[str, Criterion], share: float) -> Iterator[tuple[str, float]]:
    """Every measure below some criteria, with its share of the whole weight."""
    whole = sum(each.weight for each in siblings.values())
    for criterion in siblings.values():
        here = share * criterion.weight / whole
        inner = criterion.measures or {}
        total = sum(measure.weight for measure in inner.values())
        yield from ((name, here * each.weight / total) for name, each in inner.items())
        if criterion.criteria:
            yield from _shares(criterion.criteria, here)
