"""The files a command needs, and its messages if they are wrong."""

from tests.cli.made import DAY
from tests.conftest import PLAN


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
