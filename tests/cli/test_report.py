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


@pytest.fixture
def prints(tmp_path_factory, monkeypatch):
    """A browser that prints the same PDF whatever the page says."""
    file = tmp_path_factory.mktemp("programs") / "browser"
    file.write_text("""#!/bin/sh
for each; do case "$each" in --print-to-pdf=*)
  printf '%%PDF-1.4\\n/Creator (Some browser, somewhere)\\n%%%%EOF\\n' >"${each#*=}"
esac; done
""")
    file.chmod(0o755)
    monkeypatch.setenv("EVALKIT_BROWSER", str(file))


def test_a_pdf_is_chosen_by_a_suffix_or_by_the_option(bytes_of, write, prints):
    folder = write()
    assert bytes_of("report", "storefront-payments", "-o", "r.pdf", cwd=folder) == b""
    printed = (folder / "r.pdf").read_bytes()
    assert printed.startswith(b"%PDF-1.4\n")
    piped = bytes_of("report", "storefront-payments", "-f", "pdf", cwd=folder, encoding="ascii")
    assert piped == printed
    evalkit_all = bytes_of("report", "-f", "pdf", cwd=folder)
    assert evalkit_all == b"Wrote 2 reports; open reports/index.html\n"
    index = (folder / "reports/index.html").read_text("utf-8")
    assert 'href="storefront-payments.pdf"' in index
    assert (folder / "reports/storefront-payments.pdf").read_bytes() == printed


def test_on_a_terminal_a_pdf_replaces_only_itself(bytes_of, evalkit, write, prints, monkeypatch):
    folder = write()
    words = ("report", "storefront-payments", "-f", "pdf")
    for _ in range(2):
        shown = bytes_of(*words, is_terminal=True, cwd=folder)
        assert shown == b"Wrote storefront-payments.pdf\n"
    (folder / "storefront-payments.pdf").write_bytes(b"%PDF-1.4 of somebody else")
    monkeypatch.setattr("sys.stdout", Terminal())
    ran = evalkit(*words, cwd=folder)
    assert (ran.code, "storefront-payments.pdf exists and is not a report" in ran.err) == (2, True)
    assert (folder / "storefront-payments.pdf").read_bytes() == b"%PDF-1.4 of somebody else"


def test_without_a_browser_no_pdf_is_written_and_the_message_says_why(evalkit, write, monkeypatch):
    folder = write()
    before = tree(folder)
    monkeypatch.setenv("EVALKIT_BROWSER", "no-such-browser")
    ran = evalkit("report", "storefront-payments", "-o", "r.pdf", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("evalkit: EVALKIT_BROWSER is 'no-such-browser'")
    assert tree(folder) == before


def test_evidence_unfolds_the_page(evalkit, write):
    folder = write({OTHERPAY: SOAP})
    folded = evalkit("report", "storefront-payments", cwd=folder).out
    unfolded = evalkit("report", "storefront-payments", "--evidence").out
    assert folded.count("<details>") > 3
    assert "<details open" not in folded
    assert unfolded == folded.replace("<details>", "<details open>")


def test_evidence_keeps_a_markdown_report_in_one_file(evalkit, write):
    folder = write()
    source = "| vendors/payment-gateways/examplepay.yaml |"
    evalkit("report", "storefront-payments", "-o", "a.md", cwd=folder)
    assert source not in (folder / "a.md").read_text("utf-8")
    assert source in (folder / "a-evidence.md").read_text("utf-8")
    evalkit("report", "storefront-payments", "-o", "b.md", "--evidence")
    assert source in (folder / "b.md").read_text("utf-8")
    assert "b-evidence.md" not in (folder / "b.md").read_text("utf-8")
    assert not (folder / "b-evidence.md").exists()
