"""`evalkit report` as a user meets it."""

from tests.cli.made import OTHERPAY, SOAP, tree


def test_a_report_can_be_made_from_the_saved_json_alone(evalkit, write, tmp_path_factory):
    folder = write({OTHERPAY: SOAP})
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    direct = evalkit("report", "storefront-payments").out
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "saved.json").write_text((folder / "saved.json").read_text())
    assert evalkit("report", "saved.json", cwd=elsewhere).out == direct
    assert evalkit("report", "saved.json", "-w", folder).out == direct


def test_a_markdown_report_has_its_charts_beside_it(evalkit, write):
    folder = write()
    evalkit("report", "storefront-payments", "-f", "markdown", "-o", "out/page.md", cwd=folder)
    assert {"out/page.md", "out/page-ranking.svg"} <= set(tree(folder))
    assert (
        "![Points, at least and at most](page-ranking.svg)" in (folder / "out/page.md").read_text()
    )
    assert "page-ranking.svg" not in evalkit("report", "storefront-payments", "-f", "markdown").out
    assert (
        "# Payments for a storefront"
        in evalkit("score", "storefront-payments", "-f", "markdown").out
    )
