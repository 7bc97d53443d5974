"""One vendor's costs year by year on a terminal of any width."""

import re
from decimal import Decimal

import pytest

from evalkit.report.terminal.money.vendor_costs import to_vendor_costs
from evalkit.report.terminal.screen import Screen
from tests.report.priced import charged, files, hostile


def shown(evaluation, width=80, vendor="examplepay", **more):
    lines = to_vendor_costs(evaluation, evaluation.costs, vendor, Screen(width, **more))
    return [each.plain for each in lines]


def columns(lines, title):
    """The amounts of each column under a title, over all tables that it takes."""
    start = next(at for at, line in enumerate(lines) if line.startswith(title))
    end = next(
        at
        for at in range(start, len(lines))
        if lines[at].startswith(("Benef", "Figures")) and at > start
    )
    rows = [line for line in lines[start:end] if re.match("Signing|Year|Total", line)]
    size = next(at for at, row in enumerate(rows) if row.startswith("Total")) + 1
    tables = [rows[at : at + size] for at in range(0, len(rows), size)]
    found = []
    for table in tables:
        cells = [re.findall(r"[−\d,]+\.\d\d", row) for row in table]
        found += [
            [Decimal(cell.replace(",", "").replace("−", "-")) for cell in column]
            for column in zip(*cells, strict=True)
        ]
    return found


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_cents_add_up_by_year_and_by_item_however_many_tables_that_takes(evaluated, width):
    lines = shown(evaluated(), width)
    *items, total = columns(lines, "Costs in EUR")
    assert len(items) == 3
    for column in (*items, total):
        assert sum(column[:-1]) == column[-1]
    assert [sum(row) for row in zip(*items, strict=True)] == total
    # Own work of 2,000; 36 × 29.99; 2.363 for each of 1,000, 1,070 and 1,144.9 orders
    assert sorted(column[-1] for column in items) == [
        Decimal("1079.64"), Decimal("2000.00"), Decimal("7596.81"),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(evaluated, width):
    lines = shown(evaluated(), width)
    assert max(len(line) for line in lines if "/" not in line) <= width
    assert "…" not in "".join(lines)


def test_break_even_and_sensitivity_are_those_of_the_vendor(evaluated):
    found = evaluated()
    text = " ".join(" ".join(shown(found, 200)).split())
    (one,) = (each for each in found.costs.break_even if "examplepay" in {each.one, each.other})
    assert one.text in text
    assert "Single figures were varied by ±10%, ranges from end to end." in text
    assert one.text not in " ".join(" ".join(shown(found, 200, "thirdpay")).split())


def test_a_vendor_without_a_price_has_no_figures_of_own_work_alone(evaluated):
    lines = shown(evaluated(), 80, "fourthpay")
    assert lines[0] == ("We cannot work out what Fourthpay costs over 3 years: we found no price.")
    assert "Total cost: we found no price" in lines


def test_texts_from_files_stay_texts(evaluated):
    lines = "".join(shown(evaluated(hostile())))
    assert "<script>" in lines
    assert "\x1b" not in lines


def test_the_caption_names_plan_and_day(evaluated):
    assert any(
        line.startswith("Payments for a storefront, 23") for line in shown(evaluated(files()))
    )


def test_what_a_vendor_brings_beyond_the_present_solution_is_a_part_of_its_own(evaluated):
    """1,000 a month are paid today, and what ExamplePay charges is less from the first year on."""
    fees = charged("otherpay", "kind: recurring, title: Fees, amount: 1000, every: month")
    listed = "vendors: [examplepay, otherpay, thirdpay]\n"
    evaluation = evaluated(
        files(otherpay=f"{fees}candidate: status_quo\n", more=listed, fourthpay=None)
    )
    lines = shown(evaluation)
    assert "Examplepay is worth about €23,500 over 3 years" in " ".join(lines)
    assert "It pays for itself" not in " ".join(lines)
    start = lines.index("Against Otherpay")
    assert lines[start : start + 4] == [
        "Against Otherpay",
        "Net present value: €23,500 (€21,500 to €24,200)",
        "Payback: 0.0 months",
        "Return on investment: not given: it costs no more than Otherpay",
    ]
    present = "\n".join(shown(evaluation, vendor="otherpay"))
    # Nor does what is there pay for itself by what comes in whoever is chosen.
    assert "Against" not in present
    assert "pays for itself" not in present
