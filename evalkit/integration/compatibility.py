"""Compatibility of plug-ins with the client's platform."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evalkit.composer import constraint
from evalkit.composer.constraint import Constraint, Portion
from evalkit.model.flow import ClientPlatform
from evalkit.model.integration import Plugin
from evalkit.model.platform import Platform, Release

parse = functools.lru_cache(maxsize=4096)(constraint.parse)
"""Parse a constraint; cached because many files share one, and every flow asks for it."""

Answer = Literal["yes", "some", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Compatibility:
    """A requirement of a plug-in on the platform, with the answer."""

    what: str
    answer: Answer
    text: str


def compatibility(
    plugin: Plugin, client: ClientPlatform | None, platform: Platform | None
) -> list[Compatibility]:
    """All requirements of a plug-in on the platform, each with its answer and reason."""
    if client is None:
        return [Compatibility("platform", "unknown", "the plan does not say what the shop runs on")]
    return [
        *_platform(plugin, client),
        *_version(plugin, client),
        *_php(plugin, client),
        *_packages(plugin, client, platform),
        *_storefront(plugin, client),
    ]


def _platform(plugin: Plugin, client: ClientPlatform) -> Iterator[Compatibility]:
    if plugin.platform is None:
        yield Compatibility("platform", "unknown", "it does not say for which platform it is")
    elif plugin.platform != client.name:
        text = f"it is for {plugin.platform}, the shop runs on {client.name}"
        yield Compatibility("platform", "no", text)


def _version(plugin: Plugin, client: ClientPlatform) -> Iterator[Compatibility]:
    if plugin.platform_versions is not None:
        admits = parse(plugin.platform_versions).admits(client.version)
        verb = "includes" if admits else "excludes"
        text = f"stated for {plugin.platform_versions}, which {verb} {client.name} {client.version}"
        yield Compatibility("version", "yes" if admits else "no", text)


def _php(plugin: Plugin, client: ClientPlatform) -> Iterator[Compatibility]:
    if client.php is None or plugin.php is None:
        missing = "its constraint on PHP" if plugin.php is None else "the shop's PHP"
        yield Compatibility("php", "unknown", f"{missing} is not on record")
        return
    found = within(parse(plugin.php), client.php)
    words = {
        "yes": f"PHP {plugin.php} admits {client.php}",
        "some": f"PHP {plugin.php} admits only some releases of {client.php}",
        "no": f"PHP {plugin.php} excludes {client.php}",
    }
    yield Compatibility("php", found, words[found])


def within(wanted: Constraint, line: str) -> Answer:
    """Whether a constraint admits a version, or the releases of a line such as 8.4."""
    return _ANSWERS[wanted.admits_line(line)]


_ANSWERS: dict[Portion, Answer] = {"all": "yes", "some": "some", "none": "no"}


def _packages(
    plugin: Plugin, client: ClientPlatform, platform: Platform | None
) -> Iterator[Compatibility]:
    if not plugin.requires or plugin.platform != client.name:
        return
    release, by = _release(client, platform)
    if release is None:
        text = f"which packages {client.name} {client.version} is made of is not on record"
        yield Compatibility("packages", "unknown", text)
        return
    refused = []
    unknown = []
    for package, wanted in plugin.requires.items():
        version = release.packages.get(package)
        if version is None:
            unknown.append(package)
        elif not parse(wanted).admits(version):
            refused.append(f"{package} {wanted} excludes {version}")
    if refused:
        yield Compatibility("packages", "no", f"{'; '.join(refused)}{by}")
    elif len(unknown) < len(plugin.requires):
        first = next(p for p in plugin.requires if p not in unknown)
        text = f"{first} {plugin.requires[first]} admits {release.packages[first]}"
        more = len(plugin.requires) - len(unknown) - 1
        others = f", and {more} more" if more else ""
        yield Compatibility("packages", "yes", f"{text}{others}{by}")
    if unknown and not refused:
        text = f"not on record for {client.version}: {', '.join(unknown[:3])}"
        yield Compatibility("packages", "unknown", text)


def _release(client: ClientPlatform, platform: Platform | None) -> tuple[Release | None, str]:
    """The release whose packages are known: the client's own, or the first of its line."""
    if platform is None:
        return None, ""
    own = platform.releases.get(client.version)
    if own is not None and own.packages:
        return own, ""
    base = platform.releases.get(own.line) if own is not None else None
    if base is not None and base.packages:
        return (
            base,
            f" (by {own.line if own else ''}; the packages of {client.version} are not listed)",
        )
    return None, ""


def _storefront(plugin: Plugin, client: ClientPlatform) -> Iterator[Compatibility]:
    if client.storefront and plugin.storefronts and client.storefront not in plugin.storefronts:
        text = f"it works with {', '.join(plugin.storefronts)}, not with {client.storefront}"
        yield Compatibility("storefront", "no", text)
