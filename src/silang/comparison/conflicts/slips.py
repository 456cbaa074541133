"""Days that a report prints against the calendar (*Senin* on what was a Tuesday), beside one that has them right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from silang.comparison.conflicts.dates import weekday
from silang.comparison.conflicts.facing import Table
from silang.comparison.units import Unit
from silang.model import Conflict, Extraction, Span, Time

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_START = re.compile(r"[\s,.;:!?\"”»'’–—-]*")  # what stands between a quotation and the words behind it
_ENOUGH = 0.34


@dataclass(frozen=True, slots=True)
class _Day:
    unit: int
    time: Time
    weekday: int
    on: date

    @property
    def fits(self) -> bool:
        return self.on.isoweekday() == self.weekday

    def slipped_from(self, right: _Day, tie: float, today: str) -> bool:
        """Whether this is `right` with another weekday, or with one part of the date other: of the day, one digit.

        A date that is `today`, the day of publishing (empty where unknown), is meant, and its weekday the slip; what
        comes later was not meant. One date with two weekdays may be of two things said on it, so that the sentences
        must be tied by a chance of `_ENOUGH`.
        """
        one, other = self.on, right.on
        if self.fits or not right.fits:
            return False
        if one == other:
            return tie >= _ENOUGH
        parts = (one.year != other.year) + (one.month != other.month) + (one.day != other.day)
        digits = [pair for pair in zip(f"{one:%d}", f"{other:%d}", strict=True) if pair[0] != pair[1]]
        told = not today or (one.isoformat() != today and other.isoformat() <= today)
        return told and parts == 1 and len(digits) <= 1 and self.weekday == right.weekday


def slips(table: Table) -> Iterator[Conflict]:
    """A conflict for each day that one report prints against its weekday and another report as the calendar has it.

    The other's side is where it prints that day in what is most like the slip's sentence.
    """
    held: list[list[_Day]] = [[] for _ in table.reports]
    for n, unit in enumerate(table.units):
        held[unit.report].extend(_days(n, unit, table.extractions[unit.report], table.reports[unit.report].text))
    for wrong, right in permutations(range(len(held)), 2):
        for slip in held[wrong]:
            ties = [table.chance(slip.unit, day.unit) for day in held[right]]
            today = (table.reports[wrong].published or "")[:10]
            meant = [
                (tie, -day.time.start, day)
                for tie, day in zip(ties, held[right], strict=True)
                if slip.slipped_from(day, tie, today)
            ]
            if meant:
                best = max(meant, key=lambda m: m[:2])[2]
                pair = (slip, best) if wrong < right else (best, slip)
                yield _conflict(pair, table)


def _conflict(pair: tuple[_Day, _Day], table: Table) -> Conflict:
    two = table.units[pair[0].unit], table.units[pair[1].unit]
    facing = table.face(*two)
    times = pair[0].time, pair[1].time
    sides = [clause_to(t, u, x, r.text) for t, u, x, r in zip(times, two, facing.found, facing.reports, strict=True)]
    printed = times[0].of(facing.reports[0].text), times[1].of(facing.reports[1].text)
    return facing.conflict("date", printed, facing.printed("times", times), (sides[0], sides[1]))


def clause_to(time: Time, unit: Unit, found: Extraction, text: str) -> Span:
    """The words of `unit` up to `time`, without what is told in somebody's words before them."""
    told = [s.end for s in found.statements if s.mode != "narrated" and s.meets(unit) and s.end <= time.start]
    start = max([unit.start, *told])
    after = _START.match(text, start, time.start)
    return Span(after.end() if after and told else start, time.end)


def _days(number: int, unit: Unit, found: Extraction, text: str) -> Iterator[_Day]:
    for time in found.times:
        printed = time.of(text)
        named = weekday(printed)
        if named and unit.holds(time) and _DAY.fullmatch(time.value) and any(c.isdigit() for c in printed):
            yield _Day(number, time, named, date.fromisoformat(time.value))
