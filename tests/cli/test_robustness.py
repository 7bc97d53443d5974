"""`evalkit robustness` as a user meets it."""

import json

import pytest
from rich.cells import cell_len

from tests.cli.made import FAST, OTHERPAY, PEOPLE, SOURCE, STOREFRONT
from tests.conftest import PLAN

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"


def test_robustness_tells_places_what_to_do_and_what_would_change_it(evalkit, folder, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    ran = evalkit("robustness", "storefront-payments", cwd=folder)
    assert ran.code == 0
    text = " ".join(ran.out.split())
    for said in (
        "is the likely choice: it is first in", "Vendor First Second First, facts alike",
        "of the weight moves. All methods agree.", "(now within 1 point)",
    ):  # fmt: skip
        assert said in text
    # No bar where stderr is no terminal, not even where a CI host wants colours.
    assert "simulating" not in ran.err


def test_a_finer_precision_makes_more_draws(evalkit, folder):
    found = json.loads(
        evalkit(
            "robustness", "storefront-payments", "--precision", "0.25", "-f", "json", cwd=folder
        ).out
    )
    assert found["robustness"]["draws"] == 40_000
    assert max(found["robustness"]["vendors"][0]["errors"]) <= 0.0025
    assert set(found) == {
        "format", "evalkit", "plan", "scenario", "verdict", "robustness", "sensitivity",
        "second_opinions",
    }  # fmt: skip


def test_options_take_the_place_of_what_the_plan_says(evalkit, folder):
    words = ("--weights", "point", "--concentration", "400", "-f", "json")
    found = json.loads(evalkit("robustness", "storefront-payments", *words, cwd=folder).out)
    assert (found["robustness"]["space"], found["robustness"]["concentration"]) == ("point", 400)
    assert "concentration 400" in found["robustness"]["text"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--precision", "0.01"], "--precision"),
        (["--weights", "random"], "--weights"),
        (["--concentration", "0"], "--concentration"),
    ],
)
def test_options_out_of_range_are_refused(evalkit, folder, words, message):
    ran = evalkit("robustness", "storefront-payments", *words, cwd=folder)
    assert (ran.code, message in ran.err) == (2, True)


def test_the_verdict_is_the_same_as_that_of_score(evalkit, folder):
    one = json.loads(evalkit("robustness", "storefront-payments", "-f", "json", cwd=folder).out)
    two = json.loads(evalkit("score", "storefront-payments", "-f", "json").out)
    assert one["verdict"] == two["verdict"]
    assert one["robustness"] == two["robustness"]


def test_nobody_left_is_said_and_nothing_drawn(evalkit, write):
    folder = write({STOREFRONT: PLAN.replace("at_least: 10", "at_least: 99")})
    ran = evalkit("robustness", "storefront-payments", cwd=folder)
    assert ran.code == 0
    assert ran.out.startswith("ExamplePay is ruled out, and there is no other vendor.\n")
    assert "First" not in ran.out


@pytest.mark.parametrize("command", ["robustness", "weigh"])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_nothing_is_wider_than_its_terminal(evalkit, write, monkeypatch, command, width):
    monkeypatch.setenv("COLUMNS", str(width))
    long = "name: ExamplePay 株式会社 of a very long name that does not fit into one line"
    text = f"id: examplepay\n{long}\ncategory: payment-gateways\nfacts:\n  rate_limit: {{value: 25, {SOURCE}}}\n"
    people = PEOPLE.replace(
        "title: Finance", "title: The director of finance and of all things besides"
    )
    folder = write({OTHERPAY: FAST, EXAMPLEPAY: text, STOREFRONT: people})
    ran = evalkit(command, "storefront-payments", cwd=folder)
    assert max(cell_len(line) for line in ran.out.splitlines()) <= width


@pytest.mark.parametrize("command", ["robustness", "weigh"])
def test_hostile_texts_are_text(evalkit, write, command):
    hostile = '"[/nope] [link=https://x.test]a[/link] \\u2066\\u202e"'
    text = f"id: otherpay\nname: {hostile}\ncategory: payment-gateways\nfacts:\n  rate_limit: {{value: 99, {SOURCE}}}\n"
    people = PEOPLE.replace("title: Finance", f"title: {hostile}")
    ran = evalkit(command, "storefront-payments", cwd=write({OTHERPAY: text, STOREFRONT: people}))
    assert ran.code == 0
    assert "[/nope]" in ran.out
    assert "\u2066" not in ran.out
    assert "\u202e" not in ran.out


CONTRADICTIONS = {
    "an order with a circle": ("{kind: order, order: [api, scalability, api]}", "EK414"),
    "intervals that admit no weights": (
        "{kind: intervals, intervals: {api: {low: 70, high: 80}, scalability: {low: 40, high: 50}}}",
        "EK416",
    ),
    "comparisons that do not connect": (
        "{kind: pairwise, pairwise: [{more: api, less: api, times: 2}]}",
        "EK417",
    ),
    "an unknown criterion": ("{kind: points, points: {apis: 1, scalability: 3}}", "EK412"),
}


@pytest.mark.parametrize("fault", CONTRADICTIONS)
@pytest.mark.parametrize("command", ["weigh", "robustness", "score", "validate"])
def test_a_statement_that_contradicts_itself_is_shown_at_its_place(evalkit, write, command, fault):
    statement, code = CONTRADICTIONS[fault]
    plan = PLAN.replace(
        "weights: {api: 25, scalability: 75}\n", f"stakeholders:\n  it: {{weights: {statement}}}\n"
    )
    folder = write({STOREFRONT: plan})
    ran = evalkit(command, *([] if command == "validate" else ["storefront-payments"]), cwd=folder)
    assert ran.code == 1
    shown = ran.out + ran.err
    assert code in shown
    assert "plans/storefront-payments.yaml:7:" in shown
    assert "Traceback" not in shown
    assert (folder / STOREFRONT).read_text() == plan
