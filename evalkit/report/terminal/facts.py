"""The facts behind a vendor's points, one by one, for a terminal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.text import Text

from evalkit.explanation.evidence import Evidence, in_words
from evalkit.explanation.explain import Explanation
from evalkit.explanation.versus import MeasureGap, Versus
from evalkit.report.terminal.parts import links
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.wording.numbers import between, fixed, signed

Place = Callable[[Evidence], str]
"""Says in which file, and if possible in which line, a fact stands."""


@dataclass(frozen=True)
class Facts:
    """What is told of each fact."""

    place: Place
    with_places: bool = True
    with_sources: bool = False

    def of_vendor(self, explanation: Explanation, screen: Screen) -> Iterator[Text]:
        """Every fact of a vendor with its points, by criterion."""
        for criterion in explanation.criteria:
            if criterion.measures:
                yield from screen.prose(criterion.title, BOLD)
            for each in criterion.measures:
                points = between(fixed(each.secured, 1), fixed(each.secured + each.open, 1))
                said = (
                    f"{each.title}: {in_words(each.evidence)}; {points} of {fixed(each.worth, 1)}"
                )
                yield from screen.prose(f"{said} points", first="  ", later="    ")
                yield from self._behind(each.evidence, screen)

    def of_both(self, versus: Versus, screen: Screen) -> Iterator[Text]:
        """Every pair of facts with the points between them, by criterion."""
        for criterion in versus.criteria:
            yield from screen.prose(criterion.title, BOLD)
            for gap in criterion.measures:
                remark = f"; {gap.remark}" if gap.remark else ""
                said = f"{gap.title}: {signed(gap.points, 1)} points{_both(gap)}{remark}"
                yield from screen.prose(said, first="  ", later="    ")
                for side, fact in ((versus.first, gap.first), (versus.second, gap.second)):
                    yield from screen.prose(
                        f"{side.name}: {in_words(fact)}", first="    ", later="      "
                    )
                    yield from self._behind(fact, screen)

    def _behind(self, evidence: Evidence, screen: Screen) -> Iterator[Text]:
        """Where a fact stands, how old it is, and where it comes from."""
        age = f", {evidence.age}" if evidence.age else ""
        if self.with_places:
            # A path is never broken.
            yield screen.line(f"    {self.place(evidence)}{age}", DIM)
        if self.with_sources:
            for link in links(evidence):
                yield from screen.source(link, DIM, "    ")


def _both(gap: MeasureGap) -> str:
    """That both facts lie beyond the same end of the scale, where they count alike."""
    ends = {gap.first.beyond, gap.second.beyond}
    (end,) = ends if len(ends) == 1 else ("",)
    return f"; both beyond the {end} end" if end in {"worst", "best"} else ""
