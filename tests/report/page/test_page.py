"""Pages: whatever a file says is text on the page, and nothing else."""

import base64
import hashlib
import itertools
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from evalkit.checking.load import load
from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.report.data import from_json, to_csv, to_json
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from evalkit.report.terminal.ranking import bar
from evalkit.templates.render import style
from tests.conftest import BASE, CRITERIA, DAY, PLAN, ROOT, VENDOR, vendor
from tests.report.page.test_costs import hostile
from tests.report.page.test_fit import hostile as hostile_flows

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> | [a](javascript:alert(3)) ![b](http://x.test/y) {{ 7*7 }} `c` </style></title>"
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
FILES = {
    "vendors/payment-gateways/examplepay.yaml": VENDOR.replace("name: ExamplePay", f"name: {QUOTED}\nnote: {QUOTED}").replace(
        "source: https://examplepay.test/docs", f"source: {QUOTED}, via: {QUOTED}, note: {QUOTED}"
    )
    + f"  api_description: {{value: {QUOTED}, source: \"https://x.test/'><script>alert(4)</script>\", checked: 2020-01-01}}\n",
    OTHERPAY: vendor(
        api_style="{value: [rest], source: https://a.test/1, conflicts: [{value: [soap], source: https://a.test/3}]}",
        webhooks="{not_applicable: polling is enough, source: https://a.test/2}",
        rate_limit="{value: 9, source: https://a.test/2, kind: generated}",
    ),
    "criteria/payment-gateways.yaml": CRITERIA.replace("title: API preference", f"title: {QUOTED}\n    because: {QUOTED}").replace(
        "Which styles of API does it offer?", QUOTED
    ),
    "plans/storefront-payments.yaml": PLAN.replace("title: Payments for a storefront", f"title: {QUOTED}\nabout: {QUOTED}\nexample: true").replace(
        "Peak of five orders a second.", QUOTED
    ).replace("weights: {api: 25, scalability: 75}\n", f"""\
stakeholders:
  finance:
    title: {QUOTED}
    because: {QUOTED}
    stated: 2026-11-20
    weights: {{kind: points, points: {{api: 25, scalability: 75}}}}
  technology:
    influence: 2
    weights: {{kind: pairwise, pairwise: [{{more: api, less: scalability, times: 3}}]}}
    within: {{api: {{kind: order, order: [webhooks, api_style]}}}}
"""),
}  # fmt: skip
PLAIN = {**BASE, OTHERPAY: FILES[OTHERPAY]}


@pytest.fixture
def evaluated(loaded):
    def evaluation(files):
        workspace = loaded(files)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return evaluation


def test_hostile_texts_are_text_on_the_html_page(evaluated):
    page = to_html(evaluated(FILES))
    assert "<script" not in page
    assert "<img" not in page
    assert not re.search(r"<[^>]*\son\w+=", page)
    assert not re.search(r"<[^>]*\sstyle=", page)
    assert not re.search(r'href="(?!https?://|#)', page)
    assert "{{ 7*7 }}" in page
    assert "49" not in re.findall(r"<h1>(.*?)</h1>", page)[0]


def test_hostile_texts_are_text_in_markdown_and_in_its_charts(evaluated):
    text, charts = to_markdown(evaluated(FILES), charts="r")
    assert "\\<script\\>" in text
    assert not re.search(r"(?<!\\)<script|(?<!\\)<img", text)
    assert not re.search(r"(?<!\\)\]\((?!https?://|r-\w+\.svg)", text)
    assert re.findall(r"(?<!\\)!\[[^]]*\]\(([^)]*)\)", text) == [
        "r-ranking.svg",
        "r-weights.svg",
        "r-contributions.svg",
        "r-acceptability.svg",
        "r-unknowns.svg",
        "r-sensitivity.svg",
    ]
    for svg in charts.values():
        tags = {element.tag.split("}")[1] for element in ET.fromstring(svg).iter()}
        shapes = {"rect", "line", "polyline", "circle"}
        assert tags <= {"svg", "title", "desc", "style", "g", "text"} | shapes


def test_every_row_of_a_markdown_table_has_as_many_cells_as_its_head(evaluated):
    text, _ = to_markdown(evaluated(FILES))
    width = None
    for line in text.splitlines():
        if not line.startswith("|"):
            width = None
            continue
        cells = len(re.findall(r"(?<!\\)\|", line))
        width = width or cells
        assert cells == width, line


def test_what_hides_or_moves_is_written_out(evaluated):
    text = VENDOR.replace("name: ExamplePay", 'name: "A\\u2066\\u202eB"')
    evaluation = evaluated({"vendors/payment-gateways/examplepay.yaml": text})
    for page in (
        to_html(evaluation),
        to_markdown(evaluation)[0].replace("\\\\", "\\").replace("\\[", "["),
    ):
        assert "\u2066" not in page
        assert "\u202e" not in page
        assert "A\\u2066\\u202eB" in page


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(evaluated):
    page = to_html(evaluated(PLAIN))
    (sheet,) = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    policy = policy.replace("&#39;", "'")
    assert (
        policy
        == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_the_page_says_what_a_stakeholder_asks(evaluated):
    page = to_html(evaluated(PLAIN))
    for said in (
        "ExamplePay", "2026-06-20, 156 days old", "undated", "not applicable: polling is enough", "generated text, never scores",
        "other sources: soap", "nobody has looked yet", "facts.webhooks is missing", "https://examplepay.test/limits",
        "the swing from worst to best is worth 25.0\u00a0%", "straight lines through 1 → 0; 25 → 60; 100 → 100",
        "at least 10 requests/s", "Peak of five orders a second.", "left out",
    ):  # fmt: skip
        assert said in page


def test_the_page_says_whose_weights_count_and_how_sure_the_ranking_is(evaluated):
    page = to_html(evaluated(FILES)).replace("\u00a0", " ")
    for said in (
        # 25 with influence 1 and 75 with influence 2: (25 + 150) / 3
        "58.3 %", "3 times that on", "The group, by influence: ",
        "would have to move 50.0 points of weight to agree", "Consistency ratio 0.00",
        "Each draw follows one person, each as often as their influence says",
        "What to find out first", "Alone, it changes who leads by points",
        "What weights would change the order", "promethee2-linear", "2026-11-20",
    ):  # fmt: skip
        assert said in page


def test_a_vendor_alone_and_nobody_at_all_still_make_a_page(evaluated):
    alone = to_html(evaluated({}))
    assert "There are no two vendors whose order could change." in alone
    assert "There are no two vendors to compare." in alone
    nobody = evaluated(
        {"plans/storefront-payments.yaml": PLAN.replace("at_least: 10", "at_least: 99")}
    )
    for page in (to_html(nobody), to_markdown(nobody)[0]):
        assert "Nobody is left to be ranked." in page
        assert "Everything that is measured is known." not in page


def people_and_rates(**rates):
    """Two people, and vendors that differ in their rate and style."""
    source = "source: https://a.test/1, checked: 2026-06-20"
    files = {
        f"vendors/payment-gateways/{name}.yaml": vendor(
            name, api_style=f"{{value: [{style}], {source}}}", webhooks=f"{{value: true, {source}}}",
            rate_limit=f"{{value: {rate}, {source}}}",
        )
        for name, (style, rate) in rates.items()
    }  # fmt: skip
    return files | {"plans/storefront-payments.yaml": FILES["plans/storefront-payments.yaml"]}


def test_circles_stand_where_the_leader_is_overtaken(evaluated):
    evaluation = evaluated(people_and_rates(a=("rest", 25), b=("soap", 100)))
    chart = view(evaluation)["charts"]["sensitivity"]
    panels = {
        line.criterion: row
        for line, row in zip(evaluation.sensitivity.lines, chart["rows"], strict=True)
    }
    swap = next(c for c in evaluation.sensitivity.crossovers if c.criterion == "api")
    (circle,) = [
        c for c in panels["api"]["circles"] if c["title"].startswith(f"{swap.weight * 100:.1f}")
    ]
    # the plot is 364 wide from 28 on
    assert circle["x"] == pytest.approx(28 + 364 * swap.weight, abs=0.06)
    leader, other = list(evaluation.sensitivity.lines[0].scores.values())[:2]
    for line in (leader, other):
        (x0, y0), (x1, y1) = line
        score = y0 + (y1 - y0) * (swap.weight - x0) / (x1 - x0)
        assert circle["y"] == pytest.approx(24 + 84 * (1 - score / 100), abs=0.11)


def test_bars_of_places_fill_their_row_and_bars_of_weights_keep_their_scale(evaluated):
    charts = view(evaluated(people_and_rates(a=("rest", 25), b=("soap", 100))))["charts"]
    for row in charts["acceptability"]["rows"]:
        assert sum(part["width"] for part in row["parts"]) == pytest.approx(400, abs=0.2)
    # the largest weight is 75 %, so the scale ends at 100 %: 25 % is 100 of 400 units
    assert charts["weights"]["end"] == "100 %"
    assert [bar["width"] for bar in charts["weights"]["rows"][0]["bars"]] == [100.0, 300.0]
    # the mark of the group: (25 + 2 × 75) / 3 = 58.3 %
    assert charts["weights"]["rows"][0]["mark_x"] == pytest.approx(233.3)


def test_headings_do_not_skip_levels_and_tables_have_scoped_heads(evaluated):
    page = to_html(evaluated(PLAIN))
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all("scope=" in head for head in re.findall(r"<th\b[^>]*>", page))


def test_an_evaluation_survives_json(evaluated):
    evaluation = evaluated(FILES)
    assert from_json(to_json(evaluation)) == evaluation
    assert to_csv([evaluation]).count("\n") >= 3


OVERRIDE = """{% extends "shipped/report.html.j2" %}
{% block title %}Acme: {{ plan.title }}{% endblock %}
{% block footer %}<p>Prepared by Acme.</p>{% endblock %}"""


def test_a_workspace_template_replaces_the_shipped_one_and_may_extend_it(evaluated, tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/report.html.j2").write_text(OVERRIDE)
    page = to_html(evaluated(PLAIN), tmp_path / "templates")
    assert "<title>Acme: Payments for a storefront</title>" in page
    assert "Prepared by Acme." in page
    assert "Made with evalkit" not in page


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ ''.__class__.__mro__ }}", "reaches for what it may not"),
        ("{{ plan.nothing }}", "cannot be filled"),
        ("{% if %}", "line 1 is wrong"),
        ("{% include 'gone.j2' %}", "there is no template 'gone.j2'"),
        ("{% include '../secret' %}", "there is no template '../secret'"),
        ("{{ 1 / 0 }}", "cannot be filled"),
        (
            "{% for a in range(99999) %}" + "x" * 1000 + "{% endfor %}",
            "writes more than",
        ),
    ],
)
def test_a_wrong_template_is_one_message(evaluated, tmp_path, template, message):
    (tmp_path / "report.html.j2").write_text(template)
    with pytest.raises(EvalkitError, match=re.escape(message)):
        to_html(evaluated(PLAIN), tmp_path)


def test_a_template_link_out_of_its_folder_is_refused(evaluated, tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret.j2").write_text("secret")
    (folder / "report.html.j2").symlink_to(tmp_path / "secret.j2")
    with pytest.raises(EvalkitError, match=r"leads to no \.j2 or \.css file in templates"):
        to_html(evaluated(PLAIN), folder)


HARMFUL = ["a {} </style>", "/* ##[error]x */", "/* ##[ */", "/* ##vso[task.x] */"]


@pytest.mark.parametrize("sheet", HARMFUL)
@pytest.mark.parametrize("cut", [0, 1])
def test_a_style_sheet_neither_ends_its_element_nor_speaks_to_a_runner(
    evaluated, tmp_path, sheet, cut
):
    # Also where it begins in one sheet and ends in the next.
    at = (sheet.find("</") if "</" in sheet else sheet.find("##") + 1) + 1
    parts = (sheet[:at], sheet[at:]) if cut else (sheet, "")
    for name, part in zip(("colours.css", "charts.css"), parts, strict=True):
        (tmp_path / name).write_text(part)
    with pytest.raises(EvalkitError, match="a style sheet may not hold"):
        to_html(evaluated(PLAIN), tmp_path)


def test_no_line_of_a_style_sheet_begins_with_two_colons(tmp_path):
    (tmp_path / "colours.css").write_text("::before{}\n\t ::after{}\r::x{}\na::b{}\n\n\x0b::c{}")
    (tmp_path / "charts.css").write_text("")
    (tmp_path / "report.css").write_text("")
    assert style(tmp_path) == "\n*::before{}\n\t *::after{}\r*::x{}\na::b{}\n\n\x0b*::c{}"


def test_an_empty_style_sheet_stands_for_the_shipped_one(tmp_path):
    (tmp_path / "report.css").write_text("")
    assert style(None).startswith(style(tmp_path))
    assert len(style(tmp_path)) < len(style(None))


def test_templates_that_cannot_be_read(evaluated, tmp_path):
    (tmp_path / "x.j2").write_bytes(b"\xff")
    with pytest.raises(EvalkitError, match="not UTF-8"):
        to_html(evaluated(PLAIN), None, tmp_path / "x.j2")
    with pytest.raises(EvalkitError, match="cannot read the template"):
        to_html(evaluated(PLAIN), None, tmp_path / "gone.j2")
    (tmp_path / "report.css").write_text("</style>")
    with pytest.raises(EvalkitError, match="may not hold `</`"):
        to_html(evaluated(PLAIN), tmp_path)


@pytest.mark.parametrize("width", [30, 40, 50, 60, 76, 80, 120])
def test_the_table_is_never_wider_than_its_terminal(evalkit, write, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    text = VENDOR.replace(
        "name: ExamplePay", "name: ExamplePay 株式会社 of a very long name that does not fit"
    )
    ran = evalkit(
        "score",
        "storefront-payments",
        cwd=write({"vendors/payment-gateways/examplepay.yaml": text}),
    )
    from rich.cells import cell_len

    assert max(cell_len(line) for line in ran.out.splitlines()) <= width


def test_bars_are_as_long_as_the_score():
    assert (bar(0), bar(100), bar(50)) == ("", "█" * 12, "█" * 6)
    assert bar(51) == "█" * 6 + "▏"


@pytest.mark.parametrize("plan", ["storefront-payments", "catalogue-pim", "lifecycle-email"])
def test_the_shipped_plans_show_gates_that_tell_vendors_apart(plan):
    workspace = load(ROOT, DAY)
    evaluation = evaluate(workspace, workspace.plans[plan], DAY)
    assert evaluation.plan.example
    assert {v.gate for v in evaluation.vendors} & {"fail", "unverified"}
    assert to_html(evaluation).startswith("<!doctype html>")


BROWSER = Path("/usr/bin/chromium")


@pytest.fixture(scope="module")
def browser():
    if not BROWSER.exists() and not os.environ.get("EVALKIT_REQUIRE_BROWSER"):
        pytest.skip("Debian's chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(BROWSER), args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.mark.parametrize(
    "content", [FILES, hostile(), hostile_flows()], ids=["people", "money", "flows"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1200])
def test_the_page_in_a_browser_asks_for_nothing_and_is_accessible(
    browser, evaluated, tmp_path, scheme, width, content
):
    from axe_playwright_python.sync_playwright import Axe

    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated(content)), encoding="utf-8")
    # The checker itself is a script, which the page's policy rightly refuses.
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    page = context.new_page()
    requests, dialogs = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert (len(requests), dialogs) == (1, [])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()


def test_the_page_works_under_its_own_policy(browser, evaluated, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated(PLAIN)), encoding="utf-8")
    page = browser.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    assert complaints == []
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).marginTop") == "0px"
    page.close()
