"""Check that a saved evaluation was not altered."""

from collections.abc import Iterator

from evalkit.errors import EvalkitError
from evalkit.evaluation.integrity.facts import faults_of_facts
from evalkit.evaluation.integrity.ids import Ids
from evalkit.evaluation.integrity.money import faults_of_money
from evalkit.evaluation.integrity.parts import faults_of_parts
from evalkit.evaluation.integrity.points import faults_of_points
from evalkit.evaluation.integrity.ranking import faults_of_ranking
from evalkit.evaluation.integrity.research import faults_of_research
from evalkit.evaluation.integrity.shares import faults_of_shares
from evalkit.evaluation.integrity.standing import faults_of_standing
from evalkit.evaluation.integrity.verdict import faults_of_answer
from evalkit.evaluation.integrity.weights import faults_of_weights
from evalkit.evaluation.record.evaluation import Evaluation


def check_intact(evaluation: Evaluation) -> None:
    """Check that all parts of an evaluation agree and that its figures add up.

    Raises EvalkitError if an id is missing, unknown or duplicated, or if a figure contradicts
    others: that happens only if a saved file was edited by hand.
    """
    for fault in _faults(evaluation):
        raise EvalkitError(f"this evaluation was changed by hand: {fault}")


def _faults(evaluation: Evaluation) -> Iterator[str]:
    ids = Ids(evaluation)
    # References first: the other checks look figures up by id.
    yield from faults_of_ranking(evaluation, ids)
    yield from faults_of_parts(evaluation, ids)
    yield from faults_of_points(evaluation)
    yield from faults_of_facts(evaluation)
    yield from faults_of_weights(evaluation)
    yield from faults_of_shares(evaluation)
    yield from faults_of_standing(evaluation, ids)
    yield from faults_of_answer(evaluation)
    yield from faults_of_research(evaluation)
    yield from faults_of_money(evaluation)
