"""What the page says while weights, must-haves and what counts for open facts are tried."""

from evalkit.wording.messages.catalogue import Message

SHARE_OF = Message("Weight of {criterion}, in percent")
LOCK_OF = Message("Hold the weight of {criterion}")
WORDS = {
    "lead": Message(
        "Points, places and differences follow. Nothing is stored or sent. Simulations are not "
        "repeated here; a scenario on the command line does it."
    ),
    "try": Message("Try other weights and must-haves"),
    "start": Message("Start from"),
    "weights": Message("Weights"),
    "criterion": Message("Criterion"),
    "weight": Message("Weight, in percent"),
    "lock": Message("Hold"),
    "marks": Message(
        "A mark on a track is where another vendor comes first. The weights that are not held keep "
        "their proportions."
    ),
    "open_facts": Message("Open facts count as"),
    "worst": Message("the worst"),
    "middle": Message("the middle"),
    "musts": Message("Must-haves that count"),
    "compare": Message("Side by side, two or three"),
    "results": Message("Points by these weights"),
    "place": Message("Place"),
    "vendor": Message("Vendor"),
    "picture": Message("Points, 0 to 100"),
    "points": Message("Points"),
    "range": Message("At least to at most"),
    "differences": Message("Side by side"),
    "ahead": Message("Ahead, in points"),
    "value": Message("Value against cost"),
    "value_points": Message("Points without costs"),
    "cost": Message("Cost at present value"),
}
GIVEN = {
    "group": Message("The group's weights"),
    "plan": Message("The plan's weights"),
    "criteria": Message("The criteria's weights"),
}
"""What may be started from beside each person's weights: those of the decision."""
SAID = {
    "change_above": Message("above {share} ({vendor})"),
    "change_below": Message("below {share} ({vendor})"),
    "not_ranked": Message("not ranked"),
    "ruled_out": Message("ruled out: {must}"),
    "total": Message("All"),
    "known_part": Message("{open} of {lead} points rest on facts that are not known about both."),
    "efficient": Message("best value"),
    "beaten": Message("another vendor offers more for less"),
    "undecided": Message("depends on costs that are not known"),
    "banner": Message("What-if, not the evaluation of {plan}."),
    "weight_now": Message("{criterion} {now} instead of {before}"),
    "where": Message("Another vendor comes first if one weight moves far: {changes}."),
    "far": Message("{criterion} {change}"),
    "nowhere": Message("No single weight decides who comes first."),
    "in_proportion": Message("{change}, the others in proportion"),
    "worst_now": Message("open facts count as the worst"),
    "middle_now": Message("open facts count as the middle"),
    "must_off": Message("{must} is no must-have"),
    "leads": Message("{vendor} leads by {points} points."),
    "level": Message("{vendors} are level."),
    "nobody": Message("Nobody is ranked."),
    "as_was": Message("As evaluated: this part rests on simulations or weights that you changed."),
    "stale": Message(
        "The link was made with another evaluation, {mark}; this one is {own}. Figures may differ."
    ),
    "unreadable": Message("The link was not used: {reason}."),
    "too_long": Message("it is longer than {most} characters"),
    "unknown_part": Message("it holds “{part}”, which is not known here"),
    "not_all": Message("it does not weigh all criteria that stand beside each other"),
    "bad_number": Message("“{part}” is no weight from 0 to a million"),
    "percent": Message("{share}%"),
    "copy": Message("Copy as scenario"),
    "copied": Message("Copied"),
    "blocked": Message("Copying is blocked here; the scenario stands below."),
}
"""Sentences that the page fills in as it is used."""
BANNER = {
    "banner": Message("What-if"),
    "reset": Message("Reset"),
    "scenario": Message("Scenario for evalkit"),
}
"""Words of the banner above a page on which something is tried."""
ORDER = {
    "order": Message("Order"),
    "by_place": Message("by place"),
    "by_name": Message("by name"),
    "show": Message("Show"),
    "all": Message("all vendors"),
    "ranked": Message("ranked only"),
    "no_failure": Message("no must-have failed"),
}
"""Words of the two choices above the table of all vendors."""
