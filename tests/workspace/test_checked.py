"""The result of checking one file, as used by others."""

from evalkit.source.links import Links
from evalkit.workspace.checked import Checked, clashes


def test_of_many_files_that_share_an_id_none_keeps_a_list_of_all():
    files = {f"v{n}.yaml": Checked((), (), Links(id="same"), True) for n in range(200)}
    assert max(len(clash.others) for clash in clashes(files).values()) == 50
