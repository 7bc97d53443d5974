"""Render pages from templates.

A workspace's own template replaces the shipped one of the same name; the prefix `shipped/` always
means the shipped one, so that an override can extend it. Shipped templates are filled in this
process; if any of the workspace's own is needed, everything is filled in a separate one.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rjsmin import jsmin

from evalkit.errors import EvalkitError
from evalkit.resources import shipped
from evalkit.templates.fill import OwnTemplateError, fill, read, read_own


def render(
    name: str, content: dict[str, Any], own: Path | None, template: Path | None = None
) -> str:
    """Render a page from plain data.

    `own` is a workspace's templates folder, `template` a file that replaces the shipped `name`.
    Raises EvalkitError if a template cannot be read, is invalid, accesses what it must not, or
    takes too much time or memory.
    """
    return render_each(name, [content], own, template)[0]


def render_each(
    name: str, contents: Sequence[dict[str, Any]], own: Path | None, template: Path | None = None
) -> list[str]:
    """Render a page for each content; arguments and errors are those of `render`."""
    try:
        return fill(name, contents, own, template, shipped_only=True)
    except OwnTemplateError:
        # Only a workspace with its own templates needs the code that starts processes.
        from evalkit.templates.isolated import fill_apart  # noqa: PLC0415

        return fill_apart(name, contents, own, template)
    except MemoryError as error:
        raise EvalkitError(f"the template {name} needs more memory than there is") from error


SHEETS = ("colours.css", "charts.css", "report.css")
_HARMFUL = re.compile(r"</|##[A-Za-z]*\[")
_COLONS = re.compile(r"(?:\A|(?<=[\n\r]))([^\S\n\r]*)::")


def style(own: Path | None, more: str = "", sheets: Sequence[str] = SHEETS) -> str:
    """The style sheet of a page: each part the workspace's own or the shipped one, then `more`.

    Raises EvalkitError if it could close its element early, or give commands to a CI runner.
    """
    # Checked as a whole, because harmful text may begin in one part and end in the next.
    sheet = "\n" + "".join(_part(own, name) for name in sheets) + more
    harmful = _HARMFUL.search(sheet)
    if harmful:
        raise EvalkitError(f"a style sheet may not hold `{harmful[0]}`")
    # CI runners obey lines that begin with two colons; with a star they mean the same in CSS.
    return _COLONS.sub(r"\1*::", sheet)


ENGINE = ("whatif-score.js", "whatif-weights.js", "whatif-crossovers.js", "whatif-compare.js")
SCRIPTS = (*ENGINE, "whatif-page.js", "whatif-controls.js", "report.js")


def code(names: Sequence[str]) -> str:
    """Scripts as they are written: always shipped files, so that no workspace brings its own."""
    folder = shipped("templates")
    return "".join((folder / name).read_text("utf-8") for name in names)


def script(names: Sequence[str] = SCRIPTS) -> str:
    """The script of a page, without what only helps who reads it."""
    return str(jsmin(code(names)))


def _part(own: Path | None, name: str) -> str:
    text = read_own(own, name)
    return read(shipped("templates"), name) or "" if text is None else text
