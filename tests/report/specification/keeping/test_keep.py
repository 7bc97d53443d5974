"""What people wrote in a specification is in the next one, whatever became of its place."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.report.specification.keeping.forms import FORMS, TITLE
from evalkit.report.specification.keeping.keep import kept
from evalkit.report.specification.keeping.reading import stamped
from evalkit.report.specification.page import FORMATS
from tests.conftest import DAY, examples
from tests.report.specification.made import FILES, PLAN, written

FLOWS = PLAN[PLAN.index("  - {data: payment") :].splitlines()
HEAD = PLAN[: PLAN.index("  - {data: payment")]
MORE = [*FLOWS, "  - {data: order, direction: to_vendor, timing: daily}"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A function that writes the specification of a plan with the flows given."""
    folder = tmp_path_factory.mktemp("workspace")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    known = {}

    def make(flows, style="markdown", head=HEAD):
        key = (tuple(flows), style, head)
        if key not in known:
            plan = head + "\n".join(flows) + "\n"
            (folder / "plans/storefront-payments.yaml").write_text(plan, encoding="utf-8")
            workspace = load(folder, DAY)
            assert workspace.errors == ()
            evaluation = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
            known[key] = stamped(written(evaluation, "examplepay", FORMATS[style]), FORMS[style])
        return known[key]

    return make


def filled(text, place, *values):
    """The Markdown with the first blanks of the row that has an id filled in."""
    (line,) = [each for each in text.splitlines() if f'id="{place}"' in each]
    row = line
    for value in values:
        row = row.replace("____", value, 1)
    assert row != line
    return text.replace(line, row)


def again(old, new, style="markdown"):
    return kept(old, new, FORMS[style])


def row(text, place):
    (line,) = [each for each in text.splitlines() if f'id="{place}"' in each]
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def test_all_that_was_filled_in_stays_when_a_flow_is_added_at_the_top(made):
    old = made(FLOWS)
    for place, values in (
        ("flow--payment-to-vendor--field--amount", ("grand_total", "in cents")),
        ("flow--payment-to-vendor--tests", ("passed on 12 December, Anna", "failed")),
        ("flow--payment-to-vendor--privacy", ("contract \\1", "ten years")),
        ("open--decide--monitoring", ("Anna", "2026-12-01", "the help desk")),
        ("cut-over--when", ("Bert",)),
        ("rollback--who", ("Carla",)),
        ("party--vendor", ("sales@examplepay.test",)),
    ):
        old = filled(old, place, *values)
    found = again(old, made([MORE[-1], *FLOWS]))
    assert found.homeless == ()
    assert '### <a id="flow--payment-to-vendor"></a>F2 ' in found.text
    assert row(found.text, "flow--payment-to-vendor--field--amount")[1:] == ["grand_total", "in cents"]  # fmt: skip
    assert row(found.text, "flow--payment-to-vendor--tests")[1:4] == ["passed on 12 December, Anna", "failed", "____"]  # fmt: skip
    assert row(found.text, "flow--payment-to-vendor--privacy")[1:] == ["contract \\1", "ten years", "____"]  # fmt: skip
    assert row(found.text, "open--decide--monitoring")[4:] == ["Anna", "2026-12-01", "the help desk"]  # fmt: skip
    assert row(found.text, "cut-over--when")[2] == "Bert"
    assert row(found.text, "rollback--who")[2] == "Carla"
    assert row(found.text, "party--vendor")[5] == "sales@examplepay.test"
    assert again(found.text, made([MORE[-1], *FLOWS])).text == found.text


def test_a_flow_that_is_renamed_keeps_what_was_written_of_it(made):
    named = FLOWS[2].replace("{data", "{id: money-back, data")
    renamed = named.replace("data: refund", "data: order")
    old = filled(made([named]), "flow--money-back--tests", "passed")
    found = again(old, made([renamed]))
    assert "F1 Order to the vendor" in found.text
    assert row(found.text, "flow--money-back--tests")[1] == "passed"


def test_what_has_no_place_any_more_is_kept_and_named_and_goes_back_when_it_is_asked_again(made):
    old = filled(made(FLOWS), "flow--refund-to-vendor--tests", "passed by Anna")
    gone = again(old, made(FLOWS[:2]))
    said = "F3 Refund to the vendor, Result, normal: passed by Anna"
    assert gone.homeless == (f"- {said}",)
    below = gone.text[gone.text.index(f"## {TITLE}") :]
    assert "passed by Anna" in below
    still = again(gone.text, made(FLOWS[:1]))
    assert "passed by Anna" in still.text
    assert still.homeless == ()
    back = again(still.text, made([MORE[-1], *FLOWS]))
    assert row(back.text, "flow--refund-to-vendor--tests")[1] == "passed by Anna"
    assert TITLE not in back.text


def test_a_place_that_was_written_anew_keeps_both(made):
    old = filled(made(FLOWS), "flow--refund-to-vendor--tests", "passed in March")
    gone = again(old, made(FLOWS[:2])).text
    back = made(FLOWS).partition("<!-- evalkit")
    section = gone[gone.index(f"\n## {TITLE}") : gone.index("<!-- evalkit")]
    anew = filled(back[0] + section + back[1] + back[2], "flow--refund-to-vendor--tests", "failed")
    both = again(anew, made(FLOWS)).text
    assert row(both, "flow--refund-to-vendor--tests")[1] == "failed"
    assert "passed in March" in both


def test_lines_that_somebody_added_stay_where_they_are(made):
    old = made(FLOWS)
    heading = '### <a id="flow--refund-to-vendor"></a>F3 Refund to the vendor\n'
    (case,) = [line for line in old.splitlines() if 'id="test--normal"' in line]
    assert heading in old
    old = old.replace(heading, f"{heading}\nAsk Bert about\n\n- refunds in parts.\n").replace(case, f"{case}\n| Two currencies | EUR, then GBP | Both count |")  # fmt: skip
    new = again(old, made([MORE[-1], *FLOWS]))
    assert new.homeless == ()
    text = new.text
    assert f"{heading.replace('F3', 'F4')}\nAsk Bert about\n\n- refunds in parts.\n\n| No." in text
    assert f"{case}\n| Two currencies | EUR, then GBP | Both count |\n" in text
    assert again(text, made([MORE[-1], *FLOWS])).text == text


def test_a_line_of_ours_that_somebody_changed_is_kept_beside_the_new_one(made):
    old = made(FLOWS).replace("Decide who may go back", "The board decides who may go back")
    found = again(old, made(FLOWS))
    assert found.homeless[0].startswith("| R1 | The board decides who may go back")
    assert row(found.text, "rollback--who")[1].startswith("Decide who may go back")


@pytest.mark.parametrize("value", ["a | b", "a | b | c"])
def test_a_bar_in_a_cell_is_part_of_the_text(made, value):
    old = filled(made(FLOWS), "open--decide--monitoring", value)
    found = again(old, made(FLOWS))
    assert row(found.text, "open--decide--monitoring")[4:] == [value.replace("|", r"\|"), "____", "____"]  # fmt: skip


def test_a_table_in_another_layout_is_the_same_table(made):
    old = filled(made(FLOWS), "open--decide--monitoring", "Anna")
    wide = re.sub(
        r"^\|(-+\|)+$", lambda line: line[0].replace("---", " ----- "), old, flags=re.MULTILINE
    )
    wide = re.sub(r" \| ", "   |  ", wide).replace("____", r"\_\_\_\_")
    assert again(wide, made(FLOWS)).text == old


@pytest.mark.parametrize("char", "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
def test_what_was_written_stays_whole_where_only_python_would_end_a_line(made, char):
    old = filled(made(FLOWS), "open--decide--monitoring", f"Ann{char}Lee")
    assert again(old, made(FLOWS)).text == old


def test_a_document_of_another_origin_is_not_filled_in(made):
    assert again("# My notes\n\nImportant.\n", made(FLOWS)) is None


def test_a_page_keeps_what_was_written_in_its_blanks(made):
    key = "flow--refund-to-vendor--tests/normal"
    blank = f'id="{key}"></span>'
    old = made(FLOWS, "html")
    assert blank in old
    old = old.replace(blank, f'id="{key}">passed by <b>Anna</b></span>').replace("<h2 id=\"sources-h\">", "<p>Read by Bert.</p>\n<h2 id=\"sources-h\">")  # fmt: skip
    new = again(old, made([MORE[-1], *FLOWS], "html"), "html")
    assert f'id="{key}">passed by <b>Anna</b></span>' in new.text
    assert "<p>Read by Bert.</p>" in new.text
    assert new.homeless == ()
    gone = again(new.text, made(FLOWS[:2], "html"), "html")
    assert "passed by <b>Anna</b>" in gone.text[gone.text.index(TITLE) :]
    assert len(gone.homeless) == 1
    back = again(gone.text, made(FLOWS, "html"), "html")
    assert f'id="{key}">passed by <b>Anna</b></span>' in back.text
    assert TITLE not in back.text


def flat(text):
    """A text without the backslashes and spaces around bars in cells."""
    return re.sub(r" *\| *", "|", text.replace("\\", ""))


WORDS = st.text("abcdefgh |\\`*_<>-#é", min_size=1, max_size=12).map(lambda text: f"w{text}w")
PLANS = st.lists(st.sampled_from(MORE), min_size=1, unique=True)


@settings(max_examples=examples(80))
@given(
    plans=st.lists(PLANS, min_size=2, max_size=4),
    cells=st.lists(st.tuples(st.integers(0), WORDS), max_size=6),
    lines=st.lists(st.tuples(st.integers(0), WORDS), max_size=4),
)
def test_whatever_was_written_is_in_the_document_however_flows_come_and_go(
    made, plans, cells, lines
):
    text = made(plans[0]).split("\n")
    places = [n for n, line in enumerate(text) if "____" in line]
    said = []
    for number, (place, words) in enumerate(cells):
        at = places[place % len(places)]
        value = f"{number}{words}"
        if "____" in text[at]:
            text[at] = text[at].replace("____", value, 1)
            said.append(value)
    ends = [n for n, line in enumerate(text) if not line and n < len(text) - 2]
    for number, (place, words) in enumerate(lines):
        value = f"Line {number}{words}"
        text[ends[place % len(ends)]] += f"\n{value}\n"
        said.append(value)
    document = "\n".join(text)
    for plan in plans[1:]:
        found = again(document, made(plan))
        document = found.text
        for value in said:
            assert flat(value) in flat(document), value
        assert again(document, made(plan)).text == document
