"""Which pairs of units assert the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from silang.comparison.likeness import Likeness
from silang.model import Reason

_ENOUGH = 0.315


@dataclass(frozen=True, slots=True)
class Tied:
    """Two units (indices, the lower first) that assert alike, with how sure that is and why."""

    left: int
    right: int
    probability: float
    reasons: tuple[Reason, ...]

    @property
    def edge(self) -> tuple[int, int]:
        return self.left, self.right


def tie(likeness: Likeness) -> list[Tied]:
    """The candidate pairs that assert the same, in order."""
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for match in likeness.matches:
        near[match.left][match.right] = near[match.right][match.left] = match.jaccard
    found = []
    for match in likeness.matches:
        a, b = match.left, match.right
        third = max((min(x, near[b][c]) for c, x in near[a].items() if c in near[b]), default=0.0)
        best = (_best(near[a], likeness, b) + _best(near[b], likeness, a)) / 2
        left, right = likeness.units[a].numbers, likeness.units[b].numbers
        clash = bool(left and right and not left & right)
        score = match.jaccard + 0.2 * third - 0.02 * clash + 0.2 * (2 * match.jaccard - best)
        if score >= _ENOUGH:
            found.append(
                Tied(a, b, score, (Reason("likeness", f"words alike {match.jaccard:.0%}", weight=round(score, 3)),))
            )
    return found


def _best(near: dict[int, float], likeness: Likeness, other: int) -> float:
    """The mean of the three best in the report of `other`."""
    report = likeness.units[other].report
    return sum(sorted((x for c, x in near.items() if likeness.units[c].report == report), reverse=True)[:3]) / 3
