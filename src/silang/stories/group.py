"""Reports into stories, all at once: the stream of all of them from the oldest, then named.

An event is not a topic: what decides is rare words in common within days, averaged over all reports of a group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from silang.language import Parse
from silang.model import Chapter, Extraction, Reason, Report, Story
from silang.stories import naming, reasons
from silang.stories.chains import chains
from silang.stories.outline import outline
from silang.stories.profiles import Profile, profile
from silang.stories.stream import Stream


def group(reports: Sequence[Report], parses: Sequence[Parse], extractions: Sequence[Extraction]) -> tuple[Story, ...]:
    """The stories, largest first, then by first day; every report is in exactly one.

    The three sequences run over the same reports; ValueError where their lengths differ.
    """
    return gather(reports, extractions, [profile(*one) for one in zip(reports, parses, extractions, strict=True)])


def gather(
    reports: Sequence[Report], extractions: Sequence[Extraction], profiles: Sequence[Profile]
) -> tuple[Story, ...]:
    """The stories as `group` gives them, from profiles that were made before, one per report."""
    order = sorted(range(len(reports)), key=lambda n: _when(profiles[n], reports[n]))
    stream = Stream()
    for n in order:
        stream.add(profiles[n])
    place = {report.id: n for n, report in enumerate(reports)}
    groups = [[place[id] for id in members] for members in stream.stories().values()]
    groups.sort(key=lambda places: (-len(places), _when(profiles[places[0]], reports[places[0]])))
    told = [([reports[n] for n in places], [extractions[n] for n in places]) for places in groups]
    titles = [naming.headline(*one) for one in told]
    spans = [_span(profiles[n] for n in places) for places in groups]
    names = naming.ids((first, title) for (first, _), title in zip(spans, titles, strict=True))
    linked = _chained(names, [[profiles[n] for n in places] for places in groups])
    heads = {name: (title, naming.iso(first)) for name, title, (first, _) in zip(names, titles, spans, strict=True)}
    return tuple(
        Story(
            name,
            heads[name][0],
            tuple(reports[n].id for n in places),
            naming.iso(first),
            naming.iso(last),
            (*_time(places, profiles), *(why for n in places for why in stream.placement(reports[n].id).reasons)),
            outline(*one),
            tuple(Chapter(other, *heads[other], shared) for other, shared in linked.get(name, ())),
        )
        for name, one, places, (first, last) in zip(names, told, groups, spans, strict=True)
    )


def _chained(
    names: Sequence[str], groups: Sequence[Sequence[Profile]]
) -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
    """For each story of a chain the others, and what names they share."""
    found = chains(dict(zip(names, groups, strict=True)))
    return {name: list(chain.others(name)) for chain in found for name in chain.stories}


def _time(places: Sequence[int], profiles: Sequence[Profile]) -> tuple[Reason, ...]:
    return reasons.within([profiles[n] for n in places]) if len(places) > 1 else ()


def _when(profile: Profile, report: Report) -> tuple[bool, int, str, str]:
    """Oldest first, undated last; the report's id settles ties."""
    return profile.day is None, profile.day or 0, report.published or "", profile.report


def _span(members: Iterable[Profile]) -> tuple[int | None, int | None]:
    days = [profile.day for profile in members if profile.day is not None]
    return min(days, default=None), max(days, default=None)
