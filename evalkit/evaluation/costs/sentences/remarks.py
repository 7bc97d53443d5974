"""What must be considered before costs are compared, each behind a word and a colon."""

from collections.abc import Iterator, Mapping, Sequence

from evalkit.costing.ledger import Ledger
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.differences import MOST_VOLUMES
from evalkit.evaluation.costs.figures import own_items
from evalkit.evaluation.costs.sentences.gaps import MOST_COMPARED, Gap
from evalkit.evaluation.record.costs import VendorCosts
from evalkit.model.criteria import in_words
from evalkit.model.entries import volume_named
from evalkit.model.money import Money
from evalkit.wording.numbers import thousands
from evalkit.wording.rounding import is_level
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
    yield from _undated(ledgers, names)
    first = {full[0].id} if full else set()
    for gap in sorted(missing, key=lambda gap: not first & set(gap.silent)):
        yield _of_gap(gap, names, books.money)
    yield from _discounted(full, names)
    yield from _scopes(ledgers, names)
    yield from _limits(books.money, len(vendors))


def _undated(ledgers: Mapping[str, Ledger], names: Mapping[str, str]) -> Iterator[str]:
    found: list[tuple[str, bool]] = []
    for vendor, ledger in ledgers.items():
        items = [item for item in own_items(ledger) if not item.open]
        undated = sum(item.entry.checked is None for item in items)
        if undated == len(items) == 1:
            found.append((f"{names[vendor]}'s price", True))
        elif undated == len(items) and undated:
            found.append((f"{names[vendor]}'s prices", False))
        elif undated:
            of = f"{spelled(undated)} of {names[vendor]}'s {spelled(len(items))} prices"
            found.append((of, undated == 1))
    if found:
        is_one = len(found) == 1 and found[0][1]
        verb, them = ("is", "it") if is_one else ("are", "them")
        who = listed([said for said, _ in found])
        yield f"Comparing: {who} {verb} undated; confirm {them} before relying on {them}."


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
    first = next(each for each in full if is_level(*_totals(each, full[0])))
    if is_level(worth[best.id], worth[first.id]) or is_level(*_totals(best, first)):
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
        scopes = (getattr(item.entry, "scope", None) for item in own_items(ledger))
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
