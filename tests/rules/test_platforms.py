"""Rules about a platform."""

from tests.rules.flows import NO_VERSION, SHOP
from tests.rules.made import placed


def test_a_platform_with_each_mistake_is_told_each_at_its_place(diagnosed):
    text = """\
id: shop
name: Shop
lines: {"2.4.8": {supported_until: 2028-05-31}}
releases:
  2.4.8: {line: 2.4.6, php: ["8.3", "8.x"], packages: {magento/framework: latest}}
  newest: {line: 2.4.8}
"""
    assert placed(diagnosed(files={SHOP: text})) == [
        ("EK643", "1:5", "the platform `shop` has no source"),
        ("EK641", "5:17", "there is no line `2.4.6`"),
        ("EK642", "5:37", "'8.x' " + NO_VERSION),
        ("EK642", "5:75", "'latest' " + NO_VERSION),
        ("EK642", "6:3", "'newest' " + NO_VERSION),
    ]
