"""YAML as events: limits, and rejected content."""

import pytest

from evalkit.diagnostics.visible import visible
from evalkit.source.document import parse
from evalkit.source.yaml import walk
from evalkit.source.yaml.walk import Walk
from tests.source.found import code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", "EK006"),
        ("a: &x 1", "EK007"), ("a: *x", "EK007"), ("<<: {a: 1}", "EK007"), ("&x [a]", "EK007"),
        ("a: !!python/object:os.system 1", "EK008"), ("a: !!timestamp x", "EK008"), ("!!map {}", "EK008"),
        ("a: 1\n---\nb: 2\n", "EK009"), ("", "EK010"), ("# nothing\n", "EK010"),
        ("a: .inf", "EK011"), ("? [a]\n: 1", "EK012"), ("? {a: 1}\n: 1", "EK012"), ('"": 1', "EK012"),
        ("k" * 201 + ": 1", "EK012"),
        ("a: \x07", "EK013"), ("a: 'x", "EK003"), ("a: b: c", "EK003"), ("\ta: 1", "EK003"),
        ("[" * 100_000, "EK005"), ("- " * 100_000, "EK005"), ("{a: " * 50, "EK005"),
    ],
)  # fmt: skip
def test_each_fault_of_the_text_has_its_code(text, expected):
    assert expected in code(text)


def test_of_a_key_written_twice_the_first_value_is_kept_and_checking_goes_on():
    document = parse("a: 1\na: {b: 2}\nc: 3\n", "vendors/x.yaml")
    assert (document.data, document.sound) == ({"a": 1, "c": 3}, True)


def test_several_faults_of_one_file_are_all_reported():
    assert code("a: &x 1\nb: *x\nb: 2\nc: !t 3\n") == ["EK007", "EK007", "EK006", "EK008"]


def test_the_pure_parser_reads_the_same(monkeypatch):
    import yaml

    text = "a: [1, {b: x}]\nc: 'd'\n"
    expected = Walk(text).data
    monkeypatch.setattr(walk, "PARSER", yaml.Loader)
    assert Walk(text).data == expected
    # It takes half of a character for a whole one, which no output can hold.
    assert code(r'a: "\ud800"') == ["EK013"]
    assert visible("\ud800") == r"\ud800"


def test_a_file_of_too_many_values_is_not_read_on():
    document = parse("a: [" + "1, " * 50_000 + "]\n", "vendors/x.yaml")
    (finding,) = document.findings
    assert (finding.code, document.sound) == ("EK004", False)
    assert finding.message == "this file holds more than 50,000 keys and values"


def test_more_than_ten_directives_are_refused_before_they_are_parsed():
    # Each is held against all before it: 80,000 in one file took 14 seconds.
    ten = "".join(f"%TAG !{n}! x\n" for n in range(10))
    body = "---\nid: x\nname: 100% of %s\n"
    assert parse(ten + body, "vendors/x.yaml").data == {"id": "x", "name": "100% of %s"}
    found = parse("# head\n%TAG !a! x\n" + ten + body, "vendors/x.yaml")
    (finding,) = found.findings
    assert (finding.code, finding.span.line, found.sound) == ("EK003", 2, False)
    assert "more than 10 lines begin with `%`" in finding.message


def test_a_merge_key_in_quotes_is_a_key_like_any_other():
    document = parse('"<<": {a: 1}\n', "a.yaml")
    assert (document.data, document.findings) == ({"<<": {"a": 1}}, ())
