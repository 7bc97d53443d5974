"""The requirements of one flow by topic, in a fixed order to keep numbers stable."""

from collections.abc import Callable

from evalkit.report.specification import exchange
from evalkit.report.specification.draft import Draft, Held
from evalkit.report.specification.requirements import conduct
from evalkit.report.specification.requirements.flow import FlowTopics, Said
from evalkit.templates.view import View


def requirements(draft: Draft, held: Held) -> list[View]:
    """All requirements of a flow, numbered by topic."""
    flow = FlowTopics(draft, held)
    return [_requirement(flow, place, topic) for place, topic in enumerate(TOPICS, start=1)]


def _requirement(flow: FlowTopics, place: int, topic: str) -> View:
    said = Said()
    TOPICS[topic](flow, said)
    return {
        "number": f"{flow.held.number}-{place}",
        "topic": topic,
        "texts": said.texts,
        "open": list(dict.fromkeys(said.open)),
        "rests": list(dict.fromkeys(each for each in said.rests if each)),
    }


TOPICS: dict[str, Callable[[FlowTopics, Said], None]] = {
    "Data and direction": exchange.data,
    "Master": exchange.master,
    "Trigger and timing": exchange.timing,
    "Route": exchange.way,
    "Endpoints": exchange.endpoints,
    "Authentication": exchange.authentication,
    "Volume": exchange.volume,
    "Limits": exchange.limits,
    "Fields": conduct.fields,
    "Personal data": conduct.personal,
    "Payment data": conduct.payment,
    "Error handling": conduct.errors,
    "Retries": conduct.retries,
    "Idempotency": conduct.idempotency,
    "Reconciliation": conduct.reconciliation,
    "Monitoring": conduct.monitoring,
}
