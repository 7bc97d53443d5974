"""What a record says of value for money, of what moves figures, and of where vendors break even."""

from evalkit.wording.messages.catalogue import Message

# Value for money.
BEST_VALUE = Message("best value")
BEST_VALUE_UNLESS = Message("best value, unless {vendors} costs little enough")
EACH_POINT = Message("each further point costs {amount}")
NOT_ALL_COSTS = Message("open: not all of its costs are known")
MORE = Message("more")
AS_MUCH = Message("as much")
AS_MUCH_OR_MORE = Message("as much or more")
FOR_LESS = Message("{vendors} offers {offered} for less", "{vendors} offer {offered} for less")
AT_SIMILAR_COST = Message(
    "{vendors} offers {offered} at similar cost", "{vendors} offer {offered} at similar cost"
)
AT_SIMILAR_OR_LESS = Message(
    "{vendors} offers {offered} at similar cost or less",
    "{vendors} offer {offered} at similar cost or less",
)
OFFER = Message("{vendor} ({points} points for {amount})")
BEST_OF_KNOWN = Message(
    "Of those whose costs are known, {offers} offers the best value at present value.",
    "Of those whose costs are known, {offers} offer the best value at present value.",
)
BEST_OF_SIMILAR = Message(
    "Of those whose costs are known, {offers} offers the best value at present value, costs within "
    "{amount} counting as similar.",
    "Of those whose costs are known, {offers} offer the best value at present value, costs within "
    "{amount} counting as similar.",
)
EXTRA_POINT = Message("Choosing {dearer} over {cheaper} costs {amount} per extra point.")
COSTS_OPEN = Message("Not all costs of {vendors} are known.")

# What moves the difference between two vendors.
SAME_NET = Message("{one} and {other} have the same net present value, {amount}.")
AHEAD = Message("{one} is ahead of {other} by {amount} of net present value.")
ANY_TURNS = Message("Any of these alone can put {other} ahead: {assumptions}.")
NONE_TURNS = Message(
    "No single assumption can put {other} ahead; the lead depends most on {assumption}."
)
ASSUMPTION = Message("{assumption} ({low} to {high})")

# Where they break even.
ALWAYS_SAME = Message("{one} and {other} cost the same at any number of {things}.")
ALWAYS_LESS = Message(
    "At present value {one} costs less than {other} at any number of {things} from a hundredth of "
    "today's to a hundred times as many (today {today})."
)
BREAK_EVEN = Message(
    "{one} and {other} at present value, by {things} a year (today {today}): {stretches}."
)
LESS_UP_TO = Message("{vendor} costs less up to {high}")
LESS_BETWEEN = Message("{vendor} costs less from {low} to {high}")
LESS_ABOVE = Message("{vendor} costs less above {low}")
SAME_UP_TO = Message("both cost the same up to {high}")
SAME_BETWEEN = Message("both cost the same from {low} to {high}")
SAME_ABOVE = Message("both cost the same above {low}")
