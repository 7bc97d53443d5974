"""Differences between two evaluations of the same category, and their causes."""

from collections.abc import Iterator
from dataclasses import dataclass

from evalkit.errors import EvalkitError
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.explanation.changed import Change, FileChange, changes, files
from evalkit.explanation.lookup import labels
from evalkit.explanation.moves import VendorChange, vendor_change


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A vendor that appears in only one of the two evaluations."""

    vendor: str
    name: str
    rank: int | None
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What moved, and why: the JSON that `evalkit diff OLD NEW -f json` writes.

    The output is `{"format": 2, "diff": {...}}` with these keys. `changes` are those to the plan's
    settings, weights, scales, measures and gates; `vendors` are those in both evaluations, largest
    move first. Numbers are exact; only the text is rounded.
    """

    plan: str
    plan_title: str
    remarks: tuple[str, ...]
    verdict_before: str
    verdict_after: str
    changes: tuple[Change, ...]
    vendors: tuple[VendorChange, ...]
    added: tuple[Present, ...]
    removed: tuple[Present, ...]
    files: tuple[FileChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return self.verdict_before == self.verdict_after and not (
            self.remarks
            or self.changes
            or self.added
            or self.removed
            or self.files
            or any(vendor.has_moved for vendor in self.vendors)
        )


def difference(old: Evaluation, new: Evaluation) -> Difference:
    """Compare two evaluations, and find the facts, weights or scales behind each move.

    Raises EvalkitError if they are about different categories.
    """
    if old.plan.category != new.plan.category:
        raise EvalkitError(
            f"these evaluations are about different things, {old.plan.category} and "
            f"{new.plan.category}; compare two of the same category"
        )
    before = {vendor.id: vendor for vendor in old.vendors}
    after = {vendor.id: vendor for vendor in new.vendors}
    moved = [
        vendor_change(old, new, before[name], after[name], called)
        for name, called in labels(new).items()
        if name in before
    ]
    return Difference(
        plan=new.plan.id,
        plan_title=new.plan.title,
        remarks=tuple(_remarks(old, new)),
        verdict_before=old.verdict.text,
        verdict_after=new.verdict.text,
        changes=tuple(changes(old, new)),
        vendors=tuple(sorted(moved, key=_size)),
        added=tuple(_present(after[name]) for name in after if name not in before),
        removed=tuple(_present(before[name]) for name in before if name not in after),
        files=tuple(files(old, new)),
    )


def _remarks(old: Evaluation, new: Evaluation) -> Iterator[str]:
    if old.plan.id != new.plan.id:
        yield f"These are two plans: {old.plan.id} before, {new.plan.id} now."
    if old.scenario is not None and new.scenario is not None:
        yield "Both are what-ifs, not the evaluation of a plan."
    elif old.scenario is not None:
        yield "The earlier one is a what-if, not the evaluation of the plan."
    elif new.scenario is not None:
        yield "The later one is a what-if, not the evaluation of the plan."
    if old.evalkit != new.evalkit:
        yield f"Scored by evalkit {old.evalkit} before, and by evalkit {new.evalkit} now."


def _size(change: VendorChange) -> float:
    """Sort key: largest move first, after vendors that gained or lost a score."""
    appeared = (change.score_before is None) != (change.score_after is None)
    return -101.0 if appeared else -round(abs(change.points or 0.0), 9)


def _present(vendor: VendorResult) -> Present:
    return Present(vendor=vendor.id, name=vendor.name, rank=vendor.rank, score=vendor.score)
