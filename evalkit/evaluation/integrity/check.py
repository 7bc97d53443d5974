"""Whether a saved evaluation still says what was worked out."""

from collections.abc import Iterator

from evalkit.errors import EvalkitError
from evalkit.evaluation.integrity.facts import faults_of_facts
from evalkit.evaluation.integrity.ids import Ids
from evalkit.evaluation.integrity.money import faults_of_money
from evalkit.evaluation.integrity.parts import faults_of_parts
from evalkit.evaluation.integrity.points import faults_of_points
from evalkit.evaluation.integrity.ranking import faults_of_ranking
from evalkit.evaluation.integrity.shares import faults_of_shares
from evalkit.evaluation.integrity.verdict import faults_of_answer
from evalkit.evaluation.record.evaluation import Evaluation


def check_intact(evaluation: Evaluation) -> None:
    """End the run where parts do not belong together, or figures do not add up.

    Raises EvalkitError if somebody is missing, not known or there twice, or if a figure is not
    what those beside it make it: that happens only when a saved file was changed by hand.
    """
    for fault in _faults(evaluation):
        raise EvalkitError(f"this evaluation was changed by hand: {fault}")


def _faults(evaluation: Evaluation) -> Iterator[str]:
    ids = Ids(evaluation)
    # Only where all ids are known can figures be looked up by them.
    yield from faults_of_ranking(evaluation, ids)
    yield from faults_of_parts(evaluation, ids)
    yield from faults_of_points(evaluation)
    yield from faults_of_facts(evaluation)
    yield from faults_of_shares(evaluation)
    yield from faults_of_answer(evaluation)
    yield from faults_of_money(evaluation)
