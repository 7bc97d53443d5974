"""Rules about the tree of criteria, and what it extends."""

from tests.conftest import CRITERIA
from tests.rules.criteria.test_ratings import RATED, RATING
from tests.rules.criteria.test_ratings import found as told
from tests.rules.made import GATEWAYS, STOREFRONT, messages
from tests.rules.weights.made import COST, found


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


def test_what_leads_nowhere_is_told_once_however_many_files_extend_it(loaded):
    base = "id: b\ntitle: B\nextends: %s\n"
    heirs = {f"criteria/c{n}.yaml": f"id: c{n}\ntitle: C\nextends: b\n" for n in range(3)}
    assert len(messages(loaded({"criteria/b.yaml": base % "nothing", **heirs}), "EK201")) == 1


def test_a_circle_is_told_from_where_it_begins(loaded):
    chain = {"a": "b", "b": "c", "c": "b"}
    files = {f"criteria/{n}.yaml": f"id: {n}\ntitle: T\nextends: {of}\n" for n, of in chain.items()}
    found = messages(loaded(files), "EK202")
    assert found == [
        "this extends itself: `c` → `b` → `c`",
        "this extends itself: `b` → `c` → `b`",
    ]


def test_a_long_circle_is_told_in_part(loaded):
    files = {
        f"criteria/c{n:02}.yaml": f"id: c{n:02}\ntitle: T\nextends: c{(n + 1) % 30:02}\n"
        for n in range(30)
    }
    found = messages(loaded(files), "EK202")
    shown = " → ".join(f"`c{n:02}`" for n in range(1, 21))
    assert found[0] == f"this extends itself: {shown} → … → `c01`"


def test_a_criterion_that_stands_twice_in_the_tree(loaded):
    nested = COST.replace("cost:", "api:").replace("\n", "\n    ").rstrip()
    care = f"  care:\n    title: Care\n    weight: 5\n    criteria:\n    {nested}\n"
    twice = CRITERIA.replace("background:", care + "background:")
    workspace = loaded({GATEWAYS: twice, STOREFRONT: None})
    (again,) = workspace.errors
    assert found([again]) == [("EK211", "api", "the id `api` is used twice")]
    assert again.route == ("criteria", "care", "criteria", "api")
    assert "payment-gateways" not in workspace.criteria


def test_a_criterion_with_the_id_of_a_measure(loaded):
    same = CRITERIA.replace("background:", COST.replace("monthly_fee", "cost") + "background:")
    (shared,) = loaded({GATEWAYS: same}).errors
    assert found([shared]) == [("EK211", "cost", "`cost` is also the id of a measure")]


def test_what_stands_alone_needs_no_weight(loaded):
    workspace = loaded({GATEWAYS: RATED, **RATING})
    assert told(workspace) == []


def test_what_has_siblings_needs_a_weight_and_says_beside_whom(loaded):
    text = RATED.replace("set_up: {weight: 1, ", "set_up: {")
    ((code, _, where, message, hint),) = told(loaded({GATEWAYS: text, **RATING}))
    assert (code, where) == ("EK216", "set_up")
    assert message == "set_up has no weight, which it needs beside checkout"
    assert hint == "add `weight:`, its worth among them"


def test_a_criterion_with_siblings_needs_a_weight_too(loaded):
    more = "  help:\n    title: Help\n    weight: 3\n    measures:\n      desk: {scale: {kind: rating, of: fit}}\n"
    assert messages(loaded({GATEWAYS: RATED + more, **RATING}), "EK216") == [
        "use has no weight, which it needs beside help"
    ]


def test_a_file_that_adds_a_sibling_is_told_so_and_not_the_one_it_extends(loaded):
    base = RATED.replace(
        "      set_up: {weight: 1, scale: {kind: rating, of: effort, best: 0}}\n", ""
    )
    base = base.replace("weight: 2, ", "")
    heir = (
        "id: heir\ntitle: Heir\nextends: payment-gateways\ncriteria:\n  use:\n    measures:\n"
        "      desk: {weight: 1, scale: {kind: rating, of: fit}}\n"
    )
    workspace = loaded({GATEWAYS: base, "criteria/heir.yaml": heir, **RATING})
    assert [(code, path, message) for code, path, _, message, _ in told(workspace)] == [
        ("EK216", "criteria/heir.yaml", "checkout has no weight, which it needs beside desk")
    ]
    assert set(workspace.criteria) >= {"payment-gateways"}


def test_taking_siblings_out_leaves_one_that_needs_no_weight(loaded):
    heir = (
        "id: heir\ntitle: Heir\nextends: payment-gateways\ncriteria:\n  use:\n    measures:\n"
        "      set_up: null\n      checkout: {weight: null}\n"
    )
    workspace = loaded({GATEWAYS: RATED, "criteria/heir.yaml": heir, **RATING})
    assert told(workspace) == []
    assert list(workspace.criteria["heir"].leaves) == ["checkout"]
