"""Growing files and saved evaluations for `score`, `cost` and `report`."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from growth import Case

Data = dict[str, Any]
ID = "storefront-payments"
SCORE = ("score", ID, "-f", "json")
REPORT = ("report", ID, "-o", "report.html")
SPEC = ("spec", ID, "examplepay")
PLAN = f"plans/{ID}.yaml"
VENDOR = "vendors/payment-gateways/examplepay.yaml"
CRITERIA = "criteria/payment-gateways.yaml"
SEEN = {"source": "https://a.test/page", "checked": "2026-06-20"}


def cases() -> list[Case]:
    """One case for each dimension of untrusted input."""
    vendors = [
        Case(f"vendors in a plan, {words[0]}", 10, _vendors, words)
        for words in (
            *(SCORE, ("cost", ID), ("fit", ID), ("robustness", ID)),
            *(("explain", ID, "v0"), REPORT),
        )
    ]
    lengths = [
        Case("vendors with a price each, score", 10, _priced, SCORE),
        Case("vendors with a price each, report", 10, _priced, REPORT),
        *(
            Case(f"{name}, {words[0]}", size, _changed(path, change), words)
            for name, size, path, change in LENGTHS
            for words in (SCORE, REPORT)
        ),
        Case("flows, spec", 10, _changed(PLAN, _flows), SPEC),
        Case("interfaces, spec", 10, _changed(VENDOR, _interfaces), SPEC),
        Case("stakeholders, weigh", 10, _changed(PLAN, _stakeholders), ("weigh", ID)),
        *(
            Case(f"{name}, {words[0]}", size, make, words)
            for name, size, make in TREES
            for words in (SCORE, REPORT)
        ),
    ]
    return [*vendors, *lengths]


def _read(folder: Path, path: str) -> Data:
    data: Data = yaml.safe_load((folder / path).read_text())
    return json.loads(json.dumps(data, default=str))  # type: ignore[no-any-return]


def _write(folder: Path, path: str, data: Data) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(json.dumps(data, indent=0))


def _changed(path: str, change: Callable[[Data, int], None]) -> Callable[[Path, int], None]:
    def make(folder: Path, size: int) -> None:
        data = _read(folder, path)
        change(data, size)
        _write(folder, path, data)

    return make


def _vendors(folder: Path, size: int) -> None:
    first = _read(folder, VENDOR)
    for place in range(size):
        name = f"v{place}"
        facts = copy.deepcopy(first["facts"])
        facts["rate_limit"]["value"] = 10 + place % 90
        vendor = {**first, "id": name, "name": f"Vendor {place}", "facts": facts}
        vendor["charges"] = copy.deepcopy(first["charges"])
        vendor["charges"][0]["fixed"] = 0.1 + place % 97 / 100
        _write(folder, f"vendors/payment-gateways/{name}.yaml", vendor)
    plan = _read(folder, PLAN)
    _write(folder, PLAN, {**plan, "vendors": [f"v{n}" for n in range(size)], "gates": []})


def _priced(folder: Path, size: int) -> None:
    """Each is dearer and better than the last, so that none is beaten."""
    _vendors(folder, size)
    for place in range(size):
        path = f"vendors/payment-gateways/v{place}.yaml"
        vendor = _read(folder, path)
        vendor["charges"] = [_charge(place)]
        vendor["facts"]["support_response_target"] = {"value": 24 - place / size * 23, **SEEN}
        _write(folder, path, vendor)
    plan = _read(folder, PLAN)
    weights = {name: 10 for name in plan["weights"] if name != "cost"}
    _write(folder, PLAN, {**plan, "cost": "frontier", "weights": weights})


def _charge(place: int, **more: Any) -> Data:
    return {
        "kind": "recurring", "title": f"Fee {place}", "every": "month", "currency": "EUR",
        "amount": {"low": 1 + place, "likely": 2 + place, "high": 3 + place}, **SEEN, **more,
    }  # fmt: skip


def _charges(vendor: Data, size: int) -> None:
    vendor["charges"] = [_charge(place) for place in range(size)]


def _tiers(vendor: Data, size: int) -> None:
    tiers = [{"from": n, "to": n + 1, "price": n + 1} for n in range(size)]
    vendor["charges"] = [
        {"kind": "tiered", "per": "order", "every": "year", "currency": "EUR", "tiers": tiers,
         **SEEN}
    ]  # fmt: skip


def _charge_conflicts(vendor: Data, size: int) -> None:
    others = [{"amount": n + 1, "source": f"https://b.test/{n}"} for n in range(size)]
    vendor["charges"] = [_charge(5, conflicts=others)]


def _conflicts(vendor: Data, size: int) -> None:
    others = [{"value": n + 1, **SEEN, "source": f"https://b.test/{n}"} for n in range(size)]
    vendor["facts"]["rate_limit"] = {"value": 5, "conflicts": others, **SEEN}


def _object(kind: str, place: int) -> Data:
    carried = {"payment": {"directions": ["to_vendor", "from_vendor"]}}
    return {"id": f"i{place}", "kind": kind, "title": f"API {place}", "data": carried, **SEEN}


def _interfaces(vendor: Data, size: int) -> None:
    vendor["integration"] = {"interfaces": [_object("rest", n) for n in range(size)]}


def _plugins(vendor: Data, size: int) -> None:
    given = [{**_object("", n), "platform": "adobe-commerce", "php": "^8.4"} for n in range(size)]
    for each in given:
        del each["kind"]
    vendor["integration"]["plugins"] = given


def _flows(plan: Data, size: int) -> None:
    plan["data_objects"] = {f"thing_{n}": {"title": f"Thing {n}"} for n in range(size)}
    plan["flows"] = [
        {"data": f"thing_{n}", "direction": "to_vendor", "timing": "daily",
         "need": "wish", "per_day": 5, "peak_per_hour": 9}
        for n in range(size)
    ]  # fmt: skip


def _stakeholders(plan: Data, size: int) -> None:
    names = list(plan.pop("weights"))
    plan["stakeholders"] = {
        f"p{n}": {
            "title": f"Person {n}",
            "weights": {
                "kind": "points",
                "points": {name: 1 + (n * (place + 1)) % 9 for place, name in enumerate(names)},
            },
        }
        for n in range(size)
    }


def _gates(plan: Data, size: int) -> None:
    plan["gates"] = [
        {"measure": "rate_limit", "at_least": 1 + n / size, "because": f"Reason {n}."}
        for n in range(size)
    ]


def _benefits(plan: Data, size: int) -> None:
    plan["money"]["benefits"] = [
        {"kind": "cost_ended", "title": f"Cost {n}", "every": "year", "source": "x",
         "amount": {"low": 1 + n, "likely": 2 + n, "high": 3 + n}}
        for n in range(size)
    ]  # fmt: skip


def _own_charges(plan: Data, size: int) -> None:
    plan["money"]["charges"] = {"all": [_charge(place) for place in range(size)]}


def _volumes(plan: Data, size: int) -> None:
    more = {f"thing_{n}s": {"value": 5 + n, **SEEN} for n in range(size)}
    plan["money"]["volumes"] |= more


def _counted(plan: Data, size: int) -> None:
    _volumes(plan, size)
    plan["money"]["charges"] = {
        "all": [
            {"kind": "usage", "per": f"thing_{n}", "fixed": n + 1, "currency": "EUR", **SEEN}
            for n in range(size)
        ]
    }


def _rates(plan: Data, size: int) -> None:
    codes = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD"
    plan["money"]["rates"] = {code: {"value": 2, **SEEN} for code in codes.split()[:size]}


def _measure(place: int, scale: Data | None = None) -> Data:
    plain = {"kind": "linear", "worst": 0, "best": 100, "because": "-"}
    return {"title": f"Measure {place}", "weight": 1 + place % 7, "scale": scale or plain}


def _criteria(folder: Path, measures: Data, criteria: Data | None = None) -> None:
    tree = criteria or {"api": {"title": "API", "weight": 1, "measures": measures}}
    data = {"id": "payment-gateways", "title": "P", "criteria": tree}
    _write(folder, CRITERIA, data)
    for file in (folder / "vendors/payment-gateways").glob("*.yaml"):
        path = str(file.relative_to(folder))
        vendor = _read(folder, path)
        _write(folder, path, {key: vendor[key] for key in ("id", "name", "category")})
    plan = {"id": ID, "title": "P", "category": "payment-gateways", "as_of": "2026-11-23"}
    _write(folder, PLAN, plan)


def _measures(folder: Path, size: int) -> None:
    _criteria(folder, {f"m{n}": _measure(n) for n in range(size)})


def _top(folder: Path, size: int) -> None:
    tree = {
        f"c{n}": {"title": f"C {n}", "weight": 1, "measures": {f"m{n}": _measure(n)}}
        for n in range(size)
    }
    _criteria(folder, {}, tree)


def _levels(folder: Path, size: int) -> None:
    levels = {f"l{n}": 100 * n / (size - 1) for n in range(size)}
    _criteria(folder, {"m": _measure(0, {"kind": "levels", "levels": levels, "because": "-"})})


def _items(folder: Path, size: int) -> None:
    items = {f"l{n}": 1 + n % 5 for n in range(size)}
    _criteria(folder, {"m": _measure(0, {"kind": "checklist", "items": items, "because": "-"})})


def _points(folder: Path, size: int) -> None:
    points = [[n, 100 * n / (size - 1)] for n in range(size)]
    _criteria(folder, {"m": _measure(0, {"kind": "points", "points": points, "because": "-"})})


LENGTHS: tuple[tuple[str, int, str, Callable[[Data, int], None]], ...] = (
    ("charges", 3, VENDOR, _charges),
    ("tiers", 3, VENDOR, _tiers),
    ("conflicts of a charge", 10, VENDOR, _charge_conflicts),
    ("conflicts of a fact", 10, VENDOR, _conflicts),
    ("interfaces", 10, VENDOR, _interfaces),
    ("plug-ins", 10, VENDOR, _plugins),
    ("flows", 10, PLAN, _flows),
    ("stakeholders", 10, PLAN, _stakeholders),
    ("gates", 10, PLAN, _gates),
    ("benefits", 3, PLAN, _benefits),
    ("charges for all", 3, PLAN, _own_charges),
    ("volumes", 10, PLAN, _volumes),
    ("volumes that are charged by", 3, PLAN, _counted),
    ("rates", 1, PLAN, _rates),
)
TREES: tuple[tuple[str, int, Callable[[Path, int], None]], ...] = (
    ("measures", 5, _measures),
    ("criteria at the top", 5, _top),
    ("levels of a scale", 10, _levels),
    ("items of a checklist", 10, _items),
    ("points of a scale", 10, _points),
)
