"""Evaluations of two vendors."""

from tests.explanation.conftest import evaluated

__all__ = ["evaluated"]
