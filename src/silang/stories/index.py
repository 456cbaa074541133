"""Which earlier reports a report is to be weighed against: an inverted index by rare term and day."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence

from silang.stories.likeness import WINDOW
from silang.stories.profiles import Profile

_KEYS = 40  # a report is looked up by so many of its heaviest terms
_SHARED = 3  # reports with fewer of them in common are not weighed
_CROWD = 300  # a term that so many reports of a window hold points at no event
_MOST = 200  # reports to weigh one against: those that share the most keys


class Index:
    """Places of reports by term and day, in any order of their days.

    The work of a look-up is bounded by `_KEYS`, the window and `_CROWD`, whatever is held besides.
    """

    def __init__(self) -> None:
        self._places: dict[str, dict[int | None, list[int]]] = {}
        self._held: Counter[str] = Counter()

    def add(self, profile: Profile, place: int) -> None:
        for key in _keys(profile):
            self._places.setdefault(key, {}).setdefault(profile.day, []).append(place)
            self._held[key] += 1

    def remove(self, profile: Profile, place: int) -> None:
        """Takes out what `add` put in."""
        for key in _keys(profile):
            self._places[key][profile.day].remove(place)
            self._held[key] -= 1

    def likely(self, profile: Profile) -> Sequence[int]:
        """The places that share some rare terms with `profile` within the window, undated ones with all days."""
        shared: Counter[int] = Counter()
        for key in _keys(profile):
            for places in self._near(key, profile.day):
                shared.update(places)
        worth = ((-count, place) for place, count in shared.items() if count >= _SHARED)
        return sorted(place for _, place in heapq.nsmallest(_MOST, worth))

    def _near(self, key: str, day: int | None) -> Sequence[Sequence[int]]:
        """The places that hold a term within the window, by day; none where they are a crowd."""
        by_day = self._places.get(key)
        if by_day is None:
            return ()
        if day is None:
            lists = list(by_day.values()) if self._held[key] <= _CROWD else []
        else:
            within = (by_day.get(n) for n in (None, *range(day - WINDOW, day + WINDOW + 1)))
            lists = [places for places in within if places]
        return lists if sum(map(len, lists)) <= _CROWD else ()


def _keys(profile: Profile) -> list[str]:
    return heapq.nsmallest(_KEYS, profile.weights, key=lambda word: (-profile.weights[word], word))
