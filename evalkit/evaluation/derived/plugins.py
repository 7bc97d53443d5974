"""The newest line of a platform that a vendor's plug-ins support, as a fact."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evalkit.evaluation.derived.fact import Worded
from evalkit.evaluation.derived.regional import known_only_for
from evalkit.integration.support import Support, lines_on, support_of
from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact
from evalkit.model.integration import Plugin
from evalkit.model.platform import Platform
from evalkit.model.scale import NO_SUPPORT, OF_PLUGINS, SUPPORT_LEVELS
from evalkit.model.vendor import Vendor


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


@dataclass(frozen=True, slots=True)
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

    def _best(self, plugins: Sequence[Plugin]) -> Fact:
        own = [each for each in plugins if self.named in {None, each.platform}]
        found = [
            _fact(each, self.platforms[each.platform], self.day)
            for each in own
            if each.platform is not None and each.platform in self.platforms
        ]
        elsewhere = {each.platform for each in plugins if each.platform and not own}
        return min(found, key=_rank) if found else known_only_for(elsewhere)


def _rank(fact: Fact) -> tuple[int, int]:
    """The place among plug-ins: the best level that is certain, then what may be better."""
    if fact.is_unknown:
        return len(SUPPORT_LEVELS) - 1, 0
    return SUPPORT_LEVELS.index(fact.names[0]), 0 if fact.at_least else 1


def _fact(plugin: Plugin, platform: Platform, day: datetime.date) -> Fact:
    """The newest line that one plug-in supports, open where its source is too old to tell."""
    newest, *older = lines_on(platform, day)
    about = {name: getattr(plugin, name) for name in ("source", "via", "checked")}
    about["kind"] = plugin.source_kind
    is_open = support_of(plugin, newest, platform, day) == "open"
    # Of several lines at one level, the newest is named.
    found = [_level(plugin, line, newest, platform, day) for line in (newest, *older)]
    level, words = min(found, key=lambda each: SUPPORT_LEVELS.index(each[0]))
    if not is_open:
        return Worded.model_validate({"value": level, "words": words, **about})
    if level == NO_SUPPORT:
        looked = [about] if plugin.source else None
        return Worded.model_validate({"unknown": True, "looked": looked})
    words = f"{words}; {newest} is younger than the source"
    return Worded.model_validate({"at_least": [level], "words": words, "open_ended": True, **about})


def _level(
    plugin: Plugin, line: str, newest: str, platform: Platform, day: datetime.date
) -> tuple[str, str]:
    """The level to which support for a line leads, and the line in words."""
    found = support_of(plugin, line, platform, day)
    if found not in _SAID:
        return NO_SUPPORT, f"no line of {platform.name} that is in support"
    level = (
        f"{'newest' if line == newest else 'older'}{'' if found == 'stated' else '-not-excluded'}"
    )
    return level, f"{platform.name} {line}, {_SAID[found]}"


_SAID: Mapping[Support, str] = {"stated": "stated", "not-excluded": "not excluded"}
