"""What the sentences say that tell what decides, and what is worth finding out."""

from evalkit.wording.messages.catalogue import Message

# The lead.
LEAD_UNKNOWN = Message("{leader}'s lead over {rival} rests only on what is not known.")
LEAD_KNOWN = Message("{leader}'s lead over {rival} rests on facts known for both.")
LEAD_PARTLY = Message("{share} of {leader}'s lead over {rival} rests on facts known for both.")

# Costs.
NOT_IN_POINTS = Message("Costs are not in the points.")
OVER_YEARS = Message("Over {years} {costs}")
OVER_YEARS_ELSEWHERE = Message("Over {years} {costs}, by price lists for different regions")
COSTS = Message("{vendor} costs {amount}")
AND_COSTS = Message("{vendor} {amount}")
AT_LEAST = Message("at least {amount}")
ABOUT = Message("about {amount}")
NOT_STATED = Message("the costs of {vendors} are not stated")
NO_PRICE = Message("we found no price for {vendors}")
PRICE_ELSEWHERE = Message("for {vendors} we have a {price}")

# People and methods.
INFLUENCE = Message("{person} ({share} of the influence)")
PREFERS = Message("{people} prefers {vendors}", "{people} prefer {vendors}")
INCONSISTENT = Message("{person} (consistency ratio {ratio}, above {limit})")
CONTRADICT = Message("Comparisons that contradict each other: {people}.")
PUTS_FIRST = Message("{methods} puts {vendors} first", "{methods} put {vendors} first")
ALL_DISAGREE = Message("The other method disagrees: {told}.", "All other methods disagree: {told}.")
SOME_DISAGREE = Message(
    "{count} other method disagrees: {told}.", "{count} other methods disagree: {told}."
)

# Must-haves and what does not apply.
RULED_OUT = Message("{vendor} is ruled out: {reason}.")
SO_ARE = Message("So is {vendors}.", "So are {vendors}.")
LEADS_BY_EXCLUDED = Message(
    "{leader} leads only because {share} of the weight is declared not applicable to it; counted "
    "as unknown, {vendor} would lead."
)
IF_EXCLUDED_COUNTED = Message("If what does not apply counted as unknown, {vendor} would lead.")

# The caveat.
RESTS_ON = Message("{part} of {vendor}'s {points} rest on {evidence}.")
VENDORS_WORD = Message("the vendor's word alone")
EXPIRED = Message("facts that have expired")
STALE = Message("facts that are out of date, last checked in {month} or before")
UNDATED = Message("facts of which nobody wrote down when they were checked")

# What is worth finding out.
WORTH = Message("worth up to {points}; {threshold}")
WORTH_WITH_OTHERS = Message("worth up to {points}; only with others")
AHEAD_IF_ITS = Message("{vendor} is ahead if its {fact} {reached}")
AHEAD_IF = Message("{vendor} is ahead if {leader}'s {fact} {reached}")
FACT_ON = Message("fact on {measure}")

# The facts that reach a value.
IS = Message("is {facts}")
NAMED = Message('"{level}"')
CHECKLIST_OVER = Message("comes to over {share} of its checklist")
CHECKLIST_ALL = Message("comes to all of its checklist")
CHECKLIST_UNDER = Message("comes to under {share} of its checklist")
CHECKLIST_NOTHING = Message("comes to nothing of its checklist")
ANYTHING = Message("anything that is possible")
OVER = Message("over {level}")
UNDER = Message("under {level}")
BETWEEN = Message("between {low} and {high}")
