"""Facts as they stand on a plan's day, which is 23 November 2026 unless a test says otherwise."""

import datetime
import json

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.integrity.check import check_intact
from evalkit.evaluation.plain import from_plain, to_plain
from tests.conftest import DAY
from tests.evaluation.derived.aged import AGED, SOURCE, aged

LOOKED = f"{SOURCE}, checked: 2026-11-02"
LONG_AGO = f"{SOURCE}, checked: 2026-07-02"


@pytest.fixture
def otherpay(loaded):
    """The result of a vendor with some facts."""

    def result(plan="", criteria=AGED, day="2026-11-23", unknown="worst", **facts):
        workspace = loaded(aged(plan, criteria, **facts))
        assert workspace.errors == ()
        plan = workspace.plans["storefront-payments"]
        changes = {"as_of": datetime.date.fromisoformat(day), "unknown": unknown}
        asked = plan.model_copy(update=changes)
        return next(v for v in evaluate(workspace, asked, DAY).vendors if v.id == "otherpay")

    return result


def test_an_age_is_counted_to_the_day_of_the_plan(otherpay):
    # Two years to 27 September 2026, three days left of September, 31 of October, 23 of November.
    assert 2 * 365 + 3 + 31 + 23 == 787
    found = otherpay(released=f"{{value: 2024-09-27, {LOOKED}}}").measures["released"]
    assert (found.status, found.fact.text) == ("known", "787 days (27 Sep 2024)")
    assert (found.low, found.value, found.high) == pytest.approx((21.3, 21.3, 21.3))


@pytest.mark.parametrize(
    ("day", "released", "days"),
    [
        ("2026-11-23", "2026-11-23", "0 days"),
        ("2026-11-23", "2026-11-22", "1 day"),
        # 2024 had a 29 February.
        ("2024-03-01", "2024-02-28", "2 days"),
        ("2023-03-01", "2023-02-28", "1 day"),
        ("2027-11-23", "2024-09-27", "1152 days"),
    ],
)
def test_the_days_are_those_of_the_calendar(otherpay, day, released, days):
    fact = f"{{value: {released}, {SOURCE}, checked: {max(released, '2026-11-23')}}}"
    criteria = AGED.replace("fresh_for: 90", "fresh_for: 999")
    assert (
        otherpay(criteria=criteria, day=day, released=fact)
        .measures["released"]
        .fact.text.startswith(f"{days} (")
    )


def test_what_came_after_the_day_of_the_plan_is_not_older_than_it(otherpay):
    fact = f"{{value: 2026-11-02, {LOOKED}}}"
    found = otherpay(day="2026-10-01", released=fact).measures["released"]
    assert (found.fact.text, found.value) == ("0 days (2 Nov 2026)", 100)


def test_in_months_a_month_is_a_twelfth_of_a_mean_year(otherpay):
    criteria = AGED.replace("age: days", "age: months").replace("worst: 1000", "worst: 100")
    found = otherpay(criteria=criteria, released=f"{{value: 2024-09-27, {LOOKED}}}")
    value = found.measures["released"]
    # 787 × 12 ÷ 365.25 = 25.8563…
    assert value.fact.text == "25.86 months (27 Sep 2024)"
    assert value.value == pytest.approx(100 - 9444 / 365.25)


def test_an_open_age_in_months_is_rounded_up(otherpay):
    criteria = AGED.replace("age: days", "age: months").replace("worst: 1000", "worst: 100")
    # 784 days: 25.7577… months
    found = otherpay(criteria=criteria, released=f"{{value: 2024-09-30, {LONG_AGO}}}")
    assert found.measures["released"].fact.text == "at most 25.76 months (30 Sep 2024)"
    # 786 days: 25.8234… months
    found = otherpay(criteria=criteria, released=f"{{value: 2024-09-28, {LONG_AGO}}}")
    assert found.measures["released"].fact.text == "at most 25.83 months (28 Sep 2024)"


@pytest.mark.parametrize(
    ("checked", "is_open"),
    [
        # 90 days before 23 November is 25 August.
        (", checked: 2026-08-25", False), (", checked: 2026-08-24", True), ("", True),
    ],
)  # fmt: skip
def test_an_age_is_open_once_nobody_has_looked_for_something_newer(otherpay, checked, is_open):
    fact = f"{{value: 2026-06-16, {SOURCE}{checked}}}"
    found = otherpay(released=fact).measures["released"]
    # 160 days are worth 84 of 100 points; something newer, up to 100.
    assert (found.low, found.high) == pytest.approx((84, 100 if is_open else 84))
    assert found.fact.text == ("at most " if is_open else "") + "160 days (16 Jun 2026)"
    assert found.status == ("range" if is_open else "known")
    assert found.beyond == ""


@pytest.mark.parametrize(("rule", "point"), [("worst", 84), ("middle", 92)])
def test_the_point_of_an_open_age_goes_by_the_rule_of_the_plan(otherpay, rule, point):
    found = otherpay(released=f"{{value: 2026-06-16, {LONG_AGO}}}", unknown=rule)
    assert found.measures["released"].value == pytest.approx(point)


@pytest.mark.parametrize(("rule", "point"), [("worst", 45), ("middle", 72.5)])
def test_the_point_of_an_open_count_goes_by_the_rule_of_the_plan(otherpay, rule, point):
    found = otherpay(releases=f"{{value: 9, {LOOKED}}}", unknown=rule)
    assert found.measures["releases"].value == pytest.approx(point)


def test_the_age_is_not_lost_with_the_longer_nobody_looks(otherpay):
    fact = f"{{value: 2024-01-01, {SOURCE}, checked: 2024-01-10}}"
    found = otherpay(released=fact).measures["released"]
    # 1,057 days are worse than the worst end, and what came since may be of today.
    assert (found.low, found.high) == (0, 100)
    assert found.fact.text == "at most 1057 days (1 Jan 2024)"
    assert found.beyond == "worst"


def test_without_fresh_for_only_an_undated_age_is_open(otherpay):
    criteria = AGED.replace("        fresh_for: 90\n", "").replace("fresh_for: 365\n", "")
    dated = otherpay(criteria=criteria, released=f"{{value: 2024-01-01, {LONG_AGO}}}")
    assert dated.measures["released"].fact.text == "1057 days (1 Jan 2024)"
    undated = otherpay(criteria=criteria, released=f"{{value: 2024-01-01, {SOURCE}}}")
    assert undated.measures["released"].fact.text == "at most 1057 days (1 Jan 2024)"


def test_sources_that_name_other_dates_widen_the_age(otherpay):
    fact = f"{{value: 2026-10-24, {LOOKED}, conflicts: [{{value: 2026-08-15, {LOOKED}}}]}}"
    found = otherpay(released=fact).measures["released"]
    # 30 and 100 days.
    assert (found.low, found.high) == pytest.approx((90, 97))
    assert found.fact.text == "30 days (24 Oct 2026); other sources: 100 days (15 Aug 2026)"


def test_a_stale_conflict_opens_the_age_as_well(otherpay):
    fact = f"{{value: 2026-06-16, {LOOKED}, conflicts: [{{value: 2026-06-01, {LONG_AGO}}}]}}"
    found = otherpay(released=fact).measures["released"]
    # 160 days, or at most 175.
    assert (found.low, found.high) == pytest.approx((82.5, 100))
    assert found.status == "range"


def test_what_is_unknown_or_generated_has_no_age(otherpay):
    unknown = otherpay(released=f"{{value: unknown, {LOOKED}}}").measures["released"]
    assert (unknown.status, unknown.fact.text) == ("not_found", "not found")
    made_up = otherpay(released=f"{{value: 2026-06-16, {LOOKED}, kind: generated}}")
    assert made_up.measures["released"].status == "not_looked_for"


def test_a_count_is_exact_on_the_day_on_which_its_window_ends(otherpay):
    fact = f"{{value: 9, {SOURCE}, checked: 2026-11-23}}"
    found = otherpay(releases=fact).measures["releases"]
    assert (found.status, found.fact.text, found.value) == ("known", "9 releases", 45)


@pytest.mark.parametrize("checked", [", checked: 2026-11-22", ", checked: 2023-01-01", ""])
def test_a_count_whose_window_ended_before_is_at_least_that(otherpay, checked):
    found = otherpay(releases=f"{{value: 9, {SOURCE}{checked}}}").measures["releases"]
    assert (found.status, found.fact.text) == ("range", "at least 9 releases")
    assert (found.low, found.value, found.high) == (45, 45, 100)
    assert found.beyond == ""


def test_a_range_of_counts_is_open_above_its_low_end(otherpay):
    found = otherpay(releases=f"{{low: 4, high: 6, {LOOKED}}}").measures["releases"]
    assert found.fact.text == "at least 4 releases"
    assert (found.low, found.high) == (20, 100)


def test_a_count_beyond_the_scale_is_as_good_as_its_end(otherpay):
    found = otherpay(releases=f"{{value: 30, {LOOKED}}}").measures["releases"]
    assert (found.low, found.value, found.high, found.beyond) == (100, 100, 100, "best")
    assert found.fact.text == "at least 30 releases"


@pytest.mark.parametrize(
    ("fact", "gate", "outcome"),
    [
        (f"{{value: 2024-09-27, {LOOKED}}}", "released, at_most: 787", "pass"),
        (f"{{value: 2024-09-27, {LOOKED}}}", "released, at_most: 786", "fail"),
        # At most 160 days: less is possible, more is not.
        (f"{{value: 2026-06-16, {LONG_AGO}}}", "released, at_most: 160", "pass"),
        (f"{{value: 2026-06-16, {LONG_AGO}}}", "released, at_most: 159", "unverified"),
        (f"{{value: 2026-06-16, {LONG_AGO}}}", "released, at_least: 1", "unverified"),
        (f"{{value: 2026-06-16, {LONG_AGO}}}", "released, at_least: 161", "fail"),
        # At least 9: also more than the scale foresees.
        (f"{{value: 9, {LOOKED}}}", "releases, at_least: 9", "pass"),
        (f"{{value: 9, {LOOKED}}}", "releases, at_least: 10", "unverified"),
        (f"{{value: 9, {LOOKED}}}", "releases, at_most: 8", "fail"),
        (f"{{value: 9, {LOOKED}}}", "releases, at_most: 9999", "unverified"),
    ],
)
def test_a_gate_tests_what_follows_on_the_day_of_the_plan(otherpay, fact, gate, outcome):
    name = gate.partition(",")[0]
    found = otherpay(plan=f"  - {{measure: {gate}, because: x}}\n", **{name: fact}).gates[-1]
    assert found.outcome == outcome


def test_a_gate_says_the_age_that_it_found(otherpay):
    plan = "  - {measure: released, at_most: 365, because: x}\n"
    (_, gate) = otherpay(plan=plan, released=f"{{value: 2024-09-27, {LOOKED}}}").gates
    assert gate.requirement == "Age of newest release: at most 365 days"
    assert gate.reason == "found: 787 days (27 Sep 2024)"
    assert gate.failure == (
        "age of newest release: 787 days (27 Sep 2024), where at most 365 days is needed"
    )


STALE = f"{{value: 25, {SOURCE}, checked: 2023-09-12}}"


def test_a_stale_fact_counts_by_default(otherpay):
    found = otherpay(rate_limit=STALE)
    assert (found.measures["rate_limit"].value, found.gate) == (60, "pass")
    assert found.measures["rate_limit"].fact.freshness == "stale"


def test_a_plan_may_take_what_is_stale_as_not_looked_for(otherpay):
    stale = otherpay(plan="stale: unknown\n", rate_limit=STALE)
    nothing = otherpay(api_style=f"{{value: [rest], {LOOKED}}}").measures["rate_limit"]
    found = stale.measures["rate_limit"]
    assert (found.status, found.low, found.high) == (nothing.status, nothing.low, nothing.high)
    assert (found.status, found.low, found.high) == ("not_looked_for", 0, 100)
    assert found.fact.text == "not looked for since 12 Sep 2023"
    assert found.fact.looked == ()
    assert (stale.gate, stale.gates[0].reason) == ("unverified", "not looked for since 12 Sep 2023")
    assert stale.settled == 0


@pytest.mark.parametrize(
    ("checked", "status"),
    [
        # 365 days before 23 November 2026.
        (", checked: 2025-11-23", "known"), (", checked: 2025-11-22", "not_looked_for"), ("", "known"),
    ],
)  # fmt: skip
def test_what_is_fresh_or_undated_still_counts(otherpay, checked, status):
    found = otherpay(plan="stale: unknown\n", rate_limit=f"{{value: 25, {SOURCE}{checked}}}")
    assert found.measures["rate_limit"].status == status


def test_of_sources_that_differ_only_the_fresh_ones_count(otherpay):
    fresh = f"{{value: 100, {LOOKED}}}"
    fact = f"{{value: 25, {SOURCE}, checked: 2023-09-12, conflicts: [{fresh}]}}"
    found = otherpay(plan="stale: unknown\n", rate_limit=fact).measures["rate_limit"]
    assert (found.low, found.high) == (100, 100)
    assert found.fact.text == ("not looked for since 12 Sep 2023; other sources: 100 requests/s")
    fact = f"{{value: 100, {LOOKED}, conflicts: [{STALE}]}}"
    found = otherpay(plan="stale: unknown\n", rate_limit=fact).measures["rate_limit"]
    assert (found.low, found.high) == (100, 100)


def test_a_stale_age_or_count_is_unknown_too_if_the_plan_says_so(otherpay):
    found = otherpay(
        plan="stale: unknown\n",
        released=f"{{value: 2026-06-16, {LONG_AGO}}}",
        releases=f"{{value: 9, {SOURCE}, checked: 2025-01-01}}",
    ).measures
    assert found["released"].fact.text == "not looked for since 2 Jul 2026"
    assert found["releases"].fact.text == "not looked for since 1 Jan 2025"
    assert {found[name].status for name in ("released", "releases")} == {"not_looked_for"}


def test_what_was_said_not_to_apply_is_unknown_once_it_is_stale(otherpay):
    fact = f"{{not_applicable: it has none, {SOURCE}, checked: 2023-09-12}}"
    assert otherpay(released=fact).measures["released"].status == "not_applicable"
    found = otherpay(plan="stale: unknown\n", released=fact)
    assert (found.measures["released"].status, found.excluded) == ("not_looked_for", 0)


def test_what_was_not_found_long_ago_is_still_a_question_to_the_vendor(otherpay):
    fact = f"{{value: unknown, {SOURCE}, checked: 2023-09-12}}"
    found = otherpay(plan="stale: unknown\n", rate_limit=fact)
    assert found.measures["rate_limit"].status == "not_found"


def test_a_saved_evaluation_keeps_the_date_and_the_age(otherpay):
    released = f"{{value: 2026-06-16, {LONG_AGO}, kind: derived-from-git, note: tags}}"
    found = otherpay(released=released, releases=f"{{value: 9, {LOOKED}}}").measures
    reading = found["released"].fact.reading
    assert (reading.value, reading.low, reading.high) == ("2026-06-16", 0, 160)
    assert (reading.at_most, reading.at_least, reading.likely) == (True, False, None)
    assert (reading.source, reading.checked) == (
        "https://otherpay.test/tags",
        datetime.date(2026, 7, 2),
    )
    assert (reading.kind, reading.note) == ("derived-from-git", "tags")
    place = "vendors/payment-gateways/otherpay.yaml", "facts.released"
    assert (found["released"].fact.path, found["released"].fact.key) == place
    assert not found["released"].fact.derived
    count = found["releases"].fact.reading
    assert (count.value, count.low, count.high, count.at_least) == (9, None, None, True)
    few = otherpay(releases=f"{{low: 4, high: 6, {LOOKED}}}").measures["releases"].fact.reading
    assert (few.value, few.low, few.high, few.at_least) == (4, None, None, True)


def test_a_saved_evaluation_keeps_what_a_stale_fact_said(otherpay):
    reading = (
        otherpay(plan="stale: unknown\n", rate_limit=STALE).measures["rate_limit"].fact.reading
    )
    assert (reading.value, reading.text) == (25, "not looked for since 12 Sep 2023")


def test_a_saved_evaluation_with_open_ages_and_stale_facts_agrees_with_itself(loaded):
    facts = {
        "released": f"{{value: 2026-06-16, {LONG_AGO}}}",
        "releases": f"{{value: 9, {LOOKED}}}",
    }
    for plan in ("", "stale: unknown\n"):
        workspace = loaded(aged(plan, **facts, rate_limit=STALE))
        found = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
        again = from_plain(json.dumps(to_plain(found)))
        check_intact(again)
        assert again == found
        assert found.plan.stale == ("unknown" if plan else "counts")


def test_an_age_that_differs_by_region_is_counted_where_it_holds(otherpay):
    entry = (
        f"{{value: 2024-09-27, region: US, {LOOKED}}}, {{value: 2026-09-30, region: EEA, {LOOKED}}}"
    )
    fact = otherpay("region: DE\n", released=f"{{by: [{entry}]}}").measures["released"].fact
    # October has 31 days, and 23 have passed of November.
    assert (fact.text, fact.key) == ("54 days (30 Sep 2026) (EEA)", "facts.released.by.1")
    assert (fact.reading.region, fact.reading.low) == ("EEA", 54)


ENDED = "{value: 25, source: s, checked: 2026-11-20, until: 2026-11-22}"


def test_a_fact_past_its_last_day_counts_or_is_unknown_as_the_plan_says(otherpay):
    counts = otherpay(rate_limit=ENDED).measures["rate_limit"]
    assert (counts.value, counts.fact.freshness) == (60, "stale")
    dropped = otherpay("stale: unknown\n", rate_limit=ENDED).measures["rate_limit"]
    assert (dropped.low, dropped.high, dropped.status) == (0, 100, "not_looked_for")
    assert dropped.fact.text == "expired on 22 Nov 2026"
    on_the_day = ENDED.replace("2026-11-22", "2026-11-23")
    assert otherpay("stale: unknown\n", rate_limit=on_the_day).measures["rate_limit"].value == 60


def test_an_age_is_open_once_what_it_rests_on_has_ended(otherpay):
    fact = f"{{value: 2026-09-30, until: 2026-11-22, {LOOKED}}}"
    found = otherpay(released=fact).measures["released"]
    assert found.fact.text == "at most 54 days (30 Sep 2026)"


CERTIFIED = AGED.replace(
    "background:\n",
    """\
  security:
    title: Security
    weight: 20
    measures:
      attestations:
        weight: 10
        scale: {kind: checklist, items: {iso: 2, soc: 1, pci: 1}, because: "-"}
background:
""",
)


@pytest.mark.parametrize(
    ("stated", "until", "low", "high", "text"),
    [
        ("value: [iso, soc]", "{iso: 2026-11-23, soc: 2026-11-23}", 75, 75, "iso, soc"),
        # What else a complete list does not name is not there; only what has ended is open.
        ("value: [iso, soc]", "{iso: 2026-11-23, soc: 2026-11-22}", 50, 75,
         "iso; soc expired on 22 Nov 2026"),
        ("value: [iso]", "{iso: 2026-11-22}", 0, 50, "iso expired on 22 Nov 2026"),
        ("at_least: [iso, soc]", "{soc: 2026-11-22}", 50, 100,
         "at least iso; soc expired on 22 Nov 2026"),
    ],
)  # fmt: skip
def test_an_item_past_its_last_day_is_open_and_the_rest_stands(
    otherpay, stated, until, low, high, text
):
    fact = f"{{{stated}, until: {until}, {LOOKED}}}"
    found = otherpay(criteria=CERTIFIED, attestations=fact).measures["attestations"]
    assert (found.low, found.value, found.high) == (low, low, high)
    assert (found.fact.text, found.fact.freshness) == (text, "fresh")
    assert found.status == ("known" if low == high else "range")


@pytest.mark.parametrize(
    ("test", "outcome"),
    [
        ("all_of: [iso]", "pass"), ("all_of: [iso, soc]", "unverified"), ("all_of: [pci]", "fail"),
        ("any_of: [soc, pci]", "unverified"), ("any_of: [pci]", "fail"), ("any_of: [iso]", "pass"),
        ("none_of: [soc]", "unverified"), ("none_of: [pci]", "pass"), ("none_of: [iso]", "fail"),
        ("equals: iso", "unverified"), ("equals: pci", "fail"),
        ("equals: soc alone", "unverified"), ("equals: pci alone", "fail"),
    ],
)  # fmt: skip
def test_a_must_have_on_an_item_that_has_ended_is_not_verified(otherpay, test, outcome):
    held = "[soc]" if "alone" in test else "[iso, soc]"
    test = test.removesuffix(" alone")
    fact = f"{{value: {held}, until: {{soc: 2026-11-22}}, {LOOKED}}}"
    gate = f"  - {{measure: attestations, {test}, because: '-'}}\n"
    found = otherpay(gate, CERTIFIED, attestations=fact)
    assert found.gates[-1].outcome == outcome


def test_a_saved_evaluation_with_what_has_ended_agrees_with_itself(loaded):
    fact = f"{{value: [iso], until: {{iso: 2026-11-22}}, {LOOKED}}}"
    for plan in ("", "stale: unknown\n"):
        workspace = loaded(aged(plan, CERTIFIED, rate_limit=ENDED, attestations=fact))
        found = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
        again = from_plain(json.dumps(to_plain(found)))
        check_intact(again)
        assert again == found
