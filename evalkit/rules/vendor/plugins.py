"""Rules about plug-ins, EK603 to EK605."""

from collections.abc import Iterator

from evalkit.composer.constraint import parse
from evalkit.composer.version import ConstraintError
from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.integration import Plugin
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import called, plugins_in


@rule("EK603")
def constraint_does_not_parse(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """A version constraint must be one that Composer accepts.

    Bad:
        integration:
          plugins:
            - {id: module, php: "=>8.3"}

    Good:
        integration:
          plugins:
            - {id: module, php: "~8.3.0 || ~8.4.0"}
    """
    for route, plugin in plugins_in(vendor):
        for way, text in _constraints(plugin):
            reason = _fault(text)
            if reason is not None:
                message = f"`{text}` is not a constraint: {reason}"
                hint = "copy it from the plug-in's composer.json, such as ^8.3 or ~8.3.0 || ~8.4.0"
                yield Finding((*route, *way), message, hint)


def _constraints(plugin: Plugin) -> Iterator[tuple[Route, str]]:
    if plugin.php is not None:
        yield ("php",), plugin.php
    for package, text in plugin.requires.items():
        yield ("requires", package), text
    if plugin.platform_versions is not None:
        yield ("platform_versions",), plugin.platform_versions


def _fault(text: str) -> str | None:
    try:
        parse(text)
    except ConstraintError as error:
        return str(error)
    return None


@rule("EK604", Severity.WARNING)
def plugin_without_platform(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """A plug-in should name its platform.

    Otherwise it is not known whether it runs in the client's shop.

    Bad:
        integration:
          plugins:
            - {id: module, platform: null}

    Good:
        integration:
          plugins:
            - {id: module, platform: shop}
    """
    for route, plugin in plugins_in(vendor):
        if plugin.platform is None:
            message = f"{called(plugin)} does not name its platform"
            yield Finding(route, message, "add `platform:` with the id of a platform file")


@rule("EK605")
def plugin_for_unknown_platform(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """The platform of a plug-in must have a file.

    With a misspelt name, the plug-in would not fit any shop.

    Bad:
        integration:
          plugins:
            - {id: module, platform: shopp}
        # platforms/shop.yaml
        id: shop

    Good:
        integration:
          plugins:
            - {id: module, platform: shop}
        # platforms/shop.yaml
        id: shop
    """
    for route, plugin in plugins_in(vendor):
        if plugin.platform is not None and plugin.platform not in context.known_platforms:
            yield no_platform((*route, "platform"), plugin.platform, context)


def no_platform(route: Route, name: str, context: RuleContext) -> Finding:
    """A finding that a platform has no file."""
    near = context.near.name(name, context.known_platforms)
    add = f"to add it, write `platforms/{name}.yaml` as in docs/own-platform.md"
    hint = f"did you mean `{near}`? {add[0].upper()}{add[1:]}" if near else add
    return Finding(route, f"there is no platform `{name}`", hint)
