"""Links out of a workspace, and names that would fill the screen."""

import pytest

from tests.hostile.made import VENDOR_FILE, files, lay_out, run

SECRET = "the secret: of somebody else"
HEAD = "id: examplepay\nname: ExamplePay\ncategory: payment-gateways\n"
MEGA = 1_000_000
PLACES = {
    "vendor": "vendors/payment-gateways/evil.yaml",
    "criteria": "criteria/evil.yaml",
    "plan": "plans/evil.yaml",
    "platform": "platforms/evil.yaml",
}
FOLDERS = ("vendors", "criteria", "plans", "platforms")


@pytest.fixture
def workspace(tmp_path):
    """A workspace inside a folder that holds what is none of its business."""
    outside = {"secret.yaml": SECRET, "secrets/x.yaml": SECRET}
    lay_out(tmp_path, outside)
    return lay_out(tmp_path / "w", files())


@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("absolute", [True, False], ids=["absolute", "relative"])
def test_a_file_that_leads_out_of_the_workspace_is_refused(workspace, path, absolute):
    secret = workspace.parent / "secret.yaml"
    depth = "../" * (path.count("/") + 1)
    (workspace / path).symlink_to(secret if absolute else f"{depth}secret.yaml")
    ran = run(workspace, "validate", "--as-of", "2026-11-23")
    assert ran.code == 1
    assert f"{path}:1:1: error[EK018]" in ran.out
    assert "leads out of the workspace" in ran.out
    assert "the secret" not in ran.said


@pytest.mark.parametrize("path", FOLDERS)
def test_a_folder_that_is_a_link_is_refused(workspace, path):
    place = workspace / path
    if place.exists():
        place.rename(workspace / "kept")
    place.symlink_to(workspace.parent / "secrets")
    ran = run(workspace, "validate", "--as-of", "2026-11-23")
    assert ran.code == 1
    assert f"{path}:1:1: error[EK018] this link stands in place of a folder" in ran.out
    assert "the secret" not in ran.said


def test_a_plan_that_leads_out_of_the_workspace_is_not_scored(workspace):
    (workspace / "plans/evil.yaml").symlink_to(workspace.parent / "secret.yaml")
    ran = run(workspace, "score", "evil")
    assert ran.code in {1, 2}
    assert "the secret" not in ran.said


@pytest.mark.parametrize("target", [".git/config", ".env", "kept.yaml", "notes/kept.txt"])
@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
def test_a_file_that_leads_to_another_kind_of_file_is_not_read(workspace, path, target):
    lay_out(workspace, {target: f"{SECRET}: [\n"})
    (workspace / path).symlink_to(workspace / target)
    for words in (("validate", "--as-of", "2026-11-23"), ("score", "evil"), ("score", path)):
        ran = run(workspace, *words)
        assert ran.code in {1, 2}
        assert "the secret" not in ran.said
    assert f"{path}:1:1: error[EK018] this link leads to" in run(workspace, "validate").out


def test_a_link_from_one_vendor_to_another_is_followed(workspace):
    (workspace / "vendors/erp").mkdir()
    (workspace / "vendors/erp/examplepay.yaml").symlink_to(workspace / VENDOR_FILE)
    ran = run(workspace, "validate", "--as-of", "2026-11-23")
    assert "vendors/erp/examplepay.yaml:2:8: error[EK311]" in ran.out
    assert "EK018" not in ran.out


LONG = {
    "anchor": ("EK007", HEAD + "note: &" + "x" * MEGA + " y\n"),
    "alias": ("EK007", HEAD + "note: *" + "x" * MEGA + "\n"),
    "tag": ("EK008", HEAD + "note: !" + "x" * MEGA + " y\n"),
    "key": ("EK101", HEAD + "? " + "x" * MEGA + "\n: y\n"),
    "word": ("EK104", HEAD + "charges: [{kind: " + "x" * MEGA + "}]\n"),
}


@pytest.mark.parametrize(("code", "text"), LONG.values(), ids=LONG)
def test_a_name_of_a_million_letters_does_not_fill_the_screen(tmp_path, code, text):
    folder = lay_out(tmp_path, files() | {VENDOR_FILE: text})
    ran = run(folder, "validate", VENDOR_FILE, "--as-of", "2026-11-23")
    assert ran.code == 1
    assert f"error[{code}]" in ran.out
    assert len(ran.said) < 2000
