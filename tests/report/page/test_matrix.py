"""Section 2, all vendors by criterion, in HTML and in Markdown."""

import re

import pytest

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.matrix import matrix
from tests.conftest import CRITERIA, PLAN, VENDOR
from tests.report.made import OTHERPAY, PLAN_FILE, UNKNOWN


def rows(found):
    return {row["name"]: row for group in found["groups"] for row in group["rows"]}


def looks(row):
    return [(field["look"], field["text"]) for field in row["fields"]]


def test_a_field_is_a_number_a_range_or_open_and_never_a_middle(golden):
    found = rows(matrix(golden("everything")))
    assert looks(found["Alder Pay"]) == [("h5", "96"), ("h5", "76–88"), ("unknown", "17–53")]
    assert looks(found["Cedar"]) == [("h2", "22"), ("h3", "38–49"), ("unknown", "open")]
    assert looks(found["Dogwood"]) == [("unknown", "open")] * 3


def test_what_applies_to_one_vendor_only_is_no_point_of_the_others(golden):
    found = matrix(golden("single"))
    assert looks(rows(found)["Jay"]) == [("none", ""), ("none", "")]
    assert {field["words"] for field in rows(found)["Jay"]["fields"]} == {"does not apply"}
    assert [each for each in found["points"] if each["name"] == "Jay"] == [
        {"name": "Jay", "total": "does not apply", "points": ["does not apply"] * 2}
    ]
    # What applies to nobody has no column, and nothing is said of it.
    assert [each["title"] for each in found["criteria"]] == ["Reach", "Work"]
    assert matrix(golden("inapplicable"))["lead"] == []


def test_must_haves_are_columns_with_a_sign_and_a_word(golden):
    found = matrix(golden("everything"))
    assert found["musts"][:3] == ["Style of the API", "Rate limit", "Screening for fraud"]
    signs = [(each["sign"], each["words"]) for each in rows(found)["Cedar"]["musts"][:3]]
    assert signs == [("fail", "failed"), ("fail", "failed"), ("unverified", "not verified")]
    assert [each["sign"] for each in found["signs"]] == ["pass", "fail", "unverified"]


def test_who_has_no_rank_stands_below_a_rule_with_the_reason(golden):
    found = matrix(golden("everything"))
    assert [(g["title"], [r["name"] for r in g["rows"]]) for g in found["groups"]] == [
        ("", ["Alder Pay", "Birch & Sons"]),
        ("Not ranked: less than 60% settled", ["Dogwood"]),
        ("Ruled out", ["Cedar"]),
    ]


def test_the_lead_says_what_can_be_judged(golden):
    assert matrix(golden("everything"))["lead"] == [
        "8 of 12 fields are open by more than 20 points.",
        "We know too little about every vendor to judge any on Cost.",
    ]
    assert matrix(golden("clear"))["lead"] == ["No field is open by more than 20 points."]


def test_what_is_known_of_every_vendor_is_said_if_anything_is_open(evaluated):
    # Both work by REST, and of neither anybody looked for webhooks, worth 25 of 100 points.
    narrow = CRITERIA.replace("weight: 30", "weight: 90")
    found = matrix(
        evaluated({"criteria/payment-gateways.yaml": narrow, OTHERPAY: UNKNOWN, PLAN_FILE: PLAN})
    )
    assert found["lead"] == [
        "1 of 4 fields is open by more than 20 points.",
        "We know enough to judge every vendor on API preference.",
    ]


def test_the_table_of_points_is_folded(golden):
    page = to_html(golden("everything"))
    shown = re.search(r'<section id="matrix".*?</section>', page, re.DOTALL)[0]
    table, folded = shown.split("<details>")
    assert "27.0–30.8" in folded
    assert "27.0–30.8" not in table
    assert 'aria-label="not verified"' in table
    assert "16.7" not in table


def test_markdown_has_a_row_for_each_vendor_and_the_reasons(golden):
    text = to_markdown(golden("everything"))[0]
    assert "| Alder Pay | 96 | 76–88 | 17–53 | met | met | met | met | met | met |" in text
    assert "- **Cedar:** Ruled out (style of the API: soap" in text


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_30_vendors_by_40_criteria_fit(browser, evaluated, tmp_path, width):
    criteria = "id: payment-gateways\ntitle: P\nfresh_for: 365\ncriteria:\n" + "".join(
        f"  c{n}:\n    title: A criterion with a title of some length {n}\n    weight: 1\n"
        f"    measures:\n      m{n}:\n        weight: 1\n"
        '        scale: {kind: levels, levels: {true: 100, false: 0}, because: "-"}\n'
        for n in range(40)
    )
    facts = "".join(f"  m{n}: {{value: true, source: s, checked: 2026-06-20}}\n" for n in range(30))
    start = VENDOR[: VENDOR.index("facts:")]
    vendors = {
        f"vendors/payment-gateways/v{n}.yaml": start.replace("examplepay", f"v{n}").replace(
            "ExamplePay", f"V{n}"
        )
        + f"facts:\n{facts}"
        for n in range(30)
    }
    plan = "id: storefront-payments\ntitle: P\ncategory: payment-gateways\nas_of: 2026-11-23\n"
    file = tmp_path / "page.html"
    files = {
        "criteria/payment-gateways.yaml": criteria,
        "vendors/payment-gateways/examplepay.yaml": None,
        PLAN_FILE: plan,
    }
    file.write_text(to_html(evaluated(files | vendors)), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#matrix .heat tbody tr").count() == 30
    page.close()
