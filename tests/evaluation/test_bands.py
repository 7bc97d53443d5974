"""Words for points: by what a vendor has at least."""

import dataclasses

import pytest

from evalkit.errors import EvalkitError
from evalkit.evaluation.bands import band_of
from evalkit.evaluation.integrity.check import check_intact
from evalkit.evaluation.record.evaluation import BandResult
from evalkit.report.data import from_json, to_csv, to_json
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.conftest import PLAN

BANDS = [
    BandResult(at_least=70.0, word="recommended"),
    BandResult(at_least=50.0, word="acceptable"),
]
IN_BANDS = PLAN + "bands: {50: acceptable, '70': recommended}\n"


@pytest.mark.parametrize(
    ("low", "high", "word"),
    [
        (71, 84, "recommended"),
        (70, 70, "recommended"),
        # a sum of products that is 70 but for rounding noise
        (69.99999999999999, 69.99999999999999, "recommended"),
        (69.96, 69.96, "acceptable"),
        (55, 78, "acceptable to recommended"),
        (55, 70, "acceptable to recommended"),
        (50, 69.9, "acceptable"),
        (30, 60, "at best acceptable"),
        (30, 80, "at best recommended"),
        (0, 49.9, "below acceptable"),
    ],
)
def test_the_word_goes_by_the_points_at_least_and_a_range_over_an_edge_names_both(low, high, word):
    assert band_of(low, high, BANDS) == word


def test_without_bands_there_is_no_word():
    assert band_of(55, 78, []) == ""


@pytest.fixture
def banded(offered):
    # Anna 18.75 + 6.25 + 45 = 70; Bert 9.375 + 45 and, by webhooks, 6.25 more or nothing
    def run():
        return offered(("anna", "rest", "true", 25), ("bert", "soap", "unknown", 25), plan=IN_BANDS)

    return run


def test_each_ranked_vendor_has_its_word(banded):
    assert [each.band for each in banded().vendors] == ["recommended", "acceptable"]


def test_who_is_not_ranked_has_no_word(offered):
    # of Cleo only the rate is known, 75 of 100 points, where 80 are asked for; Dora is too slow
    found = offered(
        ("cleo", "unknown", "unknown", 25),
        ("dora", "rest", "true", 9),
        plan=IN_BANDS + "rankable: 0.8\n",
    )
    assert [(each.standing, each.band) for each in found.vendors] == [
        ("not_ranked", ""), ("ruled_out", ""),
    ]  # fmt: skip


def test_the_words_are_saved_and_contradicted_words_are_refused(banded):
    found = banded()
    again = from_json(to_json(found))
    assert again.vendors == found.vendors
    assert again.plan.bands == tuple(BANDS)


def test_a_word_that_does_not_follow_from_the_points_is_refused(banded):

    found = banded()
    better = dataclasses.replace(found.vendors[1], band="recommended")
    wrong = dataclasses.replace(found, vendors=(found.vendors[0], better))
    with pytest.raises(EvalkitError, match=r"vendors\.1\.band"):
        check_intact(wrong)


def test_tables_show_the_words(banded):
    found = banded()
    header, *rows = to_csv([found]).splitlines()
    at = header.split(",").index("band")
    assert [row.split(",")[at] for row in rows] == ["recommended", "acceptable"]
    markdown, page = to_markdown(found)[0], to_html(found)
    assert "| 1 Anna (recommended) | 70 | 100% |" in markdown
    assert "<bdi>Anna</bdi><small>recommended</small>" in page
    note = "recommended from 70 points and acceptable from 50 points; a range over an edge has both"
    assert note in markdown
    assert note in page


def test_reports_on_plans_without_bands_say_nothing_of_them(offered):
    found = offered(("anna", "rest", "true", 25))
    assert "over an edge" not in to_markdown(found)[0]
    assert "over an edge" not in to_html(found)


def test_a_figure_is_not_printed_on_the_other_side_of_an_edge(offered):
    # 69.96 is acceptable; printed as 70.0 it would look recommended
    found = offered(("anna", "rest", "true", 24.98), plan=IN_BANDS)
    assert found.vendors[0].band == "acceptable"
    assert "| 1 Anna (acceptable) | 69.96 | 100% |" in to_markdown(found)[0]


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("bands: {101: superb}", "EK105", "from 0 to 100"),
        ("bands: {-5: poor}", "EK105", "from 0 to 100"),
        ("bands: {high: superb}", "EK105", "from 0 to 100"),
        ("bands: {70: ''}", "EK110", "at least 1 character"),
        ("bands: {70: ' '}", "EK110", "at least 1 character"),
        ("bands: {70: superb, 70.0: good}", "EK425", "`superb` begins at 70.0 too"),
    ],
)
def test_bands_that_cannot_hold_are_findings(evalkit, write, line, code, said):
    folder = write({"plans/storefront-payments.yaml": f"{PLAN}{line}\n"})
    out = evalkit("validate", cwd=folder).out
    assert code in out
    assert said in out
