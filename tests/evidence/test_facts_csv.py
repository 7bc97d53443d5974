"""Facts as a matrix, which programs and spreadsheets read."""

import csv
import io

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


def test_a_name_is_no_formula(loaded):
    assert rows(loaded)["evil"]["vendor"] == '\'=HYPERLINK("https://a.test")'
