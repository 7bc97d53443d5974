"""Roles, and the measures that vendors in them cannot have."""

from evalkit.model.criteria import Criteria
from evalkit.source.document import parse
from evalkit.source.shape.shape import shape
from tests.conftest import CRITERIA

ROLES = """\
roles:
  acquirer: {title: Acquirers, without: [webhooks]}
  wallet: {title: Wallets, about: Pays for the shopper., without: [scalability, webhooks]}
"""


def criteria(roles=ROLES):
    record, findings = shape(Criteria, parse(CRITERIA + roles, "criteria/c.yaml").data)
    assert findings == []
    return record


def test_a_criterion_stands_for_all_measures_below_it():
    assert list(criteria().taken_out(["wallet"])) == ["webhooks", "rate_limit"]


def test_what_any_of_several_roles_cannot_have_is_out_and_the_first_says_so():
    found = criteria().taken_out(["acquirer", "wallet"])
    assert {name: role.title for name, role in found.items()} == {
        "webhooks": "Acquirers",
        "rate_limit": "Wallets",
    }


def test_without_roles_nothing_is_out():
    assert criteria("").taken_out([]) == {}
    assert criteria().taken_out([]) == {}


def test_value_against_cost_keeps_the_roles():
    assert criteria().without("scalability").roles == criteria().roles
