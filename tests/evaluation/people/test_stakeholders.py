"""The ranking by each person's own weights."""

import pytest

from evalkit.evaluation.robustness import draws
from tests.conftest import CRITERIA
from tests.evaluation.made import GATEWAYS, STOREFRONT, by_id, with_people, within_api


def test_each_persons_own_ranking_comes_first(evaluated):
    # technology: api 75 with style and webhooks even: 75 × 50/100 + 25 × 60/100 = 52.5 and
    # 75 × 25/100 + 25 = 43.75; finance within api by the group, which is technology's word
    found = evaluated({STOREFRONT: with_people()}).stakeholders
    places = {voice.id: {p.vendor: p.score for p in voice.ranking} for voice in found.people}
    assert places["technology"] == pytest.approx({"examplepay": 52.5, "otherpay": 43.75})
    assert places["finance"] == pytest.approx({"examplepay": 57.5, "otherpay": 81.25})
    assert found.elects == {"otherpay": ("finance",), "examplepay": ("technology",)}
    assert found.elects_text == (
        "Finance (by 23.8 points) puts Otherpay first; technology (by 8.8 points) puts ExamplePay first."
    )
    spread = found.spreads[0]
    assert (spread.low, spread.high) == pytest.approx((0.25, 0.75))
    assert found.distances[0].moved == pytest.approx(0.5)
    # two people with opposite orders of two things do not agree at all
    assert [c.w for c in found.concordance] == pytest.approx([0.0, 0.0])


def test_statements_are_told_in_the_words_of_a_swing(evaluated):
    voices = by_id(evaluated({STOREFRONT: with_people()}).stakeholders.people)
    assert voices["finance"].statements[0].text == (
        "The swing from worst to best on Scalability is worth most, 75.0%: "
        "3 times that on API preference."
    )
    assert voices["technology"].statements[1].text == (
        "Within API preference, all swings from worst to best are worth the same, 50.0%."
    )


def test_an_inconsistent_set_of_comparisons_is_told(evaluated, loaded):
    criteria = CRITERIA + "  plugin:\n    title: Plug-in\n    weight: 1\n    measures:\n"
    criteria = criteria.replace(
        "background:\n  api_description: {question: Where is the API described?}\n", ""
    )
    criteria += (
        "      origin: {weight: 1, scale: {kind: levels, levels: {a: 100, b: 0}, because: x}}\n"
    )
    people = (
        "stakeholders:\n  it:\n    weights:\n      kind: pairwise\n      pairwise:\n"
        "        - {more: api, less: scalability, times: 3}\n"
        "        - {more: scalability, less: plugin, times: 3}\n"
        "        - {more: plugin, less: api, times: 3}\n"
    )
    found = evaluated({GATEWAYS: criteria, STOREFRONT: with_people(people)})
    said = found.stakeholders.people[0].statements[0]
    # a circle: all weigh the same, λ = (1 + 3 + 1/3) = 4.3333, ratio 0.6667 / 0.58
    assert said.weights == pytest.approx({"api": 1 / 3, "scalability": 1 / 3, "plugin": 1 / 3})
    assert said.consistency.value == pytest.approx((13 / 3 - 3) / 2 / 0.58)
    assert "above 0.10 (random index: Saaty (1980))" in said.consistency.text


def test_each_person_is_simulated_by_their_own_weights_alone(evaluated):
    # a has 100 on api and 60 on the rate, b 0 and 100: b is first where api weighs under 40 of 140.
    people = with_people(
        "vendors: [a, b]\n"
        "stakeholders:\n"
        "  it: {weights: {kind: points, points: {api: 50, scalability: 50}}}\n"
        "  hr: {weights: {kind: points, points: {api: 10, scalability: 90}}}\n"
        "robustness: {concentration: 1000000, precision: 5}\n"
    )
    files = within_api(a=("rest", "true", 25), b=("none", "false", 100))
    found = evaluated({**files, STOREFRONT: people})
    shares = {person.id: (person.first, person.first_alike) for person in found.stakeholders.people}
    assert shares["it"] == ({"a": 1.0, "b": 0.0}, {"a": 1.0, "b": 0.0})
    assert shares["hr"] == ({"a": 0.0, "b": 1.0}, {"a": 0.0, "b": 1.0})


def test_of_many_people_nobody_is_simulated_alone(evaluated, monkeypatch):
    monkeypatch.setattr(draws, "MOST_PEOPLE", 1)
    found = evaluated({STOREFRONT: with_people()}).stakeholders
    assert {len(person.first) for person in found.people} == {0}


def test_who_says_nothing_about_the_parts_of_a_criterion_takes_the_groups_word(evaluated):
    # Within api, it weighs webhooks alone, where b is better; the criteria's own weights would put
    # style, and with it a, first.
    people = with_people(
        "vendors: [a, b]\n"
        "stakeholders:\n"
        "  it:\n"
        "    weights: {kind: points, points: {api: 90, scalability: 10}}\n"
        "    within: {api: {kind: points, points: {api_style: 1, webhooks: 99}}}\n"
        "  hr: {weights: {kind: points, points: {api: 90, scalability: 10}}}\n"
        "robustness: {concentration: 1000000, precision: 5}\n"
    )
    files = within_api(a=("rest", "false", 25), b=("none", "true", 25))
    found = evaluated({**files, STOREFRONT: people}).stakeholders
    assert [person.first["b"] for person in found.people] == [1.0, 1.0]


def test_a_persons_lead_is_never_said_to_be_nothing(evaluated):
    one = within_api(examplepay=("rest", "false", 25), otherpay=("rest", "false", 25.05))
    found = evaluated({**one, STOREFRONT: with_people()}).stakeholders
    # 0.05 × 40 / 75 = 0.027 of 100 points for the rate, which is worth 75% and 25% to them
    assert found.elects_text == (
        "Finance (by 0.02 points) and technology (by 0.01 points) put Otherpay first."
    )
