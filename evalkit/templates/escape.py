"""Escape untrusted text for HTML and Markdown pages."""

import re

from markupsafe import Markup, escape

from evalkit.diagnostics.visible import visible

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#!&])")
_PERCENT = re.compile(r"(?<=\d) %")
_UNSAFE_IN_LINK = re.compile(r"[\s<>()\\`|\"']")


def html(value: object) -> object:
    """Show hidden characters and keep percent signs with their numbers; Jinja escapes the rest."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _PERCENT.sub("\u00a0%", visible(value))


def markdown(value: object) -> object:
    """Escape text as one line of Markdown, so that it makes no table, link, image, code or HTML."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _MARKDOWN.sub(r"\\\1", visible(value.replace("\n", " ")))


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


def markdown_link(text: str, target: str) -> Markup:
    """A link in Markdown, or plain text if the target is not a web link."""
    shown = str(markdown(text))
    if not web_link(target):
        return Markup(shown)  # noqa: S704  # escaped for Markdown, which is not HTML
    safe = _UNSAFE_IN_LINK.sub(lambda match: f"%{ord(match[0]):02X}", visible(target))
    return Markup(f"[{shown}]({safe})")  # noqa: S704
