"""Which lines of its platform a plug-in supports: stated, not excluded, or open."""

import datetime

import pytest

from evalkit.integration.support import PlatformOnDay
from evalkit.model.integration import Plugin
from evalkit.model.platform import Platform

DAY = datetime.date(2026, 11, 29)
PLATFORM = Platform.model_validate(
    {
        "id": "shop",
        "name": "Shop",
        "lines": {
            "2.4.9": {"supported_until": "2029-05-31"},
            "2.4.8": {"supported_until": "2028-05-31"},
            "2.4.6": {"supported_until": "2026-08-11"},
        },
        "releases": {
            "2.4.9": {
                "line": "2.4.9", "released": "2026-05-12", "php": ["8.5"],
                "packages": {"shop/framework": "103.0.9"},
            },
            "2.4.8-p4": {"line": "2.4.8", "released": "2026-03-10", "php": ["8.4", "8.3"]},
            "2.4.8": {
                "line": "2.4.8", "released": "2025-04-08", "php": ["8.4", "8.3"],
                "packages": {"shop/framework": "103.0.8"},
            },
            "2.4.6": {"line": "2.4.6", "released": "2023-03-14", "php": ["8.2"]},
        },
    }
)  # fmt: skip


def support(line="2.4.9", *, checked="2026-08-22", **parts):
    given = {"id": "module", "platform": "shop", "checked": checked, **parts}
    return PlatformOnDay(PLATFORM, DAY).support(Plugin.model_validate(given), line)


def framework(text):
    return {"requires": {"shop/framework": text}}


@pytest.mark.parametrize("text", ["*", ">=103.0.5", ">100", "^103.0", "103.0.*"])
def test_what_also_admits_the_line_after_the_newest_does_not_exclude_it_and_no_more(text):
    assert support(**framework(text)) == "not-excluded"


@pytest.mark.parametrize("text", [">=103.0.2 <103.0.10", "<=103.0.9", "103.0.8 || 103.0.9"])
def test_what_ends_with_the_newest_line_states_it(text):
    assert support(**framework(text)) == "stated"


def test_what_a_document_names_is_stated_if_it_names_an_end():
    assert support(platform_versions=">=2.4.4 <=2.4.9") == "stated"
    assert support(platform_versions=">=2.4.4") == "not-excluded"


@pytest.mark.parametrize("text", ["*", "^103.0", ">=103.0.2 <103.0.10"])
def test_of_a_release_younger_than_the_source_nothing_is_known(text):
    # 2.4.9 came out on 12 May 2026.
    assert support(checked="2026-05-11", **framework(text)) == "open"
    assert support(checked=None, **framework(text)) == "open"
    assert support(checked="2026-05-12", **framework(text)) != "open"


def test_but_it_may_be_excluded_before_it_is_there():
    assert support(checked="2025-10-05", **framework("<=103.0.8")) == "excluded"


def test_the_php_of_a_line_has_to_be_admitted_too():
    # 2.4.9 runs on PHP 8.5 alone, 2.4.8 on 8.3 as well.
    assert support(php="~8.3.0||~8.4.0", **framework("<103.0.10")) == "excluded"
    assert support("2.4.8", php="~8.3.0", **framework("<103.0.10")) == "stated"


def test_a_line_that_is_named_in_words_is_stated_whatever_the_package_leaves_open():
    stated = [{"line": "2.4.9", "source": "https://a.test/changelog", "checked": "2026-07-02"}]
    assert support(php=">=7.4", stated=stated) == "stated"
    assert support("2.4.8", php=">=7.4", stated=stated) == "not-excluded"


def test_a_plugin_that_asks_for_nothing_known_leaves_it_open():
    assert support() == "open"
    assert support(php=">=7.4", requires={"other/module": "*"}) == "open"


def test_lines_are_those_in_regular_support_on_the_day_and_the_newest():
    assert PlatformOnDay(PLATFORM, DAY).lines == ["2.4.9", "2.4.8"]
    assert PlatformOnDay(PLATFORM, datetime.date(2026, 8, 11)).lines == ["2.4.9", "2.4.8", "2.4.6"]
    assert PlatformOnDay(PLATFORM, datetime.date(2026, 5, 11)).lines == ["2.4.8", "2.4.6"]
    assert PlatformOnDay(PLATFORM, datetime.date(2030, 1, 1)).lines == ["2.4.9"]


def test_the_next_line_of_a_platform_with_short_lines_is_the_next_minor_release():
    releases = {
        "6.7.13.0": {
            "line": "6.7", "released": "2026-08-05", "packages": {"shopware/core": "6.7.13.0"},
        }
    }  # fmt: skip
    shop = Platform.model_validate({"id": "s", "name": "S", "releases": releases})

    def with_core(text):
        given = {"id": "m", "platform": "s", "checked": DAY, "requires": {"shopware/core": text}}
        return PlatformOnDay(shop, DAY).support(Plugin.model_validate(given), "6.7")

    assert with_core("~6.7.0") == with_core(">=6.5.8.0 <6.8") == "stated"
    assert with_core(">=6.5") == "not-excluded"
