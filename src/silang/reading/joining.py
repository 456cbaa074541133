"""One article that lies in several saved pages: its pages joined, its other dress (AMP, print) read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from silang.model import Reading, Repair, Report, Segment, Skipped
from silang.reading.records import MAX_TEXT
from silang.reading.turns import turned

Marked = TypeVar("Marked", Segment, Repair)

_BETWEEN = "\n\n"  # pages
_HELD = 0.9  # of the longer of two bodies that are one, taken from two dresses of a page


def joined(reading: Reading) -> Reading:
    """The reading with one report for each article that was given in pages 1, 2, … or in two dresses.

    Of two reports of one address, times and outlet, the one whose words all stand in the other, which says hardly more,
    is passed over; a report in which a single word was changed stands. Pages are joined where each follows on the one
    before, from the first on, of one edition by their times, and no longer together than a report may be. What was
    joined or passed over is noted, with the record of the web archive that it lay in.
    """
    by_article: dict[tuple[str, str | None], list[Report]] = {}
    for report in reading.reports:
        if report.url:
            key = turned(report.url)[0], report.outlet.id if report.outlet else None
            by_article.setdefault(key, []).append(report)
    notes: list[Skipped] = []
    stands: dict[str, Report | None] = {}
    for reports in by_article.values():
        if len(reports) > 1:
            _settle(reports, stands, notes)
    found = (stands.get(report.id, report) for report in reading.reports)
    return replace(reading, reports=tuple(r for r in found if r), skipped=(*reading.skipped, *notes))


def _settle(reports: Sequence[Report], stands: dict[str, Report | None], notes: list[Skipped]) -> None:
    """Notes in `stands` what stands for each of the reports of one article: another, none, or itself."""
    pages: dict[int, list[Report]] = {}
    for report in reports:
        states = pages.setdefault(turned(report.url or "")[1], [])
        at = next((n for n, state in enumerate(states) if _same(state, report)), None)
        if at is None:
            states.append(report)
            continue
        first = states[at]
        longer = max(first, report, key=lambda one: len(_body(one)))
        states[at] = stands[first.id] = replace(longer, id=first.id)
        stands[report.id] = None
        reason = f"the same report as {first.id} in another dress; read once"
        notes.append(Skipped(report.input, f"{reason}{_record(report)}", kind="duplicate", note=True))
    for first in pages.get(1, ()):
        run = list(_run(first, pages))
        if len(run) < 2:
            continue
        stands[first.id] = _bound(run)
        for page, report in enumerate(run[1:], 2):
            stands[report.id] = None
            reason = f"page {page} of {first.id}; joined with it{_record(report)}"
            notes.append(Skipped(report.input, reason, kind="in_part", note=True))


def _run(first: Report, pages: Mapping[int, Sequence[Report]]) -> Iterator[Report]:
    """The pages from `first` on, each the only one of its edition and of no other, while they are no longer together
    than a report may be."""
    length, page, found = 0, 1, [first]
    while len(found) == 1 and (length := length + len(found[0].text) + len(_BETWEEN)) <= MAX_TEXT:
        yield found[0]
        page += 1
        found = [one for one in pages.get(page, ()) if _of_one_edition(first, one)]
        if len([other for other in pages[1] if found and _of_one_edition(other, found[0])]) > 1:
            return


def _of_one_edition(one: Report, other: Report) -> bool:
    """Whether no time that both tell of differs; an article's later pages often tell of none."""
    told = ((one.published, other.published), (one.updated, other.updated))
    return all(left is None or right is None or left == right for left, right in told)


def _record(report: Report) -> str:
    return f" (record {report.archived.record})" if report.archived else ""


def _same(one: Report, other: Report) -> bool:
    """Whether two reports of one address are one state of one article."""
    if (one.published, one.updated) != (other.published, other.updated):
        return False
    short, long = sorted((_body(one).split(), _body(other).split()), key=len)
    rest = iter(long)
    return len(short) >= _HELD * len(long) and all(word in rest for word in short)


def _body(report: Report) -> str:
    return "\n".join(segment.of(report.text) for segment in report.body())


def _bound(pages: Sequence[Report]) -> Report:
    """The pages as one report: texts one after another, what is marked in them moved along."""
    starts = [0]
    for page, _ in pairwise(pages):
        starts.append(starts[-1] + len(page.text) + len(_BETWEEN))
    parts = tuple(zip(pages, starts, strict=True))
    return replace(
        pages[0],
        text=_BETWEEN.join(page.text for page in pages),
        segments=tuple(_moved(segment, start) for page, start in parts for segment in page.segments),
        bylines=tuple(dict.fromkeys(byline for page in pages for byline in page.bylines)),
        repairs=tuple(_moved(repair, start) for page, start in parts for repair in page.repairs),
    )


def _moved(span: Marked, by: int) -> Marked:
    return replace(span, start=span.start + by, end=span.end + by)
