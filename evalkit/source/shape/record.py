"""A file that is a single record, or an error with its first fault and the line."""

from typing import TypeVar

import pydantic

from evalkit.diagnostics.record import Finding, Severity
from evalkit.errors import EvalkitError
from evalkit.source.document import Document
from evalkit.source.shape.shape import shape

Model = TypeVar("Model", bound=pydantic.BaseModel)


def record_in(model: type[Model], document: Document) -> Model:
    """The record in a document. Raises EvalkitError with the first fault and its line."""
    refuse_errors(document)
    record, faults = shape(model, document.data)
    if record is None:
        raise _error(document, faults[0])
    return record


def refuse_errors(document: Document) -> None:
    """Raise EvalkitError with the first error of a text, such as a key that is there twice."""
    for finding in document.findings:
        if finding.severity is Severity.ERROR:
            raise _error(document, finding)


def _error(document: Document, finding: Finding) -> EvalkitError:
    found = document.diagnose(finding)
    said = "; ".join(filter(None, (found.message, found.hint)))
    return EvalkitError(f"{document.path}:{found.span.line}: {said}")
