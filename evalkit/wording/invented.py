"""Which of the client and the vendors are fictional, in words."""

from collections.abc import Sequence

from evalkit.wording.words import listed


def invented(client: bool, fictional: Sequence[str], count: int) -> str:
    """A sentence about what is fictional, such as vendors by name; empty if nothing is.

    `count` is the number of all vendors.
    """
    if not fictional:
        return "Example: the client is invented, the vendors are real." if client else ""
    names = [*(["the client"] if client else []), *_named(fictional, count)]
    verb = "is" if len(fictional) == len(names) == 1 else "are"
    return f"Example: {listed(names)} {verb} invented."


def invented_briefly(client: bool, fictional: Sequence[str], count: int) -> str:
    """What is fictional, for a caption: `invented client`; empty if nothing is."""
    if not fictional:
        return "invented client" if client else ""
    if len(fictional) == count:
        vendors = "vendor" if count == 1 else "vendors"
        return f"invented client and {vendors}" if client else f"invented {vendors}"
    return f"invented: {listed([*(['the client'] if client else []), *fictional])}"


def _named(fictional: Sequence[str], count: int) -> list[str]:
    if len(fictional) == count:
        return ["the vendor" if count == 1 else "the vendors"]
    return list(fictional)
