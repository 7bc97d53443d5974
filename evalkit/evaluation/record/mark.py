"""A short mark by which what was tried in an evaluation is told from another one."""

import hashlib
import json
from collections.abc import Sequence

from evalkit.evaluation.record.evaluation import Input, PlanResult


def mark_of(evalkit: str, plan: PlanResult, inputs: Sequence[Input]) -> str:
    """A short mark of an evaluation, which a scenario does not change.

    The same files on the same day have the same one from the same version of evalkit.
    """
    files = {each.path: each.sha256 for each in inputs}
    content = [evalkit, plan.id, plan.as_of.isoformat(), files]
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    return f"e-{digest[:12]}"
