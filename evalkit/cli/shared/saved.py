"""Evaluations that were saved as JSON, and commands that take those as well as plans."""

from pathlib import Path

from evalkit.checking.reading import content_of, text_in
from evalkit.errors import EvalkitError, NoWorkspaceError
from evalkit.evaluation.integrity.check import check_intact
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.data import from_json

MAX_BYTES = 64 * 1024 * 1024
"""An evaluation of 1,000 vendors with 40 measures has 50 MB."""


def saved_evaluation(file: str) -> Evaluation:
    """The evaluation that a file holds.

    Raises EvalkitError if the file cannot be read, or holds something else, or if its figures no
    longer add up because somebody changed one.
    """
    place = Path(file)
    text = text_in(content_of(place, MAX_BYTES), place)
    try:
        evaluation = from_json(text)
        check_intact(evaluation)
    except EvalkitError as error:
        raise EvalkitError(f"{file}: {error}") from error
    return evaluation


def evaluation_of(subject: str, folder: Path | None) -> Evaluation:
    """The evaluation of a plan, or the one in a JSON file."""
    from evalkit.cli.score import evaluated
    from evalkit.cli.shared.dates import today

    if subject.endswith(".json"):
        return saved_evaluation(subject)
    return evaluated(subject, folder, today())[0][0]


def evaluation_with_templates(subject: str, folder: Path | None) -> tuple[Evaluation, Path | None]:
    """The same, with the workspace's own templates, if there is a workspace.

    Raises EvalkitError if a folder is named that is none.
    """
    from evalkit.cli.score import evaluated
    from evalkit.cli.shared.dates import today
    from evalkit.workspace.folder import find

    if not subject.endswith(".json"):
        evaluations, found = evaluated(subject, folder, today())
        return evaluations[0], found / "templates"
    evaluation = saved_evaluation(subject)
    try:
        return evaluation, find(folder or Path.cwd()) / "templates"
    except NoWorkspaceError as error:
        if folder is None:
            return evaluation, None
        raise EvalkitError(f"{subject}: {error}") from error
