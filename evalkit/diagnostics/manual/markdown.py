"""Manuals of rules in Markdown: one as help for a finding, or all in a document."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from evalkit import __version__
from evalkit.diagnostics.manual.text import unwrapped
from evalkit.diagnostics.rule import Rule

_CODE = re.compile(r"(`[^`]*`)")
_SIGNS = re.compile(r"([\\`*_\[\]<>|~#!&])")
_STARTS_A_LIST = re.compile(r"^(\d+(?=[.)])|(?=[-+]))")


def page_in_markdown(rule: Rule) -> str:
    """The manual of one rule, as help for a finding."""
    return f"{_text(rule)}\nIn a terminal: `evalkit rule {rule.code}`\n"


def section(rule: Rule, *, level: int = 1) -> str:
    """The manual of one rule under a heading with an anchor such as `#ek301`."""
    heading = f'{"#" * level} <a id="{_anchor(rule)}"></a>{rule.code} {rule.name}'
    return f"{heading}\n\n{_title(_facts(rule))}.\n\n{_text(rule)}"


def document(rules: Sequence[Rule]) -> str:
    """All rules by subject, after a table of contents; `rules` come in the order of their codes."""
    subjects = [(name, list(group)) for name, group in groupby(rules, key=lambda r: r.subject)]
    contents = "\n".join(_contents(name, group) for name, group in subjects)
    parts = "\n".join(_part(name, group) for name, group in subjects)
    return (
        f"# The rules of evalkit {__version__}\n\n"
        f"`evalkit validate` checks {len(rules)} rules. An error means that a file cannot be used, "
        "a warning that a result may be hard to defend.\n\n"
        "An example shows only the keys that its rule is about: it omits other required keys, and "
        "`null` marks a missing value.\n\n"
        f"{contents}\n{parts}"
    )


def _contents(subject: str, rules: Iterable[Rule]) -> str:
    rows = "".join(
        f"| [{r.code}](#{_anchor(r)}) | {r.severity} | {r.since} | {_cell(r.manual.summary)} |\n"
        for r in rules
    )
    return (
        f"**{_title(subject)}**\n\n"
        f"| rule | severity | since | requirement |\n|---|---|---|---|\n{rows}"
    )


def _part(subject: str, rules: Iterable[Rule]) -> str:
    sections = "\n".join(section(rule, level=3) for rule in rules)
    return f"## {_title(subject)}\n\n{sections}"


def _title(subject: str) -> str:
    return _plain(subject[:1].upper() + subject[1:])


def _anchor(rule: Rule) -> str:
    return rule.code.lower()


def _facts(rule: Rule) -> str:
    return f"{rule.severity}, {rule.subject}, since {rule.since}"


def _text(rule: Rule) -> str:
    manual = rule.manual
    paragraphs = (
        _plain(manual.summary),
        *filter(None, [_plain(manual.why)]),
        "Bad:",
        _fenced(manual.bad),
        "Good:",
        _fenced(manual.good),
    )
    return "\n\n".join(paragraphs) + "\n"


def _plain(text: str) -> str:
    """A manual's text for Markdown: `code` stays code, and all else is escaped."""
    return "\n\n".join(map(_paragraph, unwrapped(text).split("\n\n")))


def _paragraph(line: str) -> str:
    pieces = (
        piece if _CODE.fullmatch(piece) else _SIGNS.sub(r"\\\1", piece)
        for piece in _CODE.split(line)
    )
    return _STARTS_A_LIST.sub(r"\1\\", "".join(pieces))


def _cell(text: str) -> str:
    """A manual's text for a table cell, where a bar must be escaped even within code."""
    return re.sub(r"(?<!\\)\|", r"\\|", _plain(text))


def _fenced(example: str) -> str:
    """An example between fences longer than any row of backticks in it."""
    longest = max((len(row) for row in re.findall("`+", example)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}yaml\n{example}\n{fence}"
