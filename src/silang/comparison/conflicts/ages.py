"""One person whom two reports give two ages: *Rini Astuti (34)* and *Rini Astuti (43)*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from silang.comparison.conflicts.facing import Table
from silang.comparison.units import Unit
from silang.model import Conflict, Extraction, Report, Span

# *(34)*, *(34 tahun)*, *, 34 tahun*, *yang berusia 34 tahun*; not *, 34 tahun lalu*.
_AFTER = re.compile(
    r" ?\((\d{1,3})(?: tahun| thn)?\)"
    r"|,? (?:yang )?(?:ber)?(?:usia|umur) (\d{1,3}) tahun\b(?! lalu)"
    r"|, (\d{1,3}) tahun\b(?= ?[,.)])"
)


@dataclass(frozen=True, slots=True)
class _Age:
    years: int
    span: Span
    """From the name on."""
    unit: Unit


def ages_apart(table: Table) -> Iterator[Conflict]:
    """A conflict for each person to whom one report gives one age and another another. Entities must be tied."""
    held = [_ages(r, x, u) for r, x, u in zip(table.reports, table.extractions, table.inside(), strict=True)]
    for one, other in combinations(range(len(held)), 2):
        for person in sorted(held[one].keys() & held[other].keys()):
            mine, theirs = held[one][person], held[other][person]
            if len({age.years for age in mine}) == len({age.years for age in theirs}) == 1:
                a, b = mine[0], theirs[0]
                if a.years != b.years:
                    facing = table.face(a.unit, b.unit)
                    sides = a.span, b.span
                    yield facing.conflict("number", (str(a.years), str(b.years)), facing.printed("age", sides), sides)


def _ages(report: Report, found: Extraction, units: Sequence[Unit]) -> dict[str, list[_Age]]:
    """The ages that a report gives persons, by entity."""
    ages: defaultdict[str, list[_Age]] = defaultdict(list)
    persons = {e.id for e in found.entities if e.label in ("PER", "MISC") and " " in e.name}
    at = 0
    for mention in sorted((m for m in found.mentions if m.entity in persons), key=lambda m: m.start):
        while at < len(units) and units[at].end < mention.end:
            at += 1
        if at < len(units) and units[at].holds(mention):
            after = _AFTER.match(report.text, mention.end, units[at].end)
            if after:
                years = int(next(group for group in after.groups() if group))
                ages[mention.entity].append(_Age(years, Span(mention.start, after.end()), units[at]))
    return ages
