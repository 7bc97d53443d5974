"""Requirements on the shop and the vendor."""

from tests.report.specification.made import content


def test_the_load_is_the_sum_of_the_busiest_hours(evaluated):
    (load,) = [n["text"] for n in content(evaluated())["needs"] if n["topic"] == "Load"]
    assert load.endswith(
        "7,200 (F1) + 3,600 (F2) + 3,600 (F3) = 14,400 records in an hour at most, both ways."
    )
