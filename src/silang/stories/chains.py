"""Stories that follow one from another, beyond the days of one event: a verdict, its appeal, the appeal's end."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from silang.model import Reason
from silang.stories.clusters import Bonds, Pair, clusters
from silang.stories.profiles import Profile, is_rare

REACH = 90  # days; of two stories further apart none follows from the other
ALIKE = 0.4
"""Mean likeness, by rare names alone, over all pairs of a chain's stories."""

_NAMES = 16  # heaviest rare names of a story
_SHARED = 3  # of them; stories with fewer in common are not of one chain: a minister is in many
_CROWD = 200  # a name that so many stories hold ties none of them
_SHOWN = 5  # names in a reason


@dataclass(frozen=True, slots=True)
class Chain:
    """Two stories or more, by id, oldest first; a reason for each after the first: the names that tie it."""

    stories: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Cast:
    """A story as its rare names, a vector of length 1; `day` is its first."""

    story: str
    day: int | None
    names: dict[str, float]
    printed: Mapping[str, str]


def chains(stories: Mapping[str, Sequence[Profile]]) -> tuple[Chain, ...]:
    """The chains among stories, given by id with the profiles of their reports; the longest first. A story is in one
    chain at most, most are in none."""
    casts = [_cast(id, profiles) for id, profiles in sorted(stories.items())]
    groups = clusters({n: cast.story for n, cast in enumerate(casts)}, _pairs(casts), ALIKE, Bonds())
    found = [_chain([casts[n] for n in group]) for group in groups if len(group) > 1]
    return tuple(sorted(found, key=lambda chain: (-len(chain.stories), chain.stories)))


def _cast(story: str, profiles: Sequence[Profile]) -> _Cast:
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
    return _Cast(story, min(days, default=None), {name: sums[name] / length for name in kept}, printed)


def _pairs(casts: Sequence[_Cast]) -> Iterator[Pair]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, cast in enumerate(casts):
        for name in cast.names:
            holders[name].append(n)
    for n, cast in enumerate(casts):
        shared = Counter(m for name in cast.names if len(holders[name]) <= _CROWD for m in holders[name] if m < n)
        for m in sorted(m for m, count in shared.items() if count >= _SHARED):
            if _near(casts[m], cast):
                yield Pair(m, n, sum(weight * cast.names.get(name, 0.0) for name, weight in casts[m].names.items()))


def _near(a: _Cast, b: _Cast) -> bool:
    return a.day is not None and b.day is not None and abs(a.day - b.day) <= REACH


def _chain(casts: Iterable[_Cast]) -> Chain:
    ordered = sorted(casts, key=lambda cast: (cast.day or 0, cast.story))
    told: list[Reason] = []
    for n, cast in enumerate(ordered[1:], 1):
        before, weights = max(((e, _common(e, cast)) for e in ordered[:n]), key=lambda pair: sum(pair[1].values()))
        names = sorted(weights, key=lambda name: (-weights[name], name))[:_SHOWN]
        shown = ", ".join(cast.printed[name] for name in names)
        told.append(
            Reason("names", f"{cast.story} names with {before.story}: {shown}", weight=round(sum(weights.values()), 3))
        )
    return Chain(tuple(cast.story for cast in ordered), tuple(told))


def _common(a: _Cast, b: _Cast) -> dict[str, float]:
    return {name: weight * b.names[name] for name, weight in a.names.items() if name in b.names}
