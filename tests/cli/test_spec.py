"""`evalkit spec`: to stdout, into a file, and its message if the file exists."""

import json
import re

import pytest

from tests.conftest import PLAN as BARE
from tests.report.specification.made import FILES, PLAN


@pytest.fixture
def folder(write):
    return write(FILES)


def spec(evalkit, folder, *words):
    return evalkit("spec", "storefront-payments", *words, cwd=folder)


def test_markdown_goes_to_stdout(evalkit, folder):
    ran = spec(evalkit, folder, "ExamplePay")
    assert ran.code == 0
    assert ran.out.startswith("# Integration specification: ExamplePay for Test Shop 2.4.8\n")
    assert ran.out.endswith(".\n")


def test_the_format_follows_the_suffix_unless_one_is_given(evalkit, folder):
    for words, begins in (
        (("-o", "s.html"), "<!doctype"),
        (("-o", "s.md"), "# Integration"),
        (("-o", "s.txt"), "# Integration"),
    ):
        assert spec(evalkit, folder, "examplepay", *words).code == 0
        assert (folder / words[1]).read_text().lstrip().startswith(begins)
    assert spec(evalkit, folder, "examplepay", "-f", "html").out.lstrip().startswith("<!doctype")


def test_a_saved_evaluation_is_enough(evalkit, folder, tmp_path_factory):
    saved = evalkit("score", "storefront-payments", "-f", "json", cwd=folder).out
    away = tmp_path_factory.mktemp("away")
    (away / "e.json").write_text(saved)
    ran = evalkit("spec", "e.json", "examplepay", cwd=away)
    assert (ran.code, ran.out) == (0, spec(evalkit, folder, "examplepay").out)


def test_what_changed_is_said_section_by_section(evalkit, folder):
    assert spec(evalkit, folder, "examplepay", "-o", "s.md").err.count("what changes") == 0
    again = spec(evalkit, folder, "examplepay", "-o", "s.md")
    assert "s.md is up to date" in again.err
    plan = folder / "plans/storefront-payments.yaml"
    plan.write_text(PLAN.replace("peak_per_second: 4", "peak_per_second: 5"))
    ran = spec(evalkit, folder, "examplepay", "-o", "s.md")
    assert ran.code == 0
    assert "evalkit: changes in s.md:" in ran.err
    assert "changed: 4 Flows › F1 Payment to the vendor" in ran.err
    assert "5 in the busiest second" in ran.err
    assert "5 in the busiest second" in (folder / "s.md").read_text()


def test_check_writes_nothing_and_says_whether_the_file_is_as_it_would_be(evalkit, folder):
    missing = spec(evalkit, folder, "examplepay", "-o", "s.md", "--check")
    assert (missing.code, (folder / "s.md").exists()) == (1, False)
    assert "s.md is missing" in missing.err
    spec(evalkit, folder, "examplepay", "-o", "s.md")
    assert spec(evalkit, folder, "examplepay", "-o", "s.md", "--check").code == 0
    text = (folder / "s.md").read_text().replace("owner: ____", "owner: Anna", 1)
    (folder / "s.md").write_text(text)
    assert spec(evalkit, folder, "examplepay", "-o", "s.md", "--check").code == 0
    (folder / "s.md").write_text(text.replace("oauth2", "basic"))
    stale = spec(evalkit, folder, "examplepay", "-o", "s.md", "--check")
    assert stale.code == 1
    assert "s.md is out of date" in stale.err
    assert "basic" in (folder / "s.md").read_text()
    assert spec(evalkit, folder, "examplepay", "-o", "s.md").code == 0
    assert "owner: Anna" in (folder / "s.md").read_text()


def test_only_moved_numbers_are_said_to_be_that(evalkit, folder):
    spec(evalkit, folder, "examplepay", "-o", "s.md")
    text = (folder / "s.md").read_text()
    (folder / "s.md").write_text(re.sub(r"\*\*O5\*\*", "**O99**", text))
    assert "only numbers, spaces" in spec(evalkit, folder, "examplepay", "-o", "s.md").err


def test_a_hostile_old_file_is_shown_harmlessly(evalkit, folder):
    (folder / "s.md").write_text("# \x1b[31mT\n\n## \x1b]0;x\x07A\n\n\u202ex\n")
    ran = spec(evalkit, folder, "examplepay", "-o", "s.md")
    assert ran.code == 0
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


def test_what_cannot_be_done_is_one_line(evalkit, folder):
    for words, said in (
        (("nobody",), "there is no vendor 'nobody' in storefront-payments"),
        (("examplepay", "--check"), "--check needs --output FILE"),
        (("examplepay", "--template", "gone.j2"), "cannot read the template"),
        (("examplepay", "-o", "vendors"), "it is a folder"),
        (("examplepay", "-o", "latin.md"), "is not UTF-8 text; choose another file"),
    ):
        (folder / "latin.md").write_bytes(b"\xff")
        ran = spec(evalkit, folder, *words)
        assert ran.code == 2
        lines = [line for line in ran.err.splitlines() if "warnings about" not in line and "warning about" not in line]  # fmt: skip
        assert len(lines) == 1
        assert said in lines[0]


def test_a_plan_without_flows_is_one_line(evalkit, write):
    ran = evalkit("spec", "storefront-payments", "examplepay", cwd=write())
    assert BARE.count("flows:") == 0
    assert ran.code == 2
    assert "the plan storefront-payments names no flows" in ran.err


def test_a_template_of_ones_own(evalkit, folder):
    (folder / "own.j2").write_text("{{ vendor.name }}: {{ flows | length }} flows\n")
    ran = spec(evalkit, folder, "examplepay", "--template", "own.j2")
    assert ran.out == "ExamplePay: 4 flows\n"
    assert json.dumps(ran.out)
