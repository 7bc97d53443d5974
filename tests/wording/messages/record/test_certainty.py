"""What is said of other methods, held against the methods that are tried."""

from evalkit.evaluation.robustness.opinions import METHODS
from evalkit.wording.messages.record import certainty


def test_each_method_says_what_it_does_and_why_it_disagrees():
    names = {method.name for method in METHODS}
    assert certainty.ABOUT.keys() == certainty.AHEAD_BECAUSE.keys() == names
