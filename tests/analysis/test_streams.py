"""Random numbers follow from a seed and a name."""

from evalkit.analysis.streams import stream


def test_a_stream_gives_the_same_numbers_in_every_release():
    # Those of money's draws before streams had a module of their own.
    drawn = stream(7, "examplepay", "charges", 0, "amount").random(3)
    assert drawn.tolist() == [0.30193111515875515, 0.45597808965260245, 0.2479014537624058]


def test_another_name_another_seed_and_another_order_of_words_give_others():
    keys = [(7, "fact", "a", "b"), (8, "fact", "a", "b"), (7, "fact", "b", "a"), (7, "fact", "ab")]
    assert len({stream(*key).random() for key in keys}) == len(keys)
