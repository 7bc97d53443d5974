"""An untrusted configuration and baseline: what they may write and read, and how long they take."""

import pytest

from tests.hostile.made import VENDOR_FILE, files, lay_out, run

STARS = '[per-path-ignores]\n"{}x" = ["EK"]\n'.format("**/" * 40_000)
PATTERNS = "".join(f'"**/a{n}*b*c*d/**" = ["EK"]\n' for n in range(8000))
MANY = "".join(f'"**/a{n}*b*c*d/**" = ["EK3"]\n' for n in range(100))
CODES = "ignore = [{}]\n".format('"EK309",' * 20_000)


def baseline(*entries):
    return '{"format": 2, "findings": [' + ",".join(entries) + "]}"


def entries(count, path="vendors/{}"):
    return (
        f'{{"path": "{path.format(n)}", "code": "EK301", "name": ["{n}"], "content": "", '
        '"count": 1}'
        for n in range(count)
    )


def ran(folder, toml, known="", **more):
    lay_out(folder, files() | {"evalkit.toml": toml, "b.json": known})
    return run(folder, "validate", "--as-of", "2026-11-23", "--no-cache", **more)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (STARS, "has more than 1,000 characters"),
        ("[per-path-ignores]\n" + PATTERNS, "has more than 100 patterns"),
        ('format = ["sarif=a\\u0000b"]', "must name one format and no file"),
        ('format = ["text=../outside.txt", "text=.git/hooks/pre-commit"]', "and no file"),
        ('baseline = "../b.json"', "must be a file in or below"),
    ],
)
def test_a_configuration_that_asks_too_much_is_refused(tmp_path, toml, said):
    ended = ran(tmp_path, toml)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert said in ended.err


@pytest.mark.parametrize("path", ["vendors/{}", "vendors/payment-gateways/examplepay.yaml"])
def test_a_baseline_and_patterns_as_large_as_they_may_be_are_read_in_time(tmp_path, path):
    toml = f'{CODES}baseline = "b.json"\n[per-path-ignores]\n{MANY}'
    ended = ran(tmp_path, toml, baseline(*entries(50_000, path)), seconds=4)
    assert ended.code == 0
    assert "50,000 findings in b.json no longer occur" in ended.err


@pytest.mark.parametrize(
    "known",
    [
        baseline(*entries(50_001)),
        baseline(",".join(["[]"] * 2_700_000)),
        baseline(",".join(["{}"] * 2_700_000)),
        baseline(",".join(["[[[[[[[]]]]]]]"] * 550_000)),
    ],
    ids=["entries", "lists", "tables", "nested lists"],
)
def test_a_baseline_with_too_many_entries_is_refused_before_it_takes_memory(tmp_path, known):
    ended = ran(tmp_path, 'baseline = "b.json"\n', known)
    again = "name another file, or delete it and create it again: --baseline FILE --write-baseline"
    said = f"evalkit: {tmp_path}/b.json has more than 50,000 entries; {again}\n"
    assert (ended.code, ended.out, ended.err) == (2, "", said)


def test_a_baseline_for_which_memory_does_not_suffice_is_no_bug(tmp_path):
    known = baseline(",".join(f'"{n:x}"' for n in range(900_000)))
    ended = ran(tmp_path, 'baseline = "b.json"\n', known, code="taken = bytearray(230 * 2**20)")
    said = f"evalkit: cannot read {tmp_path}/b.json: there is not enough memory\n"
    assert (ended.code, ended.out, ended.err) == (2, "", said)


@pytest.mark.parametrize("style", ["text", "github"])
def test_who_makes_a_run_end_well_is_said_in_the_line_that_sums_up(evalkit, tmp_path, style):
    wrong = {
        VENDOR_FILE: {**files()[VENDOR_FILE], "category": 1},
        "evalkit.toml": "exit-zero = true",
    }
    folder = lay_out(tmp_path, files() | wrong)
    ran = evalkit("validate", "-f", style, cwd=folder)
    assert ran.code == 0
    assert ran.out.splitlines()[-1].endswith("; exit code 0, as evalkit.toml says")
    assert "as evalkit.toml" not in evalkit("validate", "-f", style, "--exit-zero").out
    assert evalkit("validate", "-f", style, "--no-exit-zero").code == 1
