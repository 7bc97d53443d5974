"""A baseline recognises a finding after lines move, and no other finding."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.checking.baseline import Compared, brought_up_to_date, compared, key_of, read, to_text
from evalkit.diagnostics.record import Diagnostic, Severity, Span
from evalkit.errors import EvalkitError

steps = st.text(max_size=4)
names = st.tuples(st.sampled_from(["a.yaml", "b.yaml", "é\udce9\n.yaml"]), st.sampled_from(["EK301", "EK303"]),
                  st.lists(steps, max_size=3).map(tuple))  # fmt: skip
keys = st.tuples(names, steps)
baselines = st.dictionaries(keys, st.integers(1, 5), max_size=6)


def found(path="a.yaml", code="EK301", route=("facts", "x"), line=1, content=""):
    return Diagnostic(
        path, Span(line, 1, line, 2), code, Severity.ERROR, "m", "", route, "x", content=content
    )


def everywhere(path, code):
    return True


def test_a_finding_that_moved_to_another_line_is_known():
    known = brought_up_to_date([found(line=3)], {}, everywhere)
    assert compared([found(line=90)], known, everywhere) == Compared((), known=1, gone=0)


def test_another_rule_file_or_place_is_new():
    known = brought_up_to_date([found()], {}, everywhere)
    others = [found("b.yaml"), found(code="EK303"), found(route=("facts", "y"))]
    result = compared(others, known, everywhere)
    assert (result.new, result.known, result.gone) == (tuple(others), 0, 1)


def test_one_more_of_the_same_kind_at_the_same_place_is_new():
    known = brought_up_to_date([found(line=1), found(line=2)], {}, everywhere)
    result = compared([found(line=1), found(line=2), found(line=3)], known, everywhere)
    assert (result.new, result.known) == ((found(line=3),), 2)


def test_of_findings_of_one_name_the_one_with_another_content_is_new():
    known = brought_up_to_date([found(content="old")], {}, everywhere)
    one, old = found(line=1, content="new"), found(line=2, content="old")
    result = compared([one, old], known, everywhere)
    assert (result.new, result.known, result.gone) == ((one,), 1, 0)


def test_a_finding_is_still_known_when_its_entry_says_something_else():
    known = brought_up_to_date([found(content="old")], {}, everywhere)
    assert compared([found(content="new")], known, everywhere) == Compared((), known=1, gone=0)


def test_what_a_run_did_not_look_at_is_neither_gone_nor_dropped():
    known = brought_up_to_date([found("a.yaml"), found("b.yaml")], {}, everywhere)

    def only_a(path, code):
        return path == "a.yaml"

    assert compared([], known, only_a).gone == 1
    assert brought_up_to_date([], known, only_a) == {key_of(found("b.yaml")): 1}


@given(baselines)
def test_what_is_written_is_read_again(known):
    # As it is written: what is no text becomes an escape that JSON reads back.
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "baseline.json")
        file.write_text(to_text(known), encoding="utf-8", errors="backslashreplace", newline="\n")
        assert read(file) == known


@given(baselines, st.randoms())
def test_the_file_is_the_same_whatever_the_order_and_has_a_line_for_each(known, random):
    items = list(known.items())
    random.shuffle(items)
    assert to_text(dict(items)) == to_text(known)
    assert to_text(known).count("\n") == len(known) + 5 - (not known)
    assert set(json.loads(to_text(known))) == {"format", "findings"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", ":1:1: the baseline is damaged: expecting value"),
        (b'{"format": 2,\n<<<<<<< HEAD', ":2:1: the baseline is damaged: "),
        (b'{"format": 2,\r<<<<<<< HEAD', ":2:1: the baseline is damaged: "),
        ('{"format":\u2028'.encode(), ":1:11: the baseline is damaged: "),
        (b"[]", " is not a baseline of evalkit"),
        (b'{"name": "shop", "version": "1.0.0"}', " is not a baseline of evalkit"),
        (b'{"format": 3, "findings": []}', " was written by a newer evalkit (format 3); update"),
        (
            b'{"format": 1, "findings": []}',
            " is of an older format, which took entries of lists by their number; name another "
            "file, or delete it and create it again: --baseline FILE --write-baseline",
        ),
        (b'{"format": 1e9, "findings": []}', " is not a baseline"),
        (b'{"format": true, "findings": []}', " is not a baseline"),
        (b'{"format": 0, "findings": []}', " is not a baseline"),
        (b'{"format": 2, "findings": {}}', " is not a baseline"),
        (b'{"format": ' + b"9" * 4000 + b"}", " was written by a newer evalkit (format 999999999)"),
        (b'{"format": ' + b"9" * 5000 + b"}", " is not a baseline"),
        (b"[" * 100_000, " is not a baseline"),
        (b'{"format": 2, "findings": [1]}', ": finding 1 of the baseline is damaged"),
        (
            b'{"format": 2, "findings": [{"path": 1, "code": "EK301", "name": [], "content": "", "count": 1}]}',
            ": finding 1 ",
        ),
        (
            b'{"format": 2, "findings": [{"path": "a", "code": "EK301", "name": [], "content": "", "count": 0}]}',
            ": finding 1 ",
        ),
        (
            b'{"format": 2, "findings": [{"path": "a", "code": "EK301", "name": [1], "content": "", "count": 1}]}',
            ": finding 1 ",
        ),
        (
            b'{"format": 2, "findings": [{"path": "a", "code": "EK301", "name": [], "count": 1}]}',
            ": finding 1 ",
        ),
        (
            b'{"format": 2, "findings": [{"path": "a", "code": "EK301", "name": [], "content": "", "count": 99999999999}]}',
            ": finding 1 ",
        ),
        (b"\xff\xfe", ":1:1: byte 1 is not UTF-8; save it as UTF-8 text"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused_in_one_sentence(tmp_path, content, message):
    file = tmp_path / "baseline.json"
    file.write_bytes(content)
    with pytest.raises(EvalkitError) as refused:
        read(file)
    assert f"{file}{message}" in str(refused.value)


def test_a_baseline_of_a_gigabyte_is_not_read(tmp_path):
    file = tmp_path / "baseline.json"
    with file.open("wb") as stream:
        stream.truncate(2**30)
    with pytest.raises(EvalkitError, match="it is larger than 8,192 KiB"):
        read(file)


def many(count, step):
    return {(("a.yaml", "EK301", (step, str(number))), ""): 1 for number in range(count)}


@pytest.mark.parametrize("known", [many(50_001, "x"), many(9_000, "x" * 1_000)])
def test_a_baseline_that_no_run_would_read_is_not_written(known):
    with pytest.raises(
        EvalkitError, match=r"this is more than a baseline can hold, 50,000 findings or 8,192 KiB"
    ):
        to_text(known)


def test_a_baseline_as_large_as_it_may_be_is_written_and_read(tmp_path):
    file = tmp_path / "b.json"
    file.write_text(to_text(many(50_000, "x")))
    assert read(file) == many(50_000, "x")
