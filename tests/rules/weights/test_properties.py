"""Whatever people say about weights, rules refuse exactly what implies none, and nothing crashes."""

import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.checking.load import load
from evalkit.diagnostics.record import Severity
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.rules.context import RuleContext
from evalkit.rules.run import check
from evalkit.weighting.implied import implied
from tests.conftest import BASE, DAY, examples
from tests.rules.made import GATEWAYS, STOREFRONT
from tests.rules.weights.made import THREE, UNWEIGHED

TOP = ("api", "scalability", "cost")
# What people might write, right and wrong: names that exist or not, numbers in range or not.
NAMES = st.sampled_from([*TOP, "api_style", "xx"])
NUMBERS = st.sampled_from([0, 1, 2, 5, 9, 40, 60, 100]) | st.floats(1, 100)
TIMES = st.sampled_from([1, 2, 3, 9]) | st.floats(1, 100)


def mappings(values):
    complete = st.fixed_dictionaries(dict.fromkeys(TOP, values))
    return st.one_of(complete, complete, st.dictionaries(NAMES, values, min_size=1, max_size=5))


def comparisons(names):
    return st.builds(lambda a, b, t: {"more": a, "less": b, "times": t}, names, names, TIMES)


def of_kind(kind, **fields):
    return st.fixed_dictionaries({"kind": st.just(kind), **fields})


SOUND = st.builds(
    lambda pairs, times: [
        {"more": more, "less": less, "times": each}
        for (more, less), each in zip(pairs, times, strict=False)
    ],
    st.permutations([("api", "cost"), ("scalability", "api"), ("cost", "scalability")]),
    st.lists(TIMES, min_size=2, max_size=3),
)
INTERVALS = st.builds(lambda a, b: {"low": min(a, b), "high": max(a, b)}, NUMBERS, NUMBERS)
WRONG_WAY = st.builds(lambda a, b: {"low": a, "high": b}, NUMBERS, NUMBERS)
STATEMENTS = st.one_of(
    of_kind("points", points=mappings(NUMBERS)),
    of_kind("swing", swing=mappings(st.just(100) | NUMBERS)),
    of_kind("order", order=st.permutations(TOP)),
    of_kind(
        "order",
        order=st.lists(NAMES | st.lists(NAMES, min_size=1, max_size=3), min_size=1, max_size=5),
    ),
    of_kind("pairwise", pairwise=SOUND),
    of_kind(
        "pairwise", pairwise=st.lists(comparisons(st.sampled_from(TOP)), min_size=1, max_size=4)
    ),
    of_kind("pairwise", pairwise=st.lists(comparisons(NAMES), min_size=1, max_size=4)),
    of_kind(
        "best_worst",
        best=st.just("api"),
        worst=st.just("cost"),
        best_to_others=st.builds(
            lambda t: {"api": 1, "cost": 3, "scalability": t}, st.integers(1, 4)
        ),
        others_to_worst=st.builds(lambda t: {"api": 3, "scalability": t}, st.integers(1, 4)),
    ),
    of_kind(
        "best_worst",
        best=st.sampled_from(["api", "xx"]),
        worst=st.sampled_from(["cost", "api"]),
        best_to_others=mappings(st.sampled_from([1, 3])),
        others_to_worst=mappings(st.sampled_from([1, 3])),
    ),
    of_kind("intervals", intervals=mappings(INTERVALS)),
    of_kind("intervals", intervals=mappings(WRONG_WAY)),
)


def criteria_of(names):
    measure = {"weight": 1, "scale": {"kind": "linear", "worst": 0, "best": 1}}
    return Criteria.model_validate(
        {
            "id": "c",
            "title": "C",
            "criteria": {
                name: {"title": "T", "weight": 1, "measures": {f"{name}_style": measure}}
                for name in names
            },
        }
    )


SETTING = RuleContext(
    path="plans/p.yaml",
    as_of=DAY,
    criteria={"c": criteria_of(TOP)},
    known_categories=frozenset({"c"}),
    vendor_folders=frozenset({"c"}),
)


@settings(max_examples=examples(400))
@given(STATEMENTS)
def test_a_statement_implies_weights_exactly_where_no_rule_refuses_it(statement):
    people = {"it": {"weights": statement}}
    plan = Plan.model_validate({"id": "p", "title": "P", "category": "c", "stakeholders": people})
    refused = any(finding.severity is Severity.ERROR for finding in check(plan, SETTING))
    said_so = plan.stakeholders["it"].statements[None]
    if refused:
        with pytest.raises(ValueError, match=r"\w"):
            implied(said_so, TOP)
    else:
        weights = implied(said_so, TOP).weights
        assert list(weights) == list(TOP)
        assert min(weights.values()) >= 0
        assert sum(weights.values()) == pytest.approx(1)


TEXT = st.text(string.printable, max_size=8)
GARBAGE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT | NAMES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT | NAMES, inner, max_size=4),
    max_leaves=12,
)
KINDS = ("points", "swing", "order", "pairwise", "best_worst", "intervals")
SPOILT = st.builds(
    lambda statement, key, value: {**statement, key: value},
    STATEMENTS,
    st.sampled_from([*KINDS, "kind", "best", "worst", "best_to_others", "others_to_worst"]),
    GARBAGE,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("garbage")
    for name, content in (BASE | {GATEWAYS: THREE}).items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return path


@settings(max_examples=examples(150))
@given(people=st.dictionaries(TEXT | st.just("it"), GARBAGE | st.fixed_dictionaries(
    {"weights": STATEMENTS | SPOILT | GARBAGE, "within": st.dictionaries(NAMES, STATEMENTS | SPOILT, max_size=2)}
), max_size=2))  # fmt: skip
def test_whatever_people_say_loading_never_raises(people, folder):
    plan = UNWEIGHED + f"stakeholders: {json.dumps(people)}\n"
    (folder / STOREFRONT).write_text(plan, encoding="utf-8")
    workspace = load(folder, DAY)
    assert workspace.errors or workspace.plans
