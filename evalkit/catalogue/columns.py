"""The columns of a long list that become measures, and the facts that their cells state."""

import datetime
import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from evalkit.catalogue.prospect import Prospect
from evalkit.errors import EvalkitError
from evalkit.evaluation.derived.ages import AsOf
from evalkit.evidence.importing.names import plain
from evalkit.evidence.importing.values import Reader, UnreadableCellError, Values
from evalkit.evidence.taking.values import UnclearError, hold_number, stated
from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact
from evalkit.model.scale import NAMED, Measure, names_of
from evalkit.model.scales.stated import level_name
from evalkit.source.near import did_you_mean
from evalkit.tables.cells import LONGEST, Cell, Content
from evalkit.tables.dates import iso_day
from evalkit.tables.mapping import Mapped, TableMapping
from evalkit.wording.numbers import thousands

MOST_KNOWN = 10_000
"""The most different texts of a column that are remembered."""
PREFIX = "measure:"
"""Stands before a measure's id in the names of columns, so that none is taken for another."""


@dataclass(frozen=True)
class Column:
    """A column of a table, and the measure that it becomes."""

    head: str
    name: str
    """The measure's id."""
    measure: Measure
    mapped: Mapped
    """What the mapping says about it."""
    reader: Reader
    as_of: AsOf | None
    """How its facts stand on the plan's day, where that may differ from what the table states."""
    source: Mapping[str, Any]
    """The source and the date of every fact."""
    _met: dict[tuple[type, Content], Fact | str | None] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def label(self) -> str:
        """The name of the column in the parts of a list."""
        return f"{PREFIX}{self.name}"

    @property
    def is_named(self) -> bool:
        """Whether its cells hold words."""
        return isinstance(self.measure.scale, NAMED)

    @property
    def takes_numbers(self) -> bool:
        """Whether its cells hold numbers, not words or dates."""
        return not self.is_named and not self.measure.age

    def fact(self, content: Content) -> Fact | str | None:
        """The fact in a cell, on the plan's day; None for what nobody has looked for.

        Where the cell is not understood, it is the reason, as the end of a sentence.
        """
        key = type(content), content
        if key not in self._met:
            if len(self._met) >= MOST_KNOWN:
                self._met.clear()
            self._met[key] = self._read(content)
        return self._met[key]

    def _read(self, content: Content) -> Fact | str | None:
        try:
            said = self.said(Cell(1, 1, content))
        except (UnreadableCellError, UnclearError) as error:
            return str(error)
        if said is None:
            return None
        fact = Fact.model_validate({**said, **self.source})
        return fact if self.as_of is None else self.as_of.fact(fact)

    def said(self, cell: Cell) -> dict[str, Any] | None:
        """The keys of a fact that a cell states; None for what nobody has looked for.

        Raises UnreadableCellError or UnclearError with the reason if it is not understood.
        """
        if isinstance(cell.content, str) and len(cell.content) > LONGEST:
            raise UnreadableCellError(f"it has more than {thousands(LONGEST)} characters")
        text = cell.text
        if not text:
            return None
        if self.reader.is_word(text):
            said = self.reader.word(text, "")
            return said and {key: value for key, value in said.items() if key != "note"}
        if text in self.mapped.means:
            return {"value": self.mapped.means[text]}
        if self.measure.age:
            return stated(self.measure, self._day(cell))
        if self.is_named:
            return stated(self.measure, text)
        if isinstance(cell.content, float) and not math.isfinite(cell.content):
            raise UnreadableCellError(f"{text} is no number")
        found = self.reader.figure(cell)
        for number in found.values():
            hold_number(self.measure, number, text)
        return found

    def _day(self, cell: Cell) -> str:
        if isinstance(cell.content, datetime.date):
            return f"{cell.content:%Y-%m-%d}"
        return iso_day(cell.text, self.reader.mapping.dates)


def columns(
    prospect: Prospect, mapping: TableMapping, source: str, locale: str, today: datetime.date
) -> tuple[Column, ...]:
    """The columns that a mapping names.

    Raises EvalkitError if the mapping contradicts the criteria.
    """
    if mapping.vendors != "down":
        raise EvalkitError("a long list has a row for each vendor: write `vendors: down`")
    told = {"source": mapping.source or source, "checked": str(mapping.checked or today)}
    named = dict(_named(mapping, prospect.gated))
    values = Values(levels={head: {} for head in named}, weights=dict.fromkeys(named, 1.0))
    found = tuple(
        Column(
            head=head,
            name=name,
            measure=prospect.gated.leaves[name].measure,
            mapped=mapping.measures[head],
            reader=Reader(mapping.model_copy(update=told), locale, head, values),
            as_of=prospect.changing.get(name),
            source=told,
        )
        for head, name in named.items()
    )
    if not found:
        raise EvalkitError("the mapping names no `measures`, so there is nothing to score")
    return found


def _named(mapping: TableMapping, criteria: Criteria) -> Iterator[tuple[str, str]]:
    """The heads in a mapping, each with the id of its measure."""
    heads: dict[str, str] = {}
    for head, mapped in mapping.measures.items():
        name = mapped.measure or _id_of(head, criteria)
        _hold(head, name, mapped, criteria)
        if name in heads:
            raise EvalkitError(
                f"both {heads[name]!r} and {head!r} are mapped to {name}; choose one"
            )
        heads[name] = head
        yield head, name


def _id_of(head: str, criteria: Criteria) -> str:
    """The id of a measure by the head of its column, as `import` makes it."""
    name = plain(head, "_")
    rating = f"{name}_rating"
    return rating if name not in criteria.leaves and rating in criteria.leaves else name


def _hold(head: str, name: str, mapped: Mapped, criteria: Criteria) -> None:
    if name not in criteria.leaves:
        hint = did_you_mean(name, criteria.leaves)
        raise EvalkitError(f"the criteria have no measure {name!r} for the column {head!r}; {hint}")
    if name in criteria.derived:
        raise EvalkitError(f"{name} is computed for each plan, so no column can be mapped to it")
    _hold_words(head, mapped, criteria.leaves[name].measure)
    unit = criteria.unit_of(name)
    if mapped.unit and unit and mapped.unit != unit:
        raise EvalkitError(
            f"{name} is measured in {unit}, not in {mapped.unit}; convert {head!r} with `factor`, "
            f"and write `unit: {unit}`"
        )


def _hold_words(head: str, mapped: Mapped, measure: Measure) -> None:
    """Hold what the mapping says about single cells against the measure."""
    is_named = isinstance(measure.scale, NAMED)
    numbers = [each for each in mapped.words.values() if isinstance(each, (float, dict))]
    if numbers and (is_named or measure.age):
        raise EvalkitError(f"{head!r} holds no numbers; write what its words stand for in `means`")
    known = names_of(measure.scale) if isinstance(measure.scale, NAMED) else ()
    for text, levels in mapped.means.items():
        for name in levels if isinstance(levels, tuple) else (level_name(levels),):
            if name not in known:
                hint = did_you_mean(name, known) or "it is measured in numbers"
                raise EvalkitError(f"{head!r}: {text!r} cannot mean {name!r}; {hint}")


def unread(mapping: TableMapping, heads: Collection[str]) -> list[str]:
    """The heads of columns of which a mapping says nothing."""
    named = {
        *mapping.measures, *mapping.leave, *mapping.note, mapping.name, mapping.id, mapping.total,
        mapping.maximum, mapping.weighted,
    }  # fmt: skip
    return [head for head in heads if head not in named]
