"""Stories that follow one from another, beyond the days of one event: a verdict, its appeal, the appeal's end."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from silang.stories.clusters import Bonds, Pair, clusters
from silang.stories.profiles import Profile
from silang.stories.rarity import is_rare

REACH = 90  # days; of two stories further apart none follows from the other
ALIKE = 0.4
"""Mean likeness, by rare names alone, over all pairs of a chain's stories."""

_NAMES = 16  # heaviest rare names of a story
_SHARED = 3  # of them; stories with fewer in common are not of one chain: a minister is in many
_CROWD = 200  # a name that so many stories hold ties none of them
_SHOWN = 5  # names that are told of two stories


@dataclass(frozen=True, slots=True)
class Cast:
    """A story as its rare names, a vector of length 1; `day` is its first, `printed` each name as it is written."""

    story: str
    day: int | None
    names: Mapping[str, float]
    printed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chain:
    """Two stories or more, oldest first."""

    casts: tuple[Cast, ...]

    @property
    def stories(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(cast.story for cast in self.casts)

    def others(self, story: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The other stories of the chain, oldest first, each with the rare names that it shares with `story`, heaviest
        first, as that prints them."""
        here = next(cast for cast in self.casts if cast.story == story)
        for cast in self.casts:
            if cast is not here:
                shared = sorted(here.names.keys() & cast.names, key=lambda n: (-here.names[n] * cast.names[n], n))
                yield cast.story, tuple(here.printed[name] for name in shared[:_SHOWN])


def chains(stories: Mapping[str, Sequence[Profile]]) -> tuple[Chain, ...]:
    """The chains among stories, given by id with the profiles of their reports; the longest first. A story is in one
    chain at most, most are in none."""
    casts = [_cast(id, profiles) for id, profiles in sorted(stories.items())]
    groups = clusters({n: cast.story for n, cast in enumerate(casts)}, _pairs(casts), ALIKE, Bonds())
    found = [Chain(tuple(sorted((casts[n] for n in group), key=_age))) for group in groups if len(group) > 1]
    return tuple(sorted(found, key=lambda chain: (-len(chain.stories), chain.stories)))


def _age(cast: Cast) -> tuple[int, str]:
    return cast.day or 0, cast.story


def _cast(story: str, profiles: Sequence[Profile]) -> Cast:
    """The rare names that half of the reports hold, by their mean weight."""
    held = Counter(name for profile in profiles for name in profile.names)
    sums = {
        name: sum(profile.weights.get(name, 0.0) for profile in profiles)
        for name, n in held.items()
        if 2 * n >= len(profiles) and is_rare(name)
    }
    kept = sorted(sums, key=lambda name: (-sums[name], name))[:_NAMES]
    length = math.sqrt(sum(sums[name] ** 2 for name in kept)) or 1.0
    days = [profile.day for profile in profiles if profile.day is not None]
    printed = {name: profile.printed[name] for profile in reversed(profiles) for name in kept if name in profile.names}
    return Cast(story, min(days, default=None), {name: sums[name] / length for name in kept}, printed)


def _pairs(casts: Sequence[Cast]) -> Iterator[Pair]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, cast in enumerate(casts):
        for name in cast.names:
            holders[name].append(n)
    for n, cast in enumerate(casts):
        shared = Counter(m for name in cast.names if len(holders[name]) <= _CROWD for m in holders[name] if m < n)
        for m in sorted(m for m, count in shared.items() if count >= _SHARED):
            if _near(casts[m], cast):
                yield Pair(m, n, sum(weight * cast.names.get(name, 0.0) for name, weight in casts[m].names.items()))


def _near(a: Cast, b: Cast) -> bool:
    return a.day is not None and b.day is not None and abs(a.day - b.day) <= REACH
