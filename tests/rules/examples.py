"""The examples of rules, merged into a workspace without findings."""

import re
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "base"
EACH = "each"
"""Key in the base whose value completes every entry of a list or of a free mapping."""
BY_SUBJECT = {"2": "criteria/payment-gateways.yaml", "4": "plans/storefront-payments.yaml"}
EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
"""The default file of an example, unless its subject has another."""


class Loader(yaml.CSafeLoader):
    """YAML without dates: an example may name a day that does not exist."""


Loader.yaml_implicit_resolvers = {
    first: [each for each in resolvers if each[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


class Dumper(yaml.CSafeDumper):
    """YAML without anchors, which evalkit refuses."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


def parsed(text: str) -> Any:
    return yaml.load(text, Loader)


def written(content: Any) -> str:
    return yaml.dump(content, Dumper=Dumper, sort_keys=False, allow_unicode=True)


FILES = {
    path.relative_to(FOLDER).as_posix(): parsed(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.rglob("*.yaml"))
}


def without_entries(base: Any) -> Any:
    """A part of the base to use if an example does not mention it."""
    if not isinstance(base, dict):
        return base
    kept = {key: without_entries(part) for key, part in base.items() if key != EACH}
    return {key: part for key, part in kept.items() if part != {}}


BASE = {path: written(without_entries(content)) for path, content in FILES.items()}


def completed(example: Any, base: Any) -> Any:
    """An example completed from the base; its own content takes precedence."""
    if not isinstance(base, dict):
        return example
    if isinstance(example, list):
        return [_entry(part, base[EACH]) for part in example]
    if not isinstance(example, dict):
        return example
    given = {
        key: completed(part, base[key]) if key in base else _entry(part, base.get(EACH))
        for key, part in example.items()
    }
    return without_entries(base) | given


def _entry(example: Any, each: Any) -> Any:
    """An entry of a list, or one with a name of its own: whatever it says of a key is all of it."""
    if isinstance(example, dict) and "by" in example:
        return example | {"by": [_entry(part, each) for part in example["by"]]}
    if isinstance(example, dict):
        return (each or {}) | example
    return completed(example, each)


def by_file(example: str, code: str) -> dict[str, str]:
    """The snippets of an example by their files: a comment above a snippet names its file."""
    paths = r"^# ((?:(?:criteria|platforms|vendors|plans)/\S+|scenario)\.yaml)$"
    parts = re.split(paths, example, flags=re.MULTILINE)
    first = BY_SUBJECT.get(code[2], EXAMPLEPAY)
    snippets = zip([first, *parts[1::2]], parts[0::2], strict=True)
    return {path: text for path, text in snippets if text.strip() or path != first}


def laid_over(example: str, code: str) -> dict[str, str]:
    """The complete files of a rule's example."""
    lay = _over_text if code[2] == "0" else _over_content
    return {path: lay(text, path) for path, text in by_file(example, code).items()}


def _over_content(text: str, path: str) -> str:
    """An example merged into its file, or into one of the same folder if the base lacks it."""
    folder = path.partition("/")[0]
    base = FILES.get(path) or next(FILES[each] for each in FILES if each.startswith(folder))
    return written(completed(parsed(text), base))


def _over_text(text: str, path: str) -> str:
    """Faults of the text itself: the example's keys at the top replace those of the file."""
    return "".join((_by_key(BASE.get(path, "")) | _by_key(text.strip("\n") + "\n")).values())


def _by_key(text: str) -> dict[str, str]:
    """The blocks of a text, in order; a key may stand in it twice."""
    found: dict[str, str] = {}
    for block in re.split(r"^(?=\w+:)", text, flags=re.MULTILINE):
        key = block.split(":")[0]
        found[key] = found.get(key, "") + block
    return found
