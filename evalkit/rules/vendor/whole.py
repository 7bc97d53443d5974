"""Rules about whole vendor files, EK312, EK313, EK315, EK513 and EK519."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.scale import OF_MONEY, OF_PLUGINS
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import plugins_in


@rule("EK312")
def category_without_criteria(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A vendor's category must have criteria.

    Bad:
        # vendors/otherpay.yaml
        id: otherpay
        category: payment-gateway

    Good:
        # vendors/otherpay.yaml
        id: otherpay
        category: payment-gateways
    """
    if vendor.category not in context.known_categories:
        message = f"there are no criteria for the category `{vendor.category}`"
        hint = context.near.hint(vendor.category, context.known_categories)
        yield Finding(("category",), message, hint)


@rule("EK313", Severity.WARNING)
def category_unlike_folder(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A vendor file should be in the folder of its category, or directly in `vendors/`.

    Bad:
        # vendors/erp/otherpay.yaml
        id: otherpay
        category: payment-gateways

    Good:
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        category: payment-gateways
    """
    folder = PurePosixPath(context.path).parent.name
    if folder not in {"vendors", "", vendor.category}:
        message = f"the category is `{vendor.category}`, but the folder is named `{folder}`"
        yield Finding(("category",), message, "move the file, or correct the category")


@rule("EK315", Severity.WARNING)
def same_source_under_two_criteria(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A source should count under only one criterion.

    The same evidence under two criteria is counted twice. If a page really makes separate
    statements, name the section in the source, or silence the finding with that reason.

    Bad:
        facts:
          api_style: {value: [rest], source: https://examplepay.test/docs}
          rate_limit: {value: 100, source: https://examplepay.test/docs}

    Good:
        facts:
          api_style: {value: [rest], source: https://examplepay.test/docs}
          rate_limit: {value: 100, source: https://examplepay.test/limits}
    """
    criteria = context.criteria_for(vendor.category)
    if criteria is None:
        return
    first: dict[str, tuple[str, str]] = {}
    reported: set[tuple[str, str]] = set()
    for measure, fact in vendor.facts.items():
        leaf = criteria.leaves.get(measure)
        # The source of a whole file is no single piece of evidence.
        if ("facts", measure) in context.inherited:
            continue
        if leaf is None or not fact.source or not fact.is_evidence or fact.not_applicable:
            continue
        other, top = first.setdefault(fact.source, (measure, leaf.top))
        if top != leaf.top and (fact.source, leaf.top) not in reported:
            reported.add((fact.source, leaf.top))
            message = f"{measure} has the same source as {other}, under another criterion"
            hint = "name the section in the source, or silence this with a reason"
            yield Finding(("facts", measure), message, hint, at="key")


@rule("EK513")
def fact_on_derived_measure(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A measure that is computed for each plan must not be stated as a fact.

    A derived measure follows from charges and the plan's volumes, or from interfaces and the plan's
    flows. A figure in a vendor file would be right for one client at most.

    Bad:
        facts:
          total_cost: {value: 9000}
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              total_cost: {derived: total_cost, unit: EUR}

    Good:
        charges:
          - {kind: recurring, title: Licence, amount: 250, every: month}
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              total_cost: {derived: total_cost, unit: EUR}
    """
    criteria = context.criteria_for(vendor.category)
    for measure in vendor.facts:
        what = criteria.derived.get(measure) if criteria else None
        # That there is no plug-in, or none was found, is stated like any other fact.
        if what in OF_PLUGINS and not any(True for _ in plugins_in(vendor)):
            continue
        if what is not None:
            message = f"{measure} is computed for each plan, not stated"
            instead = (
                "charges under `charges`" if what in OF_MONEY else "interfaces under `integration`"
            )
            if what in OF_PLUGINS:
                instead = "lines that are stated under the plug-in's `stated`"
            hint = f"remove it, and list the {instead}"
            yield Finding(("facts", measure), message, hint, at="key")


@rule("EK519")
def replaces_outside_a_plan(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """Only a plan may replace a charge.

    A price list holds the prices for everybody; a client's negotiated prices belong in its plan.

    Bad:
        charges:
          - {kind: recurring, replaces: licence, amount: 250, every: month}

    Good:
        charges:
          - {kind: recurring, id: licence, amount: 250, every: month}
    """
    for place, charge in enumerate(vendor.charges):
        if charge.replaces is not None:
            message = "a price list cannot replace a charge"
            hint = "remove `replaces`, or move the charge to the plan's `money: charges:`"
            yield Finding(("charges", place, "replaces"), message, hint)
