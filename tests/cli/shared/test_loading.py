"""The files a command needs, and its messages if they are wrong."""

import pytest

from tests.cli.made import DAY
from tests.conftest import CRITERIA, PLAN, VENDOR


def test_a_folder_that_is_no_workspace(evalkit, tmp_path):
    assert "no folder `vendors`" in evalkit("score", cwd=tmp_path).err
    assert evalkit("validate", ".").code == 2


def test_a_plan_outside_its_workspace(evalkit, write, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "p.yaml"
    elsewhere.write_text(PLAN)
    ran = evalkit("score", elsewhere, "--workspace", write())
    assert (ran.code, "is not inside the workspace" in ran.err) == (2, True)


def test_errors_in_files_that_a_plan_does_not_use_are_mentioned(evalkit, write):
    folder = write({"vendors/erp/x.yaml": "id: x\n", "vendors/erp/y.yaml": "-"})
    ran = evalkit("score", "storefront-payments", *DAY, cwd=folder)
    assert (ran.code, "errors in files that this plan does not use" in ran.err) == (0, True)


def test_unreadable_criteria_stop_the_plans_that_need_them(evalkit, write):
    ran = evalkit(
        "score", "storefront-payments", cwd=write({"criteria/payment-gateways.yaml": "id: ["})
    )
    assert (ran.code, "EK003" in ran.err) == (1, True)


@pytest.mark.parametrize("name", ["storefront-payments", "plans/storefront-payments.YAML"])
def test_a_plan_whose_suffix_has_capitals_is_found(evalkit, write, name):
    path = "plans/storefront-payments"
    folder = write({f"{path}.YAML": PLAN, f"{path}.yaml": None})
    ran = evalkit("score", name, "--as-of", "2026-11-29", cwd=folder)
    assert ran.code == 0
    assert "ExamplePay" in ran.out


def test_a_plan_that_is_not_there_is_asked_for_by_its_name(evalkit, write):
    folder = write({"plans/checkout.YML": PLAN.replace("storefront-payments", "checkout")})
    ran = evalkit("score", "chekout", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean `checkout`?" in ran.err
    assert evalkit("score", "gone.YAML").err == "evalkit: there is no file gone.YAML\n"


def test_a_plan_in_small_letters_comes_before_one_in_capitals(evalkit, write):
    path = "plans/storefront-payments"
    folder = write({f"{path}.YAML": PLAN.replace("Payments for", "Capitals for")})
    ran = evalkit("score", "storefront-payments", cwd=folder)
    # Both have the same id, which is an error in each; this is the file that was meant.
    assert f"{path}.yaml:1:5: error[EK311]" in ran.err
    assert f"{path}.YAML:1:5" not in ran.err


ROLES = "roles:\n  acquirer: {title: Acquirers}\n  wallet: {title: Wallets}\n"
GATEWAYS = "criteria/payment-gateways.yaml"
WALLET = "vendors/payment-gateways/otherpay.yaml"


@pytest.mark.parametrize(
    ("role", "listed", "code"),
    [
        ("wallet", "", 0),
        ("acquirer", "", 1),
        # What is misspelt may be meant, and what is listed is needed.
        ("aquirer", "", 1),
        ("[wallet]", "", 1),
        ("wallet", "vendors: [examplepay, otherpay]\n", 1),
    ],
)
def test_errors_in_files_of_another_role_do_not_stop_a_plan(evalkit, write, role, listed, code):
    faulty = f"id: otherpay\ncategory: payment-gateways\nrole: {role}\n"
    folder = write(
        {
            GATEWAYS: CRITERIA + ROLES,
            "vendors/payment-gateways/examplepay.yaml": VENDOR + "role: acquirer\n",
            WALLET: faulty,
            "plans/storefront-payments.yaml": PLAN + "roles: [acquirer]\n" + listed,
        }
    )
    assert evalkit("score", "storefront-payments", *DAY, cwd=folder).code == code
