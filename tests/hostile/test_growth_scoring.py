"""Ten times as much in a file takes about ten times the work: counted, not timed."""

from evalkit.costing.ledger import ledger
from evalkit.model.money import Money
from evalkit.model.price_list import MOST as MOST_PRICES
from evalkit.model.vendor import Vendor
from tests.hostile.counted import growth
from tests.hostile.made import MONEY, PLAN_FILE, VENDOR, VENDOR_FILE, files, lay_out

MOST = 12
"""Times as many calls for ten times as much: a square would make a hundred."""


def tiered(count, **more):
    tiers = [{"from": n, "to": n + 1, "price": n + 1} for n in range(count)]
    return {
        "kind": "tiered", "per": "api_call", "every": "month", "currency": "EUR",
        "tiers": tiers, "source": "x", "checked": "2026-06-20", **more,
    }  # fmt: skip


def test_tiers():
    money = Money.model_validate({**MONEY, "years": 1, "charges": {}, "benefits": []})

    def with_tiers(count):
        vendor = Vendor.model_validate({**VENDOR, "charges": [tiered(count)]})
        return lambda: ledger(vendor, money)

    assert growth(with_tiers, MOST_PRICES // 10) <= MOST


def test_a_price_list_is_as_long_as_somebody_reads(evalkit, tmp_path):
    contents = files()
    contents[VENDOR_FILE]["charges"] = [tiered(6000)]
    contents[PLAN_FILE]["money"]["volumes"]["api_calls"] = {"value": 1e5, "source": "x"}
    ran = evalkit("validate", "-f", "text", cwd=lay_out(tmp_path, contents))
    assert ran.code == 1
    assert "EK110" in ran.out
    assert "at most 300 prices, each tier counted" in ran.out
