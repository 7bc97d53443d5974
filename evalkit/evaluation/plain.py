"""Convert an evaluation to plain data, and read it from JSON."""

import functools
from typing import Any

from pydantic import TypeAdapter

from evalkit.evaluation.record.evaluation import Evaluation


def to_plain(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as JSON-compatible data."""
    plain: dict[str, Any] = _adapter().dump_python(evaluation, mode="json")
    return plain


def from_plain(text: str) -> Evaluation:
    """Parse an evaluation from JSON text.

    Raises pydantic.ValidationError if it is not one.
    """
    return _adapter().validate_json(text)


@functools.cache
def _adapter() -> TypeAdapter[Evaluation]:
    # The record's annotations are resolved in this namespace.
    from evalkit.evaluation.record.costs import CostsResult  # noqa: F401, PLC0415
    from evalkit.evaluation.record.fit import FitResult  # noqa: F401, PLC0415
    from evalkit.evaluation.record.project import (  # noqa: F401, PLC0415
        NeedResult,
        StepResult,
    )
    from evalkit.evaluation.record.robustness import (  # noqa: F401, PLC0415
        OpinionResult,
        RobustnessResult,
        SensitivityResult,
        StakeholdersResult,
    )

    return TypeAdapter(Evaluation)
