"""Pairs of reports that may be of one event: found through their heaviest terms, then weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from silang.stories.index import Index
from silang.stories.likeness import FLOOR, likeness
from silang.stories.profiles import Profile


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports by their places in the sequence of profiles, left < right. `score` is 0 to 1."""

    left: int
    right: int
    score: float

    def other(self, place: int) -> int:
        """The place of the pair that is not `place`."""
        return self.left + self.right - place


def pairs(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """All pairs worth weighing, each once; undated reports are weighed against all days."""
    index = Index()
    for n in sorted(range(len(profiles)), key=lambda n: (profiles[n].day or 0, profiles[n].report)):
        for m in index.likely(profiles[n]):
            score = likeness(profiles[m], profiles[n])
            if score >= FLOOR:
                yield Pair(min(m, n), max(m, n), score)
        index.add(profiles[n], n)
