"""The table of formats in which diagnostics can be written."""

from evalkit.diagnostics.github import to_github
from evalkit.diagnostics.gitlab import to_gitlab
from evalkit.diagnostics.json import to_json
from evalkit.diagnostics.junit import to_junit
from evalkit.diagnostics.sarif import to_sarif
from evalkit.diagnostics.text import to_text

FORMATS = {
    "text": to_text,
    "json": to_json,
    "github": to_github,
    "gitlab": to_gitlab,
    "sarif": to_sarif,
    "junit": to_junit,
}
BY_REPOSITORY = frozenset({"github", "gitlab", "sarif", "junit"})
"""Formats whose readers know a file by its path in the repository, not in the workspace."""
