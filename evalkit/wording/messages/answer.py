"""What page one says: the recommendation, the figures of each vendor, and what is open."""

from evalkit.wording.messages.catalogue import Message

# The recommendation.
CLEAR = Message("{leader} is the clear choice.")
LIKELY = Message("{leader} is the likely choice.")
CLOSE = Message("{names} are too close to call: a lead of {points} points is not enough.")
LEVEL = Message("{names} are too close to call: they have the same points.")
ALONE = Message("{leader} is the only vendor in this plan: there is nothing to compare it with.")
LAST = Message("{leader} is the only vendor left: all others are ruled out.")
ONLY_RESEARCHED = Message(
    "Do not decide yet: {leader} is the only vendor we know well enough to rank, and {others} "
    "could still win."
)
NOBODY = Message("Do not decide yet: we know no vendor well enough to rank.")
NONE = Message(
    "No vendor is left: the only one is ruled out.",
    "No vendor is left: each of the {count} is ruled out.",
)

# What would reverse it.
IF_GATE = Message(
    "If it does not meet one must-have that is still open, it is ruled out: {gate}.",
    "If it does not meet all {count} must-haves that are still open, such as {gate}, it is ruled "
    "out.",
)
IF_FACT = Message("What would change that: {threshold}.")
SETTLED_BY_FACT = Message("What would settle it: {threshold}.")
IF_RESEARCHED = Message("Ask about {vendor} first: {chance} chance of another winner.")
IF_WEIGHTS = Message("{rival} draws level only if {moved} of the weight moves.")
STAYS_CLOSE = Message("Nothing that is open would tell them apart.")
NOTHING = Message("Nothing that is open about any single vendor changes that.")

# Labels of the figure.
WORDS = {
    "figure": Message("Points, settled share and cost of the vendors"),
    "vendor": Message("Vendor"),
    "axis": Message("Points out of 100"),
    "points": Message("Points: at least to at most"),
    "settled": Message("Settled by evidence"),
    "certain": Message("Certain: earned by known facts"),
    "open": Message("Open: depends on unknown facts"),
    "explained": Message("Settled: share of points already certain, won or lost"),
    "still_open": Message("What is still open"),
    "find_out": Message("Find out"),
    "worth": Message("Chance that full research changes the winner"),
    "owner": Message("Owner"),
    "by": Message("By"),
    "short_points": Message("Points"),
    "short_settled": Message("Settled"),
}
COST = Message("Cost over {count} year", "Cost over {count} years")
OVERLAP = Message("Overlap of {names}")
MIDDLE = Message("Middle")
COUNTED_AS_WORST = Message("Open facts counted as the worst")
AT_MIDDLE = Message("middle {points}")
AT_WORST = Message("open as worst {points}")
BAND = Message("{word} from {points} points")
BANDS = Message("{bands}; a range over an edge has both words")
ROW = Message("{vendor}: {points} of 100 points")
NO_POINTS = Message("no measure applies")
NOT_RANKED = Message("Not ranked: less than {share} settled, so only the range of what is possible")
WORTH_MOST = Message(
    "Not ranked: the range of what is possible, those first whose research is worth most"
)
RULED_OUT = Message("Ruled out")
MORE = Message(
    "{count} more vendor is shown further down.", "{count} more vendors are shown further down."
)
MISSING = Message("{count} item missing", "{count} items missing")
PICTURE = Message("Points, at least and at most")

# Why.
WHY = Message("Why {vendor}")
SPEAKS_FOR = Message("What speaks for {vendor}")
WHY_NOBODY = Message("Why nobody is ranked")
WHY_NONE = Message("Why nobody is left")
WINS = Message("It wins {share} of {draws} simulations.")
WINS_LESS_ALIKE = Message(
    "It wins {alone} of {draws} simulations, and {alike} if each vendor's open facts rise and fall "
    "together."
)
GAINS = Message("It gains most over {rival} on {criterion}.")
GAIN = Message("{criterion} ({points} points)")
BEST_ON = Message("It earns most of what is possible on {criteria}.")
SHARE_OF = Message("{criterion} ({share})")
NEEDS = Message("A vendor is ranked from {needed} settled: {vendors}.")
HAS = Message("{vendor} has {share}")

# What speaks against it.
AGAINST = Message("What speaks against it")
BEHIND = Message("It is furthest behind {rival} on {criterion}.")
WEAK_ON = Message("It earns least of what is possible on {criteria}.")
NOT_FOUND = Message("We looked for its {facts} and did not find them.")
NOT_FOUND_ONE = Message("We looked for its {fact} and did not find it.")
RIVAL_WINS = Message("{rival} wins more of the simulations: {share}.")
LACKING = Message("What is missing")
CHEAPER = Message("{rival} costs less: {cheaper}, not {dearer}.")
DEFEATED = Message("{vendor}: {reason}.")
NOTHING_AGAINST = Message("{rival} is not ahead by {points} points or more on any criterion.")

# Who disagrees.
DISAGREES = Message("Who disagrees")
ALL_AGREE = Message("Nobody: {people} would each choose {vendor}.")
ONE_AGREES = Message("Nobody: {people} would choose {vendor}.")
NO_PEOPLE = Message("Nobody was asked: the weights are the plan's own.")
NO_WEIGHTS = Message("Nobody was asked: the weights are those of the criteria.")
NO_ORDER = Message("Nobody yet: no two vendors are ranked.")
METHODS_AGREE = Message(
    "The other method that we tried puts {vendor} first, too.",
    "All {count} other methods that we tried put {vendor} first, too.",
)

# The strongest caveat.
CAVEAT = Message("Strongest caveat")
COULD_WIN = Message("{vendors} could still win, but we know too little to rank them.")
ONE_COULD_WIN = Message("{vendors} could still win, but we know too little to rank it.")
OTHERS = Message("{count} other", "{count} others")
RANGES_ONLY = Message("Every figure here is a range, and no range is a rank.")
NO_CAVEAT = Message("No stale, undated or vendor-supplied fact carries the result.")

# What is still open.
LOOK_UP = Message("Look up its {facts}")
ASK = Message("Ask for its {facts}")
NARROW = Message("Narrow down its {facts}")
SETTLE = Message("Settle its {facts}")
FACT_MISSING = Message("{fact} ({missing})")
MUST_HAVE = Message("Settle the must-have: {gate}", "Settle {count} must-haves, first: {gate}")
AT_LEAST_FACTS = Message(
    "{chance}; one fact is enough", "{chance}; it takes at least {count} facts"
)
NOT_ENOUGH = Message("{chance}; not even all its facts are enough alone")
NEEDED_FOR = Message("decides whether it stays in")
NOTHING_OPEN = Message("Nothing that is open would change the answer.")
