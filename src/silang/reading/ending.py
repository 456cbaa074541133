"""The foot of a report: closing credits, tags, headlines of other reports, notices; and what stands between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from silang.model import Segment, SegmentKind, Span
from silang.reading.bylines import CLOSING, closing_at, is_credit
from silang.reading.captions import is_caption
from silang.reading.lines import Line, is_sentence, is_title

_TAG = 6  # words
_HEADING = 9  # words
_LINK = 40  # code points; a line that a lost link made is shorter


def ending(text: str, lines: Sequence[Line], fixed: Sequence[Segment]) -> Iterator[Segment]:
    """The furniture at the foot of those `lines`; `fixed` are the formulas already found."""
    taken = [_covered(line, fixed) for line in lines]
    last = len(lines) - 1
    while last >= 0 and taken[last]:
        last -= 1
    close = _close(text, lines, taken)
    if close is not None:
        n, span = close
        yield Segment(span.start, span.end, "byline")
        yield from _below(lines[n + 1 :], taken[n + 1 :])
        return
    yield from _trailing(lines[: last + 1], followed=last + 1 < len(lines))


def _close(text: str, lines: Sequence[Line], taken: Sequence[bool]) -> tuple[int, Span] | None:
    """The line and place of the closing credit: nothing but furniture may follow it."""
    for n in range(len(lines) - 1, -1, -1):
        line = lines[n]
        if not taken[n] and (span := closing_at(text, line.start, _last_free(line, taken[n]))):
            while n and closing_alone(lines[n - 1]):  # a credit printed twice
                n -= 1
                span = Span(lines[n].start, span.end)
            return n + text.count("\n", lines[n].end, span.end), span
        if not taken[n] and is_sentence(line.text) and len(line.text) > 60:
            return None
    return None


def closing_alone(line: Line) -> bool:
    """Whether a line is a closing credit and nothing else."""
    return bool(CLOSING.fullmatch(line.text)) or (
        line.text.startswith("(") and line.text.endswith(")") and is_credit(line.text[1:-1]) and len(line.text) < 80
    )


def _last_free(line: Line, taken: bool) -> int:
    return line.start if taken else line.end


def _below(lines: Sequence[Line], taken: Sequence[bool]) -> Iterator[Segment]:
    """What stands below the closing credit is furniture, each line of some kind."""
    for line, done in zip(lines, taken, strict=True):
        if not done:
            yield Segment(line.start, line.end, _foot_kind(line))


def _foot_kind(line: Line) -> SegmentKind:
    if is_caption(line.text):
        return "caption"
    if closing_alone(line):
        return "byline"
    count = len(line.text.split())
    if is_sentence(line.text):
        return "related"
    if is_title(line.text, 5) or count > _TAG:
        return "related"
    return "tags"


def _trailing(lines: Sequence[Line], *, followed: bool) -> Iterator[Segment]:
    """A run of short lines at the end, below a full sentence, is tags; headlines there are of other reports."""
    n = len(lines)
    while n and not is_sentence(lines[n - 1].text) and not lines[n - 1].ends and _is_label(lines[n - 1].text):
        n -= 1
    run = lines[n:]
    if not n or not lines[n - 1].ends or (len(run) < 3 and not (run and followed)):
        return
    for line in run:
        yield Segment(line.start, line.end, _foot_kind(line))


def _is_label(line: str) -> bool:
    return line[0] not in "-•*(\"“'0123456789" and not line.endswith((",", ":", ";", ")")) and len(line) <= 150


def headings(lines: Sequence[Line]) -> Iterator[Segment]:
    """Subheadings inside a report: a short line in capitals between two paragraphs."""
    broken = any(not line.opens for line in lines)
    for n in range(1, len(lines) - 1):
        line, before, after = lines[n], lines[n - 1], lines[n + 1]
        if not before.ends or not after.opens or not _is_heading(line.text):
            continue
        if len(after.text) < _LINK and not after.ends:
            continue
        if len(line.text.split()) < (3 if broken else 2) and not line.text.startswith(("'", '"', "‘", "“")):
            continue
        yield Segment(line.start, line.end, "other")


def _is_heading(line: str) -> bool:
    count = len(line.split())
    if count > _HEADING or line[0].isdigit() or line.endswith((".", ",", ":", ";", ")")):
        return False
    quoted = line[0] in "'\"‘“" and line[-1] in "'\"’”" and count <= 6
    return quoted or is_title(line, 2)


def _covered(line: Line, segments: Sequence[Segment]) -> bool:
    return any(s.start <= line.start and line.end <= s.end for s in segments)
