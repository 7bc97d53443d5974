"""Rules about the regions and editions of prices and facts, EK322 and EK545."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.fact import Reading
from evalkit.model.prices.charge import Internal
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import called, charges_in, given_amounts
from evalkit.rules.vendor.places import about


@rule("EK545", Severity.WARNING)
def price_without_region(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """A price list should say in which region it holds.

    Many vendors charge differently in Europe than in the United States. A price without a region
    counts in every plan, with the caveat that its region is not stated.

    Bad:
        charges:
          - {kind: usage, per: order, percent: 2.9, region: null}

    Good:
        charges:
          - {kind: usage, per: order, percent: 2.9, region: US}
    """
    # What the client can do without a vendor costs what it costs here.
    for route, charge in charges_in(vendor) if vendor.candidate is None else ():
        is_known = any(not amount.is_unknown for _, amount in given_amounts(charge))
        counts = is_known and not (charge.is_generated or isinstance(charge, Internal))
        if counts and charge.region is None:
            hint = "add `region:`, such as DE, EU, EEA, US or world"
            yield Finding(route, f"{called(charge)} does not say in which region it holds", hint)


@rule("EK322", Severity.WARNING)
def region_stated_twice(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """Entries of `by` should not say different things about one region and edition.

    Both then count, and the range spans them, as where sources disagree. If they do disagree,
    `conflicts` says so.

    Bad:
        facts:
          rate_limit:
            by:
              - {value: 50, region: EEA}
              - {value: 80, region: EEA}

    Good:
        facts:
          rate_limit:
            by:
              - {value: 50, region: EEA}
              - {value: 80, region: US}
    """
    for measure, fact in vendor.facts.items():
        first: dict[tuple[str | None, str | None], Reading] = {}
        for place, each in enumerate(fact.by or ()):
            where = each.region, each.edition
            if each.is_evidence and first.setdefault(where, each).claim != each.claim:
                message = f"{measure} is stated twice for {about(each)}, differently"
                hint = "keep one entry, and name the other source under `conflicts`"
                key = "region" if each.region else "edition"
                yield Finding(("facts", measure, "by", place, key), message, hint)
