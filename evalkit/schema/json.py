"""A JSON Schema, or a part of one, as plain data."""

from typing import Any

Json = dict[str, Any]
