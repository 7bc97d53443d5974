"""What a fact says in the region and the edition of a plan, worked by hand."""

import datetime
import itertools

import pytest

from evalkit.evaluation.derived.regional import Choice, held, in_region
from evalkit.evaluation.facts import fact_result
from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact
from evalkit.model.vendor import Vendor
from evalkit.regions import REGIONS
from evalkit.source.document import parse
from evalkit.source.shape.shape import shape
from tests.conftest import CRITERIA

SOURCE = {"source": "https://a.test/1", "checked": "2026-06-20"}
US = {"value": 100, "region": "US", **SOURCE}
EEA = {"value": 50, "region": "EEA", **SOURCE}
DE = {"value": 40, "region": "DE", **SOURCE}
WORLD = {"value": 70, "region": "world", **SOURCE}


def fact(given):
    record, problems = shape(Fact, given)
    assert problems == []
    return record


def values(given, region):
    return [each.value for each in held(fact(given), Choice(region)).readings]


@pytest.mark.parametrize(
    ("region", "numbers"),
    [
        ("DE", [40]), ("FR", [50]), ("EU", [50]), ("EEA", [50]), ("NO", [50]), ("US", [100]),
        ("CH", []), ("GB", []), ("world", []), (None, [100, 50, 40]),
    ],
)  # fmt: skip
def test_the_nearest_region_that_contains_the_plans_counts(region, numbers):
    assert values({"by": [US, EEA, DE]}, region) == numbers


def test_what_holds_in_the_world_holds_where_nothing_nearer_does():
    assert values({"by": [WORLD, EEA]}, "DE") == [50]
    assert values({"by": [WORLD, EEA]}, "CH") == [70]
    assert values({"by": [WORLD, EEA]}, "world") == [70]


def test_no_order_decides_between_sources_on_one_region():
    other = EEA | {"value": 60}
    for entries in itertools.permutations([EEA, other, WORLD]):
        assert sorted(values({"by": list(entries)}, "DE")) == [50, 60]


def test_a_fact_without_a_region_holds_everywhere_and_one_with_it_only_there():
    assert values({"value": 9}, "DE") == [9]
    assert values(EEA, "DE") == values(EEA, None) == [50]
    assert values(EEA, "US") == []
    # The whole EEA is not in Germany.
    assert values(DE, "EEA") == []


def test_other_sources_count_where_they_hold():
    disputed = {**EEA, "conflicts": [{"value": 30}, DE, US]}
    assert values(disputed, "DE") == [50, 30, 40]
    assert values(disputed, "FR") == [50, 30]
    assert values(disputed, "US") == [30, 100]
    assert values({**EEA, "conflicts": [WORLD]}, "DE") == [50, 70]
    # What contradicts the entry for the EEA says nothing of a nearer one.
    entries = {"by": [EEA, DE], "conflicts": [{"value": 30, "region": "EEA"}, {"value": 20}]}
    assert values(entries, "FR") == [50, 30, 20]
    assert values(entries, "DE") == [40, 20]
    assert values(entries, None) == [50, 40, 30, 20]


def test_generated_text_is_never_nearer_than_a_source():
    assert values({"by": [EEA, DE | {"kind": "generated"}]}, "DE") == [50]
    assert values({"by": [DE | {"kind": "generated"}]}, "DE") == []


def test_what_was_not_found_for_a_region_is_unknown_there_whatever_is_known_elsewhere():
    unknown = {"by": [WORLD, {"value": "unknown", "region": "EEA", **SOURCE}]}
    found = held(fact(unknown), Choice("DE"))
    assert (found.is_unknown, [look.source for look in found.looks]) == (True, [SOURCE["source"]])
    assert values(unknown, "US") == [70]
    looked = {"unknown": True, "looked": [SOURCE], "region": "EEA"}
    assert len(held(fact(looked), Choice("DE")).looks) == 1
    assert held(fact(looked), Choice("US")).looks == ()


@pytest.mark.parametrize("region", [None, *sorted(REGIONS)])
def test_what_names_no_region_is_left_as_it_is(region):
    vendor = Vendor.model_validate(
        {"id": "v", "name": "V", "category": "c", "facts": {"a": 3, "b": {"value": 4, "note": "-"}}}
    )
    assert in_region([vendor], region) == [vendor]


def told(given, region):
    criteria, _ = shape(Criteria, parse(CRITERIA, "criteria/payment-gateways.yaml").data)
    day = datetime.date(2026, 11, 23)
    return fact_result(held(fact(given), Choice(region)), "rate_limit", criteria, day, "v.yaml")


@pytest.mark.parametrize(
    ("given", "region", "text", "key"),
    [
        ({"by": [US, EEA]}, "DE", "50 requests/s (EEA)", ".by.1"),
        ({"by": [US, EEA]}, None, "100 requests/s (US); 50 requests/s (EEA)", ".by.0"),
        ({"by": [US, EEA]}, "CH", "known for EEA and US only", ""),
        ({"by": [US]}, "DE", "known for US only", ""),
        (US, "DE", "known for US only", ""),
        (US | {"kind": "generated"}, "DE", "not looked for", ""),
        (EEA | {"conflicts": [DE]}, "DE", "50 requests/s (EEA); 40 requests/s (DE)", ""),
        (US | {"conflicts": [DE]}, "DE", "40 requests/s (DE)", ".conflicts.0"),
        (EEA | {"conflicts": [{"value": 30}]}, "DE",
         "50 requests/s (EEA); other sources: 30 requests/s", ""),
        ({"by": [EEA, EEA | {"value": 60}]}, "DE",
         "50 requests/s (EEA); other sources: 60 requests/s (EEA)", ".by.0"),
        ({"by": [{"value": "unknown", "region": "EEA", **SOURCE}]}, "DE", "not found (EEA)", ".by.0"),
    ],
)  # fmt: skip
def test_a_fact_says_for_which_region_it_is_known_and_where_that_stands(given, region, text, key):
    found = told(given, region)
    assert (found.text, found.key) == (text, f"facts.rate_limit{key}")


def test_the_chosen_reading_keeps_its_source_date_region_and_note():
    entry = EEA | {"source": "https://a.test/eu", "checked": "2026-11-13", "note": "Per shop."}
    found = told({"by": [US, entry], "note": "It differs."}, "DE")
    reading = found.reading
    assert (reading.value, reading.region, reading.source) == (50, "EEA", "https://a.test/eu")
    assert (found.age_days, reading.note) == (10, "Per shop.")
    assert told({"by": [US, entry], "note": "It differs."}, "US").reading.note == "It differs."


BOTH = ("starter", "enterprise")
STARTER = {"value": 100, "edition": "starter", **SOURCE}
ENTERPRISE = {"value": 500, "edition": "enterprise", **SOURCE}
ANY = {"value": 50, "region": "world", **SOURCE}


def bought(given, edition, region=None, editions=BOTH):
    return held(fact(given), Choice(region, edition, editions))


@pytest.mark.parametrize(
    ("entries", "edition", "region", "numbers"),
    [
        ([STARTER, ENTERPRISE], "enterprise", None, [500]),
        ([STARTER, ENTERPRISE], "starter", "DE", [100]),
        # Nobody has said which one is bought: anything from the worst to the best of them.
        ([STARTER, ENTERPRISE], None, "DE", [100, 500]),
        # What is said of no edition holds for those of which nothing else is said.
        ([ANY, ENTERPRISE], "enterprise", None, [500]),
        ([ANY, ENTERPRISE], "starter", None, [50]),
        ([ANY, ENTERPRISE], None, None, [50, 500]),
        # Region and edition together: the entry that is nearer in both, or in one.
        ([EEA, EEA | ENTERPRISE, US | ENTERPRISE], "enterprise", "DE", [500]),
        ([EEA, EEA | ENTERPRISE, US], "enterprise", None, [500, 100]),
        ([EEA, EEA | ENTERPRISE, US], "enterprise", "US", [100]),
        ([WORLD | ENTERPRISE, EEA | ENTERPRISE | {"value": 400}], "enterprise", "DE", [400]),
        ([ENTERPRISE, EEA | ENTERPRISE | {"value": 400}], "enterprise", "DE", [400]),
        # The entry for the world is the one of the starter's edition, which may be bought.
        ([WORLD, EEA | ENTERPRISE], None, "DE", [70, 500]),
        # Neither is nearer: one is about the region, the other about the edition.
        ([WORLD | ENTERPRISE, EEA], "enterprise", "DE", [500, 50]),
    ],
)
def test_the_entry_nearest_to_what_is_bought_counts(entries, edition, region, numbers):
    for order in itertools.permutations(entries):
        found = bought({"by": list(order)}, edition, region).readings
        assert sorted(each.value for each in found) == sorted(numbers)


def test_a_source_that_contradicts_an_entry_is_passed_over_with_it():
    other = {"value": 40, "edition": "starter", **SOURCE}
    given = {"by": [STARTER, ENTERPRISE], "conflicts": [other]}
    assert [each.value for each in bought(given, "starter").readings] == [100, 40]
    assert [each.value for each in bought(given, "enterprise").readings] == [500]
    whole = {"by": [EEA, EEA | ENTERPRISE], "conflicts": [EEA | {"value": 40}]}
    assert [each.value for each in bought(whole, "enterprise", "DE").readings] == [500]


def test_what_is_known_of_one_edition_is_not_known_of_another_nor_of_one_that_is_not_chosen():
    assert [each.value for each in bought(ENTERPRISE, "enterprise").readings] == [500]
    assert bought(ENTERPRISE, "starter").readings == ()
    assert bought(ENTERPRISE, None).readings == ()
    # A vendor that sells only this edition sells it to everybody.
    assert bought(ENTERPRISE, None, editions=("enterprise",)).value == 500


def test_what_was_not_found_for_one_edition_is_told_if_none_is_chosen():
    unknown = {"value": "unknown", "edition": "starter", **SOURCE}
    found = bought({"by": [ENTERPRISE, unknown]}, None)
    assert (found.readings, [look.source for look in found.looks]) == ((), [SOURCE["source"]])
    assert bought({"by": [ENTERPRISE, unknown]}, "enterprise").value == 500


def test_the_editions_of_a_vendor_are_those_of_its_prices_and_facts():
    charge = {"kind": "recurring", "edition": "starter", "amount": 9, "every": "month",
              "currency": "EUR"}  # fmt: skip
    given = {"id": "v", "name": "V", "category": "c", "facts": {"a": ENTERPRISE, "b": 3},
             "charges": [charge]}  # fmt: skip
    vendor, _ = shape(Vendor, given)
    assert sorted(vendor.editions) == ["enterprise", "starter"]
    open_, chosen = (
        in_region([vendor], None, editions)[0].facts for editions in ({}, {"v": "enterprise"})
    )
    assert (open_["a"].readings, chosen["a"].value) == ((), 500)
    assert open_["b"] == chosen["b"] == vendor.facts["b"]


@pytest.mark.parametrize(
    ("given", "edition", "region", "text"),
    [
        ({"by": [STARTER, ENTERPRISE]}, "enterprise", None, "500 requests/s (enterprise edition)"),
        ({"by": [STARTER, ENTERPRISE]}, None, None,
         "100 requests/s (starter edition); 500 requests/s (enterprise edition)"),
        (EEA | ENTERPRISE, "enterprise", "DE", "500 requests/s (EEA, enterprise edition)"),
        (ENTERPRISE, "starter", None, "known for the enterprise edition only"),
        (ENTERPRISE, None, None, "known for the enterprise edition only"),
        (US | ENTERPRISE, "enterprise", "DE", "known for US only"),
        (US | ENTERPRISE, "starter", "DE", "known for the enterprise edition in the US only"),
        (EEA | ENTERPRISE, "starter", "DE", "known for the enterprise edition only"),
    ],
)  # fmt: skip
def test_a_fact_says_for_which_edition_it_is_known(given, edition, region, text):
    criteria, _ = shape(Criteria, parse(CRITERIA, "criteria/payment-gateways.yaml").data)
    day = datetime.date(2026, 11, 23)
    found = bought(given, edition, region)
    result = fact_result(found, "rate_limit", criteria, day, "v.yaml")
    assert result.text == text
