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
from evalkit.wording.numbers import thousands
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
    said: dict[tuple[str, bool], list[str]] = {}
    lacks = [(_is_undated, ("is undated", "are undated"), ledgers)]
    if books.region or books.regions(ledgers):
        # What the client pays without a vendor is paid where it is.
        listing = {each.vendor: each for each in ledgers.values() if each.candidate is None}
        lacks.append((_names_no_region, ("names no region", "name no region"), listing))
    for test, verbs, among in lacks:
        found = list(_prices(among, names, test))
        if found:
            is_one = len(found) == 1 and found[0][1]
            who = listed([subject for subject, _ in found])
            said.setdefault((who, is_one), []).append(verbs[0 if is_one else 1])
    if said:
        them = "it" if all(is_one for _, is_one in said) and len(said) == 1 else "them"
        clauses = [f"{who} {' and '.join(verbs)}" for (who, _), verbs in said.items()]
        yield f"Comparing: {listed(clauses)}; confirm {them} before relying on {them}."


def _is_undated(entry: Entry) -> bool:
    return entry.checked is None


def _names_no_region(entry: Entry) -> bool:
    return getattr(entry, "region", None) is None and not isinstance(entry, Internal)


def _prices(
    ledgers: Mapping[str, Ledger], names: Mapping[str, str], lacks: Callable[[Entry], bool]
) -> Iterator[tuple[str, bool]]:
    """The prices that lack something, vendor by vendor, and whether it is a single one."""
    for ledger in ledgers.values():
        entries = [item.entry for item in own_items(ledger) if not item.open]
        few = sum(map(lacks, entries))
        if few == len(entries) == 1:
            yield _of(ledger, names, "price"), True
        elif few == len(entries) and few:
            yield _of(ledger, names, "prices"), False
        elif few:
            every = _of(ledger, names, f"{spelled(len(entries))} prices")
            yield f"{spelled(few)} of {every}", few == 1


def _of(ledger: Ledger, names: Mapping[str, str], what: str) -> str:
    """What a vendor has; what the client can do without one often has a name like a sentence."""
    name = names[ledger.vendor]
    return f"the {what} of {name}" if ledger.candidate else f"{name}'s {what}"


def _of_gap(gap: Gap, names: Mapping[str, str], money: Money) -> str:
    who = listed([names[vendor] for vendor in gap.priced])
    verb = "charges" if len(gap.priced) == 1 else "charge"
    silent = listed([names[vendor] for vendor in gap.silent])
    if len(gap.units) == 1:
        unit = gap.units[0]
        label = in_words(volume_named(money, unit) or unit)
        fee = "a fee"
    else:
        label, fee = "Fees", f"for each {listed(gap.called)}"
    return f"{label}: {who} {verb} {fee}. For {silent} we found none: free, or unpublished."


def _discounted(full: Sequence[VendorCosts], names: Mapping[str, str]) -> Iterator[str]:
    """Who is the cheapest at present value, where that is somebody else."""
    if len(full) < 2:  # noqa: PLR2004
        return
    worth = {each.id: each.present_costs.likely or 0.0 for each in full}
    best = min(full, key=lambda each: worth[each.id])
    first = next(each for each in full if is_same_amount(*_totals(each, full[0])))
    if is_same_amount(worth[best.id], worth[first.id]) or is_same_amount(*_totals(best, first)):
        return
    yield (
        f"Present value: what is paid later counts for less, which makes {names[best.id]} cheaper "
        f"({best.present_costs.shown}) than {names[first.id]} ({first.present_costs.shown})."
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
            told.append(f"{names[vendor]} ({'; '.join(unique[:MOST_SCOPES])})")
    if told:
        yield f"Stated for: {', '.join(told)}."


def _limits(money: Money, vendors: int) -> Iterator[str]:
    """How much was looked at, where that is not everything."""
    if vendors > MOST_COMPARED:
        yield (
            f"Missing prices: looked for among the first {MOST_COMPARED} of {thousands(vendors)} "
            "vendors only."
        )
    if len(money.volumes) > MOST_VOLUMES:
        yield (
            f"Break-even: looked for among the first {MOST_VOLUMES} of "
            f"{thousands(len(money.volumes))} volumes only."
        )
