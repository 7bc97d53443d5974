"""Growing files for `validate`.

A file has at most 50,000 keys and values, so the largest size of most cases is near that limit;
where the number of files grows, it is some thousands of them.
"""

import json
import re
from pathlib import Path
from typing import Any

from growth import Case

CATEGORY = "payment-gateways"
VENDOR, PLAN = f"vendors/{CATEGORY}/examplepay.yaml", "plans/storefront-payments.yaml"
CRITERIA, PLATFORM = f"criteria/{CATEGORY}.yaml", "platforms/shop.yaml"
SEEN = {"source": "https://a.test/page", "checked": "2026-06-20"}
LINEAR = {"kind": "linear", "worst": 0, "best": 1, "because": "-"}
NAME = "z" * 46
ONE_OFF = {"kind": "one_off", "title": "t", "amount": 1, "currency": "EUR", **SEEN}
USAGE = {"kind": "usage", "title": "t", "per": "order", "fixed": 1, "currency": "EUR", **SEEN}
CHECK = ("validate", "--no-cache", "-f", "json")
FIX = ("validate", "--no-cache", "-f", "json", "--fix")


def cases() -> list[Case]:
    """One case for each dimension of untrusted input."""
    return [*_near_names(), *_one_file(), *_several_files(), *_criteria(), *_repairs()]


def _near_names() -> list[Case]:
    return [
        Case("unknown facts and measures", 40, _unknown_facts, CHECK),
        Case("unknown gates and measures", 40, _unknown_gates, CHECK),
        Case("missing vendors and vendor files", 20, _missing_vendors, CHECK),
        Case("unknown data and data objects", 80, _unknown_data, CHECK),
        Case("unknown volumes of charges", 29, _unknown_volumes, CHECK),
        Case("unknown volumes of shares", 60, _unknown_shares, CHECK),
        Case("replaced charges and charges", 29, _unknown_replaced, CHECK),
        Case("strangers in statements", 80, _strangers, CHECK),
        Case("unknown criteria in `within`", 54, _within, CHECK),
        Case("currencies that are none", 120, _currencies, CHECK),
        Case("words that are not allowed", 54, _words, CHECK),
        Case("levels that are none", 120, _levels, CHECK),
    ]


def _one_file() -> list[Case]:
    return [
        Case("tiers", 3, _tiers, CHECK),
        Case("charges of one price", 3, _alike, CHECK),
        Case("preferred routes", 450, _routes, CHECK),
        Case("interfaces of shop and platform", 450, _interfaces, CHECK),
        Case("lacking data and interfaces", 40, _lacking, CHECK),
        Case("flows and interfaces", 1, _flows, CHECK),
        Case("constraints", 30, _constraints, CHECK),
        Case("stakeholders and measures", 1, _people, CHECK),
        Case("ties around a long name", 200, _ties, CHECK),
        Case("names and a long worst one", 200, _long_worst, CHECK),
        Case("silenced codes and findings on one line", 50, _silenced, CHECK),
        Case("facts without source", 120, _facts, CHECK),
        Case("a line of findings", 70, _one_line, CHECK),
    ]


def _several_files() -> list[Case]:
    return [
        Case("plans and empty vendors", 10, _plans_and_vendors, CHECK),
        Case("plans and vendors with charges", 10, _plans_and_prices, CHECK),
        Case("plans and vendors with editions", 10, _plans_and_editions, CHECK),
        Case("plans with vendors and vendors", 10, _plans_that_name, CHECK),
        Case("files of one id", 40, _one_id, CHECK),
        Case("misnamed files", 40, _misnamed, CHECK),
        Case("vendors", 40, _vendors, CHECK),
    ]


def _criteria() -> list[Case]:
    return [
        Case("measures", 9, _measures, CHECK),
        Case("points of a scale", 120, _points, CHECK),
        Case("criteria that extend each other", 10, _chain, CHECK),
        Case("criteria that extend each other in a circle", 10, _circle, CHECK),
        Case("criteria that extend a large file", 5, _heirs, CHECK),
        Case("plans by value and cost, and measures", 5, _frontier_plans, CHECK),
    ]


def _repairs() -> list[Case]:
    return [
        Case("repairs in a file", 54, _quotes, FIX),
        Case("renamed keys in a file", 20, _renames, FIX),
        Case("repaired files", 10, _misnamed, FIX),
        Case("schemas of categories", 2, _categories, ("schema", "--write")),
        Case("schemas named in files", 40, _vendors, ("schema", "--write")),
    ]


def _put(folder: Path, path: str, content: Any) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content, indent=0)
    file.write_text(text, encoding="utf-8")


def _vendor(folder: Path, name: str = "examplepay", **more: Any) -> None:
    content = {"id": name, "name": name, "category": CATEGORY, **more}
    _put(folder, f"vendors/{CATEGORY}/{name}.yaml", content)


def _plan(folder: Path, name: str = "storefront-payments", **more: Any) -> None:
    _put(folder, f"plans/{name}.yaml", {"id": name, "title": "t", "category": CATEGORY, **more})


def _money(**more: Any) -> dict[str, Any]:
    return {"currency": "EUR", "years": 3, "discount_rate": {"value": 0.1, **SEEN}, **more}


def _judged(folder: Path, count: int, name: str = CATEGORY, **more: Any) -> None:
    measure = {"weight": 1, "unit": "-", "scale": LINEAR}
    criterion = {
        "title": "t",
        "weight": 1,
        "measures": {f"{NAME}{n}y": measure for n in range(count)},
    }
    tree = {"id": name, "title": "t", "criteria": {"api": criterion}}
    _put(folder, f"criteria/{name}.yaml", {**tree, **more})


def _unknown_facts(folder: Path, n: int) -> None:
    _judged(folder, n // 5)
    _vendor(folder, facts={f"{NAME}{i}x": "unknown" for i in range(3 * n)})


def _unknown_gates(folder: Path, n: int) -> None:
    _judged(folder, n // 5)
    gate = {"at_least": 1, "because": "-"}
    _plan(folder, gates=[{"measure": f"{NAME}{i}x", **gate} for i in range(n)])


def _missing_vendors(folder: Path, n: int) -> None:
    for i in range(n):
        _vendor(folder, f"{NAME}{i}x")
    _plan(folder, vendors=[f"{NAME}{i}y" for i in range(6 * n)])


def _unknown_data(folder: Path, n: int) -> None:
    _plan(folder, data_objects={f"{NAME}{i}y": {"title": "t"} for i in range(n)})
    _vendor(folder, integration={"lacks": {f"{NAME}{i}x": "no" for i in range(n)}})


def _unknown_volumes(folder: Path, n: int) -> None:
    _plan(folder, money=_money(volumes={f"{NAME}{i}x": 1 for i in range(n)}))
    _vendor(folder, charges=[{**USAGE, "per": f"{NAME}{i}y"} for i in range(n)])


def _unknown_shares(folder: Path, n: int) -> None:
    shares = {f"{NAME}{i}x": {"share": 1, "of": f"{NAME}{i}y"} for i in range(n)}
    _plan(folder, money=_money(volumes=shares))


def _unknown_replaced(folder: Path, n: int) -> None:
    _vendor(folder, charges=[{**ONE_OFF, "id": f"{NAME}{i}x"} for i in range(n)])
    offers = [{**ONE_OFF, "replaces": f"{NAME}{i}y"} for i in range(n)]
    _plan(folder, money=_money(charges={"examplepay": offers}))


def _said(statement: dict[str, Any]) -> dict[str, Any]:
    return {"stakeholders": {"it": {"influence": 1, "within": {"api": statement}}}}


def _strangers(folder: Path, n: int) -> None:
    _judged(folder, n // 9)
    _plan(folder, **_said({"kind": "points", "points": {f"{NAME}{i}x": 1 for i in range(n)}}))


def _within(folder: Path, n: int) -> None:
    criterion = {"title": "t", "weight": 1, "measures": {}}
    measures = [{f"m{i}": {"weight": 1, "unit": "-", "scale": LINEAR}} for i in range(n // 12)]
    tree = {f"{NAME}{i}y": {**criterion, "measures": m} for i, m in enumerate(measures)}
    _put(folder, CRITERIA, {"id": CATEGORY, "title": "t", "criteria": tree})
    statement = {"kind": "order", "order": ["a"]}
    said = {f"{NAME}{i}x": statement for i in range(n)}
    _plan(folder, stakeholders={"it": {"influence": 1, "within": said}})


def _currencies(folder: Path, n: int) -> None:
    _plan(folder, money=_money(rates={f"X{i}": 1 for i in range(n)}))


def _words(folder: Path, n: int) -> None:
    fact = {"value": 1, "source": "s", "kind": NAME}
    _vendor(folder, facts={f"m{i}": fact for i in range(n)})


def _levels(folder: Path, n: int) -> None:
    scale = {"kind": "levels", "levels": {f"{NAME}{i}x": 100 * (i % 2) for i in range(n)}}
    measure = {"weight": 1, "scale": {**scale, "because": "-"}}
    criterion = {"title": "t", "weight": 1, "measures": {"api_style": measure}}
    _put(folder, CRITERIA, {"id": CATEGORY, "title": "t", "criteria": {"api": criterion}})
    words = [f"{NAME}{i}y" for i in range(n)]
    _vendor(folder, facts={"api_style": {"value": words, **SEEN}})
    _plan(folder, gates=[{"measure": "api_style", "any_of": words, "because": "-"}])


def _tiers(folder: Path, n: int) -> None:
    tiers = [{"from": i, "to": i + 1, "price": 1} for i in range(n)]
    charge = {"kind": "tiered", "per": "order", "every": "month", "currency": "EUR", **SEEN}
    _vendor(folder, charges=[{**charge, "tiers": tiers}])


def _alike(folder: Path, n: int) -> None:
    _vendor(folder, charges=[{**ONE_OFF, "edition": f"e{i}"} for i in range(n)])
    _plan(folder, money=_money())


def _routes(folder: Path, n: int) -> None:
    _plan(folder, routes=["api"] * n)


def _interfaces(folder: Path, n: int) -> None:
    content = {"id": "shop", "name": "Shop", "interfaces": [f"i{_letters(i)}" for i in range(n)]}
    _put(folder, PLATFORM, {**content, "releases": {"1.0": {"line": "1"}}, "source": "s"})
    opened = [f"i{_letters(i)}" for i in reversed(range(n))]
    _plan(folder, platform={"name": "shop", "version": "1.0", "interfaces": opened})


def _letters(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "abcdefghij"))


def _carrying(n: int) -> list[dict[str, Any]]:
    data = {"directions": ["to_vendor"]}
    return [{"id": f"i{i}", "kind": "rest", "data": {f"d{i}": data}, **SEEN} for i in range(n)]


def _lacking(folder: Path, n: int) -> None:
    lacks = {f"x{i}": "no" for i in range(n)}
    _vendor(folder, integration={"interfaces": _carrying(min(n, 20)), "lacks": lacks})


def _flows(folder: Path, n: int) -> None:
    objects = {f"d{i}": {"title": "t"} for i in range(n)}
    flow = {"direction": "to_vendor", "timing": "daily"}
    flows = [{"data": f"d{i}", **flow} for i in range(n)]
    _plan(folder, data_objects=objects, flows=flows)
    _vendor(folder, integration={"interfaces": _carrying(n)})


def _constraints(folder: Path, n: int) -> None:
    hard = ",".join(f"!={i}" for i in range(55))
    needs = {f"a/p{i}": hard for i in range(n)}
    plugin = {"id": "m", "data": {"order": {"directions": ["to_vendor"]}}, "requires": needs}
    _vendor(folder, integration={"plugins": [{**plugin, "platform": "adobe-commerce", **SEEN}]})


def _people(folder: Path, n: int) -> None:
    _judged(folder, n // 3 + 60)
    first = f"{NAME}0y"
    statements = (
        {"kind": "points", "points": {first: 1}},
        {"kind": "pairwise", "pairwise": [{"more": first, "less": f"{NAME}1y", "times": 2}]},
    )
    said = [{"within": {"api": each}} for each in statements]
    _plan(folder, stakeholders={f"p{i}": said[i % 2] for i in range(n)})


def _ties(folder: Path, n: int) -> None:
    names = [f"n{i}" for i in range(n)]
    _plan(folder, **_said({"kind": "order", "order": [names, "L" * 30 * n, names]}))


def _long_worst(folder: Path, n: int) -> None:
    long, names = "L" * 15 * n, {f"n{i}": 9 for i in range(n)}
    statement = {"kind": "best_worst", "best": "b", "worst": long, "others_to_worst": {"b": 2}}
    _plan(folder, **_said({**statement, "best_to_others": {**names, long: 2}}))
    # A key of more than 1,024 characters needs a question mark.
    file = folder / PLAN
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f'"{long}":', f'? "{long}" :'), encoding="utf-8")


def _silenced(folder: Path, n: int) -> None:
    facts = {f"m{i}": "unknown" for i in range(n)}
    content = {"id": "examplepay", "name": "E", "category": CATEGORY, "facts": facts}
    codes = ",".join(f"EK{i % 1000:03}" for i in range(15 * n))
    _put(folder, VENDOR, f"{json.dumps(content)}  # evalkit: ignore[{codes}] so\n")


def _facts(folder: Path, n: int) -> None:
    _vendor(folder, facts={f"{NAME}{i}y": 1 for i in range(n)})


def _one_line(folder: Path, n: int) -> None:
    facts = {f"m{i}": {"value": 1, "source": "s"} for i in range(n)}
    content = {"id": "examplepay", "name": "E", "category": CATEGORY, "facts": facts}
    _put(folder, VENDOR, json.dumps(content))


def _plans_and_vendors(folder: Path, n: int) -> None:
    _many_plans(folder, n)
    for i in range(n):
        _vendor(folder, f"v{i}")


def _many_plans(folder: Path, n: int) -> None:
    starter = (folder / PLAN).read_text(encoding="utf-8")
    for i in range(n):
        _put(folder, f"plans/p{i}.yaml", re.sub("(?m)^id: .*", f"id: p{i}", starter))


def _plans_and_prices(folder: Path, n: int) -> None:
    _many_plans(folder, n)
    for i in range(n):
        charge = {**USAGE, "per": f"thing{i % 7}", "currency": "USD"}
        _vendor(folder, f"v{i}", charges=[charge, {**ONE_OFF, "id": "a"}])


def _plans_and_editions(folder: Path, n: int) -> None:
    charges = [{**USAGE, "title": f"t{i}", "edition": f"e{i}"} for i in range(3)]
    for i in range(n + 60):  # of so many a plan names the first 50
        _vendor(folder, f"v{i}", charges=charges)
    for i in range(n):
        own = {"kind": "one_off", "amount": 1, "currency": "EUR", **SEEN}
        _plan(folder, f"p{i}", money=_money(charges={"all": [own]}))


def _plans_that_name(folder: Path, n: int) -> None:
    names = [f"v{i}" for i in range(20)]
    for i in range(n + 20):
        _vendor(folder, f"v{i}", charges=[USAGE])
    for i in range(n):
        _plan(folder, f"p{i}", vendors=names, money=_money())


def _one_id(folder: Path, n: int) -> None:
    content = {"id": "same", "name": "S", "category": CATEGORY}
    for i in range(n):
        _put(folder, f"vendors/{CATEGORY}/v{i}.yaml", content)


def _misnamed(folder: Path, n: int) -> None:
    for i in range(n):
        content = {"id": f"wrong{i}", "name": "S", "category": CATEGORY}
        _put(folder, f"vendors/{CATEGORY}/v{i}.yaml", content)


def _vendors(folder: Path, n: int) -> None:
    for i in range(n):
        _vendor(folder, f"v{i}", facts={"api_style": {"value": "rest", **SEEN}})


def _measures(folder: Path, n: int) -> None:
    _judged(folder, n)


def _points(folder: Path, n: int) -> None:
    points = [[i, 100 * i / n] for i in range(n)]
    scale = {"kind": "points", "points": points, "because": "-"}
    measure = {"weight": 1, "unit": "-", "scale": scale}
    criterion = {"title": "t", "weight": 1, "measures": {"rate_limit": measure}}
    _put(folder, CRITERIA, {"id": CATEGORY, "title": "t", "criteria": {"api": criterion}})


def _chain(folder: Path, n: int) -> None:
    _judged(folder, 1, "c0")
    for i in range(1, n):
        content = {"id": f"c{i}", "title": "t", "extends": f"c{i - 1}"}
        _put(folder, f"criteria/c{i}.yaml", content)


def _circle(folder: Path, n: int) -> None:
    for i in range(n):
        content = {"id": f"c{i}", "title": "t", "extends": f"c{(i + 1) % n}"}
        _put(folder, f"criteria/c{i}.yaml", content)


def _heirs(folder: Path, n: int) -> None:
    _judged(folder, 900, "base")
    for i in range(n):
        _put(folder, f"criteria/c{i}.yaml", {"id": f"c{i}", "title": "t", "extends": "base"})


def _frontier_plans(folder: Path, n: int) -> None:
    _judged(folder, 900)
    content = json.loads((folder / CRITERIA).read_text(encoding="utf-8"))
    measure = {"weight": 1, "unit": "EUR", "derived": "total_cost", "scale": LINEAR}
    content["criteria"]["cost"] = {"title": "c", "weight": 1, "measures": {"total_cost": measure}}
    _put(folder, CRITERIA, content)
    for i in range(n):
        _plan(folder, f"p{i}", cost="frontier", money=_money(), weights={"api": 1})


def _quotes(folder: Path, n: int) -> None:
    fact = {"value": 1, "source": 7, "checked": "2026-06-20"}
    _vendor(folder, facts={f"m{i}": fact for i in range(n)})


def _renames(folder: Path, n: int) -> None:
    fact = {"value": 1, "sorce": "s", "cheked": "2026-06-20"}
    _vendor(folder, facts={f"m{i}": fact for i in range(n)})


def _categories(folder: Path, n: int) -> None:
    for i in range(n):
        _judged(folder, 5, f"c{i}")
        content = {"id": f"v{i}", "name": "V", "category": f"c{i}"}
        _put(folder, f"vendors/c{i}/v{i}.yaml", content)
