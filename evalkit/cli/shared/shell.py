"""Words as a shell takes them, for commands that are proposed."""

import os
import re
import shlex

from evalkit.diagnostics.visible import visible

_NOT_PLAIN = re.compile(r"[^ -~]|[\\']")


def quoted(word: str) -> str:
    """A file or folder as one word that can be pasted, and that is never taken for an option."""
    # A dash begins an option, `=` a command's path in zsh.
    named = f"./{word}" if word.startswith(("-", "=")) else word
    if visible(named) == named:
        return shlex.quote(named)
    # Escapes, so that a name with control characters can be shown and pasted.
    shown = "".join(_NOT_PLAIN.sub(lambda match: _bytes(match[0]), each) for each in named)
    return f"$'{shown}'"


def _bytes(sign: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in os.fsencode(sign))


def proposed(subject: str, folder: "os.PathLike[str] | None", scenario: str | None = None) -> str:
    """A plan or an evaluation, where it is and what is tried, as a proposed command names them."""
    place = f" -w {quoted(os.fspath(folder))}" if folder is not None else ""
    if scenario is None:
        return f"{quoted(subject)}{place}"
    # A dash alone is stdin.
    return (
        f"{quoted(subject)}{place} --scenario {scenario if scenario == '-' else quoted(scenario)}"
    )
