"""Random workspaces, and what evalkit itself says of them by other weights."""

import json
import random
from dataclasses import replace
from itertools import combinations

import numpy as np

from evalkit.analysis.sensitivity import Siblings, crossovers
from evalkit.evaluation.ranking import RANKED, Ranking, ranking
from evalkit.evaluation.weights import weighting
from evalkit.scoring.nodes import nodes
from evalkit.scoring.scores import score, weigh

SEED = 20
SEEN = {"source": "https://a.test", "checked": "2026-11-20"}
CATEGORY = "gateways"
ORDER = ("ranked", "not_ranked", "ruled_out")


def files(seed):
    """A workspace with a random tree of criteria, random facts and gates."""
    rng = random.Random(seed)
    criteria = tree(rng)
    measures = list(leaves(criteria))
    vendors = {f"v{number}": facts(rng, measures) for number in range(rng.randint(2, 7))}
    if rng.random() < 0.5:
        # Level with the first, or nearly so.
        vendors |= {
            "clone": vendors["v0"],
            "near": more(vendors["v0"], 6e-10),
            "next": more(vendors["v0"], 1.2e-9),
        }
    gates = [
        {"measure": name, rng.choice(["at_least", "at_most"]): rng.randint(5, 95), "because": "-"}
        for name in rng.choices(measures, k=rng.randint(0, 3))
    ]
    plan = {
        "id": "plan", "title": "A plan", "category": CATEGORY, "unknown": rng.choice(["worst", "middle"]),
        "rankable": rng.choice([0, 0.3, 0.6]), "gates": gates, "robustness": {"precision": 10},
    }  # fmt: skip
    found = {
        f"criteria/{CATEGORY}.yaml": {"id": CATEGORY, "title": "C", "criteria": criteria},
        "plans/plan.yaml": plan,
    }
    for name, known in vendors.items():
        found[f"vendors/{CATEGORY}/{name}.yaml"] = {
            "id": name,
            "name": name.upper(),
            "category": CATEGORY,
            "facts": known,
        }
    return {path: json.dumps(content) for path, content in found.items()}


def tree(rng, depth=0, numbers=None):
    """Criteria with measures or further criteria below them; some ids are names of JavaScript."""
    numbers = numbers if numbers is not None else iter(range(1000))
    found = {}
    for _ in range(rng.randint(2, 5) if depth == 0 else rng.randint(1, 3)):
        criterion = {"title": "T", "weight": weight(rng)}
        if depth < 2 and rng.random() < 0.4:
            criterion["criteria"] = tree(rng, depth + 1, numbers)
        else:
            criterion["measures"] = {
                f"m{next(numbers)}": {
                    "weight": weight(rng),
                    "unit": "-",
                    "scale": {"kind": "linear", "worst": 0, "best": 100, "because": "-"},
                }
                for _ in range(rng.randint(1, 4))
            }
        number = next(numbers)
        found["constructor" if number == 4 else f"c{number}"] = criterion
    return found


def weight(rng):
    return rng.choice([rng.randint(1, 100), rng.uniform(0.001, 100), rng.random() / 3 + 1e-9])


def leaves(criteria):
    for criterion in criteria.values():
        yield from criterion.get("measures", ())
        yield from leaves(criterion.get("criteria", {}))


def facts(rng, measures):
    on_grid = rng.random() < 0.4
    found = {name: fact(rng, on_grid) for name in measures if rng.random() < 0.9}
    return {name: known for name, known in found.items() if known is not None}


def more(known, by):
    return {
        name: one | {"value": one["value"] + by} if "value" in one else one
        for name, one in known.items()
    }


def fact(rng, on_grid):
    def number():
        return rng.choice([0, 25, 50, 75, 100]) if on_grid else rng.uniform(0, 100)

    low, likely, high = sorted([number(), number(), number()])
    return rng.choice([
        {"value": number()}, {"value": number()}, {"value": number()}, {"value": number()},
        {"low": low, "high": high}, {"low": low, "likely": likely, "high": high}, {"at_least": low},
        {"value": low, "conflicts": [{"value": high, **SEEN}]}, {"not_applicable": "-"}, {"unknown": True},
    ]) | SEEN if rng.random() < 0.95 else None  # fmt: skip


def state(rng, criteria, gates):
    """What somebody may try, in the terms of a scenario."""
    weights = {}
    for group in criteria.groups.values():
        if rng.random() < 0.6:
            weights |= {name: tried(rng) for name in group}
    return {
        "weights": weights, "unknown": rng.choice(["worst", "middle"]),
        "gates_off": [name for name in gates if rng.random() < 0.4], "compare": [],
    }  # fmt: skip


def tried(rng):
    return rng.choice(
        [
            0,
            rng.randint(1, 100),
            rng.uniform(0, 1),
            rng.uniform(0, 1e6),
            round(rng.uniform(0, 100), 4),
        ]
    )


class Base:
    """A workspace's plan as evalkit ranks it."""

    def __init__(self, workspace):
        self.plan = workspace.plans["plan"]
        self.criteria = workspace.criteria[CATEGORY]
        vendors = list(workspace.vendors.values())
        self.whose = weighting(self.plan, self.criteria)
        args = (self.plan, self.criteria, self.criteria, self.whose, vendors, vendors, (), None)
        self.found = ranking(*args)
        self.values = {
            rule: score(self.found.levels, self.criteria, unknown=rule).values
            for rule in ("worst", "middle")
        }

    def tried(self, state, gates):
        """The ranking by other weights, another rule and fewer gates."""
        base, weights = self.found, {**self.whose.weights, **state["weights"]}
        scores = weigh(base.levels.index, self.criteria, self.values[state["unknown"]], weights)
        on = [name not in state["gates_off"] for name in gates]
        left = tuple(each for each, is_on in zip(base.gates, on, strict=True) if is_on)
        return Ranking(base.vendors, base.levels, scores, base.decided, base.rankable, left, ())

    def expected(self, state, gates):
        """Every result as the page has it, from evalkit's own arrays."""
        found = self.tried(state, gates)
        table = found.scores.table.replace({np.nan: None}).to_dict("records")
        shares, ends = self._shares(found.scores), self._ends(found.scores)
        rows = [
            {
                "id": vendor.id,
                "standing": str(found.standing[row]),
                "rank": int(found.ranks[row]) if found.standing[row] == RANKED else None,
                **{key: table[row][key] for key in ("score", "low", "high", "settled")},
                "contributions": [{key: each[key][row] for key in each} for each in ends],
                "shares": [share[row] for share in shares],
                "fails": self._fails(row, state, gates),
            }
            for row, vendor in enumerate(found.vendors)
        ]
        names = {each.id: each.name.casefold() for each in found.vendors}
        return sorted(rows, key=lambda each: (
            ORDER.index(each["standing"]), each["rank"] or 0, "" if each["rank"] else names[each["id"]], each["id"]
        ))  # fmt: skip

    def _fails(self, row, state, gates):
        outcomes = zip(gates, (str(each[row]) for each in self.found.gates), strict=True)
        on = [outcome == "fail" and name not in state["gates_off"] for name, outcome in outcomes]
        return on.index(True) if True in on else -1

    def _shares(self, scores):
        return [
            np.broadcast_to(share, len(scores.table)).tolist() for share in scores.weights.values()
        ]

    def _ends(self, scores):
        """The points from each criterion; the middle ones are evalkit's own contributions."""
        found = {top: {"low": 0.0, "value": None, "high": 0.0} for top in self.criteria.criteria}
        for name, leaf in self.criteria.leaves.items():
            for end in ("low", "high"):
                found[leaf.top][end] = (
                    found[leaf.top][end] + getattr(scores.values[name], end) * scores.weights[name]
                )
        for top, ends in found.items():
            ends["value"] = scores.contributions[top]
        return [{end: points.tolist() for end, points in ends.items()} for ends in found.values()]

    def leaders(self, state, gates):
        """Where the leader changes on each track, by evalkit's own sensitivity: at, before, after."""
        found = self.tried(state, gates)
        weights = {**self.whose.weights, **state["weights"]}
        rows = [row for row in range(len(found.vendors)) if found.standing[row] == RANKED]
        tree = nodes(self.criteria, weights, found.scores, len(found.vendors))
        for above, names in self.criteria.groups.items():
            group = self._group(above, names, weights, tree, found)
            for place, name in enumerate(names if len(names) > 1 else ()):
                yield name, list(self._changes(group, place, rows, [v.id for v in found.vendors]))

    def _group(self, above, names, weights, tree, found):
        given = np.array([weights.get(name, self.criteria.weight_of(name)) for name in names])
        values, applies = (
            np.column_stack([getattr(tree[name], key) for name in names])
            for key in ("value", "applies")
        )
        scale = np.ones(len(values)) if above is None else tree[above].share
        within = Siblings(given / given.sum(), values, applies, np.zeros(len(values)), scale)
        points = np.nan_to_num(found.scores.score)
        return replace(within, base=points - within.scores(within.weights))

    def _changes(self, group, place, rows, ids):
        def first(weight):
            points = group.scores(group.shares(place, weight))
            return {ids[row] for row in rows if points[rows].max() - points[row] <= 1e-9}

        swaps = {at for pair in combinations(rows, 2) for at in crossovers(group, place, *pair)}
        stops = [0.0, *sorted(swaps), 1.0]
        for before, at, after in zip(stops, stops[1:], stops[2:], strict=False):
            sides = first((before + at) / 2), first((at + after) / 2)
            if sides[0] != sides[1]:
                yield at, *sides
