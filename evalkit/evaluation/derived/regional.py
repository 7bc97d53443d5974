"""Facts that differ by region, edition or platform, as they hold for what a plan buys where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evalkit.diagnostics.record import Route
from evalkit.model.fact import UNKNOWN, Fact, Reading
from evalkit.model.vendor import Vendor
from evalkit.regions import WORLD, contains, holds, in_sentence
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.facts import THE_EDITION, THE_EDITION_IN


class Placed(Fact):
    """A fact as it holds in a plan's region and edition, with the place of what was chosen."""

    place: Route = ()
    """The route from the fact to the reading that counts."""
    known_for: tuple[str, ...] = ()
    """The regions, editions or platforms for which it is known, where it is not for the plan's."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a plan buys of one vendor, and where; without a region or an edition, any counts."""

    region: str | None = None
    edition: str | None = None
    editions: tuple[str, ...] = ()
    """Every edition of the vendor: without a choice, what is known of some of them is open."""
    platform: str | None = None
    """What the client's shop runs on."""

    def meets(self, reading: Reading) -> bool:
        """Whether a reading holds for it."""
        is_other = None not in {reading.edition, self.edition} and reading.edition != self.edition
        return holds(reading.region, self.region) and self.runs(reading) and not is_other

    def runs(self, reading: Reading) -> bool:
        """Whether a reading holds on the client's platform."""
        return self.platform is None or reading.platform in {None, self.platform}

    def is_open(self, readings: Iterable[Reading]) -> bool:
        """Whether the plan may buy an edition of which no reading states anything."""
        named = {each.edition for each in readings if each.is_evidence}
        return self.edition is None and None not in named and not named.issuperset(self.editions)


def in_region(
    vendors: Iterable[Vendor],
    region: str | None,
    editions: Mapping[str, str] | None = None,
    platform: str | None = None,
) -> list[Vendor]:
    """The vendors with their facts as they hold in a region and on a platform, or any if None.

    `editions` are those that a plan buys, by vendor.
    """
    bought = editions or {}
    return [
        _vendor(vendor, Choice(region, bought.get(vendor.id), vendor.editions, platform))
        for vendor in vendors
    ]


def _vendor(vendor: Vendor, choice: Choice) -> Vendor:
    placed = {name: held(fact, choice) for name, fact in vendor.facts.items() if fact.depends}
    return vendor.model_copy(update={"facts": vendor.facts | placed}) if placed else vendor


def held(fact: Fact, choice: Choice) -> Fact:
    """What a fact says about what a plan buys."""
    found = _holding(fact, choice)
    if choice.is_open(each for _, each in found):
        # Where somebody looked for what an edition does, that place is told.
        found = [stated for stated in found if stated[1].is_unknown][:1]
    if not found:
        known = {_other(each, choice) for each in fact.all_stated if each.is_evidence} - {""}
        return known_only_for(known)
    (place, main), *others = found
    parts = {name: getattr(main, name) for name in type(main).model_fields}
    conflicts = tuple(each for _, each in others)
    more = {"place": place, "by": None, "conflicts": conflicts, "note": main.note or fact.note}
    return _NOTHING.model_copy(update=parts | more)


def _other(reading: Reading, choice: Choice) -> str:
    """The platform, or region and edition, of a reading that are not what the plan chooses."""
    if reading.platform and not choice.runs(reading):
        return reading.platform
    region = None if holds(reading.region, choice.region) else reading.region
    if reading.edition in {None, choice.edition}:
        return region or ""
    said, where = (THE_EDITION_IN, in_sentence(region)) if region else (THE_EDITION, "")
    return say(said, edition=reading.edition, region=where)


Routed = tuple[Route, Reading]
"""A reading with its route from the fact."""


def _holding(fact: Fact, choice: Choice) -> list[Routed]:
    """The readings that hold for what a plan buys, with their routes.

    Of several entries of `by`, those nearest to it count; several that are equally near, and what
    other sources say about it, stand side by side.
    """
    own = [(way, each) for way, each in fact.stated if choice.meets(each)]
    others: list[Routed] = [
        (("conflicts", number), each)
        for number, each in enumerate(fact.conflicts)
        if choice.meets(each)
    ]
    if fact.by is None:
        return [*own, *others]
    # Generated text is never nearer than a source.
    able = [stated for stated in own if not stated[1].is_generated] or own
    nearest = [
        stated for stated in able if not any(_is_wider(stated[1], it, choice) for _, it in able)
    ]
    # A source that contradicts an entry is passed over with it.
    return nearest + [
        stated
        for stated in others
        if stated[1].region is None
        or not any(_is_wider(stated[1], it, choice) for _, it in nearest)
    ]


def _is_wider(one: Reading, other: Reading, choice: Choice) -> bool:
    """Whether one reading is about more than another, which is nearer to what the plan chooses."""
    regions = one.region or WORLD, other.region or WORLD
    covers = contains(*regions), contains(*reversed(regions))
    if choice.region is None:
        # Where no region is chosen, another one is not nearer, but beside it.
        covers = covers[1], True
    same = one.edition == other.edition
    if choice.edition is None:
        editions = same or other.edition is None, True
    else:
        editions = same or one.edition is None, same
    return covers[0] and editions[0] and not (covers[1] and editions[1])


def known_only_for(names: Iterable[str]) -> Fact:
    """An unknown fact, with the regions, editions or platforms for which it is known."""
    return _NOTHING.model_copy(update={"known_for": tuple(sorted(names))})


_NOTHING = Placed.model_construct(value=UNKNOWN, source_kind=None)
