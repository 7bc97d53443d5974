"""`evalkit fit` as a user meets it."""

import json

import pytest

from tests.conftest import BASE
from tests.evaluation.fit.made import FILES
from tests.evaluation.project import made


@pytest.fixture
def folder(write):
    return write(FILES)


def test_a_word_for_each_flow_and_vendor(evalkit, folder):
    ran = evalkit("fit", "storefront-payments", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Examplepay carries both data flows. Oldpay is ruled out:")
    assert "Order to vendor   work        open    no" in ran.out
    assert len(ran.out.splitlines()) <= 15


def test_one_vendors_routes_have_their_line_and_source(evalkit, folder):
    ran = evalkit("fit", "storefront-payments", "--vendor", "OldPay", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert "  Against: PHP ~8.1.0 excludes 8.4" in ran.out
    lines = (folder / "vendors/payment-gateways/oldpay.yaml").read_text("utf-8").splitlines()
    line = next(at for at, text in enumerate(lines, 1) if "plugins:" in text)
    assert f"  vendors/payment-gateways/oldpay.yaml:{line}, checked 1 Sep 2026" in ran.out
    assert "  https://x.test/docs" in ran.out.splitlines()


def test_a_saved_evaluation_names_keys_as_its_files_may_have_changed(evalkit, folder):
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    ran = evalkit("fit", "saved.json", "--vendor", "oldpay", cwd=folder)
    assert "vendors/payment-gateways/oldpay.yaml, integration.plugins.0, checked" in ran.out


def test_a_vendor_that_is_not_there_is_refused(evalkit, folder):
    ran = evalkit("fit", "storefront-payments", "--vendor", "oldpai", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean `oldpay`?" in ran.err


def test_json_has_every_vendor(evalkit, folder):
    words = ("fit", "storefront-payments", "--vendor", "oldpay", "-f", "json")
    ran = evalkit(*words, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "--vendor only works with the table" in ran.err


def test_json_has_the_keys_of_the_evaluation(evalkit, folder):
    found = json.loads(evalkit("fit", "storefront-payments", "-f", "json", cwd=folder).out)
    assert list(found) == ["format", "evalkit", "plan", "scenario", "fit", "needs"]
    outcomes = {v["id"]: [c["outcome"] for c in v["cells"]] for v in found["fit"]["vendors"]}
    assert outcomes == {
        "examplepay": ["with_work", "with_work"],
        "oldpay": ["not_possible", "unknown"],
        "unseen": ["unknown", "unknown"],
    }


def test_a_saved_evaluation_gives_the_same(evalkit, folder):
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    direct = evalkit("fit", "storefront-payments", cwd=folder).out
    saved = evalkit("fit", "saved.json", cwd=folder).out
    assert "More: evalkit fit saved.json --vendor examplepay" in saved
    assert saved.split("More:")[0] == direct.split("More:")[0]


def test_a_plan_without_flows_says_what_it_lacks(evalkit, write):
    ran = evalkit("fit", "storefront-payments", cwd=write(BASE))
    assert (ran.code, ran.out) == (2, "")
    assert "has no `flows:` section; add one" in ran.err


def test_scoring_shows_that_a_flow_fails(evalkit, folder):
    ran = evalkit("score", "storefront-payments", cwd=folder)
    said = "Oldpay ruled out: order to the vendor is not possible (plug-in: module; PHP ~8.1.0"
    assert said in " ".join(ran.out.split())


@pytest.fixture
def needing(write):
    return write(made.FILES)


def test_needs_by_vendor_with_the_reasons_of_what_is_not_met_or_open(evalkit, needing):
    ran = evalkit("fit", "storefront-payments", "--needs", cwd=needing)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Examplepay meets the one need that is a must.")
    assert "Ship same day  met         open     not met" in ran.out
    assert "More: evalkit fit storefront-payments --needs --vendor examplepay" in ran.out


def test_one_vendors_needs_name_the_fact_its_line_and_its_source(evalkit, needing):
    words = ("fit", "storefront-payments", "--needs", "--vendor", "OldPay")
    ran = evalkit(*words, cwd=needing)
    assert (ran.code, ran.err) == (0, "")
    lines = (needing / "vendors/payment-gateways/oldpay.yaml").read_text("utf-8").splitlines()
    line = next(at for at, text in enumerate(lines, 1) if "api_style:" in text)
    place = f"    vendors/payment-gateways/oldpay.yaml:{line}, checked 20 Jun 2026"
    shown = ran.out.splitlines()
    assert shown[shown.index(place) + 1] == "    https://x.test"


def test_json_has_needs_whether_asked_for_or_not(evalkit, needing):
    asked = evalkit("fit", "storefront-payments", "--needs", "-f", "json", cwd=needing).out
    assert asked == evalkit("fit", "storefront-payments", "-f", "json", cwd=needing).out
    assert [each["id"] for each in json.loads(asked)["needs"]][1] == "ship-same-day"


def test_needs_of_a_saved_evaluation_are_the_same(evalkit, needing):
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=needing)
    direct = evalkit("fit", "storefront-payments", "--needs", cwd=needing).out
    saved = evalkit("fit", "saved.json", "--needs", cwd=needing).out
    assert saved.split("More:")[0] == direct.split("More:")[0]


def test_a_plan_without_needs_says_what_it_lacks(evalkit, folder):
    ran = evalkit("fit", "storefront-payments", "--needs", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "has no `needs:` section; add one" in ran.err


def test_needs_without_flows_are_shown(evalkit, write):
    plan = made.PLAN[: made.PLAN.index("flows:")] + made.PLAN[made.PLAN.index("stakeholders:") :]
    folder = write({**made.FILES, made.STOREFRONT: plan})
    ran = evalkit("fit", "storefront-payments", "--needs", cwd=folder)
    assert (ran.code, ran.out.split(".")[0]) == (
        0,
        "Examplepay, Oldpay and Unseen meet the one need that is a must",
    )


def test_needs_rest_on_facts_too_so_their_ages_are_told(evalkit, write):
    name = "vendors/payment-gateways/examplepay.yaml"
    undated = made.FILES[name].replace("source: https://x.test, checked: 2026-06-20", "source: s")
    folder = write({**made.FILES, name: undated})
    assert evalkit("fit", "storefront-payments", cwd=folder).err == ""
    told = evalkit("fit", "storefront-payments", "--needs", cwd=folder).err
    assert told.startswith("evalkit: 1 entry used here is undated")
