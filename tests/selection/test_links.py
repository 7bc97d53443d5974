"""Whatever changes in one file, every file whose findings change because of it is named."""

import datetime
from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalkit.selection.links import Linked, dependents, linked
from evalkit.source.links import links_of as links_in
from evalkit.workspace.load import load
from tests.conftest import BASE, CRITERIA, PLAN, VENDOR, vendor

DAY = datetime.date(2026, 11, 23)


def links_of(path, data):
    return linked(path, links_in(data))


def criteria(name, extends=""):
    return links_of(
        f"criteria/{name}.yaml", {"id": name, **({"extends": extends} if extends else {})}
    )


def a_vendor(name, category, *platforms):
    plugins = [{"platform": platform} for platform in platforms]
    data = {"id": name, "category": category, "integration": {"plugins": plugins}}
    return links_of(f"vendors/{category}/{name}.yaml", data)


def a_plan(name, category, vendors=None, platform=None):
    data = {"id": name, "category": category, "vendors": vendors, "platform": {"name": platform}}
    return links_of(f"plans/{name}.yaml", data)


SHOP = [
    criteria("integration"),
    criteria("erp", "integration"),
    criteria("large-erp", "erp"),
    criteria("payment", "integration"),
    links_of("platforms/magento.yaml", {"id": "magento"}),
    a_vendor("sap", "erp", "magento"),
    a_vendor("odoo", "erp"),
    a_vendor("oracle", "large-erp"),
    a_vendor("stripe", "payment"),
    a_vendor("mollie", "payment"),
    a_plan("which-erp", "erp", platform="magento"),
    a_plan("which-payment", "payment", ["stripe"]),
]


def stems(*changed):
    return {PurePosixPath(path).stem for path in dependents(set(changed), SHOP)} - {
        PurePosixPath(path).stem for path in changed
    }


@pytest.mark.parametrize(
    ("changed", "others"),
    [
        # What extends them, over two steps, and the vendors and plans of all these categories.
        ("criteria/integration.yaml", {
            "erp", "large-erp", "payment", "sap", "odoo", "oracle", "stripe", "mollie",
            "which-erp", "which-payment",
        }),
        # A finding about the whole may stand in what it extends; payment has no part in it.
        ("criteria/erp.yaml", {"integration", "large-erp", "sap", "odoo", "oracle", "which-erp"}),
        ("criteria/large-erp.yaml", {"erp", "integration", "oracle"}),
        ("platforms/magento.yaml", {"sap", "which-erp"}),
        ("vendors/erp/odoo.yaml", {"which-erp"}),
        ("vendors/payment/stripe.yaml", {"which-payment"}),
        ("vendors/payment/mollie.yaml", set()),
        ("plans/which-erp.yaml", {"sap", "odoo"}),
        ("plans/which-payment.yaml", {"stripe"}),
    ],
)  # fmt: skip
def test_who_depends_on_whom_in_a_shop(changed, others):
    assert stems(changed) == others


def test_a_vendor_that_was_deleted_is_missed_by_the_plan_that_names_it():
    rest = [each for each in SHOP if each.path != "vendors/payment/stripe.yaml"]
    gone = links_of("vendors/payment/stripe.yaml", None)
    assert dependents({gone.path}, [*rest, gone]) == {gone.path, "plans/which-payment.yaml"}


def test_a_vendor_that_moved_to_another_category_matters_to_the_plans_of_both():
    before = links_of("vendors/odoo.yaml", {"id": "odoo", "category": "erp"})
    now = links_of("vendors/odoo.yaml", {"id": "odoo", "category": "pim"})
    plans = [a_plan("which-erp", "erp"), a_plan("which-pim", "pim")]
    assert dependents({now.path}, [before, now, *plans]) == {now.path, *(p.path for p in plans)}


words = st.sampled_from(["a", "b", "c", "d"])
groups = st.frozensets(words, max_size=2)
links = st.lists(
    st.builds(
        Linked,
        st.sampled_from([f"{n}.yaml" for n in "stuvwxyz"]),
        st.sampled_from(["criteria", "platform", "vendor", "plan"]),
        groups, groups, groups, groups, st.just("") | words,
    ),
    max_size=8,
)  # fmt: skip
changes = st.frozensets(st.sampled_from([f"{n}.yaml" for n in "stuvwxyz"]))


@given(changes, changes, links)
def test_more_changes_never_mean_fewer_files(some, more, all_links):
    both = dependents(some | more, all_links)
    assert some | more <= both
    assert dependents(some, all_links) | dependents(more, all_links) == both


@given(links)
def test_nothing_depends_on_no_change(all_links):
    assert dependents((), all_links) == frozenset()


@given(st.permutations(["integration", "erp", "large-erp", "huge-erp", "giant-erp"]))
def test_criteria_reach_all_above_them_however_long_the_chain(chain):
    # Each extends the one before; the last one changes nothing above, the first one everything.
    every = [criteria(name, base) for name, base in zip(chain, ["", *chain], strict=False)]
    assert {p.split("/")[1][:-5] for p in dependents({every[0].path}, every)} == set(chain)


@pytest.mark.parametrize("data", [None, [], "x", 1, {"id": 1, "category": [], "vendors": "x", "platform": [],
                                                   "integration": {"plugins": {"a": 1}}, "extends": {}},
                                  {"integration": [], "vendors": [1, None, {}], "platform": {"name": 3}}])  # fmt: skip
@pytest.mark.parametrize("folder", ["criteria", "platforms", "vendors/erp", "plans"])
def test_a_faulty_file_has_the_links_of_its_path(folder, data):
    found = links_of(f"{folder}/sap.yaml", data)
    assert found.names == {"sap"}
    assert (found.vendors, found.platforms, found.extends) == (frozenset(), frozenset(), "")


# Files for each place in a small workspace: sound ones, faulty ones, and None for no file at all.
OTHER = vendor(api_style="{value: [soap], source: https://a.test/1, checked: 2020-06-20}")
CHILD = "id: child\ntitle: Child\nextends: payment-gateways\n"
POOL = {
    "criteria/payment-gateways.yaml": (
        CRITERIA,
        CRITERIA.replace("fresh_for: 365", "fresh_for: 3"),
        CRITERIA.replace("graphql: 100, ", ""),
        CRITERIA.replace("rate_limit:", "rate:"),
        "id: payment-gateways\n",
        None,
    ),
    "criteria/child.yaml": (
        CHILD + "criteria:\n  api: {weight: 50}\n",
        CHILD + "criteria:\n  api: {measures: {api_style: null, webhooks: null}}\n",
        CHILD.replace("payment-gateways", "nothing"),
        None,
    ),
    "vendors/payment-gateways/examplepay.yaml": (
        VENDOR,
        VENDOR.replace("payment-gateways", "child"),
        VENDOR.replace("id: examplepay", "id: otherpay"),
        VENDOR + "integration: {plugins: [{id: x, platform: shop}]}\n",
        VENDOR + "charges:\n  - {kind: recurring, amount: 9, every: month, currency: USD, per: order}\n",
        "",
        None,
    ),
    "vendors/payment-gateways/otherpay.yaml": (OTHER, OTHER.replace("soap", "sop"), None),
    "vendors/child/third.yaml": (
        vendor("third").replace("payment-gateways", "child"),
        vendor("third"),
        None,
    ),
    "platforms/shop.yaml": (
        "id: shop\nname: Shop\nreleases: {'1.0': {line: '1'}}\n",
        "id: shop\nname: Shop\n",
        None,
    ),
    "plans/storefront-payments.yaml": (
        PLAN,
        PLAN + "vendors: [examplepay]\n",
        PLAN + "vendors: [otherpay, third]\n",
        PLAN.replace("payment-gateways", "child"),
        PLAN + "platform: {name: shop, version: '1.0'}\n",
        PLAN + "money: {currency: EUR, years: 3, discount_rate: 0.08}\n",
        PLAN.replace("rate_limit", "api_style"),
        None,
    ),
}  # fmt: skip
states = st.fixed_dictionaries({path: st.sampled_from(texts) for path, texts in POOL.items()})


def written(folder, files):
    (folder / "vendors").mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink(missing_ok=True)
        else:
            file.write_text(text)
    return load(folder, DAY)


def by_path(workspace):
    found = {}
    for each in workspace.diagnostics:
        # Hints name whatever is spelt alike anywhere; that is no finding of its own.
        found.setdefault(each.path, set()).add((each.code, each.span, each.message))
    return found


def all_links(workspace):
    return [links_of(path, document.data) for path, document in workspace.documents.items()]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(states, states, st.sets(st.sampled_from(sorted(POOL)), min_size=1, max_size=3))
def test_no_finding_changes_in_a_file_that_is_not_named(tmp_path, files, others, changed):
    before = written(tmp_path, files)
    after = written(tmp_path, {path: others[path] for path in changed})
    old, new = by_path(before), by_path(after)
    moved = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    gone = [each for each in all_links(before) if each.path in changed]
    named = dependents(changed, [*all_links(after), *gone])
    assert moved & set(after.documents) <= named


def test_the_small_workspace_is_the_one_that_all_tests_use():
    assert set(BASE) <= set(POOL)
