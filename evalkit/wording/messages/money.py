"""What section 3 says: costs, net value and payback, and what they depend on."""

from evalkit.wording.messages.catalogue import Message

NO_MONEY = Message(
    "This plan states no money, so the report compares no costs, no net value and no payback."
)

# Figures.
AT_LEAST = Message("at least {figure}")
AT_MOST = Message("at most {figure}")
NOT_KNOWN = Message("not known")
NOTHING = Message("–")
MISSING = Message("{count} item missing", "{count} items missing")
PLUS_MISSING = Message(
    "likely {amount}, {count} item missing", "likely {amount}, {count} items missing"
)
LIKELY = Message("likely {amount}")
RULED_OUT = Message("ruled out")
OF_DRAWS = Message("of {draws} simulations")
AT_ONCE = Message("at once")
UNDER_A_MONTH = Message("under 1 month")
MONTHS = Message("{count} month", "{count} months")
AT_BEST = Message("{months} at best")
NOT_WITHIN = Message("not within {count} year", "not within {count} years")

# Figures in large type.
PRESENT_COST = Message("{vendor}, cost at present value")
NET = Message("{vendor}, net value")
NET_AGAINST = Message("{vendor}, net value against {candidate}")
CHANCE = Message("{vendor}, chance to pay off")
CHEAPEST = Message("{vendor}, chance to be the cheapest")
PAYBACK_OF = Message("{vendor}, payback")

# The chart of costs.
COSTS = Message("Cost over {count} year", "Cost over {count} years")
COSTS_NOTE = Message(
    "Bars show the most likely volumes, not discounted; lines the full range, or its lower end if "
    "items are missing."
)
OWN_WORK = Message("Own work")
FOR_USE = Message("Fees for use")
FIXED = Message("Fixed fees")
UNKNOWN = Message("Not known")
BAR = Message("{vendor}: {cost}")
BAR_WITH = Message("{vendor}: {cost}, {note}")
VENDOR = Message("Vendor")
TOTAL_COST = Message("Total cost")
MORE_COSTS = Message("Costs of {count} more vendor", "Costs of {count} more vendors")

# What to note.
NOT_COSTED = Message("{count} vendor without a cost", "{count} vendors without a cost")
WHY_NOT_COSTED = Message("{reasons}.")
REASON = Message("{vendor} ({reason})")
OTHERS = Message("{count} other", "{count} others")
MINIMUM = Message("The cost of {vendors} is a minimum")
WHY_MINIMUM = Message("Not known in full: {items}.")
LACKS = Message("{item} ({vendor})")
LACKS_MORE = Message("{item} and {count} more ({vendor})", "{item} and {count} more ({vendor})")

# Lines over the years.
GAIN = Message("Cumulative net value")
GAIN_AGAINST = Message("Cumulative gain against {candidate}")
SPENT = Message("Cumulative cost")
GAIN_NOTE = Message("Benefits less costs, not discounted.")
SPENT_NOTE = Message("What has been paid by the end of each year, not discounted.")
NOT_DRAWN = Message("Not drawn: {vendors}.")
SIGNING = Message("Signing")
YEAR = Message("Year {year}")
COURSE = Message("{vendor}: {amount} by year {year}")

# Value against cost.
VALUE = Message("Value against cost")
VALUE_NOTE = Message("Points without the cost criterion, and cost at present value.")
BEST_VALUE = Message("Best value")
BEATEN = Message("Another vendor offers more for less")
OR_MORE = Message("Costs so much or more")
POINT = Message("{vendor}: {points} points for {cost}")
POINTS = Message("Points without cost")
EFFICIENT = Message("Best value")
YES = Message("yes")
NO = Message("no")
OPEN = Message("open")
BEATEN_BY = Message("Beaten by")
EXTRA = Message("Cost of each further point")
COUNTED_APART = Message(
    "The plan keeps cost out of the weights: the points are value alone, and cost counts here."
)
COUNTED = Message(
    "Cost also counts in the points, as a criterion. So that it does not count twice, the value "
    "here is points without it."
)

# Swings.
SWINGS = Message("What moves {vendor}’s net value most")
SWINGS_COST = Message("What moves {vendor}’s cost most")
SWINGS_NOTE = Message(
    "Each assumption alone at either end of its range, single figures at ±10%. All at their most "
    "likely: {base}."
)
LOW_END = Message("At the lower end of the assumption")
HIGH_END = Message("At the upper end")
SWING = Message("{assumption}: {low} gives {at_low}, {high} gives {at_high}")
SWING_ENDS = Message("{low} or {high}")
SWING_TENTH = Message("±10%: {low} or {high}")
NET_VALUE = Message("Net value")
PRESENT_VALUE = Message("Present value of costs")
ASSUMPTION = Message("Assumption")
LOWER = Message("Lower end")
UPPER = Message("Upper end")
AT_LOWER = Message("At the lower end")
AT_UPPER = Message("At the upper end")
DIFFERENCE = Message("What moves the difference in net value between {one} and {other}")
MORE_SWINGS = Message(
    "{count} more assumption moves it less.", "{count} more assumptions move it less."
)

WORDS = {
    "vendor": VENDOR,
    "assumption": ASSUMPTION,
    "low_end": LOW_END,
    "high_end": HIGH_END,
    "figures": Message("Costs and returns in figures"),
    "flows": Message("Yearly cash flows, assumptions and their sources"),
    "caveats": Message("All caveats about costs and prices"),
    "break_even": Message("At which volumes the order by cost changes"),
    "assumed": Message("What is assumed, and how it is worked out"),
    "elsewhere": Message(
        "Yearly cash flows with their sources stand in the HTML report; the command “evalkit cost” "
        "prints them, too."
    ),
}
"""The labels of the section."""

# What is folded.
FOLDED_SWINGS = Message("What each net value depends on, and break-even")
FOLDED_SWINGS_COST = Message("What each cost depends on, and break-even")

PAID = Message("What each costs over {count} year", "What each costs over {count} years")
BROUGHT = Message("What each brings over {count} year", "What each brings over {count} years")
BEYOND = Message("What each brings beyond {candidate}")
PAYBACK = Message("Payback")
RATE = Message("Share of turnover")
ORDER = Message("For each order")
CHEAPEST_OF = Message("Cheapest")
BENEFITS = Message("Benefits")
RETURN = Message("Return on investment")
DISCOUNTED_PAYBACK = Message("Discounted payback")
INTERNAL_RATE = Message("Internal rate of return")
MODIFIED = Message("modified: {rate}")
PAYS = Message("Pays off")
SIMULATED = Message("Shares are of {draws} simulations (seed {seed}).")
PAID_NOTE = Message(
    "Share of turnover and cost of an order: charges for use only, without fixed fees and own work."
)
CHEAPEST_NOTE = Message(
    "Cheapest: how often no other vendor with known costs has a lower total cost."
)
NO_CHEAPEST = Message(
    "We cannot say how often each vendor is the cheapest: none has a full price for everything "
    "that others charge for."
)
BROUGHT_NOTE = Message(
    "Benefits are at present value. Return on investment is net value in percent of the present "
    "value of costs. Pays off: how often net value is above zero."
)
BEYOND_NOTE = Message(
    "Net value less that of {candidate} in the same simulations, so what is alike in both drops "
    "out. Payback and return count only what a vendor costs beyond {candidate}."
)

CASH_FLOWS = Message("Cash flows of {vendor} in {currency}")
CASH_FLOWS_PART = Message("Cash flows of {vendor} in {currency}, {first} to {last}")
ITEM = Message("Item")
TOTAL = Message("Total")
NUMBERED = Message("{number} {item}")
PARTLY = Message("{item}, as far as known")
ALL_COSTS = Message("All costs")
ALL_BENEFITS = Message("All benefits")
NET_FLOW = Message("Net: benefits less costs")
CUMULATIVE_NET = Message("Cumulative net")
CUMULATIVE_NET_DISCOUNTED = Message("Cumulative net, discounted")
CUMULATIVE_COSTS = Message("Cumulative costs")
CUMULATIVE_COSTS_DISCOUNTED = Message("Cumulative costs, discounted")
KINDS = {
    "one_off": Message("one-off"),
    "recurring": Message("by period"),
    "usage": Message("for use"),
    "tiered": Message("for use, in tiers"),
    "internal": Message("own work"),
    "hours_saved": Message("hours saved"),
    "extra_margin": Message("extra margin"),
    "cost_ended": Message("cost that ends"),
}
"""The kinds of charges and benefits, by their keys."""
TERMS = Message("{kind}: {terms}")
SCOPE = Message("for {scope}")
MISSING_IS = Message("missing: {missing}")
CONFLICT = Message("another source says: {conflict}")
NO_SOURCE = Message("no source")
UNDATED = Message("undated")
CHECKED = Message("checked {day}")
PLACE = Message("{file}, {key}")
