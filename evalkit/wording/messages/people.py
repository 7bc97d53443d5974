"""What the section on people says."""

from evalkit.wording.messages.catalogue import Message

# Who would choose whom.
CHOOSES = Message("{people} would choose {vendor}.", "{people} would each choose {vendor}.")
UNDECIDED = Message(
    "{people} has the same points for {vendors}.", "{people} have the same points for {vendors}."
)
HOLDS = Message("That holds even if every open fact turns out at its worst.")
TURNS = Message("If every open fact turns out at its worst, {people} would choose {vendor}.")
NOBODY_RANKED = Message(
    "No vendor is ranked, so nobody has a choice yet. People differ in what matters to them."
)
ONE_RANKED = Message("Only {vendor} is ranked, so nobody has a choice yet.")
OTHERS = Message("{count} other", "{count} others")

# The table.
WORDS = {
    "table": Message("Place and points of each vendor by the weights of each person"),
    "person": Message("Whose weights"),
    "first": Message("First in simulations of these weights"),
    "more": Message("The other people"),
    "weights": Message("Weights of each person"),
    "criterion": Message("Criterion"),
    "group": Message("Group"),
    "statements": Message("What each person said, and by which method"),
    "agreement": Message("How far apart they are"),
    "scrolls": Message("Table that scrolls sideways"),
}
INFLUENCE = Message("{share} influence")
CARES = Message("cares most about {criterion} ({share})")
GROUP = Message("Group")
ALL_TOGETHER = Message("weighted by influence")
CELL = Message("Place, then points at least and at most.")
SHARES_DIFFER = Message(
    "A share depends on whether each vendor's open facts vary one by one, or all together."
)
WINS = Message("{vendor} {share}")
MORE_VENDORS = Message(
    "{count} more vendor is ranked behind these.", "{count} more vendors are ranked behind these."
)

# The pictures.
MIDDLE = Message("Open facts in the middle of what is possible")
WORST = Message("Open facts at their worst")
EXPLAINED = Message("Place from top to bottom, points in the circles.")
CLOSEST = Message("For the group, first and second are {points} points apart.")
MOST_INFLUENCE = Message(
    "The pictures show the person with the most influence.",
    "The pictures show the {count} people with the most influence.",
)
PLACES = Message("{person}: {places}")
PLACE = Message("{place} {vendor} {points}")

# What is folded.
STATED = Message("{person}, {day}")
METHODS = {
    "points": Message("Gave points to the criteria."),
    "swing": Message("Compared what going from worst to best is worth on each criterion."),
    "order": Message("Put the criteria in order; the weights follow from the order."),
    "pairwise": Message("Compared the criteria in pairs."),
    "best_worst": Message("Compared all criteria with the best and the worst one."),
    "intervals": Message("Gave a range for the weights; the middle counts here."),
}
WITHIN = Message("{criterion}: {method}")
SENTENCE = Message("{text}.")
SHARES = Message("{criterion} {share}")
WIDEST = Message(
    "{criterion} divides them most: {low} of the weight for {low_by}, {high} for {high_by}."
)
FARTHEST = Message(
    "{one} and {other} are furthest apart: {share} of the weight would have to move for them to "
    "agree."
)
CRITERIA_ALIKE = Message(
    "Their orders of criteria agree to {w}, on a scale from 0 (not at all) to 1 (the same order)."
)
VENDORS_ALIKE = Message(
    "Their orders of vendors agree to {w}, on a scale from 0 (not at all) to 1 (the same order)."
)
