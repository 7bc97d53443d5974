"""Check that the weights of a saved evaluation, as they were given, are those that it applies."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from evalkit.evaluation.integrity.ids import otherwise, twice, uneven_sum, unknown
from evalkit.evaluation.record.evaluation import Evaluation, WeightResult
from evalkit.evaluation.record.fact import MeasureValue


def faults_of_weights(evaluation: Evaluation) -> Iterator[str]:
    """Weights that do not lead to the criteria's shares, and values that break the plan's rule."""
    if evaluation.weights:
        yield from _tree(evaluation.weights)
        yield from _shares(evaluation)
    for place, vendor in enumerate(evaluation.vendors):
        for name, value in vendor.measures.items():
            at = f"vendors.{place}.measures.{name}.value"
            yield from _by_rule(at, value, evaluation.plan.unknown)


def _tree(given: Sequence[WeightResult]) -> Iterator[str]:
    """Ids that are there twice, or that stand above without standing before."""
    yield from twice("weights", (each.id for each in given))
    before = {""}
    for place, each in enumerate(given):
        yield from unknown(f"weights.{place}.above", [each.above], before, "criterion")
        before.add(each.id)


def _shares(evaluation: Evaluation) -> Iterator[str]:
    given = evaluation.weights
    totals: dict[str, float] = defaultdict(float)
    for each in given:
        totals[each.above] += each.weight
    shares = {"": 1.0}
    for each in given:
        total = totals[each.above]
        shares[each.id] = shares[each.above] * (each.weight / total if total else 0.0)
    wanted = {m.id: m.weight for each in evaluation.criteria for m in each.measures}
    measures = [each.id for each in given if each.id not in totals]
    yield from otherwise("weights", holds=measures == list(wanted))
    for place, each in enumerate(given):
        if each.id in wanted:
            yield from uneven_sum(f"weights.{place}.weight", wanted[each.id], [shares[each.id]])


def _by_rule(at: str, value: MeasureValue, rule: str) -> Iterator[str]:
    if value.by_rule and value.low is not None and value.high is not None:
        wanted = value.low if rule == "worst" else value.low + (value.high - value.low) / 2
        yield from uneven_sum(at, value.value or 0.0, [wanted])
