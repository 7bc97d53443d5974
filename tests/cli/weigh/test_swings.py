"""A swing from worst to best, in words."""

from evalkit.cli.weigh.swings import Swing, swings
from tests.cli.weigh.made import FILES
from tests.rules.criteria.test_ratings import RATED, RATING
from tests.rules.made import GATEWAYS


def test_the_heaviest_measures_are_named_first_and_the_others_counted(loaded):
    criteria = loaded(FILES).criteria["payment-gateways"]
    # contract 0.8: rights 3/4 → 0.60, term 1/4 → 0.20; price 0.2: fee 0.15, price model 0.05
    assert [swing.means for swing in swings(criteria, None)] == [
        "Api style from none to graphql or rest; Webhooks from no to yes",
        "Rate limit from 1 to 100 requests/s",
        "Rights from nothing to all of leave and audit; Term from 0 or 60 to 12 months; "
        "Fee from 4 to 0.5 percent; and 1 more",
        "First response from 48 to 1 hours",
    ]
    assert swings(criteria, "price") == (
        Swing("price_model", "Price model", "from none or on-request to full"),
        Swing("fee", "Fee", "from 4 to 0.5 percent"),
    )


def test_the_ends_of_a_rating_say_what_they_mean(loaded):
    found = loaded({GATEWAYS: RATED, **RATING}).criteria["payment-gateways"]
    assert [swing.means for swing in swings(found, "use")] == [
        "from 1 (does not fit) to 5 (fits as it is)",
        "from 2 (a week) to 0 (none)",
    ]
