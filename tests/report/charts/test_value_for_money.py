"""Marks at value and cost."""

from evalkit.report.page.page import view
from tests.report.priced import MONTHLY, charged, files


def test_marks_stand_at_value_and_cost_and_names_do_not_overlap(evaluated):
    names = [f"vendor{letter}" for letter in "abcdefgh"]
    close = {n: charged(n, MONTHLY, rate=40 + at) for at, n in enumerate(names)}
    shapes = view(evaluated(files(**close)))["charts"]["frontier"]["shapes"]
    texts = [s for s in shapes if s["is"] == "text" and "halo" in s["class"]]
    # Eight that are close, three others with prices; of a fourth no price is known.
    assert len(texts) == 11
    boxes = []
    for each in texts:
        wide = 0.62 * 12 * len(each["text"])
        left = each["x"] - {"start": 0, "end": wide, "middle": wide / 2}[each["anchor"]]
        boxes.append((left, each["y"] - 10, left + wide, each["y"] + 3))
    for at, (l1, t1, r1, b1) in enumerate(boxes):
        for l2, t2, r2, b2 in boxes[at + 1 :]:
            assert r1 <= l2 or r2 <= l1 or b1 <= t2 or b2 <= t1
