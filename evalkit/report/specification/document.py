"""The integration specification of one vendor, as finished strings for templates."""

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.model.criteria import in_lower_case
from evalkit.report.page.project import steps_section
from evalkit.report.specification.draft import Draft, Held, draft
from evalkit.report.specification.facts import facts, money, records_in_doubt
from evalkit.report.specification.pictures import context, exchange
from evalkit.report.specification.requirements.client_needs import client_needs
from evalkit.report.specification.requirements.decision import decision
from evalkit.report.specification.requirements.needs import needs, volumes
from evalkit.report.specification.requirements.systems import carried_besides, parties, unused, used
from evalkit.report.specification.requirements.table import requirements
from evalkit.report.specification.requirements.testing import (
    cases,
    cut_over,
    environments,
    roll_back,
)
from evalkit.report.specification.words import glossary
from evalkit.templates.view import View
from evalkit.wording.invented import invented


def specification(evaluation: Evaluation, vendor: VendorResult) -> View:
    """Everything a specification shows, as plain dicts, lists and strings.

    Raises EvalkitError if the plan has no flows.
    """
    drafted = draft(evaluation, vendor)
    plan = evaluation.plan
    # Order matters: open points and sources are numbered as sections find them.
    content = {
        "version": evaluation.evalkit,
        "vendor": {"id": vendor.id, "name": vendor.name},
        "shop": drafted.shop,
        "plan": {
            "id": plan.id,
            "title": plan.title,
            "category": plan.category,
            "as_of": plan.as_of.isoformat(),
            "example": invented(plan.example, [vendor.name] * vendor.example, 1),
            "about": plan.about,
        },
        "scope": _scope(drafted),
        "parties": parties(drafted),
        "used": used(drafted),
        "unused": unused(drafted),
        "context": context(drafted),
        "decision": decision(drafted),
        "client_needs": client_needs(drafted),
        "environments": environments(drafted),
        "flows": [_flow(drafted, held) for held in drafted.held],
        "needs": needs(drafted),
        "cut_over": cut_over(drafted),
        "roll_back": roll_back(drafted),
        "steps": steps_section(evaluation.steps, plan.as_of),
        "volumes": volumes(drafted),
        "facts": facts(drafted),
        "glossary": glossary(drafted),
        "inputs": [given.path for given in evaluation.inputs],
    }
    records_in_doubt(drafted)
    money(drafted)
    return content | {
        "open_points": drafted.points.grouped(),
        "open_count": str(len(drafted.points.all)),
        "sources": list(drafted.sources.all.values()),
    }


def _scope(drafted: Draft) -> View:
    return {
        "flows": [_in_short(held, drafted) for held in drafted.held],
        "besides": [in_lower_case(name) for name in carried_besides(drafted)],
    }


def _in_short(held: Held, drafted: Draft) -> View:
    flow, cell = held.flow, held.cell
    return {
        "number": held.number,
        "title": flow.title,
        "need": flow.need,
        "timing": in_lower_case(flow.timing),
        "route": cell.text,
        "master": drafted.master(flow) or "open",
    }


def _flow(drafted: Draft, held: Held) -> View:
    required = requirements(drafted, held)
    return {
        **_in_short(held, drafted),
        "id": held.number.lower(),
        "requirements": required,
        "sequence": exchange(drafted, held),
        "fields": _fields(held, required),
        "personal": held.flow.personal_data,
        "cases": cases(held, drafted),
    }


def _fields(held: Held, required: list[View]) -> View:
    """The known names of fields, with their source."""
    (open_,) = (each["open"] for each in required if each["topic"] == "Fields")
    for each in (held.record, held.api):
        carried = each.data.get(held.flow.data) if each else None
        if each and carried and carried.fields:
            return {"names": list(carried.fields), "by": each.title, "open": open_}
    return {"names": [], "by": "", "open": open_}
