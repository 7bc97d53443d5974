"""The questionnaires of a plan, one for each vendor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evidence.asking.questions import Questionnaire, question_about
from evalkit.model.criteria import Criteria
from evalkit.wording.numbers import percent_tenths


@dataclass(frozen=True)
class Wishes:
    """What a questionnaire tells beside the questions."""

    due: str = ""
    """The day by which answers are wanted, in words."""
    with_criteria: bool = False
    """Whether vendors are told what each question counts for."""


def questionnaires(
    evaluation: Evaluation,
    criteria: Criteria,
    asked: Mapping[str, Sequence[str]],
    wishes: Wishes,
    unclear: Mapping[str, Mapping[str, str]] | None = None,
) -> list[Questionnaire]:
    """A questionnaire for each vendor about the measures it is asked for.

    `unclear` says what earlier answers left open, by vendor and measure.
    """
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    worth = dict(_worth(evaluation)) if wishes.with_criteria else {}
    still = unclear or {}
    return [
        Questionnaire(
            plan=evaluation.plan.id,
            title=evaluation.plan.title,
            vendor=vendor,
            name=names[vendor],
            due=wishes.due,
            questions=tuple(
                question_about(
                    criteria, name, worth.get(name, ""), still.get(vendor, {}).get(name, "")
                )
                for name in measures
            ),
        )
        for vendor, measures in asked.items()
    ]


def _worth(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    """The criterion and the weight of each measure, in words."""
    for criterion in evaluation.criteria:
        for measure in criterion.measures:
            yield measure.id, f"{criterion.title}, {percent_tenths(measure.weight)} of all points"
