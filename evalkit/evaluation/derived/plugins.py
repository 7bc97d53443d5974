"""The newest line of a platform that a vendor's plug-ins support, as a fact."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from evalkit.evaluation.derived.fact import Worded
from evalkit.evaluation.derived.regional import known_only_for
from evalkit.integration.support import PlatformOnDay, Support
from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact
from evalkit.model.integration import Plugin
from evalkit.model.platform import Platform
from evalkit.model.scale import NO_SUPPORT, OF_PLUGINS, SUPPORT_LEVELS
from evalkit.model.vendor import Vendor
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.facts import (
    LINE_NOT_EXCLUDED,
    LINE_STATED,
    NO_LINE,
    YOUNGER,
)


def told_by_plugins(vendors: Sequence[Vendor], criteria: Criteria) -> list[Vendor]:
    """The vendors, with facts about plug-ins on the one platform that their plug-ins are for."""
    names = [name for name, leaf in criteria.leaves.items() if leaf.measure.of_plugin]
    return [_on_one(vendor, names) for vendor in vendors]


def _on_one(vendor: Vendor, names: Sequence[str]) -> Vendor:
    platforms = vendor.plugin_platforms
    if len(platforms) != 1:
        return vendor
    facts = {name: vendor.facts[name] for name in names if name in vendor.facts}
    told = {
        name: fact.model_copy(update={"platform": next(iter(platforms))})
        for name, fact in facts.items()
        if not any(each.platform for each in fact.all_stated)
    }
    return vendor.model_copy(update={"facts": {**vendor.facts, **told}}) if told else vendor


@dataclass(frozen=True)
class Shops:
    """The platforms that plug-ins are held against, on a day."""

    platforms: Mapping[str, Platform]
    named: str | None
    """The plan's platform; None if the plan names none, so that each plug-in's own counts."""
    day: datetime.date

    def supported(self, vendors: Sequence[Vendor], criteria: Criteria) -> list[Vendor]:
        """The vendors with what their plug-ins support."""
        return [
            vendor.model_copy(update={"facts": {**vendor.facts, **self.facts(vendor, criteria)}})
            for vendor in vendors
        ]

    def facts(self, vendor: Vendor, criteria: Criteria) -> dict[str, Fact]:
        """What a vendor's plug-ins support, by measure; what its file states if it has none."""
        asked = [name for name, what in criteria.derived.items() if what in OF_PLUGINS]
        plugins = vendor.integration.plugins if vendor.integration else ()
        if not asked or not plugins:
            return {}
        return dict.fromkeys(asked, self._best(plugins))

    @cached_property
    def _known(self) -> dict[str, PlatformOnDay]:
        return {name: PlatformOnDay(each, self.day) for name, each in self.platforms.items()}

    def _best(self, plugins: Sequence[Plugin]) -> Fact:
        own = [each for each in plugins if self.named in {None, each.platform}]
        found = [
            _fact(each, self._known[each.platform])
            for each in own
            if each.platform is not None and each.platform in self._known
        ]
        elsewhere = {each.platform for each in plugins if each.platform and not own}
        return min(found, key=_rank) if found else known_only_for(elsewhere)


def _rank(fact: Fact) -> tuple[int, int]:
    """The place among plug-ins: the best level that is certain, then what may be better."""
    if fact.is_unknown:
        return len(SUPPORT_LEVELS) - 1, 0
    return SUPPORT_LEVELS.index(fact.names[0]), 0 if fact.at_least else 1


def _fact(plugin: Plugin, shop: PlatformOnDay) -> Fact:
    """The newest line that one plug-in supports, open where its source is too old to tell."""
    about = {name: getattr(plugin, name) for name in ("source", "via", "checked")}
    about["kind"] = plugin.source_kind
    newest = shop.lines[0]
    found = {line: shop.support(plugin, line) for line in shop.lines}
    levels = [_level(line, support, newest, shop.platform) for line, support in found.items()]
    # Of several lines at one level, the newest is named.
    level, words = min(levels, key=lambda each: SUPPORT_LEVELS.index(each[0]))
    if found[newest] != "open":
        return Worded.model_validate({"value": level, "words": words, **about})
    if level == NO_SUPPORT:
        looked = [about] if plugin.source else None
        return Worded.model_validate({"unknown": True, "looked": looked})
    words = say(YOUNGER, lines=words, newest=newest)
    return Worded.model_validate({"at_least": [level], "words": words, "open_ended": True, **about})


def _level(line: str, support: Support, newest: str, platform: Platform) -> tuple[str, str]:
    """The level to which support for a line leads, and the line in words."""
    if support not in {"stated", "not-excluded"}:
        return NO_SUPPORT, say(NO_LINE, platform=platform.name)
    age = "newest" if line == newest else "older"
    level = age if support == "stated" else f"{age}-not-excluded"
    said = LINE_STATED if support == "stated" else LINE_NOT_EXCLUDED
    return level, say(said, platform=platform.name, line=line)
