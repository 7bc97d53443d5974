"""The pages that people read: their blocks of code, headings and links."""

import re
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from tests.conftest import ROOT

REWRITE = "python -m tests.docs.rewrite"
"""The command that rewrites generated content, run in the root of the repository."""
RULES = ROOT / "docs/rules.md"
ARCHITECTURE = ROOT / "docs/design/architecture.md"
PAGES = tuple(sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]))
WRITTEN = tuple(page for page in PAGES if page != RULES)
"""The hand-written pages; the manual of the rules is tested with the rules."""

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r'<a id="([^"]+)">')


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and where the text stands on the page."""

    language: str
    text: str
    start: int
    end: int


def name_of(page: Path) -> str:
    """A page's path in the repository."""
    return page.relative_to(ROOT).as_posix()


def blocks_of(text: str, *languages: str) -> list[Block]:
    """The blocks of a page, of all languages if none is named."""
    found = [Block(each[1], each[2], each.start(2), each.end(2)) for each in _BLOCK.finditer(text)]
    return [block for block in found if not languages or block.language in languages]


def links_of(text: str) -> list[str]:
    """The targets of a page's links and pictures."""
    inline = (each for token in MarkdownIt("commonmark").enable("table").parse(text) for each in token.children or ())  # fmt: skip
    found = (each.attrGet("href") or each.attrGet("src") for each in inline)
    return [str(target) for target in found if target]


def anchors_of(text: str) -> set[str]:
    """The anchors of a page, as GitHub and GitLab derive them from headings."""
    found = set(_MARK.findall(text))
    for heading in re.findall(r"^#+ (.+)$", _BLOCK.sub("", text), re.MULTILINE):
        plain = re.sub(r"<[^>]*>|[^\w\- ]", "", heading).strip().lower()
        found.add(plain.replace(" ", "-"))
    return found
