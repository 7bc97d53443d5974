"""How often each vendor wins in the simulations."""

from evalkit.report.page.certain.shares import shares


def test_each_ranked_vendor_has_both_its_shares_and_the_others_one(golden):
    found = shares(golden("everything"))
    assert found["title"] == "Who wins in 625 simulations"
    assert [(row["name"], row["share"]) for row in found["rows"]] == [
        ("Alder Pay", "over 95%"),
        ("Birch & Sons", "under 5%"),
    ]
    assert [(row["name"], row["share"]) for row in found["others"]] == [("Dogwood", "40%")]
    assert found["others"][0]["picture"]["label"] == (
        "Dogwood, not ranked, would win 40% if its open facts rise together."
    )


def test_where_one_is_ranked_only_the_others_have_bars(golden):
    found = shares(golden("researched"))
    assert found["rows"] == []
    assert found["others"]
    assert found["title"].startswith("How often others would beat Gull, in ")


def test_nothing_is_drawn_where_nothing_was_simulated_or_nobody_else_can_win(golden):
    assert shares(golden("unresearched")) is None
    assert shares(golden("last")) is None
