"""`evalkit validate`: which findings are shown, and which are known from a baseline."""

import hashlib
import os
import re
import shlex

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalkit.rules.run import all_rules
from tests.cli.validate.made import DAY, EXAMPLEPAY, FAULTY, codes, last
from tests.conftest import PLAN, examples, vendor

PLANS = "plans/storefront-payments.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
# One more of each rule, in another file.
TWICE = {**FAULTY, OTHERPAY: vendor(api_style="[rset]")}


@pytest.mark.parametrize(
    ("words", "shown", "code"),
    [
        ((), ["EK303", "EK301"], 1),
        (("--select", "EK301"), ["EK301"], 0),
        (("--select", "ek3"), ["EK303", "EK301"], 1),
        (("--select", "EK4,EK303"), ["EK303"], 1),
        (("--select", "EK4", "--select", "EK303"), ["EK303"], 1),
        (("--ignore", "EK303"), ["EK301"], 0),
        (("--ignore", "ALL"), [], 0),
        (("--select", "EK30", "--ignore", "EK301"), ["EK303"], 1),
        (("--ignore", "EK30", "--select", "EK301"), ["EK301"], 0),
    ],
)
def test_only_what_is_selected_is_shown_and_counts(evalkit, write, words, shown, code):
    ran = evalkit("validate", *DAY, "-f", "json", *words, cwd=write(FAULTY))
    assert (codes(ran), ran.code) == (shown, code)


def test_the_last_line_says_what_was_left_out_and_because_of_what(evalkit, write):
    folder = write(FAULTY)
    ran = evalkit("validate", *DAY, "--select", "EK301", cwd=folder)
    assert last(ran) == "0 errors, 1 warning in 3 files checked; 1 more left out by --select"
    ran = evalkit("validate", *DAY, "--ignore", "EK3")
    assert last(ran) == "0 errors, 0 warnings in 3 files checked; 2 more left out by --ignore"
    ran = evalkit("validate", *DAY, "--select", "EK30", "--ignore", "EK303")
    assert last(ran) == "0 errors, 1 warning in 3 files checked; 1 more left out by --ignore"
    ran = evalkit("validate", *DAY, "--select", "EK301", "--ignore", "EK301")
    reasons = "1 more left out by --ignore, 1 left out by --select"
    assert last(ran) == f"0 errors, 0 warnings in 3 files checked; {reasons}"
    for style in ("text", "github"):
        ran = evalkit("validate", *DAY, "--select", "EK301", "-f", style)
        assert last(ran).endswith("in 3 files checked; 1 more left out by --select")
    assert last(evalkit("validate", *DAY)) == "1 error, 1 warning in 3 files checked"


def test_other_formats_say_it_on_stderr(evalkit, write):
    ran = evalkit("validate", *DAY, "--ignore", "EK3", "-f", "json", cwd=write(FAULTY))
    assert ran.err == "evalkit: 2 more left out by --ignore\n"


def test_an_unknown_code_is_exit_2_before_anything_is_checked(evalkit, write):
    ran = evalkit("validate", "--ignore", "EK3,EX301", cwd=write(FAULTY))
    assert (ran.code, ran.out) == (2, "")
    said = "--ignore: there is no rule 'EX301'; did you mean `EK301`? `evalkit rule` lists them all"
    assert ran.err == f"evalkit: {said}\n"


every_code = st.sampled_from(sorted(rule.code for rule in all_rules()))
beginnings = st.lists(
    every_code.flatmap(lambda c: st.sampled_from([c[:3], c[:4], c, "ALL"])), max_size=3
)


@settings(
    max_examples=examples(15),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(beginnings, beginnings)
def test_what_is_shown_and_what_is_left_out_is_everything(evalkit, write, select, ignore):
    words = [f"--select={code}" for code in select] + [f"--ignore={code}" for code in ignore]
    ran = evalkit("validate", *DAY, "-f", "json", *words, cwd=write(FAULTY))
    left_out = sum(int(word) for word in ran.err.split() if word.isdecimal())
    assert len(codes(ran)) + left_out == 2


def test_findings_are_left_out_in_some_paths_only(evalkit, write):
    toml = (
        '[tool.evalkit.per-path-ignores]\n"shop/vendors/**/other*" = ["EK3"]\n"plans" = ["ALL"]\n'
    )
    # The workspace lies below the file: patterns are relative to the file.
    files = {f"shop/{path}": text for path, text in TWICE.items()}
    ran = evalkit("validate", "shop", *DAY, cwd=write({**files, "pyproject.toml": toml}))
    assert "examplepay.yaml:8:13: warning[EK301]" in ran.out
    assert "otherpay" not in ran.out
    assert last(ran).endswith("; 3 more left out by pyproject.toml")


def test_an_old_repository_starts_today(evalkit, write):
    folder = write(TWICE)
    baseline = ("--baseline", "known.json")
    ran = evalkit("validate", *DAY, *baseline, "--write-baseline", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "evalkit: wrote 4 findings to known.json\n"
    ran = evalkit("validate", *DAY, *baseline, "--fail-on", "warning")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "0 errors, 0 warnings in 4 files checked; 4 known in known.json\n"
    # Lines move, and somebody makes a new mistake.
    file = folder / EXAMPLEPAY
    file.write_text("# checked by hand\n\n" + file.read_text() + "  api_description: [x]\n")
    ran = evalkit("validate", *DAY, *baseline)
    assert last(ran).endswith("; 4 known in known.json")
    assert "EK303" not in ran.out
    assert "api_description" in ran.out
    # Somebody mends one of the old ones.
    file.write_text(file.read_text().replace("[rset]", "[rest]"))
    ran = evalkit("validate", *DAY, *baseline)
    command = "`evalkit validate --baseline known.json --write-baseline`"
    assert (
        ran.err
        == f"evalkit: 1 finding in known.json no longer occurs; run {command} to shrink it\n"
    )
    before = (folder / "known.json").read_text().splitlines()
    evalkit("validate", *DAY, *baseline, "--write-baseline")
    after = (folder / "known.json").read_text().splitlines()
    gone = [line for line in before if line not in after]
    assert len(gone) == 1
    assert "EK303" in gone[0]
    assert "examplepay" in gone[0]


QUIET = vendor(rate_limit="unknown")


def charges(*more):
    old = "{kind: usage, title: Old fee, per: order, fixed: 1, currency: EUR, region: EU}"
    return QUIET + "".join(f"  - {each}\n" for each in ("charges:", *more, old)).replace(
        "  - charges:", "charges:"
    )


NEW_FEE = "{kind: one_off, title: New fee, amount: 1, currency: EUR, region: EU}"


@pytest.mark.parametrize("style", ["text", "gitlab", "sarif", "junit"])
def test_a_charge_above_another_has_findings_of_its_own(evalkit, write, style):
    folder = write({OTHERPAY: charges()})
    baseline = ("--baseline", "b.json")
    evalkit("validate", *DAY, *baseline, "--write-baseline", cwd=folder)
    (folder / OTHERPAY).write_text(charges(NEW_FEE))
    ran = evalkit("validate", *DAY, *baseline, "-f", style)
    # No source (EK501), for each of the two; only one is in the baseline.
    assert "`New fee`" in ran.out
    assert "`Old fee`" not in ran.out


@pytest.mark.parametrize(
    ("style", "pattern"),
    [
        ("gitlab", r'"fingerprint": "(.+)"'),
        ("sarif", r'"ruleAndEntry/v1": "(.+)"'),
        ("junit", r'testcase name="(.+?)"'),
    ],
)
def test_a_charge_above_another_takes_its_identity_on_no_host(evalkit, write, style, pattern):
    old, both = (
        re.findall(pattern, evalkit("validate", *DAY, "-f", style, cwd=write({OTHERPAY: text})).out)
        for text in (charges(), charges(NEW_FEE))
    )
    assert len(set(both)) == len(both) > len(old)
    assert set(old) < set(both)


def test_of_two_equal_entries_one_is_new(evalkit, write):
    folder = write({OTHERPAY: charges(NEW_FEE)})
    baseline = ("--baseline", "b.json")
    evalkit("validate", *DAY, *baseline, "--select", "EK501", "--write-baseline", cwd=folder)
    (folder / OTHERPAY).write_text(charges(NEW_FEE, NEW_FEE))
    ran = evalkit("validate", *DAY, *baseline, "--select", "EK501")
    assert last(ran).startswith("0 errors, 1 warning in 4 files checked; ")
    assert last(ran).endswith("2 known in b.json")


def test_a_baseline_that_knew_entries_by_their_number_is_refused_also_for_writing(evalkit, write):
    entry = f'{{"path": "{OTHERPAY}", "code": "EK501", "route": ["charges", 0], "count": 1}}'
    folder = write({"b.json": f'{{"format": 1, "findings": [{entry}]}}'})
    for more in ((), ("--write-baseline",)):
        ran = evalkit("validate", *DAY, "--baseline", "b.json", *more, cwd=folder)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            "evalkit: b.json is of an older format, which took entries of lists by their number; "
            "name another file, or delete it and create it again: "
            "--baseline FILE --write-baseline\n"
        )


@pytest.mark.parametrize("code", ["EK016", "EK014"])
def test_a_comment_or_character_above_another_is_a_finding_of_its_own(evalkit, write, code):
    line = {
        "EK016": "# evalkit: ignore[EK301] {}\n",
        "EK014": "# the word {}\u200b has a character too many\n",
    }[code]
    folder = write({OTHERPAY: QUIET + line.format("old")})
    baseline = ("--baseline", "b.json", "--select", code)
    evalkit("validate", *DAY, *baseline, "--write-baseline", cwd=folder)
    text = line.format("new") + QUIET + line.format("old")
    (folder / OTHERPAY).write_text(text, encoding="utf-8")
    ran = evalkit("validate", *DAY, *baseline)
    assert f"{OTHERPAY}:1:" in ran.out
    assert last(ran).startswith("0 errors, 1 warning in 4 files checked; ")


def test_a_volume_that_is_missing_too_is_a_finding_of_its_own(evalkit, write):
    charge = "{{kind: usage, title: {0}, per: {0}, fixed: 1, currency: EUR, region: EU}}"
    money = "money: {currency: EUR, years: 1, discount_rate: 0, volumes: {orders: 1}}\nregion: EU\n"
    other = PLAN.replace("id: storefront-payments", "id: other")
    other += money.replace("orders: 1", "apples: 1, zebras: 1")
    vendors = [
        QUIET + "charges:\n" + "".join(f"  - {charge.format(name)}\n" for name in names)
        for names in (("zebra",), ("apple", "zebra"))
    ]
    files = {PLANS: PLAN + money, "plans/other.yaml": other, OTHERPAY: vendors[0]}
    folder = write(files)
    baseline = ("--baseline", "b.json", "--select", "EK525")
    evalkit("validate", *DAY, *baseline, "--write-baseline", cwd=folder)
    (folder / OTHERPAY).write_text(vendors[1])
    ran = evalkit("validate", *DAY, *baseline)
    assert "apple" in ran.out
    assert "zebra" not in ran.out


def test_a_baseline_says_in_plain_words_what_is_known(evalkit, write):
    folder = write(FAULTY)
    evalkit("validate", *DAY, "--baseline", "b.json", "--write-baseline", cwd=folder)
    # The digest is that of the entry: the word in quotes, as JSON.
    rset = hashlib.sha256(b'"rset"').hexdigest()[:12]
    assert (folder / "b.json").read_text() == (
        '{\n  "format": 2,\n  "findings": [\n'
        f'    {{"path": "{EXAMPLEPAY}", "code": "EK301", "name": ["facts", "webhooks"], "content": "", "count": 1}},\n'
        f'    {{"path": "{EXAMPLEPAY}", "code": "EK303", "name": ["facts", "api_style", "value", "rset"], "content": "{rset}", "count": 1}}\n'
        "  ]\n}\n"
    )  # fmt: skip


def test_a_part_of_the_workspace_leaves_the_rest_of_the_baseline_alone(evalkit, write):
    folder = write(TWICE)
    baseline = ("--baseline", "b.json")
    evalkit("validate", *DAY, *baseline, "--write-baseline", cwd=folder)
    whole = (folder / "b.json").read_text()
    ran = evalkit("validate", OTHERPAY, *DAY, *baseline)
    assert (ran.code, ran.err) == (0, "")
    assert last(ran).endswith("; 2 known in b.json")
    evalkit("validate", OTHERPAY, *DAY, *baseline, "--write-baseline")
    assert (folder / "b.json").read_text() == whole
    evalkit("validate", *DAY, *baseline, "--select", "EK4", "--write-baseline")
    assert (folder / "b.json").read_text() == whole
    # A file that is gone takes its findings with it.
    (folder / OTHERPAY).unlink()
    assert "2 findings in b.json no longer occur" in evalkit("validate", *DAY, *baseline).err


@pytest.mark.parametrize("name", ["b c.json", "b;touch x.json", "$(touch x).json"])
def test_the_command_that_is_proposed_can_be_typed_where_one_stands(
    evalkit, write, tmp_path_factory, name
):
    folder = write({**FAULTY, "evalkit.toml": f'baseline = "{name}"\n'})
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    said = evalkit("validate", folder, cwd=elsewhere).err
    command = shlex.split(said.partition("`")[2].partition("`")[0])
    assert command == [
        "evalkit",
        "validate",
        str(folder),
        "--baseline",
        str(folder / name),
        "--write-baseline",
    ]
    assert evalkit(*command[1:]).code == 0
    assert "2 known in" in evalkit("validate", folder, *DAY).out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--baseline", "none.json"), "there is no baseline none.json; create it with `evalkit validate --baseline none.json --write-baseline`"),
        (("--baseline", "x" * 300), "there is no baseline xxx"),
        (("--write-baseline",), "--write-baseline needs a file; name it with --baseline FILE"),
        (("--baseline", "vendors"), "cannot read vendors: "),
        (("--baseline", "plans/storefront-payments.yaml", "--write-baseline"), "plans/storefront-payments.yaml:1:1: the baseline is damaged"),
        (("--baseline", "pipe"), "cannot read pipe: it is not a regular file"),
        (("--baseline", "pipe", "--write-baseline"), "cannot read pipe: it is not a regular file"),
    ],
)  # fmt: skip
def test_a_baseline_that_cannot_be_used_is_exit_2_and_nothing_is_overwritten(
    evalkit, write, words, message
):
    folder = write(FAULTY)
    os.mkfifo(folder / "pipe")
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    ran = evalkit("validate", *words, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"evalkit: {message}")
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../../x", "", "a\\u0000b", "\\udce9", "plans/gone.yaml"]
)
def test_odd_paths_in_a_baseline_are_only_gone(evalkit, write, path):
    entry = f'{{"path": "{path}", "code": "EK301", "name": [], "content": "", "count": 1}}'
    toml = 'baseline = "b.json"\n[per-path-ignores]\n"plans/**" = ["EK3"]\n'
    folder = write({"b.json": f'{{"format": 2, "findings": [{entry}]}}', "evalkit.toml": toml})
    ran = evalkit("validate", *DAY, cwd=folder)
    command = f"`evalkit validate --baseline {folder}/b.json --write-baseline`"
    assert ran.code == 0
    assert ran.err == f"evalkit: 1 finding in b.json no longer occurs; run {command} to shrink it\n"
