"""Two units of different reports that assert alike, face to face: what every kind of conflict looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from silang.comparison.units import Unit
from silang.model import Conflict, ConflictKind, Evidence, Extraction, Reason, Report, Span

Chances = Mapping[tuple[int, int], float]
"""How sure two units (the lower first) assert alike; see `chance`."""


def chance(chances: Chances, one: int, other: int) -> float:
    """How sure two units assert alike, in whichever order they are given."""
    return chances.get((min(one, other), max(one, other)), 0.0)


def face(two: tuple[Unit, Unit], reports: Sequence[Report], extractions: Sequence[Extraction]) -> Facing:
    """Two units face to face; the two sequences run over the story's reports."""
    a, b = (unit.report for unit in two)
    return Facing((reports[a], reports[b]), two, (extractions[a], extractions[b]))


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
