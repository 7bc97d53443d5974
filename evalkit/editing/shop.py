"""What the shop of a new workspace runs on, and plug-ins for it."""

from collections.abc import Iterator

from evalkit.composer.version import parse_version
from evalkit.editing.writing import flow
from evalkit.model.platform import Platform

EXAMPLE = "adobe-commerce"
"""The platform of the full example."""


def shop(platform: Platform) -> str:
    """A plan's shop on the newest release of a platform."""
    version = _newest(platform)
    release = platform.releases[version]
    parts = {"name": platform.id, "version": version}
    parts |= {"php": release.php[0]} if release.php else {}
    parts |= {"storefront": platform.storefronts[0]} if platform.storefronts else {}
    return flow(parts)


def shop_lines(platform: Platform) -> Iterator[str]:
    """The lines of a plan about the shop."""
    yield "# What the shop runs on, for the question which plug-ins it can install."
    yield f"platform: {shop(platform)}"


def plugin_lines(platform: Platform, data: str, source: str) -> Iterator[str]:
    """The lines of a plug-in for the newest release of a platform."""
    yield "  plugins:"
    yield "    - id: module"
    yield f"      platform: {platform.id}"
    yield "      official: true"
    yield f"      requires: {admits(platform)}"
    yield f"      stated: [{{line: {flow(_line(platform))}, {source}}}]"
    yield f"      data: {{{data}: {{directions: [from_vendor]}}}}"


def admits(platform: Platform, operator: str = ">=") -> str:
    """What a plug-in may ask of the newest release, by the first package that is listed."""
    packages = platform.releases[_newest(platform)].packages
    return flow({name: f"{operator}{packages[name]}" for name in list(packages)[:1]})


def on_platform(text: str, platform: Platform) -> str:
    """A file of the full example, for a shop on another platform than Adobe Commerce."""
    swaps = {
        '{name: adobe-commerce, version: 2.4.8-p5, php: "8.4", storefront: luma}': shop(platform),
        'php: ">=8.2 <8.5" ': 'php: ">=8.2" ',
        '{magento/framework: ">=103.0.7"}': admits(platform),
        '{magento/framework: ">=103.0.6 <103.0.8"}': admits(platform, "<"),
        'line: "2.4.8"': f"line: {flow(_line(platform))}",
        "adobe-commerce": platform.id,
    }
    for old, new in swaps.items():
        text = text.replace(old, new)
    return text


def _newest(platform: Platform) -> str:
    return max(platform.releases, key=parse_version)


def _line(platform: Platform) -> str:
    return platform.releases[_newest(platform)].line
