"""What a template is given: plain data, with every text and number ready to be placed."""

from typing import Any

View = dict[str, Any]
