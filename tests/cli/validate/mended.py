"""Files with faults, and their repaired versions."""

from evalkit.checking.repair import repaired
from evalkit.cli.validate import fix
from tests.conftest import DAY

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
FAULTY = """\
# A vendor.
naem: 12   # who
id: example-pay
# The category.
categry: "payment-gateways"

facts:
  api_style: {value: [rest], sorce: 'https://examplepay.test/docs', checked: "20.06.2026"}
  rate_limt: {value: 25, source: https://examplepay.test/limits, checked: 20260620}   # a burst
"""


def held(folder):
    """Every file of a folder, with its content."""
    files = (file for file in folder.rglob("*") if ".evalkit_cache" not in file.parts)
    return {file: file.read_bytes() for file in files if file.is_file()}


def write_repairs(workspace):
    paths = set(workspace.documents)
    fix.write(workspace, repaired(workspace, paths, DAY), paths)
