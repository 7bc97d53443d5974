"""Text from files, made harmless on a page."""

import re

from markupsafe import Markup, escape

from evalkit.diagnostics.visible import visible

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#!&])")
_PERCENT = re.compile(r"(?<=\d) %")
_UNSAFE_IN_LINK = re.compile(r"[\s<>()\\`|\"']")


def html(value: object) -> object:
    """Show what hides, and keep a number with its percent sign; the engine escapes the rest."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _PERCENT.sub("\u00a0%", visible(value))


def markdown(value: object) -> object:
    """A line of plain text in Markdown: no tables, links, images, code or HTML come out of it."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _MARKDOWN.sub(r"\\\1", visible(value.replace("\n", " ")))


def web_link(target: str) -> str:
    """The target itself if it is a web link, else nothing: no other scheme becomes a link."""
    return target if target.startswith(("https://", "http://")) else ""


def html_link(text: str, target: str) -> Markup:
    """A link in HTML, or plain text where the target is not a web link."""
    shown = escape(html(text))
    if not web_link(target):
        return shown
    safe = escape(visible(target))
    return Markup(f'<a href="{safe}" rel="noopener noreferrer">{shown}</a>')  # noqa: S704


def markdown_link(text: str, target: str) -> Markup:
    """A link in Markdown, or plain text where the target is not a web link."""
    shown = str(markdown(text))
    if not web_link(target):
        return Markup(shown)  # noqa: S704  # escaped for Markdown, which is not HTML
    safe = _UNSAFE_IN_LINK.sub(lambda match: f"%{ord(match[0]):02X}", visible(target))
    return Markup(f"[{shown}]({safe})")  # noqa: S704
