"""The costs with which a page compares the vendors' value again."""

from evalkit.evaluation.record.costs import VendorCosts
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.model.criteria import COST
from evalkit.report.whatif.numbers import number
from evalkit.templates.view import View


def money(evaluation: Evaluation) -> View | None:
    """What vendors cost at present value; None if their value is not compared with it.

    Value is what the criteria give without the one for costs.
    """
    found = evaluation.costs
    if found is None or found.frontier is None:
        return None
    paths = {each.id: each.path for each in evaluation.vendors}
    known = {v.id: _cost(v) for v in found.vendors if v.present_costs.bound != "open"}
    regions = {} if found.region else {v.id: _regions(v, paths[v.id]) for v in found.vendors}
    return {
        "tolerance": number(found.frontier.tolerance),
        "without": COST,
        "costs": known,
        # Costs are only compared among price lists for one region.
        "regions": {vendor: names for vendor, names in regions.items() if names},
    }


def _cost(vendor: VendorCosts) -> View:
    cost = vendor.present_costs
    return {"cost": number(cost.likely or 0.0), "exact": cost.bound == "exact"}


def _regions(vendor: VendorCosts, path: str) -> list[str]:
    """The regions that a vendor's own price list names."""
    own = (each.region for each in vendor.items if each.reference.path == path)
    return sorted(set(filter(None, own)))
