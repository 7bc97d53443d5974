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
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import routes as words

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
        return [Compatibility("platform", "unknown", say(words.NO_PLATFORM))]
    return [
        *_platform(plugin, client),
        *_version(plugin, client),
        *_php(plugin, client),
        *_packages(plugin, client, platform),
        *_storefront(plugin, client),
    ]


def _platform(plugin: Plugin, client: ClientPlatform) -> Iterator[Compatibility]:
    if plugin.platform is None:
        yield Compatibility("platform", "unknown", say(words.FOR_NO_PLATFORM))
    elif plugin.platform != client.name:
        text = say(words.OTHER_PLATFORM, platform=plugin.platform, shop=client.name)
        yield Compatibility("platform", "no", text)


def _version(plugin: Plugin, client: ClientPlatform) -> Iterator[Compatibility]:
    if plugin.platform_versions is not None:
        admits = parse(plugin.platform_versions).admits(client.version)
        text = say(
            words.INCLUDES if admits else words.EXCLUDES,
            versions=plugin.platform_versions,
            shop=client.name,
            version=client.version,
        )
        yield Compatibility("version", "yes" if admits else "no", text)


def _php(plugin: Plugin, client: ClientPlatform) -> Iterator[Compatibility]:
    if client.php is None or plugin.php is None:
        missing = words.NO_CONSTRAINT if plugin.php is None else words.NO_PHP
        yield Compatibility("php", "unknown", say(missing))
        return
    found = within(parse(plugin.php), client.php)
    text = say(words.PHP[found], constraint=plugin.php, version=client.php)
    yield Compatibility("php", found, text)


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
        text = say(words.NO_PACKAGES, shop=client.name, version=client.version)
        yield Compatibility("packages", "unknown", text)
        return
    known = [package for package in plugin.requires if package in release.packages]
    found = [_package(package, plugin.requires[package], release, base) for package in known]
    # Whose packages none is known says as little as a release without any.
    unlisted = [package for package in plugin.requires if package not in known]
    if found:
        every = _of_all(found)
        text = say(words.BY_RELEASE, packages=every.text, base=base, version=client.version)
        yield replace(every, text=text) if base else every
    if unlisted and not any(each.answer == "no" for each in found):
        text = say(words.UNLISTED, version=client.version, packages=", ".join(unlisted[:3]))
        yield Compatibility("unlisted packages" if found else "packages", "unknown", text)


def _package(package: str, wanted: str, release: Release, base: str) -> Compatibility:
    """A required package held against that of a release, which may stand in for a patch of it."""
    version, constraint = release.packages[package], parse(wanted)
    gaps = {"package": package, "constraint": wanted, "version": version}
    if not base:
        known: Answer = "yes" if constraint.admits(version) else "no"
        said = words.ADMITS if known == "yes" else words.EXCLUDES_PACKAGE
        return Compatibility("packages", known, say(said, **gaps))
    # A patch of the platform patches its own packages; those of others may be any later ones.
    is_own = package.partition("/")[0] == _maker(release)
    found = _ANSWERS[constraint.admits_from(version, PARTS if is_own else 1)]
    later = words.OWN_PACKAGE if is_own else words.OTHER_PACKAGE
    answer: Answer = "unknown" if found == "some" else found
    return Compatibility("packages", answer, say(later[found], **gaps))


def _maker(release: Release) -> str:
    """The vendor of most packages of a release, which is the platform itself."""
    counts = Counter(package.partition("/")[0] for package in release.packages)
    return max(counts, key=lambda name: (counts[name], name))


def _of_all(found: Sequence[Compatibility]) -> Compatibility:
    """The answer of all packages: the worst, with what leads to it."""
    for answer in ("no", "unknown"):
        texts = [each.text for each in found if each.answer == answer]
        if texts:
            return Compatibility("packages", answer, "; ".join(texts))
    first, others = found[0].text, len(found) - 1
    text = say(words.AND_MORE, others, package=first) if others else first
    return Compatibility("packages", "yes", text)


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
        works = ", ".join(plugin.storefronts)
        text = say(words.OTHER_STOREFRONTS, storefronts=works, storefront=client.storefront)
        yield Compatibility("storefront", "no", text)
