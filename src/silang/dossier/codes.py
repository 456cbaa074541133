"""Short codes for outlets and reports (`SM`, `SM2`), by which a page names a place in print: `SM2 ¶4`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from silang.model import Report

UNKNOWN = "X"
_DOMAIN = re.compile(r"\.(?:co|com|net|org|id|my)\b.*$", re.IGNORECASE)
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_LONGEST = 4


def report_codes(reports: Sequence[Report]) -> dict[str, str]:
    """A code for each report's id, in the order given: the outlet's, numbered where it has several reports."""
    outlets = outlet_codes(reports)
    by_code: dict[str, list[str]] = {}
    for report in reports:
        code = outlets[report.outlet.id] if report.outlet else UNKNOWN
        by_code.setdefault(code, []).append(report.id)
    codes: dict[str, str] = {}
    for code, ids in by_code.items():
        joint = "-" if code[-1].isdigit() else ""
        for n, id in enumerate(ids, 1):
            codes[id] = f"{code}{joint}{n}" if len(ids) > 1 else code
    return codes


def outlet_codes(reports: Iterable[Report]) -> dict[str, str]:
    """A code for each outlet's id: initials, or the first letters of a name of one word; no two alike."""
    codes: dict[str, str] = {}
    taken = {UNKNOWN}
    for report in reports:
        if report.outlet and report.outlet.id not in codes:
            code = next(code for code in _candidates(report.outlet.name) if code not in taken)
            taken.add(code)
            codes[report.outlet.id] = code
    return codes


def _candidates(name: str) -> Iterable[str]:
    plain = unicodedata.normalize("NFKD", _DOMAIN.sub("", name)).encode("ascii", "ignore").decode()
    parts = _PART.findall(plain[:80]) or ["M"]
    letters = "".join(parts).upper()
    if len(parts) == 1:
        yield letters[: _LONGEST if parts[0].isupper() else 3]
    else:
        initials = "".join(part if part.isdigit() or part.isupper() else part[0] for part in parts)
        yield initials.upper()[:_LONGEST]
    yield letters[:3]
    yield letters[:_LONGEST]
    for n in range(2, 10_000):
        yield f"{letters[:2]}{n}"
