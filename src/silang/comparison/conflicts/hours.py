"""Hours of the day that two reports give differently for one moment.

What outlets print of one moment lies minutes apart, and no report of the story has both: two hours that one report
tells apart are two moments. A round hour given as approximate agrees with what lies around it. Hours of two zones
(*10.00 WIB*, *11.00 WITA*, *11.00 waktu setempat*) are not compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations, product

from silang.comparison.conflicts.facing import Facing, Table
from silang.comparison.units import Unit
from silang.language import lexicon
from silang.model import Conflict, Extraction, Time

_CLOCK = re.compile(r"(\d\d):(\d\d)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = 24  # code points in which an hour's bound or its vagueness is said
_ELSEWHERE = re.compile(r"waktu [^\W\d_]+")
_BOUNDS = frozenset({"hingga", "sampai", "sejak", "mulai", "antara", "sebelum", "setelah", "bawah", "atas"})


@dataclass(frozen=True, slots=True)
class _Hour:
    day: str
    minute: int
    """Of the day."""
    about: bool
    bound: bool
    """Whether it is only from then on, or until then, that something was so."""
    zone: str
    """As printed, casefolded; empty where none is."""
    time: Time

    def covers(self, other: _Hour) -> bool:
        """Whether this one is round and vague enough to agree with `other`."""
        apart = abs(self.minute - other.minute)
        return self.about and any(
            self.minute % step == 0 and apart <= reach for step, reach in ((60, 29), (30, 14), (15, 7), (10, 4))
        )


def hours_of(found: Extraction) -> frozenset[int]:
    """The minutes of the day that a report prints anywhere."""
    return frozenset(minute for time in found.times if (minute := _minute(time)) is not None)


def hours_apart(facing: Facing, printed: Sequence[frozenset[int]], near: int) -> tuple[int, int] | None:
    """The minutes of the day that the two units give for one moment, at most `near` apart; each the only one of its
    unit.

    `printed` are the hours of each of the story's reports.
    """
    left, right = (
        _hour(unit, found, report.text)
        for unit, found, report in zip(facing.units, facing.found, facing.reports, strict=True)
    )
    if left is None or right is None or left.bound or right.bound:
        return None
    if not 0 < abs(left.minute - right.minute) <= near or (left.zone and right.zone and left.zone != right.zone):
        return None
    one_day = left.day == right.day or not (left.day and right.day)
    told_apart = any(left.minute in hours and right.minute in hours for hours in printed)
    if not one_day or told_apart or left.covers(right) or right.covers(left):
        return None
    return left.minute, right.minute


def hours_of_moments(moments: Iterable[tuple[int, int]], table: Table) -> Iterator[Conflict]:
    """A conflict of each two reports that print the one and the other minute of a moment told in two ways, where their
    likest sentences print them."""
    held: defaultdict[tuple[int, int], list[tuple[int, _Hour]]] = defaultdict(list)
    for n, unit in enumerate(table.units):
        hour = _hour(unit, table.extractions[unit.report], table.reports[unit.report].text)
        if hour:
            held[unit.report, hour.minute].append((n, hour))
    for pair in sorted({(min(m), max(m)) for m in moments}):
        for one, other in permutations(range(len(table.reports)), 2):
            mine, theirs = held.get((one, pair[0]), []), held.get((other, pair[1]), [])
            if mine and theirs:
                two = max(
                    product(mine, theirs),
                    key=lambda p: (table.chance(p[0][0], p[1][0]), -p[0][0], -p[1][0]),
                )
                (a, left), (b, right) = two if one < other else two[::-1]
                values = _plain(left.minute), _plain(right.minute)
                facing = table.face(table.units[a], table.units[b])
                yield facing.conflict("date", values, facing.printed("times", (left.time, right.time)))


def _hour(unit: Unit, found: Extraction, text: str) -> _Hour | None:
    """The one moment of a unit; None where it has several."""
    held = [(time, minute) for time in found.times if unit.holds(time) and (minute := _minute(time)) is not None]
    if len({minute for _, minute in held}) != 1:
        return None
    time, minute = held[0]
    before = f" {' '.join(_WORD.findall(text[max(unit.start, time.start - _BEFORE) : time.start].casefold())[-3:])} "
    bound = any(f" {word} " in before for word in _BOUNDS)
    day = time.value.partition("T")[0]
    about = any(f" {form} " in before for form in _vague())
    return _Hour(day if len(day) == 10 else "", minute, about, bound, _zone(time.of(text)), time)


def _zone(printed: str) -> str:
    words = _WORD.findall(printed.casefold())
    named = _ELSEWHERE.search(" ".join(words))
    return named.group() if named else next((word for word in words if word in _zones()), "")


@cache
def _zones() -> frozenset[str]:
    return lexicon.forms("time_words", **{"class": "ZONE"})


@cache
def _vague() -> frozenset[str]:
    return lexicon.forms("number_words", role="modifier", modifier="about")


def _minute(time: Time) -> int | None:
    clock = _CLOCK.match(time.value.partition("T")[2]) if time.type == "TIME" else None
    return int(clock[1]) * 60 + int(clock[2]) if clock else None


def _plain(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
