"""A workspace that uses charges, costing, integration, flows and platforms.

Files are made from plain data and written as JSON, which is YAML too, so any text put into a field
arrives unchanged.
"""

import copy
import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from evalkit.cli import main
from evalkit.cli.shared.output import ENDING
from tests.conftest import ROOT

SECONDS = 2
"""Limit of processor time, because a busy machine must not fail a test."""
SLACK = 4
"""How much slower a machine may be than the one these limits were chosen on; the attacks that they
hold off took twenty times as long and more."""
WALL = 120
"""Seconds after which a process counts as stuck."""
MEMORY = 300 * 1024 * 1024
PLAN_FILE = "plans/storefront-payments.yaml"
VENDOR_FILE = "vendors/payment-gateways/examplepay.yaml"
OTHER_FILE = "vendors/payment-gateways/otherpay.yaml"
CRITERIA_FILE = "criteria/payment-gateways.yaml"
PLATFORM_FILE = "platforms/testshop.yaml"
SEEN = {"source": "https://a.test/page", "checked": "2026-06-20"}


def _measure(scale, **more):
    return {"weight": 10, "scale": {**scale, "because": "-"}, **more}


def _linear(worst, best):
    return {"kind": "linear", "worst": worst, "best": best}


CRITERIA = {
    "id": "payment-gateways",
    "title": "Payment gateways",
    "fresh_for": 365,
    "criteria": {
        "api": {
            "title": "API preference",
            "weight": 40,
            "measures": {
                "api_style": _measure({"kind": "levels", "levels": {"rest": 100, "soap": 0}}),
                "rate_limit": _measure(_linear(0, 100), unit="requests/s"),
            },
        },
        "cost": {
            "title": "Cost",
            "weight": 30,
            "measures": {
                "total_cost": _measure(_linear(90000, 0), unit="EUR", derived="total_cost")
            },
        },
        "fit": {
            "title": "Fit",
            "weight": 30,
            "measures": {
                "flow_coverage": _measure(_linear(0, 100), unit="percent", derived="flow_coverage")
            },
        },
    },
    "data_objects": {
        "order": {"title": "Order", "about": "what is bought", "personal_data": True},
        "refund": {"title": "Refund"},
    },
}
CHARGES = [
    {"kind": "one_off", "id": "set-up", "title": "Set-up", "amount": 1500, "currency": "EUR", **SEEN},
    {"kind": "recurring", "title": "Platform", "amount": 29.99, "every": "month", "currency": "EUR",
     "promotion": {"months": 3, "percent_off": 50}, **SEEN},
    {"kind": "usage", "title": "Card payment", "scope": "EU cards", "per": "order", "percent": 2.9,
     "fixed": 0.3, "currency": "EUR", "note": "net", "via": "https://b.test/copy", **SEEN,
     "conflicts": [{"percent": 3.1, "source": "https://c.test/page", "note": "older"}]},
    {"kind": "tiered", "title": "Calls", "per": "api_call", "every": "month", "currency": "EUR",
     "tiers": [{"from": 0, "to": 1000, "price": 0}, {"from": 1000, "price": 0.01}], **SEEN},
    {"kind": "internal", "title": "Upkeep", "hours": {"low": 1, "likely": 2, "high": 4},
     "every": "month", "source": "Shop"},
]  # fmt: skip
INTEGRATION = {
    "interfaces": [
        {
            "id": "api", "kind": "rest", "title": "Payments API", "base": "https://api.a.test/v1",
            "authentication": ["oauth2"], "limits": {"per_second": 10, "note": "per account"},
            "sandbox": True, "versioning": "by date", "idempotency": "a key in a header",
            "retries": "eight times", "card_data": "tokenised", "note": "read", **SEEN,
            "data": {"order": {"directions": ["to_vendor"], "operations": ["create"],
                               "endpoints": ["POST /v1/orders"], "fields": ["amount"], "note": "n"}},
        },
        {"id": "events", "kind": "webhooks", "title": "Events", "retries": "three days", **SEEN,
         "data": {"order": {"directions": ["from_vendor"], "endpoints": ["order.paid"]}}},
    ],
    "plugins": [
        {
            "id": "module", "title": "Module", "package": "a/b", "version": "1.0", "official": True,
            "platform": "testshop", "php": "^8.2", "requires": {"testshop/framework": ">=103"},
            "platform_versions": "~2.4.6", "data": {"order": {"directions": ["to_vendor"]}},
            "limitations": [{"severity": "minor", "text": "No drafts", "note": "seen", **SEEN}],
            **SEEN,
        }
    ],
    "lacks": {"refund": "made by hand in its back office"},
}  # fmt: skip
MONEY = {
    "currency": "EUR",
    "locale": "en",
    "years": 3,
    "discount_rate": {"value": 0.08, "note": "for 2027", **SEEN},
    "hourly_rate": {"value": 50, **SEEN},
    "rates": {"USD": {"value": 0.9, **SEEN}},
    "volumes": {
        "orders": {"low": 900, "likely": 1000, "high": 1300, "growth": 0.07, **SEEN},
        "refunds": {"share": 0.03, "of": "orders", **SEEN},
        "average_order_value": {"value": 70, **SEEN},
        "api_calls": {"value": 40000, **SEEN},
    },
    "charges": {"all": [{"kind": "internal", "title": "Integration", "hours": 40, "source": "Shop"}]},
    "benefits": [
        {"kind": "cost_ended", "title": "Fees of today", "amount": 8000, "every": "year",
         "because": "cancelled", "source": "Finance"},
        {"kind": "hours_saved", "title": "Less typing", "hours": 0.1, "per": "refund",
         "ramp_up": [0.5], "source": "Shop"},
    ],
}  # fmt: skip
FLOWS = [
    {"data": "order", "direction": "to_vendor", "timing": "real_time", "per_day": 4800,
     "peak_per_hour": 1200, "peak_per_second": 5, "master": "commerce", "trigger": "an order",
     "because": "Goods leave the same day."},
    {"data": "order", "direction": "from_vendor", "timing": "minutes", "master": "ERP"},
    {"data": "refund", "direction": "to_vendor", "timing": "daily", "need": "wish"},
    {"data": "own", "direction": "to_vendor", "timing": "daily", "need": "wish"},
]  # fmt: skip
PLAN = {
    "id": "storefront-payments",
    "title": "Payments for a storefront",
    "about": "A merchant",
    "category": "payment-gateways",
    "as_of": "2026-11-23",
    "robustness": {"precision": 10},
    "gates": [{"measure": "rate_limit", "at_least": 10, "because": "Peak."}],
    "money": MONEY,
    "platform": {"name": "testshop", "version": "2.4.8", "php": "8.4", "storefront": "luma"},
    "flows": FLOWS,
    "data_objects": {"own": {"title": "Own thing", "about": "ours"}},
}
FACTS = {
    "api_style": {"value": ["rest"], "note": "read", **SEEN},
    "rate_limit": {"value": 25, **SEEN},
}
VENDOR = {
    "id": "examplepay",
    "name": "ExamplePay",
    "category": "payment-gateways",
    "website": "https://a.test",
    "note": "a note",
    "facts": FACTS,
    "charges": CHARGES,
    "integration": INTEGRATION,
}
OTHER = {
    "id": "otherpay",
    "name": "OtherPay",
    "category": "payment-gateways",
    "facts": FACTS,
    "charges": [{"kind": "recurring", "amount": "unknown", "every": "year", "source": "by phone"}],
}
PLATFORM = {
    "id": "testshop",
    "name": "Test Shop",
    "interfaces": ["rest", "webhooks", "file"],
    "storefronts": ["luma"],
    "lines": {"2.4": {"supported_until": "2028-05-31", "extended_until": "2029-05-31"}},
    "releases": {
        "2.4.8": {"line": "2.4", "php": ["8.4"], "packages": {"testshop/framework": "103.0.8"}}
    },
    "note": "read",
    **SEEN,
}
FILES = {
    CRITERIA_FILE: CRITERIA,
    PLATFORM_FILE: PLATFORM,
    PLAN_FILE: PLAN,
    VENDOR_FILE: VENDOR,
    OTHER_FILE: OTHER,
}


def files():
    """The files as a fresh copy of the data."""
    return copy.deepcopy(FILES)


def text_of(content):
    """The text of a file: data as JSON, text unchanged."""
    if isinstance(content, (bytes, str)):
        return content
    written = json.dumps(content, ensure_ascii=False, indent=1)
    return re.sub("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]", _escaped, written)


def _escaped(match):
    return f"\\u{ord(match[0]):04x}"


def lay_out(folder: Path, contents) -> Path:
    """Write files; None leaves one out."""
    for path, content in contents.items():
        if content is None:
            continue
        text = text_of(content)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return folder


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def said(self):
        return self.out + self.err


def run(folder: Path, *words, seconds=SECONDS, first=None, code="", **variables) -> Ended:
    """Run evalkit in a separate process with limited time and memory.

    `first` runs in that process before anything else, the Python `code` before evalkit is imported;
    `variables` are set in its environment.
    """

    def limit():
        if first:
            first()
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (SLACK * seconds, SLACK * seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    start = ["-c", f"{code}\nfrom evalkit.cli import main\nmain()"] if code else ["-m", "evalkit"]
    ran = subprocess.run(
        [sys.executable, *start, *map(str, words)],
        cwd=folder,
        capture_output=True,
        timeout=WALL,
        check=False,
        stdin=subprocess.DEVNULL,
        preexec_fn=limit,
        env={**_environment(), **variables},
    )
    out, err = (each.decode("utf-8", "backslashreplace") for each in (ran.stdout, ran.stderr))
    return Ended(ran.returncode, out, err)


def ask(folder: Path, *words, **variables) -> Ended:
    """Run evalkit in this process, where only its answer matters: a fifth of the time."""
    before = {each: signal.getsignal(each) for each in ENDING}
    out, err = (
        io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True) for _ in "oe"
    )
    with pytest.MonkeyPatch.context() as patch:
        for name in set(os.environ) - set(_environment()):
            patch.delenv(name)
        for name, value in ({"COLUMNS": "100"} | variables).items():
            patch.setenv(name, value)
        patch.chdir(folder)
        patch.setattr(sys, "argv", ["evalkit", *map(str, words)])
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as ended:
            main()
    for each, handler in before.items():
        signal.signal(each, handler)
    said = (each.buffer.getvalue().decode("utf-8", "backslashreplace") for each in (out, err))
    return Ended(ended.value.code or 0, *said)


def _environment():
    """The environment of the process, without coverage measurement or extra threads."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("COV", "GITHUB", "EVALKIT"))}
    return kept | {"PYTHONPATH": str(ROOT), "COLUMNS": "100", "OPENBLAS_NUM_THREADS": "1"}
