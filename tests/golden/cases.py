"""The commands whose whole answers are golden files."""

from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

GOLDEN = Path(__file__).parent
WORKSPACE = GOLDEN / "workspace"
PLANS = (
    "everything", "clear", "likely", "close", "narrow", "contrary", "single", "nobody", "inapplicable", "frontier",
    "payback", "last", "researched", "unresearched",
)  # fmt: skip
SHIPPED = ("catalogue-pim", "lifecycle-email", "storefront-payments")
EVALUATED = {f"{plan}.json": plan for plan in PLANS} | {"before.json": "everything"}
HEADROOM = """\
      peak_headroom:
        title: Headroom at the peak
        weight: 10
        derived: peak_headroom
        scale: {kind: points, points: [[1, 0], [2, 50], [10, 100]], because: "Twice the peak is enough, ten times is plenty."}
"""
BEFORE = (
    # path, as it is, as it was before
    ("vendors/payments/birch.yaml", "fraud_screening: {value: unknown, source: https://birch.test/docs, checked: 2026-08-11}", "fraud_screening: {value: false, source: https://birch.test/old, checked: 2026-01-02}"),
    ("vendors/payments/birch.yaml", "percent: 1.8,", "percent: 2.1,"),
    ("vendors/payments/alder.yaml", "rate_limit: {value: 80,", "rate_limit: {value: 30,"),
    ("vendors/payments/cedar.yaml", "api_style: {value: soap,", "api_style: {value: rest,"),
    ("criteria/payments.yaml", "worst: 24, best: 0", "worst: 36, best: 0"),
    ("criteria/payments.yaml", HEADROOM, ""),
    ("plans/everything.yaml", "seed: 7", "seed: 8\nvendors: [alder, birch, cedar]"),
    ("plans/everything.yaml", "interface: 20, operation: 20, cost: 60", "interface: 30, operation: 30, cost: 40"),
    ("plans/everything.yaml", "at_least: 10,", "at_least: 4,"),
    ("plans/everything.yaml", "as_of: 2026-11-23", "as_of: 2026-10-01"),
    ("plans/everything.yaml", ", done: 2026-11-12", ""),
)  # fmt: skip
"""The changes from the saved evaluation that `diff` compares with."""


@dataclass(frozen=True)
class Case:
    """A command with its words and width, and the golden file that holds its answer."""

    name: str
    words: tuple[str, ...]
    width: int = 80
    folder: Path | None = None
    """The workspace; None if all is in saved evaluations."""
    writes: bool = False
    """Whether it writes files into the folder `out`; each is golden then."""
    has_faults: bool = False
    """Whether it checks a workspace with faults, on a terminal without colour."""


def _case(name: str, line: str, width: int = 80, folder: Path = WORKSPACE, **more: bool) -> Case:
    words = line.split()
    is_saved = any(word.endswith(".json") for word in words)
    return Case(name, tuple(words), width, None if is_saved else folder, **more)


def _of_everything() -> list[Case]:
    """All formats of all commands, for the plan that covers everything."""
    tables = [
        _case(f"everything/{command}-{width}.txt", f"{command} {subject}", width)
        for width in (60, 80)
        for command, subject in (
            ("score", "everything"),
            ("cost", "everything.json"),
            ("fit", "everything.json"),
            ("robustness", "everything"),
            ("weigh", "everything"),
        )
    ]
    spaces = [
        _case(f"everything/robustness-{space}.txt", f"robustness everything --weights {space}")
        for space in ("order", "intervals", "point", "uniform")
    ]
    vendors = [
        case
        for vendor in ("alder", "birch", "cedar", "dogwood")
        for case in (
            _case(f"everything/explain-{vendor}.txt", f"explain everything.json {vendor}"),
            _case(f"everything/spec-{vendor}.md", f"spec everything.json {vendor}"),
            _case(f"everything/cost-{vendor}.txt", f"cost everything.json --vendor {vendor}"),
        )
    ]
    return [
        *tables,
        _case("everything/score-120.txt", "score everything", 120),
        *spaces,
        *vendors,
        *(_case(f"everything/fit-{w}.txt", "fit everything.json", w) for w in (40, 120)),
        _case("everything/fit-alder.txt", "fit everything.json --vendor alder"),
        *(_case(f"everything/needs-{w}.txt", "fit everything.json --needs", w) for w in (40, 80)),
        _case("everything/needs-alder.txt", "fit everything.json --needs --vendor alder"),
        _case("everything/score.json", "score everything -f json"),
        _case("everything/score.csv", "score everything -f csv"),
        _case("everything/report/everything.html", "report everything.json"),
        _case("everything/report", "score everything --report out", writes=True),
        _case("everything/spec-alder.html", "spec everything.json alder -f html"),
        _case("everything/cost.json", "cost everything.json -f json"),
        _case("everything/cost.csv", "cost everything.json -f csv"),
        _case("everything/fit.json", "fit everything.json -f json"),
        _case("everything/robustness.json", "robustness everything -f json"),
        _case(
            "everything/robustness-coarse.txt",
            "robustness everything --precision 5 --concentration 10",
        ),
        _case("everything/weigh.json", "weigh everything -f json"),
        _case("everything/explain-alder.json", "explain everything.json alder -f json"),
        _case("everything/explain-birch-facts.txt", "explain everything.json birch --facts"),
        _case("everything/explain-birch-sources.txt", "explain everything.json birch --sources"),
        _case("everything/score-criteria.txt", "score everything --by-criterion"),
        *_comparisons(),
    ]


def _comparisons() -> list[Case]:
    """Answers about two vendors, or two evaluations."""
    versus = [
        _case(
            f"everything/explain-{one}-versus-{other}.txt",
            f"explain everything.json {one} --versus {other}",
        )
        for one, other in (("alder", "birch"), ("birch", "alder"), ("alder", "cedar"), ("birch", "dogwood"))
    ]  # fmt: skip
    return [
        *versus,
        _case(
            "everything/explain-alder-versus-birch.json",
            "explain everything.json alder --versus birch -f json",
        ),
        _case("everything/diff.txt", "diff before.json everything.json"),
        _case("everything/diff-top.txt", "diff before.json everything.json --top 1"),
        _case("everything/diff.json", "diff before.json everything.json -f json"),
        _case("everything/diff-back.txt", "diff everything.json before.json"),
        _case("everything/diff-unchanged.txt", "diff everything.json everything.json"),
    ]


def _of_verdicts() -> list[Case]:
    """A table and a report for each further verdict."""
    return (
        [
            case
            for plan in PLANS[1:]
            for case in (
                _case(f"{plan}/score.txt", f"score {plan}"),
                _case(f"{plan}/report.md", f"report {plan}.json -f markdown"),
                _case(f"{plan}/robustness.txt", f"robustness {plan}"),
            )
        ]
        + [
            case
            for plan in ("frontier", "payback")
            for case in (
                _case(f"{plan}/cost.txt", f"cost {plan}.json"),
                _case(f"{plan}/weigh.txt", f"weigh {plan}"),
            )
        ]
        + [
            _case("clear/report.md", "score clear -f markdown"),
            _case("close/weigh.txt", "weigh close"),
            _case("close/explain-finch.txt", "explain close.json finch"),
            _case("researched/explain-heron.txt", "explain researched.json heron --facts"),
            _case("close/explain-finch-versus-ibis.txt", "explain close.json finch --versus ibis"),
            _case("single/explain-finch.txt", "explain single.json finch"),
            _case("single/explain-jay.txt", "explain single.json jay"),
            _case("single/explain-finch-versus-jay.txt", "explain single.json finch --versus jay"),
            _case(
                "payback/explain-finch-versus-heron.txt",
                "explain payback.json finch --versus heron",
            ),
        ]
    )


def _of_categories() -> list[Case]:
    """Every category by its own criteria, without a plan."""
    return [
        _case(f"categories/score.{suffix}", f"score --as-of 2026-11-29 -f {style}")
        for suffix, style in (("txt", "table"), ("csv", "csv"))
    ]


def _of_shipped_plans() -> list[Case]:
    """Cases for the repository's own plans."""
    return [
        case
        for plan in SHIPPED
        for case in (
            _case(f"{plan}/report.md", f"score {plan} -f markdown", folder=ROOT),
            *(
                _case(f"{plan}/score-{width}.txt", f"score {plan}", width, folder=ROOT)
                for width in (60, 80, 120)
            ),
        )
    ]


def _of_faults() -> list[Case]:
    """Findings on terminals of several widths."""
    words = ("validate", "faults", "--no-cache", "--as-of", "2026-11-29")
    shown = [
        Case(f"faults/validate-{width}.txt", words, width, has_faults=True)
        for width in (40, 60, 80, 120)
    ]
    return [*shown, Case("faults/validate-each.txt", (*words, "--each"), has_faults=True)]


CASES = [*_of_faults(), *_of_everything(), *_of_verdicts(), *_of_categories(), *_of_shipped_plans()]
