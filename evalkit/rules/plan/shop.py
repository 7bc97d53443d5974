"""Rules about the platform of a client's shop, EK624 to EK629 and EK636."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from evalkit.composer.constraint import parse
from evalkit.composer.version import ConstraintError, parse_version
from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.flow import ClientPlatform
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform, Release
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.sources import day_of
from evalkit.rules.vendor.plugins import no_platform
from evalkit.source.near import MAX_NAMED, Names


def _known(plan: Plan, context: RuleContext) -> tuple[ClientPlatform, Platform] | None:
    """A plan's platform, and the platform's file if it is known."""
    platform = context.platforms.get(plan.platform.name) if plan.platform else None
    return (plan.platform, platform) if plan.platform and platform else None


def _release(plan: Plan, context: RuleContext) -> tuple[ClientPlatform, Platform, Release] | None:
    """A plan's platform, the platform's file and its release, if they are known."""
    found = _known(plan, context)
    release = found[1].releases.get(found[0].version) if found else None
    return (*found, release) if found and release else None


@rule("EK624")
def platform_unknown(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The platform of a plan must have a file.

    Bad:
        # plans/storefront-payments.yaml
        platform: {name: shopp, version: "1.0"}
        # platforms/shop.yaml
        id: shop

    Good:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0"}
        # platforms/shop.yaml
        id: shop
    """
    if plan.platform is not None and plan.platform.name not in context.known_platforms:
        found = no_platform(("platform", "name"), plan.platform.name, context)
        yield replace(found, hint=f"{found.hint}; or leave `platform` out of the plan")


@rule("EK625")
def release_unknown(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The version of a client's platform must be one of its releases.

    Bad:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.O"}
        # platforms/shop.yaml
        releases: {"1.0": {line: "1"}}

    Good:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0"}
        # platforms/shop.yaml
        releases: {"1.0": {line: "1"}}
    """
    found = _known(plan, context)
    if found and found[0].version not in found[1].releases:
        client, platform = found
        message = f"`{platform.id}` has no release `{client.version}`"
        hint = context.near.hint(client.version, Names(platform.releases))
        yield Finding(("platform", "version"), message, hint)


@rule("EK626", Severity.WARNING)
def php_unsupported(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The shop's PHP version should be supported by its release.

    Bad:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0", php: "8.1"}
        # platforms/shop.yaml
        releases: {"1.0": {php: ["8.3", "8.4"]}}

    Good:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0", php: "8.4"}
        # platforms/shop.yaml
        releases: {"1.0": {php: ["8.3", "8.4"]}}
    """
    found = _release(plan, context)
    if found is None:
        return
    client, platform, release = found
    if client.php is not None and release.php and client.php not in release.php:
        message = f"`{platform.id}` {client.version} does not support PHP {client.php}"
        hint = (
            f"it supports {' and '.join(release.php[:MAX_NAMED])}; correct it, or plan the upgrade"
        )
        yield Finding(("platform", "php"), message, hint)


@rule("EK627")
def interface_unknown(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The interfaces of a shop must be among those of its platform.

    Bad:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0", interfaces: [rset]}
        # platforms/shop.yaml
        interfaces: [rest, graphql]

    Good:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0", interfaces: [rest]}
        # platforms/shop.yaml
        interfaces: [rest, graphql]
    """
    found = _known(plan, context)
    if found is None:
        return
    client, platform = found
    known = Names(platform.interfaces)
    for place, name in enumerate(client.interfaces or ()):
        if known and name not in known:
            message = f"`{platform.id}` has no interface `{name}`"
            hint = context.near.hint(name, known)
            yield Finding(("platform", "interfaces", place), message, hint)


@rule("EK628")
def storefront_unknown(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The shop's storefront must be one of its platform's.

    Bad:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0", storefront: classik}
        # platforms/shop.yaml
        storefronts: [classic, headless]

    Good:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0", storefront: classic}
        # platforms/shop.yaml
        storefronts: [classic, headless]
    """
    found = _known(plan, context)
    if found is None:
        return
    client, platform = found
    if client.storefront and platform.storefronts and client.storefront not in platform.storefronts:
        message = f"`{platform.id}` has no storefront `{client.storefront}`"
        hint = context.near.hint(client.storefront, Names(platform.storefronts))
        yield Finding(("platform", "storefront"), message, hint)


@rule("EK629", Severity.WARNING)
def release_out_of_support(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The shop's release should be supported on the plan's date.

    Anything bought for an unsupported release may have to be replaced along with it.

    Bad:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0"}
        # platforms/shop.yaml
        lines: {"1": {supported_until: 2026-08-11, extended_until: 2027-08-31}}
        releases: {"1.0": {line: "1"}}

    Good:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "2.0"}
        # platforms/shop.yaml
        lines:
          "1": {supported_until: 2026-08-11, extended_until: 2027-08-31}
          "2": {supported_until: 2028-05-31}
        releases: {"1.0": {line: "1"}, "2.0": {line: "2"}}
    """
    found = _release(plan, context)
    line = found[1].lines.get(found[2].line) if found else None
    day = day_of(plan, context)
    if found is None or line is None or line.supported_until is None:
        return
    client, platform, _ = found
    if line.supported_until < day:
        if line.extended_until is None:
            then = "no extended support is known"
        else:
            verb = "runs until" if line.extended_until >= day else "ended on"
            then = f"extended support {verb} {line.extended_until}"
        message = (
            f"regular support of `{platform.id}` {client.version} ended on "
            f"{line.supported_until}; {then}"
        )
        yield Finding(
            ("platform", "version"), message, "plan the upgrade, and use its release here"
        )


@rule("EK636")
def client_version_does_not_parse(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The versions of the client's platform and PHP must be in a form that can be compared.

    They are compared with the requirements of plug-ins.

    Bad:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0", php: eight}

    Good:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0", php: "8.4"}
    """
    client, found = plan.platform, _known(plan, context)
    if client is None:
        return
    # A missing release has a finding of its own.
    if found is None or client.version in found[1].releases:
        yield from _unread(parse_version, "version", client.version)
    if client.php is not None:
        yield from _unread(parse("*").admits_line, "php", client.php)


def _unread(read: Callable[[str], object], key: str, text: str) -> Iterator[Finding]:
    try:
        read(text)
    except ConstraintError as error:
        yield Finding(("platform", key), str(error), "write it as numbers")
