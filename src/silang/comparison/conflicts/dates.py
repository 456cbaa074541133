"""Days, months and years that two reports give differently for what they assert alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from silang.comparison.conflicts.facing import Facing
from silang.comparison.units import Unit
from silang.language import lexicon
from silang.model import Conflict, Extraction, Span, Time

_MONTH = re.compile(r"\d{4}(-\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")  # *Jum'at*
_FAR = 160  # code points from the verb of saying to the day
_OCCASION = 3  # days; farther apart, much the same was said twice


def months_apart(facing: Facing) -> Iterator[Conflict]:
    """One month against another, or one year, where each report has its own alone."""
    named = [
        [t for t in x.times if u.holds(t) and t.type == "DATE" and _MONTH.fullmatch(t.value)]
        for u, x in zip(facing.units, facing.found, strict=True)
    ]
    known = [{t.value for t in x.times} for x in facing.found]
    mine = [t for t in named[0] if t.value not in known[1]]
    theirs = [t for t in named[1] if t.value not in known[0]]
    if len(mine) == len(theirs) == 1 and len(mine[0].value) == len(theirs[0].value):
        times = mine[0], theirs[0]
        yield facing.conflict("date", (times[0].value, times[1].value), facing.printed("times", times))


def days_apart(facing: Facing) -> Iterator[Conflict]:
    """The day on which one utterance was made, where two reports print two: another date, or another weekday to it."""
    said = [_said(u, x, r.text) for u, x, r in zip(facing.units, facing.found, facing.reports, strict=True)]
    if said[0] is None or said[1] is None:
        return
    (left, one), (right, other) = said[0], said[1]
    words = left.of(facing.reports[0].text), right.of(facing.reports[1].text)
    printed = one.of(facing.reports[0].text), other.of(facing.reports[1].text)
    if one.value == other.value:
        named = {weekday(words) for words in printed} - {None}
        differ = len(named) == 2
    else:
        occasion = _may_be_one(date.fromisoformat(one.value), date.fromisoformat(other.value))
        differ = occasion and not any(map(_was_taken, words))
    if differ:
        yield facing.conflict("date", printed, facing.printed("times", (one, other)), (left, right))


def _may_be_one(one: date, other: date) -> bool:
    """Whether two days may be of one occasion: few days apart, or with a slip in the month or the year."""
    parts = (one.year != other.year) + (one.month != other.month)
    return abs((one - other).days) <= _OCCASION or (one.day == other.day and parts == 1)


def _said(unit: Unit, found: Extraction, text: str) -> tuple[Span, Time] | None:
    """The one full day that stands behind a verb of saying, with the words from that verb on."""
    full = [t for t in found.times if unit.holds(t) and _DAY.fullmatch(t.value)]
    days = [t for t in full if any(c.isdigit() for c in t.of(text))]
    if len(days) != 1:
        return None
    cues = [
        s.cue
        for s in found.statements
        if s.cue and s.meets(unit) and not s.meets(days[0]) and 0 <= days[0].start - s.cue.end <= _FAR
    ]
    return (Span(max(c.start for c in cues), days[0].end), days[0]) if cues else None


def _was_taken(words: str) -> bool:
    """Whether the words tell of taking it from somewhere: then the day is that of the reading, not of the saying."""
    return any(word in _taking() for word in _WORD.findall(words.casefold()))


@cache
def _taking() -> frozenset[str]:
    return frozenset(entry["form"] for entry in lexicon.table("cues") if entry["place"] == "via")


def weekday(printed: str) -> int | None:
    """The weekday that a printed day begins with (ISO 8601: Monday is 1), by whichever of its names."""
    first = _WORD.match(printed)
    return _weekdays().get(first[0].casefold()) if first else None


@cache
def _weekdays() -> dict[str, int]:
    return {entry["form"]: entry["value"] for entry in lexicon.table("time_words") if entry["class"] == "WEEKDAY"}
