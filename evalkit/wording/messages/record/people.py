"""What a record says of people: their statements, whom they put first, and how they differ."""

from evalkit.wording.messages.catalogue import Message

# Statements.
ALL_SAME = Message("All swings from worst to best are worth the same, {share}.")
ALL_SAME_WITHIN = Message(
    "Within {group}, all swings from worst to best are worth the same, {share}."
)
WORTH_MOST = Message("The swing from worst to best on {criterion} is worth most, {share}")
WORTH_MOST_WITHIN = Message(
    "Within {group}, the swing from worst to best on {criterion} is worth most, {share}"
)
THEN = Message("{first}: {others}.")
NOTHING_ON = Message("nothing on {criteria}")
AS_MUCH_ON = Message("as much as that on {criteria}")
TIMES_ON = Message("{times} times that on {criteria}")

# Whom people put first.
NOBODY = Message("no vendor is left to be elected")
HAS_LEVEL = Message("{people} has {vendors} level", "{people} have {vendors} level")
PUTS_FIRST = Message("{people} puts {vendors} first", "{people} put {vendors} first")
BY_POINTS = Message("{person} (by {points})")

# Consistency.
STRAINED = Message(
    "Most strained: {more} was said to be worth {said} times {less}; the weights make it {implied} "
    "times."
)
TOO_MANY = Message("No consistency ratio: {table} ends at 15 criteria.")
NOT_CHECKED = Message("Consistency cannot be checked: no answer can be held against another.")
XI = Message("ξ of the linear best-worst method {xi}, 0 being consistent.")
WITHIN = Message("Consistency ratio {ratio}, within {limit}.")
ABOVE = Message("Consistency ratio {ratio}, above {limit}.")
ABOUT = Message("about {ratio}")
LIMIT_OF = Message("{limit} (random index: {table})")

# How people differ.
ALL_GIVE = Message("{criterion}: all give {share}.")
SPREAD = Message("{criterion}: from {low} ({low_by}) to {high} ({high_by}).")
TO_AGREE = Message("{one} and {other} would have to move {points} of weight to agree.")
CONCORDANCE = Message(
    "Kendall's W over the order of {what} is {w}, from 0, no agreement, to 1, the same order for "
    "all: on average two people's orders correlate by {correlation} (Spearman)."
)
CRITERIA = Message("criteria")
CRITERIA_WITHIN = Message("criteria within {group}")
VENDORS = Message("vendors")
