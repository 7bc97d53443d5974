"""The rule about the names of files, EK111."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from evalkit.diagnostics.record import Finding, Fix
from evalkit.diagnostics.rule import rule
from evalkit.model.base import ID_PATTERN
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext


@rule("EK111")
def id_unlike_file_name(
    record: Vendor | Criteria | Plan | Platform, context: RuleContext
) -> Iterator[Finding]:
    """A file's id must equal its name.

    Then the file for an id in a report is easy to find.

    Bad:
        # vendors/payment-gateways/otherpay.yaml
        id: other-pay

    Good:
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
    """
    name = PurePosixPath(context.path).stem
    if record.id != name:
        is_id = re.fullmatch(ID_PATTERN, name)
        yield Finding(
            ("id",), f"the id is `{record.id}`, but the file is named `{name}`",
            f"write `id: {name}`, or rename the file" if is_id else "rename the file",
            fix=Fix("rewrite", name) if is_id else None,
        )  # fmt: skip
