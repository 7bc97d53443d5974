"""The topics of each flow."""

from evalkit.report.specification.requirements.table import TOPICS
from tests.report.specification.made import content


def test_every_flow_has_all_topics_and_each_says_something_or_is_open(evaluated):
    evaluation = evaluated()
    for name in ("examplepay", "otherpay"):
        view = content(evaluation, name)
        for flow in view["flows"]:
            assert [each["topic"] for each in flow["requirements"]] == list(TOPICS)
            for place, each in enumerate(flow["requirements"], start=1):
                assert each["number"] == f"{flow['number']}-{place}"
                assert each["texts"] or each["open"]
