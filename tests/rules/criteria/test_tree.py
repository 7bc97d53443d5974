"""Rules about the tree of criteria, and what it extends."""

from tests.conftest import CRITERIA
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
