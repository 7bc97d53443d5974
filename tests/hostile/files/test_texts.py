"""Hostile bytes in a vendor's file: `validate` ends in time and memory, with the right finding."""

import json
import re

import pytest

from tests.hostile.made import VENDOR_FILE, files, lay_out, run

HEAD = "id: examplepay\nname: ExamplePay\ncategory: payment-gateways\n"
AT_ONCE = 6
MANY = 100_000
MEGA = 1_000_000


def bomb(step):
    return HEAD + "b0: &b0 {k: x}\n" + "".join(f"b{i}: &b{i} {step(i)}\n" for i in range(1, 20))


def price(amount):
    return f"{HEAD}charges: [{{kind: one_off, amount: {amount}, currency: EUR, source: s, checked: 2026-06-20}}]\n"


def seen(day):
    return (
        f"{HEAD}charges: [{{kind: one_off, amount: 1, currency: EUR, source: s, checked: {day}}}]\n"
    )


def named(name):
    return HEAD.replace("ExamplePay", f'"A{name}B"')


BOMBS = {
    "lists": ("EK007", bomb(lambda i: "[" + ", ".join([f"*b{i - 1}"] * 9) + "]")),
    "mappings": ("EK007", bomb(lambda i: "{" + ", ".join(f"k{j}: *b{i - 1}" for j in range(9)) + "}")),
    "merge keys": ("EK007", bomb(lambda i: "{<<: [" + ", ".join([f"*b{i - 1}"] * 9) + "]}")),
    "itself": ("EK007", HEAD + "note: &a [*a]\n"),
    "of nothing": ("EK007", HEAD + "note: *a\n"),
    "a bare merge key": ("EK007", HEAD + "charges:\n  - <<: {kind: usage}\n"),
}  # fmt: skip
NESTS = {
    "lists": ("EK005", HEAD + "charges: " + "[" * MANY),
    "closed lists": ("EK005", HEAD + "note: " + "[" * MANY + "]" * MANY),
    "mappings": ("EK005", HEAD + "integration: " + "{a: " * MANY),
    "list items": ("EK005", HEAD + "charges:\n " + "- " * MANY),
    "indents": ("EK005", HEAD + "".join(" " * i + "a:\n" for i in range(1400))),
    "questions": ("EK012", "? " * MANY),
    "questions in braces": ("EK012", HEAD + "note: " + "{? " * MANY),
    "one too deep": ("EK005", HEAD + "note: " + "[" * 40 + "]" * 40),
}
HUGE = {
    "plain": ("EK110", HEAD + "note: " + "x" * MEGA),
    "quoted": ("EK110", HEAD + 'note: "' + "x" * MEGA + '"'),
    "block": ("EK110", HEAD + "note: |\n " + "x" * MEGA),
    "key": ("EK003", HEAD + "x" * MEGA + ": 1"),
    "file": ("EK004", HEAD + "note: " + "x" * (MEGA + 100_000)),
    "number": ("EK011", price("9" * MEGA)),
    "hexadecimal number": ("EK011", price("0x" + "f" * MEGA)),
    "quoted number": ("EK103", price('"' + "9" * MEGA + '"')),
    "sexagesimal number": ("EK103", price("1" + ":59" * (MEGA // 3))),
    "octal number": ("EK011", price("0o" + "7" * MEGA)),
    "binary number": ("EK103", price("0b" + "1" * MEGA)),
    "fraction": ("EK011", price("0." + "9" * MEGA)),
    "exponent": ("EK011", price("1e" + "9" * MEGA)),
    "grouped number": ("EK103", price("1" + "_000" * (MEGA // 4))),
    "day": ("EK107", seen("2" * MEGA + "-01-01")),
    "million keys": ("EK004", HEAD + "note:\n" + "".join(f" k{i}: 1\n" for i in range(MEGA))),
    "keys, as many as fit": ("EK004", HEAD + "note: {" + ",".join(map(hex, range(100_000))) + "}"),
    "keys nobody knows": ("EK101", HEAD + "\n".join(f"k{i}:" for i in range(24_000))),
    "list": ("EK004", HEAD + "note: [" + "1," * (MEGA // 2) + "]"),
    "tag": ("EK008", HEAD + "note: !" + "x" * MEGA + " y"),
    "comment": (None, HEAD + "#" + "x" * MEGA),
    "emptiness": (None, HEAD + "\n" * MEGA),
    "silencing": (None, HEAD + "# evalkit: ignore[" + "EK301," * MANY + "]\n"),
}
NUMBERS = {
    ".inf": "EK011", "-.INF": "EK011", ".nan": "EK011", "1e999999": "EK011", "9" * 41: "EK011",
    "9" * 40: "EK105", "1e308": "EK105", "1.1e15": "EK105", "1_000": "EK103", "٣": "EK103",
    "½": "EK103", "12:30:45": "EK103", "~": "EK103", "true": "EK103", "inf": "EK103", "NaN": "EK103",
    "2026-06-20": "EK103",
}  # fmt: skip
DAYS = (
    "2024-02-30", "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "-2026-01-01", "today", "2026-6-2", "0000-01-01", "10000-01-01", "٢٠٢٦-٠٦-٢٠", "20260620",
    "2026-06-20T00:00:00Z", "[2026]", '"2026-06-20 "', '"2026-06-20\\n"', "1.5",
)  # fmt: skip
TAGS = (
    "!!python/object/apply:os.system [id]", "!!python/name:os.system ''", "!!binary aGk=",
    "!!python/object:os.system {a: b}", "!!python/object/new:os.system [id]", "!!python/tuple [a]",
    "!!python/module:os ''", "!!python/str x", "!!str x", "!!int 1", "!!bool yes", "!!null ''",
    "!!seq [a]", "!!map {a: b}", "!!omap [a: b]", "!!pairs [a: b]", "!!merge x", "!!value x",
    "!!yaml x", "!!binary 'no base64'", "!unknown x", "!!unknown x", "!<!> x",
    "!!timestamp 2026-01-01", "!!timestamp x", "!!float .inf", "!!set {a}", "!<tag:x> y", "! x",
)  # fmt: skip
BYTES = {
    "duplicate key": ("EK006", HEAD + "name: x\n"),
    "duplicate key, escaped": ("EK006", HEAD + '"n\\u0061me": x\n'),
    "duplicate key in a charge": ("EK006", HEAD + "charges: [{kind: one_off, kind: usage}]\n"),
    "duplicate key far in": (
        "EK006",
        HEAD + "integration: {interfaces: [{data: {order: {endpoints: [], endpoints: []}}}]}\n",
    ),
    "duplicate key at the bottom": (
        "EK006 EK103",
        HEAD + "note: " + "{a: " * 30 + "{b: 1, b: 2}" + "}" * 30,
    ),
    "duplicate number as key": ("EK006 EK103", HEAD + "note: {1: a, 1: b}\n"),
    "NUL": ("EK013", named("\0")),
    "bell": ("EK013", named("\x07")),
    "escape": ("EK013", named("\x1b[31m")),
    "C1 escape": ("EK013", named("\x9b31m")),
    "escapes": ("EK013 EK014", named("\\e[31m\\0\\a\\x9b\\u202e")),
    "only NUL": ("EK013", b"\0" * 1000),
    "lone surrogate": ("EK002", named("\ud800")),
    "lone surrogate, escaped": ("EK003", named("\\ud800")),
    "surrogate pair, escaped": ("EK003", named("\\ud83d\\ude00")),
    "beyond Unicode": ("EK003", named("\\U00110000")),
    "UTF-16": ("EK002", HEAD.encode("utf-16")),
    "UTF-16 without a mark": ("EK013", HEAD.encode("utf-16-be")),
    "UTF-32": ("EK002", HEAD.encode("utf-32")),
    "Latin-1": ("EK002", named("é").encode("latin-1")),
    "overlong": ("EK002", HEAD.encode() + b"note: \xc0\xaf\n"),
    "cut short": ("EK002", HEAD.encode() + b"note: \xe2\x82"),
    "every byte": ("EK002", bytes(range(256))),
    "two documents": ("EK009", HEAD + "---\n" + HEAD),
    "two documents, ended": ("EK009", HEAD + "...\n---\n" + HEAD),
    "empty": ("EK010", ""),
    "only a mark": ("EK010", "\ufeff"),
    "only a comment": ("EK010", "# x"),
    "only a start": ("EK010", "---\n"),
    "null": ("EK010", "null"),
    "a list": ("EK103", "[]"),
    "a word": ("EK103", "x"),
    "a tab": ("EK003", "\tid: x"),
    "version 9.9": ("EK003", "%YAML 9.9\n---\n" + HEAD),
    "a tag handle": ("EK008", "%TAG ! tag:x,2000:\n---\n" + HEAD + "note: !a b\n"),
    "a tag handle nobody gave": ("EK003", HEAD + "note: !e!x y\n"),
    "no key": ("EK003", HEAD + ": x"),
    "a list as key": ("EK012", HEAD + "? [a]\n: x"),
    "a mapping as key": ("EK012", HEAD + "{a: b}: x"),
    "a list as key far in": ("EK012", HEAD + "charges: [{kind: {[a]: x}}]\n"),
    "an alias as key": ("EK007", HEAD + "note: &a [b]\nfacts: {*a : x}\n"),
    "a merge with a word": ("EK007", HEAD + "<<: x\n"),
}
HARMLESS = {
    "right to left": ("EK014", named("\u202e")),
    "isolate": ("EK014", named("\u2066")),
    "no width": ("EK014", named("\u200b")),
    "two marks": ("EK014", "\ufeff\ufeff" + HEAD),
    "hidden escapes": ("EK014", named("\\u202e\\N\\L\\U000e0041")),
    "a mark": ("", "\ufeff" + HEAD),
    "CRLF": ("", HEAD.replace("\n", "\r\n")),
    "lone CR": ("", HEAD.replace("\n", "\r")),
    "next line": ("EK014", HEAD + 'note: "a\x85b"\n'),
    "ended": ("", HEAD + "...\n"),
}
ALONE = {
    **{f"bomb of {name}": case for name, case in BOMBS.items()},
    **{f"nested {name}": case for name, case in NESTS.items()},
    **{f"huge {name}": case for name, case in HUGE.items()},
}
"""What could take time or memory: a few at once, within what each of them may take alone."""
TOGETHER = {
    **{f"amount {text[:12]}": (code, price(text)) for text, code in NUMBERS.items()},
    **{f"day {text}": ("EK107", seen(text)) for text in DAYS},
    **{f"tag {text[:24]}": ("EK008", f"{HEAD}note: {text}\n") for text in TAGS},
    **BYTES,
    **HARMLESS,
}
"""The rest: all in one workspace, one file each."""


@pytest.mark.parametrize("first", range(0, len(ALONE), AT_ONCE))
def test_what_could_take_for_ever_is_a_finding_within_time_and_memory(tmp_path, first):
    some = list(ALONE.items())[first : first + AT_ONCE]
    paths = {name: f"vendors/payment-gateways/x{n}.yaml" for n, (name, _) in enumerate(some)}
    contents = {paths[name]: text for name, (_, text) in some}
    folder = lay_out(tmp_path, files() | {VENDOR_FILE: None} | contents)
    ran = run(folder, "validate", *contents, "--as-of", "2026-11-23")
    assert "Traceback" not in ran.said
    # As above, their ids are all the same.
    found = {name: set(re.findall(rf"^{path}:\S+ \w+\[(EK\d+)\]", ran.out, re.MULTILINE)) - {"EK111", "EK311"} for name, path in paths.items()}  # fmt: skip
    assert found == {name: {code} - {None} for name, (code, _) in some}
    assert ran.code == 1


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    """The codes found in each file, and whatever was printed on the way."""
    contents = {
        f"vendors/payment-gateways/x{number}.yaml": text
        for number, (_, text) in enumerate(TOGETHER.values())
    }
    folder = lay_out(tmp_path_factory.mktemp("texts"), files() | contents)
    words = ("validate", "--as-of", "2026-11-23")
    ran = run(folder, *words, "-f", "json")
    assert ran.code == 1
    by_file = {path: set() for path in contents}
    for each in json.loads(ran.out)["diagnostics"]:
        by_file.setdefault(each["path"], set()).add(each["code"])
    shown = run(folder, *words)
    assert shown.code == 1
    return by_file, ran.said + shown.said


@pytest.mark.parametrize(
    ("number", "code"), list(enumerate(code for code, _ in TOGETHER.values())), ids=TOGETHER
)
def test_hostile_text_is_the_right_finding(findings, number, code):
    # The names of the files differ from the ids in them, which are all the same.
    codes = findings[0][f"vendors/payment-gateways/x{number}.yaml"] - {"EK111", "EK311"}
    assert codes - {"EK102", "EK016"} == set(code.split())


def test_no_control_or_hidden_character_reaches_the_terminal(findings):
    assert "Traceback" not in findings[1]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", findings[1])
