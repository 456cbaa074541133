"""Where evidence of one claim agrees, but one report is less exact than another: *about 300* beside *312*, *in May*
beside *on 6 May*, *in the regency* beside *in the village, in the regency*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, permutations

from silang.comparison.conflicts.numbers import range_of, thing_of
from silang.model import Evidence, Extraction, Mention, Quantity, Reason, Report, Span, Time

_CHAIN = re.compile(r",\s+")  # *Desa Anu, Kabupaten Itu*: the second holds the first
_AT = re.compile(r"\b(?:di|ke|dari)\s+(?:[^\W\d_]+\s+)?$", re.IGNORECASE)
_NAME = re.compile(r"[A-Z]\w+")
_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}(?:T\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Side:
    """One report's evidence of a claim, with the numbers, calendar times and places (by entity) that stand in it."""

    report: Report
    start: int
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    places: tuple[Mention, ...]


def side(report: Report, found: Extraction, evidence: Evidence) -> Side:
    """What `evidence` holds of what was `found` in its report."""
    located = {e.id for e in found.entities if e.label == "LOC"}
    return Side(
        report,
        evidence.start,
        tuple(q for q in found.quantities if evidence.holds(q)),
        tuple(t for t in found.times if evidence.holds(t) and _CALENDAR.fullmatch(t.value)),
        tuple(m for m in found.mentions if m.entity in located and evidence.holds(m)),
    )


def coarser(sides: Sequence[Side]) -> Iterator[Reason]:
    """A reason for each kind in which a report is less exact than another, pointing to what it prints."""
    seen = set()
    for coarse, fine in permutations(sides, 2):
        if coarse.report.id == fine.report.id:
            continue
        for name, less, more in (*_numbers(coarse, fine), *_times(coarse, fine), *_places(coarse, fine)):
            if (name, coarse.report.id) not in seen:
                seen.add((name, coarse.report.id))
                printed = " ".join(more.of(fine.report.text).split())
                said = f"less exact than {fine.report.id}: {printed}"
                yield Reason(f"coarser {name}", said, coarse.report.id, less.start, less.end)


def _numbers(coarse: Side, fine: Side) -> Iterator[tuple[str, Span, Span]]:
    for less in coarse.quantities:
        for more in fine.quantities:
            if more.modifier == "exact" and thing_of(less) is not None and thing_of(less) == thing_of(more):
                (low, high), (exact, top) = range_of(less), range_of(more)
                within = {
                    "exact": exact == top and _rounds(high, exact),
                    "about": abs(high - exact) * 10 <= abs(exact),
                    "at_least": low <= exact <= 2 * low,
                    "at_most": exact <= high <= 2 * exact,
                }
                if within[less.modifier]:
                    yield "number", less, more


def _rounds(coarse: Decimal, fine: Decimal) -> bool:
    """Whether `coarse` is `fine` in fewer digits: 310 million for 310.42 million. Below 100 none is a round one."""
    step = Decimal(1).scaleb(int(coarse.as_tuple().exponent))
    return coarse >= 100 and coarse != fine and abs(coarse - fine) * 2 <= step


def _times(coarse: Side, fine: Side) -> Iterator[tuple[str, Span, Span]]:
    printed = {t.value for t in coarse.times}
    for less in coarse.times:
        for more in fine.times:
            if more.value != less.value and more.value.startswith(less.value) and more.value not in printed:
                yield "time", less, more


def _places(coarse: Side, fine: Side) -> Iterator[tuple[str, Span, Span]]:
    """Places that `coarse` prints alone and `fine` behind a nearer one that `coarse` nowhere has."""
    if not coarse.places:
        return
    for near, far in pairwise(fine.places):
        chained = _CHAIN.fullmatch(fine.report.text, near.end, far.start)
        if chained and not all(word in coarse.report.text for word in _NAME.findall(near.of(fine.report.text))):
            for place in coarse.places:
                if place.entity == far.entity and _AT.search(coarse.report.text, coarse.start, place.start):
                    yield "place", place, Span(near.start, far.end)
