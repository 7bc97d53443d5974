"""The kind of a file, from its path."""

from evalkit.source.document import kind_of


def test_the_kind_of_a_file_is_that_of_its_nearest_folder():
    assert kind_of("vendors/erp/x.yaml") == "vendor"
    assert kind_of("criteria/x.yaml") == "criteria"
    assert kind_of("plans/x.yaml") == "plan"
    assert kind_of("x.yaml") == "vendor"
