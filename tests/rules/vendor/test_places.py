"""Mistakes in interfaces and plug-ins, each at its place."""

from evalkit.diagnostics.record import Severity
from tests.rules.flows import MISTAKES, NO_VERSION, PLAN_MISTAKES
from tests.rules.made import placed


def test_a_vendor_file_with_each_mistake_is_told_each_at_its_place(diagnosed):
    assert placed(diagnosed(MISTAKES)) == [
        ("EK601", "12:14", "the criteria of `payment-gateways` define no data object `odrer`"),
        ("EK602", "15:7", "the interface `events` does not state any data"),
        ("EK606", "16:7", "the interface `vault` has no source"),
        ("EK609", "16:86", "the interface `vault` stores card numbers in the shop"),
        ("EK604", "18:7", "the plug-in `module` does not name its platform"),
        ("EK607", "18:7", "the plug-in `module` does not say when it was checked"),
        (
            "EK603",
            "19:12",
            "`=>8.3` is not a constraint: '=>' is not one of the operators ^ ~ = == != <> > >= < <=",
        ),
        ("EK603", "20:37", "`103.0.x.y` is not a constraint: '103.0.x.y' " + NO_VERSION),
        ("EK603", "21:26", "`2.4.4 -` is not a constraint: '-' " + NO_VERSION),
        ("EK606", "23:21", "a limitation of the plug-in `module` has no source"),
        ("EK602", "25:7", "the plug-in `api` does not state any data"),
        ("EK608", "25:12", "the id `api` is already used by interface 1"),
        ("EK605", "25:27", "there is no platform `shopp`"),
        ("EK611", "25:83", "the plug-in `api` was checked on 2027-01-01, after 2026-11-23"),
        ("EK610", "26:11", "`refund` is listed under `lacks`, but the interface `api` carries it"),
    ]


def test_an_error_is_what_would_make_the_answer_wrong(diagnosed):
    found = diagnosed(MISTAKES) + diagnosed(plan=PLAN_MISTAKES)
    errors = {d.code for d in found if d.severity is Severity.ERROR}
    assert errors == {
        "EK601", "EK603", "EK605", "EK608", "EK610", "EK611",
        "EK621", "EK627", "EK628", "EK630", "EK634",
    }  # fmt: skip
