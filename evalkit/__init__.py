"""Choose vendors from facts, and be able to defend the choice."""

__version__ = "0.1.0"
