"""How the figures were made."""

from evalkit.report.page.proof.method import method
from tests.report.page.front.conftest import golden  # noqa: F401


def test_the_files_and_versions_are_listed_by_which_it_can_be_made_again(golden):  # noqa: F811
    evaluation = golden("everything")
    found = method(evaluation)
    assert {each["path"]: each["sha256"] for each in found["files"]} == {
        each.path: each.sha256 for each in evaluation.inputs
    }
    assert found["scales"] == evaluation.plan.scales
    assert evaluation.evalkit in found["version"]


def test_the_method_names_the_simulations_their_seed_and_their_accuracy(golden):  # noqa: F811
    said = " ".join(method(golden("everything"))["sentences"])
    assert "625 simulations (random seed 7)" in said
    assert "accurate to 2.0 points" in said
    without = " ".join(method(golden("unresearched"))["sentences"])
    assert "simulations" not in without


def test_each_word_of_decision_analysis_is_explained(golden):  # noqa: F811
    terms = {each["term"] for each in method(golden("everything"))["glossary"]}
    assert {"Must-have (gate)", "Simulation (draw)", "Value of research (EVPPI)"} <= terms
    assert all(each["meaning"].endswith(".") for each in method(golden("last"))["glossary"])
