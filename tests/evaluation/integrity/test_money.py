"""Figures beyond a candidate in a saved evaluation."""

import dataclasses

import pytest

from evalkit.errors import EvalkitError
from evalkit.evaluation.integrity.check import check_intact
from evalkit.evaluation.plain import from_plain
from evalkit.report.data import to_json
from tests.evaluation.costs.conftest import evaluated as priced
from tests.evaluation.costs.made import usage

__all__ = ["priced"]

PLACE = "costs.vendors.0.against"
OTHERWISE = "the rest of the evaluation says otherwise"


@pytest.fixture
def compared(priced):
    return priced([usage(1)], [usage(2)], candidate="status_quo")


def beyond(evaluation, **fields):
    """The evaluation with other figures of the first vendor beyond the candidate."""
    first, *others = evaluation.costs.vendors
    against = dataclasses.replace(first.against, **fields) if fields else None
    vendors = (dataclasses.replace(first, against=against), *others)
    return costs(evaluation, vendors=vendors)


def costs(evaluation, **fields):
    return dataclasses.replace(evaluation, costs=dataclasses.replace(evaluation.costs, **fields))


def test_what_is_saved_is_intact(compared):
    check_intact(compared)
    assert from_plain(to_json(compared)) == compared


def test_figures_beyond_the_candidate_that_were_changed_are_refused(compared):
    net = compared.costs.vendors[0].against.net_present_value
    for changed, fault in [
        (beyond(compared), f"`{PLACE}`: {OTHERWISE}"),
        (beyond(compared, candidate="examplepay"), f"`{PLACE}.candidate`: {OTHERWISE}"),
        (beyond(compared, pays=None), f"`{PLACE}.pays`: {OTHERWISE}"),
        (
            beyond(compared, net_present_value=dataclasses.replace(net, likely=1.0, low=0.0)),
            f"`{PLACE}.net_present_value.likely`: its parts do not add up to it",
        ),
        (
            beyond(compared, payback_months=dataclasses.replace(net, bound="open")),
            f"`{PLACE}.payback_months.low`: {OTHERWISE}",
        ),
        (costs(compared, against=None), f"`{PLACE}`: {OTHERWISE}"),
        (
            costs(compared, against="examplepay"),
            "`costs.against`: there is no candidate `examplepay`",
        ),
    ]:
        with pytest.raises(EvalkitError) as refused:
            check_intact(changed)
        assert str(refused.value) == f"this evaluation was changed by hand: {fault}"
