"""Cells → facts: ratings, figures and words; what is not understood is refused with its cell."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from evalkit.evidence.importing.matrix import Line, Matrix, fault
from evalkit.evidence.importing.names import without_remark
from evalkit.tables.cells import Cell
from evalkit.tables.mapping import Mapped, TableMapping, ends_of
from evalkit.tables.numbers import number, number_in

_ARROW = re.compile(r"(.+?)\s*(?:->|=>|→|⇒)\s*(.+)")
_EQUAL = 1e-9
Read = TypeVar("Read")


class UnreadableCellError(Exception):
    """A cell that is not understood; the message says why."""


@dataclass(slots=True)
class Values:
    """What a table says, vendor by vendor."""

    facts: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    """By the vendor's name and the measure's head, as vendor files write them."""
    weights: dict[str, float] = field(default_factory=dict)
    levels: dict[str, dict[str, float]] = field(default_factory=dict)
    """The words of a measure, with their worth."""
    faults: list[str] = field(default_factory=list)


def values(found: Matrix, mapping: TableMapping, locale: str) -> Values:
    """The facts and weights of a table, with everything in it that is not understood."""
    made = Values(faults=list(found.faults))
    for head, cell in found.heads.items():
        weigh = partial(_weight, found, head, mapping, locale)
        made.weights[head] = _or_fault(made, found.weights.get(head, cell), weigh, 0.0)
        made.levels[head] = levels = _levels(found, head, mapping)
        if (answer := found.answers.get(head)) and not mapping.measures.get(head, Mapped()).levels:
            _or_fault(made, answer, partial(_hold_best, answer.text, levels), None)
    for line in found.lines:
        heads = (head for head in line.cells if head in found.heads)
        read = {head: _fact(line, head, Reader(mapping, locale, head, made)) for head in heads}
        made.facts[line.name.text] = {head: fact for head, fact in read.items() if fact is not None}
    return made


def _or_fault(made: Values, cell: Cell, read: Callable[[], Read], otherwise: Read) -> Read:
    """What is read; a fault of a cell, and something else, if it is not understood."""
    try:
        return read()
    except UnreadableCellError as error:
        made.faults.append(fault(cell, str(error)))
        return otherwise


def _fact(line: Line, head: str, reader: "Reader") -> dict[str, Any] | None:
    """The fact of a vendor on a measure; None if there is none, or if it is not understood."""
    cell, made = line.cells[head], reader.made

    def held() -> dict[str, Any] | None:
        fact = reader.fact(cell)
        _hold_weighted(fact, made.weights[head], line.weighted.get(head), reader.locale)
        return fact

    return _or_fault(made, cell, held, None)


def _has_values(found: Matrix, head: str) -> bool:
    return any(head in line.cells for line in found.lines)


def _weight(found: Matrix, head: str, mapping: TableMapping, locale: str) -> float:
    """The weight of a measure; 1 where no measure has one."""
    cell, weight = found.weights.get(head), mapping.measures.get(head, Mapped()).weight
    if cell is None and weight is None:
        return _without_weight(found, head, mapping)
    if cell is not None:
        first = next(iter(found.weights.values()))
        if cell.text.endswith("%") != first.text.endswith("%"):
            raise UnreadableCellError(f"only one of this weight and {first.address} is in percent")
        weight = number(cell, locale) if weight is None else weight
    if weight is None or weight <= 0:
        raise UnreadableCellError("its weight is not a number above 0")
    return weight


def _without_weight(found: Matrix, head: str, mapping: TableMapping) -> float:
    if not _has_values(found, head):
        # A heading between criteria looks like that.
        raise UnreadableCellError(f"{head!r} has neither a value nor a weight")
    if found.weights or any(each.weight for each in mapping.measures.values()):
        raise UnreadableCellError(f"{head!r} has no weight, though others have one")
    return 1.0


def _levels(found: Matrix, head: str, mapping: TableMapping) -> dict[str, float]:
    """The first table that has every word of a measure, turned if the low answer complies."""
    mapped = mapping.measures.get(head, Mapped())
    if mapped.levels:
        return mapped.levels
    texts = {cell.text for line in found.lines if (cell := line.cells.get(head))}
    words = {_known(text, mapping, mapped) for text in texts} - {""}
    tables = mapping.levels.values() if words else ()
    fits = next((each for each in tables if all(_level(word, each) for word in words)), {})
    answer = found.answers.get(head)
    least = min(fits.values(), default=0)
    if answer is None or fits.get(_level(answer.text, fits) or "") != least:
        return fits
    return {word: 100 - worth for word, worth in fits.items()}


def _hold_best(answer: str, levels: Mapping[str, float]) -> None:
    """Hold an answer that complies against the levels: nothing is worth more."""
    if levels and levels.get(_level(answer, levels) or "") != max(levels.values()):
        raise UnreadableCellError(
            f"{answer!r} complies, and is neither the best nor the worst of {', '.join(levels)}; "
            "say under `levels` of this measure what they are worth"
        )


def _known(text: str, mapping: TableMapping, mapped: Mapped) -> str:
    """A text that a table of levels has to have; empty for all that means something else."""
    is_said = text in mapped.words or _among(text, mapping.not_applicable, mapping.missing)
    return "" if is_said else text


def _among(text: str, *lists: tuple[str, ...]) -> bool:
    return any(text.casefold() == word.casefold() for words in lists for word in words)


def _level(text: str, table: Mapping[str, float]) -> str | None:
    """The word of a table that a text is, or begins with before a remark in brackets."""
    for word in (text, without_remark(text)):
        for level in table:
            if level.casefold() == word.casefold():
                return level
    return None


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to understand the cells of one measure."""

    mapping: TableMapping
    locale: str
    head: str
    made: Values

    @property
    def mapped(self) -> Mapped:
        """How the mapping explains the measure."""
        return self.mapping.measures.get(self.head, Mapped())

    def fact(self, cell: Cell) -> dict[str, Any] | None:
        """The fact in a cell, None for what nobody has looked for."""
        text = cell.text
        note = f"cell {cell.address}"
        if self.is_word(text):
            return self.word(text, note)
        if table := self.made.levels[self.head]:
            level = _level(text, table)
            if level is None:
                raise UnreadableCellError(f"{text!r} is none of {', '.join(table)}")
            remark = "" if level == text else f": {text}"
            return {"value": level, "note": note + remark}
        return {**self.figure(cell), "note": note}

    def is_word(self, text: str) -> bool:
        """Whether the mapping says what a text means."""
        return text in self.mapped.words or _among(
            text, self.mapping.missing, self.mapping.not_applicable
        )

    def word(self, text: str, note: str) -> dict[str, Any] | None:
        """What the mapping says that a text means; None if nobody has looked."""
        if text in self.mapped.words:
            return self._said(text, note)
        if _among(text, self.mapping.missing):
            return None
        return {"not_applicable": f"{text} in {self.mapping.source}", "note": note}

    def _said(self, text: str, note: str) -> dict[str, Any] | None:
        word = self.mapped.words[text]
        note = f"{note}: {text}"
        if word == "missing":
            return None
        if word == "unknown":
            return {"value": "unknown", "note": note}
        if word == "not_applicable":
            return {"not_applicable": f"{text} in {self.mapping.source}", "note": note}
        if isinstance(word, dict):
            return {**{str(end): figure for end, figure in word.items()}, "note": note}
        return {"value": word, "note": note}

    def figure(self, cell: Cell) -> dict[str, Any]:
        """The number in a cell, or the number that it is at least.

        Raises UnreadableCellError if it is none, or off the table's own scale.
        """
        text = cell.text
        arrow = _ARROW.fullmatch(text)
        is_least = text.endswith("+")
        found = number(cell, self.locale)
        if found is None:
            bare = arrow[1] if arrow else text.removesuffix("+")
            found = number_in(self._without_unit(bare), self.locale)
        if found is None:
            other = ", and no table of levels has all words beside it" * bool(self.mapping.levels)
            raise UnreadableCellError(f"{text!r} is no number{other}")
        if arrow:
            self._hold_product(found, arrow[2])
        figure = found * self.mapped.factor
        if self.mapped.unit is None:
            self._hold_scale(figure, text)
        return {"at_least" if is_least else "value": figure}

    def _without_unit(self, text: str) -> str:
        unit = self.mapped.unit or ""
        return text.strip().removesuffix(unit).removeprefix(unit).strip()

    def _hold_product(self, rating: float, text: str) -> None:
        """`5 -> 15` is a rating and its product with the weight."""
        product = number_in(text, self.locale)
        weight = self.made.weights[self.head]
        if product is None or abs(product - rating * weight) > _EQUAL * max(1, abs(product)):
            raise UnreadableCellError(
                f"{text} is not {rating:.15g} times the weight, {weight:.15g}"
            )

    def _hold_scale(self, figure: float, text: str) -> None:
        scale = self.mapped.scale or self.mapping.scale
        if scale is not None and not min(ends_of(scale)) <= figure <= max(ends_of(scale)):
            raise UnreadableCellError(f"{text} is not on the scale {scale}")


def _hold_weighted(
    fact: Mapping[str, Any] | None, weight: float, cell: Cell | None, locale: str
) -> None:
    """Hold a value times its weight against what the table says that it is."""
    given = None if cell is None else number(cell, locale)
    value = (fact or {}).get("value")
    if cell is None or given is None or not isinstance(value, float):
        return
    # Tables show the product rounded; half of its last digit is no difference.
    if abs(given - value * weight) > 0.05 + _EQUAL:
        raise UnreadableCellError(
            f"{cell.address} says {cell.text}, but {value:.15g} times {weight:.15g} is not that"
        )
