"""`evalkit validate --fix` and `--diff`: files repaired, shown, or never touched."""

import json
import shutil

import pytest

from evalkit.checking.load import load
from evalkit.checking.repair import repaired
from evalkit.cli.shared import output
from evalkit.cli.validate import fix
from evalkit.errors import EvalkitError
from tests.cli.validate.mended import EXAMPLEPAY, FAULTY, held, write_repairs
from tests.conftest import CRITERIA, DAY, PLAN, ROOT, VENDOR

STOREFRONT = "plans/storefront-payments.yaml"
GATEWAYS = "criteria/payment-gateways.yaml"
SHOP = "platforms/shop.yaml"
VALIDATE = ("validate", "--as-of", "2026-11-29")
REPAIRED = """\
# A vendor.
name: "12"   # who
id: examplepay
# The category.
category: "payment-gateways"

facts:
  api_style: {value: [rest], source: 'https://examplepay.test/docs', checked: "2026-06-20"}
  rate_limit: {value: 25, source: https://examplepay.test/limits, checked: 2026-06-20}   # a burst
"""


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["\n", ""])
def test_everything_at_once_keeps_marks_line_ends_comments_and_quotes(
    evalkit, write, mark, newline, end
):
    def as_bytes(text):
        return (mark + (text.rstrip("\n") + end).replace("\n", newline)).encode()

    folder = write({EXAMPLEPAY: as_bytes(FAULTY)})
    (folder / EXAMPLEPAY).chmod(0o640)
    ran = evalkit(*VALIDATE, "--fix", cwd=folder)
    assert (ran.code, ran.out) == (0, "0 errors, 0 warnings in 3 files checked\n")
    assert (folder / EXAMPLEPAY).read_bytes() == as_bytes(REPAIRED)
    assert (folder / EXAMPLEPAY).stat().st_mode & 0o777 == 0o640
    again = evalkit(*VALIDATE, "--fix", cwd=folder)
    assert (again.code, again.err) == (0, "")
    assert (folder / EXAMPLEPAY).read_bytes() == as_bytes(REPAIRED)


def test_each_repair_is_told_on_a_line_with_its_place(evalkit, write):
    ran = evalkit(*VALIDATE, "--fix", cwd=write({EXAMPLEPAY: FAULTY}))
    told = ran.err.splitlines()
    assert f"{EXAMPLEPAY}:2:1: repaired[EK101] `naem` is now `name`" in told
    assert (
        f"{EXAMPLEPAY}:8:{len('  api_style: {value: [rest], s')}: repaired[EK101] `sorce` is now `source`"
        in told
    )
    assert f"{EXAMPLEPAY}:2:7: repaired[EK103] put `12` in quotes" in told
    assert f"{EXAMPLEPAY}:3:5: repaired[EK111] `example-pay` is now `examplepay`" in told
    assert len(told) == 8


@pytest.mark.parametrize(
    ("path", "base", "old", "new"),
    [
        (STOREFRONT, PLAN, "id: storefront-payments", "id: payments"),
        (STOREFRONT, PLAN, "as_of: 2026-11-23", "as_of: 23.11.2026  # the day"),
        (STOREFRONT, PLAN, "at_least: 10,", "at_leest: 10,"),
        (STOREFRONT, PLAN, "api: 25", "apii: 25"),
        (GATEWAYS, CRITERIA, "id: payment-gateways", "id: gateways"),
        (GATEWAYS, CRITERIA, "fresh_for", "fresh-for"),
        (GATEWAYS, CRITERIA, "kind: points, points", "kind: points, pionts"),
        (EXAMPLEPAY, VENDOR, "website", "WebSite"),
        (EXAMPLEPAY, VENDOR, "facts", '"fact"'),
    ],
)  # fmt: skip
def test_a_fault_is_mended_to_the_byte(evalkit, write, path, base, old, new):
    folder = write({path: base.replace(old, new, 1)})
    before = held(folder)
    assert "EK" in evalkit(*VALIDATE, cwd=folder).out
    assert evalkit(*VALIDATE, "--fix", cwd=folder).code == 0
    mended = base if "#" not in new else base.replace(old, old + "  # the day")
    mended = mended.replace("facts", '"facts"') if "fact" in new else mended
    assert held(folder) == {**before, folder / path: mended.encode()}


def test_versions_are_quoted_as_they_are_written(evalkit, write):
    platform = (
        "id: shop\nname: Shop\nsource: https://shop.test\nchecked: 2026-06-20\n"
        "releases:\n  2.10: {line: 2.10, php: [8.10, '8.4', 8.0], packages: {a/b: 103}}\n"
    )
    plan = PLAN + "platform: {name: shop, version: 2.10, php: 8.10}\n"
    folder = write({SHOP: platform, STOREFRONT: plan})
    evalkit(*VALIDATE, "--fix", cwd=folder)
    quoted = '{line: "2.10", php: ["8.10", \'8.4\', "8.0"], packages: {a/b: "103"}}'
    assert quoted in (folder / SHOP).read_text()
    assert 'version: "2.10", php: "8.10"}' in (folder / STOREFRONT).read_text()
    assert evalkit(*VALIDATE, "--fix", cwd=folder).err == ""


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (EXAMPLEPAY, VENDOR.replace("2026-06-20", "02/03/2026"), "EK107"),
        (EXAMPLEPAY, VENDOR.replace("2026-06-20", "29.02.2026"), "EK107"),
        (EXAMPLEPAY, VENDOR.replace("website", "homepage"), "EK101"),
        (EXAMPLEPAY, VENDOR.replace("website", "websiet") + "wbsite: https://a.test\n", "EK101"),
        (EXAMPLEPAY, VENDOR.replace("name: ExamplePay", "name: [12]"), "EK103"),
        ("vendors/payment-gateways/Other Pay.yaml", "id: other\nname: X\ncategory: payment-gateways\n", "EK111"),
        ("vendors/erp/examplepay.yaml", "id: other\nname: X\ncategory: erp\n", "EK111"),
    ],
)  # fmt: skip
def test_what_has_no_single_answer_stays(evalkit, write, path, text, code):
    folder = write({path: text})
    before = held(folder)
    ran = evalkit(*VALIDATE, "--fix", cwd=folder)
    assert code in ran.out
    assert ran.err == ""
    assert held(folder) == before


def test_diff_shows_what_fix_would_do_and_writes_nothing(evalkit, write):
    folder = write({EXAMPLEPAY: VENDOR.replace("name: E", "nmae: E").replace("\n", "\r\n")})
    before = held(folder)
    expected = (
        f"--- a/{EXAMPLEPAY}\n+++ b/{EXAMPLEPAY}\n@@ -1,5 +1,5 @@\n id: examplepay\n-nmae: ExamplePay\n"
        "+name: ExamplePay\n category: payment-gateways\n website: https://examplepay.test\n facts:\n"
    )
    for words in (("--diff",), ("--fix", "--diff")):
        ran = evalkit(*VALIDATE, *words, cwd=folder)
        assert (ran.code, ran.out) == (1, expected)
        assert ran.err == "evalkit: --fix would make 1 repair in 1 file; 0 errors would remain\n"
        assert held(folder) == before


def test_diff_says_whether_there_is_anything_to_do(evalkit, write):
    ran = evalkit(*VALIDATE, "--diff", cwd=write())
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "evalkit: --fix would make 0 repairs in 0 files; 0 errors would remain\n"
    ran = evalkit(*VALIDATE, "--diff", cwd=write({EXAMPLEPAY: VENDOR.replace("[rest]", "[rset]")}))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("; 1 error would remain\n")


def test_diff_goes_with_no_format(evalkit, write):
    ran = evalkit(*VALIDATE, "--diff", "-f", "json", cwd=write())
    assert (ran.code, ran.out) == (2, "")
    assert "omit --format" in ran.err


def test_a_diff_is_safe_on_a_terminal_and_coloured_there_only(evalkit, write, monkeypatch):
    folder = write(
        {EXAMPLEPAY: VENDOR.replace("name: ExamplePay", "nmae: Pay\u202e # \u200b\x85# é")}
    )
    plain = evalkit(*VALIDATE, "--diff", cwd=folder).out
    assert "+name: Pay\\u202e # \\u200b\\u0085# é\n" in plain
    assert "\x1b" not in plain
    monkeypatch.setattr("sys.stdout.__class__.isatty", lambda _: True, raising=False)
    monkeypatch.setattr(fix, "is_colourful", lambda: True)
    coloured = evalkit(*VALIDATE, "--diff", cwd=folder).out
    assert "\x1b[32m+name: Pay\\u202e # \\u200b\\u0085# é\x1b[0m\n" in coloured
    assert f"\x1b[1m--- a/{EXAMPLEPAY}\x1b[0m\n" in coloured


def test_only_the_files_that_were_asked_for_are_touched(evalkit, write):
    plan = PLAN.replace("title", "titel")
    folder = write({EXAMPLEPAY: FAULTY, STOREFRONT: plan})
    assert evalkit(*VALIDATE, "--fix", EXAMPLEPAY, cwd=folder).code == 0
    assert (folder / EXAMPLEPAY).read_text() == REPAIRED
    assert (folder / STOREFRONT).read_text() == plan


def test_a_plan_is_repaired_level_by_level_each_level_once(write):
    right = PLAN.replace("api: 25", "api: {weight: 25, because: asked}")
    wrong = right.replace("weights", "wieghts").replace("weight:", "wieght:")
    workspace = load(write({STOREFRONT: wrong}), DAY)
    repairs = repaired(workspace, [STOREFRONT], DAY)
    assert repairs.texts == {STOREFRONT: right}
    assert [each.message for each in repairs.done] == [
        "unknown key `wieghts`",
        "unknown key `wieght`",
    ]
    assert repairs.workspace.errors == ()


def test_what_comes_with_evalkit_is_never_touched(write, monkeypatch, tmp_path):
    shipped = tmp_path / "package"
    for name in ("criteria", "platforms"):
        shutil.copytree(ROOT / name, shipped / name)
    erp = shipped / "criteria/erp.yaml"
    erp.write_text(erp.read_text("utf-8").replace("id: erp", "id: er", 1), "utf-8")
    monkeypatch.setattr("evalkit.workspace.folder.shipped", lambda name: shipped / name)
    workspace = load(write({"vendors/erp/x.yaml": "id: x\nname: X\ncategory: erp\n"}), DAY)
    assert any(d.fix and d.path == "criteria/erp.yaml" for d in workspace.diagnostics)
    assert repaired(workspace, set(workspace.documents), DAY).texts == {}


def test_a_link_out_of_the_workspace_is_not_followed(evalkit, write, tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text(FAULTY)
    folder = write({"shop/" + path: text for path, text in {EXAMPLEPAY: None, STOREFRONT: PLAN, GATEWAYS: CRITERIA}.items()}) / "shop"  # fmt: skip
    (folder / EXAMPLEPAY).parent.mkdir(parents=True)
    (folder / EXAMPLEPAY).symlink_to(outside)
    ran = evalkit(*VALIDATE, "--fix", cwd=folder)
    assert ran.code == 1
    assert "EK018" in ran.out
    assert outside.read_text() == FAULTY
    assert (folder / EXAMPLEPAY).is_symlink()


def test_a_link_to_another_kind_of_file_is_not_followed(evalkit, write):
    folder = write({EXAMPLEPAY: None, "shared/x.txt": FAULTY})
    (folder / "vendors/payment-gateways").mkdir(parents=True)
    (folder / EXAMPLEPAY).symlink_to(folder / "shared/x.txt")
    assert evalkit(*VALIDATE, "--fix", cwd=folder).code == 1
    assert (folder / EXAMPLEPAY).is_symlink()
    assert (folder / "shared/x.txt").read_text() == FAULTY


def test_of_two_names_for_one_file_its_own_decides(evalkit, write):
    folder = write({EXAMPLEPAY: FAULTY})
    (folder / "vendors/payment-gateways/other.yaml").symlink_to("examplepay.yaml")
    evalkit(*VALIDATE, "--fix", cwd=folder)
    assert (folder / EXAMPLEPAY).read_text() == REPAIRED
    again = evalkit(*VALIDATE, "--fix", cwd=folder)
    assert again.err.startswith("evalkit: vendors/payment-gateways/other.yaml was left unchanged")
    assert again.err.count("\n") == 1


def test_a_read_only_file_is_left_alone_with_all_others(evalkit, write):
    folder = write({EXAMPLEPAY: FAULTY, STOREFRONT: PLAN.replace("title", "titel")})
    (folder / EXAMPLEPAY).chmod(0o444)
    before = held(folder)
    ran = evalkit(*VALIDATE, "--fix", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == f"evalkit: cannot repair {folder / EXAMPLEPAY}: it is read-only; nothing was written\n"
    )
    assert held(folder) == before


def test_a_file_that_changed_in_the_meantime_is_not_overwritten(write):
    folder = write({EXAMPLEPAY: FAULTY, STOREFRONT: PLAN.replace("title", "titel")})
    workspace = load(folder, DAY)
    (folder / EXAMPLEPAY).write_bytes(b"id: mine\n")
    before = held(folder)
    with pytest.raises(EvalkitError, match="changed in the meantime; nothing was written"):
        write_repairs(workspace)
    assert held(folder) == before


def test_a_file_that_is_gone_when_it_is_to_be_written_ends_the_run(write):
    folder = write({EXAMPLEPAY: FAULTY, STOREFRONT: PLAN.replace("title", "titel")})
    workspace = load(folder, DAY)

    paths = set(workspace.documents)
    repairs = repaired(workspace, paths, DAY)
    (folder / EXAMPLEPAY).unlink()
    with pytest.raises(EvalkitError, match="no such file or directory; nothing was written"):
        fix.write(workspace, repairs, paths)
    assert (folder / STOREFRONT).read_text() == PLAN.replace("title", "titel")


def test_even_just_before_it_is_replaced_a_file_is_looked_at_again(write):
    folder = write()

    def last_look():
        assert len(list(folder.glob(".evalkit-*"))) == 1  # the new text lies ready
        raise EvalkitError("it changed")

    with pytest.raises(EvalkitError, match="it changed"):
        output.write_files({folder / "a.yaml": "new"}, last_look)
    assert list(folder.glob("*a.yaml*")) == list(folder.glob(".evalkit-*")) == []


def test_findings_say_whether_they_can_be_repaired(evalkit, write):
    one = VENDOR.replace("website", "wbsite")
    odd = VENDOR.replace("examplepay", "otherpay").replace("value: 25", "value: plenty")
    cases = (
        ({EXAMPLEPAY: one.replace("name:", "nmae:")}, "all of them"),
        ({EXAMPLEPAY: one}, "it"),
        ({EXAMPLEPAY: one, EXAMPLEPAY.replace("examplepay", "otherpay"): odd}, "1 of them"),
    )
    for files, them in cases:
        folder = write(files)
        shown = evalkit(*VALIDATE, cwd=folder).out
        assert shown.endswith(f"files checked; `evalkit validate --fix` can repair {them}\n")
    found = json.loads(evalkit(*VALIDATE, "-f", "json", cwd=folder).out)["diagnostics"]
    assert [(d["code"], d["fixable"]) for d in found] == [("EK101", True), ("EK304", False)]


def test_passes_are_limited_and_the_rest_is_left_for_another_run(evalkit, write, monkeypatch):
    monkeypatch.setattr("evalkit.checking.repair.MAX_PASSES", 1)
    folder = write({EXAMPLEPAY: FAULTY})
    assert "EK103" in evalkit(*VALIDATE, "--fix", cwd=folder).out
    while evalkit(*VALIDATE, "--fix", cwd=folder).err:
        pass
    assert (folder / EXAMPLEPAY).read_text() == REPAIRED


def test_nothing_is_left_beside_the_files(evalkit, write):
    folder = write({EXAMPLEPAY: FAULTY})
    names = {file.name for file in held(folder)}
    evalkit(*VALIDATE, "--fix", cwd=folder)
    assert {file.name for file in held(folder)} == names


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_repair_below_a_separator_of_unicode_is_made_at_its_place(evalkit, write, end):
    text = VENDOR.replace("name: ExamplePay", 'name: "Example\u2028\x85Pay"')
    given = text.replace("website:", "websit:").replace("\n", end).encode()
    folder = write({EXAMPLEPAY: given})
    # The name is on line 2, the key on line 4.
    ran = evalkit(*VALIDATE, "--fix", cwd=folder)
    assert f"{EXAMPLEPAY}:4:1: repaired[EK101] `websit` is now `website`" in ran.err
    assert (folder / EXAMPLEPAY).read_bytes() == text.replace("\n", end).encode()
