"""The data of a template: plain values, with all text and numbers already formatted."""

from typing import Any

View = dict[str, Any]
