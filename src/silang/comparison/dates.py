"""Days, months and years that two reports give differently for what they assert alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from silang.comparison.units import Unit
from silang.language.stems import root
from silang.model import Conflict, Evidence, Extraction, Reason, Report, Span, Time

Two = tuple[Report, Report]
_MONTH = re.compile(r"\d{4}(-\d\d)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_READ = frozenset({"kutip", "lansir", "lihat", "akses"})  # then the day is that of the reading, not of the saying
_FAR = 160  # code points from the verb of saying to the day


def months_apart(
    reports: Two, units: tuple[Unit, Unit], found: tuple[Extraction, Extraction]
) -> Iterator[tuple[Conflict, str]]:
    """One month against another, or one year, where each report has its own alone; with what tells it from others."""
    named = [
        [t for t in x.times if u.holds(t) and t.type == "DATE" and _MONTH.fullmatch(t.value)]
        for u, x in zip(units, found, strict=True)
    ]
    mine = [t for t in named[0] if all(t.value != other.value for other in found[1].times)]
    theirs = [t for t in named[1] if all(t.value != other.value for other in found[0].times)]
    if len(mine) == len(theirs) == 1 and len(mine[0].value) == len(theirs[0].value):
        yield _conflict(reports, units, (mine[0], theirs[0]), (mine[0].value, theirs[0].value))


def days_apart(
    reports: Two, units: tuple[Unit, Unit], found: tuple[Extraction, Extraction]
) -> Iterator[tuple[Conflict, str]]:
    """The day on which one utterance was made, where two reports print two: another date, or another weekday to it."""
    said = [_said(u, x, r.text) for u, x, r in zip(units, found, reports, strict=True)]
    if said[0] is None or said[1] is None:
        return
    times = said[0][1], said[1][1]
    printed = [t.of(r.text) for t, r in zip(times, reports, strict=True)]
    values = (times[0].value, times[1].value)
    if values[0] != values[1]:
        if any(_was_read(span.of(r.text)) for (span, _), r in zip((said[0], said[1]), reports, strict=True)):
            return
    else:
        values = (_weekday(printed[0]), _weekday(printed[1]))
    if values[0] and values[1] and values[0] != values[1]:
        yield _conflict(reports, (said[0][0], said[1][0]), times, (printed[0], printed[1]))


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


def _was_read(words: str) -> bool:
    return any(root(word) in _READ for word in re.findall(r"[^\W\d_]+", words.casefold()))


def _weekday(printed: str) -> str:
    first = re.match(r"[^\W\d]+", printed)
    return first[0].casefold() if first else ""


def _conflict(
    reports: Two, sides: tuple[Span, Span], times: tuple[Time, Time], values: tuple[str, str]
) -> tuple[Conflict, str]:
    left, right = (Evidence(s.start, s.end, r.id) for s, r in zip(sides, reports, strict=True))
    reasons = tuple(
        Reason("times", f"has {value}", report.id, time.start, time.end)
        for report, time, value in zip(reports, times, values, strict=True)
    )
    said = f"{left.report} has {values[0]}, {right.report} has {values[1]}"
    return Conflict("", "date", None, left, right, said, reasons), " ".join(values)
