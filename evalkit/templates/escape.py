"""Escape untrusted text for HTML and Markdown pages."""

import re

from markupsafe import Markup, escape

from evalkit.diagnostics.visible import visible

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#!&])")
_ENDS_MATH = re.compile(r"(?<=\S)\$(?!\d)")
"""A dollar that would end a formula on GitHub or in pandoc, if another one comes before it."""
_PERCENT = re.compile(r"(?<=\d) %")
_UNSAFE_IN_LINK = re.compile(r"[\s<>()\\`|\"']")


def html(value: object) -> object:
    """Show hidden characters and keep percent signs with their numbers; Jinja escapes the rest."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _PERCENT.sub("\u00a0%", visible(value))


def markdown(value: object) -> object:
    """Escape text as a line of Markdown: it makes no table, link, image, code, formula or HTML."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    line = _MARKDOWN.sub(r"\\\1", visible(value.replace("\n", " ")))
    # Prices such as $5 to $10 stay as they are: a dollar before a digit ends nothing.
    return line.replace("$", r"\$") if _ENDS_MATH.search(line) else line


def web_link(target: str) -> str:
    """The target if it is an http or https link, else nothing: no other scheme becomes a link."""
    return target if target.startswith(("https://", "http://")) else ""


def html_link(text: str, target: str) -> Markup:
    """A link in HTML, or plain text if the target is not a web link."""
    shown = escape(html(text))
    if not web_link(target):
        return shown
    safe = escape(visible(target))
    return Markup(f'<a href="{safe}" rel="noopener noreferrer">{shown}</a>')  # noqa: S704


_ADDRESS = re.compile(r"https?://[^\s<>\"'()]*[^\s<>\"'().,;:!?]")
"""A web address within a text, without what ends the sentence."""


def html_linked(text: str) -> Markup:
    """A text in HTML in which every web address is a link."""
    made, end = Markup(), 0
    for found in _ADDRESS.finditer(text):
        made += escape(html(text[end : found.start()])) + html_link(found[0], found[0])
        end = found.end()
    return made + escape(html(text[end:]))


def markdown_link(text: str, target: str) -> Markup:
    """A link in Markdown, or plain text if the target is not a web link."""
    shown = str(markdown(text))
    if not web_link(target):
        return Markup(shown)  # noqa: S704  # escaped for Markdown, which is not HTML
    safe = _UNSAFE_IN_LINK.sub(lambda match: f"%{ord(match[0]):02X}", visible(target))
    return Markup(f"[{shown}]({safe})")  # noqa: S704
