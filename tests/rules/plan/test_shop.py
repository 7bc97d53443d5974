"""Rules about the platform that a shop runs on."""

import pytest

from tests.conftest import PLAN
from tests.rules.flows import PLATFORM, RUNS_ON, SHOP
from tests.rules.made import STOREFRONT, marked
from tests.rules.many import plans


@pytest.mark.parametrize(
    ("platform", "found"),
    [
        ("name: shopp, version: 2.4.8", [("EK624", "shopp", "there is no platform `shopp`")]),
        ("name: shop, version: 2.4.9", [("EK625", "2.4.9", "`shop` has no release `2.4.9`")]),
        ("name: shop, version: 2.4.x", [("EK625", "2.4.x", "`shop` has no release `2.4.x`")]),
        ("name: shop, version: 2.4.8, interfaces: [rest], storefront: headless", []),
    ],
)
def test_a_plan_names_a_platform_and_a_release_that_exist(told, platform, found):
    assert told(plan=f"platform: {{{platform}}}\n") == found


def test_php_that_is_no_version_is_told(codes, told):
    plan = RUNS_ON.replace("8.4", "eight")
    assert codes(plan=plan) == ["EK626", "EK636"]
    assert told(plan=plan)[1][1:] == (
        '"eight"',
        "'eight' is not a version like 8.4 or 2.4.8-p5",
    )


@pytest.mark.parametrize(
    ("until", "extended", "end"),
    [
        ("2026-11-22", ", extended_until: 2026-11-23", "extended support runs until 2026-11-23"),
        ("2026-11-21", ", extended_until: 2026-11-22", "extended support ended on 2026-11-22"),
        ("2026-11-22", "", "no extended support is known"),
    ],
)
def test_the_end_of_support_says_what_still_runs(told, until, extended, end):
    platform = PLATFORM.replace(
        "{supported_until: 2028-05-31}", f"{{supported_until: {until}{extended}}}"
    )
    message = f"regular support of `shop` 2.4.8 ended on {until}; {end}"
    assert told(plan=RUNS_ON, files={SHOP: platform}) == [("EK629", "2.4.8", message)]


def test_support_that_ends_on_the_day_still_runs(codes):
    platform = PLATFORM.replace("2028-05-31", "2026-11-23")
    assert codes(plan=RUNS_ON, files={SHOP: platform}) == []


def test_support_is_judged_on_the_plans_day(codes):
    plan = RUNS_ON.replace("2.4.8", "2.4.7-p5").replace("8.4", "8.3")
    early = PLAN.replace("2026-11-23", "2026-05-31")
    assert "EK629" in codes(plan=plan)
    assert "EK629" not in codes(files={STOREFRONT: early + plan})


def test_what_a_platform_does_not_list_is_not_held_against_a_plan(codes):
    bare = 'id: shop\nname: Shop\nsource: s\nreleases: {2.4.8: {line: "2.4.8"}}\n'
    plan = 'platform: {name: shop, version: 2.4.8, php: "7.4", interfaces: [soap], storefront: kiosk}\n'
    assert codes(plan=plan, files={SHOP: bare}) == []


def test_a_version_without_quotes_is_told_how_to_write_it(diagnosed):
    (found,) = diagnosed(plan="platform: {name: shop, version: 2.4, php: 8.10}\n")[:1]
    assert (found.code, marked(found), found.message, found.hint) == (
        "EK103", "2.4", "this takes a version in quotes, not the number 2.4",
        'write it as text, such as "8.4"',
    )  # fmt: skip


def test_a_hint_is_cut_as_a_message_is(loaded):
    php = ", ".join(f'"8.{"0" * 36}{n}"' for n in range(9, 40))
    platform = f'id: s\nname: S\nreleases: {{"1": {{line: "1", php: [{php}]}}}}\nsource: s\n'
    files = plans(1, 'platform: {name: s, version: "1", php: "7.4"}\n')
    found = loaded(files | {"platforms/s.yaml": platform}).diagnostics
    (hint,) = [each.hint for each in found if each.code == "EK626"]
    assert len(hint) == 501


@pytest.mark.parametrize(
    ("name", "begins"),
    [("shopp", "did you mean `shop`? To add it, write `platforms/shopp.yaml`"),
     ("kiosk-9", "to add it, write `platforms/kiosk-9.yaml`")],
)  # fmt: skip
def test_an_unknown_platform_says_how_to_add_it_or_go_without(diagnosed, name, begins):
    (found,) = diagnosed(plan=f"platform: {{name: {name}, version: 2.4.8}}\n")
    assert found.hint == f"{begins} as in docs/own-platform.md; or leave `platform` out of the plan"
