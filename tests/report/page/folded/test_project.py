"""Needs and steps in both reports."""

import html
import re

import pytest

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from tests.evaluation.fit.made import vendor
from tests.evaluation.project.conftest import evaluated
from tests.evaluation.project.made import PLAN, STOREFRONT, WEIGHED

__all__ = ["evaluated"]


def section(page, name):
    found = re.search(rf'<section id="{name}".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def cells(page):
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    return [
        [
            html.unescape(re.sub("<[^>]*>", " ", cell)).strip()
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row)
        ]
        for row in rows
    ]


def test_the_matrix_has_a_sign_and_a_word_for_each_need_and_vendor(evaluated):
    page = section(to_html(evaluated()), "needs")
    assert "Examplepay meets the one need that is a must." in page
    found = [[re.sub(r"\s+", " ", cell) for cell in row] for row in cells(page)]
    assert found == [
        ["Need", "Examplepay", "Unseen", "Oldpay"],
        ["Goods leave the same day. must, Head of the warehouse", "✓ met", "? open", "✗ not met"],
        ["Old tills still speak SOAP. should", "✗ not met", "✗ not met", "✗ not met"],
        ["Refunds reach the shopper. should, the shop", "✓ met", "? open", "? open"],
        ["Our developers can work with it. should", "? open", "? open", "? open"],
    ]


def test_what_is_not_met_or_open_has_its_reason(evaluated):
    reason = "Soap too, Examplepay, Unseen and Oldpay: Api style: rest and soap (rest)"
    assert f"<li>{reason}</li>" in section(to_html(evaluated()), "needs")
    assert f"- {reason}" in to_markdown(evaluated())[0]


def test_what_is_weighed_shows_points(evaluated):
    found = evaluated({STOREFRONT: WEIGHED})
    assert ">40.0 of 40 points<" in section(to_html(found), "needs")


def test_markdown_has_the_same_matrix_and_steps_as_a_table_only(evaluated):
    text, pictures = to_markdown(evaluated())
    assert (
        "| Goods leave the same day. (must, Head of the warehouse) | ✓ met | ? open | ✗ not met |"
        in text
    )
    assert "| Contract signed | Head of the warehouse | 2026-11-02 | 2026-11-20 |  |" in text
    assert "| Keys in place |  | 2026-11-22 | 2026-11-27 | Contract signed |" in text
    assert not [name for name in pictures if "steps" in str(name)]


def test_what_is_late_is_named_above_the_steps(evaluated):
    late = "Late: Contract signed: due 20 Nov 2026, 3 days ago."
    page = section(to_html(evaluated()), "steps")
    assert page.index(late) < page.index("<svg") < page.index("<table")
    assert f"**{late}**" in to_markdown(evaluated())[0]
    done = PLAN.replace("to: 2026-11-20}", "to: 2026-11-20, done: 2026-11-19}")
    page = section(to_html(evaluated({STOREFRONT: done})), "steps")
    assert "Late:" not in page


def test_the_picture_has_a_text_in_its_place_and_no_style_of_its_own(evaluated):
    page = section(to_html(evaluated()), "steps")
    assert re.search(r"<title id=[^>]*>What is to be done, from 2 Nov 2026 to 27 Nov 2026", page)
    assert "The table below holds the dates." in page
    assert "style=" not in page


def test_a_plan_without_either_has_no_section(evaluated):
    plan = PLAN[: PLAN.index("stakeholders:")]
    plan = plan.replace(", serves: ship-same-day", "").replace(", serves: [refunds]", "")
    found = evaluated({STOREFRONT: plan})
    assert (view(found)["needs"], view(found)["steps"]) == (None, None)
    page = to_html(found)
    assert section(page, "needs") + section(page, "steps") == ""
    assert "What the client needs" not in to_markdown(found)[0]


@pytest.mark.parametrize("count", [4, 12])
def test_many_vendors_are_split_into_tables_that_can_be_printed(evaluated, count):
    files = {
        f"vendors/payment-gateways/pay{n}.yaml": vendor(f"pay{n}", looked=False)
        for n in range(count)
    }
    tables = view(evaluated(files))["needs"]["matrices"]
    widths = [len(each["heads"]) for each in tables]
    assert sum(widths) == count + 3
    assert max(widths) <= 7
    assert all(
        len(row["cells"]) == w
        for each, w in zip(tables, widths, strict=True)
        for row in each["rows"]
    )
