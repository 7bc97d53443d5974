"""Random charges, benefits and plans for property tests.

Amounts have at most two decimals and volumes are dozens, so every exact result is a finite decimal.
"""

from hypothesis import strategies as st

from tests.costing.given import (
    ended,
    internal,
    margin,
    one_off,
    recurring,
    saved,
    tiered,
    usage,
)

CENTS = st.integers(0, 50_000).map(lambda n: n / 100)
SHARES = st.integers(0, 30).map(lambda n: n / 100)
MONTHS = st.integers(1, 40)
EVERY = st.sampled_from(["month", "quarter", "year"])
CURRENCY = st.sampled_from(["EUR", "USD"])
PER = st.sampled_from(["order", "refund"])


@st.composite
def amounts(draw, numbers=CENTS, ranges=False):
    """A number, or a range of numbers."""
    if not ranges or draw(st.booleans()):
        return draw(numbers)
    low, likely, high = sorted(draw(st.lists(numbers, min_size=3, max_size=3)))
    return {"low": low, "likely": likely, "high": high} if draw(st.booleans()) else {
        "low": low,
        "high": high,
    }  # fmt: skip


def some(**given):
    """Some of the keys."""
    return st.fixed_dictionaries({}, optional=given)


def stay(ranges):
    """The dates of a charge and its yearly increase."""
    return some(start=MONTHS, end=MONTHS, yearly_increase=amounts(SHARES, ranges))


REDUCED = st.fixed_dictionaries({"months": MONTHS, "percent_off": st.integers(1, 100)})


@st.composite
def tiers(draw, ranges=False):
    """Bounds that no volume equals, so rounding noise cannot cross one."""
    bounds = sorted(draw(st.sets(st.integers(1, 5_000), max_size=3)))
    bounds = [bound + 0.00137 for bound in bounds]
    ends = [{"to": bound} for bound in bounds] + [{}]
    prices = amounts(CENTS, ranges)
    return [
        {"from": low, "price": draw(prices), "fixed": draw(prices), **end}
        for low, end in zip([0, *bounds], ends, strict=True)
    ]


@st.composite
def charges(draw, ranges=False, modes=("graduated", "volume")):
    """A charge of any kind."""
    amount, more = amounts(CENTS, ranges), draw(stay(ranges))
    if draw(st.booleans()):
        more["promotion"] = draw(REDUCED)
    currency = {"currency": draw(CURRENCY)}
    match draw(
        st.sampled_from(["one_off", "recurring", "usage", "tiered", "included", "internal"])
    ):
        case "one_off":
            return one_off(draw(amount), start=draw(st.integers(0, 40)), **currency)
        case "recurring":
            held = draw(some(per=st.just("seat")))
            return recurring(draw(amount), draw(EVERY), **held, **more, **currency)
        case "usage":
            limits = ("minimum", "maximum", "minimum_monthly", "maximum_monthly")
            fees = draw(some(percent=amount, **dict.fromkeys(limits, amount)))
            return usage(draw(PER), fixed=draw(amount), **fees, **more, **currency)
        case "internal":
            more.pop("promotion", None)
            return internal(draw(amount), **draw(some(every=EVERY)), **more)
        case "included":
            pieces = {"included": draw(st.integers(0, 500)) + 0.00137, "overage": draw(amount)}
            fixed = draw(some(fixed=amount))
            return tiered(draw(PER), "month", **pieces, **fixed, **more, **currency)
        case _:
            return tiered(
                draw(PER),
                draw(st.sampled_from(["month", "year"])),
                tiers=draw(tiers(ranges)),
                mode=draw(st.sampled_from(modes)),
                quantity=draw(st.sampled_from(["flow", "stock"])),
                **more,
                **currency,
            )


@st.composite
def brought(draw, ranges=False):
    """A benefit of any kind."""
    amount, more = amounts(CENTS, ranges), draw(stay(ranges))
    more |= draw(
        some(
            ramp_up=st.lists(SHARES, max_size=4),
            probability=st.integers(1, 10).map(lambda n: n / 10),
        )
    )
    match draw(st.sampled_from(["hours", "each", "margin", "percent", "ended"])):
        case "hours":
            return saved(draw(amount), every=draw(EVERY), **more)
        case "each":
            return saved(draw(amount), per=draw(PER), **more)
        case "margin":
            return margin(amount=draw(amount), every=draw(EVERY), currency=draw(CURRENCY), **more)
        case "percent":
            return margin(percent=draw(amount), per=draw(PER), **more)
        case _:
            return ended(draw(amount), draw(EVERY), **more)


@st.composite
def plans(draw, ranges=False, rates=SHARES):
    """The financial part of a plan, without charges and benefits."""
    dozens = st.integers(1, 500).map(lambda n: 12 * n)
    held = st.builds(
        lambda amount, growth: {**_range(amount), **growth},
        amounts(dozens, ranges),
        some(growth=amounts(SHARES, ranges)),
    )
    return {
        "years": draw(st.integers(1, 4)),
        "discount_rate": draw(amounts(rates, ranges)),
        "hourly_rate": draw(amounts(st.integers(20, 90), ranges)),
        "rates": {"USD": draw(amounts(st.sampled_from([0.8, 0.92, 1.25]), ranges))},
        "volumes": {
            "orders": draw(held),
            "average_order_value": draw(amounts(CENTS.filter(bool), ranges)),
            "refunds": {
                "share": draw(amounts(SHARES, ranges)),
                "of": "orders",
                **draw(some(growth=amounts(SHARES, ranges))),
            },
            "average_refund_value": draw(amounts(CENTS, ranges)),
            "seats": draw(held),
        },
    }


def _range(given):
    return given if isinstance(given, dict) else {"value": given}


@st.composite
def books(draw, ranges=False, **shape):
    """Charges, with benefits and a plan."""
    return (
        draw(st.lists(charges(ranges, **shape), max_size=4)),
        {
            **draw(plans(ranges)),
            "benefits": draw(st.lists(brought(ranges), max_size=3)),
        },
    )
