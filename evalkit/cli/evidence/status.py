"""Show who was asked what and when, what came back, and what is overdue."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from evalkit.cli.shared.output import answer
from evalkit.diagnostics.formats.text import count_of
from evalkit.diagnostics.visible import visible
from evalkit.evidence.register import State, plans_asked, read_register, states
from evalkit.wording.messages.figures import date
from evalkit.workspace.folder import find


def show(plan: str | None, folder: Path | None, day: datetime.date) -> None:
    """Where things stand with every vendor that was asked, for one plan or for all."""
    from evalkit.cli.shared.loading import plan_file

    root = find(folder or Path.cwd())
    names = [plan_file(plan, folder).stem] if plan else plans_asked(root)
    lines = [line for name in names for line in _lines(root, name, day, in_full=plan is not None)]
    answer("".join(f"{visible(line)}\n" for line in lines) or "Nobody was asked yet.\n")


def _lines(root: Path, plan: str, day: datetime.date, *, in_full: bool) -> Iterator[str]:
    """A line for each vendor, and what is unclear; in full also what is waited for."""
    register, _ = read_register(root, plan)
    found = states(register, day)
    if not found:
        return
    yield f"{plan}:"
    for each in found:
        due = f", due on {date(each.due)}" if each.due else ""
        yield f"  {each.vendor}: asked on {date(each.asked)}{due}; {_outcome(each)}"
        for measure, why in each.unclear.items():
            yield f"    {measure}: {why}"
        if in_full and each.waiting:
            yield f"    not answered: {', '.join(each.waiting)}"
    if any(each.unclear for each in found):
        yield f"  Ask again what is unclear: evalkit ask {plan} --again -o questions"


def _outcome(state: State) -> str:
    """What came back, and what did not."""
    parts = [f"{state.answered} of {count_of(state.questions, 'question')} answered"]
    if state.unclear:
        parts.append(f"{len(state.unclear)} unclear")
    if state.waiting:
        late = "overdue" if state.is_overdue else "waited for"
        parts.append(f"{len(state.waiting)} {late}")
    return ", ".join(parts)
