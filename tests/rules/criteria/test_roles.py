"""What a role is without: existing names, and not everything."""

from tests.conftest import CRITERIA
from tests.rules.made import EXAMPLEPAY, GATEWAYS, STOREFRONT, marked

BASE = {EXAMPLEPAY: None, STOREFRONT: None}
EXPRESS = "criteria/express.yaml"


def found(loaded, *without, files=None):
    roles = f"roles:\n  wallet: {{title: Wallets, without: [{', '.join(without)}]}}\n"
    told = loaded({**BASE, GATEWAYS: CRITERIA + roles, **(files or {})}).diagnostics
    return [(d.path, d.code, marked(d), d.hint) for d in told]


def test_a_misspelt_name_is_told_the_nearest_and_a_criterion_is_as_good_as_a_measure(loaded):
    assert found(loaded, "rate_limit") == found(loaded, "api") == []
    assert found(loaded, "rate_limits") == [
        (GATEWAYS, "EK220", "rate_limits", "did you mean `rate_limit`?")
    ]


def test_background_is_no_measure(loaded):
    assert [code for _, code, *_ in found(loaded, "api_description")] == ["EK220"]


def test_a_role_without_all_measures_is_an_error_however_they_are_named(loaded):
    everything = ("api_style", "webhooks", "scalability")
    ((path, code, *_),) = found(loaded, *everything)
    assert (path, code) == (GATEWAYS, "EK221")
    assert found(loaded, *everything[1:]) == []


def test_a_file_that_extends_another_may_change_a_role_and_take_one_out(loaded):
    more = "id: express\ntitle: Express\nextends: payment-gateways\nroles:\n  wallet: "
    changed = more + "{without: [scalabilty]}\n"
    ((path, code, text, _),) = found(loaded, "rate_limit", files={EXPRESS: changed})
    assert (path, code, text) == (EXPRESS, "EK220", "scalabilty")
    roles = "roles:\n  wallet: {title: Wallets, without: [rate_limit]}\n"
    base = {**BASE, GATEWAYS: CRITERIA + roles}
    workspace = loaded({**base, EXPRESS: more + "{title: Purses}\n"})
    assert workspace.criteria["express"].roles["wallet"].without == ("rate_limit",)
    assert loaded({**base, EXPRESS: more + "null\n"}).criteria["express"].roles == {}
