"""What changed in a specification."""

from evalkit.report.specification.changes import MOST_LINES, WIDEST, changes
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
    assert "changed: Flows › Payment to the vendor" in told
    assert any("4 requests in the busiest second" in line for line in told)
    assert not any("{" in line for line in told)
