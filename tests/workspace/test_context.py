"""The data kept of files once they are checked."""


def test_no_places_are_kept_once_findings_have_theirs(loaded):
    workspace = loaded({"vendors/payment-gateways/a.yaml": "id: b\nname: 1\n"})
    assert workspace.errors
    assert not [each.path for each in workspace.documents.values() if "_places" in vars(each)]
