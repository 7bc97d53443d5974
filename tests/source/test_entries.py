"""A finding keeps its name wherever entries of lists are added, removed or moved."""

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.checking.baseline import brought_up_to_date, compared
from evalkit.checking.load import load
from evalkit.diagnostics.formats.fingerprint import fingerprints
from evalkit.source.document import parse
from evalkit.source.entries import Entries
from tests.conftest import BASE, DAY, examples

VENDOR, PLAN, CRITERIA = sorted(BASE, reverse=True)
ABOVE = {
    VENDOR: "id: examplepay\nname: ExamplePay\ncategory: payment-gateways\n",
    PLAN: "id: storefront-payments\ntitle: Payments\ncategory: payment-gateways\n",
    CRITERIA: "id: payment-gateways\ntitle: Payment gateways\n",
}
OLD = "source: 'https://a.test', checked: 2020-01-0"

# Each entry has a finding of its own, and so has another of the same title.
LISTS = {
    VENDOR: {
        "facts: {rate_limit: {value: 25, source: 'https://b.test', checked: 2026-06-20, conflicts: [§]}}": [
            f"{{value: {n}, {OLD}{n}}}" for n in range(1, 4)
        ],
        "facts: {webhooks: {unknown: true, looked: [§]}}": [f"{{{OLD}{n}}}" for n in range(1, 4)],
        "facts: {api_style: {value: [§], source: 'https://b.test', checked: 2026-06-20}}": [
            "rset", "12", "soup",
        ],
        "facts: {}\ncharges: [§]": [
            f"{{kind: one_off, title: Entry, amount: 1, currency: EUR, region: EU, {OLD}1}}",
            f"{{kind: one_off, title: Entry, amount: 2, currency: EUR, region: EU, {OLD}1}}",
            f"{{kind: one_off, title: Exit, amount: 3, currency: EUR, region: EU, {OLD}1}}",
            f"{{kind: one_off, amount: 4, currency: EUR, region: EU, {OLD}1}}",
            f"{{kind: one_off, id: setup, amount: 5, currency: EUR, region: EU, {OLD}1}}",
        ],
        "facts: {}\ncharges: [{kind: one_off, amount: 3, currency: EUR, region: EU, source: 'https://b.test', checked: 2026-06-20, conflicts: [§]}]": [
            f"{{amount: {n}, {OLD}{n}}}" for n in range(1, 4)
        ],
        "facts: {}\ncharges: [{kind: tiered, per: order, every: month, currency: EUR, tiers: [§]}]": [
            f"{{from: {n}, price: {n}, zzz: 1}}" for n in range(3)
        ],
        "facts: {}\nintegration: {interfaces: [§]}": [f"{{id: i{n}, kind: rest, {OLD}{n}}}" for n in range(1, 4)],
        "facts: {}\nintegration: {plugins: [§]}": [f"{{id: p{n}, {OLD}{n}}}" for n in range(1, 4)],
        "facts: {}\nintegration: {plugins: [{id: p, source: 'https://b.test', checked: 2026-06-20, limitations: [§]}]}": [
            f"{{severity: minor, text: Limitation {n}, {OLD}{n}}}" for n in range(1, 4)
        ],
    },
    PLAN: {
        "gates: [§]": [f"{{measure: gone{n}, at_least: 1, because: '-'}}" for n in range(3)],
        "flows: [§]": [f"{{data: gone{n}, direction: to_vendor, timing: daily}}" for n in range(3)],
        "vendors: [§]": ["gone1", "gone2", "gone3"],
        "money: {currency: EUR, years: 1, discount_rate: 0, benefits: [§]}": [
            f"{{kind: cost_ended, title: Rent {n}, amount: 1, currency: EUR, every: month, zzz: 1}}" for n in range(3)
        ],
        "stakeholders: {one: {influence: 1, weights: {kind: order, order: [§]}}}": [
            "gone1", "[gone2, gone3]", "gone4",
        ],
        "stakeholders: {one: {influence: 1, weights: {kind: pairwise, pairwise: [§]}}}": [
            f"{{more: api, less: gone{n}, times: 2}}" for n in range(3)
        ],
    },
    CRITERIA: {
        "criteria: {api: {title: A, measures: {x: {question: Q?, scale: {kind: points, because: '-', points: [§]}}}}}": [
            "[1, x]", "[2, y]", "[3, z]",
        ],
    },
}  # fmt: skip
PLACES = [(path, head) for path, heads in LISTS.items() for head in heads]


def found(path, head, entries):
    """The findings about the entries of one list, each entry on a line of its own."""
    before, after = head.split("§")
    body = ",\n".join(f"  {each}" for each in entries)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**BASE, path: f"{ABOVE[path]}{before}\n{body}\n  {after}\n"}.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        workspace = load(Path(folder), DAY)
    return [
        each
        for each in workspace.diagnostics
        if each.path == path and each.line_text.strip(" ,") in entries
    ]


def everywhere(path, code):
    return True


@pytest.mark.parametrize(("path", "head"), PLACES)
@settings(max_examples=examples(20))
@given(data=st.data())
def test_more_entries_in_another_order_change_no_other_finding(path, head, data):
    known = LISTS[path][head]
    before = data.draw(st.lists(st.sampled_from(known), unique=True))
    after = data.draw(st.permutations(known))
    was, now = found(path, head, before), found(path, head, after)
    assert {each.line_text.strip(" ,") for each in was} == set(before)
    result = compared(now, brought_up_to_date(was, {}, everywhere), everywhere)
    # What is new is what stands on the lines that are new, each of which has a finding.
    new = Counter(each.line_text.strip(" ,") for each in result.new)
    assert new == Counter(
        each.line_text.strip(" ,") for each in now if each.line_text.strip(" ,") not in before
    )
    assert set(fingerprints(was)) <= set(fingerprints(now))
    assert len(set(fingerprints(now))) == len(now)


def names(text):
    entries = Entries(parse(text, VENDOR).data)
    return lambda *route: entries.on(route)[0]


def test_an_entry_is_named_by_its_id_else_by_kind_and_title_else_by_its_content():
    name = names(
        "charges:\n- {id: setup, kind: one_off, title: Setup}\n- {kind: one_off, title: Setup}\n"
        "- {title: Setup}\n- {amount: 1, currency: EUR}\n- {currency: EUR, amount: 1}\n"
        "- {amount: 2, currency: EUR}\n"
    )
    first = [name("charges", number) for number in range(3)]
    assert first == [("setup",), ("one_off: Setup",), ("Setup",)]
    # The order of keys is no content.
    assert name("charges", 3) == name("charges", 4) != name("charges", 5)


def test_a_list_inside_an_entry_is_none_of_its_name():
    one, two = (
        names(f"charges: [{{amount: 1, conflicts: [{inside}]}}]")("charges", 0)
        for inside in ("{amount: 2}", "{amount: 3}, {amount: 2}")
    )
    assert one == two


@pytest.mark.parametrize("entry", ["-1", "true", "x" * 101, "[1, 2]", '""', "~", "0x1F"])
def test_an_entry_of_any_form_has_a_name_of_limited_length(entry):
    ((name,),) = {names(f"x: [{entry}]")("x", 0)}
    assert len(name) <= 100
    assert name != "0"


def test_what_is_not_in_the_file_has_no_name():
    name = names("charges: [{id: a}, {id: b}]")
    assert name("charges", 2, "amount") == name("gates", 0) == name("charges") == ()
    assert name("charges", 1, "conflicts", 0) == ("b",)


def test_the_order_of_a_list_without_a_name_is_none_of_its_name():
    name = names("order: [[api, cost], [cost, api], [cost, upgrades]]")
    assert name("order", 0) == name("order", 1) != name("order", 2)
