"""An evaluation as plain data, and back from JSON."""

import functools
from typing import Any

from pydantic import TypeAdapter

from evalkit.evaluation.record.evaluation import Evaluation


def to_plain(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as JSON can hold it."""
    plain: dict[str, Any] = _adapter().dump_python(evaluation, mode="json")
    return plain


def from_plain(text: str) -> Evaluation:
    """The evaluation in a JSON text.

    Raises pydantic.ValidationError if it is not one.
    """
    return _adapter().validate_json(text)


@functools.cache
def _adapter() -> TypeAdapter[Evaluation]:
    # Names in the annotations of the record are looked up here.
    from evalkit.evaluation.record.costs import CostsResult  # noqa: F401, PLC0415
    from evalkit.evaluation.record.fit import FitResult  # noqa: F401, PLC0415
    from evalkit.evaluation.record.robustness import (  # noqa: F401, PLC0415
        OpinionResult,
        RobustnessResult,
        SensitivityResult,
        StakeholdersResult,
    )

    return TypeAdapter(Evaluation)
