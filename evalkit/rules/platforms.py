"""Rules about platform files, EK641 to EK643."""

from collections.abc import Iterator
from typing import Literal

from evalkit.composer.constraint import parse
from evalkit.composer.version import ConstraintError, parse_version
from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.platform import Platform
from evalkit.rules.context import RuleContext
from evalkit.source.near import Names


@rule("EK641")
def release_of_unknown_line(platform: Platform, context: RuleContext) -> Iterator[Finding]:
    """The line of a release must be listed in `lines`.

    Bad:
        # platforms/shop.yaml
        lines: {"1": {supported_until: 2028-05-31}}
        releases: {"1.0": {line: "10"}}

    Good:
        # platforms/shop.yaml
        lines: {"1": {supported_until: 2028-05-31}}
        releases: {"1.0": {line: "1"}}
    """
    lines = Names(platform.lines)
    for name, release in platform.releases.items():
        if platform.lines and release.line not in platform.lines:
            message = f"there is no line `{release.line}`"
            hint = context.near.hint(release.line, lines)
            yield Finding(("releases", name, "line"), message, hint)


@rule("EK642")
def version_does_not_parse(platform: Platform, _: RuleContext) -> Iterator[Finding]:
    """Versions must be in a form that can be compared.

    They are compared with the requirements of plug-ins.

    Bad:
        # platforms/shop.yaml
        releases: {"1.0": {php: [eight]}}

    Good:
        # platforms/shop.yaml
        releases: {"1.0": {php: ["8.4"]}}
    """
    every = parse("*")
    for route, text, at in _versions(platform):
        try:
            if "php" in route:
                every.admits_line(text)
            else:
                parse_version(text)
        except ConstraintError as error:
            yield Finding(route, str(error), "write it as Composer does", at=at)


def _versions(platform: Platform) -> Iterator[tuple[Route, str, Literal["key", "value"]]]:
    for name, release in platform.releases.items():
        yield ("releases", name), name, "key"
        for place, php in enumerate(release.php):
            yield ("releases", name, "php", place), php, "value"
        for package, version in release.packages.items():
            yield ("releases", name, "packages", package), version, "value"


@rule("EK643", Severity.WARNING)
def platform_without_source(platform: Platform, _: RuleContext) -> Iterator[Finding]:
    """A platform should name its source.

    Bad:
        # platforms/shop.yaml
        source: null

    Good:
        # platforms/shop.yaml
        source: https://shop.test/releases
    """
    if not platform.source:
        hint = "add `source:` with where its releases are listed"
        yield Finding(("id",), f"the platform `{platform.id}` has no source", hint)
