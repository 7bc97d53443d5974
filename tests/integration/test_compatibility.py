"""Whether a plug-in fits a shop's platform, PHP and packages."""

import pytest

from evalkit.integration.compatibility import compatibility
from evalkit.model.flow import ClientPlatform
from evalkit.model.integration import Plugin
from tests.integration.made import PLATFORM, SHOP, api, cell, hard, plugin


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"php": "~8.2.0||~8.3.0"}, "PHP ~8.2.0||~8.3.0 excludes 8.4"),
        (
            {"requires": {"magento/framework": "102.0.*"}},
            "magento/framework 102.0.* excludes 103.0.8 (by 2.4.8; the packages of 2.4.8-p5 are "
            "not listed)",
        ),
        ({"platform": "othershop"}, "it is for othershop, the shop runs on shopware"),
        ({"platform_versions": "<2.4.8"}, "stated for <2.4.8, which excludes shopware 2.4.8-p5"),
    ],
)
def test_a_plugin_that_excludes_the_platform_is_no_route(parts, reason):
    found = cell(plugins=[plugin(**parts)])
    assert found.outcome == "not_possible"
    assert hard(found) == [reason]


def texts(found):
    return [each.text for each in found.route.compatibility]


def test_a_plugin_that_names_no_platform_is_an_open_point():
    found = cell(plugins=[plugin(platform=None)])
    assert "it does not say for which platform it is" in texts(found)
    assert found.outcome == "possible"


def test_packages_of_the_release_itself_are_held_against_the_constraints():
    shop = {**SHOP, "version": "2.4.8"}
    requires = {"magento/framework": ">=103.0.8", "magento/module-csp": ">=100.4"}
    found = cell(plugins=[plugin(requires=requires)], shop=shop)
    assert "magento/framework >=103.0.8 admits 103.0.8" in texts(found)
    assert "not on record for 2.4.8: magento/module-csp" in texts(found)
    assert found.outcome == "possible"


def test_several_packages_that_fit_are_told_in_one_line():
    requires = {"magento/framework": "^103.0", "magento/module-sales": "*"}
    release = PLATFORM.releases["2.4.8"]
    packages = {**release.packages, "magento/module-sales": "103.0.8"}
    releases = {**PLATFORM.releases, "2.4.8": release.model_copy(update={"packages": packages})}
    platform = PLATFORM.model_copy(update={"releases": releases})
    shop = ClientPlatform.model_validate(SHOP)
    found = compatibility(Plugin.model_validate(plugin(requires=requires)), shop, platform)
    assert found[-1].text == (
        "magento/framework ^103.0 admits 103.0.8 and its patches, and 1 more (by 2.4.8; the packages "
        "of 2.4.8-p5 are not listed)"
    )


def test_packages_that_nobody_listed_at_all_say_nothing():
    found = cell(plugins=[plugin(requires={"magento/module-csp": ">=100.4"})])
    assert found.outcome == "unknown"
    assert "not on record for 2.4.8-p5: magento/module-csp" in texts(found)


@pytest.mark.parametrize("version", ["2.4.8-p5", "9.9.9"])
def test_a_platform_or_release_without_a_file_leaves_packages_open(version):
    shop = ClientPlatform.model_validate({**SHOP, "version": version})
    module = Plugin.model_validate(plugin(requires={"magento/framework": ">=103"}))
    platform = None if version == "2.4.8-p5" else PLATFORM
    found = compatibility(module, shop, platform)
    assert found[-1].answer == "unknown"


def test_a_shop_that_does_not_say_its_php_leaves_it_open():
    shop = {key: value for key, value in SHOP.items() if key != "php"}
    assert "the shop's PHP is not on record" in texts(cell(plugins=[plugin()], shop=shop))


def test_some_releases_of_a_line_of_php_are_said():
    found = cell(plugins=[plugin(php="<=8.4.20")])
    assert "PHP <=8.4.20 admits only some releases of 8.4" in texts(found)
    assert found.outcome == "possible"


def test_a_plugin_of_which_no_constraint_is_known_is_unknown():
    found = cell(plugins=[plugin(php=None)])
    assert found.outcome == "unknown"
    assert "its constraint on PHP is not on record" in found.text


def test_a_route_that_may_carry_a_flow_counts_before_one_that_cannot():
    # Asking an API again and again is too slow; of the plug-in it is not known whether it runs.
    found = cell(
        {"direction": "from_vendor"},
        interfaces=[api()],
        plugins=[plugin(php=None)],
        routes=["api", "plugin"],
    )
    assert (found.outcome, found.route.kind) == ("unknown", "plugin")
    assert [(other.kind, other.outcome) for other in found.others] == [("api", "not_possible")]


def test_a_release_whose_packages_nobody_knows_leaves_the_question_open():
    shop = {**SHOP, "version": "2.4.0"}
    found = cell(plugins=[plugin(requires={"magento/framework": ">=103"})], shop=shop)
    assert "which packages shopware 2.4.0 is made of is not on record" in found.text


def test_without_a_platform_a_plugin_is_unknown_and_an_api_takes_work():
    assert cell(plugins=[plugin()], shop=None).outcome == "unknown"
    assert cell(interfaces=[api()], shop=None).outcome == "with_work"


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        # 2.4.8-p5 may ship 103.0.8-p5, which the first three do not admit.
        ("103.0.8", "unknown"),
        ("103.0.7 - 103.0.8", "unknown"),
        (">=103.0.4 <=103.0.8", "unknown"),
        ("<103.0.8-p3", "unknown"),
        ("103.0.8-p5", "unknown"),
        ("103.0.*", "yes"),
        (">=103.0.8", "yes"),
        ("<103.0.9", "yes"),
        ("<=103.0.7", "no"),
        (">=103.0.9", "no"),
    ],
)
def test_what_holds_for_a_release_holds_for_its_patch_only_if_it_holds_for_all_of_them(
    wanted, answer
):
    found = cell(plugins=[plugin(requires={"magento/framework": wanted})])
    assert found.outcome == {"yes": "possible", "no": "not_possible"}.get(answer, "unknown")
    told = next(each for each in found.route.compatibility if each.what == "packages")
    assert told.answer == answer
    assert told.text.endswith(" (by 2.4.8; the packages of 2.4.8-p5 are not listed)")


def test_a_doubt_about_a_package_is_told_where_another_is_admitted():
    requires = {"magento/framework": "^103.0", "magento/module-sales": "103.0.8"}
    found = compatible(requires, packages={"magento/module-sales": "103.0.8"})
    assert (found.answer, found.text) == (
        "unknown",
        "magento/module-sales 103.0.8 admits only some of 103.0.8 and its patches (by 2.4.8; the "
        "packages of 2.4.8-p5 are not listed)",
    )


@pytest.mark.parametrize(
    ("wanted", "answer"), [("^3.0", "yes"), ("~3.9.0", "unknown"), ("<3", "no")]
)
def test_packages_of_others_may_be_any_later_ones_in_a_patch(wanted, answer):
    own = {"magento/module-sales": "103.0.8", "monolog/monolog": "3.9.0"}
    found = compatible({"monolog/monolog": wanted}, packages=own)
    assert found.answer == answer
    assert "3.9.0 and its later releases" in found.text


def compatible(requires, *, packages, version="2.4.8-p5", releases=None):
    release = PLATFORM.releases["2.4.8"]
    listed = release.model_copy(update={"packages": {**release.packages, **packages}})
    platform = PLATFORM.model_copy(
        update={"releases": {**PLATFORM.releases, "2.4.8": listed, **(releases or {})}}
    )
    shop = ClientPlatform.model_validate({**SHOP, "version": version})
    return compatibility(Plugin.model_validate(plugin(requires=requires)), shop, platform)[-1]


def test_only_a_patch_has_a_release_that_stands_in():
    # 2.4.8.1 is of the line of 2.4.8 and no patch of it.
    later = PLATFORM.releases["2.4.8-p5"]
    found = compatible(
        {"magento/framework": "*"}, packages={}, version="2.4.8.1", releases={"2.4.8.1": later}
    )
    assert (found.answer, found.text) == (
        "unknown", "which packages shopware 2.4.8.1 is made of is not on record",
    )  # fmt: skip


def test_a_line_may_have_a_name_of_its_own():
    # The line of 5.1.0 and 5.1.0-p1 is called 5.1.
    first = PLATFORM.releases["2.4.8"].model_copy(update={"line": "5.1"})
    patch = first.model_copy(update={"packages": {}})
    found = compatible(
        {"magento/framework": "*"},
        packages={},
        version="5.1.0-p1",
        releases={"5.1.0-p1": patch, "5.1.0": first},
    )
    assert found.text == (
        "magento/framework * admits 103.0.8 and its patches (by 5.1.0; the packages of 5.1.0-p1 "
        "are not listed)"
    )


@pytest.mark.parametrize("version", ["2.4.0", "9.9.9"])
def test_a_plugin_for_packages_that_nobody_listed_is_never_possible(version):
    # Its PHP fits; whether it can be installed is not known.
    module = plugin(requires={"magento/framework": ">=103"})
    assert cell(plugins=[module], shop={**SHOP, "version": version}).outcome == "unknown"


def test_no_release_stands_in_for_one_whose_name_is_no_version():
    later = PLATFORM.releases["2.4.8-p5"]
    found = compatible(
        {"magento/framework": "*"}, packages={}, version="summer", releases={"summer": later}
    )
    assert (found.answer, found.text) == (
        "unknown", "which packages shopware summer is made of is not on record",
    )  # fmt: skip
