"""Which addresses change, by the forms in which each host writes them."""

import pytest

from evalkit.rules.any_file.moving import is_repository, moving

A_COMMIT = "34971d8c2f8a"
OF_A_BRANCH = [
    "https://github.com/o/r/blob/HEAD/a.md",
    "https://github.com/o/r/blob/main/docs/a.md#L3",
    "https://www.github.com/o/r/tree/2.4-develop",
    "https://github.com/o/r/tree/19.0/addons",
    "https://github.com/o/r/raw/master/a.md",
    "https://github.com/o/r/commits/develop",
    "https://raw.githubusercontent.com/o/r/main/a.md",
    "https://raw.githubusercontent.com/o/r/refs/heads/next/a.md",
    "https://gitlab.com/o/group/r/-/blob/main/a.md",
    "https://git.vendor.test/o/r/-/tree/main",
    "https://gitlab.com/o/r/blob/master/a.md",
    "https://bitbucket.org/o/r/src/master/a.md",
    "https://bitbucket.org/o/r/branch/master",
    "https://codeberg.org/o/r/src/branch/main/a.md",
    "https://GitHub.com/o/r/blob/main/a.md",
    "https://BITBUCKET.org/o/r/src/master/a.md",
    "https://CodeBerg.org/o/r/src/branch/main/a.md",
    "https://code.vendor.test/o/r/-/tree/main",
]
OF_A_LIST = [
    "https://github.com/o/r/releases",
    "https://github.com/o/r/releases/",
    "https://github.com/o/r/releases?page=2",
    "https://github.com/o/r/releases/latest",
    "https://github.com/o/r/tags",
    "https://github.com/o/r/commits",
    "https://gitlab.com/o/r/-/releases",
    "https://gitlab.com/o/r/-/tags",
    "https://bitbucket.org/o/r/commits",
]
OF_A_GIST = [
    "https://gist.github.com/o/0123456789abcdef0123456789abcdef",
    "https://gist.github.com/0123456789abcdef0123456789abcdef",
    "https://gist.githubusercontent.com/o/0123456789abcdef0123456789abcdef/raw/a.md",
]
STAYS = [
    f"https://github.com/o/r/blob/{A_COMMIT}/main/a.md",
    f"https://github.com/o/r/tree/{A_COMMIT}",
    f"https://github.com/o/r/commits/{A_COMMIT}",
    "https://github.com/o/r/commit/0123456789abcdef0123456789abcdef01234567",
    "https://github.com/o/r/blob/v1.2.3/a.md",
    "https://github.com/o/r/tree/release-4.6.1",
    "https://github.com/o/r/releases/tag/v1.2",
    "https://github.com/o/r/issues/12",
    "https://github.com/o/r/issues",
    "https://github.com/o/r",
    f"https://raw.githubusercontent.com/o/r/{A_COMMIT}/a.md",
    "https://raw.githubusercontent.com/o/r/refs/tags/v1/a.md",
    f"https://gitlab.com/o/group/r/-/blob/{A_COMMIT}/a.md",
    f"https://bitbucket.org/o/r/src/{A_COMMIT}/a.md",
    "https://codeberg.org/o/r/src/tag/v1/a.md",
    f"https://codeberg.org/o/r/src/commit/{A_COMMIT}/a.md",
    f"https://gist.github.com/o/0123456789abcdef0123456789abcdef/{A_COMMIT}",
    f"https://gist.githubusercontent.com/o/0123456789abcdef0123456789abcdef/raw/{A_COMMIT}/a.md",
    # Pages of other hosts whose addresses look alike.
    "https://examplepay.test/docs/blob/main",
    "https://examplepay.test/o/releases",
    "https://[examplepay/blob/main",
    "github.com/o/r/blob/main/a.md, by phone",
]


@pytest.mark.parametrize("address", OF_A_BRANCH)
def test_a_branch_moves(address):
    assert moving(address).what.startswith("the branch `")


@pytest.mark.parametrize("address", OF_A_LIST)
def test_a_list_grows(address):
    assert moving(address).what == "a list that grows"


@pytest.mark.parametrize("address", OF_A_GIST)
def test_a_gist_has_revisions(address):
    assert moving(address).what == "a gist without its revision"


@pytest.mark.parametrize("address", STAYS)
def test_the_rest_stays(address):
    assert moving(address) is None


def test_the_branch_is_named():
    addresses = (OF_A_BRANCH[1], OF_A_BRANCH[7], OF_A_BRANCH[13])
    named = [moving(address).what for address in addresses]
    assert named == [f"the branch `{name}`, which changes" for name in ("main", "next", "main")]


def test_a_repository_is_an_address_that_names_nothing_in_it():
    assert is_repository("https://github.com/o/r/")
    assert not is_repository("https://github.com/o/r/wiki")
    assert not is_repository("https://examplepay.test/o/r")
