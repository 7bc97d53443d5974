"""Values and weight shares of vendors at each node of the criteria tree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from evalkit.model.criteria import Criteria, Criterion
from evalkit.scoring.scores import Factor, Scores
from evalkit.scoring.values import Floats


@dataclass(frozen=True, slots=True)
class Node:
    """A criterion or measure of the tree, with arrays of shape (vendors,)."""

    value: Floats
    """0 to 100; for a criterion, the weighted mean of the applicable nodes below it."""
    low: Floats
    high: Floats
    applies: Floats
    """1 if it, or anything below it, applies, else 0."""
    share: Floats
    """Its share of the total weight, with what does not apply left out."""


def nodes(
    criteria: Criteria, weights: Mapping[str, float], scores: Scores, count: int
) -> dict[str, Node]:
    """Every criterion and measure of a tree, by id; `count` is the number of vendors."""
    found: dict[str, Node] = {}
    for _ in _below(criteria.criteria, weights, scores, np.zeros(count), found):
        pass
    return found


def _below(
    siblings: Mapping[str, Any],
    weights: Mapping[str, float],
    scores: Scores,
    zeros: Floats,
    found: dict[str, Node],
) -> Iterator[tuple[float, Node]]:
    """The weight and node of each sibling; adds all nodes to `found`, the deepest first."""
    for name, sibling in siblings.items():
        if isinstance(sibling, Criterion):
            inside = sibling.measures or sibling.criteria or {}
            found[name] = _joined(list(_below(inside, weights, scores, zeros, found)))
        else:
            found[name] = _leaf(scores, name, zeros)
        yield weights.get(name, sibling.weight), found[name]


def _leaf(scores: Scores, name: str, zeros: Floats) -> Node:
    value = scores.values[name]
    applies = zeros + 1.0 if value.applies is None else value.applies.astype(float)
    share: Factor = scores.weights[name]
    return Node(value.likely, value.low, value.high, applies, zeros + share)


def _joined(parts: list[tuple[float, Node]]) -> Node:
    carried = sum(weight * node.applies for weight, node in parts)

    def mean(end: str) -> Floats:
        points = sum(weight * node.applies * getattr(node, end) for weight, node in parts)
        filled: Floats = np.zeros_like(carried)
        np.divide(points, carried, out=filled, where=carried > 0)
        return filled

    applies = np.maximum.reduce([(weight > 0) * node.applies for weight, node in parts])
    share = np.add.reduce([node.share for _, node in parts])
    return Node(mean("value"), mean("low"), mean("high"), applies, share)
