"""The comment that names a schema: where it is found, and the file after a change."""

import pytest

from evalkit.editing.modeline import is_ours, naming_schema, schema_named_in

LINE = "# yaml-language-server: $schema="
PLAN = "../.evalkit/plan.schema.json"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("id: a\n", None),
        ("", None),
        (f"{LINE}{PLAN}\nid: a\n", PLAN),
        (f"\ufeff{LINE}{PLAN}\r\nid: a\r\n", PLAN),
        (f"# Ours.\n{LINE}https://a.test/x.json\nid: a\n", "https://a.test/x.json"),
        (f"id: a\r{LINE}x.json\r", "x.json"),
        ("#  yaml-language-server : $schema=x.json", "x.json"),
        ("# yaml-language-server: on\n", ""),
        # No comment that an editor would look at.
        ("#yaml-language-server: $schema=x.json\n", None),
        (f"note: {LINE}x.json\n", None),
        (f"note: |\n  {LINE}x.json\n", None),
        ("# yaml-language-server\n: $schema=x.json\n", None),
        (f'note: "\n{LINE}x.json\n"\n', None),
        (f"note: '\n{LINE}x.json'\n{LINE}y.json\n", "y.json"),
        (f"note: 'x'\n{LINE}y.json\n", "y.json"),
    ],
)
def test_the_schema_that_a_file_names(text, named):
    assert schema_named_in(text) == named


@pytest.mark.parametrize(
    ("schema", "ours"),
    [
        (PLAN, True),
        (".evalkit/vendor-pim.schema.json", True),
        ("https://a.test/plan.schema.json", False),
        ("../other.evalkit/plan.schema.json", False),
        ("../.evalkit/own/plan.schema.json", False),
        ("", False),
    ],
)
def test_ours_lie_in_the_folder_of_evalkit(schema, ours):
    assert is_ours(schema) is ours


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a\n", f"{LINE}{PLAN}\nid: a\n"),
        ("", f"{LINE}{PLAN}\n"),
        ("id: a", f"{LINE}{PLAN}\nid: a"),
        ("id: a\r\nb: |\n  x\r\n", f"{LINE}{PLAN}\r\nid: a\r\nb: |\n  x\r\n"),
        ("id: a\rb: 1\r", f"{LINE}{PLAN}\rid: a\rb: 1\r"),
        ("\ufeff# A comment.\n---\nid: a\n", f"\ufeff{LINE}{PLAN}\n# A comment.\n---\nid: a\n"),
        (f"# x\n{LINE}../.evalkit/vendor.schema.json \t\nid: a\n", f"# x\n{LINE}{PLAN} \t\nid: a\n"),
        (f"\ufeff{LINE}.evalkit/plan.schema.json", f"\ufeff{LINE}{PLAN}"),
        (f"{LINE}{PLAN}\nid: a\n", f"{LINE}{PLAN}\nid: a\n"),
        (f'a: "\n{LINE}x.json"\n', f'{LINE}{PLAN}\na: "\n{LINE}x.json"\n'),
    ],
)  # fmt: skip
def test_only_the_line_changes_and_only_once(before, after):
    assert naming_schema(before, PLAN) == after
    assert naming_schema(after, PLAN) == after
