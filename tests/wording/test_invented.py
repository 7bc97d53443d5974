"""What is invented, in words."""

import pytest

from evalkit.wording.invented import invented, invented_briefly


@pytest.mark.parametrize(("client", "fictional", "count", "sentence", "brief"), [
    (False, (), 2, "", ""),
    (True, (), 2, "Example: the client is invented, the vendors are real.", "invented client"),
    (True, ("A", "B"), 2, "Example: the client and the vendors are invented.",
     "invented client and vendors"),
    (False, ("A", "B"), 2, "Example: the vendors are invented.", "invented vendors"),
    (False, ("A",), 1, "Example: the vendor is invented.", "invented vendor"),
    (True, ("A",), 3, "Example: the client and A are invented.", "invented: the client and A"),
    (False, ("A",), 3, "Example: A is invented.", "invented: A"),
    (False, ("A", "B"), 3, "Example: A and B are invented.", "invented: A and B"),
])  # fmt: skip
def test_whoever_is_invented_is_named(client, fictional, count, sentence, brief):
    assert invented(client, fictional, count) == sentence
    assert invented_briefly(client, fictional, count) == brief
