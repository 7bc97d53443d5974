"""A platform, a shop that runs on it, and a flow with its route to a vendor."""

from evalkit.integration.fit import fit
from evalkit.model.flow import DataObject
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor

PLATFORM = Platform.model_validate(
    {
        "id": "shopware",
        "name": "Shop",
        "interfaces": ["rest", "webhooks", "file"],
        "lines": {"2.4.8": {"supported_until": "2028-05-31"}},
        "releases": {
            "2.4.8": {
                "line": "2.4.8",
                "php": ["8.4", "8.3"],
                "packages": {"magento/framework": "103.0.8"},
            },
            "2.4.8-p5": {"line": "2.4.8", "php": ["8.4", "8.3"]},
            "2.4.0": {"line": "2.4.0"},
        },
    }
)
OBJECTS = {
    "order": DataObject(title="Order", personal_data=True),
    "payment": DataObject(title="Payment", payment_data=True),
    "refund": DataObject(title="Refund"),
}
SHOP = {"name": "shopware", "version": "2.4.8-p5", "php": "8.4"}
BOTH = ["to_vendor", "from_vendor"]


def plugin(**parts):
    base = {"id": "module", "platform": "shopware", "php": "~8.3.0||~8.4.0"}
    data = {"order": {"directions": BOTH, "timing": "real_time"}}
    return {**base, "data": data, **parts}


def api(**parts):
    return {"id": "api", "kind": "rest", "data": {"order": {"directions": BOTH}}, **parts}


def fit_of(flows, *, interfaces=(), plugins=(), shop=SHOP, lacks=None, nothing=False, **plan):
    content = {
        "id": "p", "title": "P", "category": "c", "flows": list(flows), "platform": shop, **plan,
    }  # fmt: skip
    integration = {
        "interfaces": list(interfaces), "plugins": list(plugins), "lacks": lacks or {},
    }  # fmt: skip
    vendor = {"id": "v", "name": "V", "category": "c"}
    if not nothing:
        vendor["integration"] = integration
    platform = PLATFORM if shop else None
    return fit(Vendor.model_validate(vendor), Plan.model_validate(content), platform, OBJECTS)


def cell(flow=None, **parts):
    flow = {"data": "order", "direction": "to_vendor", "timing": "real_time", **(flow or {})}
    return fit_of([flow], **parts).cells[0]


def hard(found):
    return [loss.text for loss in found.route.losses if loss.weight == "hard"]
