"""The exit codes of commands; 0 means success."""

FINDINGS = 1
CANNOT_RUN = 2
BUG = 3
INTERRUPTED = 130
ENDED = 128
"""Added to a signal's number for the exit code of a command that it ends."""
