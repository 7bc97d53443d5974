"""Shop platforms and their releases."""

from typing import Annotated

from pydantic import Field, StringConstraints

from evalkit.model.base import Day, Id, Lenient, Record, Text
from evalkit.model.source import Sourced

VersionText = Annotated[str, StringConstraints(min_length=1, max_length=40)]
PackageName = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]([a-z0-9_.-]*)/[a-z0-9]([a-z0-9_.-]*)$")
]
InterfaceKind = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]


class Line(Record):
    """A line of releases with its end of support."""

    supported_until: Day | None = None
    """The date on which regular support ends."""
    extended_until: Day | None = None
    """The date on which paid support ends."""


class Release(Record):
    """One release with its PHP versions and packages."""

    line: VersionText
    """The line of releases that it belongs to, by its name in `lines`.
    Examples: "2.4.8"
    """
    released: Day | None = None
    """The release date."""
    php: Annotated[tuple[VersionText, ...], Lenient] = ()
    """PHP lines that are supported, such as "8.4".
    Examples: ["8.3", "8.4"]
    """
    packages: dict[PackageName, VersionText] = Field(default={})
    """Versions of the packages that plug-ins require; unknown if none are listed.
    Examples: {"magento/framework": "103.0.8"}
    """


class Platform(Sourced):
    """A platform with its interfaces and releases."""

    id: Id
    """The name of the file, without its ending.
    Examples: "adobe-commerce"
    """
    name: Text
    """The name for reports."""
    interfaces: Annotated[tuple[InterfaceKind, ...], Lenient] = ()
    """The kinds of its interfaces: rest, graphql, soap, webhooks, message_queue, file.
    Examples: ["rest", "graphql"]
    """
    storefronts: Annotated[tuple[Id, ...], Lenient] = ()
    """Kinds of storefront that it can have, such as luma."""
    lines: dict[VersionText, Line] = Field(default={})
    """Lines of releases, by name, such as "2.4.8"."""
    releases: Annotated[dict[VersionText, Release], Field(min_length=1)]
    """Releases, by version, such as "2.4.8-p5"."""
