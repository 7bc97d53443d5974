"""What numbers, ranges, facts, scales and gates are in words."""

from evalkit.wording.messages.catalogue import Message

# Numbers.
RANGE = Message("{low} to {high}")
DASHED = Message("{low}–{high}")
UNDER = Message("under {share}")
OVER = Message("over {share}")
POINTS = Message("{count} point", "{count} points")
RANGE_OF_POINTS = Message("{range} points")
MONTHS = Message("{number} months")
"""With decimals, which no language counts by."""
YEARS = Message("{count} year", "{count} years")
MORE = Message("{count} more", "{count} more")
SPELLED = (
    Message("no"),
    Message("one"),
    Message("two"),
    Message("three"),
    Message("four"),
    Message("five"),
    Message("six"),
    Message("seven"),
    Message("eight"),
    Message("nine"),
    Message("ten"),
)
OLD = Message("{count} day old", "{count} days old")
AFTER = Message(
    "{count} day after the day of this evaluation", "{count} days after the day of this evaluation"
)
CLAUSES = Message("{clauses}.")

# Facts.
YES = Message("yes")
NO = Message("no")
AT_LEAST = Message("at least {value}")
AT_MOST = Message("at most {value}")
MOST_LIKELY = Message("{range}, most likely {likely}")
LEVEL_MEANS = Message("{level}: {text}")
END_MEANS = Message("{level} ({text})")

# Scales.
STRAIGHT = Message("straight line from 0 at {worst} to 100 at {best}")
THROUGH = Message("straight lines through {points}")
THROUGH_IN = Message("straight lines through {points} ({unit})")
CHECKLIST = Message("share of a checklist: {items}")
PEAK = Message("100 at {best}, falling to 0 at {low} and at {high}")

# Gates.
NONE_OF = Message("none of {names}")
