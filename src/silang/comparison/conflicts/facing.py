"""Two units of different reports that assert alike, face to face: what every kind of conflict looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from silang.comparison.units import Unit
from silang.model import Conflict, ConflictKind, Evidence, Extraction, Reason, Report, Span


@dataclass(frozen=True, slots=True)
class Table:
    """A story's reports with what was found in each, and all their units; `chances` is how sure two units (the lower
    first) assert alike."""

    reports: Sequence[Report]
    extractions: Sequence[Extraction]
    units: Sequence[Unit]
    chances: Mapping[tuple[int, int], float]

    def chance(self, one: int, other: int) -> float:
        """How sure two units assert alike, in whichever order they are given."""
        return self.chances.get((min(one, other), max(one, other)), 0.0)

    def face(self, one: Unit, other: Unit) -> Facing:
        """Two units of different reports face to face."""
        a, b = one.report, other.report
        return Facing((self.reports[a], self.reports[b]), (one, other), (self.extractions[a], self.extractions[b]))

    def inside(self) -> list[list[Unit]]:
        """The units of each report, in order."""
        found: list[list[Unit]] = [[] for _ in self.reports]
        for unit in self.units:
            found[unit.report].append(unit)
        return found


@dataclass(frozen=True, slots=True)
class Facing:
    """The two units, with the reports that they are of and what was found in those; the earlier report first."""

    reports: tuple[Report, Report]
    units: tuple[Unit, Unit]
    found: tuple[Extraction, Extraction]

    def conflict(
        self,
        kind: ConflictKind,
        values: tuple[str, str],
        reasons: Sequence[Reason],
        sides: tuple[Span, Span] | None = None,
    ) -> Conflict:
        """A conflict in which one report has the one value and the other the other; `sides` where not whole units."""
        left, right = (Evidence(s.start, s.end, r.id) for s, r in zip(sides or self.units, self.reports, strict=True))
        said = ", ".join(f"{r.id} has {value}" for r, value in zip(self.reports, values, strict=True))
        return Conflict("", kind, None, left, right, said, tuple(reasons))

    def printed(self, name: str, spans: tuple[Span, Span], verb: str = "has") -> list[Reason]:
        """A reason for each report, pointing to what it prints there."""
        return [
            Reason(name, f"{verb} {' '.join(span.of(r.text).split())}", r.id, span.start, span.end)
            for r, span in zip(self.reports, spans, strict=True)
        ]
