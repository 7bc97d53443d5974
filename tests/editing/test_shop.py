"""The shop of a new workspace on a platform."""

import yaml

from evalkit.editing.shop import admits, plugin_lines, shop
from evalkit.model.platform import Platform

PLATFORM = Platform.model_validate(
    {
        "id": "acme",
        "name": "Acme",
        "storefronts": ["classic", "headless"],
        "releases": {
            "5.9.1": {"line": "5.9", "php": ["8.3"]},
            "5.10.0": {"line": "5.10", "php": ["8.5", "8.4"], "packages": {"acme/core": "5.10.0"}},
        },
    }
)


def test_the_shop_is_on_the_newest_release_with_its_first_php_and_storefront():
    # As versions 5.10 comes after 5.9; as text it would not.
    assert yaml.safe_load(shop(PLATFORM)) == {
        "name": "acme", "version": "5.10.0", "php": "8.5", "storefront": "classic"
    }  # fmt: skip


def test_a_platform_of_which_little_is_known_has_a_shop_too():
    bare = Platform.model_validate({"id": "a", "name": "A", "releases": {"1.0": {"line": "1"}}})
    assert yaml.safe_load(shop(bare)) == {"name": "a", "version": "1.0"}
    assert admits(bare) == "{}"


def test_the_plugin_admits_that_release_and_its_line_is_stated():
    read = yaml.safe_load("\n".join(plugin_lines(PLATFORM, "order", "source: s")))
    (plugin,) = read["plugins"]
    assert plugin["requires"] == {"acme/core": ">=5.10.0"}
    assert (plugin["platform"], plugin["stated"]) == ("acme", [{"line": "5.10", "source": "s"}])
