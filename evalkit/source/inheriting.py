"""A vendor's plain data with the source and date that its entries take from `from`."""

from collections.abc import Mapping
from typing import Any

from evalkit.diagnostics.record import Route

FROM = "from"
"""The key of a vendor file whose source serves everything without one of its own."""
Data = Any


class Inheriting:
    """Gives every entry without a source that of `from`, and notes which took its date as well."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = {key: value for key, value in given.items() if value is not None}
        self._given.pop("note", None)
        self.routes: dict[Route, bool] = {}
        """The routes of the entries that inherit, each with whether it inherits the date too."""

    def vendor(self, data: dict[str, Any]) -> dict[str, Any]:
        """The data of a vendor; parts of another form are left as they are."""
        filled = dict(data)
        if isinstance(data.get("facts"), dict):
            facts = data["facts"].items()
            filled["facts"] = {name: self._fact(("facts", name), fact) for name, fact in facts}
        self._fill_list(filled, "charges", ())
        if isinstance(data.get("integration"), dict):
            filled["integration"] = self._integration(dict(data["integration"]))
        return filled

    def _fact(self, route: Route, fact: Data) -> Data:
        if fact is None:
            return fact
        if not isinstance(fact, dict):
            return self._entry(route, {"value": fact}, "kind")
        if fact.get("looked") is not None:
            return fact
        if isinstance(fact.get("by"), list):
            by = enumerate(fact["by"])
            return {**fact, "by": [self._entry((*route, "by", n), each, "kind") for n, each in by]}
        return self._entry(route, fact, "kind")

    def _integration(self, filled: dict[str, Any]) -> dict[str, Any]:
        for name in ("interfaces", "plugins"):
            self._fill_list(filled, name, ("integration",))
        if isinstance(filled.get("plugins"), list):
            plugins = enumerate(filled["plugins"])
            filled["plugins"] = [self._plugin(number, plugin) for number, plugin in plugins]
        return filled

    def _plugin(self, number: int, plugin: Data) -> Data:
        if not isinstance(plugin, dict):
            return plugin
        filled = dict(plugin)
        for key in ("limitations", "stated"):
            self._fill_list(filled, key, ("integration", "plugins", number))
        return filled

    def _fill_list(self, around: dict[str, Any], key: str, route: Route) -> None:
        entries = around.get(key)
        if isinstance(entries, list):
            around[key] = [
                self._entry((*route, key, number), entry, "source_kind")
                for number, entry in enumerate(entries)
            ]

    def _entry(self, route: Route, entry: Data, kind: str) -> Data:
        """An entry with what it lacks; a source of its own comes without a date of `from`."""
        if not isinstance(entry, dict) or entry.get("source") is not None:
            return entry
        self.routes[route] = entry.get("checked") is None
        given = {kind if key == "kind" else key: value for key, value in self._given.items()}
        return {**given, **{key: value for key, value in entry.items() if value is not None}}
