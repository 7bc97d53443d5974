"""Rules about measures that are worked out."""

from tests.rules.flows import FITTING, WEIGHED
from tests.rules.made import GATEWAYS, STOREFRONT
from tests.rules.money import COSTLY


def test_each_is_worked_out_in_its_unit(told):
    wrong = (
        FITTING.replace("percent", "flows").replace('"%"', "flows").replace("times", "requests/s")
    )
    found = told(files={GATEWAYS: wrong, STOREFRONT: WEIGHED})
    assert [each for each in found if each[0] == "EK541"] == [
        ("EK541", "flows", "flow_coverage is computed in percent, not in flows"),
        ("EK541", "flows", "plugin_fit is computed in percent, not in flows"),
        ("EK541", "requests/s", "peak_headroom is computed in times, not in requests/s"),
    ]


def test_words_are_no_scale_for_a_figure(judged):
    scale = "{kind: linear, worst: 90000, best: 0"
    words = COSTLY.replace(scale, "{kind: levels, levels: {low: 100, high: 0}")
    message = "total_cost is computed as a number, which does not fit a scale of words"
    assert judged(None, words) == [("EK541", "levels", message)]
