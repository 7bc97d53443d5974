"""What stands around the sections of a report."""

from evalkit.wording.messages.catalogue import Message

CONTENTS = {
    "answer": Message("On one page"),
    "finalists": Message("Finalists side by side"),
    "matrix": Message("All vendors by criterion"),
    "money": Message("Money"),
    "fit": Message("Needs, must-haves and integration"),
    "people": Message("People"),
    "certainty": Message("How sure, and what next"),
    "whatif": Message("What if"),
    "evidence": Message("Evidence"),
}
"""The titles of the sections, in their order."""
TITLE = Message("{plan}: vendor evaluation")
AS_OF = Message("As of {day}")
VENDORS = Message("{count} vendor", "{count} vendors")
CRITERIA = Message("{count} criterion", "{count} criteria")
MEASURES = Message("{count} measure", "{count} measures")
SIZE = Message("{vendors}, {criteria}, {measures}")
INVENTED_CLIENT = Message("Example: invented client, real vendors")
INVENTED = Message("Example: invented client and vendors")
INVENTED_VENDORS = Message("Example: invented vendors")
INVENTED_SOME = Message("Example: {names} is invented", "Example: {names} are invented")
INVENTED_SOME_TOO = Message("Example: the client and {names} are invented")
MADE = Message("Made with evalkit {version}.")
WORDS = {
    "contents": Message("Contents"),
    "skip": Message("Skip to the answer"),
    "expand": Message("Expand all"),
    "collapse": Message("Collapse all"),
    "copy_table": Message("Copy as CSV"),
    "copied": Message("Copied"),
    "blocked": Message("Copying is blocked here"),
}
INDEX = Message("Vendor evaluations")
INDEX_PLANS = Message("Plans")
INDEX_CATEGORIES = Message("Categories, by the weights of their own criteria")
INDEX_MADE = Message("Made with evalkit {version}.")
INDEX_WORDS = {
    "report": Message("Report"),
    "answer": Message("Answer"),
    "day": Message("As of"),
}
"""The page that leads to several reports."""
