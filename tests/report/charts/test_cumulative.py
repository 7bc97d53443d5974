"""Lines of money over the years."""

import itertools

from evalkit.report.charts.cumulative import NAME, Course, cumulative

YEARS = ["Signing", "Year 1", "Year 2"]
MOLLIE = Course("Mollie", "€200", (-100.0, 50.0, 200.0), is_exact=True, look="first")
ADYEN = Course("Adyen", "at most €190", (-100.0, 45.0, 190.0), is_exact=False, look="second")


def drawn(*courses, years=YEARS):
    return cumulative("All", courses, years, str)["shapes"]


def test_a_line_runs_through_each_year_and_is_dashed_if_it_is_a_bound():
    curves = [s for s in drawn(MOLLIE, ADYEN) if s["class"].startswith("curve")]
    assert [s["class"] for s in curves] == ["curve first"] * 2 + ["curve second dashed"] * 2
    assert [(s["x1"], s["x2"]) for s in curves[:2]] == [("12.0%", "40.0%"), ("40.0%", "68.0%")]
    # Upwards on the page is downwards in numbers: it starts below nothing and rises.
    zero = next(s["y1"] for s in drawn(MOLLIE) if s["class"] == "zero")
    assert curves[0]["y1"] > zero > curves[1]["y2"]


def test_names_stand_at_the_ends_and_do_not_overlap():
    names = [s for s in drawn(MOLLIE, ADYEN) if s["is"] == "text" and s["class"] == "b"]
    assert {s["text"] for s in names} == {"Mollie", "Adyen"}
    places = sorted(s["y"] for s in names)
    assert all(after - before >= NAME for before, after in itertools.pairwise(places))


def test_of_many_years_a_few_are_labelled():
    years = [str(year) for year in range(21)]
    long = Course("Long", "€1", tuple(map(float, range(21))), is_exact=True, look="first")
    labels = [s for s in drawn(long, years=years) if s["class"] == "t m"]
    assert [s["text"] for s in labels] == ["0", "4", "8", "12", "16", "20"]
