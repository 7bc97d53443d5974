"""What a rule may look at besides the record it checks."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor


@dataclass(frozen=True, slots=True)
class Setting:
    """The workspace around the file that is checked."""

    path: str
    """Of the file, relative to the workspace."""
    as_of: datetime.date
    """The day against which dates are judged."""
    criteria: Mapping[str, Criteria] = field(default_factory=dict)
    """Every usable criteria file, by id."""
    known_categories: frozenset[str] = frozenset()
    """Categories that have a criteria file, usable or not."""
    vendors: Mapping[str, Vendor] = field(default_factory=dict)
    """Every vendor whose file has the form of one, by id; only rules about plans look at them."""
    categories: Mapping[str, str] = field(default_factory=dict)
    """The category of each of these."""
    vendor_files: frozenset[str] = frozenset()
    """Ids of vendors that have a file, usable or not."""
    vendor_folders: frozenset[str] = frozenset()
    """Names of the folders that hold vendor files, usable or not."""
    plans: Mapping[str, Plan] = field(default_factory=dict)
    """Every plan that has the form of one, by id."""
    platforms: Mapping[str, Platform] = field(default_factory=dict)
    """Every platform that has the form of one, by id."""
    known_platforms: frozenset[str] = frozenset()
    """Ids of platforms that have a file, usable or not."""

    def criteria_for(self, category: str) -> Criteria | None:
        """The criteria by which a category is judged, if they are usable."""
        return self.criteria.get(category)

    def criteria_of(self, plan: Plan) -> Criteria | None:
        """The criteria that weigh in a plan: without costs where value is shown against them."""
        criteria = self.criteria_for(plan.category)
        return plan.judged_by(criteria) if criteria else None

    def left_out(self, plan: Plan) -> frozenset[str]:
        """Criteria and measures that do not weigh because value is shown against costs."""
        whole, rest = self.criteria_for(plan.category), self.criteria_of(plan)
        if whole is None or rest is None or whole is rest:
            return frozenset()
        return frozenset(_names(whole) - _names(rest))

    def compared(self, plan: Plan) -> Iterator[Vendor]:
        """The vendors that a plan compares, as far as their files could be read."""
        if plan.vendors is not None:
            named = dict.fromkeys(plan.vendors)
            yield from (self.vendors[name] for name in named if name in self.vendors)
        else:
            yield from self.members(plan.category)

    def members(self, category: str) -> Iterator[Vendor]:
        """The vendors in a category, as far as their files could be read."""
        for name, where in self.categories.items():
            if where == category:
                yield self.vendors[name]

    def comparing(self, vendor: Vendor) -> Iterator[Plan]:
        """The plans that compare a vendor."""
        for plan in self.plans.values():
            named = plan.vendors is not None and vendor.id in plan.vendors
            if named or (not plan.vendors and vendor.category == plan.category):
                yield plan

    def counting(self, vendor: Vendor) -> Iterator[Plan]:
        """The plans with `money` that compare a vendor."""
        return (plan for plan in self.comparing(vendor) if plan.money)


def _names(criteria: Criteria) -> set[str]:
    return {name for group in criteria.groups.values() for name in group}
