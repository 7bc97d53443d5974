"""Rules about plug-ins."""

from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.run import check
from evalkit.source.shape.shape import shape
from tests.conftest import DAY
from tests.rules.flows import offers, plugin, way
from tests.rules.made import EXAMPLEPAY, marked


def test_without_any_other_platform_the_hint_says_which_file_to_add(diagnosed):
    setting = RuleContext(EXAMPLEPAY, DAY)
    record = record_of(Vendor, {"plugins": [{"id": "m", "platform": "shop"}]})
    hints = {p.code: p.hint for p in check(record, setting)}
    assert hints["EK605"] == "to add it, write `platforms/shop.yaml` as in docs/own-platform.md"


def test_a_platform_whose_file_cannot_be_used_is_not_unknown():
    setting = RuleContext(EXAMPLEPAY, DAY, known_platforms=frozenset({"shop"}))
    record = record_of(Vendor, {"plugins": [{"id": "m", "platform": "shop"}]})
    assert "EK605" not in {p.code for p in check(record, setting)}


def test_the_name_of_a_package_is_told_how_to_write_it(diagnosed):
    (found,) = diagnosed(
        offers(way(), plugins=[plugin("platform: shop, requires: {framework: ^103}")])
    )
    assert (found.code, marked(found), found.message, found.hint) == (
        "EK106", "framework", "`framework` is not the name of a package",
        "write it as Composer does, such as magento/framework",
    )  # fmt: skip


def record_of(model, content):
    key = {"integration": content} if model is Vendor else content
    found, findings = shape(model, {"id": "order", "name": "X", "category": "c", **key})
    assert found, findings
    return found
