"""The evaluation of vendors with prices."""

from tests.evaluation.costs.conftest import evaluated

__all__ = ["evaluated"]
