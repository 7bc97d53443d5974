"""Rules about the values of facts."""

import pytest

from tests.conftest import CRITERIA, VENDOR
from tests.rules.made import EXAMPLEPAY, GATEWAYS, SOURCED, STOREFRONT, marked, messages


def test_a_conflict_is_checked_like_any_reading(loaded):
    text = VENDOR.replace("value: 25", "value: 25, conflicts: [{value: many}]")
    workspace = loaded({EXAMPLEPAY: text})
    assert messages(workspace, "EK304") == ["this measure takes a number, not `many`"]
    assert messages(workspace, "EK301") == ["rate_limit has no source"]


def test_a_list_or_range_on_the_wrong_kind_of_scale(loaded):
    text = VENDOR.replace("value: 25", "value: [a, b]").replace("value: [rest]", "low: 1, high: 2")
    assert messages(loaded({EXAMPLEPAY: text}), "EK304") == [
        "a range of numbers does not fit a scale of words", "this measure takes a number, not a list",
    ]  # fmt: skip


OPERATIONS = """\
      operations:
        weight: 10
        scale: {kind: checklist, items: {capture: 1, refund: 2, "24": 1}, because: "-"}
"""
LISTED = CRITERIA.replace("  scalability:\n", OPERATIONS + "  scalability:\n")


@pytest.mark.parametrize("fact", ["at_least: [capture, 24]", "at_least: [capture, refund, 24]"])
def test_items_that_are_there_at_least_may_be_some_or_all(loaded, fact):
    files = {GATEWAYS: LISTED, EXAMPLEPAY: VENDOR + f"  operations: {{{fact}, {SOURCED}}}\n"}
    assert loaded(files).diagnostics == ()


@pytest.mark.parametrize(
    ("fact", "name"),
    [
        ("at_least: [capture, rest]", "rest"),
        ("at_least: [unknown]", "unknown"),
        (f"at_least: [capture], conflicts: [{{at_least: [rest], {SOURCED}}}]", "rest"),
    ],
)
def test_an_item_that_is_there_at_least_must_be_one_of_the_list(loaded, fact, name):
    files = {GATEWAYS: LISTED, EXAMPLEPAY: VENDOR + f"  operations: {{{fact}, {SOURCED}}}\n"}
    (found,) = loaded(files).diagnostics
    assert (found.code, marked(found)) == ("EK303", name)
    assert found.message == f"`{name}` is not an item of the checklist"


def test_the_nearest_item_is_offered_for_one_that_is_misspelt(loaded):
    fact = f"  operations: {{at_least: [capture, refnud], {SOURCED}}}\n"
    (found,) = loaded({GATEWAYS: LISTED, EXAMPLEPAY: VENDOR + fact}).errors
    assert found.route == ("facts", "operations", "at_least", 1)
    assert found.hint == "did you mean `refund`?"


def test_a_number_is_never_there_at_least(loaded):
    text = VENDOR.replace("value: 25", "at_least: [25]")
    (found,) = loaded({EXAMPLEPAY: text}).errors
    assert (found.code, marked(found)) == ("EK304", "[25]")
    assert found.message == "this measure takes a number, not a list"


@pytest.mark.parametrize("fact", ["at_least: 25", "low: 25, high: unlimited", "value: unlimited"])
def test_a_number_may_have_no_upper_end(loaded, fact):
    assert loaded({EXAMPLEPAY: VENDOR.replace("value: 25", fact)}).diagnostics == ()


@pytest.mark.parametrize(
    ("fact", "code", "message"),
    [
        ("at_least: 1", "EK304", "a number without an upper end does not fit a scale of words"),
        ("low: 1, high: unlimited", "EK304", "a number without an upper end does not fit a scale of words"),
        ("value: unlimited", "EK303", "`unlimited` is not a level"),
    ],
)  # fmt: skip
def test_words_have_no_upper_end(loaded, fact, code, message):
    (found,) = loaded({EXAMPLEPAY: VENDOR.replace("value: [rest]", fact)}).errors
    assert (found.code, found.message) == (code, message)
    assert found.route[:2] == ("facts", "api_style")


RATED = """\
id: c
title: C
criteria:
  a:
    title: A
    weight: 1
    measures:
      ma: {unit: points, weight: 1, scale: {kind: linear, worst: 1, best: 5, because: x}}
      mb: {unit: points, weight: 1, scale: {%s, because: x}}
"""
RATINGS = {
    "v1": "  ma: {low: 2, likely: 3, high: 5, %s}\n  mb: {value: 6, %s}\n",
    "v2": "  ma: {value: 4, %s}\n  mb: {value: 0, %s}\n",
}


@pytest.fixture
def validated(write, evalkit):
    """What `evalkit validate` says of ratings, by the scale of one of them."""

    def validate(scale, ratings=RATINGS):
        files = {
            f"vendors/{name}.yaml": f"id: {name}\nname: V\ncategory: c\nfacts:\n"
            + facts.replace("%s", SOURCED)
            for name, facts in ratings.items()
        }
        left_out = {GATEWAYS: None, EXAMPLEPAY: None, STOREFRONT: None}
        folder = write({**left_out, "criteria/c.yaml": RATED % scale, **files})
        ran = evalkit("validate", "--as-of", "2026-11-28", cwd=folder)
        return [line for line in ran.out.splitlines() if line.startswith("vendors/")]

    return validate


LINEAR = "kind: linear, worst: 1, best: 5"


def test_a_rating_beyond_the_worst_is_a_warning_and_beyond_the_best_is_none(validated):
    assert validated(LINEAR) == [
        "vendors/v2.yaml:6:15: warning[EK319] 0 is beyond the worst end of mb, 1"
    ]
    assert validated("kind: linear, worst: 5, best: 1") == [
        "vendors/v1.yaml:6:15: warning[EK319] 6 is beyond the worst end of mb, 5"
    ]


def test_a_rating_beyond_either_end_of_a_strict_scale_is_an_error(validated):
    assert validated(f"{LINEAR}, strict: true") == [
        "vendors/v1.yaml:6:15: error[EK320] 6 is beyond the end of mb, 5",
        "vendors/v2.yaml:6:15: error[EK320] 0 is beyond the end of mb, 1",
    ]


@pytest.mark.parametrize(
    ("scale", "beyond"),
    [
        ("kind: target, worst_below: 1, best: 3, worst_above: 5", "v1 v2"),
        ("kind: points, points: [[1, 0], [3, 100], [5, 0]]", "v1 v2"),
        ("kind: points, points: [[1, 0], [5, 100]]", "v2"),
        ("kind: points, points: [[1, 100], [5, 0]]", "v1"),
        ("kind: points, points: [[1, 20], [2, 0], [3, 100], [5, 80]]", "v2"),
        ("kind: points, points: [[1, 80], [2, 100], [3, 0], [5, 20]]", "v1"),
        ("kind: points, points: [[1, 100], [3, 0], [5, 100]]", ""),
        ("kind: linear, worst: 0, best: 6", ""),
    ],
)
def test_the_worst_end_is_the_one_that_is_worth_less(validated, scale, beyond):
    """A target has two; a scale that is worst in its middle has none."""
    assert " ".join(line[8:10] for line in validated(scale)) == beyond
    assert len(validated(f"{scale}, strict: true")) == (0 if "worst: 0" in scale else 2)


def test_each_end_of_a_range_and_each_source_is_held_against_the_scale(validated):
    line = f"  mb: {{low: -2, high: 9, {SOURCED}, conflicts: [{{value: 0.5, {SOURCED}}}]}}"
    found = validated(f"{LINEAR}, strict: true", {"v3": f"{line}\n"})
    assert found == [
        f"vendors/v3.yaml:5:{line.index(number) + 1}: error[EK320] "
        f"{number} is beyond the end of mb, {end}"
        for number, end in (("-2", 1), ("9", 5), ("0.5", 1))
    ]


def test_an_open_end_is_beyond_no_scale_and_what_is_unlimited_beyond_a_bad_one(validated):
    ratings = {
        "v1": "  ma: {at_least: 6, %s}\n  mb: {at_least: 4, %s}\n",
        "v2": "  ma: {value: 4, %s}\n  mb: {value: unlimited, %s}\n",
    }
    assert validated(LINEAR, ratings) == []
    assert validated("kind: linear, worst: 5, best: 1", ratings) == [
        "vendors/v2.yaml:6:15: warning[EK319] unlimited is beyond the worst end of mb, 5"
    ]
    assert validated("kind: linear, worst: 3, best: 1, strict: true", ratings) == [
        "vendors/v1.yaml:6:7: error[EK320] 4 is beyond the end of mb, 3",
        "vendors/v2.yaml:6:15: error[EK320] unlimited is beyond the end of mb, 3",
    ]


EEA = f"{{value: 50, region: EEA, {SOURCED}}}"


def by_region(*entries):
    told = "\n".join(f"      - {each}" for each in entries)
    return VENDOR[: VENDOR.index("  rate_limit")] + f"  rate_limit:\n    by:\n{told}\n"


def test_each_entry_by_region_is_checked_like_a_fact_where_it_stands(loaded):
    bad = [
        ("{value: many, region: US, %s}", "EK304", "value"),
        ("{value: 50, unit: requests/min, region: US, %s}", "EK305", "unit"),
        ("{low: 9, high: 4, region: US, %s}", "EK306", "low"),
        ("{value: 0.5, region: US, %s}", "EK319", "value"),
        ("{value: 50, region: US, kind: generated, %s}", "EK310", "kind"),
    ]
    for entry, code, key in bad:
        (found,) = loaded({EXAMPLEPAY: by_region(EEA, entry % SOURCED)}).diagnostics
        assert (found.code, found.route) == (code, ("facts", "rate_limit", "by", 1, key))


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{value: 50, region: US}", "EK301"),
        ("{value: 50, region: US, source: a call}", "EK307"),
        ("{value: 50, region: US, source: a call, checked: 2020-01-31}", "EK308"),
        ("{value: 50, region: US, source: a call, checked: 2106-01-31}", "EK309"),
        ("{value: unknown, region: US}", "EK316"),
        ("{value: unknown, region: US, source: a call}", "EK307"),
    ],
)
def test_each_entry_by_region_has_a_source_and_a_date(loaded, entry, code):
    everything = loaded({EXAMPLEPAY: by_region(EEA, entry)}).diagnostics
    (found,) = [each for each in everything if each.path == EXAMPLEPAY]
    assert (found.code, found.route[:4]) == (code, ("facts", "rate_limit", "by", 1))


def test_one_region_stated_twice_belongs_under_conflicts(loaded):
    other = EEA.replace("50", "80")
    (found,) = loaded({EXAMPLEPAY: by_region(EEA, other)}).diagnostics
    assert (found.code, found.route) == ("EK322", ("facts", "rate_limit", "by", 1, "region"))
    assert found.message == "rate_limit is stated twice for the EEA, differently"
    for order in ("[rest, soap]", "[soap, rest]"):
        style = EEA.replace("50", order)
        both = VENDOR + f"  features: {{by: [{style}, {EEA.replace('50', '[rest, soap]')}]}}\n"
        found = loaded({EXAMPLEPAY: both}).diagnostics
        assert "EK322" not in {each.code for each in found}
    for apart in (EEA, other.replace("EEA", "DE"), other.replace("value: 80", "value: unknown")):
        assert loaded({EXAMPLEPAY: by_region(EEA, apart)}).diagnostics == ()
    disputed = by_region(EEA) + f"    conflicts: [{other}]\n"
    assert loaded({EXAMPLEPAY: disputed}).diagnostics == ()


@pytest.mark.parametrize(
    ("region", "key", "told"),
    [
        ("", "edition", "the plus edition"),
        ("region: EEA, ", "region", "the plus edition in the EEA"),
    ],
)
def test_one_edition_stated_twice_belongs_under_conflicts(loaded, region, key, told):
    plus = f"{{value: 50, {region}edition: plus, {SOURCED}}}"
    (found,) = loaded({EXAMPLEPAY: by_region(plus, plus.replace("50", "80"))}).diagnostics
    assert (found.code, found.route) == ("EK322", ("facts", "rate_limit", "by", 1, key))
    assert found.message == f"rate_limit is stated twice for {told}, differently"
    other = plus.replace("50", "80").replace("plus", "basic")
    found = loaded({EXAMPLEPAY: by_region(plus, other)}).diagnostics
    assert "EK322" not in {each.code for each in found}


def test_an_entry_says_where_it_holds_or_for_which_edition(loaded):
    (found,) = loaded({EXAMPLEPAY: by_region(f"{{value: 50, {SOURCED}}}")}).errors
    assert found.message == "an entry of `by` names a `region`, an `edition` or a `platform`"
    unknown = "{value: unknown, edition: plus}"
    assert messages(loaded({EXAMPLEPAY: by_region(EEA, unknown)}), "EK316") == [
        "rate_limit counts as not looked for in the plus edition"
    ]


def test_a_region_that_is_none_is_told_with_the_one_that_is_meant(loaded):
    (found,) = loaded({EXAMPLEPAY: by_region(EEA.replace("EEA", "UK"))}).errors
    assert (found.code, marked(found), found.hint) == ("EK114", "UK", "did you mean `GB`?")


def test_a_plan_may_not_be_older_than_an_entry_by_region(loaded):
    later = EEA.replace("2026-06-20", "2026-11-24").replace("EEA", "US")
    found = loaded({EXAMPLEPAY: by_region(EEA, later)}).diagnostics
    assert [each.code for each in found if each.path == STOREFRONT] == ["EK410"]
