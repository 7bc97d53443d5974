"""The roles that a plan compares: known, named where there are several, and kept to."""

import pytest

from tests.conftest import CRITERIA, PLAN, VENDOR, vendor
from tests.rules.made import EXAMPLEPAY, GATEWAYS, OTHERPAY, SOURCED, STOREFRONT, marked

ROLES = """\
roles:
  acquirer: {title: Acquirers}
  broker: {title: Brokers}
  wallet: {title: Wallets, without: [rate_limit]}
"""
GATELESS = PLAN[: PLAN.index("gates:")]
STYLE = f"{{value: [rest], {SOURCED}}}"
BOTH = "vendors: [examplepay, otherpay]\n"


@pytest.fixture
def found(loaded):
    """Code, marked text and message of what is found in a plan for an acquirer and a wallet."""

    def find(more, plan=GATELESS, other="role: wallet\n", files=None):
        base = {
            GATEWAYS: CRITERIA + ROLES,
            EXAMPLEPAY: VENDOR + "role: acquirer\n",
            OTHERPAY: vendor(api_style=STYLE) + other,
            STOREFRONT: plan + more,
        }
        told = loaded({**base, **(files or {})}).diagnostics
        return [(d.code, marked(d), d.message) for d in told if d.path == STOREFRONT]

    return find


def test_roles_that_the_criteria_name_may_be_compared(found):
    assert found("roles: [acquirer]\n") == []
    assert found("roles: [acquirer, wallet]\n") == []


def test_an_unknown_role_is_an_error(found):
    ((code, text, _),) = found("roles: [acquirer, walet]\n")
    assert (code, text) == ("EK426", "walet")


def test_a_category_without_roles_takes_none(found):
    files = {GATEWAYS: CRITERIA, EXAMPLEPAY: VENDOR, OTHERPAY: None}
    ((code, text, message),) = found("roles: [acquirer]\n", files=files)
    assert (code, text) == ("EK426", "roles")
    assert message == "the category `payment-gateways` has no roles"


def test_a_role_that_nobody_has_is_told(found):
    ((code, _, message),) = found("roles: [broker]\n")
    assert (code, message) == ("EK426", "no vendor of this category has the role `broker`")
    assert found("roles: [broker, wallet]\n") == []


@pytest.mark.parametrize(("more", "text"), [("", "payment-gateways"), (BOTH, "[examplepay")])
def test_several_roles_that_are_not_named_are_told(found, more, text):
    ((code, place, message),) = found(more)
    assert (code, message) == (
        "EK427",
        "vendors of several roles are compared: `acquirer`, `wallet`",
    )
    assert place.startswith(text)


def test_vendors_of_one_role_need_no_naming(found):
    assert found("vendors: [examplepay]\n") == []
    assert found("", other="role: acquirer\n") == []
    # Its own file is told that it states none.
    assert found("", other="") == []


def test_a_listed_vendor_has_one_of_the_roles_or_is_none(found):
    more = "roles: [acquirer]\n" + BOTH
    ((code, text, message),) = found(more)
    assert (code, text) == ("EK428", "otherpay")
    assert message == "otherpay has the role `wallet`, and this plan compares `acquirer`"
    ((_, _, message),) = found(more, other="")
    assert message == "otherpay states no role, and this plan compares `acquirer`"
    # A misspelt role is told in the vendor's own file alone.
    assert found(more, other="role: walet\n") == []
    assert found(more, other="candidate: status_quo\n") == []


def test_a_gate_on_what_a_role_cannot_have_is_told(found):
    assert found("roles: [acquirer]\n", plan=PLAN) == []
    ((code, text, _),) = found("roles: [acquirer, wallet]\n", plan=PLAN)
    assert (code, text) == ("EK428", "rate_limit")
    codes = [code for code, *_ in found(BOTH, plan=PLAN)]
    assert sorted(codes) == ["EK427", "EK428"]


MONEY = "money:\n  currency: EUR\n  years: 3\n  discount_rate: 0.08\n"
CHARGES = f"charges:\n  - {{kind: recurring, amount: 9, every: month, per: seat, currency: EUR, region: world, {SOURCED}}}\n"


def test_prices_of_another_role_are_not_held_against_a_plan(loaded):
    """The wallet charges by the seat, which only a plan that compares wallets has to count."""
    codes = {}
    for role in ("acquirer", "wallet"):
        files = {
            GATEWAYS: CRITERIA + ROLES,
            EXAMPLEPAY: VENDOR + "role: acquirer\n",
            OTHERPAY: vendor(api_style=STYLE) + "role: wallet\n" + CHARGES,
            STOREFRONT: GATELESS + f"roles: [{role}]\n" + MONEY,
        }
        codes[role] = {d.code for d in loaded(files).diagnostics if d.path == OTHERPAY}
    assert "EK503" not in codes["acquirer"]
    assert "EK503" in codes["wallet"]


def test_charges_in_a_plan_are_for_vendors_of_its_roles(loaded):
    offer = "  charges:\n    otherpay:\n      - {kind: recurring, amount: 9, every: month, currency: EUR, source: s}\n"
    files = {
        GATEWAYS: CRITERIA + ROLES,
        EXAMPLEPAY: VENDOR + "role: acquirer\n",
        OTHERPAY: vendor(api_style=STYLE) + "role: wallet\n",
    }
    for role, wanted in (("acquirer", [("EK527", "otherpay")]), ("wallet", [])):
        plan = GATELESS + f"roles: [{role}]\n" + MONEY + offer
        told = loaded({**files, STOREFRONT: plan}).errors
        assert [(d.code, marked(d)) for d in told] == wanted


def test_plans_for_two_roles_have_nothing_to_do_with_each_other(loaded):
    """Each vendor charges by something else, and only its own plan has to count that."""
    fee = "kind: recurring, title: Fee, amount: 9, every: month, currency: EUR, region: world"
    files = {GATEWAYS: CRITERIA + ROLES.replace(", without: [rate_limit]", ""), STOREFRONT: None}
    for role, name, per, checked in (
        ("acquirer", "examplepay", "seat", "2026-06-20"),
        ("wallet", "otherpay", "api_call", "2026-10-20"),
    ):
        seen = f"source: https://examplepay.test/{name}, checked: {checked}"
        files[f"vendors/payment-gateways/{name}.yaml"] = (
            vendor(name, api_style=f"{{value: [rest], {seen}}}")
            + f"role: {role}\ncharges:\n  - {{{fee}, per: {per}, {seen}}}\n"
            f"integration:\n  interfaces:\n    - {{id: api, kind: rest, data: {{{name}: "
            f"{{directions: [to_vendor]}}}}, {seen}}}\n"
        )
        files[f"plans/{role}.yaml"] = (
            f"id: {role}\ntitle: P\ncategory: payment-gateways\nas_of: 2026-07-01\n"
            f"roles: [{role}]\ndata_objects: {{{name}: {{title: Own}}}}\n"
            f"{MONEY}  charges:\n    all: [{{{fee}, per: {per}, source: s, checked: 2026-06-20}}]\n"
        )
    # That it is given here says that both are worth giving.
    files["plans/more.yaml"] = (
        "id: more\ntitle: P\ncategory: payment-gateways\nroles: [acquirer, wallet]\n"
        f"{MONEY}  volumes: {{seats: 9, api_calls: 9}}\n"
    )
    told = {role: [] for role in ("acquirer", "wallet", "examplepay", "otherpay")}
    for each in loaded(files).diagnostics:
        told.get(each.path.rpartition("/")[2].removesuffix(".yaml"), []).append(each)
    codes = {name: {each.code for each in found} for name, found in told.items()}
    # The wallet's facts are later than both plans, and only its own uses them.
    assert ("EK410" in codes["acquirer"], "EK410" in codes["wallet"]) == (False, True)
    by_volume = {
        role: [each.message for each in told[role] if "there is no volume" in each.message]
        for role in ("acquirer", "wallet")
    }
    assert by_volume == {
        "acquirer": ["there is no volume `seat`, by which `examplepay` charges"],
        "wallet": ["there is no volume `api_call`, by which `otherpay` charges"],
    }
    for name, role in (("examplepay", "acquirer"), ("otherpay", "wallet")):
        twice = [each.message for each in told[role] if "price list of" in each.message]
        assert [name in message for message in twice] == [True]
        # What a plan says of data counts for the vendors that it compares.
        assert "EK601" not in codes[name]


def test_a_category_without_any_vendor_is_told_once(found):
    files = {EXAMPLEPAY: None, OTHERPAY: None}
    assert [code for code, *_ in found("roles: [acquirer]\n", files=files)] == ["EK411"]
