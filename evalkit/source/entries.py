"""Names for the entries of lists, which stay when other entries are added, removed or moved."""

import json
from typing import Any

from evalkit.diagnostics.digest import digest
from evalkit.diagnostics.record import Route
from evalkit.source.yaml.routes import leads_somewhere

MAX_NAME = 100
"""The longest text that is a name by itself; a digest stands for a longer one."""


class Entries:
    """The names of the entries in a file's lists, each worked out once.

    An entry is named by its `id`, else by its `kind` and `title`, else by a digest of its content.
    """

    def __init__(self, data: Any) -> None:
        self._data = data
        self._names: dict[Route, str] = {}
        self._digests: dict[Route, str] = {}

    def on(self, route: Route) -> tuple[tuple[str, ...], str]:
        """The names of the entries on a route, and a digest of the outermost one.

        The digest is empty if the route leads through no list.
        """
        names: list[str] = []
        outermost, here = "", self._data
        for length, step in enumerate(route, start=1):
            if not leads_somewhere(here, step):
                break
            is_list, here = isinstance(here, list), here[step]
            if is_list:
                outermost = outermost or self._digest(route[:length], here)
                names.append(self._name(route[:length], here))
        return tuple(names), outermost

    def _name(self, route: Route, entry: Any) -> str:
        if route not in self._names:
            name = _own_name(entry)
            is_short = name and len(name) <= MAX_NAME
            self._names[route] = name if is_short else digest(_sorted(entry, whole=False))
        return self._names[route]

    def _digest(self, route: Route, entry: Any) -> str:
        if route not in self._digests:
            self._digests[route] = digest(_sorted(entry, whole=True))
        return self._digests[route]


def _own_name(entry: Any) -> str:
    """The name that an entry has in the file; empty if it has none."""
    if isinstance(entry, str):
        return entry
    if not isinstance(entry, dict):
        return "" if isinstance(entry, list) else json.dumps(entry)
    if isinstance(entry.get("id"), str):
        return str(entry["id"])
    kind, title = entry.get("kind"), entry.get("title")
    if not isinstance(title, str):
        return ""
    return f"{kind}: {title}" if isinstance(kind, str) else title


def _sorted(content: Any, *, whole: bool) -> Any:
    """Content without the order of its lists; unless it is `whole`, without lists in mappings.

    These lists have entries of their own, of which one more must not change this one's name.
    """
    if isinstance(content, dict):
        return {
            key: _sorted(value, whole=whole)
            for key, value in content.items()
            if whole or not isinstance(value, list)
        }
    if isinstance(content, list):
        return sorted(json.dumps(_sorted(each, whole=whole), sort_keys=True) for each in content)
    return content
