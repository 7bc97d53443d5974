"""Rules about the names of files."""


def test_a_name_that_can_be_no_id_is_not_offered_as_one(loaded):
    text = "id: third\nname: Third\ncategory: payment-gateways\n"
    for stem, hint in (
        ("Third !", "rename the file"),
        ("fourth", "write `id: fourth`, or rename the file"),
    ):
        workspace = loaded({f"vendors/payment-gateways/{stem}.yaml": text})
        (found,) = (d for d in workspace.diagnostics if d.code == "EK111" and stem in d.path)
        assert (found.hint, found.fix is None) == (hint, stem != "fourth")
