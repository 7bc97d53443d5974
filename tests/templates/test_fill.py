"""Filled templates."""

import pytest

from evalkit.templates.fill import fill
from tests.hostile.growth.counted import calls


@pytest.fixture
def filled(tmp_path):
    """The page of a template that includes a part with a text."""
    (tmp_path / "page.html.j2").write_text("{% include 'part.j2' %}")
    (tmp_path / "page.md.j2").write_text("{% include 'part.j2' %}")

    def page(name, part="{{ text }}"):
        (tmp_path / "part.j2").write_text(part)
        return fill(name, [{"text": "<b> *b*"}], tmp_path)[0]

    return page


def test_one_part_is_escaped_for_each_kind_of_page(filled):
    for _ in range(2):
        assert filled("page.html.j2") == "&lt;b&gt; *b*"
        assert filled("page.md.j2") == r"\<b\> \*b\*"


def test_a_part_that_was_changed_counts(filled):
    assert filled("page.html.j2", "one") == "one"
    assert filled("page.html.j2", "two") == "two"


def test_a_template_is_compiled_once(filled):
    part = "{% for each in text %}{{ each }}{% endfor %}" * 20
    first, second = (calls(lambda: filled("page.html.j2", part)) for _ in range(2))
    assert second < first / 2
