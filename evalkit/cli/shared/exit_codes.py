"""How a command ends; 0 where all is well."""

FINDINGS = 1
CANNOT_RUN = 2
BUG = 3
INTERRUPTED = 130
ENDED = 128
"""Added to a signal's number to make the exit code of a command that it ends."""
