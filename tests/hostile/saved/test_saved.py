"""A saved evaluation changed by hand is rejected with one sentence that says where."""

import dataclasses
import json
import os

import pytest

from evalkit.cli.shared.saved import MAX_BYTES
from evalkit.errors import EvalkitError
from evalkit.report.charts.axes import width_of
from evalkit.report.data import MAX_KEYS, MAX_VALUES
from evalkit.report.specification import drawing
from evalkit.templates.escape import html_link, markdown_link
from evalkit.templates.render import render_each
from tests.conftest import ROOT
from tests.hostile.made import (
    FLOWS,
    OTHER_FILE,
    PLAN_FILE,
    SEEN,
    VENDOR_FILE,
    ask,
    files,
    lay_out,
    run,
)
from tests.hostile.saved.evaluation import PAGES, SHOWN, changed, made, opened

NO_JSON = "this is not JSON"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return made(tmp_path_factory.mktemp("saved"))


def way(place):
    return [int(step) if step.isdigit() else step for step in place.split(".")]


def said(text):
    with pytest.raises(EvalkitError) as ended:
        opened(text)
    return str(ended.value).removeprefix("this evaluation was changed by hand: ")


VALUES = [
    ("robustness.draws", 0, "`robustness.draws` should be at least 1"),
    ("robustness.draws", -1, "`robustness.draws` should be at least 1"),
    ("robustness.draws", True, "`robustness.draws` should be a valid integer"),
    ("costs.draws", 0, "`costs.draws` should be at least 1"),
    ("costs.seed", -1, "`costs.seed` should be at least 0"),
    ("costs.years", 31, "`costs.years` should be at most 30"),
    ("vendors.0.settled", "NaN", "`vendors.0.settled` should be a valid number"),
    ("vendors.0.settled", float("nan"), "`vendors.0.settled` should be a finite number"),
    ("vendors.0.settled", 1e308, "`vendors.0.settled` should be at most 1"),
    ("vendors.0.settled", 10**400, "`vendors.0.settled` should be a finite number"),
    ("vendors.0.settled", True, "`vendors.0.settled` should be a valid number"),
    ("vendors.0.score", -1, "`vendors.0.score` should be at least 0"),
    ("vendors.0.rank", 1.5, "`vendors.0.rank` should be a valid integer"),
    ("vendors.0.website", "javascript:alert(1)", "`vendors.0.website` is not written as"),
    ("vendors.0.id", "../../x", "`vendors.0.id` is not written as"),
    ("format", True, "`format` should be a valid integer"),
    ("vendors.0.name", "", "`vendors.0.name` should not be empty"),
    ("vendors.0.name", 12, "`vendors.0.name` should be a valid string"),
    ("vendors.0.more", 1, "`vendors.0.more` is no key of an evaluation"),
    ("plan.as_of", "2026-02-30", "`plan.as_of` should be a valid date"),
    ("plan.example", 1, "`plan.example` should be a valid boolean"),
    ("criteria.0.measures.0.weight", 1.5, "`criteria.0.measures.0.weight` should be at most"),
    ("criteria", [], "`criteria` should not be empty"),
    ("criteria", {}, "`criteria` should be a valid array"),
    ("plan", 1, "`plan` should be an object"),
    ("vendors.0.measures", 1, "`vendors.0.measures` should be an object"),
    ("vendors.0.gate", "maybe", "`vendors.0.gate` should be 'pass', 'fail' or 'unverified'"),
    ("plan.as_of", 1.5, "`plan.as_of` should be a valid date"),
    ("costs.currency", "XXX", "`costs.currency`: a currency is written"),
    ("costs.locale", "xx_YY", "`costs.locale` should be a locale"),
    ("costs.difference.swings.0.at_high", 1e308, "swings.0.at_high` should be at most"),
    ("costs.frontier.vendors.0.value", 1e18, "frontier.vendors.0.value` should be at most"),
    ("fit.vendors.0.interfaces.0.limits", {f"p{n}": 1 for n in range(21)}, "no more than 20 keys"),
    ("fit.vendors.0.cells.0.route.limits.0.ratio", -1, "limits.0.ratio` should be at least 0"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "expected"), VALUES)
def test_a_value_of_another_type_or_beyond_its_range_is_named(data, place, value, expected):
    assert expected in said(changed(data, way(place), value))


def records(value, place=()):
    """Every record in an evaluation, with its place."""
    if dataclasses.is_dataclass(value):
        yield type(value).__name__, place
        inner = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    else:
        inner = value if isinstance(value, dict) else {}
        inner = dict(enumerate(value)) if isinstance(value, (list, tuple)) else inner
    for name, each in inner.items():
        yield from records(each, (*place, name))


def test_no_kind_of_record_takes_a_key_that_it_does_not_have(data):
    places = dict(records(opened(json.dumps(data))))
    assert len(places) > 40
    for place in places.values():
        named = ".".join(map(str, (*place, "more")))
        assert said(changed(data, (*place, "more"), 1)).startswith(f"`{named}` is no key of")


NAMES = [
    ("vendors.0.id", "x", "`verdict.leader`: there is no vendor `examplepay`"),
    ("verdict.could_win.0", "x", "`verdict.could_win`: there is no vendor `x`"),
    ("verdict.research.0.vendor", "x", "`verdict.research`: there is no vendor left `x`"),
    ("verdict.research.0.vendor", "otherpay", "`verdict.research`: `otherpay` is there twice"),
    ("verdict.research.0.facts.0.vendor", "otherpay", "`verdict.research.0.facts.vendor`: the rest"),
    ("vendors.2.short.0", "x", "`vendors.2.short`: there is no measure `x`"),
    ("vendors.2.short.0", "rate_limit", "`vendors.2.short`: `rate_limit` is there twice"),
    ("robustness.cautious.first", {}, "`robustness.cautious.first`: the vendor `examplepay` is missing"),
    ("left_out", [{"measure": "api_style", "title": "", "reason": ""}] * 2, "`left_out`: `api_style` is there twice"),
    ("left_out", [{"measure": "x", "title": "X", "reason": "-"}], "`left_out`: there is no measure `x`"),
    ("robustness.vendors.0.id", "x", "`robustness.vendors`: there is no ranked vendor `x`"),
    ("vendors.1.id", "examplepay", "`vendors`: `examplepay` is there twice"),
    ("vendors.0.measures", {}, "`vendors.0.measures`: the measure `api_style` is missing"),
    ("vendors.0.contributions", {"x": 1}, "`vendors.0.contributions`: there is no criterion `x`"),
    ("vendors.1.gates", [], "`vendors.1.gates`: they are not those of the first vendor"),
    ("vendors.1.rank", 7, "`vendors.1.rank`: it is not that of its place"),
    ("criteria.1.id", "api", "`criteria`: `api` is there twice"),
    ("verdict.leader", "x", "`verdict.leader`: there is no vendor `x`"),
    ("verdict.research.0.facts.0.measure", "x", "research.0.facts`: there is no measure `x`"),
    ("robustness.vendors.0.ranks", [], "vendors.0.ranks`: there are 0 of them, not 2"),
    ("robustness.vendors.0.wins", {}, "vendors.0.wins`: the vendor `otherpay` is missing"),
    ("sensitivity.lines.0.criterion", "x", "lines.0.criterion`: there is no criterion `x`"),
    ("sensitivity.lines.0.scores", {}, "lines.1.scores`: there is no vendor `examplepay`"),
    ("sensitivity.lines.0.scores.otherpay.0", [1, 2], "lines.0.scores`: the weights do not rise"),
    ("sensitivity.shift.weights", {}, "`sensitivity.shift.weights`: the criterion `api` is missing"),
    ("second_opinions.0.ranks", {"x": 1}, "`second_opinions.0.ranks`: there is no vendor `x`"),
    ("stakeholders.people.0.ranking.0.vendor", "x", "people.0.ranking`: there is no vendor `x`"),
    ("stakeholders.elects.examplepay.0", "x", "`stakeholders.elects`: there is no person `x`"),
    ("costs.vendors", [], "`costs.vendors`: they are not those of the ranking"),
    ("costs.vendors.0.net", [], "`costs.vendors.0.net`: there are 0 of them, not 4"),
    ("costs.vendors.0.items.0.flows", [], "items.0.flows`: there are 0 of them, not 4"),
    ("costs.break_even.0.cheaper", [], "`costs.break_even.0.cheaper`: there are 0 of them"),
    ("costs.break_even.0.one", "x", "`costs.break_even.0`: there is no vendor `x`"),
    ("costs.frontier.vendors.0.beaten_by", ["x"], "beaten_by`: there is no vendor here `x`"),
    ("costs.difference.one", "otherpay", "`costs.difference`: `otherpay` is there twice"),
    ("fit.vendors.0.id", "x", "`fit.vendors`: they are not those of the ranking"),
    ("fit.vendors.0.cells", [], "`fit.vendors.0.cells`: they are not those of the flows"),
    ("vendors.0.contributions.api", 0, "`vendors.0.contributions.api`: its parts do not add"),
    ("vendors.0.low", 99, "`vendors.0.score`: it lies outside its range"),
    ("vendors.0.measures.rate_limit.high", 1, "measures.rate_limit.value`: it lies outside its range"),
    ("costs.vendors.0.net_present_value.high", -1e9, "net_present_value`: it lies outside its range"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "expected"), NAMES)
def test_what_does_not_belong_together_is_named(data, place, value, expected):
    assert expected in said(changed(data, way(place), value))


SWAP = {
    "criterion": "api", "above": "", "ahead": "examplepay", "behind": "otherpay",
    "today": 0.3, "weight": 0.5, "distance": 0.3, "text": "",
}  # fmt: skip
FIGURES = [
    ("criteria.0.weight", 0.5),
    ("criteria.0.measures.0.weight", 0.5, "criteria.0.weight"),
    ("vendors.0.score", 64.0),
    ("vendors.0.low", 1.0),
    ("vendors.0.high", 99.0),
    ("vendors.0.settled", 0.5),
    ("vendors.0.contributions.fit", 99.0),
    ("vendors.0.measures.api_style.weight", 0.5, "vendors.0.measures"),
    ("vendors.0.measures.api_style.value", None),
    ("vendors.0.measures.api_style.status", "not_found"),
    ("vendors.2.measures.rate_limit.status", "not_looked_for"),
    ("vendors.0.measures.rate_limit.beyond", "worst"),
    ("vendors.0.measures.rate_limit.beyond", "best"),
    ("vendors.0.measures.rate_limit.beyond", "both"),
    ("vendors.2.measures.rate_limit.fact.looked", [], "vendors.2.measures.rate_limit.status"),
    ("vendors.2.measures.rate_limit.fact.scores", True, "vendors.2.measures.rate_limit.status"),
    ("vendors.0.standing", "not_ranked"),
    ("vendors.2.standing", "ranked"),
    ("vendors.0.reason", "-"),
    ("vendors.2.reason", ""),
    ("vendors.0.researched", 0.1),
    ("vendors.2.researched", 0.9),
    ("vendors.0.excluded", 0.1, "vendors.0.excluded"),
    ("vendors.2.excluded", 0.0),
    ("vendors.2.excluded", 0.2),
    ("vendors.0.short", ["rate_limit"]),
    ("vendors.2.short", ["rate_limit"]),
    ("vendors.0.could_win", 0.28),
    ("vendors.2.could_win", 0.29),
    ("vendors.2.could_win", None, "verdict.could_win"),
    ("vendors.0.out_of_reach", True),
    ("vendors.0.gates.0.failure", "too slow"),
    ("plan.unknown", "worst", "vendors.2.measures.rate_limit.value"),
    ("plan.rankable", 0.79, "vendors.0.standing"),
    ("left_out", [{"measure": "api_style", "title": "", "reason": ""}], "vendors.0.measures.api_style.status"),
    ("vendors.0.measures.api_style.status", "not_applicable", "vendors.0.measures.api_style.weight"),
    ("vendors.0.measures.rate_limit.status", "known"),
    ("vendors.0.measures.api_style.fact.scores", False, "vendors.0.measures.api_style.status"),
    ("vendors.0.measures.api_style.fact.age_days", 1),
    ("vendors.0.measures.api_style.fact.reading.checked", "2026-01-01", "vendors.0.measures.api_style.fact.age_days"),
    ("vendors.0.measures.api_style.fact.freshness", "stale"),
    ("vendors.0.measures.api_style.fact.freshness", "none"),
    ("vendors.1.background.history.age_days", 1),
    ("plan.as_of", "2026-01-01", "vendors.0.measures.api_style.fact.age_days"),
    ("vendors.0.gate", "pass"),
    ("vendors.0.gates.0.outcome", "pass", "vendors.0.gate"),
    ("vendors.0.gates.1.outcome", "unverified"),
    ("vendors.1.rank", 1),
    ("vendors.1.rank", None, "robustness.vendors"),
    ("fit.vendors.0.cells.0.outcome", "unknown", "fit.vendors.0.coverage.0"),
    ("fit.vendors.0.coverage", [50.0, 99.0], "fit.vendors.0.coverage.1"),
    ("fit.text", "All flows are carried."),
    ("verdict.text", "ExamplePay leads clearly."),
    ("verdict.sentences.0", "ExamplePay leads clearly.", "verdict.text"),
    ("verdict.outcome", "clear"),
    ("verdict.outcome", "single"),
    ("verdict.outcome", "none"),
    ("verdict.leader", "otherpay"),
    ("verdict.decides.0.text", "ExamplePay leads clearly.", "verdict.text"),
    ("verdict.could_win", []),
    ("verdict.open_gates", []),
    ("verdict.open_gates.0.status", "not_found", "verdict.open_gates"),
    ("verdict.open_gates.0.requirement", "none", "verdict.open_gates"),
    ("verdict.research", []),
    ("verdict.research.0.facts", []),
    ("verdict.research.2.gain", 50.0, "verdict.research"),
    ("verdict.research.2.gain", 0.0),
    ("verdict.research.2.probability", 0.0, "verdict.research.2.gain"),
    ("verdict.research.2.error", 0.6),
    ("verdict.research.2.fewest", None),
    ("verdict.research.2.fewest", 2),
    ("verdict.research.2.fewest", 4),
    ("verdict.research.2.facts.0.points", 50.0, "verdict.research.2.facts.0.points"),
    ("verdict.research.2.facts.0.status", "not_found"),
    ("verdict.research.2.facts.0.gain", 0.0, "verdict.research.2.fewest"),
    ("verdict.research.2.facts.0.gain", 1.9),
    ("verdict.research.2.facts.1.gain", 0.001),
    ("verdict.research.2.facts.1.gain", 1.0, "verdict.research.2.facts"),
    ("verdict.research.2.facts.1.threshold", "more"),
    ("robustness.left_out", 1),
    ("robustness.draws", 10_000, "robustness.vendors.0.errors.0"),
    ("robustness.vendors.0.ranks.0", 0.9, "robustness.vendors.0.ranks"),
    ("robustness.vendors.0.first_alike", 0.9, "robustness.vendors"),
    ("robustness.cautious.first.examplepay", 0.9, "robustness.cautious.first"),
    ("robustness.cautious.first_alike.examplepay", 0.9, "robustness.cautious.first_alike"),
    ("robustness.cautious.concentration", 90.0),
    ("robustness.concentration", 5.0, "robustness.cautious.concentration"),
    ("robustness.vendors.0.errors.0", 0.0),
    ("robustness.vendors.0.wins.otherpay", 0.9),
    ("robustness.vendors.0.central_weights", None),
    ("robustness.vendors.0.potentially_optimal", False),
    ("sensitivity.crossovers.0", SWAP, "sensitivity.crossovers.0.distance"),
    ("second_opinions.0.ranks.otherpay", 1),
    ("second_opinions.0.scores.otherpay", 99.0, "second_opinions.0.ranks.examplepay"),
    ("stakeholders.people.0.influence", 0.9, "stakeholders.people"),
    ("stakeholders.people.0.weights.api", 0.9, "stakeholders.people.0.weights"),
    ("stakeholders.people.0.ranking.1.rank", 3),
    ("stakeholders.people.0.ranking.1.score", 99.0, "stakeholders.people.0.ranking.1.rank"),
    ("stakeholders.elects", {"otherpay": ["finance"]}),
    ("stakeholders.group.api", 0.9, "stakeholders.group"),
    ("stakeholders.group_ranking", []),
    ("stakeholders.group_ranking.0.score", 99.0),
    ("stakeholders.group_ranking.0.low", 0.0),
    ("stakeholders.people.0.ranking.0.high", 0.0, "stakeholders.people.0.ranking.0.score"),
    ("costs.vendors.0.costs.0", 1.0),
    ("costs.vendors.0.benefits.1", 1.0),
    ("costs.vendors.0.items.0.flows.0", 99.0, "costs.vendors.0.costs.0"),
    ("costs.vendors.0.net.1", 1.0),
    ("costs.vendors.0.cumulative.2", 1.0),
    ("costs.vendors.0.cumulative_discounted.0", 1.0),
    ("costs.vendors.0.cumulative_discounted.3", 1.0, "costs.vendors.0.net_present_value.likely"),
    ("costs.vendors.0.total_cost.likely", 15_000.0),
    ("costs.vendors.0.total_cost.likely", None),
    ("costs.vendors.0.total_cost.low", None),
    ("costs.vendors.0.total_cost.bound", "at_least", "costs.vendors.0.total_cost.high"),
    ("costs.vendors.0.unknown_costs", ["Fee"], "costs.vendors.0.total_cost.bound"),
    ("costs.vendors.0.present_costs.likely", 15_000.0, "costs.vendors.0.net_present_value.likely"),
    ("costs.vendors.0.present_benefits.likely", 21_000.0, "costs.vendors.0.net_present_value.likely"),
    ("costs.vendors.0.net_present_value.likely", 8_000.0),
    ("costs.vendors.0.return_on_investment.likely", 60.0),
    ("costs.vendors.0.payback_months.bound", "open", "costs.vendors.0.payback_months.low"),
    ("costs.vendors.0.reason", "missing: fee"),
    ("costs.frontier.vendors.0.cost", 1.0),
    ("costs.frontier.vendors.0.bound", "at_least"),
    ("costs.difference.difference", 1.0),
]  # fmt: skip
"""A figure, a forged value, and the place reported if it is another one."""


@pytest.mark.parametrize("change", FIGURES, ids=lambda change: f"{change[0]}-{change[1]}")
def test_a_figure_that_what_stands_beside_it_contradicts_is_named(data, change):
    place, value, *shown = change
    assert f"`{(shown or [place])[0]}`: " in said(changed(data, way(place), value))


FIRST = "costs.vendors.0"
TOGETHER = {
    "vendors.0.standing": {
        "vendors.0.gates.0.outcome": "fail",
        "vendors.0.gates.0.failure": "too slow",
        "vendors.0.gate": "fail",
    },
    "criteria": {"criteria.1.weight": 0.9, "criteria.1.measures.0.weight": 0.9},
    "vendors.0.measures.rate_limit.weight": {
        "vendors.0.measures.api_style.weight": 0.1527777777777778,
        "vendors.0.measures.rate_limit.weight": 0.2527777777777778,
        "vendors.0.measures.total_cost.weight": 0.12222222222222224,
    },
    "vendors.0.measures.api_style.value": {
        f"vendors.0.measures.api_style.{end}": None for end in ("low", "value", "high")
    },
    "robustness.vendors": {
        "robustness.vendors.0.id": "otherpay",
        "robustness.vendors.0.wins": {"examplepay": 0.5},
        "robustness.vendors.1.id": "examplepay",
        "robustness.vendors.1.wins": {"otherpay": 0.5},
    },
    "verdict.outcome": {
        "robustness.vendors.0.first_alike": 0.04,
        "robustness.vendors.1.first_alike": 0.96,
    },
    # The weaker of two outcomes counts: too close to call with wider weights.
    "verdict.outcome, wider": {
        "robustness.cautious.first_alike.examplepay": 0.04,
        "robustness.cautious.first_alike.otherpay": 0.96,
    },
    f"{FIRST}.cheapest": {
        f"{FIRST}.unknown_costs": ["Fee"],
        **{
            f"{FIRST}.{name}": value
            for figure in ("total_cost", "present_costs")
            for name, value in ((f"{figure}.bound", "at_least"), (f"{figure}.high", None))
        },
        f"{FIRST}.net_present_value.bound": "at_most",
        f"{FIRST}.net_present_value.low": None,
        f"{FIRST}.pays": None,
        f"{FIRST}.cheapest": 0.5,
    },
    f"{FIRST}.pays": {
        f"{FIRST}.unknown_benefits": ["Hours"],
        f"{FIRST}.present_benefits.bound": "at_least",
        f"{FIRST}.present_benefits.high": None,
        f"{FIRST}.net_present_value.bound": "at_least",
        f"{FIRST}.net_present_value.high": None,
    },
}


@pytest.mark.parametrize("place", TOGETHER)
def test_figures_that_were_changed_together_are_noticed(data, place):
    for other, value in TOGETHER[place].items():
        data = json.loads(changed(data, way(other), value))
    assert f"`{place.partition(',')[0]}`: " in said(json.dumps(data))


def only(**more):
    return {PLAN_FILE: {**files()[PLAN_FILE], **more}}


def both(**more):
    return {path: {**files()[path], **more} for path in (VENDOR_FILE, OTHER_FILE)}


def huge():
    """The largest amounts that a plan and a vendor may name, over as many years as it may."""
    fee = {
        "kind": "usage",
        "title": "Fee",
        "per": "order",
        "fixed": 1e15,
        "percent": 100,
        "currency": "USD",
        "yearly_increase": 1,
        **SEEN,
    }
    most = {"value": 1e15, **SEEN}
    volumes = {
        "orders": {**most, "growth": 1},
        "average_order_value": most,
        "api_calls": most,
        "refunds": {"share": 1, "of": "orders", **SEEN},
    }
    money = {"years": 30, "hourly_rate": most, "rates": {"USD": most}, "volumes": volumes}
    return both(charges=[fee]) | only(money={**files()[PLAN_FILE]["money"], **money})


ODD_FILES = {
    "all are ruled out": only(gates=[{"measure": "rate_limit", "at_least": 999, "because": "-"}]),
    "one vendor": only(vendors=["examplepay"]),
    "nothing is known": both(facts={}, charges=[], integration=None),
    "nothing applies": {
        **both(facts={name: {"not_applicable": "-"} for name in ("api_style", "rate_limit")}),
        **only(money=None, flows=[]),
    },
    "huge": huge(),
    "next to no flow": only(flows=[{**FLOWS[0], "per_day": 1e-6, "peak_per_hour": 1e-6}]),
}  # fmt: skip


@pytest.mark.parametrize("changes", ODD_FILES.values(), ids=ODD_FILES)
def test_what_is_saved_of_odd_files_is_opened_and_shown(tmp_path, changes):
    lay_out(tmp_path, files() | changes)
    ran = ask(tmp_path, "score", "storefront-payments", "-f", "json", "-o", "saved.json")
    assert ran.code == 0, ran.said
    evaluation = opened((tmp_path / "saved.json").read_text("utf-8"))
    for show in SHOWN.values():
        show(evaluation, evaluation)
    for name in PAGES if evaluation.fit else ("report.html.j2", "report.md.j2"):
        assert render_each(name, [PAGES[name](evaluation)], None)


TEXTS = [
    (lambda text: text.replace('"format": 2,', '"format": 2, "format": 2,'), "`format` is there twice"),
    (lambda text: text.replace('"a note"', '"\\ud800"'), NO_JSON),
    (lambda text: text.replace('"a note"', "[" * 5_000 + "]" * 5_000), NO_JSON),
    (lambda text: text.replace('"a note"', "[" * 300 + "]" * 300), NO_JSON),
    (lambda text: text.replace('"a note"', "9" * 5_000), NO_JSON),
    (lambda text: text.replace('"format": 2', f'"format": {"9" * 4_000}'), "…, not 2); run `evalkit score PLAN -f json` again"),
    (lambda text: text.replace('"a note"', "[0" + ",0" * MAX_VALUES + "]"), "2,000,000 values"),
    (lambda text: text.replace('"a note"', json.dumps(dict.fromkeys(range(MAX_KEYS + 1)))), "10,000 keys"),
    (lambda text: text.replace('"a note"', '{"%s": 1}' % ("\\u202e" * 999)), "vendors.0.note` should be"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), TEXTS)
def test_odd_json_ends_in_one_short_sentence(data, change, expected):
    found = said(change(json.dumps(data)))
    assert expected in found
    assert len(found) < 400


def test_a_million_faults_cost_no_more_than_one(tmp_path, data):
    # Within 300 MB; each fault that was kept would take some 700 bytes.
    bad = json.dumps(data).replace('"gates": [', '"gates": [' + '{"a": 1}, ' * 600_000, 1)
    (tmp_path / "bad.json").write_text(bad)
    ran = run(tmp_path, "report", "bad.json", seconds=9)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "`vendors.0.gates.0." in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("report",),
        ("diff", "f.json"),
        *(
            pytest.param(each, marks=pytest.mark.long)
            for each in (("cost",), ("fit",), ("explain", "x"), ("spec", "x"))
        ),
    ],
    ids=" ".join,
)
def test_nobody_waits_for_a_pipe(tmp_path, words):
    os.mkfifo(tmp_path / "f.json")
    command, *more = words
    ran = run(tmp_path, command, "f.json", *more)
    assert ran.code == 2
    assert ran.err == "evalkit: cannot read f.json: it is not a regular file\n"


def test_a_file_is_read_up_to_a_limit(tmp_path):
    with (tmp_path / "large.json").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    ran = run(tmp_path, "report", "large.json")
    assert ran.code == 2
    assert "large.json: it is larger than 65,536 KiB" in ran.err


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", "".encode("utf-16")])
def test_how_an_editor_marked_a_file_is_understood_or_said(tmp_path, data, start):
    text = json.dumps(data)
    content = start + text.encode() if start == b"\xef\xbb\xbf" else text.encode("utf-16")
    (tmp_path / "saved.json").write_bytes(content)
    ran = ask(tmp_path, "explain", "saved.json", "examplepay")
    if start == b"\xef\xbb\xbf":
        assert ran.code == 0
    else:
        assert (ran.code, ran.out) == (2, "")
        assert "saved.json:1:1: byte 1 is not UTF-8" in ran.err


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///x", "//x", ""]
)
@pytest.mark.parametrize("link", [html_link, markdown_link])
def test_only_the_web_is_linked(link, target):
    assert link("name", target) == "name"
    assert "https://a.test" in link("name", "https://a.test")


def test_every_link_of_a_template_is_made_in_one_place():
    for file in (ROOT / "templates").glob("*.j2"):
        text = file.read_text("utf-8")
        # A page that leads to reports links files beside it, which have ids for names.
        beside = text.count('href="{{ row.file }}"') if file.name == "index.html.j2" else 0
        assert text.count("href=") == text.count('href="#') + beside, file.name
        assert "src=" not in text, file.name


def test_only_what_a_line_holds_of_a_long_text_is_looked_at(monkeypatch):
    measured = []

    def counted(words, size):
        measured.append(len(words))
        return width_of(words, size)

    monkeypatch.setattr(drawing, "width_of", counted)
    for text in ("a" * 100_000, "a " * 50_000):
        assert len(drawing.wrapped(text, 200, drawing.SMALL, 3)) == 3
    assert sum(measured) < 10_000
