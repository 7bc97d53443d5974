"""Requirements of one flow, part two: fields, privacy and failures."""

from evalkit.report.specification.requirements.flow import FlowTopics, Said
from evalkit.report.specification.requirements.needs import rule

CARD_QUESTION = "Whether card numbers touch the shop"
CARD_DATA = {
    "none": "No card numbers go there.",
    "hosted": "Card numbers go into a form of the vendor's; they do not touch the shop.",
    "tokenised": "Only tokens that stand for cards pass through the shop, no card numbers.",
    "passes_shop": "Card numbers pass through the shop.",
    "stored": "Card numbers are stored in the shop.",
}


def fields(of: FlowTopics, said: Said) -> None:
    """Field mapping."""
    if of.first("fields"):
        what = "Which fields of the shop they map to, and how values are changed"
        of.decide(said, "fields", what)
    else:
        of.unknown(said, "fields", "Which fields it has")


def personal(of: FlowTopics, said: Said) -> None:
    """Whether the flow holds personal data."""
    if of.flow.personal_data:
        said.texts.append(f"It holds personal data ({rule('Personal data')}).")
        what = "The legal basis, retention, and the agreement on processing"
        of.decide(said, "privacy", what, "going live")


def payment(of: FlowTopics, said: Said) -> None:
    """Whether the flow holds payment data, and where card numbers go."""
    if not of.flow.payment_data:
        return
    said.texts.append(f"It may hold means of payment ({rule('Card numbers')}).")
    if of.held.record and not of.held.record.card_data:
        of.unknown(said, "card data", CARD_QUESTION, "going live")


def failures(of: FlowTopics, said: Said) -> None:
    """What is open about authentication, errors, retries and repeated requests."""
    of.of_record(said, "authentication", "How requests are authenticated")
    if of.flow.timing == "real_time":
        what = "What the shop does while it waits in real time and no answer comes"
        of.decide(said, "waiting", what)
    of.unknown(said, "errors", "Which errors it answers with, and which of them may pass")
    of.of_record(said, "retries", "What is tried again, how often and for how long")
    of.of_record(said, "idempotency", "How a request sent twice is kept from counting twice")
    what = "How often both sides are compared, by whom, and what is done then"
    of.decide(said, "comparison", what, "going live")
    of.decide(said, "monitoring", "Who is told of a failure, how, and how soon", "going live")
