"""What vendors are worth beyond what the client can do without one, read aloud."""

import pytest

from evalkit.evaluation.costs.sentences.against import Instead, not_worked_out, worth
from evalkit.evaluation.record.costs import Figure

KEPT = Instead("status_quo", 3, 10_000)


def figure(shown, bound="exact", ends=None):
    return Figure(low=1.0, likely=2.0, high=3.0, bound=bound, text="-", shown=shown, ends=ends)


@pytest.mark.parametrize(
    ("who", "net", "pays", "sentence"),
    [
        (
            ["Mollie"], figure("€120k", ends=("−€20k", "€250k")), 0.97,
            "Mollie is worth about €120k over 3 years, above zero in 97% of simulations.",
        ),
        (
            ["Mollie"], figure("−€20k"), 0.0,
            "Mollie is worth −€20k over 3 years, above zero in 0% of simulations.",
        ),
        (["Mollie"], figure("€20k", "at_most"), None, "Mollie is worth at most €20k over 3 years."),
        (["Mollie"], figure("€20k", "at_least"), None, "Mollie is worth at least €20k over 3 years."),
        (
            ["Mollie", "Stripe"], figure("€5k"), 1.0,
            "Mollie and Stripe are each worth €5k over 3 years, above zero in 100% of simulations.",
        ),
    ],
)  # fmt: skip
def test_what_vendors_are_worth(who, net, pays, sentence):
    assert worth(who, net, pays, KEPT) == f"Against keeping the present solution, {sentence}"


def test_what_the_client_does_instead_has_words_of_its_own():
    found = [
        not_worked_out("Mollie", "why", Instead(each, 1, 100)) for each in ("platform", "build")
    ]
    assert found == [
        "We cannot say what Mollie is worth against using the platform's own feature: why.",
        "We cannot say what Mollie is worth against building it: why.",
    ]
