"""Constraints of real Adobe Commerce extensions against the versions of the platform."""

import json
import os

import pytest

from evalkit.composer.constraint import parse
from evalkit.composer.version import parse_version
from tests.conftest import SHARED

MAINTENANCE, PLATFORM = SHARED / "maintenance.json", SHARED / "platform.json"
ABSENT = [file for file in (MAINTENANCE, PLATFORM) if not file.exists()]
if ABSENT and os.environ.get("EVALKIT_REQUIRE_SHARED"):
    raise FileNotFoundError(ABSENT[0])
needs_shared = pytest.mark.skipif(bool(ABSENT), reason="the shared data are not beside the project")
# Adobe Commerce 2.4.4 to 2.4.9 run on PHP 8.1 to 8.5; 7.4, 8.0 and 9.0 lie around them.
PHP_LINES = ["7.4", "8.0", "8.1", "8.2", "8.3", "8.4", "8.5", "9.0"]
PHP = [
    ("Adyen/adyen-magento2", "~8.2.0||~8.3.0||~8.4.0||~8.5.0", "---aaaa-"),
    ("mollie/magento2", ">=8.1", "--aaaaaa"),
    ("stripe/stripe-magento2-releases", ">=7.4", "aaaaaaaa"),
    ("checkout/checkout-magento2-plugin", "~7.4.0||~8.1.0||~8.2.0||~8.3.0||~8.4.0", "a-aaaa--"),
    (
        "amzn/amazon-payments-magento-2-plugin",
        "~7.0.13||~7.1.0||~7.2.0||~7.3.0||~7.4.0||~8.0.0||~8.1.0||~8.2.0||~8.3.0",
        "aaaaa---",
    ),
    ("MultiSafepay/magento2-core", ">=7.2", "aaaaaaaa"),
    ("buckaroo-it/Magento2", "^8.1 || ^8.2 || ^8.3 || ^8.4 || ^8.5", "--aaaaa-"),
    ("afterpay/afterpay-magento-2", ">=7.4.0", "aaaaaaaa"),
    ("klaviyo/magento2-klaviyo", "^8.1", "--aaaaa-"),
    ("dotmailer/dotmailer-magento2-extension", "^7.4||^8.0", "aaaaaaa-"),
    ("emartech/magento2-extension", ">7.0.1", "aaaaaaaa"),
    ("akeneo/magento2-connector-community", ">=8.0", "-aaaaaaa"),
    ("avadev/Avalara-AvaTax-for-Magento2", ">=5.5.9", "aaaaaaaa"),
    ("signifyd/magento2", ">=5.5.22", "aaaaaaaa"),
    ("MalibuCommerceDev/mconnect-magento2", "~7.4.0||>=8.0", "aaaaaaaa"),
    ("magento/meta-for-magento2", "~8.1.0||~8.2.0||~8.3.0||~8.4.0", "--aaaa--"),
    # ~8.2 goes up to 9.0, where ~8.2.0 goes up to 8.3: unlike the row above, this admits PHP 8.5.
    ("algolia/algoliasearch-magento-2", "~8.2|~8.3|~8.4", "---aaaa-"),
]
# Magento 2.3 has 102.0; 2.4.4 to 2.4.9 have 103.0.4 to 103.0.9; the last two lie behind them.
FRAMEWORKS = ["102.0.7", "103.0.4", "103.0.5", "103.0.6-beta2", "103.0.6", "103.0.7", "103.0.7-p1",
              "103.0.8", "103.0.8-p5", "103.0.9", "103.0.10", "104.0.0"]  # fmt: skip
FRAMEWORK = [
    ("Adyen/adyen-magento2", ">=103.0.8", "-------yyyyy"),
    ("mollie/magento2", ">=103.0.5", "--yyyyyyyyyy"),
    ("amzn/amazon-payments-magento-2-plugin", "^102.0||^103.0", "yyyyyyyyyyy-"),
    ("MultiSafepay/magento2-core", "^102.0|^103.0", "yyyyyyyyyyy-"),
    ("buckaroo-it/Magento2", ">=103.0.0", "-yyyyyyyyyyy"),
    ("BoltApp/bolt-magento2", "100.*|101.*|102.*|103.*", "yyyyyyyyyyy-"),
    ("checkout/checkout-magento2-plugin", ">=100.0.1", "yyyyyyyyyyyy"),
    ("mailchimp/mc-magento2", "102.0.*", "y-----------"),
    # A space means AND; and 103.0.10 comes after 103.0.9.
    ("dotmailer/dotmailer-magento2-extension", ">=103.0.2 <103.0.10", "-yyyyyyyyy--"),
    ("akeneo/magento2-connector-community", ">=102.0.0", "yyyyyyyyyyyy"),
    ("taxjar/taxjar-magento2-extension", "^103.0.0", "-yyyyyyyyyy-"),
    (
        "avadev/Avalara-AvaTax-for-Magento2",
        "^100.1.0|101.0.*|>=102.0.0",
        "yyyyyyyyyyyy",
    ),
    ("PowerSync/TNW_QuickbooksBasic", ">100", "yyyyyyyyyyyy"),
    ("MalibuCommerceDev/mconnect-magento2", ">=103.0.2", "-yyyyyyyyyyy"),
    ("magmodules/magento2-channable", ">=102.0.3", "yyyyyyyyyyyy"),
    ("algolia/algoliasearch-magento-2", "~103.0", "-yyyyyyyyyy-"),
    ("Nosto/nosto-magento2", ">=101.0.6|~104.0", "yyyyyyyyyyyy"),
    ("magento/meta-for-magento2", "*", "yyyyyyyyyyyy"),
]
MODULES = [
    ("Adyen/adyen-magento2", "magento/module-vault", ">=101.2.8", "101.2.8 101.2.9", "101.2.7"),
    (
        "afterpay/afterpay-magento-2",
        "magento/module-checkout",
        "100.4.*",
        "100.4.5 100.4.6-beta2 100.4.9",
        "100.3.9 100.5.0 100.5.0-beta1",
    ),
    (
        "afterpay/afterpay-magento-2",
        "magento/module-sales",
        "103.0.*",
        "103.0.5 103.0.7-p1 103.0.9",
        "102.0.9 103.1.0",
    ),
    (
        "dotmailer/dotmailer-magento2-extension",
        "magento/module-catalog",
        ">=104 <105",
        "104.0.5 104.0.6-beta2 104.0.7-p1 104.0.9",
        "103.0.9 105.0.0 105.0.0-beta1",
    ),
    (
        "dotmailer/dotmailer-magento2-extension",
        "magento/module-quote",
        ">=101 <103",
        "101.2.7-p1 101.2.9 102.0.0",
        "100.4.9 103.0.0",
    ),
    (
        "amzn/amazon-payments-magento-2-plugin",
        "magento/module-vault",
        "^100.1||^101.2",
        "100.1.0 100.4.9 101.2.9",
        "100.0.9 101.0.0 101.1.9 102.0.0",
    ),
    (
        "amzn/amazon-payments-magento-2-plugin",
        "magento/module-sales",
        "^100.0||^101.0||^102.0||^103.0",
        "100.0.1 101.5.0 103.0.6-beta2 103.0.9",
        "99.9.9 104.0.0-alpha1 104.0.0",
    ),
    ("buckaroo-it/Magento2", "magento/module-eav", "^102.1", "102.1.9 102.2.0", "102.0.9 103.0.0"),
    # monolog/monolog is 2.8.0 in Magento 2.4.5, 2.9.1 in 2.4.6 and 3.10.0 in 2.4.9.
    ("buckaroo-it/Magento2", "monolog/monolog", "^2.9 || ^3.0", "2.9.1 3.10.0", "2.8.0 4.0.0"),
    ("signifyd/magento2", "monolog/monolog", ">=1.16.0", "2.8.0 3.10.0", "1.9.1"),
    (
        "algolia/algoliasearch-magento-2",
        "guzzlehttp/guzzle",
        "^6.3.3|^7.3.0",
        "6.3.3 6.5.8 7.3.0 7.9.3",
        "6.3.2 7.0.1 7.2.0 8.0.0",
    ),
    (
        "mirakl/magento2-seller-connector",
        "mirakl/sdk-php-shop",
        "^1.15",
        "1.15.0 1.99.0",
        "1.14.9 2.0.0",
    ),
]


@pytest.mark.parametrize(("repository", "constraint", "shares"), PHP)
def test_lines_of_php_that_extensions_admit(repository, constraint, shares):
    expected = ["all" if share == "a" else "none" for share in shares]
    assert [parse(constraint).admits_line(line) for line in PHP_LINES] == expected


@pytest.mark.parametrize(
    ("repository", "constraint", "line"),
    [
        ("emartech/magento2-extension", ">7.0.1", "7.0"),
        ("signifyd/magento2", ">=5.5.22", "5.5"),
        ("amzn/amazon-payments-magento-2-plugin", "~7.0.13||~7.1.0", "7.0"),
    ],
)
def test_a_line_of_php_may_be_admitted_in_part(repository, constraint, line):
    assert parse(constraint).admits_line(line) == "some"


@pytest.mark.parametrize(("repository", "constraint", "outcomes"), FRAMEWORK)
def test_versions_of_the_framework_that_extensions_admit(repository, constraint, outcomes):
    expected = [outcome == "y" for outcome in outcomes]
    assert [parse(constraint).admits(version) for version in FRAMEWORKS] == expected


@pytest.mark.parametrize(("repository", "package", "constraint", "admitted", "refused"), MODULES)
def test_versions_of_packages_that_extensions_admit(
    repository, package, constraint, admitted, refused
):
    known = parse(constraint)
    assert [version for version in admitted.split() if not known.admits(version)] == []
    assert [version for version in refused.split() if known.admits(version)] == []


def required():
    """Every requirement and conflict: the repository, the package and the constraint."""
    for entry in json.loads(MAINTENANCE.read_text("utf-8"))["entries"]:
        repository = entry["repo"].removeprefix("github:")
        for file in entry["composer"] or []:
            stated = {"php": file["php"]} if file["php"] else {}
            for packages in (stated, file["magento"], file["other_requires"], file["conflict"]):
                for package, constraint in (packages or {}).items():
                    yield repository, package, constraint


@needs_shared
def test_every_real_constraint_is_read():
    """None is refused, and none admits nothing."""
    stated = list(required())
    assert len(stated) > 300
    assert [constraint for _, _, constraint in stated if not parse(constraint).spans] == []


@needs_shared
def test_the_rows_are_what_the_repositories_state():
    stated = set(required())
    rows = [(repository, "php", constraint) for repository, constraint, _ in PHP]
    rows += [(repo, "magento/framework", constraint) for repo, constraint, _ in FRAMEWORK]
    rows += [(repository, package, constraint) for repository, package, constraint, _, _ in MODULES]
    assert [row for row in rows if row not in stated] == []


@needs_shared
def test_every_version_of_the_platform_is_read_and_releases_are_in_order():
    platform = json.loads(PLATFORM.read_text("utf-8"))
    for name in ("2.4.4", "2.4.5", "2.4.6", "2.4.7", "2.4.8", "2.4.9"):
        line = platform["release_lines"][name]
        newest_first = [parse_version(release["version"]) for release in line["releases"]]
        assert newest_first == sorted(newest_first, reverse=True)
    for packages in platform["open_source_package_versions_by_release"].values():
        for version in packages["all_magento_packages"].values():
            assert parse("*").admits(version)
