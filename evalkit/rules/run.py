"""Which rules check which kind of file."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from evalkit.diagnostics.record import Problem
from evalkit.diagnostics.rule import Rule, registered
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor
from evalkit.rules import (
    amounts,
    best_worst,
    carried,
    charges,
    claims,
    client,
    comparisons,
    criteria,
    derived,
    facts,
    files,
    flows,
    frontier,
    integration,
    looked_at,
    measures,
    money,
    offers,
    plans,
    platforms,
    plugins,
    scales,
    sources,
    statements,
    tiers,
    vendors,
    volumes,
)
from evalkit.rules.claims import Claim
from evalkit.rules.setting import Setting
from evalkit.source import faults, order, shape_faults

_PRICES = (sources, amounts, tiers, charges)
_MODULES: dict[type, tuple[ModuleType, ...]] = {
    Vendor: (files, facts, vendors, *_PRICES, integration, plugins, looked_at),
    Platform: (files, platforms),
    Claim: (claims,),
    Criteria: (files, criteria, scales, measures),
    Plan: (
        files, plans, statements, comparisons, best_worst,
        *_PRICES, money, volumes, offers, frontier, derived, flows, carried, client,
    ),
}  # fmt: skip
# Naming the reader's own faults makes sure that the register is complete.
DOCUMENTED = (faults, order, shape_faults)


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, by code."""
    return tuple(registered())


def _checks(kind: type) -> tuple[tuple[Rule, Callable[..., Any]], ...]:
    names = {module.__name__ for module in _MODULES[kind]}
    return tuple(
        (rule, rule.check)
        for rule in registered()
        if rule.check.__module__ in names and rule.is_check
    )


_CHECKS = {kind: _checks(kind) for kind in _MODULES}


def check(
    record: Vendor | Criteria | Plan | Platform | Claim, setting: Setting
) -> Iterator[Problem]:
    """Every finding about one record, rule by rule."""
    for rule, findings in _CHECKS[type(record)]:
        for finding in findings(record, setting):
            yield Problem(rule.code, rule.severity, finding)
