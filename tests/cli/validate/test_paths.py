"""`evalkit validate PATH`: which files are meant."""

import pytest

from tests.cli.made import EXAMPLEPAY, OTHERPAY


def test_validate_knows_which_files_were_asked_for(evalkit, write):
    folder = write({EXAMPLEPAY: "", OTHERPAY: ""})
    assert evalkit("validate", OTHERPAY, cwd=folder).out.endswith("in 1 file checked\n")
    assert evalkit("validate", "vendors", "plans").out.endswith("in 3 files checked\n")


def test_a_path_that_does_not_exist_may_be_near_one_that_does(evalkit, write):
    ran = evalkit("validate", "vendors/payment-gateways/exampelpay.yaml", cwd=write())
    assert ran.code == 2
    assert ran.err.endswith(
        "exampelpay.yaml; did you mean vendors/payment-gateways/examplepay.yaml?\n"
    )
    assert (
        evalkit("validate", "nowhere/at/all").err
        == "evalkit: there is no file or folder nowhere/at/all\n"
    )


@pytest.mark.parametrize("to", ["/etc/passwd", "nowhere.yaml"])
def test_a_link_is_checked_by_its_own_name(evalkit, write, to):
    folder = write()
    (folder / "vendors/payment-gateways/x.yaml").symlink_to(to)
    ran = evalkit("validate", "vendors/payment-gateways/x.yaml", cwd=folder)
    assert ran.code == 1
    assert ran.out.startswith("vendors/payment-gateways/x.yaml:1:1: error[EK0")
