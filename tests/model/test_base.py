"""Texts and days, as files give them."""

import subprocess
import sys

import pytest

from evalkit.model.base import Day, Record, Source, Text, WebLink
from evalkit.source.shape.shape import shape
from tests.conftest import VENDOR

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
NAMED = {
    "folded": "name: >\n  Example\n  Pay\n",
    "literal": "name: |\n  Example\n  Pay\n",
    "padded": 'name: "  Example\\tPay \\n"\n',
}

COMMANDS = (
    ("validate",),
    ("score", "storefront-payments"),
    ("score", "storefront-payments", "-f", "csv"),
    ("explain", "storefront-payments", "examplepay"),
)


class _Written(Record):
    text: Text = "-"
    source: Source = "-"
    link: WebLink = "https://a.test"
    day: Day | None = None


@pytest.mark.parametrize("name", NAMED.values(), ids=NAMED)
def test_a_name_that_is_written_as_a_block_is_one_line_everywhere(name, evalkit, write):
    def answers(named):
        folder = write({EXAMPLEPAY: VENDOR.replace("name: ExamplePay\n", named)})
        return [evalkit(*words, cwd=folder) for words in COMMANDS]

    plain = answers("name: Example Pay\n")
    assert answers(name) == plain
    assert all("Example Pay" in each.out for each in plain[1:])


def test_a_text_of_blanks_is_empty():
    for key, given in (("text", " \n "), ("source", "\t"), ("text", "")):
        _, (problem,) = shape(_Written, {key: given})
        assert (problem.route, problem.message) == ((key,), "this must have at least 1 character")


def test_a_no_break_space_stays_in_a_text():
    assert shape(_Written, {"text": "10\u00a0km\n"})[0].text == "10\u00a0km"


def test_a_source_is_looked_at_without_the_blanks_around_it():
    assert shape(_Written, {"link": "https://b.test\n"})[0].link == "https://b.test"
    for source in ("\n javascript:alert(1)", " data:text/html,x"):
        assert [each.route for each in shape(_Written, {"source": source})[1]] == [("source",)]


@pytest.mark.parametrize("day", ["0026-11-01", "0206-11-01", "0000-01-01"])
def test_a_year_has_four_digits_that_count(day):
    _, (problem,) = shape(_Written, {"day": day})
    assert problem.message == "a date is written year-month-day, such as 2026-06-20"
    assert shape(_Written, {"day": "1889-10-06"})[1] == []


def test_no_record_is_made_ready_before_a_file_needs_it():
    """A check of one vendor's file takes a quarter longer if all are."""
    code = (
        "import evalkit.workspace.context, evalkit.rules.run as run; from evalkit.model.base import Record\n"
        "run.all_rules()\n"
        "def below(kind): return [kind, *(each for sub in kind.__subclasses__() for each in below(sub))]\n"
        "print([each.__name__ for each in below(Record) if each.__pydantic_complete__])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
