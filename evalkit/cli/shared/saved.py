"""Read evaluations that were saved as JSON."""

from pathlib import Path

from evalkit.checking.reading import content_of, text_in
from evalkit.cli.shared.ages import ALL, Bearing
from evalkit.errors import EvalkitError, NoWorkspaceError
from evalkit.evaluation.record.evaluation import Evaluation

MAX_BYTES = 64 * 1024 * 1024
"""An evaluation of 1,000 vendors with 40 measures has 50 MB."""


def saved_evaluation(file: str) -> Evaluation:
    """The evaluation saved in a file.

    Raises EvalkitError if the file cannot be read or holds something else, or if its figures do
    not add up.
    """
    # A plan needs none of what reads and checks a saved evaluation.
    from evalkit.evaluation.integrity.check import check_intact
    from evalkit.report.data import from_json

    place = Path(file)
    text = text_in(content_of(place, MAX_BYTES), place)
    try:
        evaluation = from_json(text)
        check_intact(evaluation)
    except EvalkitError as error:
        raise EvalkitError(f"{file}: {error}") from error
    return evaluation


def evaluation_of(
    subject: str,
    folder: Path | None,
    as_of: str | None,
    bearing: Bearing = ALL,
    scenario: str | None = None,
) -> Evaluation:
    """The evaluation of a plan, or one saved in a JSON file."""
    return evaluation_and_folder(subject, folder, as_of, bearing, scenario)[0]


def evaluation_and_folder(
    subject: str,
    folder: Path | None,
    as_of: str | None,
    bearing: Bearing = ALL,
    scenario: str | None = None,
) -> tuple[Evaluation, Path | None]:
    """The evaluation of a plan, with the folder of its files, or one saved in a JSON file.

    Raises EvalkitError if `as_of` is given for a saved one, which has a date of its own, or a
    `scenario`, which only a plan can be tried with.
    """
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.loading import evaluated

    if Path(subject).suffix.lower() != ".json":
        date = day(as_of)
        evaluations, found = evaluated(subject, folder, date, bearing=bearing, scenario=scenario)
        return evaluations[0], found
    if as_of is not None:
        raise EvalkitError(f"--as-of needs a plan; {subject} keeps the date it was saved with")
    if scenario is not None:
        raise EvalkitError(f"--scenario needs a plan; {subject} holds what was evaluated before")
    return saved_evaluation(subject), None


def evaluation_with_templates(
    subject: str,
    folder: Path | None,
    as_of: str | None,
    bearing: Bearing = ALL,
    scenario: str | None = None,
) -> tuple[Evaluation, Path | None]:
    """The evaluation of a plan or a JSON file, with the workspace's own templates if it has any.

    Raises EvalkitError if `folder` is given and is not a workspace.
    """
    from evalkit.workspace.folder import find

    evaluation, found = evaluation_and_folder(subject, folder, as_of, bearing, scenario)
    if found is not None:
        return evaluation, found / "templates"
    try:
        return evaluation, find(folder or Path.cwd()) / "templates"
    except NoWorkspaceError as error:
        if folder is None:
            return evaluation, None
        raise EvalkitError(f"{subject}: {error}") from error
