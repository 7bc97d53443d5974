"""The answers of several categories in a paragraph, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.terminal.screen import Screen
from evalkit.wording.words import listed, spelled


def overview(evaluations: Sequence[Evaluation], screen: Screen) -> list[Text]:
    """Where there is a leader, where only one vendor is ranked, and where nobody is."""
    return list(screen.answer(list(_sentences(evaluations))))


def _sentences(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    one, nobody = [], []
    for evaluation in evaluations:
        title, outcome = evaluation.plan.title, evaluation.verdict.outcome
        ranked = [vendor.name for vendor in evaluation.vendors if vendor.rank]
        if len(ranked) == 1:
            one.append(f"{title} ({ranked[0]})")
        elif not ranked:
            nobody.append(title)
        elif outcome == "close":
            yield f"{title}: too close to call."
        else:
            yield f"{title}: {ranked[0]} is the {outcome} choice."
    if one:
        yield f"Only one vendor is ranked in {listed(one)}."
    if nobody:
        others = len(nobody) < len(evaluations)
        rest = f"the other {spelled(len(nobody))}" if others and len(nobody) > 1 else listed(nobody)
        yield f"Nobody is ranked in {rest}."
