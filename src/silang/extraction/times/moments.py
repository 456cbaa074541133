"""Readers of days and of times of day: *Jumat (4/7) pukul 21.40 WIB*, *dini hari tadi*, *17 dan 18 Juni 2025*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from silang.extraction.times import calendar
from silang.extraction.times.lexemes import Lexeme
from silang.extraction.times.scene import Found, bounds
from silang.model import Time

SPLIT = re.compile(r"[/.:]")
_DASHED = re.compile(r"D-D-Y|Y-D-D")
_PM = {"TNI": 6, "TEV": 1, "TAF": 1}  # from which hour on the clock a part of day means the afternoon
_CENTURY = (1900, 2199)


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed: day and month, and the year where it shows one."""

    day: int
    month: int
    year: int | None


def moment(found: Found) -> tuple[Time, ...] | None:
    """A day, a time of day, or both in one expression."""
    if _is_name(found):
        return ()
    if _is_week(found):
        now = found.scene.reference
        value = calendar.shifted(now, "W", found.direction or 0) if now else None
        return found.time("DATE", value)
    parts, clock = part_of_day(found), _clock(found)
    day, known = _day(found)
    if not known:
        if parts is None and clock is None:
            return None
        if clock is None and not _stands(found):
            return None
        day = _day_of_part(found)
    if day and known and not (found.lexemes[found.first].lower in ("pukul", "jam") and found.end - found.first < 4):
        found.scene.name(day, found.is_spoken)
        found.since(day.isoformat())
    if clock:
        if day:
            found.scene.clock = (day, *clock)
        return found.time("TIME", f"{iso(day)}T{clock[0]:02d}:{clock[1]:02d}")
    if parts:
        return found.time("TIME", f"{iso(day)}{parts}")
    return found.time("DATE", iso(day) if day else _undated(found))


def iso(day: date | None) -> str:
    return day.isoformat() if day else "XXXX-XX-XX"


def _undated(found: Found) -> str:
    """What is known of a day that nothing dates."""
    weekday, date_printed = weekday_of(found), printed(found)
    if date_printed:
        return f"XXXX-{date_printed.month:02d}-{date_printed.day:02d}"
    return f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"


def _is_week(found: Found) -> bool:
    """*Minggu lalu* at the head of a sentence is the week."""
    shape = [lexeme.lower for lexeme in found if lexeme.lower != "yang"]
    return len(shape) == 2 and shape[0] == "minggu" and found.direction is not None and found.opens


def _is_name(found: Found) -> bool:
    """A weekday between two names: *Pasar Rebo, Kampung Ahad Sari*."""
    before, after = found.before(), found.after()
    alone = found.end - found.first == 1 and found.lexemes[found.first].kind == "WEEKDAY"
    return alone and before is not None and after is not None and before.shape == after.shape == "U"


def _stands(found: Found) -> bool:
    """Whether a part of day with no day is a time: *malam hari*, *pagi tadi*, *sejak pagi*; not *malam puncak*."""
    before = found.before()
    if before is not None and before.lower in bounds("meal"):
        return False
    if found.end - found.first > 1 or found.of("NOON", "LASTNIGHT"):
        return True
    return before is not None and before.lower in bounds("opener")


def weekday_of(found: Found) -> int | None:
    for lexeme in found:
        if lexeme.kind == "WEEKDAY":
            return int(lexeme.value or 0)
        if lexeme.lower == "minggu" and "pekan" not in found.words:
            return 7
    return None


def printed(found: Found) -> Printed | None:
    """The date that the expression prints in digits or with a month's name."""
    lexemes = list(found)
    for lexeme in lexemes:
        if lexeme.shape in "FG" and not lexeme.kind:
            return slashed(lexeme)
    for at, lexeme in enumerate(lexemes):
        if lexeme.kind in ("MONTH", "ABBR"):
            number = next((x for x in reversed(lexemes[:at]) if x.shape == "D"), None)
            year = next((x for x in lexemes[at:] if x.shape == "Y"), None)
            return (
                Printed(int(number.text), int(lexeme.value or 0), int(year.text) if year else None) if number else None
            )
    if hit := _DASHED.search("".join(x.shape for x in lexemes)):
        first, middle, last = (int(lexemes[hit.start() + n].text) for n in (0, 2, 4))
        if hit.group()[0] == "Y":
            first, last = last, first
        return Printed(first, middle, last) if middle <= 12 else None
    return None


def slashed(lexeme: Lexeme) -> Printed:
    """*13/9* and *13/9/2023*; a year of three digits is a slip and counts as none."""
    numbers = [int(n) for n in SPLIT.split(lexeme.text)]
    year = numbers[2] if len(numbers) == 3 else None
    if year is not None and year < 100:
        year += 2000
    return Printed(numbers[0], numbers[1], year if year and _CENTURY[0] <= year <= _CENTURY[1] else None)


def _day(found: Found) -> tuple[date | None, bool]:
    """The day that the expression names, and whether it names one at all."""
    if date_printed := printed(found):
        return resolved(found, date_printed, weekday_of(found)), True
    now = found.scene.reference
    weekday, offset = weekday_of(found), found.of("REL")
    if offset and (weekday is None or offset[0].start == found.lexemes[found.first].start):
        return (now + timedelta(days=int(offset[0].value or 0)) if now else None), True
    if weekday:
        return _on_weekday(found, weekday), True
    words = [lexeme.lower for lexeme in found]
    if words[0] == "tanggal" and now and (number := found.of("D")):
        return _number_of_month(int(number[0].text), now), True
    return None, False


def resolved(found: Found, date_printed: Printed, weekday: int | None) -> date | None:
    """A printed date with its year: as printed, as named before, or by direction, weekday and nearness."""
    scene = found.scene
    key = (date_printed.month, date_printed.day)
    if date_printed.year:
        scene.dates[key] = date_printed.year
        return calendar.day(date_printed.year, *key)
    now = scene.reference or scene.last
    if now is None:
        return None
    if "tahun" in found.words and found.direction is not None:
        return calendar.day(now.year + found.direction, *key)
    if found.direction in (-1, 1):
        return _toward(now, key, found.direction)
    if key in scene.dates and (known := calendar.day(scene.dates[key], *key)):
        return known
    return calendar.nearest(*key, now, weekday)


def _toward(now: date, key: tuple[int, int], direction: int) -> date | None:
    days = [d for year in range(now.year - 4, now.year + 5) if (d := calendar.day(year, *key))]
    if direction > 0:
        return next((d for d in days if d >= now), None)
    return next((d for d in reversed(days) if d <= now), None)


def _number_of_month(number: int, now: date) -> date | None:
    """*tanggal 25*: of this month, or of the one whose 25th is nearest."""
    months = [divmod(now.year * 12 + now.month - 1 + n, 12) for n in (-1, 0, 1)]
    days = [d for year, month in months if (d := calendar.day(year, month + 1, number))]
    return min(days, key=lambda d: abs((d - now).days), default=None)


def _on_weekday(found: Found, weekday: int) -> date | None:
    """A weekday without a date: the last one up to the report's day, unless something points elsewhere."""
    now, words = found.scene.reference, found.words
    if now is None:
        return None
    monday = now - timedelta(days=now.isoweekday() - 1)
    if (
        words & {"pekan", "minggu"}
        and found.direction is not None
        and len(found.of("WEEKDAY")) + ("pekan" in words) > ("Minggu" in {x.text for x in found})
    ):
        return monday + timedelta(days=7 * found.direction + weekday - 1)
    back = (now.isoweekday() - weekday) % 7
    if words & {"itu", "tersebut"} and found.scene.last and found.scene.last.isoweekday() == weekday:
        return found.scene.last
    if found.direction == 0:
        return monday + timedelta(days=weekday - 1)
    if found.direction == 1 or (found.direction is None and found.is_planned and back):
        return now + timedelta(days=7 - back)
    if found.direction == -1 and "tadi" not in words:
        return now - timedelta(days=back or 7)
    return now - timedelta(days=back)


def part_of_day(found: Found) -> str | None:
    if noon := found.of("NOON"):
        return str(noon[0].value)
    if found.of("LASTNIGHT"):
        return "TNI"
    parts = found.of("PART")
    return str(parts[0].value) if parts else None


def _day_of_part(found: Found) -> date | None:
    """*tadi malam* is the night before, *pagi tadi* and *malam ini* the report's day; else the day that is told of."""
    now, words = found.scene.reference, found.words
    if now and (found.of("LASTNIGHT") or "kemarin" in words or {"tadi", "malam"} <= words):
        return now - timedelta(days=1)
    if words & {"tadi", "ini", "nanti"}:
        return now
    return found.scene.now()


def _clock(found: Found) -> tuple[int, int] | None:
    lexemes = list(found)
    for at, lexeme in enumerate(lexemes):
        spoken = at > 0 and lexemes[at - 1].lower in ("pukul", "jam", ":")
        if lexeme.shape == "C":
            hour, minute = (int(n) for n in SPLIT.split(lexeme.text)[:2])
        elif spoken and lexeme.shape in "DW" and not lexeme.kind and lexeme.number is not None:
            hour, minute = int(lexeme.number), 0
        elif spoken and lexeme.shape == "H" and at + 1 < len(lexemes) and lexemes[at + 1].number is not None:
            hour, minute = int(lexemes[at + 1].number or 0) - 1, 30
        else:
            continue
        return (clock_by_part(hour, part_of_day(found)), minute) if 0 <= hour <= 24 else None
    return None


def clock_by_part(hour: int, part: str | None) -> int:
    if part in _PM and _PM[part] <= hour < 12:
        return hour if part == "TAF" and hour >= 10 else hour + 12
    return 0 if hour == 12 and part in ("TNI", "TMO") else hour
