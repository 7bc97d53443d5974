"""Rules about the ids of files."""

from tests.conftest import BASE, VENDOR
from tests.rules.made import EXAMPLEPAY, messages


def test_two_vendors_that_differ_in_capitals_only_cannot_both_have_the_id(loaded):
    assert BASE[EXAMPLEPAY]
    workspace = loaded({"vendors/erp/examplepay.yaml": VENDOR})
    assert len(messages(workspace, "EK311")) == 2


def test_an_id_names_20_other_files_that_have_it(loaded):
    text = "id: same\nname: S\ncategory: payment-gateways\n"
    paths = [f"vendors/v{n:02}.yaml" for n in range(22)]
    found = messages(loaded(dict.fromkeys(paths, text)), "EK311")
    assert found[0] == f"the id `same` is also used in {', '.join(paths[1:21])}, …"
