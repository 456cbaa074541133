"""Readers of what counts from the report's day, or from what the text named: *pekan lalu*, *hari itu*, *kini*."""

from __future__ import annotations

from datetime import timedelta

from silang.extraction.times import calendar
from silang.extraction.times.scene import Found, bounds
from silang.model import Time

_UNITS = {"hari": "D", "pekan": "W", "minggu": "W", "bulan": "M", "tahun": "Y", "musim": "Y"}


def relative(found: Found) -> tuple[Time, ...] | None:
    """*pekan lalu*, *akhir pekan ini*, *akhir tahun*."""
    words, now = found.words, found.scene.reference
    step = found.direction or 0
    if now is None:
        return found.time("DATE", {1: "FUTURE_REF", -1: "PAST_REF", 0: "PRESENT_REF"}[step])
    if "dekade" in words:
        return found.time("DATE", str(now.year // 10 + step))
    if "abad" in words:
        return found.time("DATE", str(now.year // 100 + step))
    unit = next(code for word, code in _UNITS.items() if word in words)
    value = calendar.shifted(now, unit, step)
    if value and unit == "W" and "akhir" in words:
        value += "-WE"
    if value:
        found.scene.value = value
    return found.time("DATE", value)


def reference(found: Found) -> tuple[Time, ...] | None:
    """*kini*, *masa depan*: TIMEX3's references to present, past and future."""
    before = found.before()
    if "dewasa ini" in found.words and before is not None and before.shape == "u":
        return ()  # *orang dewasa ini*
    return found.time("DATE", str(found.lexemes[found.first].value))


def past(found: Found) -> tuple[Time, ...] | None:
    """*tahun-tahun sebelumnya*: no day, but behind."""
    return found.time("DATE", "PAST_REF")


def same(found: Found) -> tuple[Time, ...] | None:
    """*hari itu*, *tahun tersebut*: what the text named last."""
    head = found.lexemes[found.first]
    last, value = found.scene.last, found.scene.value
    if head.kind == "PART":
        before = found.before()
        if before is not None and before.lower in bounds("meal"):
            return ()  # *makan malam itu*
        return found.time("TIME", f"{last.isoformat()}{head.value}") if last else None
    if head.lower in ("hari", "tanggal"):
        return found.time("DATE", last.isoformat()) if last else None
    if head.lower == "pekan":
        return found.time("DATE", calendar.week(last)) if last else None
    length = 4 if head.lower == "tahun" else 7
    return found.time("DATE", value[:length]) if value and len(value) >= length and value[:4].isdigit() else None


def next_(found: Found) -> tuple[Time, ...] | None:
    """*keesokan harinya*: the day after the one that the text named last."""
    if found.scene.last is None:
        return None
    day = found.scene.last + timedelta(days=1)
    found.scene.name(day)
    parts = found.of("PART")
    return found.time("TIME", f"{day}{parts[0].value}") if parts else found.time("DATE", day.isoformat())


def previous(found: Found) -> tuple[Time, ...] | None:
    """*hari sebelumnya*, *tahun sebelumnya*: the one before that which the text named last."""
    head = found.lexemes[found.first]
    last, value, now = found.scene.last, found.scene.value, found.scene.reference
    if head.kind == "PART":
        return found.time("TIME", f"{last - timedelta(days=1)}{head.value}") if last else None
    if head.lower == "tahun":
        year = int(value[:4]) if value and value[:4].isdigit() else now.year if now else None
        return found.time("DATE", f"{year - 1:04d}") if year else None
    if head.lower == "bulan" and value and len(value) == 7 and value[5:].isdigit():
        return found.time("DATE", calendar.month(int(value[:4]), int(value[5:]) - 1))
    anchor = last or now
    return found.time("DATE", calendar.shifted(anchor, _UNITS[head.lower], -1)) if anchor else None
