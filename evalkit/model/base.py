"""The base of all records, which are frozen, closed and strict, and the basic types of files."""

import datetime
import functools
import re
from typing import Annotated, Any, LiteralString

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from evalkit.regions import REGIONS

_BLANKS = re.compile(r"[ \t\r\n]+")
ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
MEASURE_PATTERN = r"^[a-z0-9][a-z0-9_]{0,63}$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
MeasureId = Annotated[str, StringConstraints(pattern=MEASURE_PATTERN)]


def _one_line(text: Any) -> Any:
    """The text with one blank for each run of blanks and line ends, and none around it."""
    # Most texts are addresses without any; line ends and tabs are not printable.
    if not isinstance(text, str) or (" " not in text and text.isprintable()):
        return text
    return _BLANKS.sub(" ", text).strip(" ")


OneLine = BeforeValidator(_one_line)
"""A block of YAML ends with a line break, and whatever shows a text has one line for it."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000), OneLine]
LARGEST, SMALLEST = 1e15, 1e-10
"""The largest and smallest number in a file, other than 0: all others are mistakes. The smallest is
the last that is not printed as 0 with ten decimals, and no arithmetic on numbers between the two
exceeds the range of a double."""


def in_reach(number: float) -> float:
    """The number itself; refuses one that is too close to 0 to be intended."""
    if 0 < abs(number) < SMALLEST:
        raise PydanticCustomError("too_near_zero", "a number is 0, or farther from it")
    return number


InReach = AfterValidator(in_reach)
Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST, allow_inf_nan=False), InReach]
NUMBER_SCHEMA = {"type": "number", "minimum": -LARGEST, "maximum": LARGEST}
Positive = Annotated[float, Field(gt=0, le=LARGEST, allow_inf_nan=False), InReach]
NotNegative = Annotated[float, Field(ge=0, le=LARGEST, allow_inf_nan=False), InReach]
Value100 = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False), InReach]
Days = Annotated[int, Field(ge=1, le=36_500)]
# Files give lists; a frozen record keeps them as tuples.
Lenient = Strict(strict=False)

_DAY_WORDS: LiteralString = "a date is written year-month-day, such as 2026-06-20"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class Record(BaseModel):
    """The base of everything that is read from a file."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        populate_by_name=True,
        # Validators are built only for the records of a file, and on first use.
        defer_build=True,
    )


def _day(text: Any) -> datetime.date:
    if isinstance(text, datetime.date):
        return text
    if not isinstance(text, str):
        raise PydanticCustomError("day", _DAY_WORDS)
    return _day_in(text)


# Most facts of a file were checked on one of a few days.
@functools.lru_cache(maxsize=256)
def _day_in(text: str) -> datetime.date:
    if not _DAY.fullmatch(text) or text[0] == "0":
        raise PydanticCustomError("day", _DAY_WORDS)
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("day", "there is no such day") from None


def _web_link(text: Any) -> Any:
    if isinstance(text, str) and not text.startswith(("https://", "http://")):
        raise PydanticCustomError("link", "a link starts with https:// or http://")
    return text


def _source(text: Any) -> Any:
    # Plain words are a source too ("account manager, by phone"), but no scheme that can run code.
    if isinstance(text, str) and not text.startswith("https://"):
        scheme = _SCHEME.match(text)
        if scheme and scheme[1].lower() in {"javascript", "data", "vbscript", "file"}:
            raise PydanticCustomError("link", "a source is a web link or plain words")
    return text


DAY_SCHEMA = {
    "type": "string",
    "format": "date",
    "pattern": r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    "examples": ["2026-06-20"],
}
Day = Annotated[datetime.date, BeforeValidator(_day), WithJsonSchema(DAY_SCHEMA)]
WebLink = Annotated[
    Text,
    BeforeValidator(_web_link),
    OneLine,
    WithJsonSchema({"type": "string", "pattern": "^https?://", "maxLength": 2000}),
]
Source = Annotated[
    Text,
    BeforeValidator(_source),
    OneLine,
    WithJsonSchema(
        {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000,
            "format": "source",
            # JSON Schema has no patterns that ignore case.
            "not": {
                "pattern": "^([Jj][Aa][Vv][Aa][Ss][Cc][Rr][Ii][Pp][Tt]|[Dd][Aa][Tt][Aa]"
                "|[Vv][Bb][Ss][Cc][Rr][Ii][Pp][Tt]|[Ff][Ii][Ll][Ee]):"
            },
        }
    ),
]


REGION_FORMAT = "iso-3166"


def _region(given: Any) -> Any:
    if isinstance(given, str) and given not in REGIONS:
        raise PydanticCustomError(
            "region", "a region is a country in the two letters of ISO 3166, EU, EEA or world"
        )
    return given


Region = Annotated[
    str,
    BeforeValidator(_region),
    # A schema lists all of them once, in place of this format.
    WithJsonSchema({"type": "string", "format": REGION_FORMAT}),
]
"""A country, `EU`, `EEA` or `world`."""
