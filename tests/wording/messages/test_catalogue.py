"""Messages with named gaps, and the language in which they are said."""

import gettext
import importlib
import pkgutil
import re
import subprocess
import sys

import pytest
from babel import Locale

from evalkit.wording import messages
from evalkit.wording.messages.catalogue import Language, Message, say, say_all, speaking

WINS = Message("In {draws} simulations {vendor} wins {share}.")
OPEN = Message("{count} must-have is open", "{count} must-haves are open")


class Polish(gettext.NullTranslations):
    """Three plurals, and an order of words of its own."""

    def gettext(self, message):
        return "{vendor}: {share} z {draws}" if message == WINS.text else message

    def ngettext(self, _singular, _plural, n):
        few = 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14
        return "{count} warunek" if n == 1 else "{count} warunki" if few else "{count} warunków"


def test_gaps_are_filled_by_name_and_counts_choose_the_plural():
    assert (
        say(WINS, draws="10,000", vendor="Stripe", share="57%")
        == "In 10,000 simulations Stripe wins 57%."
    )
    assert [say(OPEN, n) for n in (1, 2, 1200)] == [
        "1 must-have is open", "2 must-haves are open", "1,200 must-haves are open",
    ]  # fmt: skip


def test_another_language_turns_words_round_has_its_own_plurals_and_ends_with_its_block():
    with speaking(Language(Polish(), Locale("pl"))):
        assert say(WINS, draws="10", vendor="Stripe", share="57%") == "Stripe: 57% z 10"
        assert [say(OPEN, n) for n in (1, 3, 5)] == ["1 warunek", "3 warunki", "5 warunków"]
    assert say(OPEN, 1) == "1 must-have is open"


def test_what_fills_a_gap_is_text_however_it_looks():
    assert say(WINS, draws="{vendor}", vendor="{0.__class__}", share="%s") == (
        "In {vendor} simulations {0.__class__} wins %s."
    )


def test_babel_stays_unloaded_while_english_is_said():
    code = (
        "import sys, evalkit.evaluation.evaluate;"
        "from evalkit.wording.messages.words import YEARS;"
        "from evalkit.wording.messages.catalogue import say;"
        "print(say(YEARS, 1200), 'babel' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "1,200 years False\n"


def test_labels_keep_the_names_that_a_template_has_for_them():
    assert say_all({"owner": Message("Owner")}) == {"owner": "Owner"}


def rooms():
    for found in pkgutil.walk_packages(messages.__path__, f"{messages.__name__}."):
        room = importlib.import_module(found.name)
        for value in vars(room).values():
            yield from (
                each
                for each in (value.values() if isinstance(value, dict) else [value])
                if isinstance(each, Message)
            )


@pytest.mark.parametrize("message", list(rooms()), ids=lambda each: each.text[:40])
def test_each_message_has_named_gaps_alone_and_the_same_in_its_plural(message):
    gaps = [set(re.findall(r"{(.*?)}", text)) for text in (message.text, message.plural) if text]
    assert all(re.fullmatch("[a-z_]+", gap) for each in gaps for gap in each)
    assert len({frozenset(each - {"count"}) for each in gaps}) == 1
    assert " %" not in message.text + message.plural
