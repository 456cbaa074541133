"""Where reports cannot both be right: another number, another time or another spelling for what they tell alike.

Only units that assert the same are compared, and only what stands alone of its kind in both. A later report with a
higher count brings news, not a conflict; *at least two* and *three* agree; one day and an hour of it agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from silang.comparison import words
from silang.comparison.claims import evidence
from silang.comparison.likeness import Likeness
from silang.comparison.tying import Tied
from silang.comparison.units import Unit
from silang.language.stems import root
from silang.model import Conflict, ConflictKind, Evidence, Extraction, Quantity, Reason, Report, Span, Time

_SURE = 0.6  # chance from which two units are compared
_LIKE = 0.82  # similarity from which two names are one name spelt twice
_SHORTEST = 5  # letters of a name
_KNOWN = 60  # reports of the news that hold a word; from then on it is a word, not a slip
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


class _Valued(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two tied units with its report and what was found in it."""

    unit: Unit
    report: Report
    extraction: Extraction

    @property
    def evidence(self) -> Evidence:
        return evidence(self.unit, self.report.id, self.extraction)

    def printed(self, span: _Valued) -> str:
        return " ".join(self.report.text[span.start : span.end].split())

    def times(self, shape: re.Pattern[str]) -> list[Time]:
        return [t for t in self.extraction.times if self.unit.holds(t) and shape.match(t.value)]

    def quantities(self) -> dict[tuple[str, str], list[Quantity]]:
        found: defaultdict[tuple[str, str], list[Quantity]] = defaultdict(list)
        for q in self.extraction.quantities:
            if self.unit.holds(q) and (q.counted or q.unit != "1"):
                found[root((q.counted or "").casefold()), q.unit].append(q)
        return found


@dataclass(frozen=True, slots=True)
class _Clash:
    kind: ConflictKind
    left: str
    right: str
    spans: tuple[_Valued, _Valued] | None


def find_conflicts(
    reports: Sequence[Report], extractions: Sequence[Extraction], likeness: Likeness, tied: Sequence[Tied]
) -> list[Conflict]:
    """The conflicts between tied units, the surest units of each two reports first; one of each kind and value."""
    found: dict[tuple[str, int, int, str, str], tuple[tuple[int, int], Conflict]] = {}
    for t in sorted(tied, key=lambda t: (-t.chance, t.edge)):
        if t.chance < _SURE:
            break
        units = (likeness.units[t.left], likeness.units[t.right])
        left, right = (_Side(u, reports[u.report], extractions[u.report]) for u in units)
        for clash in _clashes(left, right):
            key = (clash.kind, units[0].report, units[1].report, clash.left.casefold(), clash.right.casefold())
            if key not in found:
                found[key] = (t.edge, _conflict(clash, left, right))
    return [conflict for _, conflict in sorted(found.values(), key=lambda f: (f[0], f[1].kind, f[1].detail))]


def _clashes(left: _Side, right: _Side) -> Iterator[_Clash]:
    yield from _numbers(left, right)
    for shape in (_CLOCK, _DAY):
        yield from _times(left, right, shape)
    yield from _names(left, right)


def _conflict(clash: _Clash, left: _Side, right: _Side) -> Conflict:
    reasons: tuple[Reason, ...] = ()
    if clash.spans:
        reasons = tuple(
            Reason(clash.kind, f"says {value}", side.report.id, span.start, span.end)
            for side, value, span in zip((left, right), (clash.left, clash.right), clash.spans, strict=True)
        )
    detail = f"{clash.left} against {clash.right}"
    return Conflict("", clash.kind, None, left.evidence, right.evidence, detail, reasons)


def _numbers(left: _Side, right: _Side) -> Iterator[_Clash]:
    mine, theirs = left.quantities(), right.quantities()
    for what in sorted(mine.keys() & theirs.keys()):
        if len(mine[what]) == len(theirs[what]) == 1:
            a, b = mine[what][0], theirs[what][0]
            if _disagree(a, b) and not _update(left, right, (a, b)):
                yield _Clash("number", left.printed(a), right.printed(b), (a, b))


def _disagree(a: Quantity, b: Quantity) -> bool:
    """Whether no number lies in both; *at least* and *at most* leave one side open, *about* allows a tenth."""
    (low_a, high_a), (low_b, high_b) = _range(a), _range(b)
    return high_a < low_b or high_b < low_a


def _range(q: Quantity) -> tuple[Decimal, Decimal]:
    low, high = Decimal(q.low), Decimal(q.high)
    slack = abs(high) / 10 if q.modifier == "about" else Decimal(0)
    return (
        Decimal("-Infinity") if q.modifier == "at_most" else low - slack,
        Decimal("Infinity") if q.modifier == "at_least" else high + slack,
    )


def _update(left: _Side, right: _Side, both: tuple[Quantity, Quantity]) -> bool:
    """Whether the later report has the higher count: a toll that rises with the hours."""
    times = [_published(side.report) for side in (left, right)]
    if times[0] is None or times[1] is None or times[0] == times[1] or both[0].unit != "1":
        return False
    return (times[0] < times[1]) == (Decimal(both[0].high) < Decimal(both[1].high))


def _published(report: Report) -> datetime | None:
    try:
        return datetime.fromisoformat((report.updated or report.published or "").replace("Z", "+00:00")[:16])
    except ValueError:
        return None


def _times(left: _Side, right: _Side, shape: re.Pattern[str]) -> Iterator[_Clash]:
    mine, theirs = left.times(shape), right.times(shape)
    days = {t.value for t in mine}, {t.value for t in theirs}
    if len(days[0]) == len(days[1]) == 1 and days[0] != days[1]:
        a, b = mine[0], theirs[0]
        if shape is _CLOCK and a.value[11:16] == b.value[11:16]:
            return
        yield _Clash("date", left.printed(a), right.printed(b), (a, b))


def _names(left: _Side, right: _Side) -> Iterator[_Clash]:
    """Names of one unit that the other spells a little otherwise, where some other name or word beside them agrees."""
    from rapidfuzz.fuzz import ratio

    mine, theirs = _rare(left.unit, right.unit), _rare(right.unit, left.unit)
    for a in mine:
        close = [b for b in theirs if abs(len(a) - len(b)) <= 2 and ratio(a, b) >= 100 * _LIKE and root(a) != root(b)]
        if len(close) == 1:
            spans = _find(left, a), _find(right, close[0])
            if spans[0] and spans[1]:
                yield _Clash("name", left.printed(spans[0]), right.printed(spans[1]), (spans[0], spans[1]))


def _rare(unit: Unit, other: Unit) -> list[str]:
    """Names of `unit` that `other` lacks and the news hardly knows."""
    printed = dict(zip(unit.terms, unit.printed, strict=True))
    found = {printed[t] for t in unit.names if t not in other.terms and len(printed[t]) >= _SHORTEST}
    return sorted(w for w in found if w.isalpha() and not words.common(root(w), _KNOWN))


def _find(side: _Side, word: str) -> Span | None:
    found = re.search(re.escape(word), side.report.text[side.unit.start : side.unit.end], re.IGNORECASE)
    return Span(side.unit.start + found.start(), side.unit.start + found.end()) if found else None
