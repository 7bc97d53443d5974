"""`evalkit robustness`: how certain the ranking is, and what would change it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from evalkit.cli.shared.options import (
    FORMAT_HELP,
    AsOf,
    OutputFile,
    PlanName,
    ScenarioFile,
    WorkspaceFolder,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalkit.evaluation.record.evaluation import Evaluation
    from evalkit.model.plan import Plan


def robustness(
    plan: PlanName,
    precision: Annotated[
        float | None,
        typer.Option(
            metavar="POINTS",
            min=0.05,
            max=10,
            help="The largest standard error of a share, in percentage points; 0.5 unless the "
            "plan sets it.",
        ),
    ] = None,
    weights: Annotated[
        Literal["mixture", "order", "intervals", "point", "uniform", "fixed"] | None,
        typer.Option(
            metavar="FORM",
            help="The weights to simulate: mixture, order, intervals, point, uniform or fixed; "
            "by default as the plan says.",
        ),
    ] = None,
    concentration: Annotated[
        float | None,
        typer.Option(
            metavar="NUMBER",
            min=1,
            max=1_000_000,
            help="How closely simulated weights keep to those stated as points.",
        ),
    ] = None,
    style: Annotated[
        Literal["table", "json"] | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    output: OutputFile = None,
    scenario: ScenarioFile = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show how certain the ranking is, what would change it, and what to find out first."""
    from evalkit.cli.shared.ages import remark_ages
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.formats import format_for
    from evalkit.cli.shared.loading import open_plan, scenario_for
    from evalkit.evaluation.evaluate import evaluate

    chosen, date = format_for(style, output, ("table", "json")), day(as_of)
    opened, record = open_plan(plan, workspace, date)
    wanted = {"precision": precision, "weights": weights, "concentration": concentration}
    record = _with_settings(record, wanted)
    tried = scenario_for(scenario, opened, record, date)
    with _progress(record) as advance:
        evaluation = evaluate(opened, record, date, advance=advance, scenario=tried)
    remark_ages(opened, record, (given.path for given in evaluation.inputs))
    _show(evaluation, chosen, output)


def _with_settings(plan: "Plan", wanted: dict[str, Any]) -> "Plan":
    """The plan with its robustness settings replaced by the command's options."""
    given = {key: value for key, value in wanted.items() if value is not None}
    return plan.model_copy(update={"robustness": plan.robustness.model_copy(update=given)})


@contextmanager
def _progress(plan: "Plan") -> "Iterator[Callable[[int], None]]":
    """A progress bar on stderr, shown on a terminal only."""
    from evalkit.analysis.smaa import draws_for
    from evalkit.cli.shared.progress import bar

    total, done = draws_for(plan.robustness.precision / 100), 0
    with bar("simulating") as tell:

        def advance(more: int) -> None:
            nonlocal done
            done += more
            tell(done, total)

        yield advance


def _show(evaluation: "Evaluation", style: str, output: Path | None) -> None:
    from evalkit.cli.shared.console import screen_for, show_lines
    from evalkit.cli.shared.output import deliver

    if style == "json":
        from evalkit.report.data import ROBUSTNESS, parts_json

        deliver(parts_json(evaluation, ROBUSTNESS), "json", output)
        return
    from evalkit.report.terminal.robustness import to_robustness

    show_lines(to_robustness(evaluation, screen_for(evaluation, output)), output=output)
