"""Reports into stories, all at once: the stream of all of them from the oldest, then named.

An event is not a topic: what decides is rare words in common within days, averaged over all reports of a group.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from silang.language import Parse
from silang.model import Extraction, Reason, Report, Story
from silang.stories import naming, reasons
from silang.stories.profiles import Profile, profile
from silang.stories.stream import Stream


def group(reports: Sequence[Report], parses: Sequence[Parse], extractions: Sequence[Extraction]) -> tuple[Story, ...]:
    """The stories, largest first, then by first day; every report is in exactly one.

    The three sequences run over the same reports; ValueError where their lengths differ.
    """
    return gather(reports, parses, [profile(*one) for one in zip(reports, parses, extractions, strict=True)])


def gather(reports: Sequence[Report], parses: Sequence[Parse], profiles: Sequence[Profile]) -> tuple[Story, ...]:
    """The stories as `group` gives them, from profiles that were made before, one per report."""
    order = sorted(range(len(reports)), key=lambda n: _when(profiles[n], reports[n]))
    stream = Stream()
    for n in order:
        stream.add(profiles[n])
    place = {report.id: n for n, report in enumerate(reports)}
    groups = [[place[id] for id in members] for members in stream.stories().values()]
    groups.sort(key=lambda places: (-len(places), _when(profiles[places[0]], reports[places[0]])))
    titles = [naming.headline([reports[n] for n in places], [parses[n] for n in places]) for places in groups]
    spans = [_span(profiles[n] for n in places) for places in groups]
    names = naming.ids((first, title) for (first, _), title in zip(spans, titles, strict=True))
    return tuple(
        Story(
            name,
            title,
            tuple(reports[n].id for n in places),
            naming.iso(first),
            naming.iso(last),
            (*_time(places, profiles), *(why for n in places for why in stream.placement(reports[n].id).reasons)),
        )
        for name, title, places, (first, last) in zip(names, titles, groups, spans, strict=True)
    )


def _time(places: Sequence[int], profiles: Sequence[Profile]) -> tuple[Reason, ...]:
    return reasons.within([profiles[n] for n in places]) if len(places) > 1 else ()


def _when(profile: Profile, report: Report) -> tuple[bool, int, str, str]:
    """Oldest first, undated last; the report's id settles ties."""
    return profile.day is None, profile.day or 0, report.published or "", profile.report


def _span(members: Iterable[Profile]) -> tuple[int | None, int | None]:
    days = [profile.day for profile in members if profile.day is not None]
    return min(days, default=None), max(days, default=None)
