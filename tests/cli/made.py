"""Names of files, a date, and the content of a folder."""

from tests.conftest import vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
DAY = ("--as-of", "2026-11-29")
SOAP = vendor(
    api_style="{value: [soap], source: https://a.test/1, checked: 2026-06-20}",
    rate_limit="{value: 12, source: https://a.test/2, checked: 2026-06-20}",
)


def tree(folder):
    files = (p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    return sorted(str(file) for file in files if file.parts[0] != ".evalkit_cache")
