"""`evalkit schema --write`: schemas in `.evalkit/`, and files that name theirs."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from evalkit.source.document import read
from tests.conftest import CRITERIA, PLAN, ROOT, VENDOR

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
STOREFRONT = "plans/storefront-payments.yaml"
GATEWAYS = "criteria/payment-gateways.yaml"
LINE = "# yaml-language-server: $schema="
VENDOR_LINE = f"{LINE}../../.evalkit/vendor-payment-gateways.schema.json"
PLAN_LINE = f"{LINE}../.evalkit/plan.schema.json"


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def first_line(folder, path):
    return (folder / path).read_bytes().splitlines()[0].decode()


def test_schemas_are_written_and_each_file_names_its_own(evalkit, write):
    folder = write({"platforms/own.yml": "id: own\n"})
    ran = evalkit("schema", "--write", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Wrote 7 of 7 schemas to .evalkit; reference added to 4 files, updated in 0, unchanged in 0\n"
    )
    assert {path.name for path in (folder / ".evalkit").iterdir()} == {
        "vendor.schema.json", "vendor-payment-gateways.schema.json", "criteria.schema.json",
        "plan.schema.json", "platform.schema.json", "from.schema.json", "scenario.schema.json",
    }  # fmt: skip
    assert (folder / EXAMPLEPAY).read_text("utf-8") == f"{VENDOR_LINE}\n{VENDOR}"
    assert (folder / STOREFRONT).read_text("utf-8") == f"{PLAN_LINE}\n{PLAN}"
    assert (folder / GATEWAYS).read_text("utf-8") == (
        f"{LINE}../.evalkit/criteria.schema.json\n{CRITERIA}"
    )
    assert first_line(folder, "platforms/own.yml") == f"{LINE}../.evalkit/platform.schema.json"


def test_every_file_is_valid_by_the_schema_that_it_names(evalkit, tmp_path):
    evalkit("init", "new", cwd=tmp_path)
    folder = tmp_path / "new"
    evalkit("schema", "--write", cwd=folder)
    files = sorted(folder.glob("*/**/*.yaml"))
    assert len(files) == 4
    for file in files:
        named = first_line(folder, file.relative_to(folder)).removeprefix(LINE)
        schema = json.loads((file.parent / named).read_text("utf-8"))
        data = read(file, file.relative_to(folder).as_posix()).data
        assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_running_it_again_changes_nothing(evalkit, write):
    folder = write()
    evalkit("schema", "--write", cwd=folder)
    before = contents(folder)
    ran = evalkit("schema", "--write", cwd=folder / "vendors")
    assert ran.out == (
        "7 schemas in .evalkit up to date; reference added to 0 files, updated in 0, unchanged in 3\n"
    )
    assert contents(folder) == before


def test_what_is_found_in_the_files_stays_the_same(evalkit, write):
    folder = write({EXAMPLEPAY: VENDOR + "  wrong: 1\n"})
    day = ("--as-of", "2026-11-29", "--format", "json")
    before = json.loads(evalkit("validate", *day, cwd=folder).out)
    evalkit("schema", "--write", cwd=folder)
    after = json.loads(evalkit("validate", *day, cwd=folder).out)
    # EK301 and EK302, one line further down.
    assert len(before["diagnostics"]) == 2
    assert [(d["message"], d["line"] - 1) for d in after["diagnostics"]] == [
        (d["message"], d["line"]) for d in before["diagnostics"]
    ]


def test_marks_and_line_endings_stay(evalkit, write):
    crlf = PLAN.replace("\n", "\r\n").encode()
    folder = write({STOREFRONT: crlf, EXAMPLEPAY: b"\xef\xbb\xbf" + VENDOR.encode()})
    evalkit("schema", "--write", cwd=folder)
    assert (folder / STOREFRONT).read_bytes() == PLAN_LINE.encode() + b"\r\n" + crlf
    assert (folder / EXAMPLEPAY).read_bytes() == (
        b"\xef\xbb\xbf" + VENDOR_LINE.encode() + b"\n" + VENDOR.encode()
    )


def test_another_schema_is_left_alone_and_an_old_one_of_ours_is_renewed(evalkit, write):
    other = f"{LINE}https://a.test/plan.json\n{PLAN}"
    old = f"# Ours.\n{LINE}../../.evalkit/vendor.schema.json\n{VENDOR}"
    folder = write({STOREFRONT: other, EXAMPLEPAY: old})
    ran = evalkit("schema", "--write", cwd=folder)
    assert ran.err == (
        f"evalkit: {STOREFRONT} is left unchanged: it references another schema, https://a.test/plan.json\n"
    )
    assert ran.out.endswith("reference added to 1 file, updated in 1, unchanged in 0\n")
    assert (folder / STOREFRONT).read_text("utf-8") == other
    assert (folder / EXAMPLEPAY).read_text("utf-8") == f"# Ours.\n{VENDOR_LINE}\n{VENDOR}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"id: \xff\n", "byte 5 is not UTF-8"), (b"#" * 1_200_000, "")],
)
def test_a_file_that_is_no_text_is_left_alone(evalkit, write, content, reason):
    folder = write({STOREFRONT: content})
    ran = evalkit("schema", "--write", cwd=folder)
    assert (ran.code, (folder / STOREFRONT).read_bytes()) == (0, content)
    assert ran.err.startswith(f"evalkit: {STOREFRONT} is left unchanged: ")
    assert reason in ran.err


def test_a_file_that_is_empty_or_faulty_names_its_schema_all_the_same(evalkit, write):
    folder = write({STOREFRONT: "", EXAMPLEPAY: "id: [\n"})
    assert evalkit("schema", "--write", cwd=folder).err == ""
    assert (folder / STOREFRONT).read_text("utf-8") == f"{PLAN_LINE}\n"
    # Of a vendor that cannot be read, the folder tells the category.
    assert (folder / EXAMPLEPAY).read_text("utf-8") == f"{VENDOR_LINE}\nid: [\n"


def test_a_vendor_of_no_known_category_gets_the_general_schema(evalkit, write):
    folder = write({"vendors/toys/x.yaml": "id: x\nname: X\ncategory: toys\n"})
    evalkit("schema", "--write", cwd=folder)
    assert first_line(folder, "vendors/toys/x.yaml") == f"{LINE}../../.evalkit/vendor.schema.json"


def test_vendors_wait_for_criteria_that_have_errors(evalkit, write):
    folder = write({GATEWAYS: CRITERIA.replace("weight: 40", "weight: -1")})
    ran = evalkit("schema", "--write", cwd=folder)
    assert (folder / EXAMPLEPAY).read_text("utf-8") == VENDOR
    assert "the criteria payment-gateways have errors" in ran.err
    assert not (folder / ".evalkit/vendor-payment-gateways.schema.json").exists()


def test_a_category_that_is_shipped_has_its_schema_too_and_is_not_written_to(evalkit, write):
    shipped = (ROOT / "criteria/pim.yaml").read_bytes()
    folder = write({"vendors/pim/x.yaml": "id: x\nname: X\ncategory: pim\n"})
    evalkit("schema", "--write", cwd=folder)
    schema = json.loads((folder / ".evalkit/vendor-pim.schema.json").read_text("utf-8"))
    assert "catalogue_resources" in schema["properties"]["facts"]["properties"]
    assert (ROOT / "criteria/pim.yaml").read_bytes() == shipped
    assert not (folder / "criteria/pim.yaml").exists()


def test_one_kind_only(evalkit, write):
    folder = write()
    ran = evalkit("schema", "plan", "--write", cwd=folder)
    assert ran.out == (
        "Wrote 1 of 1 schema to .evalkit; reference added to 1 file, updated in 0, unchanged in 0\n"
    )
    assert (folder / EXAMPLEPAY).read_text("utf-8") == VENDOR


def test_without_the_line_only_schemas_are_written(evalkit, write, tmp_path):
    folder = write()
    before = contents(folder)
    ran = evalkit("schema", "--write", "--no-modeline", "--workspace", folder, cwd=ROOT)
    assert ran.out == "Wrote 7 of 7 schemas to .evalkit\n"
    after = contents(folder)
    assert {path: after[path] for path in before} == before
    assert {path.split("/")[0] for path in after.keys() - before.keys()} == {".evalkit"}


def test_links_that_lead_out_of_the_workspace_are_left_alone(evalkit, write, tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text(PLAN)
    folder = tmp_path / "workspace"
    (folder / "vendors").mkdir(parents=True)
    (folder / "plans").mkdir()
    (folder / "plans/storefront-payments.yaml").symlink_to(outside)
    ran = evalkit("schema", "--write", cwd=folder)
    assert outside.read_text() == PLAN
    assert ran.err == (
        f"evalkit: {STOREFRONT} is left unchanged: this link points outside the workspace\n"
    )


def test_a_link_within_the_workspace_stays_a_link(evalkit, write):
    folder = write()
    (folder / "plans/again.yaml").symlink_to("storefront-payments.yaml")
    ran = evalkit("schema", "--write", cwd=folder)
    assert (folder / "plans/again.yaml").is_symlink()
    assert (folder / STOREFRONT).read_text("utf-8") == f"{PLAN_LINE}\n{PLAN}"
    assert "added to 3 files" in ran.out


def test_files_of_the_package_are_left_alone(tmp_path):
    package = tmp_path / "evalkit"
    shutil.copytree(ROOT / "evalkit", package)
    for name in ("criteria", "platforms"):
        shutil.copytree(ROOT / name, package / "data" / name)
    before = contents(package / "starter/vendors")
    ran = subprocess.run(
        [sys.executable, "-m", "evalkit", "schema", "--write"],
        cwd=package / "starter",
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert contents(package / "starter/vendors") == before
    assert f"evalkit: {STOREFRONT} is left unchanged: it is part of evalkit\n" in ran.stderr


@pytest.mark.parametrize("name", [".evalkit", ".evalkit/plan.schema.json"])
def test_nothing_is_written_where_the_folder_leads_out(evalkit, write, tmp_path, name):
    folder = write()
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    target = outside if name == ".evalkit" else outside / "plan.schema.json"
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).symlink_to(target)
    before = contents(folder)
    ran = evalkit("schema", "--write", cwd=folder)
    assert ran.code == 2
    assert "is a link" in ran.err
    assert (contents(folder), list(outside.iterdir())) == (before, [])


def test_all_is_written_or_nothing(evalkit, write):
    folder = write()
    (folder / ".evalkit").write_text("in the way")
    before = contents(folder)
    ran = evalkit("schema", "--write", cwd=folder)
    assert ran.code == 2
    assert "cannot write" in ran.err
    assert contents(folder) == before


def test_the_shipped_files_name_no_schema():
    for folder in ("vendors", "criteria", "plans", "platforms", "evalkit/starter"):
        for file in Path(ROOT / folder).rglob("*.yaml"):
            assert "yaml-language-server" not in file.read_text("utf-8"), file
