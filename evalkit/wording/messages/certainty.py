"""How sure the answer is, and what to do next: shares, weights, questions, steps and methods."""

from evalkit.wording.messages.catalogue import Message

WORDS = {
    "vendor": Message("Vendor"),
    "questions": Message("What to ask, the likeliest to change the winner first"),
    "ask": Message("Ask for"),
    "chance": Message("Chance of another winner"),
    "gain": Message("Points gained on average"),
    "decides": Message("What it takes"),
    "steps": Message("Steps"),
    "step": Message("Step"),
    "state": Message("State"),
    "from": Message("From"),
    "to": Message("To"),
    "who": Message("Who"),
    "next": Message("Next"),
    "method": Message("Method"),
    "order": Message("Its order"),
    "differs": Message("Where it differs"),
    "current": Message("Weight today"),
    "reordered": Message("First place changes"),
    "wins": Message("Wins"),
    "not_ranked": Message("not ranked"),
    "alone": Message("Each open fact varies on its own"),
    "alike": Message("Each vendor's open facts rise and fall together"),
    "span": Message(
        "The two ends: each open fact varies on its own, and each vendor's open facts rise and "
        "fall together."
    ),
    "could_win": Message("Could win"),
}

# How sure.
SHIFT = Message(
    "{rival} draws level with {leader} only if {moved} of all weight moves, from {losing} to "
    "{gaining}."
)
WEIGHT_MOVES = Message("{criterion} ({before} to {after})")
OTHERS = Message("{count} other criterion", "{count} other criteria")
NO_SHIFT = Message("No weights of the criteria would put another vendor first.")
SHIFT_UNKNOWN = Message(
    "How much weight would have to move is not worked out, as a whole criterion does not apply to "
    "some vendors."
)
LEVEL = Message("{names} are level at today's weights.")
FIXED = Message("The weights are fixed by rule, so only the open facts were varied.")
ONE_RANKED = Message("Only {leader} is ranked, so there is no order that other weights could turn.")
NOBODY = Message("Nobody is ranked, so there is no first place to simulate.")
FACTS_MATTER = Message("What we do not know can change the answer.")
FACTS_DO_NOT = Message("Nothing that is open about any single vendor changes the answer.")

# Shares of first places.
SHARES = Message("Who wins in {draws} simulations")
SHARES_OF_OTHERS = Message("How often others would beat {leader}, in {draws} simulations")
VARIED = Message("The weights and the open facts vary; only ranked vendors count.")
VARIED_FACTS = Message("The open facts vary; only ranked vendors count.")
WINS = Message("{vendor} wins {alone}, and {alike} if its open facts rise and fall together.")
WOULD_WIN = Message("{vendor}, not ranked, would win {share} if its open facts rise together.")
NOT_RANKED = Message("Not ranked: how often it would beat all that are ranked")
LESS = Message("{count} more ranked vendor wins less often.", "{count} more win less often.")
LEFT_OUT = Message(
    "{count} ranked vendor was left out of the simulations.",
    "{count} ranked vendors were left out of the simulations.",
)

# Questions.
ASK_FOR = Message("its {facts}")
MUST_HAVE = Message("{fact} (must-have)")
MISSING = Message("Still missing: {missing}.")
ANSWER = Message("{threshold}.")
ONE_FACT = Message("One answer can be enough.")
SEVERAL = Message(
    "At least {fewest} of its {count} open facts together.",
    "At least {fewest} of its {count} open facts together.",
)
NOT_ENOUGH = Message("Not even all its facts are enough alone.")
MUST_HAVES = Message("Drop a vendor that does not meet a must-have.")
NOTHING_OPEN = Message("Nothing that is open would change the answer.")

# Steps.
DONE = Message("done {day}")
DUE = Message("was due {day}")
HELD_UP = Message("held up since {day}")
UNDER_WAY = Message("until {day}")
PLANNED = Message("from {day}")
TODAY = Message("The upright line is {day}.")
STEP = Message("{title}: {start} to {end}, {state}.")
SEND = Message("Ask the vendor above.", "Ask the {count} vendors above.")
RECHECK = Message(
    "Check again the stale fact of {vendors}.",
    "Check again the {count} stale facts of {vendors}.",
)
AGAIN = Message("Write the answers into the vendors' files, and evaluate again.")

# Weights.
CROSSOVERS = Message("Points as one weight goes from 0 to 100%, the others in proportion")
TODAY_WEIGHS = Message("Today {weight}.")
NO_CHANGE = Message("No change at the top.")
LEADS_ABOVE = Message("{vendor} leads above {weight}.")
LEADS_BELOW = Message("{vendor} leads below {weight}.")
PANEL = Message("{criterion}: points of {vendors} by its weight.")
MORE_CRITERIA = Message(
    "{count} more criterion of less weight changes nothing at the top.",
    "{count} more criteria of less weight change nothing at the top.",
)
OVERTAKES_ABOVE = Message("{behind} overtakes {ahead} if {criterion} weighs more than {weight}.")
OVERTAKES_BELOW = Message("{behind} overtakes {ahead} if {criterion} weighs less than {weight}.")

# Other methods and pairs.
METHODS = Message("Other methods of adding up")
SAME_FIRST = Message(
    "The other method of adding up that we tried puts {vendor} first, too.",
    "All {count} other methods of adding up that we tried put {vendor} first, too.",
)
OTHER_FIRST = Message(
    "{count} of {all} other methods of adding up puts another vendor first.",
    "{count} of {all} other methods of adding up put another vendor first.",
)
PLACE = Message("{place} {vendor}")
PAIRS = Message("Pairs of vendors, and all places")
PAIR = Message("In how many simulations the vendor of the row is ahead of that of the column")
PLACES = Message("In how many simulations the vendor takes which place")
CAN_LEAD = {True: Message("yes"), False: Message("no"), None: Message("open")}
COULD_WIN_NOTE = Message(
    "Could win: some permitted weights and some possible facts put the vendor first, however "
    "unlikely they are."
)
DOMINATED = Message(
    "{vendor} is no better than {others} on any measure, whatever the weights and the open facts."
)
WIDER = Message("With weights that vary more widely: {shares}.")
SHARE = Message("{vendor} wins {share}")
