"""The one exception that users see."""


class EvalkitError(Exception):
    """The run cannot go on; the message says what, where and what to do."""


class NoWorkspaceError(EvalkitError):
    """There is no workspace around a folder."""
