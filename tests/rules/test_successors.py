"""Who still uses a measure that was replaced is told the new one."""

import pytest

from tests.conftest import PLAN
from tests.evaluation.derived.aged import AGED, SOURCE, UNWEIGHED, aged
from tests.rules.made import STOREFRONT, marked

REPLACING = AGED.replace(
    "age: days\n", "age: days\n        replaces: [days_since_release]\n"
).replace("window: 365\n", "window: 365\n        replaces: [releases_2025, rate_limits]\n")
LOOKED = f"{SOURCE}, checked: 2026-11-02"


@pytest.fixture
def told(loaded):
    """What is told about the files of a workspace whose criteria replace measures."""

    def tell(plan=UNWEIGHED, **facts):
        files = aged(criteria=REPLACING, **facts)
        workspace = loaded({**files, STOREFRONT: plan})
        return [(d.code, marked(d), d.message, d.hint, d.fix) for d in workspace.errors]

    return tell


def test_a_fact_on_a_measure_that_became_an_age_is_asked_for_its_date(told):
    assert told(days_since_release=f"{{value: 57, {LOOKED}}}") == [
        (
            "EK302", "days_since_release",
            "`days_since_release` is now `released`: the date of the newest one",
            "write `released` with that date, such as 2024-09-27", None,
        )
    ]  # fmt: skip


def test_a_fact_on_another_measure_is_told_its_unit(told):
    hint = "write `releases`, with a value that fits it"
    message = "`releases_2025` is now `releases`, in releases"
    assert told(releases_2025=f"{{value: 9, {LOOKED}}}") == [
        ("EK302", "releases_2025", message, hint, None)
    ]


def test_no_number_is_taken_over_even_where_the_name_looks_misspelt(told):
    ((code, _, message, _, fix),) = told(rate_limits=f"{{value: 9, {LOOKED}}}")
    assert (code, message, fix) == ("EK302", "`rate_limits` is now `releases`, in releases", None)
    plan = PLAN.replace("weights: {api: 25, scalability: 75}", "weights: {rate_limits: 1}")
    ((code, _, message, _, fix),) = told(plan, api_style="[rest]")
    assert (code, message, fix) == ("EK403", "`rate_limits` is now `releases`, in releases", None)


GATES = PLAN + "  - {measure: days_since_release, at_most: 90, because: x}\n"
WEIGHTS = PLAN.replace(
    "weights: {api: 25, scalability: 75}",
    "weights: {released: 1, releases: 1, days_since_release: 2}",
)
PEOPLE = """\
stakeholders:
  it:
    within:
      upkeep: {kind: points, points: {released: 1, releases: 1, days_since_release: 2}}
"""


@pytest.mark.parametrize(
    ("plan", "code"),
    [(GATES, "EK406"), (WEIGHTS, "EK403"), (UNWEIGHED + PEOPLE, "EK412")],
    ids=["gates", "weights", "people"],
)
def test_a_plan_is_told_the_name_and_the_unit(told, plan, code):
    found = told(plan.replace("weights: {api: 25, scalability: 75}\n", ""), api_style="[rest]")
    assert found == [
        (
            code, "days_since_release", "`days_since_release` is now `released`, in days",
            "write `released`, and make sure that it still fits: its scale is its own", None,
        )
    ]  # fmt: skip


def test_a_name_that_nothing_replaces_is_still_unknown(told):
    ((code, _, message, hint, fix),) = told(relesed=f"{{value: 2024-09-27, {LOOKED}}}")
    assert (code, hint, fix.to) == ("EK302", "did you mean `released`?", "released")
    assert message == "the criteria for payment-gateways have no measure `relesed`"


def test_the_shipped_criteria_tell_where_the_days_since_a_release_went(loaded):
    from evalkit.checking.load import load
    from tests.conftest import DAY, ROOT

    for criteria in load(ROOT, DAY).criteria.values():
        assert criteria.successors["days_since_release"] == "released"
        if "plugin_platform_support" in criteria.leaves:
            assert criteria.successors["plugin_php_ceiling"] == "plugin_platform_support"
