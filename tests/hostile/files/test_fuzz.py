"""Changed bytes and random trees: whatever they are, every command ends with 0, 1 or 2."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT, examples
from tests.hostile.made import PLAN_FILE, PLATFORM_FILE, VENDOR_FILE, files, lay_out

PLAN = "storefront-payments"
SPEC = ("spec", PLAN, "examplepay")
COMMANDS = (
    ("validate",), ("score", PLAN), ("cost", PLAN), ("fit", PLAN), SPEC,
)  # fmt: skip
OURS = settings(
    max_examples=examples(160),
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
SHIPPED = {
    VENDOR_FILE: ROOT / "vendors/payment-gateways/stripe.yaml",
    PLAN_FILE: ROOT / "plans/storefront-payments.yaml",
}
WORDS = (
    "", "unknown", "all", "order", "orders", "EUR", "JPY", "de", "zz", "usage", "tiered", "recurring",
    "month", "year", "to_vendor", "from_vendor", "real_time", "api", "module", "testshop", "luma",
    "2.4.8", "^8", ">=1 <1", "||", "*", "~", "2026-02-30", "9999-12-31", "{{ 7*7 }}", "=1+1", "a\nb",
    "stock", "webhooks", "file", "passes_shop", "\x1b[31m", "\u202e",
)  # fmt: skip
NUMBERS = (0, -1, 1, 5e-324, 1e15, -1e15, 1e12, 600, 601, 30, 0.5, 10**39, 1e308)
KEYS = (
    "kind", "amount", "currency", "every", "per", "percent", "fixed", "minimum", "maximum", "tiers",
    "included", "overage", "promotion", "yearly_increase", "start", "end", "conflicts", "hours",
    "months", "low", "likely", "high", "value", "share", "of", "growth", "replaces", "edition",
    "from", "to", "price", "mode", "limits", "per_second", "burst", "batch", "calls", "directions",
    "data", "timing", "platform", "php", "requires", "lacks", "need", "direction", "master", "id",
)  # fmt: skip
SECTIONS = (
    (VENDOR_FILE, "charges"), (VENDOR_FILE, "integration"), (PLAN_FILE, "money"),
    (PLAN_FILE, "flows"), (PLAN_FILE, "platform"), (PLATFORM_FILE, "releases"),
)  # fmt: skip
LEAVES = st.one_of(
    st.sampled_from((*WORDS, *NUMBERS, None, True, False)),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=8,
)


def places(data, route=()):
    """Every route into some data."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in pairs:
        yield (*route, step)
        if isinstance(value, (dict, list)):
            yield from places(value, (*route, step))


def put(data, route, value):
    for step in route[:-1]:
        data = data[step]
    data[route[-1]] = value


@st.composite
def grown(draw):
    """The whole workspace, with a random tree or two somewhere in the new sections."""
    contents = files()
    for _ in range(draw(st.integers(1, 2))):
        path, section = draw(st.sampled_from(SECTIONS))
        inside = [(section, *route) for route in places(contents[path][section])] or [(section,)]
        put(contents[path], draw(st.sampled_from([(section,), *inside])), draw(TREES))
        if not isinstance(contents[path][section], (dict, list)):
            break
    return contents


@st.composite
def gnawed(draw):
    """A shipped vendor or plan with some of its bytes changed, left out or doubled."""
    path = draw(st.sampled_from(sorted(SHIPPED)))
    content = bytearray(SHIPPED[path].read_bytes())
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content) - 1))
        end = min(len(content), start + draw(st.integers(0, 12)))
        random = draw(
            st.one_of(st.binary(max_size=3), st.sampled_from([b"", b"\n", b" ", b"9", b"-"]))
        )
        content[start:end] = random * draw(st.sampled_from([1, 1, 1, 40]))
    return {
        **files(),
        path: bytes(content),
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz")


def ends_well(evalkit, folder, contents):
    lay_out(folder, contents)
    for words in COMMANDS:
        ran = evalkit(*words, cwd=folder)
        assert ran.code in {0, 1, 2}, (words, ran.err)
        assert "Traceback" not in ran.out + ran.err
        assert not {"\x1b", "\u202e"} & set(ran.out + ran.err)


@OURS
@given(contents=grown())
def test_random_trees_in_the_new_sections(evalkit, folder, contents):
    ends_well(evalkit, folder, contents)


@OURS
@given(contents=gnawed())
def test_shipped_files_with_changed_bytes(evalkit, folder, contents):
    ends_well(evalkit, folder, contents)
