"""Scenarios, in which a plan is tried with other weights, another rule or fewer gates."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from evalkit.model.base import Id, Lenient, NotNegative, Record, Text


class Scenario(Record):
    """What if: a plan with other weights, another rule for what is open, or gates taken out."""

    plan: Id
    """The plan that is tried, by its id.
    Examples: "storefront-payments"
    """
    evaluation: Annotated[str, StringConstraints(min_length=1, max_length=40)] | None = None
    """The mark of the evaluation from which the scenario was made; if it is another now, every
    output says so.
    Examples: "e-1a2b3c4d5e6f"
    """
    title: Text | None = None
    """What is tried, in a few words.
    Examples: "Price counts half"
    """
    weights: dict[str, NotNegative] = Field(default={})
    """The weights to try, for all siblings of a criterion or for none, as they are: relative to
    each other, with any total.
    Examples: {"api": 25, "cost": 75}
    """
    unknown: Literal["worst", "middle"] | None = None
    """The place of an unknown in the score; as in the plan if omitted."""
    gates_off: Annotated[tuple[str, ...], Lenient, Field(max_length=200)] = ()
    """The gates that rule nobody out, by measure, or by flow as `flow:order-to-vendor`.
    Examples: ["rate_limit"]
    """
    compare: Annotated[tuple[Id, ...], Lenient, Field(min_length=2, max_length=3)] | None = None
    """Two or three vendors that the report puts side by side.
    Examples: ["examplepay", "otherpay"]
    """


def numbered(keys: Iterable[str]) -> Iterator[str]:
    """The names of gates from their keys in results: a second one of a key has `:2` behind it."""
    seen: Counter[str] = Counter()
    for key in keys:
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}:{seen[key]}"
