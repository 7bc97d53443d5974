"""Faults of a file's text, EK0xx, with their messages and manuals."""

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import fault

MAX_BYTES = 1_048_576
MAX_DEPTH = 40
MAX_KEY = 200
MAX_EVENTS = 50_000
"""The most parser events in a file; a long profile has a few thousand."""


@fault("EK001")
def unreadable_file(reason: str) -> Finding:
    """A file must be readable.

    A ranking that silently omits a vendor is worse than none. A folder, a pipe or a device that
    is named like a YAML file counts as unreadable.

    Bad:
        # vendors/payment-gateways/otherpay.yaml is a folder

    Good:
        # vendors/payment-gateways/otherpay.yaml is a file that you may read
    """
    return Finding((), f"this file cannot be read: {reason}", "check its permissions and its kind")


@fault("EK002")
def not_utf8(byte: int) -> Finding:
    r"""A file must be UTF-8 text.

    In other encodings, names and currency symbols look different on other machines.

    Bad:
        name: "Caf\xe9 Pay"   (saved as Latin-1 or UTF-16)

    Good:
        name: "Café Pay"
    """
    return Finding((), f"byte {byte} is not UTF-8 text", "save the file as UTF-8")


@fault("EK003")
def not_yaml(reason: str, hint: str) -> Finding:
    """A file must be valid YAML.

    Most often a bracket or quote is not closed, a tab is used to indent, or text that contains
    `: ` or starts with a special character needs quotes.

    Bad:
        name: "ExamplePay

    Good:
        name: "ExamplePay"
    """
    return Finding((), f"this is not valid YAML: {reason}", hint)


@fault("EK004")
def too_large(what: str = "is larger than 1 MiB") -> Finding:
    """A file must not exceed 1 MiB, or 50,000 keys and values.

    A vendor profile has a few kilobytes; a file that is a thousand times larger is not a profile.

    Bad:
        # a file of 3 MiB

    Good:
        # one vendor in each file
    """
    return Finding((), f"this file {what}", "split it: a profile has a few kilobytes")


@fault("EK005")
def nested_too_deep() -> Finding:
    """Nesting must not exceed 40 levels.

    No file needs more, and unlimited nesting can crash a parser.

    Bad:
        facts: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Good:
        facts: {}
    """
    return Finding((), f"nested more than {MAX_DEPTH} levels deep", "flatten this part")


@fault("EK006")
def duplicate_key(key: str, first_line: int) -> Finding:
    """A key must appear only once in a mapping.

    YAML parsers differ in which of two values they keep, so two programs could read different
    facts in the same file.

    Bad:
        name: ExamplePay
        name: Example Pay

    Good:
        name: ExamplePay
    """
    return Finding((), f"`{key}` appears twice; first on line {first_line}", "keep one of them")


@fault("EK007")
def anchor_or_alias(sign: str) -> Finding:
    """Anchors, aliases and merge keys are not allowed.

    Each fact needs its own source and date in its own place, and a few lines of aliases can
    expand without limit.

    Bad:
        name: &shared ExamplePay
        note: *shared

    Good:
        name: ExamplePay
    """
    return Finding((), f"{sign} is not allowed here", "write the value out where it is needed")


@fault("EK008")
def tag(name: str) -> Finding:
    """YAML tags are not allowed.

    A value's meaning comes from its key, not from a tag, and in some programs tags run code.

    Bad:
        name: !!str 12

    Good:
        name: "12"
    """
    return Finding(
        (), f"the tag {name} is not allowed", "remove it; quote the value to make it text"
    )


@fault("EK009")
def several_documents() -> Finding:
    """A file must hold only one document.

    A second document after `---` would be missed by anyone who looks for it by file name.

    Bad:
        name: ExamplePay
        ---
        name: OtherPay

    Good:
        name: ExamplePay
    """
    return Finding((), "a second document starts here", "move it to a file of its own")


_CONTENT = {"from": "the source, with `source:` and `checked:`"}


@fault("EK010")
def empty_file(kind: str) -> Finding:
    """A file must not be empty.

    An empty file is a profile that was meant to be written.

    Bad:
        # vendors/payment-gateways/otherpay.yaml
        # nothing but a comment

    Good:
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        name: OtherPay
        category: payment-gateways
        facts: {}
    """
    return Finding(
        (), "this file is empty", f"write {_CONTENT.get(kind, f'the {kind}')}, or delete the file"
    )


@fault("EK011")
def number_not_finite(text: str) -> Finding:
    """A number must be finite and at most 40 characters long.

    Infinite values cannot be scored, and a number with a thousand digits is not a fact.

    Bad:
        facts:
          rate_limit: {value: .inf, source: https://examplepay.test/limits, checked: 2026-06-20}

    Good:
        facts:
          rate_limit: {value: 100, source: https://examplepay.test/limits, checked: 2026-06-20}
    """
    shown = text if len(text) <= 12 else f"{text[:12]}…"  # noqa: PLR2004
    return Finding((), f"`{shown}` is not a finite number", "write the number, or `unknown`")


@fault("EK012")
def key_is_not_text(wrong: str = "must be a word, not a list, a mapping or empty") -> Finding:
    """A key must be text of at most 200 characters.

    A list, a mapping or an empty key cannot name a fact, and messages repeat the keys above a
    finding.

    Bad:
        facts:
          [rate_limit]: 100

    Good:
        facts:
          rate_limit: {value: 100, source: https://examplepay.test/limits, checked: 2026-06-20}
    """
    return Finding((), f"a key {wrong}", "write a name")


@fault("EK013")
def control_character(code_point: int) -> Finding:
    r"""Text must not contain control characters.

    They are invisible in an editor, and on a terminal they can move the cursor or rewrite lines.
    An escape in double quotes has the same effect.

    Bad:
        name: "Example\bPay"

    Good:
        name: ExamplePay
    """
    return Finding((), f"the control character U+{code_point:04X}", "delete it")


@fault("EK014", Severity.WARNING)
def hidden_character(code_point: int) -> Finding:
    r"""Text should not contain characters that hide or reorder other text.

    Direction marks, zero-width characters, tags and rare line breaks can make a line look
    different from what it says, even as an escape in double quotes.

    Bad:
        name: "Example\u202ePay"

    Good:
        name: ExamplePay
    """
    return Finding((), f"the invisible character U+{code_point:04X}", "delete it")


@fault("EK018")
def link_not_followed(reason: str) -> Finding:
    """A link must point to a YAML file in `vendors`, `criteria`, `plans` or `platforms`.

    Files outside can change without a trace in the workspace's history, and a message about one
    could reveal lines of a private file such as `.env`. Links to folders, or to names that begin
    with a dot, are not followed, and the four folders themselves must not be links.

    Bad:
        # vendors/payment-gateways/otherpay.yaml -> /home/somebody/otherpay.yaml

    Good:
        # vendors/payment-gateways/otherpay.yaml is a file
    """
    return Finding((), f"this link {reason}", "put a file in its place")
