"""A questionnaire as an HTML form, as a browser shows it."""

import dataclasses

import pytest

from evalkit.evidence.asking.html_form import to_html
from tests.evidence.made import asked, returned
from tests.report.accessible import check_page


@pytest.fixture
def form(tmp_path):
    """A form on disk, about some measures."""

    def write(*names, **more):
        file = tmp_path / "form.html"
        file.write_text(to_html(asked(*names, **more)), encoding="utf-8")
        return file

    return write


def saved(page, tmp_path):
    """What the form saves, by measure, and the file as it is read."""
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    found = returned(tmp_path, file.read_bytes(), file.name)
    return {reply.id.split("/")[2]: reply.given for reply in found.replies}, found


@pytest.mark.parametrize("width", [1280, 360])
def test_it_asks_for_nothing_and_passes_axe(browser, form, width):
    check_page(browser, form(due="10 December 2026"), width)


def test_it_is_filled_in_by_keyboard_alone(browser, form, tmp_path):
    page = browser.new_page()
    page.goto(form("style", "hooks", "operations", "rate").as_uri())
    faults = []
    page.on("console", lambda each: faults.append(each.text))
    keys = page.keyboard

    def tab(times=1):
        for _ in range(times):
            keys.press("Tab")

    tab()
    keys.type("Jane Doe")
    tab(4)  # the date has three parts and a calendar
    tab()
    keys.type("rest, soap")
    while (
        page.evaluate("document.activeElement.closest('.question')?.dataset.id.split('/')[2]")
        != "hooks"
    ):
        tab()
    keys.type("y")
    while page.evaluate("document.activeElement.type") != "checkbox":
        tab()
    keys.press("Space")
    tab(2)
    keys.press("Space")
    while page.evaluate("document.activeElement.id") != "answer4":
        tab()
    keys.type("100")
    tab()
    keys.type("by")
    while page.evaluate("document.activeElement.tagName") != "BUTTON":
        tab()
    answers, found = saved(page, tmp_path)
    assert {name: given["answer"] for name, given in answers.items()} == {
        "style": "rest, soap", "hooks": "yes", "operations": "capture, void", "rate": "100",
    }  # fmt: skip
    assert answers["rate"]["offered"] == "by configuration"
    assert answers["rate"]["answered_by"] == "Jane Doe"
    assert answers["rate"]["date"] == page.evaluate("document.getElementById('date').value")
    assert found.mark == asked("style", "hooks", "operations", "rate").mark
    assert "Saved 4 of 4 answers" in page.inner_text("#told")
    assert faults == []


def test_what_was_not_answered_is_not_signed_for(browser, form, tmp_path):
    page = browser.new_page()
    page.goto(form("rate").as_uri())
    page.focus("#answered_by")
    page.keyboard.type("Jane Doe")
    answers, _ = saved(page, tmp_path)
    assert set(answers["rate"].values()) == {""}


def test_the_texts_come_back_for_comparison(browser, form, tmp_path):
    page = browser.new_page()
    page.goto(form("rate").as_uri())
    page.focus("#answered_by")
    _, found = saved(page, tmp_path)
    (question,) = asked("rate").questions
    assert found.replies[0].shown == {
        "question": question.text, "unit": question.unit, "form": question.form,
    }  # fmt: skip


def test_names_are_text(browser, form):
    evil = '</script><img src=x onerror="alert(1)">'
    page = browser.new_page()
    dialogs = []
    page.on("dialog", lambda each: (dialogs.append(each.message), each.dismiss()))
    page.goto(form("rate", name=evil, title=evil).as_uri())
    assert page.inner_text("h1") == f"Questions to {evil}"
    assert dialogs == []


def test_one_script_and_one_style_are_allowed_and_nothing_else():
    page = to_html(asked("rate"))
    (policy,) = [line for line in page.splitlines() if "Content-Security-Policy" in line]
    assert "default-src" in policy
    assert "form-action" in policy
    assert "unsafe" not in policy


def test_it_says_what_is_still_open_and_what_counts_only_if_told():
    (plain,) = asked("rate").questions
    told = dataclasses.replace(plain, unclear="how many?", criterion="One, 11% of all points")
    for words in ("Still open: how many?", "One, 11% of all points"):
        assert words not in to_html(asked("rate"))
        assert words in to_html(dataclasses.replace(asked("rate"), questions=(told,)))
