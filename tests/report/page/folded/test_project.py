"""Steps in both reports."""

import html
import re

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.evaluation.project.conftest import evaluated
from tests.evaluation.project.made import PLAN, STOREFRONT

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


def test_markdown_has_the_steps_as_a_table_only(evaluated):
    text, pictures = to_markdown(evaluated())
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


def test_a_plan_without_steps_has_no_section(evaluated):
    plan = PLAN[: PLAN.index("stakeholders:")]
    plan = plan.replace(", serves: ship-same-day", "").replace(", serves: [refunds]", "")
    found = evaluated({STOREFRONT: plan})
    assert section(to_html(found), "steps") == ""
