"""Which vendors are compared with each other: by role, and by what a plan names."""

import pytest

from evalkit.errors import EvalkitError
from evalkit.evaluation.compared import chosen, default_plans
from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.integrity.check import check_intact
from tests.conftest import CRITERIA, DAY, PLAN, VENDOR, vendor
from tests.evaluation.made import FAST, GATEWAYS, OTHERPAY, STOREFRONT, by_id

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
THIRDPAY = "vendors/payment-gateways/thirdpay.yaml"
ROLES = """\
roles:
  wallet: {title: Wallets, without: [scalability]}
  acquirer: {title: Acquirers}
"""
GATELESS = PLAN[: PLAN.index("gates:")]


def files(examplepay="acquirer", otherpay="wallet", plan=""):
    """ExamplePay and OtherPay in roles, and ThirdPay that states none; each with the same facts."""
    return {
        GATEWAYS: CRITERIA + ROLES,
        EXAMPLEPAY: VENDOR + f"role: {examplepay}\n",
        OTHERPAY: FAST.replace("facts:", f"role: {otherpay}\nfacts:"),
        THIRDPAY: vendor("thirdpay", api_style="{value: [rest], source: s}"),
        STOREFRONT: GATELESS + plan,
    }


def of_plan(workspace):
    return evaluate(workspace, workspace.plans["storefront-payments"], DAY)


def test_without_a_plan_each_role_is_a_list_of_its_own_and_so_is_who_states_none(loaded):
    plans = default_plans(workspace := loaded(files()))
    found = {plan.title: [each.id for each in chosen(workspace, plan)] for plan in plans}
    assert found == {
        "Payment gateways: wallets": ["otherpay"],
        "Payment gateways: acquirers": ["examplepay"],
        "Payment gateways: no role stated": ["thirdpay"],
    }
    assert len({plan.id for plan in plans}) == 3


def test_a_category_without_roles_is_one_list(loaded):
    workspace = loaded({OTHERPAY: FAST})
    (plan,) = default_plans(workspace)
    assert (plan.title, plan.roles) == ("Payment gateways", None)
    assert [each.id for each in chosen(workspace, plan)] == ["examplepay", "otherpay"]


def test_the_longest_names_still_make_an_id_for_each_role(loaded):
    category, roles = "c" * 64, ["r" * 40, "r" * 39 + "s"]
    stated = "".join(f"  {role}: {{title: R}}\n" for role in roles)
    given = {
        f"criteria/{category}.yaml": CRITERIA.replace("payment-gateways", category)
        + f"roles:\n{stated}",
        STOREFRONT: None,
    }
    for number, role in enumerate(roles):
        text = f"id: v{number}\nname: V\ncategory: {category}\nrole: {role}\n"
        given[f"vendors/{category}/v{number}.yaml"] = text
    plans = [each for each in default_plans(loaded(given)) if each.category == category]
    assert len({plan.id for plan in plans}) == 2
    assert all(len(plan.id) <= 64 for plan in plans)


def test_a_plan_compares_the_roles_that_it_names(loaded):
    found = of_plan(loaded(files(plan="roles: [acquirer]\n")))
    assert [(each.id, each.role) for each in found.vendors] == [("examplepay", "acquirer")]
    assert [(each.id, each.title) for each in found.plan.roles] == [("acquirer", "Acquirers")]
    assert found.left_out == ()


def test_what_one_of_the_roles_cannot_have_is_left_out_for_everybody_and_said_once(loaded):
    """Only the style is left: 30 of 40 points by REST or half by SOAP, 10 by webhooks."""
    workspace = loaded(files(plan="roles: [acquirer, wallet]\n"))
    found = of_plan(workspace)
    told = [(each.measure, each.reason, each.of_role) for each in found.left_out]
    assert told == [("rate_limit", "wallets have none", True)]
    vendors = by_id(found.vendors)
    # ExamplePay is fast and OtherPay faster, which no longer counts.
    assert vendors["examplepay"].score == pytest.approx(75)
    assert vendors["otherpay"].score == pytest.approx(37.5)
    assert {each.excluded for each in found.vendors} == {0.0}
    for each in found.vendors:
        rate = each.measures["rate_limit"]
        assert (rate.status, rate.fact.not_applicable) == ("not_applicable", "wallets have none")
        # Not what the vendor's own file says, but what the criteria do.
        assert (rate.fact.path, rate.fact.key) == (GATEWAYS, "roles")
    check_intact(found)


def test_a_vendor_of_another_role_changes_nothing_about_the_others(loaded):
    """Roles that a plan names decide what is left out, not the vendors that happen to be there."""
    both = "roles: [acquirer, wallet]\n"
    many = by_id(of_plan(loaded(files(plan=both))).vendors)
    few = by_id(of_plan(loaded(files(otherpay="acquirer", plan=both))).vendors)
    assert many["examplepay"].score == few["examplepay"].score


def test_a_plan_that_lists_vendors_takes_their_roles(loaded):
    listed = "vendors: [examplepay, otherpay]\n"
    found = of_plan(loaded(files(plan=listed)))
    assert [each.id for each in found.plan.roles] == ["acquirer", "wallet"]
    assert [each.measure for each in found.left_out] == ["rate_limit"]


def test_a_role_that_no_vendor_has_ends_the_run(loaded):
    workspace = loaded(files())
    plan = workspace.plans["storefront-payments"]
    lonely = plan.model_copy(update={"roles": ("wallet", "bank")})
    assert [each.id for each in chosen(workspace, lonely)] == ["otherpay"]
    with pytest.raises(EvalkitError, match="has the role 'bank'"):
        chosen(workspace, plan.model_copy(update={"roles": ("bank",)}))
