"""`evalkit report` as a user meets it."""

import io
import subprocess
import sys

import pytest

from tests.cli.made import OTHERPAY, SOAP, tree


def test_a_report_can_be_made_from_the_saved_json_alone(evalkit, write, tmp_path_factory):
    folder = write({OTHERPAY: SOAP})
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    direct = evalkit("report", "storefront-payments").out
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "saved.json").write_text((folder / "saved.json").read_text())
    assert evalkit("report", "saved.json", cwd=elsewhere).out == direct
    assert evalkit("report", "saved.json", "-w", folder).out == direct


def test_a_markdown_report_has_its_charts_beside_it(evalkit, write):
    folder = write()
    evalkit("report", "storefront-payments", "-f", "markdown", "-o", "out/page.md", cwd=folder)
    assert {"out/page.md", "out/page-points.svg"} <= set(tree(folder))
    assert (
        "![Points, at least and at most](page-points.svg)" in (folder / "out/page.md").read_text()
    )
    assert "page-points.svg" not in evalkit("report", "storefront-payments", "-f", "markdown").out
    assert (
        "# Payments for a storefront"
        in evalkit("score", "storefront-payments", "-f", "markdown").out
    )


def test_on_a_terminal_the_report_is_a_file_of_the_plan_s_name(bytes_of, write):
    folder = write()
    before = tree(folder)
    words = ("report", "storefront-payments")
    shown = bytes_of(*words, is_terminal=True, cwd=folder)
    assert shown == b"Wrote storefront-payments.html\n"
    assert (folder / "storefront-payments.html").read_text().startswith("<!doctype html>")
    assert set(tree(folder)) - set(before) == {"storefront-payments.html"}
    # Made again, it replaces itself.
    assert bytes_of(*words, is_terminal=True, cwd=folder) == shown
    assert bytes_of(*words, cwd=folder).startswith(b"<!doctype html>")


def test_on_a_terminal_a_markdown_report_has_its_charts_beside_it(bytes_of, write):
    folder = write()
    words = ("report", "storefront-payments", "-f", "markdown")
    for _ in range(2):
        shown = bytes_of(*words, is_terminal=True, cwd=folder)
        assert shown == b"Wrote storefront-payments.md\n"
    assert {"storefront-payments.md", "storefront-payments-points.svg"} <= set(tree(folder))


@pytest.mark.parametrize("taken", ["storefront-payments.html", "storefront-payments.md", "storefront-payments-points.svg"])  # fmt: skip
def test_a_file_that_nobody_named_replaces_no_other(evalkit, write, monkeypatch, taken):
    folder = write({taken: "My notes on evalkit."})
    monkeypatch.setattr("sys.stdout", Terminal())
    style = "html" if taken.endswith("html") else "markdown"
    before = tree(folder)
    ran = evalkit("report", "storefront-payments", "-f", style, cwd=folder)
    assert ran.code == 2
    assert ran.err == f"evalkit: {taken} exists and is not a report; name a file with --output\n"
    assert (folder / taken).read_text() == "My notes on evalkit."
    assert tree(folder) == before


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self):
        return True


def test_a_page_of_what_was_saved_loads_nothing_that_calculates():
    code = "import sys, evalkit.report.page.html; print({'numpy', 'pandas'} & {*sys.modules})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
