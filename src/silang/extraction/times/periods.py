"""Readers of months, years, decades, centuries, quarters and feasts."""

from __future__ import annotations

from datetime import date, timedelta

from silang.extraction.times import calendar
from silang.extraction.times.lexemes import Lexeme
from silang.extraction.times.scene import Found, bounds
from silang.model import Time

_BARE = (1900, 2099)  # years that may stand without *tahun*
_SEASONS = {"panas": "SU", "dingin": "WI", "semi": "SP", "gugur": "FA"}
_NUMBER_OF_LAW = 8  # lexemes that the number of a law may take
_GLUE = frozenset("-–./,$€£+:")


def _year(found: Found) -> int | None:
    return next((int(lexeme.text) for lexeme in found if lexeme.shape == "Y"), None)


def _named(found: Found, value: str) -> tuple[Time, ...] | None:
    found.since(value)
    found.scene.value = value
    return found.time("DATE", value)


def month(found: Found) -> tuple[Time, ...] | None:
    """*Juni 2025*, *awal Juni*, *Agustus tahun lalu*."""
    name = found.of("MONTH", "ABBR")[0]
    number, year, now = int(name.value or 0), _year(found), found.scene.reference
    if year is None and _is_person(found, name):
        return None
    if year is None and now:
        year = _year_of_month(found, number, now)
    return _named(found, f"{year:04d}-{number:02d}") if year else found.time("DATE", f"XXXX-{number:02d}")


def _year_of_month(found: Found, number: int, now: date) -> int:
    if "tahun" in found.words and found.direction is not None:
        return now.year + found.direction
    if found.direction == 1:
        return now.year + (number < now.month)
    if found.direction == -1:
        return now.year - (number > now.month)
    gap = number - now.month
    return (
        now.year - 1
        if gap >= 6 and not found.is_planned
        else now.year + 1
        if gap < -6 and found.is_planned
        else now.year
    )


def _is_person(found: Found, name: Lexeme) -> bool:
    """*Juli Handayani*, *Ibu Mei*: a month's name beside another name, with nothing that makes it a month."""
    if found.end - found.first > 1 or name.text.islower():
        return False
    before, after = found.before(), found.after()
    if before is not None and before.lower in bounds("place"):
        return False
    return any(beside is not None and beside.shape == "U" for beside in (before, after))


def months(found: Found) -> tuple[Time, ...] | None:
    """*Juni-Juli 2025*: two months, the year told with the last."""
    lexemes, year = found.lexemes, _year(found)
    names = [at for at in range(found.first, found.end) if lexemes[at].kind in ("MONTH", "ABBR")]
    first, last = (int(lexemes[at].value or 0) for at in names)
    if year is None:
        return None
    start = year - 1 if first > last else year
    second = names[1] - (lexemes[names[1] - 1].lower == "bulan")
    found.scene.value = f"{year:04d}-{last:02d}"
    return (
        found.part(found.first, names[0] + 1, "DATE", f"{start:04d}-{first:02d}"),
        found.part(second, found.end, "DATE", f"{year:04d}-{last:02d}"),
    )


def year(found: Found) -> tuple[Time, ...] | None:
    """*tahun 1948*, *pertengahan 2019*, and four digits alone where nothing makes them a count."""
    value = _year(found)
    if value is None:
        return None
    if _is_law(found):
        return ()
    bare = found.end - found.first == 1
    if bare and (not _BARE[0] <= value <= _BARE[1] or _is_count(found)):
        return ()
    return _named(found, f"{value:04d}")


def _is_law(found: Found) -> bool:
    """*Nomor 12 Tahun 2011*, *No. 050-145 Tahun 2022* name a law."""
    before = found.before()
    if before is None or (before.number is None and before.kind != "ROMAN"):
        return False
    for distance in range(2, _NUMBER_OF_LAW):
        further = found.before(distance)
        if further is None or further.lower in bounds("law"):
            return further is not None
        if further.number is None and further.text not in "-–/.":
            return False
    return False


def _is_count(found: Found) -> bool:
    before, after = found.before(), found.after()
    start, end = found.lexemes[found.first].start, found.lexemes[found.end - 1].end
    if before and (before.lower in bounds("before") or before.text in "$€£"):
        return True
    if before and before.end == start and before.text == "/":
        return True  # a file number
    if before and before.end == start and before.text in _GLUE and _is_number(found.before(2), before.start):
        return before.text not in "-–" or (further := found.before(2)) is None or further.shape not in "YDR"
    if after is None:
        return False
    if after.lower in bounds("after") or after.kind in ("UNIT",) or after.text in ("%", "°"):
        return True
    return (
        after.start == end
        and after.text in _GLUE
        and after.text not in "-–.,:"
        and _is_number(found.after(2), after.end)
    )


def _is_number(lexeme: Lexeme | None, beside: int) -> bool:
    return lexeme is not None and lexeme.text[0].isdigit() and beside in (lexeme.start, lexeme.end)


def years(found: Found) -> tuple[Time, ...] | None:
    """*2023/2024*: two years."""
    pair = next(lexeme for lexeme in found if lexeme.shape == "R")
    first, last = pair.text.split("/")
    last = first[:2] + last if len(last) == 2 else last
    if int(last) - int(first) not in range(1, 10):
        return None
    start = found.lexemes[found.first].start
    return (Time(start, pair.start + 4, "DATE", first), Time(pair.start + 5, pair.end, "DATE", last))


def season(found: Found) -> tuple[Time, ...] | None:
    """*musim panas 2025*: ``2025-SU``."""
    now, value = found.scene.reference, _year(found)
    if value is None:
        value = now.year + (found.direction or 0) if now else None
    code = next(code for word, code in _SEASONS.items() if word in found.words)
    return found.time("DATE", f"{value:04d}-{code}") if value else None


def decade(found: Found) -> tuple[Time, ...] | None:
    """*era 1990-an*: ``199``."""
    value = _year(found)
    return found.time("DATE", str(value)[:3]) if value and value % 10 == 0 else None


def century(found: Found) -> tuple[Time, ...] | None:
    """*abad ke-19*: ``18``, the first two digits of its years."""
    number = next((int(x.value or x.text) for x in found if x.kind in ("ORDINAL", "ROMAN") or x.shape == "D"), 0)
    if not 1 <= number <= 22:
        return None
    before = found.words & {"sm", "sebelum"}
    return found.time("DATE", f"BC{number - 1:02d}" if before else f"{number - 1:02d}")


def term(found: Found) -> tuple[Time, ...] | None:
    """Quarters and halves of a year: *kuartal II/2025*, *semester I tahun ini*, *kuartal lalu*."""
    kind = str(found.of("TERM")[0].value)
    now, year = found.scene.reference, _year(found)
    ordinals = found.of("ORDINAL", "ROMAN", "D")
    size = {"Q": 3, "H": 6, "C": 4}[kind]
    if not ordinals:
        if now is None or found.direction is None:
            return None
        at = now.year * (12 // size) + (now.month - 1) // size + found.direction
        return found.time("DATE", f"{at // (12 // size):04d}-{kind}{at % (12 // size) + 1}")
    number = int(ordinals[0].value or ordinals[0].text)
    if not 1 <= number <= 12 // size:
        return None
    if year is None and now:
        year = now.year + (found.direction or 0 if "tahun" in found.words else 0)
    return found.time("DATE", f"{year:04d}-{kind}{number}" if year else f"XXXX-{kind}{number}")


def hijri(found: Found) -> tuple[Time, ...] | None:
    """*1 Syawal 1446 H*, *Ramadan*: the Gregorian day, or month in which it starts."""
    month_number = int(found.of("HIJRI")[0].value or 0)
    number = next((int(lexeme.text) for lexeme in found if lexeme.shape == "D"), None)
    year, now = _year(found), found.scene.reference
    if number is None and year is None and (month_number != 9 or _is_person(found, found.of("HIJRI")[0])):
        return None
    if year is not None and year > 1800:  # *Ramadan 2025*: a Gregorian year
        year = calendar.hijri_year(date(year, 1, 1)) + (month_number < 7)
    if year is None:
        if now is None:
            return None
        around = calendar.hijri_year(now)
        starts = [d for y in (around - 1, around, around + 1) if (d := calendar.hijri(y, month_number, number or 1))]
        day: date | None = min(starts, key=lambda d: abs((d - now).days))
    else:
        day = calendar.hijri(year, month_number, number or 1)
    if day is None:
        return None
    return found.time("DATE", day.isoformat() if number else day.isoformat()[:7])


def holiday(found: Found) -> tuple[Time, ...] | None:
    """A feast, or so many days from it: *Idul Fitri 2025*, *H-3 Lebaran*."""
    name = str(found.of("HOLIDAY")[0].value)
    year, now = _year(found), found.scene.reference
    if year is not None and year < 1700:
        year = year_of_hijri(name, year)
    if year is None:
        if now is None:
            return None
        if found.direction is not None:
            year = now.year + found.direction
        else:
            near = [d for y in (now.year - 1, now.year, now.year + 1) if (d := calendar.feast(name, y))]
            day = min(near, key=lambda d: abs((d - now).days), default=None)
            year = day.year if day else now.year
    day = calendar.feast(name, year)
    if day and (number := [x for x in found if x.shape == "D"]):
        day += timedelta(days=int(number[0].text) * (1 if "+" in found.words else -1))
    return found.time("DATE", day.isoformat() if day else f"{year:04d}")


def year_of_hijri(name: str, year: int) -> int | None:
    """The Gregorian year of a Muslim feast of that Hijri year."""
    months = {"idul fitri": 10, "idul adha": 12, "ramadan": 9}
    day = calendar.hijri(year, months[name]) if name in months else None
    return day.year if day else None
