"""Reports in a folder: of one evaluation, or of several with a page that leads to them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from evalkit.evaluation.record.evaluation import Evaluation
    from evalkit.report.files import Form
    from evalkit.report.index import Listed

OURS = (b"Made with evalkit", b"<svg ")
"""What a report and its charts contain."""


def everything(
    folder: Path | None, as_of: "datetime.date"
) -> "tuple[list[Evaluation], list[Evaluation], Path]":
    """The evaluations of all plans, those of all categories, and their workspace's folder."""
    from evalkit.cli.shared.loading import lists, open_everything
    from evalkit.evaluation.evaluate import evaluate

    opened = open_everything(folder, as_of)
    plans = [evaluate(opened, plan, as_of) for _, plan in sorted(opened.plans.items())]
    return plans, lists(opened, as_of), opened.folder


def listed(
    plans: "Iterable[Evaluation]", categories: "Iterable[Evaluation]" = ()
) -> "list[Listed]":
    """The reports of plans and of categories, with a name of its own for each."""
    from evalkit.report.index import INDEX, Listed

    found: list[Listed] = []
    for is_plan, evaluations in ((True, plans), (False, categories)):
        for evaluation in evaluations:
            taken, name = {INDEX, *(each.name for each in found)}, evaluation.plan.id
            while name in taken:
                name = f"{name}-list"
            found.append(Listed(name, evaluation, is_plan=is_plan))
    return found


def reports_in(folder: Path, reports: "Sequence[Listed]", form: "Form") -> dict[Path, str | bytes]:
    """Reports by file; of several, also the page that leads to them.

    Raises EvalkitError if a report cannot be made, or if two would have one file.
    """
    from evalkit.cli.shared.progress import bar
    from evalkit.errors import EvalkitError
    from evalkit.report.files import report_files
    from evalkit.report.index import index

    files: dict[Path, str | bytes] = {}
    with bar("Writing reports") as tell:
        for done, each in enumerate(reports):
            page, beside = report_files(each.evaluation, form, each.name)
            for name, text in {f"{each.name}{form.suffix}": page, **beside}.items():
                if folder / name in files:
                    raise EvalkitError(f"two reports would be called {name}; rename a plan")
                files[folder / name] = text
            tell(done + 1, len(reports))
    if len(reports) > 1:
        name, text = index(reports, form)
        files[folder / name] = text
    return files


def refuse_others(files: Iterable[Path], hint: str) -> None:
    """Raise EvalkitError if a file that nobody named would replace one that is no report."""
    from evalkit.errors import EvalkitError

    for file in files:
        # A link or a device is refused later, by what writes.
        if file.is_file() and not any(mark in file.read_bytes() for mark in OURS):
            raise EvalkitError(f"{file} exists and is not a report; {hint}")
