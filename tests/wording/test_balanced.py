"""Rounded amounts add up by item and by year."""

from hypothesis import given
from hypothesis import strategies as st

from evalkit.report.page.html import to_html
from evalkit.report.page.page import view
from evalkit.wording.balanced import balanced
from tests.report.priced import charged, files, ledgers, plain, section


@given(
    st.lists(st.lists(st.floats(-1e7, 1e7), min_size=4, max_size=4), min_size=1, max_size=12),
    st.sampled_from([0, 2, 3]),
)
def test_balanced_amounts_add_up_both_ways_and_none_is_far_off(flows, digits):
    whole = sum(map(sum, flows))
    shown = balanced(flows, 4, digits, whole)
    assert shown.years == tuple(map(sum, zip(*shown.items, strict=True)))
    assert shown.total == sum(map(sum, shown.items))
    unit = 10**digits
    assert abs(shown.total - whole * unit) <= 0.5 + 1e-3
    for row, exact in zip(shown.items, flows, strict=True):
        # A unit for the year's own rounding, and one for that of its sum.
        assert all(abs(c - e * unit) < 2 + 1e-3 for c, e in zip(row, exact, strict=True))


def test_a_total_of_half_a_unit_is_rounded_up_as_everywhere_else():
    # 0.5 + 2.0 = 2.5 yen, printed as 3; rounding half to even would make it 2.
    shown = balanced([[0.5, 0.0], [2.0, 0.0]], 2, 0, 2.5)
    assert (shown.items, shown.total) == (((1, 0), (2, 0)), 3)


def test_figures_that_are_bounds_are_marked_as_such_everywhere(
    evaluated, evalkit, write, monkeypatch
):
    # 2,000 of own work, then 1.5 % of 70 for 1,000 orders, 7 % more each year: 1,050, 1,123.50 and
    # 1,202.145; 8,000 a year come in. At 8 % that is 4,889.74 of 20,616.78. What the licence costs
    # is not known: so it may be more, and less may be left of it.
    monkeypatch.setenv("COLUMNS", "200")
    out = evalkit("cost", "storefront-payments", cwd=write(files())).out
    rows = [line.split("  ", 1) for line in out.splitlines() if line.startswith("Thirdpay  ")]
    assert [" ".join(row.split()) for _, row in rows] == [
        "≥ €5,375.65 ≤ €15,727.03 ≤ 321.63 % ≥ 3.5 mo – ≥ 1.50 % –",
        "2,000.00 1,050.00 1,123.50 1,202.15 ≥ 5,375.65",
    ]
    page = plain(section(to_html(evaluated()))).replace("\u00a0", " ")
    for said in (
        "at least €5,375.65", "at least €4,889.74", "at most €15,727.03", "at most 321.63 %",
        "at least 3.5 months", "at least 1.50 %", "Thirdpay, at most",
    ):  # fmt: skip
        assert said in page, said


def test_an_item_that_is_known_in_part_is_marked_and_so_is_what_it_is_part_of(
    evaluated, evalkit, write, monkeypatch
):
    # 1.5 % of 70 for 1,000 orders, 7 % more each year, and what is charged at the least is not
    # known; with 2,000 of own work that is known in full.
    partly = charged(
        "thirdpay", "kind: usage, per: order, title: Fee, percent: 1.5, minimum: unknown"
    )
    content = files(thirdpay=partly)
    monkeypatch.setenv("COLUMNS", "200")
    ran = evalkit("cost", "storefront-payments", "--vendor", "thirdpay", cwd=write(content))
    shown = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "Fee 0.00 1,050.00 1,123.50 1,202.15 ≥ 3,375.65" in shown
    assert "Integration 2,000.00 0.00 0.00 0.00 2,000.00" in shown
    assert "together 2,000.00 1,050.00 1,123.50 1,202.15 ≥ 5,375.65" in shown
    evaluation = evaluated(content)
    (rows,) = (r for r in ledgers(to_html(evaluation)) if "at least 3,375.65" in r.get("1 Fee", []))
    assert rows["2 Integration"][-1] == "2,000.00"
    found = {each["id"]: each for each in view(evaluation)["costs"]["frontier"]["vendors"]}
    assert found["thirdpay"]["cost"] == "at least €4,889.74"
    assert not found["otherpay"]["cost"].startswith("at")
