"""A tree of criteria with a scale of every kind, and vendors judged by it."""

from evalkit.model.criteria import Criteria
from evalkit.model.vendor import Vendor
from evalkit.scoring.levels import levels
from evalkit.scoring.scores import score

CRITERIA = Criteria.model_validate(
    {
        "id": "c",
        "title": "C",
        "criteria": {
            "api": {
                "title": "API", "weight": 2,
                "measures": {
                    "style": {"weight": 3, "scale": {"kind": "levels", "levels": {"rest": 100, "soap": 50, "none": 0}}},
                    "parts": {"weight": 1, "scale": {"kind": "checklist", "items": {"a": 3, "b": 1}}},
                },
            },
            "run": {
                "title": "Run", "weight": 3,
                "criteria": {
                    "speed": {"title": "Speed", "weight": 1, "measures": {
                        "rate": {"weight": 1, "unit": "1/s", "scale": {"kind": "points", "points": [[0, 0], [10, 60], [100, 100]]}}}},
                    "care": {"title": "Care", "weight": 1, "measures": {
                        "wait": {"weight": 1, "unit": "h", "scale": {"kind": "linear", "worst": 48, "best": 0}},
                        "releases": {"weight": 1, "unit": "1", "scale": {"kind": "target", "worst_below": 0, "best": 12, "worst_above": 36}}}},
                },
            },
        },
    }
)  # fmt: skip


def vendor(name="v", **facts):
    return Vendor.model_validate({"id": name, "name": name, "category": "c", "facts": facts})


FULL = {"style": ["rest"], "parts": ["a"], "rate": 10, "wait": 12, "releases": 24}


def judge(*vendors, **options):
    return score(levels(vendors, CRITERIA), CRITERIA, **options)
