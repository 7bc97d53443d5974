"""Rules about comparisons two by two."""

from evalkit.diagnostics.record import Severity
from tests.conftest import CRITERIA
from tests.rules.made import GATEWAYS, STOREFRONT
from tests.rules.weights.made import COST, UNWEIGHED, found, marked


def line(diagnostic):
    return diagnostic.line_text.strip()


def test_comparisons_that_do_not_connect_name_their_islands(said):
    (apart,) = said("kind: pairwise\npairwise:\n  - {more: cost, less: api, times: 2}")
    message = "these groups are not compared with each other: `api`, `cost`; `scalability`"
    assert found([apart]) == [("EK417", "pairwise", message)]
    assert apart.hint == "compare `api` with `scalability`, for example"


def test_a_pair_compared_twice_or_with_itself(said):
    text = (
        "kind: pairwise\npairwise:\n"
        "  - {more: api, less: cost, times: 2}\n"
        "  - {more: cost, less: api, times: 2}\n"
        "  - {more: scalability, less: scalability, times: 1}\n"
        "  - {more: scalability, less: cost, times: 1}\n"
    )
    assert found(said(text)) == [
        ("EK418", "{more: cost, less: api, times: 2}", "`cost` and `api` are compared twice"),
        (
            "EK418", "{more: scalability, less: scalability, times: 1}",
            "`scalability` is compared with itself",
        ),
    ]  # fmt: skip


CIRCLE = (
    "kind: pairwise\npairwise:\n"
    "  - {more: api, less: cost, times: 2}\n"
    "  - {more: cost, less: scalability, times: 2}\n"
    "  - {more: scalability, less: api, times: 2}\n"
)


def test_contradicting_comparisons_are_a_warning_at_the_worst_of_them(said):
    # eigenvalue 3.5, so the index is 0.25 and the ratio 0.25 / 0.58 = 0.43; all weigh the same
    (contradiction,) = said(CIRCLE)
    assert (contradiction.code, contradiction.severity) == ("EK419", Severity.WARNING)
    assert (marked(contradiction), line(contradiction)) == (
        "2",
        "- {more: api, less: cost, times: 2}",
    )
    assert contradiction.message == (
        "the consistency ratio is 0.43, above 0.10 (random index: Saaty (1980)); the least "
        "consistent: `api` matters 2 times as much as `cost`, but all comparisons together imply 1 times"
    )
    assert contradiction.hint


def test_comparisons_within_the_limit_are_fine(said):
    # 2 · 2 = 4 against 5: the eigenvalue is 1 + (5/4)^⅓ + (4/5)^⅓ = 3.0055, the ratio 0.005
    assert (
        said(
            CIRCLE.replace(
                "{more: scalability, less: api, times: 2}",
                "{more: api, less: scalability, times: 5}",
            )
        )
        == ()
    )


def test_a_contradiction_with_pairs_left_out_says_that_the_ratio_is_approximate(loaded):
    more = COST.replace("cost", "care").replace("Cost", "Care").replace("monthly_fee", "releases")
    text = (
        "stakeholders:\n  it:\n    weights:\n      kind: pairwise\n      pairwise:\n"
        "        - {more: api, less: cost, times: 5}\n"
        "        - {more: cost, less: care, times: 5}\n"
        "        - {more: care, less: scalability, times: 5}\n"
        "        - {more: scalability, less: api, times: 5}\n"
    )
    criteria = CRITERIA.replace("background:", COST + more + "background:")
    (contradiction,) = loaded({STOREFRONT: UNWEIGHED + text, GATEWAYS: criteria}).diagnostics
    # A circle of four, symmetric: every row sums to 1 + 5 + 1/5 + 1 = 7.2, the index is 3.2 / 3,
    # two of three spare comparisons are missing: the ratio is (3.2 / 3) / (0.90 / 3) = 3.556
    assert contradiction.message.startswith("the consistency ratio is about 3.56, above 0.10")


def test_a_contradiction_can_be_silenced_with_a_reason(said):
    text = CIRCLE.replace(
        "cost, times: 2}", "cost, times: 2}  # evalkit: ignore[EK419] they stand by it", 1
    )
    assert said(text) == ()


def test_comparisons_refused_for_another_reason_are_not_judged(said):
    twice = CIRCLE + "  - {more: cost, less: api, times: 9}\n"
    assert [d.code for d in said(twice)] == ["EK418"]
    stranger = CIRCLE.replace("less: cost", "less: xx")
    assert [d.code for d in said(stranger)] == ["EK412"]
