"""Technical fit on the pages: every outcome with its reason and its source."""

import html
import json
import re
import subprocess
import sys

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.report.data import from_json, to_json
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from tests.conftest import DAY, vendor
from tests.report.flows import EXAMPLEPAY, FACTS, FLOWS, files, hostile
from tests.report.priced import HOSTILE, cells_by_table, plain, rows_of


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


def test_both_reports_say_what_an_architect_asks(evaluated):
    evaluation = evaluated()
    page = plain(section(to_html(evaluation))).replace("\u00a0", " ")
    text = unescaped(to_markdown(evaluation)[0])
    for said in (
        "The shop runs on Adobe Commerce 2.4.8 with PHP 8.4",
        "ends on 2028-04-11", "Support that is paid for ends on 2029-04-11.",
        "open to others by REST, GraphQL, webhooks and files", "Its storefront is luma.",
        "https://platform.test/releases", "https://archive.test/releases", "read in November",
        "platforms/adobe-commerce.yaml, releases",
        "must, in real time", "wish, within the day",
        "in this order: plug-in, events and API, direct API, file, own middleware",
        "Order: what a customer buys", "from the shop to the vendor",
        "4,800 on an average day; 1,200 in the busiest hour; 5 in the busiest second",
        "an order that was placed", "the shop", "Goods leave the same day.", "personal data",
        "plans/storefront-payments.yaml, flows.0",
        "Plug-in: Module for Commerce", "PHP ^8.2 admits 8.4",
        "magento/framework >=103 <104 admits 103.0.8",
        # 100 a second × 3,600 for an hour, against 1,200 orders
        "1,200 requests in the busiest hour, 360,000 allowed (100 a second × 3,600; by Payments "
        "API; the plug-in's own limits are not on record)",
        "direct API, Payments API: possible with work",
        "https://a.test/module", "https://code.test/module", "read in its composer.json",
        "vendors/payment-gateways/examplepay.yaml, integration.plugins.0",
        # 10 a minute × 60 is half of 1,200
        "1,200 requests in the busiest hour, 600 allowed (10 a minute × 60): 50% of what is needed",
        "Not offered: they are made by hand in its back office.",
        "Nobody has looked how it can be reached.",
        "Mandatory but impossible: Otherpay is ruled out.",
    ):  # fmt: skip
        assert said in page, said
        assert said in text, said
    assert "2026-07-01" in page
    assert "not possible, rules it out; nearest: direct API, in real time" in text


def test_the_matrix_says_in_words_what_the_record_says_and_leads_to_the_reason(evaluated):
    evaluation = evaluated()
    page = section(to_html(evaluation))
    (matrix,) = re.findall(r'<table class="matrix">(.*?)</table>', page, re.DOTALL)
    assert rows_of(matrix) == [
        ["Flow", "Examplepay", "Thirdpay", "Otherpay"],
        ["Order to the vendor must, in real time", "possible", "unknown", "not possible rules it out"],
        ["Refund to the vendor must, within the hour", "possible with work", "unknown", "not possible rules it out"],
        ["Settlement report from the vendor wish, within the day", "possible with work", "unknown", "not possible"],
    ]  # fmt: skip
    assert re.findall(r'<td class="(.*?)">', matrix) == [
        "possible", "unknown", "not-possible",
        "with-work", "unknown", "not-possible",
        "with-work", "unknown", "not-possible",
    ]  # fmt: skip
    for place, column in ((1, 1), (2, 3), (3, 2)):
        anchor = f"fit-{place}-{column}"
        assert f'href="#{anchor}"' in matrix
        (row,) = re.findall(rf'<tr id="{anchor}">.*?</tr>', page, re.DOTALL)
        outcome = evaluation.fit.vendors[column - 1].cells[place - 1]
        assert outcome.text[1:] in plain(row)
    text = to_markdown(evaluation)[0]
    assert "| Order to the vendor: must, in real time | possible | unknown |" in text


def test_every_link_within_the_page_leads_somewhere_and_no_id_comes_twice(evaluated):
    page = to_html(evaluated())
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


def test_a_flow_that_must_be_and_cannot_is_a_gate_and_a_wish_is_none(evaluated):
    content = view(evaluated())
    failed = [flow["failed"] for flow in content["fit"]["flows"]]
    assert failed == [*["Mandatory but impossible: Otherpay is ruled out."] * 2, ""]
    named = [gate["requirement"] for gate in content["gates"]]
    assert named == [
        "Rate limit: at least 10 requests/s",
        "Order to the vendor: can be carried",
        "Refund to the vendor: can be carried",
    ]


def test_everybody_who_fails_the_gate_of_a_flow_is_named(evaluated):
    none = vendor("thirdpay", **FACTS) + "integration: {lacks: {refund: by hand}}\n"
    failed = [flow["failed"] for flow in view(evaluated(files(thirdpay=none)))["fit"]["flows"]]
    assert failed[1] == "Mandatory but impossible: Otherpay and Thirdpay are ruled out."


def test_a_limit_that_is_just_enough_speaks_for_a_route(evaluated):
    # 100 a second × 3,600 are 360,000 in an hour.
    peak = "flows: [{data: refund, direction: to_vendor, timing: hourly, peak_per_hour: 360000}]\n"
    (flow,) = view(evaluated(files(peak)))["fit"]["flows"]
    (said,) = flow["vendors"][0]["speaks"]
    assert said.endswith("360,000 allowed (100 a second × 3,600): just what is needed")


def test_all_that_speaks_against_another_route_is_told(evaluated):
    both = EXAMPLEPAY.replace("php: ^8.2", "php: ~8.1.0").replace("~2.4.6", "~2.3.0")
    text = vendor("examplepay", **FACTS) + both
    flow = view(evaluated(files(examplepay=text)))["fit"]["flows"][0]
    (other,) = (o for o in flow["vendors"][0]["others"] if o.startswith("plug-in"))
    assert "stated for ~2.3.0, which excludes adobe-commerce 2.4.8" in other
    assert "PHP ~8.1.0 excludes 8.4" in other


def test_each_vendor_has_a_line_with_shares_and_the_tightest_limit(evaluated):
    lines = {each["id"]: each for each in view(evaluated())["fit"]["vendors"]}
    # One of three by plug-in. The tightest of its limits: 100 a second against 5.
    assert lines["examplepay"] == {
        "id": "examplepay", "name": "Examplepay", "coverage": "100%", "by_plugin": "33%",
        "headroom": "at most 20 times", "text": "1 possible and 2 possible with work.",
    }  # fmt: skip
    assert (lines["thirdpay"]["coverage"], lines["thirdpay"]["headroom"]) == (
        "0 to 100%",
        "not known",
    )
    assert (lines["otherpay"]["coverage"], lines["otherpay"]["by_plugin"]) == ("0%", "0%")


@pytest.mark.parametrize(
    ("peak", "said"),
    # 100 a second × 3,600 = 360,000 in an hour
    [(1, "360,000 times"), (1200, "300 times"), (100_000, "3.6 times"), (350_000, "1.03 times")],
)
def test_headroom_is_written_without_an_exponent(evaluated, peak, said):
    flows = f"flows: [{{data: order, direction: to_vendor, timing: real_time, peak_per_hour: {peak}}}]\n"  # fmt: skip
    vendors = view(evaluated(files(flows)))["fit"]["vendors"]
    assert next(each["headroom"] for each in vendors if each["id"] == "examplepay") == said


def test_many_vendors_are_cut_into_tables_that_print(evaluated):
    more = {f"vendor{n}": vendor(f"vendor{n}", **FACTS) for n in range(14)}
    content = view(evaluated(files(**more)))["fit"]
    assert [len(matrix["heads"]) for matrix in content["matrices"]] == [7, 7, 3]
    cells = [c["id"] for matrix in content["matrices"] for c in matrix["rows"][0]["cells"]]
    assert cells == [f"fit-1-{column}" for column in range(1, 18)]


def test_vendors_of_the_same_name_are_told_apart(evaluated):
    twin = vendor("twinpay", **FACTS).replace("name: Twinpay", "name: Examplepay")
    found = view(evaluated(files(twinpay=twin)))["fit"]["vendors"]
    assert {"Examplepay (examplepay)", "Examplepay (twinpay)"} <= {each["name"] for each in found}
    # The name stands beside it.
    assert not any("Examplepay" in each["text"] for each in found)


def test_without_a_platform_the_page_names_none(evaluated):
    flows = FLOWS.partition("\n")[2]
    evaluation = evaluated(files(flows))
    assert view(evaluation)["fit"]["platform"] is None
    page = plain(section(to_html(evaluation)))
    assert "The shop runs on" not in page
    assert "the plan does not say what the shop runs on" in page


def test_a_report_without_flows_has_no_such_section_and_loads_nothing_for_it(evaluated, tmp_path):
    evaluation = evaluated(files(flows=""))
    assert evaluation.fit is None
    page, text = to_html(evaluation), to_markdown(evaluation)[0]
    assert 'id="fit"' not in page
    assert "#fit" not in page
    assert "technically possible" not in page + text
    saved = tmp_path / "e.json"
    saved.write_text(to_json(evaluation), encoding="utf-8")
    code = (
        "import sys, pathlib; from evalkit.report.data import from_json; "
        "from evalkit.report.page.html import to_html; "
        "to_html(from_json(pathlib.Path(sys.argv[1]).read_text('utf-8'))); "
        "print('evalkit.report.page.folded.routes' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code, saved], capture_output=True, text=True, check=True)  # fmt: skip
    assert ran.stdout.strip() == "False"


def test_flows_alone_load_nothing_that_writes_money(evaluated, tmp_path):
    saved = tmp_path / "e.json"
    saved.write_text(to_json(evaluated()), encoding="utf-8")
    code = (
        "import sys, pathlib; from evalkit.report.data import from_json; "
        "from evalkit.report.page.html import to_html; "
        "page = to_html(from_json(pathlib.Path(sys.argv[1]).read_text('utf-8'))); "
        "print('id=\"fit\"' in page, 'babel' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code, saved], capture_output=True, text=True, check=True)  # fmt: skip
    assert ran.stdout.split() == ["True", "False"]


def harmless(page):
    assert not re.search(r"<script|<img|<[^>]*\son\w+=|<[^>]*\sstyle=", page)
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
    fit = saved["fit"]
    bad = '"><img src=x onerror=alert(1)> | `x`\n# y'
    fit["text"] = bad
    for flow in fit["flows"]:
        flow |= {"title": bad, "path": bad, "key": bad}
    for each in fit["vendors"]:
        each["text"] = bad
        for cell in each["cells"]:
            cell |= {"text": bad}
            if cell["reference"]:
                cell["reference"] |= {"source": "javascript:alert(1)", "via": "data:text/html,x"}
    fit["platform"] |= {"text": bad, "storefront": bad, "interfaces": [bad]}
    fit["platform"]["reference"] |= {"source": "javascript:alert(1)"}
    evaluation = from_json(json.dumps(saved))
    page = to_html(evaluation)
    harmless(page)
    assert all(" " not in each for each in re.findall(r'\bid="([^"]*)"', page))
    text = to_markdown(evaluation)[0]
    assert not re.search(r"(?<!\\)<img|^# y", text, re.MULTILINE)
    assert "](javascript" not in text
    assert len(list(cells_by_table(text))) > 5


def test_a_saved_evaluation_makes_the_same_report_byte_for_byte(evaluated):
    evaluation = evaluated(hostile())
    again = from_json(to_json(evaluation))
    assert again.fit == evaluation.fit
    assert to_html(again) == to_html(evaluation)
    assert to_markdown(again) == to_markdown(evaluation)
