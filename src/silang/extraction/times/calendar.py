"""Days, weeks, quarters and feasts as TIMEX3 values."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from silang.language import lexicon

_EPOCH = 1948440  # Julian day of 1 Muharram 1 AH, civil reckoning
_JULIAN = 1721425  # Julian day of date.fromordinal(0)
_SOON, _AHEAD = 45, 1.5  # days ahead that are as near as days behind; what those beyond weigh


def day(year: int, month: int, number: int) -> date | None:
    """That day, None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def week(of: date) -> str:
    """The ISO week: ``2023-W36``."""
    year, number, _ = of.isocalendar()
    return f"{year}-W{number:02d}"


def month(year: int, number: int) -> str:
    """``2023-08``; `number` may run over a year's end."""
    carried, rest = divmod(number - 1, 12)
    return f"{year + carried:04d}-{rest + 1:02d}"


def shifted(of: date, unit: str, count: int) -> str | None:
    """The value `count` units (D, W, M, Y, 10Y …) from a day, as precise as the unit; None outside the calendar."""
    try:
        if unit == "D":
            return (of + timedelta(days=count)).isoformat()
        if unit == "W":
            return week(of + timedelta(weeks=count))
    except OverflowError:
        return None
    if unit == "M":
        value = month(of.year, of.month + count)
    elif unit.endswith("Y"):
        value = f"{of.year + count * int(unit[:-1] or 1):04d}"
    else:
        return None
    return value if value[:4].isdigit() and len(value.split("-")[0]) == 4 and int(value[:4]) > 0 else None


def nearest(month_number: int, day_number: int, to: date, weekday: int | None = None) -> date | None:
    """The day of that date nearest to `to`, among those on that ISO weekday where there is one."""
    near = [d for year in range(to.year - 4, to.year + 5) if (d := day(year, month_number, day_number))]
    close = [d for d in near if abs((d - to).days) <= 550]
    fitting = [d for d in close if weekday is None or d.isoweekday() == weekday]
    return min(fitting or near, key=lambda d: (_distance(to, d), d), default=None)


def _distance(now: date, day: date) -> float:
    """News looks back: a day well ahead counts as further off than one behind."""
    days = (day - now).days
    return -days if days < 0 else days * _AHEAD if days > _SOON else days


@cache
def _feasts() -> dict[str, tuple[tuple[date, ...], tuple[int, int] | None]]:
    found: dict[str, tuple[tuple[date, ...], tuple[int, int] | None]] = {}
    for entry in lexicon.table("time_holidays"):
        moving = tuple(date.fromisoformat(d) for d in entry.get("days", ()))
        found[entry["feast"]] = (moving, (entry["month"], entry["day"]) if "month" in entry else None)
    return found


def feast(name: str, year: int) -> date | None:
    """The day of a feast in a Gregorian year, None where the table has no such year."""
    moving, fixed = _feasts()[name]
    if fixed:
        return day(year, *fixed)
    return next((d for d in moving if d.year == year), None)


def hijri(year: int, month_number: int, day_number: int = 1) -> date | None:
    """A day of the Hijri calendar by the civil reckoning, shifted to the announced feasts where those are known.

    Dershowitz and Reingold, Calendrical Calculations (2018), chapter 7.
    """
    if not 1 <= year <= 1600:
        return None
    return _reckoned(year, month_number, day_number) + timedelta(days=_announced(year, month_number))


def _reckoned(year: int, month_number: int, day_number: int) -> date:
    days = (month_number - 1) * 29 + month_number // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + day_number
    return date.fromordinal(_EPOCH - 1 + days - _JULIAN)


@cache
def _announced(year: int, month_number: int) -> int:
    """By how many days the announced start of a month differs from the reckoned one."""
    known = {10: ("idul fitri", 1), 12: ("idul adha", 10), 9: ("ramadan", 1)}
    if month_number not in known or known[month_number][0] not in _feasts():
        return 0
    name, number = known[month_number]
    start = _reckoned(year, month_number, number)
    gaps = [(d - start).days for d in _feasts()[name][0] if abs((d - start).days) <= 2]
    return gaps[0] if gaps else 0


def hijri_year(of: date) -> int:
    """The Hijri year in which a Gregorian day falls."""
    guess = int((of.toordinal() + _JULIAN - _EPOCH) / 354.36667) + 1
    return guess if _reckoned(guess, 1, 1) <= of else guess - 1
