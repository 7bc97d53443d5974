"""What a record says of who carries the data flows and meets the needs, and of the steps."""

from evalkit.wording.messages.catalogue import Message

# Data flows.
OUTCOMES = {
    "possible": Message("possible"),
    "with_work": Message("possible with work"),
    "not_possible": Message("not possible"),
    "unknown": Message("unknown"),
}
COUNTED = {
    "possible": Message("{count} possible", "{count} possible"),
    "with_work": Message("{count} possible with work", "{count} possible with work"),
    "not_possible": Message("{count} not possible", "{count} not possible"),
    "unknown": Message("{count} unknown", "{count} unknown"),
}
ONE_FLOW = Message("the one data flow")
BOTH_FLOWS = Message("both data flows")
ALL_FLOWS = Message("all {count} data flows", "all {count} data flows")
CARRIES = Message("{vendors} carries {flows}.", "{vendors} carry {flows}.")
NOBODY_CARRIES = Message("No vendor is known to carry {flows}")
CARRIES_MUST = Message(
    "{vendors} carries the one that is mandatory", "{vendors} carry the one that is mandatory"
)
CARRIES_MUSTS = Message(
    "{vendors} carries the {musts} that are mandatory",
    "{vendors} carry the {musts} that are mandatory",
)
RULED_OUT = Message("{vendors} is ruled out: {reasons}.", "{vendors} are ruled out: {reasons}.")
CANNOT_CARRY = Message("it cannot carry {flows} ({reason})", "they cannot carry {flows} ({reason})")
SUPPORTS_NOT = Message(
    "its plug-in does not support {reason}", "their plug-ins do not support {reason}"
)
PACKAGES_OF = Message("the packages of {release}")
NOT_OFFERED = Message("not offered")
RELEASE = Message("{release}.")
RELEASE_UNTIL = Message("{release}; regular support of its line ends on {day}.")
WITH_PHP = Message("{release} with PHP {php}")
LIMITATIONS = {
    "minor": Message("{limitation} (minor)"),
    "restrictive": Message("{limitation} (restrictive)"),
    "blocking": Message("{limitation} (blocking)"),
}

# Peaks.
PEAK = Message("Peak: {limits}.")
REQUESTS = {
    "second": Message("{count} request a second", "{count} requests a second"),
    "hour": Message("{count} request an hour", "{count} requests an hour"),
    "day": Message("{count} request a day", "{count} requests a day"),
}
ALLOWS = Message(
    "{vendor} allows {requests}, {count} is needed",
    "{vendor} allows {requests}, {count} are needed",
)
ALLOWS_AT_LEAST = Message(
    "{vendor} allows at least {requests}, {count} is needed",
    "{vendor} allows at least {requests}, {count} are needed",
)
HAS_NO_LIMIT = Message("{vendor} has no limit")
NO_OTHER_LIMIT = Message("no other limit is known")
NO_LIMIT = Message("we know of no limit")
NO_LIMIT_OF = Message("we know of no limit of {vendors}")

# Needs.
NEEDS = {
    "met": Message("met"),
    "not_met": Message("not met"),
    "open": Message("open"),
    "weighed": Message("weighed"),
}
NEED_BECAUSE = Message("{title} ({reason})")
ROUTE_WITH_WORK = Message("{route} (with work)")
DOES_NOT_APPLY = Message("does not apply")
NOTHING_SERVES = Message("nothing serves it")
ONLY_WEIGHED = Message("What the client needs is only weighed.")
MEETS = Message("{vendors} meets {needs}.", "{vendors} meet {needs}.")
NOBODY_MEETS = Message("No vendor is known to meet {needs}.")
ONE_NEED = Message("the one need")
BOTH_NEEDS = Message("both needs")
ALL_NEEDS = Message("all {count} needs", "all {count} needs")
ONE_MUST = Message("the one need that is a must")
BOTH_MUSTS = Message("both needs that are a must")
ALL_MUSTS = Message("all {count} needs that are a must", "all {count} needs that are a must")
MET_OF = Message("{met} of {count}", "{met} of {count}")
NOT_MET_COUNTED = {
    "not_met": Message("{count} not met", "{count} not met"),
    "open": Message("{count} open", "{count} open"),
}
VENDOR_ONLY_WEIGHED = Message("{vendor}: what the client needs is only weighed.")
VENDOR_ONE_NEED = Message("{vendor}: the one need that can be met is {outcome}.")
VENDOR_MEETS = Message(
    "{vendor} meets {met} of {count} need", "{vendor} meets {met} of {count} needs"
)
NONE = Message("none")
ARE = {
    "not_met": Message("{count} is not met", "{count} are not met"),
    "open": Message("{count} is open", "{count} are open"),
}

# Steps.
DUE = Message("due {day}, {count} day ago", "due {day}, {count} days ago")
LATE = Message(
    "should have begun {day}, {count} day ago", "should have begun {day}, {count} days ago"
)
DONE = Message("done {day}")
UNDER_WAY = Message("under way")
PLANNED = Message("planned")
WAITS_FOR = Message("waits for {steps}")
