"""Rules about the addresses of sources."""

import pytest

from tests.rules.flows import PLATFORM, SHOP, offers, plugin, way
from tests.rules.money import money

REPOSITORY = "https://github.com/examplepay/docs"
MOVES = f"{REPOSITORY}/blob/main/a.md"
PINNED = f"{REPOSITORY}/blob/4f9a1c2/a.md"
MAIN = "the branch `main`, which changes"
HERE = f"source: {MOVES}, checked: 2026-06-20"
KNOWN = "source: https://examplepay.test/events, checked: 2026-06-20"
LIMITS = "limitations: [{severity: minor, text: x, SOURCE}]".replace("SOURCE", HERE)
IN_A_VENDOR = {
    f"  webhooks: {{value: true, {HERE}}}\n": "webhooks",
    f"  webhooks: {{value: true, {KNOWN}, conflicts: [{{value: false, {HERE}}}]}}\n": "webhooks",
    f"  webhooks: {{unknown: true, looked: [{{{HERE}}}]}}\n": "webhooks",
    f"charges: [{{kind: one_off, title: A, amount: 5, currency: EUR, region: world, {HERE}}}]\n": (
        "the one-off charge `A`"
    ),
    offers(way(more=HERE)): "the interface `api`",
    offers(way(), plugins=[plugin(f"platform: shop, {LIMITS}")]): (
        "a limitation of the plug-in `module`"
    ),
    f"from: {{{HERE}}}\n": "this file",
}


def of_addresses(found):
    return [each for each in found if each[0] in {"EK340", "EK341"}]


@pytest.mark.parametrize(("text", "name"), IN_A_VENDOR.items(), ids=IN_A_VENDOR.values())
def test_whatever_a_vendor_file_states_has_a_source_that_stays(told, text, name):
    message = f"the source of {name} is {MAIN}"
    assert of_addresses(told(text)) == [("EK340", MOVES, message)]
    assert of_addresses(told(text.replace(MOVES, PINNED))) == []


def test_so_have_the_plan_and_the_platform(told):
    rate = money(f"hourly_rate: {{value: 60, {HERE}}}")
    told_of = [("EK340", MOVES, f"the source of the hourly rate is {MAIN}")]
    assert of_addresses(told("", rate)) == told_of
    platform = PLATFORM.replace("https://shop.test/releases", MOVES)
    told_of = [("EK340", MOVES, f"the source of this file is {MAIN}")]
    assert of_addresses(told(files={SHOP: platform})) == told_of


def test_the_copy_that_was_read_stays_too(told):
    copied = f"  webhooks: {{value: true, {KNOWN}, via: {MOVES}}}\n"
    assert told(copied) == [("EK340", MOVES, f"the via of webhooks is {MAIN}")]


def test_a_folder_s_source_is_told_where_it_is_written_and_not_at_each_fact(told):
    folder = "vendors/payment-gateways/_from.yaml"
    found = told("  webhooks: {value: true}\n", files={folder: f"{{{HERE}}}\n"})
    assert of_addresses(found) == [("EK340", MOVES, f"the source of this file is {MAIN}")]


def test_a_repository_is_no_source_but_may_be_a_place_to_look_at(told):
    whole = f"  webhooks: {{value: true, source: {REPOSITORY}, checked: 2026-06-20, kind: KIND}}\n"
    message = "the source of webhooks is a whole repository"
    found = told(whole.replace("KIND", "vendor-repository"))
    assert found == [("EK340", REPOSITORY, message)]
    assert told(whole.replace("KIND", "derived-from-git")) == []


def test_the_way_out_is_told(diagnosed):
    hints = [d.hint for d in diagnosed(f"  webhooks: {{value: true, {HERE}}}\n")]
    assert hints == ["name a commit in its place"]


@pytest.mark.parametrize(
    "kind", ["vendor-page", "vendor-repository", "third-party-page", "issue-thread"]
)
def test_what_is_on_the_web_is_named_by_its_link(told, kind):
    fact = (
        f"  webhooks: {{value: true, source: release notes, checked: 2026-06-20, kind: {kind}}}\n"
    )
    message = f"the source of webhooks has the kind {kind}, but no address"
    assert told(fact) == [("EK341", "release notes", message)]
    assert told(fact.replace("release notes", PINNED)) == []


@pytest.mark.parametrize("kind", ["vendor-answer", "user-report", "trade-press"])
def test_other_sources_are_named_in_words(told, kind):
    fact = f"  webhooks: {{value: true, source: by phone, checked: 2026-06-20, kind: {kind}}}\n"
    assert told(fact) == []
