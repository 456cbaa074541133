"""Publishing times: from fields (ISO 8601, RFC 2822) and from a line of print (``Rabu 13 Sep 2023 14:50 WIB``)."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb pebruari peb february", "maret mar march", "april apr", "mei may",
            "juni jun june", "juli jul july", "agustus agu agt ags aug august", "september sep sept",
            "oktober okt oct october", "november nov nopember nop", "desember des dec december",
        ),
        1,
    )
    for month in names.split()
}  # fmt: skip
_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$",
    re.IGNORECASE,
)
_ZONED = re.compile(r"(?:[+-]\d{4}|GMT|UTC)$")
_DAY = r"(?:(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*,?\s*)?"
_CLOCK = (
    r"(?:\s*(?:[,|\-–—/•·]|pukul|pkl\.?|jam|at)?\s*(?:pukul\s*)?(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(WITA|WIB|WIT)?)?"
)
_PRINTED = re.compile(rf"{_DAY}(\d{{1,2}})[ \-]([a-z]{{3,9}})\.?[ \-,]+(\d{{4}}){_CLOCK}", re.IGNORECASE)
_NUMERIC = re.compile(rf"{_DAY}(\d{{1,2}})[/.\-](\d{{1,2}})[/.\-](\d{{4}}){_CLOCK}", re.IGNORECASE)


def iso_time(given: str) -> str | None:
    """A field's time as ISO 8601, no more precise than given; None where it is no time."""
    given = given.strip()
    if match := _ISO.match(given):
        return _from_iso(match)
    if _ZONED.search(given):
        try:
            return parsedate_to_datetime(given).isoformat(timespec="minutes")
        except (ValueError, TypeError, IndexError):
            return None
    found = printed_time(given)
    return found[0] if found else None


def _from_iso(match: re.Match[str]) -> str | None:
    day, clock, seconds, zone = match.groups()
    seconds = (seconds or "").replace(",", ".")
    zone = "+00:00" if (zone or "").upper() in ("Z", "UTC") else zone or ""
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    made = f"{day}T{clock}{seconds}{zone}" if clock else day
    try:
        datetime.fromisoformat(f"{day}T{clock or '00:00'}{zone}")
    except ValueError:
        return None
    return made


def printed_time(text: str, at: int = 0) -> tuple[str, int] | None:
    """The time printed at offset `at` of `text` and where it ends; None where none starts there."""
    for pattern in (_PRINTED, _NUMERIC):
        match = pattern.match(text, at)
        if not match:
            continue
        day, month, year, hour, minute, zone = match.groups()
        number = _MONTHS.get(month.casefold()) if month.isalpha() else int(month)
        if number is None:
            continue
        try:
            moment = datetime(int(year), number, int(day), int(hour or 0), int(minute or 0))
        except ValueError:
            continue
        made = moment.date().isoformat()
        if hour:
            made = f"{moment.isoformat(timespec='minutes')}{_ZONES.get((zone or '').upper(), '')}"
        return made, match.end()
    return None
