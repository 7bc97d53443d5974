"""The text of a file that is no part of the workspace but decides about it."""

from pathlib import Path

from evalkit.errors import EvalkitError
from evalkit.source.lines import BYTE_ORDER_MARK
from evalkit.source.reading import UnreadableError, content


def content_of(file: Path, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes; EvalkitError says what is in the way."""
    try:
        return content(file, most)
    except UnreadableError as error:
        raise EvalkitError(f"cannot read {file}: {error.reason}") from error


def text_in(raw: bytes, file: Path) -> str:
    """Bytes as UTF-8 text, without a byte order mark; EvalkitError if they are none."""
    try:
        return raw.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        raise EvalkitError(
            f"cannot read {file}: byte {error.start + 1} is not UTF-8; save it as UTF-8 text"
        ) from error
