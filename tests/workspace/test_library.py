"""Shipped files, used if a workspace has none of its own."""

from evalkit.checking.load import load
from tests.conftest import DAY


def test_a_folder_with_vendors_alone_is_judged_by_the_shipped_criteria(tmp_path):
    file = tmp_path / "vendors" / "x.yml"
    file.parent.mkdir()
    file.write_text("id: x\nname: X\ncategory: erp\nfacts: {}\n")
    (file.parent / ".hidden.yaml").write_text("[")
    workspace = load(tmp_path, DAY)
    assert workspace.diagnostics == ()
    assert set(workspace.vendors) == {"x"}
