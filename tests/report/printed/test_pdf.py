"""The report on paper, as a browser prints it."""

import datetime
import html
import io
import os
import re
import time

import pypdf
import pytest

from evalkit.errors import EvalkitError
from evalkit.report.page.html import to_html
from evalkit.report.page.page import view
from evalkit.report.printed import pdf
from evalkit.report.printed.pdf import to_pdf
from tests.conftest import SHIPPED_DAY

PLANS = ("storefront-payments", "catalogue-pim", "lifecycle-email")
HEAD = re.compile(
    r"<(h[1-4]|caption|summary|figcaption|th scope=\"rowgroup\")\b[^>]*>(.*?)</(?:h[1-4]|\1|th)>",
    re.DOTALL,
)
MARGIN = 45
"""Points above and below the text of a page, in which the running title and the number stand."""


@pytest.fixture
def printed(windowless, monkeypatch):
    """The PDF of a page, whose layout is the same by the browser that users have."""

    def of(page, program=windowless):
        monkeypatch.setenv("EVALKIT_BROWSER", program)
        return to_pdf(page, SHIPPED_DAY)

    return of


def lines(page):
    """What a page of a PDF says, line by line from above, each with its distance from below."""
    found = {}

    def take(text, matrix, place, _font, _size):
        if text.strip():
            height = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
            found.setdefault(round(height), []).append(text.strip())

    page.extract_text(visitor_text=take)
    return [(height, " ".join(found[height])) for height in sorted(found, reverse=True)]


def body(page, said=None):
    """The lines of a page between its title and its number, if they are known already or not."""
    top = float(page.mediabox.height) - MARGIN
    return [(height, text) for height, text in said or lines(page) if MARGIN < height < top]


def pages(data):
    return pypdf.PdfReader(io.BytesIO(data)).pages


def words(text):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def heads(page):
    """The texts of everything that leads to what follows it."""
    return {words(text) for _, text in HEAD.findall(page)}


@pytest.mark.parametrize("plan", PLANS)
def test_the_report_has_at_most_8_pages_and_page_one_is_section_0(printed, shipped, plan):
    evaluation = shipped(plan)
    page = to_html(evaluation)
    found = pages(printed(page))
    assert len(found) <= 8
    first, second = (words(each.extract_text()) for each in found[:2])
    front = view(evaluation)["answer"]
    open_rows = [row["what"][-1] for row in front["open"]["rows"]]
    for text in [*front["headline"], front["words"]["still_open"], *open_rows]:
        assert words(text) in first
    assert "Finalists side by side" not in first
    assert "Finalists side by side" in second
    folded = heads("".join(re.findall(r"<summary>.*?</summary>", page, re.DOTALL)))
    assert folded
    ends = []
    for number, each in enumerate(found, 1):
        said = lines(each)
        assert said[0][1].startswith(evaluation.plan.title[:20])
        assert f"{number} / {len(found)}" in said[-1][1]
        ends.append(min(height for height, _ in body(each, said)))
        texts = [text for _, text in body(each, said)]
        assert texts[-1] not in heads(page)
        assert not folded & set(texts)
    # No page but the last is left half empty.
    assert max(ends[:-1]) < 340


@pytest.mark.parametrize("height", [890, 920])
def test_wherever_a_section_stands_its_head_stays_with_what_follows(printed, shipped, height):
    """The section moves down across the end of a page."""
    page = to_html(shipped("catalogue-pim"))
    (lead,) = re.findall(r'<section id="certainty".*?<p class="lead">(.*?)</p>', page, re.DOTALL)
    above = f'<div style="height: {height}px; break-before: page"></div>'
    # Without its own policy, the page takes a style for what stands above.
    moved = page.replace('<section id="certainty"', f'{above}<section id="certainty"')
    found = pages(printed(moved.replace("http-equiv", "name")))
    assert all(body(each) for each in found[:4])
    assert words(found[-1].extract_text()).count(words(lead)) == 1
    for each in found:
        last = (body(each) or [(0, "nothing")])[-1][1]
        assert last not in heads(page)
        assert last not in words(lead)


def test_the_evidence_is_printed_where_it_is_asked_for(printed, shipped):
    page = to_html(shipped("lifecycle-email"), evidence=True)
    found = pages(printed(page))
    texts = [[text for _, text in body(each)] for each in found]
    said = [" ".join(each) for each in texts]
    assert any("Method, glossary, hashes and versions" in each for each in said)
    assert any("criteria/email-marketing.yaml" in each for each in said)
    # The head of a table is on each of its pages.
    assert sum(each.startswith("Measure Value Points of Source") for each in said) > 10
    assert [each[-1] for each in texts if each[-1] in heads(page)] == []
    # A section of many pages does not begin on a page of its own.
    assert all(len(each) > 3 for each in texts[:-1])


def test_the_pdf_says_what_it_is_and_the_same_page_gives_the_same_bytes(printed, shipped, chromium):
    page = to_html(shipped("catalogue-pim"))
    made = printed(page, chromium)
    found = pypdf.PdfReader(io.BytesIO(made))
    title = "Product data for a catalogue of 40,000 articles: vendor evaluation"
    assert found.metadata.title == title
    assert found.metadata.creator.startswith("Made with evalkit ")
    assert found.metadata.creation_date.date() == SHIPPED_DAY
    root = found.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert printed(page, chromium) == made


def test_what_a_template_brings_is_neither_run_nor_loaded(printed, chromium, tmp_path):
    (tmp_path / "secret.html").write_text("the secret")
    page = f"""<!doctype html><html lang="de"><head><title>Seite</title></head><body><p>Text.</p>
    <script>document.body.append("a script")</script>
    <iframe src="{(tmp_path / "secret.html").as_uri()}"></iframe></body></html>"""
    made = pypdf.PdfReader(io.BytesIO(printed(page, chromium)))
    assert words(made.pages[0].extract_text()) == "Text."
    assert (made.metadata.title, made.trailer["/Root"]["/Lang"]) == ("Seite", "de")


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A browser that does what a line of a shell says."""

    def made(line):
        file = tmp_path / "browser"
        file.write_text(f"#!/bin/sh\n{line}\n")
        file.chmod(0o755)
        monkeypatch.setenv("EVALKIT_BROWSER", str(file))
        return file

    return made


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("exit 7", "could not print, and ended with exit code 7"),
        ("exit 0", "printed no PDF; name another browser in EVALKIT_BROWSER"),
        ('for last; do case "$last" in --print-to-pdf=*) printf %%PDF-1.4 >"${last#*=}";; esac; done', "printed no PDF"),
    ],
)  # fmt: skip
def test_a_browser_that_fails_is_told(program, line, message):
    file = program(line)
    with pytest.raises(EvalkitError) as error:
        to_pdf("<p>Text.</p>", datetime.date(2026, 11, 29))
    assert str(error.value).startswith(f"{file} {message}")


def test_how_a_browser_numbers_the_parts_of_a_page_makes_no_difference(program):
    made = []
    for numbers in ("00000081) (node00000094", "00000083) (node00000102"):
        program(
            'for last; do case "$last" in --print-to-pdf=*) '
            f'printf "%%PDF-1.4 (node{numbers}) %%%%EOF" >"${{last#*=}}";; esac; done'
        )
        made.append(to_pdf("<p>Text.</p>", datetime.date(2026, 11, 29)))
    assert made == [b"%PDF-1.4 (node00000000) (node00000001) %%EOF"] * 2


def test_a_browser_that_hangs_is_ended_with_all_that_it_started(program, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", 1)
    program(f"sleep 600 & echo $! >{tmp_path}/child; wait")
    with pytest.raises(EvalkitError, match="did not print within 1 seconds"):
        to_pdf("<p>Text.</p>", datetime.date(2026, 11, 29))
    child = int((tmp_path / "child").read_text())
    for _ in range(100):
        if not _is_running(child):
            return
        time.sleep(0.05)
    os.kill(child, 9)
    raise AssertionError("what the browser started goes on")


def _is_running(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # One that has ended, but that nobody has waited for, still has its number.
    with open(f"/proc/{process}/stat") as file:  # noqa: PTH123  # no file of ours
        return file.read().rpartition(")")[2].split()[0] != "Z"


def test_nothing_is_left_of_a_print(program, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    program("exit 7")
    with pytest.raises(EvalkitError):
        to_pdf("<p>Text.</p>", datetime.date(2026, 11, 29))
    assert list((tmp_path / "temporary").iterdir()) == []
