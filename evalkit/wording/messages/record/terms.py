"""What a record says of charges, benefits and assumptions, and what is not known of them."""

from evalkit.wording.messages.catalogue import Message

PERIODS = {
    "month": Message("a month"),
    "quarter": Message("a quarter"),
    "year": Message("a year"),
}

# Titles of what has none of its own.
ONE_OFF = Message("One-off fee")
FEE = Message("Fee {period}")
FEE_FOR_EACH = Message("Fee {period} for each {unit}")
FEE_BY_USE = Message("Fee for each {unit}")
FEE_IN_TIERS = Message("Fee by {unit}, in tiers")
OWN_WORK = Message("Own work")
OWN_WORK_BY = Message("Own work {period}")

# Terms.
AT_SIGNING = Message("{amount} once, at signing")
IN_MONTH = Message("{amount} once, in month {month}")
BY_PERIOD = Message("{amount} {period}")
BY_PERIOD_EACH = Message("{amount} {period} for each {unit}")
EACH = Message("{amount} for each {unit}")
SHARE_OF = Message("{share} of {whole}")
AT_LEAST_MONTHLY = Message("at least {value} a month")
AT_MOST_MONTHLY = Message("at most {value} a month")
TIERS = {
    "graduated": Message("{period} by {unit}, each at its tier's price: {tiers}"),
    "volume": Message("{period} by {unit}, all at the price reached: {tiers}"),
}
UP_TO = Message("up to {bound}: {price}")
ABOVE = Message("above {bound}: {price}")
FOR_EACH = Message("{amount} each")
HOURS = Message("{hours} hours {period}")
HOURS_EACH = Message("{hours} hours for each {unit}")
HOURS_AT_SIGNING = Message("{hours} hours once, at signing")
HOURS_IN_MONTH = Message("{hours} hours once, in month {month}")
OF_WORTH = Message("{share} of the worth of each {unit}")
FROM_MONTH = Message("from month {month}")
UNTIL_MONTH = Message("until month {month}")
WORLDWIDE = Message("worldwide")
IN_REGION = Message("in {region}")
RISING = Message("rising by {share} a year")
LESS_AT_FIRST = Message(
    "{share} less in the first {count} month", "{share} less in the first {count} months"
)
PRICE_AT_FIRST = Message(
    "{amount} in the first {count} month", "{amount} in the first {count} months"
)
RAMP_UP = Message("reached to {shares} at first")
PROBABILITY = Message("probability {share}")

# Assumptions.
NUMBER_OF = Message("{entry}, {number}")
TIER_NUMBER_OF = Message("{entry}, tier {tier} {number}")
NUMBERS = {
    "amount": Message("amount"),
    "percent": Message("percent"),
    "fixed": Message("fixed"),
    "minimum": Message("minimum"),
    "maximum": Message("maximum"),
    "minimum_monthly": Message("minimum monthly"),
    "maximum_monthly": Message("maximum monthly"),
    "overage": Message("overage"),
    "price": Message("price"),
    "hours": Message("hours"),
    "yearly_increase": Message("yearly increase"),
    "probability": Message("probability"),
    "promotion percent_off": Message("promotion percent off"),
    "promotion amount": Message("promotion amount"),
}
"""The numbers of an entry, by their keys."""
PLANS = {
    "discount_rate": Message("Discount rate"),
    "hourly_rate": Message("Hourly rate"),
}
RATE_OF = Message("Exchange rate of {currency}")
OF_VOLUME = {
    "share": Message("Share of {volume}"),
    "growth": Message("Growth of {volume}"),
}
TIMES = Message("{times} times {whole}")
A_YEAR = Message("{amount} a year")
GROWING = Message("{amount}, growing by {share} a year")
COMES_NOT = Message("it does not come")
COMES = Message("it comes")

# What is not known.
GENERATED = Message("made up by a text generator, so it does not count")
NO_RATE = Message("no rate for {currency} in the plan")
NO_HOURLY_RATE = Message("no hourly rate in the plan")
NO_EDITION = Message("no edition chosen in the plan")
NO_VOLUME = Message("no volume `{volume}` in the plan")
VOLUME_UNKNOWN = Message("volume `{volume}` not known")
VOLUME_AT_LEAST = Message("volume `{volume}` stated only as a minimum")
NO_PRICES = Message("no price on record")
PRICE_ELSEWHERE = Message("price for {regions} only")
UNKNOWN = Message("{number} not known")
AT_LEAST_ONLY = Message("{number} stated only as a minimum")
LIST_ENDS = Message("the price list ends at {bound}")
OF_TIER = Message("{number} of tier {tier}")
CALLED = {
    "amount": Message("price"),
    "percent": Message("percentage"),
    "fixed": Message("fixed amount"),
    "minimum_monthly": Message("monthly minimum"),
    "overage": Message("price of overage"),
    "yearly_increase": Message("yearly increase"),
}
"""What a missing number is called, where that differs from its title."""
