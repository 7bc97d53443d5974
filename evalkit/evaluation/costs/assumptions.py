"""A plan's financial assumptions, formatted for reports."""

from collections.abc import Iterator

from evalkit.evaluation.costs.terms import Write, plan_title, spread
from evalkit.evaluation.record.costs import AssumptionResult
from evalkit.evaluation.record.reference import reference
from evalkit.model.criteria import in_lower_case
from evalkit.model.money import Assumption, Money, Volume
from evalkit.model.prices.amount import Amount
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.terms import A_YEAR, GROWING, SHARE_OF, TIMES
from evalkit.wording.money import Printer

Way = tuple[str | int, ...]


def assumptions(money: Money, path: str, written: Printer) -> Iterator[AssumptionResult]:
    """Discount rate, hourly rate, exchange rates and volumes, each with its source."""
    yield _result(("discount_rate",), money.discount_rate, path, written.share)
    if money.hourly_rate is not None:
        yield _result(("hourly_rate",), money.hourly_rate, path, _amount(written))
    for code, rate in money.rates.items():
        yield _result(("rates", code), rate, path, written.number)
    for name, volume in money.volumes.items():
        yield _volume(name, volume, path, written)


def _result(
    way: Way, record: Assumption | Volume, path: str, write: object, text: str = ""
) -> AssumptionResult:
    numbers = record.numbers
    middle = record.value if record.value is not None else record.likely
    if middle is None and numbers:
        middle = (numbers[0] + numbers[-1]) / 2
    return AssumptionResult(
        title=plan_title(way),
        text=text or spread(record, write),  # type: ignore[arg-type]
        low=min(numbers, default=None),
        likely=middle,
        high=None if record.is_open_ended else max(numbers, default=None),
        reference=reference(record, path, ("money", *way)),
    )


def _volume(name: str, volume: Volume, path: str, written: Printer) -> AssumptionResult:
    if volume.share is not None:
        whole = in_lower_case(volume.of or "")
        is_part = max(volume.share.numbers) <= 1
        part, times = spread(volume.share, written.share), spread(volume.share, written.number)
        text = say(SHARE_OF if is_part else TIMES, share=part, times=times, whole=whole)
    else:
        text = spread(volume, written.number)
        text = text if _is_worth(name) or volume.is_unknown else say(A_YEAR, amount=text)
    if volume.growth is not None:
        text = say(GROWING, amount=text, share=_growth(volume.growth, written))
    return _result(("volumes", name), volume, path, written.number, text)


def _amount(written: Printer) -> Write:
    return lambda amount: written.price(amount, written.currency)


def _growth(growth: Amount, written: Printer) -> str:
    return spread(growth, written.share)


def _is_worth(name: str) -> bool:
    return name.startswith("average_")
