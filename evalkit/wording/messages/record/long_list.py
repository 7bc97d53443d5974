"""What is said about a long list that was screened."""

from evalkit.wording.messages.catalogue import Message

# The answer.
NOTHING = Message("The list has no rows.")
RANKED = Message("Of {rows} rows, {count} is ranked.", "Of {rows} rows, {count} are ranked.")
NOBODY = Message("None of {rows} rows is ranked.")
RULED_OUT = Message("{count} is ruled out by a must-have.", "{count} are ruled out by a must-have.")
NOT_RANKED = Message(
    "{count} is not ranked, as less than {needed} of its points is settled.",
    "{count} are not ranked, as less than {needed} of their points is settled.",
)
FIRST = Message("{vendor} is first, with {points}.")
LEVEL = Message("{vendor} and {count} other are first, with {points}.",
                "{vendor} and {count} others are first, with {points}.")  # fmt: skip
CAPTION = Message("{plan}, {day}: {list}")
PAGE = Message("Long list: {plan}")

# The first rows.
TOP = Message("The first by rank")
RANK = Message("Rank")
VENDOR = Message("Vendor")
ID = Message("Id")
POINTS = Message("Points")
MIDDLE = Message("Middle")
AT_WORST = Message("At worst")
SETTLED = Message("Settled")
OPEN_GATES = Message("{count} must-have open", "{count} must-haves open")
LEGEND = {
    "middle": Message(
        "Points: worst to best case. Middle: open facts at half. Settled: share known."
    ),
    "worst": Message(
        "Points: worst to best case. At worst: what is open counts as 0 until shown. Settled: "
        "share known."
    ),
}

# What else there is to say, each behind a word.
SPREAD_HEAD = Message("Spread")
SPREAD = Message(
    "half of those ranked have {low} to {high} points, and the middle one has {middle}."
)
MUST_HEAD = Message("Must-haves")
MUST = Message("{title}: {failed} fail, {open} open")
MISSING_HEAD = Message("Missing most")
MISSING = Message("{title} ({share})")
REFUSED_HEAD = Message("Not understood")
REFUSED = Message(
    "{count} cell, which counts as open, such as {examples}.",
    "{count} cells, which count as open, such as {examples}.",
)
AT = Message("{file}, row {row}")
EXAMPLE = Message("{place}, {column}: {reason}")
IDS_HEAD = Message("Ids")
NO_ID = Message("the row has no id")
SAME_ID = Message("another row has the same id")
NAMELESS = Message("{count} row has none.", "{count} rows have none.")
REPEATED = Message(
    "{count} row shares its own with another.", "{count} rows share theirs with another."
)
UNREAD_HEAD = Message("Not read")
UNREAD = Message("{heads}.")
SENTENCE = Message("{clauses}.")

# Tables of the page.
NOTE = Message("Note")
BANDS = Message("How the ranked rows are spread")
BAND = Message("Points")
ROWS = Message("Rows")
WHY = Message("Why rows are ruled out")
WHY_NONE = Message("The plan has no must-haves.")
REQUIREMENT = Message("Must-have")
MET, FAILED, OPEN = Message("Met"), Message("Failed"), Message("Open")
LACKS = Message("What is missing most")
MEASURE = Message("Measure")
SHARE = Message("Share of rows")
ODD = Message("What was not understood")
ODD_WORDS = Message(
    "{count} cell counts as open. It stands here, and in a file beside the results.",
    "{count} cells count as open. The first of them stand here, and all of them in a file beside "
    "the results.",
)
PLACE, COLUMN, TEXT, REASON = (
    Message("Place"), Message("Column"), Message("Cell"), Message("Reason"),
)  # fmt: skip
