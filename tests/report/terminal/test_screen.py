"""What a terminal can show, and how."""

from evalkit.report.terminal.screen import Screen


def test_words_that_warn_have_a_colour_and_none_has_green():
    (line,) = Screen(80).prose("ruled out: no")
    assert [(str(span.style), line.plain[span.start : span.end]) for span in line.spans] == [
        ("red", "ruled out")
    ]
    (line,) = Screen(80).prose("1 must-have open")
    assert [str(span.style) for span in line.spans] == ["yellow"]


def test_only_the_first_sentence_of_an_answer_is_bold():
    lines = list(Screen(12).answer(["One two three.", "Four five."]))
    assert [line.plain for line in lines] == ["One two", "three. Four", "five."]
    bold = [line.plain[span.start : span.end] for line in lines for span in line.spans]
    assert bold == ["One two", "three."]


def test_prose_is_not_wider_than_a_reader_likes():
    lines = list(Screen(300).prose("word " * 60))
    assert max(len(line) for line in lines) <= 100


def test_what_hides_or_reorders_text_is_shown_as_an_escape():
    assert Screen(80).fit("a\u202eb") == "a\\u202eb"
    assert Screen(80, "ascii").fit("€310k −1 株") == "EUR 310k -1 \\u682a"
    assert Screen(80, "ascii", ids={"株": "kabu"}).fit("株, €1") == "kabu, EUR 1"
    assert Screen(80, "cp1252").fit("€310k −1") == "€310k -1"
