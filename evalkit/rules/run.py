"""The rules for each kind of file."""

import functools
import importlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from evalkit.diagnostics.record import Finding
from evalkit.diagnostics.rule import Rule, registered
from evalkit.source.shape import faults as shape_faults
from evalkit.source.yaml import faults, silencing_faults

if TYPE_CHECKING:
    from evalkit.model.comparison.scenario import Scenario
    from evalkit.model.criteria import Criteria
    from evalkit.model.plan import Plan
    from evalkit.model.platform import Platform
    from evalkit.model.source import Origin
    from evalkit.model.vendor import Vendor
    from evalkit.rules.any_file.ids import Claim
    from evalkit.rules.context import RuleContext

    Checkable = Vendor | Criteria | Plan | Platform | Origin | Claim | Scenario

_PRICES = tuple(
    f"prices.{name}" for name in ("sources", "amounts", "tiers", "charges", "rates", "same_costs")
)
_NAMES = "any_file.names"
_ADDRESSES = "vendor.addresses"
_ORIGINS = "vendor.origins"
_MODULES: dict[str, tuple[str, ...]] = {
    "Vendor": (
        _NAMES, _ORIGINS, "vendor.facts", "vendor.ratings", "vendor.ages", "vendor.fact_sources",
        "vendor.not_applicable", "vendor.roles", "vendor.whole", "vendor.regions", *_PRICES,
        "vendor.interfaces", "vendor.plugins", "vendor.interface_sources", "vendor.lists",
        _ADDRESSES,
    ),
    "Claim": ("any_file.ids",),
    "Origin": (_ORIGINS, _ADDRESSES),
    "Platform": (_NAMES, "platforms", _ADDRESSES),
    "Scenario": ("scenarios",),
    "Criteria": (_NAMES, "criteria.tree", "criteria.scales", "criteria.ratings",
        "criteria.derived_measures", "criteria.ages", "criteria.roles"),
    "Plan": (
        _NAMES, "plan.whole", "plan.roles", "weights.statements", "weights.comparisons",
        "weights.best_worst", *_PRICES, "plan.money", "plan.volumes", "plan.growth", "plan.offers",
        "plan.editions", "plan.frontier", "plan.candidates", "plan.derived", "plan.regions",
        "plan.bands", "plan.flows", "plan.routes", "plan.shop", "plan.project.needs",
        "plan.project.steps", _ADDRESSES,
    ),
}  # fmt: skip
"""The modules of rules for each kind of record, imported on first use."""
# Listing the parser's own faults makes sure that the register is complete.
DOCUMENTED = (faults, silencing_faults, shape_faults)


def all_rules() -> tuple[Rule, ...]:
    """All rules, sorted by code."""
    for kind in _MODULES:
        _checks(kind)
    return tuple(registered())


@functools.cache
def _checks(kind: str) -> tuple[tuple[Rule, Callable[..., Any]], ...]:
    names = {f"{__package__}.{name}" for name in _MODULES[kind]}
    for name in sorted(names):
        importlib.import_module(name)
    return tuple(
        (rule, rule.check)
        for rule in registered()
        if rule.check.__module__ in names and rule.is_check
    )


def check(record: "Checkable", context: "RuleContext") -> Iterator[Finding]:
    """Every finding about one record, rule by rule."""
    for rule, findings in _checks(type(record).__name__):
        for finding in findings(record, context):
            yield finding.by(rule.code, rule.severity)
