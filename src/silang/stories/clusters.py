"""Group-average clustering of weighed pairs (Sokal & Michener 1958): two groups join while the mean likeness over all
pairs across them is high enough. Connected components would chain one event to the next over a single report."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Couple = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places and how alike they are, 0 to 1."""

    left: int
    right: int
    score: float


@dataclass(frozen=True, slots=True)
class Bonds:
    """What is settled before any likeness counts: couples of places that are `together` whatever they are like, couples
    that stay `apart`, and the `weights` of places in a mean where they are not 1 (the copies of one report share one, a
    report that was placed by hand has none)."""

    together: tuple[Couple, ...] = ()
    apart: tuple[Couple, ...] = ()
    weights: Mapping[int, float] = field(default_factory=dict)


def clusters(rank: Mapping[int, str], pairs: Iterable[Pair], threshold: float, bonds: Bonds) -> list[list[int]]:
    """Groups of the places that `rank` names, each sorted; every place is in one. Pairs not given count as 0.

    `rank` orders places among equals (their report ids), so that the order of input decides nothing. Whatever is to be
    apart stays apart, also where it is to be together.
    """
    work = _Work(rank, threshold, bonds)
    work.link(pairs)
    work.join_all()
    return sorted(sorted(group) for group in work.members.values())


class _Work:
    """Groups by number: a place's own at first, fresh ones for what was joined."""

    def __init__(self, rank: Mapping[int, str], threshold: float, bonds: Bonds) -> None:
        self.threshold = threshold
        self.weights = {n: bonds.weights.get(n, 1.0) for n in rank}
        self.members = {n: [n] for n in rank}
        self.names = dict(rank)
        self.mass = dict(self.weights)  # of each group
        self.home = {n: n for n in rank}  # of each place
        self.links: dict[int, dict[int, float]] = {n: {} for n in rank}  # the sum over pairs, by their weights
        self.apart: dict[int, set[int]] = {n: set() for n in rank}
        self.queue: list[tuple[float, str, str, int, int]] = []
        self.fresh = max(rank, default=-1) + 1
        for a, b in bonds.apart:
            self.apart[a].add(b)
            self.apart[b].add(a)
        for a, b in sorted(bonds.together, key=lambda couple: sorted((rank[couple[0]], rank[couple[1]]))):
            left, right = self.home[a], self.home[b]
            if left != right and right not in self.apart[left]:
                self.join(left, right)

    def link(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            a, b = self.home[pair.left], self.home[pair.right]
            if a != b:
                weighed = pair.score * self.weights[pair.left] * self.weights[pair.right]
                self.links[a][b] = self.links[b][a] = self.links[a].get(b, 0.0) + weighed

    def join_all(self) -> None:
        for a in sorted(self.links):
            for b in sorted(self.links[a]):
                if a < b:
                    self.offer(a, b)
        while self.queue:
            *_, a, b = heapq.heappop(self.queue)
            if a in self.members and b in self.members:  # else one of them has joined another group since
                joined = self.join(a, b)
                for other in sorted(self.links[joined]):
                    self.offer(joined, other)

    def offer(self, a: int, b: int) -> None:
        size = self.mass[a] * self.mass[b]
        if size and b not in self.apart[a] and (mean := self.links[a][b] / size) >= self.threshold:
            first, second = sorted((a, b), key=lambda n: (self.names[n], n))
            heapq.heappush(self.queue, (-mean, self.names[first], self.names[second], first, second))

    def join(self, a: int, b: int) -> int:
        """Makes one group of two, gives its number."""
        fresh, self.fresh = self.fresh, self.fresh + 1
        self.members[fresh] = self.members.pop(a) + self.members.pop(b)
        self.names[fresh] = min(self.names[a], self.names[b])
        self.mass[fresh] = self.mass[a] + self.mass[b]
        for place in self.members[fresh]:
            self.home[place] = fresh
        sums: dict[int, float] = {}
        shunned: set[int] = set()
        for old in (a, b):
            for other, value in self.links.pop(old).items():
                if other not in (a, b):
                    sums[other] = sums.get(other, 0.0) + value
                    del self.links[other][old]
            for other in self.apart.pop(old):
                shunned.add(other)
                self.apart[other].discard(old)
        self.links[fresh], self.apart[fresh] = sums, shunned
        for other, value in sums.items():
            self.links[other][fresh] = value
        for other in shunned:
            self.apart[other].add(fresh)
        return fresh
