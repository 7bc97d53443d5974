"""What a record says of routes: their limits and drawbacks, and the compatibility of plug-ins."""

from evalkit.wording.messages.catalogue import Message

# Flows and their routes.
FLOWS = {
    "to_vendor": Message("{data} to the vendor"),
    "from_vendor": Message("{data} from the vendor"),
}
INTERFACE = Message("{kind} interface")
NOBODY_LOOKED = Message("nobody has looked how it can be reached")
NOT_OFFERED_BY = Message("not offered: {source}")
ONLY = {
    "to_vendor": Message("direction missing: it is carried to the vendor only"),
    "from_vendor": Message("direction missing: it is carried from the vendor only"),
}
OTHER_ROUTES = Message("carried only by routes that the plan does not consider")
NO_ROUTE = Message("no route is on record")

# Drawbacks.
NO_TIMING = Message("how fast it carries this is not on record")
NO_INTERFACES = Message("which interfaces the shop has is not on record")
NO_FILES = Message("the shop takes and gives no files")
NO_EVENTS = Message("the shop has no interface that events could reach")
NO_MIDDLEWARE = Message("the shop has no interface that a middleware could use")
ARRIVES = Message("it arrives {given}, not {wanted}")
ARRIVES_USUALLY = Message("it arrives {given} (usual for its kind; not on record), not {wanted}")
NO_LIMIT = Message("no limit is on record that the peak could be held against")
CARD_STORED = Message("card data would be stored in the shop")
CARD_PASSES = Message("card data would pass through the shop")
CARD_UNKNOWN = Message("whether card data touch the shop is not on record")
TOGETHER = Message("{flows} together: {sum}")
TOGETHER_AT_PEAK = Message("{flows} together, if their busiest times coincide: {sum}")

# What is needed, and what limits allow.
AT_PEAK = {
    "second": Message(
        "{count} request in the busiest second", "{count} requests in the busiest second"
    ),
    "hour": Message("{count} request in the busiest hour", "{count} requests in the busiest hour"),
    "day": Message("{count} request in a day", "{count} requests in a day"),
}
IN_PERIOD = {
    "second": Message("{count} request in a second", "{count} requests in a second"),
    "hour": Message("{count} request in an hour", "{count} requests in an hour"),
    "day": Message("{count} request in a day", "{count} requests in a day"),
}
FOR_EACH = Message("{count} request for each", "{count} requests for each")
IN_REQUEST = Message("{count} record in a request", "{count} records in a request")
WITH_HOW = Message("{requests} ({how})")
RATES = {
    "per_second": Message("{allowed} a second"),
    "per_minute": Message("{allowed} a minute"),
    "per_hour": Message("{allowed} an hour"),
    "per_day": Message("{allowed} a day"),
}
IN_WHOLE = {
    "per_second": Message("{allowed} in a whole second"),
    "per_minute": Message("{allowed} in a whole minute"),
    "per_hour": Message("{allowed} in a whole hour"),
    "per_day": Message("{allowed} in a whole day"),
}
AT_ONCE = Message("{allowed} at once")
UNLIMITED = Message("unlimited")
STANDS_IN = Message("by {interfaces}; the plug-in's own limits are not on record")
ANY_NUMBER = Message("{requests}, any number allowed")
ANY_NUMBER_BY = Message("{requests}, any number allowed ({how})")
ALLOWED = Message("{requests}, {allowed} allowed: {verdict}")
ALLOWED_BY = Message("{requests}, {allowed} allowed ({how}): {verdict}")
TIMES = Message("{times} times what is needed")
TIMES_AT_LEAST = Message("at least {times} times what is needed")
JUST = Message("just what is needed")
AT_LEAST_NEEDED = Message("at least what is needed")
MAYBE_ALLOWED = Message("whether so many are allowed is open")
SHARE = Message("{share} of what is needed")
SHARE_AT_MOST = Message("at most {share} of what is needed")

# Compatibility of plug-ins.
NO_PLATFORM = Message("the plan does not say what the shop runs on")
FOR_NO_PLATFORM = Message("it does not say for which platform it is")
OTHER_PLATFORM = Message("it is for {platform}, the shop runs on {shop}")
INCLUDES = Message("stated for {versions}, which includes {shop} {version}")
EXCLUDES = Message("stated for {versions}, which excludes {shop} {version}")
NO_CONSTRAINT = Message("its constraint on PHP is not on record")
NO_PHP = Message("the shop's PHP is not on record")
PHP = {
    "yes": Message("PHP {constraint} admits {version}"),
    "some": Message("PHP {constraint} admits only some releases of {version}"),
    "no": Message("PHP {constraint} excludes {version}"),
}
NO_PACKAGES = Message("which packages {shop} {version} is made of is not on record")
UNLISTED = Message("not on record for {version}: {packages}")
ADMITS = Message("{package} {constraint} admits {version}")
EXCLUDES_PACKAGE = Message("{package} {constraint} excludes {version}")
OWN_PACKAGE = {
    "yes": Message("{package} {constraint} admits {version} and its patches"),
    "some": Message("{package} {constraint} admits only some of {version} and its patches"),
    "no": EXCLUDES_PACKAGE,
}
"""Of the platform's own packages, held against the release that was patched."""
OTHER_PACKAGE = {
    "yes": Message("{package} {constraint} admits {version} and its later releases"),
    "some": Message("{package} {constraint} admits only some of {version} and its later releases"),
    "no": Message("{package} {constraint} excludes {version} and its later releases"),
}
"""Of packages of others, held against the release that was patched."""
AND_MORE = Message("{package}, and {count} more", "{package}, and {count} more")
BY_RELEASE = Message("{packages} (by {base}; the packages of {version} are not listed)")
OTHER_STOREFRONTS = Message("it works with {storefronts}, not with {storefront}")
