"""The output of each format for the seeded workspace."""

import pytest

from evalkit.diagnostics.formats.table import writer
from tests.diagnostics.formats.seeded import FILES


@pytest.fixture
def written(loaded):
    """The diagnostics of the seeded workspace in a format."""
    workspace = loaded(FILES)
    return lambda name: writer(name)(workspace.diagnostics, len(workspace.documents))
