"""The glossary of a specification."""

from evalkit.model.criteria import in_lower_case
from evalkit.report.specification.draft import Draft
from evalkit.templates.view import View

WORDS = {
    "batch": "Several records in one request.",
    "burst": "Requests that may come at once on top of a rate.",
    "flow": "Data that must pass between two systems in one direction.",
    "idempotency": "That the same request sent twice has the effect of one.",
    "interface": "A way into a system that is meant for other systems.",
    "limit": "How many requests an interface takes in a time.",
    "master": "The system whose word counts where two differ about the same data.",
    "middleware": "A service of one's own between two systems.",
    "must-have": "What must be met before any points are counted.",
    "open point": "Something that nobody has said or looked up yet; settled before going live.",
    "plug-in": "A ready-made module for the shop's platform.",
    "reconciliation": "Comparing what two systems say about the same data.",
    "route": "How a flow goes: by a plug-in, by events, by an interface, by file or by middleware.",
    "sandbox": "A place of the vendor's to test against, without real money or customers.",
    "webhook": "A request that the vendor makes to the shop when something has happened.",
}


def glossary(draft: Draft) -> list[View]:
    """Data objects of the flows and technical terms, in alphabetical order."""
    objects = {
        in_lower_case(held.flow.data): f"Data object: {held.flow.about}"
        for held in draft.held
        if held.flow.about
    }
    both = {**WORDS, **objects}
    return [{"word": word, "text": both[word]} for word in sorted(both)]
