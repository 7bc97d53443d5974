"""Checking file by file."""

from evalkit.checking.examine import Examination
from evalkit.rules import run
from evalkit.rules.context import RuleContext
from evalkit.workspace.folder import own_files
from evalkit.workspace.raw import raw
from tests.checking.states import EXAMPLEPAY, OTHERPAY, STATES, STOREFRONT, put
from tests.conftest import DAY, vendor


def test_rules_about_a_vendor_look_at_no_other_vendor(loaded):
    # Otherwise a result could not be kept when another vendor changes.
    class Closed(dict):
        def _refuse(self, *_):
            raise AssertionError("a rule about a vendor looked at other vendors")

        __getitem__ = get = __iter__ = __contains__ = __len__ = _refuse
        keys = items = values = _refuse

    workspace = loaded({OTHERPAY: vendor(rate_limit="9"), STOREFRONT: STATES[STOREFRONT][3]})
    closed = RuleContext(
        EXAMPLEPAY,
        DAY,
        criteria=workspace.criteria,
        plans=workspace.plans,
        vendors=Closed(),
        categories=Closed(),
    )
    for record in workspace.vendors.values():
        list(run.check(record, closed))


def test_a_file_that_changes_between_two_readings_is_noticed(write):
    folder = write({STOREFRONT: STATES[STOREFRONT][3]})
    files = {f.path: f for f in own_files(folder) if f.kind == "vendor"}
    others = [raw(f) for f in own_files(folder) if f.kind != "vendor"]
    examination = Examination(others, files, DAY)
    # Records stay in the processes that made them, so that plans read the file again.
    results = list(examination.vendors(list(files.values()), jobs=2))
    assert examination.is_stable
    put(folder, EXAMPLEPAY, STATES[EXAMPLEPAY][1])
    examination.rest({p: c for p, _, c in results}, {p: key for p, key, _ in results})
    assert not examination.is_stable
