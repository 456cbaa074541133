"""The decoder against all trees of small sentences."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from silang_id.trees import best_tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_best_tree_is_the_best_of_all(words: int) -> None:
    draw = np.random.default_rng(words)
    every = [heads for heads in product(range(words + 1), repeat=words) if _is_tree(heads)]
    for _ in range(40):
        scores = draw.normal(size=(words, words + 1)).astype("float32")
        found = tuple(int(h) for h in best_tree(scores))
        best = max(every, key=lambda heads: sum(scores[at, head] for at, head in enumerate(heads)))
        assert found == best


def test_two_tempting_roots_leave_one() -> None:
    scores = np.array([[9, -5, 1], [9, 1, -5]], dtype="float32")
    assert sorted(best_tree(scores).tolist()) in ([0, 1], [0, 2])
