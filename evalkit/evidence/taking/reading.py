"""Read a questionnaire that came back, whatever its form."""

from pathlib import Path

from evalkit.checking.reading import content_of
from evalkit.evidence.taking.replies import Returned, read_answers
from evalkit.evidence.taking.sheets import answers_in
from evalkit.source.yaml.faults import MAX_BYTES
from evalkit.tables.gate import MOST_BYTES, is_workbook
from evalkit.tables.reading import read_book

_TEXTS = {".yaml", ".yml", ".json"}


def read_returned(file: Path) -> Returned:
    """A file that came back: a workbook, YAML, or the JSON that a form saves.

    Raises EvalkitError if it cannot be read, or is no questionnaire.
    """
    is_text = file.suffix.lower() in _TEXTS
    if not is_text or is_workbook(content_of(file, MOST_BYTES)):
        # What is named like something else is refused there, with the reason.
        return answers_in(read_book(file))
    return read_answers(content_of(file, MAX_BYTES), file.name)
