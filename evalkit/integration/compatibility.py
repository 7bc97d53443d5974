"""Compatibility of plug-ins with the client's platform."""

import functools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from evalkit.composer import constraint
from evalkit.composer.constraint import Constraint, Portion
from evalkit.composer.version import PARTS, ConstraintError, Stability, parse_version
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
    release, base = _release(client, platform)
    if release is None:
        text = f"which packages {client.name} {client.version} is made of is not on record"
        yield Compatibility("packages", "unknown", text)
        return
    known = [package for package in plugin.requires if package in release.packages]
    found = [_package(package, plugin.requires[package], release, base) for package in known]
    # Whose packages none is known says as little as a release without any.
    unlisted = [package for package in plugin.requires if package not in known]
    if found:
        by = f" (by {base}; the packages of {client.version} are not listed)" if base else ""
        yield _of_all(found, by)
    if unlisted and not any(each.answer == "no" for each in found):
        text = f"not on record for {client.version}: {', '.join(unlisted[:3])}"
        yield Compatibility("unlisted packages" if found else "packages", "unknown", text)


def _package(package: str, wanted: str, release: Release, base: str) -> Compatibility:
    """A required package held against that of a release, which may stand in for a patch of it."""
    version, constraint = release.packages[package], parse(wanted)
    if not base:
        known: Answer = "yes" if constraint.admits(version) else "no"
        verb = "admits" if known == "yes" else "excludes"
        return Compatibility("packages", known, f"{package} {wanted} {verb} {version}")
    # A patch of the platform patches its own packages; those of others may be any later ones.
    is_own = package.partition("/")[0] == _maker(release)
    found = _ANSWERS[constraint.admits_from(version, PARTS if is_own else 1)]
    later = "patches" if is_own else "later releases"
    words = {
        "yes": f"admits {version} and its {later}",
        "some": f"admits only some of {version} and its {later}",
        "no": f"excludes {version}" + ("" if is_own else f" and its {later}"),
    }
    answer: Answer = "unknown" if found == "some" else found
    return Compatibility("packages", answer, f"{package} {wanted} {words[found]}")


def _maker(release: Release) -> str:
    """The vendor of most packages of a release, which is the platform itself."""
    counts = Counter(package.partition("/")[0] for package in release.packages)
    return max(counts, key=lambda name: (counts[name], name))


def _of_all(found: Sequence[Compatibility], by: str) -> Compatibility:
    """The answer of all packages: the worst, with what leads to it."""
    for answer in ("no", "unknown"):
        texts = [each.text for each in found if each.answer == answer]
        if texts:
            return Compatibility("packages", answer, f"{'; '.join(texts)}{by}")
    others = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return Compatibility("packages", "yes", f"{found[0].text}{others}{by}")


def _release(client: ClientPlatform, platform: Platform | None) -> tuple[Release | None, str]:
    """The release whose packages are known, and its version if it stands in for a patch of it."""
    own = platform.releases.get(client.version) if platform else None
    if platform is None or own is None or own.packages:
        return own, ""
    for version, release in platform.releases.items():
        if release.packages and release.line == own.line and _patches(client.version, version):
            return release, version
    return None, ""


def _patches(version: str, base: str) -> bool:
    """Whether a version is a patch of another: 2.4.8-p5 of 2.4.8."""
    try:
        patch, patched = parse_version(version), parse_version(base)
    except ConstraintError:
        return False
    return patch == replace(patched, stability=Stability.PATCH, counts=patch.counts)


def _storefront(plugin: Plugin, client: ClientPlatform) -> Iterator[Compatibility]:
    if client.storefront and plugin.storefronts and client.storefront not in plugin.storefronts:
        text = f"it works with {', '.join(plugin.storefronts)}, not with {client.storefront}"
        yield Compatibility("storefront", "no", text)
