"""The evaluation of a workspace, whose report templates are filled with."""

from tests.report.conftest import evaluated

__all__ = ["evaluated"]
