"""Faults of comments that silence findings, EK015 to EK017: the words, and the manual of each."""

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import fault


@fault("EK015")
def silenced_without_reason(code: str) -> Finding:
    """Whoever silences a finding says why.

    The next reader must be able to judge whether the reason still holds.

    Bad:
        facts:
          rate_limit: 100  # evalkit: ignore[EK301]

    Good:
        facts:
          rate_limit: 100  # evalkit: ignore[EK301] told by the account manager on the phone
    """
    return Finding((), f"{code} is silenced without a reason", "say why after the bracket")


@fault("EK016", Severity.WARNING)
def silenced_nothing(code: str) -> Finding:
    """A silenced finding exists.

    A comment that silences nothing is left over, and would hide the next real finding. It is
    looked for once a file, and all that its rules look at, are free of errors: before that, not
    every rule has looked.

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
    return Finding((), f"{code} is an error and cannot be silenced", "mend it instead")
