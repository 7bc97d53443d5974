"""Ratings that are named once, as their author meets them."""

import pytest

from evalkit.model.criteria import Criteria
from tests.rules.made import EXAMPLEPAY, GATEWAYS, STOREFRONT, marked

RATED = """\
id: payment-gateways
title: Payment gateways
ratings:
  fit: {1: does not fit, 2: needs a project, 3: needs settings, 5: fits as it is}
  effort: {0: none, 1: a day, 2: a week}
criteria:
  use:
    title: Use
    measures:
      checkout: {weight: 2, scale: {kind: rating, of: fit}}
      set_up: {weight: 1, scale: {kind: rating, of: effort, best: 0}}
"""
RATING = {STOREFRONT: None, EXAMPLEPAY: None}


def found(workspace):
    return [(d.code, d.path, marked(d), d.message, d.hint) for d in workspace.diagnostics]


def test_a_rating_is_named_once_and_used_by_many_measures_without_unit_or_reason(loaded):
    workspace = loaded({GATEWAYS: RATED, **RATING})
    assert found(workspace) == []
    scales = [leaf.measure.scale for leaf in workspace.criteria["payment-gateways"].leaves.values()]
    assert [(scale.worst, scale.best) for scale in scales] == [(1, 5), (2, 0)]
    assert dict(scales[0].texts)[3] == "needs settings"


@pytest.mark.parametrize(("turned", "ends"), [("", (1, 5)), (", best: 5", (1, 5)),
    (", best: 1", (5, 1)), (", worst: 5", (5, 1)), (", worst: 5, best: 1", (5, 1))])  # fmt: skip
def test_either_end_may_be_named_as_the_better_one(loaded, turned, ends):
    text = RATED.replace("of: fit", "of: fit" + turned)
    workspace = loaded({GATEWAYS: text, **RATING})
    scale = workspace.criteria["payment-gateways"].leaves["checkout"].measure.scale
    assert (scale.worst, scale.best) == ends


@pytest.mark.parametrize(("turned", "place"), [("best: 3", "3"), ("worst: 2", "2"),
    ("worst: 5, best: 5", "5"), ("best: 4", "4")])  # fmt: skip
def test_the_ends_are_the_first_and_last_level(loaded, turned, place):
    text = RATED.replace("of: fit", f"of: fit, {turned}")
    ((code, _, where, message, hint),) = found(loaded({GATEWAYS: text, **RATING}))
    assert (code, where, hint) == ("EK218", place, "write 1 or 5")
    assert "end of the rating `fit`" in message


def test_an_unknown_rating_is_told_with_the_nearest_one(loaded):
    ((code, _, where, message, hint),) = found(
        loaded({GATEWAYS: RATED.replace("of: fit", "of: fitt"), **RATING})
    )
    assert (code, where, message) == ("EK217", "fitt", "there is no rating `fitt`")
    assert "fit" in hint


def test_without_any_ratings_the_hint_says_how_to_define_one(loaded):
    text = "".join(
        line for line in RATED.splitlines(True) if not line.startswith(("  f", "  e", "r"))
    )
    hints = {hint for *_, hint in found(loaded({GATEWAYS: text, **RATING}))}
    assert hints == {"define it once at the top: `ratings:`, its name, and a text for each level"}


@pytest.mark.parametrize("level", ["good", "1e3", "1,5", "½"])
def test_a_level_is_a_number(loaded, level):
    ((code, _, _, message, _),) = found(
        loaded({GATEWAYS: RATED.replace("{1: does", f"{{{level!r}: does"), **RATING})
    )
    assert (code, message) == ("EK103", "this takes a number as its key, not text")


def test_levels_of_the_same_number_are_not_two(loaded):
    workspace = loaded({GATEWAYS: RATED.replace("2: needs a", "1.0: needs a"), **RATING})
    assert [(code, message) for code, _, _, message, _ in found(workspace)] == [
        ("EK219", "1.0 of the rating `fit` is the same number as 1")
    ]


def test_ratings_are_inherited_and_merged_by_level(loaded):
    heir = (
        "id: heir\ntitle: Heir\nextends: payment-gateways\n"
        "ratings:\n  fit: {4: fits soon, 5: fits already}\n"
    )
    workspace = loaded({GATEWAYS: RATED, "criteria/heir.yaml": heir, **RATING})
    texts = workspace.criteria["heir"].leaves["checkout"].measure.scale.texts
    assert dict(texts) == {
        1: "does not fit", 2: "needs a project", 3: "needs settings", 4: "fits soon",
        5: "fits already",
    }  # fmt: skip


def test_the_mark_of_the_scales_changes_with_a_text(loaded):
    criteria = loaded({GATEWAYS: RATED, **RATING}).criteria["payment-gateways"]
    other = Criteria.model_validate(
        criteria.model_dump(by_alias=True) | {"ratings": {
            **criteria.ratings, "fit": {**criteria.ratings["fit"], "5": "fits nearly"}}}
    )  # fmt: skip
    assert other.scales_mark != criteria.scales_mark


def test_without_its_costs_a_category_keeps_its_ratings(loaded):
    costs = "  cost:\n    title: Cost\n    weight: 1\n    measures:\n      fee: {scale: {kind: rating, of: effort}}\n"
    text = RATED.replace("title: Use\n", "title: Use\n    weight: 1\n") + costs
    whole = loaded({GATEWAYS: text, **RATING}).criteria["payment-gateways"]
    assert dict(whole.without("cost").leaves["checkout"].measure.scale.texts)[5] == "fits as it is"


@pytest.mark.parametrize(("more", "code"), [("age: days", "EK214"), ("window: 365", "EK214"),
    ("derived: flow_coverage, unit: percent", "EK541")])  # fmt: skip
def test_what_is_counted_or_computed_is_no_rating(loaded, more, code):
    text = RATED.replace("checkout: {", f"checkout: {{{more}, ")
    ((found_code, _, _, message, _),) = found(loaded({GATEWAYS: text, **RATING}))
    assert found_code == code
    assert message.endswith("which does not fit a rating")
