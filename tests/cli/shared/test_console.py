"""Pages on terminals, in pipes and read aloud, at every width."""

import json
import re

import pytest
from rich.cells import cell_len

from tests import conftest
from tests.cli.made import DAY
from tests.diagnostics.formats.seeded import FILES as FAULTS
from tests.evaluation.fit.made import FILES, vendor

LINK = "https://x.test/" + "documentation/" * 20
LONG = "Bank für Zahlungen und Sammelüberweisungen"
API = (
    f"{{id: api, kind: rest, source: {LINK}, checked: 2026-09-01, limits: {{per_second: 1}}, "
    "data: {order: {directions: [to_vendor]}, refund: {directions: [to_vendor]}}}"
)
NAMED = vendor("named", API).replace("name: Named", f"name: {LONG}")
PAGES = [
    ("fit", "saved.json"),
    ("fit", "saved.json", "--vendor", "named"),
    ("score", "storefront-payments"),
    ("score", "storefront-payments", "--by-criterion"),
    ("robustness", "storefront-payments"),
    ("explain", "saved.json", "named", "--sources"),
    ("explain", "saved.json", "named", "--versus", "examplepay"),
    ("diff", "saved.json", "saved.json"),
    ("validate", *DAY),
]
KINDS = {
    "pipe": (False, {}),
    "terminal": (True, {"TERM": "xterm-256color"}),
    "plain": (True, {"TERM": "xterm-256color", "NO_COLOR": "1"}),
    "aloud": (True, {"TERM": "dumb"}),
}
WIDTHS = (20, 40, 80, 120, 200) if conftest.LONG else (20, 80)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def shown(evalkit, write, monkeypatch):
    folder = write({**FILES, "vendors/payment-gateways/named.yaml": NAMED})
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)

    def page(words, kind, width):
        is_terminal, variables = KINDS[kind]
        for name in ("TERM", "NO_COLOR", "EVALKIT_PLAIN"):
            monkeypatch.delenv(name, raising=False)
        for name, value in (variables | {"COLUMNS": str(width)}).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.stdout.__class__.isatty", lambda _: is_terminal, raising=False)
        ran = evalkit(*words, cwd=folder)
        assert ran.code == 0, ran.err
        return ran.out

    return page


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "words",
    [*PAGES[:3], *(pytest.param(words, marks=pytest.mark.long) for words in PAGES[3:])],
    ids=" ".join,
)
def test_no_line_is_wider_than_its_terminal_and_nothing_is_cut(shown, words, kind):
    for width in WIDTHS:
        out = shown(words, kind, width)
        assert ("\x1b" in out) <= (kind == "terminal")
        text = ESCAPE.sub("", out)
        assert "…" not in text
        for line in text.splitlines():
            # Only links and places may be wider.
            assert cell_len(line) <= max(width, 40) or "/" in line, (width, line)
        if words[0] in {"fit", "score"} and "named" not in words:
            assert LONG in " ".join(text.split())
        if words[1:] == ("saved.json", "--vendor", "named"):
            assert f"{LINK}\n" in text


@pytest.mark.parametrize("kind", KINDS)
def test_findings_are_whole_at_any_width(evalkit, write, monkeypatch, kind):
    is_terminal, variables = KINDS[kind]
    folder = write(FAULTS)
    found = json.loads(evalkit("validate", "-f", "json", *DAY, cwd=folder).out)["diagnostics"]
    errors = [each for each in found if each["severity"] == "error"]
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.__class__.isatty", lambda _: is_terminal, raising=False)
    for width in WIDTHS:
        monkeypatch.setenv("COLUMNS", str(width))
        out = evalkit("validate", *DAY, cwd=folder).out
        flat = " ".join(ESCAPE.sub("", out).split())
        for each in errors:
            place = f"{each['path']}:{each['line']}:{each['column']}: error[{each['code']}]"
            assert f"{place} {each['message']}" in flat, (width, place)
