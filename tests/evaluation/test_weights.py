"""The joint weights of several people."""

import pytest

from tests.evaluation.made import FAST, OTHERPAY, STOREFRONT, with_people


def test_people_count_by_their_influence(evaluated):
    # finance 25 : 75 with influence 3, technology 75 : 25 (rank-order centroid) with influence 1
    found = evaluated({STOREFRONT: with_people()})
    assert found.stakeholders.group == pytest.approx({"api": 0.375, "scalability": 0.625})
    assert [c.weight for c in found.criteria] == pytest.approx([0.375, 0.625])
    # within api only technology spoke: half and half
    assert [m.weight for m in found.criteria[0].measures] == pytest.approx([0.1875, 0.1875])
    assert [voice.influence for voice in found.stakeholders.people] == [0.75, 0.25]


def test_the_group_is_ranked_by_its_joint_weights(evaluated):
    # api 37.5, style and webhooks half and half: 37.5 × 25/100 + 62.5 and 37.5 × 50/100 + 62.5 × 60/100;
    # that OtherPay's rate may be as low as 30 changes no point
    other = FAST.replace("value: 100", "low: 30, likely: 100, high: 100")
    found = evaluated({STOREFRONT: with_people(), OTHERPAY: other}).stakeholders
    assert [(p.vendor, p.rank) for p in found.group_ranking] == [("otherpay", 1), ("examplepay", 2)]
    assert [p.score for p in found.group_ranking] == pytest.approx([71.875, 56.25])
    # a rate of 30 has 62.67 of 100: 9.375 + 39.17; webhooks, 18.75, are open for the second
    assert [(p.low, p.high) for p in found.group_ranking] == [
        pytest.approx((48.5417, 71.875), abs=1e-4), pytest.approx((56.25, 75)),
    ]  # fmt: skip
