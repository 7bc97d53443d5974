"""What the evidence says: facts by vendor with their sources, criteria and their scales."""

from evalkit.wording.messages.catalogue import Message

LEAD = Message("Every figure can be followed to a file, a key, a source and a date.")
WORDS = {
    "search": Message("Search"),
    "show": Message("Show"),
    "all": Message("all facts"),
    "shown": Message("Facts shown"),
    "measure": Message("Measure"),
    "value": Message("Value"),
    "worth": Message("Points of 100"),
    "source": Message("Source"),
    "note": Message("Note"),
    "weight": Message("Weight"),
    "scale": Message("Scale and its reason"),
    "criteria": Message("Criteria, weights and scales"),
}
STATES = {
    "not_found": Message("not found"),
    "not_looked_for": Message("not looked for"),
    "stale": Message("stale"),
    "disputed": Message("in dispute"),
    "own_word": Message("vendor's word"),
}
"""What rows can be filtered by, in the order of the list."""
UNDATED = Message("undated")
GENERATED = Message("generated text, never scores")

VENDOR = Message("{vendor}: {facts}, {open}")
FACTS = Message("{count} fact", "{count} facts")
OPEN = Message("{count} open", "{count} open")
BACKGROUND = Message("Not scored")
CHECKED = Message("checked {day}")
LOOKED = Message("looked on {day}")
VIA = Message("read in {copy}")
UNTIL = Message("valid until {day}")
EXPIRED = Message("expired {day}")
SAYS = Message("says {value}")
SAYS_OTHERWISE = Message("another source says {value}")
ELSEWHERE = Message("elsewhere: {value}")
PLACE = Message("{path}, {key}")
MISSING = Message("{path}, {key} is missing")
NOTHING = Message("not looked for")
DOES_NOT_APPLY = Message("does not apply")
BEYOND = {
    "worst": Message("beyond the worst end of the scale"),
    "best": Message("beyond the best end of the scale"),
    "both": Message("beyond both ends of the scale"),
}
CRITERION = Message("{criterion}: {weight}")
FRESH_FOR = Message("Stale after {count} day.", "Stale after {count} days.")
IN_FILE = Message("All of it is in a file of its own:")
