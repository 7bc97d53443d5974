"""What section 2 says: each vendor's points on each criterion, and who is not ranked."""

from evalkit.wording.messages.catalogue import Message

WORDS = {
    "caption": Message("Share of the possible points, by vendor and criterion"),
    "vendor": Message("Vendor"),
    "musts": Message("Must-haves"),
    "share": Message("Share of the possible points, 0 to 100"),
    "unknown": Message("Open by more than 20 points"),
    "unranked": Message("Why these vendors have no rank"),
    "points": Message("Points by vendor and criterion"),
    "scroll": Message("Points, scrolls sideways"),
    "total": Message("All"),
    "more_reasons": Message("Why the other vendors have no rank"),
}

# What can be judged.
JUDGED = Message("We know enough to judge every vendor on {criteria}.")
NOT_JUDGED = Message("We know too little about every vendor to judge any on {criteria}.")
OTHERS = Message("{count} other", "{count} others")
OPEN_FIELDS = Message(
    "{count} of {all} fields is open by more than 20 points.",
    "{count} of {all} fields are open by more than 20 points.",
)
NONE_OPEN = Message("No field is open by more than 20 points.")

# Groups and fields.
BY = Message("by {criterion}")
NOT_RANKED = Message("Not ranked: less than {share} settled")
RULED_OUT = Message("Ruled out")
OPEN = Message("open")
NONE = Message("does not apply")
MUST = {
    "pass": Message("met"),
    "fail": Message("failed"),
    "unverified": Message("not verified"),
    "none": Message("not required"),
}
ON_WORD = Message("met, on the vendor's word")

# Why a vendor has no rank.
MISSING = Message("{share} settled. Missing: {facts}.")
CHANCE = Message("It is first in {share} of simulations.")
RULED = Message("Ruled out ({reason}).")
UNRANKED = Message("Not ranked ({reason}).")
OTHER_FACTS = Message("{count} other fact", "{count} other facts")
MORE = Message(
    "{count} more vendor has no rank; the reason stands below.",
    "{count} more vendors have no rank; the reasons stand below.",
)
