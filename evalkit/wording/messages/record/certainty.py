"""What a record says of how sure the order is: draws, other methods, and changes of weights."""

from collections.abc import Mapping
from typing import Literal

from evalkit.wording.messages.catalogue import Message

# How weights and facts are drawn.
FIXED_BY_RULE = Message("Weights are fixed by rule, and only facts are drawn.")
NOBODY_SAID = Message(
    "Nobody has said what the criteria are worth, so all weights of the criteria count alike."
)
ALL_ALIKE = Message("All weights of the criteria count alike.")
Whose = Literal["people", "plan", "scenario"]
ORDER_OF: Mapping[Whose, Message] = {
    "people": Message("Any weights that keep the order of the people's joint weights count alike."),
    "plan": Message("Any weights that keep the order of the plan's own weights count alike."),
    "scenario": Message("Any weights that keep the order of the scenario's weights count alike."),
}
INTERVALS = Message(
    "Any weights between the lowest and the highest that somebody gives count alike."
)
AROUND: Mapping[Whose, Message] = {
    "people": Message("Weights are drawn around the people's joint weights ({closeness})."),
    "plan": Message("Weights are drawn around the plan's own weights ({closeness})."),
    "scenario": Message("Weights are drawn around the scenario's weights ({closeness})."),
}
CLOSENESS = Message(
    "concentration {concentration}: a weight of 20% varies by {points}, one standard deviation"
)
BY_PERSON = Message(
    "Each draw follows one person, each as often as their influence says: {people}."
)
IN_ORDER = Message("for {people} any weights in the order stated")
IN_INTERVALS = Message("for {people} any weights within the intervals stated")
AROUND_STATED = Message("for {people} weights around those stated ({closeness})")
BELOW = Message("What lies below {criteria} is drawn in the same way.")
FACTS = Message(
    "What is unknown may be anything on its scale, each value as likely as any other; a range is "
    "drawn from a triangle over its low, likely and high end. Each fact is drawn by itself, and a "
    "second time with all open facts of a vendor good or bad together."
)
GATES_AS_MET = Message("Gates that are still open are taken as met.")

# For whose weights a vendor is first.
NEVER_FIRST = Message("{vendor} is first in no draw.")
RARELY_FIRST = Message("{vendor} is first in too few draws to say for whose weights.")
WEIGHT_TODAY = Message("{criterion} {share} (today {today})")
FIRST_FOR = Message(
    "{vendor} is first for weights around {weights}; at these weights it is first in {share} of "
    "draws of the facts."
)

# Other methods.
ABOUT = {
    "geometric": Message(
        "multiplies values instead of adding them, so one very weak point pulls everything down; "
        "values below {floor} count as {floor}"
    ),
    "topsis-vector": Message(
        "measures how near a vendor is to the best of everything present and how far from the "
        "worst, after dividing each measure by its length"
    ),
    "vikor": Message(
        "weighs all shortfalls from the best vendor present against the largest single one, half "
        "and half (v = {v})"
    ),
    "promethee2-linear": Message(
        "compares vendors two by two, measure by measure: a lead of up to {indifference} points "
        "counts for nothing, from {preference} points on in full"
    ),
}
AHEAD_BECAUSE = {
    "geometric": Message(
        "puts {ahead} ahead of {behind}: a product punishes weak points, and {behind} is at "
        "{value_behind} of 100 on {measure}, where {ahead} is at {value_ahead}"
    ),
    "topsis-vector": Message(
        "puts {ahead} ahead of {behind}: it looks across the vendors present, and counts squared "
        "distances from the best and worst among them: {ahead} gains most on {measure} "
        "({value_ahead} against {value_behind})"
    ),
    "vikor": Message(
        "puts {ahead} ahead of {behind}: it looks across the vendors present, and the largest "
        "shortfalls count most: that of {behind} on {measure} ({value_behind} against "
        "{value_ahead})"
    ),
    "promethee2-linear": Message(
        "puts {ahead} ahead of {behind}: it looks across the vendors present, and counts on how "
        "many measures one leads, and how far only up to a point: {ahead} gains most on {measure} "
        "({value_ahead} against {value_behind})"
    ),
}
PUTS_FIRST = Message("puts {vendors} first and {order} (τ-b {correlation})")
TURNS = Message("turns {turned} of {count} pairs", "turns {turned} of {count} pairs")
SEES_LEVEL = Message(
    "sees no difference in {level} of {count} pairs",
    "sees no difference in {level} of {count} pairs",
)
PARTS = Message(
    "parts {parted} of {count} pairs that are level",
    "parts {parted} of {count} pairs that are level",
)
AGREES = Message("agrees on every pair")

# The smallest change of weights.
NOT_VARIED = Message("The weights are fixed by rule, so they are not varied.")
NO_SHIFT = Message(
    "The smallest change of weights is not worked out: a whole criterion does not apply to "
    "somebody, and its weight moves."
)
NOBODY_LEVEL = Message("No weights of the criteria put anybody level with {leader}.")
LEVEL_TODAY = Message("{vendors} are level at today's weights.")
WEIGHT_MOVES = Message("{criterion} ({before} → {then})")
SHIFT = Message(
    "Moving {points} of weight from {losing} to {gaining} puts {vendor} level with {leader}; no "
    "smaller change at the top dethrones it."
)

# Where two vendors change places.
WITHIN = Message("{criterion} within {group}")
STAYS_AHEAD = Message("{ahead} stays ahead of {behind} whatever {criterion} weighs.")
OVERTAKES_UP = Message(
    "{behind} overtakes {ahead} if {criterion} weighs more than {weight} (today {today}, {points} "
    "up)."
)
OVERTAKES_DOWN = Message(
    "{behind} overtakes {ahead} if {criterion} weighs less than {weight} (today {today}, {points} "
    "down)."
)
BACK_UP = Message(
    "{ahead} is back ahead of {behind} if {criterion} weighs more than {weight} (today {today}, "
    "{points} up)."
)
BACK_DOWN = Message(
    "{ahead} is back ahead of {behind} if {criterion} weighs less than {weight} (today {today}, "
    "{points} down)."
)
STAY_LEVEL = Message("{one} and {other} stay level whatever {criterion} weighs.")
AHEAD_UP = Message(
    "{one} and {other} are level today; {above} is ahead if {criterion} weighs more than {today}."
)
AHEAD_DOWN = Message(
    "{one} and {other} are level today; {below} is ahead if {criterion} weighs less than {today}."
)
AHEAD_ANYWAY = Message(
    "{one} and {other} are level today; {above} is ahead if {criterion} weighs more or less than "
    "{today}."
)
AHEAD_BY_SIDE = Message(
    "{one} and {other} are level today; {above} is ahead if {criterion} weighs more than {today}, "
    "{below} if less."
)
