"""Numbers written in the forms of price lists, and the form that files take."""

import re
from collections.abc import Iterator
from decimal import Decimal

_SPACE = "[ \u00a0\u2009\u202f]*"
_UNIT = r"(?:[^\W\d_]{1,12}\.?|[A-Z]{0,3}[$€£¥₹₺₩₽])"
_NUMBER = re.compile(
    rf"{_UNIT}?{_SPACE}(?P<sign>[-+−]?){_SPACE}{_UNIT}?{_SPACE}"
    r"(?P<digits>\d(?:[.,'’ \u00a0\u2009\u202f]?\d)*)(?:[.,](?:[-–—]{1,2}|(?!\w)))?"
    rf"{_SPACE}(?P<times>k|K|M|Mio\.?)?(?!\w)"
    rf"{_SPACE}(?P<unit>%|{_UNIT}?(?:{_SPACE}/{_SPACE}\w{{1,12}})?)"
)
_TIMES = {"k": 1_000, "K": 1_000}
"""What a letter behind a number stands for; others stand for a million."""
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{2,3})*\D\d{3}")
_RANGE = re.compile(rf"(?P<low>.*?\w){_SPACE}(?:-|–|—|\bto\b|\bbis\b){_SPACE}(?P<high>\S.*)")
_FROM = re.compile(
    rf"(?:(?:from|ab|at least|over)\b|[>≥]){_SPACE}(?P<a>.+)|(?P<b>.+?){_SPACE}\+", re.IGNORECASE
)
LONGEST = 60
"""Letters of the longest text in which a number is looked for."""


def number_hint(given: str, key: str, *, may_be_range: bool) -> str:
    """How to write the number that a text means; empty if it means none."""
    text = given.strip()
    if len(text) > LONGEST:
        return ""
    hint = _open_or_range(text) if may_be_range else ""
    numbers = () if hint else numbers_meant(text)
    if numbers and text.endswith("%") and key != "percent":
        share = _plain(Decimal(numbers[0]) / 100)
        return f"write {numbers[0]} where this counts percent, {share} where it counts shares of 1"
    quotes = " without quotes" if numbers == (text,) else ""
    return f"write {' or '.join(numbers)}{quotes}" if numbers else hint


def _open_or_range(text: str) -> str:
    start, ends = _FROM.fullmatch(text), _RANGE.fullmatch(text)
    low = numbers_meant(start["a"] or start["b"]) if start else ()
    if low:
        return f"write {{at_least: {low[0]}}}"
    both = [numbers_meant(ends[end]) for end in ("low", "high")] if ends else []
    return f"write {{low: {both[0][0]}, high: {both[1][0]}}}" if both and all(both) else ""


def numbers_meant(text: str) -> tuple[str, ...]:
    """The numbers that a text may mean, without grouping, units and currency; mostly one.

    `1.299` with a currency is 1299 in one country and 1.299 in another.
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        return ()
    sign = "-" if found["sign"] in {"-", "−"} else ""
    by = _TIMES.get(found["times"], 1_000_000) if found["times"] else 1
    written = (_plain(Decimal(each) * by) if by > 1 else each for each in _read(found["digits"]))
    return tuple(f"{sign}{each}" for each in written)


def _read(digits: str) -> Iterator[str]:
    marks = [each for each in digits if not each.isdigit()]
    last = marks[-1] if marks else ""
    head, _, tail = digits.rpartition(last) if last else (digits, "", "")
    is_decimal = last in {".", ","} and marks.count(last) == 1
    if not marks:
        yield digits
        return
    if _is_grouped(digits) and not (is_decimal and head == "0"):
        yield _joined(digits)
    if is_decimal and (_is_grouped(head) or head.isdigit()):
        yield f"{_joined(head)}.{tail}"


def _is_grouped(digits: str) -> bool:
    """Whether one mark divides digits into groups: `1.299.000`, `1 299` or `1,29,900`."""
    marks = {each for each in digits if not each.isdigit()}
    return len(marks) == 1 and _GROUPED.fullmatch(digits) is not None


def _joined(digits: str) -> str:
    return "".join(each for each in digits if each.isdigit())


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
