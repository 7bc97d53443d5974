"""The rule about the ids of all files of a kind, EK311."""

from collections.abc import Iterator
from dataclasses import dataclass

from evalkit.diagnostics.record import Finding
from evalkit.diagnostics.rule import rule
from evalkit.rules.context import RuleContext
from evalkit.source.near import MAX_NAMED, shortened


@dataclass(frozen=True, slots=True)
class Claim:
    """The id of a file, and the other files of its kind with the same id."""

    id: str
    others: tuple[str, ...]


@rule("EK311")
def duplicate_id(claim: Claim, _: RuleContext) -> Iterator[Finding]:
    """An id must be unique among files of its kind.

    Of two vendors, plans or criteria with the same id, one would silently be ignored.

    Bad:
        # vendors/examplepay.yaml
        id: examplepay

    Good:
        # vendors/otherpay.yaml
        id: otherpay
    """
    if claim.others:
        message = f"the id `{claim.id}` is also used in {shortened(claim.others, MAX_NAMED)}"
        yield Finding(("id",), message, "merge the files, or choose another id")
