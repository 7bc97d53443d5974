"""What a record says of facts: where they hold, how old they are, and what is worked out."""

from evalkit.wording.messages.catalogue import Message

# As they are stated.
NOT_LOOKED_FOR = Message("not looked for")
NOT_FOUND = Message("not found")
NOT_APPLICABLE = Message("not applicable: {reason}")
BY_INTERFACE = Message("{fact} (stated by its interface `{interface}`)")
GENERATED = Message("{fact} (generated text, never scores)")
OTHER_SOURCES = Message("{fact}; other sources: {others}")
KNOWN_FOR = Message("known for {names} only")
EDITION = Message("{edition} edition")
THE_EDITION = Message("the {edition} edition")
THE_EDITION_IN = Message("the {edition} edition in {region}")

# On the plan's day.
STALE = Message("stale")
EXPIRED_ON = Message("expired on {day}")
ITEM_EXPIRED_ON = Message("{item} expired on {day}")
VALID_UNTIL = Message("valid until {day}")
NOT_SINCE = Message("not looked for since {day}")
AGE = Message("{age} ({day})")
AGE_AT_MOST = Message("at most {age} ({day})")
DAYS = Message("{count} day", "{count} days")
MONTHS = Message("{count} month", "{count} months")

# Plug-ins.
NO_LINE = Message("no line of {platform} that is in support")
LINE_STATED = Message("{platform} {line}, stated")
LINE_NOT_EXCLUDED = Message("{platform} {line}, not excluded")
YOUNGER = Message("{lines}; {newest} is younger than the source")

# Worked out.
FROM_MONEY = Message("worked out from the plan's money and the charges on record; see Costs")
FROM_FLOWS = Message("worked out from the plan's flows and the routes on record; see Fit")
CANNOT = Message("cannot be worked out")
NO_LIMIT = Message("no limit is on record that a peak could be held against")
UNLIMITED = Message("no limit")
NOT_ALL_KNOWN = Message("not all of it is known: {gaps}")
NEITHER_KNOWN = Message("neither all costs nor all benefits are known")
NO_BENEFITS = Message("the plan states no benefits of it")
NOTHING_SOLD = Message(
    "the plan does not say what is sold: volumes `orders`, `average_order_value`"
)
NOTHING_SPENT = Message("there are no costs to compare with")
NO_PRICE = Message("no price is known: {gaps}")
NO_MONEY = Message("the plan gives no money")
NO_FLOWS = Message("the plan gives no data flows")
NONE_IN_ROLE = Message("{role} have none")
NO_ROLE = Message("{title}: no role stated")

# Bands.
BELOW = Message("below {band}")
AT_BEST = Message("at best {band}")
