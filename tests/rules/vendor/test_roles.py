"""A vendor's role: stated where there are some, known, and kept to."""

import pytest

from tests.conftest import CRITERIA, VENDOR
from tests.rules.made import EXAMPLEPAY, GATEWAYS, STOREFRONT, marked

ROLES = """\
roles:
  acquirer: {title: Acquirers}
  wallet: {title: Wallets, without: [scalability]}
"""


@pytest.fixture
def found(loaded):
    def find(more, roles=ROLES):
        files = {GATEWAYS: CRITERIA + roles, EXAMPLEPAY: VENDOR + more, STOREFRONT: None}
        return [(d.code, marked(d), d.message, d.hint) for d in loaded(files).diagnostics]

    return find


def test_a_vendor_that_states_no_role_is_told_which_there_are(found):
    ((code, text, _, hint),) = found("")
    assert (code, text) == ("EK335", "payment-gateways")
    assert hint == "add `role:`; known here: acquirer, wallet"


def test_where_there_are_no_roles_none_is_missed_and_none_is_taken(found):
    assert found("", roles="") == []
    ((code, text, message, _),) = found("role: acquirer\n", roles="")
    assert (code, text) == ("EK336", "acquirer")
    assert message == "the category `payment-gateways` has no roles"


def test_what_the_client_can_do_without_a_vendor_needs_no_role(found):
    assert found("candidate: status_quo\n") == []


def test_a_misspelt_role_is_told_the_nearest(found):
    ((code, text, _, hint),) = found("role: aquirer\n")
    assert (code, text, hint) == ("EK336", "aquirer", "did you mean `acquirer`?")


def test_a_fact_that_the_role_cannot_have_is_told(found):
    assert found("role: acquirer\n") == []
    ((code, text, *_),) = found("role: wallet\n")
    assert (code, text) == ("EK337", "rate_limit")
