"""What a table says → the texts of criteria, vendors and a plan."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from evalkit.editing.writing import block
from evalkit.evidence.importing.matrix import Line, Matrix
from evalkit.evidence.importing.names import ids, plain
from evalkit.evidence.importing.values import Values
from evalkit.model.criteria import in_words
from evalkit.tables.mapping import Mapped, TableMapping, ends_of

_MOST_SIBLINGS = 50
"""The most siblings of a criterion; what a table has beyond stands in a further group."""
_OF_RATINGS = "points"
_LIKE_ID = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")


def measure_ids(found: Matrix, mapping: TableMapping) -> dict[str, str]:
    """The id of each measure, by its head."""
    named = {head: mapping.measures.get(head, Mapped()) for head in found.heads}
    titles = {head: _other_than_criterion(_title(head, each)) for head, each in named.items()}
    made = ids(titles.values(), "_", "measure")
    return {head: each.measure or made[titles[head]] for head, each in named.items()}


def _title(head: str, mapped: Mapped) -> str:
    """The title that is given, or the head; one written like an id becomes words."""
    return mapped.title or (in_words(head) if _LIKE_ID.fullmatch(head) else head)


def _other_than_criterion(title: str) -> str:
    """A title whose id differs from that of a criterion of the same title."""
    return title if "_" in plain(title, "_") else f"{title} rating"


def vendor_ids(found: Matrix, taken: Collection[str] = ()) -> dict[str, str]:
    """The id of each vendor, by its name; none that another file has."""
    return ids((line.name.text for line in found.lines), "-", "vendor", taken)


def files(
    found: Matrix, made: Values, mapping: TableMapping, names: Mapping[str, str]
) -> dict[str, str]:
    """The text of every file that a table becomes, by its path in the workspace.

    `names` are the ids of vendors by their name.
    """
    measures = measure_ids(found, mapping)
    plan = {
        "id": mapping.category,
        "title": mapping.title,
        "category": mapping.category,
        "as_of": str(mapping.checked),
    }
    texts = {
        f"criteria/{mapping.category}.yaml": _text(_criteria(found, made, mapping, measures)),
        f"plans/{mapping.category}.yaml": _text(plan),
    }
    for line in found.lines:
        data = _vendor(line, made.facts[line.name.text], mapping, names, measures)
        texts[f"vendors/{mapping.category}/{names[line.name.text]}.yaml"] = _text(data)
    return texts


def _text(data: Mapping[str, Any]) -> str:
    return "\n".join(block(data, 0, 2)) + "\n"


def _criteria(
    found: Matrix, made: Values, mapping: TableMapping, measures: Mapping[str, str]
) -> dict[str, Any]:
    groups: dict[str, list[str]] = {}
    for head in found.heads:
        mapped = mapping.measures.get(head, Mapped())
        groups.setdefault(mapped.group or _title(head, mapped), []).append(head)
    names = ids(groups, "-", "criterion", measures.values())
    nodes = {
        names[group]: _criterion(group, heads, made, mapping, measures)
        for group, heads in groups.items()
    }
    return {
        "id": mapping.category,
        "title": mapping.title,
        "about": f"Taken over from {mapping.source}.",
        "criteria": nodes if len(nodes) <= _MOST_SIBLINGS else _in_parts(nodes),
    }


def _in_parts(nodes: Mapping[str, Any]) -> dict[str, Any]:
    """Criteria below parts of at most 50, whose weights are the sums of theirs."""
    names = list(nodes)
    parts: dict[str, Any] = {}
    for start in range(0, len(names), _MOST_SIBLINGS):
        inner = {name: nodes[name] for name in names[start : start + _MOST_SIBLINGS]}
        weight = sum(each["weight"] for each in inner.values())
        count = len(parts) + 1
        parts[f"part-{count}"] = {"title": f"Part {count}", "weight": weight, "criteria": inner}
    return parts


def _criterion(
    title: str,
    heads: list[str],
    made: Values,
    mapping: TableMapping,
    measures: Mapping[str, str],
) -> dict[str, Any]:
    inner = {measures[head]: _measure(head, made, mapping) for head in heads}
    weight = sum(made.weights[head] for head in heads)
    if len(heads) == 1:
        inner[measures[heads[0]]].pop("weight")
    return {"title": title, "weight": weight, "measures": inner}


def _measure(head: str, made: Values, mapping: TableMapping) -> dict[str, Any]:
    mapped = mapping.measures.get(head, Mapped())
    data: dict[str, Any] = {"title": _title(head, mapped), "weight": made.weights[head]}
    if data["title"].endswith("?"):
        data["question"] = data["title"]
    if not made.levels[head]:
        data["unit"] = mapped.unit or _OF_RATINGS
    return data | {"scale": _scale(mapped, made.levels[head], mapping)}


def _scale(mapped: Mapped, levels: Mapping[str, float], mapping: TableMapping) -> dict[str, Any]:
    because = f"As in {mapping.source}."
    if levels:
        return {"kind": "levels", "levels": dict(levels), "because": because}
    worst, best = ends_of(mapped.scale or mapping.scale or "")
    strict = {} if mapped.unit else {"strict": True}
    return {"kind": "linear", "worst": worst, "best": best, **strict, "because": because}


def _vendor(
    line: Line,
    facts: Mapping[str, Mapping[str, Any]],
    mapping: TableMapping,
    names: Mapping[str, str],
    measures: Mapping[str, str],
) -> dict[str, Any]:
    notes = [cell.text for head in mapping.note if (cell := line.cells.get(head))]
    data: dict[str, Any] = {
        "id": names[line.name.text],
        "name": line.name.text,
        "category": mapping.category,
    }
    if notes:
        data["note"] = "; ".join(notes)
    data["from"] = {"source": mapping.source, "checked": str(mapping.checked)}
    data["facts"] = {measures[head]: dict(fact) for head, fact in facts.items()}
    return data
