"""Answers that once misled, each as a user would ask for it, and what is right."""

import json

import pytest

from evalkit import resources

SEEN = "source: https://a.test/1, checked: 2026-06-20"
CRITERIA = """\
id: pim
title: Product information management
criteria:
  data:
    title: Data
    weight: 50
    measures:
      load: {unit: percent, weight: 1, scale: {kind: linear, worst: 0, best: 100, because: "-"}}
  work:
    title: Work
    weight: 50
    measures:
      care: {unit: percent, weight: 1, scale: {kind: linear, worst: 0, best: 100, because: "-"}}
      help: {unit: percent, weight: 1, scale: {kind: linear, worst: 0, best: 100, because: "-"}}
"""


def file_of(name, **facts):
    lines = "".join(
        f"  {measure}: {fact if isinstance(fact, str) else f'{{value: {fact}, {SEEN}}}'}\n"
        for measure, fact in facts.items()
    )
    told = f"facts:\n{lines}" if lines else ""
    return {f"vendors/pim/{name}.yaml": f"id: {name}\nname: {name.title()}\ncategory: pim\n{told}"}


@pytest.fixture
def scored(evalkit, tmp_path):
    """The evaluation of a plan over vendors, as JSON, and what `validate` finds."""

    def run(*vendors, plan="", criteria=CRITERIA):
        files = {"criteria/pim.yaml": criteria}
        for each in vendors:
            files |= each
        files["plans/choice.yaml"] = (
            f"id: choice\ntitle: Choice\ncategory: pim\nas_of: 2026-11-23\n{plan}"
        )
        for path, text in files.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        ran = evalkit("score", "choice", "-f", "json", cwd=tmp_path)
        assert ran.code == 0
        return json.loads(ran.out)

    return run


def vendor_in(found, name):
    return next(each for each in found["vendors"] if each["id"] == name)


def test_vendors_without_any_fact_are_never_beaten_clearly(scored):
    found = scored(file_of("known", load=80, care=70, help=60), file_of("one"), file_of("two"))
    for name in ("one", "two"):
        empty = vendor_in(found, name)
        assert (empty["standing"], empty["rank"]) == ("not_ranked", None)
        assert (empty["low"], empty["high"], empty["settled"]) == (0, 100, 0)
    assert found["verdict"]["outcome"] == "only_researched"
    assert found["verdict"]["leader"] is None
    assert set(found["verdict"]["could_win"]) == {"one", "two"}
    assert "clear" not in found["verdict"]["text"]


@pytest.mark.parametrize("name", ["paypal", "checkout-com"])
def test_a_shipped_vendor_that_nobody_looked_into_has_no_rank_beside_one_that_is_known(
    evalkit, name
):
    root = resources.shipped("criteria").parent
    ran = evalkit("score", "storefront-payments", "-f", "json", cwd=root)
    found = vendor_in(json.loads(ran.out), name)
    assert (found["standing"], found["rank"]) == ("not_ranked", None)
    assert found["researched"] < 0.6
    assert found["high"] - found["low"] > 40
    table = evalkit("score", "storefront-payments").out
    (row,) = [line for line in table.splitlines() if line.startswith(f"  {found['name']} ")]
    assert "not ranked" in row
    assert "├" not in row


def test_what_does_not_apply_is_watched(scored, evalkit):
    # Load weighs half, and care and help a quarter each: 0.5 × 80 + 0.25 × (80 + 0) = 60. Without
    # the weak fact the vendor has 80, and nothing else has changed.
    other = file_of("other", load=75, care=75, help=75)
    weak = scored(file_of("sly", load=80, care=80, help=0), other)
    assert vendor_in(weak, "sly")["score"] == pytest.approx(60)
    assert weak["vendors"][0]["id"] == "other"
    gone = f"{{not_applicable: they need none, {SEEN}}}"
    found = scored(file_of("sly", load=80, care=80, help=gone), other)
    sly = vendor_in(found, "sly")
    assert (sly["score"], sly["settled"], sly["rank"]) == (pytest.approx(80), 1, 1)
    assert (sly["excluded"], sly["researched"]) == pytest.approx((0.25, 0.75))
    # Counted as unknown, at half: 0.5 × 80 + 0.25 × (80 + 50) = 72.5, less than 75.
    (told,) = [each["text"] for each in found["verdict"]["decides"] if each["about"] == "excluded"]
    assert told == (
        "Sly leads only because 25% of the weight is declared not applicable to it; counted as "
        "unknown, Other would lead."
    )
    assert "EK317" in evalkit("validate", "--format", "json").out


def test_the_order_of_sources_decides_nothing(scored):
    def disputed(one, other):
        return f"{{value: {one}, {SEEN}, conflicts: [{{value: {other}, {SEEN}}}]}}"

    known = file_of("known", load=60, care=50, help=50)
    found = [
        scored(known, file_of("torn", load=disputed(*pair), care=50, help=50))
        for pair in ((90, 0), (0, 90))
    ]
    one, other = (vendor_in(each, "torn") for each in found)
    # The middle between 90 and 0, by half of the weight, and 25 from the rest.
    assert one["score"] == other["score"] == pytest.approx(0.5 * 45 + 25)
    assert (one["low"], one["high"], one["rank"]) == (other["low"], other["high"], other["rank"])
    worst = scored(
        known, file_of("torn", load=disputed(90, 0), care=50, help=50), plan="unknown: worst\n"
    )
    assert vendor_in(worst, "torn")["score"] == pytest.approx(25)


LISTED = (
    CRITERIA
    + """\
  operations:
    title: Operations
    weight: 100
    measures:
      parts:
        weight: 1
        scale: {kind: checklist, items: {a: 1, b: 1, c: 1, d: 1, e: 1, f: 1}, because: "-"}
"""
)


def test_what_a_list_does_not_name_is_open_unless_the_list_is_complete(scored):
    known = {"load": 50, "care": 50, "help": 50}
    found = scored(
        file_of("open", **known, parts=f"{{at_least: [a, b], {SEEN}}}"),
        file_of("whole", **known, parts=f"{{value: [a, b], {SEEN}}}"),
        criteria=LISTED,
    )
    open_, whole = (vendor_in(found, name)["measures"]["parts"] for name in ("open", "whole"))
    assert (open_["low"], open_["high"], open_["status"]) == (pytest.approx(100 / 3), 100, "range")
    assert whole["low"] == whole["high"] == pytest.approx(100 / 3)
    # Parts weigh half, and two of three sixths of them are open.
    assert vendor_in(found, "open")["settled"] == pytest.approx(1 - 0.5 * 2 / 3)


PRICED = CRITERIA.replace("    title: Data\n", "    title: Data\n").replace(
    '      load: {unit: percent, weight: 1, scale: {kind: linear, worst: 0, best: 100, because: "-"}}\n',
    "      paid:\n"
    "        unit: EUR\n"
    "        weight: 1\n"
    "        derived: total_cost\n"
    '        scale: {kind: linear, worst: 1000, best: 0, because: "-"}\n',
)
MONEY = f"""\
money:
  currency: EUR
  years: 1
  discount_rate: {{value: 0.1, {SEEN}}}
"""


def test_a_price_that_is_known_in_part_is_settled_in_part(scored):
    charges = (
        f"charges:\n  - {{kind: one_off, amount: 100, currency: EUR, {SEEN}}}\n"
        "  - {kind: recurring, every: month, amount: unknown, currency: EUR}\n"
    )
    part = file_of("part", care=50, help=50)
    part = {path: text + charges for path, text in part.items()}
    found = vendor_in(scored(part, plan=MONEY, criteria=PRICED), "part")
    paid = found["measures"]["paid"]
    # €100 of €1,000 are known: from nothing left to 90 of 100 points.
    assert (paid["low"], paid["high"], paid["status"]) == (0, pytest.approx(90), "range")
    assert found["settled"] == pytest.approx(1 - 0.5 * 0.9)


def test_the_value_of_information_of_the_worked_case(scored):
    # Method, rule 16: 80 and unknown against 60 and 60, at weights 50/50.
    pair = CRITERIA[: CRITERIA.index("      help:")]
    found = scored(
        file_of("a", load=80), file_of("b", load=60, care=60), criteria=pair, plan="rankable: 0\n"
    )
    (worth,) = found["verdict"]["research"]
    assert (worth["vendor"], worth["fewest"]) == ("a", 1)
    assert (worth["probability"], worth["gain"]) == pytest.approx((0.4, 4.0))
    assert worth["facts"][0]["threshold"] == "B is ahead if A's care is under 40 percent"
