"""Versions and constraints for properties, written as people write them."""

from hypothesis import strategies as st

SUFFIXES = ["", "", "", "-dev", "-alpha1", "-beta", "-beta2", "-RC1", "-RC1-dev", "-p1", "-p5"]

numbers = st.lists(st.sampled_from([0, 1, 2, 9, 10, 103]), min_size=1, max_size=4).map(
    lambda parts: ".".join(map(str, parts))
)
versions = st.builds(str.__add__, numbers, st.sampled_from(SUFFIXES))
comparisons = st.builds(
    str.__add__, st.sampled_from(["", "=", "!=", ">", ">=", "<", "<="]), versions
)
ranges = st.builds(str.__add__, st.sampled_from(["^", "~"]), versions)
hyphens = st.builds("{} - {}".format, versions, versions)
lines = st.lists(st.sampled_from([0, 1, 2, 9, 10, 103]), min_size=1, max_size=3).map(
    lambda parts: ".".join(map(str, parts))
)
wildcards = st.builds("{}.*".format, lines)
terms = st.one_of(comparisons, ranges, hyphens, wildcards, st.just("*"))
groups = st.lists(terms, min_size=1, max_size=3).map(" ".join)
constraints = st.lists(groups, min_size=1, max_size=3).map(" || ".join)
