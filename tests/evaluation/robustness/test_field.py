"""The vendors included in simulations."""

from evalkit.evaluation.robustness import field
from tests.conftest import vendor
from tests.evaluation.made import FAST, OTHERPAY, SOURCE, STOREFRONT, by_id, with_people


def test_many_vendors_are_drawn_over_up_to_a_limit(evaluated, monkeypatch):
    many = {
        f"vendors/payment-gateways/v{n}.yaml": vendor(
            f"v{n}", rate_limit=f"{{value: {10 + n}, {SOURCE}}}"
        )
        for n in range(60)
    }
    found = evaluated(many)
    assert len(found.robustness.vendors) == 50
    assert found.robustness.left_out == 12
    assert found.robustness.vendors[0].id == "otherpay"


def test_a_vendor_that_only_some_peoples_weights_can_judge_breaks_nothing(evaluated):
    people = with_people(
        "stakeholders:\n"
        "  it: {weights: {kind: points, points: {api: 1, scalability: 1}}}\n"
        "  hr: {weights: {kind: points, points: {api: 0, scalability: 1}}}\n"
    )
    gone = f"{{not_applicable: no limits, {SOURCE}}}"
    other = FAST.replace(f"{{value: 100, {SOURCE}}}", gone)
    found = evaluated({OTHERPAY: other, STOREFRONT: people}, rankable=0.0).stakeholders
    rankings = {person.id: [place.vendor for place in person.ranking] for person in found.people}
    assert rankings == {"it": ["examplepay", "otherpay"], "hr": ["examplepay"]}
    assert [each.of for each in found.concordance] == ["criteria"]


def test_whoever_the_unknown_could_put_first_is_drawn_over_whatever_the_rank(evaluated):
    many = {
        f"vendors/payment-gateways/v{n}.yaml": vendor(
            f"v{n}", rate_limit=f"{{value: {10 + n / 10}, {SOURCE}}}",
            api_style=f"{{value: [none], {SOURCE}}}", webhooks=f"{{value: false, {SOURCE}}}",
        )
        for n in range(60)
    } | {"vendors/payment-gateways/dark.yaml": vendor("dark", webhooks=f"{{value: true, {SOURCE}}}")}  # fmt: skip
    found = evaluated(many, vendors=None, rankable=0.0)
    assert found.vendors[-1].id == "dark"
    assert "dark" in by_id(found.robustness.vendors)


def test_vendors_that_are_not_ranked_are_held_against_the_ranked_ones_up_to_a_limit(
    evaluated, monkeypatch
):
    monkeypatch.setattr(field, "LIMIT", 2)
    dark = {
        f"vendors/payment-gateways/{name}.yaml": vendor(name, webhooks=f"{{value: true, {SOURCE}}}")
        for name in ("dark", "dim", "dusk")
    }
    found = evaluated(dark, vendors=None)
    chances = {each.id: each.could_win for each in found.vendors if each.standing == "not_ranked"}
    assert [name for name, chance in chances.items() if chance is None] == ["dusk"]
    assert "1 more could still win, but was not simulated." in found.verdict.text
    assert set(found.verdict.could_win) == {"dark", "dim"}
