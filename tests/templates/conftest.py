"""The evaluation of a workspace, for report templates."""

from tests.report.conftest import evaluated

__all__ = ["evaluated"]
