"""Properties of all evaluations."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.plain import to_plain
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan, PlanWeight
from evalkit.model.vendor import Vendor
from evalkit.source.document import parse
from evalkit.source.shape.shape import shape
from evalkit.workspace.workspace import Workspace
from tests.conftest import CRITERIA, DAY, examples
from tests.evaluation.made import GATEWAYS

measures = st.sampled_from(
    ["unknown", 0, 5, 25, 60, 100, {"low": 10, "likely": 20, "high": 90}, "unlimited", {"at_least": 40},
     {"value": 40, "conflicts": [{"value": 60}, {"value": 5}]},
     {"unknown": True, "looked": [{"source": "their page"}]}]
)  # fmt: skip
styles = st.sampled_from(
    ["unknown", ["rest"], ["soap"], ["none"], {"not_applicable": "x"}, {"at_least": ["soap"]}]
)
hooks = st.sampled_from(["unknown", True, False, {"value": True, "conflicts": [{"value": False}]}])
profiles = st.lists(st.tuples(styles, hooks, measures), min_size=1, max_size=5)


def vendors_of(given_profiles, turned=False):
    """Vendors v0, v1 … of profiles; with `turned`, their readings in the opposite order."""
    return {
        f"v{n}": Vendor.model_validate(
            {"id": f"v{n}", "name": f"V{n}", "category": "payment-gateways",
             "facts": {"api_style": style, "webhooks": _turned(hook) if turned else hook,
                       "rate_limit": _turned(rate) if turned else rate}}
        )
        for n, (style, hook, rate) in enumerate(given_profiles)
    }  # fmt: skip


def _turned(fact):
    """A fact with its readings in the opposite order."""
    if not isinstance(fact, dict) or "conflicts" not in fact:
        return fact
    *front, first = [{"value": fact["value"]}, *fact["conflicts"]]
    return {**first, "conflicts": front[::-1]}


def result(vendors, plan):
    criteria, _ = shape(Criteria, parse(CRITERIA, GATEWAYS).data)
    paths = {("vendor", name): (f"{name}.yaml",) for name in vendors}
    documents = {path: parse("a: 1", path) for (path,) in paths.values()}
    usable = {"payment-gateways": criteria}
    workspace = Workspace(Path(), usable, vendors, {}, {}, (), documents, paths)
    return workspace, evaluate(workspace, plan, DAY)


def plan_of(api=25, **more):
    return Plan.model_validate(
        {"id": "p", "title": "P", "category": "payment-gateways", "robustness": {"precision": 5},
         "weights": {"api": api, "scalability": 100 - api}, **more}
    )  # fmt: skip


@settings(max_examples=examples(40))
@given(profiles, st.randoms())
def test_no_order_of_readings_vendors_or_files_changes_a_bit(given_profiles, random):
    one = vendors_of(given_profiles)
    items = list(vendors_of(given_profiles, turned=True).items())
    other = dict(random.sample(items, len(items)))
    for how in ({}, {"unknown": "worst", "rankable": 0}):
        before, after = (
            to_plain(result(each, plan_of(vendors=tuple(each), **how))[1]) for each in (one, other)
        )
        assert without_texts(before) == without_texts(after)


def without_texts(found):
    """An evaluation without the facts themselves, whose readings are printed in a file's order."""
    for each in found["vendors"]:
        for value in each["measures"].values():
            value.pop("fact")
    return found


@settings(max_examples=examples(40))
@given(profiles, st.sampled_from(["worst", "middle"]))
def test_a_vendor_without_facts_is_never_ranked_and_changes_no_others_figure_by_a_bit(
    given_profiles, unknown
):
    plan, vendors = plan_of(unknown=unknown), vendors_of(given_profiles)
    empty = Vendor(id="empty", name="Empty", category="payment-gateways")
    before, after = result(vendors, plan)[1], result({"empty": empty, **vendors}, plan)[1]
    added = next(each for each in after.vendors if each.id == "empty")
    assert (added.standing, added.rank, added.settled) == ("not_ranked", None, 0)
    assert before.vendors == tuple(each for each in after.vendors if each.id != "empty")
    assert before.robustness == after.robustness


@settings(max_examples=examples(60))
@given(profiles, st.integers(1, 99), st.sampled_from(["worst", "middle"]))
def test_whatever_the_facts_the_parts_hang_together(given_profiles, api, unknown):
    plan = plan_of(api, unknown=unknown)
    workspace, found = result(vendors_of(given_profiles), plan)
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
