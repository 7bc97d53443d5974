"""Schema and record are of one mind about any data."""

import json
import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from evalkit.schema.schema import MODELS
from evalkit.source.shape.shape import shape
from tests.conftest import examples
from tests.schema.refusals import VALIDATORS
from tests.schema.samples import SAMPLES, shipped_documents


def places(data, here=()):
    yield here
    items = data.items() if isinstance(data, dict) else enumerate(data if isinstance(data, list) else ())  # fmt: skip
    for step, value in items:
        yield from places(value, (*here, step))


def at(data, route):
    for step in route:
        data = data[step]
    return data


WHOLE = [
    *SAMPLES.items(),
    *((d.kind, d.data) for d in shipped_documents() if "extends" not in d.data),
]
# What stands anywhere in the samples may turn up anywhere else.
WORDS = sorted({route[-1] for d in SAMPLES.values() for route in places(d) if route and isinstance(route[-1], str)})  # fmt: skip
PIECES = [at(data, route) for data in SAMPLES.values() for route in places(data)]
ODD = [
    None, True, 0, -1, 7, 1.5, 2e15 + 0.5, "", "x", "a b", "x" * 65, "unknown", "2026-02-30", "2026-06-20", "EUR", "Euro",
    "javascript:alert(1)", "https://a.test", [], ["x", 1], {}, {"value": 2}, {"low": 1, "high": 2}, {"low": 1}, [[1, 2], [2, 3]],
]  # fmt: skip


def copied(data):
    return json.loads(json.dumps(data))


def change(draw, around, step):
    """Drop, replace, add or rename one thing in a mapping or a list."""
    value = copied(draw(st.sampled_from(ODD) | st.sampled_from(PIECES)))
    action = draw(st.sampled_from(["drop", "replace", "add", "rename"]))
    if action in {"drop", "rename"}:
        kept = around.pop(step)
        value = kept if action == "rename" else value
    if action == "replace":
        around[step] = value
    elif action != "drop" and isinstance(around, list):
        around.append(value)
    elif action != "drop":
        around[draw(st.sampled_from([*WORDS, "Not An Id"]))] = value


@st.composite
def mutated(draw):
    """A kind, and data of that kind in which one or two things were changed."""
    kind, data = draw(st.sampled_from(WHOLE))
    data = copied(data)
    for _ in range(draw(st.integers(1, 2))):
        assume(data)
        *above, step = draw(st.sampled_from([each for each in places(data) if each]))
        change(draw, at(data, above), step)
    return kind, data


KNOWN_WORDS = re.compile(
    r"`peak_per_hour` is below the average hour .*|this takes a whole number, not the number \d+"
)


def is_known_difference(findings):
    """The kinds of fault above that chance may find."""
    words = [finding.message for finding in findings]
    return bool(words) and all(map(KNOWN_WORDS.fullmatch, words))


@settings(max_examples=examples(400))
@given(mutated())
def test_schema_and_record_are_of_one_mind_about_files_changed_at_random(case):
    kind, data = case
    record, findings = shape(MODELS[kind], data)
    assume("extends" not in data)
    assume(not is_known_difference(findings))
    assert (record is not None) == VALIDATORS[kind].is_valid(data)
