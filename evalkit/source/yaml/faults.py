"""Faults of a file's text, EK0xx: the words, and the manual of each."""

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import fault

MAX_BYTES = 1_048_576
MAX_DEPTH = 40
MAX_KEY = 200
MAX_EVENTS = 50_000
"""Keys, values, and starts and ends of mappings and lists; a long profile has some thousands."""


@fault("EK001")
def unreadable_file(reason: str) -> Finding:
    """A file can be read.

    What cannot be opened cannot be checked, and a ranking that silently leaves a vendor out is
    worse than none. A folder, a pipe or a device named like a YAML file counts as unreadable.

    Bad:
        # vendors/payment-gateways/otherpay.yaml is a folder

    Good:
        # vendors/payment-gateways/otherpay.yaml is a file that you may read
    """
    return Finding((), f"this file cannot be read: {reason}", "check its permissions and its kind")


@fault("EK002")
def not_utf8(byte: int) -> Finding:
    r"""A file is UTF-8 text.

    Other encodings turn names and currency signs into something else on the next machine.

    Bad:
        name: "Caf\xe9 Pay"   (saved as Latin-1 or UTF-16)

    Good:
        name: "Café Pay"
    """
    return Finding((), f"byte {byte} is not UTF-8 text", "save the file as UTF-8")


@fault("EK003")
def not_yaml(reason: str, hint: str) -> Finding:
    """A file is YAML.

    Most often a bracket or quote is left open, a tab indents, or text that contains `: ` or
    starts with a special character needs quotes.

    Bad:
        name: "ExamplePay

    Good:
        name: "ExamplePay"
    """
    return Finding((), f"this is not YAML: {reason}", hint)


@fault("EK004")
def too_large(what: str = "is larger than 1 MiB") -> Finding:
    """A file holds at most 1 MiB, and at most 50,000 keys and values.

    A vendor profile is some kilobytes. A file a thousand times larger is not one.

    Bad:
        # a file of 3 MiB

    Good:
        # one vendor in each file
    """
    return Finding((), f"this file {what}", "split it: a profile has some kilobytes")


@fault("EK005")
def nested_too_deep() -> Finding:
    """Nesting ends at 40 levels.

    No profile, criteria or plan needs more, and unlimited nesting can crash a reader.

    Bad:
        facts: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Good:
        facts: {}
    """
    return Finding((), f"nested more than {MAX_DEPTH} levels deep", "flatten this part")


@fault("EK006")
def duplicate_key(key: str, first_line: int) -> Finding:
    """A key is written once.

    YAML readers differ in which of two values they keep, so two readers of one file would see
    two different facts.

    Bad:
        name: ExamplePay
        name: Example Pay

    Good:
        name: ExamplePay
    """
    return Finding((), f"`{key}` is written twice; first on line {first_line}", "keep one of them")


@fault("EK007")
def anchor_or_alias(sign: str) -> Finding:
    """Files hold no anchors, aliases or merge keys.

    A fact must stand where it is read, with its own source and date; and a few lines of aliases
    can grow without limit.

    Bad:
        name: &shared ExamplePay
        note: *shared

    Good:
        name: ExamplePay
    """
    return Finding((), f"{sign} is not allowed here", "write the value out where it is needed")


@fault("EK008")
def tag(name: str) -> Finding:
    """Files hold no YAML tags.

    What a value means follows from its place, not from a tag, and some tags run code elsewhere.

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
    """A file holds one document.

    The second document after `---` would be overlooked by a reader who searches by file name.

    Bad:
        name: ExamplePay
        ---
        name: OtherPay

    Good:
        name: ExamplePay
    """
    return Finding((), "a second document starts here", "move it to a file of its own")


@fault("EK010")
def empty_file(kind: str) -> Finding:
    """A file holds something.

    An empty file is a profile that somebody meant to write.

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
    return Finding((), "this file is empty", f"write the {kind}, or delete the file")


@fault("EK011")
def number_not_finite(text: str) -> Finding:
    """A number is finite and at most 40 characters long.

    Infinite values cannot be weighed, and a number of a thousand digits is no fact.

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
def key_is_not_text(wrong: str = "must be a word, not a list, a mapping or nothing") -> Finding:
    """A key is a text of at most 200 characters.

    Lists, mappings and nothing at all cannot name a fact. Everything that is found below a key
    repeats it.

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
    r"""Text holds no control characters.

    They are invisible in an editor, and on a terminal they can move the cursor or rewrite lines.
    Written as an escape in double quotes they come to the same.

    Bad:
        name: "Example\bPay"

    Good:
        name: ExamplePay
    """
    return Finding((), f"the control character U+{code_point:04X}", "delete it")


@fault("EK014", Severity.WARNING)
def hidden_character(code_point: int) -> Finding:
    r"""Text holds no characters that hide or reorder other text.

    Direction marks, zero-width characters, tags and rare line ends let a line say something else
    than it shows, also where they are written as an escape in double quotes.

    Bad:
        name: "Example\u202ePay"

    Good:
        name: ExamplePay
    """
    return Finding((), f"the invisible character U+{code_point:04X}", "delete it")


@fault("EK018")
def link_not_followed(reason: str) -> Finding:
    """A link leads to a YAML file in `vendors`, `criteria`, `plans` or `platforms`.

    What lies outside may change without a trace in the workspace's history, and a message about
    it could show lines of a file that is none of the reader's business, such as `.env`. Nothing
    whose name begins with a dot is read through a link, and no folder; the four folders
    themselves are no links.

    Bad:
        # vendors/payment-gateways/otherpay.yaml -> /home/somebody/otherpay.yaml

    Good:
        # vendors/payment-gateways/otherpay.yaml is a file
    """
    return Finding((), f"this link {reason}", "put a file in its place")
