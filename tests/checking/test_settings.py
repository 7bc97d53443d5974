"""The configuration: valid content, and messages about everything else."""

import pytest

from evalkit.cli.validate.configuration import configuration
from evalkit.errors import EvalkitError

EVERY_KEY = """\
select = ["EK3", "ek401"]
ignore = ["EK308"]
fail-on = "warning"
exit-zero = true
format = ["json"]
baseline = "known.json"

[per-path-ignores]
"vendors/old/**" = ["ALL"]
"sap.yaml" = ["EK3"]
"""


def test_every_key_is_read_and_files_are_relative_to_the_configuration(tmp_path):
    (tmp_path / "evalkit.toml").write_text(EVERY_KEY)
    found = configuration(tmp_path)
    assert found.file == tmp_path / "evalkit.toml"
    assert (found.select, found.ignore) == (("EK3", "EK401"), ("EK308",))
    assert (found.fail_on, found.exit_zero) == ("warning", True)
    assert found.formats == ("json",)
    assert found.baseline == tmp_path / "known.json"
    assert found.per_path_ignores == (("vendors/old/**", ("",)), ("sap.yaml", ("EK3",)))


def test_a_pyproject_holds_the_same_under_tool_evalkit(tmp_path):
    text = EVERY_KEY.replace("[per", "[tool.evalkit.per")
    (tmp_path / "pyproject.toml").write_text(f'[project]\nname = "x"\n[tool.evalkit]\n{text}')
    found = configuration(tmp_path)
    assert (found.file, found.select) == (tmp_path / "pyproject.toml", ("EK3", "EK401"))
    assert len(found.per_path_ignores) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('select = ["EK3"', ":1:16: not TOML: "),
        ("\n\nselect [", ":3:8: not TOML: "),
        ("a = 1\na = 2\n", ":2:6: not TOML: cannot overwrite a value"),
        ('selct = ["EK3"]', ": unknown key `selct`; did you mean `select`?"),
        ('fail_on = "error"', ": unknown key `fail_on`; did you mean `fail-on`?"),
        ("colour = true", ": unknown key `colour`; known here: select, ignore, "),
        ('[tool.evalkit]\nselect = ["EK3"]', ": unknown key `tool`; evalkit.toml has its keys at the top level"),
        ('select = "EK3"', "`select` in FILE must be a list of codes, such as"),
        ("ignore = [301]", "`ignore` in FILE must be a list of codes, such as"),
        ('ignore = ["EK309", "EX301"]', "`ignore` in FILE: there is no rule 'EX301'; did you mean `EK301`?"),
        ('fail-on = "info"', '`fail-on` in FILE must be "error" or "warning"'),
        ("fail-on = []", '`fail-on` in FILE must be "error" or "warning"'),
        ('exit-zero = "yes"', "`exit-zero` in FILE must be true or false, without quotation marks"),
        ("exit-zero = 1", "`exit-zero` in FILE must be true or false"),
        ('format = "text"', '`format` in FILE must be a list of one format, such as ["json"]'),
        ('format = ["xml=a"]', "`format` in FILE: there is no format 'xml'; known: text, json, "),
        ('format = ["text=../outside.txt"]', "`format` in FILE must name one format and no file; name files on the command line, such as --format text=FILE"),
        ('format = ["sarif="]', "`format` in FILE must name one format and no file"),
        ('format = ["sarif=a\\u0000b"]', "`format` in FILE must name one format and no file"),
        ('format = ["text", "json"]', "`format` in FILE must name one format and no file"),
        ("baseline = true", '`baseline` in FILE must be the path of a file, such as "baseline.json"'),
        ('baseline = ""', "`baseline` in FILE must be the path of a file"),
        ('baseline = "a\\u0000b"', "`baseline` in FILE must be the path of a file"),
        ('baseline = "../b.json"', "with --baseline FILE"),
        ('baseline = "a/../../b.json"', "with --baseline FILE"),
        ('baseline = "/etc/passwd"', "with --baseline FILE"),
        ('per-path-ignores = ["vendors"]', "`per-path-ignores` in FILE must be a table from patterns to lists of codes"),
        ('[per-path-ignores]\n"vendors/**" = "EK3"', "`per-path-ignores` in FILE for 'vendors/**' must be a list of codes"),
        ('[per-path-ignores]\n"vendors/**" = ["EX3"]', "`per-path-ignores` in FILE for 'vendors/**': there is no rule"),
        ('[per-path-ignores]\n"../x/**" = ["EK3"]', "'../x/**' is not a pattern for paths below "),
        ('[per-path-ignores]\n"/etc/*" = ["EK3"]', "'/etc/*' is not a pattern for paths below "),
        ('[per-path-ignores]\n"" = ["EK3"]', "'' is not a pattern for paths below "),
        ("x = " + "[" * 50_000, ": lists or tables are nested too deeply"),
        (".".join("a" * 60_000) + " = 1", ": a key has more than 100 parts"),
        (".".join("a" * 99) + '.",".' + ".".join("a" * 60_000) + " = 1", ": a key has more than 100 parts"),
        ("x = ['''b'''', {" + "c." * 110 + "a = 1}]", ": a key has more than 100 parts"),
        ("[per-path-ignores]\n" + "".join(f'a{n} = ["EK"]\n' for n in range(101)), "`per-path-ignores` in FILE has more than 100 patterns"),
        ('[per-path-ignores]\n"' + "a/" * 50 + 'x" = ["EK"]', "`per-path-ignores` in FILE: the pattern 'a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/' has more than 50 parts"),
        ('[per-path-ignores]\n"' + "**/" * 40_000 + 'x" = ["EK"]', "`per-path-ignores` in FILE: the pattern '**/**/**/**/**/**/**/**/**/**/**/**/**/*' has more than 1,000 characters"),
        ("x = " + "9" * 5000, " is not TOML: a number has too many digits"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_one_line_that_names_the_file(tmp_path, text, message):
    file = tmp_path / "evalkit.toml"
    file.write_text(text)
    with pytest.raises(EvalkitError) as refused:
        configuration(tmp_path)
    assert message.replace("in FILE", f"in {file}") in str(refused.value)
    assert str(file) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_dots_within_quotes_and_comments_are_no_parts_of_a_key(tmp_path):
    dots = "a." * 200
    text = f"# {dots}\nformat = ['json'] # {dots}\n[per-path-ignores]\n'{dots}' = ['EK']\n"
    (tmp_path / "evalkit.toml").write_text(text)
    assert configuration(tmp_path).per_path_ignores == ((dots, ("EK",)),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tool.evalkit = 3", "`tool.evalkit` must be a table; write [tool.evalkit] above its keys"),
        ("[tool.evalkit]\nignore = 3", "`ignore` in FILE must be a list of codes"),
        ("[tool.evalkit\n", ":1:14: not TOML: "),
    ],
)
def test_the_same_goes_for_a_pyproject(tmp_path, text, message):
    file = tmp_path / "pyproject.toml"
    file.write_text(text)
    with pytest.raises(EvalkitError) as refused:
        configuration(tmp_path)
    assert message.replace("in FILE", f"in {file}") in str(refused.value)
