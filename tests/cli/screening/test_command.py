"""`evalkit screen` as a user runs it."""

import hashlib
import re
import sys

import pyarrow.parquet as pq
import pytest

from tests.catalogue.made import sellers, workspace, write_parquet

LINE = ("screen", "sellers", "list.parquet", "--map", "map.yaml")


@pytest.fixture
def folder(tmp_path):
    workspace(tmp_path)
    write_parquet(tmp_path, sellers(300))
    return tmp_path


def seen(folder):
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def test_the_answer_the_first_rows_and_what_is_missing_are_shown(evalkit, folder):
    before = seen(folder)
    ran = evalkit(*LINE, "--top", "3", cwd=folder)
    assert ran.code == 0
    assert re.match(r"Of 300 rows, \d+ are ranked\. \d+ are ruled out by a must-have\.", ran.out)
    assert "Sellers for a marketplace, 30 Nov 2026: list.parquet" in ran.out
    assert re.search(r"^1 Seller \d+ +\d+ to \d+ +\d+ +\d+%", ran.out, re.MULTILINE)
    assert (
        ran.out.count("\n1 Seller") + ran.out.count("\n2 Seller") + ran.out.count("\n3 Seller") == 3
    )
    for head in ("Spread:", "Must-haves:", "Missing most:", "Not understood:"):
        assert f"\n{head}" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert seen(folder) == before


def test_results_and_what_was_not_understood_are_written_beside_each_other(evalkit, folder):
    before = seen(folder)
    ran = evalkit(*LINE, "-o", "results/out.parquet", cwd=folder)
    assert (ran.code, seen(folder) - before) == (
        0,
        {"results/out.parquet", "results/out-refused.csv"},
    )
    assert len(pq.read_table(folder / "results/out.parquet")) == 300
    assert "evalkit: wrote results/out-refused.csv, what was not understood" in ran.err
    text = (folder / "results/out-refused.csv").read_text()
    assert text.startswith('"file","row","id","column","text","reason"\n')


def test_where_all_is_understood_nothing_of_an_earlier_list_is_left(evalkit, folder):
    write_parquet(folder, sellers(300).select(["Key", "Name", "Orders"]))
    (folder / "map.yaml").write_text(
        "vendors: down\nname: Name\nid: Key\nmeasures:\n  Orders: {}\n"
    )
    (folder / "out-refused.csv").write_text("of an earlier list")
    assert evalkit(*LINE, "-o", "out.csv", cwd=folder).code == 0
    assert (folder / "out.csv").exists()
    assert len((folder / "out-refused.csv").read_text().splitlines()) == 1


def test_nothing_changes_where_a_list_cannot_be_read(evalkit, folder):
    (folder / "out.parquet").write_text("of an earlier list")
    raw = (folder / "list.parquet").read_bytes()
    (folder / "list.parquet").write_bytes(raw[:4] + bytes(len(raw) // 3) + raw[4 + len(raw) // 3 :])
    before = seen(folder)
    ran = evalkit(*LINE, "-o", "out.parquet", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "evalkit: cannot read list.parquet, rows 1 to 300: they are damaged\n"
    assert seen(folder) == before
    assert (folder / "out.parquet").read_text() == "of an earlier list"


def test_a_summary_is_a_page_too_and_names_in_it_are_text(evalkit, folder):
    table = sellers(300)
    evil = "<img src=x onerror=alert(1)>|[a](javascript:b)"
    write_parquet(folder, table.set_column(1, "Name", [[evil] * 300]))
    ran = evalkit(*LINE, "--report", "pages", cwd=folder)
    assert ran.code == 0
    page = (folder / "pages/list.html").read_text()
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<img" not in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    text = (folder / "pages/list.md").read_text()
    assert r"\<img src=x onerror=alert(1)\>\|\[a\](javascript:b)" in text
    for head in (
        "The first by rank",
        "How the ranked rows are spread",
        "Why rows are ruled out",
        "What is missing most",
        "What was not understood",
    ):
        assert f"## {head}\n" in text
        assert f"<h2>{head}</h2>" in page
    assert "| Orders: at least 5 orders/day |" in text


def test_a_short_list_becomes_files_that_score_ranks_alike(evalkit, folder):
    ran = evalkit(*LINE, "--top", "5", "--to-workspace", "short", cwd=folder)
    assert (ran.code, (folder / "short").exists()) == (0, False)
    assert ran.out.count("+++ b/vendors/sellers/") == 5
    assert "+++ b/plans/sellers.yaml" in ran.out
    assert "evalkit: 7 files to write; add --write to write them" in ran.err
    assert evalkit(*LINE, "--top", "5", "--to-workspace", "short", "--write", cwd=folder).code == 0
    checked = evalkit("validate", "short", "--as-of", "2026-11-30", cwd=folder)
    assert "\n0 errors" in checked.out, checked.out
    ranked = evalkit("score", "sellers", "-f", "csv", "-w", "short", cwd=folder).out.splitlines()
    heads = ranked[0].split(",")
    names = [line.split(",")[heads.index("name")] for line in ranked[1:]]
    evalkit(*LINE, "-o", "out.parquet", cwd=folder)
    assert names == pq.read_table(folder / "out.parquet")["name"].to_pylist()[:5]
    again = evalkit(*LINE, "--top", "5", "--to-workspace", "short", "--write", cwd=folder)
    assert again.code == 2
    assert "no vendor was written, because these already exist" in again.err


def test_a_workbook_and_a_sheet_in_markdown_are_lists_too(evalkit, folder):
    from tests.tables.made import table

    head, *rows = [
        ["Key", "Name", "Orders"],
        ["weight", None, 5],
        ["a", "A", 9],
        ["b", "B", 3.5],
        ["c", "C", "few"],
    ]
    (folder / "list.xlsx").write_bytes(table(head, *rows))
    lines = [head, ["---"] * 3, *rows]
    (folder / "list.md").write_text(
        "".join(
            "| " + " | ".join(str("" if c is None else c) for c in row) + " |\n" for row in lines
        )
    )
    (folder / "map.yaml").write_text(
        "vendors: down\nname: Name\nid: Key\nweight: weight\nlocale: en\nmeasures:\n  Orders: {}\n"
    )
    outputs = []
    for name in ("list.xlsx", "list.md"):
        ran = evalkit("screen", "sellers", name, "--map", "map.yaml", "-o", "out.csv", cwd=folder)
        assert ran.code == 0, ran.err
        assert f"{name}, row 5, Orders: 'few' is no number" in " ".join(ran.out.split())
        outputs.append(hashlib.sha256((folder / "out.csv").read_bytes()).hexdigest())
    assert outputs[0] == outputs[1]
    assert len((folder / "out.csv").read_text().splitlines()) == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--scheduler", "tcp://127.0.0.1:9"), "--scheduler needs --engine dask"),
        (("--write",), "--write writes the files of --to-workspace; name a folder there"),
        (("-o", "out.xlsx"), "cannot write out.xlsx: end it in .parquet or .csv"),
        (("-o", "vendors"), "cannot write vendors: end it in .parquet or .csv"),
        (("--map", "no.yaml"), "no.yaml: no such file or directory"),
    ],
)
def test_what_cannot_be_is_said(evalkit, folder, words, said):
    ran = evalkit(*LINE, *words, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_output_through_a_link_is_refused(evalkit, folder):
    (folder / "out.parquet").symlink_to("/dev/null")
    ran = evalkit(*LINE, "-o", "out.parquet", cwd=folder)
    assert (ran.code, "it is a link" in ran.err) == (2, True)


def test_a_name_of_a_plan_without_vendors_is_no_error_but_others_are(evalkit, folder):
    (folder / "plans/sellers.yaml").write_text(
        (folder / "plans/sellers.yaml").read_text() + "seed: x\n"
    )
    ran = evalkit(*LINE, cwd=folder)
    assert (ran.code, ran.out) == (1, "")
    assert "seed" in ran.err


def test_the_mapping_that_import_wrote_reads_the_same_sheet(evalkit, tmp_path):
    (tmp_path / "tools.csv").write_text(
        "vendor,cost,security,total,notes\nweight,40,60,100,\nAlder,3,5,80,in use\nBirch,5,2,55,\n"
    )
    sheet = ("tools.csv", "--scale", "1:5", "--checked", "2026-11-30", "-w", "w", "--write")
    assert evalkit("import", *sheet, cwd=tmp_path).code == 0
    ran = evalkit(
        "screen",
        "tools",
        "tools.csv",
        "--map",
        "w/imports/tools.yaml",
        "-w",
        "w",
        "-o",
        "out.parquet",
        cwd=tmp_path,
    )
    assert ran.code == 0, ran.err
    found = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert [(row["id"], row["points"]) for row in found] == [
        ("Alder", 80.0),
        ("Birch", pytest.approx(55)),
    ]
    assert "Not read" not in ran.out


def test_without_anybody_ranked_there_is_no_short_list(evalkit, folder):
    write_parquet(folder, sellers(1).slice(0, 0))
    ran = evalkit(*LINE, "--to-workspace", "short", "--write", cwd=folder)
    assert (ran.code, (folder / "short").exists()) == (2, False)
    assert "nobody is ranked, so there is no short list" in ran.err


@pytest.mark.parametrize(("missing", "engine"), [("pyarrow", "stream"), ("distributed", "dask")])
def test_the_extra_that_is_missing_is_named(evalkit, folder, monkeypatch, missing, engine):
    # As Python has it where something is not installed.
    monkeypatch.setitem(sys.modules, missing, None)
    ran = evalkit(*LINE, "--engine", engine, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "evalkit's extra `long-lists`: pip install 'vendor-evalkit[long-lists]'" in ran.err
