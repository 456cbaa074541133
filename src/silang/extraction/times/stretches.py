"""Readers of durations, of what is so long ago or ahead, and of sets: *18 bulan*, *dua pekan lalu*, *setiap Senin*."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from silang.extraction.times import calendar
from silang.extraction.times.lexemes import Lexeme
from silang.extraction.times.scene import Found
from silang.model import Time

_HALVES = {"TH": "PT30M", "TM": "PT30S", "D": "PT12H", "Y": "P6M", "M": "P15D"}
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_PAST = frozenset({"lalu", "silam"})
_BEFORE = frozenset({"sebelumnya", "sebelum"})
_CLOCK = {"TH": 60, "TM": 1}


def _counts(found: Found) -> list[tuple[Decimal | None, str]]:
    """Each count with its unit; None counts *beberapa*."""
    counts: list[tuple[Decimal | None, str]] = []
    number: Decimal | None = None
    for lexeme in found:
        if lexeme.lower == "hari ini":
            counts.append((number, "D"))
        elif lexeme.kind == "UNIT":
            counts.append((number, str(lexeme.value)))
        elif lexeme.kind == "SEUNIT":
            counts.append((Decimal(1), str(lexeme.value)))
        elif lexeme.shape == "H" and counts and counts[-1][0] is not None:
            counts[-1] = (counts[-1][0] + lexeme.number if lexeme.number else None, counts[-1][1])
        elif lexeme.shape in "DNYWVH" and not lexeme.kind:
            number = None if lexeme.shape == "V" else lexeme.number
    return counts


def _period(counts: list[tuple[Decimal | None, str]]) -> str | None:
    """ISO 8601: ``P18M``, ``PT2H30M``, ``PXW`` where the count is vague."""
    if len(counts) == 1 and counts[0][0] == Decimal("0.5") and counts[0][1] in _HALVES:
        return _HALVES[counts[0][1]]
    parts: dict[str, str] = {}
    for count, unit in counts:
        base = "Y" if unit.endswith("Y") else unit
        size = int(unit[:-1]) if len(unit) > 1 and unit.endswith("Y") else 1
        parts[base] = "X" if count is None else plain(count * size)
    days = "".join(parts[u] + u for u in _ORDER if u in parts and u[0] != "T")
    clock = "".join(parts[u] + u[1] for u in _ORDER if u in parts and u[0] == "T")
    return f"P{days}{'T' + clock if clock else ''}" if parts else None


def plain(number: Decimal) -> str:
    """A decimal with no exponent and no idle zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def duration(found: Found) -> tuple[Time, ...] | None:
    """*lebih dari 18 bulan*, *beberapa pekan terakhir*, *2 jam 30 menit*."""
    last = found.lexemes[found.end - 1]
    if _is_year(found):
        return None
    counts = _counts(found)
    if last.lower == "detik" and last.start == found.lexemes[found.end - 2].end:
        return ()  # *20detik* is a programme
    if any(count is not None and len(str(count)) > 12 for count, _ in counts):
        return None
    value = _period(counts)
    found.scene.stretch = value
    return found.time("DURATION", value)


def _is_year(found: Found) -> bool:
    """*12 Tahun 2011* of a law, *2021 bulan*: the year is no part of a stretch."""
    after, first = found.after(), found.lexemes[found.first]
    if after and after.shape == "Y" and found.lexemes[found.end - 1].value == "Y":
        return True
    return first.shape == "Y" and 1900 <= int(first.text) < 2100


def long(found: Found) -> tuple[Time, ...] | None:
    """*berjam-jam*: ``PTXH``."""
    unit = str(found.lexemes[found.first].value)
    return found.time("DURATION", _period([(None, unit)]))


def unknown(found: Found) -> tuple[Time, ...] | None:
    """*waktu yang lama*: a stretch of no known length."""
    return found.time("DURATION", "PXX")


def spanrange(found: Found) -> tuple[Time, ...] | None:
    """*dua hingga tiga tahun*: two stretches of the one unit."""
    lexemes = found.lexemes
    if _is_year(found):
        return None
    numbers = [at for at in range(found.first, found.end) if lexemes[at].shape in "DNYWVH" and not lexemes[at].kind]
    unit = next(lexeme for lexeme in found if lexeme.kind == "UNIT")
    first, last = (_period([(lexemes[at].number, str(unit.value))]) for at in numbers)
    if first is None or last is None:
        return None
    found.scene.stretch = last
    return (
        found.part(found.first, numbers[0] + 1, "DURATION", first),
        found.part(numbers[1], found.end, "DURATION", last),
    )


def ago(found: Found) -> tuple[Time, ...] | None:
    """*dua pekan lalu* from the report's day; *sehari sebelumnya*, *dua jam kemudian* from what the text named last."""
    words = found.words
    counts = _counts(found)
    count, unit = counts[0]
    past = words & _PAST
    back = past or words & _BEFORE
    if past or "lagi" in words:
        if count is None:
            return found.time("DATE", "PAST_REF" if past else "FUTURE_REF")
        now = found.scene.reference
        if now is None or unit[0] == "T":
            return found.time("DATE", "PAST_REF" if past else "FUTURE_REF")
        return _date(found, calendar.shifted(now, unit, _whole(count) * (-1 if past else 1)))
    if count is None:
        return found.time("DURATION", _period(counts))
    if unit in _CLOCK and found.scene.clock:
        return _from_clock(found, int(count * _CLOCK[unit]) * (-1 if back else 1), unit)
    anchor = _anchor(found, unit, bool(back))
    if unit[0] == "T" or anchor is None:
        return found.time("DURATION", _period(counts))
    return _date(found, calendar.shifted(anchor, unit, _whole(count) * (-1 if back else 1)))


def _anchor(found: Found, unit: str, back: bool) -> date | None:
    """The day that *kemudian* counts from: that named last; for years the year named last."""
    value = found.scene.value
    if unit[-1] == "Y" and value and len(value) == 4 and value.isdigit():
        return date(int(value), 1, 1)
    return found.scene.last or (found.scene.reference if back else None)


def _whole(count: Decimal) -> int:
    return int(count) if count < 10000 else 10000


def _date(found: Found, value: str | None) -> tuple[Time, ...] | None:
    found.scene.value = value or found.scene.value
    return found.time("DATE", value)


def _from_clock(found: Found, minutes: int, unit: str) -> tuple[Time, ...] | None:
    day, hour, minute = found.scene.clock or (None, 0, 0)
    if day is None or abs(minutes) > 10000:
        return None
    moment = datetime(day.year, day.month, day.day, hour % 24, minute) + timedelta(minutes=minutes)
    return found.time("TIME", moment.strftime("%Y-%m-%dT%H" if unit == "TH" else "%Y-%m-%dT%H:%M"))


def set_(found: Found) -> tuple[Time, ...] | None:
    """*setiap Senin*, *tiga kali sepekan*."""
    words = found.words
    for lexeme in found:
        if value := _repeated(lexeme, words):
            return found.time("SET", value)
    if counts := _counts(found):
        number, unit = counts[-1]
        single = not words & {"setiap", "tiap", "saban", "sekali"} or (number is None and not found.of("V"))
        return found.time("SET", _period([(Decimal(1) if single else number, unit)]))
    return None


def _repeated(lexeme: Lexeme, words: set[str]) -> str | None:
    if lexeme.kind == "WEEKDAY":
        return f"XXXX-WXX-{lexeme.value}"
    if lexeme.kind == "PART":
        return f"XXXX-XX-XX{lexeme.value}"
    if lexeme.kind == "MONTH":
        return f"XXXX-{int(lexeme.value or 0):02d}"
    if lexeme.shape == "D" and "tanggal" in words:
        return f"XXXX-XX-{int(lexeme.text):02d}"
    if "akhir" in words and lexeme.kind == "UNIT":
        return {"W": "XXXX-WXX-WE", "Y": "XXXX", "M": "XXXX-XX"}.get(str(lexeme.value))
    return None


def period(found: Found) -> tuple[Time, ...] | None:
    """*kurun waktu itu*: the stretch that the text named last."""
    return found.time("DURATION", found.scene.stretch)
