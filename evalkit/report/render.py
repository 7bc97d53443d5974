"""Templates → pages, in Jinja's sandbox.

A workspace's own template replaces the shipped one of the same name; `shipped/` before a name
always means the shipped one, so that an override can extend it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from evalkit.errors import EvalkitError
from evalkit.report import escape
from evalkit.resources import shipped

MAX_PAGE = 64 * 1024 * 1024
"""Characters; a template that writes more has run away."""

Load = Callable[[str], str | None]


def render(
    name: str, content: dict[str, Any], own: Path | None, template: Path | None = None
) -> str:
    """The page that a template makes of plain data.

    `own` is a workspace's templates folder, `template` a file instead of the shipped `name`.
    Raises EvalkitError if a template cannot be read, is wrong, or reaches for what it may not.
    """
    environment = _environment(own, template, name)
    try:
        pieces = environment.get_template(name).generate(content)
        return _joined(pieces, name)
    except jinja2.TemplateSyntaxError as error:
        place = f"{error.filename or error.name or name}, line {error.lineno}"
        raise EvalkitError(f"the template {place} is wrong: {error.message}") from error
    except jinja2.TemplateNotFound as error:
        raise EvalkitError(f"there is no template {error.name!r}") from error
    except SecurityError as error:
        raise EvalkitError(f"the template {name} reaches for what it may not: {error}") from error
    except RecursionError as error:
        raise EvalkitError(
            f"the template {name} leads back to itself, or is nested too deep"
        ) from (error)
    except MemoryError as error:
        raise EvalkitError(f"the template {name} needs more memory than there is") from error
    except _MISTAKES as error:
        said = str(error) or type(error).__name__
        raise EvalkitError(f"the template {name} cannot be filled: {said}") from error


_MISTAKES = (
    jinja2.TemplateError, ArithmeticError, AssertionError, LookupError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What a template can come to by its own fault; filters raise what they like."""


def _joined(pieces: Any, name: str) -> str:
    page: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_PAGE:
            raise EvalkitError(f"the template {name} writes more than {MAX_PAGE:,} characters")
        page.append(piece)
    return "".join(page)


def _environment(
    own: Path | None, template: Path | None, name: str
) -> ImmutableSandboxedEnvironment:
    is_markdown = name.endswith(".md.j2")
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(_loader(own, template, name)),
        autoescape=not is_markdown,
        finalize=escape.markdown if is_markdown else escape.html,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["link"] = escape.markdown_link
    return environment


def _loader(own: Path | None, template: Path | None, name: str) -> Load:
    def load(wanted: str) -> str | None:
        if wanted.startswith("shipped/"):
            return _text(shipped("templates"), wanted.removeprefix("shipped/"))
        if template is not None and wanted == name:
            return _text(template.parent, template.name, must_exist=True)
        found = _text(own, wanted) if own is not None else None
        return _text(shipped("templates"), wanted) if found is None else found

    return load


def _text(folder: Path, name: str, *, must_exist: bool = False) -> str | None:
    """A template's text; None if there is none, or it lies outside its folder."""
    file = (folder / name).resolve()
    if not file.is_relative_to(folder.resolve()):
        raise EvalkitError(f"the template {name} lies outside {folder}")
    if not file.is_file() and not must_exist:
        return None
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EvalkitError(f"cannot read the template {folder / name}: {reason}") from error
    except UnicodeDecodeError:
        raise EvalkitError(f"the template {folder / name} is not UTF-8 text") from None


SHEETS = ("colours.css", "charts.css", "report.css")


def style(own: Path | None) -> str:
    """The style sheet of the page, each part the workspace's own or the shipped one.

    Raises EvalkitError if a part could close its element early.
    """
    parts = []
    for name in SHEETS:
        text = _text(own, name) if own is not None else None
        parts.append(text if text is not None else _text(shipped("templates"), name) or "")
    if any("</" in part for part in parts):
        raise EvalkitError("a style sheet may not hold `</`")
    return "".join(parts)
