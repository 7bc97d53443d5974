"""Faults of a file's shape, EK1xx, with their messages and manuals."""

from typing import Any

from evalkit.diagnostics.record import Finding, Fix, Route
from evalkit.diagnostics.rule import fault
from evalkit.source.shape.days import day_meant
from evalkit.source.shape.numbers import number_hint


@fault("EK101")
def unknown_key(route: Route, hint: str, fix: Fix | None, more: int) -> Finding:
    """Every key must be known to evalkit.

    Otherwise the fact under a misspelt key would be ignored.

    Bad:
        categry: payment-gateways

    Good:
        category: payment-gateways
    """
    others = f", and {more:,} more after it" if more else ""
    return Finding(route, f"unknown key `{route[-1]}`{others}", hint, at="key", fix=fix)


@fault("EK102")
def missing_key(route: Route, key: str) -> Finding:
    """Required keys must be present.

    Bad:
        charges:
          - {kind: one_off, title: Setup}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: 500}
    """
    return Finding(route, f"`{key}` is missing", f"add `{key}:`", at="key")


@fault("EK103")
def wrong_type(route: Route, wanted: str, given: Any) -> Finding:
    """A value must have the type that its key takes.

    Write numbers without quotes, versions and other text that looks like a number with quotes,
    and mappings as `key: value` lines.

    Bad:
        name: 12

    Good:
        name: "12"
    """
    message = f"this takes {wanted}, not {_kind_of(given)}"
    text_is_wanted = wanted in {"text", "a version in quotes"}
    fix = Fix("quote") if text_is_wanted and isinstance(given, (bool, int, float)) else None
    return Finding(route, message, _retype(str(route[-1]) if route else "", wanted, given), fix=fix)


def _kind_of(given: Any) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, bool):
        return f"`{str(given).lower()}`"
    if isinstance(given, (int, float)):
        return f"the number {given:.15g}"
    if isinstance(given, dict):
        return "a mapping"
    return "a list" if isinstance(given, list) else "text"


def _retype(key: str, wanted: str, given: Any) -> str:
    if wanted == "text" and isinstance(given, float):
        # Not the parsed value: 8.10 without quotes is the number 8.1.
        return "put it in quotes, exactly as written"
    if wanted == "text" and isinstance(given, (bool, int)):
        return f'put it in quotes: "{str(given).lower()}"'
    if _takes_digits(wanted) and isinstance(given, str):
        hint = number_hint(given, key, may_be_range=wanted != "a number")
        return hint or "write digits without quotes or units"
    if wanted == "a whole number" and isinstance(given, float) and given.is_integer():
        return f"write it without a decimal point: {given:.0f}"
    return _FORMS.get(wanted, "")


_FORMS = {
    "a list": "write [one, two], or one line with `- ` for each",
    "a mapping": "write `key: value` lines below it",
    "a version in quotes": 'write it as text, such as "8.4"',
}


def _takes_digits(wanted: str) -> bool:
    return wanted == "a number" or wanted.startswith("a number or a range")


@fault("EK104")
def not_an_allowed_word(route: Route, word: str, hint: str) -> Finding:
    """A word must be one that its key allows.

    Bad:
        facts:
          rate_limit: {value: 100, kind: brochure}

    Good:
        facts:
          rate_limit: {value: 100, kind: vendor-page}
    """
    return Finding(route, f"`{word}` is not allowed here", hint)


@fault("EK105")
def number_out_of_range(route: Route, limit: str) -> Finding:
    """A number must be within the range of its key.

    Bad:
        # criteria/payment-gateways.yaml
        fresh_for: 0

    Good:
        # criteria/payment-gateways.yaml
        fresh_for: 365
    """
    return Finding(route, f"this number must be {limit}", "correct it")


@fault("EK106")
def malformed_id(route: Route, given: str, joint: str, *, at_key: bool) -> Finding:
    """An id must be short and in lower case.

    Ids become file names, table columns and links, in which capitals, spaces and accents cause
    trouble. Vendors, categories and criteria join words with `-`, measures with `_`.

    Bad:
        category: Payment Gateways

    Good:
        category: payment-gateways
    """
    noun = "an id"
    hint = f"use a–z, 0–9 and `{joint}`, at most 64 characters, starting with a letter or digit"
    if joint == "/":
        noun, hint = "the name of a package", "write it as Composer does, such as magento/framework"
    return Finding(route, f"`{given}` is not {noun}", hint, at="key" if at_key else "value")


@fault("EK107")
def not_a_day(route: Route, reason: str, given: Any) -> Finding:
    """A date must exist and be written year-month-day.

    `02/03/2026` is in February to one reader and in March to another.

    Bad:
        facts:
          rate_limit: {value: 100, checked: 2026-02-29}

    Good:
        facts:
          rate_limit: {value: 100, checked: 2026-02-28}
    """
    meant = day_meant(given)
    hint = f"write year-month-day: {meant}" if meant else "write year-month-day, such as 2026-06-20"
    return Finding(route, reason, hint, fix=Fix("rewrite", meant) if meant else None)


@fault("EK108")
def not_a_web_link(route: Route, reason: str) -> Finding:
    """A link must start with https:// or http://.

    Reports make links clickable. A `source` may also be plain words.

    Bad:
        website: javascript:alert(1)

    Good:
        website: https://examplepay.test
    """
    return Finding(route, reason, "copy the address from the browser")


@fault("EK109")
def keys_do_not_go_together(route: Route, reason: str) -> Finding:
    """The keys of a fact, criterion, measure, gate, charge or benefit must be a valid combination.

    A fact with a value and a range is ambiguous; a gate without a test means nothing.

    Bad:
        facts:
          rate_limit: {value: 100, low: 50}

    Good:
        facts:
          rate_limit: {low: 50, high: 100}
    """
    return Finding(route, reason, "keep one form, with all of its keys", at="key")


@fault("EK110")
def too_short_or_long(route: Route, limit: str) -> Finding:
    """Text and lists must have a sensible length.

    Bad:
        name: ""

    Good:
        name: ExamplePay
    """
    return Finding(route, f"this must have {limit}", "correct it")


@fault("EK112")
def not_a_currency(route: Route, given: str, near: str | None, *, at_key: bool) -> Finding:
    """A currency must be a three-letter code of ISO 4217.

    `$` and `dollar` can mean several currencies; USD means one.

    Bad:
        charges:
          - {kind: one_off, amount: 500, currency: Euro}

    Good:
        charges:
          - {kind: one_off, amount: 500, currency: EUR}
    """
    hint = f"did you mean `{near}`?" if near else "write its three-letter code, such as EUR or USD"
    return Finding(route, f"`{given}` is not a currency", hint, at="key" if at_key else "value")


@fault("EK114")
def not_a_region(route: Route, given: str, meant: str | None) -> Finding:
    """A region must be a country in the two letters of ISO 3166, `EU`, `EEA` or `world`.

    A price holds for a plan whose region lies within it: one for the EEA in Germany, but not one
    for Germany in the whole EEA.

    Bad:
        charges:
          - {kind: usage, per: order, percent: 2.9, region: Europe}

    Good:
        charges:
          - {kind: usage, per: order, percent: 2.9, region: EEA}
    """
    nearest = f"did you mean `{meant}`?" if meant else ""
    hint = nearest or "write a country in two letters, such as DE, or EU, EEA or world"
    return Finding(route, f"`{given}` is not a region", hint)
