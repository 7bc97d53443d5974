"""Second opinions of other methods, and their reasons."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY, PLAN, vendor
from tests.evaluation.made import STOREFRONT


def test_second_opinions_say_between_whom_and_why(evaluated):
    opinions = {o.method: o for o in evaluated().second_opinions}
    assert list(opinions) == ["geometric", "topsis-vector", "vikor", "promethee2-linear"]
    # webhooks counts 0 for both, so 1 for both: 100^.1875 × 60^.75 = 51.1, 50^.1875 × 100^.75 = 65.8
    scores = opinions["geometric"].scores
    assert scores["examplepay"] == pytest.approx(100**0.1875 * 60**0.75, rel=1e-6)
    assert scores["otherpay"] == pytest.approx(50**0.1875 * 100**0.75, rel=1e-6)
    assert opinions["geometric"].text == "puts Otherpay first and agrees on every pair (τ-b 1.00)"


def test_a_second_opinion_that_disagrees_is_explained(evaluated):
    # at 60 : 40 ExamplePay leads by 69 to 62.5; a product of 100, 60 and 1 against 50, 100 and 1
    # with .45, .4, .15: 100^.45 × 60^.4 = 40.9 and 50^.45 × 100^.4 = 36.7 agree; where OtherPay has
    # webhooks (weight .15, 77.5 points) the answer puts it first, and so do the others
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 52, scalability: 48}")
    found = evaluated({STOREFRONT: plan})
    # 0.39 × 100 + 0.48 × 60 = 67.8 and 0.39 × 50 + 0.48 × 100 = 67.5: the answer is ExamplePay
    assert found.vendors[0].id == "examplepay"
    promethee = next(o for o in found.second_opinions if o.method == "promethee2-linear")
    # both lead on one measure by 40 or more, in full: the heavier one decides, rate with 0.48
    assert promethee.pairs == 1
    assert promethee.disagreements[0].text == (
        "puts Otherpay ahead of ExamplePay: it looks across the vendors present, and counts on how "
        "many measures one leads, and how far only up to a point: Otherpay gains most on Rate limit (100 against 60)"
    )
    assert promethee.looks_across


SEEN = "source: https://a.test/1, checked: 2026-06-20"


@pytest.fixture
def opinions(loaded):
    """By method, of vendors by their rate; `style` is that of bert, others offer REST."""

    def run(style="rest", **rates):
        files = {
            f"vendors/payment-gateways/{name}.yaml": vendor(
                name,
                api_style=f"{{value: [{style if name == 'bert' else 'rest'}], {SEEN}}}",
                webhooks=f"{{value: true, {SEEN}}}",
                rate_limit=f"{{value: {rate}, {SEEN}}}",
            )
            for name, rate in rates.items()
        }
        plan = PLAN + f"vendors: [{', '.join(rates)}]\n"
        workspace = loaded({**files, "plans/storefront-payments.yaml": plan})
        assert workspace.errors == ()
        found = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
        return {each.method: each for each in found.second_opinions}

    return run


def test_who_is_level_shares_the_better_place_and_is_named_too(opinions):
    found = opinions(anna=50, bert=50, cleo=25)
    assert [each.ranks for each in found.values()] == [{"anna": 1, "bert": 1, "cleo": 3}] * 4
    assert {each.text for each in found.values()} == {
        "puts Anna and Bert first and agrees on every pair (τ-b 1.00)"
    }


def test_a_lead_that_a_method_does_not_see_is_no_disagreement(opinions):
    # 64, 60 and 30 by their rates: a lead of up to 5 is none to PROMETHEE, one of 25 a full one.
    found = opinions(anna=32.5, bert=25, cleo=13)["promethee2-linear"]
    assert (found.pairs, found.disagreements) == (0, ())
    assert found.ranks == {"anna": 1, "bert": 1, "cleo": 3}
    assert found.text.startswith("puts Anna and Bert first and sees no difference in 1 of 3 pairs")


def test_a_method_that_parts_who_is_level_is_said_to(opinions):
    # 18.75 + 6.25 + 0.75 × 60 and, by SOAP, 9.375 + 6.25 + 0.75 × 72.5: 70 points each
    found = opinions(style="soap", anna=25, bert=48.4375)["geometric"]
    # 100 to the 1/4 × 60 to the 3/4 = 68.2; 50 to the 3/16 × 100 to the 1/16 × 72.5 to the 3/4 = 69.0
    assert (found.ranks, found.pairs) == ({"anna": 2, "bert": 1}, 0)
    assert found.text.startswith("puts Bert first and parts 1 of 1 pairs that are level")
