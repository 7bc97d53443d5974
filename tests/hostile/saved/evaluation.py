"""A saved evaluation with a little of everything, changed in one place, and all output of it."""

import copy
import json
import re
from html.parser import HTMLParser

from rich.console import Console, Group

from evalkit.evaluation.integrity.check import check_intact
from evalkit.explanation.difference import difference
from evalkit.explanation.explain import explain
from evalkit.explanation.versus import versus
from evalkit.report.data import COSTS, costs_csv, from_json, parts_json
from evalkit.report.page.page import view
from evalkit.report.specification.document import specification
from evalkit.report.terminal.diff import difference_text
from evalkit.report.terminal.explain import to_explanation
from evalkit.report.terminal.facts import Facts
from evalkit.report.terminal.flows.fit import to_fit
from evalkit.report.terminal.flows.vendor_fit import to_vendor_fit
from evalkit.report.terminal.money.costs import to_costs
from evalkit.report.terminal.money.vendor_costs import to_vendor_costs
from evalkit.report.terminal.screen import Screen
from evalkit.report.terminal.versus import to_versus
from tests.hostile.made import CRITERIA_FILE, OTHER_FILE, PLAN_FILE, SEEN, files, lay_out, run

ODD = (
    None, True, False, -1, 0, 1, 0.5, 101, 1e18, 1e149, -1e149, 1e308, -1e308, 5e-324, 10**30,
    float("nan"), float("inf"), "", "x", "NaN", "javascript:alert(1)", "https://a.test/\"><b>",
    "../../x", "2026-02-30", "0001-01-01", "9999-12-31", "\u202e\x1b[31m", "a" * 100_000,
    "plugin", "open", "exact", [], {}, [[]], [1, 2], {"x": 1}, ["x"],
)  # fmt: skip
"""Odd values to put in any place."""


def made(folder):
    """The evaluation as plain data: two people, three vendors, money, flows, gates, open facts."""
    contents = files()
    people = {
        "finance": {"title": "Finance", "weights": {"kind": "points", "points": {"api": 1, "cost": 1, "fit": 1}}},
        "sales": {"title": "Sales", "weights": {"kind": "order", "order": ["fit", "api", "cost"]}},
    }  # fmt: skip
    contents[PLAN_FILE]["stakeholders"] = people
    contents[CRITERIA_FILE]["background"] = {"history": {"question": "How old is it?"}}
    other = contents[OTHER_FILE]
    other["charges"] = [
        {"kind": "recurring", "title": "All in", "amount": {"low": 900, "high": 1100}, "every": "month", "currency": "EUR", **SEEN}
    ]  # fmt: skip
    other["facts"]["rate_limit"] = {"low": 5, "high": 60, **SEEN}
    other["facts"]["history"] = {"value": "old", **SEEN}
    other["integration"] = contents["vendors/payment-gateways/examplepay.yaml"]["integration"]
    contents["vendors/payment-gateways/thirdpay.yaml"] = {
        "id": "thirdpay",
        "name": "ThirdPay",
        "category": "payment-gateways",
        "facts": {
            "api_style": {"not_applicable": "it has no API", **SEEN},
            "rate_limit": {"unknown": True, "looked": [SEEN]},
        },
    }
    lay_out(folder, contents)
    ran = run(folder, "score", "storefront-payments", "-f", "json", "-o", "saved.json", seconds=9)
    assert ran.code == 0, ran.said
    return json.loads((folder / "saved.json").read_text("utf-8"))


def changed(data, way, value):
    """The text of an evaluation with another value in one place."""
    data = copy.deepcopy(data)
    inner = data
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = value
    return json.dumps(data)


def opened(text):
    """The evaluation read from a text, checked as in every command."""
    evaluation = from_json(text)
    check_intact(evaluation)
    return evaluation


def shown(page):
    """A page as text on a terminal."""
    screen = Console(width=80, markup=False, highlight=False, color_system=None)
    with screen.capture() as captured:
        screen.print(page)
    return captured.get()


def money(evaluation, _):
    if evaluation.costs is None:
        return
    parts_json(evaluation, COSTS)
    costs_csv(evaluation, evaluation.costs)
    shown(Group(*to_costs(evaluation, evaluation.costs, SCREEN)))
    for vendor in evaluation.vendors:
        shown(Group(*to_vendor_costs(evaluation, evaluation.costs, vendor.id, SCREEN)))


def flows(evaluation, _):
    if evaluation.fit is not None:
        shown(Group(*to_fit(evaluation, evaluation.fit, SCREEN)))
        for vendor in evaluation.vendors:
            page = to_vendor_fit(
                evaluation, evaluation.fit, vendor, SCREEN, lambda entry: entry.path
            )
            shown(Group(*page))


SCREEN = Screen(80)
FACTS = Facts(lambda evidence: evidence.path, with_sources=True)


def explained(evaluation, _):
    for vendor in evaluation.vendors:
        shown(Group(*to_explanation(evaluation, explain(evaluation, vendor), SCREEN, FACTS)))
    if len(evaluation.vendors) > 1:
        shown(Group(*to_versus(versus(evaluation, *evaluation.vendors[:2]), SCREEN, FACTS)))


def moved(evaluation, before):
    shown(difference_text(difference(before, evaluation), 5))


SHOWN = {"cost": money, "fit": flows, "explain": explained, "diff": moved}
"""Terminal output of an evaluation; `diff` compares it with another."""


def report(evaluation):
    return view(evaluation) | {
        "style": "", "policy": "", "script": "ours", "chart_files": "saved", "open": "",
        "evidence_file": "saved-evidence.md",
    }  # fmt: skip


def spec(evaluation):
    content = specification(evaluation, evaluation.vendors[0])
    numbers = [each["number"] for each in content["sources"]]
    return content | {"style": "", "policy": "", "numbers": numbers}


PAGES = {
    "report.html.j2": report, "report.md.j2": report,
    "specification.html.j2": spec, "specification.md.j2": spec,
}  # fmt: skip
"""The data of each template; many evaluations at once, because a template is read only once."""


class Links(HTMLParser):
    """Content forbidden in pages: script, and links to anything but the web and itself."""

    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attrs):
        if tag in {"script", "img", "iframe", "object", "form", "base"}:
            self.bad.append(tag)
        self.bad += [
            (name, value)
            for name, value in attrs
            if (name in {"href", "src"} and not re.match("https?://|#[a-zA-Z0-9-]+$", value))
            or name.startswith("on")
        ]


def links(page):
    """Forbidden links and other faults of an HTML page, which may hold our script once."""
    reader = Links()
    reader.feed(page.replace("<script>ours</script>", "", 1))
    return reader.bad


def markdown_links(text):
    """Forbidden links of a Markdown page."""
    return re.findall(r"(?<!\\)\]\((?!https?://|#|saved-[a-z]+\.svg\)).{0,80}", text)


MAPPINGS = frozenset(
    [
        "measures",
        "contributions",
        "background",
        "wins",
        "central_weights",
        "weights",
        "scores",
        "ranks",
        "elects",
        "group",
        "data",
        "limits",
    ]
)
"""Keys of mappings whose own keys are ids."""
WHO_SHOWS = {
    "costs": ("report", "cost"),
    "fit": ("report", "fit", "specification"),
    "stakeholders": ("report", "diff"),
    "robustness": ("report", "diff"),
    "sensitivity": ("report",),
    "second_opinions": ("report",),
}
"""The rest is shown by all."""


def places(data, way=(), kind=()):
    """The paths to one thing of each kind: the first of each list, the first id of each mapping, and
    so on."""
    found = {}
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, inner in pairs:
        is_id = isinstance(data, dict) and kind and kind[-1] in MAPPINGS
        step = "*" if is_id or isinstance(data, list) else key
        found.setdefault((*kind, step), (*way, key))
        if isinstance(inner, (dict, list)):
            for deeper, place in places(inner, (*way, key), (*kind, step)).items():
                found.setdefault(deeper, place)
    return found
