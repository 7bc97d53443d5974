"""The releases of a line that a constraint admits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.composer.constraint import parse
from evalkit.composer.spans import END
from evalkit.composer.version import ConstraintError, Stability, parse_version
from tests.composer.made import constraints, lines, versions

NEAR = ["", "-p", "-p0", "-p1", "-p2", "-p5", "-p6"]


@pytest.mark.parametrize(
    ("text", "line", "share"),
    [
        # The line runs from 8.4.0 on, before 8.5.0.
        ("^8.1", "8.4", "all"),
        (">=8.4", "8.4", "all"),
        (">=8.4-stable", "8.4", "all"),
        (">8.4.0-RC4", "8.4", "all"),
        ("8.4.*", "8.4", "all"),
        ("8.4.* || 8.3.*", "v8.4", "all"),
        ("<8.5", "8.4", "all"),
        ("~8.3.0", "8.4", "none"),
        ("<8.4", "8.4", "none"),
        ("<8.4-stable", "8.4", "none"),
        (">=8.5-dev", "8.4", "none"),
        # Its first release alone, all but it, some behind it
        ("8.4", "8.4", "some"),
        ("<=8.4", "8.4", "some"),
        (">8.4", "8.4", "some"),
        (">=8.4.1", "8.4", "some"),
        ("<=8.4.20", "8.4", "some"),
        ("!=8.4.3", "8.4", "some"),
        # Versions before a release are none of its line
        ("!=8.4.3-RC1", "8.4", "all"),
        ("8.4.3-RC1", "8.4", "none"),
        (">=8.4.3-beta1 <8.4.3-stable", "8.4", "none"),
        ("8.5.0-alpha1", "8.4", "none"),
        ("8.4.x-dev", "8.4", "none"),
        # Patches are of the line of their release, and of its own
        ("<=2.4.8", "2.4.8", "some"),
        ("<=2.4.8-p5", "2.4.8", "some"),
        ("2.4.8-p5", "2.4.8", "some"),
        (">2.4.8", "2.4.8", "some"),
        ("~2.4.8.0", "2.4.8", "all"),
        ("2.4.8-p5-dev", "2.4.8", "none"),
        ("<2.4.8-p1 || >=2.4.8-p1-dev", "2.4.8", "all"),
        ("<2.4.8-p1-dev || >=2.4.8-p1", "2.4.8", "all"),
        ("<2.4.8-p1-dev || >2.4.8-p1-dev", "2.4.8", "all"),
        # Nothing lies between a release and a patch without a number, nor between p1 and p1.0
        (">2.4.8 <2.4.8-p", "2.4.8", "none"),
        (">2.4.8-p1 <2.4.8-p1.0", "2.4.8", "none"),
        ("^8", "8", "all"),
        ("^8.1", "8", "some"),
        ("*", "0", "all"),
        ("99999.*", "99999", "all"),
    ],
)
def test_share_of_a_line_by_hand(text, line, share):
    assert parse(text).admits_line(line) == share


@pytest.mark.parametrize("line", ["8.4-beta1", "8.4.*", "2.4.8.0", "", "eight", "8.x-dev"])
def test_what_is_no_line_is_refused(line):
    with pytest.raises(ConstraintError):
        parse("*").admits_line(line)


@given(constraints, lines, st.lists(versions, max_size=8))
def test_all_and_none_hold_for_every_release_of_the_line(text, line, behind):
    constraint = parse(text)
    share = constraint.admits_line(line)
    inside = parse(f"{line}.*")
    for version in map(parse_version, [line, f"{line}-p1", *behind]):
        if inside.admits(version) and version.stability >= Stability.STABLE:
            assert share == "some" or constraint.admits(version) == (share == "all")


@given(constraints, lines)
def test_some_means_one_of_each(text, line):
    """Each stretch begins at a release or just behind one, so these find every change."""
    constraint = parse(text)
    if constraint.admits_line(line) != "some":
        return
    ends = [end.version for each in constraint.spans for end in each if end != END]
    near = [line, *(f"{'.'.join(map(str, end.numbers))}{s}" for end in ends for s in NEAR)]
    near += [f"{end}.0" for end in ends if end.stability is Stability.PATCH and end.counts]
    inside = parse(f"{line}.*")
    found = {
        constraint.admits(version)
        for version in map(parse_version, near)
        if inside.admits(version) and version.stability >= Stability.STABLE
    }
    assert found == {True, False}
