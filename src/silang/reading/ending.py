"""The foot of a report: closing credits, tags, headlines of other reports, notices; and what stands between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from silang.model import Segment, SegmentKind, Span
from silang.reading.bylines import CLOSING, closing_at, is_credit
from silang.reading.captions import is_caption
from silang.reading.lines import Line, is_sentence, is_title

_TAG = 6  # words
_TAGS = 2  # lines
_HEADING = 9  # words
_DOUBLED = 3  # words
_ROLE = re.compile(r"(?i:editor|reporter|penulis|redaktur)\s?:\s?\w")
_LINK = 40  # code points; a line that a lost link made is shorter


def ending(text: str, lines: Sequence[Line]) -> Iterator[Segment]:
    """The furniture at the foot of those `lines`, none of which is fixed furniture."""
    for n in range(len(lines) - 1, -1, -1):
        if span := closing_at(text, lines[n].start, lines[n].end):
            first = n
            while first and closing_alone(lines[first - 1]):  # a credit printed twice
                first -= 1
                yield Segment(lines[first].start, lines[first].end, "byline")
            if first and (twin := _twin(text, lines[first - 1], span, doubled=first < n)):
                yield Segment(twin.start, twin.end, "byline")
            yield Segment(span.start, span.end, "byline")
            yield from (Segment(line.start, line.end, _foot_kind(line)) for line in lines[n + 1 :])
            return
        if is_sentence(lines[n].text) and len(lines[n].text) > _LINK:
            break
    yield from _trailing(lines)


def _twin(text: str, before: Line, credit: Span, *, doubled: bool) -> Span | None:
    """The same closing credit at the end of the line before; any one where the credit stands `doubled` below it."""
    found = closing_at(text, before.start, before.end)
    return found if found and (doubled or found.of(text) == credit.of(text)) else None


def closing_alone(line: Line) -> bool:
    """Whether a line is a closing credit and nothing else."""
    return bool(CLOSING.fullmatch(line.text)) or (
        line.text.startswith("(") and line.text.endswith(")") and is_credit(line.text[1:-1]) and len(line.text) < 80
    )


def _foot_kind(line: Line) -> SegmentKind:
    if is_caption(line.text):
        return "caption"
    if closing_alone(line) or _ROLE.search(line.text):
        return "byline"
    count = len(line.text.split())
    if is_sentence(line.text):
        return "related"
    if is_title(line.text, 5) or count > _TAG:
        return "related"
    return "tags"


def _trailing(lines: Sequence[Line]) -> Iterator[Segment]:
    """A run of short lines at the end, below a full sentence, that name what the report is about: tags, and headlines
    of other reports below them."""
    n = len(lines)
    while n and not lines[n - 1].ends and _is_label(lines[n - 1].text):
        n -= 1
    tags = list(takewhile(lambda line: len(line.text.split()) <= _TAG, lines[n:]))
    told = " ".join(line.text for line in lines[:n]).casefold()
    if not n or not lines[n - 1].ends or len(tags) < _TAGS:
        return
    if sum(line.text.casefold() in told for line in tags) * 2 < len(tags):
        return
    for line in lines[n:]:
        yield Segment(line.start, line.end, _foot_kind(line))


def listed_below(lines: Sequence[Line], heading: Segment) -> Iterator[Segment]:
    """The headlines of other reports below a ``Berita Terkait``, where nothing of the report follows them."""
    below = [line for line in lines if line.start >= heading.end]
    if not any(is_sentence(line.text) and line.text.endswith(".") for line in below):
        yield from (Segment(line.start, line.end, "related") for line in below if is_title(line.text, 4))


def tagged_below(text: str, lines: Sequence[Line], heading: Segment) -> Iterator[Segment]:
    """The tags below a ``Tags:`` that stands alone in its line, down to the first sentence; headlines among them."""
    if heading.of(text).rstrip().endswith(":"):
        below = (line for line in lines if line.start >= heading.end)
        for line in takewhile(lambda line: not line.ends, below):
            short = len(line.text.split()) <= _TAG
            yield Segment(line.start, line.end, "tags" if short else "related")


def _is_label(line: str) -> bool:
    return line[0] not in "-•*(\"“'0123456789" and not line.endswith((",", ":", ";", ")")) and len(line) <= 150


def doubled(lines: Sequence[Line]) -> Iterator[Segment]:
    """A film's title that a page prints twice, as link and as caption."""
    for line, after in pairwise(lines):
        if line.text == after.text and len(line.text.split()) > _DOUBLED and not line.text.endswith((".", '"', "”")):
            yield Segment(line.start, after.end, "read_also")


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
    if line[0] in "'\"‘“":
        return line[-1] in "'\"’”" and count <= _TAG and "://" not in line
    return is_title(line, 2)
