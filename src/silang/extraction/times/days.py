"""Readers of several days in one expression, of ranges of clock times, and of dates that lost their slashes."""

from __future__ import annotations

from datetime import date, timedelta

from silang.extraction.times import calendar
from silang.extraction.times.moments import (
    SPLIT,
    Printed,
    clock_by_part,
    iso,
    part_of_day,
    printed,
    resolved,
    weekday_of,
)
from silang.extraction.times.scene import Found
from silang.model import Time


def packed(found: Found) -> tuple[Time, ...] | None:
    """*Jumat (3102025)*: a date whose slashes were lost, where one reading falls on that weekday."""
    digits = next(
        lexeme.text for lexeme in reversed(found.lexemes[found.first : found.end]) if lexeme.number is not None
    )
    if not digits.isdigit() or not 2 <= len(digits) <= 8:
        return None
    year = int(digits[-4:]) if len(digits) > 5 else None
    head = digits[:-4] if year else digits
    weekday, parts = weekday_of(found), part_of_day(found)
    for cut in (2, 1):
        number, month = head[:cut], head[cut:]
        if len(month) not in (1, 2) or not 1 <= int(month) <= 12:
            continue
        day = resolved(found, Printed(int(number), int(month), year), weekday)
        if day and day.isoweekday() == weekday:
            found.scene.name(day, found.is_spoken)
            return found.time("TIME" if parts else "DATE", f"{day.isoformat()}{parts or ''}")
    return None


def clocks(found: Found) -> tuple[Time, ...] | None:
    """*pukul 08.00-10.00 WIB*: two times, each on the day that is told of."""
    lexemes = found.lexemes
    ends = [at for at in range(found.first, found.end) if lexemes[at].shape in "CD" and not lexemes[at].kind]
    day = iso(found.scene.now())
    second = ends[1] - (lexemes[ends[1] - 1].lower in ("pukul", "jam"))
    times = []
    for first, end in ((found.first, ends[0] + 1), (second, found.end)):
        part = Found(lexemes, first, end, found.scene)
        digits = SPLIT.split(next(x.text for x in part if x.shape in "CD" and not x.kind))
        hour = clock_by_part(int(digits[0]), part_of_day(found))
        times.append(found.part(first, end, "TIME", f"{day}T{hour:02d}:{int(digits[1]) if digits[1:] else 0:02d}"))
    return tuple(times)


def days(found: Found) -> tuple[Time, ...] | None:
    """*17 dan 18 Juni 2025*: each number a day, the last with the month."""
    lexemes = found.lexemes
    numbers = [at for at in range(found.first, found.end) if lexemes[at].shape in "DFG" and not lexemes[at].kind]
    last = Found(lexemes, numbers[-1], found.end, found.scene)
    date_printed = printed(last)
    whole = resolved(last, date_printed, None) if date_printed else None
    if whole is None:
        return None
    times = []
    for at in numbers[:-1]:
        day = _up_to(int(lexemes[at].text), whole)
        if day is None:
            return None
        first = found.first if at == numbers[0] else at
        times.append(found.part(first, at + 1, "DATE", day.isoformat()))
    start = numbers[-1] - (lexemes[numbers[-1] - 1].lower == "tanggal")
    found.scene.name(whole, found.is_spoken)
    return (*times, found.part(start, found.end, "DATE", whole.isoformat()))


def _up_to(number: int, end: date) -> date | None:
    """The day of that number that ends a range on `end`: in the same month, or the month before."""
    if number <= end.day:
        return end.replace(day=number)
    before = end.replace(day=1) - timedelta(days=1)
    return calendar.day(before.year, before.month, number)


def weekdays(found: Found) -> tuple[Time, ...] | None:
    """*Sabtu dan Minggu (7-8/6/2025)*: two days; with one weekday named, one expression of its last day."""
    lexemes = found.lexemes
    numbers = [at for at in range(found.first, found.end) if lexemes[at].shape in "DFG" and not lexemes[at].kind]
    names = [
        at for at in range(found.first, found.end) if lexemes[at].kind == "WEEKDAY" or lexemes[at].lower == "minggu"
    ]
    last = Found(lexemes, numbers[-1], found.end, found.scene)
    date_printed = printed(last)
    whole = resolved(last, date_printed, int(lexemes[names[-1]].value or 7)) if date_printed else None
    start = _up_to(int(lexemes[numbers[0]].text), whole) if whole else None
    if whole is None or start is None:
        return None
    found.scene.name(whole, found.is_spoken)
    if len(names) == 1:
        return (
            found.part(found.first, numbers[0] + 1, "DATE", start.isoformat()),
            found.part(numbers[-1], numbers[-1] + 1, "DATE", whole.isoformat()),
        )
    second = names[1] - (lexemes[names[1] - 1].lower == "hari")
    return (
        found.part(found.first, names[0] + 1, "DATE", start.isoformat()),
        found.part(second, found.end, "DATE", whole.isoformat()),
    )
