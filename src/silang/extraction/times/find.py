"""Finding the time expressions of a text, and the day that its relative ones count from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from silang.extraction.times import days, moments, periods, relatives, stretches
from silang.extraction.times.lexemes import lexemes
from silang.extraction.times.patterns import matches
from silang.extraction.times.scene import Found, Scene
from silang.model import Span, Time

Reader = Callable[[Found], "tuple[Time, ...] | None"]
"""Gives an expression its value: no times where it is something else, None where another rule may read it."""

READERS: Mapping[str, Reader] = {
    "moment": moments.moment,
    "clocks": days.clocks,
    "packed": days.packed,
    "days": days.days,
    "weekdays": days.weekdays,
    "month": periods.month,
    "months": periods.months,
    "year": periods.year,
    "season": periods.season,
    "past": relatives.past,
    "years": periods.years,
    "decade": periods.decade,
    "century": periods.century,
    "term": periods.term,
    "hijri": periods.hijri,
    "holiday": periods.holiday,
    "relative": relatives.relative,
    "reference": relatives.reference,
    "same": relatives.same,
    "next": relatives.next_,
    "previous": relatives.previous,
    "duration": stretches.duration,
    "ago": stretches.ago,
    "long": stretches.long,
    "unknown": stretches.unknown,
    "spanrange": stretches.spanrange,
    "set": stretches.set_,
    "period": stretches.period,
}


def find_times(text: str, reference: date | None = None, spans: Iterable[Span] | None = None) -> tuple[Time, ...]:
    """The time expressions of `text` (or of those `spans` of it), by start, with TIMEX3 values (ISO 24617-1).

    `reference` is the day on which the text was published; without it, what counts from it gets a vague value
    (``XXXX-WXX-2``, ``PAST_REF``).
    """
    found = lexemes(text, None if spans is None else list(spans))
    scene = Scene(reference)
    times: list[Time] = []
    end = 0
    for candidates in matches(found):
        for match in candidates:
            if match.first < end:
                break
            if (read := _read(Found(found, match.first, match.end, scene), match.read)) is not None:
                times += read
                end = match.end
                break
    return tuple(sorted(times, key=lambda time: (time.start, time.end)))


def _read(found: Found, reader: str) -> tuple[Time, ...] | None:
    try:
        return READERS[reader](found)
    except OverflowError:  # before year 1 or after 9999
        return None


def reference_day(text: str, published: str | None = None) -> date | None:
    """The day that relative expressions count from: that of `published` (ISO 8601), else the latest full date in
    `text` that stands with its weekday, else its latest full date, else None.
    """
    if published:
        try:
            return date.fromisoformat(published[:10])
        except ValueError:
            pass
    found = lexemes(text)
    named: list[date] = []
    plain: list[date] = []
    end = 0
    for candidates in matches(found):
        match = candidates[0]
        if match.first < end or match.read != "moment":
            continue
        here = Found(found, match.first, match.end, Scene(None))
        end = match.end
        if (printed := moments.printed(here)) and printed.year and (day := moments.resolved(here, printed, None)):
            (named if here.of("WEEKDAY") else plain).append(day)
    return max(named or plain, default=None)
