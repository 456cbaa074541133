"""Figures that grow over publishing time within one claim, and so are no conflict: a toll, a count of homes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from silang.dossier.feet import Standing
from silang.dossier.page import Step, Update
from silang.dossier.quotes import quote
from silang.dossier.scene import Scene, instant
from silang.model import Evidence, Quantity, Span


@dataclass(frozen=True, slots=True)
class _Printed:
    """A figure as one report printed it."""

    when: datetime
    value: float
    quantity: Quantity
    evidence: Evidence


def updates(scene: Scene, stand: Standing) -> tuple[Update, ...]:
    """Series of one counted thing whose highest figure rises with publishing time, in at least three printings.

    A figure that a conflict names is none: the conflict shows it.
    """
    found: list[Update] = []
    for (counted, _), series in _series(scene).items():
        rising = _rising(series)
        if rising:
            n = len(found) + 1
            steps = tuple(_step(scene, stand, series[0].when, pair) for pair in rising)
            found.append(Update(f"naik-{n}", scene.say("update.title", counted=counted), steps))
    return tuple(found)


def _series(scene: Scene) -> dict[tuple[str, str], list[_Printed]]:
    """Exact counts of one thing told in the sentences of the story's claims, first published first."""
    clashing = [side for c in scene.comparison.conflicts if c.kind == "number" for side in (c.left, c.right)]
    held = {(e.report, e.start, e.end): e for claim in scene.comparison.claims for e in claim.statements}
    found: dict[tuple[str, str], list[_Printed]] = {}
    for evidence in held.values():
        when = instant(scene.by_id[evidence.report].published)
        if when is None:
            continue
        for q in _counts(scene, evidence):
            if any(side.report == evidence.report and side.holds(q) for side in clashing):
                continue
            printed = _Printed(when, float(q.low), q, evidence)
            found.setdefault(((q.counted or "").casefold(), q.unit), []).append(printed)
    for series in found.values():
        series.sort(key=lambda p: (p.when, scene.order[p.evidence.report], p.quantity.start))
    return found


def _counts(scene: Scene, evidence: Evidence) -> Iterator[Quantity]:
    for q in scene.extractions[evidence.report].quantities:
        if q.counted and q.unit == "1" and q.low == q.high and evidence.holds(q):
            yield q


def _rising(series: Sequence[_Printed]) -> list[tuple[_Printed, bool]]:
    """One figure per report, each with whether it is an old one; empty where the series does not grow."""
    per_report: dict[str, _Printed] = {}
    for printed in series:
        kept = per_report.setdefault(printed.evidence.report, printed)
        if kept.value != printed.value:
            return []  # one report gives two figures: what they count is not one thing
    highest, marked, seen = float("-inf"), [], set()
    for printed in per_report.values():
        if printed.value < highest and printed.value not in seen:
            return []  # a figure that falls to a new value is no growth
        marked.append((printed, printed.value < highest))
        highest = max(highest, printed.value)
        seen.add(printed.value)
    return marked if len(marked) >= 3 and len(seen) >= 2 else []


def _step(scene: Scene, stand: Standing, first: datetime, pair: tuple[_Printed, bool]) -> Step:
    printed, old = pair
    report = scene.by_id[printed.evidence.report]
    words = " ".join(Span(printed.quantity.start, printed.quantity.end).of(report.text).split())
    return Step(
        published=scene.published(report),
        hour=(printed.when - first).total_seconds() / 3600,
        value=printed.value,
        shown=words,
        old=old,
        badge=stand.badges[report.id],
        code=scene.codes[report.id],
        quote=quote(scene, printed.evidence),
    )
