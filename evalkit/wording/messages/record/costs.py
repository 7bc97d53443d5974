"""What a record says of costs: the answer, its caveats, and what to find out."""

from evalkit.wording.messages.catalogue import Message

# What a figure says in place of a number, or around it.
ABOUT = Message("about {amount}")
AT_BEST = Message("{missing}, at best {amount}")
WITH_ENDS = Message("{amount} ({low} to {high})")
NO_BENEFITS = Message("no benefits are stated")
NOT_KNOWN = Message("not known")
NO_PRICE = Message("we found no price")
NO_COSTS = Message("its costs are not stated")
NOTHING_SPENT = Message("there are no costs")
NOTHING_SOLD = Message("the plan does not say what is sold")
NOT_WITHIN = Message("not within {years}")
NO_MORE = Message("not given: it costs no more than {vendor}")
MAYBE_NO_MORE = Message("not given: it may cost no more than {vendor}")
SMALL_OUTLAY = Message("not given: the outlay, {amount}, is below 5% of a year's flows")
SEVERAL_RATES = Message("no single one: {rates}")
NOTHING_LAID_OUT = Message("none: nothing is laid out")
NOTHING_BACK = Message("none: nothing comes back")
NO_RATE = Message("none: no rate makes the flows worth nothing")
ITEM_LACKS = Message("{item}: {gaps}")
MISSING = Message("missing: {items}")
ITEM_WITH_GAPS = Message("{item} ({gaps})")

# All of a vendor.
CANNOT_WORK_OUT_BECAUSE = Message("We cannot work out what {vendor} costs over {years}: {reason}.")
COSTS_OVER = Message("{vendor} costs {amount} over {years}.")
COSTS_OVER_BUT = Message("{vendor} costs {amount} over {years}; {reason}.")
CONVENTION = Message(
    "Amounts are in {currency}. Year 0 is the signing and is not discounted; what comes later "
    "counts at the end of its year, discounted at {rate} a year. Figures are rounded for display "
    "only."
)

# Who costs least.
ALL_OUT = Message("All vendors are ruled out.")
CANNOT_WORK_OUT = Message(
    "We cannot work out what {vendors} costs.", "We cannot work out what {vendors} cost."
)
NO_FULL_PRICE = Message("No vendor has a full price.")
NO_FULL_PRICE_FOR = Message("No vendor has a full price for {region}.")
NOT_ALL_PRICES = Message("Not all prices of {vendors} are known.")
CANNOT_SAY = Message("We cannot say who is cheapest.")
SAME_COST = Message("{vendors} cost the same over {years}, {amount} each.")
COSTS_AND_PAYS = Message(
    "{vendor} costs {amount} over {years} and pays for itself in {share} of simulations."
)
REGIONS_DIFFER = Message(
    "The price lists are for different regions ({regions}) and the plan names none: we cannot say "
    "who is cheapest."
)
NO_OTHER_PRICE = Message("No other vendor has a full price: we cannot say who is cheapest.")
NO_OTHER_PRICE_FOR = Message(
    "No other vendor has a full price for {region}: we cannot say who is cheapest."
)
UNITS_MISSING = Message(
    "Nobody else with a full price costs less, but we found no price there for each {units}, which "
    "others charge for: we cannot say who is cheapest."
)
CHEAPEST = Message("It is the cheapest in {share} of {simulations}")
CHEAPEST_AMONG = Message(
    "Of the {count} vendors with full prices it is the cheapest in {share} of {simulations}"
)
NONE_LESS = Message("No other costs less in {share} of {simulations}")
NONE_LESS_AMONG = Message(
    "Of the {count} vendors with full prices no other costs less in {share} of {simulations}"
)
MAY_COST_LESS = Message("{vendors} may cost less")
SAME_NET = Message("{vendors} have the same net present value, {amount}.")
BEST_NET = Message(
    "{vendor} has the best net present value, {amount}, above zero in {share} of simulations."
)

# Against doing without a vendor.
DOING = {
    "status_quo": Message("keeping the present solution"),
    "platform": Message("using the platform's own feature"),
    "build": Message("building it"),
}
WORTH = Message(
    "Against {doing}, {vendors} is worth {amount} over {years}.",
    "Against {doing}, {vendors} are each worth {amount} over {years}.",
)
WORTH_OFTEN = Message(
    "Against {doing}, {vendors} is worth {amount} over {years}, above zero in {share} of "
    "simulations.",
    "Against {doing}, {vendors} are each worth {amount} over {years}, above zero in {share} of "
    "simulations.",
)
WORTH_UNKNOWN = Message("We cannot say what {vendor} is worth against {doing}: {reason}.")
NO_PRICE_OF = Message("we know no price of {vendors}")
NO_EDITION_CHOSEN = Message("no edition is chosen")
NOT_ALL_KNOWN = Message("not all costs and benefits are known")

# What to find out.
FIND_OUT = Message("Find out: {what}.")
WHAT_IT_COSTS = Message("what {vendor} costs")
WHAT_IS_MISSING = Message("what is missing for {vendor}")
OWNER = Message("{vendor}'s")
PRICES = Message("{owners} price", "{owners} prices")
PRICES_FOR = Message("{owners} price for {region}", "{owners} prices for {region}")
BELOW = Message(
    "{prices}; below {share} of turnover it costs less than {rival}",
    "{prices}; below {share} of turnover they cost less than {rival}",
)

# What to consider before costs are compared.
ITS_PRICES = Message("{vendor}'s price", "{vendor}'s prices")
PRICES_OF = Message("the price of {vendor}", "the prices of {vendor}")
SOME_OF_ITS = Message("{few} of {vendor}'s {count} price", "{few} of {vendor}'s {count} prices")
SOME_OF = Message(
    "{few} of the {count} price of {vendor}", "{few} of the {count} prices of {vendor}"
)
UNDATED = Message("{prices} is undated", "{prices} are undated")
NO_REGION = Message("{prices} names no region", "{prices} name no region")
UNDATED_NO_REGION = Message(
    "{prices} is undated and names no region", "{prices} are undated and name no region"
)
CONFIRM = Message(
    "Comparing: {clauses}; confirm it before relying on it.",
    "Comparing: {clauses}; confirm them before relying on them.",
)
FEE = Message(
    "{unit}: {vendors} charges a fee. For {silent} we found none: free, or unpublished.",
    "{unit}: {vendors} charge a fee. For {silent} we found none: free, or unpublished.",
)
FEES = Message(
    "Fees: {vendors} charges for each {units}. For {silent} we found none: free, or unpublished.",
    "Fees: {vendors} charge for each {units}. For {silent} we found none: free, or unpublished.",
)
CHEAPER_AT_PRESENT = Message(
    "Present value: what is paid later counts for less, which makes {vendor} cheaper ({amount}) "
    "than {rival} ({rival_amount})."
)
SCOPES = Message("{vendor} ({scopes})")
STATED_FOR = Message("Stated for: {scopes}.")
FIRST_VENDORS = Message(
    "Missing prices: looked for among the first {most} of {count} vendor only.",
    "Missing prices: looked for among the first {most} of {count} vendors only.",
)
FIRST_VOLUMES = Message(
    "Break-even: looked for among the first {most} of {count} volume only.",
    "Break-even: looked for among the first {most} of {count} volumes only.",
)
