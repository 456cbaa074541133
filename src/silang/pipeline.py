"""The stages wired once, in order: read → parse → extract → group → tie entities → compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from silang.comparison import Numbering, tie_entities
from silang.comparison import compare as compare_story
from silang.engine import Engine, OneProcess
from silang.extraction import extract as extract_parsed
from silang.language import parse
from silang.model import Comparison, Crosscheck, Extraction, Reading, Report, Story
from silang.stories import Profile, gather, profile
from silang.stories import group as group_parsed

Watch = Callable[..., None]
"""Called as watch(stage, item, total=None) once per item done, for progress bars."""


_HERE = OneProcess()


def _quiet(stage: str, item: str, total: int | None = None) -> None:
    pass


def extract(report: Report) -> Extraction:
    """Statements, credits, times, quantities and entities of one report."""
    return extract_parsed(report, parse(report))


def group(reports: Sequence[Report], extractions: Sequence[Extraction]) -> tuple[Story, ...]:
    """Which reports are of one event; every report is in one story. Both sequences run over the same reports."""
    return group_parsed(reports, [parse(report) for report in reports], extractions)


def compare(story: Story, reports: Sequence[Report], extractions: Sequence[Extraction]) -> Comparison:
    """One story laid side by side. Both sequences run over the story's reports."""
    return compare_story(story, reports, [parse(report) for report in reports], extractions)


def crosscheck(reading: Reading, *, watch: Watch = _quiet, engine: Engine = _HERE) -> Crosscheck:
    """Everything: each report read closely, reports grouped into stories, each story compared.

    `engine` runs the two stages that work on one report, or one story, at a time; the result is the same on any.
    """
    reports = reading.reports
    close: list[_Close] = []
    for report, found in zip(reports, engine.map(_closely, reports), strict=True):
        close.append(found)
        watch("extraction", report.id, len(reports))
    stories = gather(reports, [found.extraction for found in close], [found.profile for found in close])
    tied = tie_entities(stories, [found.extraction for found in close])
    place = {report.id: n for n, report in enumerate(reports)}

    def laid(story: Story) -> _Table:
        ns = [place[id] for id in story.reports]
        return _Table(
            story,
            tuple(reports[n] for n in ns),
            tuple(tied.extractions[n] for n in ns),
        )

    compared: list[Comparison] = []
    numbering = Numbering()
    for comparison in engine.map(_side_by_side, map(laid, stories)):
        compared.append(numbering.of(comparison))
        numbering = numbering.after(comparison)
        watch("comparison", comparison.story.id, len(stories))
    return Crosscheck(reading, tied.extractions, tied.entities, tuple(compared))


@dataclass(frozen=True, slots=True)
class _Close:
    """What is held of each report. Its parse is not: it is made again sooner than sent to a process and back."""

    extraction: Extraction
    profile: Profile


@dataclass(frozen=True, slots=True)
class _Table:
    story: Story
    reports: tuple[Report, ...]
    extractions: tuple[Extraction, ...]


def _closely(report: Report) -> _Close:
    parsed = parse(report)
    extraction = extract_parsed(report, parsed)
    return _Close(extraction, profile(report, parsed, extraction))


def _side_by_side(table: _Table) -> Comparison:
    return compare(table.story, table.reports, table.extractions)
