"""Where one speaker spoke on one day, told in two ways: *di Jalan Kenanga*, *di Jalan Cempaka*.

Only places of one kind are compared, two streets or two villages, or two quarters of one town; a building goes by many
names. What both reports print is no conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from silang.comparison.conflicts.facing import Table
from silang.comparison.units import Unit
from silang.language import lexicon
from silang.model import Conflict, Extraction, Report, Span

_SURE = 0.85  # chance of asserting alike, from which two units tell of one occasion whoever is named as its speaker
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*"
_AT = re.compile(rf"\bdi (?:kawasan |wilayah |daerah )?({_NAME})((?:, {_NAME})*)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"\w+")
_MANY_NAMES = frozenset({"gedung", "gelora", "ibu kota", "jalur", "kawasan", "tepi", "wilayah"})


@dataclass(frozen=True, slots=True)
class _Venue:
    speaker: str
    day: str
    place: str
    around: str
    """The town behind it, as printed; empty where none is."""
    span: Span
    """From the verb of saying to the day."""
    unit: int

    @property
    def kind(self) -> str:
        """What kind of place it says it is; empty for a bare name."""
        head = self.place.split()[0].casefold().rstrip(".")
        return {"jl": "jalan"}.get(head, head) if head in _kinds() else ""

    def other_than(self, other: _Venue) -> bool:
        """Whether it cannot be the other place."""
        one, two = ({w.casefold() for w in _WORD.findall(v.place)} - _kinds() for v in (self, other))
        if not one or not two or one & two:
            return False
        quarters = len(one) == len(two) == 1 and not self.kind and not other.kind and self.around == other.around != ""
        return quarters or self.kind == other.kind != ""


def venues_apart(table: Table) -> Iterator[Conflict]:
    """A conflict for each two reports of which each has its own place for one occasion of speaking."""
    inside: defaultdict[int, list[tuple[int, Unit]]] = defaultdict(list)
    for n, unit in enumerate(table.units):
        inside[unit.report].append((n, unit))
    held = [
        list(_venues(r, x, inside[n])) for n, (r, x) in enumerate(zip(table.reports, table.extractions, strict=True))
    ]
    for one, other in combinations(range(len(held)), 2):
        texts = table.reports[one].text, table.reports[other].text
        for a, b in product(held[one], held[other]):
            occasion = a.day == b.day and (a.speaker == b.speaker or table.chance(a.unit, b.unit) >= _SURE)
            if occasion and a.other_than(b) and a.place not in texts[1] and b.place not in texts[0]:
                facing = table.face(table.units[a.unit], table.units[b.unit])
                sides = a.span, b.span
                yield facing.conflict("place", (a.place, b.place), facing.printed("where", sides, "has"), sides)
                break


def _venues(report: Report, found: Extraction, units: Sequence[tuple[int, Unit]]) -> Iterator[_Venue]:
    """Where a report has its sources speak, each sentence once."""
    seen: set[int] = set()
    for said in found.statements:
        at = next(((n, u) for n, u in units if said.cue and u.holds(said.cue)), None)
        if said.cue is None or said.source is None or said.source.entity is None or at is None or at[0] in seen:
            continue
        seen.add(at[0])
        number, unit = at
        days = [t for t in found.times if unit.holds(t) and t.start > said.cue.end and _DAY.match(t.value)]
        if len({day.value[:10] for day in days}) == 1:
            day = days[0]
            if where := _AT.search(report.text, said.cue.end, day.start):
                town = where[2].rpartition(",")[2].strip()
                span = Span(said.cue.start, day.end)
                yield _Venue(said.source.entity, day.value[:10], where[1], town, span, number)


@cache
def _kinds() -> frozenset[str]:
    return lexicon.forms("titles", kind="place") - _MANY_NAMES
