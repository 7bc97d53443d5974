"""Read a questionnaire that came back, whatever its form."""

from pathlib import Path

from evalkit.checking.reading import content_of
from evalkit.errors import EvalkitError
from evalkit.evidence.taking.replies import Returned, read_answers
from evalkit.evidence.taking.sheets import answers_in
from evalkit.source.yaml.faults import MAX_BYTES
from evalkit.tables.gate import MOST_BYTES, is_workbook
from evalkit.tables.reading import read_book

_TEXTS = {".yaml", ".yml", ".json"}
_TABLES = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv"}


def read_returned(file: Path) -> Returned:
    """A file that came back: a workbook, YAML, or the JSON that a form saves.

    Raises EvalkitError if it cannot be read, or is no questionnaire.
    """
    suffix = file.suffix.lower()
    raw = content_of(file, MOST_BYTES)
    if suffix in _TABLES or (suffix in _TEXTS and is_workbook(raw)):
        # What is named like something else is refused there, with the reason.
        return answers_in(read_book(file))
    if suffix in _TEXTS:
        return read_answers(content_of(file, MAX_BYTES), file.name)
    hint = "; take the .json that the form saves" if suffix in {".html", ".htm"} else ""
    raise EvalkitError(f"{file} holds no answers: they come back as .xlsx, .yaml or .json{hint}")
