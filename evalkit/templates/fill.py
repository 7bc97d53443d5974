"""Fill templates with plain data, in Jinja's sandbox."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.resources import shipped
from evalkit.source.reading import UnreadableError, content
from evalkit.source.symlinks import refused
from evalkit.templates import escape
from evalkit.wording.numbers import thousands

MAX_PAGE = 64 * 1024 * 1024
"""Maximum characters of a page: a template that writes more is out of control."""
MAX_TEMPLATE = 4 * 1024 * 1024
"""Maximum bytes of a template or style sheet: a device file would never end."""
SUFFIXES = (".j2", ".css")
"""Suffixes of templates and style sheets; no other file is read."""

Source = tuple[str, str, None]
"""A template's text, and its name as the user knows it."""
Load = Callable[[str], Source | None]


class OwnTemplateError(Exception):
    """A template that is not shipped was needed where only shipped ones are allowed."""


def fill(
    name: str,
    contents: Sequence[dict[str, Any]],
    own: Path | None,
    template: Path | None = None,
    *,
    shipped_only: bool = False,
) -> list[str]:
    """Fill a template once for each content.

    `own` is a workspace's templates folder, `template` a file that replaces the shipped `name`.
    Raises EvalkitError if a template cannot be read, is invalid, or accesses what it must not;
    OwnTemplateError if `shipped_only` and a template that is not shipped is needed; MemoryError.
    """
    environment = _environment(_loader(own, template, name, shipped_only=shipped_only), name)
    called = str(template or name)
    with _faults(called):
        chosen = environment.get_template(name)
        return [_joined(chosen.generate(each), called) for each in contents]


@contextmanager
def _faults(name: str) -> Iterator[None]:
    """Turn any error in a template into an EvalkitError of one sentence."""
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        place = f"{error.filename or error.name or name}, line {error.lineno}"
        raise EvalkitError(f"the template {place} is wrong: {_short(error.message)}") from error
    except jinja2.TemplateNotFound as error:
        raise EvalkitError(f"there is no template {_short(repr(error.name))}") from error
    except SecurityError as error:
        raise EvalkitError(
            f"the template {name} reaches for what it may not: {_short(error)}"
        ) from error
    except RecursionError as error:
        raise EvalkitError(
            f"the template {name} leads back to itself, or is nested too deep"
        ) from error
    except _MISTAKES as error:
        said = _short(error) or type(error).__name__
        place = _place(error.__traceback__) or name
        raise EvalkitError(f"the template {place} cannot be filled: {said}") from error


def _place(trace: TracebackType | None) -> str:
    """The innermost template on the way to an error, and its line; empty if there is none."""
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        # Jinja puts the lines of templates in place of those of the code that it makes of them.
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            place = f"{code.co_filename}, line {trace.tb_lineno},"
        trace = trace.tb_next
    return place


_MISTAKES = (
    jinja2.TemplateError, ArithmeticError, AssertionError, AttributeError, LookupError, NameError,
    OSError, RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""Errors that a faulty template can cause; filters may raise any of them."""
_LONGEST = 300


def _short(said: object) -> str:
    """An error's message, cut short because a template may determine its length."""
    text = visible(str(said))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _joined(pieces: Iterator[str], name: str) -> str:
    page: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_PAGE:
            raise EvalkitError(
                f"the template {name} writes more than {thousands(MAX_PAGE)} characters"
            )
        page.append(piece)
    return "".join(page)


class _Compiled(jinja2.BytecodeCache):
    """Templates as this process has compiled them, which takes longer than to fill them."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take over what the same text under the same name was compiled to."""
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a text was compiled to."""
        self.codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = {"html": _Compiled(), "markdown": _Compiled()}
"""Apart, because how to escape is compiled in."""


def _environment(load: Load, name: str) -> ImmutableSandboxedEnvironment:
    is_markdown = name.endswith(".md.j2")
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(load),
        bytecode_cache=_COMPILED["markdown" if is_markdown else "html"],
        autoescape=not is_markdown,
        finalize=escape.markdown if is_markdown else escape.html,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["link"] = escape.markdown_link if is_markdown else escape.html_link
    environment.globals["linked"] = escape.markdown if is_markdown else escape.html_linked
    return environment


def _loader(own: Path | None, template: Path | None, name: str, *, shipped_only: bool) -> Load:
    def load(wanted: str) -> Source | None:
        if wanted.startswith("shipped/"):
            return _source(read(shipped("templates"), wanted.removeprefix("shipped/")), wanted)
        is_given = template is not None and wanted == name
        found = _given(template) if template is not None and is_given else read_own(own, wanted)
        if found is not None and shipped_only:
            raise OwnTemplateError
        if found is None:
            found = read(shipped("templates"), wanted)
        return _source(found, str(template) if is_given else wanted)

    return load


def _source(text: str | None, called: str) -> Source | None:
    return None if text is None else (text, called, None)


def read_own(own: Path | None, name: str) -> str | None:
    """Read a workspace's own template or style sheet; None if there is none."""
    if own is None:
        return None
    if own.is_symlink():
        raise EvalkitError(f"the folder {own.name} is a link; put the folder itself there")
    found = read(own, name)
    if found is None:
        _refuse_other_case(own, name)
    return found


def _refuse_other_case(own: Path, name: str) -> None:
    """Raise EvalkitError if a file differs from a template's name in capitals alone."""
    names: list[str] = []
    with suppress(OSError):
        names = os.listdir(own)  # noqa: PTH208  # names are enough
    for other in sorted(names):
        if other.lower() == name.lower():
            said = f"{own.name}/{other} is not read: a template is called {name}; rename it"
            raise EvalkitError(visible(said))


def read(folder: Path, name: str) -> str | None:
    """Read a template or style sheet; None if there is none.

    Raises EvalkitError if the file is not an allowed one in the folder, is too large, or cannot be
    read.
    """
    file = folder / name
    reason = refused(file, folder.parent.resolve(), (folder.name,), SUFFIXES)
    if reason:
        raise EvalkitError(f"the template {_short(name)} {reason}")
    return _text(file) if os.path.lexists(file) else None


def _given(file: Path) -> str:
    """Read a template given by its path; a link may only lead to a template."""
    way = Path(os.path.relpath(file.resolve(), file.parent.resolve())).parts
    is_hidden = any(step.startswith(".") and step != ".." for step in way)
    if way != (file.name,) and (is_hidden or not way[-1].endswith(".j2")):
        raise EvalkitError(f"the template {file} is a link to what is no template; name a file")
    return _text(file)


def _text(file: Path) -> str:
    try:
        return content(file, MAX_TEMPLATE).decode("utf-8-sig")
    except UnreadableError as error:
        raise EvalkitError(f"cannot read the template {file}: {error.reason}") from error
    except UnicodeDecodeError:
        raise EvalkitError(f"the template {file} is not UTF-8 text") from None
