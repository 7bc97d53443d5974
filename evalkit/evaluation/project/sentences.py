"""Which needs vendors meet, in words and sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence

from evalkit.evaluation.record.project import NeedOutcome, NeedResult, ServingResult, VendorNeed
from evalkit.model.criteria import in_words
from evalkit.wording.words import listed, spelled

OUTCOME_WORDS: Mapping[NeedOutcome, str] = {
    "met": "met",
    "not_met": "not met",
    "open": "open",
    "weighed": "weighed",
}

NOT_MET: tuple[NeedOutcome, ...] = ("not_met", "open")
"""The outcomes whose reasons are given, the worst first."""
DECIDED: tuple[NeedOutcome, ...] = (*NOT_MET, "met")


def short_title(need: NeedResult) -> str:
    """A need in as few words as a table has room for: `Refunds same day`."""
    return in_words(need.id)


def in_cell(found: VendorNeed) -> str:
    """An outcome in a table: a word, or the points of what is only weighed."""
    if found.outcome != "weighed":
        return OUTCOME_WORDS[found.outcome]
    (first, *more) = (each.text for each in found.by)
    return "; ".join([first, *more])


def why(found: VendorNeed) -> str:
    """What makes the outcome: all that failed, or all that is open."""
    return "; ".join(
        f"{each.title} ({each.text})" for each in found.by if each.outcome == found.outcome
    )


def reasons(
    needs: Sequence[NeedResult], outcome: NeedOutcome, names: Mapping[str, str]
) -> dict[tuple[str, str], list[str]]:
    """The vendors by need and by the reason why it has this outcome for them."""
    found: dict[tuple[str, str], list[str]] = {}
    for need in needs:
        for each in need.vendors:
            if each.outcome == outcome:
                key = short_title(need), why(each) or "nothing serves it"
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
        return "What the client needs is only weighed."
    met = [{each.vendor for each in need.vendors if each.outcome == "met"} for need in asked]
    able = [name for vendor, name in names.items() if all(vendor in each for each in met)]
    what = _all(len(asked), are_musts=bool(musts))
    if not able:
        return f"No vendor is known to meet {what}."
    return f"{listed(able)} {'meets' if len(able) == 1 else 'meet'} {what}."


def _all(count: int, *, are_musts: bool) -> str:
    if count == 1:
        return f"the one need{' that is a must' if are_musts else ''}"
    several = f"needs{' that are a must' if are_musts else ''}"
    return f"both {several}" if count == 2 else f"all {spelled(count)} {several}"  # noqa: PLR2004


def how_many(found: Sequence[VendorNeed]) -> str:
    """How many of some needs a vendor meets: `1 of 3, 1 not met, 1 open`; empty if none can be."""
    counts = Counter(each.outcome for each in found)
    whole = sum(counts[each] for each in DECIDED)
    rest = [f"{counts[each]} {OUTCOME_WORDS[each]}" for each in NOT_MET if counts[each]]
    return ", ".join([f"{counts['met']} of {whole}", *rest]) if whole else ""


def how_many_met(name: str, found: Sequence[VendorNeed]) -> str:
    """How many of all needs a vendor meets, in a sentence."""
    counts = Counter(each.outcome for each in found)
    whole = sum(counts[each] for each in DECIDED)
    if not whole:
        return f"{name}: what the client needs is only weighed."
    if whole == 1:
        (state,) = (OUTCOME_WORDS[each] for each in DECIDED if counts[each])
        return f"{name}: the one need that can be met is {state}."
    met = spelled(counts["met"]) if counts["met"] else "none"
    rest = [
        f"{spelled(counts[each])} {'is' if counts[each] == 1 else 'are'} {OUTCOME_WORDS[each]}"
        for each in NOT_MET
        if counts[each]
    ]
    return f"{'; '.join([f'{name} meets {met} of {spelled(whole)} needs', *rest])}."


def outcome_of(by: Sequence[ServingResult]) -> NeedOutcome:
    """The outcome of a need: one failure decides, then one that is open; weights decide nothing."""
    found = {each.outcome for each in by}
    return next((each for each in (*NOT_MET, "met", "weighed") if each in found), "open")
