"""Group-average clustering."""

from __future__ import annotations

from silang.stories.clusters import Bonds, Pair, clusters

NONE = Bonds()


def named(size: int, names: str = "abcdef") -> dict[int, str]:
    return dict(enumerate(names[:size]))


def test_a_chain_of_likenesses_is_not_one_group() -> None:
    chain = [Pair(n, n + 1, 0.5) for n in range(5)]
    assert max(len(group) for group in clusters(named(6), chain, 0.4, NONE)) == 2


def test_pairs_that_are_all_alike_are_one_group() -> None:
    pairs = [Pair(a, b, 0.5) for a in range(6) for b in range(a + 1, 6)]
    assert clusters(named(6), pairs, 0.4, NONE) == [[0, 1, 2, 3, 4, 5]]


def test_the_strongest_pair_joins_first() -> None:
    assert clusters(named(3), [Pair(0, 1, 0.5), Pair(1, 2, 0.9)], 0.4, NONE) == [[0], [1, 2]]


def test_a_third_joins_where_the_mean_over_the_group_is_high_enough() -> None:
    assert clusters(named(3), [Pair(0, 1, 0.9), Pair(0, 2, 0.6), Pair(1, 2, 0.2)], 0.4, NONE) == [[0, 1, 2]]
    assert clusters(named(3), [Pair(0, 1, 0.9), Pair(0, 2, 0.6), Pair(1, 2, 0.1)], 0.4, NONE) == [[0, 1], [2]]


def test_among_equals_the_names_decide_not_the_places() -> None:
    assert clusters(named(3, "cba"), [Pair(0, 1, 0.5), Pair(1, 2, 0.5)], 0.4, NONE) == [[0], [1, 2]]
    assert clusters(named(3, "abc"), [Pair(0, 1, 0.5), Pair(1, 2, 0.5)], 0.4, NONE) == [[0, 1], [2]]


def test_a_report_with_no_pair_is_a_group() -> None:
    assert clusters(named(2), [], 0.4, NONE) == [[0], [1]]
