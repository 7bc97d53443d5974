"""Single faults: where each is inserted, its value, and the place where it must be found."""

DROP = object()
LONG = "x" * 2001
RANGE = {"low": 1, "high": 2}

FAULTS = {
    "vendor": [
        # unknown and missing keys, at several depths
        ("naem", "ExamplePay", "naem"),
        ("facts/rate_limit/sorce", "x", "facts/rate_limit/sorce"),
        ("facts/support_hours/source_kind", "vendor-page", "facts/support_hours/source_kind"),
        ("facts/uptime/looked/0/source_kind", "vendor-page", "facts/uptime/looked/0/source_kind"),
        ("facts/uptime/looked/0/source", DROP, "facts/uptime/looked/0"),
        ("facts/refunds/conflicts/0/unknown", True, "facts/refunds/conflicts/0/unknown"),
        ("facts/refunds/conflicts/0/not_applicable", "x", "facts/refunds/conflicts/0/not_applicable"),
        ("charges/2/promotion/percent", 3, "charges/2/promotion/percent"),
        ("charges/5/tiers/1/until", 3, "charges/5/tiers/1/until"),
        ("integration/interfaces/0/data/order/limits/per_week", 3, "integration/interfaces/0/data/order/limits/per_week"),
        ("name", DROP, ""),
        ("charges/3/per", DROP, "charges/3"),
        ("charges/5/tiers/1/from", DROP, "charges/5/tiers/1"),
        ("integration/plugins/0/limitations/0/text", DROP, "integration/plugins/0/limitations/0"),
        # wrong types
        ("name", 12, "name"),
        ("facts", [], "facts"),
        ("facts/rate_limit", None, "facts/rate_limit"),
        ("facts/rate_limit/value", {}, "facts/rate_limit/value"),
        ("facts/support_hours/low", "3", "facts/support_hours/low"),
        ("facts/refunds/conflicts/0", 3, "facts/refunds/conflicts/0"),
        ("charges", {}, "charges"),
        ("charges/0/amount", "free", "charges/0/amount"),
        ("charges/0/amount", True, "charges/0/amount"),
        ("charges/2/promotion/months", 1.5, "charges/2/promotion/months"),
        ("integration/interfaces/0/sandbox", "yes", "integration/interfaces/0/sandbox"),
        # words that are not allowed
        ("facts/rate_limit/kind", "brochure", "facts/rate_limit/kind"),
        ("charges/2/every", "week", "charges/2/every"),
        ("charges/2/conflicts/0/source_kind", "hearsay", "charges/2/conflicts/0/source_kind"),
        ("integration/interfaces/0/card_data", "kept", "integration/interfaces/0/card_data"),
        ("integration/interfaces/0/data/order/directions/0", "both", "integration/interfaces/0/data/order/directions/0"),
        ("facts/uptime/unknown", False, "facts/uptime/unknown"),
        ("facts/uptime/looked", [], "facts/uptime/looked"),
        ("facts/uptime/looked/1", "a call", "facts/uptime/looked/1"),
        ("facts/operations/at_least", "capture", "facts/operations/at_least"),
        ("facts/operations/at_least", [], "facts/operations/at_least"),
        ("facts/operations/at_least", True, "facts/operations/at_least"),
        ("facts/operations/at_least", 2e15, "facts/operations/at_least"),
        ("facts/support_hours/high", "unlimited", "facts/support_hours"),
        ("facts/users/low", "few", "facts/users/low"),
        ("facts/languages/region", "Europe", "facts/languages/region"),
        ("facts/languages/conflicts/0/region", "UK", "facts/languages/conflicts/0/region"),
        ("facts/bulk_rate/by", [], "facts/bulk_rate/by"),
        ("facts/bulk_rate/by/0/region", DROP, "facts/bulk_rate/by/0"),
        ("facts/bulk_rate/by/0/region", "eea", "facts/bulk_rate/by/0/region"),
        ("facts/bulk_rate/by/0/value", DROP, "facts/bulk_rate/by/0"),
        ("facts/bulk_rate/by/1/likely", 90, "facts/bulk_rate/by/1"),
        ("facts/bulk_rate/by/1/not_applicable", "x", "facts/bulk_rate/by/1/not_applicable"),
        ("facts/bulk_rate/value", 3, "facts/bulk_rate"),
        ("facts/bulk_rate/source", "x", "facts/bulk_rate"),
        ("facts/bulk_rate/kind", "vendor-page", "facts/bulk_rate"),
        ("facts/bulk_rate/region", "EU", "facts/bulk_rate"),
        ("facts/users/at_least", 3, "facts/users"),
        ("facts/users/likely", 3, "facts/users"),
        ("facts/operations/at_least/0", "x" * 65, "facts/operations/at_least/0"),
        # days, links, ids, currencies
        ("facts/rate_limit/checked", "20.06.2026", "facts/rate_limit/checked"),
        ("facts/rate_limit/checked", "2026-13-01", "facts/rate_limit/checked"),
        ("facts/rate_limit/checked", "2026-02-30", "facts/rate_limit/checked"),
        ("facts/rate_limit/checked", 20260620, "facts/rate_limit/checked"),
        ("facts/rate_limit/source", "JavaScript:alert(1)", "facts/rate_limit/source"),
        ("facts/support_hours/via", "data:text/html,x", "facts/support_hours/via"),
        ("website", "javascript:alert(1)", "website"),
        ("website", "examplepay.test", "website"),
        ("id", "Example Pay", "id"),
        ("category", "payment_gateways", "category"),
        ("facts/Rate-limit", 3, "facts/Rate-limit"),
        ("integration/plugins/0/package", "magento2", "integration/plugins/0/package"),
        ("charges/0/currency", "Euro", "charges/0/currency"),
        ("charges/0/currency", "EUX", "charges/0/currency"),
        # numbers and lengths out of bounds
        ("charges/0/amount", 2e15, "charges/0/amount"),
        ("charges/0/start", -1, "charges/0/start"),
        ("charges/5/tiers/0/from", -1, "charges/5/tiers/0/from"),
        ("charges/4/promotion/percent_off", 101, "charges/4/promotion/percent_off"),
        ("integration/interfaces/0/limits/per_second", 0, "integration/interfaces/0/limits/per_second"),
        ("charges/5/tiers", [], "charges/5/tiers"),
        ("facts/rate_limit/value", "", "facts/rate_limit/value"),
        ("facts/rate_limit/value", [], "facts/rate_limit/value"),
        ("note", "", "note"),
        ("note", LONG, "note"),
        # keys that do not go together
        ("facts/rate_limit/low", 3, "facts/rate_limit"),
        ("facts/support_hours/high", DROP, "facts/support_hours"),
        ("facts/support_hours/not_applicable", "x", "facts/support_hours"),
        ("facts/rate_limit/value", DROP, "facts/rate_limit"),
        ("charges/0/amount", {"value": 1, **RANGE}, "charges/0/amount"),
        ("charges/0/amount", {"low": 1}, "charges/0/amount"),
        ("charges/0/amount", {}, "charges/0/amount"),
        ("charges/0/amount", {"high": "unlimited"}, "charges/0/amount"),
        ("charges/0/amount", {"low": 1, "likely": 2, "high": "unlimited"}, "charges/0/amount"),
        ("charges/0/amount", {"at_least": 1, "value": 2}, "charges/0/amount"),
        ("charges/0/amount", {"at_least": 1, **RANGE}, "charges/0/amount"),
        ("charges/0/amount", {"at_least": "unlimited"}, "charges/0/amount/at_least"),
        ("charges/8/currency", DROP, "charges/8"),
        ("charges/0/currency", DROP, "charges/0"),
        ("charges/2/currency", DROP, "charges/2"),
        ("charges/3/currency", DROP, "charges/3"),
        ("charges/5/currency", DROP, "charges/5"),
        ("charges/5/promotion", {"months": 3, "amount": 1}, "charges/5"),
        ("charges/2/promotion/percent_off", 5, "charges/2/promotion"),
        ("charges/3/promotion", {"months": 3, "amount": 1}, "charges/3"),
        ("charges/4/minimum_monthly", DROP, "charges/4"),
        ("charges/5/included", 10, "charges/5"),
        ("charges/6/overage", DROP, "charges/6"),
        ("charges/5/fixed", 1, "charges/5"),
        ("charges/7/promotion", {"months": 3, "percent_off": 1}, "charges/7"),
        ("facts/refunds/conflicts/0/low", 1, "facts/refunds/conflicts/0"),
        ("charges/3/maximum", {"value": 1, **RANGE}, "charges/3/maximum"),
        # a maximum may not be unknown
        ("charges/3/maximum", "unknown", "charges/3/maximum"),
        ("charges/3/maximum", {"at_least": 1}, "charges/3/maximum"),
    ],
    "criteria": [
        ("criteria/scalability/wieght", 3, "criteria/scalability/wieght"),
        ("criteria/scalability/measures/latency/scale/middle", 3, "criteria/scalability/measures/latency/scale/middle"),
        ("criteria/scalability/title", DROP, "criteria/scalability"),
        ("criteria/scalability/measures/rate_limit/scale", DROP, "criteria/scalability/measures/rate_limit"),
        ("criteria/scalability/measures/rate_limit/weight", "many", "criteria/scalability/measures/rate_limit/weight"),
        ("criteria/scalability/measures/total/derived", "profit", "criteria/scalability/measures/total/derived"),
        ("criteria/scalability/measures/rate_limit/scale/points/0", [1, 101], "criteria/scalability/measures/rate_limit/scale/points/0/1"),
        ("criteria/scalability/measures/rate_limit/scale/points/0", [1], "criteria/scalability/measures/rate_limit/scale/points/0"),
        ("criteria/scalability/measures/rate_limit/fresh_for", 0, "criteria/scalability/measures/rate_limit/fresh_for"),
        ("criteria/scalability/measures/latency/may_not_apply", "no", "criteria/scalability/measures/latency/may_not_apply"),
        ("criteria/scalability/measures/latency/scale/strict", 1, "criteria/scalability/measures/latency/scale/strict"),
        ("criteria/api/criteria", DROP, "criteria/api"),
        ("criteria/scalability/criteria", {"x": {"title": "X", "weight": 1, "measures": {"y": {"weight": 1, "scale": {"kind": "linear", "worst": 1, "best": 2}}}}}, "criteria/scalability"),
        ("criteria", {}, "criteria"),
        ("data_objects/order/title", DROP, "data_objects/order"),
        ("data_objects/Order", {"title": "Orders"}, "data_objects/Order"),
    ],
    "plan": [
        ("rankable", 1.1, "rankable"),
        ("rankable", -0.1, "rankable"),
        ("unknown", "best", "unknown"),
        ("gates/0/at_most", 3, "gates/0"),
        ("gates/0/at_least", DROP, "gates/0"),
        ("gates/1/any_of", [], "gates/1/any_of"),
        ("gates/1/any_of/0", {}, "gates/1/any_of/0"),
        ("gates/2/equals", "x" * 65, "gates/2/equals"),
        ("weights/api", "25", "weights/api"),
        ("weights/scalability/weight", DROP, "weights/scalability"),
        ("stakeholders/points/weights", DROP, "stakeholders/points"),
        ("stakeholders/order/weights/order/0", 3, "stakeholders/order/weights/order/0"),
        ("stakeholders/pairs/weights/pairwise/0/times", 0.5, "stakeholders/pairs/weights/pairwise/0/times"),
        ("stakeholders/swing/stated", "yesterday", "stakeholders/swing/stated"),
        ("robustness/precision", 0, "robustness/precision"),
        ("seed", -1, "seed"),
        ("money/currency", "euro", "money/currency"),
        ("money/locale", "x", "money/locale"),
        ("money/rates/Euro", 1, "money/rates/Euro"),
        ("money/discount_rate", "unknown", "money/discount_rate"),
        ("money/discount_rate/value", 0.06, "money/discount_rate"),
        ("money/volumes/refunds/of", DROP, "money/volumes/refunds"),
        ("money/volumes/refunds/value", 3, "money/volumes/refunds"),
        ("money/volumes/refunds", {"value": 1, **RANGE}, "money/volumes/refunds"),
        ("money/volumes/refunds", {"low": 1}, "money/volumes/refunds"),
        ("money/benefits/0/per", DROP, "money/benefits/0"),
        ("money/benefits/1/amount", 3, "money/benefits/1"),
        ("money/benefits/2/every", DROP, "money/benefits/2"),
        ("money/benefits/0/ramp_up/0", 1.1, "money/benefits/0/ramp_up/0"),
        ("money/charges/all/0/hours", DROP, "money/charges/all/0"),
        ("platform/php", 8.4, "platform/php"),
        ("flows/0/direction", "both_ways", "flows/0/direction"),
        ("flows/0/timing", DROP, "flows/0"),
        ("routes/0", "carrier pigeon", "routes/0"),
    ],
    "platform": [
        ("releases", {}, "releases"),
        ("releases/2.4.8-p5/line", DROP, "releases/2.4.8-p5"),
        ("releases/2.4.8-p5/php/0", 8.4, "releases/2.4.8-p5/php/0"),
        ("releases/2.4.8-p5/packages/framework", "103.0.8", "releases/2.4.8-p5/packages/framework"),
        ("lines/2.4.8/supported_until", "2028", "lines/2.4.8/supported_until"),
        ("interfaces/0", "REST", "interfaces/0"),
    ],
}  # fmt: skip

# Of a record whose kind is missing or unknown, a schema cannot say which one was meant.
UNKNOWN_KINDS = [
    ("vendor", "charges/0/kind", "gift", "charges/0/kind"),
    ("vendor", "charges/0/kind", DROP, "charges/0"),
    ("criteria", "criteria/scalability/measures/latency/scale/kind", "curve", "criteria/scalability/measures/latency/scale/kind"),
    ("plan", "stakeholders/points/weights/kind", "dots", "stakeholders/points/weights/kind"),
    ("plan", "money/benefits/0/kind", "fame", "money/benefits/0/kind"),
]  # fmt: skip

ONLY_THE_MODEL_REFUSES = [
    ("plan", "flows/0/peak_per_hour", 1, "JSON Schema compares no two numbers of a file"),
    ("vendor", "charges/2/promotion/months", 3.0, "in JSON Schema, 3.0 is a whole number"),
    ("vendor", "id", "examplepay\n", "in Python, `$` also stands before a last line break; in editors it does not"),
]  # fmt: skip


def seeded(data, route, value):
    """A copy of the data with one fault."""
    first, _, rest = route.partition("/")
    step = int(first) if isinstance(data, list) else first
    changed = data.copy()
    if rest:
        changed[step] = seeded(data[step], rest, value)
    elif value is DROP:
        del changed[step]
    else:
        changed[step] = value
    return changed


def steps(place):
    """`a/0/b` as a route."""
    return tuple(int(s) if s.isdigit() else s for s in place.split("/") if s)
