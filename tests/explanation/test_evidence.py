"""The fact behind a value: what it says, where from, and how old it is."""

from tests.conftest import PLAN, VENDOR
from tests.explanation.made import EXAMPLEPAY, OTHERPAY, PLAN_FILE, of


def test_an_unknown_is_called_unknown_and_where_it_is_counted(evaluated):
    def webhooks(evaluation):
        (api, _) = of(evaluation, "examplepay").criteria
        return next(m.evidence for m in api.measures if m.measure == "webhooks")

    found = webhooks(evaluated())
    assert found.text == "not known (nobody has looked yet), counted at the worst of its scale"
    assert (found.status, found.value, found.source) == ("unknown", 0, "")
    assert found.place == f"{EXAMPLEPAY}, facts.webhooks is missing"
    middle = evaluated({PLAN_FILE: PLAN.replace("worst", "middle")})
    assert webhooks(middle).text.endswith("counted at the middle of its scale")
    fact = "{value: unknown, source: https://e.test/docs, checked: 2026-06-21}"
    looked = evaluated({EXAMPLEPAY: VENDOR + f"  webhooks: {fact}\n"})
    assert webhooks(looked).text.startswith("not known (looked for, not found)")
    assert webhooks(looked).age == "looked up 2026-06-21"


def test_a_fact_comes_with_source_age_and_place(evaluated):
    (api, scalability) = of(evaluated(), "otherpay").criteria
    style, limit = api.measures[0].evidence, scalability.measures[0].evidence
    assert (style.text, style.source) == ("soap", "https://a.test/1")
    assert style.age == "2026-06-20, 156 days old"
    assert style.place == f"{OTHERPAY}, facts.api_style"
    assert (limit.text, limit.age) == ("12 requests/s", "undated")


def test_a_stale_fact_and_what_contradicts_it(evaluated):
    text = VENDOR.replace(
        "{value: 25, source: https://examplepay.test/limits, checked: 2026-06-20}",
        "{value: 25, source: https://e.test, via: https://copy.test, checked: 2025-01-01, "
        "conflicts: [{value: 20, source: https://f.test, checked: 2025-01-02}]}",
    )
    limit = of(evaluated({EXAMPLEPAY: text}), "examplepay").criteria[1].measures[0].evidence
    assert (limit.age, limit.freshness) == ("2025-01-01, 691 days old, stale", "stale")
    assert limit.via == "https://copy.test"
    assert limit.others == ("20 requests/s: https://f.test, 2025-01-02",)
