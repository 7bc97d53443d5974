"""What is said of charges, held against what a file may state."""

from evalkit.model import entries
from evalkit.model.prices.charge import Tiered
from evalkit.wording.messages.record import terms


def test_each_number_of_an_entry_has_a_name():
    assert {*entries.NUMBERS, "price"} <= terms.NUMBERS.keys()
    assert terms.CALLED.keys() <= terms.NUMBERS.keys()


def test_each_way_to_count_in_tiers_has_a_sentence():
    modes = Tiered.model_json_schema()["properties"]["mode"]
    assert set(modes["enum"]) == terms.TIERS.keys()
