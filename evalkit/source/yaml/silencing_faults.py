"""Faults of comments, EK015 to EK017 and EK019, with their messages and manuals."""

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import fault


@fault("EK015")
def silenced_without_reason(code: str) -> Finding:
    """A comment that silences a finding must give a reason.

    The next reader must be able to judge whether the reason still applies.

    Bad:
        facts:
          rate_limit: 100  # evalkit: ignore[EK301]

    Good:
        facts:
          rate_limit: 100  # evalkit: ignore[EK301] told by the account manager on the phone
    """
    return Finding((), f"{code} is silenced without a reason", "give the reason after the bracket")


@fault("EK016", Severity.WARNING)
def silenced_nothing(code: str) -> Finding:
    """A comment should silence an existing finding.

    A comment that silences nothing would hide the next real finding. It is reported once the
    file, and all files that its rules look at, have no errors: until then, some rules cannot run.

    Bad:
        name: ExamplePay  # evalkit: ignore[EK301] nothing is wrong here

    Good:
        name: ExamplePay
    """
    return Finding((), f"{code} is silenced here but does not occur", "delete the comment")


@fault("EK017")
def silenced_error(code: str) -> Finding:
    """Only warnings can be silenced.

    A file with an error cannot be used, whatever a comment says.

    Bad:
        categry: payment-gateways  # evalkit: ignore[EK101] we spell it so

    Good:
        category: payment-gateways
    """
    return Finding((), f"{code} is an error and cannot be silenced", "fix it instead")


@fault("EK019", Severity.WARNING)
def cut_by_comment(sign: str) -> Finding:
    """A text should not be cut off by a `#` that belongs to it.

    After a blank, `#` starts a comment: of `Ticket #12` without quotes, only `Ticket` is read.

    Bad:
        name: ExamplePay #1

    Good:
        name: "ExamplePay #1"
    """
    message = f"this text ends before `{sign}`, where a comment starts"
    return Finding((), message, "put the text in quotes; in a comment, write a blank after `#`")
