"""Mappings: what the columns of a table mean, in a small YAML file beside it."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from evalkit.editing.writing import block
from evalkit.errors import EvalkitError
from evalkit.model.base import Day, Id, Lenient, MeasureId, Number, Record, Source, Text, Value100
from evalkit.model.scales.stated import LevelName, Names
from evalkit.source.document import parse
from evalkit.source.shape.record import record_in, refuse_errors
from evalkit.source.shape.shape import shape

_SCALE = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?):(-?[0-9]+(?:\.[0-9]+)?)")
NOT_APPLICABLE = ("N/A", "n.a.", "not applicable")


def _whole_way(given: dict[str, float]) -> dict[str, float]:
    if min(given.values()) != 0 or max(given.values()) != 100:  # noqa: PLR2004
        raise PydanticCustomError("form", "the worst word is worth 0, and the best 100")
    return given


LevelTable = Annotated[
    dict[LevelName, Value100], Field(min_length=2, max_length=100), AfterValidator(_whole_way)
]
Head = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Heads = Annotated[tuple[Head, ...], Lenient]


def ends_of(text: str) -> tuple[float, float]:
    """The worst and the best number of a scale such as `1:5`.

    Raises EvalkitError if it is none.
    """
    found = _SCALE.fullmatch(text)
    if found is None or float(found[1]) == float(found[2]):
        raise EvalkitError(f"{text!r} is no scale; write its worst and best number, such as 1:5")
    return float(found[1]), float(found[2])


def _scale(given: Any) -> Any:
    try:
        ends_of(given if isinstance(given, str) else "")
    except EvalkitError as error:
        raise PydanticCustomError("scale", "{why}", {"why": str(error)}) from error
    return given


ScaleText = Annotated[str, BeforeValidator(_scale)]
"""The worst and the best number, such as `1:5`, or `5:1` where less is better."""
Ends = dict[Literal["at_least", "low", "likely", "high"], Number]
Word = Number | Literal["unknown", "missing", "not_applicable"] | Ends
"""What a word in a cell means, where it is no level."""
Dates = Literal["year-month-day", "day.month.year", "day/month/year", "month/day/year"]


class Mapped(Record):
    """The measure that a column becomes; a row, where vendors stand across."""

    measure: MeasureId | None = None
    """The measure's id; made of the head if omitted."""
    title: Text | None = None
    """Its title; the head if omitted."""
    group: Text | None = None
    """The criterion that it belongs to, together with others of that group."""
    weight: Number | None = None
    """Its weight, if the table has none."""
    scale: ScaleText | None = None
    """The worst and the best number, if not those of the whole table."""
    unit: Text | None = None
    """The unit of its figures; numbers beyond the ends of the scale are then no errors."""
    factor: Number = 1.0
    """The number by which figures are multiplied to be in that unit."""
    levels: LevelTable | None = None
    """What its words are worth, from 0 to 100, if no table of the mapping says so."""
    words: dict[str, Word] = Field(default={})
    """What single cells mean: a number, a range, or one of unknown, missing, not_applicable."""
    means: dict[str, bool | LevelName | Names] = Field(default={})
    """In a long list, the level or items of the criteria that single cells stand for."""


class TableMapping(Record):
    """What a table holds, and what its columns mean."""

    sheet: Text | None = None
    """The sheet of a workbook; its only one if omitted."""
    vendors: Literal["down", "across", "long"]
    """Whether a vendor is a row, a column, or a row for each of its values."""
    head: Annotated[int, Field(ge=1, le=100_000)] = 1
    """The row with the heads of columns."""
    name: Head
    """The head of the column with the names of vendors; of criteria, where vendors stand across."""
    id: Head | None = None
    """In a long list, the head of the column with ids; the names are the ids if omitted."""
    criterion: Head | None = None
    """In a long table, the head of the column with the criteria."""
    value: Head | None = None
    """In a long table, the head of the column with the values."""
    weight: Head | None = None
    """The head of the row or column with the weights."""
    weighted: Head | None = None
    """In a long table, the head of the column with values times weights; it is only checked."""
    total: Head | None = None
    """The head of the totals; they are only compared."""
    maximum: Head | None = None
    """The head of the largest possible totals."""
    compliant: Head | None = None
    """In a questionnaire, the head of the column with the answers that comply."""
    names: dict[Head, Text] = Field(default={})
    """Names of vendors that replace those of the table, such as `Answer` in a questionnaire."""
    note: Heads = ()
    """The heads of remarks about vendors."""
    leave: Heads = ()
    """The heads of what is not read."""
    scale: ScaleText | None = None
    """The worst and the best rating of the whole table."""
    levels: dict[str, LevelTable] = Field(default={})
    """Tables of words, each word with its worth from 0 to 100."""
    missing: Heads = ()
    """Words for what nobody has looked for; an empty cell always means that."""
    not_applicable: Heads = NOT_APPLICABLE
    """Words for what does not apply."""
    locale: Text | None = None
    """How numbers are written, such as `en` or `de`; told from the table if omitted."""
    dates: Dates = "year-month-day"
    """How dates are written."""
    encoding: Text | None = None
    delimiter: Text | None = None
    category: Id | None = None
    """The category of the vendors, and the name of the plan; made of the file's name if omitted."""
    title: Text | None = None
    """The title of both; the name of the file in words if omitted."""
    source: Source | None = None
    """The source of every fact; the name of the file if omitted."""
    checked: Day | None = None
    """The day on which the source was checked; the day of the import if omitted."""
    measures: dict[Head, Mapped] = Field(default={})
    """The columns that become measures, by head."""

    @model_validator(mode="after")
    def _long_has_columns(self) -> Self:
        if self.vendors == "long" and not (self.criterion and self.value):
            raise PydanticCustomError("form", "a long table needs both `criterion` and `value`")
        return self


def mapping_in(text: str, name: str) -> TableMapping:
    """The mapping in a YAML text. Raises EvalkitError with the first fault and its place."""
    return record_in(TableMapping, parse(text, name, kind="mapping"))


def mapping_of(data: Mapping[str, Any]) -> TableMapping:
    """The mapping of plain data, such as options. Raises EvalkitError with the first fault."""
    record, found = shape(TableMapping, data)
    if record is None:
        raise EvalkitError(f"`{found[0].route[0] if found[0].route else ''}`: {found[0].message}")
    return record


def mapping_text(mapping: TableMapping) -> str:
    """A mapping as YAML, without what is not stated."""
    data = mapping.model_dump(mode="json", exclude_defaults=True)
    if mapping.measures:
        # Also those of which nothing is stated: the file is where a person says more.
        data["measures"] = {
            head: each.model_dump(mode="json", exclude_defaults=True)
            for head, each in mapping.measures.items()
        }
    about = "# What the columns of a table mean; `evalkit import` reads this file if it is there.\n"
    return about + "\n".join(block(data, 0, 2)) + "\n"


def levels_in(text: str, name: str) -> dict[str, dict[str, float]]:
    """The tables in a YAML file of levels: one table, or several by name.

    Raises EvalkitError with the first fault and its place.
    """
    document = parse(text, name, kind="tables of words")
    refuse_errors(document)
    tables = document.data if isinstance(document.data, dict) else {}
    if tables and not any(isinstance(each, dict) for each in tables.values()):
        tables = {"levels": tables}
    record, found = shape(_LevelTables, {"levels": tables})
    if record is None or not tables:
        why = found[0].message if found else "it holds no table of words"
        raise EvalkitError(f"{name}: {why}; write words as in {{Good: 100, Fair: 50, Poor: 0}}")
    return record.levels


class _LevelTables(Record):
    levels: dict[str, LevelTable]
