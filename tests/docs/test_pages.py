"""Pages are correct: their commands print the output shown, and their links work."""

import re
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT
from tests.docs.pages import PAGES, REWRITE, WRITTEN, anchors_of, blocks_of, links_of, name_of
from tests.docs.play import FILES, PATH, clone, played

README = ROOT / "README.md"


def texts(pages):
    return [pytest.param(page.read_text("utf-8"), id=name_of(page)) for page in pages]


@pytest.mark.parametrize("text", [each for each in texts(WRITTEN) if "```" in each.values[0]])
def test_commands_print_what_a_page_shows(text, tmp_path):
    really = [block.text for block in blocks_of(played(text, clone(tmp_path)))]
    assert [block.text for block in blocks_of(text)] == really, f"write it anew: {REWRITE}"


@pytest.mark.parametrize("text", texts(WRITTEN))
def test_every_example_of_a_file_says_which_file_it_is(text):
    # By that it is written where the page's commands read it.
    for block in blocks_of(text, *FILES):
        assert PATH.fullmatch(block.text.partition("\n")[0]), block.text


@pytest.mark.parametrize("text", texts(WRITTEN))
def test_every_block_is_of_a_language_that_is_tested(text):
    assert {block.language for block in blocks_of(text)} <= {"console", "sh", "text", *FILES}


@pytest.mark.parametrize("page", PAGES, ids=map(name_of, PAGES))
def test_every_link_leads_somewhere(page):
    for target in links_of(page.read_text("utf-8")):
        parts = urlsplit(target)
        if parts.scheme:
            assert re.fullmatch(r"https?://[\w.-]+(/\S*)?", target), target
            continue
        file = (page.parent / parts.path).resolve() if parts.path else page
        assert file.is_relative_to(ROOT), target
        assert file.is_file(), target
        assert not parts.fragment or parts.fragment in anchors_of(file.read_text("utf-8")), target


def test_every_page_is_reached_from_the_readme():
    reached, waiting = set(), [README]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        paths = (urlsplit(each) for each in links_of(page.read_text("utf-8")))
        waiting += [(page.parent / each.path).resolve() for each in paths if not each.scheme and each.path]  # fmt: skip
    assert set(PAGES) - reached == set()


@pytest.mark.parametrize("text", texts([ROOT / "CONTRIBUTING.md"]))
def test_what_commands_of_contributing_name_is_there(text):
    (places,) = [re.findall(r"(?<![\w/.])(?:tests|\.ci)/[\w./-]+", "".join(b.text for b in blocks_of(text, "sh")))]  # fmt: skip
    assert len(places) >= 4
    assert [each for each in places if not (ROOT / each).exists()] == []


def test_the_readme_fits_on_a_page():
    assert len(README.read_text("utf-8")) <= 7000


def test_the_readme_has_exactly_two_commands_to_start_with():
    found = blocks_of(README.read_text("utf-8"), "sh")
    assert [len(block.text.splitlines()) for block in found] == [1, 1]
    # `.ci/run` takes the second by how it begins and ends.
    tests = re.findall(r"^python3 -m venv .*pytest", README.read_text("utf-8"), re.MULTILINE)
    assert len(tests) == 1


def shipped_blocks(name):
    return set(re.findall(r"{% block (\w+) %}", (ROOT / "templates" / name).read_text("utf-8")))


@pytest.mark.parametrize("name", ["report", "specification"])
def test_the_page_about_templates_names_every_block(name):
    text = (ROOT / "docs/templates.md").read_text("utf-8")
    (row,) = re.findall(
        rf"^\| `{name}\.\w+\.j2`, `{name}\.\w+\.j2` \| (.*) \|$", text, re.MULTILINE
    )
    named = re.findall(r"`(\w+)`", row)
    html, markdown = (shipped_blocks(f"{name}.{style}.j2") for style in ("html", "md"))
    assert set(named) == html | markdown
    assert set(re.findall(r"`(\w+)` \(HTML only\)", row)) == html - markdown
    assert markdown <= html
