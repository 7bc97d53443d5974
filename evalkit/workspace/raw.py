"""The bytes of a file, or the reason that it cannot be read."""

import hashlib
from dataclasses import dataclass

from evalkit.diagnostics.record import Finding
from evalkit.source.reading import UnreadableError, content
from evalkit.source.yaml import faults
from evalkit.workspace.folder import File

MAX_PATH = 500


@dataclass(frozen=True, slots=True)
class Raw:
    """The content of a workspace's file at the time it was read."""

    path: str
    content: bytes
    finding: Finding | None = None
    """The reason that there is no content."""

    @property
    def key(self) -> str:
        """A digest of the content, or of the reason that there is none."""
        if self.finding is not None:
            return self.finding.message
        return hashlib.sha256(self.content).hexdigest()


def raw(file: File) -> Raw:
    """Read a file; a link that is not followed is not opened."""
    if file.refused:
        return Raw(file.path, b"", faults.link_not_followed(file.refused))
    if len(file.path) > MAX_PATH:
        # Every finding repeats it, some formats more than once.
        reason = f"its path has more than {MAX_PATH} characters"
        return Raw(file.path, b"", faults.unreadable_file(reason))
    try:
        return Raw(file.path, content(file.place))
    except UnreadableError as error:
        return Raw(file.path, b"", error.finding)
