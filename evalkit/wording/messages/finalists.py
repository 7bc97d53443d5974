"""What section 1 says: where the finalists differ, by how much, and how sure that is."""

from evalkit.wording.messages.catalogue import Message

WORDS = {
    "figure": Message("Share of each criterion's possible points"),
    "about": Message("Largest difference first. The percentage is the weight."),
    "axis": Message("Share of the possible points, 0 to 100"),
    "open": Message("Open part"),
    "decided_by_unknown": Message("Decided by what is not known"),
    "known_part": Message("Known about both"),
    "open_part": Message("Not known about both"),
    "table": Message("Money, must-haves and evidence"),
    "subject": Message("Compared"),
    "measure": Message("Measure"),
    "facts": Message("The facts on which they differ, with their sources"),
    "ahead": Message("Ahead, in points"),
    "criterion": Message("Criterion"),
    "weight": Message("Weight"),
}

# Who is ahead.
GAINS = Message("{vendor} is furthest ahead on {criteria}.")
NO_GAIN = Message("{vendor} is nowhere ahead by {points} points.")
SAME_POINTS = Message("{vendor} and {rival} have the same points.")
LEAD_KNOWN = Message(
    "All of {vendor}'s lead of {lead} points over {rival} rests on facts known about both."
)
LEAD_PARTLY_OPEN = Message(
    "Of {vendor}'s lead of {lead} points over {rival}, {open} rest on facts that are not known "
    "about both."
)
LEAD_OPEN = Message(
    "All of {vendor}'s lead of {lead} points over {rival} rests on facts that are not known about "
    "both."
)
UNRANKED = Message(
    "{vendor} is not ranked, because we know too little about it: compare its ranges, not its "
    "points."
)
RULED_OUT = Message("{vendor} is ruled out: {reason}.")
MORE = Message(
    "{count} more vendor may be first, too: the next section shows it.",
    "{count} more vendors may be first, too: the next section shows them.",
)

# Labels of rows and marks.
ROW = Message("{criterion}: {ranges}")
SIDE = Message("{vendor} {points} of 100")
SIDE_NONE = Message("does not apply to {vendor}")
AHEAD = Message("+{points}")
LEVEL = Message("level")
LEVEL_FIRST = Message("level at the top")
ALL_OF_LEAD = Message("all {lead} points")
NOTHING_OF_LEAD = Message("none of {lead} points")
OF_LEAD = Message("{open} of {lead} points")
PAIR = Message("{vendor} over {rival}")
LEAD_PARTS = Message("{known} points known about both, {open} not")
NOT_RANKED = Message("{vendor}, not ranked")
OUT = Message("{vendor}, ruled out")
MIDDLE = Message("{vendor}, middle of what is possible")
WORST = Message("{vendor}, open facts counted as the worst")

# The table.
NET = Message("Net value over {count} year", "Net value over {count} years")
RATE = Message("Fees as a share of sales")
MUSTS = Message("Must-haves met")
MUSTS_MET = Message("{met} of {all}")
MUSTS_OPEN = Message("{met} of {all}; {open} open")
FLOWS = Message("Data flows that the plug-in carries without extra work")
OF_ALL = Message("{part} of {all}")
SETTLED = Message("Settled by evidence")
WEAK = Message("Points on stale or undated facts")

# The facts.
NOT_LOOKED_FOR = Message("not looked for")
BEYOND = {
    "worst": Message("{fact}, beyond the worst end of the scale"),
    "best": Message("{fact}, beyond the best end of the scale"),
    "both": Message("{fact}, beyond both ends of the scale"),
}
CHECKED = Message("checked {day}")
UNDATED = Message("undated")
LOOKED = Message("looked for on {day}")
SAME_FACTS = Message(
    "On {count} other measure the facts are the same.",
    "On {count} other measures the facts are the same.",
)
