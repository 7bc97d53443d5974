"""Reports of several plans and categories in one folder, as a user meets them."""

import re

import pytest

from tests.cli.made import DAY, EXAMPLEPAY, OTHERPAY, SOAP, tree
from tests.conftest import CRITERIA, PLAN, VENDOR, vendor

OTHER = "plans/other.yaml"
ERP = {
    "criteria/erp.yaml": CRITERIA.replace("id: payment-gateways", "id: erp").replace(
        "title: Payment gateways", "title: ERP systems"
    ),
    "vendors/erp/ledger.yaml": vendor("ledger").replace("payment-gateways", "erp"),
}
ROLES = """\
roles:
  acquirer: {title: Acquirers, without: [scalability]}
  wallet: {title: Wallets}
"""
OF_ROLES = {
    "criteria/payment-gateways.yaml": CRITERIA + ROLES,
    EXAMPLEPAY: VENDOR.replace("  rate_limit", "  # rate_limit") + "role: acquirer\n",
    OTHERPAY: SOAP + "role: wallet\n",
    "plans/storefront-payments.yaml": None,
}


def renamed(name, category="payment-gateways"):
    text = PLAN.replace("id: storefront-payments", f"id: {name}")
    return text.replace("category: payment-gateways", f"category: {category}")


def links(page):
    return re.findall(r'href="([^"]+)"', page)


def test_without_a_plan_every_plan_and_category_has_a_report_and_an_index_leads_to_them(
    evalkit, write
):
    folder = write({OTHERPAY: SOAP, OTHER: renamed("other"), **ERP})
    before = tree(folder)
    ran = evalkit("report", *DAY, cwd=folder)
    assert (ran.code, ran.out) == (0, "Wrote 4 reports; open reports/index.html\n")
    names = ["other.html", "storefront-payments.html", "erp.html", "payment-gateways.html"]
    made = sorted(f"reports/{name}" for name in [*names, "index.html"])
    assert sorted(set(tree(folder)) - set(before)) == made
    index = (folder / "reports/index.html").read_text("utf-8")
    assert links(index) == names
    # Each says what its report says first, and as of which day.
    row = index[index.index("storefront-payments.html") :]
    report = (folder / "reports/storefront-payments.html").read_text("utf-8")
    headline = re.search(r"<h1[^>]*>(.*?)</h1>", report, re.DOTALL)[1]
    answer = re.search(r"<td>(.*?)</td>", row)[1]
    assert answer
    assert headline.startswith(answer)
    assert "23 November 2026" in row
    assert "29 November 2026" in index[index.index("erp.html") :]
    # Made again, they replace themselves.
    first = {name: (folder / name).read_bytes() for name in made}
    assert evalkit("report", *DAY, cwd=folder).code == 0
    assert {name: (folder / name).read_bytes() for name in made} == first


def test_markdown_goes_to_the_folder_that_is_named(evalkit, write):
    folder = write({OTHER: renamed("other")})
    ran = evalkit("report", "-f", "markdown", "-o", "out", cwd=folder)
    assert ran.out == "Wrote 3 reports; open out/index.md\n"
    index = (folder / "out/index.md").read_text("utf-8")
    for name in re.findall(r"\]\((.*?)\)", index):
        assert (folder / "out" / name).read_text("utf-8").startswith("# ")
    assert index.count("](") == 3


def test_a_category_is_reported_on_without_a_plan(evalkit, write):
    folder = write({OTHERPAY: SOAP, **ERP})
    page = evalkit("report", "payment-gateways", *DAY, cwd=folder).out
    assert "<title>Payment gateways: vendor evaluation</title>" in page
    evalkit("report", *DAY, cwd=folder)
    assert (folder / "reports/payment-gateways.html").read_text("utf-8") == page


def test_a_plan_of_a_category_s_name_comes_first_and_both_have_a_file(evalkit, write):
    folder = write({"plans/payment-gateways.yaml": renamed("payment-gateways")})
    page = evalkit("report", "payment-gateways", cwd=folder).out
    assert "Payments for a storefront: vendor evaluation" in page
    evalkit("report", cwd=folder)
    index = (folder / "reports/index.html").read_text("utf-8")
    assert sorted(links(index)) == [
        "payment-gateways-list.html", "payment-gateways.html", "storefront-payments.html",
    ]  # fmt: skip
    assert "Payment gateways: vendor evaluation" in (
        folder / "reports/payment-gateways-list.html"
    ).read_text("utf-8")


def test_a_plan_called_index_does_not_replace_the_index(evalkit, write):
    folder = write({"plans/index.yaml": renamed("index")})
    evalkit("report", cwd=folder)
    assert "index-list.html" in links((folder / "reports/index.html").read_text("utf-8"))


def test_two_reports_never_share_a_file(evalkit, write):
    name = "storefront-payments-evidence"
    folder = write({f"plans/{name}.yaml": renamed(name)})
    before = tree(folder)
    ran = evalkit("report", "-f", "markdown", cwd=folder)
    assert (ran.code, ran.err.splitlines()[-1]) == (
        2, f"evalkit: two reports would be called {name}.md; rename a plan",
    )  # fmt: skip
    assert tree(folder) == before


def test_each_role_of_a_category_is_a_report_and_can_be_named(evalkit, write):
    folder = write(OF_ROLES)
    ran = evalkit("report", "payment-gateways", *DAY, cwd=folder)
    assert ran.out == "Wrote 2 reports; open reports/index.html\n"
    index = (folder / "reports/index.html").read_text("utf-8")
    assert links(index) == ["payment-gateways-acquirer.html", "payment-gateways-wallet.html"]
    page = evalkit("report", "payment-gateways-wallet", *DAY).out
    assert page == (folder / "reports/payment-gateways-wallet.html").read_text("utf-8")


@pytest.mark.parametrize("words", [(), ("payment-gateways",)])
def test_several_reports_are_no_file(evalkit, write, words):
    folder = write(OF_ROLES)
    before = tree(folder)
    ran = evalkit("report", *words, *DAY, "-o", "all.html", cwd=folder)
    said = (
        "evalkit: several reports take a folder, and all.html is a file; name a folder, or a plan"
    )
    assert (ran.code, ran.err.splitlines()[-1]) == (2, said)
    assert tree(folder) == before


@pytest.mark.parametrize("words", [("report", "-o", "out"), ("score", "--report", "out")])
def test_what_is_no_report_is_not_replaced(evalkit, write, words):
    folder = write({OTHERPAY: SOAP, "out/index.html": "The front page of our site.", **ERP})
    before = tree(folder)
    ran = evalkit(*words, cwd=folder)
    assert ran.code == 2
    assert "out/index.html exists and is not a report; name another folder with --" in ran.err
    assert tree(folder) == before
    assert (folder / "out/index.html").read_text() == "The front page of our site."


def test_every_plan_that_cannot_be_evaluated_is_told_and_nothing_written(evalkit, write):
    alone = "robustness: {weights: intervals}\n"
    plans = {f"plans/{name}.yaml": renamed(name) + alone for name in ("one", "two")}
    folder = write(plans)
    before = tree(folder)
    ran = evalkit("report", cwd=folder)
    assert ran.code == 1
    for name in ("one", "two"):
        assert f"plans/{name}.yaml:9:23: error[EK423]" in ran.err
    assert tree(folder) == before


def test_errors_in_a_category_s_files_stop_its_report_and_those_in_others_do_not(evalkit, write):
    folder = write({**ERP, "vendors/erp/ledger.yaml": "id: ["})
    assert evalkit("report", "payment-gateways", cwd=folder).code == 0
    ran = evalkit("report", cwd=folder)
    assert (ran.code, ran.out) == (1, "")
    assert "vendors/erp/ledger.yaml" in ran.err


def test_an_unknown_name_is_told_as_before(evalkit, write):
    ran = evalkit("report", "storefront-payment", cwd=write())
    assert ran.code == 2
    assert "there is no plan 'storefront-payment'" in ran.err
    assert "storefront-payments" in ran.err


def test_a_title_cannot_break_out_of_the_index(evalkit, write):
    title = "A | B](x) <img src=x>"
    folder = write({"plans/storefront-payments.yaml": PLAN.replace("title: Payments for a storefront", f"title: '{title}'")})  # fmt: skip
    evalkit("report", cwd=folder)
    assert "<img" not in (folder / "reports/index.html").read_text("utf-8")
    evalkit("report", "-f", "markdown", cwd=folder)
    assert r"[A \| B\](x) \<img src=x\>](storefront-payments.md)" in (
        folder / "reports/index.md"
    ).read_text("utf-8")
