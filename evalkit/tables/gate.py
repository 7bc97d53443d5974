"""A gate that every workbook passes before anything in it is parsed.

A workbook is a zip of XML. What is refused here: archives that grow beyond bounds, names that lead
out of a folder, macros, links to other files, encryption, and files that are no workbook at all.
"""

import re
import zipfile
from io import BytesIO

from evalkit.errors import EvalkitError

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 64 * 1024 * 1024
MOST_ENTRIES = 2_000
MOST_GROWTH = 200
"""How many times its size a file may unpack to; real workbooks reach about 30."""
_SMALL = 1024 * 1024
"""What unpacks to less is harmless, whatever its growth."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CONTENTS = "[content_types].xml"
_WORKBOOK = "xl/workbook.xml"
_REFUSED = (
    (
        r"(.*/)?vbaproject.*\.bin|xl/macrosheets/.*|xl/intlmacrosheets/.*",
        "it contains macros; save it as .xlsx, without them",
    ),
    (r"xl/externallinks/.*", "it has links to other workbooks; save it without them"),
    (
        r"xl/connections\.xml|xl/querytables/.*",
        "it has connections to other data; save it without them",
    ),
    (r"xl/workbook\.bin", "it is a binary workbook (.xlsb); save it as .xlsx"),
)
"""Parts that a workbook of plain values does not have, and why they are refused."""


def opened(raw: bytes, name: str) -> zipfile.ZipFile:
    """The archive of a workbook that holds nothing but values.

    Raises EvalkitError with the reason if it is refused.
    """
    archive = _archive(raw, name)
    entries = archive.infolist()
    _hold_sizes(entries, name)
    _hold_names(entries, name)
    names = {entry.filename.lower() for entry in entries}
    for pattern, why in _REFUSED:
        if any(re.fullmatch(pattern, each) for each in names):
            raise refused(name, why)
    if _CONTENTS not in names or _WORKBOOK not in names:
        raise refused(name, "it is a zip file but no Excel workbook (.xlsx)")
    return archive


def refused(name: str, why: str) -> EvalkitError:
    """The error of a workbook that is not read."""
    return EvalkitError(f"cannot read {name}: {why}")


def is_workbook(raw: bytes) -> bool:
    """Whether bytes begin like a workbook, of today or of old."""
    return raw.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLD_OFFICE))


def _archive(raw: bytes, name: str) -> zipfile.ZipFile:
    if raw.startswith(_OLD_OFFICE):
        if _ENCRYPTED in raw:
            raise refused(name, "it is protected by a password; save it without one")
        raise refused(name, "it is an old Office file (.xls); save it as .xlsx")
    try:
        return zipfile.ZipFile(BytesIO(raw))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise refused(name, "it is no Excel workbook, or it is damaged") from error


def _hold_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    if len(entries) > MOST_ENTRIES:
        raise refused(name, f"it has {len(entries):,} parts, more than {MOST_ENTRIES:,}")
    # `zipfile` never unpacks more of an entry than is declared, so the sum can be relied upon.
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED:
        mib = MOST_UNPACKED // 1024 // 1024
        raise refused(name, f"it unpacks to {unpacked // 1024 // 1024:,} MiB, more than {mib} MiB")
    for entry in entries:
        growth = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > _SMALL and growth > MOST_GROWTH:
            raise refused(name, f"a part unpacks to {growth:,.0f} times its size, as in an attack")


def _hold_names(entries: list[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        path = entry.filename.replace("\\", "/").lower()
        if path.startswith("/") or ":" in path or ".." in path.split("/"):
            raise refused(name, "a part of it has a name that leads out of the file")
        if path in seen:
            raise refused(name, "two parts of it have the same name")
        seen.add(path)
        if entry.flag_bits & 1:
            raise refused(name, "it is protected by a password; save it without one")
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise refused(name, "it is packed in a way that Excel does not use")
