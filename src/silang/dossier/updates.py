"""Figures that grow over publishing time within one claim, and so are no conflict: a toll, a count of homes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from silang.dossier.feet import Standing
from silang.dossier.page import Step, Update
from silang.dossier.quotes import quote
from silang.dossier.scene import Scene, instant
from silang.model import Claim, Evidence, Quantity, Span


@dataclass(frozen=True, slots=True)
class _Printed:
    """A figure as one report printed it."""

    when: datetime
    value: float
    quantity: Quantity
    evidence: Evidence


def updates(scene: Scene, stand: Standing) -> tuple[Update, ...]:
    """Series of one counted thing in one claim whose figure rises with publishing time, in at least three printings.

    A figure that a conflict names is none: the conflict shows it.
    """
    found: dict[tuple[tuple[str, int], ...], Update] = {}
    for claim in scene.comparison.claims:
        for counted, series in _series(scene, claim).items():
            rising = _rising(series)
            places = tuple((printed.evidence.report, printed.quantity.start) for printed, _ in rising)
            if rising and places not in found:
                steps = tuple(_step(scene, stand, series[0].when, pair) for pair in rising)
                title = scene.say("update.title", counted=counted)
                found[places] = Update(f"naik-{len(found) + 1}", title, steps)
    return tuple(found.values())


def _series(scene: Scene, claim: Claim) -> dict[str, list[_Printed]]:
    """Exact counts told in the words of a claim, by what they count, first published first."""
    clashing = [side for c in scene.comparison.conflicts if c.kind == "number" for side in (c.left, c.right)]
    found: dict[str, list[_Printed]] = {}
    for evidence in dict.fromkeys(claim.statements):
        when = instant(scene.by_id[evidence.report].published)
        if when is None:
            continue
        for q in _counts(scene, evidence):
            if not any(side.report == evidence.report and side.holds(q) for side in clashing):
                printed = _Printed(when, float(q.low), q, evidence)
                found.setdefault((q.counted or "").casefold(), []).append(printed)
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
