"""Why, what speaks against it, who disagrees, and the strongest caveat."""

import dataclasses

from evalkit.report.page.front.reasons import reasons


def said(evaluation):
    return {each["title"]: " ".join(each["sentences"]) for each in reasons(evaluation)}


def test_it_says_how_often_the_leader_wins_and_where_it_gains_most(golden):
    found = said(golden("clear"))
    assert found["Why Finch"] == (
        "It wins 100% of 625 simulations. Finch's lead over Gull rests on facts known for both. "
        "It gains most over Gull on Reach (39.0 points)."
    )


def test_the_share_of_wins_with_facts_alike_stands_beside_the_one_with_facts_alone(golden):
    found = said(golden("contrary"))
    assert found["What speaks for Gull"].startswith(
        "It wins 10% of 625 simulations, and 30% if each vendor's open facts rise and fall together."
    )
    assert found["What speaks against it"].startswith("Wren wins more of the simulations: 90%.")


def test_a_rival_that_is_ahead_somewhere_or_cheaper_speaks_against_the_leader(golden):
    assert said(golden("payback"))["What speaks against it"] == (
        "Gull costs less: €2,400, not €9,600. It is furthest behind Gull on Cost (14.3 points)."
    )
    assert (
        said(golden("narrow"))["What speaks against it"]
        == "It is furthest behind Lark on Reach (3.0 points)."
    )
    assert (
        said(golden("clear"))["What speaks against it"]
        == "Gull is not ahead by 0.5 points or more on any criterion."
    )


def test_of_a_vendor_without_a_rival_its_best_and_its_worst_criterion_are_said(golden):
    found = said(golden("last"))
    assert found["Why Finch"] == "It earns most of what is possible on Reach (95%)."
    assert found["What speaks against it"] == "It earns least of what is possible on Cost (0%)."


def test_people_who_would_all_choose_the_leader_are_named(golden):
    assert said(golden("close"))["Who disagrees"] == (
        "Nobody: The board would choose Finch. All 4 other methods that we tried put Finch first, too."
    )
    doubts = said(golden("everything"))["Who disagrees"]
    assert doubts.startswith(
        "Nobody: Finance, Technology, Support, Purchasing, Management and Audit would each choose Alder Pay. Comparisons that contradict each other: Purchasing"
    )


def test_somebody_who_would_choose_another_is_told_in_the_words_of_the_record(golden):
    found = golden("everything")
    verdict, people = found.verdict, found.stakeholders
    one, *others = people.people
    turned = tuple(dataclasses.replace(each, rank=3 - each.rank) for each in one.ranking)
    text = "Finance (40% of the influence) prefers Birch & Sons."
    decides = tuple(
        dataclasses.replace(each, text=text) if each.about == "people" else each
        for each in verdict.decides
    )
    changed = dataclasses.replace(
        found,
        verdict=dataclasses.replace(verdict, decides=decides),
        stakeholders=dataclasses.replace(
            people, people=(dataclasses.replace(one, ranking=turned), *others)
        ),
    )
    assert said(changed)["Who disagrees"].startswith(text)


def test_without_people_it_says_whose_the_weights_are(golden):
    assert said(golden("clear"))["Who disagrees"].startswith(
        "Nobody was asked: the weights are those of the criteria."
    )
    assert said(golden("likely"))["Who disagrees"].startswith(
        "Nobody was asked: the weights are the plan's own."
    )


def test_another_method_that_disagrees_is_named(golden):
    assert "vikor puts Lark first" in said(golden("narrow"))["Who disagrees"]


def test_who_could_still_win_unranked_is_a_caveat_unless_the_headline_says_so(golden):
    assert (
        said(golden("payback"))["Strongest caveat"]
        == "Heron could still win, but we know too little to rank it."
    )
    assert "could still win" not in said(golden("researched"))["Strongest caveat"]


def test_where_nobody_is_ranked_it_says_what_is_missing(golden):
    found = said(golden("unresearched"))
    assert (
        found["Why nobody is ranked"]
        == "A vendor is ranked from 60% settled: Heron has 32% and Wren has 0%."
    )
    assert found["What is missing"].startswith("Heron: needs 60%, has 32%: 1 fact short: delivery.")


def test_where_nobody_is_left_it_says_only_why(golden):
    assert list(said(golden("nobody"))) == ["Why nobody is left"]
