"""The stages wired once, in order: read → parse → extract → group → tie entities → compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from silang.comparison import Numbering, tie_entities
from silang.comparison import compare as compare_story
from silang.extraction import extract as extract_parsed
from silang.language import Parse, parse
from silang.model import Comparison, Crosscheck, Extraction, Reading, Report, Story
from silang.stories import group as group_parsed

Watch = Callable[..., None]
"""Called as watch(stage, item, total=None) once per item done, for progress bars."""


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


def crosscheck(reading: Reading, *, watch: Watch = _quiet) -> Crosscheck:
    """Everything: each report read closely, reports grouped into stories, each story compared."""
    reports = reading.reports
    parses: list[Parse] = []
    extractions: list[Extraction] = []
    for report in reports:
        parses.append(parse(report))
        extractions.append(extract_parsed(report, parses[-1]))
        watch("extraction", report.id, len(reports))
    stories = group_parsed(reports, parses, extractions)
    tied = tie_entities(stories, extractions)
    place = {report.id: n for n, report in enumerate(reports)}
    compared: list[Comparison] = []
    numbering = Numbering()
    for story in stories:
        ns = [place[id] for id in story.reports]
        compared.append(
            compare_story(
                story,
                [reports[n] for n in ns],
                [parses[n] for n in ns],
                [tied.extractions[n] for n in ns],
                numbering=numbering,
            )
        )
        numbering = numbering.after(compared[-1])
        watch("comparison", story.id, len(stories))
    return Crosscheck(reading, tied.extractions, tied.entities, tuple(compared))
