"""`evalkit spec`: to stdout, into a file, and its message if the file exists."""

import json

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
    assert ran.out.endswith(" -->\n")


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
    assert "changed: Flows › Payment to the vendor" in ran.err
    assert "5 in the busiest second" in ran.err
    assert "5 in the busiest second" in (folder / "s.md").read_text()


def test_check_writes_nothing_and_says_whether_the_file_is_as_it_would_be(evalkit, folder):
    missing = spec(evalkit, folder, "examplepay", "-o", "s.md", "--check")
    assert (missing.code, (folder / "s.md").exists()) == (1, False)
    assert "s.md is missing" in missing.err
    spec(evalkit, folder, "examplepay", "-o", "s.md")
    assert spec(evalkit, folder, "examplepay", "-o", "s.md", "--check").code == 0
    text = (folder / "s.md").read_text().replace("| ____ |", "| Anna |", 1)
    (folder / "s.md").write_text(text)
    assert spec(evalkit, folder, "examplepay", "-o", "s.md", "--check").code == 0
    (folder / "s.md").write_text(text.replace("oauth2", "basic"))
    stale = spec(evalkit, folder, "examplepay", "-o", "s.md", "--check")
    assert stale.code == 1
    assert "s.md is out of date" in stale.err
    assert "basic" in (folder / "s.md").read_text()
    assert spec(evalkit, folder, "examplepay", "-o", "s.md").code == 0
    assert "| Anna |" in (folder / "s.md").read_text()


def test_only_other_spaces_are_said_to_be_that(evalkit, folder):
    spec(evalkit, folder, "examplepay", "-o", "s.md")
    text = (folder / "s.md").read_text()
    (folder / "s.md").write_text(text.replace("\n\n## ", "\n\n\n## "))
    assert "only numbers, spaces" in spec(evalkit, folder, "examplepay", "-o", "s.md").err


def test_a_hostile_old_file_is_shown_harmlessly(evalkit, folder):
    spec(evalkit, folder, "examplepay", "-o", "s.md")
    text = (folder / "s.md").read_text()
    bad = "\x1b]0;x\x07A \u202ex"
    text = text.replace("## 4 Flows", f"## {bad}\n\n## 4 Flows").replace(
        "R1 | Decide", f"R1 | {bad}"
    )
    (folder / "s.md").write_text(text)
    ran = spec(evalkit, folder, "examplepay", "-o", "s.md")
    assert ran.code == 0
    assert 'moved to "No longer asked" in s.md:' in ran.err
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


def test_what_was_written_and_is_no_longer_asked_is_moved_and_told(evalkit, folder):
    spec(evalkit, folder, "examplepay", "-o", "s.md")
    file, plan = folder / "s.md", folder / "plans/storefront-payments.yaml"
    head = '<a id="flow--payout-from-vendor--tests"></a>Result | '
    file.write_text(file.read_text().replace(f"{head}____", f"{head}passed by Anna"))
    lines = [line for line in PLAN.splitlines() if "data: payout" not in line]
    plan.write_text("\n".join(lines) + "\n")
    ran = spec(evalkit, folder, "examplepay", "-o", "s.md")
    assert 'evalkit: moved to "No longer asked" in s.md:\n' in ran.err
    assert "  - F4 Payout from the vendor, Result, normal: passed by Anna\n" in ran.err
    assert "passed by Anna" in file.read_text().partition("## No longer asked")[2]
    assert "is up to date" in spec(evalkit, folder, "examplepay", "-o", "s.md").err


def test_what_cannot_be_done_is_one_line(evalkit, folder):
    for words, said in (
        (("nobody",), "there is no vendor 'nobody' in storefront-payments"),
        (("examplepay", "--check"), "--check needs --output FILE"),
        (("examplepay", "--template", "gone.j2"), "cannot read the template"),
        (("examplepay", "-o", "vendors"), "it is a folder"),
        (("examplepay", "-o", "latin.md"), "is not UTF-8 text; choose another file"),
        (("examplepay", "-o", "notes.md"), "notes.md is no specification that this version"),
    ):
        (folder / "notes.md").write_text("# My notes\n")
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
