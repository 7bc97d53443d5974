"""The lines of a platform that a plug-in supports, by what is stated of it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class PlatformOnDay:
    """A platform with what it has released by a day."""

    platform: Platform
    day: datetime.date

    @cached_property
    def lines(self) -> list[str]:
        """The lines with a release, newest first, without those out of regular support.

        The newest is among them however long it is supported.
        """
        newest: dict[str, Version] = {}
        for text, release in self._released.items():
            version = parse_version(text)
            newest[release.line] = max(version, newest.get(release.line, version))
        found = sorted(newest, key=lambda line: newest[line], reverse=True)
        return [
            line
            for line in found
            if line == found[0] or _is_supported(self.platform, line, self.day)
        ]

    def support(self, plugin: Plugin, line: str) -> Support:
        """How far a plug-in supports any release that a line has."""
        if any(each.line == line for each in plugin.stated):
            return "stated"
        found = [
            self._of_release(plugin, client, release)
            for version, release in self._released.items()
            if release.line == line
            for client in _shops(self.platform, version, release)
        ]
        return min(found, key=_ORDER.index, default="open")

    @cached_property
    def _released(self) -> dict[str, Release]:
        return {
            version: release
            for version, release in self.platform.releases.items()
            if release.released is None or release.released <= self.day
        }

    def _of_release(self, plugin: Plugin, shop: ClientPlatform, release: Release) -> Support:
        found = compatibility(plugin, shop, self.platform)
        if any(each.answer == "no" for each in found):
            return "excluded"
        answers = {each.what: each.answer for each in found}
        days = (plugin.checked, release.released)
        is_younger = days[0] is None or days[1] is None or days[1] > days[0]
        says_nothing = (
            not {"yes", "some"} & {*answers.values()} or answers.get("packages") == "unknown"
        )
        if is_younger or says_nothing:
            return "open"
        return "stated" if self._names_an_end(plugin) else "not-excluded"

    def _names_an_end(self, plugin: Plugin) -> bool:
        """Whether what a plug-in asks of its platform ends with a line that is known.

        What also admits the line after the newest was not written with the newest in mind.
        """
        asked = {_ITSELF: plugin.platform_versions, **plugin.requires}
        return any(
            not parse(text).admits(self._ends[name])
            for name, text in asked.items()
            if text and name in self._ends
        )

    @cached_property
    def _ends(self) -> dict[str, Version]:
        """The versions of the platform and its packages where the line after the newest begins."""
        releases = self.platform.releases
        newest: dict[str, Version] = {}
        for text, release in releases.items():
            for name, version in {_ITSELF: text, **release.packages}.items():
                known = parse_version(version)
                newest[name] = max(known, newest.get(name, known))
        line = max(releases, key=parse_version)
        parts = min(releases[line].line.count(".") + 1, PARTS)
        return {name: next_line(version.numbers[:parts]) for name, version in newest.items()}


_ITSELF = ""
"""Stands for the platform among its packages."""


def _is_supported(platform: Platform, line: str, day: datetime.date) -> bool:
    known = platform.lines.get(line)
    return known is None or known.supported_until is None or known.supported_until >= day


def _shops(platform: Platform, version: str, release: Release) -> Iterator[ClientPlatform]:
    """Shops on a release, one for each PHP that it runs on."""
    for php in release.php or (None,):
        yield ClientPlatform(name=platform.id, version=version, php=php)
