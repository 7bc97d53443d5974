"""Short digests of content, by which findings are recognised."""

import hashlib
import json
from typing import Any

LENGTH = 12


def digest(content: Any) -> str:
    """A digest of plain data; the order of a mapping's keys does not matter."""
    text = json.dumps(content, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
