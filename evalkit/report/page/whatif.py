"""Section 7, in which the reader tries other weights; its script shows it."""

import json
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from evalkit.evaluation.record.evaluation import Evaluation, WeightResult
from evalkit.report.page.finance.books import amount
from evalkit.report.whatif.data import block, named_gates
from evalkit.templates.view import View
from evalkit.wording.messages import whatif as told
from evalkit.wording.messages.catalogue import patterns, say, say_all


def whatif(evaluation: Evaluation) -> View | None:
    """Everything that the section starts from; None if no weights were saved."""
    data = block(evaluation)
    if not data:
        return None
    people = evaluation.stakeholders.people if evaluation.stakeholders else ()
    gates = named_gates(evaluation.vendors[0].gates)
    return {
        "words": say_all(told.WORDS),
        "said": json.dumps(patterns(told.SAID)),
        "banner": say_all(told.BANNER),
        "order": say_all(told.ORDER),
        "block": Markup(data),  # noqa: S704  # JSON in which no text ends the element
        "given": say(told.GIVEN[_whose(evaluation)]),
        "people": [{"id": each.id, "name": each.name} for each in people],
        "criteria": list(_criteria(evaluation.weights)),
        "musts": [{"id": name, "title": gate.requirement} for name, gate in gates],
        "vendors": [{"id": each.id, "name": each.name} for each in evaluation.vendors],
        "costs": json.dumps(_costs(evaluation)),
    }


def _whose(evaluation: Evaluation) -> str:
    """Whose weights the decision's are."""
    if evaluation.stakeholders is not None:
        return "group"
    return "plan" if evaluation.plan.has_weights else "criteria"


def _criteria(weights: Sequence[WeightResult]) -> Iterator[View]:
    """The criteria whose weights can be moved, those within others with the one above."""
    titles = {each.id: each.title for each in weights}
    parents = {each.above for each in weights}
    for each in weights:
        if not each.above or each.id in parents:
            yield {
                "id": each.id,
                "title": each.title,
                "below": titles.get(each.above, ""),
                "label": say(told.SHARE_OF, criterion=each.title),
                "lock": say(told.LOCK_OF, criterion=each.title),
            }


def _costs(evaluation: Evaluation) -> dict[str, str]:
    """What each vendor costs at present value, in words."""
    costs = evaluation.costs
    return {each.id: amount(each.present_costs) for each in costs.vendors} if costs else {}
