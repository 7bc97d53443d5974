"""What changed in a specification, and what was filled in by hand."""

import re

import pytest

from evalkit.report.specification.changes import MOST_LINES, WIDEST, changes, filled
from evalkit.report.specification.page import specification_html
from tests.report.specification.made import PLAN, written

OLD = "# T\n\n## A\n\nsame\n\n## B\n\none O1\ntwo\n\n### C\n\nx\n"


def test_changes_are_told_section_by_section():
    assert changes(OLD, OLD) == []
    # a point's number alone is no change
    assert changes(OLD, OLD.replace("O1", "O7")) == []
    new = OLD.replace("two", "2").replace("### C\n\nx\n", "## D\n\ny\n")
    assert changes(OLD, new) == ["changed: B", "  - two", "  + 2", "added: D", "removed: B › C"]


def test_headings_in_code_are_lines_and_long_changes_are_cut():
    old = "# T\n\n## A\n\n```mermaid\n# no heading\n```\n"
    assert changes(old, old.replace("# no", "# a")) == ["changed: A", "  - # no heading", "  + # a heading"]  # fmt: skip
    many = "# T\n\n## A\n" + "".join(f"line {n}\n" for n in range(20))
    told = changes("# T\n\n## A\n", many)
    assert len(told) == MOST_LINES + 2
    assert told[-1] == "  … and 14 more lines"
    one, other = ("# T\n" + "x" * 300 + end + "\n" for end in ("old", "new"))
    shown = changes(one, other)
    assert shown[1].endswith("old")
    assert shown[2].endswith("new")
    assert all(len(line) < WIDEST + 10 for line in shown)


def test_changes_of_a_page_are_told_by_its_headings(evaluated):
    old = written(evaluated(), "examplepay", specification_html)
    plan = PLAN.replace("peak_per_second: 4", "peak_per_second: 5")
    new = written(
        evaluated({"plans/storefront-payments.yaml": plan}), "examplepay", specification_html
    )
    told = changes(old, new)
    assert "changed: 4 Flows › F1 Payment to the vendor" in told
    assert any("4 requests in the busiest second" in line for line in told)
    assert not any("{" in line for line in told)


def test_what_was_filled_in_by_hand_stays(evaluated):
    old = written(evaluated())
    by_hand = (
        old.replace("Legal basis for F1: ____", "Legal basis for F1: contract \\1")
        .replace("| amount | ____ | ____ |", "| amount | grand_total | in cents |")
        .replace("- [ ] **O1** ", "- [x] **O1** ")
    )
    line = next(each for each in by_hand.splitlines() if "**O4**" in each)
    by_hand = by_hand.replace(line, line.replace("owner: ____", "owner: Anna").replace("due: ____", "due: 2026-12-01"))  # fmt: skip
    assert filled(by_hand, old) == by_hand
    # The first point is settled: all others move up, and keep their owners.
    plan = PLAN.replace("master: ERP", "master: commerce")
    new = filled(by_hand, written(evaluated({"plans/storefront-payments.yaml": plan})))
    assert "Legal basis for F1: contract \\1" in new
    assert "| amount | grand_total | in cents |" in new
    (kept,) = [each for each in new.splitlines() if "owner: Anna" in each]
    assert "due: 2026-12-01" in kept
    assert re.sub(r"O\d+", "", kept) == re.sub(r"O\d+", "", line.replace("owner: ____ · due: ____", "owner: Anna · due: 2026-12-01"))  # fmt: skip


@pytest.mark.parametrize("char", "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
def test_what_was_filled_in_stays_whole_where_only_python_would_end_a_line(char):
    old = f"# Spec\n\n## One\n\nOwner: Ann{char}Lee\n- [x] done\n"
    new = "# Spec\n\n## One\n\nOwner: ____\n- [ ] done\n"
    assert filled(old, new) == old
    assert changes(old, old) == []
