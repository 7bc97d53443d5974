"""Which needs vendors meet, in words and sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence

from evalkit.evaluation.record.project import NeedOutcome, NeedResult, ServingResult, VendorNeed
from evalkit.model.criteria import in_words
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import fit as words
from evalkit.wording.messages.words import CLAUSES
from evalkit.wording.words import listed, spelled

NOT_MET: tuple[NeedOutcome, ...] = ("not_met", "open")
"""The outcomes whose reasons are given, the worst first."""
DECIDED: tuple[NeedOutcome, ...] = (*NOT_MET, "met")


def short_title(need: NeedResult) -> str:
    """A need in as few words as a table has room for: `Refunds same day`."""
    return in_words(need.id)


def in_cell(found: VendorNeed) -> str:
    """An outcome in a table: a word, or the points of what is only weighed."""
    if found.outcome != "weighed":
        return say(words.NEEDS[found.outcome])
    (first, *more) = (each.text for each in found.by)
    return "; ".join([first, *more])


def why(found: VendorNeed) -> str:
    """What makes the outcome: all that failed, or all that is open."""
    return "; ".join(
        say(words.NEED_BECAUSE, title=each.title, reason=each.text)
        for each in found.by
        if each.outcome == found.outcome
    )


def reasons(
    needs: Sequence[NeedResult], outcome: NeedOutcome, names: Mapping[str, str]
) -> dict[tuple[str, str], list[str]]:
    """The vendors by need and by the reason why it has this outcome for them."""
    found: dict[tuple[str, str], list[str]] = {}
    for need in needs:
        for each in need.vendors:
            if each.outcome == outcome:
                key = short_title(need), why(each) or say(words.NOTHING_SERVES)
                found.setdefault(key, []).append(names[each.vendor])
    return found


def musts_first(needs: Sequence[NeedResult]) -> list[int]:
    """The places of the needs, those that are a must before the others."""
    return sorted(range(len(needs)), key=lambda place: needs[place].priority != "must")


def who_meets(needs: Sequence[NeedResult], names: Mapping[str, str]) -> str:
    """Who meets all needs that are a must, in a sentence; all needs, if none is a must.

    What is only weighed cannot be met.
    """
    decided = [need for need in needs if any(each.outcome in DECIDED for each in need.vendors)]
    musts = [each for each in decided if each.priority == "must"]
    asked = musts or decided
    if not asked:
        return say(words.ONLY_WEIGHED)
    met = [{each.vendor for each in need.vendors if each.outcome == "met"} for need in asked]
    able = [name for vendor, name in names.items() if all(vendor in each for each in met)]
    what = _all(len(asked), are_musts=bool(musts))
    if not able:
        return say(words.NOBODY_MEETS, needs=what)
    return say(words.MEETS, len(able), vendors=listed(able), needs=what)


def _all(count: int, *, are_musts: bool) -> str:
    one, both, every = (
        (words.ONE_MUST, words.BOTH_MUSTS, words.ALL_MUSTS)
        if are_musts
        else (words.ONE_NEED, words.BOTH_NEEDS, words.ALL_NEEDS)
    )
    few = {1: one, 2: both}.get(count)
    return say(few) if few else say(every, count, count=spelled(count))


def how_many(found: Sequence[VendorNeed]) -> str:
    """How many of some needs a vendor meets: `1 of 3, 1 not met, 1 open`; empty if none can be."""
    counts = Counter(each.outcome for each in found)
    whole = sum(counts[each] for each in DECIDED)
    rest = [say(words.NOT_MET_COUNTED[each], counts[each]) for each in NOT_MET if counts[each]]
    met = say(words.MET_OF, whole, met=str(counts["met"]))
    return ", ".join([met, *rest]) if whole else ""


def how_many_met(name: str, found: Sequence[VendorNeed]) -> str:
    """How many of all needs a vendor meets, in a sentence."""
    counts = Counter(each.outcome for each in found)
    whole = sum(counts[each] for each in DECIDED)
    if not whole:
        return say(words.VENDOR_ONLY_WEIGHED, vendor=name)
    if whole == 1:
        (state,) = (say(words.NEEDS[each]) for each in DECIDED if counts[each])
        return say(words.VENDOR_ONE_NEED, vendor=name, outcome=state)
    met = spelled(counts["met"]) if counts["met"] else say(words.NONE)
    clauses = [say(words.VENDOR_MEETS, whole, vendor=name, met=met, count=spelled(whole))]
    clauses += [
        say(words.ARE[each], counts[each], count=spelled(counts[each]))
        for each in NOT_MET
        if counts[each]
    ]
    return say(CLAUSES, clauses="; ".join(clauses))


def outcome_of(by: Sequence[ServingResult]) -> NeedOutcome:
    """The outcome of a need: one failure decides, then one that is open; weights decide nothing."""
    found = {each.outcome for each in by}
    return next((each for each in (*NOT_MET, "met", "weighed") if each in found), "open")
