"""Group-average clustering of weighed pairs (Sokal & Michener 1958): two groups join while the mean likeness over all
pairs across them is high enough. Connected components would chain one event to the next over a single report."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence

from silang.stories.pairs import Pair

Links = dict[int, dict[int, float]]


def clusters(size: int, pairs: Iterable[Pair], threshold: float, rank: Sequence[str]) -> list[list[int]]:
    """Groups of the places 0 … size-1, each sorted; every place is in one. Pairs not given count as 0.

    `rank` orders places among equals (their report ids), so that the order of input decides nothing.
    """
    links: Links = defaultdict(dict)  # between groups: the sum over pairs
    members: dict[int, list[int]] = {n: [n] for n in range(size)}
    names = {n: rank[n] for n in range(size)}
    queue: list[tuple[float, str, str, int, int]] = []

    def offer(a: int, b: int) -> None:
        mean = links[a][b] / (len(members[a]) * len(members[b]))
        if mean >= threshold:
            first, second = sorted((a, b), key=lambda n: (names[n], n))
            heapq.heappush(queue, (-mean, names[first], names[second], first, second))

    for pair in pairs:
        links[pair.left][pair.right] = links[pair.right][pair.left] = pair.score
    for a in sorted(links):
        for b in sorted(links[a]):
            if a < b:
                offer(a, b)
    fresh = size
    while queue:
        *_, a, b = heapq.heappop(queue)
        if a not in members or b not in members:
            continue  # one of them has joined another group since
        members[fresh] = members.pop(a) + members.pop(b)
        names[fresh] = min(names[a], names[b])
        for other in _joined(links, a, b, fresh):
            offer(fresh, other)
        fresh += 1
    return sorted(sorted(group) for group in members.values())


def _joined(links: Links, a: int, b: int, fresh: int) -> list[int]:
    """Moves the links of `a` and `b` to `fresh`; gives the groups that it is now linked to."""
    sums: dict[int, float] = defaultdict(float)
    for old in (a, b):
        for other, value in links.pop(old, {}).items():
            if other not in (a, b):
                sums[other] += value
                del links[other][old]
    links[fresh] = dict(sums)
    for other, value in sums.items():
        links[other][fresh] = value
    return sorted(sums)
