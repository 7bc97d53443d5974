"""Vendor files for benchmarks: without findings, and of 3 KB each.

A finding takes a second pass over its file, so files that rules object to would measure that.
"""

import datetime
import json
from pathlib import Path

import yaml

from evalkit.checking.load import load
from evalkit.model.criteria import Leaf
from evalkit.model.scale import Measure
from evalkit.resources import starter_files

CATEGORY, PLAN = "payment-gateways", "storefront-payments"
BYTES = 3_000
"""The size of a file, to the last whole fact below it."""


def many_vendors(folder: Path, count: int) -> None:
    """Vendor files on the measures of the shipped payment criteria."""
    today = datetime.date.today()
    root = Path(__file__).parent.parent.parent
    leaves = load(root, today).criteria[CATEGORY].leaves.values()
    stated = [leaf for leaf in leaves if not (leaf.measure.derived or leaf.measure.of_plugin)]
    home = folder / "vendors" / CATEGORY
    home.mkdir(parents=True)
    for number in range(count):
        (home / f"vendor-{number}.yaml").write_text(_vendor(number, stated, today))


def _vendor(number: int, leaves: list[Leaf], today: datetime.date) -> str:
    name = f"vendor-{number}"
    text = f"id: {name}\nname: Vendor {number}\ncategory: {CATEGORY}\nrole: acquirer\nfacts:\n"
    for leaf in leaves:
        seen = f"source: https://{name}.test/{leaf.measure_id}, checked: {today}"
        value = _value(leaf.measure, number)
        line = f"  {leaf.measure_id}: {{value: {value}, {seen}, kind: vendor-page}}\n"
        if len(text) + len(line) > BYTES:
            break
        text += line
    return text


def _value(measure: Measure, number: int) -> str:
    """A fact that the scale allows, another one for each of many vendors."""
    scale = measure.scale
    names = list(getattr(scale, "levels", None) or getattr(scale, "items", None) or [])
    if names:
        name = names[number % len(names)]
        return name if name in {"true", "false"} else f'"{name}"'
    points = [point[0] for point in getattr(scale, "points", ())]
    worst, best = (points[0], points[-1]) if points else (scale.worst, scale.best)
    return f"{worst + (best - worst) * (number % 89) / 88:.4g}"


def plan(folder: Path, vendors: int) -> None:
    """The plan of `evalkit init` without its must-haves, for the first vendors that were made."""
    data = yaml.safe_load(starter_files()[f"plans/{PLAN}.yaml"])
    del data["as_of"], data["gates"]
    data |= {"vendors": [f"vendor-{number}" for number in range(vendors)], "rankable": 0.4}
    (folder / "plans").mkdir()
    (folder / f"plans/{PLAN}.yaml").write_text(json.dumps(data, default=str, indent=1))
