"""What drives the figures, one assumption at a time, and where two vendors break even."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from evalkit.costing.break_even import BreakEven, break_even
from evalkit.costing.kinds import MONEY, Key
from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import net_present_value, present_benefits, present_costs
from evalkit.costing.ranges import TornadoBar, tornado
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.terms import assumption_title, ends_of
from evalkit.evaluation.record.costs import (
    BreakEvenResult,
    DifferenceResult,
    TornadoResult,
)
from evalkit.model.criteria import in_lower_case, in_words
from evalkit.model.entries import Entry, volumes_of
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import worth as words
from evalkit.wording.money import Printer
from evalkit.wording.rounding import decimal, figures_of, is_same_amount, rounded
from evalkit.wording.words import listed

MOST_PAIRED = 5
"""How many of the top vendors are compared pairwise."""
MOST_VOLUMES = 20
"""Volumes searched for a break-even point: each search recalculates all costs."""
MOST_FINER = 9
"""Further decimals that may keep a crossing on its side of today's volume."""

Entries = Mapping[Key, tuple[str, Entry]]


def entries_of(books: Books, names: Mapping[str, str]) -> Entries:
    """Each entry with its vendor's name, which is empty if it applies to every vendor.

    A benefit has the names of those that bring it where another has the same title.
    """
    titles = Counter(benefit.title for benefit in books.money.benefits)
    found: dict[Key, tuple[str, Entry]] = {}
    for vendor, ledger in books.ledgers.items():
        for item in ledger.items:
            own = item.key[0] == vendor or vendor in item.key
            is_shared = not own and titles[item.entry.title or ""] > 1
            who = _bringing(item.entry, names) if is_shared else ""
            found[item.key] = (names[vendor] if own else who, item.entry)
    return found


def _bringing(entry: Entry, names: Mapping[str, str]) -> str:
    """The vendors that bring a benefit, if it is not all of them."""
    known = [names[each] for each in getattr(entry, "vendors", None) or () if each in names]
    return listed(known) if known else ""


def vendor_swings(ledger: Ledger, entries: Entries, printer: Printer) -> tuple[TornadoResult, ...]:
    """The effect of each assumption on a vendor's net present value, largest first."""
    return _sorted(_result(each, entries, printer) for each in tornado(ledger, net_present_value))


def _result(swing: TornadoBar, entries: Entries, printer: Printer) -> TornadoResult:
    low, high = ends_of(swing.assumption, (swing.low_end, swing.high_end), printer)
    return TornadoResult(
        title=assumption_title(swing.assumption.key, entries),
        low_end=low,
        high_end=high,
        at_low=swing.at_low,
        at_high=swing.at_high,
        is_range=swing.assumption.is_range,
    )


def _sorted(found: Iterator[TornadoResult]) -> tuple[TornadoResult, ...]:
    moving = [each for each in found if not is_same_amount(each.at_high, each.at_low)]
    return tuple(sorted(moving, key=lambda each: -abs(each.at_high - each.at_low)))


def difference(
    one: Ledger, other: Ledger, names: Mapping[str, str], entries: Entries, printer: Printer
) -> DifferenceResult:
    """What drives the difference in net present value between two vendors."""
    worths = [float(net_present_value(side, side.likely)) for side in (one, other)]
    base = worths[0] - worths[1]
    ahead, behind = names[one.vendor], names[other.vendor]
    # A difference of nothing is no lead, and nothing can turn it round.
    if is_same_amount(worths[0], worths[1], size_of(one)):
        found: tuple[TornadoResult, ...] = ()
        text = say(words.SAME_NET, one=ahead, other=behind, amount=printer.about(worths[0]))
    else:
        found = _sorted(_between(one, other, entries, printer))
        text = _difference_text(base, ahead, behind, found, printer)
    return DifferenceResult(
        one=one.vendor, other=other.vendor, difference=base, swings=found, text=text
    )


def size_of(ledger: Ledger) -> float:
    """The larger side of a net present value, against which rounding errors are measured."""
    sides = (present_costs(ledger, ledger.likely), present_benefits(ledger, ledger.likely))
    return max(abs(float(side)) for side in sides)


def _between(
    one: Ledger, other: Ledger, entries: Entries, printer: Printer
) -> Iterator[TornadoResult]:
    sides = [
        ({each.assumption.key: each for each in tornado(side, net_present_value)},
         float(net_present_value(side, side.likely)))
        for side in (one, other)
    ]  # fmt: skip
    for key in dict.fromkeys([*sides[0][0], *sides[1][0]]):
        (low_one, high_one), (low_other, high_other) = (
            (found[key].at_low, found[key].at_high) if key in found else (base, base)
            for found, base in sides
        )
        swing = sides[0][0].get(key) or sides[1][0][key]
        told = _result(swing, entries, printer)
        yield TornadoResult(
            title=told.title,
            low_end=told.low_end,
            high_end=told.high_end,
            at_low=low_one - low_other,
            at_high=high_one - high_other,
            is_range=told.is_range,
        )


def _difference_text(
    base: float, ahead: str, behind: str, found: Sequence[TornadoResult], printer: Printer
) -> str:
    sentences = [say(words.AHEAD, one=ahead, other=behind, amount=printer.about(base))]
    turning = [each for each in found if min(each.at_low, each.at_high) < 0]
    if not found:
        return sentences[0]
    if turning:
        told = ", ".join(_turning(each) for each in turning)
        sentences.append(say(words.ANY_TURNS, other=behind, assumptions=told))
    else:
        sentences.append(say(words.NONE_TURNS, other=behind, assumption=_turning(found[0])))
    return " ".join(sentences)


def _turning(swing: TornadoResult) -> str:
    return say(words.ASSUMPTION, assumption=swing.title, low=swing.low_end, high=swing.high_end)


def break_evens(
    books: Books, order: Sequence[str], names: Mapping[str, str], printer: Printer
) -> Iterator[BreakEvenResult]:
    """Break-even volumes between pairs of the top vendors; `order` lists ids, best first."""
    for one, other in combinations(order[:MOST_PAIRED], 2):
        ledgers = books.ledgers[one], books.ledgers[other]
        for volume in _counted(ledgers, books)[:MOST_VOLUMES]:
            found = break_even(*ledgers, volume)
            if found is not None:
                yield _told(found, (one, other), volume, names, printer)


def _counted(ledgers: Sequence[Ledger], books: Books) -> list[str]:
    """Volumes counted in their own right: neither a share of another nor its monetary value."""
    worths = {
        name
        for ledger in ledgers
        for item in ledger.items
        for _, name in list(volumes_of(item.entry))[1:]
    }
    known = {key for ledger in ledgers for key in ledger.assumptions}
    return [
        name
        for name, record in books.money.volumes.items()
        if record.of is None and name not in worths and (*MONEY, "volumes", name) in known
    ]


def _told(
    found: BreakEven,
    pair: tuple[str, str],
    volume: str,
    names: Mapping[str, str],
    printer: Printer,
) -> BreakEvenResult:
    cheaper = [{-1: pair[0], 1: pair[1]}.get(side) for side in found.cheaper]
    return BreakEvenResult(
        one=pair[0],
        other=pair[1],
        volume=volume,
        title=in_words(volume),
        today=found.today,
        crossings=found.crossings,
        cheaper=tuple(cheaper),
        text=_break_even_text(found, pair, cheaper, volume, names, printer),
    )


def _break_even_text(
    found: BreakEven,
    pair: tuple[str, str],
    cheaper: Sequence[str | None],
    volume: str,
    names: Mapping[str, str],
    printer: Printer,
) -> str:
    one, other = (names[each] for each in pair)
    things, today = in_lower_case(volume), printer.number(found.today)
    if cheaper == [None]:
        return say(words.ALWAYS_SAME, one=one, other=other, things=things)
    if not found.crossings:
        who, rival = (one, other) if cheaper[0] == pair[0] else (other, one)
        return say(words.ALWAYS_LESS, one=who, other=rival, things=things, today=today)
    bounds = list(_bounds(found, printer))
    ends = pairwise(["", *bounds, ""])
    told = ", ".join(
        _stretch(names[who] if who else "", low, high)
        for who, (low, high) in zip(cheaper, ends, strict=True)
    )
    return say(words.BREAK_EVEN, one=one, other=other, things=things, today=today, stretches=told)


def _stretch(vendor: str, low: str, high: str) -> str:
    """Who costs less between two bounds, each empty if there is none; nobody if both cost alike."""
    if not low:
        said = words.LESS_UP_TO if vendor else words.SAME_UP_TO
    elif not high:
        said = words.LESS_ABOVE if vendor else words.SAME_ABOVE
    else:
        said = words.LESS_BETWEEN if vendor else words.SAME_BETWEEN
    return say(said, vendor=vendor, low=low, high=high)


def _bounds(found: BreakEven, printer: Printer) -> Iterator[str]:
    """Crossings with the digits that keep each on its side of the others and of today."""
    for crossing in found.crossings:
        fixed = [
            each for each in (*found.crossings, found.today) if not is_same_amount(each, crossing)
        ]
        least = max(figures_of(crossing), 0)
        digits = next(
            (
                digits
                for digits in range(least, least + MOST_FINER)
                if all(
                    (rounded(crossing, digits) < decimal(each)) == (crossing < each)
                    and rounded(crossing, digits) != decimal(each)
                    for each in fixed
                )
            ),
            least + MOST_FINER,
        )
        yield printer.number(rounded(crossing, digits))
