"""The timeline: moments that the reports tell, and when each report was published."""

from __future__ import annotations

from collections.abc import Iterator

from silang.dossier.feet import Standing, feet, parts
from silang.dossier.page import Day, Event, Link
from silang.dossier.quotes import merged, ordered, quote
from silang.dossier.scene import Scene


def days(scene: Scene, stand: Standing) -> tuple[Day, ...]:
    """Days (months, years) in order, each with its events in order."""
    by_day: dict[str, list[tuple[str, Event]]] = {}
    for value, event in [*_moments(scene, stand), *_published(scene)]:
        day, _, clock = value.partition("T")
        by_day.setdefault(day, []).append((clock, event))
    return tuple(
        Day(_title(scene, day), tuple(event for _, event in sorted(events, key=lambda pair: pair[0])))
        for day, events in sorted(by_day.items(), key=lambda item: (not item[0], item[0]))
    )


def _title(scene: Scene, day: str) -> str:
    return scene.say.day(day, weekday=True) if day else scene.say("time.undated")


def _moments(scene: Scene, stand: Standing) -> Iterator[tuple[str, Event]]:
    origins = [origin for group in stand.groups for origin in group.origins]
    for moment in scene.comparison.timeline:
        evidence = ordered(scene, moment.statements)
        if not evidence:
            continue
        yield (
            _order(moment.value),
            Event(
                kind="event",
                hour=scene.say.clock(moment.value) or scene.say("time.unknown_hour"),
                text=moment.value,
                quotes=merged(quote(scene, e) for e in evidence),
                feet=feet(scene, stand, parts(scene, stand, (e.report for e in evidence), origins)),
            ),
        )


def _published(scene: Scene) -> Iterator[tuple[str, Event]]:
    for report in scene.reports:
        clock = scene.say.clock(report.published) if report.published else ""
        link = Link(scene.outlet_name(report), f"#{scene.codes[report.id]}")
        hour = clock or scene.say("time.unknown_hour")
        yield report.published or "", Event("published", hour, scene.say("time.published"), link=link)


def _order(value: str) -> str:
    """A TIMEX3 value by which moments sort: parts of a day stand at the hour where they begin."""
    day, _, part = value.partition("T")
    hours = {"MO": "05:00", "MI": "11:00", "AF": "15:00", "EV": "18:00", "NI": "19:00", "DT": "06:00"}
    return f"{day}T{hours.get(part, part)}" if part else day
