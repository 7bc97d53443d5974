"""Regions contain each other as the treaties say; founders, joiners and leavers by name."""

import pytest

from evalkit.regions import COUNTRIES, EEA, EU, REGIONS, contains, holds


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("EU", "DE"), ("EEA", "DE"), ("EEA", "EU"), ("EEA", "NO"), ("world", "EEA"), ("world", "US")],
)
def test_a_larger_region_contains_a_smaller_one_and_not_the_other_way_round(outer, inner):
    assert contains(outer, inner)
    assert not contains(inner, outer)


@pytest.mark.parametrize("country", ["GB", "CH", "NO", "IS", "LI", "US"])
def test_the_union_does_not_contain_who_left_or_never_joined(country):
    assert not contains("EU", country)


def test_the_numbers_are_those_of_the_treaties_and_of_iso_3166():
    # 27 members since 1 February 2020, and three more in the EEA; 249 entries in ISO 3166-1.
    assert (len(EU), len(EEA), len(COUNTRIES)) == (27, 30, 249)


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_every_region_contains_itself_and_the_world_contains_it(region):
    assert contains(region, region)
    assert contains("world", region)


def test_what_names_no_region_holds_anywhere():
    assert holds(None, "DE")
    assert holds("US", None)
    assert not holds("US", "DE")
