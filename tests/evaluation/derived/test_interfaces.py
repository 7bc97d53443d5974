"""Facts that interfaces state, worked by hand."""

import datetime

import pytest

from evalkit.evaluation.derived.interfaces import with_interfaces
from evalkit.model.criteria import Criteria
from evalkit.model.vendor import Vendor
from evalkit.source.shape.shape import shape
from tests.conftest import CRITERIA, VENDOR
from tests.rules.made import EXAMPLEPAY, GATEWAYS

AUTH = {"oauth2": 100, "api-key": 70, "http-basic": 40, "none": 0}
VERSIONS = {"pinned": 100, "path": 80, "continuous": 30}
STYLES = {"rest": 100, "soap": 50, "file": 25}
EVENTS = {"true": 100, "false": 0}
TAKEN = {
    "auth": ("authentication", AUTH),
    "versions": ("versioning", VERSIONS),
    "style": ("kind", STYLES),
    "events": ("webhooks", EVENTS),
}
DAY = "2026-06-20"


def record(kind, given):
    found, problems = shape(kind, given)
    assert problems == []
    return found


MEASURES = {
    name: {
        "weight": 1,
        "from_interfaces": stated,
        "scale": {"kind": "levels", "levels": levels, "because": "-"},
    }
    for name, (stated, levels) in TAKEN.items()
}
CRITERIA_OF_FOUR = record(
    Criteria,
    {"id": "c", "title": "C", "criteria": {"a": {"title": "A", "measures": MEASURES}}},
)


def interface(name, kind="rest", **more):
    return {"id": name, "kind": kind, "source": f"https://a.test/{name}", "checked": DAY, **more}


def facts(*interfaces, **own):
    given = {"id": "v", "name": "V", "category": "c", "facts": own}
    vendor = record(Vendor, given | {"integration": {"interfaces": list(interfaces)}})
    (found,) = with_interfaces([vendor], CRITERIA_OF_FOUR)
    return found.facts


def test_an_interface_states_what_the_file_does_not():
    found = facts(interface("api", authentication=["oauth2"], versioning="path"))
    stated = {name: fact.value for name, fact in found.items()}
    assert stated == {"auth": ("oauth2",), "versions": ("path",), "style": ("rest",)}
    fact = found["auth"]
    assert (fact.source, fact.checked) == ("https://a.test/api", datetime.date(2026, 6, 20))
    assert (fact.interface, fact.place) == ("api", (0, "authentication"))


@pytest.mark.parametrize("own", ["http-basic", {"unknown": True}])
def test_what_the_file_says_itself_stands(own):
    found = facts(interface("api", authentication=["oauth2"]), auth=own)
    assert found["auth"].value == (own if isinstance(own, str) else None)


def test_there_may_be_better_levels_than_interfaces_name():
    found = facts(
        interface("a", authentication=["api-key"]), interface("b", authentication=["http-basic"])
    )
    assert (found["auth"].value, found["auth"].at_least) == (None, ("api-key", "http-basic"))
    assert found["auth"].source == "https://a.test/a"


def test_nothing_is_better_than_the_best_level_whose_interface_is_the_source():
    found = facts(
        interface("a", "soap", authentication=["api-key"]),
        interface("b", authentication=["oauth2"]),
    )
    assert (found["auth"].value, found["auth"].at_least) == (("api-key", "oauth2"), None)
    assert found["auth"].source == "https://a.test/b"
    assert found["auth"].place == (1, "authentication")


def test_interfaces_that_are_kept_from_breaking_in_other_ways_are_a_range():
    a, b, c = (
        interface(name, versioning=how)
        for name, how in zip("abc", ("continuous", "path", "path"), strict=True)
    )
    fact = facts(a, b, c)["versions"]
    assert (fact.value, fact.at_least, fact.source) == (("path",), None, "https://a.test/b")
    assert [(each.value, each.source) for each in fact.conflicts] == [
        (("continuous",), "https://a.test/a")
    ]


def test_only_words_of_the_scale_count():
    found = facts(interface("kit", "sdk", authentication=["OAuth 2.0"], versioning="in the path"))
    assert found == {}


def test_an_interface_of_generated_text_states_nothing():
    assert facts(interface("api", source_kind="generated")) == {}


def test_webhooks_are_events_and_their_absence_says_nothing():
    assert "events" not in facts(interface("api"))
    fact = facts(interface("api"), interface("hooks", "webhooks"))["events"]
    assert (fact.value, fact.place) == (("true",), (1, "kind"))


def test_a_vendor_without_interfaces_stays_as_it_is():
    vendor = record(Vendor, {"id": "v", "name": "V", "category": "c"})
    assert with_interfaces([vendor], CRITERIA_OF_FOUR) == [vendor]


WITHOUT = VENDOR.replace(
    "  api_style: {value: [rest], source: https://examplepay.test/docs, checked: 2026-06-20}\n", ""
)
API = """\
integration:
  interfaces:
    - {id: api, kind: soap, source: https://examplepay.test/api, checked: 2024-06-20}
"""
TAKES = {
    GATEWAYS: CRITERIA.replace("api_style:", "api_style:\n        from_interfaces: kind"),
    EXAMPLEPAY: WITHOUT + API,
}


@pytest.fixture
def explained(evalkit, write):
    folder = write(TAKES)

    def explain(*options):
        words = ("explain", "storefront-payments", "examplepay", *options)
        return evalkit(*words, cwd=folder).out

    return explain


def test_what_an_interface_states_is_explained_with_its_source_its_line_and_its_date(explained):
    out = explained("--facts", "--sources")
    assert "at least soap (stated by its interface `api`)" in out
    assert "https://examplepay.test/api" in out
    line = TAKES[EXAMPLEPAY].splitlines().index(API.splitlines()[-1]) + 1
    assert f"{EXAMPLEPAY}:{line}, 20 Jun 2024" in out


def test_data_name_the_place_by_its_key(explained):
    assert '"integration.interfaces.0.kind"' in explained("--format", "json")
