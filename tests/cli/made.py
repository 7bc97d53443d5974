"""Names of files, a date, a plan with two people, the content of a folder, and what is imported."""

import subprocess
import sys

from tests.conftest import PLAN, vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
DAY = ("--as-of", "2026-11-29")
SOAP = vendor(
    api_style="{value: [soap], source: https://a.test/1, checked: 2026-06-20}",
    rate_limit="{value: 12, source: https://a.test/2, checked: 2026-06-20}",
)
SOURCE = "source: https://a.test/1, checked: 2026-06-20"
STOREFRONT = "plans/storefront-payments.yaml"
FAST = vendor(
    api_style=f"{{value: [soap], {SOURCE}}}",
    rate_limit=f"{{value: 100, {SOURCE}}}",
    webhooks=f"{{value: false, {SOURCE}}}",
)
PEOPLE = PLAN.replace(
    "weights: {api: 25, scalability: 75}\n",
    "stakeholders:\n"
    "  finance: {title: Finance, influence: 3, weights: {kind: points, points: {api: 1, scalability: 3}}}\n"
    "  it: {stated: 2026-11-20, weights: {kind: pairwise, pairwise: [{more: api, less: scalability, times: 3}]}}\n",
)


def tree(folder):
    files = (p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    return sorted(str(file) for file in files if file.parts[0] != ".evalkit_cache")


def imported(libraries, words, folder):
    """Which of some libraries a command imports in a process of its own, and what it prints."""
    script = (
        "import sys; from evalkit.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print(*[each for each in {libraries!r} if each in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return ran.stderr.splitlines()[-1].split(), ran.stdout
