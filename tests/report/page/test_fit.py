"""Needs, must-haves and integration on the pages: every outcome with its reason and source."""

import html
import json
import re

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.report.data import from_json, to_json
from evalkit.report.page.fit import MOST_COLUMNS, fit
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.conftest import DAY, vendor
from tests.evaluation.project.made import FILES as NEEDING
from tests.evaluation.project.made import STOREFRONT, WEIGHED
from tests.report.flows import FACTS, FLOWS, files, hostile
from tests.report.priced import HOSTILE, cells_by_table, plain, rows_of

CHECK, WORK, OPEN, FAILED = "met", "work", "open", "failed"


@pytest.fixture
def evaluated(loaded):
    def evaluation(content=None):
        workspace = loaded(files() if content is None else content)
        assert [f"{e.code} {e.path} {e.message}" for e in workspace.errors] == []
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return evaluation


def section(page):
    return re.search(r'<section id="fit".*?</section>', page, re.DOTALL)[0]


def unescaped(text):
    return re.sub(r"\\([\\`*_\[\]<>|~#!&])", r"\1", text)


def signs(shown):
    return {
        row["title"]: [cell["sign"] for cell in row["cells"]]
        for group in shown["table"]["groups"]
        for row in group["rows"]
    }


def test_the_matrix_has_a_sign_for_each_thing_that_is_asked_for_and_each_vendor(evaluated):
    shown = fit(evaluated())
    assert shown["table"]["heads"] == ["Examplepay", "Thirdpay", "Otherpay"]
    assert [group["title"] for group in shown["table"]["groups"]] == [
        "Must-haves", "Data flows that must work", "Data flows that are wished for",
    ]  # fmt: skip
    assert signs(shown) == {
        "Rate limit": [CHECK, CHECK, CHECK],
        "Order to the vendor": [CHECK, OPEN, FAILED],
        "Refund to the vendor": [WORK, OPEN, FAILED],
        "Settlement report from the vendor": [WORK, OPEN, FAILED],
    }


def test_each_sign_has_a_word_and_failures_show_it(evaluated):
    page = section(to_html(evaluated()))
    matrix = re.search(r'<table class="matrix signs">.*?</table>', page, re.DOTALL)[0]
    labels = re.findall(r'class="sign \w+" width="14" height="14" role="img" aria-label="(.*?)"', matrix)  # fmt: skip
    assert labels == [
        "met", "met", "met", "works as it is", "no route found", "with work", "no route found",
        "with work", "no route found",
    ]  # fmt: skip
    assert rows_of(matrix)[4][3] == "impossible"
    assert matrix.count('class="bad"') == 3
    text = to_markdown(evaluated())[0]
    assert "Order to the vendor (in real time) | works as it is | no route found | impossible |" in text  # fmt: skip


def test_the_needs_stand_in_the_same_matrix_musts_first(evaluated):
    shown = fit(evaluated(NEEDING))
    found = signs(shown)
    assert list(found)[-4:] == [
        "Goods leave the same day.", "Old tills still speak SOAP.", "Refunds reach the shopper.",
        "Our developers can work with it.",
    ]  # fmt: skip
    assert found["Goods leave the same day."] == [CHECK, OPEN, FAILED]
    assert found["Old tills still speak SOAP."] == [FAILED, FAILED, FAILED]
    rows = shown["table"]["groups"][-1]["rows"]
    assert [row["note"] for row in rows] == [
        "must, Head of the warehouse", "should", "should, the shop", "should",
    ]  # fmt: skip


def test_what_is_only_weighed_shows_points_and_is_no_failure(evaluated):
    shown = fit(evaluated(NEEDING | {STOREFRONT: WEIGHED}))
    row = next(r for g in shown["table"]["groups"] for r in g["rows"] if "developers" in r["title"])
    assert row["cells"][0] == {"sign": "", "word": "40.0 of 40 points"}
    assert not any("developers" in each["title"] for each in shown["failures"])


def test_the_lead_names_who_meets_all_of_it(evaluated, golden):
    assert fit(evaluated())["lead"] == [
        "All 3 must-haves are met by Examplepay.", "All 3 data flows are carried by Examplepay.",
    ]  # fmt: skip
    assert fit(golden("everything"))["lead"] == [
        "All 6 must-haves are met by Alder Pay.",
        "No vendor is known to carry all 6 data flows.",
        "All 3 needs are met by Alder Pay.",
    ]


def test_of_many_who_meet_it_the_few_others_are_named(evaluated):
    more = {f"vendor{n}": vendor(f"vendor{n}", **FACTS) for n in range(5)}
    content = files(flows="", **more)
    assert fit(evaluated(content))["lead"] == ["The must-have is met by every vendor."]
    slow = vendor("slowpay", **FACTS | {"rate_limit": "{value: 4, source: s}"})
    content = files(flows="", slowpay=slow, **more)
    assert fit(evaluated(content))["lead"] == ["The must-have is met by every vendor but Slowpay."]


def test_where_nothing_fails_that_is_said(evaluated):
    said = fit(evaluated(files(otherpay=vendor("otherpay", **FACTS))))
    assert said["failures"] == []
    assert said["no_failure"] == "Nothing fails. What is not verified still has to be asked."
    said = fit(evaluated(files(flows="")))
    assert said["no_failure"] == "Nothing fails, and nothing is open."


def test_the_key_explains_the_signs_that_occur(evaluated):
    assert [each["sign"] for each in fit(evaluated(files(flows="")))["key"]] == [CHECK]
    assert [each["sign"] for each in fit(evaluated())["key"]] == [CHECK, WORK, OPEN, FAILED]


def test_many_vendors_are_cut_into_tables_of_which_one_is_in_view(evaluated):
    more = {f"vendor{n}": vendor(f"vendor{n}", **FACTS) for n in range(27)}
    evaluation = evaluated(files(**more))
    shown = fit(evaluation)
    tables = [shown["table"], *shown["more_tables"]]
    names = [name for table in tables for name in table["heads"]]
    assert names == [each.name for each in evaluation.vendors]
    for table in tables:
        widths = {len(row["cells"]) for group in table["groups"] for row in group["rows"]}
        assert widths == {len(table["heads"])}
        assert len(table["heads"]) <= MOST_COLUMNS


def test_vendors_of_the_same_name_are_told_apart(evaluated):
    twin = vendor("twinpay", **FACTS).replace("name: Twinpay", "name: Examplepay")
    heads = fit(evaluated(files(twinpay=twin)))["table"]["heads"]
    assert {"Examplepay (examplepay)", "Examplepay (twinpay)"} <= set(heads)


def test_nothing_asked_for_no_section(evaluated):
    plan = files(flows="")
    plan = {
        path: re.sub(r"gates:.*?(?=^\w|\Z)", "", text, flags=re.DOTALL | re.MULTILINE)
        if path == STOREFRONT
        else text
        for path, text in plan.items()
    }
    evaluation = evaluated(plan)
    assert fit(evaluation) is None
    assert 'id="fit"' not in to_html(evaluation)
    assert "must-haves and integration" not in to_markdown(evaluation)[0]


def test_both_reports_say_what_an_architect_asks(evaluated):
    evaluation = evaluated()
    page = plain(section(to_html(evaluation))).replace("\u00a0", " ")
    text = unescaped(to_markdown(evaluation)[0])
    for said in (
        "The shop runs on Adobe Commerce 2.4.8 with PHP 8.4",
        "ends on 2028-04-11", "Support that is paid for ends on 11 April 2029.",
        "open to others by REST, GraphQL, webhooks and files", "Its storefront is luma.",
        "https://platform.test/releases", "read in November",
        "in this order: plug-in, events and API, direct API, file and own middleware",
        "Data: Order · That is: what a customer buys", "Direction: from the shop to the vendor",
        "4,800 on an average day; 1,200 in the busiest hour; 5 in the busiest second",
        "an order that was placed", "the shop", "Goods leave the same day.", "personal data",
        "plug-in: Module for Commerce", "PHP ^8.2 admits 8.4",
        "magento/framework >=103 <104 admits 103.0.8",
        # 100 a second × 3,600 for an hour, against 1,200 orders
        "1,200 requests in the busiest hour, 360,000 allowed (100 a second × 3,600; by Payments "
        "API; the plug-in's own limits are not on record)",
        "Another route is direct API, Payments API: with work",
        "https://a.test/module", "https://code.test/module", "read in its composer.json",
        "1 July 2026",
        # 10 a minute × 60 is half of 1,200
        "1,200 requests in the busiest hour, 600 allowed (10 a minute × 60): 50% of what is needed",
        "not offered: they are made by hand in its back office",
        "nobody has looked how it can be reached",
        "Otherpay fails 2 must-haves",
    ):  # fmt: skip
        assert said in page, said
        assert said in text, said
    assert "vendors/payment-gateways/examplepay.yaml, integration.plugins.0" in page


def test_each_must_have_stands_with_what_was_found_and_its_source(evaluated):
    (gate,) = fit(evaluated())["gates"]
    assert gate["title"] == "Rate limit: at least 10 requests/s"
    found = gate["rows"][0]
    assert (found["name"], found["word"]) == ("Examplepay", "met")
    assert found["reasons"] == ["found: 40 requests/s"]
    assert found["sources"][0] == {"text": "s", "via": "", "checked": "undated", "note": ""}
    assert found["place"] == "vendors/payment-gateways/examplepay.yaml, facts.rate_limit"


def test_each_need_stands_with_what_meets_it(evaluated):
    needs = fit(evaluated(NEEDING))["needs"]
    assert needs[1]["title"] == "Old tills still speak SOAP."
    assert needs[1]["rows"][0]["reasons"] == ["Api style: rest and soap: rest"]


def test_without_a_platform_the_page_names_none(evaluated):
    said = fit(evaluated(files(FLOWS.partition("\n")[2])))["routes"]
    assert said["source"] is None
    assert said["sentences"][0] == "The plan does not say what the shop runs on."


def harmless(page):
    assert not re.search(r"<script>alert|<img|<[^>]*\son\w+=|<[^>]*\sstyle=", page)
    assert not re.search(r'href="(?!https?://|#)', page)


def test_hostile_texts_stay_texts_on_both_pages(evaluated):
    evaluation = evaluated(hostile())
    page = to_html(evaluation)
    harmless(page)
    # Title, about, master, trigger, because; interface, plug-in, limitation, source, note; lacks.
    assert section(page).count("{{ 7*7 }}") > 11
    assert html.escape(HOSTILE, quote=False) in section(page)
    text = to_markdown(evaluation)[0]
    assert not re.search(r"(?<!\\)<script|(?<!\\)\]\((?!https?://)", text)
    assert len(set(cells_by_table(text))) > 1


def test_what_was_made_hostile_in_a_saved_file_stays_text(evaluated):
    saved = json.loads(to_json(evaluated()))
    found = saved["fit"]
    bad = '"><img src=x onerror=alert(1)> | `x`\n# y'
    found["sentences"] = [bad]
    for flow in found["flows"]:
        flow |= {"title": bad, "path": bad, "key": bad}
    for each in found["vendors"]:
        for cell in each["cells"]:
            cell |= {"text": bad}
            if cell["reference"]:
                cell["reference"] |= {"source": "javascript:alert(1)", "via": "data:text/html,x"}
    found["platform"] |= {"text": bad, "storefront": bad, "interfaces": [bad]}
    found["platform"]["reference"] |= {"source": "javascript:alert(1)"}
    evaluation = from_json(json.dumps(saved))
    harmless(to_html(evaluation))
    text = to_markdown(evaluation)[0]
    assert not re.search(r"(?<!\\)<img|^# y", text, re.MULTILINE)
    assert "](javascript" not in text
    assert len(list(cells_by_table(text))) > 2


def test_a_saved_evaluation_makes_the_same_report_byte_for_byte(evaluated):
    evaluation = evaluated(hostile())
    again = from_json(to_json(evaluation))
    assert again.fit == evaluation.fit
    assert to_html(again) == to_html(evaluation)
    assert to_markdown(again) == to_markdown(evaluation)
