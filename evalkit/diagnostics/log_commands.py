"""Make text harmless that a CI host would obey as a command in its log.

GitHub's runner obeys a line that begins with `::`, blanks aside, and `##[…]` anywhere in a line;
Azure Pipelines obeys `##vso[…]` and `##[…]`, TeamCity `##teamcity[…]`.

Sources: ActionCommand.cs in github.com/actions/runner (TryParseV2 and TryParse); "Logging commands"
in the documentation of Azure Pipelines; "Service messages" in that of TeamCity.
"""

import os
import re
from typing import Literal

Syntax = Literal["text", "markdown", "html", "csv", "json", "github"]
"""The syntax of a text: JSON has escapes of its own; `github` consists of our own commands, and
only their content comes from files."""

# A comparison by the rules of a language ignores these characters.
_IGNORED = r"\u200c\u200d\ufe00-\ufe0f\ufeff"
# Spaces are skipped, and colour codes may be; either line break counts.
_BLANKS = rf"(?:\x1b\[[0-9;]*m|[^\S\r\n]|[{_IGNORED}])*"
_BEGIN = re.compile(rf"(?<![^\r\n])({_BLANKS}):(?=[{_IGNORED}]*:)")
_CELL = re.compile(rf"(?<![^\r\n])({_BLANKS}:[{_IGNORED}]*:[^\",\r\n]*)")
_ANYWHERE = re.compile(rf"#([{_IGNORED}]*)#(?=[A-Za-z{_IGNORED}]*\[)")
_WRITTEN = {
    "text": (r"\1\\u003a", r"\\u0023\1#"),
    "markdown": (r"\1\\:", r"#\1\\#"),
    "html": (r"\1&#58;", r"&#35;\1#"),
}
_RUNNERS = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
"""Environment variables that these hosts set."""


def disarmed(text: str, syntax: Syntax = "text") -> str:
    """The text made harmless in a log, with the same meaning in its syntax.

    CSV has no escapes: a cell that begins a line is quoted, and `##[` becomes `# #[`, but only
    if a host's variables are set.
    """
    if syntax == "csv":
        quoted = _CELL.sub(r'"\1"', text)
        return _ANYWHERE.sub(r"#\1 #", quoted) if any(map(os.environ.get, _RUNNERS)) else quoted
    begin, inside = _WRITTEN.get(syntax, _WRITTEN["text"])
    text = _ANYWHERE.sub(inside, text)
    return text if syntax == "github" else _BEGIN.sub(begin, text)
