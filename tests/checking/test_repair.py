"""Repairs of a whole workspace."""

import re
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalkit.checking.load import load
from evalkit.checking.repair import repaired
from tests.cli.validate.mended import EXAMPLEPAY, FAULTY, held, write_repairs
from tests.conftest import DAY, ROOT, VENDOR, examples


def codes(workspace):
    return {diagnostic.code for diagnostic in workspace.diagnostics}


def test_only_what_is_wanted_is_repaired(write):
    workspace = load(write({EXAMPLEPAY: FAULTY}), DAY)
    repairs = repaired(workspace, {EXAMPLEPAY}, DAY, lambda d: d.code == "EK101")
    assert {d.code for d in repairs.done} == {"EK101"}
    assert codes(repairs.workspace) == {"EK103", "EK107"}


@pytest.mark.parametrize(
    "folder",
    [ROOT, ROOT / "evalkit/starter", ROOT / "evalkit/blank"],
    ids=["repository", "starter", "blank"],
)
def test_every_shipped_file_comes_back_unchanged(folder):
    workspace = load(folder, DAY)
    assert len(workspace.documents) >= 4
    assert [d for d in workspace.diagnostics if d.fix] == []
    assert repaired(workspace, set(workspace.documents), DAY).texts == {}


def test_every_shipped_vendor_is_mended_back_to_what_it_was(tmp_path):
    for name in ("criteria", "platforms", "vendors", "plans"):
        shutil.copytree(ROOT / name, tmp_path / name)
    originals = {file: file.read_bytes() for file in (tmp_path / "vendors").rglob("*.yaml")}
    for file, content in originals.items():
        # A key misspelt, and every date in another form.
        misspelt = re.sub(rb"(?m)^category:", rb"categroy:", content, count=1)
        file.write_bytes(re.sub(rb"checked: (\d+)-(\d+)-(\d+)", rb"checked: \3.\2.\1", misspelt))
    assert all(file.read_bytes() != content for file, content in originals.items())
    workspace = load(tmp_path, DAY)
    write_repairs(workspace)
    assert {file: file.read_bytes() for file in originals} == originals


FACT = st.tuples(
    st.sampled_from(["value", "vaule", "valeu"]),
    st.sampled_from(["source", "soruce", "suorce"]),
    st.sampled_from(["2026-06-20", "20.06.2026", "'2026/6/20'", "02/03/2026", "20260620"]),
    st.sampled_from(["", "  # é 20.06.2026"]),
)
HEADS = ["id: {}", "name: {}", "# c\ncategory: payment-gateways", "websit: https://a.test"]


@settings(
    max_examples=examples(40),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.permutations(HEADS), FACT, FACT, st.sampled_from(["x", "12", "8.10", "examplepay"]))
def test_a_second_run_fixes_nothing_more(write, heads, style, limit, name):
    lines = [head.format(name) for head in heads]
    facts = [
        f"  {measure}: {{{value}: {what}, {source}: https://a.test, checked: {day}}}{remark}"
        for (measure, what), (value, source, day, remark) in zip(
            [("api_style", "[rest]"), ("rate_limt", 25)], [style, limit], strict=True
        )
    ]
    folder = write({EXAMPLEPAY: "\n".join([*lines, "facts:", *facts]) + "\n"})
    first = load(folder, DAY)
    write_repairs(first)
    before = held(folder)
    second = load(folder, DAY)
    assert repaired(second, set(second.documents), DAY).done == ()
    assert held(folder) == before
    assert sum("02/03" in fact for fact in facts) == sum(
        d.code == "EK107" for d in second.diagnostics
    )


def test_thousands_of_unknown_keys_are_counted_and_no_key_is_hidden_in_silence(loaded):
    text = VENDOR + "".join(f"key{n}: {n}\n" for n in range(8000))
    found = [d for d in loaded({EXAMPLEPAY: text}).diagnostics if d.code == "EK101"]
    assert len(found) == 100
    assert found[-1].message == "unknown key `key99`, and 7,900 more after it"
