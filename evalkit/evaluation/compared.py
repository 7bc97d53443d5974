"""The vendors that are compared with each other, in a plan or without one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from evalkit.diagnostics.visible import looks
from evalkit.errors import EvalkitError
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.facts import NO_ROLE
from evalkit.wording.words import listed, lower_first
from evalkit.workspace.workspace import Workspace

_LONGEST = 64
"""The most characters of an id."""


def plan_for(criteria: Criteria) -> Plan:
    """The default plan: every vendor of a category, with the criteria's own weights."""
    return Plan(id=criteria.id, title=criteria.title, category=criteria.id)


def default_plans(workspace: Workspace) -> list[Plan]:
    """A default plan for each category that has vendors, or for each role of such a category."""
    compared = (each for each in workspace.vendors.values() if each.candidate is None)
    categories = sorted({vendor.category for vendor in compared} & workspace.criteria.keys())
    return [plan for name in categories for plan in _by_role(workspace, workspace.criteria[name])]


def _by_role(workspace: Workspace, criteria: Criteria) -> Iterator[Plan]:
    """A plan for each role that vendors state, and one for those that state none."""
    if not criteria.roles:
        yield plan_for(criteria)
        return
    members = _members(workspace, criteria.id)
    stated = {vendor.role for vendor in members}
    for name, role in criteria.roles.items():
        if name in stated:
            yield Plan(
                id=f"{criteria.id[: _LONGEST - 1 - len(name)]}-{name}",
                title=f"{criteria.title}: {lower_first(role.title)}",
                category=criteria.id,
                roles=(name,),
            )
    if None in stated:
        without = tuple(vendor.id for vendor in members if vendor.role is None)
        title = say(NO_ROLE, title=criteria.title)
        yield Plan(id=criteria.id, title=title, category=criteria.id, vendors=without)


def chosen(workspace: Workspace, plan: Plan) -> list[Vendor]:
    """The vendors that a plan compares: without a list, all of its category and its roles but what
    the client can do without a vendor.

    Raises EvalkitError if there are none.
    """
    if plan.vendors is not None:
        return [workspace.vendors[name] for name in plan.vendors]
    members = _members(workspace, plan.category)
    if not members:
        raise EvalkitError(
            f"no vendor is in the category {plan.category!r}; add files to vendors/{plan.category}"
        )
    found = [vendor for vendor in members if plan.takes(vendor.role)]
    if not found:
        roles = listed([repr(role) for role in plan.roles or ()], "or")
        raise EvalkitError(f"no vendor in the category {plan.category!r} has the role {roles}")
    return found


def _members(workspace: Workspace, category: str) -> list[Vendor]:
    """The vendors of a category, without what the client can do without a vendor."""
    vendors = (each for each in workspace.vendors.values() if each.category == category)
    return sorted((each for each in vendors if each.candidate is None), key=lambda each: each.id)


def told_apart(vendors: Sequence[Vendor]) -> list[Vendor]:
    """The vendors, with ids after names that would look the same."""
    times = Counter(looks(vendor.name) for vendor in vendors)
    return [
        vendor
        if times[looks(vendor.name)] == 1
        else vendor.model_copy(update={"name": f"{vendor.name} ({vendor.id})"})
        for vendor in vendors
    ]
