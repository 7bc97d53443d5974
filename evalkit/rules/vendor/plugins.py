"""Rules about plug-ins, EK603 to EK605, EK644 and EK645."""

from collections.abc import Iterator

from evalkit.composer.constraint import parse
from evalkit.composer.version import ConstraintError
from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.integration import Plugin
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import called, plugins_in
from evalkit.source.near import Names


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


@rule("EK644", Severity.WARNING)
def fact_of_no_platform(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact about a plug-in must be about the plug-in for one platform.

    It counts only for shops on that platform: the one that all plug-ins of the file are for, or the
    one that the fact names. A fact of which neither can be told counts for every shop.

    Bad:
        facts:
          rate_limit: {value: 100, platform: null}
        integration: {plugins: []}
        # criteria/payment-gateways.yaml
        criteria:
          scalability:
            measures:
              rate_limit: {unit: requests/s, of_plugin: true}

    Good:
        facts:
          rate_limit: {value: 100, platform: shop}
        integration: {plugins: []}
        # criteria/payment-gateways.yaml
        criteria:
          scalability:
            measures:
              rate_limit: {unit: requests/s, of_plugin: true}
    """
    criteria = context.criteria_for(vendor.category)
    if criteria is None or len(vendor.plugin_platforms) == 1:
        return
    for measure, fact in vendor.facts.items():
        leaf = criteria.leaves.get(measure)
        is_about_plugin = leaf is not None and leaf.measure.of_plugin and not fact.not_applicable
        if is_about_plugin and not all(each.platform for each in fact.readings):
            message = f"{measure} does not say for which platform the plug-in is"
            hint = "add `platform:` with the id of a platform file"
            yield Finding(("facts", measure), message, hint, at="key")


@rule("EK645")
def stated_line_unknown(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A line for which support is stated must be one of the platform's.

    Bad:
        integration:
          plugins:
            - id: module
              platform: shop
              stated: [{line: "10", source: https://examplepay.test/news, checked: 2026-06-20}]
        # platforms/shop.yaml
        lines: {"1": {supported_until: 2028-05-31}}
        releases: {"1.0": {line: "1"}}

    Good:
        integration:
          plugins:
            - id: module
              platform: shop
              stated: [{line: "1", source: https://examplepay.test/news, checked: 2026-06-20}]
        # platforms/shop.yaml
        lines: {"1": {supported_until: 2028-05-31}}
        releases: {"1.0": {line: "1"}}
    """
    for route, plugin in plugins_in(vendor):
        platform = context.platforms.get(plugin.platform or "")
        lines = Names({each.line for each in platform.releases.values()} if platform else ())
        for place, stated in enumerate(plugin.stated):
            if platform is not None and stated.line not in lines:
                message = f"`{platform.id}` has no line `{stated.line}`"
                hint = context.near.hint(stated.line, lines)
                yield Finding((*route, "stated", place, "line"), message, hint)


def no_platform(route: Route, name: str, context: RuleContext) -> Finding:
    """A finding that a platform has no file."""
    near = context.near.name(name, context.known_platforms)
    add = f"to add it, write `platforms/{name}.yaml` as in docs/own-platform.md"
    hint = f"did you mean `{near}`? {add[0].upper()}{add[1:]}" if near else add
    return Finding(route, f"there is no platform `{name}`", hint)
