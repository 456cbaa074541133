"""Which words of a sentence carry a claim: the quotation in it, where that is what the other reports have too, else the
whole sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from silang.comparison.likeness import Likeness
from silang.comparison.units import Unit
from silang.model import Evidence, Extraction, Span, Statement

_MOST = 0.7  # intersection over union from which a sentence and a statement are one
_HALF = 0.5  # the same of a sentence and a quotation that runs on past it


@dataclass(frozen=True, slots=True)
class _Part:
    """A unit, or what it holds of one quotation (`statement`); what each of its terms weighs."""

    span: Span
    weights: Mapping[str, float]
    statement: Statement | None


class Carrying:
    """The evidence of claims of one story. `ids` and `extractions` run over its reports."""

    def __init__(self, likeness: Likeness, ids: Sequence[str], extractions: Sequence[Extraction]) -> None:
        self._likeness = likeness
        self._ids = ids
        self._extractions = extractions
        self._parts: dict[int, tuple[_Part, ...]] = {}
        self._seen: dict[tuple[int, int], tuple[float, ...]] = {}

    def evidence(self, clique: Sequence[int]) -> list[Evidence]:
        """What carries the claim in each of its units, in order, each once."""
        return list(dict.fromkeys(self._evidence(n, clique) for n in clique))

    def _evidence(self, n: int, clique: Sequence[int]) -> Evidence:
        unit, parts = self._likeness.units[n], self._of(n)
        others = [m for m in clique if self._likeness.units[m].report != unit.report] if len(parts) > 1 else []
        sums = [sum(column) for column in zip(*(self._alike(n, m) for m in others), strict=True)] or [0.0]
        best = parts[max(range(len(sums)), key=lambda at: (sums[at], -at))]
        report = self._ids[unit.report]
        if found := self._same(unit) if best.statement is None else _whole(best, unit):
            return Evidence(found.start, found.end, report, found.id)
        return Evidence(best.span.start, best.span.end, report)

    def _of(self, n: int) -> tuple[_Part, ...]:
        """The unit whole, then what it holds of each quotation."""
        if n not in self._parts:
            unit = self._likeness.units[n]
            quotations = [s for s in self._extractions[unit.report].statements if s.mode == "direct" and s.meets(unit)]
            spans = [Span(max(s.start, unit.start), min(s.end, unit.end)) for s in quotations]
            self._parts[n] = (
                _Part(Span(unit.start, unit.end), self._likeness.weights[n], None),
                *(_Part(p, self._weights(n, p), s) for p, s in zip(spans, quotations, strict=True)),
            )
        return self._parts[n]

    def _alike(self, n: int, m: int) -> tuple[float, ...]:
        """For each part of unit `n`, the weighted Jaccard of it and the part of unit `m` that is most like it."""
        if (n, m) not in self._seen:
            self._seen[n, m] = tuple(max(_jaccard(p, q) for q in self._of(m)) for p in self._of(n))
        return self._seen[n, m]

    def _weights(self, n: int, span: Span) -> dict[str, float]:
        unit, weights = self._likeness.units[n], self._likeness.weights[n]
        return {t: weights[t] for t, at in zip(unit.terms, unit.starts, strict=True) if span.start <= at < span.end}

    def _same(self, unit: Unit) -> Statement | None:
        """The statement that makes up the unit, None where none does."""
        met = [s for s in self._extractions[unit.report].statements if s.meets(unit)]
        best = max(met, key=lambda s: (_union(unit, s), -s.start), default=None)
        return best if best and _union(unit, best) >= _MOST else None


def _whole(part: _Part, unit: Unit) -> Statement | None:
    """The quotation of a part, None where most of it lies outside the unit."""
    said = part.statement
    inside = said and ((said.start, said.end) == (part.span.start, part.span.end) or _union(unit, said) >= _HALF)
    return said if inside else None


def _jaccard(left: _Part, right: _Part) -> float:
    shared = sum(weight for t, weight in left.weights.items() if t in right.weights)
    return shared / max(sum(left.weights.values()) + sum(right.weights.values()) - shared, 1e-9)


def _union(unit: Unit, statement: Statement) -> float:
    shared = min(unit.end, statement.end) - max(unit.start, statement.start)
    return shared / (max(unit.end, statement.end) - min(unit.start, statement.start))


def common_source(found: Iterable[Evidence], statements: Mapping[str, Sequence[Statement]]) -> str | None:
    """The entity that all attributed evidence names as its source, None where they differ or none is known.

    `statements` are those of each report, by its id. Evidence that is no statement itself is attributed where one makes
    up half of it.
    """
    said = [s for e in found for s in statements[e.report] if s.id == (e.statement or s.id) and _fills(s, e)]
    sources = {s.source.entity for s in said if s.source and s.source.entity}
    return sources.pop() if len(sources) == 1 else None


def _fills(statement: Statement, evidence: Evidence) -> bool:
    shared = min(statement.end, evidence.end) - max(statement.start, evidence.start)
    return 2 * shared >= evidence.end - evidence.start
