"""The timeline of a story: each TIMEX3 value with what is said to have happened then."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from silang.model import Evidence, Extraction, Moment, Report, Span

_CALENDAR = re.compile(r"\d{4}")


def timeline(reports: Sequence[Report], extractions: Sequence[Extraction]) -> tuple[Moment, ...]:
    """The moments of a story in order of their values; expressions outside the body, durations and sets stay out."""
    found: defaultdict[str, dict[tuple[int, int], Evidence]] = defaultdict(dict)
    for n, (report, extraction) in enumerate(zip(reports, extractions, strict=True)):
        for time in extraction.times:
            sentence = _sentence(extraction.sentences, time)
            if sentence and time.type in ("DATE", "TIME") and _CALENDAR.match(time.value):
                found[time.value].setdefault((n, sentence.start), _evidence(report.id, extraction, sentence, time))
    return tuple(Moment(value, tuple(found[value][place] for place in sorted(found[value]))) for value in sorted(found))


def _sentence(sentences: Sequence[Span], time: Span) -> Span | None:
    return next((sentence for sentence in sentences if sentence.holds(time)), None)


def _evidence(report: str, extraction: Extraction, sentence: Span, time: Span) -> Evidence:
    """The statement that holds the time where one does, else the sentence."""
    for statement in extraction.statements:
        if statement.holds(time):
            return Evidence(statement.start, statement.end, report, statement.id)
    return Evidence(sentence.start, sentence.end, report)
