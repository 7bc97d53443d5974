"""Growing configuration, baseline and output of findings."""

import json
from pathlib import Path

from growth import Case

VENDOR = "vendors/payment-gateways/examplepay.yaml"
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
VALIDATE = ("validate", "--no-cache")


def cases() -> list[Case]:
    """One case for each dimension of untrusted input."""
    return [
        Case("patterns, with 3,000 findings", 1, patterns, VALIDATE),
        Case("`**` in a pattern", 400, stars, VALIDATE),
        Case("folders below folders, with 100 patterns", 8, folders, VALIDATE),
        Case("codes that a configuration names", 200, codes, VALIDATE),
        Case("parts of a key in TOML", 1_000, key_parts, VALIDATE),
        Case("entries of a baseline", 500, entries, VALIDATE),
        Case("entries, with 100 patterns", 500, entries_and_patterns, VALIDATE),
        Case("lists in a baseline", 26_000, lists, VALIDATE),
        Case("characters of a key", 4_000, long_key, (*VALIDATE, "-f", "json")),
        Case("lines that --diff compares", 100, lines, ("validate", "--diff")),
        Case("findings in a line, scored", 240, one_line, ("score", "storefront-payments")),
        *(Case(f"findings in a line, {n}", 240, one_line, (*VALIDATE, "-f", n)) for n in FORMATS),
        *(Case(f"findings in lines, {n}", 240, many_lines, (*VALIDATE, "-f", n)) for n in FORMATS),
        Case("files with findings", 20, files, (*VALIDATE, "-f", "text", "-f", "sarif=a.sarif")),
    ]


def vendor(count: int, name: str = "examplepay", **more: object) -> dict[str, object]:
    """A vendor with `count` invalid facts."""
    facts = {f"m{number}": 1 for number in range(count)}
    return {"id": name, "name": "E", "category": "payment-gateways", "facts": facts, **more}


def one_line(folder: Path, size: int) -> None:
    (folder / VENDOR).write_text(json.dumps(vendor(size)))


def many_lines(folder: Path, size: int) -> None:
    (folder / VENDOR).write_text(json.dumps(vendor(size), indent=1))


def files(folder: Path, size: int) -> None:
    for number in range(size):
        name = f"v{number}"
        (folder / f"vendors/payment-gateways/{name}.yaml").write_text(json.dumps(vendor(20, name)))


def stars(folder: Path, size: int) -> None:
    text = '[per-path-ignores]\n"' + "**/" * size + 'x" = ["EK"]\n'
    (folder / "evalkit.toml").write_text(text)
    many_lines(folder, 10)


def patterns(folder: Path, size: int) -> None:
    rows = "".join(f'"**/a{number}*b*c*d*/**" = ["EK"]\n' for number in range(size))
    (folder / "evalkit.toml").write_text("[per-path-ignores]\n" + rows)
    for number in range(30):
        name = f"a{number}{'abcd' * 14}"
        file = folder / f"vendors/payment-gateways/{name}.yaml"
        file.write_text(json.dumps(vendor(100, name)))


def folders(folder: Path, size: int) -> None:
    rows = "".join(f'"**/{"a*/**/" * 20}b{number}" = ["EK"]\n' for number in range(100))
    (folder / "evalkit.toml").write_text("[per-path-ignores]\n" + rows)
    inner = folder / "vendors" / "/".join(["a"] * size)
    inner.mkdir(parents=True)
    for number in range(100):
        (inner / f"v{number}.yaml").write_text(json.dumps(vendor(1, f"v{number}")))


def codes(folder: Path, size: int) -> None:
    words = ", ".join(f'"EK{300 + number % 10}"' for number in range(size))
    (folder / "evalkit.toml").write_text(f"ignore = [{words}]\n")
    many_lines(folder, 5_000)


def key_parts(folder: Path, size: int) -> None:
    row = ".".join(["a"] * 90) + '.",".'
    (folder / "evalkit.toml").write_text(row * (size // 90) + "a = 1\n")


def entries(folder: Path, size: int) -> None:
    (folder / "evalkit.toml").write_text('baseline = "b.json"\n')
    _baseline(folder, size)


def entries_and_patterns(folder: Path, size: int) -> None:
    rows = "".join(f'"**/a{number}*b*c*d/**" = ["EK"]\n' for number in range(100))
    (folder / "evalkit.toml").write_text('baseline = "b.json"\n[per-path-ignores]\n' + rows)
    _baseline(folder, size)


def _baseline(folder: Path, size: int) -> None:
    rows = ",".join(
        f'{{"path": "vendors/{number}", "code": "EK301", "route": [], "count": 1}}'
        for number in range(size)
    )
    (folder / "b.json").write_text(f'{{"format": 1, "findings": [{rows}]}}')


def lists(folder: Path, size: int) -> None:
    (folder / "evalkit.toml").write_text('baseline = "b.json"\n')
    rows = ",".join(["[]"] * size)
    (folder / "b.json").write_text(f'{{"format": 1, "findings": [{rows}]}}')


def long_key(folder: Path, size: int) -> None:
    below = ", ".join(f"a{number}: 1" for number in range(2_000))
    head = "id: examplepay\nname: E\ncategory: payment-gateways\nfacts:\n"
    (folder / VENDOR).write_text(f"{head}  ? {'k' * size}\n  : {{{below}}}\n")


def lines(folder: Path, size: int) -> None:
    """Keys in another order than evalkit's, over many repeated lines."""
    charges = "charges:\n" + "".join(
        f"  - kind: one_off\n    amount: {number % 20}\n" for number in range(size // 4)
    )
    facts = "facts:\n" + "".join(f"  m{number}:\n    value: 1\n" for number in range(size // 4))
    head = "category: payment-gateways\nname: E\nid: examplepay\n"
    (folder / VENDOR).write_text(charges + facts + head)
