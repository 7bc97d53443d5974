"""Versions that constraints admit, from Composer's documentation, and properties of all of them.

«versions.md» is https://getcomposer.org/doc/articles/versions.md.
"""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.composer.constraint import Constraint, parse
from evalkit.composer.version import ConstraintError, parse_version
from tests.composer.made import comparisons, constraints, groups, lines, versions

# Each constraint and its ends as comparisons in which all stabilities are said.
SAID_IN_FULL = [
    # versions.md, «Stability Constraints»: the table «Internally», all rows
    ("1.2.3", "=1.2.3.0-stable"),
    (">1.2", ">1.2.0.0-stable"),
    (">=1.2", ">=1.2.0.0-dev"),
    (">=1.2-stable", ">=1.2.0.0-stable"),
    ("<1.3", "<1.3.0.0-dev"),
    ("<=1.3", "<=1.3.0.0-stable"),
    ("1 - 2", ">=1.0.0.0-dev <3.0.0.0-dev"),
    ("~1.3", ">=1.3.0.0-dev <2.0.0.0-dev"),
    ("1.4.*", ">=1.4.0.0-dev <1.5.0.0-dev"),
    # «Range (Hyphen)»
    ("1.0 - 2.0", ">=1.0.0 <2.1"),
    ("1.0.0 - 2.1.0", ">=1.0.0 <=2.1.0"),
    # «Wildcard»
    ("1.0.*", ">=1.0 <1.1"),
    # «Tilde»: both examples and both notes
    ("~1.2", ">=1.2 <2.0.0"),
    ("~1.2.3", ">=1.2.3 <1.3.0"),
    ("~1", "~1.0"),
    # «Caret»
    ("^1.2.3", ">=1.2.3 <2.0.0"),
    ("^0.3", ">=0.3.0 <0.4.0"),
    # By the same rules, worked by hand
    ("~1", ">=1.0.0.0-dev <2.0.0.0-dev"),
    ("~1.2.3.4", ">=1.2.3.4-dev <1.2.4.0-dev"),
    ("~8.2.0", ">=8.2.0.0-dev <8.3.0.0-dev"),
    ("~1.2-beta2", ">=1.2.0.0-beta2 <2.0.0.0-dev"),
    ("~1.2.3-stable", ">=1.2.3.0-stable <1.3.0.0-dev"),
    ("^8", ">=8.0.0.0-dev <9.0.0.0-dev"),
    ("^8.1", ">=8.1.0.0-dev <9.0.0.0-dev"),
    ("^1.2.3.4", ">=1.2.3.4-dev <2.0.0.0-dev"),
    ("^0", ">=0.0.0.0-dev <1.0.0.0-dev"),
    ("^0.0", ">=0.0.0.0-dev <0.1.0.0-dev"),
    ("^0.0.3", ">=0.0.3.0-dev <0.0.4.0-dev"),
    ("^0.0.0", ">=0.0.0.0-dev <0.0.1.0-dev"),
    ("^0.0.0.7", ">=0.0.0.7-dev <0.0.1.0-dev"),
    ("^2.4.8-p5", ">=2.4.8.0-patch5 <3.0.0.0-dev"),
    ("^v1.2@dev", ">=1.2.0.0-dev <2.0.0.0-dev"),
    ("2.x", ">=2.0.0.0-dev <3.0.0.0-dev"),
    ("2.4.X.*", ">=2.4.0.0-dev <2.5.0.0-dev"),
    ("2.4.8.*", ">=2.4.8.0-dev <2.4.9.0-dev"),
    ("0.*", "<1.0.0.0-dev"),
    ("2.4.*@beta", ">=2.4.0.0-dev <2.5.0.0-dev"),
    ("1 - 2.0-RC1", ">=1.0.0.0-dev <=2.0.0.0-RC1"),
    ("1.0-beta - 2", ">=1.0.0.0-beta <3.0.0.0-dev"),
    ("1.0-p1 - 2.0.0-p2", ">=1.0.0.0-patch1 <=2.0.0.0-patch2"),
    ("1.0 - 1.2.3.4, !=1.1", ">=1.0.0.0-dev <=1.2.3.4-stable !=1.1.0.0-stable"),
    # A flag lowers the ends of a comparison of which no stability was said, but @stable does not
    (">=1.2@beta", ">=1.2.0.0-beta"),
    ("<1.3@RC", "<1.3.0.0-RC"),
    ("<=1.3@alpha", "<=1.3.0.0-alpha"),
    (">1.3@dev", ">1.3.0.0-dev"),
    ("!=1.3@rc", "!=1.3.0.0-RC"),
    (">=1.2@stable", ">=1.2.0.0-dev"),
    (">=1.2-beta@dev", ">=1.2.0.0-beta"),
    ("1.2@dev", "=1.2.0.0-stable"),
    (">= 1.2@beta", ">=1.2.0.0-dev"),
    # Two that Composer reads alike
    ("<>1.3", "!=1.3"),
    ("==1.3", "=1.3"),
    (">= 1.0 , < 2.0", ">=1.0 <2.0"),
    ("^7.4|^8.0", "^7.4 || ^8.0"),
    ("^1.0,^1.2", ">=1.2 <2"),
    ("  ^2.7.0 ", "^2.7.0"),
    ("1.0.0 as 2.0", "1.0.0"),
    (">1.0 as 2.0 <3", ">1.0 <3"),
    ("*", ">=0-dev"),
    ("x", "*"),
    ("v*.*", "*"),
    ("@dev", "*"),
    ("@stable", "*"),
    ("!=dev-main", "*"),
    ("^1.2.x-dev", ">=1.2.9999999.9999999-dev <2.0.0.0-dev"),
    ("~1.2.x-dev", ">=1.2.9999999.9999999-dev <1.3.0.0-dev"),
    ("<=1.2.x-dev#4fe1d5", "<=1.2.x-dev"),
]  # fmt: skip


@pytest.mark.parametrize(("short", "full"), SAID_IN_FULL)
def test_a_constraint_means_its_comparisons(short, full):
    assert parse(short).spans == parse(full).spans


@pytest.mark.parametrize(
    ("text", "admitted", "refused"),
    [
        # versions.md, «Exact»
        ("1.0.2", ["1.0.2", "v1.0.2.0"], ["1.0.1", "1.0.2-p1", "1.0.2-RC1", "1.0.3"]),
        # «Range»: AND binds closer than OR
        (">=1.0", ["1.0", "1.0-dev", "99"], ["0.9.9"]),
        (">=1.0 <2.0", ["1.0", "1.9.9"], ["0.9", "2.0", "2.0-dev"]),
        (">=1.0 <1.1 || >=1.2", ["1.0", "1.0.9", "1.2", "3"], ["0.9", "1.1", "1.1.9"]),
        ("!=1.1", ["1.0", "1.1-RC1", "1.1-p1"], ["1.1", "1.1.0.0"]),
        # «Range (Hyphen)»
        ("1.0 - 2.0", ["1.0", "2.0.99"], ["0.9", "2.1-dev", "2.1"]),
        ("1.0.0 - 2.1.0", ["2.1.0"], ["2.1.0-p1", "2.1.1"]),
        # «Wildcard»
        ("1.0.*", ["1.0-dev", "1.0.99", "1.0.3-p2"], ["1.1-dev", "1.1"]),
        # «Tilde», first note: ~1.2 does not take 2.0-beta.1
        ("~1.2", ["1.2", "1.99"], ["1.1", "2.0-beta.1", "2.0"]),
        # «Caret»
        ("^1.2.3", ["1.2.3", "1.99"], ["1.2.2", "2.0-alpha1"]),
        # A patch is newer than its release
        ("<=2.4.8", ["2.4.8"], ["2.4.8-p1"]),
        (">2.4.8", ["2.4.8-p1", "2.4.9"], ["2.4.8"]),
        (">=2.4.8-p3", ["2.4.8-p3", "2.4.8-p10"], ["2.4.8", "2.4.8-p2"]),
        ("<2.4.8-p10", ["2.4.8-p9"], ["2.4.8-p10"]),
        # «Stability Constraints»
        (">=2.4.6-stable", ["2.4.6"], ["2.4.6-beta2"]),
        (">=2.4.6", ["2.4.6-beta2"], ["2.4.5-p17"]),
        (">1.0 <1.0", [], ["1.0", "0.9", "1.1"]),
    ],
)
def test_a_constraint_admits_and_refuses(text, admitted, refused):
    constraint = parse(text)
    assert [v for v in admitted if not constraint.admits(v)] == []
    assert [v for v in refused if constraint.admits(v)] == []


@pytest.mark.parametrize(
    "text",
    ["dev-main", "dev-feature/x#4fe1d5", "DEV-main", "master", "feature-x-dev", ">=dev-main",
     "dev-main as 1.0.0", "dev-main@dev", "self.version", " self.version ", "1.2.x-dev",
     "^1.0 dev-main"],
)  # fmt: skip
def test_a_branch_admits_no_release(text):
    # versions.md, «Branches»: such a constraint asks for a branch, not for a tag
    constraint = parse(text)
    assert not any(constraint.admits(v) for v in ("0.0.1", "1.0", "1.2", "1.2.99", "2", "99999"))
    assert constraint.admits_line("1") == "none"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("^1.0 ||", "a side of its ||, is empty"),
        ("|||", "is empty"),
        (",1.0", "',1.0' has nothing next to it"),
        ("1.0,", "'1.0,' has nothing next to it"),
        (">=1.0,,<2.0", "nothing next to it"),
        ("~>1.2", "'~>' is not one of the operators ^ ~ = == "),
        ("=<1.2", "'=<' is not one of the operators"),
        ("!1.2", "'!' is not one of the operators"),
        ("~ 1.2", "'~' is not a version"),
        (">1.0<2.0", "'1.0<2.0' is not a version"),
        (">=1.0.*", "'1.0.*' is not a version"),
        ("1.*.2", "'1.*.2' is not a version"),
        (">=@dev", "'*' is not a version"),
        ("1.0 -2.0", "'-2.0' is not a version"),
        ("1.0 - dev-main", "'dev-main' is not a version"),
        ("^dev-main", "'dev-main' is not a version"),
        ("1.0#4fe1d5", "'1.0#4fe1d5' is not a version"),
        ("1.0 as", "'as' is not a version"),
        ("self.version || 1.0", "'self.version' is not a version"),
        ("1.0@mad", "'1.0@mad' is not a version"),
        ("latest", "'latest' is not a version"),
        ("1" * 501, "at most 500 characters, not 501"),
    ],
)
def test_anything_else_is_refused_with_a_reason(text, message):
    with pytest.raises(ConstraintError) as raised:
        parse(text)
    assert message in str(raised.value)


def test_what_is_no_version_is_neither_admitted_nor_refused():
    with pytest.raises(ConstraintError, match="'dev-main' is not a version"):
        parse("*").admits("dev-main")


@pytest.mark.parametrize(
    ("text", "version", "reason"),
    [
        ("~8.2.0||~8.3.0", "8.4", "8.4 is not within ~8.2.0||~8.3.0: >=8.2.0 <8.4.0"),
        ("~8.2|~8.3", "8.5", "8.5 is within ~8.2|~8.3: >=8.2.0 <9.0.0"),
        ("!=1.2", "1.3", "1.3 is within !=1.2: <1.2.0-stable || >1.2.0"),
        ("*", "1", "1 is within *: *"),
        ("1.2", parse_version("1.2"), "1.2.0 is within 1.2: 1.2.0"),
        ("<=1.2-RC1", "1", "1 is within <=1.2-RC1: <=1.2.0-RC1"),
        ("dev-main", "1", "1 is not within dev-main: no numbered version"),
    ],
)
def test_the_reason_says_what_the_constraint_comes_to(text, version, reason):
    assert parse(text).explain(version) == reason


def test_a_constraint_prints_as_it_was_written():
    assert str(parse(" ^7.4||^8.0 ")) == "^7.4||^8.0"


@given(st.text(max_size=40) | st.text("0123.*x<>=!~^ ,|@-vdaesp#", max_size=20))
def test_reading_fails_in_one_way_only(text):
    with contextlib.suppress(ConstraintError):
        assert isinstance(parse(text), Constraint)


@given(comparisons, versions)
def test_a_comparison_admits_what_the_order_says(text, version):
    """Only >= and < move: to the dev versions, where nothing was said of stability."""
    operator = text.rstrip("0123456789.-abcdefghijklmnopqrstuvwxyzRC") or "="
    end = parse_version(text.removeprefix(operator))
    if operator in (">=", "<") and "-" not in text:
        end = parse_version(text.removeprefix(operator) + "-dev")
    known = parse_version(version)
    expected = {"<": known < end, "<=": known <= end, ">": known > end, ">=": known >= end,
                "=": known == end, "!=": known != end}  # fmt: skip
    assert parse(text).admits(version) == expected[operator]


@given(lines, versions)
def test_caret_and_tilde_are_their_ranges(numbers, version):
    parts = list(map(int, numbers.split(".")))
    kept = next((at for at, part in enumerate(parts) if part), len(parts) - 1)
    next_caret = [*parts[:kept], parts[kept] + 1]
    last = max(0, len(parts) - 2)
    next_tilde = [*parts[:last], parts[last] + 1]
    for operator, following in (("^", next_caret), ("~", next_tilde)):
        bound = ".".join(map(str, following))
        assert parse(operator + numbers).spans == parse(f">={numbers} <{bound}").spans


@given(constraints, constraints, versions)
def test_or_admits_what_either_admits(first, second, version):
    either = parse(first).admits(version) or parse(second).admits(version)
    assert parse(f"{first} || {second}").admits(version) == either


@given(groups, groups, versions)
def test_and_admits_what_both_admit(first, second, version):
    both = parse(first).admits(version) and parse(second).admits(version)
    assert parse(f"{first}, {second}").admits(version) == both


@given(constraints)
def test_the_ends_of_what_is_admitted_are_where_admitting_changes(text):
    constraint = parse(text)
    for low, high in constraint.spans:
        assert low < high
        assert constraint.admits(low.version) == (not low.is_above)
        assert constraint.admits(high.version) == high.is_above
    for (_, high), (low, _) in zip(constraint.spans, constraint.spans[1:], strict=False):
        assert high < low


@given(constraints)
def test_what_a_constraint_comes_to_is_a_constraint_that_means_the_same(text):
    constraint = parse(text)
    comes_to = constraint.explain("1").removeprefix("1 is ").split(f"within {text}: ")[1]
    if constraint.spans:
        assert parse(comes_to).spans == constraint.spans
    else:
        assert comes_to == "no numbered version"


@pytest.mark.parametrize(
    ("text", "version", "fixed", "portion"),
    [
        ("103.0.8", "103.0.8", 4, "some"),
        ("<=103.0.8", "103.0.8", 4, "some"),
        ("103.0.8-p2", "103.0.8", 4, "some"),
        ("~103.0.8", "103.0.8", 4, "all"),
        ("<103.0.9", "103.0.8", 4, "all"),
        ("<103.0.8", "103.0.8", 4, "none"),
        (">103.0.8.0-patch99999", "103.0.8", 4, "some"),
        (">=103.0.8.1", "103.0.8", 4, "none"),
        # Later releases of a major version: 3.9.0 and all before 4.
        ("^3.9", "3.9.0", 1, "all"),
        ("~3.9.0", "3.9.0", 1, "some"),
        (">=4", "3.9.0", 1, "none"),
    ],
)
def test_of_a_version_and_what_follows_it_all_some_or_none_are_admitted(
    text, version, fixed, portion
):
    assert parse(text).admits_from(version, fixed) == portion
