"""Facts as a matrix, which programs and spreadsheets read."""

import csv
import io
from dataclasses import replace

from evalkit.evidence.facts_csv import to_facts_csv
from tests.evidence.scorecard.made import FILES, evaluated


def rows(loaded):
    page = to_facts_csv([evaluated(loaded(FILES))])
    return {row["id"]: row for row in csv.DictReader(io.StringIO(page))}


def test_a_fact_has_its_unit_in_the_head_and_its_status_and_source_beside_it(loaded):
    found = rows(loaded)["otherpay"]
    assert found["rate_limit (requests/s)"] == "40"
    assert found["rate_limit: status"] == "known"
    assert found["rate_limit: source"] == "https://a.test/1"
    assert found["rate_limit: checked"] == "2026-06-20"
    assert found["plan"] == "storefront-payments"
    assert found["api_style"] == "soap"


def test_what_is_unknown_is_empty_and_what_does_not_apply_says_so(loaded):
    found = rows(loaded)
    assert found["examplepay"]["staff"] == found["otherpay"]["answers"] == ""
    assert found["examplepay"]["staff: status"] == "not_looked_for"
    assert found["otherpay"]["answers: status"] == "not_found"
    assert found["otherpay"]["webhooks"] == "N/A"


def test_a_range_is_in_words(loaded):
    assert rows(loaded)["otherpay"]["staff"] == "4 to 9"
    assert rows(loaded)["otherpay"]["staff: status"] == "range"


def test_what_is_a_bound_or_contradicted_is_no_plain_number(loaded):
    found = rows(loaded)
    assert found["long"]["rate_limit (requests/s)"].startswith("at least 60")
    assert "31" in found["bare"]["rate_limit (requests/s)"]


def test_a_list_without_a_measure_has_nothing_in_its_columns(loaded):
    whole = evaluated(loaded(FILES))
    part = replace(whole, criteria=whole.criteria[:1])
    page = csv.DictReader(io.StringIO(to_facts_csv([part, whole])))
    found = [row for row in page if row["id"] == "otherpay"]
    assert [row["rate_limit (requests/s)"] for row in found] == ["", "40"]
    assert [row["rate_limit: status"] for row in found] == ["", "known"]


def test_a_name_is_no_formula(loaded):
    assert rows(loaded)["evil"]["vendor"] == '\'=HYPERLINK("https://a.test")'
