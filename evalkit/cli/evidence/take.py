"""`evalkit take`: answers of vendors, into their files."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evalkit.cli.shared.options import AsOf, WorkspaceFolder

if TYPE_CHECKING:
    import datetime

    from evalkit.evidence.taking.proposal import Proposal
    from evalkit.evidence.taking.replies import Returned
    from evalkit.workspace.workspace import Workspace


def take(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="Questionnaires that came back: .xlsx, .yaml or .json."
        ),
    ],
    write: Annotated[
        bool, typer.Option("--write", help="Write the changes instead of showing them.")
    ] = False,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Take answers over into the vendors' files, and say what could not be taken.

    The changes are shown as a diff; --write writes them. An answer fills what is open, stands as a
    conflict beside what another source says, and replaces nothing but an earlier answer. What is
    on the roadmap is never a yes.
    """
    from evalkit.checking.load import load
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.exit_codes import FINDINGS
    from evalkit.cli.shared.output import talk
    from evalkit.cli.shared.shell import proposed
    from evalkit.diagnostics.visible import visible
    from evalkit.evidence.taking.proposal import propose
    from evalkit.evidence.taking.reading import read_returned
    from evalkit.workspace.folder import find

    today = day(as_of)
    opened = load(find(workspace or Path.cwd()), today)
    returned = tuple(read_returned(file) for file in files)
    found = list(propose(opened, returned, today))
    texts = {path: text for _, each in found for path, text in each.texts.items()}
    texts |= _registers(opened, found, today)
    for _, each in found:
        for line in (*(f"taken: {fact}" for fact in each.taken), *each.findings):
            talk(visible(line))
    plans = {plan for _, each in found for plan, _ in each.answered}
    _show_or_write(
        opened, texts, [proposed(plan, workspace) for plan in sorted(plans)], write=write
    )
    if any(each.findings for _, each in found):
        raise typer.Exit(FINDINGS)


def _registers(
    opened: "Workspace", found: "list[tuple[Returned, Proposal]]", today: "datetime.date"
) -> dict[str, str]:
    """The texts of registers in which something came back, by path."""
    from evalkit.evidence.register import (
        Back,
        Register,
        path_of,
        read_register,
        register_text,
        with_back,
    )

    texts: dict[str, str] = {}
    kept: dict[str, tuple[Register, str]] = {}
    for returned, each in found:
        for plan, vendor in {**each.answered, **each.unclear}:
            register, old = kept.get(plan) or read_register(opened.folder, plan)
            back = Back(
                file=returned.file,
                sha256=returned.sha256,
                taken=today,
                answered=tuple(sorted(each.answered.get((plan, vendor), ()))),
                unclear=each.unclear.get((plan, vendor), {}),
            )
            new = with_back(register, vendor, returned.mark, back)
            kept[plan] = new, old
            if new != register:
                texts[str(path_of(plan))] = register_text(new)
    return texts


def _show_or_write(
    opened: "Workspace", texts: dict[str, str], plans: "list[str]", *, write: bool
) -> None:
    from evalkit.checking.reading import unchanged
    from evalkit.cli.shared.output import answer, is_colourful, talk, write_files
    from evalkit.diagnostics.formats.diff import to_diff
    from evalkit.diagnostics.formats.text import count_of
    from evalkit.source.yaml.lines import BYTE_ORDER_MARK

    def last_look() -> None:
        for path in changed:
            unchanged(opened, path)

    old = {path: unchanged(opened, path) for path in texts}
    marks = {path: BYTE_ORDER_MARK * text.startswith(BYTE_ORDER_MARK) for path, text in old.items()}
    changed = {path: marks[path] + text for path, text in texts.items()}
    if not changed:
        talk("evalkit: nothing to take beside what the files say already")
    elif write:
        write_files({opened.folder / path: text for path, text in changed.items()}, last_look)
        answer(f"Wrote {count_of(len(changed), 'file')}.\n")
        answer("".join(f"Next: evalkit score {plan}\n" for plan in plans))
    else:
        answer(
            "".join(
                to_diff(path, old[path], text, colour=is_colourful())
                for path, text in sorted(changed.items())
            )
        )
        talk(f"evalkit: this would change {count_of(len(changed), 'file')}; add --write to do it")
