"""What rules see across files, beyond their own examples."""

import datetime

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from tests.conftest import BASE, CRITERIA, DAY, PLAN, VENDOR, vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
GATEWAYS = "criteria/payment-gateways.yaml"
STOREFRONT = "plans/storefront-payments.yaml"


def messages(workspace, code):
    return [d.message for d in workspace.diagnostics if d.code == code]


def test_a_category_merges_over_what_it_extends_by_id(loaded):
    base = CRITERIA.replace("payment-gateways", "base")
    over = (
        "id: payment-gateways\ntitle: Payments\nextends: base\ncriteria:\n"
        "  api: {weight: 10, measures: {api_style: {weight: 5}, webhooks: null}}\n"
    )
    workspace = loaded({"criteria/base.yaml": base, GATEWAYS: over})
    assert workspace.diagnostics == ()
    merged = workspace.criteria["payment-gateways"]
    assert list(merged.leaves) == ["api_style", "rate_limit"]
    assert (merged.criteria["api"].weight, merged.criteria["api"].title) == (10, "API preference")
    assert merged.leaves["api_style"].measure.weight == 5
    evaluation = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
    assert {"criteria/base.yaml", GATEWAYS} <= {given.path for given in evaluation.inputs}


def test_a_fault_in_what_is_extended_is_reported_once_in_its_own_file(loaded):
    base = CRITERIA.replace("payment-gateways", "base").replace("weight: 30", "weight: 0")
    extending = {
        f"criteria/{name}.yaml": f"id: {name}\ntitle: T\nextends: base\n"
        for name in ("payment-gateways", "b")
    }
    workspace = loaded({"criteria/base.yaml": base, **extending})
    assert [(d.path, d.code) for d in workspace.errors] == [("criteria/base.yaml", "EK205")]


def test_extending_an_unreadable_file_is_said_once_where_it_is_unreadable(loaded):
    workspace = loaded(
        {"criteria/base.yaml": "[", GATEWAYS: "id: payment-gateways\ntitle: T\nextends: base\n"}
    )
    assert [(d.path, d.code) for d in workspace.errors] == [("criteria/base.yaml", "EK003")]


def test_extending_a_list_is_said_once_where_the_list_is(loaded):
    workspace = loaded(
        {"criteria/base.yaml": "- a\n", GATEWAYS: "id: payment-gateways\ntitle: T\nextends: base\n"}
    )
    assert [(d.path, d.code) for d in workspace.errors] == [("criteria/base.yaml", "EK103")]


def test_a_folder_with_vendors_alone_is_judged_by_the_shipped_criteria(tmp_path):
    file = tmp_path / "vendors" / "x.yml"
    file.parent.mkdir()
    file.write_text("id: x\nname: X\ncategory: erp\nfacts: {}\n")
    (file.parent / ".hidden.yaml").write_text("[")
    workspace = load(tmp_path, DAY)
    assert workspace.diagnostics == ()
    assert set(workspace.vendors) == {"x"}


def test_rules_that_need_criteria_are_silent_where_these_are_broken(loaded):
    workspace = loaded({GATEWAYS: CRITERIA.replace("weight: 40", "weight: forty")})
    assert [d.code for d in workspace.diagnostics] == ["EK103"]


def test_ages_are_counted_from_the_day_of_the_check(write):
    folder = write()
    assert load(folder, datetime.date(2027, 6, 20)).diagnostics == ()
    late = load(folder, datetime.date(2027, 6, 21))
    assert (
        messages(late, "EK308")[0] == "api_style was checked 366 days ago and stays fresh for 365"
    )
    assert len(messages(load(folder, datetime.date(2026, 6, 19)), "EK309")) == 2


def test_a_conflict_is_checked_like_any_reading(loaded):
    text = VENDOR.replace("value: 25", "value: 25, conflicts: [{value: many}]")
    workspace = loaded({EXAMPLEPAY: text})
    assert messages(workspace, "EK304") == ["this measure takes a number, not `many`"]
    assert messages(workspace, "EK301") == ["rate_limit has no source"]


def test_a_list_or_range_on_the_wrong_kind_of_scale(loaded):
    text = VENDOR.replace("value: 25", "value: [a, b]").replace("value: [rest]", "low: 1, high: 2")
    assert messages(loaded({EXAMPLEPAY: text}), "EK304") == [
        "a range of numbers does not fit a scale of words", "this measure takes a number, not a list",
    ]  # fmt: skip


def test_a_gate_must_suit_its_measure(loaded):
    gates = (
        "gates:\n  - {measure: api_style, at_least: 5, because: x}\n  - {measure: api_style, equals: rset, because: x}\n"
        "  - {measure: api_style, any_of: [rest, rset], because: x}\n  - {measure: webhooks, equals: true, because: x}\n"
    )
    found = loaded({STOREFRONT: PLAN.split("gates:")[0] + gates})
    assert [(d.span.line, d.message) for d in found.diagnostics if d.code == "EK407"] == [
        (7, "api_style is in words, which `at_least` cannot test"),
        (8, "`rset` is not a level of api_style"),
        (9, "`rset` is not a level of api_style"),
    ]


def test_targets_and_nested_criteria_are_checked(loaded):
    text = CRITERIA.replace(
        "    measures:\n      rate_limit:\n        unit: requests/s\n        weight: 10\n"
        '        scale: {kind: points, points: [[1, 0], [25, 60], [100, 100]], because: "-"}\n',
        "    criteria:\n      speed:\n        title: Speed\n        weight: -1\n        measures:\n          rate_limit:\n"
        "            unit: requests/s\n            weight: 1\n"
        '            scale: {kind: target, worst_below: 5, best: 5, worst_above: 9, because: "-"}\n'
        "          api_style:\n            weight: 1\n"
        '            scale: {kind: checklist, items: {unknown: 1}, because: "-"}\n',
    )
    found = {d.code: d.message for d in loaded({GATEWAYS: text}).errors}
    assert found == {
        "EK204": "best is not between its ends",
        "EK205": "the weight -1 is not positive",
        "EK206": "api_style is measured twice",
        "EK210": "`unknown` cannot be a level",
    }


def test_several_ignores_on_one_line(loaded):
    text = vendor(
        webhooks="{value: true, kind: generated}  # evalkit: ignore[EK301, EK310] a summary of ours"
    )
    assert loaded({OTHERPAY: text}).diagnostics == ()


ONE_PAGE = (
    VENDOR.replace("/limits", "/docs").rstrip()
    + "  # evalkit: ignore[EK315] two sections of one page\n"
)


@pytest.mark.parametrize(
    "files",
    [
        {EXAMPLEPAY: ONE_PAGE + "websit: https://examplepay.test\n"},
        {EXAMPLEPAY: ONE_PAGE, GATEWAYS: "id: payment-gateways\ntitel: Gateways\n"},
    ],
    ids=["an error in the file", "an error in the criteria"],
)
def test_no_comment_is_left_over_where_rules_could_not_look(loaded, files):
    assert loaded({EXAMPLEPAY: ONE_PAGE}).diagnostics == ()
    found = loaded(files)
    assert found.errors
    assert messages(found, "EK016") == []


def test_an_unknown_criterion_in_nested_weights_of_a_measure(loaded):
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api_style: 1, webhooks: 3}")
    workspace = loaded({STOREFRONT: plan})
    assert workspace.diagnostics == ()
    found = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
    assert [m.weight for m in found.criteria[0].measures] == pytest.approx([0.1, 0.3])


def test_two_vendors_that_differ_in_capitals_only_cannot_both_have_the_id(loaded):
    assert BASE[EXAMPLEPAY]
    workspace = loaded({"vendors/erp/examplepay.yaml": VENDOR})
    assert len(messages(workspace, "EK311")) == 2


def test_a_name_that_can_be_no_id_is_not_offered_as_one(loaded):
    text = "id: third\nname: Third\ncategory: payment-gateways\n"
    for stem, hint in (
        ("Third !", "rename the file"),
        ("fourth", "write `id: fourth`, or rename the file"),
    ):
        workspace = loaded({f"vendors/payment-gateways/{stem}.yaml": text})
        (found,) = (d for d in workspace.diagnostics if d.code == "EK111" and stem in d.path)
        assert (found.hint, found.fix is None) == (hint, stem != "fourth")
