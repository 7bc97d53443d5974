"""The lines of a platform that a plug-in supports, by what is stated of it."""

import datetime
from collections.abc import Iterator
from typing import Literal

from evalkit.composer.terms import next_line
from evalkit.composer.version import PARTS, Version, parse_version
from evalkit.integration.compatibility import compatibility, parse
from evalkit.model.flow import ClientPlatform
from evalkit.model.integration import Plugin
from evalkit.model.platform import Platform, Release

Support = Literal["stated", "not-excluded", "open", "excluded"]
"""From best to worst. What is admitted only because no end is named, as by `*` or `>=2.4`, is not
excluded. Of a release younger than the source, the source says nothing unless it excludes it."""
_ORDER: tuple[Support, ...] = ("stated", "not-excluded", "open", "excluded")


def lines_on(platform: Platform, day: datetime.date) -> list[str]:
    """The lines with a release on a day, newest first, without those out of regular support.

    The newest is among them however long it is supported.
    """
    newest: dict[str, Version] = {}
    for text, release in platform.releases.items():
        if release.released is None or release.released <= day:
            version = parse_version(text)
            newest[release.line] = max(version, newest.get(release.line, version))
    found = sorted(newest, key=lambda line: newest[line], reverse=True)
    return [line for line in found if line == found[0] or _is_supported(platform, line, day)]


def _is_supported(platform: Platform, line: str, day: datetime.date) -> bool:
    known = platform.lines.get(line)
    return known is None or known.supported_until is None or known.supported_until >= day


def support_of(plugin: Plugin, line: str, platform: Platform, day: datetime.date) -> Support:
    """How far a plug-in supports any release that a line of its platform has on a day."""
    if any(each.line == line for each in plugin.stated):
        return "stated"
    found = [
        _of_release(plugin, client, release, platform)
        for version, release in platform.releases.items()
        if release.line == line and (release.released is None or release.released <= day)
        for client in _shops(platform, version, release)
    ]
    return min(found, key=_ORDER.index, default="open")


def _shops(platform: Platform, version: str, release: Release) -> Iterator[ClientPlatform]:
    """Shops on a release, one for each PHP that it runs on."""
    for php in release.php or (None,):
        yield ClientPlatform(name=platform.id, version=version, php=php)


def _of_release(
    plugin: Plugin, shop: ClientPlatform, release: Release, platform: Platform
) -> Support:
    found = compatibility(plugin, shop, platform)
    if any(each.answer == "no" for each in found):
        return "excluded"
    answers = {each.what: each.answer for each in found}
    days = (plugin.checked, release.released)
    is_younger = days[0] is None or days[1] is None or days[1] > days[0]
    says_nothing = not {"yes", "some"} & {*answers.values()} or answers.get("packages") == "unknown"
    if is_younger or says_nothing:
        return "open"
    return "stated" if _names_an_end(plugin, platform) else "not-excluded"


def _names_an_end(plugin: Plugin, platform: Platform) -> bool:
    """Whether what a plug-in asks of its platform ends with a line that is known.

    What also admits the line after the newest was not written with the newest in mind.
    """
    ends = _ends(platform)
    asked = {_ITSELF: plugin.platform_versions, **plugin.requires}
    return any(
        not parse(text).admits(ends[name]) for name, text in asked.items() if text and name in ends
    )


_ITSELF = ""
"""Stands for the platform among its packages."""


def _ends(platform: Platform) -> dict[str, Version]:
    """The versions of a platform and of its packages where the line after the newest begins."""
    newest: dict[str, Version] = {}
    for text, release in platform.releases.items():
        for name, version in {_ITSELF: text, **release.packages}.items():
            known = parse_version(version)
            newest[name] = max(known, newest.get(name, known))
    line = max(platform.releases, key=parse_version)
    parts = min(platform.releases[line].line.count(".") + 1, PARTS)
    return {name: next_line(version.numbers[:parts]) for name, version in newest.items()}
