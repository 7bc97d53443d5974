"""A plan, a mapping and long lists for tests."""

import datetime
import hashlib

import pyarrow as pa
import pyarrow.parquet as pq

from evalkit.catalogue.prospect import prospect
from evalkit.catalogue.screen import Job, screen
from evalkit.catalogue.screening import Screening
from evalkit.catalogue.sources.opening import opened
from evalkit.checking.load import load
from evalkit.model.plan import Plan
from evalkit.tables.mapping import mapping_in

DAY = datetime.date(2026, 11, 30)
CRITERIA = """\
id: sellers
title: Sellers
criteria:
  service:
    title: Service
    weight: 2
    measures:
      support: {weight: 3, scale: {kind: levels, levels: {full: 100, partial: 60, none: 0}}}
      answers: {weight: 1, unit: hours, scale: {kind: linear, worst: 48, best: 0}}
      api: {weight: 1, scale: {kind: levels, levels: {true: 100, false: 0}}}
      parts: {weight: 1, scale: {kind: checklist, items: {refunds: 3, returns: 1}}}
  size:
    title: Size
    weight: 3
    measures:
      orders: {weight: 2, unit: orders/day, scale: {kind: points, points: [[0, 0], [10, 60], [100, 100]]}}
      staff: {weight: 1, unit: people, scale: {kind: target, worst_below: 0, best: 12, worst_above: 36}}
      latest: {weight: 1, age: days, fresh_for: 30, scale: {kind: linear, worst: 400, best: 0}}
      sales: {weight: 1, window: 30, unit: sales, scale: {kind: linear, worst: 0, best: 500}}
      stars: {weight: 1, unit: stars, scale: {kind: linear, worst: 1, best: 5, strict: true}}
"""
PLAN = """\
id: sellers
title: Sellers for a marketplace
category: sellers
as_of: 2026-11-30
rankable: 0.5
weights: {service: 10, size: 30}
gates:
  - {measure: orders, at_least: 5, because: Orders come in at that rate.}
  - {measure: support, any_of: [full, partial], because: Returns go through it.}
"""
MAPPING = """\
vendors: down
name: Name
id: Key
source: a list
checked: 2026-11-30
measures:
  Support: {words: {nobody asked: missing, not said: unknown}, means: {everything: full}}
  Answers: {unit: hours, factor: 24, words: {from 3: {at_least: 3}}}
  API: {measure: api}
  Parts: {}
  Orders: {unit: orders/day}
  Staff: {words: {"0": missing}}
  Latest: {}
  Sales: {}
  Stars: {}
"""
HEADS = ("Key", "Name", "Support", "Answers", "API", "Parts", "Orders", "Staff", "Latest", "Sales", "Stars")  # fmt: skip


def workspace(folder, plan=PLAN, criteria=CRITERIA, mapping=MAPPING):
    """A folder with a plan that has no vendors yet, and a mapping."""
    for path, text in {
        "criteria/sellers.yaml": criteria,
        "plans/sellers.yaml": plan,
        "map.yaml": mapping,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (folder / "vendors").mkdir(exist_ok=True)
    return folder


def opened_list(folder, name, mapping=None):
    """The list in a file of a workspace, and what scores it."""
    found = load(folder, DAY)
    plan = found.plans.get("sellers") or Plan.model_validate(
        found.documents["plans/sellers.yaml"].data
    )
    seen = prospect(found, plan, DAY)
    text = (folder / "map.yaml").read_text() if mapping is None else mapping
    source = opened(folder / name, mapping_in(text, "map.yaml"), seen, DAY)
    return source, Screening(seen, source.wanted.columns, source.wanted.has_names)


def sellers(count, first=0):
    """Rows of every kind: known, missing, ranges of nothing, words, dates, ties and oddities."""
    rows = []
    for number in range(first, first + count):
        # Numbers that neither a period nor an order explains.
        deep = hashlib.sha256(str(number).encode()).digest()
        rows.append((
            f"s{deep[0] * 256 + deep[1]:05}-{number}", f"Seller {number}",
            ("full", "partial", "none", None, "everything", "not said", "nobody asked", "N/A")[deep[2] % 8],
            ("1", "0.5", "from 3", None, "2", "1.25", "soon", "n.a.")[deep[3] % 8],
            ("yes", "No", "true", None)[deep[4] % 4],
            ("refunds", "refunds, returns", "returns", None, "gifts")[deep[5] % 5],
            None if deep[6] < 20 else deep[7] / 2 + deep[8] / 1000,
            float(deep[9] % 40), ("2026-10-01", "2025-12-24", None)[deep[10] % 3],
            deep[11] * 2, float(1 + deep[12] % 5) if deep[13] > 9 else 7.0,
        ))  # fmt: skip
    return pa.table(dict(zip(HEADS, map(list, zip(*rows, strict=True)), strict=True)))


def write_parquet(folder, table, name="list.parquet", **options):
    pq.write_table(table, folder / name, **options)
    return folder / name


def screened(folder, name="list.parquet", mapping=None, **options):
    """The summary of a list, and its results as a table; the files are out.parquet and odd.csv."""
    source, screening = opened_list(folder, name, mapping)
    work = folder / f"work-{len(list(folder.glob('work-*')))}"
    work.mkdir()
    out = folder / ("out.csv" if options.get("is_csv") else "out.parquet")
    job = Job(out, folder / "odd.csv", work, **options)
    summary = screen(source, screening, job, lambda _: None)
    return summary, None if job.is_csv else pq.read_table(out)


def digest(table):
    """One fingerprint of all columns in order of id."""
    found = hashlib.sha256()
    for name in table.column_names:
        found.update(repr(table.sort_by("id")[name].to_pylist()).encode())
    return found.hexdigest()
