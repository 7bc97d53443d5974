"""`evalkit validate`: which configuration counts, and what it does."""

import pytest

from evalkit.cli.validate.configuration import configuration
from evalkit.errors import EvalkitError
from tests.cli.validate.made import DAY, FAULTY, codes, last


def test_a_configuration_file_does_what_the_options_do(evalkit, write):
    toml = 'select = ["EK301"]\nfail-on = "warning"\nformat = ["json"]\n'
    ran = evalkit("validate", *DAY, cwd=write({**FAULTY, "evalkit.toml": toml}))
    assert (codes(ran), ran.code) == (["EK301"], 1)
    assert ran.err == "evalkit: 1 more left out by evalkit.toml\n"


def test_an_option_wins_over_the_same_key(evalkit, write):
    toml = 'select = ["EK301"]\nignore = ["EK303"]\nexit-zero = true\nformat = ["sarif"]\n'
    folder = write({**FAULTY, "evalkit.toml": toml})
    ran = evalkit("validate", *DAY, "-f", "text", "--select", "EK303", cwd=folder)
    assert (ran.code, "error[EK303]" in ran.out) == (0, True)
    ending = "; 1 more left out by --select; exit code 0, as evalkit.toml says"
    assert last(ran) == f"1 error, 0 warnings in 3 files checked{ending}"
    ran = evalkit("validate", *DAY, "-f", "text", "--select", "EK303", "--no-exit-zero")
    assert ran.code == 1
    ran = evalkit("validate", *DAY, "-f", "text", "--ignore", "EK301")
    ending = "; 1 more left out by --ignore, 1 left out by evalkit.toml"
    assert last(ran) == f"0 errors, 0 warnings in 3 files checked{ending}"


def test_the_configuration_is_that_of_the_workspace_not_of_where_one_stands(evalkit, write):
    folder = write(
        {**FAULTY, "evalkit.toml": 'ignore = ["ALL"]\n', "elsewhere/evalkit.toml": "no TOML"}
    )
    assert evalkit("validate", folder, *DAY, cwd=folder / "elsewhere").code == 0


@pytest.mark.parametrize("name", ["evalkit.toml", "pyproject.toml"])
@pytest.mark.parametrize("file", ["../outside.txt", ".git/hooks/pre-commit", "a\\u0000b"])
def test_a_configuration_writes_no_file(evalkit, write, name, file):
    head = "[tool.evalkit]\n" if name == "pyproject.toml" else ""
    folder = write({**FAULTY, name: f'{head}format = ["text={file}"]\n', ".git/hooks/x": ""})
    before = sorted(folder.parent.rglob("*"))
    ran = evalkit("validate", *DAY, cwd=folder)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.endswith("name files on the command line, such as --format text=FILE\n")
    assert sorted(folder.parent.rglob("*")) == before


def test_a_faulty_configuration_is_one_line_and_exit_2(evalkit, write):
    folder = write({"evalkit.toml": 'select = ["EK3"'})
    ran = evalkit("validate", cwd=folder)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"evalkit: {folder}/evalkit.toml:1:16: not TOML: ")


def test_a_configured_baseline_lies_beside_the_configuration(evalkit, write):
    folder = write({**FAULTY, "evalkit.toml": 'baseline = "b.json"\n'})
    ran = evalkit("validate", cwd=folder / "vendors")
    assert ran.code == 2
    assert ran.err == (
        f"evalkit: there is no baseline {folder}/b.json; "
        f"create it with `evalkit validate --baseline {folder}/b.json --write-baseline`\n"
    )
    # Only a file that is named on the command line is written.
    ran = evalkit("validate", *DAY, "--write-baseline")
    said = "--write-baseline needs a file; name it with --baseline FILE"
    assert (ran.code, ran.err) == (2, f"evalkit: {said}\n")
    assert not (folder / "b.json").exists()
    assert evalkit("validate", *DAY, "--baseline", folder / "b.json", "--write-baseline").code == 0
    ran = evalkit("validate", *DAY)
    assert (ran.code, last(ran)[-19:]) == (0, "; 2 known in b.json")


@pytest.mark.parametrize("link", ["b.json", "inner"])
def test_a_configured_baseline_is_reached_without_links(evalkit, write, tmp_path_factory, link):
    folder = write({**FAULTY, "evalkit.toml": 'baseline = "inner/b.json"\n'})
    outside = tmp_path_factory.mktemp("outside")
    (outside / "b.json").write_text("a secret")
    if link == "inner":
        (folder / "inner").symlink_to(outside)
    else:
        (folder / "inner").mkdir()
        (folder / "inner/b.json").symlink_to(outside / "b.json")
    ran = evalkit("validate", *DAY, cwd=folder)
    place = folder / "inner" if link == "inner" else folder / "inner/b.json"
    said = f"{place} is a link and not followed; replace it with the file itself"
    assert (ran.code, ran.out, ran.err) == (2, "", f"evalkit: {said}\n")


def test_the_nearest_file_decides_and_evalkit_toml_comes_before_pyproject(tmp_path):
    inner = tmp_path / "clients/shop"
    inner.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert configuration(inner) is None
    shared = tmp_path / "pyproject.toml"
    shared.write_text('[tool.evalkit]\nselect = ["EK1"]\n')
    assert configuration(inner).file == shared
    (tmp_path / "evalkit.toml").write_text("")
    assert configuration(inner).file == tmp_path / "evalkit.toml"
    # A pyproject.toml without the table is somebody else's.
    (inner / "pyproject.toml").write_text('[tool.other]\nselect = ["evalkit"]\n')
    assert configuration(inner).file == tmp_path / "evalkit.toml"
    (tmp_path / "clients/evalkit.toml").write_text("")
    assert configuration(inner).file == tmp_path / "clients/evalkit.toml"


def test_nothing_above_the_repository_counts(tmp_path):
    inner = tmp_path / "repository/shop"
    inner.mkdir(parents=True)
    (tmp_path / "repository/.git").write_text("gitdir: elsewhere\n")
    (tmp_path / "evalkit.toml").write_text("no TOML")
    assert configuration(inner) is None


def test_a_broken_pyproject_that_does_not_name_evalkit_is_none_of_our_business(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_bytes(b"[project\n\xff")
    assert configuration(tmp_path) is None


def a_link_to_nothing(file):
    file.symlink_to("nowhere")


def a_link_to_itself(file):
    file.symlink_to(file)


def a_link_to_secrets(file):
    secret = file.parent / ".env"
    secret.write_text('password = "hidden"\n')
    file.symlink_to(secret)


@pytest.mark.parametrize("make", [a_link_to_nothing, a_link_to_itself, a_link_to_secrets])
def test_a_configuration_that_is_a_link_is_refused_and_nothing_of_it_is_shown(tmp_path, make):
    make(tmp_path / "evalkit.toml")
    with pytest.raises(EvalkitError) as refused:
        configuration(tmp_path)
    said = "is a link and not followed; replace it with the file itself"
    assert str(refused.value) == f"{tmp_path / 'evalkit.toml'} {said}"


def test_a_linked_pyproject_is_refused_where_it_speaks_of_evalkit(tmp_path):
    (tmp_path / ".git").mkdir()
    real = tmp_path / ".secret.toml"
    (tmp_path / "pyproject.toml").symlink_to(real)
    real.write_text("[project]\n")
    assert configuration(tmp_path) is None
    real.write_text("[tool.evalkit]\npassword = 1\n")
    with pytest.raises(EvalkitError, match="is a link and not followed"):
        configuration(tmp_path)


@pytest.mark.parametrize("name", ["EVALKIT.TOML", "Evalkit.toml"])
def test_a_configuration_whose_name_has_capitals_is_told(evalkit, write, name):
    folder = write({**FAULTY, name: 'ignore = ["EK3"]\n'})
    ran = evalkit("validate", *DAY, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"evalkit: {folder / name} is not read; rename it to evalkit.toml\n"
    # On a disk that does not tell them apart, both names are the same file.
    (folder / "evalkit.toml").write_text('ignore = ["EK3"]\n')
    assert evalkit("validate", *DAY).code == 0
