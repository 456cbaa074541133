"""What is known of a candidate pair, as numbers between about 0 and 1, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from silang.comparison.likeness import Likeness, Match
from silang.comparison.units import Unit
from silang.language.negations import NEGATIONS

NAMES = (
    "words", "cover", "third", "contrast", "rank", "numbers", "number clash", "names", "names apart", "order",
    "passage", "phrases", "times", "time clash", "quoted", "voices", "place", "length", "weight", "negation",
)  # fmt: skip
_NEAREST = 24  # units among which a third report's is sought
_DENIALS = NEGATIONS | {"bantah"}


class Features:
    """The features of every candidate pair of a story; one row of `NAMES` each, in the order of the matches."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._units = likeness.units
        self._near: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for match in likeness.matches:
            self._near[match.left][match.right] = self._near[match.right][match.left] = match.jaccard
        self._top = {
            n: sorted(near.items(), key=lambda item: (-item[1], item[0]))[:_NEAREST] for n, near in self._near.items()
        }
        self._phrases = Phrases(likeness)
        self._best = {n: self._by_report(n) for n in self._near}

    def rows(self) -> list[tuple[float, ...]]:
        """One row per match."""
        return [self._row(match) for match in self._likeness.matches]

    def _by_report(self, n: int) -> dict[int, list[float]]:
        found: defaultdict[int, list[float]] = defaultdict(list)
        for other, jaccard in self._near[n].items():
            found[self._units[other].report].append(jaccard)
        return {report: sorted(values, reverse=True) for report, values in found.items()}

    def _row(self, match: Match) -> tuple[float, ...]:
        a, b = match.left, match.right
        left, right = self._units[a], self._units[b]
        near_b = self._near[b]
        third = max((min(x, near_b[c]) for c, x in self._top[a] if c in near_b), default=0.0)
        best_a, best_b = self._best[a][right.report], self._best[b][left.report]
        mean = (sum(best_a[:3]) + sum(best_b[:3])) / 6
        top = ((best_a[0] <= match.jaccard) + (best_b[0] <= match.jaccard)) / 2
        weights = self._likeness.weights
        names_shared, names_apart = _parted(left.names, right.names, weights[a], weights[b])
        times_shared, times_apart = left.times & right.times, (left.times - right.times, right.times - left.times)
        shared = sum(weights[a][t] for t in weights[a] if t in weights[b])
        return (
            match.jaccard,
            match.cover,
            third,
            2 * match.jaccard - mean,
            top,
            min(len(left.numbers & right.numbers), 3) / 3,
            float(bool(left.numbers and right.numbers and not left.numbers & right.numbers)),
            names_shared,
            names_apart,
            self._order(a, b),
            _longest(left.terms, right.terms) / 8,
            self._phrases.jaccard(a, b),
            float(bool(times_shared)),
            float(bool(times_apart[0] and times_apart[1]) and not times_shared),
            (left.quoted + right.quoted) / 2,
            abs(left.quoted - right.quoted),
            abs(left.place / self._size(left) - right.place / self._size(right)),
            min(self._likeness.totals[a], self._likeness.totals[b])
            / max(self._likeness.totals[a], self._likeness.totals[b], 1e-9),
            min(shared / 40, 1.5),
            float(bool(_DENIALS & set(left.terms)) != bool(_DENIALS & set(right.terms))),
        )

    def _size(self, unit: Unit) -> int:
        return max(1, self._likeness.sizes[unit.report] - 1)

    def _order(self, a: int, b: int) -> float:
        """How alike the sentences before both are, and those after both."""
        found = [self._beside(a, b, step) for step in (-1, 1)]
        return sum(found)

    def _beside(self, a: int, b: int, step: int) -> float:
        left, right = self._units[a], self._units[b]
        index = self._likeness.index
        c = index.get((left.report, left.place + step))
        d = index.get((right.report, right.place + step))
        return self._near[c].get(d, 0.0) if c is not None and d is not None and c in self._near else 0.0


def _parted(
    left: frozenset[str], right: frozenset[str], weigh_left: Mapping[str, float], weigh_right: Mapping[str, float]
) -> tuple[float, float]:
    """The weight of the names that both hold, and of those that only one does while the other holds names too."""
    shared = sum(weigh_left.get(t, 0.0) for t in left & right)
    apart = min(
        sum(weigh_left.get(t, 0.0) for t in left if t not in weigh_right),
        sum(weigh_right.get(t, 0.0) for t in right if t not in weigh_left),
    )
    return min(shared / 20, 1.5), min(apart / 20, 1.5)


def _longest(left: Sequence[str], right: Sequence[str]) -> float:
    """The longest run of terms that both hold, at most 16."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, term in enumerate(right):
        places[term].append(j)
    best, before = 0, dict[int, int]()
    for term in left:
        row = {j: before.get(j - 1, 0) + 1 for j in places.get(term, ())}
        best = max(best, *row.values()) if row else best
        before = row
    return float(min(best, 16))


class Phrases:
    """Neighbouring pairs of terms of each unit, with their weights."""

    def __init__(self, likeness: Likeness) -> None:
        self._pairs = [
            {(x, y): weights[x] + weights[y] for x, y in zip(unit.terms, unit.terms[1:], strict=False)}
            for unit, weights in zip(likeness.units, likeness.weights, strict=True)
        ]
        self._totals = [sum(pairs.values()) for pairs in self._pairs]

    def jaccard(self, left: int, right: int) -> float:
        """The weighted Jaccard of two units' pairs."""
        one, two = self._pairs[left], self._pairs[right]
        shared = sum(weight for pair, weight in one.items() if pair in two)
        return shared / max(self._totals[left] + self._totals[right] - shared, 1e-9)
