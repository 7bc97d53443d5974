"""What the verdict of a record says: the outcome, and why a vendor has no rank."""

from evalkit.wording.messages.catalogue import Message

# Nobody is left, or nobody is ranked.
ONLY_ONE_OUT = Message("{vendor} is ruled out, and there is no other vendor.")
BOTH_OUT = Message("Both vendors are ruled out.")
ALL_OUT = Message("All {count} vendors are ruled out.", "All {count} vendors are ruled out.")
NOBODY = Message(
    "No vendor is known well enough to rank: that takes {needed} settled, and {vendors}."
)
HAS = Message("{vendor} has {share}")
AND_HAS = Message("{vendor} {share}")
OTHERS_HAVE = Message("the others less than {share}")
RESEARCH_ANY = Message("Research on any of them is worth the same.")
RESEARCH_ON = Message("Research on {vendors} is worth most.")
RESEARCH_SOME = Message(
    "Research on {count} of them is worth most.", "Research on {count} of them is worth most."
)

# One is left, or ranked.
ONLY_IN_PLAN = Message(
    "{vendor} is the only vendor in this plan, so there is nothing to compare it with."
)
ONLY_LEFT = Message("{vendor} is the only vendor left; all others are ruled out.")
SCORES = Message("It scores {points}; {share} is settled.")
SCORES_AND_MEETS = Message("It scores {points} and meets every must-have; {share} is settled.")
ONLY_KNOWN = Message("{vendor} is the only vendor known well enough to rank.")
COULD_WIN_IN = Message("{vendors} could still win ({shares} of simulations).")

# Who leads.
CLEAR = Message("{vendor} is the clear choice: it is first in {share} of {simulations}.")
LIKELY = Message(
    "{vendor} is the likely choice: it is first in {share} of {simulations}, {rival} in "
    "{rival_share}."
)
NO_RIVAL = {
    "clear": Message(
        "{vendor} is the clear choice: no other vendor is known well enough to rank, and none of "
        "them could still win."
    ),
    "likely": Message(
        "{vendor} is the likely choice: no other vendor is known well enough to rank, and none of "
        "them could still win."
    ),
}
CLOSE = Message("{vendors} are too close to call.")
CLOSE_FIRST = Message("{vendors} are too close to call: first in {shares} of {simulations}.")
FIRST_OF_LEVEL = Message(
    "{rival} is first more often than {leader}, which has the same points: in {rival_share} and "
    "{share} of {simulations}."
)
FIRST_OF_LESS = Message(
    "{rival} is first more often than {leader}, which has the most points: in {rival_share} and "
    "{share} of {simulations}."
)
LEADERS_DIFFER = Message(
    "Who is first most often depends on whether a vendor's open facts turn out alike, all good or "
    "all bad."
)
LEVEL = Message("{vendors} have the same points.")
SIMULATIONS = Message("{count} simulation", "{count} simulations")
SIMULATIONS_FIXED = Message(
    "{count} simulation with the weights as they are fixed",
    "{count} simulations with the weights as they are fixed",
)

# What is open.
OPEN_GATE = Message("Whether {vendor} meets a must-have is open: {gates}.")
COULD_WIN = Message(
    "{vendors} could still win, but too little is known to rank it.",
    "{vendors} could still win, but too little is known to rank them.",
)
UNSEEN = Message(
    "{count} more could still win, but was not simulated.",
    "{count} more could still win, but were not simulated.",
)
WEAKENED = Message("With weights that vary more widely, {vendor} is first in only {share}.")

# Why a vendor has no rank.
NO_MEASURE = Message("no measure applies to it")
NOT_APPLICABLE = Message(
    "needs {needed}, has {share}: too much of its weight is declared not applicable"
)
FACTS_SHORT = Message(
    "needs {needed}, has {share}: {count} fact short: {facts}",
    "needs {needed}, has {share}: {count} facts short: {facts}",
)

# What a vendor's fact answers to a must-have.
REQUIREMENT = Message("{title}: {requirement}")
FOUND = Message("found: {fact}")
FAILURE = Message("{title}: {fact}, where {requirement} is needed")
CARRIED = Message("{flow}: can be carried")
PLAN_SAYS_SO = Message("The plan says that it must.")
NOT_CARRIED = Message("{flow} is not possible ({reason})")
