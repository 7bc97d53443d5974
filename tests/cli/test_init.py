"""`evalkit init` as a user meets it."""

import json

from tests.cli.made import DAY


def test_init_makes_a_valid_workspace_that_can_be_scored(evalkit, tmp_path):
    assert evalkit("init", "new", cwd=tmp_path).code == 0
    assert evalkit("validate", "new", *DAY).out.startswith("0 errors, 0 warnings")
    assert "1 ExamplePay" in evalkit("score", "storefront-payments", "-w", "new").out


def test_a_newcomer_sees_vendors_that_are_ranked_and_one_that_is_not(evalkit, tmp_path):
    evalkit("init", "new", cwd=tmp_path)
    found = json.loads(evalkit("score", "storefront-payments", "-w", "new", "-f", "json").out)
    settled = {each["id"]: each["settled"] for each in found["vendors"]}
    ranked = {each["id"] for each in found["vendors"] if each["standing"] == "ranked"}
    assert ranked == {"examplepay", "otherpay"}
    assert min(settled[name] for name in ranked) > 0.75
    assert settled.keys() - ranked == {"newpay"}
    assert settled["newpay"] < 0.6
