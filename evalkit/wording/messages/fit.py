"""What the section on needs, must-haves and integration says."""

from evalkit.wording.messages.catalogue import Message

# Who meets all of it.
ALL_MUSTS = Message(
    "The must-have is met by {names}.", "All {count} must-haves are met by {names}."
)
NO_MUSTS = Message(
    "No vendor is known to meet the must-have.",
    "No vendor is known to meet all {count} must-haves.",
)
ALL_FLOWS = Message(
    "The data flow is carried by {names}.", "All {count} data flows are carried by {names}."
)
NO_FLOWS = Message(
    "No vendor is known to carry the data flow.",
    "No vendor is known to carry all {count} data flows.",
)
ALL_NEEDS = Message("The need is met by {names}.", "All {count} needs are met by {names}.")
NO_NEEDS = Message(
    "No vendor is known to meet the need.", "No vendor is known to meet all {count} needs."
)
ALL_DECIDED_NEEDS = Message(
    "The need that does not only count in points is met by {names}.",
    "All {count} needs that do not only count in points are met by {names}.",
)
EVERYBODY = Message("every vendor")
EVERYBODY_BUT = Message("every vendor but {names}")
OTHERS = Message("{count} other", "{count} others")

# The matrix.
GROUPS = {
    "gates": Message("Must-haves"),
    "must": Message("Data flows that must work"),
    "wish": Message("Data flows that are wished for"),
    "needs": Message("Needs"),
}
WORDS = {
    "asked": Message("What is asked for"),
    "matrix": Message("Must-haves, data flows and needs by vendor"),
    "more": Message("The other vendors"),
    "failures": Message("All failures"),
    "gates": Message("Each must-have, with what was found"),
    "routes": Message("Each data flow, with its routes, limits and sources"),
    "needs": Message("Each need, and by what it is met"),
    "vendor": Message("Vendor"),
    "result": Message("Result"),
    "basis": Message("What it rests on"),
    "source": Message("Source"),
    "scrolls": Message("Table that scrolls sideways"),
}
KEY = {
    "met": Message("Met, or carried without work"),
    "work": Message("Possible with work"),
    "open": Message("Not verified, or no route found"),
    "failed": Message("Failed"),
}
MET = Message("met")
ON_WORD = Message("met, on the vendor's word")
NOT_MET = Message("not met")
NOT_VERIFIED = Message("not verified")
READY = Message("works as it is")
WITH_WORK = Message("with work")
NO_ROUTE = Message("no route found")
IMPOSSIBLE = Message("impossible")
OPEN = Message("open")
WEIGHED = Message("{points} of {worth} points")
PRIORITIES = {"must": Message("must"), "should": Message("should")}
PRIORITY_OF = Message("{priority}, {who}")

# What fails.
FAILS_MUST = Message("{vendor} fails a must-have", "{vendor} fails {count} must-haves")
AND_MORE = Message("{count} more is below.", "{count} more are below.")
IS_IMPOSSIBLE = Message(
    "{flows} is impossible with {vendors}", "{flows} are impossible with {vendors}"
)
REASON = Message("{title} ({text})")
SENTENCE = Message("{text}.")
FAILS_BY = Message("{names}: {reason}.")
NOTHING_FAILS = Message("Nothing fails. What is not verified still has to be asked.")
NOTHING_OPEN = Message("Nothing fails, and nothing is open.")
MORE_FAIL = Message(
    "{count} more failure is explained below.", "{count} more failures are explained below."
)

# What is folded.
ORDER = Message("Routes are preferred in this order: {kinds}.")
RUNS_ON = Message("The shop runs on {platform}")
EXTENDED = Message("Support that is paid for ends on {day}.")
OPEN_BY = Message("It is open to others by {interfaces}.")
NOT_OPEN_BY = Message("We do not know which of its interfaces are open to others.")
STOREFRONT = Message("Its storefront is {storefront}.")
NO_PLATFORM = Message("The plan does not say what the shop runs on.")
OTHER_ROUTE = Message("Another route is {kind}, {route}: {outcome}")
OTHER_ROUTE_BECAUSE = Message("Another route is {kind}, {route}: {outcome}; {reasons}")
SERVED = Message("{title}: {text}")
NO_SOURCE = Message("no source")
UNDATED = Message("undated")
ABOUT_FLOW = {
    "object": Message("Data: {text}"),
    "about": Message("That is: {text}"),
    "direction": Message("Direction: {text}"),
    "timing": Message("Has to arrive: {text}"),
    "volume": Message("Volume: {text}"),
    "master": Message("Master: {text}"),
    "trigger": Message("Trigger: {text}"),
    "holds": Message("Holds: {text}"),
    "because": Message("Why: {text}"),
}
DIRECTIONS = {
    "to_vendor": Message("from the shop to the vendor"),
    "from_vendor": Message("from the vendor to the shop"),
}
MASTERS = {"commerce": Message("the shop"), "vendor": Message("the vendor")}
INTERFACES = {
    "rest": Message("REST"),
    "graphql": Message("GraphQL"),
    "soap": Message("SOAP"),
    "file": Message("files"),
    "webhooks": Message("webhooks"),
    "message_queue": Message("message queue"),
}
TIMES = {
    "real_time": Message("in real time"),
    "minutes": Message("within minutes"),
    "hourly": Message("within the hour"),
    "daily": Message("within the day"),
}
ROUTES = {
    "plugin": Message("plug-in"),
    "webhooks": Message("events and API"),
    "api": Message("direct API"),
    "file": Message("file"),
    "middleware": Message("own middleware"),
}
VOLUMES = {
    "per_day": Message("{amount} on an average day"),
    "peak_per_hour": Message("{amount} in the busiest hour"),
    "peak_per_second": Message("{amount} in the busiest second"),
}
NO_VOLUME = Message("not stated")
PERSONAL = Message("personal data")
PAYMENT = Message("payment data")
NEITHER = Message("neither personal nor payment data")
