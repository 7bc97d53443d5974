"""Each place of a saved evaluation × everything odd: a sentence, or a page without harm.

Some 600 kinds of places × 37 values, 22,000 evaluations; about one in six is let through, and is
then shown in every way that there is. Takes minutes, so only `.ci/run --all` runs it.
"""

import dataclasses
import json
import resource
from contextlib import contextmanager

import pytest

from evalkit.errors import EvalkitError
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.templates.render import render_each
from tests.hostile.saved.evaluation import (
    ODD,
    PAGES,
    SHOWN,
    WHO_SHOWS,
    changed,
    links,
    made,
    markdown_links,
    opened,
    places,
)

pytestmark = pytest.mark.long
PARTS = [field.name for field in dataclasses.fields(Evaluation)]
AT_ONCE = 50
"""Evaluations that are kept until a template is read for all of them."""
MEMORY = 1024 * 1024
"""In KiB."""


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return made(tmp_path_factory.mktemp("saved"))


@contextmanager
def about(way, value):
    """Whatever goes wrong names the place and the value; a sentence to the user is no fault."""
    try:
        yield
    except EvalkitError:
        pass
    except Exception as error:
        error.add_note(f"with {'.'.join(map(str, way))} = {value!r:.60}")
        raise


def accepted(data, part):
    """The evaluations that nothing is found wrong with."""
    for way in places(data).values():
        for value in ODD if way[0] == part else ():
            with about(way, value):
                yield way, value, opened(changed(data, way, value))


def fill_all(name, cases):
    """The pages of several cases; the one that cannot be filled is found again."""
    try:
        return render_each(name, [content for _, _, content in cases], None)
    except Exception:
        for way, value, content in cases:
            with about(way, value):
                render_each(name, [content], None)
        raise


@pytest.mark.parametrize("part", PARTS)
def test_a_change_is_refused_or_does_no_harm(data, part):
    before = opened(json.dumps(data))
    who = WHO_SHOWS.get(part, ("report", "specification", *SHOWN))
    kept = {name: [] for name in PAGES if name.split(".")[0] in who}
    for way, value, evaluation in accepted(data, part):
        for name in SHOWN.keys() & set(who):
            with about(way, value):
                SHOWN[name](evaluation, before)
        for name, cases in kept.items():
            with about(way, value):
                cases.append((way, value, PAGES[name](evaluation)))
            if len(cases) == AT_ONCE:
                look_at(name, cases)
                cases.clear()
    for name, cases in kept.items():
        look_at(name, cases)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MEMORY


def look_at(name, cases):
    find = links if "html" in name else markdown_links
    for (way, value, _), page in zip(cases, fill_all(name, cases), strict=True):
        assert not find(page), f"{'.'.join(map(str, way))} = {value!r:.60}"
