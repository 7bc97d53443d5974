"""The requirements of one flow by topic, in a fixed order to keep numbers stable."""

from collections.abc import Callable, Iterator

from evalkit.report.specification import exchange
from evalkit.report.specification.draft import Draft, Held
from evalkit.report.specification.requirements import conduct
from evalkit.report.specification.requirements.flow import FlowTopics, Said
from evalkit.templates.view import View


def requirements(draft: Draft, held: Held) -> Iterator[View]:
    """All requirements of a flow, numbered by topic."""
    flow = FlowTopics(draft, held)
    for place, (topic, tell) in enumerate(TOPICS.items(), start=1):
        said = Said()
        for each in tell:
            each(flow, said)
        yield {
            "number": f"{held.number}-{place}",
            "id": held.anchor(topic.lower()),
            "topic": topic,
            "texts": said.texts,
            "open": list(dict.fromkeys(said.open)),
        }


TOPICS: dict[str, tuple[Callable[[FlowTopics, Said], None], ...]] = {
    "Data": (
        exchange.data,
        exchange.timing,
        conduct.fields,
        conduct.personal,
        conduct.payment,
    ),
    "Route": (exchange.way, exchange.endpoints, conduct.failures),
    "Load": (exchange.load,),
}
