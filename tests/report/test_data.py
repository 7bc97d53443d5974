"""An evaluation as JSON and CSV."""

import csv
import io
import json
from dataclasses import replace

import pytest

from evalkit.errors import EvalkitError
from evalkit.report.data import from_json, to_csv, to_json
from tests.conftest import BASE, PLAN, vendor
from tests.report.made import FILES


def test_an_evaluation_survives_json(evaluated):
    evaluation = evaluated(FILES)
    assert from_json(to_json(evaluation)) == evaluation
    assert to_csv([evaluation]).count("\n") >= 3


def test_a_row_of_csv_has_the_range_first_and_says_by_which_rule_the_points_are(evaluated):
    seen = "source: https://a.test/1, checked: 2026-06-20"
    other = {
        "vendors/payment-gateways/otherpay.yaml": vendor(api_style=f"{{value: [rest], {seen}}}")
    }
    for rule, points in (("worst", "63.75"), ("middle", "66.875")):
        plan = {"plans/storefront-payments.yaml": PLAN.replace("worst", rule)}
        first, second = csv.DictReader(io.StringIO(to_csv([evaluated({**BASE, **other, **plan})])))
        assert list(first)[5:9] == ["at_least", "at_most", "points", "unknown"]
        assert [first[key] for key in ("rank", "standing", "reason")] == ["1", "ranked", ""]
        assert [first[key] for key in ("at_least", "at_most", "points", "unknown")] == [
            "63.75", "70.0", points, rule,
        ]  # fmt: skip
        assert (first["settled"], first["excluded"], first["researched"]) == (
            "0.9375",
            "0.0",
            "0.9375",
        )
        assert [second[key] for key in ("rank", "standing", "settled")] == [
            "",
            "not_ranked",
            "0.1875",
        ]
        assert second["reason"] == "needs 60%, has 18%: 1 fact short: rate limit"


def test_numbers_in_csv_are_without_the_noise_of_binary_fractions(evaluated):
    # Three equal weights of a third: 0.1 + 0.2 and the like.
    seen = "source: https://a.test/1, checked: 2026-06-20"
    other = vendor(api_style=f"{{value: [rest], {seen}}}", rate_limit=f"{{value: 13, {seen}}}")
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 10, scalability: 20}")
    files = {
        "vendors/payment-gateways/otherpay.yaml": other,
        "plans/storefront-payments.yaml": plan,
    }
    evaluation = evaluated({**BASE, **files})
    for row in csv.DictReader(io.StringIO(to_csv([evaluation]))):
        for cell in row.values():
            assert len(cell.partition(".")[2]) <= 9 or not cell.replace(".", "").isdigit()


def test_an_older_format_is_refused_in_one_sentence(evaluated):
    data = json.loads(to_json(evaluated(FILES)))
    data["format"] = 1
    with pytest.raises(EvalkitError, match=r"saved by another evalkit \(format 1, not 2\)"):
        from_json(json.dumps(data))


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("\t=1", "' =1"),
        ("\r=1", "'\\u000d=1"),
        # Where semicolons divide cells, one begins in the middle.
        ("Pay;=1;", "Pay;'=1;"),
        ("A-B = C; -5%", "A-B = C; -5%"),
    ],
)
def test_no_text_of_a_cell_is_a_formula(evaluated, name, cell):
    evaluation = evaluated(BASE)
    (vendor,) = evaluation.vendors
    named = replace(evaluation, vendors=(replace(vendor, name=name),))
    (row,) = csv.DictReader(io.StringIO(to_csv([named])))
    assert row["name"] == cell
