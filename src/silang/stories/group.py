"""Reports into stories: weigh pairs, cluster, name.

An event is not a topic: what decides is rare words in common within days, averaged over all reports of a group.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from silang.language import Parse
from silang.model import Extraction, Reason, Report, Story
from silang.stories import naming, reasons
from silang.stories.clusters import clusters
from silang.stories.pairs import Pair, pairs
from silang.stories.profiles import Profile, profiles

THRESHOLD = 0.28
"""Mean likeness over all pairs of a story's reports; set on gold/train, where .26 to .30 do about equally well."""


def group(reports: Sequence[Report], parses: Sequence[Parse], extractions: Sequence[Extraction]) -> tuple[Story, ...]:
    """The stories, largest first, then by first day; every report is in exactly one.

    The three sequences run over the same reports; ValueError where their lengths differ.
    """
    weighed = profiles(reports, parses, extractions)
    found = list(pairs(weighed))
    groups = [
        sorted(places, key=lambda n: _when(weighed[n], reports[n]))
        for places in clusters(len(weighed), found, THRESHOLD, [profile.report for profile in weighed])
    ]
    groups.sort(key=lambda places: (-len(places), _when(weighed[places[0]], reports[places[0]])))
    titles = [naming.headline([reports[n] for n in places], [parses[n] for n in places]) for places in groups]
    spans = [_span(weighed[n] for n in places) for places in groups]
    names = naming.ids((first, title) for (first, _), title in zip(spans, titles, strict=True))
    explained = _reasons(groups, weighed, found)
    return tuple(
        Story(name, title, tuple(weighed[n].report for n in places), naming.iso(first), naming.iso(last), why)
        for name, title, places, (first, last), why in zip(names, titles, groups, spans, explained, strict=True)
    )


def _when(profile: Profile, report: Report) -> tuple[bool, int, str, str]:
    """Oldest first, undated last; the report's id settles ties."""
    return profile.day is None, profile.day or 0, report.published or "", profile.report


def _span(members: Iterable[Profile]) -> tuple[int | None, int | None]:
    days = [profile.day for profile in members if profile.day is not None]
    return min(days, default=None), max(days, default=None)


def _reasons(
    groups: Sequence[Sequence[int]], weighed: Sequence[Profile], found: Sequence[Pair]
) -> Iterable[tuple[Reason, ...]]:
    home = {n: number for number, places in enumerate(groups) for n in places}
    inside = _likest(pair for pair in found if home[pair.left] == home[pair.right])
    nearest = _likest(found)
    for places in groups:
        if len(places) > 1:
            yield reasons.together(places, weighed, inside)
            continue
        (n,) = places
        pair = nearest.get(n)
        yield reasons.alone(weighed[n], pair, weighed[pair.other(n)] if pair else None)


def _likest(found: Iterable[Pair]) -> dict[int, Pair]:
    """For each place, the pair that weighs most; the first of equals."""
    best: dict[int, Pair] = {}
    for pair in found:
        for n in (pair.left, pair.right):
            if n not in best or best[n].score < pair.score:
                best[n] = pair
    return best
