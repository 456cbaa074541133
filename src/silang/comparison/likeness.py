"""How alike two units of different reports are: the features that claims are decided on.

Candidates come from an inverted index, a few per unit and other report and no more than `MOST` in all, so that the cost
follows the number of sentences, not its square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from silang.comparison import words
from silang.comparison.units import Unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEPT = 4  # candidates that a unit keeps in each other report
MOST = 80  # candidates that a unit keeps in all
_EVERYWHERE = 0.35  # share of the story's units; a term in more of them leads to no candidate
_TWIN = 0.3  # Jaccard of two units of one report from which one repeats the other
_SOFT = 0.45  # cosine from which two roots begin to count as alike


@dataclass(frozen=True, slots=True)
class Match:
    """Two units, `left` of an earlier report than `right`, as indices into the story's units.

    `jaccard` is the soft Jaccard of their terms, `cover` the larger share of one that the other holds.
    """

    left: int
    right: int
    jaccard: float
    cover: float


class Scales:
    """What each term weighs in this story: rare among its sentences, and rare among news."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._seen = Counter(term for unit in units for term in set(unit.terms))
        self._units = len(units)

    def weight(self, term: str) -> float:
        """ln of the inverse share of the story's sentences, times the root of the rarity among news."""
        story = math.log((self._units + 1) / (self._seen[term] + 0.5))
        return max(story, 0.0) * math.sqrt(max(words.rarity(term), 0.0))

    def common(self, term: str) -> bool:
        """Whether too many sentences of the story hold the term for it to lead anywhere."""
        return self._seen[term] > max(3.0, _EVERYWHERE * self._units)


class Likeness:
    """All candidate pairs of a story's units, with what is known of each."""

    def __init__(self, by_report: Sequence[Sequence[Unit]]) -> None:
        self.units = [unit for units in by_report for unit in units]
        self.sizes = [len(units) for units in by_report]
        self.scales = Scales(self.units)
        self.weights = [{t: self.scales.weight(t) for t in dict.fromkeys(unit.terms)} for unit in self.units]
        self.totals = [sum(weights.values()) for weights in self.weights]
        first = [sum(self.sizes[:n]) for n in range(len(self.sizes))]
        self.index = {(u.report, u.place): first[u.report] + u.place for u in self.units}

    @cached_property
    def matches(self) -> list[Match]:
        """The candidate pairs, in order of their units."""
        partners: defaultdict[int, set[int]] = defaultdict(set)
        for n in range(len(self.units)):
            for other in self._nearest(n):
                partners[max(n, other)].add(min(n, other))
        return sorted(
            (match for n in sorted(partners) for match in self._matches(n, sorted(partners[n]))),
            key=lambda m: (m.left, m.right),
        )

    @cached_property
    def twins(self) -> list[tuple[int, int]]:
        """Pairs of units of one report that hold much the same words: one says again what the other said."""
        found = []
        for n, unit in enumerate(self.units):
            for other in range(n - unit.place, n):
                shared = sum(weight for term, weight in self.weights[n].items() if term in self.weights[other])
                if shared >= _TWIN * (self.totals[n] + self.totals[other] - shared) > 0:
                    found.append((other, n))
        return found

    @cached_property
    def _postings(self) -> Mapping[str, Sequence[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for n, weights in enumerate(self.weights):
            for term in weights:
                if not self.scales.common(term):
                    found[term].append(n)
        return found

    def _nearest(self, n: int) -> Iterator[int]:
        """The units of each other report that share most with unit `n`, by weight against their joint size."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term, weight in self.weights[n].items():
            for other in self._postings.get(term, ()):
                shared[other] += weight
        by_report: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for other, weight in shared.items():
            if (report := self.units[other].report) != self.units[n].report:
                by_report[report].append((-weight / (self.totals[n] + self.totals[other] - weight), other))
        kept = sorted(pair for ranked in by_report.values() for pair in sorted(ranked)[:KEPT])
        yield from (other for _, other in kept[:MOST])

    def _matches(self, n: int, others: Sequence[int]) -> Iterator[Match]:
        """Unit `n` against each of `others`, near-synonyms by their vectors counted in part."""
        import numpy as np

        mine = list(self.weights[n])
        theirs = sorted({term for other in others for term in self.weights[other]})
        place = {term: i for i, term in enumerate(theirs)}
        alike = np.clip((_cosines(theirs, mine) - _SOFT) / (1 - _SOFT), 0.0, 1.0)
        for i, term in enumerate(mine):
            if term in place:
                alike[place[term], :] = np.where(np.arange(len(mine)) == i, 1.0, 0.0)
        best = alike.max(axis=1) if mine else np.zeros(len(theirs))
        weights = np.array([self.weights[n][term] for term in mine])
        for other in others:
            rows = [place[term] for term in self.weights[other]]
            if not rows or not mine:
                continue
            there = float(best[rows] @ np.array(list(self.weights[other].values())))
            here = float(alike[rows].max(axis=0) @ weights)
            total = self.totals[n] + self.totals[other]
            jaccard = (there / max(total - there, 1e-9) + here / max(total - here, 1e-9)) / 2
            cover = max(there / max(self.totals[other], 1e-9), here / max(self.totals[n], 1e-9))
            yield Match(other, n, min(jaccard, 1.0), min(cover, 1.0))


def _cosines(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float32]:
    import numpy as np

    rows = words.vectors()
    found = np.zeros((len(left), len(right)), dtype=np.float32)
    known_left = [(i, r) for i, w in enumerate(left) if (r := words.row(w)) is not None]
    known_right = [(i, r) for i, w in enumerate(right) if (r := words.row(w)) is not None]
    if known_left and known_right:
        grid = np.ix_([i for i, _ in known_left], [i for i, _ in known_right])
        found[grid] = rows[[r for _, r in known_left]] @ rows[[r for _, r in known_right]].T
    return found
