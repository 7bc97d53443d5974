"""Changing one value of a text: what it says afterwards, and what stays byte for byte."""

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from evalkit.editing.values import with_appended, with_stakeholder_statement, with_value
from evalkit.errors import EvalkitError
from evalkit.source.document import parse
from evalkit.source.yaml import walk
from tests.conftest import examples

SWING = {"kind": "swing", "swing": {"cost": 100}}
SHORT = "{kind: swing, swing: {cost: 100}}"
LONG = {"kind": "swing", "swing": {f"criterion-{n}": 100 - n for n in range(12)}}
HEAD = "id: x\ntitle: A plan   # what for\n"


def said(text, *, statement=SWING, under=None, stated=None, name="finance"):
    beside = {"stated": stated} if stated else {}
    return with_stakeholder_statement(text, name, statement, under, beside)


@pytest.fixture(params=["C", "pure Python"])
def parser(request, monkeypatch):
    if request.param == "pure Python":
        monkeypatch.setattr(walk, "PARSER", yaml.Loader)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # No stakeholders yet: a block at the end, behind the comments that close the file.
        (HEAD, HEAD + f"stakeholders:\n  finance: {{influence: 1, weights: {SHORT}}}\n"),
        (
            HEAD + "gates:\n  - {a: 1}\n#  - {b: 2}\n\n",
            HEAD + "gates:\n  - {a: 1}\n#  - {b: 2}\n"
            f"stakeholders:\n  finance: {{influence: 1, weights: {SHORT}}}\n\n",
        ),
        ("id: x", f"id: x\nstakeholders:\n  finance: {{influence: 1, weights: {SHORT}}}"),
        (
            "---\nid: x\n...\n",
            f"---\nid: x\nstakeholders:\n  finance: {{influence: 1, weights: {SHORT}}}\n...\n",
        ),
        ("? id\n: x\n", f"? id\n: x\nstakeholders:\n  finance: {{influence: 1, weights: {SHORT}}}\n"),
        # A text over lines that keeps its blank lines keeps them.
        (
            "about: |+\n  text\n\n# end\n",
            "about: |+\n  text\n\n# end\nstakeholders:\n"
            f"  finance: {{influence: 1, weights: {SHORT}}}\n",
        ),
        (
            "about: |\n  text\n\n",
            f"about: |\n  text\nstakeholders:\n  finance: {{influence: 1, weights: {SHORT}}}\n\n",
        ),
        (
            "about: |+\n  text\n\n",
            f"about: |+\n  text\n\nstakeholders:\n  finance: {{influence: 1, weights: {SHORT}}}\n",
        ),
        (
            "  id: x\n# end\n",
            f"  id: x\n# end\n  stakeholders:\n    finance: {{influence: 1, weights: {SHORT}}}\n",
        ),
        # Others have spoken: behind the last of them, as far to the right as they.
        (
            "stakeholders:\n    it: {weights: {a: 1}}  # first\n    # later\n\n# gates\ngates: []\n",
            "stakeholders:\n    it: {weights: {a: 1}}  # first\n    # later\n"
            f"    finance: {{influence: 1, weights: {SHORT}}}\n\n# gates\ngates: []\n",
        ),
        (
            "stakeholders:\n  it:\n    weights:\n      a: 1\nseed: 1\n",
            "stakeholders:\n  it:\n    weights:\n      a: 1\n"
            f"  finance: {{influence: 1, weights: {SHORT}}}\nseed: 1\n",
        ),
        # In braces.
        (
            "stakeholders: {}  # nobody\n",
            f"stakeholders: {{finance: {{influence: 1, weights: {SHORT}}}}}  # nobody\n",
        ),
        (
            "stakeholders: { it: {a: 1} }\n",
            "stakeholders: { it: {a: 1}, finance: {influence: 1, weights: " + SHORT + "} }\n",
        ),
        (
            "stakeholders: {\n  it: {a: 1}  # it, them\n}\n",
            "stakeholders: {\n  it: {a: 1},  # it, them\n"
            f"  finance: {{influence: 1, weights: {SHORT}}}\n}}\n",
        ),
        (
            "stakeholders: {\n  it: {a: 1},  # it\n}\n",
            "stakeholders: {\n  it: {a: 1},  # it\n"
            f"  finance: {{influence: 1, weights: {SHORT}}}\n}}\n",
        ),
        (
            '{"id": "x"}',
            '{"id": "x", stakeholders: {finance: {influence: 1, weights: ' + SHORT + "}}}",
        ),
        (
            '{\n  "id": "x"\n}\n',
            '{\n  "id": "x",\n  stakeholders: {finance: {influence: 1, weights: ' + SHORT + "}}\n}\n",
        ),
        ("stakeholders:   # soon\nid: x\n",
         f"stakeholders:   # soon\n  finance: {{influence: 1, weights: {SHORT}}}\nid: x\n"),
        # The person has spoken: only the statement changes.
        (
            "stakeholders:\n  finance: {influence: 3, weights: {kind: points}} # f\nseed: 1\n",
            f"stakeholders:\n  finance: {{influence: 3, weights: {SHORT}}} # f\nseed: 1\n",
        ),
        (
            "stakeholders:\n  'finance':\n    weights:   # by phone\n      # yes\n      kind: points\n"
            "      points:\n        a: 1 # a\n    # more\n    because: y\n",
            "stakeholders:\n  'finance':\n    weights:   # by phone\n      # yes\n      kind: swing\n"
            "      swing: {cost: 100}\n    # more\n    because: y\n",
        ),
        (
            "stakeholders:\n  finance: {influence: 3, within: {}}\n",
            f"stakeholders:\n  finance: {{influence: 3, within: {{}}, weights: {SHORT}}}\n",
        ),
        (
            "stakeholders:\n  finance:\n    influence: 2\n\nseed: 1\n",
            f"stakeholders:\n  finance:\n    influence: 2\n    weights: {SHORT}\n\nseed: 1\n",
        ),
        (
            "stakeholders:\n  finance:\n    weights: null  # not yet\n",
            f"stakeholders:\n  finance:\n    weights: {SHORT}  # not yet\n",
        ),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("parser")
def test_a_statement_is_added_and_all_else_stays(before, after):
    assert said(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: x\n", "id: x\nstakeholders:\n"
         f"  finance: {{influence: 1, within: {{api: {SHORT}}}}}\n"),
        ("stakeholders:\n  finance: {weights: {a: 1}}\n",
         f"stakeholders:\n  finance: {{weights: {{a: 1}}, within: {{api: {SHORT}}}}}\n"),
        ("stakeholders:\n  finance:\n    weights: {a: 1}\n",
         f"stakeholders:\n  finance:\n    weights: {{a: 1}}\n    within:\n      api: {SHORT}\n"),
        ("stakeholders:\n  finance:\n    within:\n      cost: {a: 1}  # c\nseed: 1\n",
         f"stakeholders:\n  finance:\n    within:\n      cost: {{a: 1}}  # c\n      api: {SHORT}\nseed: 1\n"),
        ("stakeholders:\n  finance:\n    within: {cost: {a: 1}, api: {b: 1}}\n",
         f"stakeholders:\n  finance:\n    within: {{cost: {{a: 1}}, api: {SHORT}}}\n"),
    ],
)  # fmt: skip
def test_what_lies_below_a_criterion_has_its_own_place(before, after):
    assert said(before, under="api") == after


def test_the_day_is_written_and_moved_forward():
    before = "stakeholders:\n  finance: {stated: 2025-01-31, weights: {a: 1}}\n"
    after = f"stakeholders:\n  finance: {{stated: 2026-11-23, weights: {SHORT}}}\n"
    assert said(before, stated="2026-11-23") == after
    new = said("id: x\n", stated="2026-11-23")
    assert "  finance: {influence: 1, stated: 2026-11-23, weights: " in new


def test_what_is_longer_than_a_line_goes_below_or_is_broken_inside_its_braces():
    block = said(HEAD, statement=LONG).removeprefix(HEAD).splitlines()
    assert block[:6] == [
        "stakeholders:", "  finance:", "    influence: 1", "    weights:", "      kind: swing",
        "      swing:",
    ]  # fmt: skip
    assert block[6:] == [f"        criterion-{n}: {100 - n}" for n in range(12)]
    text = "stakeholders:\n  finance:\n    weights: {a: 1}  # mine\nseed: 1\n"
    lines = said(text, statement=LONG).splitlines()
    assert lines[2:5] == ["    weights:  # mine", "      kind: swing", "      swing:"]
    for text in ("stakeholders: {}\n", "stakeholders: {finance: {weights: {a: 1}}}\n", "{id: x}"):
        lines = said(text, statement=LONG).splitlines()
        assert len(lines) > 2
        assert max(map(len, lines)) <= 100


def test_pairwise_comparisons_stand_below_each_other():
    pairs = [{"more": "cost", "less": f"criterion-{n}", "times": 3} for n in range(4)]
    text = said("id: x\n", statement={"kind": "pairwise", "pairwise": pairs})
    assert text.splitlines()[6:8] == [
        "      pairwise:", "        - {more: cost, less: criterion-0, times: 3}",
    ]  # fmt: skip


def test_line_ends_and_the_byte_order_mark_stay():
    before = "\ufeffid: x\r\nstakeholders:\r\n  it: {a: 1}\r\nseed: 1"
    assert said(before) == (
        "\ufeffid: x\r\nstakeholders:\r\n  it: {a: 1}\r\n"
        f"  finance: {{influence: 1, weights: {SHORT}}}\r\nseed: 1"
    )
    assert said("id: x\r\n", statement=LONG).count("\n") == said("id: x\r\n", statement=LONG).count(
        "\r\n"
    )


def test_text_that_would_read_as_something_else_is_quoted():
    digits = "9" * 50
    value = {"more": "null", "less": "123", "times": 2.5, "a": "x: y", "b": 3.0, "c": "a-b"}
    text = with_value("id: x\n", ("said",), value)
    assert text == (
        'id: x\nsaid: {more: "null", less: "123", times: 2.5, a: "x: y", b: 3, c: a-b}\n'
    )
    value = {"a": digits, "b": [1.0, True, None]}
    text = with_value("id: x\n", ("said",), value)
    assert text == f'id: x\nsaid: {{a: "{digits}", b: [1, true, null]}}\n'
    assert parse(text, "").data["said"] == value


def test_a_number_can_take_the_place_of_a_block():
    assert with_value("a:\n  b: 1\nc: 2\n", ("a",), 5) == "a:\n  5\nc: 2\n"


@pytest.mark.parametrize(
    "text",
    [
        "about: |\n  text",  # a line end after it would become part of the text
        "id: x\nstakeholders: 5\n",  # something else is there
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text):
    with pytest.raises(EvalkitError, match="cannot be changed safely"):
        said(text)


@pytest.mark.parametrize("text", ["", "- a\n", "a: 1\na: 2\n", "a: [", "a: &x 1\n", "a: \x07"])
def test_a_faulty_text_is_refused(text):
    with pytest.raises(EvalkitError, match="the file cannot be changed: "):
        said(text)


# Lines that may be touched: the statement itself, a line with braces into which it goes, and the
# last line, which may have no end.
MAY_CHANGE = "\0"
noise = st.lists(st.sampled_from(["", "# note", "   # far off", "  "]), max_size=2)
statement_lines = st.sampled_from(
    [
        ["weights: {kind: order, order: [a, b]}  # theirs"],
        ["weights: {kind: order,", "    order: [a, b]}"],
        ["weights:  # theirs", "{step}# by phone", "{step}kind: points", "{step}points:",
         "{step}{step}a: 1  # most", "{step}{step}b: 1"],
        ["weights:", "{step}kind: order", "{step}order:", "{step}- a", "{step}- b"],
    ]
)  # fmt: skip


@st.composite
def people(draw, step):
    """Lines below `stakeholders:`, in block style; perhaps with finance among them."""
    lines = []
    for name in draw(st.permutations(["it", "finance", "sales"]))[: draw(st.integers(1, 3))]:
        touched = MAY_CHANGE if name == "finance" else ""
        if draw(st.booleans()):
            lines.append(f"{step}{name}: {{influence: 2, weights: {{a: 1}}}}  # c{touched}")
        else:
            said = [step * 2 + line.replace("{step}", step) for line in draw(statement_lines)]
            around = [f"{step * 2}influence: 2", *(step * 2 + line for line in draw(noise))]
            lines += [f"{step}{name}:", *around, *(line + touched for line in said)]
            lines += draw(st.sampled_from([[], [step * 2 + "because: 'said so'"]]))
        lines += draw(noise)
    return lines


@st.composite
def plans(draw):
    """The lines of a plan, and the step by which it indents."""
    step = " " * draw(st.integers(1, 5))
    braces = [
        ["stakeholders: {}  # nobody" + MAY_CHANGE],
        ["stakeholders: {it: {influence: 1, weights: {a: 1}}}" + MAY_CHANGE],
        ["stakeholders: {", f"{step}it: {{a: 1}}, # it{MAY_CHANGE}", "}" + MAY_CHANGE],
        ["stakeholders: {", f"{step}it: {{a: 1}} # it, them{MAY_CHANGE}", "}" + MAY_CHANGE],
        ["stakeholders:" + MAY_CHANGE],
    ]
    block = ["stakeholders:", *draw(noise), *draw(people(step))]
    sections = [
        draw(st.one_of(st.just([]), st.just(block), st.sampled_from(braces))),
        ["title: 'é 𝄞'   # what for"],
        ["about: >-", f"{step}two", f"{step}lines", ""],
        ["note: |+", f"{step}kept", ""],
        ["gates:", "- {measure: a}  # first", "# - {measure: b}"],
        ["robustness:", f"{step}precision: 1"],
    ]
    chosen = draw(st.permutations(sections))
    return ["id: x", *(line for section in chosen for line in (*section, *draw(noise)))]


def is_in_order(some, every):
    rest = iter(every)
    return all(line in rest for line in some)


@settings(max_examples=examples(300))
@given(
    plans(),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from([SWING, LONG]),
    st.sampled_from([None, "api"]),
)
def test_lines_outside_the_statement_stay_byte_for_byte(
    lines, newline, has_end, mark, statement, under
):
    plain = newline.join(lines).replace(MAY_CHANGE, "") + newline * has_end
    before = parse(plain, "").data
    # A text that ends without a line end where one would belong to it is refused; see above.
    assume(has_end or parse(plain + newline, "").data == before)
    text = mark + plain
    after = said(text, statement=statement, under=under)
    assert after.startswith(mark)
    kept = [line + newline for line in lines[:-1] if MAY_CHANGE not in line]
    assert is_in_order(kept, after.removeprefix(mark).splitlines(keepends=True))
    assert (newline == "\r\n") == ("\r" in after)
    assert after.count("\n") == after.count(newline)
    assert after.endswith(newline) or not has_end
    data = parse(after.removeprefix("\ufeff"), "").data
    person = data["stakeholders"]["finance"]
    assert (person["weights"] if under is None else person["within"][under]) == statement
    old = (before.get("stakeholders") or {}).get("finance")
    changed = {"weights": statement} if under is None else {"within": {under: statement}}
    expected = {**(old or {"influence": 1}), **changed}
    assert data == {
        **before, "stakeholders": {**(before.get("stakeholders") or {}), "finance": expected},
    }  # fmt: skip


@pytest.mark.parametrize("char", "\x85\u2028\u2029\u00a0")
def test_a_value_that_ends_with_a_separator_of_unicode_is_replaced_whole(char):
    text = f"a: 'x{char}y'\nb: z{char}\nc: 1\n"
    assert with_value(text, ("b",), 2) == f"a: 'x{char}y'\nb: 2\nc: 1\n"
    assert with_value(text, ("c",), 2) == f"a: 'x{char}y'\nb: z{char}\nc: 2\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  - 1  # one\nb: 2\n", "a:\n  - 1  # one\n  - {x: 3}\nb: 2\n"),
        ("a:\n- 1\n# of a\n\nb: 2\n", "a:\n- 1\n# of a\n- {x: 3}\n\nb: 2\n"),
        ("\ufeffa:\r\n  - 1\r\n", "\ufeffa:\r\n  - 1\r\n  - {x: 3}\r\n"),
        ("a: [1]  # one\n", "a: [1, {x: 3}]  # one\n"),
        ("a: [{y: 1}, ]\n", "a: [{y: 1}, {x: 3} ]\n"),
        ("a: [\n  1,\n  2\n]\n", "a: [\n  1,\n  2,\n  {x: 3}\n]\n"),
        ("a:\n  - - 1\n    - 2\n", "a:\n  - - 1\n    - 2\n  - {x: 3}\n"),
    ],
)
def test_an_entry_goes_to_the_end_of_a_list_and_all_else_stays(before, after):
    assert with_appended(before, ("a",), {"x": 3}) == after


@pytest.mark.parametrize("text", ["a: []\n", "a: {b: 1}\n", "b: [1]\n"])
def test_without_a_list_nothing_is_appended(text):
    with pytest.raises(EvalkitError, match="no list"):
        with_appended(text, ("a",), 1)


def test_a_list_that_cannot_be_continued_safely_is_refused():
    # The text of a block without an end would get one.
    with pytest.raises(EvalkitError, match="cannot be changed safely"):
        with_appended("a:\n  - |\n    x", ("a",), "y")
