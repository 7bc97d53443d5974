"""The context of a rule: what it may look at besides the record that it checks."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from evalkit.diagnostics.record import Route
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.scale import NAMED, names_of
from evalkit.model.vendor import Vendor
from evalkit.source.near import Names, Near

Known = TypeVar("Known")
Entry = TypeVar("Entry", bound=tuple[Any, ...])

MAX_LISTED = 50
"""The most findings of one rule about a plan and its vendors, of which there may be many."""


@dataclass(frozen=True, slots=True)
class RuleContext:
    """The workspace around the file that is checked."""

    path: str
    """The path of the file, relative to the workspace."""
    as_of: datetime.date
    """The date that counts as today."""
    criteria: Mapping[str, Criteria] = field(default_factory=dict)
    """Every usable criteria file, by id."""
    known_categories: Names = field(default_factory=Names)
    """Categories that have a criteria file, usable or not."""
    vendors: Mapping[str, Vendor] = field(default_factory=dict)
    """Every vendor whose file has the form of one, by id; only for rules about plans."""
    categories: Mapping[str, str] = field(default_factory=dict)
    """The category of each of these vendors."""
    candidates: frozenset[str] = frozenset()
    """Those of them that only plans which list them compare, such as the present solution."""
    vendor_files: Names = field(default_factory=Names)
    """Ids of vendors that have a file, usable or not."""
    vendor_folders: frozenset[str] = frozenset()
    """Names of the folders that hold vendor files, usable or not."""
    plans: Mapping[str, Plan] = field(default_factory=dict)
    """Every plan that has the form of one, by id."""
    platforms: Mapping[str, Platform] = field(default_factory=dict)
    """Every platform that has the form of one, by id."""
    known_platforms: Names = field(default_factory=Names)
    """Ids of platforms that have a file, usable or not."""
    inherited: Mapping[Route, bool] = field(default_factory=dict)
    """The routes in a vendor file whose source comes from a `from`, which has findings of its own,
    each with whether the date comes from there too."""
    shared: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    """Results that are computed once for all files of the workspace."""
    own: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Results that are computed once for all rules about this file."""
    near: Near = field(default_factory=Near, init=False, compare=False)
    """Near names for the unknown ones of this file; each file has its own."""

    def once(self, key: Hashable, make: Callable[[], Known]) -> Known:
        """The result of `make`, which is called for the first file only."""
        return _kept(self.shared, key, make)

    def once_here(self, key: Hashable, make: Callable[[], Known]) -> Known:
        """The result of `make`, which is called for the first rule about this file only."""
        return _kept(self.own, key, make)

    def of_their_own(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries whose source and date are not inherited, each beginning with its route."""
        if not self.inherited:
            return iter(entries)
        return (each for each in entries if not self.inherited.get(each[0]))

    def criteria_for(self, category: str) -> Criteria | None:
        """The criteria of a category, if they are usable."""
        return self.criteria.get(category)

    def criteria_of(self, plan: Plan) -> Criteria | None:
        """The criteria with weights in a plan: without `cost` if value is shown against cost."""
        criteria = self.criteria_for(plan.category)
        if criteria is None or plan.cost != "frontier":
            return criteria
        return self.once(("judged", plan.category), lambda: plan.judged_by(criteria))

    def left_out(self, plan: Plan) -> frozenset[str]:
        """Criteria and measures without weights because value is shown against cost."""
        whole, rest = self.criteria_for(plan.category), self.criteria_of(plan)
        if whole is None or rest is None or whole is rest:
            return frozenset()
        return whole.names - rest.names

    def levels(self, category: str, measure: str) -> Names:
        """The words that a fact on a measure may use; none if it takes numbers."""

        def make() -> Names:
            scale = self.criteria[category].leaves[measure].measure.scale
            return Names(names_of(scale) if isinstance(scale, NAMED) else ())

        return self.once(("levels", category, measure), make)

    def compared(
        self, plan: Plan, such: Callable[[Vendor], object] | None = None
    ) -> Sequence[Vendor]:
        """The vendors that a plan compares, if their files could be read.

        `such` selects vendors; for all vendors of a category it is called only once.
        """
        if plan.vendors is None:
            return self.once(
                ("compared", plan.category, plan.roles, such),
                lambda: [
                    each
                    for each in self.members(plan.category)
                    if plan.takes(each.role) and (not such or such(each))
                ],
            )
        named = dict.fromkeys(plan.vendors)
        there = (self.vendors[name] for name in named if name in self.vendors)
        return [each for each in there if not such or such(each)]

    def compared_names(self, plan: Plan) -> Names:
        """The ids of the vendors that a plan compares, whether they have a file or not."""
        if plan.vendors is not None:
            return Names(plan.vendors)
        if plan.roles is not None:
            return self.once(
                ("names", plan.category, plan.roles),
                lambda: Names(vendor.id for vendor in self.compared(plan)),
            )
        names = self.once("members", self._names_by_category).get(plan.category, ())
        return self.once(("names", plan.category), lambda: Names(names))

    def members(self, category: str) -> Iterator[Vendor]:
        """The vendors that a plan without a list compares, if their files could be read."""
        names = self.once("members", self._names_by_category).get(category, ())
        return (self.vendors[name] for name in names)

    def _names_by_category(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name, category in self.categories.items():
            if name not in self.candidates:
                found[category].append(name)
        return found

    def taking_all(self, category: str, role: str | None) -> Sequence[Plan]:
        """The plans that compare every vendor of a category in this role."""
        plans = self.once("plans", self._plans_by_vendors)[0].get(category, ())
        return self.once(
            ("taking all", category, role),
            lambda: tuple(each for each in plans if each.takes(role)),
        )

    def naming(self, vendor: Vendor) -> Sequence[Plan]:
        """The plans that name a vendor in their list."""
        return self.once("plans", self._plans_by_vendors)[1].get(vendor.id, ())

    def _plans_by_vendors(self) -> tuple[Mapping[str, list[Plan]], Mapping[str, list[Plan]]]:
        whole: dict[str, list[Plan]] = defaultdict(list)
        named: dict[str, list[Plan]] = defaultdict(list)
        for plan in self.plans.values():
            for name in dict.fromkeys(plan.vendors or ()):
                named[name].append(plan)
            if not plan.vendors:
                whole[plan.category].append(plan)
        return whole, named


def _kept(results: dict[Hashable, Any], key: Hashable, make: Callable[[], Known]) -> Known:
    if key not in results:
        results[key] = make()
    found: Known = results[key]
    return found
