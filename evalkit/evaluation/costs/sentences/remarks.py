"""What must be considered before costs are compared, each behind a word and a colon."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from evalkit.costing.ledger import Ledger
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.differences import MOST_VOLUMES
from evalkit.evaluation.costs.figures import own_items
from evalkit.evaluation.costs.sentences.gaps import MOST_COMPARED, Gap
from evalkit.evaluation.record.costs import VendorCosts
from evalkit.model.criteria import in_words
from evalkit.model.entries import Entry, volume_named
from evalkit.model.money import Money
from evalkit.model.prices.charge import Internal
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import costs as words
from evalkit.wording.rounding import is_same_amount
from evalkit.wording.words import listed, spelled

MOST_SCOPES = 3


def remarks(
    books: Books,
    vendors: Sequence[str],
    missing: Sequence[Gap],
    names: Mapping[str, str],
    full: Sequence[VendorCosts],
) -> Iterator[str]:
    """Caveats on comparing the costs of vendors that are not ruled out.

    `full` are those whose costs are all known, the cheapest first.
    """
    ledgers = {vendor: books.ledgers[vendor] for vendor in vendors}
    yield from _unconfirmed(ledgers, names, books)
    first = {full[0].id} if full else set()
    for gap in sorted(missing, key=lambda gap: not first & set(gap.silent)):
        yield _of_gap(gap, names, books.money)
    yield from _discounted(full, names)
    yield from _scopes(ledgers, names)
    yield from _limits(books.money, len(vendors))


def _unconfirmed(
    ledgers: Mapping[str, Ledger], names: Mapping[str, str], books: Books
) -> Iterator[str]:
    """Whose prices are undated, and whose do not say in which region they hold."""
    said: dict[tuple[str, bool], list[Callable[[Entry], bool]]] = {}
    lacks = [(_is_undated, ledgers)]
    if books.region or books.regions(ledgers):
        # What the client pays without a vendor is paid where it is.
        listing = {each.vendor: each for each in ledgers.values() if each.candidate is None}
        lacks.append((_names_no_region, listing))
    for test, among in lacks:
        found = list(_prices(among, names, test))
        if found:
            is_one = len(found) == 1 and found[0][1]
            who = listed([subject for subject, _ in found])
            said.setdefault((who, is_one), []).append(test)
    if said:
        count = 1 if all(is_one for _, is_one in said) and len(said) == 1 else 2
        clauses = [
            say(_LACKS[tuple(tests)], 1 if is_one else 2, prices=who)
            for (who, is_one), tests in said.items()
        ]
        yield say(words.CONFIRM, count, clauses=listed(clauses))


def _is_undated(entry: Entry) -> bool:
    return entry.checked is None


def _names_no_region(entry: Entry) -> bool:
    return getattr(entry, "region", None) is None and not isinstance(entry, Internal)


_LACKS: Mapping[tuple[Callable[[Entry], bool], ...], Message] = {
    (_is_undated,): words.UNDATED,
    (_names_no_region,): words.NO_REGION,
    (_is_undated, _names_no_region): words.UNDATED_NO_REGION,
}


def _prices(
    ledgers: Mapping[str, Ledger], names: Mapping[str, str], lacks: Callable[[Entry], bool]
) -> Iterator[tuple[str, bool]]:
    """The prices that lack something, vendor by vendor, and whether it is a single one."""
    for ledger in ledgers.values():
        entries = [item.entry for item in own_items(ledger) if not item.open]
        few, count, name = sum(map(lacks, entries)), len(entries), names[ledger.vendor]
        # What the client can do without a vendor often has a name like a sentence.
        is_vendor = ledger.candidate is None
        if few == count and few:
            every = words.ITS_PRICES if is_vendor else words.PRICES_OF
            yield say(every, few, vendor=name), few == 1
        elif few:
            some = words.SOME_OF_ITS if is_vendor else words.SOME_OF
            told = say(some, count, few=spelled(few), count=spelled(count), vendor=name)
            yield told, few == 1


def _of_gap(gap: Gap, names: Mapping[str, str], money: Money) -> str:
    who = listed([names[vendor] for vendor in gap.priced])
    silent = listed([names[vendor] for vendor in gap.silent])
    first, units = in_words(volume_named(money, gap.units[0]) or gap.units[0]), listed(gap.called)
    said = words.FEE if len(gap.units) == 1 else words.FEES
    return say(said, len(gap.priced), unit=first, units=units, vendors=who, silent=silent)


def _discounted(full: Sequence[VendorCosts], names: Mapping[str, str]) -> Iterator[str]:
    """Who is the cheapest at present value, where that is somebody else."""
    if len(full) < 2:  # noqa: PLR2004
        return
    worth = {each.id: each.present_costs.likely or 0.0 for each in full}
    best = min(full, key=lambda each: worth[each.id])
    first = next(each for each in full if is_same_amount(*_totals(each, full[0])))
    if is_same_amount(worth[best.id], worth[first.id]) or is_same_amount(*_totals(best, first)):
        return
    yield say(
        words.CHEAPER_AT_PRESENT,
        vendor=names[best.id],
        amount=best.present_costs.shown,
        rival=names[first.id],
        rival_amount=first.present_costs.shown,
    )


def _totals(one: VendorCosts, other: VendorCosts) -> tuple[float, float]:
    return one.total_cost.likely or 0.0, other.total_cost.likely or 0.0


def _scopes(ledgers: Mapping[str, Ledger], names: Mapping[str, str]) -> Iterator[str]:
    told = []
    for vendor, ledger in ledgers.items():
        scopes = (
            getattr(item.entry, "scope", None) for item in own_items(ledger) if not item.elsewhere
        )
        unique = list(dict.fromkeys(scope for scope in scopes if scope))
        if unique:
            scope = "; ".join(unique[:MOST_SCOPES])
            told.append(say(words.SCOPES, vendor=names[vendor], scopes=scope))
    if told:
        yield say(words.STATED_FOR, scopes=", ".join(told))


def _limits(money: Money, vendors: int) -> Iterator[str]:
    """How much was looked at, where that is not everything."""
    if vendors > MOST_COMPARED:
        yield say(words.FIRST_VENDORS, vendors, most=str(MOST_COMPARED))
    if len(money.volumes) > MOST_VOLUMES:
        yield say(words.FIRST_VOLUMES, len(money.volumes), most=str(MOST_VOLUMES))
