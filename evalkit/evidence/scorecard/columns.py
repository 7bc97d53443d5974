"""The columns of a scorecard's calculation: criteria and measures, each beside its siblings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from evalkit.errors import EvalkitError
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult, WeightResult
from evalkit.wording.numbers import thousands

FIRST = 2
"""The row of the first vendor, from 0: heads and weights stand above."""
_BLOCKS = 7
"""How often a measure has a column, at most, with what stands beside them."""
_WIDEST = 16_384
"""The columns of a sheet."""


def name_of(node: str) -> str:
    """The named range of a weight; a name has no hyphens, and an id no dots."""
    return f"weight_{node.replace('-', '.')}"


@dataclass(frozen=True)
class Columns:
    """Where what belongs to each criterion and measure stands, from 0."""

    evaluation: Evaluation

    @cached_property
    def leaves(self) -> tuple[WeightResult, ...]:
        """The measures in the order of the criteria, so that siblings stand together."""
        measures = {each.id for top in self.evaluation.criteria for each in top.measures}
        return tuple(each for each in self.evaluation.weights if each.id in measures)

    @cached_property
    def nodes(self) -> tuple[WeightResult, ...]:
        """The criteria, siblings together, and then the measures."""
        leaves = {each.id for each in self.leaves}
        criteria = [each for each in self.evaluation.weights if each.id not in leaves]
        above = list(dict.fromkeys(each.above for each in criteria))
        found = (*sorted(criteria, key=lambda each: above.index(each.above)), *self.leaves)
        if _BLOCKS * len(found) > _WIDEST:
            raise EvalkitError(
                f"a workbook has no room for {thousands(len(found))} criteria and measures; "
                "choose another --format"
            )
        return found

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The place of each criterion and measure among all of them."""
        return {each.id: at for at, each in enumerate(self.nodes)}

    @cached_property
    def groups(self) -> Mapping[str, tuple[int, int]]:
        """The first and last place of the siblings below each criterion; `""` is the top."""
        found: dict[str, tuple[int, int]] = {}
        for at, each in enumerate(self.nodes):
            found[each.above] = (found.get(each.above, (at, at))[0], at)
        return found

    def below(self, criterion: str) -> tuple[WeightResult, ...]:
        """The criteria or measures directly below a criterion."""
        first, last = self.groups[criterion]
        return self.nodes[first : last + 1]

    @cached_property
    def tops(self) -> Mapping[str, tuple[int, int]]:
        """The first and last of the measures in each top-level criterion, among the measures."""
        found, start = {}, 0
        for top in self.evaluation.criteria:
            found[top.id] = (start, start + len(top.measures) - 1)
            start += len(top.measures)
        return found

    def applies(self, at: int) -> int:
        """The column that holds whether a criterion or measure applies."""
        return 1 + at

    def share(self, at: int) -> int:
        """The column of a share of the total weight."""
        return self.applies(len(self.nodes)) + at

    def leaf_share(self, at: int) -> int:
        """The column of a measure's share, by its place among the measures."""
        return self.share(len(self.nodes) - len(self.leaves) + at)

    def value(self, end: int, at: int) -> int:
        """The column of a measure's value: at least, in the middle, at most."""
        return self.share(len(self.nodes)) + end * len(self.leaves) + at

    @property
    def order(self) -> int:
        """The first of the three columns from which ranks are read."""
        return self.value(3, 0)


def applying(columns: Columns, vendor: VendorResult) -> dict[str, float]:
    """1 for each criterion and measure that applies to a vendor, 0 for the others."""
    found = {name: float(m.status != "not_applicable") for name, m in vendor.measures.items()}
    # Those below stand behind those above, so that they are known when it is their turn.
    for each in reversed(columns.evaluation.weights):
        if each.id not in found:
            carrying = (found[n.id] for n in columns.below(each.id) if n.weight > 0)
            found[each.id] = max(carrying, default=0.0)
    return found


def sharing(columns: Columns, vendor: VendorResult) -> dict[str, float]:
    """Each criterion's and measure's share of the total weight for a vendor."""
    found = {name: each.weight for name, each in vendor.measures.items()}
    for node in reversed(columns.evaluation.weights):
        if node.id not in found:
            found[node.id] = sum(found[n.id] for n in columns.below(node.id))
    return found
