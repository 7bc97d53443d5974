"""The files of a folder that are read, and the links that are not followed."""

import os
import subprocess
from pathlib import Path

import pytest

from evalkit.checking.check import check
from evalkit.checking.load import load
from evalkit.workspace.folder import own_files
from tests.conftest import BASE, DAY, VENDOR, vendor


def test_a_deep_tree_of_folders_is_searched_to_its_end(tmp_path):
    deep = tmp_path / "vendors"
    deep.mkdir()
    here = os.open(".", os.O_RDONLY)
    os.chdir(deep)
    try:
        for _ in range(1500):
            Path("d").mkdir()
            os.chdir("d")
        Path("x.yaml").write_text("id: x\nname: X\ncategory: erp\nfacts: {}\n")
    finally:
        os.fchdir(here)
        os.close(here)
    found = check(tmp_path, DAY, cached=False)
    # Python's own way of removing folders does not reach that deep.
    subprocess.run(["rm", "-r", deep / "d"], check=True)
    # Its path is longer than any that is read, and nobody can hide a file by that.
    assert [d.code for d in found.diagnostics] == ["EK001"]


FOLDER = "vendors/payment-gateways"


def paths(folder):
    return [file.path for file in own_files(folder)]


def test_files_come_folder_by_folder_in_the_order_of_their_names(write):
    folder = write(
        {
            f"{FOLDER}/z.yml": "", f"{FOLDER}/old/a.yaml": "", f"{FOLDER}/readme.md": "", "vendors/.hidden.yaml": "",
            "notes/x.yaml": "",
        }
    )  # fmt: skip
    assert paths(folder) == [
        "criteria/payment-gateways.yaml",
        f"{FOLDER}/examplepay.yaml",
        f"{FOLDER}/z.yml",
        f"{FOLDER}/old/a.yaml",
        "plans/storefront-payments.yaml",
    ]


@pytest.mark.parametrize("suffix", ["YAML", "Yaml", "YML", "yml", "yaml"])
def test_a_suffix_may_have_capitals_in_every_folder(write, suffix):
    files = {f"{name}/x.{suffix}": "" for name in ("criteria", "platforms", "vendors/erp", "plans")}
    folder = write({**files, "vendors/erp/y.yaml.bak": "", "vendors/erp/yaml": ""})
    (folder / f"vendors/erp/link.{suffix}").symlink_to(f"x.{suffix}")
    found = {file.path: file.refused for file in own_files(folder)}
    assert found == dict.fromkeys([*BASE, *files, f"vendors/erp/link.{suffix}"], "")


def test_of_two_files_that_differ_in_the_suffix_alone_both_are_told(write):
    path = "vendors/payment-gateways/examplepay.YAML"
    found = load(write({path: VENDOR}), DAY).errors
    assert {d.path for d in found if d.code == "EK311"} == {path, f"{FOLDER}/examplepay.yaml"}


HIDDEN = "points to a file or folder whose name begins with a dot"
OTHER = "does not point to a .yaml or .yml file in criteria, platforms, vendors, plans"


@pytest.mark.parametrize(
    ("link", "to", "refused"),
    [
        (f"{FOLDER}/x.yaml", "examplepay.yaml", ""),
        (f"{FOLDER}/x.yaml", "../../../outside.yaml", "points outside the workspace"),
        (f"{FOLDER}/x", "../../../elsewhere", "points outside the workspace"),
        (f"{FOLDER}/x", "..", "points to a folder"),
        (f"{FOLDER}/x.yaml", "../../.git/config", HIDDEN),
        (f"{FOLDER}/x.yaml", "../.kept/a.yaml", HIDDEN),
        (f"{FOLDER}/x.yaml", ".a.yaml", HIDDEN),
        (f"{FOLDER}/x.yaml", "../../notes.yaml", OTHER),
        (f"{FOLDER}/x.yaml", "notes.md", OTHER),
        (f"{FOLDER}/x.yaml", "nowhere.md", ""),
        (f"{FOLDER}/x.yaml", "x" * 300, ""),
        (f"{FOLDER}/x.yaml", "x.yaml", ""),  # reading it says that it leads nowhere
        ("platforms", "../elsewhere", "is in the place of a folder"),
        ("platforms", "vendors", "is in the place of a folder"),
        ("plans", "nowhere", "is in the place of a folder"),
    ],
)
def test_a_link_is_followed_to_a_file_of_the_workspace_and_nowhere_else(
    tmp_path, link, to, refused
):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.yaml").write_text("a: 1\n")
    (tmp_path / "outside.yaml").write_text("a: 1\n")
    folder = tmp_path / "shop"
    (folder / FOLDER).mkdir(parents=True)
    (folder / FOLDER / "examplepay.yaml").write_text(VENDOR)
    for other in (".git/config", "vendors/.kept/a", "notes.yaml", f"{FOLDER}/notes.md"):
        (folder / other).parent.mkdir(exist_ok=True)
        (folder / other).write_text("a: 1\n")
    (folder / "vendors/.kept/a").rename(folder / "vendors/.kept/a.txt")
    (folder / link).symlink_to(to)
    found = {file.path: file.refused for file in own_files(folder)}
    assert found == {f"{FOLDER}/examplepay.yaml": "", link: refused}


def test_what_is_no_folder_is_told_by_its_name(tmp_path):
    (tmp_path / "vendors").mkdir()
    os.mkfifo(tmp_path / "plans")
    found = load(tmp_path, DAY).diagnostics
    assert [(d.path, d.code) for d in found] == [("plans", "EK001")]


def test_of_two_criteria_files_of_one_name_both_are_checked(write):
    text = "id: payment-gateways\ntitle: Other\nextends: nothing\n"
    found = load(write({"criteria/payment-gateways.yml": text}), DAY).errors
    assert {(d.path, d.code) for d in found} == {
        ("criteria/payment-gateways.yaml", "EK311"),
        ("criteria/payment-gateways.yml", "EK311"),
        ("criteria/payment-gateways.yml", "EK201"),
    }


def test_what_is_on_no_shelf_is_counted_by_nobody(loaded):
    workspace = loaded({f"{FOLDER}/otherpay.yaml": vendor(rate_limit="9")})
    assert len(workspace.platforms) == len(list(workspace.platforms))
    assert "nothing" not in workspace.platforms
    assert set(BASE) < set(workspace.documents)


@pytest.mark.parametrize(
    "path", ["plans/old/storefront-payments.yaml", "criteria/payment-gateways.yml"]
)
def test_two_files_of_one_kind_cannot_share_an_id(write, path):
    original = (
        "plans/storefront-payments.yaml" if "plans" in path else "criteria/payment-gateways.yaml"
    )
    folder = write({path: BASE[original]})
    workspace = load(folder, DAY)
    assert {d.path for d in workspace.errors if d.code == "EK311"} == {path, original}
    assert check(folder, DAY).diagnostics == check(folder, DAY).diagnostics == workspace.diagnostics
    assert (
        "storefront-payments" not in workspace.plans or "payment-gateways" not in workspace.criteria
    )
