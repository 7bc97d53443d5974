"""Growing invisible content, and growing caches from an untrusted source."""

from pathlib import Path

from growth import Case

VENDOR = "vendors/payment-gateways/examplepay.yaml"
HEAD = "id: examplepay\nname: ExamplePay\ncategory: payment-gateways\n"


def cases() -> list[Case]:
    """One case for each dimension of untrusted input."""
    check = ("validate", "--no-cache")
    return [
        Case("escapes in one text", 700, _escapes, check),
        Case("texts with an escape", 200, _texts, check),
        Case("lines with a hidden character", 1500, _lines, check),
        Case("bytes of a cache that is not ours", 1_000_000, _cache, ("validate",)),
    ]


def _escapes(folder: Path, count: int) -> None:
    text = r"\u202e\u200b" * count
    (folder / VENDOR).write_text(f'{HEAD}note: "{text}"\n')


def _texts(folder: Path, count: int) -> None:
    facts = "".join(f'  f{number}: "\\u202e\\e"\n' for number in range(count))
    (folder / VENDOR).write_text(f"{HEAD}facts:\n{facts}")


def _lines(folder: Path, count: int) -> None:
    (folder / VENDOR).write_text(HEAD + "# \u200b\n" * count, encoding="utf-8")


def _cache(folder: Path, size: int) -> None:
    (folder / ".evalkit_cache").mkdir()
    with (folder / ".evalkit_cache/checked.json").open("w") as stream:
        # Not at once: the memory of who starts a process counts as its own.
        stream.writelines("[" * 1000 for _ in range(size // 1000))
