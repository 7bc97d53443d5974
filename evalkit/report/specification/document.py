"""The integration specification of one vendor, as finished strings for templates."""

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.model.criteria import in_lower_case
from evalkit.report.specification.draft import Draft, Held, draft
from evalkit.report.specification.exchange import route_in_words
from evalkit.report.specification.facts import facts, money
from evalkit.report.specification.pictures import context
from evalkit.report.specification.requirements.client_needs import client_needs
from evalkit.report.specification.requirements.decision import decision
from evalkit.report.specification.requirements.needs import needs
from evalkit.report.specification.requirements.steps import steps
from evalkit.report.specification.requirements.systems import (
    carried_besides,
    parties,
    sheet,
    unused,
)
from evalkit.report.specification.requirements.table import requirements
from evalkit.report.specification.requirements.testing import cases, cut_over, roll_back, tests
from evalkit.templates.view import View
from evalkit.wording.invented import invented


def specification(evaluation: Evaluation, vendor: VendorResult) -> View:
    """Everything a specification shows, as plain dicts, lists and strings.

    Raises EvalkitError if the plan has no flows.
    """
    drafted = draft(evaluation, vendor)
    # What is open is found on the way, and only then numbered by what it blocks.
    _content(drafted)
    drafted.points.number()
    content = _content(drafted)
    points, sources = drafted.points.views(), list(drafted.sources.all.values())
    numbered = [*points, *sources, *content["needs"], *content["flows"]]
    return content | {
        "ids": {each["number"]: each["id"] for each in numbered},
        "open_points": points,
        "sources": sources,
    }


def _content(drafted: Draft) -> View:
    evaluation, vendor = drafted.evaluation, drafted.vendor
    plan = evaluation.plan
    content = {
        "version": evaluation.evalkit,
        "vendor": {"id": vendor.id, "name": vendor.name, "path": vendor.path},
        "shop": drafted.shop,
        "plan": {
            "id": plan.id,
            "title": plan.title,
            "category": plan.category,
            "as_of": plan.as_of.isoformat(),
            "example": invented(plan.example, [vendor.name] * vendor.example, 1),
        },
        "parties": parties(drafted),
        "besides": [in_lower_case(name) for name in carried_besides(drafted)],
        "sheet": sheet(drafted),
        "unused": unused(drafted),
        "context": context(drafted),
        "decision": decision(drafted),
        "client_needs": client_needs(drafted),
        "flows": [_flow(drafted, held) for held in drafted.held],
        "needs": needs(drafted),
        "tests": tests(drafted),
        "steps": steps(evaluation),
        "cut_over": cut_over(drafted),
        "roll_back": roll_back(drafted),
        "inputs": [given.path for given in evaluation.inputs],
    }
    facts(drafted)
    money(drafted)
    return content


def _flow(drafted: Draft, held: Held) -> View:
    flow, by = held.flow, held.fields_by
    return {
        "number": held.number,
        "id": held.anchor(),
        "title": flow.title,
        "need": flow.need,
        "timing": in_lower_case(flow.timing),
        "route": route_in_words(held),
        "master": drafted.master(flow) or "open",
        "requirements": list(requirements(drafted, held)),
        "by": by.title if by else "",
        "fields": [{"id": held.anchor("field", name), "name": name} for name in held.fields]
        or [{"id": held.anchor("field"), "name": "not known"}],
        "personal": held.anchor("privacy") if flow.personal_data else "",
        "cases": cases(held),
        "tests": held.anchor("tests"),
    }
