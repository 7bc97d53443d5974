"""Script, Markdown, Jinja, Mermaid, formulas and escape sequences in every text that there is."""

import csv
import io
import re
from html.parser import HTMLParser

import pytest

from evalkit.templates.render import script
from tests.hostile.made import CRITERIA_FILE, OTHER_FILE, PLAN_FILE, ask, files, lay_out

PAYLOAD = (
    "=cmd|'/c calc'!A1,\"><script>alert(1)</script><img src=x onerror=alert(2)> "
    "| [a](javascript:alert(3)) ![b](http://x.test/y) {{ 7*7 }} {% raw %} `c` </style></title>"
    ' ```\n```mermaid\nclick A "javascript:alert(4)"\n%%{init: {}}%% ]}); end\n'
    "# Heading\n\u202e\u2066"
)
CONTROL = r"\u001b]0;t\u0007\u001b[31m\u009b"
"""Control characters, which are allowed in a saved evaluation but not in workspace files."""
TEXTS = frozenset(
    [
        "title",
        "note",
        "source",
        "via",
        "about",
        "because",
        "text",
        "trigger",
        "master",
        "scope",
        "versioning",
        "idempotency",
        "retries",
        "authentication",
        "endpoints",
        "fields",
        "lacks",
        "question",
        "not_applicable",
    ]
)
PLAN = "storefront-payments"
SAVED = "saved.json"
SPEC = ("spec", SAVED, "examplepay")
RUNS = {
    "score": ("score", PLAN),
    "score csv": ("score", PLAN, "-f", "csv"),
    "score md": ("score", PLAN, "-f", "markdown"),
    "cost": ("cost", SAVED),
    "cost of one": ("cost", SAVED, "--vendor", "examplepay"),
    "cost csv": ("cost", SAVED, "-f", "csv"),
    "fit": ("fit", SAVED),
    "explain": ("explain", SAVED, "examplepay"),
    "versus": ("explain", SAVED, "examplepay", "--versus", "otherpay"),
    "weigh": ("weigh", PLAN),
    "robustness": ("robustness", PLAN),
    "diff": ("diff", SAVED, "other.json"),
    "report html": ("report", SAVED),
    "report md": ("report", SAVED, "-f", "markdown"),
    "spec md": SPEC,
    "spec html": (*SPEC, "-f", "html"),
    **{f"validate {style}": ("validate", "-f", style)
       for style in ("text", "json", "github", "gitlab", "sarif", "junit")},
}  # fmt: skip
PEOPLE = {
    "finance": {"title": "x", "because": "x", "weights": {"kind": "points", "points": {"api": 1, "cost": 1, "fit": 1}}},
    "sales": {"title": "x", "weights": {"kind": "order", "order": ["fit", "api", "cost"]}},
}  # fmt: skip


class Tags(HTMLParser):
    """Content forbidden in pages: scripts, external pictures, event handlers, other links."""

    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attrs):
        if tag in {"script", "img", "iframe", "object", "form", "base"}:
            self.bad.append(tag)
        for name, value in attrs:
            link = name in {"href", "src", "xlink:href"} and not re.match("https?://|#", value)
            if link or name.startswith("on") or name == "style":
                self.bad.append((tag, name, value))


def poisoned(data, payload, key=""):
    """A copy of the data with the payload in every free text."""
    if isinstance(data, dict):
        inner = "text" if key == "lacks" else ""
        return {k: poisoned(v, payload, inner or k) for k, v in data.items()}
    if isinstance(data, list):
        return [poisoned(each, payload, key) for each in data]
    return payload if key in TEXTS and isinstance(data, str) else data


def injected(folder, payload):
    """A workspace with the payload in every text, and two evaluations of it that differ."""
    plain = files()
    plain[PLAN_FILE]["stakeholders"] = PEOPLE
    plain[CRITERIA_FILE]["background"] = {"history": {"question": "x"}}
    facts = plain[OTHER_FILE]["facts"]
    facts["api_style"] = {"not_applicable": "x", "source": "x", "checked": "2026-06-20"}
    facts["history"] = {"value": payload, "source": "x", "checked": "2026-06-20"}
    contents = {path: poisoned(data, payload) for path, data in plain.items()}
    for path, data in contents.items():
        if "name" in data:
            data["name"] = f"{payload} {path[-12:]}"
    contents[PLAN_FILE]["platform"]["name"] = "testshop"
    contents[CRITERIA_FILE]["criteria"]["api"]["measures"]["rate_limit"]["unit"] = payload
    lay_out(folder, contents)
    assert ask(folder, "score", PLAN, "-f", "json", "-o", SAVED).code == 0
    contents[OTHER_FILE]["facts"]["rate_limit"]["value"] = 50
    lay_out(folder, contents)
    assert ask(folder, "score", PLAN, "-f", "json", "-o", "other.json").code == 0
    return folder


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    folder = injected(tmp_path_factory.mktemp("injected"), PAYLOAD)
    for saved in (folder / SAVED, folder / "other.json"):
        text = saved.read_text("utf-8")
        assert "# Heading" in text
        saved.write_text(text.replace("# Heading", f"# Heading{CONTROL}"), "utf-8")
    return {name: ask(folder, *words) for name, words in RUNS.items()}


@pytest.mark.parametrize("name", RUNS)
def test_nothing_ends_otherwise_or_moves_the_terminal(outputs, name):
    ran = outputs[name]
    assert ran.code == 0, ran.said
    assert "Traceback" not in ran.said
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ran.said)


@pytest.mark.parametrize("name", ["score csv", "cost csv"])
def test_no_cell_is_a_formula(outputs, name):
    rows = list(csv.reader(io.StringIO(outputs[name].out)))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=@\t\r]|[+-](?!\d+(\.\d+)?(e[+-]?\d+)?$)", cell), cell
    assert any(cell.startswith("'=cmd") for row in rows for cell in row)


@pytest.mark.parametrize("name", ["report html", "spec html"])
def test_html_stays_a_page_without_script(outputs, name):
    page = outputs[name].out
    reader = Tags()
    # The report's own scripts: what is tried, as data, and the shipped files.
    own = [f"<script>{script()}</script>", '<script type="application/json" id="whatif-data">']
    for each in own if name == "report html" else ():
        assert page.count(each) == 1
        page = page.replace(each, "")
    reader.feed(page)
    assert not reader.bad
    assert page.count("</style>") == page.count("<style")
    assert "{{ 7*7 }}" in page


@pytest.mark.parametrize("name", ["report md", "spec md"])
def test_markdown_stays_text(outputs, name):
    text = outputs[name].out
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    rest = re.sub(r"^```(\w*)\n(.*?)^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    rest = re.sub(r'<a id="[a-z0-9-]+"></a>|</?(details|summary)>', "", rest)
    assert not re.search(r"(?<!\\)<(script|img|/)", rest)
    assert not re.search(r"(?<!\\)\]\((?!https?://|#)", rest)
    assert not re.search(r"^(# Heading|click)", text, re.MULTILINE)
    for kind, block in blocks:
        assert kind == "mermaid"
        assert not re.search(r"^\s*(click|%%)|<script|<img|javascript:", block, re.MULTILINE)


@pytest.mark.parametrize("name", ["report md", "spec md"])
def test_rows_keep_their_cells(outputs, name):
    width = None
    for line in outputs[name].out.splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else None
        width = cells if width is None or cells is None else width
        assert cells == width, line


@pytest.mark.parametrize(
    "name",
    ["score", "cost", "cost of one", "fit", "explain", "versus", "weigh", "robustness", "diff"],
)
def test_no_line_on_a_terminal_ends_with_blanks(outputs, name):
    assert not re.search(" $", outputs[name].out, re.MULTILINE)
