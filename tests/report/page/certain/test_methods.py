"""Other methods of adding up, and pairs of vendors."""

from dataclasses import replace

from evalkit.report.page.certain.methods import methods, methods_in_a_line, pairs


def test_the_line_says_whether_other_methods_put_the_same_vendor_first(golden):
    assert methods_in_a_line(golden("everything")) == (
        "All 4 other methods of adding up that we tried put Alder Pay first, too."
    )
    assert methods_in_a_line(golden("last")) == ""


def test_a_method_that_puts_another_vendor_first_is_counted(golden):
    evaluation = golden("everything")
    one, *others = evaluation.second_opinions
    turned = {name: 3 - rank for name, rank in one.ranks.items()}
    changed = replace(evaluation, second_opinions=(replace(one, ranks=turned), *others))
    assert methods_in_a_line(changed) == (
        "1 of 4 other methods of adding up puts another vendor first."
    )


def test_each_method_has_its_name_and_its_order(golden):
    rows = methods(golden("everything"))["rows"]
    assert [row["name"] for row in rows] == ["Geometric mean", "TOPSIS", "VIKOR", "PROMETHEE II"]
    assert rows[0]["order"] == ["1 Alder Pay", "2 Birch & Sons"]


def test_of_each_pair_the_share_in_which_one_is_ahead_is_shown(golden):
    found = pairs(golden("everything"))
    assert found["columns"] == ["Alder Pay", "Birch & Sons"]
    assert [row["cells"] for row in found["pairs"]] == [["", "over 95%"], ["under 5%", ""]]
    assert [row["cells"] for row in found["rows"]] == [
        ["over 95%", "under 5%"],
        ["under 5%", "over 95%"],
    ]
    assert pairs(golden("last")) is None
