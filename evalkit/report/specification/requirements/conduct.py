"""Requirements of one flow, part two: fields, privacy, failures and monitoring."""

from evalkit.report.specification.draft import WHEN
from evalkit.report.specification.requirements.flow import FlowTopics, Said
from evalkit.wording.numbers import grouped
from evalkit.wording.words import listed

CARD_QUESTION = "whether card numbers touch the shop"
CARD_DATA = {
    "none": "No card numbers go there.",
    "hosted": "Card numbers go into a form of the vendor's; they do not touch the shop.",
    "tokenised": "Only tokens that stand for cards pass through the shop, no card numbers.",
    "passes_shop": "Card numbers pass through the shop.",
    "stored": "Card numbers are stored in the shop.",
}


def fields(of: FlowTopics, said: Said) -> None:
    """Field mapping."""
    found = of.first("fields")
    if found:
        count = f"{len(found)} {'field' if len(found) == 1 else 'fields'}"
        said.texts.append(f"{count} of the vendor's on record; see the mapping below.")
        of.decide(said, "Which fields of the shop they map to, and how values are changed")
    else:
        of.unknown(said, "its fields")
        return
    said.rests += [of.cite(each) for each, carried in of.carriers() if carried.fields][:1]


def personal(of: FlowTopics, said: Said) -> None:
    """Whether the flow holds personal data."""
    if of.flow.personal_data:
        said.texts.append("It holds personal data: no field passes that is not mapped below.")
        of.decide(said, "Legal basis, retention, and the agreement on processing")
    else:
        said.texts.append("Not on record as personal data.")
    said.rests.append(of.plan)


def payment(of: FlowTopics, said: Said) -> None:
    """Whether the flow holds payment data, and where card numbers go."""
    if not of.flow.payment_data:
        said.texts.append("Not on record as payment data.")
        return
    known = of.held.record.card_data if of.held.record else ""
    said.texts.append("It may hold means of payment.")
    if known:
        said.texts.append(CARD_DATA.get(known, known))
        said.rests.append(of.cited())
    else:
        of.unknown(said, CARD_QUESTION)


def errors(of: FlowTopics, said: Said) -> None:
    """Error handling."""
    if of.flow.need == "must":
        said.texts.append(
            "As the flow must be carried, a record that is refused is kept with the reason "
            "until it is carried or somebody decides about it."
        )
    if of.flow.timing == "real_time":
        of.decide(said, "What the shop does while no answer comes, as it waits in real time")
    of.unknown(said, "which errors it answers with, and which of them may pass by themselves")


def retries(of: FlowTopics, said: Said) -> None:
    """Retries."""
    of.of_record(said, "retries", "what is tried again, how often and for how long")


def idempotency(of: FlowTopics, said: Said) -> None:
    """How repeated requests are kept from counting twice."""
    said.texts.append("The same record sent twice has the effect of one.")
    of.of_record(said, "idempotency", "how a request sent twice is kept from counting twice")


def reconciliation(of: FlowTopics, said: Said) -> None:
    """How the data of both sides is reconciled."""
    master = of.draft.master(of.flow)
    many = f", {grouped(of.flow.per_day)} a day on average" if of.flow.per_day else ""
    by = f" Where they differ, {master} is right." if master else ""
    said.texts.append(f"The records of both sides are compared{many}.{by}")
    found = [each for each in of.first("operations") if each in {"list", "search", "read"}]
    if found:
        said.texts.append(f"The vendor's side can be asked: {listed(found)}.")
        said.rests.append(of.cited())
    of.decide(said, "How often both sides are compared, by whom, and what is done then")


def monitoring(of: FlowTopics, said: Said) -> None:
    """What to monitor."""
    said.texts.append(
        f"Watched: records that have not arrived {WHEN[of.flow.timing]}, and those refused."
    )
    for check in of.route.limits if of.route else ():
        needed = grouped(round(check.needed, 3))
        if check.period and check.allowed is not None:
            allowed = grouped(check.allowed)
            when = "on an average day" if check.period == "day" else "at the peak"
            by = f"Requests by the {check.period}"
            said.texts.append(f"{by}: {needed} of {allowed} {when}.")
    of.decide(said, "Who is told of a failure, how, and how soon")
