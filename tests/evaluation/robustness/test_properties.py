"""Properties of all evaluations."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.evaluation.evaluate import evaluate
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan, PlanWeight
from evalkit.model.vendor import Vendor
from evalkit.source.document import parse
from evalkit.source.shape.shape import shape
from evalkit.workspace.workspace import Workspace
from tests.conftest import CRITERIA, DAY, examples
from tests.evaluation.made import GATEWAYS

measures = st.sampled_from(["unknown", 0, 5, 25, 60, 100, {"low": 10, "likely": 20, "high": 90}])
styles = st.sampled_from(["unknown", ["rest"], ["soap"], ["none"], {"not_applicable": "x"}])
hooks = st.sampled_from(["unknown", True, False, {"value": True, "conflicts": [{"value": False}]}])
profiles = st.lists(st.tuples(styles, hooks, measures), min_size=1, max_size=5)


@settings(max_examples=examples(60))
@given(profiles, st.integers(1, 99), st.sampled_from(["worst", "middle"]))
def test_whatever_the_facts_the_parts_hang_together(given_profiles, api, unknown):
    criteria, _ = shape(Criteria, parse(CRITERIA, GATEWAYS).data)
    vendors = {
        f"v{n}": Vendor.model_validate(
            {"id": f"v{n}", "name": f"V{n}", "category": "payment-gateways",
             "facts": {"api_style": style, "webhooks": hook, "rate_limit": rate}}
        )
        for n, (style, hook, rate) in enumerate(given_profiles)
    }  # fmt: skip
    plan = Plan.model_validate(
        {"id": "p", "title": "P", "category": "payment-gateways", "unknown": unknown,
         "weights": {"api": api, "scalability": 100 - api}, "robustness": {"precision": 5}}
    )  # fmt: skip
    paths = {("vendor", name): (f"{name}.yaml",) for name in vendors}
    documents = {path: parse("a: 1", path) for (path,) in paths.values()}
    usable = {"payment-gateways": criteria}
    workspace = Workspace(Path(), usable, vendors, {}, {}, (), documents, paths)
    found = evaluate(workspace, plan, DAY)
    ranked = [vendor_ for vendor_ in found.vendors if vendor_.rank is not None]
    drawn = found.robustness.vendors if found.robustness else ()
    assert [v.id for v in drawn] == [v.id for v in ranked]
    for kind in ("ranks", "first_alike"):
        firsts = [v.ranks[0] if kind == "ranks" else v.first_alike for v in drawn]
        assert not ranked or sum(firsts) == pytest.approx(1)
    if all(value.low == value.high for v in ranked for value in v.measures.values()):
        assert [v.first_alike for v in drawn] == [v.ranks[0] for v in drawn]
    for each in drawn:
        if each.ranks[0] > 0:
            assert each.potentially_optimal
            assert not each.dominated_by
    for each in found.verdict.research:
        assert each.gain >= 0
        # All facts of a vendor together are worth at least as much as any one of them.
        assert all(0 <= point.gain <= each.gain + 1e-9 for point in each.facts)
    for swap in found.sensitivity.crossovers if found.sensitivity else ():
        if swap.weight is not None:
            share = swap.weight if swap.criterion == "api" else 1 - swap.weight
            weights = {"api": PlanWeight(weight=share), "scalability": PlanWeight(weight=1 - share)}
            again = evaluate(workspace, plan.model_copy(update={"weights": weights}), DAY)
            scores = {vendor_.id: vendor_.score for vendor_ in again.vendors}
            assert scores[swap.ahead] == pytest.approx(scores[swap.behind], abs=1e-9)
