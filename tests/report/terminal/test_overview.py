"""The answers of all categories in a paragraph."""

from tests.conftest import CRITERIA, VENDOR
from tests.report.terminal.fields import FIELD

NOBODY = FIELD["vendors/payment-gateways/newpay.yaml"]


def category(name, title, vendors):
    """A category with the criteria above, and vendors of it."""
    files = {
        f"criteria/{name}.yaml": CRITERIA.replace("payment-gateways", name).replace(
            "Payment gateways", title
        )
    }
    for vendor, text in vendors.items():
        own = text.replace("newpay", vendor).replace("examplepay\n", f"{vendor}\n")
        files[f"vendors/{name}/{vendor}.yaml"] = own.replace("payment-gateways", name)
    return files


def test_leaders_come_first_then_where_one_is_ranked_and_where_nobody_is(evalkit, write):
    files = (
        FIELD
        | category("mail", "Mail", {"mailone": VENDOR, "mailtwo": NOBODY})
        | category("tax", "Tax", {"taxone": NOBODY})
        | category("search", "Search", {"seek": NOBODY})
    )
    out = evalkit("score", "--as-of", "2026-11-23", cwd=write(files)).out
    assert " ".join(out.split("\n\n")[0].split()) == (
        "Payment gateways: ExamplePay is the likely choice. Only one vendor is ranked in Mail "
        "(ExamplePay). Nobody is ranked in the other two."
    )


def test_where_nobody_is_ranked_anywhere_all_are_named(evalkit, write):
    files = {"vendors/payment-gateways/examplepay.yaml": None} | category(
        "tax", "Tax", {"taxone": NOBODY}
    )
    newpay = {"vendors/payment-gateways/newpay.yaml": NOBODY}
    out = evalkit("score", "--as-of", "2026-11-23", cwd=write(files | newpay)).out
    assert out.startswith("Nobody is ranked in Payment gateways and Tax.\n")


def test_a_single_category_needs_no_overview(evalkit, write):
    out = evalkit("score", "--as-of", "2026-11-23", cwd=write(FIELD)).out
    assert out.startswith("ExamplePay is the ")
    assert "More: evalkit init" in out


def test_what_takes_a_plan_is_left_out_and_said_once(evalkit, write):
    derived = CRITERIA.replace(
        "background:",
        "  cost:\n    title: Cost\n    weight: 20\n    measures:\n"
        "      headroom: {title: Headroom, weight: 1, derived: peak_headroom, "
        "scale: {kind: points, points: [[1, 0], [10, 100]], because: '-'}}\nbackground:",
    )
    ran = evalkit(
        "score",
        cwd=write(
            {"criteria/payment-gateways.yaml": derived, "plans/storefront-payments.yaml": None}
        ),
    )
    assert ran.err == ""
    out = ran.out
    assert out.count("Left out: headroom; that takes a plan.") == out.count("Left out") == 1
