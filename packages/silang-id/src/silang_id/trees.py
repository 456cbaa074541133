"""From arc scores to trees: the best single-rooted tree (Chu and Liu 1965; Edmonds 1967), greedy where it suffices."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]

_ROOTS = 3  # of a tree with several, those tried as the only one
_NEVER = np.float32(-1e9)


def best_tree(scores: Scores) -> Heads:
    """Heads of the words of one sentence: `scores` is (words, 1 + words), column 0 the root; 0 means root.

    Exactly one word gets 0, and no words form a circle.
    """
    greedy: Heads = scores.argmax(1)
    if _is_tree(greedy):
        return greedy
    heads = _spanning(scores)
    rows = np.arange(len(scores))
    roots = np.flatnonzero(heads == 0)
    if len(roots) == 1:
        return heads
    likely = sorted(roots.tolist(), key=lambda root: -float(scores[root, 0] - scores[root, 1:].max()))
    candidates = [_rooted(scores, root) for root in likely[:_ROOTS]]
    return max(candidates, key=lambda tree: float(scores[rows, tree].sum()))


def _is_tree(heads: Heads) -> bool:
    if np.count_nonzero(heads == 0) != 1:
        return False
    # Follow all heads at once, doubling: after log2(n) squarings all have reached the root, or are in a circle.
    up = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        up = up[up]
    return not up.any()


def _rooted(scores: Scores, root: int) -> Heads:
    fixed = scores.copy()
    fixed[:, 0] = _NEVER
    fixed[root] = _NEVER
    fixed[root, 0] = 0
    return _spanning(fixed)


def _spanning(scores: Scores) -> Heads:
    """The best tree over nodes 0..n, node 0 on top; any number of words under it."""
    size = len(scores) + 1
    square = np.full((size, size), _NEVER, dtype="float64")
    square[1:] = scores
    np.fill_diagonal(square, _NEVER)
    heads: Heads = np.asarray(_edmonds(square), dtype="int64")[1:]
    return heads


def _edmonds(scores: npt.NDArray[np.float64]) -> list[int]:
    """`scores[child, head]`; returns the head of each node (node 0 heads itself)."""
    heads = scores.argmax(1)
    heads[0] = 0
    circle = _circle(heads)
    if circle is None:
        return [int(h) for h in heads]
    inside = np.zeros(len(heads), dtype=bool)
    inside[circle] = True
    outside = np.flatnonzero(~inside)
    members = np.asarray(circle)
    # The circle becomes the last node of a smaller graph.
    small = np.full((len(outside) + 1, len(outside) + 1), float(_NEVER))
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, members)]
    small[:-1, -1] = leaving.max(1)
    gains = scores[np.ix_(members, outside)] - scores[members, heads[members]][:, None]
    small[-1, :-1] = gains.max(0)
    solved = _edmonds(small)
    result = [int(h) for h in heads]
    for place, node in enumerate(outside):
        chosen = solved[place]
        result[int(node)] = int(members[leaving[place].argmax()]) if chosen == len(outside) else int(outside[chosen])
    entry = solved[-1]
    broken = int(members[gains[:, entry].argmax()])
    result[broken] = int(outside[entry])
    result[0] = 0
    return result


def _circle(heads: Heads) -> list[int] | None:
    """Nodes of one circle, or None. Node 0 heads itself and is none."""
    state = np.zeros(len(heads), dtype="int8")
    state[0] = 2
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        state[path] = 2
    return None
