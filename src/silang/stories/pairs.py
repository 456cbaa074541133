"""Pairs of reports that may be of one event: found through their heaviest terms, then weighed."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from silang.stories.profiles import Profile

WINDOW = 7  # days; reports further apart are not of one event
_KEYS = 40  # a report is looked up by so many of its heaviest terms
_SHARED = 3  # pairs with fewer of them in common are not weighed
_CROWD = 300  # a term that so many reports of a window hold points at no event
_FLOOR = 0.15  # pairs below are as good as unlike
_FADE = 0.08  # of the likeness, lost with each day between two reports after the first
_NAMELESS = 0.4  # of the likeness, kept where the names are others: two fires on one day use the same words
_NAMED = 0.25  # cosine over names alone from which on nothing is lost; 98 % of the pairs of gold/train reach it
_OPENED = 0.3  # share of an opening's names that the other report holds, from which on nothing is lost; as many do
_UNSURE = 0.85  # of the likeness, kept where a day is not known and the texts name no day in common


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
    """All pairs worth weighing, each once; undated reports are weighed against all days.

    An inverted index swept by day: the work grows with the reports of a window that share rare terms, not with the
    square of all reports.
    """
    index = _Index()
    for n in sorted(range(len(profiles)), key=lambda n: (profiles[n].day or 0, profiles[n].report)):
        keys = _keys(profiles[n])
        shared = Counter(m for key in keys for m in index.near(key, profiles[n].day))
        for m in sorted(m for m, count in shared.items() if count >= _SHARED):
            score = likeness(profiles[m], profiles[n])
            if score >= _FLOOR:
                yield Pair(min(m, n), max(m, n), score)
        index.add(keys, profiles[n].day, n)


def likeness(a: Profile, b: Profile) -> float:
    """Cosine of the two profiles, less where they name others and by the days between them; 0 to 1."""
    whole = cosine(a.weights, b.weights) * fade(a, b)
    return whole * agreement(a, b) if whole >= _FLOOR else whole


def agreement(a: Profile, b: Profile) -> float:
    """What is left of a likeness for the names of two reports: 1 where they share some, or one of them has none."""
    if not (a.names and b.names):
        return 1.0
    shared = sum(a.weights[name] * b.weights[name] for name in a.names & b.names)
    lengths = math.sqrt(_mass(a, a.names) * _mass(b, b.names))
    opened = [_mass(p, p.opening & q.weights.keys()) / _mass(p, p.opening) for p, q in ((a, b), (b, a)) if p.opening]
    return _kept(shared / lengths, _NAMED) * _kept(max(opened, default=1.0), _OPENED)


def _mass(profile: Profile, words: AbstractSet[str]) -> float:
    return sum(profile.weights[word] ** 2 for word in words)


def _kept(share: float, enough: float) -> float:
    return min(1.0, _NAMELESS + (1 - _NAMELESS) * share / enough)


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def fade(a: Profile, b: Profile) -> float:
    """What is left of a likeness for the days between two reports: 1 within a day."""
    if a.day is None or b.day is None:
        return 1.0 if (a.days | {a.day}) & (b.days | {b.day}) - {None} else _UNSURE
    gap = abs(a.day - b.day)
    return 1.0 - _FADE * max(0, gap - 1) if gap <= WINDOW else 0.0


class _Index:
    """Places of reports by term, in the order of their days; those without a day come first."""

    def __init__(self) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._days: defaultdict[str, list[int]] = defaultdict(list)
        self._undated: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, keys: Sequence[str], day: int | None, place: int) -> None:
        for key in keys:
            if day is None:
                self._undated[key].append(place)
            else:
                self._places[key].append(place)
                self._days[key].append(day)

    def near(self, key: str, day: int | None) -> Sequence[int]:
        undated = self._undated.get(key, [])
        first = bisect_left(self._days[key], day - WINDOW) if day is not None and key in self._days else 0
        dated = self._places[key][first:] if key in self._places else []
        found = undated + dated
        return found if len(found) <= _CROWD else ()


def _keys(profile: Profile) -> list[str]:
    return heapq.nsmallest(_KEYS, profile.weights, key=lambda word: (-profile.weights[word], word))
