"""Kilometre markers of a road that two reports give differently for one place: *KM 12+400* and *KM 14+200*.

Markers that one sentence tells apart are two places. What is found between two reports holds between all that print the
one and the other: a report that has both, in sentences far apart, slipped in one of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations, product
from typing import NamedTuple

from silang.comparison.conflicts.facing import Facing, Table
from silang.comparison.units import Unit
from silang.model import Conflict, Span

# *KM 12+400*, *Km 12.400*, *KM 12--400*, *kilometer 12*, *KM 012400*; not *KM 12 juta*.
_MARKER = re.compile(
    r"\b(?:KM|[Kk]m|[Kk]ilometer)\.? ?(?:(\d{1,3})(?: ?(?:\+|-{1,2}|[–—.,/]) ?(\d{3}))?|(\d{3})(\d{3}))\b(?![.,+]?\d)"
)


class Marker(NamedTuple):
    kilometre: int
    metres: int | None
    """Past the kilometre; None where only that is told."""

    def agrees(self, other: Marker) -> bool:
        """Whether both are of one place, or one of them is only less exact."""
        exact = self.metres is not None and other.metres is not None
        return self.kilometre == other.kilometre and (not exact or self.metres == other.metres)


Held = Sequence[dict[Marker, Span]]
"""The markers of each unit, each with where it is printed."""


def markers_of(table: Table) -> list[dict[Marker, Span]]:
    """The markers of each unit."""
    return [_markers(unit, table.reports[unit.report].text) for unit in table.units]


def markers_apart(left: dict[Marker, Span], right: dict[Marker, Span]) -> tuple[Marker, Marker] | None:
    """The markers of two units that assert alike, where each has one and they are of two places."""
    if len(left) != 1 or len(right) != 1:
        return None
    (one,), (other,) = left, right
    return None if one.agrees(other) else (one, other)


def markers_of_places(places: Iterable[tuple[Marker, Marker]], held: Held, table: Table) -> Iterator[Conflict]:
    """A conflict of each two reports that print the one and the other marker of a place told in two ways, where their
    likest sentences print them; `held` are the markers of each unit."""
    printing: defaultdict[tuple[int, Marker], list[int]] = defaultdict(list)
    for n, markers in enumerate(held):
        for marker in markers:
            printing[table.units[n].report, marker].append(n)
    for pair in sorted({(min(p), max(p)) for p in places}, key=str):
        if any(pair[0] in markers and pair[1] in markers for markers in held):
            continue
        for one, other in permutations(range(len(table.reports)), 2):
            mine, theirs = printing.get((one, pair[0]), []), printing.get((other, pair[1]), [])
            if mine and theirs:
                a, b = max(product(mine, theirs), key=lambda p: (table.chance(*p), -p[0], -p[1]))
                spans = held[a][pair[0]], held[b][pair[1]]
                if one > other:
                    a, b, spans = b, a, spans[::-1]
                yield _conflict(table.face(table.units[a], table.units[b]), spans)


def _conflict(facing: Facing, spans: tuple[Span, Span]) -> Conflict:
    printed = spans[0].of(facing.reports[0].text), spans[1].of(facing.reports[1].text)
    return facing.conflict("place", printed, facing.printed("where", spans))


def _markers(unit: Unit, text: str) -> dict[Marker, Span]:
    found: dict[Marker, Span] = {}
    for m in _MARKER.finditer(text, unit.start, unit.end):
        kilometre, metres = m[1] or m[3], m[2] or m[4]
        found.setdefault(Marker(int(kilometre), int(metres) if metres else None), Span(m.start(), m.end()))
    return found
