"""`evalkit init` as a user meets it."""

from tests.cli.made import DAY


def test_init_makes_a_valid_workspace_that_can_be_scored(evalkit, tmp_path):
    assert evalkit("init", "new", cwd=tmp_path).code == 0
    assert evalkit("validate", "new", *DAY).out.startswith("0 errors, 0 warnings")
    assert "1 ExamplePay" in evalkit("score", "storefront-payments", "-w", "new").out
