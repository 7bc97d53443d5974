"""Links out of a workspace, and names that would fill the screen."""

import os

import pytest

from evalkit.errors import EvalkitError
from evalkit.templates.render import render, style
from tests.hostile.made import PLAN_FILE, VENDOR_FILE, ask, files, lay_out, run

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
    """A workspace inside a folder with files that it must not reach."""
    outside = {"secret.yaml": SECRET, "secrets/x.yaml": SECRET}
    lay_out(tmp_path, outside)
    return lay_out(tmp_path / "w", files())


@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("absolute", [True, False], ids=["absolute", "relative"])
def test_a_file_that_leads_out_of_the_workspace_is_refused(workspace, path, absolute):
    secret = workspace.parent / "secret.yaml"
    depth = "../" * (path.count("/") + 1)
    (workspace / path).symlink_to(secret if absolute else f"{depth}secret.yaml")
    ran = ask(workspace, "validate", "--as-of", "2026-11-23")
    assert ran.code == 1
    assert f"{path}:1:1: error[EK018]" in ran.out
    assert "points outside the workspace" in ran.out
    assert "the secret" not in ran.said


@pytest.mark.parametrize("path", FOLDERS)
def test_a_folder_that_is_a_link_is_refused(workspace, path):
    place = workspace / path
    if place.exists():
        place.rename(workspace / "kept")
    place.symlink_to(workspace.parent / "secrets")
    ran = ask(workspace, "validate", "--as-of", "2026-11-23")
    assert ran.code == 1
    assert f"{path}:1:1: error[EK018] this link is in the place of a folder" in ran.out
    assert "the secret" not in ran.said


def test_a_plan_that_leads_out_of_the_workspace_is_not_scored(workspace):
    (workspace / "plans/evil.yaml").symlink_to(workspace.parent / "secret.yaml")
    lay_out(workspace, {"vendors/broken.yaml": "["})
    for plan in ("evil", "plans/evil.yaml"):
        ran = ask(workspace, "score", plan)
        assert ran.code == 1
        assert ran.err.startswith("plans/evil.yaml:1:1: error[EK018] this link points outside the")
        assert ran.err.endswith(
            "1 error, 0 warnings in 1 file checked; so the plan cannot be used\n"
        )
        assert "the secret" not in ran.said


def test_a_plan_may_be_asked_for_by_a_link(workspace):
    (workspace / "plan.yaml").symlink_to(PLAN_FILE)
    assert ask(workspace, "score", "plan.yaml").code == 0


@pytest.mark.parametrize("target", [".git/config", ".env", "kept.yaml", "notes/kept.txt"])
@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
def test_a_file_that_leads_to_another_kind_of_file_is_not_read(evalkit, workspace, path, target):
    lay_out(workspace, {target: f"{SECRET}: [\n"})
    (workspace / path).symlink_to(workspace / target)
    for words in (("validate", "--as-of", "2026-11-23"), ("score", "evil"), ("score", path)):
        ran = evalkit(*words, cwd=workspace)
        assert ran.code in {1, 2}
        assert "the secret" not in ran.out + ran.err
    said = "points to" if target.startswith(".") else "does not point to"
    assert f"{path}:1:1: error[EK018] this link {said}" in evalkit("validate").out


def test_a_link_from_one_vendor_to_another_is_followed(workspace):
    (workspace / "vendors/erp").mkdir()
    (workspace / "vendors/erp/examplepay.yaml").symlink_to(workspace / VENDOR_FILE)
    ran = ask(workspace, "validate", "--as-of", "2026-11-23")
    assert "vendors/erp/examplepay.yaml:2:8: error[EK311]" in ran.out
    assert "EK018" not in ran.out


TOKEN = {".git/config": SECRET, "templates/.git/config": SECRET, "templates/notes.md": SECRET}
NAME = "report.html.j2"
CONTENT = {"plan": {"title": "x"}}


@pytest.fixture
def templates(tmp_path):
    """A folder of templates with files in it and beside it that none may show."""
    (tmp_path / "x.j2").write_text(SECRET)
    return lay_out(tmp_path / "w", TOKEN | {"plans/p.yaml": SECRET}) / "templates"


def refusal(make):
    with pytest.raises(EvalkitError) as raised:
        make()
    assert SECRET not in str(raised.value)
    return str(raised.value)


def test_a_report_shows_no_file_of_the_repository(tmp_path):
    page = {NAME: "{% include '.git/config' %}", ".git/config": SECRET}
    folder = lay_out(tmp_path, files() | page)
    (folder / "templates").symlink_to(".")
    ran = ask(folder, "report", PLAN_FILE)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == (
        "evalkit: the folder templates is a link; put the folder itself there"
    )


@pytest.mark.parametrize("target", [".git", "plans", "nowhere"])
def test_a_folder_of_templates_that_is_a_link_is_refused(templates, target):
    link = templates.with_name("linked")
    link.symlink_to(target)
    for make in (lambda: render(NAME, CONTENT, link), lambda: style(link)):
        assert "the folder linked is a link" in refusal(make)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".git/config", "points to a file or folder whose name begins with a dot"),
        ("notes.md", "does not point to a .j2 or .css file in templates"),
        ("../.git/config", "points to a file or folder whose name begins with a dot"),
        ("../plans/p.yaml", "does not point to a .j2 or .css file in templates"),
        ("../../x.j2", "points outside the workspace"),
    ],
)
def test_a_template_shows_no_file_that_is_no_template(templates, name, reason):
    (templates / NAME).write_text(f"{{% include '{name}' %}}")
    said = refusal(lambda: render(NAME, CONTENT, templates))
    assert said == f"the template {name} {reason}"
    (templates / NAME).unlink()
    for linked, make in ((NAME, lambda: render(NAME, CONTENT, templates)), ("report.css", lambda: style(templates))):  # fmt: skip
        (templates / linked).symlink_to(name)
        assert refusal(make) == f"the template {linked} {reason}"


def test_a_template_that_leads_to_another_is_followed(templates):
    (templates / "own.j2").write_text("own {{ plan.title }}")
    (templates / NAME).symlink_to("own.j2")
    assert render(NAME, CONTENT, templates) == "own x"


@pytest.mark.parametrize("target", [".git/config", "templates/.git/x.j2", "templates/notes.md"])
def test_a_template_that_was_asked_for_and_leads_elsewhere_is_refused(templates, target):
    (templates / ".git/x.j2").write_text(SECRET)
    link = templates.parent / "my.j2"
    link.symlink_to(target)
    said = refusal(lambda: render(NAME, CONTENT, templates, link))
    assert said == f"the template {link} is a link to what is no template; name a file"


def test_any_file_may_be_asked_for_as_a_template(tmp_path):
    folder = lay_out(tmp_path / ".shop", {"my.txt": "my {{ plan.title }}", "my.j2": "j2"})
    (folder / "my").mkdir()
    (folder / "my/link").symlink_to("../my.j2")
    assert render(NAME, CONTENT, None, folder / "my.txt") == "my x"
    assert render(NAME, CONTENT, None, folder / "my/link") == "j2"


@pytest.mark.parametrize("words", [(), ("--template", "my.j2")], ids=["own", "asked for"])
def test_a_pipe_is_no_template(tmp_path, words):
    folder = lay_out(tmp_path, files() | {"templates/notes.md": ""})
    os.mkfifo(folder / (words[-1] if words else f"templates/{NAME}"))
    ran = run(folder, "report", PLAN_FILE, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"{words[-1] if words else NAME}: it is not a regular file\n")


LONG = {
    "anchor": ("EK007", HEAD + "note: &" + "x" * MEGA + " y\n"),
    "alias": ("EK007", HEAD + "note: *" + "x" * MEGA + "\n"),
    "tag": ("EK008", HEAD + "note: !" + "x" * MEGA + " y\n"),
    "key": ("EK012", HEAD + "? " + "x" * MEGA + "\n: y\n"),
    "word": ("EK104", HEAD + "charges: [{kind: " + "x" * MEGA + "}]\n"),
}


@pytest.mark.parametrize(("code", "text"), LONG.values(), ids=LONG)
def test_a_name_of_a_million_letters_does_not_fill_the_screen(tmp_path, code, text):
    folder = lay_out(tmp_path, files() | {VENDOR_FILE: text})
    ran = ask(folder, "validate", VENDOR_FILE, "--as-of", "2026-11-23")
    assert ran.code == 1
    assert f"error[{code}]" in ran.out
    assert len(ran.said) < 2000
