"""Which files look at which: after a change, the findings of others may change as well."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from evalkit.source.links import Links
from evalkit.source.paths import kind_of


@dataclass(frozen=True, slots=True)
class Linked:
    """What one file is, and which others it names."""

    path: str
    kind: str
    """`criteria`, `platform`, `vendor` or `plan`."""
    names: frozenset[str]
    """Under which others know it: its id and the name of its file."""
    categories: frozenset[str] = frozenset()
    """Of a vendor, that it states and that its folder is called; of a plan, the one it decides."""
    vendors: frozenset[str] = frozenset()
    """Those that a plan names; a plan that names none compares all of its category."""
    platforms: frozenset[str] = frozenset()
    """The one a plan runs on, or those that a vendor has plug-ins for."""
    extends: str = ""
    """The criteria under these criteria."""


def linked(path: str, links: Links) -> Linked:
    """A file with its links, however faulty it is; with those of its path alone if it has none."""
    kind, place = kind_of(path), PurePosixPath(path)
    in_folder = {place.parent.name} if kind == "vendor" else set()
    is_judged = kind in {"vendor", "plan"}
    return Linked(
        path,
        kind,
        frozenset({place.stem, links.id or place.stem}),
        frozenset(in_folder | _given(links.category)) if is_judged else frozenset(),
        frozenset(links.vendors or ()) if kind == "plan" else frozenset(),
        frozenset(links.platforms) if is_judged else frozenset(),
        (links.extends or "") if kind == "criteria" else "",
    )


def _given(name: str | None) -> set[str]:
    return set() if name is None else {name}


def dependents(changed: Collection[str], links: Iterable[Linked]) -> frozenset[str]:
    """The paths of changed files and of all whose findings may be others because of them.

    A path may have several links, such as those before and after the change. Criteria reach those
    that extend them, those that they extend (where a finding about the whole may be put), and the
    vendors and plans of their categories; a platform who names it; a vendor the plans that compare
    it and the files that claim its id; a plan the vendors that it compares.
    """
    every = tuple(links)
    reach = _reach([each for each in every if each.path in changed], every)
    return frozenset(changed) | {each.path for each in every if _is_reached(each, reach)}


@dataclass(frozen=True, slots=True)
class _Reach:
    """What the changed files touch, all in sets: thousands of files may have changed."""

    criteria: set[str]
    """Those that changed, and all that extend them."""
    extended: set[str]
    platforms: set[str]
    vendors: set[str]
    vendor_categories: set[str]
    compared: set[str]
    """Vendors that changed plans name."""
    compared_categories: set[str]
    """Categories of changed plans that compare all vendors."""


def _reach(touched: Iterable[Linked], every: Iterable[Linked]) -> _Reach:
    by_kind: dict[str, list[Linked]] = {"criteria": [], "platform": [], "vendor": [], "plan": []}
    for each in touched:
        by_kind[each.kind].append(each)
    return _Reach(
        criteria=_extending(_union(each.names for each in by_kind["criteria"]), every),
        extended=_extended({each.extends for each in by_kind["criteria"] if each.extends}, every),
        platforms=_union(each.names for each in by_kind["platform"]),
        vendors=_union(each.names for each in by_kind["vendor"]),
        vendor_categories=_union(each.categories for each in by_kind["vendor"]),
        compared=_union(each.vendors for each in by_kind["plan"]),
        compared_categories=_union(e.categories for e in by_kind["plan"] if not e.vendors),
    )


def _is_reached(here: Linked, reach: _Reach) -> bool:
    if here.kind == "criteria":
        return bool(here.names & reach.criteria or here.names & reach.extended)
    if here.categories & reach.criteria or here.platforms & reach.platforms:
        return True
    if here.kind == "plan":
        by_category = not here.vendors and here.categories & reach.vendor_categories
        return bool(by_category or here.vendors & reach.vendors)
    if here.kind == "platform":
        return False  # looks at nothing, and may be called like a vendor
    by_category = here.categories & reach.compared_categories
    return bool(by_category or here.names & reach.vendors or here.names & reach.compared)


def _extending(names: set[str], every: Iterable[Linked]) -> set[str]:
    """Names of criteria with those of all that extend them, over any number of steps."""
    above: dict[str, set[str]] = {}
    for each in every:
        if each.kind == "criteria" and each.extends:
            above.setdefault(each.extends, set()).update(each.names)
    return _reached(names, above)


def _extended(names: set[str], every: Iterable[Linked]) -> set[str]:
    """The same downwards: names of criteria with those of all that they extend."""
    below: dict[str, set[str]] = {}
    for each in every:
        if each.kind == "criteria" and each.extends:
            for name in each.names:
                below.setdefault(name, set()).add(each.extends)
    return _reached(names, below)


def _reached(names: set[str], steps: Mapping[str, set[str]]) -> set[str]:
    reached, ahead = set(names), list(names)
    while ahead:
        further = steps.get(ahead.pop(), set()) - reached
        reached |= further
        ahead += further
    return reached


def _union(sets: Iterable[Collection[str]]) -> set[str]:
    return {name for each in sets for name in each}
