"""Open a workspace and a plan, and stop at errors in the files that they use."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import typer

from evalkit.checking.load import load
from evalkit.cli.shared.ages import ALL, Bearing, remark_ages
from evalkit.cli.shared.exit_codes import FINDINGS
from evalkit.cli.shared.output import is_colourful, talk
from evalkit.cli.shared.progress import bar
from evalkit.diagnostics.formats.text import to_text
from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.errors import EvalkitError
from evalkit.model.plan import Plan
from evalkit.source.near import did_you_mean
from evalkit.source.paths import has_suffix
from evalkit.source.shape.shape import shape
from evalkit.workspace.folder import find
from evalkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from evalkit.evaluation.record.evaluation import Evaluation
    from evalkit.model.comparison.scenario import Scenario


NO_VENDORS = "EK411"
"""The rule that a plan's category has vendors."""


def open_plan(
    plan: str, folder: Path | None, as_of: datetime.date, *, may_be_empty: bool = False
) -> tuple[Workspace, Plan]:
    """The workspace of a plan, and the plan; errors in the files that it uses end the run.

    A plan that `may_be_empty` needs no vendors, as those of a long list have no files yet.
    """
    file = plan_file(plan, folder)
    workspace = read(find(folder or file.parent), as_of)
    path = _path_in(workspace, file)
    errors = [d for d in workspace.errors if d.path == path]
    record = next(
        (p for name, p in workspace.plans.items() if workspace.paths["plan", name] == (path,)), None
    )
    if record is None and may_be_empty and {each.code for each in errors} == {NO_VENDORS}:
        record, _ = shape(Plan, workspace.documents[path].data)
        return workspace, record  # type: ignore[return-value]  # its only fault is no vendors
    if record is None:
        stop_for(errors or workspace.errors, "so the plan cannot be used")
        raise EvalkitError(f"{plan} is not in the folder `plans` of {workspace.folder}")
    _stop_for_errors_in(workspace, path, record)
    return workspace, record


def read(folder: Path, as_of: datetime.date) -> Workspace:
    """A workspace as it was read and checked, with a bar if that takes long."""
    with bar("reading") as tell:
        return load(folder, as_of, tell=tell)


def plan_file(plan: str, folder: Path | None) -> Path:
    """The file of the plan with a path or an id.

    Raises EvalkitError if there is none.
    """
    file = Path(plan)
    if file.is_file():
        return file
    if has_suffix(file.name) or len(file.parts) > 1:
        _refuse_what_is_no_file(file)
        raise EvalkitError(f"there is no file {plan}")
    plans = find(folder or Path.cwd()) / "plans"
    there = [f for f in sorted(plans.glob("*"), key=_small_first) if has_suffix(f.name)]
    named = [each for each in there if each.stem == plan]
    for each in named:
        if each.is_file():
            return each
    for each in named:
        _refuse_what_is_no_file(each)
    hint = did_you_mean(plan, [each.stem for each in there]) or "there are no plans yet"
    raise EvalkitError(f"there is no plan {plan!r} in {plans}; {hint}")


def _small_first(file: Path) -> str:
    return file.name.swapcase()


def _refuse_what_is_no_file(file: Path) -> None:
    """Raise EvalkitError if a path exists but is not a regular file."""
    if file.is_symlink() and not file.exists():
        raise EvalkitError(f"{file} is a broken link; point it to a plan's file")
    if file.exists():
        kind = "folder" if file.is_dir() else "pipe or a device"
        raise EvalkitError(f"{file} is a {kind}, not a plan's file")


def _path_in(workspace: Workspace, file: Path) -> str:
    root, place = workspace.folder.resolve(), file.parent.resolve() / file.name
    # A link in the workspace goes by its own name, not by that of its target.
    own = place.relative_to(root).as_posix() if place.is_relative_to(root) else ""
    if own in workspace.documents:
        return own
    try:
        return file.resolve().relative_to(root).as_posix()
    except ValueError:
        raise EvalkitError(f"{file} is not inside the workspace {workspace.folder}") from None


def _stop_for_errors_in(workspace: Workspace, path: str, plan: Plan) -> None:
    """End the run if a file that this plan needs, or may need, has errors."""
    needed = [d for d in workspace.errors if d.path == path or _matters(workspace, d.path, plan)]
    stop_for(needed, "nothing was scored")
    others = len(workspace.errors)
    if others:
        talk(
            f"evalkit: {others} errors in files that this plan does not use; see `evalkit validate`"
        )


def _matters(workspace: Workspace, path: str, plan: Plan) -> bool:
    document = workspace.documents[path]
    if document.kind == "criteria":
        return plan.category not in workspace.criteria
    if document.kind == "from":
        return PurePosixPath(path).parent.name in {plan.category, "vendors"}
    if document.kind != "vendor" or (plan.vendors and PurePosixPath(path).stem not in plan.vendors):
        return False
    data = document.data if isinstance(document.data, dict) else {}
    folder = PurePosixPath(path).parent.name
    if plan.vendors is None and _has_another_role(workspace, data.get("role"), plan):
        return False
    return plan.category in {data.get("category"), folder} or folder == "vendors"


def _has_another_role(workspace: Workspace, role: object, plan: Plan) -> bool:
    """Whether a file states a role that exists, and that the plan does not compare."""
    criteria = workspace.criteria.get(plan.category)
    is_known = isinstance(role, str) and criteria is not None and role in criteria.roles
    return is_known and not plan.takes(str(role))


def stop_for(errors: Sequence[Diagnostic] | Iterable[Diagnostic], consequence: str) -> None:
    """Show errors and end with exit code 1; do nothing if there are none."""
    shown = [d for d in errors if d.severity is Severity.ERROR]
    if shown:
        files = len({d.path for d in shown})
        talk(to_text(shown, files, colour=is_colourful()).rstrip("\n") + f"; {consequence}")
        raise typer.Exit(FINDINGS)


STDIN = "-"
NEEDS_PLAN = "--scenario needs a plan, which it changes; name one"


def scenario_for(
    file: str | None, workspace: Workspace, plan: Plan, as_of: datetime.date
) -> "Scenario | None":
    """The scenario in a file or on stdin, None if none is named; errors in it end the run.

    Raises EvalkitError if it cannot be read, or is of another plan.
    """
    if file is None:
        return None
    from evalkit.checking.reading import content_of, stdin_of
    from evalkit.checking.scenario import scenario_in
    from evalkit.source.document import document
    from evalkit.source.yaml.faults import MAX_BYTES

    raw = stdin_of(MAX_BYTES) if file == STDIN else content_of(Path(file), MAX_BYTES)
    path = "<stdin>" if file == STDIN else file
    record, findings = scenario_in(document(raw, path, "scenario"), workspace, as_of)
    stop_for(findings, "nothing was tried")
    if record is None or record.plan != plan.id:
        other = record.plan if record else ""
        raise EvalkitError(f"{path} is a scenario of the plan {other!r}, not of {plan.id!r}")
    return record


def evaluated(
    plan: str | None,
    folder: Path | None,
    as_of: datetime.date,
    *,
    full: bool = True,
    bearing: Bearing = ALL,
    scenario: str | None = None,
) -> "tuple[list[Evaluation], Path]":
    """The evaluations of a plan, or of every category and role, and their workspace's folder.

    `bearing` is what of their files the answer rests on; `scenario` is the file of what to try.
    """
    from evalkit.evaluation.evaluate import evaluate

    if plan is None:
        if scenario is not None:
            raise EvalkitError(NEEDS_PLAN)
        opened = open_everything(folder, as_of)
        return lists(opened, as_of, full=full), opened.folder
    opened, record = open_plan(plan, folder, as_of)
    tried = scenario_for(scenario, opened, record, as_of)
    with bar("scoring") as tell:
        evaluation = evaluate(opened, record, as_of, full=full, scenario=tried, tell=tell)
    remark_ages(opened, record, (given.path for given in evaluation.inputs), bearing)
    return [evaluation], opened.folder


def open_everything(folder: Path | None, as_of: datetime.date) -> Workspace:
    """A workspace with vendors; errors in any of its files end the run."""
    opened = read(find(folder or Path.cwd()), as_of)
    if not any(document.kind == "vendor" for document in opened.documents.values()):
        place = opened.folder / "vendors"
        raise EvalkitError(f"no vendor files in {place}; add one, or run `evalkit init`")
    stop_for(opened.errors, "nothing was scored")
    remark_ages(opened, None, opened.documents)
    return opened


def lists(opened: Workspace, as_of: datetime.date, *, full: bool = True) -> "list[Evaluation]":
    """The evaluation of every category and role, by the criteria's own weights."""
    from evalkit.evaluation.compared import default_plans
    from evalkit.evaluation.evaluate import evaluate

    with bar("scoring") as tell:
        plans = default_plans(opened)
        return [evaluate(opened, plan, as_of, full=full, tell=tell) for plan in plans]


def lists_named(
    name: str, folder: Path | None, as_of: datetime.date
) -> "tuple[list[Evaluation], Path] | None":
    """The evaluations of a category, or of one of its roles, and their workspace's folder; None
    if `name` is a plan's or no category's.
    """
    file = Path(name)
    if file.suffix or len(file.parts) > 1 or file.is_file():
        return None
    # Only now, because what is saved is read without what calculates.
    from evalkit.evaluation.compared import default_plans
    from evalkit.evaluation.evaluate import evaluate

    place = find(folder or Path.cwd())
    if any(each.stem == name and has_suffix(each.name) for each in (place / "plans").glob("*")):
        return None
    opened = read(place, as_of)
    plans = [plan for plan in default_plans(opened) if name in {plan.id, plan.category}]
    wrong = (d for d in opened.errors if any(_matters(opened, d.path, plan) for plan in plans))
    stop_for(wrong, "nothing was scored")
    found = [evaluate(opened, plan, as_of) for plan in plans]
    remark_ages(opened, None, {given.path for each in found for given in each.inputs})
    return (found, opened.folder) if found else None
