"""Explanations and differences as versioned JSON."""

from typing import Any

from pydantic import TypeAdapter

from evalkit.diagnostics.json_text import for_programs
from evalkit.evaluation.record.scenario import ScenarioResult

FORMAT = 2


def answer_json(name: str, record: Any, scenario: ScenarioResult | None = None) -> str:
    """`{"format": 2, NAME: {...}}`, with the fields of a record from `evalkit.explanation`.

    What was explained of a scenario has it as a further key.
    """
    content = {"format": FORMAT, name: _plain(record)}
    return for_programs(content if scenario is None else content | {"scenario": _plain(scenario)})


def _plain(record: Any) -> Any:
    return TypeAdapter(type(record)).dump_python(record, mode="json")
